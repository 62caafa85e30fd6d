/** Refusals: how an error becomes an outcome, and what of it may be reported. */
import { AppError, type Outcome } from '../../src/contract/wire.ts'

/** A fault of ours as it is logged: where it happened and of what class it was. Never its message, which may quote data. */
export interface Fault {
  readonly where: string
  readonly error: string
}

export type Refusal = Extract<Outcome, { ok: false }>

export const refuse = (code: Refusal['code'], message: string): Refusal => ({ ok: false, code, message })

/** `TypeError`, or `Error ENOSPC` when the system said why. */
export function faultOf(where: string, error: unknown): Fault {
  if (!(error instanceof Error)) return { where, error: typeof error }
  const code = 'code' in error && typeof error.code === 'string' && /^[A-Z][A-Z0-9_]{2,40}$/.test(error.code) ? ` ${error.code}` : ''
  return { where, error: `${/^\w{1,60}$/.test(error.name) ? error.name : 'Error'}${code}` }
}

/** An AppError speaks for itself; anything else is reported and told without its message. */
export function refusalOf(where: string, error: unknown, report: (fault: Fault) => void): Refusal {
  if (error instanceof AppError) return refuse(error.code, error.message)
  report(faultOf(where, error))
  return refuse('internal', `Something went wrong inside Switchyard (${where}). What was saved before is safe. Try again.`)
}

/** The inverse, for callers that throw. */
export function valueOf(outcome: Outcome): unknown {
  if (!outcome.ok) throw new AppError(outcome.code, outcome.message)
  return outcome.value
}
