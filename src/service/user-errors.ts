/** What went wrong below, as an error a person may be shown. */
import type { Problem } from '../domain/problem.ts'
import { AppError, type ErrorCode } from '../contract/wire.ts'
import { CancelledError } from '../ingest/cancelled-error.ts'
import { InputError } from '../ingest/input-error.ts'
import { StoreError, type StoreErrorCode } from '../store/store-error.ts'

const CODE_OF: Readonly<Record<StoreErrorCode, ErrorCode>> = {
  damaged: 'damaged',
  newer: 'bad-input',
  locked: 'conflict',
  'not-a-workspace': 'bad-input',
  'not-found': 'not-found',
  conflict: 'conflict',
  io: 'unavailable',
}

/** File, line, column, then what is wrong and what to do. */
export function problemInWords(file: string, { line, column, message }: Problem): string {
  const place = [file, ...(line === null ? [] : [`line ${line}`]), ...(column === null ? [] : [`column "${column}"`])].join(', ')
  return `${place}: ${message}`
}

/** Errors of ingest and store become AppErrors; an AppError stays; anything else is a fault of ours and is thrown on. */
export function userError(error: unknown): unknown {
  if (error instanceof InputError) return new AppError('bad-input', `${problemInWords(error.file, error.problem)}\nNothing was imported.`)
  if (error instanceof CancelledError) return new AppError('cancelled', 'Cancelled. Nothing was changed.')
  if (error instanceof StoreError) return new AppError(CODE_OF[error.code], error.message)
  return error
}

/** Runs the work and throws its errors as AppErrors where a person can act on them. */
export async function withUserErrors<Answer>(work: () => Promise<Answer>): Promise<Answer> {
  try {
    return await work()
  } catch (error) {
    throw userError(error)
  }
}
