/** What `analysis.json` says of units, leaders, agents, fairness and the quality of its inputs. */
import { z } from 'zod'
import { BANDS, PATTERNS } from '../domain/flag.ts'
import { intervalSchema, shareSchema } from './figures.ts'

export const unitSchema = z.strictObject({
  unit: z.string(),
  people: z.int(),
  coordinationRatio: z.number().nullable(),
  governance: z.int().nullable(),
  managers: z.int().nullable(),
  managerToCrafter: z.number().nullable(),
  span: z.number().nullable(),
  layers: z.int().nullable(),
  workToMeeting: z.number().nullable(),
  loadBearingHours: z.number().nullable(),
  optionalHours: z.number().nullable(),
  bound: z
    .strictObject({
      verdict: z.enum(['communication', 'compute', 'undecided']),
      elasticity: z.number().nullable(),
      waitingShare: shareSchema.nullable(),
      handoffsPerItem: z.number().nullable(),
      evidence: z.array(z.string()),
      against: z.array(z.string()),
    })
    .nullable(),
  roleCompression: z.strictObject({ rolesMerged: z.int(), meetingHoursChange: z.number() }).nullable(),
  promotionSignal: z
    .strictObject({ build: z.int(), enable: z.int(), coordinate: z.int(), handsOnChange: z.number().nullable() })
    .nullable(),
})

export const leaderSchema = z.strictObject({
  personId: z.string(),
  accountableFor: z.array(z.string()),
  proximity: shareSchema.nullable(),
  usesTools: shareSchema.nullable(),
  presentAtDecisions: shareSchema.nullable(),
  pushesBack: shareSchema.nullable(),
  freshness: shareSchema.nullable(),
  accountableButDistant: shareSchema.nullable(),
  playerCoach: z.boolean().nullable(),
  rebuild: z.array(z.strictObject({ component: z.string(), verdict: z.enum(['ready', 'rusty', 'no evidence']) })),
  lift: z.strictObject({ value: z.number(), interval: intervalSchema }).nullable(),
})

export const agentsSchema = z.strictObject({
  adoption: shareSchema.nullable(),
  integration: shareSchema.nullable(),
  briefingGap: z.number().nullable(),
  speedWithoutEyes: z
    .array(z.strictObject({ unit: z.string(), agentShareChange: z.number(), reviewsPerOutputChange: z.number() }))
    .nullable(),
})

export const fairnessSchema = z.strictObject({
  attribute: z.string(),
  group: z.string(),
  pattern: z.enum(PATTERNS),
  people: z.int().nullable(),
  flagged: z.int().nullable(),
  adverseImpactRatio: z.number().nullable(),
  fisherMidP: shareSchema.nullable(),
  flipsWithin: z.int().nullable(),
  suppressed: z.boolean(),
})

/** A figure that is missing or weaker than it could be, what is missing, and what that costs. */
export const qualitySchema = z.strictObject({
  figure: z.string(),
  /** Share of its inputs that were there. */
  coverage: shareSchema,
  missing: z.array(z.string()),
  cost: z.string(),
})

export const explanationSchema = z.strictObject({
  figure: z.string(),
  formula: z.string(),
  source: z.string().nullable(),
  inputs: z.array(z.string()),
})

export const stabilitySchema = z.strictObject({ pattern: z.enum(PATTERNS), band: z.enum(BANDS), surviving: shareSchema })
