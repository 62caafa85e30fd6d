/** How a file was read: its mark of identity, its dialect, and which column became which field. */
import { formatList } from '../format.ts'
import { dialectWords } from './files-view.ts'
import styles from './ReadAs.module.css'
import type { ImportReport } from './answers.ts'

export function ReadAs({ report }: { report: ImportReport }) {
  const mapping = Object.entries(report.columns)
  return (
    <section>
      <h2>How it was read</h2>
      <dl className={styles.facts}>
        <dt>File</dt>
        <dd>{dialectWords(report.dialect)}</dd>
        <dt>SHA-256</dt>
        <dd>
          <code>{report.sha256}</code>
        </dd>
        <dt>Columns</dt>
        <dd className={styles.mapping}>
          {mapping.map(([field, header]) => (
            <span key={field}>
              {field} {header !== field && <span className={styles.quiet}>from {header}</span>}
            </span>
          ))}
        </dd>
        {report.protectedColumns.length > 0 && (
          <>
            <dt>Protected</dt>
            <dd>
              {formatList(
                report.protectedColumns.map(
                  ({ header, treatment }) => `${header} (${treatment === 'quarantined' ? 'quarantined' : 'not stored'})`,
                ),
              )}
            </dd>
          </>
        )}
        {report.unknownColumns.length > 0 && (
          <>
            <dt>Not used</dt>
            <dd>{formatList(report.unknownColumns)}</dd>
          </>
        )}
      </dl>
    </section>
  )
}
