/** Invented files on their way in, messy as real exports are, and how they are looked at under any mapping. */
import type { Output } from '../../src/contract/contract.ts'

export type Inspection = Output<'imports.inspect'>[number]
export type Mapping = Output<'profiles.get'>

/** What a file holds, whatever it is taken for. */
export interface FakeFile {
  readonly bytes: number
  readonly kind: Mapping['kind'] | null
  readonly confidence: number
  readonly dialect: Inspection['dialect']
  readonly headers: readonly string[]
  /** Our field, the header its name points to, how sure that is. */
  readonly guesses: readonly (readonly [field: string, header: string, confidence: number])[]
  readonly preset?: string
  readonly joined?: Readonly<Record<string, readonly string[]>>
  readonly filled: Readonly<Record<string, number>>
  readonly dates: Readonly<Record<string, DateCells>>
  readonly decimalCommas?: readonly string[]
  readonly protectedColumns: Inspection['protectedColumns']
  readonly statedOn: string | null
  readonly sample: readonly (readonly string[])[]
  readonly problems: Inspection['problems']
  readonly rows: number
}

interface DateCells {
  readonly samples: readonly (readonly [raw: string, dayFirst: string, monthFirst: string])[]
  /** Null where the cells prove their order. */
  readonly proven: 'YMD' | 'DMY' | null
}

const PEOPLE_FILE: FakeFile = {
  bytes: 842_113,
  kind: 'people',
  confidence: 0.97,
  dialect: { encoding: 'windows-1252', delimiter: ';', quote: '"', headerLine: 3 },
  headers: [
    'Employee ID',
    'First name',
    'Last name',
    'Work e-mail',
    'Manager',
    'Job title',
    'Job family',
    'Grade',
    'Department path',
    'FTE',
    'Start date',
    'End date',
    'Status',
    'Gender',
    'Engagement score (last survey, comparable with the year before)',
    'Cost centre',
    'Badge no',
  ],
  preset: 'Personio',
  guesses: [
    ['person_id', 'Employee ID', 0.95],
    ['name', 'First name', 0.95],
    ['email', 'Work e-mail', 0.95],
    ['manager_id', 'Manager', 0.95],
    ['title', 'Job title', 0.95],
    ['role_family', 'Job family', 0.8],
    ['level', 'Grade', 0.8],
    ['org_unit', 'Department path', 0.8],
    ['fte', 'FTE', 0.95],
    ['hire_date', 'Start date', 0.8],
    ['termination_date', 'End date', 0.8],
    ['employment_status', 'Status', 0.6],
  ],
  joined: { name: ['First name', 'Last name'] },
  filled: { 'Work e-mail': 0.984, Manager: 0.961, Grade: 0.62, 'End date': 0.084, 'Job family': 0.71 },
  dates: {
    'Start date': {
      samples: [
        ['03/04/2025', '2025-04-03', '2025-03-04'],
        ['11/09/2021', '2021-09-11', '2021-11-09'],
        ['01/02/2019', '2019-02-01', '2019-01-02'],
      ],
      proven: null,
    },
    'End date': {
      samples: [
        ['31.12.2026', '2026-12-31', '2026-12-31'],
        ['15.08.2026', '2026-08-15', '2026-08-15'],
      ],
      proven: 'DMY',
    },
  },
  decimalCommas: ['fte'],
  protectedColumns: [
    { header: 'Gender', attribute: 'gender', treatment: 'quarantined' },
    { header: 'Engagement score (last survey, comparable with the year before)', attribute: 'engagement', treatment: 'not_stored' },
  ],
  statedOn: '2026-09-30',
  sample: [
    [
      'E10041',
      'Amara',
      'Okafor',
      'amara.okafor@example.org',
      'E10044',
      'Staff engineer',
      'Engineering',
      'L6',
      'Product/Payments/Ledger',
      '1,0',
      '03/04/2025',
      '',
      'aktiv',
      '',
      '',
      'CC-210',
      '77120',
    ],
    [
      'E10048',
      'Anders',
      'Lindqvist',
      'anders.lindqvist@example.org',
      'E10044',
      'Senior engineer',
      'Engineering',
      'L5',
      'Product/Payments/Edge',
      '0,8',
      '11/09/2021',
      '',
      'aktiv',
      '',
      '',
      'CC-211',
      '77121',
    ],
    [
      'E10055',
      'Beatriz',
      'Moura',
      'beatriz.moura@example.org',
      'E10377',
      'Engineering manager, identity and access, Europe',
      'Management',
      '',
      'Platform/Identity',
      '1,0',
      '01/02/2019',
      '31.12.2026',
      'ruhend',
      '',
      '',
      'CC-140',
      '77125',
    ],
  ],
  problems: [
    {
      severity: 'warning',
      code: 'title-lines',
      line: 1,
      column: null,
      message: 'Two lines of title stand above the header on line 3. They were not read.',
    },
  ],
  rows: 4860,
}

const CONTRIBUTIONS_FILE: FakeFile = {
  bytes: 87_400_220,
  kind: 'contributions',
  confidence: 0.72,
  dialect: { encoding: 'utf-8', delimiter: ',', quote: '"', headerLine: 1 },
  headers: ['author_email', 'committed_at', 'type', 'repo', 'path', 'lines_added', 'lines_deleted', 'message', 'result'],
  guesses: [
    ['person', 'author_email', 0.8],
    ['occurred_at', 'committed_at', 0.8],
    ['component', 'repo', 0.8],
    ['artifact', 'path', 0.8],
    ['added', 'lines_added', 0.8],
    ['deleted', 'lines_deleted', 0.8],
    ['title', 'message', 0.55],
    ['outcome', 'result', 0.55],
  ],
  filled: { lines_added: 0.73, lines_deleted: 0.73, result: 0.21 },
  dates: {
    committed_at: {
      samples: [
        ['2026-11-17T09:12:44+01:00', '2026-11-17', '2026-11-17'],
        ['2026-11-16T17:55:10+01:00', '2026-11-16', '2026-11-16'],
      ],
      proven: 'YMD',
    },
  },
  protectedColumns: [],
  statedOn: null,
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
      'merged',
    ],
    [
      'c.wei@example.org',
      '2026-11-17T08:40:02+01:00',
      'commit',
      'payments-edge',
      'payments-edge/retry.go',
      '9',
      '3',
      'Retry with backoff',
      '',
    ],
    [
      'noor.rahman@example.org',
      '2026-11-16T17:55:10+01:00',
      'review',
      'ledger',
      'ledger/src/journal/write.ts',
      '',
      '',
      'Looks right',
      'LGTM',
    ],
  ],
  problems: [],
  rows: 184_210,
}

const COMPONENTS_FILE: FakeFile = {
  bytes: 2210,
  kind: 'components',
  confidence: 1,
  dialect: { encoding: 'utf-8', delimiter: ',', quote: '"', headerLine: 1 },
  headers: ['component', 'criticality', 'owner_unit', 'core'],
  guesses: [
    ['component', 'component', 1],
    ['criticality', 'criticality', 1],
    ['owner_unit', 'owner_unit', 1],
    ['core', 'core', 1],
  ],
  filled: {},
  dates: {},
  protectedColumns: [],
  statedOn: null,
  sample: [
    ['ledger', '5', 'Product/Payments', 'yes'],
    ['payments-edge', '4', 'Product/Payments', 'yes'],
  ],
  problems: [],
  rows: 43,
}

const UNKNOWN_FILE: FakeFile = {
  ...COMPONENTS_FILE,
  kind: null,
  confidence: 0,
  headers: ['Key', 'Weight', 'Owner'],
  guesses: [],
  sample: [['ledger', '5', 'Payments']],
  problems: [
    {
      severity: 'fatal',
      code: 'unknown-kind',
      line: 1,
      column: null,
      message: 'The header fits no kind of file that is known. Say what kind it is, or choose another file.',
    },
  ],
}

const PICTURE: FakeFile = {
  ...COMPONENTS_FILE,
  bytes: 48_112,
  kind: null,
  confidence: 0,
  dialect: null,
  headers: [],
  guesses: [],
  sample: [],
  problems: [
    {
      severity: 'fatal',
      code: 'not-text',
      line: null,
      column: null,
      message: 'This is a PNG picture, not a table. Export the data as “CSV UTF-8” and choose that file.',
    },
  ],
  rows: 0,
}

/** By what its name has in it. */
export function fakeFile(name: string): FakeFile {
  if (/\.png|picture/i.test(name)) return PICTURE
  if (/people|hris|personio/i.test(name)) return PEOPLE_FILE
  if (/component/i.test(name)) return COMPONENTS_FILE
  return /list/i.test(name) ? UNKNOWN_FILE : CONTRIBUTIONS_FILE
}

const guessedMapping = (file: FakeFile, kind: Mapping['kind'], name: string): Mapping => ({
  kind,
  columns: Object.fromEntries(kind === file.kind ? file.guesses.map(([field, header]) => [field, header]) : []),
  ...(file.preset ? { preset: file.preset } : {}),
  ...(file.joined ? { joined: file.joined } : {}),
  ...(file.statedOn !== null && /\d{4}-\d{2}-\d{2}/.test(name) ? { constants: { effective_date: file.statedOn } } : {}),
})

const MUSTS: Readonly<Record<Mapping['kind'], readonly string[]>> = {
  people: ['person_id'],
  history: ['person_id', 'effective_date'],
  contributions: ['person', 'occurred_at', 'kind'],
  meetings: ['person', 'week', 'meeting_hours'],
  components: ['component'],
  work_items: ['work_item'],
  artifacts: ['artifact'],
}

export const orderOf = (mapping: Mapping, field: string): 'DMY' | 'MDY' | null =>
  (['DMY', 'MDY'] as const).find(order => mapping.formats?.[field]?.split(' ').includes(order)) ?? null

/** `mapping` null lets the headers speak. `profiles` are the names of those that fit. */
export function inspect(handle: string, name: string, mapping: Mapping | null, profiles: readonly string[]): Inspection {
  const file = fakeFile(name)
  const kind = mapping?.kind ?? file.kind
  const said = mapping !== null && Object.keys(mapping.columns).length > 0
  const whole = kind === null ? null : said ? mapping : { ...mapping, ...guessedMapping(file, kind, name) }
  const columns = whole?.columns ?? {}
  const read = new Set([...Object.values(columns), ...Object.values(whole?.joined ?? {}).flat()])
  const missing = kind === null ? [] : MUSTS[kind].filter(field => !columns[field] && !whole?.constants?.[field])
  const cellsOf = (header: string) => file.sample.map(row => row[file.headers.indexOf(header)] ?? '').filter(cell => cell !== '')
  return {
    file: name,
    handle,
    bytes: file.bytes,
    kind,
    confidence: mapping === null ? file.confidence : 1,
    dialect: file.dialect && { ...file.dialect, ...definedOf(mapping?.dialect ?? {}) },
    headers: [...file.headers],
    mapping: whole,
    fields: Object.entries(columns)
      .filter(([, header]) => header !== '')
      .map(([field, header]) => ({
        field,
        confidence: said ? 1 : (file.guesses.find(([guessed]) => guessed === field)?.[2] ?? 1),
        filled: file.filled[header] ?? 1,
        samples: [...new Set(cellsOf(header))].slice(0, 3),
      })),
    surveyedRows: Math.min(1000, file.rows),
    dates: Object.entries(columns).flatMap(([field, header]) => {
      const cells = file.dates[header]
      if (!cells || !whole) return []
      const order = cells.proven ?? orderOf(whole, field)
      const [first] = cells.samples
      return [
        {
          field,
          header,
          order,
          samples: cells.samples.map(([raw, asDMY, asMDY]) => ({ raw, read: order === null ? null : order === 'MDY' ? asMDY : asDMY })),
          question: order === null && first ? { raw: first[0], asDMY: first[1], asMDY: first[2] } : null,
        },
      ]
    }),
    decimalCommas: (file.decimalCommas ?? []).filter(field => !(whole?.formats?.[field] ?? '').includes('decimal-point')),
    statedOn: file.statedOn,
    unknownColumns: file.headers.filter(header => !read.has(header) && file.protectedColumns.every(column => column.header !== header)),
    protectedColumns: file.protectedColumns,
    sample: file.sample.map(row => [...row]),
    problems: [
      ...(kind === null || file.headers.length === 0 ? file.problems : file.problems.filter(({ severity }) => severity !== 'fatal')),
      ...missing.map(field => ({
        severity: 'fatal' as const,
        code: 'missing-column',
        line: 1,
        column: field,
        message: `There is no column ${field}. Add the column, or map ${field} to one of those that are there.`,
      })),
    ],
    profile: mapping?.name !== undefined && profiles.includes(mapping.name) ? mapping.name : null,
    fittingProfiles: [...profiles],
    usable: kind !== null && missing.length === 0 && file.headers.length > 0,
  }
}

const definedOf = (dialect: NonNullable<Mapping['dialect']>) =>
  Object.fromEntries(Object.entries(dialect).filter(([, value]) => value !== undefined))
