/** What is left when the people who know most leave one after the other, over all systems. */
import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { Waiting } from '../components/Waiting.tsx'
import { formatCount, formatShare } from '../format.ts'
import { useCommands } from '../navigation/use-keyboard.ts'
import { ScreenFailure } from '../shell/ScreenFailure.tsx'
import { useStores } from '../stores.tsx'
import { FactList } from './FactList.tsx'
import styles from './RemovalScreen.module.css'
import { RemovalView } from './RemovalView.tsx'
import { SystemsFrame } from './SystemsFrame.tsx'
import type { SystemsSummary } from './answers.ts'

export function RemovalScreen() {
  const { removal, systems, workspace } = useStores()
  const { removal: curve, failure, load } = useStore(removal)
  const { summary, loadSummary } = useStore(systems)
  const { dataVersion, workspace: open } = useStore(workspace)
  const analysed = open?.analysis.status !== 'none'
  const [asTable, setAsTable] = useState(false)
  useEffect(() => {
    if (!analysed) return
    void load()
    void loadSummary()
  }, [analysed, load, loadSummary, dataVersion])
  const list = useMemo(
    () => [{ id: 'table', keys: 't', label: 'Drawing or table', group: 'Removal curve', run: () => setAsTable(shown => !shown) }],
    [],
  )
  useCommands(list)

  return (
    <SystemsFrame screen="removal" title="Removal curve">
      <div className={styles.scroll} data-scroll="removal">
        <ScreenFailure failure={failure} onRetry={() => void load()} />
        {!curve && !failure && <Waiting>Reading the removal curve</Waiting>}
        {curve && (
          <div className={styles.page}>
            <section className={styles.panel}>
              <h2>Artifacts that still have an author, as people are taken off</h2>
              <RemovalView removal={curve} asTable={asTable} onToggle={() => setAsTable(!asTable)} size="tall" />
            </section>
            {summary && (
              <section className={styles.facts}>
                <h2>The figures behind it</h2>
                <WholeFacts whole={summary.whole} />
              </section>
            )}
          </div>
        )}
      </div>
    </SystemsFrame>
  )
}

function WholeFacts({ whole }: { whole: SystemsSummary['whole'] }) {
  const noPeople = 'No people file says who is still here.'
  return (
    <FactList
      facts={[
        {
          label: 'Truck factor now',
          value: whole.currentTruckFactor,
          format: formatCount,
          unknownBecause: noPeople,
          note: 'only people employed at the snapshot',
        },
        {
          label: 'Truck factor ever',
          value: whole.truckFactor,
          format: formatCount,
          unknownBecause: 'No author is known.',
          note: 'counts everyone, comparable with published values',
        },
        {
          label: 'Pruned',
          value: whole.prunedTruckFactor,
          format: formatCount,
          unknownBecause: 'No author is known.',
          note: "without authors of under a tenth of the first one's artifacts",
        },
        {
          label: 'Exactly one author',
          value: whole.singleAuthorRatio,
          format: formatShare,
          unknownBecause: 'No author is known.',
          note: `of ${formatCount(whole.artifacts)} artifacts`,
        },
        {
          label: 'At risk when a few leave',
          value: whole.knowledgeAtRisk?.quantile95 ?? null,
          format: formatShare,
          unknownBecause: 'No author is here.',
          note: whole.knowledgeAtRisk
            ? `in 19 of 20 random groups of ${formatCount(whole.knowledgeAtRisk.groupSize)}, no more than this is lost`
            : '',
        },
        {
          label: 'Scope',
          value: whole.scope.inScope,
          format: formatCount,
          unknownBecause: '',
          note:
            whole.scope.basis === 'artifacts file'
              ? `by the artifacts file; ${formatCount(whole.scope.outOfScope)} out of scope`
              : 'every artifact ever touched',
        },
      ]}
    />
  )
}
