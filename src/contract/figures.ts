/** The small shapes that the schemas of answers and of `analysis.json` share. */
import { z } from 'zod'
import { INPUT_KINDS } from '../domain/input-kind.ts'
import { WORK_MODES } from '../domain/kinds.ts'

export const isoDateSchema = z.iso.date()
export const shareSchema = z.number().min(0).max(1)
export const inputKindSchema = z.enum(INPUT_KINDS)

/** Shares of effort; they sum to 1. */
export const modeSharesSchema = z.strictObject(
  Object.fromEntries(WORK_MODES.map(mode => [mode, shareSchema])) as Record<(typeof WORK_MODES)[number], typeof shareSchema>,
)

/** A 95 % interval. */
export const intervalSchema = z.strictObject({ low: z.number(), high: z.number() })

/** A measure beside the others of its cohort. `percentile` is the mid-rank, `shown` the same shrunk towards 0.5 by n / (n + 4). */
export const rankedSchema = z.strictObject({
  value: z.number(),
  percentile: shareSchema.nullable(),
  shown: shareSchema.nullable(),
  cohort: z.string(),
  members: z.int(),
})

/** Who is taken off at each step, and the coverage that is left: `coverage` is one longer than `removed`. */
export const removalCurveSchema = z.strictObject({ removed: z.array(z.string()), coverage: z.array(shareSchema) })

export const verdictSchema = z.enum(['none', 'one', 'several'])

/** One rule of a verdict: what it measures, what came out, and whether it is met. `rows` stand behind the value. */
export const ruleSchema = z.strictObject({
  rule: z.string(),
  value: z.number().nullable(),
  threshold: z.number().nullable(),
  met: z.boolean().nullable(),
  rows: z.int(),
})

export const problemSchema = z.strictObject({
  severity: z.enum(['fatal', 'error', 'warning']),
  code: z.string(),
  line: z.int().nullable(),
  column: z.string().nullable(),
  message: z.string(),
})

export const rowCountsSchema = { rows: z.int(), accepted: z.int(), rejected: z.int(), duplicates: z.int() }
