/** One flag: how much it rests on, its reasons down to their contributions, what speaks against it, what would change it, other routes. */
import { ChevronRight } from 'lucide-react'
import type { ReasonOpened } from '../navigation/address.ts'
import type { Flag, Reason } from '../people/answers.ts'
import { FlagMark } from '../people/FlagMark.tsx'
import { BAND_MEANING, PATTERN_WORDS } from '../people/patterns.ts'
import { ContributionTable } from '../components/ContributionTable.tsx'
import { coverageWords, reasonFigures, rowsWords, steadinessWords } from './flag-words.ts'
import styles from './FlagCard.module.css'
import { Points } from './Points.tsx'
import type { EvidencePage } from './profile-store.ts'

interface Props {
  flag: Flag
  /** The opened reason, where it is one of this flag. */
  opened: number | null
  evidence: EvidencePage | null
  onOpen: (behind: ReasonOpened | null) => void
  onPage: (page: number) => void
}

export function FlagCard({ flag, opened, evidence, onOpen, onPage }: Props) {
  return (
    <article className={styles.card} aria-labelledby={`flag-${flag.pattern}`}>
      <h3 id={`flag-${flag.pattern}`} className={styles.title}>
        <FlagMark pattern={flag.pattern} size={16} />
        <span className={styles.band} title={BAND_MEANING[flag.band]}>
          {flag.band}
        </span>
      </h3>
      <p className={styles.meaning}>{PATTERN_WORDS[flag.pattern].meaning}</p>
      <p className={styles.ground}>
        {steadinessWords(flag.steadiness)} · {coverageWords(flag.coverage)}
      </p>
      <ol className={styles.reasons}>
        {flag.reasons.map((reason, index) => (
          <ReasonItem
            key={reason.measure}
            reason={reason}
            behind={{ pattern: flag.pattern, reason: index }}
            evidence={opened === index ? evidence : null}
            isOpen={opened === index}
            onOpen={onOpen}
            onPage={onPage}
          />
        ))}
      </ol>
      <div className={styles.two}>
        <Points title="What speaks against it" points={flag.counter} none="Nothing in these files." />
        <Points title="What would change it" points={flag.wouldChange} none="Nothing is known that would." />
        <Points title="Other routes to talk about" points={flag.routes} none="None is offered." />
      </div>
    </article>
  )
}

interface ReasonProps {
  reason: Reason
  behind: ReasonOpened
  evidence: EvidencePage | null
  isOpen: boolean
  onOpen: Props['onOpen']
  onPage: Props['onPage']
}

function ReasonItem({ reason, behind, evidence, isOpen, onOpen, onPage }: ReasonProps) {
  const figures = reasonFigures(reason)
  const id = `behind-${behind.pattern}-${behind.reason}`
  return (
    <li>
      <div className={styles.reason}>
        <div>
          <p>{reason.words}</p>
          {figures !== null && <p className={styles.figures}>{figures}</p>}
        </div>
        {reason.rows === 0 ? (
          <span className={styles.noRows}>{rowsWords(0)}</span>
        ) : (
          <button
            type="button"
            className={styles.rows}
            aria-expanded={isOpen}
            aria-controls={id}
            data-focus={`reason:${behind.pattern}:${behind.reason}`}
            onClick={() => onOpen(isOpen ? null : behind)}
          >
            {rowsWords(reason.rows)}
            <span className="visually-hidden"> behind: {reason.words}</span>
            <ChevronRight size={14} aria-hidden="true" className={isOpen ? styles.open : undefined} />
          </button>
        )}
      </div>
      {isOpen && (
        <div id={id} className={styles.evidence}>
          {evidence && (
            <ContributionTable
              shows="system"
              none="None is on record: this rests on other files than contributions."
              evidence={evidence}
              of="contributions behind this reason"
              label="Contributions behind this reason"
              onPage={onPage}
            />
          )}
        </div>
      )}
    </li>
  )
}
