/** The imports of a workspace: what each file came to, and whether it counts. */
import { type EpochDay } from '../domain/calendar.ts'
import { type ImportId, importId } from '../domain/identifiers.ts'
import { INPUT_KINDS, type InputKind } from '../domain/input-kind.ts'
import type { RowCounts } from '../domain/problem.ts'
import { canonicalJson, sha256 } from './canonical-json.ts'
import { boolean, number, oneOf, text } from './codec.ts'
import { addEvent } from './journal.ts'
import { type Database, select } from './sqlite.ts'
import { StoreError } from './store-error.ts'

export interface ImportRecord extends RowCounts {
  readonly id: ImportId
  readonly sequence: number
  /** Files of one command share a batch and became visible together. */
  readonly batch: number
  readonly kind: InputKind
  /** Base name only. */
  readonly file: string
  readonly sha256: string
  /** ISO 8601, UTC. */
  readonly importedAt: string
  readonly importedOn: EpochDay
  /** Undone imports keep their rows, which do not count. */
  readonly undone: boolean
  /** JSON text: dialect, `mapping`, `presentColumns`, problems. */
  readonly report: string
  /** Names of its segments, in order. */
  readonly segments: readonly string[]
}

const INPUT_KIND = oneOf(INPUT_KINDS)

/** Every import in order, undone ones too. */
export function readImports(data: Database): ImportRecord[] {
  const segments = new Map<number, string[]>()
  select(data, 'SELECT import_sequence, name FROM segment ORDER BY import_sequence, ordinal', [], ([sequence, name]) => {
    const key = number.read(sequence)
    segments.set(key, [...(segments.get(key) ?? []), text.read(name)])
  })
  const sql = `
    SELECT sequence, batch, kind, file, sha256, imported_at, imported_on, row_count, accepted, rejected, duplicates, undone, report
    FROM import ORDER BY sequence`
  return select(data, sql, [], cells => {
    const sequence = number.read(cells[0])
    return {
      id: importId(String(sequence)),
      sequence,
      batch: number.read(cells[1]),
      kind: INPUT_KIND.read(cells[2]),
      file: text.read(cells[3]),
      sha256: text.read(cells[4]),
      importedAt: text.read(cells[5]),
      importedOn: number.read(cells[6]),
      rows: number.read(cells[7]),
      accepted: number.read(cells[8]),
      rejected: number.read(cells[9]),
      duplicates: number.read(cells[10]),
      undone: boolean.read(cells[11]),
      report: text.read(cells[12]),
      segments: segments.get(sequence) ?? [],
    }
  })
}

export function insertImport(data: Database, record: ImportRecord): void {
  data.run(
    `INSERT INTO import
       (sequence, batch, kind, file, sha256, imported_at, imported_on, row_count, accepted, rejected, duplicates, undone, report)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)`,
    [
      record.sequence,
      record.batch,
      record.kind,
      record.file,
      record.sha256,
      record.importedAt,
      record.importedOn,
      record.rows,
      record.accepted,
      record.rejected,
      record.duplicates,
      record.report,
    ],
  )
  addEvent(data, record.importedAt, 'import', {
    import: record.id,
    batch: record.batch,
    kind: record.kind,
    file: record.file,
    sha256: record.sha256,
    rows: record.rows,
    accepted: record.accepted,
    rejected: record.rejected,
    duplicates: record.duplicates,
  })
}

/** Undoes or redoes an import. Throws `not-found`, or `conflict` where it already is so. */
export function markUndone(data: Database, id: ImportId, undone: boolean, at: string): void {
  const record = readImports(data).find(candidate => candidate.id === id)
  if (!record) throw new StoreError('not-found', `There is no import ${id} in this workspace.`)
  if (record.undone === undone) {
    throw new StoreError(
      'conflict',
      undone ? `Import ${id} (${record.file}) is already undone.` : `Import ${id} (${record.file}) is not undone.`,
    )
  }
  data.run('UPDATE import SET undone = ? WHERE sequence = ?', [boolean.write(undone), record.sequence])
  addEvent(data, at, undone ? 'undo' : 'redo', { import: id, file: record.file, sha256: record.sha256 })
}

/**
 * SHA-256 over what the live imports are, in order: kind, content, mapping and day of import; of files
 * of people also which of them were one list. The same files imported alike give the same digest in any
 * workspace, so results are kept under it.
 */
export function liveDigest(data: Database): string {
  const live = readImports(data).filter(record => !record.undone)
  const lists = [...new Set(live.filter(({ kind }) => kind === 'people').map(({ batch }) => batch))]
  return sha256(
    canonicalJson(
      live.map(({ kind, sha256: content, report, importedOn, batch }) => [
        kind,
        content,
        reportField(report, 'mapping') ?? null,
        importedOn,
        kind === 'people' ? lists.indexOf(batch) : null,
      ]),
    ),
  )
}

/** One field of a report, whose other fields are the caller's affair. */
export function reportField(report: string, field: string): unknown {
  const value: unknown = JSON.parse(report)
  return value !== null && typeof value === 'object' ? Object.entries(value).find(([name]) => name === field)?.[1] : undefined
}

/** The base name of a file, whichever system wrote its path, without control characters. */
export function baseName(path: string): string {
  const last = path.split(/[\\/]/).findLast(part => part !== '') ?? ''
  // oxlint-disable-next-line no-control-regex -- control characters are what must go
  const name = last.replace(/[\u0000-\u001f\u007f]/g, '').trim()
  return name === '' || name === '.' || name === '..' ? 'unnamed' : name
}
