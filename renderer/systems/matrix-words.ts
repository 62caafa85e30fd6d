/** What a cell of the matrix says when it is read out, and below the grid. */
import { formatPlural, formatShare } from '../format.ts'
import type { MatrixCell } from './matrix-view.ts'

export function cellSentence(name: string, component: string, cell: MatrixCell | null, keeps: boolean): string {
  if (!cell) return `${name} has not worked on ${component}.`
  const authored =
    cell.authored === null ? 'authorship unknown' : `author of ${formatShare(cell.authored)} (${formatPlural(cell.artifacts, 'artifact')})`
  const effort = cell.effort === null ? 'effort unknown' : `${formatShare(cell.effort)} of the effort in 24 months`
  return `${name}, ${component}: ${authored}, ${effort}${keeps ? '; keeps it alone' : ''}.`
}
