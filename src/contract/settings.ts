/** The settings of the method as the window shows, changes and tries them. */
import { z } from 'zod'
import { bandSchema, patternSchema } from './analysis-people.ts'

/** A number, a switch, one of several options, or titles. */
export const settingValueSchema = z.union([z.number(), z.boolean(), z.string().max(100), z.array(z.string().max(100)).max(500)])

/** By name of the setting; null for its default. */
export const settingChangesSchema = z.record(z.string().min(1).max(300), settingValueSchema.nullable())

export const settingSchema = z.strictObject({
  /** As in `method.settings` of `analysis.json`: `windowMonths`, `routes.handsOnRatio`, `kinds.commit.mode`. */
  setting: z.string(),
  group: z.string(),
  label: z.string(),
  /** Empty where the value speaks for itself. */
  unit: z.string(),
  form: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('number'), minimum: z.number(), maximum: z.number(), isWhole: z.boolean() }),
    z.strictObject({ kind: z.literal('switch') }),
    z.strictObject({ kind: z.literal('choice'), options: z.array(z.string()) }),
    z.strictObject({ kind: z.literal('titles') }),
  ]),
  default: settingValueSchema,
  reason: z.string(),
  value: settingValueSchema,
  /** What the result that is shown was made with; null without one. */
  inResult: settingValueSchema.nullable(),
  /** Whose flags it can change. */
  patterns: z.array(patternSchema),
  /** False: a change shows after the next analysis only. */
  countsLive: z.boolean(),
})

export const settingGroupSchema = z.strictObject({ group: z.string(), label: z.string(), settings: z.array(settingSchema) })

export const settingsSchema = z.strictObject({
  methodVersion: z.string(),
  groups: z.array(settingGroupSchema),
  /** Settings whose value is not the one the result was made with. */
  awaiting: z.array(z.string()),
})

/** `former` undoes the change when it is set in turn. */
export const settingsChangedSchema = z.strictObject({ ...settingsSchema.shape, former: settingChangesSchema })

const countsSchema = z.record(bandSchema, z.int())

export const settingsCountSchema = z.strictObject({
  patterns: z.array(
    z.strictObject({
      pattern: patternSchema,
      /** Flags of the result that is shown. */
      inResult: countsSchema,
      /** Flags with these settings, as far as they count live; null where only a new analysis can tell. */
      withChanges: countsSchema.nullable(),
    }),
  ),
  /** Of the settings that would be changed from the result, those that show after the next analysis only. */
  needRecalculation: z.array(z.string()),
})
