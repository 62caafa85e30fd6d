/** The audit chain: who may ask what was done sees every entry, and whether any was changed since. */
import { z } from 'zod'

export const auditEntrySchema = z.strictObject({
  /** Counted from 1, in the order things were done. */
  sequence: z.int(),
  at: z.iso.datetime(),
  kind: z.string(),
  /** Null where the details may name somebody and people are not shown. */
  detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])).nullable(),
  hash: z.string(),
})

/** A page of entries, newest first, and the verdict on the whole chain. */
export const auditPageSchema = z.strictObject({
  total: z.int(),
  rows: z.array(auditEntrySchema).max(100),
  intact: z.boolean(),
  /** The first entry that does not fit the one before it; null where all do. */
  firstBroken: z.int().nullable(),
})
