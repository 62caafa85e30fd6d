import { describe, expect, test } from 'vitest'
import { BANDS } from '../../src/domain/flag.ts'
import { addMonths, isoDate } from '../../src/domain/calendar.ts'
import type { PatternResult } from '../../src/analysis/finding.ts'
import { plainOrganisation } from './plain-organisation.ts'
import type { Habit, PlainOptions } from './plain-organisation.ts'
import { routeFindings } from './route-findings.ts'

const MIXED = { moved_thinker: 3, moved: 3, player_coach: 3, thinker: 2, planned_thinker: 2 } as const

function organisation(options: Partial<PlainOptions> = {}) {
  const { dataset, habitOf } = plainOrganisation({ people: 90, habits: MIXED, pace: 3, seed: 3, ...options })
  return { dataset, who: (...habits: Habit[]) => [...habitOf].filter(([, one]) => habits.includes(one)).map(([id]) => id) }
}

describe('misrouted systems thinkers', () => {
  const { dataset, who } = organisation()
  const result = routeFindings(dataset)
  const { flagged, findings, misrouted, paths } = result

  test('are those on a coordination path who were systems thinkers in the year before', () => {
    expect(flagged('coordination_path')).toEqual(who('moved', 'moved_thinker'))
    expect(flagged('misrouted_systems_thinker')).toEqual(who('moved_thinker'))
  })

  test('cannot be seen where moves cannot: the same columns are named', () => {
    const blind = routeFindings({
      ...dataset,
      history: [],
      presentColumns: new Set([...dataset.presentColumns].filter(column => !column.startsWith('history.'))),
    })
    const missingOf = (result: PatternResult) => new Map(result.notEnough.map(({ person, missing }) => [person, missing]))
    expect(missingOf(blind.misrouted.misrouted)).toEqual(missingOf(blind.paths))
    expect(missingOf(blind.paths).size).toBeGreaterThan(0)
  })

  test('are no systems thinkers now', () => {
    expect(flagged('systems_thinker')).toEqual(who('thinker', 'planned_thinker'))
  })

  test('are measured over the twelve months before the month of the move', () => {
    for (const { person } of findings.misrouted_systems_thinker) {
      const day = paths.routes.careers[person]!.move!.day!
      const { from, to } = misrouted.before[person]!.period
      expect(isoDate(to + 1)).toBe(`${isoDate(day).slice(0, 7)}-01`)
      expect(from).toBe(addMonths(to + 1, -12))
    }
  })

  test('get the weaker of the two bands', () => {
    for (const { person, band } of findings.misrouted_systems_thinker) {
      const path = paths.findings.find(one => one.person === person)!
      expect(BANDS.indexOf(band)).toBeLessThanOrEqual(BANDS.indexOf(path.band))
    }
    // A path that hangs on its threshold keeps the whole at watch.
    const weak = routeFindings(dataset, { handsOnRatioLikely: 0.001, handsOnRatioStrong: 0.001 })
    expect(weak.findings.misrouted_systems_thinker.map(({ band }) => band)).toEqual(['watch', 'watch', 'watch'])
  })

  test('do not depend on what came after the move: work since then changes no measure of before', () => {
    const { contributions } = dataset
    const { person } = findings.misrouted_systems_thinker[0]!
    const day = paths.routes.careers[person]!.move!.day!
    // All work of others since the move turns into decisions that failed.
    const decision = dataset.kindNames.indexOf('design_decision')
    const since = (row: number) => contributions.person[row] !== person && contributions.day[row]! >= day
    const changed = {
      ...dataset,
      contributions: {
        ...contributions,
        kind: contributions.kind.map((kind, row) => (since(row) ? decision : kind)),
        outcome: contributions.outcome.map((outcome, row) => (since(row) ? 2 : outcome)),
      },
    }
    const before = routeFindings(changed).misrouted.before[person]!.people[person]!
    const { taste, endToEndPerYear } = misrouted.before[person]!.people[person]!.raw
    expect(before.raw).toMatchObject({ taste, endToEndPerYear })
  })
})

describe('about to be misrouted', () => {
  const { dataset, who } = organisation()

  test('are systems thinkers with a planned move', () => {
    const { flagged, findings } = routeFindings(dataset)
    expect(flagged('about_to_be_misrouted')).toEqual(who('planned_thinker'))
    expect(findings.about_to_be_misrouted[0]!.routes).toContain('tech lead without direct reports')
  })

  test('are none where the plan is a staff role, nor where anybody else has the plan', () => {
    const people = dataset.people.map(person => ({
      ...person,
      plannedTrack: person.plannedTrack === 'manager' ? ('ic' as const) : ('manager' as const),
    }))
    const thinkers = new Set(who('thinker'))
    expect(routeFindings({ ...dataset, people }).flagged('about_to_be_misrouted')).toEqual([...thinkers])
  })

  test('cannot be seen where no column holds a plan: said of the systems thinkers, and of those who may be', () => {
    const people = dataset.people.map(person => ({ ...person, plannedTitle: null, plannedTrack: null, plannedDate: null }))
    const { misrouted, thinkers, flagged } = routeFindings({
      ...dataset,
      people,
      presentColumns: new Set([...dataset.presentColumns].filter(column => !column.startsWith('people.planned'))),
    })
    const said = new Map(misrouted.aboutToBe.notEnough.map(({ person, missing }) => [people[person]!.id as string, missing]))
    for (const id of flagged('systems_thinker')) expect(said.get(id)).toEqual(['people.planned_title'])
    for (const { person, missing } of thinkers.notEnough) expect(said.get(people[person]!.id)).toEqual(['people.planned_title', ...missing])
    expect(said.size).toBe(flagged('systems_thinker').length + thinkers.notEnough.length)
    expect(flagged('systems_thinker')).not.toEqual([])
  })

  test('whose work cannot be seen are named with what is missing', () => {
    const { contributions, presentColumns } = dataset
    const bare = {
      ...dataset,
      contributions: { ...contributions, workItem: contributions.workItem.map(() => -1) },
      presentColumns: new Set([...presentColumns].filter(column => column !== 'contributions.work_item')),
    }
    const { misrouted } = routeFindings(bare)
    expect(misrouted.aboutToBe.notEnough.map(({ missing }) => missing)).toEqual([['contributions.work_item'], ['contributions.work_item']])
    expect(misrouted.misrouted.notEnough.length).toBe(who('moved', 'moved_thinker').length)
  })
})
