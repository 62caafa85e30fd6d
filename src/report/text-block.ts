/** Lines for a terminal: wrapped to a width, indented, with no more than plain characters. */
export const LINE_WIDTH = 100

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\uff01-\uff60]/u
const WITHOUT_WIDTH = /[\p{Mn}\p{Me}\u200c\u200d]/u

/** Columns a terminal gives the text. */
export function columnsOf(text: string): number {
  let columns = 0
  for (const character of text) columns += WITHOUT_WIDTH.test(character) ? 0 : WIDE.test(character) ? 2 : 1
  return columns
}

/** Exactly so many columns, padded with no-break spaces; a longer text is cut and ends in three dots. */
export function cell(text: string, columns: number): string {
  const fits = columnsOf(text) <= columns
  const kept = fits ? text : `${pieces(text, columns - 3)[0] ?? ''}...`
  return (kept + '\u00a0'.repeat(columns - columnsOf(kept))).replaceAll(' ', '\u00a0')
}

/** Wraps at spaces; no-break spaces hold and become plain ones. A word longer than a line is cut. */
export function wrapped(text: string, indent: number, hanging = indent): string[] {
  const lines: string[] = []
  let line = ' '.repeat(indent)
  let isEmpty = true
  for (const word of text.split(' ').flatMap(whole => pieces(whole, LINE_WIDTH - Math.max(indent, hanging)))) {
    if (!isEmpty && columnsOf(line) + 1 + columnsOf(word) > LINE_WIDTH) {
      lines.push(line)
      line = ' '.repeat(hanging)
      isEmpty = true
    }
    line += isEmpty ? word : ` ${word}`
    isEmpty = false
  }
  return [...lines, line].map(each => each.replaceAll('\u00a0', ' ').trimEnd())
}

function pieces(word: string, most: number): string[] {
  const cut: string[] = []
  let piece = ''
  let columns = 0
  for (const character of word) {
    const width = columnsOf(character)
    if (columns + width > most) {
      cut.push(piece)
      piece = ''
      columns = 0
    }
    piece += character
    columns += width
  }
  return [...cut, piece]
}
