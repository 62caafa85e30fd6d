/** The last check of a workspace, kept until the workspace changes: what an import of the same files would do. */
import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { Output, ParsedInput } from '../contract/contract.ts'
import { AppError, type Handle } from '../contract/wire.ts'
import { fittingAnswer } from './answer-size.ts'
import type { CheckedFile, CheckResult } from './check-job.ts'
import type { Change, Consequences } from './import-consequences.ts'
import { problemKey, unpackedRow } from './packed-rows.ts'
import { readRejectedPart } from './rejected-rows.ts'
import type { ChangedRow } from './row-changes.ts'
import { pageOf } from './systems.ts'

type ReviewedFile = Output<'imports.review'>['files'][number]
type ExaminedRows = Output<'imports.rows'>
type ProblemGroup = ParsedInput<'imports.rows'>['group']

const EXAMINED_PAGE_ROWS = 20
const EXAMINED_PROBLEMS = 30

/** How many of each are told of a file. */
export interface ReviewSize {
  readonly groups: number
  readonly values: number
  readonly words: number
  readonly fixes: number
}

/** From all of it to what always fits. */
const REVIEW_SIZES: readonly ReviewSize[] = [
  { groups: 100, values: 20, words: 400, fixes: 2000 },
  { groups: 100, values: 6, words: 120, fixes: 2000 },
  { groups: 40, values: 3, words: 40, fixes: 400 },
  { groups: 10, values: 1, words: 4, fixes: 2 },
]
const VALUE_LENGTH = 120
const TEXT_LENGTHS = [4000, 400, 100, 20]

export class ImportCheck {
  readonly files: readonly CheckedFile[]
  readonly consequences: Consequences

  constructor({ files, consequences }: CheckResult) {
    this.files = files
    this.consequences = consequences
  }

  /** `handles` are those of the files, in their order. */
  review(handles: readonly Handle[]): Output<'imports.review'> {
    const { changes, people, questions } = this.consequences
    return fittingAnswer(REVIEW_SIZES, size => ({
      files: this.files.map((file, place) => reviewedFile(file, handles[place]!, size)),
      changes: [...changes],
      people,
      questions: [...questions],
    }))
  }

  rows(place: number, group: ProblemGroup, page: number): ExaminedRows {
    const { headers, examined } = this.files[place]!
    const all = group === null ? examined : examined.filter(({ problems }) => problems.includes(problemKey(group)))
    const shown = all.slice(page * EXAMINED_PAGE_ROWS, (page + 1) * EXAMINED_PAGE_ROWS).map(unpackedRow)
    return fittingAnswer(TEXT_LENGTHS, longest => {
      const cut = (cells: readonly string[]) => cells.map(cell => shortText(cell, longest))
      const rows = shown.map(({ cells, after, surplus, problems, ...row }) => ({
        ...row,
        cells: cut(cells),
        after: after && cut(after),
        surplus: cut(surplus),
        problems: problems.slice(0, EXAMINED_PROBLEMS).map(problem => ({ ...problem })),
      }))
      return { total: all.length, headers: cut(headers), rows }
    })
  }

  changes(change: Change, page: number): Output<'imports.changes'> {
    const { total, rows: packed } = pageOf(this.consequences.rows[change], page)
    const rows = packed.map(row => JSON.parse(row) as ChangedRow) // as the check packed it
    return fittingAnswer(TEXT_LENGTHS, longest => {
      const cut = (text: string | null) => text && shortText(text, longest)
      return {
        total,
        rows: rows.map(({ kind, key, name, fields }) => ({
          kind,
          key,
          name: cut(name),
          fields: fields.map(({ field, before, after }) => ({ field, before: cut(before), after: cut(after) })),
        })),
      }
    })
  }

  /** Throws AppError `not-found` for a part that is not there. */
  async rejected(place: number, part: number): Promise<Output<'imports.rejected'>> {
    const { report, rejected } = this.files[place]!
    const text = await readRejectedPart(rejected.path, rejected.bounds, part)
    if (text === null) throw new AppError('not-found', `There is no such list of rejected rows of ${report.file}.`)
    const name = `${path.parse(report.file).name}-rejected.csv`
    return { name, text, parts: rejected.bounds.length - 1 }
  }

  /** Removes what it left on the disk. */
  async discard(): Promise<void> {
    for (const { rejected } of this.files) await rm(rejected.path, { force: true })
  }
}

export function reviewedFile(file: CheckedFile, handle: Handle, size: ReviewSize): ReviewedFile {
  const { report, sameAs } = file
  const { rows, accepted, rejected, duplicates, examination } = report
  return {
    handle,
    file: report.file,
    kind: report.kind,
    rows,
    accepted,
    rejected,
    duplicates,
    warnings: warningsIn(report),
    sameAs,
    groups: (examination?.groups ?? []).slice(0, size.groups).map(group => ({
      ...group,
      values: group.values.slice(0, size.values).map(({ text, count }) => ({ text: shortText(text, VALUE_LENGTH), count })),
    })),
    words: wordsOf(file)
      .slice(0, size.words)
      .map(word => ({ ...word })),
    fixes: report.fixes.slice(0, size.fixes).map(({ fix, applied }) => ({ fix, applied })),
    examinedRows: file.examined.length,
  }
}

/** Words that are unknown to us first: they are the ones to be placed. */
const wordsOf = ({ report: { examination } }: CheckedFile) =>
  (examination?.words ?? []).toSorted((a, b) => Number(a.meant !== null) - Number(b.meant !== null))

export const warningsIn = ({ problemCounts }: CheckedFile['report']): number =>
  problemCounts.filter(({ severity }) => severity === 'warning').reduce((total, { count }) => total + count, 0)

const shortText = (text: string, longest: number) => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text)
