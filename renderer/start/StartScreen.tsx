/** The first thing one sees: open a workspace, make one, or look at the sample organisation. */
import { FolderOpen, Plus, Sparkles } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { Button } from '../components/Button.tsx'
import { ScreenHeader } from '../components/ScreenHeader.tsx'
import { OVERVIEW, SYSTEMS } from '../navigation/address.ts'
import { ScreenFailure } from '../shell/ScreenFailure.tsx'
import { useStores } from '../stores.tsx'
import type { Workspace } from '../shell/workspace-store.ts'
import { RecentList } from './RecentList.tsx'
import styles from './StartScreen.module.css'

export function StartScreen() {
  const { start, workspace, navigation, purpose } = useStores()
  const state = useStore(start)
  const { load } = state
  const open = useStore(workspace, current => current.workspace)
  useEffect(() => void load(), [load])

  const arrive = async (opening: Promise<Workspace | null>, created = false) => {
    const opened = await opening
    if (!opened) return
    // Where there are results, what they come to; the sample's are still on their way.
    const withResults = opened.analysis.status === 'none' ? SYSTEMS : OVERVIEW
    navigation.getState().go(created ? { screen: 'imports' } : withResults)
    if (created && purpose.getState().isDue(opened)) purpose.getState().ask()
  }
  const busy = state.opening === null ? null : `${state.opening}.`

  return (
    <>
      <ScreenHeader
        title="Start"
        hint={busy === null ? undefined : <span role="status">{busy}</span>}
        actions={
          open && (
            <Button onPress={() => void state.close()} disabledReason={busy}>
              Close {open.name}
            </Button>
          )
        }
      />
      <div className={styles.scroll} data-scroll="start">
        <ScreenFailure
          failure={state.failure}
          onRetry={state.damaged ? () => void arrive(state.restore()) : undefined}
          retryLabel="Restore the newest good backup"
        />
        <div className={styles.page}>
          <section className={styles.intro}>
            <h2>Who keeps which system alone, and what hangs on it</h2>
            <p>Switchyard reads exports you already have. They stay on this computer.</p>
          </section>
          <ul className={styles.ways}>
            <CreateCard busy={busy} onCreate={name => void arrive(state.create(name), true)} />
            <li className={styles.card}>
              <FolderOpen size={18} aria-hidden="true" />
              <h3>Open a workspace folder</h3>
              <p>A folder whose name ends in .switchyard.</p>
              <Button
                onPress={() => void arrive(state.openFolder())}
                disabledReason={state.canChooseFolder ? busy : 'A browser window cannot hand over folders.'}
              >
                Choose folder
              </Button>
              {!state.canChooseFolder && (
                <p className={styles.reason}>
                  This window runs in a browser, which cannot hand over folders. Start Switchyard with{' '}
                  <code>switchyard open --workspace FOLDER</code>.
                </p>
              )}
            </li>
            <li className={styles.card}>
              <Sparkles size={18} aria-hidden="true" />
              <h3>Try the sample organisation</h3>
              <p>An invented company with three years of work. Nothing of yours is needed.</p>
              <Button onPress={() => void arrive(state.openSample())} disabledReason={busy}>
                Open the sample
              </Button>
            </li>
          </ul>
          <section>
            <h2>Recent</h2>
            {state.recents !== null && <RecentList recents={state.recents} onOpen={recent => void arrive(state.openRecent(recent))} />}
          </section>
        </div>
      </div>
    </>
  )
}

function CreateCard({ busy, onCreate }: { busy: string | null; onCreate: (name: string) => void }) {
  const [name, setName] = useState('')
  const reason = busy ?? (name.trim() === '' ? 'Give the workspace a name first.' : null)
  return (
    <li className={styles.card}>
      <Plus size={18} aria-hidden="true" />
      <h3>Make a new workspace</h3>
      <p>One for each organisation you look at.</p>
      <form
        onSubmit={event => {
          event.preventDefault()
          if (reason === null) onCreate(name.trim())
        }}
      >
        <input
          aria-label="Name of the new workspace"
          placeholder="Name"
          maxLength={80}
          value={name}
          onChange={event => setName(event.target.value)}
        />
        <Button variant="primary" disabledReason={reason} onPress={() => onCreate(name.trim())}>
          Create
        </Button>
      </form>
    </li>
  )
}
