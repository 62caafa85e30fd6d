/** Imports as the window sees them: a file before it goes in, one that went in, and its problems. */
import { z } from 'zod'
import { inputKindSchema, isoDateSchema, problemSchema, rowCountsSchema, shareSchema } from './figures.ts'
import { mappingSchema } from './mapping.ts'
import { handleSchema } from './workspace.ts'

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

/** One of our fields and the column it is read from. */
const mappedFieldSchema = z.strictObject({
  field: z.string(),
  /** 1 said or spelt as ours, 0.95 a known system's, 0.8 a synonym, less by the look of values. */
  confidence: shareSchema,
  /** Share of the surveyed rows in which it is not blank; null before any row was surveyed. */
  filled: shareSchema.nullable(),
  /** Up to three different values as the file has them. */
  samples: z.array(z.string()).max(3),
})

/** How the dates of a column are read. */
const dateColumnSchema = z.strictObject({
  field: z.string(),
  header: z.string(),
  /** Null until it is proven or said. */
  order: z.enum(['YMD', 'DMY', 'MDY']).nullable(),
  samples: z.array(z.strictObject({ raw: z.string(), read: isoDateSchema.nullable() })).max(5),
  /** A date that may be two days, where nothing in the column tells which. */
  question: z.strictObject({ raw: z.string(), asDMY: isoDateSchema, asMDY: isoDateSchema }).nullable(),
})

export const inspectionSchema = z.strictObject({
  file: z.string(),
  handle: handleSchema,
  bytes: z.int(),
  kind: inputKindSchema.nullable(),
  confidence: shareSchema,
  dialect: dialectSchema.nullable(),
  headers: z.array(z.string()),
  /** Whole, as the file would be read; null where its kind is not known. */
  mapping: mappingSchema.nullable(),
  fields: z.array(mappedFieldSchema),
  surveyedRows: z.int(),
  dates: z.array(dateColumnSchema),
  /** Fields whose numbers are written with a decimal comma. */
  decimalCommas: z.array(z.string()),
  /** The day a file of people speaks of, where its name says so. */
  statedOn: isoDateSchema.nullable(),
  unknownColumns: z.array(z.string()),
  protectedColumns: z.array(protectedColumnSchema),
  /** Up to five rows; protected columns blanked. */
  sample: z.array(z.array(z.string())),
  problems: z.array(problemSchema),
  /** The saved profile it is read with, and all that fit its headers, the newest first. */
  profile: z.string().nullable(),
  fittingProfiles: z.array(z.string()),
  /** False when it cannot be imported as it is; `problems` say why. */
  usable: z.boolean(),
})

export const importRequestSchema = z.strictObject({ handle: handleSchema, mapping: mappingSchema })

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

export const problemCountSchema = z.strictObject({
  code: z.string(),
  severity: z.enum(['fatal', 'error', 'warning']),
  column: z.string().nullable(),
  count: z.int(),
})

export const importReportSchema = z.strictObject({
  ...importEntrySchema.shape,
  sha256: z.string(),
  dialect: dialectSchema,
  /** Whole, as the file was read: it can be saved as a profile, and tried on another file. */
  mapping: mappingSchema,
  /** How often each fix of the mapping found something to mend, in their order. */
  fixesApplied: z.array(z.int()),
  unknownColumns: z.array(z.string()),
  protectedColumns: z.array(protectedColumnSchema),
  problemCounts: z.array(problemCountSchema),
  /** A page of 100 of the problems that were kept (the first thousand). */
  problems: z.array(problemSchema),
  problemsKept: z.int(),
})
