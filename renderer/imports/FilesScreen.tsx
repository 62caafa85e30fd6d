/** Files before they go in: what each was taken for, and which of its columns is which of our fields. */
import { useState } from 'react'
import { useStore } from 'zustand'
import { Button } from '../components/Button.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { ScreenHeader, type Crumb } from '../components/ScreenHeader.tsx'
import { Waiting } from '../components/Waiting.tsx'
import { formatPlural } from '../format.ts'
import { ScreenFailure } from '../shell/ScreenFailure.tsx'
import { useStores } from '../stores.tsx'
import { FileDrop } from './FileDrop.tsx'
import { FileList } from './FileList.tsx'
import styles from './FilesScreen.module.css'
import { startBlocker } from './files-view.ts'
import { InspectionPanel } from './InspectionPanel.tsx'

const CRUMBS: readonly Crumb[] = [{ label: 'Imports', to: { screen: 'imports' } }]

export function FilesScreen() {
  const { files, workspace, purpose, navigation } = useStores()
  const state = useStore(files)
  const { job, workspace: open } = useStore(workspace)
  const [chosen, setChosen] = useState<string | null>(null)
  const shown = state.files.find(file => file.handle === chosen) ?? state.files[0]
  const busy = job ? 'Another job is under way: wait for it or cancel it.' : state.starting ? 'It is being started.' : null
  const blocker = busy ?? startBlocker(state.files, state.checking.length)

  const begin = async () => {
    if (await state.start()) navigation.getState().go({ screen: 'imports' })
  }
  const start = () => {
    if (open && purpose.getState().isDue(open)) purpose.getState().ask(() => void begin())
    else void begin()
  }

  return (
    <>
      <ScreenHeader
        title="Check files"
        crumbs={CRUMBS}
        actions={
          <>
            {blocker !== null && state.files.length > 0 && <span className={styles.blocker}>{blocker}</span>}
            <FileDrop compact onFiles={picked => void state.add(picked)}>
              <span hidden />
            </FileDrop>
            <Button variant="primary" onPress={start} disabledReason={blocker} focusName="start-import">
              {state.files.length > 1 ? `Import ${formatPlural(state.files.length, 'file')}` : 'Import'}
            </Button>
          </>
        }
      />
      <ScreenFailure failure={state.failure} />
      {state.files.length === 0 && state.arriving === 0 && (
        <EmptyState title="No files to check">
          <p>Choose or drop CSV files: an HR export, contributions from your version control or ticket system, a list of systems.</p>
        </EmptyState>
      )}
      {state.files.length === 0 && state.arriving > 0 && <Waiting>{`Looking at ${formatPlural(state.arriving, 'file')}`}</Waiting>}
      {shown && (
        <div className={styles.split}>
          <FileList files={state.files} shown={shown.handle} onShow={setChosen} onRemove={state.remove} arriving={state.arriving} />
          <InspectionPanel
            key={shown.handle}
            file={shown}
            onKind={kind => void state.chooseKind(shown.handle, kind)}
            onColumn={(field, header) => void state.chooseColumn(shown.handle, field, header)}
          />
        </div>
      )}
    </>
  )
}
