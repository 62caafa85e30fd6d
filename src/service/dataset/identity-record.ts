/** What an analysis found out about who is who, kept with its result for somebody to decide over. */
import type { Person } from '../../domain/person.ts'
import type { Identities } from '../../ingest/identity.ts'
import type { Suggestion } from '../../ingest/identity-suggestions.ts'

export interface KnownCandidate {
  readonly id: string
  readonly name: string | null
  readonly inHris: boolean
  readonly keys: readonly string[]
  readonly contributions: number
}

export interface KnownBot {
  readonly key: string
  /** All of them, sorted. */
  readonly keys: readonly string[]
  readonly name: string | null
  /** In words; null where only somebody says that it is one. */
  readonly sign: string | null
  readonly contributions: number
  /** False for those who count as people: somebody said so, or only what they do looks like a program. */
  readonly isLeftOut: boolean
}

export interface IdentityRecord {
  readonly suggestions: readonly Suggestion[]
  /** Those whom suggestions and decisions name, by id, as they are without what was said. */
  readonly candidates: ReadonlyMap<string, KnownCandidate>
  /** Those with contributions, by key. */
  readonly bots: readonly KnownBot[]
  readonly joined: Identities['joined']
}

const MOST_KEYS = 10

/** `contributionsOf` counts rows per contributor; `restless` are people whose doings look like a program's. */
export function identityRecord(
  identities: Identities,
  contributionsOf: Uint32Array,
  restless: ReadonlyMap<Person, string>,
): IdentityRecord {
  const sum = (contributors: readonly number[]) =>
    contributors.reduce((total, contributor) => total + (contributionsOf[contributor] ?? 0), 0)
  const botContributions = new Uint32Array(identities.bots.length)
  const strangerContributions = new Map<string, number>()
  for (const [contributor, { kind, index }] of identities.of.entries()) {
    const count = contributionsOf[contributor] ?? 0
    if (kind === 'bot') botContributions[index] = botContributions[index]! + count
    if (kind === 'stranger') {
      const { id } = identities.people[index]!
      strangerContributions.set(id, (strangerContributions.get(id) ?? 0) + count)
    }
  }
  const keysOf = new Map(identities.people.map(({ id, keys }) => [id, keys]))
  const isCleared = new Set(identities.cleared.map(({ key }) => key))
  const bots: KnownBot[] = [
    ...identities.bots.map((bot, index) => ({ ...bot, contributions: botContributions[index]!, isLeftOut: true })),
    ...identities.cleared.map(({ contributors, ...bot }) => ({ ...bot, contributions: sum(contributors), isLeftOut: false })),
    ...[...restless].flatMap(([{ id, name }, sign]) =>
      isCleared.has(id)
        ? []
        : [{ key: id, keys: keysOf.get(id) ?? [id], name, sign, contributions: strangerContributions.get(id) ?? 0, isLeftOut: false }],
    ),
  ]
  return {
    suggestions: identities.suggestions,
    candidates: new Map(
      [...identities.candidates].map(([id, { contributors, keys, ...candidate }]) => [
        id,
        { ...candidate, keys: keys.slice(0, MOST_KEYS), contributions: sum(contributors) },
      ]),
    ),
    bots: bots.filter(({ contributions }) => contributions > 0).toSorted((a, b) => (a.key < b.key ? -1 : 1)),
    joined: identities.joined,
  }
}
