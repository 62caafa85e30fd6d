/** Hours of coordination: load-bearing solid, optional hatched, untold dotted, so that greyscale tells them apart. */
import { classes } from '../components/classes.ts'
import { formatCount } from '../format.ts'
import type { Tie } from './answers.ts'
import { TIES } from './figures.ts'
import styles from './HoursBar.module.css'
import { hoursSentence, totalOf, type Hours } from './unit-words.ts'

export function HoursBar({ hours }: { hours: Hours }) {
  const total = totalOf(hours)
  return (
    <span className={styles.hours} title={hoursSentence(hours)}>
      <span className={styles.track} aria-hidden="true">
        {TIES.map(tie => (
          <span key={tie} className={styles[tie]} style={{ inlineSize: `${(hours[tie] / total) * 100}%` }} />
        ))}
      </span>
      <span className={styles.figure} aria-hidden="true">
        {formatCount(total)} h
      </span>
      <span className="visually-hidden">{hoursSentence(hours)}</span>
    </span>
  )
}

export const TieSwatch = ({ tie }: { tie: Tie }) => <span className={classes(styles.swatch, styles[tie])} aria-hidden="true" />
