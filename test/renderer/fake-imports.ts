/** Invented files, inspections and reports for the fake backend. */
import type { Input, Output } from '../../src/contract/contract.ts'

type Inspection = Output<'imports.inspect'>[number]
type Entry = Output<'imports.list'>['rows'][number]

const PEOPLE_FILE: Omit<Inspection, 'file' | 'handle'> = {
  bytes: 842_113,
  kind: 'people',
  confidence: 0.97,
  dialect: { encoding: 'utf-8', delimiter: ';', quote: '"', headerLine: 3 },
  headers: [
    'Employee ID',
    'Display name',
    'Work e-mail',
    'Manager',
    'Job title',
    'Department path',
    'Start date',
    'End date',
    'Gender',
    'Engagement score',
    'Cost centre',
  ],
  columns: {
    person_id: 'Employee ID',
    name: 'Display name',
    email: 'Work e-mail',
    manager_id: 'Manager',
    title: 'Job title',
    org_unit: 'Department path',
    hire_date: 'Start date',
    termination_date: 'End date',
  },
  unknownColumns: ['Cost centre'],
  protectedColumns: [
    { header: 'Gender', attribute: 'gender', treatment: 'quarantined' },
    { header: 'Engagement score', attribute: 'engagement', treatment: 'not_stored' },
  ],
  sample: [
    [
      'E10041',
      'Amara Okafor',
      'amara.okafor@example.org',
      'E10044',
      'Staff engineer',
      'Product/Payments/Ledger',
      '2019-04-01',
      '',
      '',
      '',
      'CC-210',
    ],
    [
      'E10048',
      'Anders Lindqvist',
      'anders.lindqvist@example.org',
      'E10044',
      'Senior engineer',
      'Product/Payments/Edge',
      '2021-09-13',
      '',
      '',
      '',
      'CC-211',
    ],
    [
      'E10055',
      'Beatriz Moura',
      'beatriz.moura@example.org',
      'E10377',
      'Engineering manager',
      'Platform/Identity',
      '2018-01-15',
      '',
      '',
      '',
      'CC-140',
    ],
  ],
  problems: [
    {
      severity: 'warning',
      code: 'rows-above-header',
      line: 1,
      column: null,
      message: 'Two lines of title stand above the header; they are skipped.',
    },
    {
      severity: 'warning',
      code: 'future-date',
      line: 212,
      column: 'Start date',
      message: 'Starts on 1 Dec 2026, after the day of import. The person counts as not employed yet.',
    },
  ],
  usable: true,
}

const CONTRIBUTIONS_FILE: Omit<Inspection, 'file' | 'handle'> = {
  bytes: 87_400_220,
  kind: 'contributions',
  confidence: 0.72,
  dialect: { encoding: 'utf-8', delimiter: ',', quote: '"', headerLine: 1 },
  headers: ['author_email', 'committed_at', 'type', 'repo', 'path', 'lines_added', 'lines_deleted', 'message'],
  columns: {
    person: 'author_email',
    occurred_at: 'committed_at',
    component: 'repo',
    artifact: 'path',
    added: 'lines_added',
    deleted: 'lines_deleted',
    title: 'message',
  },
  unknownColumns: ['type'],
  protectedColumns: [],
  sample: [
    [
      'amara.okafor@example.org',
      '2026-11-17T09:12:44+01:00',
      'commit',
      'ledger',
      'ledger/src/journal/write.ts',
      '41',
      '12',
      'Split the write path',
    ],
    ['c.wei@example.org', '2026-11-17T08:40:02+01:00', 'commit', 'payments-edge', 'payments-edge/retry.go', '9', '3', 'Retry with backoff'],
    ['noor.rahman@example.org', '2026-11-16T17:55:10+01:00', 'review', 'ledger', 'ledger/src/journal/write.ts', '', '', 'Looks right'],
  ],
  problems: [
    {
      severity: 'fatal',
      code: 'missing-column',
      line: 1,
      column: null,
      message: 'No column is called kind. Choose the column that says what was done, or add one.',
    },
  ],
  usable: false,
}

export const inspectionOf = (handle: string, file: string): Inspection => ({
  ...(/people|hris/i.test(file) ? PEOPLE_FILE : CONTRIBUTIONS_FILE),
  file,
  handle,
})

export function mapped(inspection: Inspection, { kind, columns }: Input<'imports.columns'>): Inspection {
  const next = columns ?? inspection.columns
  const complete =
    kind !== 'contributions' || (next['kind'] !== undefined && next['person'] !== undefined && next['occurred_at'] !== undefined)
  return {
    ...inspection,
    kind,
    confidence: 1,
    columns: next,
    unknownColumns: inspection.headers
      .filter(header => !Object.values(next).includes(header))
      .filter(header => inspection.protectedColumns.every(column => column.header !== header)),
    problems: complete ? inspection.problems.filter(problem => problem.severity !== 'fatal') : inspection.problems,
    usable: complete,
  }
}

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
    columns: found.kind === 'people' ? PEOPLE_FILE.columns : { ...CONTRIBUTIONS_FILE.columns, kind: 'type' },
    unknownColumns: ['lint_score'],
    protectedColumns: found.kind === 'people' ? PEOPLE_FILE.protectedColumns : [],
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
