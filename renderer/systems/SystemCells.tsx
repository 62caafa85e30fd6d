/** The columns of the list of systems, and the cells of one row. Narrow lists leave out columns from the right. */
import { ShareBar } from '../components/ShareBar.tsx'
import { Unknown } from '../components/Unknown.tsx'
import { VerdictMark } from '../components/VerdictMark.tsx'
import { classes } from '../components/classes.ts'
import { formatCount, formatDate, formatPlural } from '../format.ts'
import type { SystemsSort } from '../navigation/address.ts'
import styles from './SystemsList.module.css'
import { unknownBecause, verdictOf } from './verdict.ts'
import type { SystemRow } from './answers.ts'

interface Column {
  readonly name: 'system' | 'weight' | 'verdict' | 'keeper' | 'holds' | 'next' | 'factor' | 'artifacts' | 'changed'
  readonly label: string
  readonly number?: boolean
  readonly sort?: SystemsSort
  readonly direction?: 'ascending' | 'descending'
}

export const COLUMNS: readonly Column[] = [
  { name: 'system', label: 'System', sort: 'component', direction: 'ascending' },
  { name: 'verdict', label: 'Verdict', sort: 'risk', direction: 'descending' },
  { name: 'keeper', label: 'Keeper' },
  { name: 'holds', label: 'Holds' },
  { name: 'weight', label: 'Criticality', sort: 'criticality', direction: 'descending' },
  { name: 'next', label: 'Next in line' },
  { name: 'factor', label: 'Truck factor / ever', number: true, sort: 'currentTruckFactor', direction: 'ascending' },
  { name: 'artifacts', label: 'Artifacts', number: true },
  { name: 'changed', label: 'Last change', number: true, sort: 'lastChange', direction: 'descending' },
]

export function SystemCells({ row, onOpen }: { row: SystemRow; onOpen: () => void }) {
  return (
    <>
      <span role="gridcell" className={styles.system} title={row.component}>
        <button type="button" tabIndex={-1} className={styles.open} onClick={onOpen}>
          {row.component}
        </button>
      </span>
      <span role="gridcell" className={styles.verdict}>
        <VerdictMark verdict={verdictOf(row.keepers)} />
      </span>
      <span role="gridcell" className={styles.keeper} title={row.keeper?.name}>
        {row.keeper?.name ?? <span className={styles.none}>{row.keepers === null ? '' : '–'}</span>}
      </span>
      <span role="gridcell" className={styles.holds}>
        {row.keeper ? (
          <ShareBar share={row.keeper.hold} unknownBecause="" />
        ) : row.keepers === null ? (
          <Unknown because={unknownBecause(row)} />
        ) : (
          <span className={styles.none}>–</span>
        )}
      </span>
      <span role="gridcell" className={styles.weight}>
        <Criticality row={row} />
      </span>
      <span role="gridcell" className={styles.next}>
        <Next row={row} />
      </span>
      <span role="gridcell" className={classes(styles.factor, styles.number)}>
        <TruckFactor row={row} />
      </span>
      <span role="gridcell" className={classes(styles.artifacts, styles.number)}>
        {formatCount(row.artifacts)}
      </span>
      <span role="gridcell" className={classes(styles.changed, styles.number)}>
        {row.lastChange === null ? <Unknown because={unknownBecause(row)} /> : formatDate(row.lastChange)}
      </span>
    </>
  )
}

export function Criticality({ row }: { row: Pick<SystemRow, 'criticality' | 'criticalityAssumed' | 'matters'> }) {
  return (
    <>
      <span
        className={row.criticalityAssumed ? styles.assumed : undefined}
        title={row.criticalityAssumed ? 'Assumed: no components file says' : undefined}
      >
        {formatCount(row.criticality)}
        {row.criticalityAssumed && <span className="visually-hidden"> (assumed)</span>}
      </span>
      {row.matters && <span className={styles.matters}>matters</span>}
    </>
  )
}

function Next({ row: { second, keepers } }: { row: SystemRow }) {
  if (!second) return <span className={styles.none}>{keepers === 'one' || keepers === 'none' ? 'nobody yet' : '–'}</span>
  return (
    <>
      <span className={styles.nextName} title={second.name}>
        {second.name}
      </span>
      <span className={styles.quiet}>
        {second.furtherChanges === null ? '' : second.furtherChanges === 0 ? 'now' : `+${formatPlural(second.furtherChanges, 'change')}`}
      </span>
    </>
  )
}

function TruckFactor({ row }: { row: SystemRow }) {
  const near = row.nearLine === true ? 'Within 2 points of the 50 % line: one change may move it.' : undefined
  if (row.keepers === null && row.currentTruckFactor === null) return <Unknown because={unknownBecause(row)} />
  return (
    <span title={near}>
      {row.currentTruckFactor === null ? <Unknown because="No people file says who is still here." /> : formatCount(row.currentTruckFactor)}
      {near !== undefined && (
        <>
          <span aria-hidden="true" className={styles.quiet}>
            {' ±'}
          </span>
          <span className="visually-hidden"> {near}</span>
        </>
      )}
      {row.truckFactor !== null && <span className={styles.quiet}> / {formatCount(row.truckFactor)}</span>}
    </span>
  )
}
