/** The leave simulation: pick people, see what turns red, who could take over and what pairing would restore. */
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { EmptyState } from '../components/EmptyState.tsx'
import { EVERY_SYSTEM } from '../navigation/address.ts'
import { ScreenFailure } from '../shell/ScreenFailure.tsx'
import { useStores } from '../stores.tsx'
import { DepartureFigures } from './DepartureFigures.tsx'
import { DepartureList } from './DepartureList.tsx'
import styles from './LeaveScreen.module.css'
import { departureSentence } from './leave-words.ts'
import { PeoplePicker } from './PeoplePicker.tsx'
import { SystemsFrame } from './SystemsFrame.tsx'

export function LeaveScreen({ people }: { people: readonly string[] }) {
  const { leave, workspace, navigation } = useStores()
  const state = useStore(leave)
  const { simulate, departure } = state
  const { dataVersion, workspace: open } = useStore(workspace)
  const analysed = open?.analysis.status !== 'none'
  useEffect(() => {
    if (analysed) void simulate(people)
  }, [analysed, simulate, people, dataVersion])

  const show = (next: readonly string[]) => navigation.getState().replace({ screen: 'leave', people: next })
  const names = new Map([
    ...state.found.map(({ personId, name }) => [personId, name] as const),
    ...(departure?.leavers.map(({ personId, name }) => [personId, name] as const) ?? []),
  ])
  return (
    <SystemsFrame screen="leave" title="Leave simulation">
      <div className={styles.tools}>
        <PeoplePicker
          picked={people.map(personId => ({ personId, name: names.get(personId) ?? personId }))}
          found={state.found}
          foundTotal={state.foundTotal}
          onFind={text => void state.find(text)}
          onPick={personId => !people.includes(personId) && show([...people, personId])}
          onDrop={personId => show(people.filter(other => other !== personId))}
        />
      </div>
      <p role="status" className={styles.said}>
        {departure && !state.running ? departureSentence(departure) : ''}
      </p>
      <div className={styles.scroll} data-scroll="leave">
        <ScreenFailure failure={state.failure} onRetry={() => void simulate(people)} />
        {people.length === 0 && (
          <EmptyState title="Who might leave?">
            <p>Pick one or more people above, or mark them in the matrix. Nothing is saved, and nobody is told.</p>
            <p>You see which systems would be left with one person or none, who could take them over, and what pairing would restore.</p>
          </EmptyState>
        )}
        {departure && (
          <div className={styles.page}>
            <DepartureFigures departure={departure} />
            <DepartureList
              departure={departure}
              onOpen={component => navigation.getState().go({ screen: 'system', component, query: EVERY_SYSTEM })}
            />
          </div>
        )}
      </div>
    </SystemsFrame>
  )
}
