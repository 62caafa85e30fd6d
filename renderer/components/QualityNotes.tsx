/** Which figures are missing or weaker than they could be: what is missing, and what that costs. */
import { ChevronRight } from 'lucide-react'
import { formatList, formatPlural, formatShare } from '../format.ts'
import { QUALITY } from '../navigation/address.ts'
import { Link } from './Link.tsx'
import styles from './QualityNotes.module.css'
import type { SystemsSummary } from '../systems/answers.ts'

export function QualityNotes({ notes }: { notes: SystemsSummary['quality'] }) {
  if (notes.length === 0) return null
  return (
    <details className={styles.notes}>
      <summary data-focus="quality">
        <ChevronRight size={14} aria-hidden="true" className={styles.arrow} />
        {formatPlural(notes.length, 'figure rests', 'figures rest')} on less than could be there
      </summary>
      <ul>
        {notes.map(note => (
          <li key={`${note.figure} ${note.cost}`}>
            <b>{note.figure}</b>
            <span>{note.cost}</span>
            <span className={styles.missing}>
              {note.missing.length > 0 && `Missing: ${formatList(note.missing)} · `}
              {formatShare(note.coverage)} of its inputs are there
            </span>
          </li>
        ))}
      </ul>
      <Link to={QUALITY} className={styles.more} focusName="quality-page">
        Data quality, column by column <ChevronRight size={12} aria-hidden="true" />
      </Link>
    </details>
  )
}
