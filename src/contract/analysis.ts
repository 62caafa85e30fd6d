/**
 * The shape of `analysis.json`, whole from the start: what a version does not compute yet is null
 * or an empty list. `docs/analysis.schema.json` is generated from here.
 */
import { z } from 'zod'
import {
  agentsSchema,
  explanationSchema,
  fairnessSchema,
  leaderSchema,
  qualitySchema,
  stabilitySchema,
  unitSchema,
} from './analysis-organisation.ts'
import { componentSchema, wholeSchema } from './analysis-components.ts'
import { inputKindSchema, isoDateSchema, rowCountsSchema } from './figures.ts'
import { personSchema } from './analysis-people.ts'
import { documentScopeSchema } from './scope.ts'

export const PURPOSE_NOT_RECORDED = 'purpose not recorded'

const inputSchema = z.strictObject({
  file: z.string(),
  kind: inputKindSchema,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  ...rowCountsSchema,
})

const identitySchema = z.strictObject({
  peopleInHris: z.int(),
  peopleOutside: z.int(),
  /** Share of contributions whose person is in the HRIS export; null when no people file is there. */
  joinedContributions: z.number().min(0).max(1).nullable(),
  bots: z.array(z.strictObject({ key: z.string(), sign: z.string(), contributions: z.int() })),
  unresolvedManagers: z.array(z.strictObject({ code: z.string(), personIds: z.array(z.string()), reference: z.string() })),
  unknownKinds: z.array(z.strictObject({ kind: z.string(), contributions: z.int() })),
})

export const analysisSchema = z.strictObject({
  schema: z.literal('switchyard-analysis-1'),
  /** Null when no input bears a date. */
  asOf: isoDateSchema.nullable(),
  window: z.strictObject({ from: isoDateSchema, to: isoDateSchema }).nullable(),
  method: z.strictObject({ version: z.string(), settings: z.record(z.string(), z.union([z.number(), z.boolean(), z.string()])) }),
  /** `purpose not recorded` until somebody states one; the sample organisation is exempt. */
  purpose: z.strictObject({ purpose: z.string(), legalBasis: z.string().nullable(), noticeDate: isoDateSchema.nullable() }),
  /** Whether people are in it; where they are not, `people` and `leaders` are empty. */
  scope: documentScopeSchema,
  inputs: z.array(inputSchema),
  identity: identitySchema,
  people: z.array(personSchema),
  components: z.array(componentSchema),
  whole: wholeSchema,
  units: z.array(unitSchema),
  leaders: z.array(leaderSchema),
  agents: agentsSchema.nullable(),
  fairness: z.array(fairnessSchema),
  stability: z.array(stabilitySchema),
  quality: z.array(qualitySchema),
  explanations: z.array(explanationSchema),
})

export type AnalysisDocument = z.output<typeof analysisSchema>
export type PersonEntry = AnalysisDocument['people'][number]
export type ComponentEntry = AnalysisDocument['components'][number]
