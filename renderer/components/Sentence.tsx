/** Filters and order of a list as chips that read as one sentence. */
import type { ReactNode } from 'react'
import styles from './Sentence.module.css'

export function Sentence({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.sentence} role="search" aria-label={label}>
      {children}
    </div>
  )
}

/** Words and what belongs to them stay on one line. */
export const SentencePart = ({ children }: { children: ReactNode }) => <span className={styles.part}>{children}</span>

interface NameBoxProps {
  /** The word of the sentence before it. */
  before: string
  label: string
  placeholder: string
  value: string
  onType: (text: string) => void
  /** Escape or Enter. */
  onLeave: () => void
}

export function NameBox({ before, label, placeholder, value, onType, onLeave }: NameBoxProps) {
  return (
    <label className={styles.name}>
      <span>{before}</span>
      <input
        id="filter-text"
        aria-label={label}
        placeholder={placeholder}
        maxLength={200}
        value={value}
        data-focus="filter-text"
        data-active={value !== '' || undefined}
        onChange={event => onType(event.target.value)}
        onKeyDown={event => {
          if (event.key === 'Escape' || event.key === 'Enter') onLeave()
        }}
      />
      <kbd aria-hidden="true">/</kbd>
    </label>
  )
}

/** How many there are; `children` stand beside it at the end of the line. */
export function SentenceEnd({ count, children }: { count: string | null; children?: ReactNode }) {
  return (
    <span className={styles.end}>
      <span role="status" className={styles.count}>
        {count}
      </span>
      {children}
    </span>
  )
}
