/** What one file came to, as a sum. */
import { formatCount } from '../format.ts'
import styles from './ReportCounts.module.css'
import type { ImportReport } from './answers.ts'

export function ReportCounts({ report }: { report: ImportReport }) {
  const sides = [
    { sign: '', count: report.rows, label: 'rows in the file' },
    { sign: '=', count: report.accepted, label: 'accepted' },
    { sign: '+', count: report.rejected, label: 'rejected' },
    { sign: '+', count: report.duplicates, label: 'duplicates' },
  ]
  return (
    <section aria-label={`Counts of ${report.file}`} className={styles.counts}>
      {sides.map(({ sign, count, label }) => (
        <div key={label} className={styles.count}>
          {sign !== '' && <span className={styles.sign}>{sign}</span>}
          <p>
            <b>{formatCount(count)}</b>
            {label}
          </p>
        </div>
      ))}
      <p className={styles.warnings}>
        {formatCount(report.warnings)} {report.warnings === 1 ? 'warning' : 'warnings'} on rows that went in
      </p>
    </section>
  )
}
