/** People against systems: who is author of how much of what. Never without its table. */
import { Table } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { Button } from '../components/Button.tsx'
import { Choice } from '../components/Choice.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { Waiting } from '../components/Waiting.tsx'
import { formatCount, formatPlural } from '../format.ts'
import { EVERY_SYSTEM, SYSTEMS, type SystemsQuery } from '../navigation/address.ts'
import { useCommands } from '../navigation/use-keyboard.ts'
import { ScreenFailure } from '../shell/ScreenFailure.tsx'
import { useStores } from '../stores.tsx'
import { MatrixGrid } from './MatrixGrid.tsx'
import styles from './MatrixScreen.module.css'
import { MatrixTable } from './MatrixTable.tsx'
import { SystemsFrame } from './SystemsFrame.tsx'

const MEASURES = [
  { value: 'authored', label: 'authorship' },
  { value: 'effort', label: 'effort of 24 months' },
] as const

export function MatrixScreen({ query }: { query: SystemsQuery }) {
  const { matrix, workspace, navigation } = useStores()
  const state = useStore(matrix)
  const { load, view, systems, marked } = state
  const { dataVersion, workspace: open } = useStore(workspace)
  const analysed = open?.analysis.status !== 'none'
  useEffect(() => {
    if (analysed) void load(query)
  }, [analysed, load, query, dataVersion])

  const list = useMemo(() => {
    const group = 'Matrix'
    const simulate = () => navigation.getState().go({ screen: 'leave', people: matrix.getState().marked })
    return [
      { id: 'table', keys: 't', label: 'Matrix or table', group, run: () => matrix.getState().toggleTable() },
      { id: 'leave', keys: 'l', label: 'Simulate the marked people leaving', group, run: simulate },
    ]
  }, [matrix, navigation])
  useCommands(list)

  const filtered = query.verdict !== null || query.mattersOnly || query.text !== ''
  const go = navigation.getState().go
  return (
    <SystemsFrame screen="matrix" title="Matrix" query={query}>
      <div className={styles.tools}>
        <span>Shaded by</span>
        <Choice label="What the shade shows" options={MEASURES} value={state.measure} onChange={state.setMeasure} focusName="measure" />
        <Button pressed={state.asTable} onPress={state.toggleTable} keys="T" focusName="matrix-table">
          <Table size={14} aria-hidden="true" /> As a table
        </Button>
        {view && (
          <span className={styles.scope}>
            {state.total > systems.length
              ? `the first ${formatCount(systems.length)} of ${formatPlural(state.total, 'system')}, riskiest first`
              : formatPlural(state.total, 'system')}
            {filtered && ', filtered'}
          </span>
        )}
        {filtered && (
          <Button variant="quiet" onPress={() => go({ screen: 'matrix', query: EVERY_SYSTEM })}>
            Show every system
          </Button>
        )}
        <span className={styles.marked}>
          <span role="status">{marked.length > 0 && `${formatPlural(marked.length, 'person', 'people')} marked`}</span>
          {marked.length > 0 && (
            <Button variant="quiet" onPress={state.clearMarks}>
              Clear
            </Button>
          )}
          <Button
            variant={marked.length > 0 ? 'primary' : 'default'}
            keys="L"
            onPress={() => go({ screen: 'leave', people: marked })}
            disabledReason={marked.length === 0 ? 'Mark people first: X on a row, or press on a name.' : null}
            focusName="simulate-marked"
          >
            Simulate leaving
          </Button>
        </span>
      </div>
      <ScreenFailure failure={state.failure} onRetry={() => void load(query)} />
      {!view && !state.failure && <Waiting>Reading the matrix</Waiting>}
      {view && view.people.length === 0 && (
        <EmptyState title="Nobody to show" actions={<Button onPress={() => go(SYSTEMS)}>Back to the list</Button>}>
          <p>None of these systems has a contribution that changes something in it.</p>
        </EmptyState>
      )}
      {view && view.people.length > 0 && (
        <div
          className={styles.body}
          data-scroll="matrix"
          {...(state.asTable ? { tabIndex: 0, role: 'group', 'aria-label': 'Matrix as a table' } : {})}
        >
          {state.asTable ? (
            <MatrixTable view={view} />
          ) : (
            <MatrixGrid
              view={view}
              systems={systems}
              measure={state.measure}
              marked={marked}
              onMark={state.toggleMark}
              onOpen={component => go({ screen: 'system', component, query })}
            />
          )}
        </div>
      )}
    </SystemsFrame>
  )
}
