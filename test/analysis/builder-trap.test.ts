import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findBuilderTraps } from '../../src/analysis/builder-trap.ts'
import { DEFAULT_BUILDER_TRAP_SETTINGS } from '../../src/analysis/builder-trap-settings.ts'
import { groundOf } from '../../src/analysis/ground.ts'
import { DEFAULT_SETTINGS } from '../../src/analysis/settings.ts'
import { personWeeksOf, steadinessOf } from '../../src/analysis/week-resampling.ts'
import { buildDataset } from './dataset-builder.ts'
import type { ContributionInput, DatasetInput, PersonInput } from './dataset-builder.ts'
import { LEDGER_FILES, PEERS, builderTrap, engineer, ledgerKeptBy, siteWork, weekly, withoutColumns } from './trap-datasets.ts'

function found(input: DatasetInput, settings = DEFAULT_BUILDER_TRAP_SETTINGS) {
  const dataset = buildDataset(input)
  const ground = groundOf(dataset, DEFAULT_SETTINGS)
  const result = findBuilderTraps(dataset, ground, settings)
  const idOf = (person: number) => dataset.people[person]!.id as string
  return {
    ...result,
    dataset,
    ground,
    flagged: result.findings.map(finding => idOf(finding.person)),
    lacking: Object.fromEntries(result.notEnough.map(({ person, missing }) => [idOf(person), missing])),
    said: result.excused.map(({ person, why }) => [idOf(person), why]),
    at: (values: Float64Array) => values[dataset.people.findIndex(person => (person.id as string) === 'ada')],
  }
}
const flagged = (input: DatasetInput) => found(input).flagged
const adaAs = (more: Partial<PersonInput>, input = builderTrap) => ({
  ...input,
  people: input.people.map(person => (person.id === 'ada' ? { ...person, ...more } : person)),
})
const withRows = (...rows: DatasetInput['contributions'] & object) => ({
  ...builderTrap,
  contributions: [...builderTrap.contributions, ...rows],
})
const withWork = (contributions: NonNullable<DatasetInput['contributions']>) => ({ ...builderTrap, contributions })

describe('a builder trap', () => {
  const { findings, dataset, measures, at } = found(builderTrap)
  const [finding] = findings

  test('is the one keeper of a system that matters, who builds clearly more than peers', () => {
    expect(flagged(builderTrap)).toEqual(['ada'])
    expect(finding).toMatchObject({ pattern: 'builder_trap', band: 'strong' })
    expect(at(measures.hold)).toBe(1)
    expect(at(measures.share)).toBe(1)
    expect(at(measures.buildPaceRatio)).toBeCloseTo(1.6)
    expect(at(measures.ownEffortThere)).toBeCloseTo(10 / 16)
  })

  test('opens to the contributions behind each reason, newest first', () => {
    const rowsOf = (measure: string) => [...finding!.reasons.find(reason => reason.measure === measure)!.rows]
    expect(rowsOf('hold')).toHaveLength(104)
    expect(rowsOf('own_effort_there')).toHaveLength(52)
    expect(rowsOf('build_pace_ratio')).toHaveLength(104)
    const days = rowsOf('hold').map(row => dataset.contributions.day[row]!)
    expect(days).toEqual(days.toSorted((a, b) => b - a))
    expect(rowsOf('hold').every(row => dataset.componentNames[dataset.contributions.component[row]!] === 'ledger')).toBe(true)
  })

  test('says what would change it, with numbers, and other routes', () => {
    expect(finding!.wouldChange.every(sentence => /\d/.test(sentence))).toBe(true)
    expect(finding!.routes.join(' ')).toMatch(/second keeper.*tech lead.*architect/)
    expect(JSON.stringify(finding)).not.toContain('peer')
  })

  test('counts few second authors, reviewers and documents as reasons, and many as what speaks against it', () => {
    const measuresOf = (input: DatasetInput) => found(input).findings[0]!.reasons.map(reason => reason.measure)
    expect(measuresOf(builderTrap)).toEqual(expect.arrayContaining(['second_authors', 'outside_reviewers', 'documents']))
    const reviews = PEERS.slice(0, 3).flatMap(peer => weekly(peer, { kind: 'review', component: 'ledger', artifacts: ['a'], every: 8 }))
    const documents = weekly('ada', { kind: 'documentation', component: 'ledger', artifacts: ['x', 'y', 'z'], hours: 1, every: 8 })
    const spreading = withRows(...reviews, ...documents)
    expect(measuresOf(spreading)).not.toContain('outside_reviewers')
    expect(measuresOf(spreading)).not.toContain('documents')
    expect(found(spreading).findings[0]!.counter.join(' ')).toMatch(/3 other people reviewed.*3 documents/)
  })

  test('says which way it goes', () => {
    const others = (fromWeek: number, toWeek: number) =>
      weekly('peer1', { component: 'ledger', hours: 4, artifacts: ['i', 'j'], fromWeek, toWeek })
    expect(found(withRows(...others(0, 52))).findings[0]!.reasons.map(reason => reason.measure)).toContain('share_trend')
    expect(found(withRows(...others(53, 104))).findings[0]!.counter.join(' ')).toMatch(/getting better.*100 %.*72 %/)
  })

  test('is decided by effort where nothing names an artifact', () => {
    const bare = withoutColumns(builderTrap.contributions, 'artifact')
    expect(flagged(withWork(bare))).toEqual(['ada'])
    expect(found(withWork(bare)).findings[0]!.coverage).toBeLessThan(found(builderTrap).findings[0]!.coverage)
  })
})

describe('no builder trap', () => {
  test('is whoever keeps something unimportant', () => {
    expect(
      flagged({
        ...builderTrap,
        components: [
          { name: 'ledger', criticality: 2 },
          { name: 'site', criticality: 3 },
        ],
      }),
    ).toEqual([])
  })

  test('is high output whose knowledge is shared', () => {
    const also = weekly('peer0', { component: 'ledger', hours: 7, artifacts: LEDGER_FILES })
    expect(flagged(withRows(...also))).toEqual([])
    const alone = PEERS.map((peer, index) => weekly(peer, { component: 'site', hours: 10, artifacts: [`s${index}`] }))
    expect(flagged(withWork([...weekly('ada', { component: 'site', hours: 16, artifacts: LEDGER_FILES }), ...alone.flat()]))).toEqual([])
  })

  test('is keeping on the side: under a quarter of the own effort', () => {
    expect(flagged(withWork([...ledgerKeptBy('ada', { ledgerHours: 3, siteHours: 13 }), ...siteWork()]))).toEqual([])
  })

  test('is an ordinary pace: under 1.25 times the median contributor', () => {
    expect(flagged(withWork([...ledgerKeptBy('ada', { ledgerHours: 6, siteHours: 6 }), ...siteWork()]))).toEqual([])
  })

  test('is a pace that peers of the grade have too, for grade alone makes no trap', () => {
    const seniors = ['ada', ...PEERS.slice(0, 9)]
    const juniors = Array.from({ length: 12 }, (_, index) => `junior${index}`)
    const graded = (ids: readonly string[], levelRank: number) => ids.map(id => engineer(id, { levelRank }))
    const input = {
      ...builderTrap,
      people: [...graded(seniors, 6), ...graded(juniors, 2), engineer('middle', { levelRank: 4 })],
      contributions: [...ledgerKeptBy('ada'), ...siteWork(PEERS.slice(0, 9), 17), ...siteWork(juniors, 10)],
    }
    const { at, measures } = found(input)
    expect(at(measures.buildPaceRatio)).toBeGreaterThan(1.25)
    expect(at(measures.buildPacePercentile)).toBeLessThan(0.75)
    expect(flagged(input)).toEqual([])
  })

  test('is somebody who has left, is leaving, or is not in the people file', () => {
    expect(flagged(adaAs({ terminationDate: '2024-12-01' }))).toEqual([])
    expect(flagged(adaAs({ terminationDate: '2025-02-28' }))).toEqual([])
    expect(flagged({ ...builderTrap, people: builderTrap.people.filter(person => person.id !== 'ada') })).toEqual([])
    expect(flagged(adaAs({ terminationDate: '2028-12-31' }))).toEqual(['ada'])
  })

  test('is the former keeper whose files others now work in, nor the author of an initial import', () => {
    const before = ledgerKeptBy('ada').filter(row => row.component !== 'ledger' || row.at < '2023-07-01')
    const since = weekly('peer0', { component: 'ledger', hours: 5, artifacts: LEDGER_FILES, fromWeek: 40 })
    expect(flagged(withWork([...before, ...weekly('ada', { component: 'site', hours: 10 }), ...since, ...siteWork()]))).toEqual([])
    const imported = LEDGER_FILES.map(artifact => ({
      person: 'ada',
      at: '2023-01-02T10:00:00Z',
      component: 'ledger',
      artifact,
      size: 90_000,
    }))
    const daily = PEERS.slice(0, 2).flatMap(peer => weekly(peer, { component: 'ledger', hours: 5, artifacts: LEDGER_FILES }))
    expect(flagged(withWork([...imported, ...weekly('ada', { component: 'site', hours: 16 }), ...daily, ...siteWork()]))).toEqual([])
  })

  test('is a mass reformat: one piece of work however many files it touches', () => {
    const reformat = LEDGER_FILES.map(artifact => ({
      person: 'ada',
      at: '2024-06-03T10:00:00Z',
      component: 'ledger',
      artifact,
      size: 5000,
    }))
    const owners = PEERS.slice(0, 2).flatMap(peer => weekly(peer, { component: 'ledger', hours: 4, artifacts: LEDGER_FILES }))
    expect(flagged(withWork([...owners, ...reformat, ...weekly('ada', { component: 'site', hours: 16 }), ...siteWork()]))).toEqual([])
  })
})

describe('said, but not raised', () => {
  test('is a unit of two by design, both of whom work there', () => {
    const people = builderTrap.people.map(person => (['ada', 'peer0'].includes(person.id) ? { ...person, orgUnit: 'treasury' } : person))
    const twin = weekly('peer0', { component: 'ledger', hours: 3, artifacts: ['i', 'j'] })
    const result = found({ ...builderTrap, people, contributions: [...builderTrap.contributions, ...twin] })
    expect([result.flagged, result.said]).toEqual([[], [['ada', 'two_person_unit']]])
    expect(flagged({ ...builderTrap, people })).toEqual(['ada'])
  })

  test('is a system that is new', () => {
    const recent = [...ledgerKeptBy('ada', { ledgerHours: 30 }), ...siteWork()].filter(
      row => row.component !== 'ledger' || row.at >= '2024-08-01',
    )
    expect(found(withWork(recent)).said).toEqual([['ada', 'new_component']])
    expect(flagged(withWork(recent))).toEqual([])
  })

  test('is work done in pairs and credited to one committer', () => {
    const paired = builderTrap.contributions.map(row => (row.component === 'ledger' ? { ...row, participants: ['peer3'] } : row))
    expect(found(withWork(paired)).said).toEqual([['ada', 'paired']])
    expect(flagged(withWork(paired))).toEqual([])
    const now = builderTrap.contributions.map((row, index) =>
      row.component === 'ledger' && index % 3 === 0 ? { ...row, participants: ['peer3'] } : row,
    )
    expect(found(withWork(now)).findings[0]!.counter.join(' ')).toMatch(/One other person took part in 34 %/)
  })
})

describe('no excuse for a builder trap', () => {
  const withParticipants = (participants: (row: ContributionInput) => readonly string[]) =>
    builderTrap.contributions.map(row => ({ ...row, participants: participants(row) }))

  test('is a reviewer who is named on the changes and reviewed them', () => {
    const named = withParticipants(row => (row.component === 'ledger' ? ['peer3'] : []))
    const reviews = weekly('peer3', { kind: 'review', component: 'ledger', artifacts: LEDGER_FILES })
    expect(flagged(withWork([...named, ...reviews]))).toEqual(['ada'])
    const fewReviews = weekly('peer3', { kind: 'review', component: 'ledger', artifacts: LEDGER_FILES, every: 3 })
    expect(flagged(withWork([...named, ...fewReviews]))).toEqual([])
  })

  test('is a participant where most changes of everybody name one', () => {
    expect(flagged(withWork(withParticipants(row => (row.person === 'peer3' ? ['peer4'] : ['peer3']))))).toEqual(['ada'])
  })

  test('is a manager in a unit of two', () => {
    const twosome = (track: 'ic' | 'manager') => ({
      ...withRows(...weekly('peer0', { component: 'ledger', hours: 1, artifacts: ['z'], every: 4 })),
      people: builderTrap.people.map(person =>
        person.id === 'ada' ? { ...person, orgUnit: 'ledger' } : person.id === 'peer0' ? { ...person, orgUnit: 'ledger', track } : person,
      ),
    })
    expect(found(twosome('ic')).said).toEqual([['ada', 'two_person_unit']])
    expect(flagged(twosome('manager'))).toEqual(['ada'])
  })

  test('is a record that is younger than half a year: its systems need not be new', () => {
    const recent = builderTrap.contributions.filter(row => row.at >= '2024-08-01')
    expect(flagged(withWork(recent))).toEqual(['ada'])
  })
})

describe('the pace of a builder', () => {
  test('is per full-time week: a part-timer who does as much in half the hours is as fast', () => {
    const half = [...ledgerKeptBy('ada', { ledgerHours: 5, siteHours: 3 }), ...siteWork()]
    expect(flagged(withWork(half))).toEqual([])
    expect(flagged(adaAs({ fte: 0.5 }, withWork(half)))).toEqual(['ada'])
  })

  test('counts active weeks only: leave slows nobody down', () => {
    const away = {
      ...builderTrap,
      contributions: builderTrap.contributions.filter(row => row.person !== 'ada' || row.at < '2024-04-01' || row.at > '2024-08-31'),
    }
    const { at, measures, flagged: raised } = found(adaAs({ leaveFrom: '2024-04-01', leaveTo: '2024-08-31' }, away))
    expect(at(measures.buildPaceRatio)).toBeCloseTo(1.6)
    expect(raised).toEqual(['ada'])
  })

  test('is held against contributors, not against managers or those who do not build', () => {
    const managers = Array.from({ length: 12 }, (_, index) => `lead${index}`)
    const idle = managers.flatMap(lead => [
      ...weekly(lead, { kind: 'planning', hours: 20 }),
      ...weekly(lead, { component: 'site', hours: 1, every: 8 }),
    ])
    const input = {
      ...builderTrap,
      people: [...builderTrap.people, ...managers.map(id => engineer(id, { track: 'manager' }))],
      contributions: [...ledgerKeptBy('ada', { ledgerHours: 6, siteHours: 6 }), ...siteWork(), ...idle],
    }
    expect(found(input).at(found(input).measures.buildPaceRatio)).toBeCloseTo(1.2)
    expect(flagged(input)).toEqual([])
  })

  test('is held against the own role family, not against another that builds less', () => {
    const designers = Array.from({ length: 12 }, (_, index) => `designer${index}`)
    const input = {
      ...builderTrap,
      people: [...builderTrap.people, ...designers.map(id => engineer(id, { roleFamily: 'design' }))],
      contributions: [
        ...builderTrap.contributions,
        ...designers.flatMap(id => weekly(id, { kind: 'prototype', component: 'site', hours: 2 })),
      ],
    }
    expect(found(input).at(found(input).measures.buildPaceRatio)).toBeCloseTo(1.6)
  })
})

describe('not enough evidence', () => {
  test('is said of everybody where no file says which systems matter', () => {
    const { components: _, ...without } = builderTrap
    const result = found(without)
    expect(result.flagged).toEqual([])
    expect(result.lacking['ada']).toEqual(['components.criticality'])
    expect(result.at(result.scores)).toBeNaN()
  })

  test('is said of everybody where contributions name no system', () => {
    const bare = withoutColumns(builderTrap.contributions, 'component', 'artifact')
    const result = found({
      ...withWork(bare),
      presentColumns: ['people.person_id', 'people.role_family', 'components.criticality', 'contributions.hours'],
    })
    expect(result.lacking['ada']).toContain('contributions.component')
  })

  test('is said of those with under eight active weeks', () => {
    const late = builderTrap.contributions.filter(row => row.person !== 'ada' || row.at > '2024-11-20')
    expect(found(withWork(late)).lacking).toEqual({ ada: ['8 active weeks in the window (there are 5)'] })
  })
})

test('bands follow the weaker of hold and share, and a strong one does not hang on a tenth of any threshold', () => {
  const bandWith = (others: number, ledgerHours = 10) => {
    const rows = weekly('peer0', { component: 'ledger', hours: others, artifacts: LEDGER_FILES.map(name => `${name}2`) })
    return found(withWork([...ledgerKeptBy('ada', { ledgerHours, siteHours: 6 }), ...rows, ...siteWork()])).findings[0]?.band
  }
  expect(bandWith(1)).toBe('watch') // half of the artifacts
  expect(found(builderTrap).findings[0]!.band).toBe('strong')
  // 13.5 hours against 10: 1.35 times, under 1.25 x 1.1.
  expect(found(withWork([...ledgerKeptBy('ada', { ledgerHours: 10, siteHours: 3.5 }), ...siteWork()])).findings[0]!.band).toBe('likely')
})

test('a steady finding is raised in nearly every resample, one at the line in some', () => {
  const steady = (input: DatasetInput) => {
    const { dataset, ground, resample, at } = found(input)
    const weeks = personWeeksOf(dataset, ground.periods.window)
    return at(steadinessOf(dataset.people.length, weeks.offsets, resample(weeks)))
  }
  expect(steady(builderTrap)).toBe(1)
  const uneven = [
    ...weekly('ada', { component: 'ledger', hours: 20, artifacts: LEDGER_FILES, every: 2 }),
    ...weekly('ada', { component: 'site', hours: 2.6 }),
  ]
  const atTheLine = steady(withWork([...uneven, ...siteWork()]))
  expect(atTheLine).toBeGreaterThan(0.2)
  expect(atTheLine).toBeLessThan(0.9)
})

test('the order of rows never matters', () => {
  const plain = (input: DatasetInput) => {
    const { findings, scores, measures, excused, notEnough } = found(input)
    return {
      findings: findings.map(({ reasons, ...rest }) => ({
        ...rest,
        reasons: reasons.map(({ rows, ...one }) => ({ ...one, rows: rows.length })),
      })),
      scores,
      measures,
      excused,
      notEnough,
    }
  }
  const expected = plain(builderTrap)
  const rows = builderTrap.contributions
  fc.assert(
    fc.property(fc.shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length }), contributions => {
      expect(plain({ ...builderTrap, contributions })).toEqual(expected)
    }),
    { numRuns: 5 },
  )
})
