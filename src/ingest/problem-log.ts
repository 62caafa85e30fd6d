/** The problems of one file: all of them counted, the first thousand kept. */
import type { Problem } from '../domain/problem.ts'
import { detached } from './values.ts'

export interface ProblemCount {
  readonly code: string
  readonly severity: Problem['severity']
  readonly column: string | null
  readonly count: number
}

const KEPT_PROBLEMS = 1000

export class ProblemLog {
  readonly #onProblem: ((problem: Problem) => void) | null
  readonly #kept: Problem[] = []
  readonly #counts = new Map<string, { code: string; severity: Problem['severity']; column: string | null; count: number }>()

  /** `onProblem` is told of every one, at the price of making its message. */
  constructor(onProblem: ((problem: Problem) => void) | null = null) {
    this.#onProblem = onProblem
  }

  /** The message is only made where it is kept or told. */
  add(severity: Problem['severity'], code: string, line: number | null, column: string | null, message: () => string): void {
    const key = `${severity} ${code} ${column ?? ''}`
    const counted = this.#counts.get(key)
    if (counted) counted.count++
    else this.#counts.set(key, { code, severity, column, count: 1 })
    if (this.#kept.length >= KEPT_PROBLEMS && this.#onProblem === null) return
    const problem: Problem = { severity, code, line, column, message: detached(message()) }
    if (this.#kept.length < KEPT_PROBLEMS) this.#kept.push(problem)
    this.#onProblem?.(problem)
  }

  addAll(problems: readonly Problem[]): void {
    for (const { severity, code, line, column, message } of problems) this.add(severity, code, line, column, () => message)
  }

  /** The first thousand, in line order. */
  get kept(): Problem[] {
    return [...this.#kept].sort((a, b) => (a.line ?? 0) - (b.line ?? 0))
  }

  /** All of them, most frequent first. */
  get counts(): ProblemCount[] {
    return [...this.#counts.values()].sort((a, b) => b.count - a.count)
  }
}
