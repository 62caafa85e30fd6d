/** What stands around every screen: sidebar, notices above, activity below, and the keys that work everywhere. */
import { useMemo, type ReactNode } from 'react'
import { useStore } from 'zustand'
import { Banner } from '../components/Banner.tsx'
import { Button } from '../components/Button.tsx'
import { ErrorNotice } from '../components/ErrorNotice.tsx'
import { IDENTITIES, OVERVIEW, PEOPLE, QUALITY, SETTINGS, SYSTEMS } from '../navigation/address.ts'
import { LEADERS, ORGANISATION } from '../navigation/organisation-address.ts'
import { useCommands } from '../navigation/use-keyboard.ts'
import { useStores } from '../stores.tsx'
import { Activity } from './Activity.tsx'
import { focusRegion } from './regions.ts'
import styles from './Shell.module.css'
import { Sidebar } from './Sidebar.tsx'

export function Shell({ children }: { children: ReactNode }) {
  const { navigation, workspace, commands, preferences } = useStores()
  const { address } = useStore(navigation)
  const state = useStore(workspace)
  const open = state.workspace ?? null
  const looks = useStore(preferences)
  useShellCommands(open !== null)

  return (
    <div className={styles.shell}>
      <a
        className={styles.skip}
        href="#content"
        onClick={event => {
          event.preventDefault() // the address lives in the hash
          document.getElementById('content')?.focus()
        }}
      >
        Skip to content
      </a>
      <Sidebar
        workspace={open}
        version={state.app?.version ?? null}
        screen={open === null ? 'start' : address.screen}
        preferences={looks.preferences}
        onPreferences={changes => void looks.change(changes)}
        onKeys={() => commands.getState().setSheetOpen(true)}
      />
      <div className={styles.column}>
        <Notices />
        <main id="content" tabIndex={-1} className={styles.main} data-region="content">
          {children}
        </main>
        <Activity />
      </div>
    </div>
  )
}

function Notices() {
  const { workspace, purpose, masking } = useStores()
  const { isMasked, setMasked } = useStore(masking)
  const { workspace: open, failure, dismissFailure, hostGone, load, app, hiddenNotices, hideNotice, analyse, job } = useStore(workspace)
  const ask = useStore(purpose, state => state.ask)
  const version = app?.version ?? null
  return (
    <section aria-label="Notices" className={styles.notices}>
      {hostGone && (
        <ErrorNotice
          failure={{
            code: 'unavailable',
            doing: 'Reaching the app behind this window',
            happened: 'It has stopped answering. What is on the screen may be out of date.',
            safe: 'Everything that was confirmed is saved on this computer.',
            toDo: 'Try again; if it stays like this, close the window and start Switchyard again.',
          }}
          version={version}
          onRetry={() => void load()}
        />
      )}
      {failure && !hostGone && <ErrorNotice failure={failure} version={version} onDismiss={dismissFailure} />}
      {open?.notices
        .filter(notice => !hiddenNotices.includes(notice))
        .map(notice => (
          <Banner
            key={notice}
            tone="warning"
            actions={
              <Button variant="quiet" onPress={() => hideNotice(notice)}>
                Dismiss
              </Button>
            }
          >
            {notice}
          </Banner>
        ))}
      {open && isMasked && (
        <Banner
          actions={
            <Button variant="quiet" onPress={() => setMasked(false)} keys="H">
              Show names
            </Button>
          }
        >
          Names are hidden in this window. Files that are saved keep them.
        </Banner>
      )}
      {open?.analysis.status === 'stale' && job === null && (
        <Banner tone="warning" actions={<Button onPress={() => void analyse()}>Recalculate</Button>}>
          Results are from before the last change of data or rules.
        </Banner>
      )}
      {open !== null && open !== undefined && open.purpose === null && !open.sample && (
        <Banner actions={<Button onPress={() => ask()}>Record it</Button>}>
          Purpose not recorded: every output will say so until it is.
        </Banner>
      )}
    </section>
  )
}

function useShellCommands(workspaceOpen: boolean) {
  const { navigation, commands, masking } = useStores()
  const list = useMemo(() => {
    const { go } = navigation.getState()
    const group = 'Anywhere'
    const everywhere = [
      { id: 'region-next', keys: 'F6', label: 'Next region', group, run: () => focusRegion(document, 1) },
      { id: 'region-previous', keys: 'Shift+F6', label: 'Previous region', group, run: () => focusRegion(document, -1) },
      { id: 'keys', keys: '?', label: 'Keys', group, run: () => commands.getState().setSheetOpen(true) },
    ]
    const screens = [
      { id: 'go-overview', keys: 'g o', label: 'Overview', group: 'Go to', run: () => go(OVERVIEW) },
      { id: 'go-people', keys: 'g p', label: 'People', group: 'Go to', run: () => go(PEOPLE) },
      { id: 'go-systems', keys: 'g s', label: 'Systems and key people', group: 'Go to', run: () => go(SYSTEMS) },
      { id: 'go-routing', keys: 'g r', label: 'Routing', group: 'Go to', run: () => go({ screen: 'routing' }) },
      { id: 'go-organisation', keys: 'g t', label: 'Organisation', group: 'Go to', run: () => go(ORGANISATION) },
      { id: 'go-leaders', keys: 'g l', label: 'Leaders', group: 'Go to', run: () => go(LEADERS) },
      { id: 'go-imports', keys: 'g i', label: 'Imports', group: 'Go to', run: () => go({ screen: 'imports' }) },
      { id: 'go-quality', keys: 'g q', label: 'Data quality', group: 'Go to', run: () => go(QUALITY) },
      { id: 'go-identities', keys: 'g d', label: 'Identities', group: 'Go to', run: () => go(IDENTITIES) },
      { id: 'go-profiles', keys: 'g m', label: 'Mapping profiles', group: 'Go to', run: () => go({ screen: 'import-profiles' }) },
      { id: 'go-settings', keys: 'Ctrl+,', label: 'Settings', group: 'Go to', run: () => go(SETTINGS) },
      { id: 'go-start', keys: 'g w', label: 'Workspaces', group: 'Go to', run: () => go({ screen: 'start' }) },
    ]
    const names = {
      id: 'mask',
      keys: 'h',
      label: 'Hide or show names',
      group: 'Anywhere',
      run: () => masking.getState().setMasked(!masking.getState().isMasked),
    }
    return workspaceOpen ? [...screens, ...everywhere, names] : everywhere
  }, [navigation, commands, masking, workspaceOpen])
  useCommands(list)
}
