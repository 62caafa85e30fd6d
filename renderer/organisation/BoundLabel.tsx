/** What binds a unit, as shape and word: two circles apart for communication, filled bars for work. */
import { BOUND_MEANING, BOUND_WORDS, type BoundMark } from './unit-words.ts'
import styles from './BoundLabel.module.css'

export function BoundLabel({ mark }: { mark: BoundMark }) {
  return (
    <span className={styles.label} title={BOUND_MEANING[mark]}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true">
        {shapeOf(mark)}
      </svg>
      {BOUND_WORDS[mark]}
    </span>
  )
}

function shapeOf(mark: BoundMark) {
  switch (mark) {
    case 'communication':
      return (
        <path
          d="M2.6 3.6a2 2 0 1 0 0 4.8 2 2 0 1 0 0-4.8ZM9.4 3.6a2 2 0 1 0 0 4.8 2 2 0 1 0 0-4.8ZM5 6h2"
          stroke="currentColor"
          fill="none"
          strokeWidth="1.3"
        />
      )
    case 'compute':
      return <path d="M1 7h2.6v4H1ZM4.7 4h2.6v7H4.7ZM8.4 1H11v10H8.4Z" fill="currentColor" />
    case 'undecided':
      return <path d="M1 6h10M3.5 3.5 1 6l2.5 2.5M8.5 3.5 11 6 8.5 8.5" stroke="currentColor" fill="none" strokeWidth="1.3" />
    case 'unknown':
      return <circle cx="6" cy="6" r="4.6" stroke="currentColor" strokeWidth="1.5" strokeDasharray="2.4 1.7" fill="none" />
  }
}
