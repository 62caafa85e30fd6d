/** The problems of a file put together by code and column, with what the cells in question read. */
import type { Problem } from '../domain/problem.ts'
import { detached } from './values.ts'

export interface ProblemGroup {
  readonly code: string
  readonly severity: Problem['severity']
  readonly column: string | null
  readonly count: number
  /** Of the first. */
  readonly message: string
  /** What the cells of the column read in the file, trimmed: the 50 most frequent. Never of a protected column. */
  readonly values: readonly { readonly text: string; readonly count: number }[]
  /** How many different texts there are, counted up to 10,000. */
  readonly distinctValues: number
}

const SHOWN_VALUES = 50
const COUNTED_VALUES = 10_000
/** A longer one is counted and not shown: it is no word to be replaced. */
const LONGEST_VALUE = 400

interface OpenGroup {
  readonly first: Problem
  count: number
  readonly values: Map<string, number>
  longValues: number
}

export class ProblemGroups {
  readonly #groups = new Map<string, OpenGroup>()

  /** `text` is what the cell reads; null where there is none to show. */
  add(problem: Problem, text: string | null): void {
    const key = `${problem.severity} ${problem.code} ${problem.column ?? ''}`
    const group = this.#groups.get(key) ?? { first: problem, count: 0, values: new Map<string, number>(), longValues: 0 }
    if (group.count++ === 0) this.#groups.set(key, group)
    if (text === null) return
    const known = group.values.get(text)
    if (text.length > LONGEST_VALUE) group.longValues++
    else if (known !== undefined) group.values.set(text, known + 1)
    else if (group.values.size < COUNTED_VALUES) group.values.set(detached(text), 1)
  }

  /** Most frequent first. */
  get all(): ProblemGroup[] {
    return [...this.#groups.values()]
      .sort((a, b) => b.count - a.count)
      .map(({ first: { code, severity, column, message }, count, values, longValues }) => ({
        code,
        severity,
        column,
        count,
        message,
        values: [...values]
          .sort(([, a], [, b]) => b - a)
          .slice(0, SHOWN_VALUES)
          .map(([text, times]) => ({ text, count: times })),
        distinctValues: Math.min(values.size + longValues, COUNTED_VALUES),
      }))
  }
}
