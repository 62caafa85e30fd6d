/** What `analysis.json` says of one system and of all of them together. */
import { z } from 'zod'
import { isoDateSchema, removalCurveSchema, ruleSchema, shareSchema, verdictSchema } from './figures.ts'

const truckFactorFields = {
  /** Every author ever counts: comparable with published values. */
  truckFactor: z.int().nullable(),
  /** Only those employed at the as-of date; null where employment is unknown. */
  currentTruckFactor: z.int().nullable(),
  /** Members with under 10 % of the top member's artifacts dropped. */
  prunedTruckFactor: z.int().nullable(),
  truckFactorMembers: z.array(z.string()),
  currentTruckFactorMembers: z.array(z.string()).nullable(),
  /** Share of artifacts with an author left after removing 0, 1, 2, ... authors. */
  coverageCurve: z.array(shareSchema).nullable(),
  currentRemoval: removalCurveSchema.nullable(),
  /** True when a coverage that decides lies within 2 points of the 50 % line. */
  nearLine: z.boolean().nullable(),
}

export const componentSchema = z.strictObject({
  component: z.string(),
  criticality: z.number(),
  criticalityAssumed: z.boolean(),
  ownerUnit: z.string().nullable(),
  regulated: z.boolean().nullable(),
  core: z.boolean().nullable(),
  matters: z.boolean(),
  artifacts: z.int(),
  authoredArtifacts: z.int(),
  contributions: z.int(),
  firstChange: isoDateSchema.nullable(),
  lastChange: isoDateSchema.nullable(),
  ...truckFactorFields,
  effectiveContributors: z.number().nullable(),
  absenceFactor: z.int().nullable(),
  /** Null when no artifact-changing contribution is known. */
  keepers: verdictSchema.nullable(),
  keeper: z.strictObject({ personId: z.string(), hold: shareSchema, share: shareSchema }).nullable(),
  /** Who is next, and the smallest number of further changes after which one person no longer holds it. */
  second: z.strictObject({ personId: z.string(), share: shareSchema, furtherChanges: z.int().nullable() }).nullable(),
  /** Why the verdict is what it is, what speaks against it, and what would change it. */
  reasons: z.array(ruleSchema),
  counter: z.array(z.string()),
  wouldChange: z.array(z.string()),
  effortBasis: z.enum(['24 months', 'whole history']).nullable(),
  /** criticality / 5 x hold of the keeper; 0 when several keep it, null when unknown. */
  exposure: shareSchema.nullable(),
  initialImports: z.array(z.strictObject({ personId: z.string(), date: isoDateSchema, share: shareSchema })),
  top: z.array(z.strictObject({ personId: z.string(), artifacts: z.int(), share: shareSchema })),
})

export const wholeSchema = z.strictObject({
  artifacts: z.int(),
  ...truckFactorFields,
  /** Artifacts with exactly one author / artifacts. */
  singleAuthorRatio: shareSchema.nullable(),
  scope: z.strictObject({ basis: z.enum(['artifacts file', 'every artifact ever touched']), inScope: z.int(), outOfScope: z.int() }),
  /** What random groups of the authors who are here would take along. Null where no author is here. */
  knowledgeAtRisk: z
    .strictObject({
      groupSize: z.int(),
      authors: z.int(),
      /** Groups looked at: every one there is, or seeded draws. */
      groups: z.int(),
      isExact: z.boolean(),
      /** Shares of the artifacts that lose their last author. */
      quantile95: shareSchema,
      meanBeyond: shareSchema,
    })
    .nullable(),
})
