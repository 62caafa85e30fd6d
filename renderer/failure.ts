/** An error as it is shown: what happened, what is safe, what to do, and what to copy for support. */
import { AppError, type ErrorCode } from '../src/contract/wire.ts'

export interface Failure {
  readonly code: ErrorCode
  /** What the user was doing: `Reading the list of systems`. */
  readonly doing: string
  readonly happened: string
  readonly safe: string
  readonly toDo: string
}

const SAFE: Readonly<Record<ErrorCode, string>> = {
  'bad-request': 'Nothing was changed.',
  'bad-input': 'Nothing was saved from this file. What was imported before is untouched.',
  forbidden: 'Nothing was changed, and nothing was shown.',
  'not-found': 'Nothing was changed.',
  conflict: 'Nothing was changed. The workspace is as the other action left it.',
  cancelled: 'Nothing of it was saved. The workspace is as it was before.',
  damaged: 'Nothing was deleted. The damaged file is kept aside.',
  unavailable: 'Everything that was confirmed before is saved on this computer.',
  internal: 'Nothing of this action was saved. The workspace is as it was before.',
}

const TO_DO: Readonly<Record<ErrorCode, string>> = {
  'bad-request': 'Try again; if it happens again, copy the details and report them.',
  'bad-input': 'Mend the file as described and choose it again.',
  forbidden: 'Look at systems and units, or ask whoever set up this workspace.',
  'not-found': 'Go back and choose it again.',
  conflict: 'Wait until the other action has ended, then try again.',
  cancelled: 'Start it again whenever you like.',
  damaged: 'Restore the newest good backup.',
  unavailable: 'Try again; if it stays like this, close the window and start Switchyard again.',
  internal: 'Try again; if it happens again, copy the details and report them.',
}

export function failureOf(error: unknown, doing: string): Failure {
  const known = error instanceof AppError
  const code = known ? error.code : 'internal'
  const happened = known ? error.message : 'Something inside Switchyard went wrong.'
  return { code, doing, happened, safe: SAFE[code], toDo: TO_DO[code] }
}

/** The text behind "Copy details". */
export const failureDetails = (failure: Failure, version: string | null) =>
  [
    `Switchyard ${version ?? '(version unknown)'}`,
    `Doing: ${failure.doing}`,
    `Code: ${failure.code}`,
    `What happened: ${failure.happened}`,
  ].join('\n')
