/** Other names our columns go by in exports. Compared without case, spaces and `_`. */
import type { InputKind } from '../domain/input-kind.ts'
import { PEOPLE_SYNONYMS } from './people-synonyms.ts'
import { WORK_SYNONYMS } from './work-synonyms.ts'

/** Our field -> the names of its column, most telling first. */
type Synonyms = Readonly<Record<string, readonly string[]>>

export const HEADER_SYNONYMS: Readonly<Record<InputKind, Synonyms>> = { ...PEOPLE_SYNONYMS, ...WORK_SYNONYMS }
