/** Data quality: who did the work, how far back it is known, what is missing, and what that costs; then column by column. */
import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { Button } from '../components/Button.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { ScreenHeader, type Crumb } from '../components/ScreenHeader.tsx'
import { Waiting } from '../components/Waiting.tsx'
import type { ColumnsShown } from '../navigation/address.ts'
import { useCommands } from '../navigation/use-keyboard.ts'
import { ScreenFailure } from '../shell/ScreenFailure.tsx'
import { useStores } from '../stores.tsx'
import type { Quality } from './answers.ts'
import { ColumnTable } from './ColumnTable.tsx'
import { FigureTable } from './FigureTable.tsx'
import { ManagersFound } from './ManagersFound.tsx'
import { QualityAnswers } from './QualityAnswers.tsx'
import styles from './QualityScreen.module.css'
import { SpanView } from './SpanView.tsx'
import { UnknownKinds } from './UnknownKinds.tsx'

const CRUMBS: readonly Crumb[] = [{ label: 'Imports', to: { screen: 'imports' } }]

export function QualityScreen({ show }: { show: ColumnsShown }) {
  const { quality: store, workspace, navigation } = useStores()
  const { quality, failure, load } = useStore(store)
  const { dataVersion, workspace: open } = useStore(workspace)
  const [asTable, setAsTable] = useState(false)
  const hasFiles = open !== null && open !== undefined && open.counts.liveImports > 0
  useEffect(() => {
    if (hasFiles) void load()
  }, [hasFiles, load, dataVersion])
  const list = useMemo(
    () => [{ id: 'table', keys: 't', label: 'Time line or table', group: 'Data quality', run: () => setAsTable(shown => !shown) }],
    [],
  )
  useCommands(list)

  return (
    <>
      <ScreenHeader title="Data quality" crumbs={CRUMBS} hint="What every figure rests on" />
      {open && !hasFiles ? (
        <EmptyState
          title="Bring in files to see how good they are"
          actions={
            <Button variant="primary" onPress={() => navigation.getState().go({ screen: 'imports' })} keys="G I">
              Go to Imports
            </Button>
          }
        >
          <p>Nothing is imported, so there is nothing to judge. Begin with contributions: every other file makes the figures stronger.</p>
        </EmptyState>
      ) : (
        <div className={styles.scroll} data-scroll="quality">
          <ScreenFailure failure={failure} onRetry={() => void load()} />
          {!quality && !failure && <Waiting>Reading how good the data is</Waiting>}
          {quality && open && (
            <Sections
              quality={quality}
              isAnalysed={open.analysis.status !== 'none'}
              isCurrent={open.analysis.status === 'current'}
              asOf={open.analysis.asOf}
              show={show}
              asTable={asTable}
              onTable={() => setAsTable(!asTable)}
              // In place: the focus stays on the filter, and Back leaves the screen.
              onShow={next => navigation.getState().replace({ screen: 'quality', show: next })}
            />
          )}
        </div>
      )}
    </>
  )
}

function goToColumns() {
  const heading = document.getElementById('quality-columns')
  heading?.scrollIntoView({ block: 'start' })
  heading?.focus({ preventScroll: true })
}

interface SectionsProps {
  quality: Quality
  isAnalysed: boolean
  isCurrent: boolean
  asOf: string | null
  show: ColumnsShown
  asTable: boolean
  onTable: () => void
  onShow: (show: ColumnsShown) => void
}

function Sections({ quality, isAnalysed, isCurrent, asOf, show, asTable, onTable, onShow }: SectionsProps) {
  return (
    <div className={styles.page}>
      <QualityAnswers
        quality={quality}
        isAnalysed={isAnalysed}
        isCurrent={isCurrent}
        onMissing={() => {
          onShow('missing')
          goToColumns()
        }}
      />
      <SpanView spans={quality.spans} asOf={asOf} isCurrent={isCurrent} asTable={asTable} onToggle={onTable} />
      <ColumnTable columns={quality.columns} show={show} onShow={onShow} />
      <FigureTable figures={quality.figures} isAnalysed={isAnalysed} />
      <ManagersFound managers={quality.managers} isAnalysed={isAnalysed} />
      <UnknownKinds kinds={quality.unknownKinds} />
    </div>
  )
}
