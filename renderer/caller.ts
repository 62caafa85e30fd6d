/** All that a store needs of the host when it takes in no file and hears no event. */
import type { Input, Method, Output } from '../src/contract/contract.ts'

export interface Caller {
  /** Rejects with AppError, whose words may be shown as they are. */
  call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>
}
