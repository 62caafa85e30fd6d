/** Fairness: whether flags fall on some groups more often than on others. The one analysis that reads demographic values. */
import { compareText } from '../domain/identifiers.ts'
import { PATTERNS } from '../domain/flag.ts'
import type { Pattern } from '../domain/flag.ts'
import type { DemographicValue, Person } from '../domain/person.ts'
import { adverseImpactRatio, flipsWithin } from './adverse-impact.ts'
import type { FairnessSettings } from './fairness-settings.ts'
import type { Finding } from './finding.ts'
import { fisherTest } from './fisher-test.ts'
import type { FisherTest, TwoGroups } from './fisher-test.ts'
import { hiddenGroups, isFlagHidden } from './group-suppression.ts'

/** One group beside everybody else, for one flag. */
export interface GroupComparison extends TwoGroups {
  /** Null: no value is recorded. */
  readonly group: string | null
  /** Null where neither side has anybody flagged. */
  readonly ratio: number | null
  readonly test: FisherTest
  /** The fewest people whose flag would have to change for the ratio to cross the line; null where none would. */
  readonly flipsWithin: number | null
}

export interface FlagFairness {
  readonly attribute: string
  readonly pattern: Pattern
  /** In the order of group, those without a value last; hidden ones are left out. */
  readonly groups: readonly GroupComparison[]
  /** Whether any group of the attribute is left out. */
  readonly isSuppressed: boolean
}

/**
 * @param candidates 1 per person who can be flagged: everybody else is in no group, and for every flag the same people are
 * counted, so that no difference between two flags tells of those in between
 * @returns by attribute and pattern; flags nobody has, and attributes with a single group, have nothing to compare
 */
export function fairnessOf(
  people: readonly Person[],
  candidates: Uint8Array,
  findings: readonly Finding[],
  values: readonly DemographicValue[],
  settings: FairnessSettings,
): FlagFairness[] {
  const flaggedBy = new Map(PATTERNS.map(pattern => [pattern, new Set<number>()]))
  for (const { person, pattern } of findings) if (candidates[person] === 1) flaggedBy.get(pattern)!.add(person)
  const attributes = [...new Set(values.map(({ attribute }) => attribute))].sort(compareText)
  return attributes.flatMap(attribute => {
    const groups = groupsOf(people, candidates, values, attribute)
    if (groups.size < 2) return []
    return PATTERNS.flatMap(pattern => {
      const flagged = flaggedBy.get(pattern)!
      return flagged.size === 0 ? [] : [{ attribute, pattern, ...comparedBy(groups, flagged, settings) }]
    })
  })
}

type Groups = ReadonlyMap<string | null, readonly number[]>

/** Values are compared as written, spaces around them apart. */
function groupsOf(people: readonly Person[], candidates: Uint8Array, values: readonly DemographicValue[], attribute: string): Groups {
  const valueOf = new Map<string, string>()
  for (const { personId, attribute: one, value } of values) if (one === attribute) valueOf.set(personId, value.trim())
  const groups = new Map<string | null, number[]>()
  for (const [person, { id, inHris }] of people.entries()) {
    if (candidates[person] === 0 || !inHris) continue
    const group = valueOf.get(id) || null
    const members = groups.get(group)
    if (members) members.push(person)
    else groups.set(group, [person])
  }
  return new Map([...groups].sort(([a], [b]) => (a === null ? 1 : b === null ? -1 : compareText(a, b))))
}

function comparedBy(
  groups: Groups,
  flaggedPeople: ReadonlySet<number>,
  { fairnessGroupLeast, fairnessFlaggedLeast, fairnessRatio }: FairnessSettings,
): Pick<FlagFairness, 'groups' | 'isSuppressed'> {
  const members = [...groups.values()]
  const sizes = members.map(group => group.length)
  const flagged = members.map(group => group.filter(person => flaggedPeople.has(person)).length)
  const hidden = hiddenGroups(sizes, fairnessGroupLeast)
  if (isFlagHidden({ sizes, flagged, hidden }, fairnessGroupLeast, fairnessFlaggedLeast)) return { groups: [], isSuppressed: true }
  const [allPeople, allFlagged] = [sum(sizes), sum(flagged)]
  const compared = [...groups.keys()].map((group, at): GroupComparison => {
    const table = {
      people: sizes[at]!,
      flagged: flagged[at]!,
      otherPeople: allPeople - sizes[at]!,
      otherFlagged: allFlagged - flagged[at]!,
    }
    return { group, ...table, ratio: adverseImpactRatio(table), test: fisherTest(table), flipsWithin: flipsWithin(table, fairnessRatio) }
  })
  return { groups: compared.filter((_, at) => hidden[at] === 0), isSuppressed: hidden.includes(1) }
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0)
