/** Small random organisations for laws that hold for all of them. */
import fc from 'fast-check'
import { isoDate } from '../../src/domain/calendar.ts'
import { CHANGES } from '../../src/domain/contribution.ts'
import { dayOf } from './dataset-builder.ts'
import type { ContributionInput, DatasetInput, MeetingInput, PersonInput } from './dataset-builder.ts'

const NAMES = ['ada', 'bob', 'cyd', 'dan', 'eve']
const LAST_DAY = dayOf('2024-12-31')

const optional = <T, K extends string>(key: K, value: fc.Arbitrary<T>) =>
  fc.option(value, { nil: undefined }).map(one => (one === undefined ? {} : { [key]: one }) as { [key in K]?: T })

const person = fc.constantFrom(...NAMES)
const day = fc.integer({ min: LAST_DAY - 900, max: LAST_DAY }).map(isoDate)
const artifact = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f')
/** Quarters of an hour are exact in 32 bits. */
const quarterHours = fc.integer({ min: 1, max: 40 }).map(quarters => quarters / 4)

export const contributionArbitrary: fc.Arbitrary<ContributionInput> = fc
  .tuple(
    fc.record({
      person,
      at: fc.oneof(day, fc.constantFrom('2024-05-01', '2024-11-11T10:00:00Z', '2024-11-11T10:00:01Z')),
      component: fc.constantFrom('core', 'site'),
      kind: fc.constantFrom('commit', 'commit', 'commit', 'documentation', 'review', 'meeting', 'design_decision', 'audit', 'chore'),
    }),
    optional('artifact', artifact),
    optional('previousArtifact', artifact),
    optional('change', fc.constantFrom(...CHANGES)),
    optional('size', fc.oneof(fc.nat(500), fc.constant(2.5))),
    optional('hours', quarterHours),
  )
  .map(parts => Object.assign({}, ...parts) as ContributionInput)

export const meetingArbitrary: fc.Arbitrary<MeetingInput> = fc
  .tuple(fc.record({ person, week: day, meetingHours: quarterHours }), optional('focusHours', quarterHours))
  .map(parts => Object.assign({}, ...parts) as MeetingInput)

export const peopleArbitrary: fc.Arbitrary<PersonInput[]> = fc.subarray(NAMES).chain(ids =>
  fc.tuple(
    ...ids.map(id =>
      fc.record({
        id: fc.constant(id),
        roleFamily: fc.constantFrom(null, 'engineering', 'design'),
        level: fc.constantFrom(null, 'L2', 'L10'),
        fte: fc.constantFrom(null, 1, 0.5),
        terminationDate: fc.constantFrom(null, null, '2024-10-01'),
        leaveFrom: fc.constantFrom(null, '2024-11-01'),
      }),
    ),
  ),
)

/** Half of them have a people file, some an artifacts file; the as-of date is fixed. */
export const datasetArbitrary: fc.Arbitrary<DatasetInput & { readonly contributions: readonly ContributionInput[] }> = fc
  .record({
    contributions: fc.array(contributionArbitrary, { minLength: 1, maxLength: 40 }),
    meetings: fc.array(meetingArbitrary, { maxLength: 6 }),
    people: fc.option(peopleArbitrary, { nil: undefined }),
    components: fc.constantFrom([], [{ name: 'core', criticality: 5 }]),
    artifacts: fc.option(
      fc.subarray(['a', 'b', 'c', 'd', 'e', 'f']).map(names => names.map(name => ({ component: 'core', artifact: name }))),
      { nil: undefined },
    ),
  })
  .map(({ people, artifacts, ...rest }) => ({
    ...rest,
    asOf: '2024-12-31',
    ...(people === undefined ? {} : { people }),
    ...(artifacts === undefined ? {} : { artifacts }),
  }))
