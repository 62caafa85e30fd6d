/** Identities: pairs who may be one person, those decided, and what was taken for a bot. */
import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { EmptyState } from '../components/EmptyState.tsx'
import { Link } from '../components/Link.tsx'
import { Pager } from '../components/Pager.tsx'
import { ScreenHeader, type Crumb } from '../components/ScreenHeader.tsx'
import { Waiting } from '../components/Waiting.tsx'
import { formatCount, formatPlural } from '../format.ts'
import { IDENTITY_LISTS, type IdentityList } from '../navigation/address.ts'
import { useCommands } from '../navigation/use-keyboard.ts'
import { NothingYet } from '../shell/NothingYet.tsx'
import { ScreenFailure } from '../shell/ScreenFailure.tsx'
import { useStores } from '../stores.tsx'
import type { IdentityCounts } from './answers.ts'
import { BotRow } from './BotRow.tsx'
import styles from './IdentitiesScreen.module.css'
import { noPairsWords, pairKey } from './identity-words.ts'
import { PairCard } from './PairCard.tsx'

const CRUMBS: readonly Crumb[] = [{ label: 'Imports', to: { screen: 'imports' } }]

export function IdentitiesScreen({ list }: { list: IdentityList }) {
  const { identities, workspace } = useStores()
  const { load, failure, counts, total, next } = useStore(identities)
  const { dataVersion, workspace: open } = useStore(workspace)
  const isAnalysed = open?.analysis.status !== 'none'
  useEffect(() => {
    const { list: former, page } = identities.getState()
    if (isAnalysed) void load(list, list === former ? page : 0)
  }, [isAnalysed, load, list, identities, dataVersion])
  useEffect(() => {
    if (next) focusEntry(next.key)
  }, [next])
  useDecisionCommands(list)

  return (
    <>
      <ScreenHeader
        title="Identities"
        crumbs={CRUMBS}
        hint="Who goes by two names, and what is no person"
        actions={<Tabs list={list} counts={isAnalysed ? counts : null} />}
      />
      {open && !isAnalysed ? (
        <NothingYet workspace={open} title="Bring in files to see who goes by two names">
          <p>
            <b>contributions</b> carry e-mails and logins. <b>people</b> says whose they are. Pairs that look alike are listed here for
            somebody to decide; nobody is joined by looks alone.
          </p>
        </NothingYet>
      ) : (
        <div className={styles.scroll} data-scroll={`identities:${list}`}>
          <ScreenFailure failure={failure} onRetry={() => void load(list, 0)} />
          {total === null && !failure && <Waiting>Reading who may be one person</Waiting>}
          {counts && total !== null && open && (
            <List total={total} counts={counts} contributions={open.counts.contributions} isAnalysing={open.job?.kind === 'analysis'} />
          )}
        </div>
      )}
    </>
  )
}

const TAB_LABEL: Readonly<Record<IdentityList, string>> = { open: 'To decide', decided: 'Decided', bots: 'Bots' }

function Tabs({ list, counts }: { list: IdentityList; counts: IdentityCounts | null }) {
  return (
    <nav aria-label="Lists of identities" className={styles.tabs}>
      {IDENTITY_LISTS.map(each => (
        <Link key={each} to={{ screen: 'identities', list: each }} current={each === list} focusName={`identities:${each}`}>
          {TAB_LABEL[each]} {counts && <span className={styles.count}>{formatCount(counts[each])}</span>}
        </Link>
      ))}
    </nav>
  )
}

interface ListProps {
  total: number
  counts: IdentityCounts
  contributions: number
  isAnalysing: boolean
}

function List({ total, counts, contributions, isAnalysing }: ListProps) {
  const { identities } = useStores()
  const { list, pairs, bots, page, busy, load, decide, decideBot, undo } = useStore(identities)
  const follows = isAnalysing
    ? 'The analysis is following the latest decisions; the figures change when it ends.'
    : 'The analysis follows each decision by itself. Every decision can be taken back.'
  return (
    <div className={styles.page}>
      <div className={total === 0 ? 'visually-hidden' : styles.intro}>
        <p>{INTRO[list]}</p>
        <p role="status">
          {list === 'bots'
            ? formatPlural(total, 'bot, or what looks like one', 'bots, or what looks like them')
            : `${formatPlural(total, 'pair')} ${list === 'open' ? 'to decide' : 'decided'}`}
          . {follows}
        </p>
      </div>
      {pairs.length > 0 && (
        <ul className={styles.entries}>
          {pairs.map(pair => (
            <PairCard
              key={pairKey(pair)}
              pair={pair}
              isBusy={busy !== null}
              onDecide={same => void decide(pair, same)}
              onUndo={decision => void undo(decision)}
            />
          ))}
        </ul>
      )}
      {bots.length > 0 && (
        <ul className={styles.entries}>
          {bots.map(bot => (
            <BotRow
              key={bot.key}
              bot={bot}
              isBusy={busy !== null}
              onDecide={isBot => void decideBot(bot, isBot)}
              onUndo={decision => void undo(decision)}
            />
          ))}
        </ul>
      )}
      {total === 0 && <Nothing list={list} counts={counts} contributions={contributions} />}
      <Pager of={list === 'bots' ? 'bots' : 'pairs'} page={page} total={total} onPage={to => void load(list, to)} />
    </div>
  )
}

const INTRO: Readonly<Record<IdentityList, string>> = {
  open: 'These pairs look alike. Whoever is said to be the same person gets the contributions of both; nobody is joined without a decision.',
  decided: 'What somebody said about pairs that look alike. It holds for every file that is imported later.',
  bots: 'Work of bots counts for nobody. Say so where one of them is a person, and the other way round.',
}

function Nothing({ list, counts, contributions }: { list: IdentityList } & Omit<ListProps, 'isAnalysing' | 'total'>) {
  switch (list) {
    case 'open':
      return (
        <EmptyState title="No pair to decide">
          <p>{noPairsWords(counts, contributions)}</p>
        </EmptyState>
      )
    case 'decided':
      return (
        <EmptyState title="Nothing is decided yet">
          <p>Pairs come here from the list of those to decide, each with a way to take the decision back.</p>
        </EmptyState>
      )
    case 'bots':
      return (
        <EmptyState title="No bot was found">
          <p>
            {contributions === 0
              ? 'Bots are found among those who contribute, and no contributions are imported.'
              : 'Nobody who contributes has the login of an automation, is marked [bot] or writes from an address nobody reads.'}
          </p>
        </EmptyState>
      )
  }
}

const entries = () => [...document.querySelectorAll<HTMLElement>('[data-entry]')]
const currentEntry = () => document.activeElement?.closest<HTMLElement>('[data-entry]') ?? null

function focusEntry(key: string | null) {
  const target = entries().find(entry => entry.dataset['entry'] === key) ?? document.querySelector<HTMLElement>('main h1')
  target?.focus({ preventScroll: true })
  target?.scrollIntoView({ block: 'nearest' })
}

/** J and K walk the list; the focus is the cursor. A key that decides without a cursor only sets it. */
function useDecisionCommands(list: IdentityList) {
  const { identities } = useStores()
  const commands = useMemo(() => {
    const group = 'Identities'
    const move = (step: number) => {
      const all = entries()
      const from = currentEntry()
      const target = from ? all[all.indexOf(from) + step] : all[0]
      if (target) focusEntry(target.dataset['entry'] ?? null)
    }
    const onCurrent = (act: (key: string) => void) => {
      const key = currentEntry()?.dataset['entry']
      if (key === undefined) move(1)
      else act(key)
    }
    const decide = (same: boolean) =>
      onCurrent(key => {
        const pair = identities.getState().pairs.find(each => pairKey(each) === key)
        if (pair) void identities.getState().decide(pair, same)
      })
    const decideBot = (isBot: boolean) =>
      onCurrent(key => {
        const bot = identities.getState().bots.find(each => each.key === key)
        if (bot) void identities.getState().decideBot(bot, isBot)
      })
    const undo = () => void identities.getState().undoLatest()
    const walk = [
      { id: 'down', keys: 'j', label: 'Next', group, run: () => move(1) },
      { id: 'up', keys: 'k', label: 'Before', group, run: () => move(-1) },
    ]
    const pairs = [
      { id: 'same', keys: 's', label: 'Same person', group, run: () => decide(true) },
      { id: 'different', keys: 'd', label: 'Different people', group, run: () => decide(false) },
    ]
    const bots = [
      { id: 'person', keys: 'p', label: 'This is a person', group, run: () => decideBot(false) },
      { id: 'bot', keys: 'b', label: 'This is a bot', group, run: () => decideBot(true) },
    ]
    const back = [
      { id: 'undo', keys: 'z', label: 'Take the latest decision back', group, run: undo },
      { id: 'undo-too', keys: 'Ctrl+z', label: 'Take the latest decision back', group, run: undo },
    ]
    return [...walk, ...(list === 'bots' ? bots : pairs), ...back]
  }, [identities, list])
  useCommands(commands)
}
