/** Problems grouped by kind, the frequent first. */
import table from '../components/Table.module.css'
import { formatCount } from '../format.ts'
import { SeverityMark } from './ProblemList.tsx'
import { problemWords } from './problem-words.ts'
import styles from './ReportScreen.module.css'
import type { ImportReport } from './answers.ts'

export function ProblemGroups({ groups }: { groups: ImportReport['problemCounts'] }) {
  if (groups.length === 0)
    return (
      <section>
        <h2>Problems</h2>
        <p className={styles.hint}>None: every row went in as it is.</p>
      </section>
    )
  return (
    <section>
      <h2>Problems by kind</h2>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Kind</th>
            <th scope="col">Column</th>
            <th scope="col">What happened</th>
            <th scope="col" className={table.number}>
              Rows
            </th>
          </tr>
        </thead>
        <tbody>
          {groups
            .toSorted((a, b) => b.count - a.count)
            .map(group => (
              <tr key={`${group.code} ${group.column ?? ''} ${group.severity}`}>
                <th scope="row">{problemWords(group.code)}</th>
                <td>{group.column ?? '–'}</td>
                <td>
                  <SeverityMark severity={group.severity} />
                </td>
                <td className={table.number}>{formatCount(group.count)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  )
}
