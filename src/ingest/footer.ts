/** Lines below a table that are no rows: totals, who exported it and when, which filter was set. */

const TOTALS =
  /^(?:grand |sub)?totals?\b|^(?:end)?summe\b|^gesamt\b|^total (?:général|general)\b|^(?:record|row) count\b|^end of (?:report|file|export)\b/i
const REMARK =
  /^(?:exported|generated|created|printed|run|downloaded|extracted|prepared|erstellt|exportiert|exporté|généré|exportado|generado)\b|^(?:report|filters?|confidential|source|page|note|notes|total rows?|rows?|records?|count|as of|copyright|©|applied filters|vertraulich|seite|filtre)\b\s*[:(\d]|^(?:confidential|copyright|©)/i
/** A row of sums: nothing but figures behind the word. */
const TOTAL_ALONE = /^(?:(?:grand |sub)?totals?|(?:end)?summe|gesamt(?:summe)?)\s*:?$/i
const isFigure = (cell: string) => /^[\s\d.,%'’€$£-]*$/.test(cell)

/** Looked at before anything else: nearly every row is no footer. */
const TOTAL_STARTS = 'tTgGsSeErR \u00a0\t'
/** A table of fewer columns than this has rows that look like remarks. */
const LEAST_COLUMNS = 3

/** `isBelowBlank`: a blank line stands above it, which rows of a table have not. */
export function isFooter(cells: readonly string[], columns: number, isBelowBlank: boolean): boolean {
  if (columns < LEAST_COLUMNS || cells.length > Math.max(columns, 1) + 1) return false
  const start = cells[0]?.[0]
  if (!isBelowBlank && (start === undefined || !TOTAL_STARTS.includes(start))) return false
  const first = (cells[0] ?? '').trim()
  const isTotal = first.length < 60 && TOTALS.test(first)
  if (!isBelowBlank && !isTotal) return false
  let filled = 0
  for (const cell of cells) if (cell.trim() !== '') filled++
  if (isTotal)
    return filled <= Math.max(2, columns / 3) || (TOTAL_ALONE.test(first) && cells.every((cell, index) => index === 0 || isFigure(cell)))
  return filled <= 2 && (REMARK.test(first) || (filled === 1 && cells.length === 1 && /[\s:]/.test(first)))
}
