/** Rows of a group: their line, the cell that is meant before and after fixes, and what becomes of them. */
import { walkByArrows } from '../components/arrow-focus.ts'
import { classes } from '../components/classes.ts'
import table from '../components/Table.module.css'
import { formatCount } from '../format.ts'
import styles from './ExaminedRowTable.module.css'
import { outcomeWords } from './outcome-words.ts'
import type { ExaminedRow, ProblemGroup } from './answers.ts'

interface Props {
  headers: readonly string[]
  rows: readonly ExaminedRow[]
  group: ProblemGroup
  /** The line that is open beside. */
  open: number | null
  onOpen: (line: number) => void
}

export function ExaminedRowTable({ headers, rows, group, open, onOpen }: Props) {
  const at = group.column === null ? -1 : headers.indexOf(group.column)
  return (
    <table className={classes(table.table, styles.rows)} onKeyDown={walkByArrows}>
      <thead>
        <tr>
          <th scope="col">Line</th>
          {at >= 0 && <th scope="col">{group.column}</th>}
          <th scope="col">What is wrong</th>
          <th scope="col">Now</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.line} className={classes(row.line === open && styles.open)}>
            <th scope="row">
              <button
                type="button"
                data-walk
                aria-expanded={row.line === open}
                aria-label={`Line ${row.line}`}
                onClick={() => onOpen(row.line)}
                data-focus={`row:${row.line}`}
              >
                {formatCount(row.line)}
              </button>
            </th>
            {at >= 0 && (
              <td className={table.long}>
                <Cell before={row.cells[at]} after={row.after?.[at]} />
              </td>
            )}
            <td className={table.long}>{row.problems.find(({ code }) => code === group.code)?.message ?? group.message}</td>
            <td className={table.tight}>{outcomeWords(row)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function Cell({ before, after }: { before: string | undefined; after?: string | undefined }) {
  const isChanged = after !== undefined && after !== before
  return (
    <>
      {isChanged ? <del>{textOf(before)}</del> : textOf(before)}
      {isChanged && (
        <>
          {' '}
          <ins>{textOf(after)}</ins>
        </>
      )}
    </>
  )
}

const textOf = (cell: string | undefined) => (cell === undefined ? 'not shown' : cell === '' ? 'blank' : cell)
