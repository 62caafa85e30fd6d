/** Who may be one with whom, before anybody said so: the people held against each other, and the pairs worth a question. */
import { compareText } from '../domain/identifiers.ts'
import type { Node } from './contributor-nodes.ts'
import type { HrisPerson } from './hris-lookup.ts'
import { foldName } from './identity-keys.ts'
import { type LookAlike, lookAlikes } from './look-alikes.ts'
import { pairKey } from './said-pairs.ts'

export type Verdict = 'same' | 'different'

/** Two people who may be one. */
export interface Suggestion {
  /** Ids, the smaller first. */
  readonly a: string
  readonly b: string
  /** A sentence. */
  readonly why: string
  /** What was said of them; null while it is open. */
  readonly verdict: Verdict | null
}

/** Somebody as they are before anybody said who is one with whom. */
export interface Candidate {
  readonly id: string
  readonly name: string | null
  readonly inHris: boolean
  /** E-mails and logins, sorted. */
  readonly keys: readonly string[]
  /** Positions among the contributors given. */
  readonly contributors: readonly number[]
}

const MOST_SUGGESTIONS = 2000

/** Somebody held against others. */
export interface LikelyPerson extends LookAlike {
  readonly member: number
  readonly nodes: readonly number[]
}

/** HRIS people with the keys and names they contribute under beside their own, and strangers who did something. */
export function likelyPeople(
  hris: readonly HrisPerson[],
  nodes: readonly Node[],
  groups: ReadonlyMap<number, readonly number[]>,
): LikelyPerson[] {
  const own = (members: readonly number[], field: 'keys' | 'names') => members.flatMap(node => nodes[node]![field])
  const namesOf = (members: readonly number[]) => [...own(members, 'names'), ...own(members, 'keys').filter(isName)]
  const listed = hris.map(({ personId: id, name, email, aliases }, index): LikelyPerson => {
    const members = groups.get(index) ?? []
    const keys = new Set([...(email === null ? [] : [email]), ...aliases, ...own(members, 'keys').filter(key => key !== id)])
    const names = new Set([...(foldName(name) === null ? [] : [name!]), ...namesOf(members)])
    return { id, inHris: true, email, keys: [...keys], names: [...names], member: index, nodes: members }
  })
  const strangers = [...groups].flatMap(([set, members]): LikelyPerson[] => {
    if (set < hris.length || members.every(node => nodes[node]!.onlyTakesPart)) return []
    const keys = own(members, 'keys').sort(compareText)
    return [{ id: keys[0]!, inHris: false, email: null, keys, names: namesOf(members).sort(compareText), member: set, nodes: members }]
  })
  return [...listed, ...strangers]
}

/** A key with a blank in it is a name that stands in the wrong column. */
const isName = (key: string) => key.includes(' ') && !key.includes('@')

/** A pair that follows from others that were decided is no question any more. */
export function suggest(
  people: readonly LookAlike[],
  setOf: ReadonlyMap<string, number>,
  verdicts: ReadonlyMap<string, Verdict>,
): Suggestion[] {
  const suggestions = lookAlikes(people).flatMap(({ a, b, why }): Suggestion[] => {
    const verdict = verdicts.get(pairKey(a, b)) ?? null
    return verdict === null && setOf.get(a) === setOf.get(b) ? [] : [{ a, b, why, verdict }]
  })
  const open = suggestions.filter(({ verdict }) => verdict === null)
  return [...open.slice(0, MOST_SUGGESTIONS), ...suggestions.filter(({ verdict }) => verdict !== null)]
}
