/** Documents under docs/ and the tables in them, for tests that hold them against the code. */
import { readFileSync } from 'node:fs'

export const documentText = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8')

/** The cells of the rows of the table whose first column has this header. */
export function tableOf(document: string, header: string): string[][] {
  const lines = document.split('\n')
  const head = lines.findIndex(line => cellsOf(line)[0] === header)
  if (head < 0) throw new Error(`There is no table headed "${header}"`)
  const end = lines.findIndex((line, index) => index > head && !line.startsWith('|'))
  return lines.slice(head + 2, end < 0 ? lines.length : end).map(cellsOf)
}

const cellsOf = (line: string) =>
  line.startsWith('|')
    ? line
        .slice(1, line.lastIndexOf('|'))
        .split('|')
        .map(cell => cell.trim())
    : []

/** `0.25` or `2/3`. */
export function numberIn(cell: string): number {
  const [top, bottom] = cell.split('/')
  return Number(top) / Number(bottom ?? 1)
}
