/** How good the data is: which column feeds which figure, how much of it is filled, what a missing one costs. */
import { z } from 'zod'
import { inputKindSchema, isoDateSchema, shareSchema } from './figures.ts'

export const dataQualitySchema = z.strictObject({
  /** One entry per column the method can use, in the order of the data dictionary. */
  columns: z.array(
    z.strictObject({
      kind: inputKindSchema,
      column: z.string(),
      must: z.boolean(),
      /** Whether a live import has the column. */
      present: z.boolean(),
      /** Share of the imported rows in which it is filled; null without rows. */
      filled: shareSchema.nullable(),
      rows: z.int(),
      /** Figures that read it, in words. */
      feeds: z.array(z.string()),
      /** What is lost without it, in words; null when it is there. */
      cost: z.string().nullable(),
    }),
  ),
  /** How contributions found their people. Null shares without a people file or contributions. */
  join: z.strictObject({
    contributions: z.int(),
    joined: z.int().nullable(),
    joinedShare: shareSchema.nullable(),
    /** People by what joined them to the people file. */
    by: z.strictObject({ id: z.int(), email: z.int(), alias: z.int(), name: z.int(), merge: z.int() }),
    peopleInHris: z.int(),
    peopleOutside: z.int(),
    bots: z.int(),
    botContributions: z.int(),
    openSuggestions: z.int(),
  }),
  /** When the records of each kind begin and end. */
  spans: z.array(z.strictObject({ kind: inputKindSchema, from: isoDateSchema.nullable(), to: isoDateSchema.nullable(), rows: z.int() })),
  managers: z.strictObject({
    named: z.int(),
    found: z.int(),
    problems: z.array(z.strictObject({ code: z.string(), words: z.string(), people: z.int(), examples: z.array(z.string()).max(5) })),
  }),
  unknownKinds: z.array(z.strictObject({ kind: z.string(), contributions: z.int() })),
  /** Figures that are missing or weaker than they could be. */
  figures: z.array(z.strictObject({ figure: z.string(), coverage: shareSchema, missing: z.array(z.string()), cost: z.string() })),
})
