/** Mappings small enough to be kept, and to be sent to the window whenever it asks. */
import { mappingSchema } from '../contract/mapping.ts'
import { AppError } from '../contract/wire.ts'
import type { Mapping } from '../ingest/mapping-model.ts'

const MOST_BYTES = 300_000

/** The same mapping. Throws AppError `bad-input`; `what` names it in the message. */
export function sendableMapping(mapping: Mapping, what: string): Mapping {
  const { success } = mappingSchema.safeParse(mapping)
  if (success && Buffer.byteLength(JSON.stringify(mapping)) <= MOST_BYTES) return mapping
  throw new AppError(
    'bad-input',
    `${what} is too long: a mapping has at most 2,000 fixes, 300 kB in all, and texts of at most 400 characters. Take some of its fixes out. Nothing was changed.`,
  )
}
