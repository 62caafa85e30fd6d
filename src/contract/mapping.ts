/** A mapping as it crosses the boundary: which columns are which fields, how cells are written, and what was mended. */
import { z } from 'zod'
import { inputKindSchema } from './figures.ts'

const shortText = z.string().max(400)
const perField = <Value extends z.ZodType>(value: Value) => z.record(z.string().max(60), value).readonly()
/** First 32 hex digits of SHA-256 over a record's unprotected cells. */
const rowDigestSchema = z.string().regex(/^[0-9a-f]{32}$/)

/** A mend that is applied again whenever a file is read with the mapping. `column` is a header as the file spells it. */
export const fixSchema = z.discriminatedUnion('kind', [
  /** Every cell of the column that reads `from` reads `to`; blank is the empty text. */
  z.strictObject({ kind: z.literal('replace'), column: shortText, from: shortText, to: shortText }),
  /** One cell of one row. */
  z.strictObject({ kind: z.literal('edit'), row: rowDigestSchema, column: shortText, to: shortText }),
  /** One row stays out. */
  z.strictObject({ kind: z.literal('leave-out'), row: rowDigestSchema }),
  /** In rows with too many cells the surplus belongs to this column. */
  z.strictObject({ kind: z.literal('join-cells'), column: shortText }),
])

/** Of dialects only what somebody said; the rest is sniffed. */
const dialectChoiceSchema = z.strictObject({
  encoding: shortText.optional(),
  delimiter: shortText.optional(),
  quote: shortText.optional(),
  headerLine: z.int().min(1).optional(),
})

export const mappingSchema = z.strictObject({
  kind: inputKindSchema,
  /** The name of the profile it is saved as. */
  name: shortText.optional(),
  /** Our field to the header as the file spells it; the empty text leaves a field out. None at all lets the headers speak. */
  columns: perField(shortText),
  /** The system whose exports look like this. */
  preset: shortText.optional(),
  joined: perField(z.array(shortText).readonly()).optional(),
  fallbacks: perField(z.array(shortText).readonly()).optional(),
  constants: perField(shortText).optional(),
  formats: perField(shortText).optional(),
  values: perField(z.record(shortText, shortText).readonly()).optional(),
  repeats: z.boolean().optional(),
  dialect: dialectChoiceSchema.optional(),
  fixes: z.array(fixSchema).max(2000).readonly().optional(),
  /** What became of people of the workspace whom a people file does not list. */
  missingPeople: z.enum(['left', 'keep']).optional(),
  /** Whether people whose e-mail comes back under another id are the same people. */
  changedIds: z.enum(['same', 'other']).optional(),
})

/** A saved mapping. */
export const profileEntrySchema = z.strictObject({
  name: z.string(),
  kind: inputKindSchema,
  preset: z.string().nullable(),
  columns: z.int(),
  fixes: z.int(),
  savedAt: z.iso.datetime(),
})
