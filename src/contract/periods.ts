/** Analyses as of several days, side by side, and what changed between two of them. */
import { z } from 'zod'
import { bandSchema, patternSchema } from './analysis-people.ts'
import { isoDateSchema, verdictSchema } from './figures.ts'

export const periodSchema = z.strictObject({
  asOf: isoDateSchema,
  isQuarterEnd: z.boolean(),
  computed: z
    .strictObject({
      at: z.iso.datetime(),
      /** Of everything dated up to the day, as it was read. */
      dataDigest: z.string(),
      settingsDigest: z.string(),
      methodVersion: z.string(),
      /** Settings that were not at their defaults. */
      settings: z.array(z.string()),
      /** What has changed since: files were imported, undone or redone; settings were set. Computing anew tells whether it matters to the day. */
      stale: z.array(z.enum(['data', 'settings'])),
    })
    .nullable(),
})

export const periodsListSchema = z.strictObject({
  /** In the order of days: quarter ends with a whole window of records before them, and other days that were computed. */
  periods: z.array(periodSchema).max(400),
  settingsDigest: z.string(),
})

/**
 * Why something is told otherwise: what was told of the earlier day was computed from other records up to that day, or by
 * another rule, or both where they cannot be told apart; or the work in between.
 */
export const changeCauseSchema = z.enum(['data', 'settings', 'data_and_settings', 'behaviour'])

const causes = z.array(changeCauseSchema).min(1)
const paged = <T extends z.ZodType>(row: T) => z.strictObject({ total: z.int(), rows: z.array(row).max(100) })

const systemThenSchema = z.strictObject({
  truckFactor: z.int().nullable(),
  keepers: verdictSchema.nullable(),
  keeper: z.strictObject({ personId: z.string(), name: z.string() }).nullable(),
})

const unitThenSchema = z.strictObject({
  people: z.int(),
  coordinationRatio: z.number().nullable(),
  managerToCrafter: z.number().nullable(),
  workToMeeting: z.number().nullable(),
  bound: z.enum(['communication', 'compute', 'undecided']).nullable(),
})

export const comparisonSchema = z.strictObject({
  from: isoDateSchema,
  to: isoDateSchema,
  /** From what was first told of the earlier day to what is told of the later one, in words with numbers. */
  steps: z.array(z.strictObject({ cause: changeCauseSchema, words: z.array(z.string()) })),
  /** Flags that were raised, are gone, or have another band. Null stands for no flag. */
  people: paged(
    z.strictObject({
      personId: z.string(),
      name: z.string(),
      pattern: patternSchema,
      before: bandSchema.nullable(),
      after: bandSchema.nullable(),
      causes,
      words: z.string(),
    }),
  ),
  /** Null stands for a system or unit that is not known on that day. */
  systems: paged(
    z.strictObject({
      component: z.string(),
      before: systemThenSchema.nullable(),
      after: systemThenSchema.nullable(),
      causes,
      words: z.string(),
    }),
  ),
  units: paged(
    z.strictObject({ unit: z.string(), before: unitThenSchema.nullable(), after: unitThenSchema.nullable(), causes, words: z.string() }),
  ),
})
