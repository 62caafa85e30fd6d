/** Missing columns in words: `people.performance_rating` is a column of the people file. */
import { formatList } from '../format.ts'

export function missingWords(missing: readonly string[]): string {
  if (missing.length === 0) return 'too few records'
  const columnsOf = new Map<string, string[]>()
  for (const name of missing) {
    const [file, column] = name.includes('.') ? [name.slice(0, name.indexOf('.')), name.slice(name.indexOf('.') + 1)] : ['', name]
    columnsOf.set(file, [...(columnsOf.get(file) ?? []), column])
  }
  const parts = [...columnsOf].map(([file, columns]) =>
    file === '' ? formatList(columns) : `${formatList(columns)} in the ${file.replaceAll('_', ' ')} file`,
  )
  return `missing: ${parts.join('; ')}`
}
