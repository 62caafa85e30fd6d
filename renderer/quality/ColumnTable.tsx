/** Every column the method can use: whether it is there, how much of it is filled, what reads it, and what its lack costs. */
import { Check, ChevronRight, Minus } from 'lucide-react'
import { Button } from '../components/Button.tsx'
import { classes } from '../components/classes.ts'
import { Link } from '../components/Link.tsx'
import { ShareBar } from '../components/ShareBar.tsx'
import table from '../components/Table.module.css'
import { formatCount, formatPlural } from '../format.ts'
import { kindName } from '../imports/kind-words.ts'
import { COLUMNS_SHOWN, type ColumnsShown } from '../navigation/address.ts'
import type { QualityColumn } from './answers.ts'
import styles from './ColumnTable.module.css'
import { columnsByKind, countShown, isShown, type ColumnsOfKind } from './missing-inputs.ts'

interface Props {
  columns: readonly QualityColumn[]
  show: ColumnsShown
  onShow: (show: ColumnsShown) => void
}

const SHOWN_LABEL: Readonly<Record<ColumnsShown, string>> = { all: 'All', missing: 'Missing', partly: 'Partly blank' }

export function ColumnTable({ columns, show, onShow }: Props) {
  const shown = countShown(columns, show)
  return (
    <section>
      <div className={styles.head}>
        <h2 id="quality-columns" tabIndex={-1}>
          Column by column
        </h2>
        <div className={styles.filter} role="group" aria-label="Columns shown">
          {COLUMNS_SHOWN.map(each => (
            <Button key={each} variant="quiet" pressed={each === show} onPress={() => onShow(each)} focusName={`columns:${each}`}>
              {SHOWN_LABEL[each]} <span className={styles.count}>{formatCount(countShown(columns, each))}</span>
            </Button>
          ))}
        </div>
        <span role="status" className="visually-hidden">
          {formatPlural(shown, 'column')} shown
        </span>
      </div>
      {shown === 0 ? (
        <p className={styles.none}>{show === 'missing' ? 'No column is missing.' : 'Every column that is there is filled in every row.'}</p>
      ) : (
        <div className={styles.panel}>
          <table className={classes(table.table, styles.table)} aria-labelledby="quality-columns">
            <thead>
              <tr>
                <th scope="col">Column</th>
                <th scope="col">In the files</th>
                <th scope="col">Filled</th>
                <th scope="col">Figures that read it</th>
                <th scope="col">What is lost without it</th>
              </tr>
            </thead>
            {columnsByKind(columns).map(group => (
              <Kind key={group.kind} group={group} show={show} />
            ))}
          </table>
        </div>
      )}
    </section>
  )
}

function Kind({ group: { kind, isThere, columns }, show }: { group: ColumnsOfKind; show: ColumnsShown }) {
  const shown = columns.filter(column => isShown(column, show))
  if (shown.length === 0) return null
  const present = columns.filter(column => column.present)
  return (
    <tbody>
      <tr className={styles.kind}>
        <th scope="rowgroup" colSpan={5}>
          <span>
            <b>{kindName(kind)}</b>
            <span className={styles.quiet}>
              {isThere ? `${formatCount(present.length)} of ${formatPlural(columns.length, 'column')} there` : 'no file imported'}
            </span>
            {present.length < columns.length && (
              <Link to={{ screen: 'imports' }} focusName={`import:${kind}`} label={`${importWords(isThere)}: ${kindName(kind)}`}>
                {importWords(isThere)} <ChevronRight size={12} aria-hidden="true" />
              </Link>
            )}
          </span>
        </th>
      </tr>
      {shown.map(column => (
        <tr key={column.column}>
          <th scope="row">
            {column.column}
            {column.must && <span className={styles.must}>must</span>}
          </th>
          <td className={table.tight}>
            <Presence isPresent={column.present} costs={column.cost !== null} />
          </td>
          <td className={table.tight}>
            <Filled column={column} />
          </td>
          <td className={styles.feeds}>{column.feeds.length === 0 ? 'none' : column.feeds.join(', ')}</td>
          <td className={styles.cost}>{column.cost ?? <span className={table.quiet}>–</span>}</td>
        </tr>
      ))}
    </tbody>
  )
}

const importWords = (isThere: boolean) => (isThere ? 'Import it again with more columns' : 'Import one')

function Presence({ isPresent, costs }: { isPresent: boolean; costs: boolean }) {
  const Icon = isPresent ? Check : Minus
  return (
    <span className={classes(styles.presence, !isPresent && costs && styles.costly)}>
      <Icon size={14} aria-hidden="true" /> {isPresent ? 'there' : 'missing'}
    </span>
  )
}

function Filled({ column: { present, filled, rows } }: { column: QualityColumn }) {
  if (!present) return <span className={table.quiet}>–</span>
  return (
    <span className={styles.filled}>
      <ShareBar share={filled} unknownBecause="No row of it was read." />
      {filled !== null && <span className={styles.quiet}>of {formatPlural(rows, 'row')}</span>}
    </span>
  )
}
