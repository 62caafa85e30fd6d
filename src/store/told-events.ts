/** The job events that files tell, of each person by the id they have now, without what several files say alike. */
import type { JobEventRow } from '../domain/job-event.ts'
import { grouped } from './grouped.ts'
import { overlay } from './overlay.ts'
import { NOWHERE, type Place } from './place-changes.ts'
import type { ImportedRow } from './row-table.ts'

interface Told {
  readonly event: JobEventRow
  readonly sequence: number
  /** It stands under an id the person has no more. */
  readonly isOfFormerId: boolean
  /** A file of people tells it, which says again and again what has not changed. */
  readonly isOfPeopleFile: boolean
}

/** By person. `currentId` says whom an id means that an import of this sequence mentions. */
export function toldEvents(
  events: readonly ImportedRow<JobEventRow>[],
  peopleFiles: ReadonlySet<number>,
  currentId: (id: string, sequence: number) => string,
): ReadonlyMap<string, readonly JobEventRow[]> {
  const told = events.map(({ sequence, row }): Told => {
    const personId = currentId(row.personId, sequence)
    const manager = row.manager === null ? null : currentId(row.manager, sequence)
    return {
      event: { ...row, personId, manager },
      sequence,
      isOfFormerId: personId !== row.personId,
      isOfPeopleFile: peopleFiles.has(sequence),
    }
  })
  const byPerson = [...grouped(told, ({ event }) => event.personId)]
  return new Map(byPerson.map(([id, own]) => [id, withoutRepeats(corrected(withoutTransfers(own))).map(({ event }) => event)]))
}

/** The end of a former id is no exit of the person, unless a hire follows. */
function withoutTransfers(told: readonly Told[]): Told[] {
  const isFollowedByHire = ({ effectiveDate }: JobEventRow) =>
    told.some(({ event }) => event.reason === 'hire' && event.effectiveDate >= effectiveDate)
  return told.filter(({ event, isOfFormerId }) => !isOfFormerId || event.reason !== 'exit' || isFollowedByHire(event))
}

/** A later file of people that speaks of the same day corrects the earlier one. */
function corrected(told: readonly Told[]): Told[] {
  const standing: Told[] = []
  for (const one of told) {
    const { effectiveDate, reason } = one.event
    const at = one.isOfPeopleFile
      ? standing.findIndex(
          ({ event, sequence, isOfPeopleFile }) =>
            isOfPeopleFile && sequence !== one.sequence && event.effectiveDate === effectiveDate && event.reason === reason,
        )
      : -1
    if (at < 0) standing.push(one)
    else standing[at] = { ...one, event: overlay(standing[at]!.event, one.event) }
  }
  return standing
}

/** A file of people that says what is known already tells of no event. */
function withoutRepeats(told: readonly Told[]): Told[] {
  let known: Place = NOWHERE
  return told
    .toSorted((a, b) => a.event.effectiveDate - b.event.effectiveDate)
    .filter(({ event, isOfPeopleFile }) => {
      const { personId: _personId, effectiveDate: _effectiveDate, reason, ...place } = event
      // A hire or an exit begins anew.
      const former = reason === 'hire' || reason === 'exit' ? NOWHERE : known
      known = overlay(former, place)
      const fields = Object.keys(NOWHERE) as (keyof Place)[] // NOWHERE has exactly these keys
      return !isOfPeopleFile || reason !== null || fields.some(field => known[field] !== former[field])
    })
}
