/** Who is who: the names contributions carry, joined to people of the HRIS export or to each other. */
import { compareText, type PersonId, personId } from '../domain/identifiers.ts'
import { botSign } from './bots.ts'
import { DisjointSets } from './disjoint-sets.ts'
import { type HrisLookup, type HrisPerson, hrisLookup, type JoinedBy } from './hris-lookup.ts'
import { foldKey, foldName, isPlaceholder } from './identity-keys.ts'
import { type LookAlike, lookAlikes, type Suggestion } from './look-alikes.ts'

export interface Contributor {
  /** As written in `person`: a person_id, an e-mail or a login. */
  readonly key: string
  readonly name: string | null
}

export interface IdentityOptions {
  /** Pairs of keys or person ids that somebody said are one. A pair that would make two HRIS people one is ignored. */
  readonly merges?: readonly (readonly [string, string])[]
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
  readonly key: string
  readonly name: string | null
  /** Why it is taken for a program, in words. */
  readonly sign: string
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
  /** In the order of key. */
  readonly bots: readonly Bot[]
  readonly suggestions: readonly Suggestion[]
  /** How many contributors were joined to the HRIS export, by what. */
  readonly joined: Readonly<Record<JoinedBy | 'merge', number>>
}

/**
 * Joins by person_id, then e-mail, then alias, then a name only one HRIS person bears. Everybody else
 * is merged by same key or same exact name, transitively. The order of the input never matters.
 */
export function resolveIdentities(
  hris: readonly HrisPerson[],
  contributors: readonly Contributor[],
  { merges = [] }: IdentityOptions = {},
): Identities {
  const { nodes, nodeOf } = groupByKey(contributors)
  const lookup = hrisLookup(hris)
  // Members of the sets: the HRIS people first, so that a set with one of them is found under its index.
  const sets = new DisjointSets(hris.length + nodes.length)
  const memberOf = (node: number) => hris.length + node
  const joinedBy = nodes.map((node, index) => {
    const join = joinToHris(node, lookup)
    if (join) sets.join(join.index, memberOf(index))
    return join?.by ?? null
  })
  const signs = nodes.map((node, index) => (joinedBy[index] === null ? signOf(node) : null))
  mergeByName(
    nodes,
    index => joinedBy[index] === null && signs[index] === null,
    (a, b) => sets.join(memberOf(a), memberOf(b)),
  )
  const merged = applyMerges(merges, hris, nodes, sets)

  const isBot = (index: number) => signs[index] !== null && !merged.has(memberOf(index))
  const bots = nodes.flatMap((node, index) =>
    isBot(index) ? [{ node: index, key: node.keys[0]!, name: node.names[0] ?? null, sign: signs[index]! }] : [],
  )
  const strangers = strangersOf(
    nodes.flatMap((node, index) => (isBot(index) ? [] : [{ node, set: sets.find(memberOf(index)) }])),
    hris.length,
  )
  const botOf = new Map(bots.map(({ node }, index) => [node, index]))
  const strangerOf = new Map(strangers.map(({ set }, index) => [set, index]))
  const joined = { id: 0, email: 0, alias: 0, name: 0, merge: 0 }
  const of = nodeOf.map((node): Resolution => {
    const bot = botOf.get(node)
    if (bot !== undefined) return { kind: 'bot', index: bot }
    const set = sets.find(memberOf(node))
    if (set >= hris.length) return { kind: 'stranger', index: strangerOf.get(set)! }
    joined[joinedBy[node] ?? 'merge']++
    return { kind: 'hris', index: set }
  })
  return {
    people: strangers.map(({ stranger }) => stranger),
    of,
    bots: bots.map(({ key, name, sign }) => ({ key, name, sign })),
    suggestions: lookAlikes([
      ...hrisLookAlikes(hris, nodes, index => sets.find(memberOf(index))),
      ...strangers.map(({ stranger, names }) => ({ ...stranger, names })),
    ]),
    joined,
  }
}

/** Contributors with one key, and so one person. */
interface Node {
  readonly foldedKey: string
  /** As written, sorted. */
  readonly keys: readonly string[]
  /** As written and meaning somebody, sorted. */
  readonly names: readonly string[]
}

/** Where a key stands for nobody in particular (`root@localhost`), the name is the key. */
function groupByKey(contributors: readonly Contributor[]): { nodes: Node[]; nodeOf: number[] } {
  const groups = new Map<string, { keys: Set<string>; names: Set<string> }>()
  const groupOf = contributors.map(({ key, name }) => {
    const meansSomebody = foldName(name) !== null
    const written = (isPlaceholder(foldKey(key)) && meansSomebody ? name! : key).trim()
    const foldedKey = foldKey(written)
    const group = groups.get(foldedKey) ?? { keys: new Set(), names: new Set() }
    groups.set(foldedKey, group)
    group.keys.add(written)
    if (meansSomebody) group.names.add(name!.trim())
    return foldedKey
  })
  const sorted = [...groups.keys()].sort(compareText)
  const positions = new Map(sorted.map((foldedKey, index) => [foldedKey, index]))
  const nodes = sorted.map(foldedKey => {
    const { keys, names } = groups.get(foldedKey)!
    return { foldedKey, keys: [...keys].sort(compareText), names: [...names].sort(compareText) }
  })
  return { nodes, nodeOf: groupOf.map(foldedKey => positions.get(foldedKey)!) }
}

function joinToHris({ keys, names }: Node, lookup: HrisLookup): { index: number; by: JoinedBy } | null {
  for (const key of keys) {
    const found = lookup.byKey(key)
    if (found) return found
  }
  const spokenFor = new Set<number>()
  // A key with a blank in it is a name that stands in the wrong column.
  for (const name of [...names, ...keys.filter(key => key.includes(' ') && !key.includes('@'))]) {
    const bearers = lookup.byName(name)
    if (bearers.length === 1) spokenFor.add(bearers[0]!)
  }
  return spokenFor.size === 1 ? { index: [...spokenFor][0]!, by: 'name' } : null
}

function signOf({ keys, names }: Node): string | null {
  for (const key of keys) {
    for (const name of [null, ...names]) {
      const sign = botSign(key, name)
      if (sign !== null) return sign
    }
  }
  return null
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

/** The members that merges named. Pairs are taken in a fixed order; one that names nobody here is left for later imports. */
function applyMerges(
  merges: IdentityOptions['merges'] & {},
  hris: readonly HrisPerson[],
  nodes: readonly Node[],
  sets: DisjointSets,
): ReadonlySet<number> {
  const members = new Map<string, number>()
  for (const [index, { foldedKey }] of nodes.entries()) members.set(foldedKey, hris.length + index)
  for (const [index, person] of hris.entries()) members.set(foldKey(person.personId), index)
  const pairs = merges.map(([a, b]): readonly [string, string] => (compareText(a, b) < 0 ? [a, b] : [b, a]))
  pairs.sort((x, y) => compareText(x[0], y[0]) || compareText(x[1], y[1]))
  const named = new Set<number>()
  for (const pair of pairs) {
    const [a, b] = [members.get(foldKey(pair[0])), members.get(foldKey(pair[1]))]
    if (a === undefined || b === undefined) continue
    const [first, second] = [sets.find(a), sets.find(b)]
    if (first !== second && first < hris.length && second < hris.length) continue
    sets.join(a, b)
    named.add(a).add(b)
  }
  return named
}

interface StrangerSet {
  readonly set: number
  readonly stranger: Stranger
  readonly names: readonly string[]
}

function strangersOf(nodes: readonly { readonly node: Node; readonly set: number }[], hrisCount: number): StrangerSet[] {
  const groups = new Map<number, Node[]>()
  for (const { node, set } of nodes) {
    if (set >= hrisCount) groups.set(set, [...(groups.get(set) ?? []), node])
  }
  const strangers = [...groups].map(([set, group]): StrangerSet => {
    const keys = group.flatMap(node => node.keys).sort(compareText)
    const names = group.flatMap(node => node.names).sort(compareText)
    const email = group.map(({ foldedKey }) => foldedKey).find(key => key.includes('@') && !isPlaceholder(key)) ?? null
    return { set, names, stranger: { id: personId(keys[0]!), inHris: false, name: names[0] ?? null, email, keys } }
  })
  return strangers.sort((a, b) => compareText(a.stranger.id, b.stranger.id))
}

/** HRIS people with the names they contribute under beside their own. */
function hrisLookAlikes(hris: readonly HrisPerson[], nodes: readonly Node[], setOf: (node: number) => number): LookAlike[] {
  const names = hris.map(({ name }) => (foldName(name) === null ? [] : [name!]))
  for (const [index, node] of nodes.entries()) names[setOf(index)]?.push(...node.names)
  return hris.map(({ personId: id, email, aliases }, index) => ({
    id,
    inHris: true,
    keys: email === null ? aliases : [email, ...aliases],
    names: names[index]!,
  }))
}
