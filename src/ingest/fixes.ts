/** What a user corrected in a file: cells that read something else, rows that stay out. Plain data, kept with the mapping. */
import { sha256 } from './fingerprint.ts'
export type Fix =
  /** Every cell of the column that reads `from`, trimmed, reads `to`; a `from` of `''` means its blank cells. */
  | { readonly kind: 'replace'; readonly column: string; readonly from: string; readonly to: string }
  /** One cell of the row with this digest. */
  | { readonly kind: 'edit'; readonly row: string; readonly column: string; readonly to: string }
  /** The row with this digest does not go in. */
  | { readonly kind: 'leave-out'; readonly row: string }
  /** In rows with more cells than the header the surplus ones belong to this column, which held the delimiter unquoted. */
  | { readonly kind: 'join-cells'; readonly column: string }

export interface FixUse {
  readonly fix: Fix
  /** Cells that were replaced or edited, rows that were left out or whose cells were joined. */
  readonly applied: number
}

/** A fix as it stands in JSON; else what is wrong with it, to follow its name in a sentence. */
export function readFix(value: unknown): Fix | { readonly wrong: string } {
  if (typeof value !== 'object' || value === null) return { wrong: 'must be an object with a “kind”' }
  const said: Readonly<Record<string, unknown>> = { ...value }
  const parts = PARTS.get(String(said['kind']))
  if (parts === undefined) return { wrong: `must have a “kind” of ${[...PARTS.keys()].join(', ')}` }
  const missing = parts.find(part => typeof said[part] !== 'string')
  if (missing !== undefined) return { wrong: `must have a “${missing}” in quotes` }
  if (parts.includes('column') && String(said['column']).trim() === '') return { wrong: 'must name a header as its “column”' }
  if (parts.includes('row') && !DIGEST.test(String(said['row']))) return { wrong: 'must have a “row” of 32 hexadecimal digits' }
  return Object.fromEntries(['kind', ...parts].map(part => [part, said[part]])) as unknown as Fix // every part of its kind is there
}

const PARTS: ReadonlyMap<string, readonly string[]> = new Map([
  ['replace', ['column', 'from', 'to']],
  ['edit', ['row', 'column', 'to']],
  ['leave-out', ['row']],
  ['join-cells', ['column']],
])
const DIGEST = /^[0-9a-f]{32}$/

/**
 * Names a row whatever stands in its protected cells: the first 32 hex digits of SHA-256 over the JSON of the others.
 * The end of the last cell is trimmed, so that a row is the same one whichever way the lines of its file end.
 */
export function rowDigest(cells: readonly string[], protectedIndexes: ReadonlySet<number>): string {
  const ended = cells.map((cell, index) => (index === cells.length - 1 ? cell.trimEnd() : cell))
  const open = ended.filter((_, index) => !protectedIndexes.has(index))
  return sha256(JSON.stringify(open)).toString('hex').slice(0, 32)
}
