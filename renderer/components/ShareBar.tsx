/** A share as a short bar with its figure; what is unknown is dotted and says so. */
import { formatShare } from '../format.ts'
import styles from './ShareBar.module.css'
import { Unknown } from './Unknown.tsx'

export function ShareBar({ share, unknownBecause }: { share: number | null; unknownBecause: string }) {
  if (share === null) return <Unknown because={unknownBecause} />
  return (
    <span className={styles.bar}>
      <span className={styles.track} aria-hidden="true">
        <span className={styles.fill} style={{ inlineSize: `${share * 100}%` }} />
      </span>
      <span className={styles.figure}>{formatShare(share)}</span>
    </span>
  )
}
