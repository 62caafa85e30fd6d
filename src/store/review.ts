/** What people decided, in review.db: the workspace's name, its purpose, settings and decisions. */
import { appendEntry } from './audit.ts'
import { canonicalJson, sha256 } from './canonical-json.ts'
import { boolean, number, orNull, text } from './codec.ts'
import { type Database, select } from './sqlite.ts'
import { StoreError } from './store-error.ts'

const textOrNull = orNull(text)

export interface WorkspaceAbout {
  readonly name: string
  /** The sample organisation needs no purpose. */
  readonly sample: boolean
}

export interface Purpose {
  readonly purpose: string
  readonly legalBasis: string | null
  /** The day the people concerned were told, as given (ISO date). */
  readonly noticeDate: string | null
}

/** Something a person decided (an identity merge, a fix, a note). Undone decisions are kept, and do not count. */
export interface Decision {
  readonly id: number
  readonly kind: string
  readonly detail: unknown
  /** ISO 8601, UTC. */
  readonly at: string
  readonly undone: boolean
}

export function foundWorkspace(review: Database, about: WorkspaceAbout, at: string): void {
  review.run('INSERT INTO workspace (only_row, name, sample, created_at) VALUES (1, ?, ?, ?)', [
    about.name,
    boolean.write(about.sample),
    at,
  ])
  appendEntry(review, at, 'workspace_created', { sample: about.sample })
}

export function readAbout(review: Database): WorkspaceAbout & { readonly createdAt: string } {
  const [about] = select(review, 'SELECT name, sample, created_at FROM workspace', [], ([name, sample, createdAt]) => ({
    name: text.read(name),
    sample: boolean.read(sample),
    createdAt: text.read(createdAt),
  }))
  if (!about) throw new StoreError('damaged', 'review.db has lost the name of its workspace.')
  return about
}

export function readPurpose(review: Database): Purpose | null {
  const sql = 'SELECT purpose, legal_basis, notice_date FROM purpose ORDER BY id DESC LIMIT 1'
  const [purpose] = select(review, sql, [], ([reason, legalBasis, noticeDate]) => ({
    purpose: text.read(reason),
    legalBasis: textOrNull.read(legalBasis),
    noticeDate: textOrNull.read(noticeDate),
  }))
  return purpose ?? null
}

/** Former purposes are kept: results were made under them. */
export function writePurpose(review: Database, purpose: Purpose, at: string): void {
  review.run('INSERT INTO purpose (purpose, legal_basis, notice_date, recorded_at) VALUES (?, ?, ?, ?)', [
    purpose.purpose,
    purpose.legalBasis,
    purpose.noticeDate,
    at,
  ])
  appendEntry(review, at, 'purpose', { ...purpose })
}

export function readSetting(review: Database, name: string): string | null {
  const [value] = select(review, 'SELECT value FROM setting WHERE name = ?', [name], ([cell]) => text.read(cell))
  return value ?? null
}

/** The chain gets the value's hash only: a setting may name people, and the chain cannot forget. */
export function writeSetting(review: Database, name: string, value: string, at: string): void {
  const former = readSetting(review, name)
  review.run('INSERT INTO setting (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value', [name, value])
  appendEntry(review, at, 'setting', { name, from: former === null ? null : sha256(former), to: sha256(value) })
}

export function readDecisions(review: Database): Decision[] {
  return select(review, 'SELECT id, kind, detail, at, undone FROM decision ORDER BY id', [], ([id, kind, detail, at, undone]) => ({
    id: number.read(id),
    kind: text.read(kind),
    detail: JSON.parse(text.read(detail)) as unknown,
    at: text.read(at),
    undone: boolean.read(undone),
  }))
}

export function addDecision(review: Database, kind: string, detail: unknown, at: string): Decision {
  const canonical = canonicalJson(detail)
  review.run('INSERT INTO decision (kind, detail, at) VALUES (?, ?, ?)', [kind, canonical, at])
  const [id = 0] = select(review, 'SELECT last_insert_rowid()', [], ([cell]) => number.read(cell))
  appendEntry(review, at, 'decision', { decision: id, kind, sha256: sha256(canonical) })
  return { id, kind, detail: JSON.parse(canonical) as unknown, at, undone: false }
}

/** Throws `not-found`, or `conflict` where it already is so. */
export function markDecisionUndone(review: Database, id: number, undone: boolean, at: string): void {
  const decision = readDecisions(review).find(candidate => candidate.id === id)
  if (!decision) throw new StoreError('not-found', `There is no decision ${id} in this workspace.`)
  if (decision.undone === undone)
    throw new StoreError('conflict', undone ? `Decision ${id} is already undone.` : `Decision ${id} is not undone.`)
  review.run('UPDATE decision SET undone = ? WHERE id = ?', [boolean.write(undone), id])
  appendEntry(review, at, undone ? 'decision_undone' : 'decision_redone', { decision: id, kind: decision.kind })
}
