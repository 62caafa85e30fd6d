/** Problems with the line and column they stand on. Severity is a shape and a word, not only a colour. */
import { CircleAlert, CircleX, TriangleAlert } from 'lucide-react'
import table from '../components/Table.module.css'
import { formatCount } from '../format.ts'
import styles from './ProblemList.module.css'
import type { Inspection } from './answers.ts'

type Problem = Inspection['problems'][number]

const SEVERITY = {
  fatal: { word: 'Stops the file', Icon: CircleX },
  error: { word: 'Row left out', Icon: CircleAlert },
  warning: { word: 'Went in', Icon: TriangleAlert },
} as const

export function SeverityMark({ severity }: { severity: Problem['severity'] }) {
  const { word, Icon } = SEVERITY[severity]
  return (
    <span className={styles.severity}>
      <Icon size={14} aria-hidden="true" className={styles[severity]} />
      {word}
    </span>
  )
}

export function ProblemList({ problems }: { problems: readonly Problem[] }) {
  return (
    <table className={table.table}>
      <thead>
        <tr>
          <th scope="col" className={table.number}>
            Line
          </th>
          <th scope="col">Column</th>
          <th scope="col">What happened</th>
          <th scope="col">What is wrong and what to do</th>
        </tr>
      </thead>
      <tbody>
        {problems.map((problem, index) => (
          // Two problems may be alike in all they say.
          <tr key={`${index} ${problem.code}`}>
            <td className={table.number}>{problem.line === null ? 'file' : formatCount(problem.line)}</td>
            <td className={table.tight}>{problem.column ?? '–'}</td>
            <td>
              <SeverityMark severity={problem.severity} />
            </td>
            <td className={table.long}>{problem.message}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
