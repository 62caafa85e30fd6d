/** Routing: whose work goes where it should perhaps not go, each as a question with its reasons, its counter-evidence and other routes. */
import { useEffect, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import { ScreenHeader } from '../components/ScreenHeader.tsx'
import { Waiting } from '../components/Waiting.tsx'
import { formatCount } from '../format.ts'
import { personAddress } from '../navigation/address.ts'
import { useCommands } from '../navigation/use-keyboard.ts'
import type { Routing } from '../people/answers.ts'
import { FlagShape } from '../people/FlagMark.tsx'
import { NothingYet } from '../shell/NothingYet.tsx'
import { ScreenFailure } from '../shell/ScreenFailure.tsx'
import { useStores } from '../stores.tsx'
import { NotLookedAt } from './NotLookedAt.tsx'
import { RoutingCard } from './RoutingCard.tsx'
import { emptyWords, sectionsOf, type RoutingSection } from './routing-words.ts'
import styles from './RoutingScreen.module.css'

export function RoutingScreen() {
  const { routing: store, workspace } = useStores()
  const { routing, failure, load } = useStore(store)
  const { dataVersion, workspace: open } = useStore(workspace)
  const analysed = open?.analysis.status !== 'none'
  useEffect(() => {
    if (analysed) void load()
  }, [analysed, load, dataVersion])
  useEntryCommands()
  return (
    <>
      <ScreenHeader title="Routing" hint="Each of these is a question for a conversation, not a verdict." />
      {open && !analysed ? (
        <NothingYet workspace={open} title="Bring in files to see who is routed where">
          <p>
            <b>contributions</b> with work_item, and a <b>work_items</b> file, show who carries work across systems.
          </p>
          <p>
            <b>history</b> shows what a move did to it; <b>people</b> with planned_title and planned_date, which moves are about to be made.
          </p>
        </NothingYet>
      ) : (
        <div className={styles.scroll} data-scroll="routing">
          <ScreenFailure failure={failure} onRetry={() => void load()} />
          {!routing && !failure && <Waiting>Reading who is routed where</Waiting>}
          {routing && <Sections routing={routing} />}
        </div>
      )}
    </>
  )
}

function Sections({ routing }: { routing: Routing }) {
  const sections = sectionsOf(routing)
  return (
    <div className={styles.page}>
      <nav aria-label="Questions" className={styles.strip}>
        {sections.map(({ pattern, title, entries }) => (
          <button key={pattern} type="button" onClick={() => goTo(pattern)} data-focus={`question:${pattern}`}>
            <span className={styles.stripLabel}>
              <FlagShape pattern={pattern} /> {title}
            </span>
            <span className={styles.stripCount}>{formatCount(entries.length)}</span>
          </button>
        ))}
      </nav>
      {sections.map(section => (
        <Section key={section.pattern} section={section} notEnough={routing.notEnough} />
      ))}
      <NotLookedAt notEnough={routing.notEnough} />
    </div>
  )
}

function goTo(id: string) {
  const heading = document.getElementById(`question-${id}`)
  heading?.scrollIntoView({ block: 'start' })
  heading?.focus({ preventScroll: true })
}

const FIRST_ENTRIES = 20

function Section({ section, notEnough }: { section: RoutingSection; notEnough: Routing['notEnough'] }) {
  const { pattern, title, asks, entries } = section
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? entries : entries.slice(0, FIRST_ENTRIES)
  return (
    <section className={styles.section} aria-labelledby={`question-${pattern}`}>
      <h2 id={`question-${pattern}`} tabIndex={-1}>
        <FlagShape pattern={pattern} size={14} /> {title} <span>{formatCount(entries.length)}</span>
      </h2>
      <p className={styles.asks}>{asks}</p>
      {entries.length === 0 ? (
        <p className={styles.empty}>{emptyWords(pattern, notEnough)}</p>
      ) : (
        <ul className={styles.entries}>
          {shown.map(entry => (
            <RoutingCard key={entry.personId} entry={entry} />
          ))}
        </ul>
      )}
      {shown.length < entries.length && (
        <button type="button" className={styles.more} onClick={() => setWhole(true)} data-focus={`all:${pattern}`}>
          Show all {formatCount(entries.length)}
        </button>
      )}
    </section>
  )
}

/** J and K walk the entries of all sections; the focus is the cursor. */
function useEntryCommands() {
  const { navigation } = useStores()
  const list = useMemo(() => {
    const group = 'Routing'
    const entries = () => [...document.querySelectorAll<HTMLElement>('[data-entry]')]
    const current = () => document.activeElement?.closest<HTMLElement>('[data-entry]') ?? null
    const move = (step: number) => {
      const all = entries()
      const from = current()
      const target = from ? all[all.indexOf(from) + step] : all[0]
      target?.focus({ preventScroll: true })
      target?.scrollIntoView({ block: 'nearest' })
    }
    const open = () => {
      const person = current()?.dataset['entry']
      if (person !== undefined) navigation.getState().go(personAddress(person))
    }
    return [
      { id: 'down', keys: 'j', label: 'Next person', group, run: () => move(1) },
      { id: 'up', keys: 'k', label: 'Person before', group, run: () => move(-1) },
      { id: 'open', keys: 'Enter', label: 'Open the profile', group, run: open },
    ]
  }, [navigation])
  useCommands(list)
}
