/** People followed over the imports: who they are by now, and the job events that lie between the files. */
import type { EpochDay } from '../domain/calendar.ts'
import type { JobEventRow } from '../domain/job-event.ts'
import type { PersonRow } from '../domain/person.ts'
import { type ChangedId, changedIds, currentIds } from './changed-ids.ts'
import { afterReturn, departureOn, type Listed } from './departures.ts'
import { grouped } from './grouped.ts'
import type { ImportRecord } from './import-record.ts'
import { overlay } from './overlay.ts'
import { type PeopleBatch, peopleBatches } from './people-imports.ts'
import { placeChanges, type Report } from './place-changes.ts'
import type { ImportedRow } from './row-table.ts'
import { toldEvents } from './told-events.ts'

export interface PeopleOverImports {
  /** One a person: a filled cell replaces a former one, a blank cell never does; older ids are aliases. */
  readonly people: readonly PersonRow[]
  /** The events given, and those that lie between the files. */
  readonly history: readonly JobEventRow[]
  /** The import that listed each person last, by id. */
  readonly lastListed: ReadonlyMap<string, number>
  readonly changedIds: readonly ChangedId[]
  /** Whom an id means that an import of this sequence mentions. */
  readonly currentId: (id: string, sequence: number) => string
}

interface Known extends Listed {
  /** The id in the file that listed them last. */
  listedAs: string
  reports: Report[]
  /** They are gone since. */
  departure: JobEventRow | null
  /** Departures and returns that are over. */
  turns: JobEventRow[]
  lastListed: number
}

/** `until` leaves out lists of people that speak of a later day, unless all of them do: then those of the first day stand. */
export function followPeople(
  imports: readonly ImportRecord[],
  rows: readonly ImportedRow<PersonRow>[],
  events: readonly ImportedRow<JobEventRow>[],
  until: EpochDay | null = null,
): PeopleOverImports {
  const batches = peopleBatches(imports, rows)
  const changes = changedIds(batches)
  const currentId = currentIds(batches, changes)
  const peopleFiles = new Set(batches.flatMap(({ files }) => files.map(({ sequence }) => sequence)))
  const told = toldEvents(events, peopleFiles, currentId)
  const known = walk(upTo(batches, until), currentId, told)
  const meaningOf = managerMeanings(known)
  const between = [...known].flatMap(([id, { reports, history: own, turns, departure }]) => [
    ...(reports.length > 1 ? placeChanges(id, reports, own, meaningOf) : []),
    ...turns,
    ...(departure ? [departure] : []),
  ])
  const formerIds = grouped(
    changes.filter(({ from }) => !known.has(from)),
    ({ from, sequence }) => currentId(from, sequence - 1),
  )
  return {
    people: [...known.values()].map(({ row }) => {
      const former = (formerIds.get(row.personId) ?? []).map(({ from }) => from)
      return former.length === 0 ? row : { ...row, aliases: [...new Set([...row.aliases, ...former])] }
    }),
    history: [...[...told.values()].flat(), ...between],
    lastListed: new Map([...known].map(([id, { lastListed }]) => [id, lastListed])),
    changedIds: changes,
    currentId,
  }
}

function upTo(batches: readonly PeopleBatch[], until: EpochDay | null): readonly PeopleBatch[] {
  if (until === null) return batches
  const first = batches.reduce((least, { day }) => Math.min(least, day), Infinity)
  return batches.filter(({ day }) => day <= Math.max(first, until))
}

type CurrentId = PeopleOverImports['currentId']

const managerNow = ({ manager }: { readonly manager: string | null }, sequence: number, currentId: CurrentId) =>
  manager === null ? null : currentId(manager, sequence)

function walk(
  batches: readonly PeopleBatch[],
  currentId: CurrentId,
  historyOf: ReadonlyMap<string, readonly JobEventRow[]>,
): Map<string, Known> {
  const known = new Map<string, Known>()
  for (const { files, day, endsMissing } of batches) {
    const listed = new Set<string>()
    for (const { sequence, day: fileDay, isDated, rows } of files) {
      for (const { personId: listedAs, ...cells } of rows) {
        const personId = currentId(listedAs, sequence)
        const row = { personId, ...cells, manager: managerNow(cells, sequence, currentId) }
        const former = known.get(personId)
        const person: Known = former
          ? { ...former, ...listedAgain(former.listedAs === listedAs ? former : underNewId(former), row, fileDay) }
          : { row, day: fileDay, history: historyOf.get(personId) ?? [], reports: [], departure: null, turns: [], lastListed: 0, listedAs }
        person.reports = withReport(person.reports, { day: fileDay, isDated, row })
        person.lastListed = sequence
        person.listedAs = listedAs
        known.set(personId, person)
        listed.add(personId)
      }
    }
    if (!endsMissing) continue
    for (const [id, person] of known)
      if (!listed.has(id)) known.set(id, { ...person, departure: person.departure ?? departureOn(day, person) })
  }
  return known
}

/** How the former id ended says nothing of the person. */
const underNewId = (former: Known): Known => ({ ...former, row: { ...former.row, terminationDate: null, employmentStatus: null } })

/** A list that speaks of an older day than the last one fills only what is not known. */
function listedAgain(former: Known, later: PersonRow, day: EpochDay): Pick<Known, 'row' | 'day' | 'departure' | 'turns'> {
  const isOlder = day < former.day
  const row = isOlder ? overlay(later, former.row) : overlay(former.row, later)
  const { departure, turns } = former
  const unturned = { row, day: Math.max(day, former.day), departure, turns }
  if (departure === null) return unturned
  const outcome = afterReturn(departure, { row, day, history: former.history })
  if (outcome === 'stands') return unturned
  if (outcome === 'never-left') return { ...unturned, departure: null }
  return { ...unturned, departure: null, turns: [...turns, departure, ...(outcome === 'told' ? [] : [outcome])] }
}

/** Two files of one day are one report: the later one corrects the earlier. */
function withReport(reports: readonly Report[], report: Report): Report[] {
  const last = reports.at(-1)
  if (last === undefined || report.day > last.day) return [...reports, report]
  if (report.day < last.day) return [...reports]
  return [...reports.slice(0, -1), { ...last, isDated: last.isDated || report.isDated, row: overlay(last.row, report.row) }]
}

/** A manager is the same one whether a file names the id or the e-mail. */
function managerMeanings(known: ReadonlyMap<string, Known>): (reference: string) => string {
  const meanings = new Map<string, string>()
  for (const { row } of known.values()) if (row.email !== null) meanings.set(row.email.trim().toLowerCase(), row.personId.toLowerCase())
  return reference => meanings.get(reference) ?? reference
}
