/** The method in words in the window: the explanations that also stand in every analysis. */
import { METHOD_VERSION } from '../analysis/settings.ts'
import type { Handlers } from '../contract/contract.ts'
import { EXPLANATIONS } from './explanations.ts'

export function methodHandlers(): Pick<Handlers, 'method.get'> {
  return {
    'method.get': async () => ({ version: METHOD_VERSION, explanations: EXPLANATIONS.map(one => ({ ...one, inputs: [...one.inputs] })) }),
  }
}
