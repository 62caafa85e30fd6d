/** Invented imports that went in, and their reports. */
import type { Output } from '../../src/contract/contract.ts'
import { fakeFile, inspect } from './fake-files.ts'

type Entry = Output<'imports.list'>['rows'][number]

const entry = (
  number: number,
  file: string,
  kind: Entry['kind'],
  rows: number,
  rejected: number,
  duplicates: number,
  warnings: number,
  importedAt: string,
): Entry => ({
  import: String(number),
  batch: Math.ceil(number / 3),
  file,
  kind,
  importedAt,
  rows,
  accepted: rows - rejected - duplicates,
  rejected,
  duplicates,
  warnings,
  undone: false,
})

export const ENTRIES: readonly Entry[] = [
  entry(5, 'contributions-2026-q4.csv', 'contributions', 184_210, 96, 1_204, 388, '2026-11-18T09:31:00Z'),
  entry(4, 'components.csv', 'components', 43, 0, 0, 0, '2026-11-18T09:30:00Z'),
  entry(3, 'contributions-2026.csv', 'contributions', 855_840, 214, 40, 12, '2026-10-02T14:05:00Z'),
  entry(2, 'design-records.csv', 'contributions', 1_904, 0, 0, 2, '2026-10-02T14:05:00Z'),
  entry(1, 'hris_export_2026-10-01.csv', 'people', 4_860, 6, 0, 388, '2026-10-02T14:04:00Z'),
]

const FIXES = [
  { kind: 'replace', column: 'End date', from: 'n/a', to: '' },
  { kind: 'leave-out', row: 'b'.repeat(32) },
] as const

export function reportOf(found: Entry, page: number): Output<'imports.report'> {
  const kept = found.rejected + found.warnings
  const all = Array.from({ length: Math.min(1000, kept) }, (_, index) =>
    index % 3 === 0
      ? {
          severity: 'error' as const,
          code: 'bad-date',
          line: 1042 + index * 7,
          column: 'committed_at',
          message: `"31/02/2026" is no date. Write it as YYYY-MM-DD; the row was left out.`,
        }
      : index % 3 === 1
        ? {
            severity: 'warning' as const,
            code: 'unknown-kind',
            line: 1043 + index * 7,
            column: 'type',
            message: '"chore" is a kind nobody has mapped yet. The row is kept and counts once it is.',
          }
        : {
            severity: 'warning' as const,
            code: 'ragged-row',
            line: 1044 + index * 7,
            column: null,
            message: 'The row has 9 cells, the header 8. The last cell was not used.',
          },
  )
  return {
    ...found,
    sha256: '9f2c4e0b7a1d55e3c86b0f4a92d7e1c3b5a8f6d4e2c0b9a7f5e3d1c2b4a6f8e0',
    dialect: { encoding: 'utf-8', delimiter: ',', quote: '"', headerLine: 1 },
    mapping: {
      kind: found.kind,
      columns: inspect('h', found.file, null, []).mapping?.columns ?? {},
      ...(found.kind === 'people' ? { name: 'HR export, quarterly', fixes: [...FIXES] } : {}),
    },
    fixesApplied: found.kind === 'people' ? [51, 0] : [],
    unknownColumns: ['lint_score'],
    protectedColumns: fakeFile(found.file).protectedColumns,
    problemCounts:
      kept === 0
        ? []
        : [
            { code: 'bad-date', severity: 'error', column: 'committed_at', count: found.rejected },
            { code: 'unknown-kind', severity: 'warning', column: 'type', count: Math.ceil(found.warnings * 0.8) },
            { code: 'ragged-row', severity: 'warning', column: null, count: Math.floor(found.warnings * 0.2) },
          ],
    problems: all.slice(page * 100, page * 100 + 100),
    problemsKept: all.length,
  }
}
