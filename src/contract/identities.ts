/** Who may be one person, who was taken for a program, and what people decided about both. */
import { z } from 'zod'

const candidateSchema = z.strictObject({
  id: z.string(),
  name: z.string().nullable(),
  inHris: z.boolean(),
  /** E-mails and logins they are known by, at most 10. */
  keys: z.array(z.string()).max(10),
  contributions: z.int(),
})

export const suggestionSchema = z.strictObject({
  a: candidateSchema,
  b: candidateSchema,
  why: z.string(),
  /** What somebody decided, and the decision that can be undone; null while it is open. */
  decided: z.strictObject({ same: z.boolean(), decision: z.int() }).nullable(),
})

export const botSchema = z.strictObject({
  key: z.string(),
  name: z.string().nullable(),
  /** Why it is taken for a program, in words; null where somebody said so. */
  sign: z.string().nullable(),
  contributions: z.int(),
  /** Somebody's word that it is one, or is a person. */
  decided: z.strictObject({ bot: z.boolean(), decision: z.int() }).nullable(),
})

export const identityCountsSchema = z.strictObject({
  open: z.int(),
  decided: z.int(),
  bots: z.int(),
})
