/** The patterns the records are too thin for, each with the columns that are missing. Thin evidence is no finding, either way. */
import { Link } from '../components/Link.tsx'
import type { PersonEntry } from '../people/answers.ts'
import { FlagShape } from '../people/FlagMark.tsx'
import { missingWords } from '../people/missing-words.ts'
import { PATTERN_WORDS } from '../people/patterns.ts'
import styles from './NotEnough.module.css'

export function NotEnough({ notEnough }: { notEnough: PersonEntry['notEnough'] }) {
  if (notEnough.length === 0) return null
  return (
    <section className={styles.panel} aria-labelledby="thin">
      <h2 id="thin">Not enough evidence</h2>
      <p className={styles.lead}>
        These patterns could not be looked at. That is no finding, neither for nor against.{' '}
        <Link to={{ screen: 'quality', show: 'missing' }}>Data quality</Link> says what each missing column costs,{' '}
        <Link to={{ screen: 'imports' }}>Imports</Link> takes the files.
      </p>
      <ul className={styles.list}>
        {notEnough.map(({ pattern, missing }) => (
          <li key={pattern}>
            <FlagShape pattern="thin" />
            <b>{PATTERN_WORDS[pattern].label}</b>
            <span>{missingWords(missing)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
