/** What a checked batch would change in the workspace: counts by kind, the people concerned, and rows to look at. */
import type { Output } from '../contract/contract.ts'
import type { CHANGES_SHOWN } from '../contract/import-review.ts'
import { INPUT_KINDS } from '../domain/input-kind.ts'
import type { PersonRow } from '../domain/person.ts'
import type { RejectedRow } from '../ingest/examination.ts'
import type { FileReport } from '../ingest/read-file.ts'
import type { LiveRows } from '../store/live-rows.ts'
import { type BatchContents, isComparedKind } from './batch-contents.ts'
import type { BatchPeople } from './batch-people.ts'
import type { CheckedFile } from './check-job.ts'
import { type ChangedRow, compareRows, type FieldChange, fieldChanges, KEPT_CHANGES } from './row-changes.ts'

type Review = Output<'imports.review'>
type ChangeCounts = Review['changes'][number]

export type Change = (typeof CHANGES_SHOWN)[number]

export interface Consequences extends Pick<Review, 'changes' | 'people' | 'questions'> {
  /** At most KEPT_CHANGES of each, each as JSON: thousands of objects would hold up the engine on their way between threads. */
  readonly rows: Readonly<Record<Change, readonly string[]>>
}

/** Codes of rows that stay out because of another row. */
export const CONFLICT_CODES: ReadonlySet<string> = new Set(['duplicate-person'])

export interface CheckedBatch {
  readonly files: readonly CheckedFile[]
  /** Of each file the rows that contradict another one of the batch, as many as are kept. */
  readonly conflicts: readonly (readonly RejectedRow[])[]
  readonly contents: BatchContents
  readonly before: LiveRows
  readonly after: LiveRows
  readonly people: BatchPeople | null
}

export function consequencesOf({ files, conflicts, contents, before, after, people }: CheckedBatch): Consequences {
  const formerIds = new Map([...(people?.changed ?? [])].map(([from, to]) => [to, from]))
  const newRows: ChangedRow[] = []
  const updatedRows: ChangedRow[] = []
  const changes = INPUT_KINDS.filter(kind => files.some(({ report }) => report.kind === kind)).map((kind): ChangeCounts => {
    const reports = files.filter(({ report }) => report.kind === kind)
    const conflicting = sum(reports, ({ report }) => conflictsIn(report))
    if (!isComparedKind(kind)) return { kind, ...countsOfSegments(reports), conflicting }
    const compared = compareRows(kind, contents.keys[kind], { before, after }, key => formerIds.get(key))
    newRows.push(...compared.newRows.slice(0, KEPT_CHANGES - newRows.length))
    updatedRows.push(...compared.updatedRows.slice(0, KEPT_CHANGES - updatedRows.length))
    // What went in from a file that is in already stands as it is.
    const known = sum(reports, ({ report, sameAs }) => (sameAs === null ? 0 : report.duplicates))
    return { kind, new: compared.new, updated: compared.updated, unchanged: compared.unchanged + known, conflicting }
  })
  const leaving = peopleRows(people, people?.leaving ?? [], (then, now) => fieldChanges('people', then, now).filter(saysLeft))
  const changedIds = peopleRows(people, [...(people?.changed.keys() ?? [])], (then, now) => [
    { field: 'person_id', before: then.personId, after: now.personId },
  ])
  const rows = {
    new: inJson(newRows),
    updated: inJson(updatedRows),
    leaving: inJson(leaving),
    not_listed: inJson(peopleRows(people, people?.notListed ?? [], () => [])),
    changed_id: inJson(changedIds),
    conflicting: inJson(files.flatMap((file, place) => conflictsOf(file, conflicts[place] ?? [], people))),
  }
  return { changes, people: people && peopleInShort(people), questions: [...(people?.questions ?? [])], rows }
}

const inJson = (rows: readonly ChangedRow[]) => rows.map(row => JSON.stringify(row))

const sum = <Each>(list: readonly Each[], count: (each: Each) => number) => list.reduce((total, each) => total + count(each), 0)

const countsOfSegments = (files: readonly CheckedFile[]) => ({
  new: sum(files, ({ report }) => report.accepted),
  updated: 0,
  unchanged: sum(files, ({ report }) => report.duplicates),
})

const conflictsIn = ({ problemCounts }: FileReport) =>
  sum(
    problemCounts.filter(({ code, severity }) => severity === 'error' && CONFLICT_CODES.has(code)),
    ({ count }) => count,
  )

const peopleInShort = ({ employed, leaving, notListed, missingPeople, changed }: BatchPeople): Review['people'] => ({
  employed,
  leaving: leaving.length,
  notListed: notListed.length,
  missingPeople,
  changedIds: changed.size,
})

/** Of people who were there before, by the id they had then. */
function peopleRows(
  people: BatchPeople | null,
  ids: readonly string[],
  fieldsOf: (then: PersonRow, now: PersonRow) => FieldChange[],
): ChangedRow[] {
  if (!people) return []
  return ids.slice(0, KEPT_CHANGES).flatMap(id => {
    const then = people.before.get(id)
    const now = people.after.get(people.changed.get(id) ?? id)
    return then && now ? [{ kind: 'people' as const, key: id, name: then.name, fields: fieldsOf(then, now) }] : []
  })
}

const saysLeft = ({ field }: FieldChange) => field === 'termination_date' || field === 'employment_status'

const WORD_FIELDS = ['name', 'email', 'title', 'level', 'location'] as const

/** The row that stays out beside the one that goes in, as far as both are plain words. */
function conflictsOf(
  { report: { kind, mapping }, headers }: CheckedFile,
  conflicts: readonly RejectedRow[],
  people: BatchPeople | null,
): ChangedRow[] {
  const cellOf = (cells: readonly string[], field: string) => cells[headers.indexOf(mapping.columns[field] ?? '')]?.trim() ?? ''
  return conflicts.flatMap(({ cells }) => {
    const key = cellOf(cells, 'person_id')
    const standing = people?.after.get(key)
    if (key === '') return []
    const fields = WORD_FIELDS.flatMap(field => {
      const [before, after] = [standing?.[field] ?? null, cellOf(cells, field)]
      return after === '' || before === after ? [] : [{ field, before: before === null ? null : String(before), after }]
    })
    return [{ kind, key, name: cellOf(cells, 'name') || null, fields }]
  })
}
