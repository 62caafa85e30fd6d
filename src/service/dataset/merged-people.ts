/** People of the HRIS export who are one on somebody's word: their rows and events under the id that was listed last. */
import type { JobEventRow } from '../../domain/job-event.ts'
import type { PersonRow } from '../../domain/person.ts'
import { overlay } from '../../store/overlay.ts'

export interface MergedPeople {
  readonly people: readonly PersonRow[]
  readonly history: readonly JobEventRow[]
  /** For each person given the index of the one they are, among `people`. */
  readonly placeOf: readonly number[]
}

/** `hrisOf` is, for each person given, the index of the one they are, mostly their own. */
export function mergePeople(
  people: readonly PersonRow[],
  history: readonly JobEventRow[],
  hrisOf: readonly number[],
  lastListed: ReadonlyMap<string, number>,
): MergedPeople {
  const staying = people.flatMap((_, index) => (hrisOf[index] === index ? [index] : []))
  const places = new Map(staying.map((index, place) => [index, place]))
  const placeOf = hrisOf.map(index => places.get(index)!)
  if (staying.length === people.length) return { people, history, placeOf }
  const others = staying.map((): PersonRow[] => [])
  for (const [index, row] of people.entries()) if (hrisOf[index] !== index) others[placeOf[index]!]!.push(row)
  const listed = ({ personId }: PersonRow) => lastListed.get(personId) ?? 0
  return {
    people: staying.map((index, place) => {
      const former = others[place]!.toSorted((a, b) => listed(a) - listed(b) || (a.personId < b.personId ? -1 : 1))
      return former.length === 0 ? people[index]! : underOneId(people[index]!, former)
    }),
    history: underOneHistory(people, history, placeOf, staying),
    placeOf,
  }
}

/** What the other ids say fills what is blank, but how they ended; ids and e-mails of all are known. */
function underOneId(row: PersonRow, former: readonly PersonRow[]): PersonRow {
  const filled = [...former, row].reduce(overlay)
  const keys = former.flatMap(({ personId, email, aliases }) => [personId, ...(email === null ? [] : [email]), ...aliases])
  const { terminationDate, employmentStatus, leaveFrom, leaveTo, plannedTitle, plannedTrack, plannedDate } = row
  const present = { terminationDate, employmentStatus, leaveFrom, leaveTo, plannedTitle, plannedTrack, plannedDate }
  return { ...filled, ...present, personId: row.personId, aliases: [...new Set([...row.aliases, ...keys])] }
}

/** The end of an id that is not used any more is no exit, unless a hire follows. */
function underOneHistory(
  people: readonly PersonRow[],
  history: readonly JobEventRow[],
  placeOf: readonly number[],
  staying: readonly number[],
): JobEventRow[] {
  const idOf = new Map(people.map(({ personId }, index) => [personId, people[staying[placeOf[index]!]!]!.personId]))
  const renamed = history.map(event => ({
    event: { ...event, personId: idOf.get(event.personId) ?? event.personId },
    listedAs: event.personId,
  }))
  const lastHire = new Map<string, number>()
  for (const { event } of renamed)
    if (event.reason === 'hire') lastHire.set(event.personId, Math.max(event.effectiveDate, lastHire.get(event.personId) ?? -Infinity))
  return renamed.flatMap(({ event, listedAs }) => {
    const isTransfer =
      event.reason === 'exit' && listedAs !== event.personId && !((lastHire.get(event.personId) ?? -Infinity) >= event.effectiveDate)
    return isTransfer ? [] : [event]
  })
}
