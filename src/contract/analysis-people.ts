/** What `analysis.json` says of one person. Fields that are null have not been computed, or cannot be from the files at hand. */
import { z } from 'zod'
import { BANDS, PATTERNS } from '../domain/flag.ts'
import { intervalSchema, isoDateSchema, modeSharesSchema, rankedSchema, shareSchema } from './figures.ts'

export const patternSchema = z.enum(PATTERNS)
export const bandSchema = z.enum(BANDS)

const reasonSchema = z.strictObject({
  measure: z.string(),
  /** The reason as a sentence with its numbers. */
  words: z.string(),
  value: z.number().nullable(),
  /** The gate the value was held against. */
  threshold: z.number().nullable(),
  percentile: shareSchema.nullable(),
  cohort: z.string().nullable(),
  /** All rows behind the reason; `evidence` names at most 20 of them. */
  rows: z.int(),
  evidence: z.array(z.string()).max(20),
})

export const flagSchema = z.strictObject({
  pattern: patternSchema,
  band: bandSchema,
  steadiness: shareSchema.nullable(),
  coverage: shareSchema,
  reasons: z.array(reasonSchema),
  counter: z.array(z.string()),
  wouldChange: z.array(z.string()),
  routes: z.array(z.string()),
})

const leverageSchema = z.strictObject({
  enablingEffort: rankedSchema.nullable(),
  reach: rankedSchema.nullable(),
  secondOrderReach: z.number().nullable(),
  mandatoryReach: z.int().nullable(),
  lift: z.strictObject({ hoursPerMonth: z.number(), interval: intervalSchema, parallelTrends: z.boolean() }).nullable(),
  leverage: shareSchema.nullable(),
  recognition: shareSchema.nullable(),
  recognitionInputs: z.array(z.strictObject({ input: z.enum(['rating', 'comp_ratio', 'promotion_pace']), percentile: shareSchema })),
  gap: z.number().nullable(),
  fade: z.strictObject({ slopePerQuarter: z.number(), mannKendallP: shareSchema }).nullable(),
})

const moveSchema = z.strictObject({
  kind: z.enum(['move', 'drift', 'planned', 'back']),
  date: isoDateSchema.nullable(),
  handsOnBefore: z.number().nullable(),
  handsOnAfter: z.number().nullable(),
  ratio: z.number().nullable(),
  ratioToPeers: z.number().nullable(),
  levelToPeers: z.number().nullable(),
  coordinateShare: shareSchema.nullable(),
  changePoint: isoDateSchema.nullable(),
})

const systemsThinkerSchema = z.strictObject({
  index: shareSchema.nullable(),
  blocks: z.array(z.strictObject({ block: z.string(), percentile: shareSchema.nullable(), value: z.number().nullable() })),
  endToEndItems: z.int().nullable(),
  endToEndPerYear: z.number().nullable(),
  /** How many people of a group of this size chance alone would bring to this index. */
  chanceCount: z.number().nullable(),
})

/** Among those who share work in the window. Null throughout for somebody who shares none, but for the partners. */
const networkSchema = z.strictObject({
  partners: z.int(),
  constraint: z.number().nullable(),
  /** With every working relation counting alike. */
  constraintUnweighted: z.number().nullable(),
  effectiveSize: z.number().nullable(),
  core: z.int().nullable(),
  /** Share of the shortest ways between two others. */
  betweenness: shareSchema.nullable(),
  /** Standard error; null where all ways were followed. */
  betweennessError: z.number().nullable(),
})

export const personSchema = z.strictObject({
  personId: z.string(),
  name: z.string().nullable(),
  inHris: z.boolean(),
  employed: z.boolean().nullable(),
  orgUnit: z.string().nullable(),
  title: z.string().nullable(),
  track: z.enum(['ic', 'manager']).nullable(),
  roleFamily: z.string().nullable(),
  managerId: z.string().nullable(),
  modes: modeSharesSchema.nullable(),
  effortHours: z.number().nullable(),
  observedWeeks: z.int().nullable(),
  /** Build effort in hours per active week and full-time equivalent. */
  buildPace: rankedSchema.nullable(),
  workToMeeting: z.number().nullable(),
  exposure: shareSchema.nullable(),
  keeps: z.array(z.strictObject({ component: z.string(), hold: shareSchema, share: shareSchema, matters: z.boolean() })),
  scores: z.strictObject({
    builder: shareSchema.nullable(),
    enabler: shareSchema.nullable(),
    coordination: shareSchema.nullable(),
    systemsThinker: shareSchema.nullable(),
  }),
  leverage: leverageSchema.nullable(),
  move: moveSchema.nullable(),
  systemsThinker: systemsThinkerSchema.nullable(),
  network: networkSchema.nullable(),
  flags: z.array(flagSchema),
  notEnough: z.array(z.strictObject({ pattern: patternSchema, missing: z.array(z.string()) })),
})
