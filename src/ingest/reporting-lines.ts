/** Who reports to whom: manager references resolved, loops named and cut. */
import { compareText } from '../domain/identifiers.ts'
import { managerFinder } from './manager-finder.ts'

export interface ReportingPerson {
  readonly personId: string
  readonly name: string | null
  readonly email: string | null
  /** Other ids, position ids, logins and e-mails. */
  readonly aliases?: readonly string[]
  /** As written: an id, an e-mail, `Name (ID)`, `Last, First` or a name; null at the top. */
  readonly manager: string | null
}

export interface ReportingProblem {
  readonly code: 'manager-not-found' | 'manager-ambiguous' | 'manager-self' | 'manager-loop'
  /** Whom it concerns, sorted; of a loop all its members, the first of whom loses the manager. */
  readonly personIds: readonly string[]
  /** The manager as written; of a loop the reference that was cut. */
  readonly reference: string
  /** Of a loop and a self-manager: the people whose chain of managers ends there, themselves among them; null of others. */
  readonly chains: number | null
}

export interface ReportingLines {
  /** For each person the index of the manager, in the order given; null at the top. Never a loop. */
  readonly managerOf: readonly (number | null)[]
  /** Sorted by code and people. */
  readonly problems: readonly ReportingProblem[]
  /** People without a manager, also those whose reference led nowhere or was cut. */
  readonly roots: number
}

export function resolveManagers(people: readonly ReportingPerson[]): ReportingLines {
  const find = managerFinder(people)
  const notFound = new Map<string, string[]>()
  const ambiguous = new Map<string, string[]>()
  const ends: { readonly problem: Omit<ReportingProblem, 'chains'>; readonly root: number }[] = []
  const managerOf = people.map(({ personId, manager }, index): number | null => {
    if (manager === null || manager.trim() === '') return null
    const found = find(manager)
    if (typeof found === 'string') {
      const references = found === 'ambiguous' ? ambiguous : notFound
      references.set(manager, [...(references.get(manager) ?? []), personId])
      return null
    }
    if (found !== index) return found
    ends.push({ problem: { code: 'manager-self', personIds: [personId], reference: manager }, root: index })
    return null
  })
  for (const loop of findLoops(managerOf)) {
    const members = loop.sort((a, b) => compareText(people[a]!.personId, people[b]!.personId))
    const cut = members[0]!
    managerOf[cut] = null
    const personIds = members.map(index => people[index]!.personId)
    ends.push({ problem: { code: 'manager-loop', personIds, reference: people[cut]!.manager! }, root: cut })
  }
  const chains = chainsByRoot(managerOf)
  const led = (code: ReportingProblem['code'], references: ReadonlyMap<string, string[]>): ReportingProblem[] =>
    [...references].map(([reference, ids]) => ({ code, personIds: ids.sort(compareText), reference, chains: null }))
  const problems = [
    ...ends.map(({ problem, root }): ReportingProblem => ({ ...problem, chains: chains.get(root)! })),
    ...led('manager-not-found', notFound),
    ...led('manager-ambiguous', ambiguous),
  ]
  problems.sort(
    (a, b) => compareText(a.code, b.code) || compareText(a.personIds[0]!, b.personIds[0]!) || compareText(a.reference, b.reference),
  )
  return { managerOf, problems, roots: managerOf.filter(manager => manager === null).length }
}

/** How many people's chains end at each root, without loops. */
function chainsByRoot(managerOf: readonly (number | null)[]): ReadonlyMap<number, number> {
  const rootOf = new Int32Array(managerOf.length).fill(-1)
  const chains = new Map<number, number>()
  for (let start = 0; start < managerOf.length; start++) {
    const walk: number[] = []
    let at = start
    while (rootOf[at]! < 0 && managerOf[at] !== null) {
      walk.push(at)
      at = managerOf[at]!
    }
    const root = rootOf[at]! < 0 ? at : rootOf[at]!
    rootOf[at] = root
    for (const member of walk) rootOf[member] = root
    chains.set(root, (chains.get(root) ?? 0) + 1)
  }
  return chains
}

/** The loops of a graph in which everybody points at most at one other. */
function findLoops(managerOf: readonly (number | null)[]): number[][] {
  const loops: number[][] = []
  /** The walk on which each was first met; 0 before. */
  const walkOf = new Int32Array(managerOf.length)
  for (let start = 0; start < managerOf.length; start++) {
    const walk = start + 1
    let at: number | null = start
    while (at !== null && walkOf[at] === 0) {
      walkOf[at] = walk
      at = managerOf[at]!
    }
    if (at === null || walkOf[at] !== walk) continue
    const loop = [at]
    for (let next = managerOf[at]!; next !== null && next !== at; next = managerOf[next]!) loop.push(next)
    loops.push(loop)
  }
  return loops
}
