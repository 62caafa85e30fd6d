/** The rebuild test as a table: one row for each leader and core system that have anything to do with each other. */
import { ChevronRight } from 'lucide-react'
import { Button } from '../components/Button.tsx'
import table from '../components/Table.module.css'
import { formatCount, formatPlural } from '../format.ts'
import type { Leader } from './answers.ts'
import { RebuildMark } from './RebuildMark.tsx'
import type { RebuildView } from './rebuild-view.ts'
import styles from './RebuildTable.module.css'

interface Props {
  view: RebuildView
  onCell: (leader: Leader, component: string) => void
}

const PHASES = 'Phases of work they covered there'

export function RebuildTable({ view: { leaders, systems, cells }, onCell }: Props) {
  return (
    <div className={styles.wrap}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Leader</th>
            <th scope="col">Core system</th>
            <th scope="col">Verdict</th>
            <th scope="col">Answers for it</th>
            <th scope="col">Author</th>
            <th scope="col" className={table.number}>
              Weeks since
            </th>
            <th scope="col" className={table.number} title={PHASES}>
              Phases
            </th>
            <th scope="col">With agents</th>
            <th scope="col">Contributions</th>
          </tr>
        </thead>
        <tbody>
          {leaders.flatMap((leader, row) =>
            systems.flatMap((system, column) => {
              const cell = cells[row]?.[column] ?? null
              const isTheirs = leader.owned.includes(system)
              if (cell === null && !isTheirs) return []
              return [
                <tr key={`${leader.personId} ${system}`}>
                  <th scope="row">{leader.name}</th>
                  <td>{system}</td>
                  <td>
                    <RebuildMark verdict={cell?.verdict ?? 'no evidence'} />
                  </td>
                  <td>{isTheirs ? 'yes' : 'no'}</td>
                  <td>{cell?.author === true ? 'yes' : 'no'}</td>
                  <td className={table.number}>{cell === null || cell.weeksSince === null ? 'never' : formatCount(cell.weeksSince)}</td>
                  <td className={table.number}>{formatCount(cell?.phases ?? 0)}</td>
                  <td>{cell === null || cell.agentPractice === null ? 'not asked' : cell.agentPractice ? 'yes' : 'no'}</td>
                  <td>
                    {cell !== null && cell.rows > 0 ? (
                      <Button
                        variant="quiet"
                        label={`${formatPlural(cell.rows, 'contribution')} of ${leader.name} and ${system}`}
                        focusName={`rows:${leader.personId}:${system}`}
                        onPress={() => onCell(leader, system)}
                      >
                        {formatCount(cell.rows)} <ChevronRight size={12} aria-hidden="true" />
                      </Button>
                    ) : (
                      'none'
                    )}
                  </td>
                </tr>,
              ]
            }),
          )}
        </tbody>
      </table>
    </div>
  )
}
