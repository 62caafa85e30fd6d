/** The shape of `import --json`. */
import { z } from 'zod'
import { checkedFileSchema, importReviewSchema } from './import-review.ts'
import { importReportSchema } from './imports.ts'
import { inputKindSchema, problemSchema, rowCountsSchema } from './figures.ts'

const { unknownColumns, protectedColumns, problemCounts } = importReportSchema.shape
const { groups, words, fixes } = checkedFileSchema.shape
const { changes, people, questions } = importReviewSchema.shape

export const importOutputSchema = z.strictObject({
  imports: z.array(
    z.strictObject({
      /** Null on a dry run, and for a file that is in already. */
      import: z.string().nullable(),
      /** The import that holds the very same file. */
      sameAs: z.string().nullable(),
      file: z.string(),
      kind: inputKindSchema,
      encoding: z.string(),
      delimiter: z.string(),
      headerLine: z.int(),
      /** Our field to the header of the file. */
      mapping: z.record(z.string(), z.string()),
      unknownColumns,
      protectedColumns,
      ...rowCountsSchema,
      problemCounts,
      /** The first thousand, in the order of lines. */
      problems: z.array(problemSchema),
      /** How often each fix of the mapping found something to mend. */
      fixes,
      /** Problems of one kind with the cells meant; null unless it is a dry run. */
      groups: groups.nullable(),
      /** Words that mean nothing to us; null unless it is a dry run. */
      unknownWords: words.nullable(),
    }),
  ),
  /** What would change in the workspace; these three are null unless it is a dry run. */
  changes: changes.nullable(),
  people: people.nullable(),
  questions: questions.nullable(),
})

export type ImportOutput = z.output<typeof importOutputSchema>
