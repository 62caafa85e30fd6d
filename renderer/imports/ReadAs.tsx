/** How a file was read: its mark of identity, its dialect, and which column became which field. */
import { formatList } from '../format.ts'
import { dialectWords } from './dialect-words.ts'
import { placeOf } from './file-mapping.ts'
import { appliedWords } from './FixList.tsx'
import { fixWords } from './problem-groups.ts'
import styles from './ReadAs.module.css'
import type { ImportReport } from './answers.ts'

export function ReadAs({ report }: { report: ImportReport }) {
  const { columns, name, fixes = [] } = report.mapping
  const mapping = Object.entries(columns).filter(([, header]) => header !== '')
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
        {name !== undefined && (
          <>
            <dt>Profile</dt>
            <dd>{name}</dd>
          </>
        )}
        {fixes.length > 0 && (
          <>
            <dt>Fixes</dt>
            <dd>
              <ul>
                {fixes.map((fix, index) => (
                  <li key={placeOf(fix)}>
                    {fixWords(fix)} <span className={styles.quiet}>{appliedWords(report.fixesApplied[index] ?? null)}</span>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
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
