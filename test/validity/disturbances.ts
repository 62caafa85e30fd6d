/** Records as they are where life got in the way of them: each changes a dataset, and none of its truth. */
import { addMonths } from '../../src/domain/calendar.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import type { JobEvent } from '../../src/domain/job-event.ts'
import type { Person } from '../../src/domain/person.ts'
import { seededRandom } from '../../src/analysis/seeded-random.ts'

type Disturb = (dataset: Dataset) => Dataset

const withPeople = (dataset: Dataset, change: (person: Person, index: number) => Partial<Person>): Dataset => ({
  ...dataset,
  people: dataset.people.map((person, index) => ({ ...person, ...change(person, index) })),
})

const withItems = (dataset: Dataset, change: (item: NonNullable<Dataset['workItems'][number]>) => object): Dataset => ({
  ...dataset,
  workItems: dataset.workItems.map(item => (item === null ? null : { ...item, ...change(item) })),
})

/** Everybody is put into a new scheme of levels on one day. */
function sharedPromotionDate(dataset: Dataset): Dataset {
  const effectiveDate = addMonths(dataset.asOf, -14)
  const blank = { title: null, level: null, track: null, manager: null, orgUnit: null, fte: null }
  const events = dataset.people.map(({ id, levelRank }): JobEvent => ({
    ...blank,
    personId: id,
    effectiveDate,
    levelRank,
    reason: 'promotion',
  }))
  return {
    ...dataset,
    history: [...dataset.history, ...events].sort((a, b) =>
      a.personId < b.personId ? -1 : a.personId > b.personId ? 1 : a.effectiveDate - b.effectiveDate,
    ),
  }
}

/** One manager in two is a point stricter. */
const strictManagers: Disturb = dataset =>
  withPeople(dataset, ({ performanceRating, managerId }) => {
    const isStrict = managerId !== null && managerId.charCodeAt(managerId.length - 1) % 2 === 0
    return performanceRating === null || !isStrict ? {} : { performanceRating: Math.max(1, performanceRating - 1) }
  })

/** Half of those rated below the middle have no rating on file. */
function lostLowRatings(dataset: Dataset): Dataset {
  const random = seededRandom(7, 31)
  return withPeople(dataset, ({ performanceRating }) =>
    performanceRating !== null && performanceRating < 3 && random.unit() < 0.5 ? { performanceRating: null } : {},
  )
}

/** Pay in every other place is a fifth higher within the same bands. */
const payByPlace: Disturb = dataset =>
  withPeople(dataset, ({ compRatio }, index) => ({
    location: index % 2 === 0 ? 'north' : 'south',
    compRatio: compRatio === null ? null : compRatio * (index % 2 === 0 ? 1.2 : 1),
  }))

/** One person reformats everything in a day: the ordinary person who comes first. */
function massReformat(dataset: Dataset): Dataset {
  const { contributions, artifactNames } = dataset
  const kind = dataset.kindNames.indexOf('commit')
  const who = contributions.person[0]!
  const day = addMonths(dataset.asOf, -5)
  const added = artifactNames.length
  const grow = <Column extends { readonly length: number }>(column: Column, value: (artifact: number) => number): Column => {
    // Typed arrays of one kind are made by their own constructor.
    const longer = new (column.constructor as new (length: number) => Column & { [index: number]: number; set: (from: Column) => void })(
      column.length + added,
    )
    longer.set(column)
    for (let artifact = 0; artifact < added; artifact++) longer[column.length + artifact] = value(artifact)
    return longer
  }
  const lists = ({ offsets, values }: Dataset['contributions']['uses']) => ({ offsets: grow(offsets, () => values.length), values })
  return {
    ...dataset,
    contributions: {
      length: contributions.length + added,
      person: grow(contributions.person, () => who),
      day: grow(contributions.day, () => day),
      instant: grow(contributions.instant, () => day * 86_400),
      kind: grow(contributions.kind, () => kind),
      component: grow(contributions.component, artifact => artifactNames[artifact]!.component),
      artifact: grow(contributions.artifact, artifact => artifact),
      previousArtifact: grow(contributions.previousArtifact, () => -1),
      workItem: grow(contributions.workItem, () => -1),
      size: grow(contributions.size, () => 400),
      hours: grow(contributions.hours, () => NaN),
      change: grow(contributions.change, () => (contributions.change.some(mark => mark > 0) ? 2 : 0)),
      outcome: grow(contributions.outcome, () => 0),
      agent: grow(contributions.agent, () => 0),
      participants: lists(contributions.participants),
      uses: lists(contributions.uses),
      tieBreak: grow(contributions.tieBreak, artifact => artifact),
      storedRow: grow(contributions.storedRow, artifact => contributions.length + artifact),
    },
  }
}

/** Half a year ago commits became pull requests, and sizes are counted another way. */
function newTool(dataset: Dataset): Dataset {
  const { contributions, kindNames } = dataset
  const [commit, pullRequest] = [kindNames.indexOf('commit'), kindNames.indexOf('pull_request')]
  const from = addMonths(dataset.asOf, -6)
  const isLater = (row: number) => contributions.day[row]! > from
  return {
    ...dataset,
    contributions: {
      ...contributions,
      kind: contributions.kind.map((kind, row) => (kind === commit && isLater(row) ? pullRequest : kind)),
      size: contributions.size.map((size, row) => (isLater(row) ? size * 3 : size)),
    },
  }
}

const untoldHandoffs: Disturb = dataset => withItems(dataset, () => ({ handoffs: 0 }))
const openedInRetrospect: Disturb = dataset =>
  withItems(dataset, ({ finishedAt }) => (finishedAt === null ? {} : { openedAt: finishedAt, startedAt: null }))

/** By the words the report uses. */
export const DISTURBANCES: Readonly<Record<string, Disturb>> = {
  'one promotion date for all': sharedPromotionDate,
  'every other manager a point stricter': strictManagers,
  'half of the low ratings lost': lostLowRatings,
  'pay differs between two places': payByPlace,
  'one person reformats everything in a day': massReformat,
  'another tool in mid-window': newTool,
  'handoffs always 0': untoldHandoffs,
  'items opened in retrospect': openedInRetrospect,
}
