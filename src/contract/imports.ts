/** Imports as the window sees them: a file before it goes in, one that went in, and its problems. */
import { z } from 'zod'
import { handleSchema } from './workspace.ts'
import { inputKindSchema, problemSchema, rowCountsSchema, shareSchema } from './figures.ts'

const dialectSchema = z.strictObject({
  encoding: z.string(),
  delimiter: z.string(),
  quote: z.string(),
  headerLine: z.int(),
})

const protectedColumnSchema = z.strictObject({
  header: z.string(),
  attribute: z.string(),
  treatment: z.enum(['quarantined', 'not_stored']),
})

/** Our field to the header as the file spells it. */
export const columnMappingSchema = z.record(z.string(), z.string())

export const inspectionSchema = z.strictObject({
  file: z.string(),
  handle: handleSchema,
  bytes: z.int(),
  kind: inputKindSchema.nullable(),
  confidence: shareSchema,
  dialect: dialectSchema.nullable(),
  headers: z.array(z.string()),
  columns: columnMappingSchema,
  unknownColumns: z.array(z.string()),
  protectedColumns: z.array(protectedColumnSchema),
  /** Up to five rows; protected columns blanked. */
  sample: z.array(z.array(z.string())),
  problems: z.array(problemSchema),
  /** False when it cannot be imported as it is; `problems` say why. */
  usable: z.boolean(),
})

export const importRequestSchema = z.strictObject({ handle: handleSchema, kind: inputKindSchema, columns: columnMappingSchema.nullable() })

export const importEntrySchema = z.strictObject({
  import: z.string(),
  batch: z.int(),
  file: z.string(),
  kind: inputKindSchema,
  importedAt: z.iso.datetime(),
  ...rowCountsSchema,
  warnings: z.int(),
  undone: z.boolean(),
})

export const importReportSchema = z.strictObject({
  ...importEntrySchema.shape,
  sha256: z.string(),
  dialect: dialectSchema,
  columns: columnMappingSchema,
  unknownColumns: z.array(z.string()),
  protectedColumns: z.array(protectedColumnSchema),
  problemCounts: z.array(
    z.strictObject({ code: z.string(), severity: z.enum(['fatal', 'error', 'warning']), column: z.string().nullable(), count: z.int() }),
  ),
  /** A page of 100 of the problems that were kept (the first thousand). */
  problems: z.array(problemSchema),
  problemsKept: z.int(),
})
