/** Contributions, newest first, each with the file and line it came from; pages of 100. */
import { Fragment } from 'react'
import { formatCount, formatDate, formatMonth } from '../format.ts'
import { EVERY_SYSTEM } from '../navigation/address.ts'
import type { EvidenceRow } from '../people/answers.ts'
import { classes } from './classes.ts'
import styles from './ContributionTable.module.css'
import { Link } from './Link.tsx'
import { Pager } from './Pager.tsx'
import table from './Table.module.css'

interface Props {
  evidence: { readonly rows: readonly EvidenceRow[]; readonly total: number; readonly page: number }
  /** Whose they are where they are of one system, else the system; both where they are of several people and systems. */
  shows: 'person' | 'system' | 'both'
  /** Said where there is none. */
  none: string
  /** What is paged, for the names of the buttons. */
  of: string
  label: string
  onPage: (page: number) => void
  /** A line for each month, as on a timeline. */
  byMonth?: boolean
}

export function ContributionTable({ evidence: { rows, total, page }, shows, none, of, label, onPage, byMonth = false }: Props) {
  if (rows.length === 0) return <p className={styles.none}>{none}</p>
  return (
    <>
      <div className={table.wrap} tabIndex={0} role="group" aria-label={`${label}, scrolls sideways`}>
        <table className={classes(table.table, styles.table)} aria-label={label}>
          <thead>
            <tr>
              <th scope="col">Date</th>
              {shows !== 'system' && <th scope="col">Person</th>}
              <th scope="col">Kind</th>
              <th scope="col">What</th>
              {shows !== 'person' && <th scope="col">System</th>}
              <th scope="col" className={table.number}>
                Size
              </th>
              <th scope="col">File and line</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => {
              const month = row.date.slice(0, 7)
              const isNew = byMonth && rows[index - 1]?.date.slice(0, 7) !== month
              return (
                <Fragment key={row.contributionId}>
                  {isNew && (
                    <tr>
                      <th colSpan={6} scope="colgroup" className={styles.month}>
                        {formatMonth(month)}
                      </th>
                    </tr>
                  )}
                  <Contribution row={row} shows={shows} />
                </Fragment>
              )
            })}
          </tbody>
        </table>
      </div>
      <Pager of={of} page={page} total={total} onPage={onPage} />
    </>
  )
}

function Contribution({ row, shows }: { row: EvidenceRow } & Pick<Props, 'shows'>) {
  const head = row.title ?? row.artifact ?? row.workItem ?? row.contributionId
  const below = row.title === null ? [] : [row.workItem, row.artifact].filter(part => part !== null)
  return (
    <tr>
      <td className={table.tight}>{formatDate(row.date)}</td>
      {shows !== 'system' && <td>{row.person}</td>}
      <td className={styles.kind}>
        {row.kind.replaceAll('_', ' ')}
        {row.change !== null && <small>{row.change}</small>}
      </td>
      <td className={styles.what}>
        <span>{head}</span>
        {below.length > 0 && <small>{below.join(' · ')}</small>}
      </td>
      {shows !== 'person' && (
        <td className={styles.system}>
          {row.component === null ? (
            <span className={styles.change}>–</span>
          ) : (
            <Link to={{ screen: 'system', component: row.component, query: EVERY_SYSTEM }} focusName={`evidence:${row.contributionId}`}>
              {row.component}
            </Link>
          )}
        </td>
      )}
      <td className={table.number}>{row.size === null ? '–' : formatCount(row.size)}</td>
      <td className={styles.source}>
        <span>line {row.line}</span> {row.file}
      </td>
    </tr>
  )
}
