/** The figures on leaders, one by one, on records small enough to count by hand. */
import { describe, expect, test } from 'vitest'
import { findCoordinationPaths } from '../../src/analysis/coordination-path.ts'
import { groundOf } from '../../src/analysis/ground.ts'
import { isTold, seenIn } from '../../src/analysis/leader-behaviours.ts'
import type { Told } from '../../src/analysis/leader-behaviours.ts'
import { accountableButDistant } from '../../src/analysis/leader-measure.ts'
import { DEFAULT_LEADER_SETTINGS } from '../../src/analysis/leader-settings.ts'
import { findLeaders } from '../../src/analysis/leaders.ts'
import { DEFAULT_ROUTE_SETTINGS } from '../../src/analysis/route-settings.ts'
import { DEFAULT_SETTINGS } from '../../src/analysis/settings.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import { componentName, personId } from '../../src/domain/identifiers.ts'
import type { ContributionInput, DatasetInput, PersonInput } from './dataset-builder.ts'
import { buildDataset } from './dataset-builder.ts'
import { AS_OF, engineer, manager, mondayBack, PEERS, unitWith, weekly } from './weekly-work.ts'

function leadersOf(dataset: Dataset) {
  const ground = groundOf(dataset, DEFAULT_SETTINGS)
  const { routes } = findCoordinationPaths(dataset, ground, DEFAULT_ROUTE_SETTINGS)
  const leaders = findLeaders(dataset, ground, routes, DEFAULT_LEADER_SETTINGS)
  const indexOf = (id: string) => dataset.people.findIndex(person => person.id === id)
  return {
    leaders,
    ids: leaders.measures.map(({ leader }): string => dataset.people[leader.person]!.id),
    measure: (id: string) => leaders.measures.find(({ leader }) => leader.person === indexOf(id))!,
    notEnough: (id: string) => leaders.notEnough.find(({ person }) => person === indexOf(id))?.missing ?? null,
  }
}

const LEDGER: DatasetInput['components'] = [
  { name: 'ledger', criticality: 5, ownerUnit: 'Product/Core', core: true },
  { name: 'site', criticality: 2, ownerUnit: 'Product/Web' },
]

const answering = (id: string, ...systems: string[]) => manager(id, { accountableFor: systems.map(componentName) })

/** A leader who reports something each week, so that they are observed, and whatever else they do. */
const led = (leader: PersonInput, more: readonly ContributionInput[] = [], rest: Partial<DatasetInput> = {}) =>
  unitWith({
    people: [leader],
    contributions: [...weekly({ person: leader.id, from: 104, to: 0, hours: 4, kind: 'status_report' }), ...more],
    rest: { components: LEDGER, ...rest },
  })

const count = (told: Told) => (isTold(told) ? [seenIn(told), told.occasions.length] : told.missing)

describe('who is a leader', () => {
  const people = [
    manager('boss', { track: 'manager' }),
    engineer('lead', { managerId: personId('boss') }),
    engineer('report', { managerId: personId('lead') }),
    engineer('owner', { accountableFor: [componentName('ledger')] }),
    engineer('titled', { title: 'Engineering Manager', track: 'manager', trackInferred: true }),
    engineer('former', { managerId: personId('owner'), terminationDate: '2026-01-31' }),
    manager('gone', { terminationDate: '2026-01-31' }),
  ]
  const { ids, measure } = leadersOf(buildDataset({ people, contributions: [{ person: 'report', at: AS_OF }], components: LEDGER }))

  test('people with reports, on the manager track, or who answer for a system; a title alone makes none', () => {
    expect(ids).toEqual(['boss', 'lead', 'owner'])
    expect(ids.map(id => measure(id).leader.why)).toEqual([['reports', 'manager_track'], ['reports'], ['accountable_for']])
  })

  test('those below are counted down to the last, those who left are not', () => {
    expect(measure('boss').leader.below).toHaveLength(2)
    expect(measure('boss').leader.reports).toHaveLength(1)
    expect(measure('owner').leader.reports).toHaveLength(0)
  })

  test('reporting lines in a circle end', () => {
    const circle = [engineer('a', { managerId: personId('b') }), engineer('b', { managerId: personId('a') })]
    const found = leadersOf(buildDataset({ people: circle, contributions: [{ person: 'a', at: AS_OF }] }))
    expect(found.measure('a').leader.below).toHaveLength(1)
  })
})

describe('which systems are a leader’s', () => {
  test('those they are named for; else those their unit owns', () => {
    expect(leadersOf(led(answering('ada', 'site'))).measure('ada').leader).toMatchObject({ ownedBy: 'accountable_for' })
    const withReports = led(manager('ada'), [], {
      people: [manager('ada'), ...PEERS.map(id => engineer(id, { managerId: personId('ada') }))],
    })
    const { leader, accountability, matters } = leadersOf(withReports).measure('ada')
    expect(leader).toMatchObject({ ownedBy: 'owner_unit', owned: [0] })
    expect([accountability, matters]).toEqual([1, true])
  })

  test('else those their reports make, which nobody need answer for', () => {
    const people = [manager('ada'), ...PEERS.map(id => engineer(id, { managerId: personId('ada') }))]
    const contributions = PEERS.flatMap(person => weekly({ person, from: 60, to: 0, hours: 20, component: 'engine' }))
    const { leader, accountability } = leadersOf(buildDataset({ people, contributions, asOf: AS_OF })).measure('ada')
    expect(leader.ownedBy).toBe('work_of_reports')
    expect(accountability).toBeNull()
  })
})

describe('uses the tools', () => {
  test('counts weeks with work that changes something, out of the last 26', () => {
    const { usesTools } = leadersOf(led(answering('ada', 'ledger'), weekly({ person: 'ada', from: 40, to: 13, hours: 6 }))).measure(
      'ada',
    ).behaviours
    expect(count(usesTools)).toEqual([13, 26])
  })

  test('neither reviews nor decisions are tools', () => {
    const rows = ['review', 'design_decision', 'mentoring'].flatMap(kind => weekly({ person: 'ada', from: 20, to: 0, hours: 2, kind }))
    expect(count(leadersOf(led(answering('ada', 'ledger'), rows)).measure('ada').behaviours.usesTools)).toEqual([0, 26])
  })

  test('passes over weeks of leave, and holds part time against part time', () => {
    const away = { ...answering('ada', 'ledger'), leaveFrom: mondayBack(20), leaveTo: mondayBack(10) }
    const found = leadersOf(led(away, weekly({ person: 'ada', from: 9, to: 0, hours: 6 }))).measure('ada').behaviours.usesTools
    expect(count(found)).toEqual([10, 26])
    const half = { ...answering('ada', 'ledger'), fte: 0.5 }
    const { usesTools } = leadersOf(led(half, weekly({ person: 'ada', from: 12, to: 0, hours: 6 }))).measure('ada').behaviours
    expect(isTold(usesTools) && usesTools.share).toBe(1)
  })

  test('for AI alone means work with agents', () => {
    const rows = weekly({ person: 'ada', from: 25, to: 0, hours: 6 }).map((row, at) => ({ ...row, agent: at % 2 === 0 }))
    expect(count(leadersOf(led(answering('ada', 'ai'), rows)).measure('ada').behaviours.usesTools)).toEqual([13, 26])
  })
})

describe('is present when trade-offs are made', () => {
  const decisions = (participants: readonly string[], from: number, to: number): ContributionInput[] =>
    weekly({ person: 'peer0', from, to, hours: 2, kind: 'design_decision', component: 'ledger' }).map(row => ({ ...row, participants }))

  test('counts decisions on their systems that name who took part', () => {
    const rows = [...decisions(['peer1', 'ada'], 9, 0), ...decisions(['peer1'], 29, 10), ...decisions([], 40, 30)]
    expect(count(leadersOf(led(answering('ada', 'ledger'), rows)).measure('ada').behaviours.presentAtDecisions)).toEqual([10, 30])
  })

  test('one decision written down by several people is one', () => {
    const item = (row: ContributionInput): ContributionInput => ({ ...row, workItem: `item of ${row.at}` })
    const rows = [...decisions(['peer1'], 9, 0).map(item), ...decisions(['ada'], 9, 0).map(row => item({ ...row, person: 'peer2' }))]
    expect(count(leadersOf(led(answering('ada', 'ledger'), rows)).measure('ada').behaviours.presentAtDecisions)).toEqual([10, 10])
  })

  test('decisions on other systems, before they came, or while they were away do not count', () => {
    const leader = { ...answering('ada', 'ledger'), hireDate: mondayBack(30), leaveFrom: mondayBack(20), leaveTo: mondayBack(11) }
    const rows = [...decisions(['peer1'], 50, 0), ...decisions(['peer1'], 9, 0).map(row => ({ ...row, component: 'site' }))]
    expect(count(leadersOf(led(leader, rows)).measure('ada').behaviours.presentAtDecisions)).toEqual([0, 21])
  })

  test('cannot be told from a handful of decisions', () => {
    expect(
      count(leadersOf(led(answering('ada', 'ledger'), decisions(['peer1'], 6, 0))).measure('ada').behaviours.presentAtDecisions),
    ).toMatch(/^contributions\.participants: 8 decisions .* \(there are 7\)$/)
  })
})

describe('pushes back', () => {
  const reviews = (person: string, outcome: 'changed' | 'approved', from: number, to: number) =>
    weekly({ person, from, to, hours: 1, kind: 'review', component: 'ledger' }).map(row => ({ ...row, outcome }))

  test('counts months in which a review of theirs changed something', () => {
    const rows = [...reviews('ada', 'changed', 8, 0), ...reviews('ada', 'approved', 50, 9), ...reviews('peer0', 'changed', 50, 0)]
    expect(count(leadersOf(led(answering('ada', 'ledger'), rows)).measure('ada').behaviours.pushesBack)).toEqual([2, 12])
  })

  test('cannot be told where no review on their systems says what came of it', () => {
    const rows = weekly({ person: 'peer0', from: 50, to: 0, hours: 1, kind: 'review', component: 'ledger' })
    expect(count(leadersOf(led(answering('ada', 'ledger'), rows)).measure('ada').behaviours.pushesBack)).toContain('contributions.outcome')
  })
})

test('freshness halves with each half year without hands-on work', () => {
  const rows = [...weekly({ person: 'ada', from: 104, to: 26, hours: 10 })]
  const { freshness } = leadersOf(led(answering('ada', 'ledger'), rows)).measure('ada').behaviours
  // Weeks 26 to 104 of 0 to 104, each weighing 2 ** (-week / 26).
  const weight = (from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, at) => 2 ** (-(from + at) / 26)).reduce((a, b) => a + b)
  expect(freshness).toBeCloseTo(weight(26, 104) / weight(0, 104), 6)
  expect(freshness).toBeCloseTo(0.47, 2)
})

test('proximity is the mean of the three, an unknown one as a half; accountable but distant is what is left of criticality', () => {
  const decided = weekly({ person: 'peer0', from: 9, to: 0, hours: 2, kind: 'design_decision', component: 'ledger' })
  const rows = [...weekly({ person: 'ada', from: 12, to: 0, hours: 6 }), ...decided.map(row => ({ ...row, participants: ['peer1'] }))]
  const measure = leadersOf(led(answering('ada', 'ledger'), rows)).measure('ada')
  expect(measure.proximity).toBeCloseTo((13 / 26 + 0 + 0.5) / 3, 9)
  expect(accountableButDistant(measure)).toBeCloseTo(1 - measure.proximity!, 9)
  expect(measure.coverage).toBeCloseTo(4 / 5, 9)
})

describe('the player-coach', () => {
  const withReports = (hours: number, kind = 'commit') => {
    const leader = manager('ada')
    return led(leader, weekly({ person: 'ada', from: 60, to: 0, hours, kind }), {
      people: [leader, ...PEERS.map(id => engineer(id, { managerId: personId('ada') }))],
    })
  }

  test('leads people and does more hands-on work than the median of them', () => {
    expect(leadersOf(withReports(24)).measure('ada').playerCoach).toEqual({
      isPlayerCoach: true,
      hours: 24,
      builderHours: 20,
      builders: 9,
      scope: 'reports',
    })
    expect(leadersOf(withReports(20)).measure('ada').playerCoach?.isPlayerCoach).toBe(false)
  })

  test('who only decides does not play', () => {
    expect(leadersOf(withReports(30, 'design_decision')).measure('ada').playerCoach?.isPlayerCoach).toBe(false)
  })

  test('who leads nobody is none', () => {
    expect(
      leadersOf(led(answering('ada', 'ledger'), weekly({ person: 'ada', from: 60, to: 0, hours: 30 }))).measure('ada').playerCoach,
    ).toBeNull()
  })
})

describe('the rebuild test', () => {
  const onLedger = (from: number, to: number, kind = 'commit', agent?: boolean) =>
    weekly({ person: 'ada', from, to, hours: 5, kind, component: 'ledger' }).map((row, at) => ({
      ...row,
      ...(kind === 'commit' ? { artifact: `file ${at % 4}` } : {}),
      ...(agent === undefined ? {} : { agent }),
    }))
  const verdict = (rows: readonly ContributionInput[]) => {
    const [first] = leadersOf(led(answering('ada', 'ledger'), rows)).measure('ada').rebuild
    return first?.verdict
  }

  test('an author who changed it lately and covered two phases there is ready', () => {
    expect(verdict([...onLedger(30, 2), ...onLedger(20, 18, 'design_decision')])).toBe('ready')
  })

  test('an author of long ago is rusty, and so is one who only codes there', () => {
    expect(verdict([...onLedger(70, 40), ...onLedger(60, 50, 'design_decision')])).toBe('rusty')
    expect(verdict(onLedger(30, 2))).toBe('rusty')
  })

  test('whoever never changed anything there shows no evidence', () => {
    expect(verdict(weekly({ person: 'ada', from: 20, to: 0, hours: 1, kind: 'review', component: 'ledger' }))).toBe('no_evidence')
  })

  test('where the system is changed with agents, their own practice with them is asked for', () => {
    const byAgents = weekly({ person: 'peer0', from: 20, to: 0, hours: 5, component: 'ledger' }).map(row => ({
      ...row,
      artifact: 'other',
      agent: true,
    }))
    const own = [...onLedger(30, 2, 'commit', false), ...onLedger(20, 18, 'design_decision')]
    expect(verdict([...own, ...byAgents])).toBe('rusty')
    expect(verdict([...own, ...byAgents, { person: 'ada', at: mondayBack(1), component: 'site', agent: true }])).toBe('ready')
  })
})

describe('builder as leader', () => {
  const UNITS = Array.from({ length: 7 }, (_, unit) => `Unit ${unit}`)
  /** Seven units of four; the first one's leader came 12 months ago. Its members build so much more since. */
  const organisation = (more: number, spread: number) => {
    const people = UNITS.flatMap((orgUnit, unit) => [
      manager(`lead${unit}`, { orgUnit, hireDate: unit === 0 ? '2025-07-01' : '2019-01-07' }),
      ...Array.from({ length: 4 }, (_, index) => engineer(`u${unit}m${index}`, { orgUnit, managerId: personId(`lead${unit}`) })),
    ])
    const contributions = UNITS.flatMap((_, unit) =>
      Array.from({ length: 4 }, (_, index) =>
        Array.from({ length: 105 }, (_, back) => {
          const since = back < 52 ? (unit === 0 ? more : spread * (unit - 3.5)) : 0
          return weekly({ person: `u${unit}m${index}`, from: back, to: back, hours: 20 + since })
        }).flat(),
      ).flat(),
    )
    return leadersOf(buildDataset({ people, contributions, asOf: '2026-06-30' })).measure('lead0').lift
  }

  test('is the change of the unit less that of the others, with an interval as wide as units differ', () => {
    const lift = organisation(5, 0.2)!
    expect(lift.hoursPerMonth).toBeGreaterThan(19)
    expect(lift.hoursPerMonth).toBeLessThan(24)
    expect(lift.low).toBeGreaterThan(0)
    expect(lift).toMatchObject({ members: 4, units: 6, parallelTrends: true })
  })

  test('tells nothing where units differ as much by themselves', () => {
    const lift = organisation(5, 3)!
    expect(lift.low).toBeLessThan(0)
    expect(lift.high).toBeGreaterThan(0)
  })
})

describe('nobody is called distant', () => {
  const far = (leader: PersonInput, rest: Partial<DatasetInput> = {}) => {
    const decisions = weekly({ person: 'peer0', from: 50, to: 0, hours: 2, kind: 'design_decision', component: 'ledger' })
    const rows = decisions.map(row => ({ ...row, participants: ['peer1'] }))
    return leadersOf(led(leader, rows, rest))
  }

  test('unless they answer for something that matters', () => {
    expect(far(answering('ada', 'ledger')).leaders.findings).toHaveLength(1)
    expect(far(answering('ada', 'site')).leaders.findings).toEqual([])
    expect(far(manager('ada', { orgUnit: 'Elsewhere' })).leaders.findings).toEqual([])
  })

  test('in their first half year', () => {
    expect(far({ ...answering('ada', 'ledger'), hireDate: mondayBack(20) }).leaders.findings).toEqual([])
  })

  test('when they are known to leave soon, or have left', () => {
    expect(far({ ...answering('ada', 'ledger'), terminationDate: '2026-09-30' }).leaders.findings).toEqual([])
    expect(far({ ...answering('ada', 'ledger'), terminationDate: '2026-03-31' }).leaders.findings).toEqual([])
  })

  test('where no criticality is recorded: then the answer is that it cannot be told', () => {
    const { leaders, notEnough } = far(answering('ada', 'ledger'), { components: [{ name: 'ledger' }] })
    expect(leaders.findings).toEqual([])
    expect(notEnough('ada')).toEqual(['components.criticality'])
  })

  test('where nobody is named to answer for anything', () => {
    expect(far(manager('ada'), { components: [{ name: 'ledger', criticality: 5 }] }).notEnough('ada')).toEqual([
      'people.accountable_for',
      'components.owner_unit',
    ])
  })
})
