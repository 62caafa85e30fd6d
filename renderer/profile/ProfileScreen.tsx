/** One person: why flagged, what speaks against it, their route, and every contribution it can be opened down to. */
import { useEffect, useMemo, useRef, useState, type Dispatch, type ReactNode, type SetStateAction } from 'react'
import { useStore } from 'zustand'
import { Button } from '../components/Button.tsx'
import { ScreenHeader, type Crumb } from '../components/ScreenHeader.tsx'
import { Waiting } from '../components/Waiting.tsx'
import { formatCount } from '../format.ts'
import type { ReasonOpened } from '../navigation/address.ts'
import { useCommands } from '../navigation/use-keyboard.ts'
import type { Profile } from '../people/answers.ts'
import type { PeopleQuery } from '../people/people-query.ts'
import { personAt } from '../people/people-store.ts'
import { ScreenFailure } from '../shell/ScreenFailure.tsx'
import { useStores } from '../stores.tsx'
import { ContributionTable } from '../components/ContributionTable.tsx'
import { FlagCard } from './FlagCard.tsx'
import { NotEnough } from './NotEnough.tsx'
import { ProfileFacts } from './ProfileFacts.tsx'
import styles from './ProfileScreen.module.css'
import { RouteView } from './RouteView.tsx'

interface Props {
  person: string
  behind: ReasonOpened | null
  query: PeopleQuery
}

export function ProfileScreen({ person, behind, query }: Props) {
  const { profile: store, workspace, navigation } = useStores()
  const state = useStore(store)
  const { load, showBehind } = state
  const { dataVersion } = useStore(workspace)
  const [asTable, setAsTable] = useState(false)
  useEffect(() => void load(person), [load, person, dataVersion])
  const opened = behind === null ? null : `${behind.pattern}.${behind.reason}`
  useEffect(() => void showBehind(behind, 0), [showBehind, person, opened]) // eslint-disable-line react-hooks/exhaustive-deps -- `opened` is `behind` by value
  const crumbs = useMemo<readonly Crumb[]>(() => [{ label: 'People', to: { screen: 'people', query } }], [query])
  useProfileCommands(person, query, setAsTable)

  const profile = state.person === person ? state.profile : null
  useReasonInSight(profile !== null, opened)
  const open = (next: ReasonOpened | null) => navigation.getState().replace({ screen: 'person', person, behind: next, query })
  const keeps = profile?.systems.some(system => system.keeps) ?? false
  return (
    <>
      <ScreenHeader
        title={profile?.name ?? person}
        crumbs={crumbs}
        hint={profile ? placeOf(profile) : undefined}
        actions={
          keeps && (
            <Button onPress={() => navigation.getState().go({ screen: 'leave', people: [person] })} focusName="simulate-person">
              Simulate leaving
            </Button>
          )
        }
      />
      <div className={styles.scroll} data-scroll="profile">
        <ScreenFailure failure={state.failure} onRetry={() => void load(person)} />
        {!profile && !state.failure && <Waiting>Reading the profile</Waiting>}
        {profile && (
          <div className={styles.page}>
            <div className={styles.main}>
              <Flags profile={profile}>
                {profile.person.flags.map(flag => (
                  <FlagCard
                    key={flag.pattern}
                    flag={flag}
                    opened={behind?.pattern === flag.pattern ? behind.reason : null}
                    evidence={state.behindEvidence}
                    onOpen={open}
                    onPage={page => void showBehind(behind, page)}
                  />
                ))}
              </Flags>
              <RouteView profile={profile} asTable={asTable} onToggle={() => setAsTable(!asTable)} />
              <NotEnough notEnough={profile.person.notEnough} />
              <section className={styles.panel} aria-labelledby="evidence">
                <h2 id="evidence" tabIndex={-1}>
                  Evidence <span className={styles.count}>{formatCount(profile.contributions)}</span>
                </h2>
                {state.evidence && (
                  <ContributionTable
                    shows="system"
                    none="None is on record: this rests on other files than contributions."
                    evidence={state.evidence}
                    of="contributions"
                    label="All contributions"
                    onPage={page => void state.showEvidence(page)}
                    byMonth
                  />
                )}
              </section>
            </div>
            <ProfileFacts profile={profile} />
          </div>
        )}
      </div>
    </>
  )
}

function placeOf({ person, manager }: Profile): string {
  const parts = [person.title, person.orgUnit?.replaceAll('/', ' / '), manager && `reports to ${manager.name}`].filter(Boolean)
  return parts.join(' · ') || 'known from contributions alone'
}

function Flags({ profile, children }: { profile: Profile; children: ReactNode }) {
  const { flags, notEnough, employed } = profile.person
  return (
    <section className={styles.flags} aria-labelledby="flags">
      <div className={styles.lead}>
        <h2 id="flags">{flags.length === 0 ? 'No pattern is flagged' : 'Why flagged'}</h2>
        <p>
          {flags.length > 0
            ? 'A question for a conversation, not a verdict. It describes work and systems, not the person.'
            : employed === false
              ? 'They are no longer here: only people who are here are looked at.'
              : notEnough.length > 0
                ? 'Some patterns could not be looked at; they are named below.'
                : 'The patterns this analysis looks at raise no question here.'}
        </p>
      </div>
      {children}
    </section>
  )
}

/** A reason opened from another screen comes into sight once its flag is there. */
function useReasonInSight(isThere: boolean, opened: string | null) {
  const first = useRef(opened)
  useEffect(() => {
    if (!isThere || first.current === null) return
    const [pattern, reason] = first.current.split('.')
    first.current = null
    document.querySelector(`[data-focus="reason:${pattern}:${reason}"]`)?.scrollIntoView({ block: 'center' })
  }, [isThere])
}

function toEvidence() {
  const heading = document.getElementById('evidence')
  heading?.scrollIntoView({ block: 'start' })
  heading?.focus({ preventScroll: true })
}

function useProfileCommands(person: string, query: PeopleQuery, setAsTable: Dispatch<SetStateAction<boolean>>) {
  const { people, navigation } = useStores()
  const list = useMemo(() => {
    const group = 'Profile'
    const step = (by: number) => {
      const { cursor, moveTo } = people.getState()
      const next = personAt(people.getState(), cursor + by)
      if (next === undefined || personAt(people.getState(), cursor) !== person) return
      moveTo(cursor + by)
      navigation.getState().replace({ screen: 'person', person: next, behind: null, query })
    }
    return [
      { id: 'previous', keys: '[', label: 'Person before them in the table', group, run: () => step(-1) },
      { id: 'next', keys: ']', label: 'Next person in the table', group, run: () => step(1) },
      { id: 'evidence', keys: 'e', label: 'To the evidence', group, run: toEvidence },
      { id: 'table', keys: 't', label: 'Route as drawing or table', group, run: () => setAsTable(shown => !shown) },
      { id: 'up', keys: 'Escape', label: 'Back', group, run: () => navigation.getState().back() },
    ]
  }, [people, navigation, person, query, setAsTable])
  useCommands(list)
}
