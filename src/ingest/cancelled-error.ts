export interface CancelSignal {
  readonly aborted: boolean
}

/** Thrown where reading stops because whoever asked for it no longer wants it. */
export class CancelledError extends Error {
  constructor() {
    super('Reading was cancelled.')
    this.name = 'CancelledError'
  }
}

export function throwIfCancelled(signal: CancelSignal | undefined): void {
  if (signal?.aborted) throw new CancelledError()
}
