/** What an import would do, before anything is saved: problems to mend, words to place, rows that change. */
import { z } from 'zod'
import { inputKindSchema, problemSchema, rowCountsSchema, shareSchema } from './figures.ts'
import { problemCountSchema } from './imports.ts'
import { fixSchema } from './mapping.ts'
import { handleSchema } from './workspace.ts'

/** Problems of one kind in one column. */
const problemGroupSchema = z.strictObject({
  ...problemCountSchema.shape,
  /** Of the first of them. */
  message: z.string(),
  /** The most frequent of the cells meant, at most 20 and cut to 120 characters; none of a protected column. */
  values: z.array(z.strictObject({ text: z.string(), count: z.int() })).max(20),
  distinctValues: z.int(),
})

/** A word of the file in a field whose words mean something to us. */
const wordUseSchema = z.strictObject({
  field: z.string(),
  header: z.string(),
  word: z.string(),
  rows: z.int(),
  /** What it is taken for; null when we do not know it. */
  meant: z.string().nullable(),
})

export const checkedFileSchema = z.strictObject({
  handle: handleSchema,
  file: z.string(),
  kind: inputKindSchema,
  ...rowCountsSchema,
  warnings: z.int(),
  /** The import that holds the very same file, read the same. */
  sameAs: z.string().nullable(),
  groups: z.array(problemGroupSchema).max(100),
  words: z.array(wordUseSchema).max(400),
  fixes: z.array(z.strictObject({ fix: fixSchema, applied: z.int() })),
  /** Rows with a problem or a fix that can be looked at: the first 2,000. */
  examinedRows: z.int(),
})

/** What the rows of one kind would change in the workspace. */
export const changeCountsSchema = z.strictObject({
  kind: inputKindSchema,
  new: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  /** Rows that contradict another row of the same import, and stay out. */
  conflicting: z.int(),
})

/** A question that must be answered before the import: `mapping[part]` takes the value chosen. */
export const importQuestionSchema = z.strictObject({
  part: z.enum(['missingPeople', 'changedIds']),
  /** With its counts. */
  words: z.string(),
  people: z.int(),
  of: z.int(),
  share: shareSchema,
  choices: z.array(z.strictObject({ value: z.string(), words: z.string() })),
})

export const importReviewSchema = z.strictObject({
  files: z.array(checkedFileSchema),
  changes: z.array(changeCountsSchema),
  /** Of the people of the workspace; null when no file of people is among the files. */
  people: z
    .strictObject({
      /** Employed in the workspace before the import. */
      employed: z.int(),
      /** Of them: those who would no longer be. */
      leaving: z.int(),
      /** Of them: those whom no file of people lists. */
      notListed: z.int(),
      /** How those not listed are taken. */
      missingPeople: z.enum(['left', 'keep']).nullable(),
      changedIds: z.int(),
    })
    .nullable(),
  questions: z.array(importQuestionSchema),
})

export const CHANGES_SHOWN = ['new', 'updated', 'leaving', 'not_listed', 'changed_id', 'conflicting'] as const

/** One row that would change: a person, a component, a work item or an artifact. */
export const changedRowSchema = z.strictObject({
  kind: inputKindSchema,
  key: z.string(),
  name: z.string().nullable(),
  /** Our fields that differ, before and after, as they would be written. */
  fields: z.array(z.strictObject({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
})

/** A row of a file that has a problem, or was mended. */
export const examinedRowSchema = z.strictObject({
  line: z.int(),
  row: z.string(),
  /** One per header, protected ones blank; empty where a protected cell may stand in a wrong place. */
  cells: z.array(z.string()),
  /** After the fixes; null where none changed it. */
  after: z.array(z.string()).nullable(),
  /** Cells beyond the last header. */
  surplus: z.array(z.string()),
  outcome: z.enum(['accepted', 'rejected', 'duplicate']),
  problems: z.array(problemSchema),
})
