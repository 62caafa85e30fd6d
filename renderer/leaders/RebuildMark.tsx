/** A verdict of the rebuild test as shape and word: full, half, and a dashed ring for no evidence. */
import type { RebuildVerdict } from './answers.ts'
import { REBUILD_MEANING, REBUILD_WORDS } from './leader-words.ts'
import styles from './RebuildMark.module.css'

export function RebuildMark({ verdict }: { verdict: RebuildVerdict }) {
  return (
    <span className={styles.mark} title={REBUILD_MEANING[verdict]}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        {shapeOf(verdict)}
      </svg>
      {REBUILD_WORDS[verdict]}
    </span>
  )
}

function shapeOf(verdict: RebuildVerdict) {
  switch (verdict) {
    case 'ready':
      return <circle cx="6" cy="6" r="5" fill="currentColor" />
    case 'rusty':
      return (
        <>
          <circle cx="6" cy="6" r="4.4" stroke="currentColor" strokeWidth="1.2" fill="none" />
          <path d="M6 1.6a4.4 4.4 0 0 0 0 8.8Z" fill="currentColor" />
        </>
      )
    case 'no evidence':
      return <circle cx="6" cy="6" r="4.6" stroke="currentColor" strokeWidth="1.3" strokeDasharray="2.4 1.7" fill="none" />
  }
}
