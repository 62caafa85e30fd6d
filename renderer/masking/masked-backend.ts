/** A backend whose answers name nobody while this window hides names. */
import type { EventName, Input, Method, Output } from '../../src/contract/contract.ts'
import type { Backend } from '../bridge.ts'
import type { Masking } from './masking-store.ts'
import { createMasks } from './masks.ts'

/** These work on the files themselves, whose cells are mended and compared as they are; or have no person in them. */
const AS_THEY_ARE = /^(app|preferences|workspace|purpose|imports|profiles|identities|settings|method|jobs|analysis)\./

export function maskedBackend(host: Backend, masking: Masking): Backend {
  const mask = createMasks()
  return {
    chooseFolder: host.chooseFolder,
    on: <E extends EventName>(event: E, listener: Parameters<typeof host.on<E>>[1]) => host.on(event, listener),
    takeFile: file => host.takeFile(file),
    call: async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> => {
      const answer = await host.call(method, input)
      if (AS_THEY_ARE.test(method) || !masking.getState().isMasked) return answer
      return mask(answer) as Output<M> // the same shape, other words
    },
  }
}
