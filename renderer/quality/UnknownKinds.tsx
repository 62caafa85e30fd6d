/** Words in the kind column of contributions that nobody has placed: such work has no effort and no mode. */
import { ChevronRight } from 'lucide-react'
import { classes } from '../components/classes.ts'
import { Link } from '../components/Link.tsx'
import table from '../components/Table.module.css'
import { formatCount } from '../format.ts'
import type { Quality } from './answers.ts'
import styles from './QualityPanel.module.css'

export function UnknownKinds({ kinds }: { kinds: Quality['unknownKinds'] }) {
  if (kinds.length === 0) return null
  return (
    <section>
      <h2>Kinds of work that are not placed</h2>
      <p className={styles.lead}>
        These contributions are kept and count for nobody until somebody says what their kind means: import the file again and place the
        words in its columns.
      </p>
      <div className={classes(styles.panel, styles.narrow)}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">Kind, as the file has it</th>
              <th scope="col" className={table.number}>
                Contributions
              </th>
            </tr>
          </thead>
          <tbody>
            {kinds
              .toSorted((a, b) => b.contributions - a.contributions)
              .map(({ kind, contributions }) => (
                <tr key={kind}>
                  <th scope="row">{kind}</th>
                  <td className={table.number}>{formatCount(contributions)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </div>
      <Link to={{ screen: 'imports' }} className={styles.link} focusName="place-kinds">
        Go to Imports <ChevronRight size={12} aria-hidden="true" />
      </Link>
    </section>
  )
}
