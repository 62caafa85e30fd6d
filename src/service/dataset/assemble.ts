/** From the live state of a workspace to the dataset an analysis reads, with what was found out about who is who. */
import { type EpochDay } from '../../domain/calendar.ts'
import { componentName, personId, workItemId } from '../../domain/identifiers.ts'
import type { ContributionColumns } from '../../domain/contribution.ts'
import type { Dataset } from '../../domain/dataset.ts'
import { type ContributionKind, DEFAULT_KINDS } from '../../domain/kinds.ts'
import type { Person } from '../../domain/person.ts'
import type { TitleRules } from '../../domain/title-rules.ts'
import { resolveIdentities, type SaidIdentities } from '../../ingest/identity.ts'
import { type ReportingProblem, resolveManagers } from '../../ingest/reporting-lines.ts'
import type { LiveRows, PeopleRows } from '../../store/live-rows.ts'
import { resolveArtifactRows } from './artifact-rows.ts'
import type { ContributionReader } from './contribution-reader.ts'
import { knownBy } from './known-by.ts'
import type { MeetingReader } from './meeting-reader.ts'
import { type IdentityRecord, identityRecord } from './identity-record.ts'
import { mergePeople } from './merged-people.ts'
import { replaceCodes } from './names.ts'
import { foldHistory, orderOfPeople, personRows, toJobEvents, toPeople } from './people.ts'
import { restlessPeople } from './restless-contributors.ts'
import { type Spans, spansOf } from './spans.ts'

export interface Assembled {
  readonly dataset: Dataset
  /** False when no input bears a date: then the as-of date is the day of import. */
  readonly isDated: boolean
  /** The records go on after the as-of date: what they tell of later days, plans among it, was left out. */
  readonly isLookBack: boolean
  /** Contributions left out because they are dated after the as-of date. */
  readonly laterContributions: number
  readonly identities: IdentityFindings
  readonly spans: Spans
}

export interface IdentityFindings {
  readonly joinedContributions: number | null
  /** Programs that contributed, whose rows are left out; the sign is null where only somebody says so. */
  readonly bots: readonly { readonly key: string; readonly sign: string | null; readonly contributions: number }[]
  readonly unresolvedManagers: readonly ReportingProblem[]
  /** People whose row names a manager, and those whose manager was found. */
  readonly managersNamed: number
  readonly managersFound: number
  /** Rows of an artifacts file that fit no component, or several. */
  readonly unplacedArtifacts: number
  readonly record: IdentityRecord
}

export interface AssembleInput {
  readonly rows: LiveRows
  /** What lists of people told by the as-of date; taken where it is a look back. */
  readonly peopleThen?: PeopleRows | null
  /** All live segments have been added to both. They share one list of contributors. */
  readonly contributions: ContributionReader
  readonly meetings: MeetingReader
  readonly asOf: EpochDay | null
  /** The newest day of import. */
  readonly importedOn: EpochDay
  /** What each kind is; absent where they are the usual ones. */
  readonly kinds?: Readonly<Record<string, ContributionKind>>
  readonly titleRules?: TitleRules
  readonly said: SaidIdentities
}

export function assembleDataset(given: AssembleInput): Assembled {
  const isLookBack = goesOn(given)
  const input = { ...given, rows: isLookBack ? rowsThen(given) : given.rows }
  const { rows, contributions: read, meetings, kinds: kindOf = DEFAULT_KINDS, titleRules } = input
  const newest = input.asOf ?? read.newest ?? meetings.newest ?? newestOf(rows, input.importedOn)
  const asOf = newest ?? input.importedOn

  const { people, history, personOf, participantOf, identities, managers, historyKeys } = resolvePeople(input, asOf)
  const { scope, unplaced } = resolveArtifactRows(rows.artifacts, read)
  for (const row of rows.components) read.components.codeOf(row.component)
  for (const row of rows.workItems) read.workItems.codeOf(row.workItem)

  const components = read.components.sorted()
  const artifacts = read.artifacts.sorted(components.placeOf)
  const workItems = read.workItems.sorted()
  const kinds = read.kinds.sorted()
  const artifactScope = scope === null ? null : new Uint8Array(artifacts.names.length)
  for (const code of scope ?? []) artifactScope![artifacts.placeOf[code]!] = 1

  const places: Places = {
    components: components.placeOf,
    artifacts: artifacts.placeOf,
    workItems: workItems.placeOf,
    kinds: kinds.placeOf,
  }
  const contributionsOf = countContributions(read, personOf.length)
  const restless = restlessPeople(read.rows, row => strangerAt(people, personOf[read.person[row]!]!), read.instant)
  const spans = spansOf(rows, read, meetings)
  const columns = finishContributions(read, places, personOf, participantOf)
  const componentRows = new Map(rows.components.map(row => [row.component, row]))
  const workItemRows = new Map(rows.workItems.map(row => [row.workItem, row]))
  const dataset: Dataset = {
    asOf,
    people,
    history: toJobEvents(history, key => historyKeys.get(key) ?? null),
    meetings: meetings.finish(contributor => personOf[contributor]!),
    componentNames: components.names.map(componentName),
    components: components.names.map(name => {
      const row = componentRows.get(name)
      if (!row) return null
      const { component, ...rest } = row
      return { ...rest, name: componentName(component) }
    }),
    artifactNames: artifacts.names,
    artifactScope,
    workItemNames: workItems.names.map(workItemId),
    workItems: workItems.names.map(name => {
      const row = workItemRows.get(name)
      if (!row) return null
      const { workItem, ...rest } = row
      return { ...rest, id: workItemId(workItem) }
    }),
    kindNames: kinds.names,
    kindOf: kinds.names.map(name => (Object.hasOwn(kindOf, name) ? kindOf[name]! : null)),
    ...(titleRules && { titleRules }),
    contributions: columns,
    presentColumns: rows.presentColumns,
  }
  const record = identityRecord(identities, contributionsOf, new Map([...restless].map(([place, sign]) => [people[place]!, sign])))
  return {
    dataset,
    isDated: newest !== null,
    isLookBack,
    laterContributions: read.later,
    identities: {
      joinedContributions: joinedShare(dataset),
      bots: record.bots.filter(({ isLeftOut }) => isLeftOut),
      unresolvedManagers: managers.problems,
      managersNamed: managers.named,
      managersFound: managers.found,
      unplacedArtifacts: unplaced,
      record,
    },
    spans,
  }
}

/** Whether the records go on after the as-of date. What is dated ahead of its own import is no record. */
const goesOn = ({ contributions, meetings, importedOn }: AssembleInput) =>
  [contributions.firstLater, meetings.firstLater].some(day => day !== null && day <= importedOn)

function rowsThen({ rows, peopleThen, contributions: read, asOf }: AssembleInput): LiveRows {
  // Rows are left out as later than a day only where one is set.
  if (asOf === null) return rows
  const { components, artifacts, workItems } = read.laterNames
  // Asked before rows without contributions add names of their own.
  const [componentsThen, workItemsThen, artifactsThen] = [
    new Set(read.components.list()),
    new Set(read.workItems.list()),
    new Set(read.artifacts.names()),
  ]
  const naming = (then: ReadonlySet<string>, later: ReadonlySet<string>) => (name: string) =>
    then.has(name) ? 'by-then' : later.has(name) ? 'only-later' : 'never'
  return knownBy({ ...rows, ...peopleThen }, asOf, {
    component: naming(componentsThen, components),
    artifact: naming(artifactsThen, artifacts),
    workItem: naming(workItemsThen, workItems),
  })
}

/** The place of somebody outside the HRIS export; -1 for everybody else. */
const strangerAt = (people: readonly Person[], place: number) => (place >= 0 && !people[place]!.inHris ? place : NOBODY)

function countContributions(read: ContributionReader, contributors: number): Uint32Array {
  const counts = new Uint32Array(contributors)
  for (let row = 0; row < read.rows; row++) counts[read.person[row]!]!++
  return counts
}

function resolvePeople({ rows, contributions: read, said }: AssembleInput, asOf: EpochDay) {
  const { contributors } = read
  const historyCodes = new Map(rows.history.map(event => [event.personId, contributors.codeOf(event.personId, null)]))
  const known = contributors.list.length
  const participants = read.participantKeys.list().map(key => ({ key, name: null, onlyTakesPart: true }))
  const listed = rows.people.map(row => ({ ...row, lastListed: rows.lastListed.get(row.personId) ?? 0 }))
  const identities = resolveIdentities(listed, [...contributors.list, ...participants], said)
  const merged = mergePeople(rows.people, rows.history, identities.hrisOf, rows.lastListed)

  // Somebody who only takes part in others' work and is in no export is nobody we know.
  const isKnown = new Uint8Array(identities.people.length)
  for (const { kind, index } of identities.of.slice(0, known)) if (kind === 'stranger') isKnown[index] = 1
  const strangerPlace = new Int32Array(identities.people.length).fill(-1)
  const strangers = identities.people.filter((_, index) => isKnown[index] === 1)
  for (let index = 0, place = 0; index < isKnown.length; index++) if (isKnown[index] === 1) strangerPlace[index] = place++
  const hrisCount = merged.people.length
  const combined = identities.of.map(({ kind, index }) =>
    kind === 'hris' ? merged.placeOf[index]! : kind === 'bot' || strangerPlace[index]! < 0 ? NOBODY : hrisCount + strangerPlace[index]!,
  )

  const hrisPlaces = new Map(merged.people.map(({ personId: id }, place) => [id, place]))
  const personOfEvent = (key: string) => hrisPlaces.get(key) ?? combined[historyCodes.get(key)!]!
  const eventsOf = new Map<number, (typeof rows.history)[number][]>()
  for (const event of merged.history) {
    const person = personOfEvent(event.personId)
    eventsOf.set(person, [...(eventsOf.get(person) ?? []), event])
  }
  const folded = personRows(merged.people, strangers).map((row, index) => foldHistory(row, eventsOf.get(index) ?? [], asOf))
  const lines = resolveManagers(folded)
  const { people, placeOf } = orderOfPeople(toPeople(folded, hrisCount, lines.managerOf))
  const placed = Int32Array.from(combined, person => (person < 0 ? person : placeOf[person]!))
  const historyKeys = new Map(
    merged.history.flatMap(({ personId: key }) => {
      const person = personOfEvent(key)
      return person < 0 ? [] : [[key, personId(people[placeOf[person]!]!.id)] as const]
    }),
  )
  return {
    people,
    history: merged.history,
    personOf: placed.subarray(0, known),
    participantOf: placed.subarray(known),
    identities,
    managers: {
      problems: lines.problems,
      named: folded.filter(({ manager }) => manager !== null && manager.trim() !== '').length,
      found: lines.managerOf.filter(manager => manager !== null).length,
    },
    historyKeys,
  }
}

const NOBODY = -1

interface Places {
  readonly components: Int32Array
  readonly artifacts: Int32Array
  readonly workItems: Int32Array
  readonly kinds: Int32Array
}

/** The columns in their final codes, rows of programs left out. */
function finishContributions(
  read: ContributionReader,
  places: Places,
  personOf: Int32Array,
  participantOf: Int32Array,
): ContributionColumns {
  const rows = new Uint32Array(read.rows)
  let kept = 0
  for (let row = 0; row < read.rows; row++) if (personOf[read.person[row]!]! >= 0) rows[kept++] = row
  const keptRows = rows.subarray(0, kept)
  // Most files have no programs in them: then the columns are used as they are.
  const pick = <Column extends Int32Array | Uint32Array | Float64Array | Float32Array | Uint8Array>(column: Column): Column => {
    for (let to = 0; to < kept; to++) column[to] = column[keptRows[to]!]!
    return column.subarray(0, kept) as Column // subarray keeps the kind of array
  }
  const usedArtifacts = usesResolver(read)
  const uses = read.uses.finish(keptRows, (name, row) => {
    const artifact = usedArtifacts(name, read.component[row]!)
    return artifact === null ? NOBODY : places.artifacts[artifact]!
  })
  const participants = read.participants.finish(keptRows, key => Math.max(NOBODY, participantOf[key]!))
  const person = pick(read.person)
  for (let row = 0; row < kept; row++) person[row] = personOf[person[row]!]!
  const kind = new Uint16Array(kept)
  for (let row = 0; row < kept; row++) kind[row] = places.kinds[read.kind[keptRows[row]!]!]!
  const inOrder = (codes: Int32Array, placeOf: Int32Array) => {
    const picked = pick(codes)
    replaceCodes(picked, placeOf)
    return picked
  }
  return {
    length: kept,
    person,
    day: pick(read.day),
    instant: pick(read.instant),
    kind,
    component: inOrder(read.component, places.components),
    artifact: inOrder(read.artifact, places.artifacts),
    previousArtifact: inOrder(read.previousArtifact, places.artifacts),
    workItem: inOrder(read.workItem, places.workItems),
    size: pick(read.size),
    hours: pick(read.hours),
    change: pick(read.change),
    outcome: pick(read.outcome),
    agent: pick(read.agent),
    participants,
    uses,
    tieBreak: pick(read.tieBreak),
    storedRow: pick(read.storedRow),
  }
}

/** A used artifact is meant in the row's own component first, else the only one of that name, else `component/name`. */
function usesResolver(read: ContributionReader): (name: number, component: number) => number | null {
  const names = read.usedNames.list()
  return (name, component) => {
    const text = names[name]!
    const found = read.artifacts.find(text, component < 0 ? null : component)
    if (found !== null) return found
    const slash = text.indexOf('/')
    const named = slash < 0 ? null : read.components.find(text.slice(0, slash))
    return named === null ? null : read.artifacts.find(text.slice(slash + 1), named)
  }
}

/** Plans and contracts are dated ahead: what lies after the day of import says nothing about when the records end. */
function newestOf(rows: LiveRows, importedOn: EpochDay): EpochDay | null {
  const days = [
    ...rows.history.map(event => event.effectiveDate),
    ...rows.workItems.flatMap(item => [item.openedAt, item.startedAt, item.finishedAt]),
    ...rows.people.flatMap(person => [person.hireDate, person.terminationDate]),
  ].filter((day): day is EpochDay => day !== null && day <= importedOn)
  return days.reduce<EpochDay | null>((newest, day) => (newest === null || day > newest ? day : newest), null)
}

function joinedShare({ people, contributions: { person, length } }: Dataset): number | null {
  if (length === 0 || !people.some((one: Person) => one.inHris)) return null
  let joined = 0
  for (let row = 0; row < length; row++) if (people[person[row]!]!.inHris) joined++
  return joined / length
}
