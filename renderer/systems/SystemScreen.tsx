/** One system: the verdict and everything it can be opened down to. */
import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { Button } from '../components/Button.tsx'
import { ScreenHeader, type Crumb } from '../components/ScreenHeader.tsx'
import { Waiting } from '../components/Waiting.tsx'
import { formatCount } from '../format.ts'
import type { SystemsQuery } from '../navigation/address.ts'
import { useCommands } from '../navigation/use-keyboard.ts'
import { ScreenFailure } from '../shell/ScreenFailure.tsx'
import { useStores } from '../stores.tsx'
import { EvidenceTable } from './EvidenceTable.tsx'
import { RemovalView } from './RemovalView.tsx'
import { SystemFacts } from './SystemFacts.tsx'
import styles from './SystemScreen.module.css'
import { rowAt } from './systems-store.ts'
import { VerdictCard } from './VerdictCard.tsx'

export function SystemScreen({ component, query }: { component: string; query: SystemsQuery }) {
  const { detail, workspace, navigation, systems } = useStores()
  const state = useStore(detail)
  const { load } = state
  const { dataVersion } = useStore(workspace)
  const [asTable, setAsTable] = useState(false)
  useEffect(() => void load(component), [load, component, dataVersion])
  const crumbs = useMemo<readonly Crumb[]>(() => [{ label: 'Systems and key people', to: { screen: 'systems', query } }], [query])

  const list = useMemo(() => {
    const group = 'System'
    const step = (by: number) => {
      const list = systems.getState()
      const next = rowAt(list, list.cursor + by)
      if (!next || rowAt(list, list.cursor)?.component !== component) return
      list.moveTo(list.cursor + by)
      navigation.getState().replace({ screen: 'system', component: next.component, query })
    }
    return [
      { id: 'previous', keys: '[', label: 'System before it in the list', group, run: () => step(-1) },
      { id: 'next', keys: ']', label: 'Next system in the list', group, run: () => step(1) },
      { id: 'evidence', keys: 'e', label: 'To the evidence', group, run: () => document.getElementById('evidence')?.focus() },
      { id: 'table', keys: 't', label: 'Removal curve as drawing or table', group, run: () => setAsTable(shown => !shown) },
      { id: 'up', keys: 'Escape', label: 'Back', group, run: () => navigation.getState().back() },
    ]
  }, [systems, navigation, component, query])
  useCommands(list)

  const shown = state.component === component ? state.detail : null
  const keeper = shown?.row.keeper
  return (
    <>
      <ScreenHeader
        title={component}
        crumbs={crumbs}
        hint={shown?.row.ownerUnit ?? undefined}
        actions={
          keeper && (
            <Button onPress={() => navigation.getState().go({ screen: 'leave', people: [keeper.personId] })} focusName="simulate-keeper">
              Simulate {keeper.name} leaving
            </Button>
          )
        }
      />
      <div className={styles.scroll} data-scroll="system">
        <ScreenFailure failure={state.failure} onRetry={() => void load(component)} />
        {!shown && !state.failure && <Waiting>Reading the system</Waiting>}
        {shown && (
          <div className={styles.page}>
            <div className={styles.main}>
              <VerdictCard detail={shown} />
              {state.removal && (
                <section className={styles.panel}>
                  <h2>Removal curve</h2>
                  <RemovalView removal={state.removal} asTable={asTable} onToggle={() => setAsTable(!asTable)} size="short" />
                </section>
              )}
              <section className={styles.panel}>
                <h2 id="evidence" tabIndex={-1}>
                  Evidence <span className={styles.count}>{formatCount(state.evidenceTotal)}</span>
                </h2>
                {state.evidence && (
                  <EvidenceTable
                    rows={state.evidence}
                    total={state.evidenceTotal}
                    page={state.evidencePage}
                    person={state.evidencePerson}
                    people={shown.entry.top.map(({ personId }) => ({ personId, name: shown.names[personId] ?? personId }))}
                    onPerson={person => void state.showEvidence(person, 0)}
                    onPage={page => void state.showEvidence(state.evidencePerson, page)}
                  />
                )}
              </section>
            </div>
            <SystemFacts detail={shown} />
          </div>
        )}
      </div>
    </>
  )
}
