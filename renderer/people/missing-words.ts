/** Missing columns in words: `people.performance_rating` is a column of the people file. */
import { formatList } from '../format.ts'

/** `people.rating`, or with what of it is missing: `people.rating: rows of this person`. */
const COLUMN = /^(?:([a-z_]+)\.)?([^:]+)(: .*)?$/

export function missingWords(missing: readonly string[]): string {
  if (missing.length === 0) return 'too few records'
  const columnsOf = new Map<string, string[]>()
  for (const name of missing) {
    const [, file, column = name, isPartly] = COLUMN.exec(name) ?? []
    const place = [
      isPartly === undefined ? '' : ' on rows of theirs',
      file === undefined ? '' : ` in the ${file.replaceAll('_', ' ')} file`,
    ].join('')
    columnsOf.set(place, [...(columnsOf.get(place) ?? []), column])
  }
  return `missing: ${[...columnsOf].map(([place, columns]) => `${formatList(columns)}${place}`).join('; ')}`
}
