/** Finds the host: the one Electron's preload left on `window`, or the loopback server this page came from. */
import type { Event, EventName, Input, Method, Output } from '../src/contract/contract.ts'
import { AppError, type Bridge, type Handle } from '../src/contract/wire.ts'
import { connectLoopback } from './loopback.ts'

declare global {
  interface Window {
    readonly bridge?: Bridge
  }
}

export interface Backend {
  /** Rejects with AppError, whose words may be shown as they are. */
  call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>
  /** Returns the function that stops listening. */
  on<E extends EventName>(event: E, listener: (data: Event<E>['data']) => void): () => void
  /** Hands a picked or dropped file to the host. Rejects with AppError. */
  takeFile(file: File): Promise<Handle>
  /** The host's folder dialog, or null where there is none. Resolves to null when the user cancels. */
  readonly chooseFolder: (() => Promise<Handle | null>) | null
}

/** Rejects with AppError `unavailable` when there is no host to talk to. */
export async function connect(): Promise<Backend> {
  const bridge = window.bridge ?? (await connectLoopback(showOnly))
  const chooseFolder = bridge.chooseFolder
  return {
    call: async <M extends Method>(method: M, input: Input<M>) => {
      const outcome = await bridge.call(method, input)
      if (!outcome.ok) throw new AppError(outcome.code, outcome.message)
      return outcome.value as Output<M> // the host has parsed it by the method's schema
    },
    on: <E extends EventName>(name: E, listener: (data: Event<E>['data']) => void) =>
      bridge.onEvent(event => {
        if (event.name === name) listener(event.data as Event<E>['data']) // the name says which
      }),
    takeFile: file => inWords(bridge.takeFile(file)),
    chooseFolder: chooseFolder && (() => inWords(chooseFolder())),
  }
}

/** Electron lets only the message of an error through, and that in words. */
async function inWords<Value>(promise: Promise<Value>): Promise<Value> {
  try {
    return await promise
  } catch (error) {
    if (error instanceof AppError) throw error
    throw new AppError('bad-input', error instanceof Error ? error.message : 'This file could not be taken in.')
  }
}

/** The session is over: nothing on the page would work any more, and what it shows is not for whoever ended it. */
function showOnly(message: string): void {
  const notice = document.createElement('p')
  notice.role = 'alert'
  notice.textContent = message
  document.body.replaceChildren(notice)
}
