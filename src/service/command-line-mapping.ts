/** The JSON of `--mapping`, with its errors as a person can act on them. */
import { type Mapping } from '../ingest/mapping.ts'
import { parseMappingFile } from '../ingest/mapping-file.ts'
import { sendableMapping } from './sendable-mapping.ts'
import { userError } from './user-errors.ts'

/** Throws AppError `bad-input`. */
export function mappingsOf(text: string, file: string): Mapping[] {
  try {
    return parseMappingFile(text, file).map(mapping => sendableMapping(mapping, `${file}, the mapping of ${mapping.kind},`))
  } catch (error) {
    throw userError(error)
  }
}
