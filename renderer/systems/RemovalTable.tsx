/** The removal curve as a table: its twin for reading. */
import { classes } from '../components/classes.ts'
import table from '../components/Table.module.css'
import { formatCount, formatShareExactly } from '../format.ts'
import type { RemovalCurve } from './removal-words.ts'

interface Props {
  curve: RemovalCurve
  line: number
  nameOf: (id: string) => string
}

export function RemovalTable({ curve, line, nameOf }: Props) {
  const start = curve.coverage[0]
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col" className={table.number}>
            Step
          </th>
          <th scope="col">Taken off</th>
          <th scope="col" className={table.number}>
            Artifacts with an author left
          </th>
          <th scope="col">The line</th>
        </tr>
      </thead>
      <tbody>
        {start !== undefined && (
          <tr>
            <td className={table.number}>0</td>
            <td className={table.quiet}>nobody</td>
            <td className={table.number}>{formatShareExactly(start)}</td>
            <td>{start < line ? 'below' : 'above'}</td>
          </tr>
        )}
        {curve.removed.map((id, index) => {
          const coverage = curve.coverage[index + 1] ?? 0
          return (
            <tr key={id}>
              <td className={table.number}>{formatCount(index + 1)}</td>
              <th scope="row">{nameOf(id)}</th>
              <td className={table.number}>{formatShareExactly(coverage)}</td>
              <td className={classes(coverage >= line && table.quiet)}>{coverage < line ? 'below' : 'above'}</td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
