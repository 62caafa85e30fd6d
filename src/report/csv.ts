/**
 * Writes CSV that spreadsheets open without running anything: RFC 4180, UTF-8 with a byte order
 * mark, CRLF. A cell that a spreadsheet would take for a formula gets an apostrophe in front.
 */
export type CsvCell = string | number | boolean | null

const BYTE_ORDER_MARK = '\ufeff'
/** A spreadsheet set to `;` or tab cuts there, so what follows one is the start of a cell to it. */
const FORMULA_AFTER_CUT = /([;\t\r\n]["'\s]*)(?=[=+\-@＝＋－＠])/g
const FORMULA_AT_START = /^(?:[\t\r\n]|["'\s]*[=+\-@＝＋－＠])/

/** Null is an empty cell, a boolean `yes` or `no`; numbers keep a point and never an exponent. */
export function csvText(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return [csvStart(header), ...rows.map(csvRecord)].join('')
}

/** The first line, byte order mark included, of a file that is written record by record. */
export const csvStart = (header: readonly string[]) => `${BYTE_ORDER_MARK}${csvRecord(header)}`

export const csvRecord = (cells: readonly CsvCell[]) => `${cells.map(csvCell).join(',')}\r\n`

function csvCell(cell: CsvCell): string {
  if (cell === null) return ''
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no'
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(Number(cell.toFixed(6))) : ''
  const text = disarmed(cell)
  return /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function disarmed(text: string): string {
  if (/^-\d+(?:[.,]\d+)?$/.test(text)) return text
  const inside = text.replace(FORMULA_AFTER_CUT, "$1'")
  return FORMULA_AT_START.test(inside) ? `'${inside}` : inside
}
