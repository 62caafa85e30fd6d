/** Who is who: the names contributions carry, joined to people of the HRIS export or to each other. */
import { compareText, type PersonId, personId } from '../domain/identifiers.ts'
import { isPlaceholder } from '../domain/placeholder.ts'
import { type Contributor, groupByKey, joinToHris, type Node, signOf } from './contributor-nodes.ts'
import { DisjointSets } from './disjoint-sets.ts'
import { type HrisPerson, hrisLookup, type JoinedBy } from './hris-lookup.ts'
import { foldKey, foldName } from './identity-keys.ts'
import { type Candidate, likelyPeople, suggest, type Suggestion, type Verdict } from './identity-suggestions.ts'
import { joinSaid, pairKey, type SaidPair } from './said-pairs.ts'

export type { Contributor } from './contributor-nodes.ts'

/** What people said about identities. */
export interface SaidIdentities {
  /** Pairs of keys or person ids that are one person; of two ids of the export the one listed last stays. */
  readonly merges?: readonly SaidPair[]
  /** Pairs that are two people. */
  readonly different?: readonly SaidPair[]
  /** Keys of programs, whatever they look like. */
  readonly bots?: readonly string[]
  /** Keys of people who look like programs. */
  readonly people?: readonly string[]
}

export interface ListedPerson extends HrisPerson {
  /** When the export listed them last: the higher the later. */
  readonly lastListed?: number
}

/** Somebody who is not in the HRIS export. */
export interface Stranger {
  /** The smallest of the keys. */
  readonly id: PersonId
  readonly inHris: false
  readonly name: string | null
  readonly email: string | null
  /** As written, sorted. */
  readonly keys: readonly string[]
}

export interface Bot {
  /** The smallest of its keys. */
  readonly key: string
  /** As written, sorted. */
  readonly keys: readonly string[]
  readonly name: string | null
  /** Why it is taken for a program, in words; null where only somebody says so. */
  readonly sign: string | null
}

/** What a contributor turned out to be: an index into the HRIS people given, into `people` or into `bots`. */
export interface Resolution {
  readonly kind: 'hris' | 'stranger' | 'bot'
  readonly index: number
}

export interface Identities {
  /** In the order of id. */
  readonly people: readonly Stranger[]
  /** For each contributor, in the order given. */
  readonly of: readonly Resolution[]
  /** For each HRIS person the index of the one they are, mostly their own. */
  readonly hrisOf: readonly number[]
  /** In the order of key. */
  readonly bots: readonly Bot[]
  /** Look like programs, and somebody said that they are people; with their positions among the contributors. */
  readonly cleared: readonly (Bot & { readonly contributors: readonly number[] })[]
  /** At most 2,000 open ones, the surest first, and all those that were decided. */
  readonly suggestions: readonly Suggestion[]
  /** Whom suggestions and decisions name, by id. */
  readonly candidates: ReadonlyMap<string, Candidate>
  /** How many contributors were joined to the HRIS export, by what. */
  readonly joined: Readonly<Record<JoinedBy | 'merge', number>>
}

/**
 * Joins by person_id, then e-mail, then alias, then a name only one HRIS person bears. Everybody else
 * is merged by same key or same exact name, transitively. What somebody said comes last and stands.
 * The order of the input never matters.
 */
export function resolveIdentities(
  hris: readonly ListedPerson[],
  contributors: readonly Contributor[],
  said: SaidIdentities = {},
): Identities {
  const { nodes, nodeOf } = groupByKey(contributors)
  const lookup = hrisLookup(hris)
  const saidBots = new Set(said.bots?.map(foldKey))
  const saidPeople = new Set(said.people?.map(foldKey))
  // Members of the sets: the HRIS people first, so that a set with one of them is found under one of their indexes.
  const sets = new DisjointSets(hris.length + nodes.length)
  const memberOf = (node: number) => hris.length + node
  const joins = nodes.map(node => joinToHris(node, lookup))
  const joinedBy = joins.map((join, index) => (join && !saidBots.has(nodes[index]!.foldedKey) ? join.by : null))
  for (const [index, join] of joins.entries()) if (joinedBy[index] !== null) sets.join(join!.index, memberOf(index))
  const signs = nodes.map((node, index) => (joins[index] === null ? signOf(node) : null))
  const looksLikeBot = (index: number) => signs[index] !== null && !saidPeople.has(nodes[index]!.foldedKey)
  mergeByName(
    nodes,
    index => joins[index] === null && !looksLikeBot(index),
    (a, b) => sets.join(memberOf(a), memberOf(b)),
  )
  // A program is known by each of its keys.
  const saidSets = new Set(nodes.flatMap(({ foldedKey }, index) => (saidBots.has(foldedKey) ? [sets.find(memberOf(index))] : [])))
  const isSaidBot = nodes.map((_, index) => saidSets.has(sets.find(memberOf(index))))
  const setsBefore = nodes.map((_, index) => sets.find(memberOf(index)))
  const before = groupsOf(nodes, index => (isSaidBot[index] || looksLikeBot(index) ? null : setsBefore[index]!))

  const members = memberIndex(hris, nodes)
  const merged = joinSaid(said.merges ?? [], said.different ?? [], key => members.get(foldKey(key)), sets)
  const isBot = (index: number) => isSaidBot[index]! || (looksLikeBot(index) && !merged.has(memberOf(index)))
  const bots = botsOf(nodes, signs, index => (isBot(index) ? (isSaidBot[index] ? setsBefore[index]! : memberOf(index)) : null))
  const groups = groupsOf(nodes, index => (isBot(index) ? null : sets.find(memberOf(index))))
  const strangers = strangersOf(nodes, groups, hris.length)
  const staying = stayingOf(hris, sets)

  const botOf = new Map(bots.flatMap(({ members: ofBot }, index) => ofBot.map(node => [node, index] as const)))
  const strangerOf = new Map(strangers.map(({ set }, index) => [set, index]))
  const joined = { id: 0, email: 0, alias: 0, name: 0, merge: 0 }
  const of = nodeOf.map((node): Resolution => {
    const bot = botOf.get(node)
    if (bot !== undefined) return { kind: 'bot', index: bot }
    const set = sets.find(memberOf(node))
    if (set >= hris.length) return { kind: 'stranger', index: strangerOf.get(set)! }
    joined[joinedBy[node] ?? 'merge']++
    return { kind: 'hris', index: staying.get(set)! }
  })

  const positions = positionsOf(nodeOf, nodes.length)
  const contributorsOf = (ofNodes: readonly number[]) => ofNodes.flatMap(node => positions[node]!)
  const likely = likelyPeople(hris, nodes, before)
  const setOf = new Map(likely.map(({ id, member }) => [id, sets.find(member)]))
  const verdicts = new Map<string, Verdict>([
    ...(said.merges ?? []).map(([a, b]) => [pairKey(a, b), 'same'] as const),
    ...(said.different ?? []).map(([a, b]) => [pairKey(a, b), 'different'] as const),
  ])
  const suggestions = suggest(likely, setOf, verdicts)
  const decided = [...(said.merges ?? []), ...(said.different ?? [])].flat()
  const named = new Set([...suggestions.flatMap(({ a, b }) => [a, b]), ...decided])
  return {
    people: strangers.map(({ stranger }) => stranger),
    of,
    hrisOf: hris.map((_, index) => staying.get(sets.find(index))!),
    bots: bots.map(({ bot }) => bot),
    cleared: nodes.flatMap((node, index) =>
      signs[index] != null && !looksLikeBot(index) ? [{ ...botNamed([node], signs[index]), contributors: positions[index]! }] : [],
    ),
    suggestions,
    candidates: new Map(
      likely.flatMap(({ id, names, inHris, keys, nodes: own }) =>
        named.has(id) ? [[id, { id, name: names[0] ?? null, inHris, keys, contributors: contributorsOf(own) }] as const] : [],
      ),
    ),
    joined,
  }
}

function mergeByName(nodes: readonly Node[], isStranger: (node: number) => boolean, join: (a: number, b: number) => void): void {
  const firstOf = new Map<string, number>()
  for (const [index, { names }] of nodes.entries()) {
    if (!isStranger(index)) continue
    for (const name of names) {
      const folded = foldName(name)!
      const first = firstOf.get(folded)
      if (first === undefined) firstOf.set(folded, index)
      else join(first, index)
    }
  }
}

function memberIndex(hris: readonly ListedPerson[], nodes: readonly Node[]): ReadonlyMap<string, number> {
  const members = new Map<string, number>()
  for (const [index, { foldedKey }] of nodes.entries()) members.set(foldedKey, hris.length + index)
  for (const [index, person] of hris.entries()) members.set(foldKey(person.personId), index)
  return members
}

/** Nodes by the set they are in; those without one are left out. */
function groupsOf(nodes: readonly Node[], setOf: (node: number) => number | null): ReadonlyMap<number, number[]> {
  const groups = new Map<number, number[]>()
  for (const index of nodes.keys()) {
    const set = setOf(index)
    if (set === null) continue
    const group = groups.get(set)
    if (group) group.push(index)
    else groups.set(set, [index])
  }
  return groups
}

/** Of each set of HRIS people the index of the one listed last. */
function stayingOf(hris: readonly ListedPerson[], sets: DisjointSets): ReadonlyMap<number, number> {
  const staying = new Map<number, number>()
  const isBefore = (a: ListedPerson, b: ListedPerson) =>
    (a.lastListed ?? 0) < (b.lastListed ?? 0) || (a.lastListed === b.lastListed && compareText(a.personId, b.personId) > 0)
  for (const [index, person] of hris.entries()) {
    const former = staying.get(sets.find(index))
    if (former === undefined || isBefore(hris[former]!, person)) staying.set(sets.find(index), index)
  }
  return staying
}

function botNamed(nodes: readonly Node[], sign: string | null): Bot {
  const keys = nodes.flatMap(node => node.keys).sort(compareText)
  return { key: keys[0]!, keys, name: nodes.flatMap(({ names }) => names).sort(compareText)[0] ?? null, sign }
}

function botsOf(nodes: readonly Node[], signs: readonly (string | null)[], setOf: (node: number) => number | null) {
  const bots = [...groupsOf(nodes, setOf).values()].map(members => {
    const sign = members.map(node => signs[node]!).find(each => each !== null) ?? null
    return {
      members,
      bot: botNamed(
        members.map(node => nodes[node]!),
        sign,
      ),
    }
  })
  return bots.sort((a, b) => compareText(a.bot.key, b.bot.key))
}

interface StrangerSet {
  readonly set: number
  readonly stranger: Stranger
}

function strangersOf(nodes: readonly Node[], groups: ReadonlyMap<number, readonly number[]>, hrisCount: number): StrangerSet[] {
  const strangers = [...groups]
    .filter(([set]) => set >= hrisCount)
    .map(([set, members]): StrangerSet => {
      const group = members.map(node => nodes[node]!)
      const keys = group.flatMap(node => node.keys).sort(compareText)
      const names = group.flatMap(node => node.names).sort(compareText)
      const email = group.map(({ foldedKey }) => foldedKey).find(key => key.includes('@') && !isPlaceholder(key)) ?? null
      return { set, stranger: { id: personId(keys[0]!), inHris: false, name: names[0] ?? null, email, keys } }
    })
  return strangers.sort((a, b) => compareText(a.stranger.id, b.stranger.id))
}

function positionsOf(nodeOf: readonly number[], nodeCount: number): readonly (readonly number[])[] {
  const positions = Array.from({ length: nodeCount }, (): number[] => [])
  for (const [position, node] of nodeOf.entries()) positions[node]!.push(position)
  return positions
}
