/** Every row of every file is accounted for: rows = accepted + rejected + duplicates. */
import { Link } from '../components/Link.tsx'
import { classes } from '../components/classes.ts'
import table from '../components/Table.module.css'
import { formatCount } from '../format.ts'
import { kindName } from './kind-words.ts'
import styles from './RowSums.module.css'
import { totalsOf } from './steps.ts'
import type { CheckedFile } from './answers.ts'

export function RowSums({ files }: { files: readonly CheckedFile[] }) {
  const totals = totalsOf(files)
  return (
    <section>
      <h2>Rows of each file</h2>
      <div className={styles.wrap} tabIndex={0} role="group" aria-label="Rows of each file, scrolls sideways">
        <table className={classes(table.table, styles.sums)}>
          <thead>
            <tr>
              <th scope="col">File</th>
              <th scope="col">Kind</th>
              <th scope="col" className={table.number}>
                Rows
              </th>
              <th scope="col" className={table.number}>
                = go in
              </th>
              <th scope="col" className={table.number}>
                + stay out
              </th>
              <th scope="col" className={table.number}>
                + duplicates
              </th>
              <th scope="col" className={table.number}>
                Warnings
              </th>
            </tr>
          </thead>
          <tbody>
            {files.map(file => (
              <tr key={file.handle}>
                <th scope="row" className={table.long}>
                  {file.file}
                  {file.sameAs !== null && (
                    <small>
                      This very file is in already, read the same: <Link to={{ screen: 'import', import: file.sameAs }}>its report</Link>
                    </small>
                  )}
                </th>
                <td>{kindName(file.kind)}</td>
                <Counts {...file} />
              </tr>
            ))}
          </tbody>
          {files.length > 1 && (
            <tfoot>
              <tr>
                <th scope="row" colSpan={2}>
                  All files
                </th>
                <Counts {...totals} />
              </tr>
            </tfoot>
          )}
        </table>
      </div>
    </section>
  )
}

type CountsProps = Pick<CheckedFile, 'rows' | 'accepted' | 'rejected' | 'duplicates' | 'warnings'>

const Counts = ({ rows, accepted, rejected, duplicates, warnings }: CountsProps) => (
  <>
    <td className={table.number}>{formatCount(rows)}</td>
    <td className={table.number}>{formatCount(accepted)}</td>
    <td className={classes(table.number, rejected > 0 && styles.bad)}>{formatCount(rejected)}</td>
    <td className={table.number}>{formatCount(duplicates)}</td>
    <td className={table.number}>{formatCount(warnings)}</td>
  </>
)
