/** What a workspace shows: people, or systems and units only. */
import { z } from 'zod'

export const scopeSchema = z.strictObject({
  shows: z.enum(['people', 'systems_and_units']),
  /** Units with fewer people are left out where only systems and units are shown. */
  leastPeople: z.int().min(3).max(100),
})

/** As it stands in a document: with how many units were left out. */
export const documentScopeSchema = z.strictObject({
  shows: z.enum(['people', 'systems_and_units']),
  leastPeople: z.int().nullable(),
  unitsLeftOut: z.int().nullable(),
})
