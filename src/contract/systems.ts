/** Systems and key people as the window sees them. */
import { z } from 'zod'
import { componentSchema, wholeSchema } from './analysis-components.ts'
import { qualitySchema } from './analysis-organisation.ts'
import { isoDateSchema, removalCurveSchema, shareSchema, verdictSchema } from './figures.ts'

const personNameSchema = z.strictObject({ personId: z.string(), name: z.string() })

export const systemsFilterSchema = z.strictObject({
  text: z.string().max(200),
  /** `unknown`: no artifact-changing contribution is known. */
  verdict: z.enum(['none', 'one', 'several', 'unknown']).nullable(),
  mattersOnly: z.boolean(),
})

export const systemsSortSchema = z.enum(['risk', 'component', 'criticality', 'currentTruckFactor', 'lastChange'])

export const systemRowSchema = z.strictObject({
  ...componentSchema.pick({
    component: true,
    criticality: true,
    criticalityAssumed: true,
    matters: true,
    ownerUnit: true,
    artifacts: true,
    authoredArtifacts: true,
    contributions: true,
    keepers: true,
    exposure: true,
    truckFactor: true,
    currentTruckFactor: true,
    nearLine: true,
    lastChange: true,
    effectiveContributors: true,
  }).shape,
  keeper: z.strictObject({ ...personNameSchema.shape, hold: shareSchema, share: shareSchema }).nullable(),
  second: z.strictObject({ ...personNameSchema.shape, share: shareSchema, furtherChanges: z.int().nullable() }).nullable(),
})

export const systemsSummarySchema = z.strictObject({
  asOf: isoDateSchema.nullable(),
  /** Without what has an entry per author: `systems.removal` has the curve. */
  whole: wholeSchema.omit({ truckFactorMembers: true, currentTruckFactorMembers: true, coverageCurve: true, currentRemoval: true }),
  verdicts: z.strictObject({ none: z.int(), one: z.int(), several: z.int(), unknown: z.int() }),
  /** One keeper, and the system matters, or may: its criticality was not stated. */
  keyPersonRisks: z.int(),
  quality: z.array(qualitySchema),
  purposeRecorded: z.boolean(),
})

export const systemDetailSchema = z.strictObject({
  row: systemRowSchema,
  entry: componentSchema,
  /** Names for every person id in `entry`. */
  names: z.record(z.string(), z.string()),
})

export const evidenceRowSchema = z.strictObject({
  contributionId: z.string(),
  date: isoDateSchema,
  personId: z.string(),
  person: z.string(),
  kind: z.string(),
  component: z.string().nullable(),
  artifact: z.string().nullable(),
  workItem: z.string().nullable(),
  title: z.string().nullable(),
  url: z.string().nullable(),
  size: z.number().nullable(),
  change: z.string().nullable(),
  file: z.string(),
  line: z.int(),
})

export const personFoundSchema = z.strictObject({
  ...personNameSchema.shape,
  title: z.string().nullable(),
  orgUnit: z.string().nullable(),
  employed: z.boolean().nullable(),
  keeps: z.array(z.string()),
})

const wholeChangeSchema = z.strictObject({ before: z.number().nullable(), after: z.number().nullable() })

export const successorSchema = z.strictObject({
  ...personNameSchema.shape,
  /** Share of the system's authored artifacts this person is an author of. */
  knowledge: shareSchema,
  /** Room to take it on, 0..1: full-time equivalent x effort not already in systems they keep. */
  room: shareSchema.nullable(),
  furtherChanges: z.int().nullable(),
})

export const departureSchema = z.strictObject({
  leavers: z.array(personNameSchema),
  coverage: wholeChangeSchema,
  truckFactor: wholeChangeSchema,
  artifactsLost: z.int(),
  /** Systems that get worse, the most critical first. */
  components: z.array(
    z.strictObject({
      component: z.string(),
      criticality: z.number(),
      before: verdictSchema.nullable(),
      after: verdictSchema.nullable(),
      coverage: wholeChangeSchema,
      truckFactor: wholeChangeSchema,
      artifactsLost: z.int(),
      authoredArtifacts: z.int(),
      keeperAfter: personNameSchema.nullable(),
      successors: z.array(successorSchema),
      /** What pairing would restore, in words with counts. */
      pairing: z.string().nullable(),
    }),
  ),
})

export const removalSchema = z.strictObject({
  curve: removalCurveSchema.nullable(),
  names: z.record(z.string(), z.string()),
  line: shareSchema,
})
