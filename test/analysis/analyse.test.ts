import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/analysis/analyse.ts'
import { knowledgeMatrix } from '../../src/analysis/matrix.ts'
import { DEFAULT_SETTINGS } from '../../src/analysis/settings.ts'
import { isoDate } from '../../src/domain/calendar.ts'
import { buildDataset, dayOf } from './dataset-builder.ts'
import type { ContributionInput, DatasetInput } from './dataset-builder.ts'
import { datasetArbitrary } from './random-dataset.ts'

const analysed = (input: DatasetInput, settings = DEFAULT_SETTINGS) => analyse(buildDataset({ asOf: '2024-12-31', ...input }), settings)

/** Lists of rows at any depth become their lengths. */
const countedRows = (figures: unknown): unknown =>
  JSON.parse(JSON.stringify(figures, (key, value: unknown) => (/rows$/i.test(key) ? (value as ArrayLike<number>).length : value))) // rows are lists everywhere

test('the order of rows never matters', () => {
  const shuffledArbitrary = datasetArbitrary.chain(input => {
    const { contributions, meetings = [] } = input
    const shuffled = <T>(rows: readonly T[]) => fc.shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length })
    return fc.tuple(fc.constant(input), shuffled(contributions), shuffled(meetings))
  })
  const settings = { ...DEFAULT_SETTINGS, minimumActiveWeeks: 2, cohortMinimum: 2, noAuthorshipForInitialImports: true }
  // Rows are named by position, so of them only the number can be the same.
  const withoutRows = (input: DatasetInput) => {
    const { patterns, ...analysis } = analysed(input, settings)
    const { findings, notEnough, promotionBasis, workToMeeting, leaders, agents } = patterns
    const counted = findings.map(finding => ({
      ...finding,
      reasons: finding.reasons.map(reason => ({ ...reason, rows: reason.rows.length })),
    }))
    const figures = countedRows([leaders.measures, leaders.steadiness, agents])
    return { ...analysis, evidence: null, findings: counted, notEnough, promotionBasis, workToMeeting, figures }
  }
  fc.assert(
    fc.property(shuffledArbitrary, ([input, contributions, meetings]) => {
      expect(withoutRows({ ...input, contributions, meetings })).toEqual(withoutRows(input))
    }),
    { numRuns: 100 },
  )
})

test('what is kept of an analysis is plain data', () => {
  const { model, evidence, months, patterns } = analysed({ contributions: [{ person: 'ada', at: '2024-05-01', artifact: 'a' }] })
  const kept = { model, evidence, months, promotion: patterns.promotionBasis }
  expect(structuredClone(kept)).toEqual(kept)
})

test('nothing at all is analysed without complaint', () => {
  const { people, components, whole, quality } = analysed({})
  expect([people, components]).toEqual([[], []])
  expect(whole).toMatchObject({ artifacts: 0, truckFactor: null, currentTruckFactor: null, singleAuthorRatio: null, coverageCurve: [] })
  expect(quality).toMatchObject({ recordsFrom: null, artifactsInScope: 0 })
})

describe('evidence', () => {
  test('lists rows newest first, by person and by component, reviews and unknown kinds too', () => {
    const contributions: ContributionInput[] = [
      { person: 'ada', at: '2024-05-01T10:00:00Z', component: 'core' },
      { person: 'bob', at: '2024-05-03T10:00:00Z', component: 'core', kind: 'review' },
      { person: 'ada', at: '2024-05-02T10:00:00Z', component: 'core', kind: 'riddle' },
      { person: 'ada', at: '2024-05-04T10:00:00Z' },
    ]
    const { byComponent, byPerson } = analysed({ contributions }).evidence
    expect([...byComponent.storedRow]).toEqual([1, 2, 0])
    expect([[...byPerson.offsets], [...byPerson.storedRow]]).toEqual([
      [0, 3, 4],
      [3, 2, 0, 1],
    ])
  })

  test('of one moment stands in the order of fingerprints, wherever the rows stood', () => {
    const rows = ['a', 'b', 'c', 'd'].map(artifact => ({ person: 'ada', at: '2024-05-01', artifact }))
    const listed = (contributions: ContributionInput[]) =>
      [...analysed({ contributions }).evidence.byPerson.storedRow].map(row => contributions[row]!.artifact)
    expect(listed(rows.toReversed())).toEqual(listed(rows))
  })
})

test('the matrix shows authored artifacts and effort of people in components', () => {
  const row = (person: string, component: string, artifact: string, hours: number) => ({
    person,
    at: '2024-05-01',
    component,
    artifact,
    hours,
  })
  const { model } = analysed({
    contributions: [row('ada', 'core', 'a', 3), row('ada', 'core', 'b', 3), row('bob', 'core', 'c', 2), row('bob', 'site', 'd', 1)],
  })
  const matrix = knowledgeMatrix(model, [1, 0], [0, 1])
  expect([...matrix.authored]).toEqual([1, 1, 2, 0])
  expect([...matrix.authoredShare]).toEqual([1 / 3, 1, 2 / 3, 0])
  expect([...matrix.effortShare]).toEqual([0.25, 1, 0.75, 0])
  expect([...matrix.artifacts]).toEqual([3, 1])
})

describe('initial imports', () => {
  const moved = Array.from({ length: 10 }, (_, index) => ({
    person: 'ada',
    at: '2024-02-01',
    component: 'core',
    artifact: `f${index}`,
    change: 'added' as const,
  }))
  const later = Array.from({ length: 10 }, (_, index) => ({
    person: 'bob',
    at: '2024-05-01',
    component: 'core',
    artifact: `f${index}`,
    change: 'changed' as const,
  }))

  test('are reported, and make no author when set so', () => {
    const input = { contributions: [...moved, ...later] }
    expect(analysed(input).quality.initialImports).toEqual([{ person: 0, day: dayOf('2024-02-01'), component: 0, artifacts: 10, share: 1 }])
    expect(analysed(input).components[0]?.top.map(one => [one.personId, one.artifacts])).toEqual([
      ['ada', 10],
      ['bob', 10],
    ])
    const withoutImports = analysed(input, { ...DEFAULT_SETTINGS, noAuthorshipForInitialImports: true })
    expect(withoutImports.components[0]?.top.map(one => [one.personId, one.artifacts])).toEqual([
      ['bob', 10],
      ['ada', 0],
    ])
  })

  test('are over a fifth of a component first touched in a day, never a single artifact', () => {
    const day = (index: number) => isoDate(dayOf('2024-02-01') + index)
    const spread = moved.map((row, index) => ({ ...row, at: day(Math.floor(index / 2)) }))
    expect(analysed({ contributions: spread }).quality.initialImports).toEqual([])
    expect(analysed({ contributions: moved.slice(0, 3).map((row, index) => ({ ...row, at: day(index) })) }).quality.initialImports).toEqual(
      [],
    )
    expect(analysed({ contributions: [...spread, { ...moved[0]!, artifact: 'g', at: day(4) }] }).quality.initialImports).toHaveLength(1)
  })
})

describe('what is missing', () => {
  const contributions = [{ person: 'ada', at: '2024-05-01', artifact: 'a' }]
  const missing = (input: DatasetInput, figure: string) =>
    analysed(input)
      .coverage.find(one => one.figure === figure)!
      .missing.map(one => one.column)

  test('is named per figure, with what it costs in plain words', () => {
    expect(missing({ contributions }, 'keepers')).toContain('people.person_id')
    expect(missing({ contributions, people: [{ id: 'ada' }] }, 'keepers')).toContain(
      'people.termination_date|people.employment_status|history.reason',
    )
    expect(missing({ contributions, people: [{ id: 'ada', terminationDate: null }] }, 'keepers')).not.toContain(
      'people.termination_date|people.employment_status|history.reason',
    )
    for (const { coverage, missing: columns } of analysed({ contributions }).coverage) {
      expect(coverage).toBeLessThan(1)
      expect(columns.every(one => /^[A-Z].*\.$/.test(one.cost))).toBe(true)
    }
  })

  test('of time is said: records that begin after a period does, and kinds that begin within the window', () => {
    const row = (at: string, kind = 'commit') => ({ person: 'ada', at, kind })
    expect(analysed({ contributions: [row('2024-01-01'), row('2024-12-01')] }).quality.recordsShorterThan).toEqual([
      'baseline',
      'ownership',
    ])
    expect(analysed({ contributions: [row('2022-01-01'), row('2024-06-01', 'pull_request')] }).quality).toMatchObject({
      recordsShorterThan: [],
      kindsStartingInWindow: [{ kind: 'pull_request', from: dayOf('2024-06-01') }],
    })
  })

  test('of artifacts is counted: out of scope, without history, never added', () => {
    const rows = [
      { person: 'ada', at: '2024-05-01', artifact: 'a', change: 'changed' as const },
      { person: 'ada', at: '2024-05-01', artifact: 'vendored', change: 'added' as const },
    ]
    const artifacts = ['a', 'b'].map(artifact => ({ component: 'system', artifact }))
    expect(analysed({ contributions: rows, artifacts }).quality).toMatchObject({
      scopeGiven: true,
      artifactsInScope: 2,
      artifactsOutOfScope: 1,
      rowsOutOfScope: 1,
      artifactsWithoutHistory: 1,
      artifactsNeverAdded: 1,
    })
  })
})

test('the removal curve names who is taken away, employed people only', () => {
  const rows = 'abc'
    .split('')
    .map(artifact => ({ person: 'ada', at: '2024-05-01', artifact }))
    .concat('de'.split('').map(artifact => ({ person: 'bob', at: '2024-05-01', artifact })))
  const { whole } = analysed({ contributions: rows, people: [{ id: 'ada', terminationDate: '2024-06-30' }, { id: 'bob' }] })
  expect(whole.removal).toEqual([
    { person: null, coverage: 0.4, isMember: false },
    { person: 'bob', coverage: 0, isMember: false },
  ])
  expect(whole).toMatchObject({
    truckFactor: 1,
    members: ['ada'],
    currentTruckFactor: 0,
    currentStartsBelowLine: true,
    singleAuthorRatio: 1,
  })
})

test('pair work credited to one committer makes no author of the other, who stays visible as a participant alone', () => {
  const rows = [{ person: 'ada', at: '2024-05-01', artifact: 'a', participants: ['bob'] }]
  const { components, people } = analysed({ contributions: rows })
  expect(components[0]?.top.map(one => one.personId)).toEqual(['ada'])
  expect(people.map(one => [one.personId, one.modes === null])).toEqual([
    ['ada', false],
    ['bob', true],
  ])
})
