/** The first rows of a file under its headers, protected cells masked. */
import table from '../components/Table.module.css'
import styles from './FirstRows.module.css'
import { Masked } from './Masked.tsx'
import type { Inspection } from './answers.ts'

export function FirstRows({ file }: { file: Inspection }) {
  const isProtected = file.headers.map(header => file.protectedColumns.some(column => column.header === header))
  return (
    <div className={styles.rows} tabIndex={0} role="group" aria-label={`First rows of ${file.file}, scrolls sideways`}>
      <table className={table.table}>
        <thead>
          <tr>
            {file.headers.map((header, index) => (
              // Headers may repeat; their place tells them apart.
              <th key={index} scope="col">
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {file.sample.map((row, line) => (
            <tr key={line}>
              {file.headers.map((_, index) => (
                <td key={index} className={table.tight}>
                  {isProtected[index] ? <Masked /> : (row[index] ?? '')}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
