/** The system under the cursor, beside the list: enough to decide whether to open it. */
import { X } from 'lucide-react'
import { useRef } from 'react'
import { Button } from '../components/Button.tsx'
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

const KEY_STEP = 20

export function PeekPanel({ detail, width, onWidth, onClose, onOpen }: Props) {
  return (
    <aside className={styles.peek} style={{ inlineSize: width }} aria-label="Peek" data-region="peek">
      <Resizer width={width} onWidth={onWidth} />
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
      <div className={styles.actions}>
        <Button onPress={onOpen} keys="↵">
          Open
        </Button>
        <Button variant="quiet" onPress={onClose} keys="Space">
          <X size={14} aria-hidden="true" /> Close
        </Button>
      </div>
    </aside>
  )
}

function Resizer({ width, onWidth }: Pick<Props, 'width' | 'onWidth'>) {
  const start = useRef<{ x: number; width: number } | null>(null)
  return (
    <div
      role="separator"
      tabIndex={0}
      aria-label="Width of the side panel"
      aria-orientation="vertical"
      aria-valuenow={width}
      aria-valuemin={280}
      aria-valuemax={560}
      className={styles.resizer}
      onKeyDown={event => {
        if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
        event.preventDefault()
        onWidth(width + (event.key === 'ArrowLeft' ? KEY_STEP : -KEY_STEP))
      }}
      onPointerDown={event => {
        start.current = { x: event.clientX, width }
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={event => start.current && onWidth(start.current.width + start.current.x - event.clientX)}
      onPointerUp={() => (start.current = null)}
    />
  )
}
