/** Mapping profiles: how files of a kind are read, kept for the next file with the same columns. */
import { Upload } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { useStore } from 'zustand'
import { Button } from '../components/Button.tsx'
import { EmptyState } from '../components/EmptyState.tsx'
import { ScreenHeader, type Crumb } from '../components/ScreenHeader.tsx'
import { Waiting } from '../components/Waiting.tsx'
import { formatPlural } from '../format.ts'
import { ScreenFailure } from '../shell/ScreenFailure.tsx'
import { useStores } from '../stores.tsx'
import { ProfileList } from './ProfileList.tsx'
import styles from './ProfilesScreen.module.css'

const CRUMBS: readonly Crumb[] = [{ label: 'Imports', to: { screen: 'imports' } }]

export function ProfilesScreen() {
  const { mappingProfiles, workspace } = useStores()
  const { profiles, busy, failure, load, exportAsFile, importFile, remove } = useStore(mappingProfiles)
  const { dataVersion } = useStore(workspace)
  const input = useRef<HTMLInputElement>(null)
  useEffect(() => void load(), [load, dataVersion])
  const disabledReason = busy ? 'Another profile is being handled.' : null
  const removeAndStay = async (name: string) => {
    // The row goes with its button: the focus moves to the title before it is lost.
    if (await remove(name)) document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
  }

  return (
    <>
      <ScreenHeader
        title="Profiles"
        crumbs={CRUMBS}
        hint={profiles === null || profiles.length === 0 ? undefined : formatPlural(profiles.length, 'saved mapping')}
        actions={
          <>
            <input
              ref={input}
              type="file"
              hidden
              accept=".json,application/json"
              data-testid="profile-file"
              onChange={event => {
                const [file] = event.target.files ?? []
                if (file) void importFile(file)
                event.target.value = '' // the same file can be picked again after it was mended
              }}
            />
            <Button onPress={() => input.current?.click()} disabledReason={disabledReason} focusName="import-profiles">
              <Upload size={14} aria-hidden="true" /> Import profiles
            </Button>
          </>
        }
      />
      <div className={styles.scroll} data-scroll="profiles">
        <ScreenFailure failure={failure} onRetry={profiles === null ? () => void load() : undefined} />
        {profiles === null && !failure && <Waiting>Reading the saved profiles</Waiting>}
        {profiles?.length === 0 && (
          <EmptyState title="No profile is saved yet">
            <p>
              A profile holds which column of a file is which of our fields, how dates and numbers are written, what words mean, and every
              fix. Save one in the Columns step of an import, or on the report of a file that went in.
            </p>
            <p>It is applied by itself to the next file with the same columns, and can be handed on as a JSON file.</p>
          </EmptyState>
        )}
        {profiles !== null && profiles.length > 0 && (
          <div className={styles.page}>
            <p className={styles.hint}>
              The newest profile that fits is applied when a file is opened. Removing one changes nothing that is imported already.
            </p>
            <ProfileList
              profiles={profiles}
              disabledReason={disabledReason}
              onExport={name => void exportAsFile(name)}
              onRemove={name => void removeAndStay(name)}
            />
          </div>
        )}
      </div>
    </>
  )
}
