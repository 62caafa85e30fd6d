import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findEnablerTraps } from '../../src/analysis/enabler-trap.ts'
import { DEFAULT_ENABLER_TRAP_SETTINGS } from '../../src/analysis/enabler-trap-settings.ts'
import { groundOf } from '../../src/analysis/ground.ts'
import { DEFAULT_SETTINGS } from '../../src/analysis/settings.ts'
import { personWeeksOf, steadinessOf } from '../../src/analysis/week-resampling.ts'
import { buildDataset } from './dataset-builder.ts'
import type { ContributionInput, DatasetInput } from './dataset-builder.ts'
import {
  PEERS,
  RECOGNISED_PEERS,
  UNRECOGNISED_ADA,
  adaEnables,
  companyOf,
  enablerTrap,
  guidesBy,
  recognised,
  siteWork,
  usesOf,
  weekly,
} from './trap-datasets.ts'

function found(input: DatasetInput) {
  const dataset = buildDataset(input)
  const ground = groundOf(dataset, DEFAULT_SETTINGS)
  const result = findEnablerTraps(dataset, ground, DEFAULT_ENABLER_TRAP_SETTINGS)
  const ada = dataset.people.findIndex(person => (person.id as string) === 'ada')
  const { reach, leverage, recognition, gap, fades } = result.measures
  return {
    ...result,
    dataset,
    ground,
    flagged: result.findings.map(finding => dataset.people[finding.person]!.id as string),
    lacking: Object.fromEntries(result.notEnough.map(({ person, missing }) => [dataset.people[person]!.id as string, missing])),
    ada: {
      index: ada,
      reach: reach.reach[ada],
      leverage: leverage.leverage[ada]!,
      recognition: recognition.recognition[ada]!,
      gap: gap[ada],
      fade: fades[ada],
      score: result.scores[ada],
    },
  }
}
const flagged = (input: DatasetInput) => found(input).flagged
const people = [UNRECOGNISED_ADA, ...RECOGNISED_PEERS]
const sevenUse = usesOf('guide', PEERS.slice(0, 7))
const company = (contributions: readonly ContributionInput[]) => companyOf(people, contributions)

describe('an enabler trap', () => {
  const { findings, dataset, ada } = found(enablerTrap)
  const [finding] = findings

  test('is somebody many build on, and who is recognised below the middle', () => {
    expect(flagged(enablerTrap)).toEqual(['ada'])
    expect(finding).toMatchObject({ pattern: 'enabler_trap', band: 'strong', coverage: 1 })
    expect(ada.reach).toBe(7)
    expect(ada.leverage).toBeGreaterThan(0.9)
    expect(ada.recognition).toBeLessThan(0.1)
    expect(ada.gap).toBeCloseTo(ada.leverage - ada.recognition)
  })

  test('opens to the uses and the enabling work, newest first', () => {
    const rowsOf = (measure: string) => [...finding!.reasons.find(reason => reason.measure === measure)!.rows]
    const { person, day, uses } = dataset.contributions
    expect(rowsOf('reach')).toHaveLength(7 * 13)
    expect(rowsOf('reach').every(row => person[row] !== ada.index && uses.offsets[row + 1]! > uses.offsets[row]!)).toBe(true)
    expect(rowsOf('enabling_pace')).toHaveLength(52)
    expect(rowsOf('enabling_pace').every(row => person[row] === ada.index)).toBe(true)
    const days = rowsOf('reach').map(row => day[row]!)
    expect(days).toEqual(days.toSorted((a, b) => b - a))
  })

  test('shows the rating, the pay and the months in the level as they are recorded', () => {
    const values = Object.fromEntries(finding!.reasons.map(reason => [reason.measure, reason.value]))
    expect(values).toMatchObject({ rating: 2, comp_ratio: 0.85 })
    expect(values['promotion_pace']).toBeCloseTo(55, 0)
    expect(finding!.wouldChange.every(sentence => /\d/.test(sentence))).toBe(true)
    expect(finding!.routes.join(' ')).toMatch(/solver.*right hand/)
  })

  test('is raised by a step when it fades, quarter by quarter', () => {
    const mild = recognised('ada', { rating: 4, compRatio: 0.995, levelSince: '2021-08-01' })
    const fading = [14, 10, 7, 4].flatMap((hours, quarter) =>
      weekly('ada', {
        component: 'site',
        kind: 'documentation',
        hours,
        artifacts: ['guide', 'kit'],
        fromWeek: 52 + 13 * quarter,
        toWeek: 65 + 13 * quarter,
      }),
    )
    const before = weekly('ada', { component: 'site', kind: 'documentation', hours: 14, artifacts: ['guide', 'kit'], toWeek: 52 })
    const rest = [...siteWork(['ada'], 4), ...siteWork(), ...sevenUse]
    const steady = found(companyOf([mild, ...RECOGNISED_PEERS], [...guidesBy('ada', 8), ...rest]))
    const falling = found(companyOf([mild, ...RECOGNISED_PEERS], [...before, ...fading, ...rest]))
    expect([steady.findings[0]!.band, falling.findings[0]!.band]).toEqual(['likely', 'strong'])
    expect(falling.ada.fade).toMatchObject({ isFading: true })
    expect(falling.ada.fade!.mannKendallP).toBeCloseTo(1 / 12)
    expect(falling.findings[0]!.reasons.map(reason => reason.measure)).toContain('fade')
  })
})

describe('no enabler trap', () => {
  test('is an enabler who is recognised', () => {
    const well = recognised('ada', { rating: 5, compRatio: 1.1, levelSince: '2024-01-01' })
    expect(flagged(companyOf([well, ...RECOGNISED_PEERS], enablerTrap.contributions!))).toEqual([])
  })

  test('is an enabler of whom only one of three inputs is below the middle', () => {
    const paidLittle = recognised('ada', { rating: 4, compRatio: 0.5, levelSince: '2023-05-01' })
    const { ada, flagged: raised } = found(companyOf([paidLittle, ...RECOGNISED_PEERS], enablerTrap.contributions!))
    expect(ada.gap).toBeGreaterThan(0.3)
    expect(raised).toEqual([])
  })

  test('is the writer of documents nobody uses', () => {
    const others = usesOf('s1', PEERS.slice(0, 5))
    expect(flagged(company([...adaEnables, ...siteWork(), ...others]))).toEqual([])
    expect(found(company([...adaEnables, ...siteWork(), ...others])).ada.reach).toBe(0)
  })

  test('is whoever is used a lot and does little for others, reviews apart', () => {
    const builds = [
      ...weekly('ada', { component: 'site', hours: 10, artifacts: ['library'] }),
      ...weekly('ada', { kind: 'review', component: 'site', hours: 8 }),
    ]
    const enabling = PEERS.flatMap(peer => guidesBy(peer, 1).map(row => ({ ...row, artifact: `guide of ${peer}` })))
    expect(flagged(company([...builds, ...siteWork(), ...enabling, ...usesOf('library', PEERS.slice(0, 7))]))).toEqual([])
  })

  test('is use by fewer than five', () => {
    expect(flagged(company([...adaEnables, ...siteWork(), ...usesOf('guide', PEERS.slice(0, 4))]))).toEqual([])
    expect(flagged(company([...adaEnables, ...siteWork(), ...usesOf('guide', PEERS.slice(0, 5))]))).toEqual(['ada'])
  })

  test('is being used where everybody is used by everybody', () => {
    const kits = PEERS.flatMap(peer => weekly(peer, { kind: 'tooling', component: 'site', hours: 1, artifacts: [`kit of ${peer}`] }))
    const all = PEERS.flatMap(peer => usesOf(`kit of ${peer}`, PEERS.filter(other => other !== peer).slice(0, 6)))
    expect(flagged(company([...adaEnables, ...siteWork(), ...kits, ...all, ...sevenUse]))).toEqual([])
  })

  test('is a linter or pipeline everybody has to use', () => {
    const crowd = Array.from({ length: 20 }, (_, index) => `more${String(index).padStart(2, '0')}`)
    const members = [...people, ...crowd.map(id => recognised(id))]
    const everybody = [...PEERS, ...crowd]
    const work = [...adaEnables, ...siteWork(), ...siteWork(crowd)]
    const mandatory = found(companyOf(members, [...work, ...usesOf('guide', everybody)]))
    expect(mandatory.flagged).toEqual([])
    expect(mandatory.measures.reach.mandatoryReach[mandatory.ada.index]).toBe(30)
    const chosen = found(companyOf(members, [...work, ...usesOf('guide', everybody.slice(0, 12))]))
    expect(chosen.flagged).toEqual(['ada'])
  })

  test('is a kit everybody has to use, of which each build takes one of several files', () => {
    const crowd = Array.from({ length: 20 }, (_, index) => `more${String(index).padStart(2, '0')}`)
    const members = [...people, ...crowd.map(id => recognised(id))]
    const everybody = [...PEERS, ...crowd]
    const files = ['guide', 'kit', 'recipe']
    const inTurn = (users: readonly string[]) =>
      users.flatMap(user => usesOf('guide', [user]).map((row, turn) => ({ ...row, uses: [files[turn % files.length]!] })))
    const work = [...adaEnables, ...siteWork(), ...siteWork(crowd)]
    const mandatory = found(companyOf(members, [...work, ...inTurn(everybody)]))
    expect(mandatory.flagged).toEqual([])
    expect(mandatory.measures.reach.mandatoryReach[mandatory.ada.index]).toBe(30)
    expect(found(companyOf(members, [...work, ...inTurn(everybody.slice(0, 12))])).flagged).toEqual(['ada'])
  })

  test('is somebody who has left or is outside the people file', () => {
    const gone = { ...UNRECOGNISED_ADA, person: { ...UNRECOGNISED_ADA.person, terminationDate: '2024-11-30' } }
    expect(flagged(companyOf([gone, ...RECOGNISED_PEERS], enablerTrap.contributions!))).toEqual([])
    expect(flagged(companyOf(RECOGNISED_PEERS, enablerTrap.contributions!))).toEqual([])
  })

  test('is a low rating by a manager who rates everybody low', () => {
    const strict = Array.from({ length: 8 }, (_, index) =>
      recognised(`strict${index}`, { rating: 2, compRatio: 0.99 + index / 200, levelSince: '2023-01-01' }),
    )
    const reportsTo = (manager: string, member: (typeof strict)[number]) => ({
      ...member,
      person: { ...member.person, managerId: manager as never },
    })
    const ada = recognised('ada', { rating: 3, compRatio: 0.99, levelSince: '2020-06-01' })
    const lenient = PEERS.map((id, index) =>
      recognised(id, { rating: 4 + (index % 2), compRatio: 0.98 + index / 100, levelSince: '2023-01-01' }),
    )
    const work = [...enablerTrap.contributions!, ...siteWork(strict.map(member => member.person.id))]
    const bosses = ['boss1', 'boss2'].map(id => ({ ...recognised(id), person: { ...recognised(id).person, track: 'manager' as const } }))
    const ofBosses = [ada, ...strict].map(member => reportsTo('boss1', member))
    const { recognition } = found(companyOf([...ofBosses, ...lenient.map(member => reportsTo('boss2', member)), ...bosses], work)).measures
    expect(recognition.standings.rating[0]!.percentile).toBeGreaterThan(0.5)
    const unled = found(companyOf([ada, ...strict, ...lenient, ...bosses], work)).measures.recognition
    expect(unled.standings.rating[0]!.percentile).toBeLessThan(0.5)
  })
})

describe('not enough evidence', () => {
  test('is said of everybody where use is not recorded at all', () => {
    const result = found(company([...adaEnables, ...siteWork()]))
    expect([result.flagged, result.lacking['ada'], result.ada.score]).toEqual([[], ['contributions.uses'], NaN])
    expect(Object.keys(result.lacking)).toHaveLength(11)
  })

  test('is said of those with fewer than two inputs of recognition, naming the columns', () => {
    const unrated = { ...UNRECOGNISED_ADA, person: { ...UNRECOGNISED_ADA.person, performanceRating: null } }
    expect(flagged(companyOf([unrated, ...RECOGNISED_PEERS], enablerTrap.contributions!))).toEqual(['ada'])
    const unpaid = { ...unrated, person: { ...unrated.person, compRatio: null } }
    const result = found(companyOf([unpaid, ...RECOGNISED_PEERS], enablerTrap.contributions!))
    expect([result.flagged, result.lacking]).toEqual([[], { ada: ['people.performance_rating', 'people.comp_ratio'] }])
  })

  test('is said of those with under eight active weeks', () => {
    const late = enablerTrap.contributions!.filter(row => row.person !== 'ada' || row.at > '2024-11-20' || row.at < '2023-12-01')
    expect(found(company(late)).lacking).toEqual({ ada: ['8 active weeks in the window (there are 5)'] })
  })
})

test('leave is no fading, and neither is a whole unit that slows down', () => {
  const withoutAutumn = enablerTrap.contributions!.filter(row => row.person !== 'ada' || row.at < '2024-09-20' || row.at > '2024-12-20')
  expect(found(company(withoutAutumn)).ada.fade).toBeNull()
  const slowing = (person: string, factor: number) =>
    [14, 10, 7, 4].flatMap((hours, quarter) =>
      weekly(person, {
        component: 'site',
        kind: 'tooling',
        hours: hours * factor,
        artifacts: [`guide of ${person}`],
        fromWeek: 52 + 13 * quarter,
        toWeek: 65 + 13 * quarter,
      }),
    )
  const everybody = [...slowing('ada', 1), ...PEERS.flatMap(peer => slowing(peer, 0.3)), ...siteWork(['ada', ...PEERS]), ...sevenUse]
  const { fade } = found(company(everybody)).ada
  expect(fade).toMatchObject({ isFading: false })
  expect(fade!.slopePerQuarter).toBeLessThan(0)
})

test('a finding that rests on much is steady', () => {
  const { dataset, ground, resample, ada } = found(enablerTrap)
  const weeks = personWeeksOf(dataset, ground.periods.window)
  const steadiness = steadinessOf(dataset.people.length, weeks.offsets, resample(weeks))
  expect(steadiness[ada.index]).toBeGreaterThan(0.95)
  expect(steadiness).toEqual(steadinessOf(dataset.people.length, weeks.offsets, resample(weeks)))
})

test('the order of rows and of people never matters', () => {
  const plain = (input: DatasetInput) => {
    const { findings, scores, measures, notEnough } = found(input)
    const { pairs: _, ...reach } = measures.reach
    const named = findings.map(({ reasons, ...rest }) => ({
      ...rest,
      reasons: reasons.map(({ rows, ...one }) => ({ ...one, rows: rows.length })),
    }))
    return { named, scores, notEnough, measures: { ...measures, reach } }
  }
  const expected = plain(enablerTrap)
  const shuffled = <T>(rows: readonly T[]) => fc.shuffledSubarray([...rows], { minLength: rows.length, maxLength: rows.length })
  fc.assert(
    fc.property(shuffled(enablerTrap.contributions!), shuffled(enablerTrap.people!), (contributions, members) => {
      expect(plain({ ...enablerTrap, contributions, people: members })).toEqual(expected)
    }),
    { numRuns: 5 },
  )
})
