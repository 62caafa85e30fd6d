/** The audit chain: an append-only log in which every entry carries the hash of the one before. */
import { canonicalJson, sha256 } from './canonical-json.ts'
import { number, orNull, text } from './codec.ts'
import type { EventDetail, JournalEvent } from './journal.ts'
import { type Database, select } from './sqlite.ts'

export type AuditDetail = EventDetail

export interface AuditEntry {
  readonly sequence: number
  /** ISO 8601, UTC. */
  readonly at: string
  readonly kind: string
  readonly detail: AuditDetail
  readonly previousHash: string
  readonly hash: string
}

export interface AuditVerdict {
  readonly intact: boolean
  /** Sequence of the first entry that does not fit; null when all do. */
  readonly firstBroken: number | null
  readonly entries: number
}

export const AUDIT_PAGE_ENTRIES = 100

interface StoredEntry {
  readonly sequence: number
  readonly at: string
  readonly kind: string
  /** The data event the entry records, so that catching up twice records it once. */
  readonly event: string | null
  readonly detail: string
  readonly previous: string
  readonly hash: string
}

const hashOf = (entry: Omit<StoredEntry, 'hash'>) =>
  sha256(JSON.stringify([entry.sequence, entry.at, entry.kind, entry.event, entry.detail, entry.previous]))

function selectEntries(review: Database, clause: string, parameters: number[]): StoredEntry[] {
  return select(review, `SELECT sequence, at, kind, event, detail, previous, hash FROM audit ${clause}`, parameters, cells => ({
    sequence: number.read(cells[0]),
    at: text.read(cells[1]),
    kind: text.read(cells[2]),
    event: orNull(text).read(cells[3] ?? null),
    detail: text.read(cells[4]),
    previous: text.read(cells[5]),
    hash: text.read(cells[6]),
  }))
}

export function appendEntry(review: Database, at: string, kind: string, detail: AuditDetail): void {
  append(review, { at, kind, event: null, detail: canonicalJson(detail) })
}

function append(review: Database, fact: Pick<StoredEntry, 'at' | 'kind' | 'event' | 'detail'>): void {
  const [last] = selectEntries(review, 'ORDER BY sequence DESC LIMIT 1', [])
  const entry = { ...fact, sequence: (last?.sequence ?? 0) + 1, previous: last?.hash ?? '' }
  review.run('INSERT INTO audit (sequence, at, kind, event, detail, previous, hash) VALUES (?, ?, ?, ?, ?, ?, ?)', [
    entry.sequence,
    entry.at,
    entry.kind,
    entry.event,
    entry.detail,
    entry.previous,
    hashOf(entry),
  ])
}

/** Appends the data events the chain does not have yet; returns how many those were. */
export function catchUp(review: Database, journal: readonly JournalEvent[]): number {
  const known = new Set(select(review, 'SELECT event FROM audit WHERE event IS NOT NULL', [], ([event]) => text.read(event)))
  const missing = journal.filter(({ event }) => !known.has(event))
  for (const event of missing) append(review, event)
  return missing.length
}

/** One page of 100 entries, newest first; page 0 is the newest. */
export function readAudit(review: Database, page: number): AuditEntry[] {
  return selectEntries(review, 'ORDER BY sequence DESC LIMIT ? OFFSET ?', [AUDIT_PAGE_ENTRIES, page * AUDIT_PAGE_ENTRIES]).map(entry => ({
    sequence: entry.sequence,
    at: entry.at,
    kind: entry.kind,
    // Written by canonicalJson from an AuditDetail.
    detail: JSON.parse(entry.detail) as AuditDetail,
    previousHash: entry.previous,
    hash: entry.hash,
  }))
}

/** Recomputes every hash: a changed, removed or inserted entry breaks the chain from there on. */
export function verifyAudit(review: Database): AuditVerdict {
  const entries = selectEntries(review, 'ORDER BY sequence', [])
  let previous = ''
  for (const [index, entry] of entries.entries()) {
    const fits = entry.sequence === index + 1 && entry.previous === previous && entry.hash === hashOf(entry)
    if (!fits) return { intact: false, firstBroken: entry.sequence, entries: entries.length }
    previous = entry.hash
  }
  return { intact: true, firstBroken: null, entries: entries.length }
}
