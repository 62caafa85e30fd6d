/** Flags of each pattern: as the result has them, and as they would be with the changes. */
import { ArrowRight } from 'lucide-react'
import { classes } from '../components/classes.ts'
import { formatCount } from '../format.ts'
import { FlagShape } from '../people/FlagMark.tsx'
import { PATTERN_WORDS } from '../people/patterns.ts'
import type { PatternCount, SettingCounts } from './answers.ts'
import { bandWords, changeOf, changeWords } from './count-words.ts'
import styles from './FlagCounts.module.css'

interface Props {
  counts: SettingCounts
  isChanged: boolean
}

export function FlagCounts({ counts, isChanged }: Props) {
  const waiting = counts.needRecalculation.length
  return (
    <section className={styles.counts} aria-labelledby="flag-counts">
      <h2 id="flag-counts">Flags</h2>
      <p className={styles.lead}>{isChanged ? 'Of the result, and with the values on the left' : 'Of the result that is shown'}</p>
      <ul aria-live="polite">
        {counts.patterns.map(count => (
          <li key={count.pattern}>
            <span className={styles.pattern}>
              <FlagShape pattern={count.pattern} />
              {PATTERN_WORDS[count.pattern].label}
            </span>
            <Change count={count} />
            <span className={styles.bands}>{bandWords(count.withChanges ?? count.inResult)}</span>
          </li>
        ))}
      </ul>
      {waiting > 0 && (
        <p className={styles.lead}>
          {waiting === 1 ? '1 changed setting is' : `${formatCount(waiting)} changed settings are`} not in these numbers: a new analysis
          counts with {waiting === 1 ? 'it' : 'them'}.
        </p>
      )}
    </section>
  )
}

/** `12 → 9`; one number where nothing changes. */
export function Change({ count, withLabel = false }: { count: PatternCount; withLabel?: boolean }) {
  const { now, after, otherBands } = changeOf(count)
  const differs = after !== now || otherBands
  return (
    <span className={classes(styles.change, differs && styles.differs)} title={changeWords(count)}>
      <span className="visually-hidden">{changeWords(count)}</span>
      <span aria-hidden="true">
        {withLabel && (
          <>
            <FlagShape pattern={count.pattern} size={10} /> {PATTERN_WORDS[count.pattern].label}{' '}
          </>
        )}
        {formatCount(now)}
        {differs && (
          <>
            {' '}
            <ArrowRight size={11} aria-hidden="true" /> {after === null ? 'unknown' : formatCount(after)}
            {otherBands && ' other bands'}
          </>
        )}
      </span>
    </span>
  )
}
