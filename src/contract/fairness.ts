/** Whether flags fall on some groups more often than on others, as the window shows it. */
import { z } from 'zod'
import { fairnessSchema, stabilitySchema } from './analysis-organisation.ts'
import { isoDateSchema } from './figures.ts'

export const fairnessAnswerSchema = z.strictObject({
  asOf: isoDateSchema.nullable(),
  /** By attribute and pattern; empty where no demographic column was imported, or none has two groups. */
  comparisons: z.array(fairnessSchema),
  stability: z.array(stabilitySchema),
  /** What the result was checked with. */
  groupLeast: z.int(),
  flaggedLeast: z.int(),
  ratioLine: z.number(),
})
