/** When the records of each kind begin and end, as bars on one line of time or as a table. */
import { Table } from 'lucide-react'
import { Button } from '../components/Button.tsx'
import table from '../components/Table.module.css'
import { Unknown } from '../components/Unknown.tsx'
import { formatCount, formatDate } from '../format.ts'
import { kindName } from '../imports/kind-words.ts'
import type { Span } from './answers.ts'
import { datesWords, isDated, spanLength, undatedBecause } from './quality-words.ts'
import { spanLine } from './span-scale.ts'
import styles from './SpanView.module.css'

interface Props {
  spans: readonly Span[]
  /** The day of the snapshot; null before the first analysis. */
  asOf: string | null
  /** Whether the analysis has seen all that is imported. */
  isCurrent: boolean
  asTable: boolean
  onToggle: () => void
}

export function SpanView({ spans, asOf, isCurrent, asTable, onToggle }: Props) {
  const caption =
    asOf === null
      ? 'When the records of each kind begin and end.'
      : `When the records of each kind begin and end. The snapshot is of ${formatDate(asOf)}.`
  return (
    <section>
      <div className={styles.head}>
        <h2>From when to when</h2>
        <Button pressed={asTable} onPress={onToggle} keys="T" focusName="spans-table">
          <Table size={14} aria-hidden="true" /> As a table
        </Button>
      </div>
      <p className={styles.caption}>{caption}</p>
      <div className={styles.panel}>
        {asTable ? <SpanTable spans={spans} isCurrent={isCurrent} /> : <SpanBars spans={spans} isCurrent={isCurrent} />}
      </div>
    </section>
  )
}

function SpanBars({ spans, isCurrent }: Pick<Props, 'spans' | 'isCurrent'>) {
  const line = spanLine(spans)
  if (line === null && !spans.some(isDated)) return <p className={styles.none}>No dated records are imported.</p>
  return (
    <ul className={styles.lines}>
      <li className={styles.line} aria-hidden="true">
        <span className={styles.axis}>
          {line?.ticks.map(({ at, label }) => (
            <span key={at} className={styles.tick} style={{ insetInlineStart: `${at * 100}%` }}>
              {label}
            </span>
          ))}
        </span>
      </li>
      {spans.map((span, index) => {
        const bar = line?.bars[index] ?? null
        return (
          <li key={span.kind} className={styles.line}>
            <span className={styles.kind}>{kindName(span.kind)}</span>
            <span className={styles.track} aria-hidden="true">
              {line?.ticks.map(({ at }) => (
                <span key={at} className={styles.grid} style={{ insetInlineStart: `${at * 100}%` }} />
              ))}
              {bar !== null && (
                <span className={styles.bar} style={{ insetInlineStart: `${bar.from * 100}%`, inlineSize: `${bar.length * 100}%` }} />
              )}
            </span>
            <span className={styles.dates}>{datesWords(span, isCurrent)}</span>
          </li>
        )
      })}
    </ul>
  )
}

function SpanTable({ spans, isCurrent }: Pick<Props, 'spans' | 'isCurrent'>) {
  return (
    <table className={table.table}>
      <caption className="visually-hidden">When the records of each kind begin and end</caption>
      <thead>
        <tr>
          <th scope="col">Kind</th>
          <th scope="col">From</th>
          <th scope="col">To</th>
          <th scope="col">Length</th>
          <th scope="col" className={table.number}>
            Rows
          </th>
        </tr>
      </thead>
      <tbody>
        {spans.map(span => {
          const { kind, from, to, rows } = span
          const because = undatedBecause(span, isCurrent)
          return (
            <tr key={kind}>
              <th scope="row">{kindName(kind)}</th>
              <td>{from === null ? <Unknown because={because} /> : formatDate(from)}</td>
              <td>{to === null ? <Unknown because={because} /> : formatDate(to)}</td>
              <td>{from === null || to === null ? <Unknown because={because} /> : spanLength(from, to)}</td>
              <td className={table.number}>{formatCount(rows)}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
