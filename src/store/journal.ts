/** The journal in data.db: what happened to the data, in the same file and so in the same rename as the data. */
import { canonicalJson, sha256 } from './canonical-json.ts'
import { number, text } from './codec.ts'
import { type Database, select } from './sqlite.ts'
import { StoreError } from './store-error.ts'

export type EventDetail = Readonly<Record<string, string | number | boolean | null>>

export interface JournalEvent {
  readonly event: string
  readonly at: string
  readonly kind: string
  readonly detail: string
}

/** What happened to the data, oldest first; the audit chain is caught up from it. */
export function readJournal(data: Database): JournalEvent[] {
  return select(data, 'SELECT event, at, kind, detail FROM journal ORDER BY sequence', [], ([event, at, kind, detail]) => ({
    event: text.read(event),
    at: text.read(at),
    kind: text.read(kind),
    detail: text.read(detail),
  }))
}

/** Events are named by a hash over themselves and the one before: no two histories share a name. */
export function addEvent(data: Database, at: string, kind: string, detail: EventDetail): void {
  const [last] = select(data, 'SELECT sequence, event FROM journal ORDER BY sequence DESC LIMIT 1', [], ([sequence, event]) => ({
    sequence: number.read(sequence),
    event: text.read(event),
  }))
  const canonical = canonicalJson(detail)
  const event = sha256(JSON.stringify([last?.event ?? '', at, kind, canonical]))
  data.run('INSERT INTO journal (sequence, event, at, kind, detail) VALUES (?, ?, ?, ?, ?)', [
    (last?.sequence ?? 0) + 1,
    event,
    at,
    kind,
    canonical,
  ])
}

/** How often the data has changed; a change prepared on another generation is refused. */
export function readGeneration(data: Database): number {
  const [generation] = select(data, 'SELECT generation FROM state', [], ([cell]) => number.read(cell))
  if (generation === undefined) throw new StoreError('damaged', 'data.db has lost its state.')
  return generation
}

export function nextGeneration(data: Database): number {
  data.run('UPDATE state SET generation = generation + 1')
  return readGeneration(data)
}
