/** Leaders against core systems as an APG grid: arrows walk the cells, Enter opens the contributions behind one. */
import { useRef, useState, type KeyboardEvent } from 'react'
import { classes } from '../components/classes.ts'
import type { Leader } from './answers.ts'
import { rebuildSentence } from './leader-words.ts'
import { RebuildMark } from './RebuildMark.tsx'
import styles from './RebuildMatrix.module.css'
import type { RebuildView } from './rebuild-view.ts'

interface Props {
  view: RebuildView
  onLeader: (leader: Leader) => void
  onCell: (leader: Leader, component: string) => void
}

/** Row 0 is the head, column 0 the names. */
interface Place {
  readonly row: number
  readonly column: number
}

export function RebuildMatrix({ view: { leaders, systems, cells }, onLeader, onCell }: Props) {
  const grid = useRef<HTMLTableElement>(null)
  const [active, setActive] = useState<Place>({ row: 1, column: 1 })
  const at = { row: Math.min(active.row, leaders.length), column: Math.min(active.column, systems.length) }
  const placeProps = (row: number, column: number) => ({
    'data-place': `${row} ${column}`,
    'data-focus': `rebuild:${row} ${column}`,
    tabIndex: row === at.row && column === at.column ? 0 : -1,
    onFocus: () => setActive({ row, column }),
  })
  const open = ({ row, column }: Place) => {
    const [leader, system] = [leaders[row - 1], systems[column - 1]]
    if (!leader) return
    if (system === undefined) onLeader(leader)
    else if ((cells[row - 1]?.[column - 1]?.rows ?? 0) > 0) onCell(leader, system)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const move = stepOf(event.key, at, leaders.length, systems.length)
    if (move !== null) grid.current?.querySelector<HTMLElement>(`[data-place="${move.row} ${move.column}"]`)?.focus()
    else if (event.key === 'Enter') open(at)
    else return
    event.preventDefault()
  }
  return (
    <table
      ref={grid}
      role="grid"
      aria-label="Leaders and core systems: the rebuild test"
      aria-rowcount={leaders.length + 1}
      aria-colcount={systems.length + 1}
      className={styles.grid}
      onKeyDown={onKeyDown}
    >
      <thead>
        <tr>
          <td className={styles.corner}>Enter opens the rows</td>
          {systems.map((system, column) => (
            <th key={system} scope="col" className={styles.system} title={system} {...placeProps(0, column + 1)}>
              {system}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {leaders.map((leader, row) => (
          <tr key={leader.personId}>
            <th scope="row" className={styles.leader} onClick={() => onLeader(leader)} {...placeProps(row + 1, 0)}>
              {leader.name}
            </th>
            {systems.map((system, column) => {
              const cell = cells[row]?.[column] ?? null
              const isTheirs = leader.owned.includes(system)
              return (
                <td
                  key={system}
                  className={classes(styles.cell, isTheirs && styles.theirs, (cell?.rows ?? 0) > 0 && styles.opens)}
                  aria-label={rebuildSentence(leader.name, system, cell, isTheirs)}
                  title={rebuildSentence(leader.name, system, cell, isTheirs)}
                  onClick={() => open({ row: row + 1, column: column + 1 })}
                  {...placeProps(row + 1, column + 1)}
                >
                  {cell === null && !isTheirs ? (
                    <span className={styles.blank}>–</span>
                  ) : (
                    <RebuildMark verdict={cell?.verdict ?? 'no evidence'} />
                  )}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Null for keys that walk nowhere; the corner is no place. */
function stepOf(key: string, { row, column }: Place, lastRow: number, lastColumn: number): Place | null {
  const to = (nextRow: number, nextColumn: number): Place | null => {
    const place = { row: Math.max(0, Math.min(nextRow, lastRow)), column: Math.max(0, Math.min(nextColumn, lastColumn)) }
    return place.row === 0 && place.column === 0 ? { row, column } : place
  }
  switch (key) {
    case 'ArrowRight':
      return to(row, column + 1)
    case 'ArrowLeft':
      return to(row, column - 1)
    case 'ArrowDown':
    case 'j':
      return to(row + 1, column)
    case 'ArrowUp':
    case 'k':
      return to(row - 1, column)
    case 'Home':
      return to(row, 1)
    case 'End':
      return to(row, lastColumn)
    case 'PageDown':
      return to(row + 10, column)
    case 'PageUp':
      return to(Math.max(1, row - 10), column)
    default:
      return null
  }
}
