/** Names of columns, folded so that `Person ID`, `person-id` and `PERSON.ID` are one. */

/** Trimmed, lower case; spaces (no-break too), dashes and dots become one `_`, curved apostrophes straight ones. */
export function foldHeader(header: string): string {
  return header
    .normalize('NFC')
    .trim()
    .toLowerCase()
    .replace(/[\u2018\u2019\u00b4`]/g, "'")
    .replace(/[\s.\u2010-\u2015-]+/g, '_')
    .replace(/^_+|_+$/g, '')
}

/** Folded further, without `_`: `PersonId` and `person_id` are one. */
export const squeezeHeader = (header: string) => foldHeader(header).replaceAll('_', '')

/** The candidate with the fewest edits, or null when all of them are far off. */
export function nearestHeader(wanted: string, candidates: readonly string[]): string | null {
  let nearest: string | null = null
  let fewest = Math.max(3, Math.ceil(wanted.length / 2))
  for (const candidate of candidates) {
    const edits = editDistance(squeezeHeader(wanted), squeezeHeader(candidate).slice(0, 64))
    if (edits < fewest) {
      fewest = edits
      nearest = candidate
    }
  }
  return nearest
}

/** Levenshtein distance. */
function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const swap = above[column - 1]! + (a[row - 1] === b[column - 1] ? 0 : 1)
      current.push(Math.min(swap, above[column]! + 1, current[column - 1]! + 1))
    }
    above = current
  }
  return above[b.length]!
}
