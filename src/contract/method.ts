/** How each figure is computed, in words and with its sources. */
import { z } from 'zod'
import { explanationSchema } from './analysis-organisation.ts'

export const methodAnswerSchema = z.strictObject({ version: z.string(), explanations: z.array(explanationSchema) })
