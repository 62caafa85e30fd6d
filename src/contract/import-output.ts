/** The shape of `import --json`. */
import { z } from 'zod'
import { columnMappingSchema, importReportSchema } from './imports.ts'
import { inputKindSchema, problemSchema, rowCountsSchema } from './figures.ts'

const { unknownColumns, protectedColumns, problemCounts } = importReportSchema.shape

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
      mapping: columnMappingSchema,
      unknownColumns,
      protectedColumns,
      ...rowCountsSchema,
      problemCounts,
      /** The first thousand, in the order of lines. */
      problems: z.array(problemSchema),
    }),
  ),
})

export type ImportOutput = z.output<typeof importOutputSchema>
