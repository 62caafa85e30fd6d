/** The few figures of the method the screens need, computed on the invented organisation. Not the product's analysis: just believable. */
import { PEOPLE, SYSTEM_LIST, type FakeSystem } from './fake-organisation.ts'

type Artifacts = readonly (readonly number[])[]
export type Curve = { removed: string[]; coverage: number[] }

export const idOf = (index: number) => PEOPLE[index]?.personId ?? ''
export const EVERYBODY: ReadonlySet<number> = new Set(PEOPLE.keys())
export const EMPLOYED: ReadonlySet<number> = new Set([...EVERYBODY].filter(index => PEOPLE[index]?.employed))

export const coverageOf = (artifacts: Artifacts, present: ReadonlySet<number>) =>
  artifacts.length === 0 ? null : artifacts.filter(authors => authors.some(author => present.has(author))).length / artifacts.length

export function artifactCounts(artifacts: Artifacts): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  for (const authors of artifacts) for (const author of authors) counts.set(author, (counts.get(author) ?? 0) + 1)
  return counts
}

export function removalOf(artifacts: Artifacts, from: ReadonlySet<number>): Curve {
  const present = new Set(from)
  const curve: Curve = { removed: [], coverage: [coverageOf(artifacts, present) ?? 0] }
  const byCount = [...artifactCounts(artifacts)].filter(([person]) => present.has(person)).toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
  for (const [person] of byCount) {
    present.delete(person)
    curve.removed.push(idOf(person))
    curve.coverage.push(coverageOf(artifacts, present) ?? 0)
  }
  return curve
}

export function truckFactorOf(artifacts: Artifacts, from: ReadonlySet<number>): number | null {
  if (artifacts.length === 0) return null
  const crossing = removalOf(artifacts, from).coverage.findIndex(coverage => coverage < 0.5)
  return crossing === -1 ? null : crossing
}

/** Share of authored artifacts left without an author when one person goes. */
export function holdOf(artifacts: Artifacts, person: number, present: ReadonlySet<number>): number {
  const authored = artifacts.filter(authors => authors.some(author => present.has(author)))
  return authored.length === 0
    ? 0
    : authored.filter(authors => authors.every(author => author === person || !present.has(author))).length / authored.length
}

export interface Verdict {
  readonly keepers: 'none' | 'one' | 'several' | null
  readonly keeper: { personId: string; hold: number; share: number } | null
}

export function verdictOf({ authors }: FakeSystem, present: ReadonlySet<number>): Verdict {
  const coverage = coverageOf(authors, present)
  if (coverage === null) return { keepers: null, keeper: null }
  if (coverage < 0.5) return { keepers: 'none', keeper: null }
  for (const person of present) {
    const hold = holdOf(authors, person, present)
    if (hold >= 0.5) return { keepers: 'one', keeper: { personId: idOf(person), hold, share: Math.min(0.97, hold * 0.95) } }
  }
  return { keepers: 'several', keeper: null }
}

export const WHOLE: Artifacts = SYSTEM_LIST.flatMap(system => system.authors)
