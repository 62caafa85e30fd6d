/** The system under the cursor, beside the list: enough to decide whether to open it. */
import { X } from 'lucide-react'
import { Button } from '../components/Button.tsx'
import { PeekFrame } from '../components/PeekFrame.tsx'
import { ShareBar } from '../components/ShareBar.tsx'
import { VerdictMark } from '../components/VerdictMark.tsx'
import { formatDate, formatPlural } from '../format.ts'
import styles from './PeekPanel.module.css'
import { Criticality } from './SystemCells.tsx'
import { verdictOf } from './verdict.ts'
import { verdictSentence } from './verdict-sentence.ts'
import type { SystemDetail } from './answers.ts'

interface Props {
  detail: SystemDetail | null
  width: number
  onWidth: (width: number) => void
  onClose: () => void
  onOpen: () => void
}

export function PeekPanel({ detail, width, onWidth, onClose, onOpen }: Props) {
  return (
    <PeekFrame
      width={width}
      onWidth={onWidth}
      actions={
        <>
          <Button onPress={onOpen} keys="↵">
            Open
          </Button>
          <Button variant="quiet" onPress={onClose} keys="Space">
            <X size={14} aria-hidden="true" /> Close
          </Button>
        </>
      }
    >
      {detail && (
        <div className={styles.body} tabIndex={0} role="group" aria-label={`Peek at ${detail.row.component}`} data-region-focus>
          <div className={styles.head}>
            <h2>{detail.row.component}</h2>
            <p>
              {detail.row.ownerUnit ?? 'No owner unit named'} · criticality <Criticality row={detail.row} />
            </p>
          </div>
          <VerdictMark verdict={verdictOf(detail.row.keepers)} />
          <p>{verdictSentence(detail)}</p>
          <section>
            <h3>People who know it</h3>
            <ul className={styles.people}>
              {detail.entry.top.slice(0, 6).map(person => (
                <li key={person.personId}>
                  <span>{detail.names[person.personId] ?? person.personId}</span>
                  <ShareBar share={person.share} unknownBecause="" />
                </li>
              ))}
            </ul>
            {detail.entry.top.length === 0 && <p className={styles.quiet}>No author is known.</p>}
          </section>
          {detail.entry.counter.length > 0 && (
            <section>
              <h3>What speaks against it</h3>
              <ul className={styles.points}>
                {detail.entry.counter.map(point => (
                  <li key={point}>{point}</li>
                ))}
              </ul>
            </section>
          )}
          {detail.entry.wouldChange[0] !== undefined && (
            <section>
              <h3>What would change it</h3>
              <p>{detail.entry.wouldChange[0]}</p>
            </section>
          )}
          <p className={styles.quiet}>
            {formatPlural(detail.row.contributions, 'contribution')}
            {detail.row.lastChange !== null && `, the last on ${formatDate(detail.row.lastChange)}`}
          </p>
        </div>
      )}
    </PeekFrame>
  )
}
