/** One list of rows that would change, each with its fields before and after. */
import { classes } from '../components/classes.ts'
import { Pager } from '../components/Pager.tsx'
import table from '../components/Table.module.css'
import { Waiting } from '../components/Waiting.tsx'
import { formatCount } from '../format.ts'
import styles from './ChangedRows.module.css'
import { CHANGES } from './change-words.ts'
import { kindName } from './kind-words.ts'
import type { Change, ChangedRow } from './answers.ts'
import type { ChangesShown } from './check-store.ts'

interface Props {
  change: Change
  /** How many rows the list counts; some kinds are counted only. */
  count: number
  /** Null while it is being read. */
  shown: ChangesShown | null
  onPage: (page: number) => void
}

export function ChangedRows({ change, count, shown, onPage }: Props) {
  const words = CHANGES.find(known => known.change === change)
  return (
    <section aria-label={`${words?.name ?? change}, row by row`}>
      <h3>{words?.name}</h3>
      <p className={styles.hint}>{words?.meaning}</p>
      {shown === null && <Waiting>Reading the list</Waiting>}
      {shown && shown.total < count && (
        <p className={styles.hint}>
          {formatCount(shown.total)} of {formatCount(count)} are listed: people, systems, work items and artifacts. Contributions, meetings
          and history are counted only.
        </p>
      )}
      {shown && shown.total > 0 && (
        <>
          <div className={styles.wrap} tabIndex={0} role="group" aria-label="Rows that change, scrolls sideways">
            <table className={classes(table.table, styles.rows)}>
              <thead>
                <tr>
                  <th scope="col">Who or what</th>
                  <th scope="col">Kind</th>
                  <th scope="col">Fields, before and after</th>
                </tr>
              </thead>
              <tbody>
                {shown.rows.map(row => (
                  <tr key={`${row.kind} ${row.key}`}>
                    <th scope="row" className={table.long}>
                      {row.name ?? row.key}
                      {row.name !== null && <small>{row.key}</small>}
                    </th>
                    <td className={table.tight}>{kindName(row.kind)}</td>
                    <td>
                      <Fields fields={row.fields} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <Pager of="changes" page={shown.page} total={shown.total} onPage={onPage} />
        </>
      )}
    </section>
  )
}

function Fields({ fields }: Pick<ChangedRow, 'fields'>) {
  if (fields.length === 0) return <span className={styles.none}>–</span>
  return (
    <ul className={styles.fields}>
      {fields.map(({ field, before, after }) => (
        <li key={field}>
          <span className={styles.field}>{field}</span>
          {before !== null && <del>{before}</del>}
          {before !== null && after !== null && <span aria-hidden="true">→</span>}
          {after === null ? <span className={styles.none}>nothing</span> : <ins>{after}</ins>}
        </li>
      ))}
    </ul>
  )
}
