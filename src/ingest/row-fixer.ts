/** Applies the fixes of a mapping to the records of one file, before they are read. */
import { type Fix, type FixUse, rowDigest } from './fixes.ts'
import { foldHeader } from './headers.ts'

export interface RowFixerTable {
  readonly headers: readonly string[]
  /** How many cells a row may have. */
  readonly width: number
  readonly protectedIndexes: ReadonlySet<number>
  /** What joined cells are put together with. */
  readonly delimiter: string
}

export interface FixedRow {
  readonly cells: readonly string[]
  readonly isLeftOut: boolean
}

interface Replacement {
  readonly to: string
  readonly fix: number
}

/** Each cell is replaced at most once; of two fixes for the same text the later one counts. */
export class RowFixer {
  readonly #fixes: readonly Fix[]
  readonly #table: RowFixerTable
  readonly #uses: Float64Array
  readonly #join: { readonly index: number; readonly fix: number } | null
  readonly #replacements = new Map<number, Map<string, Replacement>>()
  readonly #byRow = new Map<string, number[]>()

  constructor(fixes: readonly Fix[], table: RowFixerTable) {
    this.#fixes = fixes
    this.#table = table
    this.#uses = new Float64Array(fixes.length)
    let join: { index: number; fix: number } | null = null
    for (const [at, fix] of fixes.entries()) {
      const indexes = 'column' in fix ? indexesOf(fix.column, table.headers) : []
      if (fix.kind === 'join-cells') join = indexes[0] === undefined ? join : { index: indexes[0], fix: at }
      else if (fix.kind !== 'replace') this.#byRow.set(fix.row, [...(this.#byRow.get(fix.row) ?? []), at])
      else for (const index of indexes) this.#replacementsAt(index).set(fix.from.trim(), { to: fix.to, fix: at })
    }
    this.#join = join
  }

  /** In the order of the fixes. */
  get uses(): FixUse[] {
    return this.#fixes.map((fix, at) => ({ fix, applied: this.#uses[at]! }))
  }

  /** The cells themselves where nothing is to be fixed. */
  apply(record: readonly string[]): FixedRow {
    let cells = this.#joined(record)
    for (const [index, replacements] of this.#replacements) {
      const found = replacements.get((cells[index] ?? '').trim())
      if (found === undefined) continue
      cells = withCell(cells, index, found.to)
      this.#uses[found.fix]!++
    }
    if (this.#byRow.size === 0) return { cells, isLeftOut: false }
    let isLeftOut = false
    for (const at of this.#byRow.get(rowDigest(record, this.#table.protectedIndexes)) ?? []) {
      const fix = this.#fixes[at]!
      const index = fix.kind === 'edit' ? indexesOf(fix.column, this.#table.headers)[0] : undefined
      if (fix.kind === 'edit' && index !== undefined) cells = withCell(cells, index, fix.to)
      else if (fix.kind === 'leave-out') isLeftOut = true
      else continue
      this.#uses[at]!++
    }
    return { cells, isLeftOut }
  }

  #replacementsAt(index: number): Map<string, Replacement> {
    const known = this.#replacements.get(index) ?? new Map<string, Replacement>()
    this.#replacements.set(index, known)
    return known
  }

  #joined(cells: readonly string[]): readonly string[] {
    const { headers, width, delimiter } = this.#table
    if (this.#join === null || cells.length <= width) return cells
    let end = cells.length
    // Empty cells at the end of the line belong to no column, unless the header has such ends too.
    while (end > width && width === headers.length && cells[end - 1]!.trim() === '') end--
    const surplus = end - width
    if (surplus === 0) return cells
    const { index, fix } = this.#join
    this.#uses[fix]!++
    return [...cells.slice(0, index), cells.slice(index, index + surplus + 1).join(delimiter), ...cells.slice(index + surplus + 1, end)]
  }
}

/** As spelt in the file, else as folded. */
function indexesOf(column: string, headers: readonly string[]): number[] {
  const wanted = column.trim()
  const spelt = headers.flatMap((header, index) => (header === wanted ? [index] : []))
  if (spelt.length > 0) return spelt
  return headers.flatMap((header, index) => (header !== '' && foldHeader(header) === foldHeader(wanted) ? [index] : []))
}

/** Blank cells make up for those a short row lacks. */
function withCell(cells: readonly string[], index: number, text: string): readonly string[] {
  const copy = [...cells]
  while (copy.length < index) copy.push('')
  copy[index] = text
  return copy
}
