/** The log of what was done in this workspace, and whether anybody changed it since. */
import { ShieldCheck, TriangleAlert } from 'lucide-react'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { Pager } from '../components/Pager.tsx'
import table from '../components/Table.module.css'
import { classes } from '../components/classes.ts'
import { Waiting } from '../components/Waiting.tsx'
import { formatCount, formatDateTime } from '../format.ts'
import { ScreenFailure } from '../shell/ScreenFailure.tsx'
import { useStores } from '../stores.tsx'
import { detailWords, entryKindWords, verdictWords } from './audit-words.ts'
import styles from './AuditView.module.css'

const HASH_SHOWN = 12

export function AuditView() {
  const { audit, workspace } = useStores()
  const { log, page, failure, load } = useStore(audit)
  const { dataVersion } = useStore(workspace)
  useEffect(() => void load(0), [load, dataVersion])
  if (!log) return failure ? <ScreenFailure failure={failure} onRetry={() => void load(page)} /> : <Waiting>Reading the audit log</Waiting>
  const Icon = log.intact ? ShieldCheck : TriangleAlert
  return (
    <div className={styles.page}>
      <ScreenFailure failure={failure} onRetry={() => void load(page)} />
      <p className={classes(styles.verdict, !log.intact && styles.broken)} role="status">
        <Icon size={16} aria-hidden="true" /> {verdictWords(log)}
      </p>
      <div className={styles.panel} tabIndex={0} role="group" aria-label="Audit log">
        <table className={table.table} aria-label="Audit log">
          <thead>
            <tr>
              <th scope="col" className={table.number}>
                Entry
              </th>
              <th scope="col">When</th>
              <th scope="col">What</th>
              <th scope="col">Details</th>
              <th scope="col">Fingerprint</th>
            </tr>
          </thead>
          <tbody>
            {log.rows.map(entry => (
              <tr key={entry.sequence} className={classes(entry.sequence === log.firstBroken && styles.brokenRow)}>
                <td className={table.number}>{formatCount(entry.sequence)}</td>
                <td className={table.tight}>
                  <time dateTime={entry.at}>{formatDateTime(entry.at)}</time>
                </td>
                <th scope="row" className={table.tight}>
                  {entryKindWords(entry.kind)}
                </th>
                <td className={table.long}>{detailWords(entry) ?? <span className={table.quiet}>none</span>}</td>
                <td className={styles.hash} title={entry.hash}>
                  {entry.hash.slice(0, HASH_SHOWN)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Pager of="entries" page={page} total={log.total} onPage={next => void load(next)} />
    </div>
  )
}
