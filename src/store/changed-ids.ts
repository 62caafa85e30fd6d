/** People whose id changed between two imports: known by their e-mail, followed through several changes. */
import { isPlaceholder } from '../domain/placeholder.ts'
import type { PeopleBatch } from './people-imports.ts'

export interface ChangedId {
  readonly from: string
  readonly to: string
  /** The first import that lists the new id: what was imported before it means the person by the old one. */
  readonly sequence: number
}

interface Known {
  email: string | null
  /** Positions of the batches that list the person. */
  readonly listedIn: Set<number>
}

/**
 * In the order they happened. A former person whom no file of a batch lists, and whose e-mail one
 * person of the batch bears, is that person. Where several bear it, and where both were listed side by side, nobody is.
 */
export function changedIds(batches: readonly PeopleBatch[]): ChangedId[] {
  const known = new Map<string, Known>()
  const changes: ChangedId[] = []
  for (const [position, { files, followsIds }] of batches.entries()) {
    const listed = emailsOf(files)
    if (followsIds) {
      const formerBy = idsByEmail([...known].flatMap(([id, { email }]) => (listed.has(id) ? [] : [[id, email]])))
      for (const [email, [to, ...others]] of idsByEmail([...listed])) {
        const [from, ...furtherFormer] = formerBy.get(email) ?? []
        if (to === undefined || from === undefined || others.length > 0 || furtherFormer.length > 0) continue
        const [former, successor] = [known.get(from)!, known.get(to)]
        if (successor && [...former.listedIn].some(batch => successor.listedIn.has(batch))) continue
        changes.push({ from, to, sequence: files[0]!.sequence })
        known.delete(from)
        known.set(to, { email, listedIn: new Set([...former.listedIn, ...(successor?.listedIn ?? [])]) })
      }
    }
    for (const [id, email] of listed) {
      const person = known.get(id) ?? { email: null, listedIn: new Set() }
      known.set(id, person)
      person.email = email ?? person.email
      person.listedIn.add(position)
    }
  }
  return changes
}

/** Whom an id in an import means now. An id that is given to somebody else later means that person from then on. */
export function currentIds(batches: readonly PeopleBatch[], changes: readonly ChangedId[]): (id: string, sequence: number) => string {
  if (changes.length === 0) return id => id
  const lastListed = new Map<string, number>()
  for (const { files } of batches)
    for (const { sequence, rows } of files) for (const { personId } of rows) lastListed.set(personId, sequence)
  const isReused = ({ from, sequence }: ChangedId) => (lastListed.get(from) ?? -1) >= sequence
  return (id, sequence) =>
    changes.reduce(
      (current, change) => (current === change.from && (sequence < change.sequence || !isReused(change)) ? change.to : current),
      id,
    )
}

function emailsOf(files: PeopleBatch['files']): Map<string, string | null> {
  const emails = new Map<string, string | null>()
  for (const { personId, email } of files.flatMap(({ rows }) => rows)) {
    const folded = email?.trim().toLowerCase() ?? ''
    emails.set(personId, folded.includes('@') && !isPlaceholder(folded) ? folded : (emails.get(personId) ?? null))
  }
  return emails
}

function idsByEmail(people: readonly (readonly [id: string, email: string | null])[]): Map<string, string[]> {
  const ids = new Map<string, string[]>()
  for (const [id, email] of people) if (email !== null) ids.set(email, [...(ids.get(email) ?? []), id])
  return ids
}
