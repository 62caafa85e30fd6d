/** The contributions behind a figure, below what it was opened from. */
import { X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { Button } from '../components/Button.tsx'
import { ContributionTable } from '../components/ContributionTable.tsx'
import { Waiting } from '../components/Waiting.tsx'
import { formatPlural } from '../format.ts'
import { ScreenFailure } from '../shell/ScreenFailure.tsx'
import { useStores } from '../stores.tsx'
import type { Figure } from './answers.ts'
import { figureTitle, partsOf } from './figures.ts'
import styles from './RowsBehind.module.css'

interface Props {
  figure: Figure
  /** The name of the leader it is a figure of. */
  who?: string
  onClose: () => void
}

export function RowsBehind({ figure, who = '', onClose }: Props) {
  const { figureRows, workspace } = useStores()
  const { evidence, failure, load, clear } = useStore(figureRows)
  const dataVersion = useStore(workspace, state => state.dataVersion)
  const heading = useRef<HTMLHeadingElement>(null)
  const key = partsOf(figure).join('\0')
  useEffect(() => {
    clear()
    void load(figure, 0)
    heading.current?.focus({ preventScroll: true })
    return clear
    // The key stands for the figure, which is parsed anew with each address.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [key, load, clear, dataVersion])
  return (
    <section className={styles.behind} aria-labelledby="behind-title" data-region="behind">
      <header>
        <h2 id="behind-title" ref={heading} tabIndex={-1} data-region-focus>
          {figureTitle(figure, who)}
        </h2>
        <p>{evidence !== null && `${formatPlural(evidence.total, 'contribution')}, newest first`}</p>
        <Button variant="quiet" onPress={onClose} keys="Esc" focusName="close-rows">
          <X size={14} aria-hidden="true" /> Close
        </Button>
      </header>
      <div className={styles.rows} data-scroll="behind">
        <ScreenFailure failure={failure} onRetry={() => void load(figure, 0)} />
        {evidence === null && failure === null && <Waiting>Reading the contributions</Waiting>}
        {evidence !== null && (
          <ContributionTable
            evidence={evidence}
            shows="both"
            none="No contribution is behind this figure: its hours are known from the calendar alone, or nothing was seen."
            of="contributions"
            label={figureTitle(figure, who)}
            onPage={page => void load(figure, page)}
          />
        )}
      </div>
    </section>
  )
}
