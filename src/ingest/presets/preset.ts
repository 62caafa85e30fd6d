/** What is known of one system's exports: the headers it writes, and which of our fields they are. */
import type { InputKind } from '../../domain/input-kind.ts'

/** A header, or several that make one value together. */
export type PresetColumn = string | readonly string[]

export interface Preset {
  /** As people call the system. */
  readonly name: string
  readonly kind: InputKind
  /** Headers that tell this system from others; compared like all headers. */
  readonly signs: readonly string[]
  /** How many of the signs a file must have. */
  readonly least: number
  /** Our field -> its headers, the best first; the others are read where the first is blank. */
  readonly columns: Readonly<Record<string, readonly PresetColumn[]>>
  /** Our field -> lists of headers whose numbers are summed: the first list of which the file has any, so that nothing counts twice. */
  readonly sums?: Readonly<Record<string, readonly (readonly string[])[]>>
  /** Without any of these fields of ours a file tells nothing. */
  readonly anyOf?: readonly string[]
  /** What every row of such a file is. */
  readonly constants?: Readonly<Record<string, string>>
  /** Our field -> words of this system -> ours. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly formats?: Readonly<Record<string, readonly string[]>>
  /** Headers that look like ours and are something else here. */
  readonly ignored?: readonly string[]
  /** Headers that stand several times, each cell another value. */
  readonly repeats?: boolean
}
