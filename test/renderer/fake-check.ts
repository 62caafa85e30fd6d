/** The check of invented files: problems that go away as they are mended, and what the import would change. */
import type { Input, Output } from '../../src/contract/contract.ts'
import { AppError } from '../../src/contract/wire.ts'
import { fakeFile, orderOf, type Mapping } from './fake-files.ts'

type Review = Output<'imports.review'>
type CheckedFile = Review['files'][number]
type Group = CheckedFile['groups'][number]
type ExaminedRow = Output<'imports.rows'>['rows'][number]
type Request = Input<'imports.check'>['files'][number]
type Fix = NonNullable<Mapping['fixes']>[number]
type ChangedRow = Output<'imports.changes'>['rows'][number]

interface FakeGroup {
  readonly code: string
  readonly severity: 'error' | 'warning'
  readonly column: string | null
  readonly message: string
  readonly values: readonly (readonly [text: string, count: number])[]
  readonly distinctValues?: number
  /** Rows, where no values say it. */
  readonly count?: number
  /** The field whose date order answers it. */
  readonly order?: string
  readonly joins?: boolean
}

const PEOPLE_GROUPS: readonly FakeGroup[] = [
  {
    code: 'manager-not-found',
    severity: 'warning',
    column: 'Manager',
    message: '“E00000” is nobody of this file and nobody in the workspace. The person goes in without a manager.',
    values: [
      ['E00000', 171],
      ['NO_MGR', 31],
      ['Okafor, Amara (contractor)', 12],
    ],
  },
  {
    code: 'ambiguous-date',
    severity: 'warning',
    column: 'Start date',
    message: '“03/04/2025” may be 3 April or 4 March 2025. Say which of the two the column means.',
    values: [['03/04/2025', 96]],
    order: 'hire_date',
  },
  {
    code: 'bad-date',
    severity: 'error',
    column: 'End date',
    message: '“31.02.2026” is no date. Write dates as 2024-05-31, so that day and month cannot be mistaken.',
    values: [
      ['TBC', 38],
      ['n/a', 13],
      ['31.02.2026', 4],
      ['offen', 3],
      ['31.11.2025', 2],
    ],
    distinctValues: 5,
  },
  {
    code: 'blank-cell',
    severity: 'error',
    column: 'Employee ID',
    message: 'person_id is blank. Fill it: without it nobody can be told apart.',
    values: [['', 6]],
  },
  {
    code: 'long-row',
    severity: 'error',
    column: null,
    message: 'The row has 18 cells, the header 17. Put the cell with a semicolon in it in quotes.',
    values: [],
    count: 3,
    joins: true,
  },
  {
    code: 'duplicate-person',
    severity: 'error',
    column: 'Employee ID',
    message: 'E10377 stands on lines 41 and 2,210 with two names. Keep one row a person, or give each row its date.',
    values: [['E10377', 2]],
  },
  {
    code: 'bad-number',
    severity: 'warning',
    column: 'FTE',
    message: '“80 %” is not a number. Write a plain number such as 12 or 3.5.',
    values: [
      ['80 %', 22],
      ['full time', 9],
      ['halbtags', 4],
    ],
  },
  {
    code: 'same-email',
    severity: 'warning',
    column: 'Employee ID',
    message: 'The e-mail of E12107 stands under E10102 too. Both go in.',
    values: [['E12107', 1]],
  },
]

const CONTRIBUTIONS_GROUPS: readonly FakeGroup[] = [
  {
    code: 'future-date',
    severity: 'error',
    column: 'committed_at',
    message: '“2027-11-18T10:00:00Z” is after the day of the import. Wait, or correct it.',
    values: [['2027-11-18T10:00:00Z', 71]],
  },
  {
    code: 'bad-number',
    severity: 'warning',
    column: 'lines_added',
    message: '“1,204” is not a number. Write it without thousands separators, as 12345.',
    values: [
      ['1,204', 18],
      ['2,100', 7],
    ],
    distinctValues: 312,
    count: 388,
  },
]

const COMPONENT_GROUPS: readonly FakeGroup[] = []

/** Words of a file: field, header, word, rows, what we take it for. */
const WORDS: Readonly<Record<string, readonly (readonly [string, string, string, number, string | null])[]>> = {
  people: [
    ['employment_status', 'Status', 'aktiv', 4411, 'active'],
    ['employment_status', 'Status', 'ruhend', 84, null],
    ['employment_status', 'Status', 'ausgeschieden', 361, 'terminated'],
    ['role_family', 'Job family', 'Engineering', 2210, 'engineering'],
    ['role_family', 'Job family', 'Produkt', 340, 'product'],
  ],
  contributions: [
    ['kind', 'type', 'commit', 141_020, 'commit'],
    ['kind', 'type', 'review', 30_104, 'review'],
    ['kind', 'type', 'chore', 8120, null],
    ['kind', 'type', 'rfc', 412, null],
    ['kind', 'type', 'pairing session', 233, null],
    ['kind', 'type', 'oncall-handover', 96, null],
    ['outcome', 'result', 'merged', 38_200, 'shipped'],
    ['outcome', 'result', 'LGTM', 610, null],
  ],
  components: [['core', 'core', 'yes', 20, 'yes']],
}

const groupsOf = (mapping: Mapping) =>
  mapping.kind === 'people' ? PEOPLE_GROUPS : mapping.kind === 'contributions' ? CONTRIBUTIONS_GROUPS : COMPONENT_GROUPS

const fixesOf = (mapping: Mapping): readonly Fix[] => mapping.fixes ?? []
const isReplaced = (mapping: Mapping, column: string | null, text: string) =>
  fixesOf(mapping).some(fix => fix.kind === 'replace' && fix.column === column && fix.from === text)

/** 32 hex digits that name a row of a group. */
const digest = (mapping: Mapping, group: number, row: number) =>
  [mapping.kind.length, group, row]
    .map(part => part.toString(16).padStart(8, '0'))
    .join('')
    .padStart(32, 'a')

function leftOf(mapping: Mapping, group: FakeGroup, index: number): Group | null {
  if (group.order !== undefined && orderOf(mapping, group.order) !== null) return null
  if (group.joins === true && fixesOf(mapping).some(fix => fix.kind === 'join-cells')) return null
  const values = group.values.filter(([text]) => !isReplaced(mapping, group.column, text))
  if (group.values.length > 0 && values.length === 0) return null
  const gone = group.values.filter(value => !values.includes(value)).reduce((sum, [, count]) => sum + count, 0)
  const whole = group.count ?? group.values.reduce((sum, [, count]) => sum + count, 0)
  const mended = new Set(
    fixesOf(mapping).flatMap(fix =>
      fix.kind === 'edit' ? [fix.row] : fix.kind === 'leave-out' && group.severity === 'warning' ? [fix.row] : [],
    ),
  )
  const count = Array.from({ length: whole }, (_, row) => digest(mapping, index, row)).filter(row => !mended.has(row)).length - gone
  if (count <= 0) return null
  return {
    code: group.code,
    severity: group.severity,
    column: group.column,
    count,
    message: group.message,
    values: values.map(([text, each]) => ({ text, count: each })),
    distinctValues: (group.distinctValues ?? group.values.length) - (group.values.length - values.length),
  }
}

function appliedTo(mapping: Mapping, fix: Fix): number {
  if (fix.kind !== 'replace') return fix.kind === 'join-cells' ? 3 : 1
  const group = groupsOf(mapping).find(each => each.column === fix.column && each.values.some(([text]) => text === fix.from))
  return group?.values.find(([text]) => text === fix.from)?.[1] ?? 0
}

function checkedFile({ handle, mapping }: Request, file: string): CheckedFile {
  const rows = fakeFile(file).rows
  const groups = groupsOf(mapping).flatMap((group, index) => leftOf(mapping, group, index) ?? [])
  const countOf = (severity: string) => groups.filter(group => group.severity === severity).reduce((sum, { count }) => sum + count, 0)
  const leftOut = fixesOf(mapping).filter(fix => fix.kind === 'leave-out').length
  const rejected = countOf('error') + leftOut
  const duplicates = mapping.kind === 'contributions' ? 1204 : 0
  const all = leftOut === 0 ? groups : [...groups, leftOutGroup(leftOut)]
  return {
    handle,
    file,
    kind: mapping.kind,
    rows,
    accepted: rows - rejected - duplicates,
    rejected,
    duplicates,
    warnings: countOf('warning'),
    sameAs: /again/.test(file) ? '1' : null,
    groups: all.toSorted((a, b) => b.count - a.count),
    words: (WORDS[mapping.kind] ?? [])
      .filter(([field, header]) => mapping.columns[field] === header)
      .map(([field, header, word, rows, meant]) => ({ field, header, word, rows, meant: mapping.values?.[field]?.[word] ?? meant })),
    fixes: fixesOf(mapping).map(fix => ({ fix, applied: appliedTo(mapping, fix) })),
    examinedRows: Math.min(
      2000,
      all.reduce((sum, { count }) => sum + count, 0),
    ),
  }
}

const leftOutGroup = (count: number): Group => ({
  code: 'left-out',
  severity: 'error',
  column: null,
  count,
  message: 'A fix leaves this row out.',
  values: [],
  distinctValues: 0,
})

const NAMES = [
  'Amara Okafor',
  'Anders Lindqvist',
  'Beatriz Moura',
  'Chen Wei',
  'Dalia Elderwick',
  'Eitan Merriwald',
  'Noor Rahman',
  'Petra Greymantle',
]

const PEOPLE_COUNTS = { new: 118, updated: 342, unchanged: 4332, conflicting: 2 }

/** A check that was made, as the host keeps it. */
export class FakeCheck {
  readonly review: Review
  readonly #requests: readonly Request[]
  readonly #nameOf: (handle: string) => string

  constructor(requests: readonly Request[], nameOf: (handle: string) => string) {
    this.#requests = requests
    this.#nameOf = nameOf
    const files = requests.map(request => checkedFile(request, nameOf(request.handle)))
    const people = requests.find(({ mapping }) => mapping.kind === 'people')?.mapping
    const isPartial = files.some(({ file }) => /partial/.test(file))
    const notListed = isPartial ? 2140 : 31
    const missingPeople = people?.missingPeople ?? (isPartial ? null : 'left')
    this.review = {
      files,
      changes: files.map(({ kind, accepted }) => ({
        kind,
        ...(kind === 'people' ? PEOPLE_COUNTS : { new: accepted, updated: 0, unchanged: 0, conflicting: 0 }),
      })),
      people: people
        ? {
            employed: 4812,
            leaving: missingPeople === 'left' ? notListed + 12 : 12,
            notListed,
            missingPeople,
            changedIds: isPartial ? 290 : 3,
          }
        : null,
      questions: isPartial
        ? [
            ...(people?.missingPeople === undefined
              ? [
                  {
                    part: 'missingPeople' as const,
                    words:
                      'The file lists 2,672 of 4,812 people who are employed in this workspace. Taken as left, 2,140 people would end, and with them what they keep.',
                    people: 2140,
                    of: 4812,
                    share: 2140 / 4812,
                    choices: [
                      { value: 'left', words: 'They have left: the file lists everybody who is employed' },
                      { value: 'keep', words: 'They stay as they are: the file is only a part' },
                    ],
                  },
                ]
              : []),
            ...(people?.changedIds === undefined
              ? [
                  {
                    part: 'changedIds' as const,
                    words: '290 people come back with the same e-mail under another id, and their former ids are no longer listed.',
                    people: 290,
                    of: 4812,
                    share: 290 / 4812,
                    choices: [
                      { value: 'same', words: 'They are the same people: their past goes with them to the new id' },
                      { value: 'other', words: 'They are other people' },
                    ],
                  },
                ]
              : []),
          ]
        : [],
    }
  }

  rows({ handle, group, page }: Input<'imports.rows'>): Output<'imports.rows'> {
    const { mapping, file } = this.#of(handle)
    const all = groupsOf(mapping).flatMap((each, index) => {
      if (group && (each.code !== group.code || each.column !== group.column || each.severity !== group.severity)) return []
      const left = leftOf(mapping, each, index)
      return left ? this.#rowsOf(mapping, file, left, index) : []
    })
    return { total: all.length, headers: [...fakeFile(file).headers], rows: all.slice(page * 20, page * 20 + 20) }
  }

  #rowsOf(mapping: Mapping, file: string, group: Group, index: number): ExaminedRow[] {
    const { headers, sample } = fakeFile(file)
    const at = group.column === null ? -1 : headers.indexOf(group.column)
    const texts = group.values.flatMap(({ text, count }) => Array.from({ length: Math.min(count, 300) }, () => text))
    return Array.from({ length: Math.min(group.count, 2000) }, (_, row) => {
      const cells = headers.map((_header, column) =>
        column === at ? (texts[row] ?? texts[0] ?? '') : (sample[row % sample.length]?.[column] ?? ''),
      )
      const line = 42 + index * 13 + row * 7
      return {
        line,
        row: digest(mapping, index, row),
        cells,
        after: null,
        surplus: group.code === 'long-row' ? ['Europe'] : [],
        outcome: group.severity === 'error' ? ('rejected' as const) : ('accepted' as const),
        problems: [{ severity: group.severity, code: group.code, line, column: group.column, message: messageOf(group, cells[at]) }],
      }
    })
  }

  changes({ change, page }: Input<'imports.changes'>): Output<'imports.changes'> {
    const { people } = this.review
    const totals = {
      new: people ? PEOPLE_COUNTS.new : 0,
      updated: people ? PEOPLE_COUNTS.updated : 0,
      conflicting: people ? PEOPLE_COUNTS.conflicting : 0,
      leaving: people?.leaving ?? 0,
      not_listed: people?.notListed ?? 0,
      changed_id: people?.changedIds ?? 0,
    }
    const total = totals[change]
    const rows = Array.from({ length: Math.max(0, Math.min(100, total - page * 100)) }, (_, index) =>
      changedRow(change, page * 100 + index),
    )
    return { total, rows }
  }

  rejected({ handle, part }: Input<'imports.rejected'>): Output<'imports.rejected'> {
    const { file } = this.#of(handle)
    const text = part === 0 ? `\ufeffline,reasons,${fakeFile(file).headers.join(',')}\r\n` : '42,bad-date,E10041\r\n'
    return { name: `${file.replace(/\.csv$/, '')}-problem-rows.csv`, text, parts: 2 }
  }

  #of(handle: string): { readonly mapping: Mapping; readonly file: string } {
    const request = this.#requests.find(each => each.handle === handle)
    if (!request) throw new AppError('not-found', 'This file was not checked.')
    return { mapping: request.mapping, file: this.#nameOf(handle) }
  }
}

/** The example of the group, said of another cell. */
const messageOf = ({ message }: Group, cell: string | undefined) => (cell ? message.replace(/“[^”]*”/, `“${cell}”`) : message)

function changedRow(change: Input<'imports.changes'>['change'], index: number): ChangedRow {
  const id = `E${10_041 + index * 7}`
  const name = NAMES[index % NAMES.length] ?? null
  const fields = {
    new: [
      { field: 'title', before: null, after: 'Engineer' },
      { field: 'org_unit', before: null, after: 'Product/Payments/Ledger' },
      { field: 'hire_date', before: null, after: '2026-09-01' },
    ],
    updated: [
      { field: 'title', before: 'Senior engineer', after: 'Engineering manager, identity and access, Europe' },
      { field: 'manager_id', before: 'E10044', after: 'E10377' },
    ],
    leaving: [{ field: 'termination_date', before: null, after: '2026-09-30' }],
    not_listed: [],
    changed_id: [{ field: 'person_id', before: `C${id.slice(1)}`, after: id }],
    conflicting: [{ field: 'name', before: 'Amara Okafor', after: 'Amara Obi' }],
  }
  return { kind: 'people', key: id, name, fields: fields[change] }
}
