import type { Problem } from '../domain/problem.ts'

/** A file that cannot be used. Its problem is fatal and says, for whoever has the file open, what to do. */
export class InputError extends Error {
  readonly problem: Problem
  /** Base name of the file. */
  readonly file: string

  constructor(file: string, problem: Problem) {
    super(problem.message)
    this.name = 'InputError'
    this.file = file
    this.problem = problem
  }
}

/** An InputError for a file, or for one place in it. */
export function unusable(
  file: string,
  code: string,
  message: string,
  line: number | null = null,
  column: string | null = null,
): InputError {
  return new InputError(file, { severity: 'fatal', code, line, column, message })
}
