/** Systems and key people: the summary, the ranked list, and the system under the cursor beside it. */
import { useCallback, useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { Button } from '../components/Button.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { Waiting } from '../components/Waiting.tsx'
import { EVERY_SYSTEM, type SystemsQuery } from '../navigation/address.ts'
import { useCommands } from '../navigation/use-keyboard.ts'
import { ScreenFailure } from '../shell/ScreenFailure.tsx'
import { useStores } from '../stores.tsx'
import { FilterSentence } from './FilterSentence.tsx'
import { PeekPanel } from './PeekPanel.tsx'
import { SummaryStrip } from './SummaryStrip.tsx'
import { SystemsFrame } from './SystemsFrame.tsx'
import { SystemsList } from './SystemsList.tsx'
import styles from './SystemsScreen.module.css'
import { rowAt } from './systems-store.ts'
import type { SystemRow } from './answers.ts'

const ROW_HEIGHT = { comfortable: 32, compact: 28 } as const
/** A held J must not ask for every system it passes. */
const PEEK_AFTER_MS = 80

export function SystemsScreen({ query }: { query: SystemsQuery }) {
  const { systems, workspace, navigation, preferences } = useStores()
  const state = useStore(systems)
  const { dataVersion, workspace: open } = useStore(workspace)
  const density = useStore(preferences, looks => looks.preferences.density)
  const analysed = open?.analysis.status !== 'none'
  const { show, loadSummary, loadPeek, cursor, pages } = state

  useEffect(() => {
    if (analysed) void loadSummary()
  }, [analysed, loadSummary, dataVersion])
  useEffect(() => {
    if (analysed) void show(query)
  }, [analysed, show, query, dataVersion])

  const current = rowAt({ pages }, cursor)
  const peekOf = state.peekOpen ? current?.component : undefined
  useEffect(() => {
    if (peekOf === undefined) return undefined
    const timer = setTimeout(() => void loadPeek(peekOf), PEEK_AFTER_MS)
    return () => clearTimeout(timer)
  }, [peekOf, loadPeek, dataVersion])

  const openRow = useCallback(
    (row: SystemRow) => navigation.getState().go({ screen: 'system', component: row.component, query }),
    [navigation, query],
  )
  useListCommands(openRow)

  const change = (next: SystemsQuery, typing: boolean) => {
    const { go, replace } = navigation.getState()
    ;(typing ? replace : go)({ screen: 'systems', query: next })
  }
  const all = state.summary && Object.values(state.summary.verdicts).reduce((sum, count) => sum + count, 0)

  return (
    <SystemsFrame screen="systems" title="Systems and key people" query={query}>
      {state.summary && <SummaryStrip summary={state.summary} />}
      <FilterSentence query={query} shown={state.total} all={all} onChange={change} onLeave={focusList} />
      <ScreenFailure failure={state.failure} onRetry={() => void show(query)} />
      <div className={styles.split}>
        {state.total === null && !state.failure && <Waiting>Reading the list of systems</Waiting>}
        {state.total === 0 && (
          <EmptyState
            title="No system is like this"
            actions={<Button onPress={() => change(EVERY_SYSTEM, false)}>Show every system</Button>}
          >
            <p>Take a part of the sentence above away to see more.</p>
          </EmptyState>
        )}
        {state.total !== null && state.total > 0 && (
          <SystemsList
            total={state.total}
            rowAt={index => rowAt(state, index)}
            cursor={cursor}
            sort={state.query?.sort ?? query.sort}
            rowHeight={ROW_HEIGHT[density]}
            onNeed={state.need}
            onMove={state.moveTo}
            onOpen={openRow}
          />
        )}
        {state.peekOpen && state.total !== 0 && (
          <PeekPanel
            detail={state.peek?.row.component === current?.component || state.peek ? state.peek : null}
            width={state.peekWidth}
            onWidth={state.setPeekWidth}
            onClose={() => {
              state.setPeekOpen(false)
              focusList()
            }}
            onOpen={() => current && openRow(current)}
          />
        )}
      </div>
    </SystemsFrame>
  )
}

const focusList = () => document.querySelector<HTMLElement>('[role=grid] [role=row][tabindex="0"]')?.focus()

function useListCommands(openRow: (row: SystemRow) => void) {
  const { systems } = useStores()
  const list = useMemo(() => {
    const group = 'Systems'
    const move = (step: number) => {
      const { cursor, moveTo } = systems.getState()
      focusList()
      moveTo(cursor + step)
    }
    return [
      { id: 'filter', keys: '/', label: 'Filter by name', group, run: () => document.getElementById('filter-text')?.focus() },
      { id: 'down', keys: 'j', label: 'Next row', group, run: () => move(1) },
      { id: 'up', keys: 'k', label: 'Row before', group, run: () => move(-1) },
      {
        id: 'open',
        keys: 'Enter',
        label: 'Open the system',
        group,
        run: () => {
          const row = rowAt(systems.getState(), systems.getState().cursor)
          if (row) openRow(row)
        },
      },
      {
        id: 'peek',
        keys: 'Space',
        label: 'Peek beside the list',
        group,
        run: () => systems.getState().setPeekOpen(!systems.getState().peekOpen),
      },
    ]
  }, [systems, openRow])
  useCommands(list)
}
