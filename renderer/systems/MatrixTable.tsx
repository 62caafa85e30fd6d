/** The matrix as a table: one row for each person and system that have met. */
import table from '../components/Table.module.css'
import { Unknown } from '../components/Unknown.tsx'
import { formatCount, formatShare } from '../format.ts'
import type { MatrixView } from './matrix-view.ts'
import styles from './MatrixTable.module.css'

export function MatrixTable({ view: { people, components, cells } }: { view: MatrixView }) {
  return (
    <div className={styles.wrap}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">System</th>
            <th scope="col">Person</th>
            <th scope="col" className={table.number}>
              Author of
            </th>
            <th scope="col" className={table.number}>
              Artifacts
            </th>
            <th scope="col" className={table.number}>
              Effort of 24 months
            </th>
          </tr>
        </thead>
        <tbody>
          {components.flatMap((component, column) =>
            people.flatMap(({ personId, name }, row) => {
              const cell = cells[row]?.[column]
              if (!cell) return []
              return [
                <tr key={`${component} ${personId}`}>
                  <th scope="row">{component}</th>
                  <td>{name}</td>
                  <td className={table.number}>
                    {cell.authored === null ? <Unknown because="No contribution names an artifact." /> : formatShare(cell.authored)}
                  </td>
                  <td className={table.number}>{formatCount(cell.artifacts)}</td>
                  <td className={table.number}>
                    {cell.effort === null ? <Unknown because="No effort is recorded." /> : formatShare(cell.effort)}
                  </td>
                </tr>,
              ]
            }),
          )}
        </tbody>
      </table>
    </div>
  )
}
