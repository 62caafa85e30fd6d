import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { elasticityOf } from '../../src/analysis/elasticity.ts'
import { workingDays } from '../../src/analysis/item-flow.ts'
import { networkOf } from '../../src/analysis/network-graph.ts'
import { isoDate } from '../../src/domain/calendar.ts'
import { buildDataset, dayOf } from './dataset-builder.ts'
import type { ContributionInput, DatasetInput, PersonInput } from './dataset-builder.ts'
import { organisationIn } from './organisation-of.ts'
import { AS_OF, meetingWeeks, mondayBack, weekly } from './weekly-work.ts'

const person = (id: string, orgUnit: string | null = 'Product/Core', more: Omit<PersonInput, 'id'> = {}): PersonInput => ({
  id,
  orgUnit,
  roleFamily: 'engineering',
  track: 'ic',
  hireDate: '2020-01-06',
  ...more,
})
const found = (input: DatasetInput, settings: Parameters<typeof organisationIn>[1] = {}) =>
  organisationIn(buildDataset({ asOf: AS_OF, ...input }), settings)
const row = (by: string, weeksBack: number, more: Omit<ContributionInput, 'person' | 'at'> = {}): ContributionInput => ({
  person: by,
  at: mondayBack(weeksBack),
  ...more,
})

describe('who works with whom', () => {
  const partnersOf = (contributions: ContributionInput[], settings: Parameters<typeof organisationIn>[1] = {}) => {
    const { network, personIn } = found({ contributions }, settings)
    return {
      network,
      partners: (id: string) => network.partners[personIn(id)],
      constraint: (id: string) => network.constraint[personIn(id)],
    }
  }

  test('is told by shared work items, by participants, and by nothing outside the window', () => {
    const { partners } = partnersOf([
      row('ada', 3, { workItem: 'one' }),
      row('bob', 9, { workItem: 'one' }),
      row('cyd', 3, { kind: 'review', participants: ['ada'] }),
      row('dan', 3, { workItem: 'two' }),
      row('eve', 70, { workItem: 'two' }),
      row('dan', 70, { participants: ['ada'] }),
    ])
    expect(['ada', 'bob', 'cyd', 'dan', 'eve'].map(partners)).toEqual([2, 1, 1, 0, 0])
  })

  test('is told by use that lasts, from the one who uses to those who made it', () => {
    const uses = [2, 8, 14].map(weeks => row('bob', weeks, { artifact: 'own', uses: ['guide'] }))
    const { partners } = partnersOf([row('ada', 40, { kind: 'documentation', artifact: 'guide' }), ...uses])
    expect([partners('ada'), partners('bob')]).toEqual([1, 1])
    expect(partnersOf([row('ada', 40, { kind: 'documentation', artifact: 'guide' }), ...uses.slice(1)]).partners('ada')).toBe(0)
  })

  test('weighs an occasion by how many share it, and the rows of one change once', () => {
    const pair = [row('ada', 3, { workItem: 'small' }), row('bob', 3, { workItem: 'small' })]
    const large = ['ada', 'cyd', 'dan', 'eve', 'fay'].map(id => row(id, 3, { workItem: 'large' }))
    // Of ada's relations bob has 1 and the four others 1/4 each; these four share nothing with bob.
    const fourth = 1 / 8 + 3 * (1 / 8) * (1 / 4)
    expect(partnersOf([...pair, ...large]).constraint('ada')).toBeCloseTo(0.5 ** 2 + 4 * fourth ** 2, 9)
    const files = ['a', 'b', 'c'].map(artifact => row('ada', 3, { artifact, participants: ['bob'] }))
    const other = row('ada', 4, { artifact: 'd', participants: ['cyd'] })
    expect(partnersOf([...files, other]).constraint('ada')).toBeCloseTo(0.5, 9)
  })

  test('knows no self-loops, and of somebody who shares nothing only that', () => {
    const { network, partners } = partnersOf([row('ada', 3, { workItem: 'one', participants: ['ada'] }), row('bob', 3)])
    expect([partners('ada'), partners('bob'), network.isRecorded]).toEqual([0, 0, false])
    expect([...network.constraint, ...network.effectiveSize, ...network.betweenness.value]).toEqual(Array.from({ length: 6 }, () => NaN))
  })

  test('leaves out crowds, and looks into the pieces of work of an item that is one', () => {
    const crowd = Array.from({ length: 300 }, (_, index) => row(`p${index}`, 3, { workItem: 'epic' }))
    const pairs = [row('p0', 4, { workItem: 'epic', kind: 'review', participants: ['p1'] })]
    const { network, partners } = partnersOf([
      ...crowd,
      ...pairs,
      row('p2', 3, { kind: 'meeting', participants: crowd.map(one => one.person) }),
    ])
    expect(network.tooLarge).toBe(2)
    expect(network.partners.reduce((sum, count) => sum + count, 0)).toBe(2)
    expect([partners('p0'), partners('p1'), partners('p2')]).toEqual([1, 1, 0])
    expect(partnersOf(crowd, { occasionPeople: 300 }).partners('p0')).toBe(299)
  })
})

test('everybody gains as much as they share occasions, however many share each', () => {
  const occasion = fc.uniqueArray(fc.nat(11), { minLength: 2, maxLength: 12 })
  fc.assert(
    fc.property(fc.array(occasion, { maxLength: 20 }), occasions => {
      const offsets = Uint32Array.from({ length: occasions.length + 1 }, (_, index) => occasions.slice(0, index).flat().length)
      const network = networkOf({ offsets, member: Int32Array.from(occasions.flat()) }, 12)
      for (let one = 0; one < 12; one++) {
        const [from, to] = [network.offsets[one]!, network.offsets[one + 1]!]
        const strength = network.weight.subarray(from, to).reduce((sum, weight) => sum + weight, 0)
        expect(strength).toBeCloseTo(occasions.filter(members => members.includes(one)).length, 3)
        expect(network.neighbour.subarray(from, to)).not.toContain(one)
      }
    }),
  )
})

test('the order of rows never matters', () => {
  const id = fc.constantFrom('ada', 'bob', 'cyd', 'dan', 'eve')
  const day = fc.integer({ min: dayOf(AS_OF) - 700, max: dayOf(AS_OF) }).map(isoDate)
  const row = fc
    .record({
      person: id,
      at: day,
      kind: fc.constantFrom('commit', 'review', 'planning', 'approval', 'audit', 'documentation'),
      participants: fc.uniqueArray(id, { maxLength: 3 }),
      item: fc.constantFrom(null, 'one', 'two', 'three'),
    })
    .map(({ item, ...rest }): ContributionInput => (item === null ? rest : { ...rest, workItem: item }))
  const rows = fc.array(row, { minLength: 2, maxLength: 40 })
  const workItems = ['one', 'two', 'three'].map((name, index) => ({
    id: name,
    openedAt: dayOf(AS_OF) - 300,
    finishedAt: dayOf(AS_OF) - 90 * index,
    handoffs: index,
  }))
  const people = ['ada', 'bob', 'cyd', 'dan', 'eve'].map((name, index) => person(name, index < 3 ? 'Product/Core' : 'Product/Desk'))
  const shuffled = rows.chain(list =>
    fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length })),
  )
  const figures = (contributions: ContributionInput[]) => {
    const { network, units } = found({ people, contributions, workItems }, { boundItems: 1, boundMonths: 2, headcountRange: 1 })
    return { network, units }
  }
  fc.assert(
    fc.property(shuffled, ([list, other]) => {
      expect(figures(other)).toEqual(figures(list))
    }),
    { numRuns: 60 },
  )
})

describe('coordination', () => {
  const people = [person('ada'), person('bob', 'Product/Desk'), person('cyd'), person('auditor', 'Product/Desk', { governance: true })]
  const plan = (by: string, more: Omit<ContributionInput, 'person' | 'at'> = {}) => row(by, 3, { kind: 'planning', hours: 10, ...more })
  const work = (by: string, workItem: string) => row(by, 4, { workItem, hours: 1 })
  const hoursOf = (contributions: ContributionInput[], more: DatasetInput = {}) =>
    found({
      people,
      contributions,
      components: [{ name: 'vault', regulated: true }, { name: 'shop' }],
      workItems: [
        { id: 'crossing', finishedAt: dayOf(mondayBack(2)) },
        { id: 'own', finishedAt: dayOf(mondayBack(2)) },
        { id: 'open' },
        { id: 'checked' },
        { id: 'regulated', component: 'vault' },
      ],
      ...more,
    }).of('Product').coordination

  test('is load-bearing for governance, regulated systems and finished work across units', () => {
    expect(hoursOf([plan('auditor')])).toEqual({ loadBearing: 10, optional: 0, untold: 0 })
    expect(hoursOf([plan('ada', { component: 'vault' })])?.loadBearing).toBe(10)
    expect(hoursOf([plan('ada', { workItem: 'regulated' })])?.loadBearing).toBe(10)
    expect(hoursOf([plan('ada', { workItem: 'checked' }), { ...work('bob', 'checked'), kind: 'security_review' }])?.loadBearing).toBe(10)
    expect(hoursOf([plan('ada', { workItem: 'crossing' }), work('ada', 'crossing'), work('bob', 'crossing')])?.loadBearing).toBe(10)
  })

  test('is optional where work stayed within a unit, and neither where nothing tells', () => {
    expect(hoursOf([plan('ada', { workItem: 'own' }), work('ada', 'own'), work('cyd', 'own')])).toEqual({
      loadBearing: 0,
      optional: 10,
      untold: 0,
    })
    expect(hoursOf([plan('ada', { component: 'shop' })])?.optional).toBe(10)
    expect(hoursOf([plan('ada')])?.untold).toBe(10)
    expect(hoursOf([plan('ada', { workItem: 'open' }), work('ada', 'open'), work('bob', 'open')])?.untold).toBe(10)
    const meetings = [...meetingWeeks('ada', 3, 0, 2), ...meetingWeeks('auditor', 3, 0, 3)]
    expect(hoursOf([plan('ada', { component: 'shop' })], { meetings })).toEqual({ loadBearing: 12, optional: 10, untold: 8 })
    expect(hoursOf([work('ada', 'own')])).toBeNull()
  })

  test('does not cross units where a head of several works with one of theirs', () => {
    const head = person('head', 'Product')
    const contributions = [plan('ada', { workItem: 'own' }), work('ada', 'own'), work('head', 'own')]
    expect(hoursOf(contributions, { people: [...people, head] })?.optional).toBe(10)
    expect(hoursOf([...contributions, work('bob', 'own')], { people: [...people, head] })?.loadBearing).toBe(10)
  })

  test('adds up to all coordination, whatever it is tied to', () => {
    const tie = fc.constantFrom<Partial<ContributionInput>>(
      {},
      { component: 'vault' },
      { component: 'shop' },
      { workItem: 'own' },
      { workItem: 'open' },
    )
    const plans = fc.array(fc.tuple(fc.constantFrom('ada', 'bob', 'cyd', 'auditor'), tie, fc.integer({ min: 1, max: 40 })), {
      minLength: 1,
      maxLength: 12,
    })
    fc.assert(
      fc.property(plans, rows => {
        const hours = hoursOf(rows.map(([by, tied, quarters]) => plan(by, { ...tied, hours: quarters / 4 })))!
        const all = rows.reduce((sum, [, , quarters]) => sum + quarters / 4, 0)
        expect(hours.loadBearing + hours.optional + hours.untold).toBeCloseTo(all, 9)
      }),
      { numRuns: 40 },
    )
  })
})

describe('role compression', () => {
  const titled = (id: string, title: string) => person(id, 'Product/Core', { title })
  const merge = (personId: string, weeks: number, from: string, to: string) => [
    { personId, effectiveDate: '2020-01-06', title: from, reason: 'hire' },
    { personId, effectiveDate: mondayBack(weeks), title: to },
  ]
  const meetingsOf = (hours: (weeksBack: number) => number) =>
    ['ada', 'bob', 'cyd'].flatMap(id => Array.from({ length: 60 }, (_, back) => meetingWeeks(id, back, back, hours(back))).flat())
  const input = (hours: (weeksBack: number) => number): DatasetInput => ({
    people: [titled('ada', 'Software Engineer'), titled('bob', 'Software Engineer'), titled('cyd', 'Software Engineer')],
    history: [...merge('ada', 20, 'Test Engineer', 'Software Engineer'), ...merge('bob', 18, 'Test Engineer', 'Software Engineer')],
    contributions: ['ada', 'bob', 'cyd'].flatMap(id => weekly({ person: id, from: 59, to: 0, hours: 20 })),
    meetings: meetingsOf(hours),
  })
  const compression = (given: DatasetInput) => found(given).of('Product/Core').roleCompression

  test('names roles that nobody holds any more, and that the meetings stayed', () => {
    expect(compression(input(() => 8))).toEqual({
      roles: ['testing'],
      meetingHoursBefore: 8,
      meetingHoursSince: 8,
      meetingHoursChange: 0,
      isWithoutCoordination: true,
    })
    const fallen = compression(input(back => (back > 19 ? 8 : 6)))
    expect(fallen).toMatchObject({ meetingHoursBefore: 8, meetingHoursSince: 6, meetingHoursChange: -0.25, isWithoutCoordination: false })
  })

  test('is none while somebody still holds the role, where one person alone changed trade, and after a change to coordination', () => {
    const stays = input(() => 8)
    expect(compression({ ...stays, history: stays.history!.filter(({ personId }) => personId === 'ada') })!.roles).toEqual([])
    expect(compression({ ...stays, people: [...stays.people!, titled('dan', 'QA Engineer')] })!.roles).toEqual([])
    const promoted = merge('ada', 20, 'Test Engineer', 'Engineering Manager')
    expect(compression({ ...stays, people: [titled('ada', 'Engineering Manager')], history: promoted })!.roles).toEqual([])
  })

  test('does not judge meetings that were not recorded on both sides, and nothing without titles', () => {
    const late = input(() => 8)
    const since = late.meetings!.filter(({ week }) => dayOf(week) > dayOf(mondayBack(19)))
    expect(compression({ ...late, meetings: since })).toMatchObject({
      roles: ['testing'],
      meetingHoursChange: null,
      isWithoutCoordination: null,
    })
    expect(compression({ ...late, history: [] })).toBeNull()
  })
})

describe('promotions', () => {
  const promoted = (personId: string, weeks: number) => [
    { personId, effectiveDate: '2020-01-06', levelRank: 2, reason: 'hire' },
    { personId, effectiveDate: mondayBack(weeks), levelRank: 3, reason: 'promotion' },
  ]
  const before = (id: string, kind: string) => weekly({ person: id, from: 104, to: 53, hours: 20, kind })
  const since = (id: string, kind: string) => weekly({ person: id, from: 51, to: 0, hours: 20, kind })
  const ids = ['ada', 'bob', 'cyd', 'dan']
  const input: DatasetInput = {
    people: ids.map(id => person(id)),
    contributions: [
      ...before('ada', 'planning'),
      ...before('bob', 'planning'),
      ...before('cyd', 'commit'),
      ...ids.flatMap(id => since(id, 'status_report')),
    ],
  }

  test('are counted by what the promoted had mostly done, and hands-on shares before and after are compared', () => {
    const history = ids.flatMap((id, index) => [
      { personId: id, effectiveDate: '2020-01-06', levelRank: 2, reason: 'hire' },
      { personId: id, effectiveDate: isoDate(dayOf(mondayBack(52)) + index), levelRank: 3 },
    ])
    expect(found({ ...input, history }).of('Product/Core').promotionSignal).toEqual({
      promotions: 4,
      went: { build: 1, enable: 0, coordinate: 2 },
      untold: 1,
      people: { build: 0, enable: 0, coordinate: 4 },
      handsOnChange: 0,
      followed: 3,
    })
  })

  test('on one date are a re-levelling, and a hire is none', () => {
    const history = ids.flatMap(id => promoted(id, 52))
    expect(found({ ...input, history }).of('Product/Core').promotionSignal!.promotions).toBe(0)
    const hired = [{ personId: 'ada', effectiveDate: mondayBack(30), levelRank: 5, reason: 'hire' }]
    expect(found({ ...input, history: hired }).of('Product/Core').promotionSignal!.promotions).toBe(0)
    expect(found({ ...input, history: [] }).of('Product/Core').promotionSignal).toBeNull()
  })
})

describe('elasticity', () => {
  test('is the exponent that finished work was made with', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1, max: 2, noNaN: true }),
        fc.array(fc.integer({ min: 3, max: 40 }), { minLength: 6, maxLength: 30 }),
        (exponent, sizes) => {
          fc.pre(new Set(sizes).size > 1)
          const months = sizes.map(heads => ({ heads, finished: 20 * (heads / 10) ** exponent }))
          expect(elasticityOf(months)!.value).toBeCloseTo(exponent, 6)
        },
      ),
    )
  })

  test('is null where heads do not differ or nothing was finished, and takes months without anything finished', () => {
    expect(elasticityOf([1, 2, 3, 4].map(finished => ({ heads: 5, finished })))).toBeNull()
    expect(elasticityOf([4, 5, 6].map(heads => ({ heads, finished: 0 })))).toBeNull()
    const found = elasticityOf([4, 4, 8, 8].map((heads, month) => ({ heads, finished: month === 0 ? 0 : heads })))!
    expect(found.low).toBeLessThan(found.value)
    expect(found.value).toBeCloseTo(2, 6)
  })
})

test('working days run from Monday to Friday, both ends included', () => {
  expect(workingDays(dayOf('2026-06-29'), dayOf('2026-07-03'))).toBe(5)
  expect(workingDays(dayOf('2026-07-03'), dayOf('2026-07-06'))).toBe(2)
  expect(workingDays(dayOf('2026-07-04'), dayOf('2026-07-05'))).toBe(0)
  expect(workingDays(dayOf('2026-07-06'), dayOf('2026-07-05'))).toBe(0)
})
