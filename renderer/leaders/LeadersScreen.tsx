/** Leaders: how near each is to what they answer for, and who could rebuild which core system. */
import { Table } from 'lucide-react'
import { useEffect, useMemo } from 'react'
import { useStore } from 'zustand'
import { Button } from '../components/Button.tsx'
import { Choice } from '../components/Choice.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { Link } from '../components/Link.tsx'
import { Pager } from '../components/Pager.tsx'
import { QualityNotes } from '../components/QualityNotes.tsx'
import { ScreenHeader } from '../components/ScreenHeader.tsx'
import { NameBox, Sentence, SentenceEnd, SentencePart } from '../components/Sentence.tsx'
import { Waiting } from '../components/Waiting.tsx'
import { formatCount, formatPlural } from '../format.ts'
import { LEADERS, LEADERS_SHOWN, type LeadersAddress } from '../navigation/organisation-address.ts'
import { useCommands } from '../navigation/use-keyboard.ts'
import { walkRows } from '../organisation/OrganisationScreen.tsx'
import { RowsBehind } from '../organisation/RowsBehind.tsx'
import organisation from '../organisation/OrganisationScreen.module.css'
import { NothingYet } from '../shell/NothingYet.tsx'
import { ScreenFailure } from '../shell/ScreenFailure.tsx'
import { useStores } from '../stores.tsx'
import type { LeadersAnswer } from './answers.ts'
import { coreSentence, leadersCaption, SHOWN_WORDS } from './leader-words.ts'
import { LeaderPanel } from './LeaderPanel.tsx'
import styles from './LeadersScreen.module.css'
import { LeaderTable } from './LeaderTable.tsx'
import { RebuildMatrix } from './RebuildMatrix.tsx'
import { RebuildTable } from './RebuildTable.tsx'
import { rebuildView } from './rebuild-view.ts'

const PAGE_ROWS = 50

export function LeadersScreen({ address }: { address: LeadersAddress }) {
  const { leaders, workspace } = useStores()
  const { answer, failure, load } = useStore(leaders)
  const { dataVersion, workspace: open } = useStore(workspace)
  const analysed = open?.analysis.status !== 'none'
  const isNarrow = open?.scope.shows === 'systems_and_units'
  const { text, show, page } = address
  useEffect(() => {
    if (analysed && !isNarrow) void load({ text, show, page })
  }, [analysed, isNarrow, load, text, show, page, dataVersion])
  return (
    <>
      <ScreenHeader
        title="Leaders"
        actions={
          <nav aria-label="Views of leaders" className={organisation.tabs}>
            <Link to={{ ...address, view: 'list', behind: null }} current={address.view === 'list'} focusName="tab:list">
              List
            </Link>
            <Link to={{ ...address, view: 'rebuild', behind: null }} current={address.view === 'rebuild'} focusName="tab:rebuild">
              Rebuild test
            </Link>
          </nav>
        }
      />
      {open && !analysed && (
        <NothingYet workspace={open} title="Bring in files to see how near leaders are to what they answer for">
          <p>
            <b>people</b> with manager_id, track or accountable_for says who leads; <b>components</b> with core, what they could be asked to
            rebuild.
          </p>
          <p>
            <b>contributions</b> with participants and outcome show who takes part in decisions and whose reviews change what is made.
          </p>
        </NothingYet>
      )}
      {analysed && isNarrow && (
        <EmptyState title="Leaders are people">
          <p>This workspace shows systems and units only. Whoever set it up so can let it show people again.</p>
        </EmptyState>
      )}
      {analysed && !isNarrow && (
        <>
          <ScreenFailure failure={failure} onRetry={() => void load({ text, show, page })} />
          {answer === null && failure === null && <Waiting>Reading the leaders</Waiting>}
          {answer !== null && <Found address={address} answer={answer} />}
        </>
      )}
    </>
  )
}

function Found({ address, answer }: { address: LeadersAddress; answer: LeadersAnswer }) {
  useLeaderCommands(address)
  const { navigation, leaders } = useStores()
  const asTable = useStore(leaders, state => state.asTable)
  const { go, replace } = navigation.getState()
  const change = (changes: Partial<LeadersAddress>) => replace({ ...address, page: 0, leader: null, behind: null, ...changes })
  if (answer.counts.all === 0)
    return (
      <EmptyState title="Nobody is known to lead">
        <p>
          In the people file <b>manager_id</b> says who has reports, <b>track</b> who is a manager, <b>accountable_for</b> who answers for
          which system. With one of them this page shows how near leaders are to the work.
        </p>
      </EmptyState>
    )
  const options = LEADERS_SHOWN.map(value => ({ value, label: `${SHOWN_WORDS[value]} (${formatCount(answer.counts[value])})` }))
  return (
    <>
      <div className={organisation.caption}>
        <p>{leadersCaption(answer)}</p>
        <QualityNotes notes={answer.quality} />
      </div>
      <Sentence label="Which leaders are shown">
        <SentencePart>
          <span>Leaders:</span>
          <Choice
            label="Which leaders"
            options={options}
            value={address.show}
            active={address.show !== 'all'}
            onChange={show => change({ show })}
            focusName="leaders-show"
          />
        </SentencePart>
        <NameBox
          before="named"
          label="Name, title or unit"
          placeholder="name, title or unit"
          value={address.text}
          onType={text => change({ text })}
          onLeave={() => walkRows(document, 1)}
        />
        <SentenceEnd count={formatPlural(answer.total, 'leader')}>
          {address.view === 'rebuild' && (
            <Button pressed={asTable} onPress={leaders.getState().toggleTable} keys="T" focusName="rebuild-table">
              <Table size={14} aria-hidden="true" /> As a table
            </Button>
          )}
          <Pager
            of="leaders"
            page={address.page}
            total={answer.total}
            pageRows={PAGE_ROWS}
            onPage={page => go({ ...address, page, behind: null })}
          />
        </SentenceEnd>
      </Sentence>
      {answer.total === 0 ? (
        <EmptyState title="No leader is like this" actions={<Button onPress={() => go(LEADERS)}>Show every leader</Button>}>
          <p>Take a part of the sentence above away to see more.</p>
        </EmptyState>
      ) : (
        <Shown address={address} answer={answer} />
      )}
    </>
  )
}

function Shown({ address, answer }: { address: LeadersAddress; answer: LeadersAnswer }) {
  const { leaders: store, navigation } = useStores()
  const { panelWidth, setPanelWidth, asTable } = useStore(store)
  const { go, replace } = navigation.getState()
  const chosen = answer.rows.find(({ personId }) => personId === address.leader) ?? null
  const behind = address.behind
  const who = behind !== null && 'leader' in behind ? answer.rows.find(({ personId }) => personId === behind.leader)?.name : undefined
  const view = useMemo(() => rebuildView(answer.rows, answer.core.components), [answer])
  const openCell = (leader: { readonly personId: string }, component: string) =>
    go({ ...address, behind: { kind: 'rebuild', leader: leader.personId, component } })
  const choose = (leader: { readonly personId: string }) =>
    replace({ ...address, leader: leader.personId === address.leader ? null : leader.personId, behind: null })
  return (
    <>
      <div className={organisation.split}>
        {address.view === 'list' ? (
          <div className={styles.scroll} data-scroll="leaders" tabIndex={0} role="group" aria-label="Leaders, scrolls sideways">
            <LeaderTable leaders={answer.rows} chosen={address.leader} onChoose={choose} />
          </div>
        ) : (
          <div className={styles.scroll} data-scroll="rebuild" tabIndex={0} role="group" aria-label="Rebuild test, scrolls sideways">
            <p className={styles.caption}>
              {coreSentence(answer)} Ready: an author there, a change in the last 26 weeks, two phases of the work covered. A bar at the
              side marks who answers for a system; – is no evidence where they do not.
              {view.leftOut > 0 &&
                ` ${formatPlural(view.leftOut, 'further system is', 'further systems are')} not shown: nobody here answers for them or knows them best.`}
            </p>
            {view.systems.length === 0 && (
              <EmptyState title="No core system is known">
                <p>
                  The column <b>core</b> of the components file marks them; with <b>criticality</b>, systems that matter stand in.
                </p>
              </EmptyState>
            )}
            {view.systems.length > 0 &&
              (asTable ? (
                <RebuildTable view={view} onCell={openCell} />
              ) : (
                <RebuildMatrix view={view} onLeader={choose} onCell={openCell} />
              ))}
          </div>
        )}
        {chosen !== null && (
          <LeaderPanel
            leader={chosen}
            core={answer.core.components}
            width={panelWidth}
            onWidth={setPanelWidth}
            onClose={() => replace({ ...address, leader: null, behind: null })}
            onFigure={figure => go({ ...address, behind: figure })}
          />
        )}
      </div>
      {behind !== null && (
        <RowsBehind figure={behind} {...(who === undefined ? {} : { who })} onClose={() => replace({ ...address, behind: null })} />
      )}
    </>
  )
}

/** J and K walk the list, T makes a table of the rebuild test, Escape closes what is open, the rows first. */
function useLeaderCommands(address: LeadersAddress) {
  const { navigation, leaders } = useStores()
  const list = useMemo(() => {
    const group = 'Leaders'
    const { replace } = navigation.getState()
    const close = () => {
      const focus = address.leader === null ? null : `[data-focus="leader:${CSS.escape(address.leader)}"]`
      replace(address.behind === null ? { ...address, leader: null } : { ...address, behind: null })
      if (focus !== null) document.querySelector<HTMLElement>(focus)?.focus()
    }
    const isOpen = address.behind !== null || address.leader !== null
    return [
      { id: 'filter', keys: '/', label: 'Filter by name', group, run: () => document.getElementById('filter-text')?.focus() },
      { id: 'down', keys: 'j', label: 'Next leader', group, run: () => walkRows(document, 1) },
      { id: 'up', keys: 'k', label: 'Leader before', group, run: () => walkRows(document, -1) },
      ...(address.view === 'rebuild'
        ? [{ id: 'table', keys: 't', label: 'Matrix or table', group, run: () => leaders.getState().toggleTable() }]
        : []),
      ...(isOpen ? [{ id: 'close', keys: 'Escape', label: 'Close', group, run: close }] : []),
    ]
  }, [navigation, leaders, address])
  useCommands(list)
}
