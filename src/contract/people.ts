/** People as the window sees them: the table, one profile, and who is routed where. */
import { z } from 'zod'
import { flagSchema, patternSchema, personSchema } from './analysis-people.ts'
import { isoDateSchema, modeSharesSchema, shareSchema, verdictSchema } from './figures.ts'

const namedSchema = z.strictObject({ personId: z.string(), name: z.string() })

export const profileSchema = z.strictObject({
  person: personSchema,
  name: z.string(),
  manager: namedSchema.nullable(),
  reports: z.int(),
  asOf: isoDateSchema.nullable(),
  window: z.strictObject({ from: isoDateSchema, to: isoDateSchema }).nullable(),
  /** Hours per month and mode, in the order of months; months without a record are left out. */
  months: z.array(z.strictObject({ month: z.string().regex(/^\d{4}-\d{2}$/), hours: z.strictObject({ ...modeHours() }) })),
  /** Job events in the order of time. */
  events: z.array(
    z.strictObject({
      date: isoDateSchema,
      reason: z.string().nullable(),
      title: z.string().nullable(),
      level: z.string().nullable(),
      track: z.enum(['ic', 'manager']).nullable(),
      orgUnit: z.string().nullable(),
    }),
  ),
  systems: z.array(
    z.strictObject({
      component: z.string(),
      keeps: z.boolean(),
      /** Share of the system's artifacts this person is an author of; null without artifacts. */
      authored: shareSchema.nullable(),
      /** Share of the system's effort of 24 months; null without effort. */
      effort: shareSchema.nullable(),
      artifacts: z.int(),
    }),
  ),
  contributions: z.int(),
})

function modeHours() {
  return Object.fromEntries(Object.keys(modeSharesSchema.shape).map(mode => [mode, z.number()])) as Record<
    keyof typeof modeSharesSchema.shape,
    z.ZodNumber
  >
}

export const routingEntrySchema = z.strictObject({
  ...namedSchema.shape,
  title: z.string().nullable(),
  orgUnit: z.string().nullable(),
  flag: flagSchema,
})

export const routingSchema = z.strictObject({
  misrouted: z.array(routingEntrySchema),
  aboutToBeMisrouted: z.array(routingEntrySchema),
  enablers: z.array(routingEntrySchema),
  systemsThinkers: z.array(routingEntrySchema),
  /** How many people could not be looked at, per pattern, and what was missing. */
  notEnough: z.array(z.strictObject({ pattern: patternSchema, people: z.int(), missing: z.array(z.string()) })),
})

const rangeSchema = z.strictObject({ low: z.number(), median: z.number(), high: z.number() })

export const promotionSchema = z.strictObject({
  people: z.array(
    z.strictObject({
      ...namedSchema.shape,
      /** Moves of this organisation's own past that it is told from. */
      pastMoves: z.int(),
      /** Hours of hands-on work per active week now; null when unknown. */
      handsOn: z.number().nullable(),
      /** Hours a week that past moves would let expect to go: quartiles; null with too few past moves. */
      handsOnLost: rangeSchema.nullable(),
      /** Systems that would have nobody, or one person alone, if they stopped working on them. */
      componentsAtRisk: z.array(z.strictObject({ component: z.string(), criticality: z.number(), after: verdictSchema.nullable() })),
      /** People who keep using what they made; null when use is not recorded. */
      reach: z.number().nullable(),
      reachLost: rangeSchema.nullable(),
      /** The same in words. */
      sentences: z.array(z.string()),
    }),
  ),
})
