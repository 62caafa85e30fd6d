/** Builds a small Dataset from rows written as objects, the way an import would fold them. */
import { parseIsoMoment, weekOf } from '../../src/domain/calendar.ts'
import type { ArtifactStatus } from '../../src/domain/component.ts'
import { CHANGES, OUTCOMES } from '../../src/domain/contribution.ts'
import type { Change, IntegerLists, Outcome } from '../../src/domain/contribution.ts'
import type { Component, Dataset, WorkItem } from '../../src/domain/dataset.ts'
import { compareText, componentName, personId, workItemId } from '../../src/domain/identifiers.ts'
import type { JobEvent } from '../../src/domain/job-event.ts'
import { DEFAULT_KINDS } from '../../src/domain/kinds.ts'
import type { ContributionKind } from '../../src/domain/kinds.ts'
import type { Person } from '../../src/domain/person.ts'

export type PersonInput = { readonly id: string } & Partial<
  Omit<Person, 'id' | 'hireDate' | 'terminationDate' | 'leaveFrom' | 'leaveTo'>
> & {
    readonly hireDate?: string | null
    readonly terminationDate?: string | null
    readonly leaveFrom?: string | null
    readonly leaveTo?: string | null
  }

export interface ContributionInput {
  readonly person: string
  /** ISO date or date-time. */
  readonly at: string
  readonly kind?: string
  readonly component?: string
  readonly artifact?: string
  readonly previousArtifact?: string
  readonly workItem?: string
  readonly size?: number
  readonly hours?: number
  readonly change?: Change
  readonly outcome?: Outcome
  readonly agent?: boolean
  readonly participants?: readonly string[]
  /** Artifact names, in the row's own component. */
  readonly uses?: readonly string[]
}

export interface MeetingInput {
  readonly person: string
  readonly week: string
  readonly meetingHours: number
  readonly focusHours?: number
  readonly agentActions?: number
}

export interface HistoryInput extends Partial<Omit<JobEvent, 'personId' | 'effectiveDate'>> {
  readonly personId: string
  readonly effectiveDate: string
}

export interface DatasetInput {
  /** Left out, there is no people file: everybody is then known by contributions alone. */
  readonly people?: readonly PersonInput[]
  readonly history?: readonly HistoryInput[]
  readonly contributions?: readonly ContributionInput[]
  readonly meetings?: readonly MeetingInput[]
  readonly components?: readonly ({ readonly name: string } & Partial<Omit<Component, 'name'>>)[]
  /** Left out, there is no artifacts file. */
  readonly artifacts?: readonly { readonly component: string; readonly artifact: string; readonly status?: ArtifactStatus }[]
  readonly workItems?: readonly ({ readonly id: string } & Partial<Omit<WorkItem, 'id'>>)[]
  readonly kinds?: Readonly<Record<string, ContributionKind>>
  /** The newest contribution's day when left out. */
  readonly asOf?: string
  readonly presentColumns?: readonly string[]
}

const DEFAULT_COMPONENT = 'system'

export function dayOf(iso: string): number {
  const moment = parseIsoMoment(iso)
  if (moment === null) throw new Error(`not an ISO date: ${iso}`)
  return moment.day
}

export function buildDataset(input: DatasetInput): Dataset {
  const contributions = input.contributions ?? []
  const meetings = input.meetings ?? []
  const peopleById = new Map<string, Person>((input.people ?? []).map(person => [person.id, buildPerson(person, true)]))
  const mentioned = [...contributions.flatMap(row => [row.person, ...(row.participants ?? [])]), ...meetings.map(row => row.person)]
  for (const id of mentioned) if (!peopleById.has(id)) peopleById.set(id, buildPerson({ id }, false))
  const people = [...peopleById.values()].sort((a, b) => compareText(a.id, b.id))
  const personAt = new Map<string, number>(people.map((person, index) => [person.id, index]))

  const componentOf = (row: ContributionInput) => row.component ?? (row.artifact === undefined ? null : DEFAULT_COMPONENT)
  const componentNames = sortedNames([
    ...contributions.map(componentOf),
    ...(input.components ?? []).map(row => row.name),
    ...(input.artifacts ?? []).map(row => row.component),
  ])
  const componentAt = indexesOf(componentNames)
  const artifactKeys = new Map<string, { component: number; name: string }>()
  const artifactKey = (component: string | null, name: string) => {
    const at = componentAt.get(component ?? DEFAULT_COMPONENT)!
    const key = `${String(at).padStart(9, '0')}\u0000${name}`
    artifactKeys.set(key, { component: at, name })
    return key
  }
  const namedArtifacts = contributions.map(row => ({
    own: row.artifact === undefined ? null : artifactKey(componentOf(row), row.artifact),
    previous: row.previousArtifact === undefined ? null : artifactKey(componentOf(row), row.previousArtifact),
    uses: (row.uses ?? []).map(name => artifactKey(componentOf(row), name)),
  }))
  const inScope = new Set(
    (input.artifacts ?? []).filter(row => (row.status ?? 'current') === 'current').map(row => artifactKey(row.component, row.artifact)),
  )
  const outOfScope = (input.artifacts ?? [])
    .filter(row => (row.status ?? 'current') !== 'current')
    .map(row => artifactKey(row.component, row.artifact))
  const sortedArtifacts = sortedNames([...artifactKeys.keys(), ...outOfScope])
  const artifactAt = indexesOf(sortedArtifacts)
  const kinds = { ...DEFAULT_KINDS, ...input.kinds }
  const kindNames = sortedNames(contributions.map(row => row.kind ?? 'commit'))
  const kindAt = indexesOf(kindNames)
  const workItemNames = sortedNames([...contributions.map(row => row.workItem ?? null), ...(input.workItems ?? []).map(row => row.id)])
  const workItemAt = indexesOf(workItemNames)
  const moments = contributions.map(row => parseIsoMoment(row.at) ?? fail(row.at))
  const newest = moments.reduce((latest, moment) => Math.max(latest, moment.day), 0)

  return {
    asOf: input.asOf === undefined ? newest : dayOf(input.asOf),
    people,
    history: (input.history ?? []).map(buildEvent).sort((a, b) => compareText(a.personId, b.personId) || a.effectiveDate - b.effectiveDate),
    meetings: {
      length: meetings.length,
      person: Int32Array.from(meetings, row => personAt.get(row.person)!),
      week: Int32Array.from(meetings, row => weekOf(dayOf(row.week))),
      meetingHours: Float64Array.from(meetings, row => row.meetingHours),
      focusHours: Float64Array.from(meetings, row => row.focusHours ?? NaN),
      attendees: new Float64Array(meetings.length).fill(NaN),
      oneOnOneHours: new Float64Array(meetings.length).fill(NaN),
      agentActions: Float64Array.from(meetings, row => row.agentActions ?? NaN),
    },
    componentNames: componentNames.map(componentName),
    components: componentNames.map(name => buildComponent(name, input.components)),
    artifactNames: sortedArtifacts.map(key => artifactKeys.get(key)!),
    artifactScope: input.artifacts === undefined ? null : Uint8Array.from(sortedArtifacts, key => (inScope.has(key) ? 1 : 0)),
    workItemNames: workItemNames.map(workItemId),
    workItems: workItemNames.map(name => buildWorkItem(name, input.workItems)),
    kindNames,
    kindOf: kindNames.map(name => kinds[name] ?? null),
    contributions: {
      length: contributions.length,
      person: Int32Array.from(contributions, row => personAt.get(row.person)!),
      day: Int32Array.from(moments, moment => moment.day),
      instant: Float64Array.from(moments, moment => moment.instant),
      kind: Uint16Array.from(contributions, row => kindAt.get(row.kind ?? 'commit')!),
      component: Int32Array.from(contributions, row => componentAt.get(componentOf(row) ?? '') ?? -1),
      artifact: Int32Array.from(namedArtifacts, named => (named.own === null ? -1 : artifactAt.get(named.own)!)),
      previousArtifact: Int32Array.from(namedArtifacts, named => (named.previous === null ? -1 : artifactAt.get(named.previous)!)),
      workItem: Int32Array.from(contributions, row => (row.workItem === undefined ? -1 : workItemAt.get(row.workItem)!)),
      size: Float64Array.from(contributions, row => row.size ?? NaN),
      hours: Float32Array.from(contributions, row => row.hours ?? NaN),
      change: Uint8Array.from(contributions, row => (row.change === undefined ? 0 : 1 + CHANGES.indexOf(row.change))),
      outcome: Uint8Array.from(contributions, row => (row.outcome === undefined ? 0 : 1 + OUTCOMES.indexOf(row.outcome))),
      agent: Uint8Array.from(contributions, row => (row.agent === undefined ? 0 : row.agent ? 2 : 1)),
      participants: listsOf(contributions.map(row => (row.participants ?? []).map(id => personAt.get(id)!))),
      uses: listsOf(namedArtifacts.map(named => named.uses.map(key => artifactAt.get(key)!))),
      tieBreak: fingerprints(contributions),
      storedRow: Uint32Array.from(contributions.keys()),
    },
    presentColumns: new Set(input.presentColumns ?? columnsOf(input)),
  }
}

function buildPerson(input: PersonInput, inHris: boolean): Person {
  const day = (iso: string | null | undefined) => (iso === null || iso === undefined ? null : dayOf(iso))
  return {
    name: null,
    email: null,
    aliases: [],
    managerId: null,
    title: null,
    roleFamily: null,
    level: null,
    levelRank: null,
    track: null,
    trackInferred: false,
    orgUnit: null,
    location: null,
    fte: null,
    employmentStatus: null,
    performanceRating: null,
    ratingMax: null,
    compRatio: null,
    governance: null,
    accountableFor: [],
    plannedTitle: null,
    plannedTrack: null,
    plannedDate: null,
    inHris,
    ...input,
    id: personId(input.id),
    hireDate: day(input.hireDate),
    terminationDate: day(input.terminationDate),
    leaveFrom: day(input.leaveFrom),
    leaveTo: day(input.leaveTo),
  }
}

function buildEvent(input: HistoryInput): JobEvent {
  return {
    title: null,
    level: null,
    levelRank: null,
    track: null,
    manager: null,
    orgUnit: null,
    fte: null,
    reason: null,
    ...input,
    personId: personId(input.personId),
    effectiveDate: dayOf(input.effectiveDate),
  }
}

function buildComponent(name: string, rows: DatasetInput['components']): Component | null {
  const row = rows?.find(one => one.name === name)
  return row ? { criticality: null, ownerUnit: null, regulated: null, core: null, ...row, name: componentName(name) } : null
}

function buildWorkItem(name: string, rows: DatasetInput['workItems']): WorkItem | null {
  const row = rows?.find(one => one.id === name)
  const blank = {
    title: null,
    component: null,
    openedAt: null,
    startedAt: null,
    finishedAt: null,
    status: null,
    size: null,
    handoffs: null,
  }
  return row ? { ...blank, ...row, id: workItemId(name) } : null
}

const sortedNames = (names: readonly (string | null)[]) => [...new Set(names.flatMap(name => name ?? []))].sort(compareText)
const indexesOf = (names: readonly string[]) => new Map(names.map((name, index) => [name, index]))

function listsOf(lists: readonly (readonly number[])[]): IntegerLists {
  const offsets = new Uint32Array(lists.length + 1)
  for (const [row, list] of lists.entries()) offsets[row + 1] = offsets[row]! + list.length
  return { offsets, values: Int32Array.from(lists.flat()) }
}

/** FNV-1a over the row's fields and its ordinal among equal rows, as an import's own ids are made. */
function fingerprints(rows: readonly ContributionInput[]): Uint32Array {
  const seen = new Map<string, number>()
  return Uint32Array.from(rows, row => {
    const content = JSON.stringify(Object.entries(row).sort(([a], [b]) => compareText(a, b)))
    const ordinal = seen.get(content) ?? 0
    seen.set(content, ordinal + 1)
    let hash = 0x811c9dc5
    for (const character of `${content}${ordinal}`) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193) >>> 0
    return hash
  })
}

/** The columns a file with these rows would have had. */
function columnsOf(input: DatasetInput): string[] {
  const snake = (key: string) => key.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)
  const columns = (file: string, rows: readonly object[] | undefined, names: Readonly<Record<string, string>>, must: readonly string[]) =>
    rows === undefined
      ? []
      : [...must, ...rows.flatMap(row => Object.keys(row).map(key => names[key] ?? snake(key)))].map(column => `${file}.${column}`)
  return [
    ...columns('people', input.people, { id: 'person_id' }, ['person_id']),
    ...columns('history', input.history, {}, ['person_id', 'effective_date']),
    ...columns('contributions', input.contributions, { at: 'occurred_at' }, ['person', 'occurred_at', 'kind']),
    ...columns('meetings', input.meetings, {}, ['person', 'week', 'meeting_hours']),
    ...columns('components', input.components, { name: 'component' }, ['component']),
    ...columns('artifacts', input.artifacts, {}, ['artifact']),
    ...columns('work_items', input.workItems, { id: 'work_item' }, ['work_item']),
  ]
}

function fail(text: string): never {
  throw new Error(`not an ISO date: ${text}`)
}
