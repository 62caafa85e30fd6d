/** Columns that fill no field: those nobody reads, and those that are protected. */
import { ShieldCheck } from 'lucide-react'
import { formatPlural } from '../format.ts'
import styles from './LeftColumns.module.css'
import type { Inspection } from './answers.ts'

const TREATMENT = {
  quarantined: 'kept apart: only the fairness check reads it; never shown, never part of a score',
  not_stored: 'not stored at all',
} as const

export function LeftColumns({ file }: { file: Inspection }) {
  const { unknownColumns, protectedColumns } = file
  return (
    <div className={styles.columns}>
      {protectedColumns.length > 0 && (
        <section className={styles.protected}>
          <h2>
            <ShieldCheck size={16} aria-hidden="true" /> {formatPlural(protectedColumns.length, 'protected column')}
          </h2>
          <dl>
            {protectedColumns.map(({ header, treatment }) => (
              <div key={header}>
                <dt>{header}</dt>
                <dd>{TREATMENT[treatment]}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
      <section>
        <h2>{unknownColumns.length === 0 ? 'Every other column is read' : `${formatPlural(unknownColumns.length, 'column')} not read`}</h2>
        {unknownColumns.length > 0 && (
          <>
            <p className={styles.hint}>Nothing of them is stored. Choose one above where it fills a field of ours.</p>
            <ul className={styles.unread}>
              {unknownColumns.map(header => (
                <li key={header}>{header}</li>
              ))}
            </ul>
          </>
        )}
      </section>
    </div>
  )
}
