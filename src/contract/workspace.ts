/** What the window learns about the open workspace, the recent ones and the work under way. */
import { z } from 'zod'
import { isoDateSchema } from './figures.ts'
import { scopeSchema } from './scope.ts'

export const handleSchema = z.string().min(1).max(100)

export const purposeSchema = z.strictObject({
  purpose: z.string().trim().min(1).max(2000),
  legalBasis: z.string().trim().max(500).nullable(),
  noticeDate: isoDateSchema.nullable(),
})

export const jobKindSchema = z.enum(['check', 'import', 'analysis'])

export const jobProgressSchema = z.strictObject({
  job: z.string(),
  kind: jobKindSchema,
  /** What is going on, in words: `Reading contributions.csv`. */
  stage: z.string(),
  /** 0..1, or null when it cannot be told. */
  done: z.number().min(0).max(1).nullable(),
  rows: z.int(),
  rowsPerSecond: z.number().nullable(),
  secondsLeft: z.number().nullable(),
})

export const jobEndSchema = z.strictObject({
  job: z.string(),
  kind: jobKindSchema,
  outcome: z.enum(['done', 'cancelled', 'failed']),
  /** In words; for a failure what happened, what is safe and what to do. */
  message: z.string(),
  /** The imports a finished import job made. */
  imports: z.array(z.string()),
})

export const workspaceStateSchema = z.strictObject({
  name: z.string(),
  /** For display; the window never sends it back. */
  location: z.string(),
  sample: z.boolean(),
  purpose: purposeSchema.nullable(),
  counts: z.strictObject({ liveImports: z.int(), people: z.int(), contributions: z.int(), components: z.int() }),
  analysis: z.strictObject({
    status: z.enum(['none', 'current', 'stale']),
    asOf: isoDateSchema.nullable(),
  }),
  /** Where it shows systems and units only, methods about people answer `forbidden`. */
  scope: scopeSchema,
  job: jobProgressSchema.nullable(),
  /** What the user should know about the workspace folder itself, in words: files moved aside. */
  notices: z.array(z.string()),
})

export const recentSchema = z.strictObject({
  recent: z.string(),
  name: z.string(),
  location: z.string(),
  sample: z.boolean(),
  openedAt: z.iso.datetime(),
  available: z.boolean(),
})

export const preferencesSchema = z.strictObject({ theme: z.enum(['system', 'light', 'dark']), density: z.enum(['comfortable', 'compact']) })

export const appInfoSchema = z.strictObject({ version: z.string(), host: z.enum(['electron', 'loopback']) })
