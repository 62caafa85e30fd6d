/** A verdict as shape, colour and label; the shape alone tells them apart in greyscale. */
import { VERDICT_LABEL, VERDICT_MEANING, type Verdict } from '../systems/verdict.ts'
import { classes } from './classes.ts'
import styles from './VerdictMark.module.css'

interface Props {
  verdict: Verdict
  /** Without its label the mark is decoration: say the verdict nearby. */
  withLabel?: boolean
  size?: number
}

export function VerdictMark({ verdict, withLabel = true, size = 12 }: Props) {
  return (
    <span className={styles.mark} title={withLabel ? VERDICT_MEANING[verdict] : undefined}>
      <svg className={classes(styles.shape, styles[verdict])} width={size} height={size} viewBox="0 0 12 12" aria-hidden="true">
        {shapeOf(verdict)}
      </svg>
      {withLabel && VERDICT_LABEL[verdict]}
    </span>
  )
}

function shapeOf(verdict: Verdict) {
  switch (verdict) {
    case 'one':
      return <path d="M6 0.5 11.5 6 6 11.5 0.5 6Z" fill="currentColor" />
    case 'none':
      return <path d="M2.2 2.2 9.8 9.8M9.8 2.2 2.2 9.8" stroke="currentColor" strokeWidth="2.6" fill="none" />
    case 'several':
      return (
        <path
          d="M4.4 3a3 3 0 1 0 0 6 3 3 0 1 0 0-6ZM7.6 3a3 3 0 1 0 0 6 3 3 0 1 0 0-6Z"
          stroke="currentColor"
          strokeWidth="1.3"
          fill="none"
        />
      )
    case 'unknown':
      return <circle cx="6" cy="6" r="4.6" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.4 1.7" fill="none" />
  }
}
