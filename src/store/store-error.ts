/** What can go wrong with a workspace on disk, in words for the person who owns it. */
export type StoreErrorCode = 'damaged' | 'newer' | 'locked' | 'not-a-workspace' | 'not-found' | 'conflict' | 'io'

export class StoreError extends Error {
  override readonly name: string = 'StoreError'
  readonly code: StoreErrorCode

  constructor(code: StoreErrorCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}

/** What a failed write comes to, said after its cause. */
export const NOTHING_CHANGED = 'Nothing was changed.'
export const NOTHING_IMPORTED = 'Nothing was imported; the workspace is as it was.'

/** A file of the workspace does not hold what was written to it. `file` is its path inside the folder. */
export class DamageError extends StoreError {
  override readonly name: string = 'DamageError'
  readonly file: string

  constructor(file: string, message: string, options?: ErrorOptions) {
    super('damaged', message, options)
    this.file = file
  }
}

/** The `code` of a failed system call (`ENOENT`, `ENOSPC`, ...), or null. */
export function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}

/** Says in words why the disk refused; any other error passes unchanged. */
export function inWords(error: unknown, file: string, consequence: string): unknown {
  const code = systemCode(error)
  if (error instanceof StoreError || code === null) return error
  return new StoreError('io', `${reason(code, file)} ${consequence}`, { cause: error })
}

function reason(code: string, file: string): string {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return `The disk is full: there is no room to save ${file}. Free some space and try again.`
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return `${file} cannot be used: this account may not read or write it. Check the folder's permissions.`
    case 'ENOENT':
      return `${file} is not there any more. Something else moved or deleted it.`
    default:
      return `${file} could not be read or written (${code}). Check that the disk is connected and try again.`
  }
}
