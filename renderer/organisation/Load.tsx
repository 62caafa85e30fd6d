/** A figure with a short bar against the highest in sight; what is unknown is dotted and says why. */
import { Unknown } from '../components/Unknown.tsx'
import styles from './Load.module.css'

interface Props {
  value: number | null
  /** What the whole bar stands for. */
  most: number
  format: (value: number) => string
  unknownBecause: string
}

export function Load({ value, most, format, unknownBecause }: Props) {
  if (value === null) return <Unknown because={unknownBecause} />
  return (
    <span className={styles.load}>
      <span className={styles.figure}>{format(value)}</span>
      <span className={styles.track} aria-hidden="true">
        <span className={styles.fill} style={{ inlineSize: `${most > 0 ? Math.min(100, (value / most) * 100) : 0}%` }} />
      </span>
    </span>
  )
}
