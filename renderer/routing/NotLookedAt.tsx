/** How many people could not be looked at, by pattern, what is missing, and which files would tell. */
import { Link } from '../components/Link.tsx'
import table from '../components/Table.module.css'
import { formatCount } from '../format.ts'
import type { Routing } from '../people/answers.ts'
import { FlagShape } from '../people/FlagMark.tsx'
import { missingWords } from '../people/missing-words.ts'
import { PATTERN_WORDS } from '../people/patterns.ts'
import styles from './NotLookedAt.module.css'

export function NotLookedAt({ notEnough }: { notEnough: Routing['notEnough'] }) {
  return (
    <section className={styles.panel} aria-labelledby="not-looked-at">
      <h2 id="not-looked-at">
        <FlagShape pattern="thin" size={14} /> Who could not be looked at
      </h2>
      {notEnough.length === 0 ? (
        <p>Nothing is named as missing.</p>
      ) : (
        <>
          <p>
            Not enough evidence is no finding, neither for nor against. These columns would tell more:{' '}
            <Link to={{ screen: 'quality', show: 'missing' }}>Data quality</Link> says what each of them costs.
          </p>
          <div className={table.wrap} tabIndex={0} role="group" aria-label="Who could not be looked at, scrolls sideways">
            <table className={table.table}>
              <thead>
                <tr>
                  <th scope="col">Pattern</th>
                  <th scope="col" className={table.number}>
                    People
                  </th>
                  <th scope="col">What is missing</th>
                  <th scope="col">What it is read from</th>
                </tr>
              </thead>
              <tbody>
                {notEnough.map(({ pattern, people, missing }) => (
                  <tr key={pattern}>
                    <th scope="row" className={table.tight}>
                      {PATTERN_WORDS[pattern].label}
                    </th>
                    <td className={table.number}>{formatCount(people)}</td>
                    <td>{missingWords(missing)}</td>
                    <td className={styles.reads}>{PATTERN_WORDS[pattern].readFrom}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  )
}
