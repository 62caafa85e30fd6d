/** The contributions behind a system, each with the file and line it came from. */
import { Choice } from '../components/Choice.tsx'
import { Pager } from '../components/Pager.tsx'
import table from '../components/Table.module.css'
import { formatCount, formatDate } from '../format.ts'
import styles from './EvidenceTable.module.css'
import type { EvidenceRow } from './answers.ts'

interface Props {
  rows: readonly EvidenceRow[]
  total: number
  page: number
  person: string | null
  people: readonly { personId: string; name: string }[]
  onPerson: (person: string | null) => void
  onPage: (page: number) => void
}

/** No person has a blank id. */
const EVERYBODY = ' '

export function EvidenceTable({ rows, total, page, person, people, onPerson, onPage }: Props) {
  const options = [{ value: EVERYBODY, label: 'everybody' }, ...people.map(({ personId, name }) => ({ value: personId, label: name }))]
  return (
    <>
      <div className={styles.tools}>
        <span>Contributions of</span>
        <Choice
          label="Whose contributions"
          options={options}
          value={person ?? EVERYBODY}
          active={person !== null}
          onChange={value => onPerson(value === EVERYBODY ? null : value)}
          focusName="evidence-person"
        />
        <span>newest first</span>
      </div>
      {rows.length === 0 ? (
        <p className={styles.none}>None is recorded.</p>
      ) : (
        <div className={table.wrap} tabIndex={0} role="group" aria-label="Evidence, scrolls sideways">
          <table className={table.table}>
            <thead>
              <tr>
                <th scope="col">Date</th>
                <th scope="col">Person</th>
                <th scope="col">Kind</th>
                <th scope="col">What</th>
                <th scope="col" className={table.number}>
                  Size
                </th>
                <th scope="col">File and line</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(row => (
                <tr key={row.contributionId}>
                  <td className={table.tight}>{formatDate(row.date)}</td>
                  <td>{row.person}</td>
                  <td>
                    {row.kind.replaceAll('_', ' ')}
                    {row.change !== null && <span className={styles.change}> {row.change}</span>}
                  </td>
                  <td className={styles.what}>
                    <span>{row.title ?? row.artifact ?? row.workItem ?? row.contributionId}</span>
                    {row.title !== null && (row.artifact !== null || row.workItem !== null) && (
                      <small>{[row.workItem, row.artifact].filter(part => part !== null).join(' · ')}</small>
                    )}
                  </td>
                  <td className={table.number}>{row.size === null ? '–' : formatCount(row.size)}</td>
                  <td className={styles.source} title={`${row.file}, line ${row.line}`}>
                    {row.file} <span>line {row.line}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Pager of="contributions" page={page} total={total} onPage={onPage} />
    </>
  )
}
