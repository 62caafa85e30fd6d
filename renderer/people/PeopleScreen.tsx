/** Everybody: the sentence that narrows them, facets, the table, and the person under the cursor beside it. */
import { useCallback, useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { Banner } from '../components/Banner.tsx'
import { Button } from '../components/Button.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { ScreenHeader } from '../components/ScreenHeader.tsx'
import { Waiting } from '../components/Waiting.tsx'
import { useCommands } from '../navigation/use-keyboard.ts'
import { NothingYet } from '../shell/NothingYet.tsx'
import { ScreenFailure } from '../shell/ScreenFailure.tsx'
import { useStores } from '../stores.tsx'
import { FacetRail } from './FacetRail.tsx'
import { withoutFilters, type PeopleQuery } from './people-query.ts'
import { personAt } from './people-store.ts'
import { PeopleSentence } from './PeopleSentence.tsx'
import styles from './PeopleScreen.module.css'
import { PeopleTable } from './PeopleTable.tsx'
import { PersonPeek } from './PersonPeek.tsx'

const ROW_HEIGHT = { comfortable: 32, compact: 28 } as const
/** A held J must not ask for every person it passes. */
const PEEK_AFTER_MS = 80

export function PeopleScreen({ query }: { query: PeopleQuery }) {
  const { people, workspace, navigation, preferences } = useStores()
  const state = useStore(people)
  const { dataVersion, workspace: open } = useStore(workspace)
  const density = useStore(preferences, looks => looks.preferences.density)
  const analysed = open?.analysis.status !== 'none'
  const { show, load, loadPeek, cursor, data, view } = state

  useEffect(() => show(query), [show, query])
  useEffect(() => {
    if (analysed) void load(dataVersion)
  }, [analysed, load, dataVersion])

  const current = personAt({ data, view }, cursor)
  const peekOf = state.peekOpen ? current : undefined
  useEffect(() => {
    if (peekOf === undefined) return undefined
    const timer = setTimeout(() => void loadPeek(peekOf), PEEK_AFTER_MS)
    return () => clearTimeout(timer)
  }, [peekOf, loadPeek, dataVersion])

  const openPerson = useCallback(
    (person: string | undefined) => person !== undefined && navigation.getState().go({ screen: 'person', person, behind: null, query }),
    [navigation, query],
  )
  const openRow = useCallback((row: number) => openPerson(data?.ids[row]), [openPerson, data])
  useTableCommands(openPerson)

  const change = (next: PeopleQuery, typing: boolean) => {
    const { go, replace } = navigation.getState()
    ;(typing ? replace : go)({ screen: 'people', query: next })
  }
  const shown = view?.order.length ?? null
  const outside = useMemo(() => data !== null && data.rows > 0 && data.inHris.every(known => known === 0), [data])

  return (
    <>
      <ScreenHeader title="People" hint="Flags are questions for a conversation, not verdicts." />
      {open && !analysed ? (
        <NothingYet workspace={open} title="Bring in a contributions file to see whose work goes where">
          <p>
            <b>contributions</b> (person, occurred_at, kind) is enough for everybody’s work mix. <b>people</b> adds names, units, titles and
            who is still here.
          </p>
          <p>
            <b>history</b> adds what a move did to hands-on work, <b>meetings</b> how much of the week coordination takes.
          </p>
        </NothingYet>
      ) : (
        <>
          <PeopleSentence
            query={query}
            shown={shown}
            all={data?.rows ?? null}
            facetsOpen={state.facetsOpen}
            onFacets={() => state.setFacetsOpen(!state.facetsOpen)}
            onChange={change}
            onLeave={focusTable}
          />
          <ScreenFailure failure={state.failure ?? state.peekFailure} onRetry={() => void load(dataVersion)} />
          {outside && (
            <Banner actions={<Button onPress={() => navigation.getState().go({ screen: 'imports' })}>Go to Imports</Button>}>
              Everybody here is known from contributions alone. A people file adds names, units, titles and who is still here.
            </Banner>
          )}
          <div className={styles.split}>
            {data === null && state.failure === null && <Waiting>Reading the table of people</Waiting>}
            {data && view && state.facetsOpen && (
              <FacetRail data={data} counts={view.counts} query={query} onChange={next => change(next, false)} />
            )}
            {shown === 0 && (
              <EmptyState
                title={data?.rows === 0 ? 'Nobody is in these files' : 'Nobody is like this'}
                actions={data?.rows !== 0 && <Button onPress={() => change(withoutFilters(query), false)}>Show everybody</Button>}
              >
                <p>
                  {data?.rows === 0
                    ? 'No import holds a person or a contribution.'
                    : 'Take a part of the sentence above away to see more people.'}
                </p>
              </EmptyState>
            )}
            {data && view && view.order.length > 0 && (
              <PeopleTable
                data={data}
                order={view.order}
                query={query}
                cursor={cursor}
                rowHeight={ROW_HEIGHT[density]}
                onMove={state.moveTo}
                onOpen={openRow}
                onSort={(sort, descending) => change({ ...query, sort, descending }, false)}
              />
            )}
            {state.peekOpen && shown !== 0 && (
              <PersonPeek
                profile={state.peek}
                width={state.peekWidth}
                onWidth={state.setPeekWidth}
                onClose={() => {
                  state.setPeekOpen(false)
                  focusTable()
                }}
                onOpen={() => openPerson(current)}
              />
            )}
          </div>
        </>
      )}
    </>
  )
}

const focusTable = () => document.querySelector<HTMLElement>('[role=grid] [role=row][tabindex="0"]')?.focus()

function useTableCommands(openPerson: (person: string | undefined) => void) {
  const { people } = useStores()
  const list = useMemo(() => {
    const group = 'People'
    const move = (step: number) => {
      const { cursor, moveTo } = people.getState()
      focusTable()
      moveTo(cursor + step)
    }
    const openCurrent = () => openPerson(personAt(people.getState(), people.getState().cursor))
    return [
      { id: 'filter', keys: '/', label: 'Filter by text', group, run: () => document.getElementById('filter-text')?.focus() },
      {
        id: 'facets',
        keys: 'f',
        label: 'Filters beside the table',
        group,
        run: () => people.getState().setFacetsOpen(!people.getState().facetsOpen),
      },
      { id: 'down', keys: 'j', label: 'Next row', group, run: () => move(1) },
      { id: 'up', keys: 'k', label: 'Row before', group, run: () => move(-1) },
      { id: 'open', keys: 'Enter', label: 'Open the profile', group, run: openCurrent },
      {
        id: 'peek',
        keys: 'Space',
        label: 'Peek beside the table',
        group,
        run: () => people.getState().setPeekOpen(!people.getState().peekOpen),
      },
    ]
  }, [people, openPerson])
  useCommands(list)
}
