/** One saved profile, laid open: fields and headers, formats, words, fixes. */
import { Download, Trash2 } from 'lucide-react'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { Button } from '../components/Button.tsx'
import { ScreenHeader, type Crumb } from '../components/ScreenHeader.tsx'
import { Waiting } from '../components/Waiting.tsx'
import { ScreenFailure } from '../shell/ScreenFailure.tsx'
import { useStores } from '../stores.tsx'
import { kindName } from './kind-words.ts'
import { ProfileMapping } from './ProfileMapping.tsx'
import styles from './ProfilesScreen.module.css'

const CRUMBS: readonly Crumb[] = [
  { label: 'Imports', to: { screen: 'imports' } },
  { label: 'Profiles', to: { screen: 'import-profiles' } },
]

export function ProfileMappingScreen({ name }: { name: string }) {
  const { mappingProfiles, workspace, navigation } = useStores()
  const { opened, busy, failure, open, exportAsFile, remove } = useStore(mappingProfiles)
  const { dataVersion } = useStore(workspace)
  useEffect(() => void open(name), [open, name, dataVersion])
  const shown = opened?.name === name ? opened.mapping : null
  const disabledReason = busy ? 'Another profile is being handled.' : null
  const removeAndLeave = async () => {
    if (await remove(name)) navigation.getState().go({ screen: 'import-profiles' })
  }

  return (
    <>
      <ScreenHeader
        title={name}
        crumbs={CRUMBS}
        hint={shown && [kindName(shown.kind), ...(shown.preset === undefined ? [] : [`as ${shown.preset} exports it`])].join(' · ')}
        actions={
          shown && (
            <>
              <Button onPress={() => void exportAsFile(name)} disabledReason={disabledReason} focusName="export-profile">
                <Download size={14} aria-hidden="true" /> Export as JSON
              </Button>
              <Button onPress={() => void removeAndLeave()} disabledReason={disabledReason} focusName="remove-profile">
                <Trash2 size={14} aria-hidden="true" /> Remove
              </Button>
            </>
          )
        }
      />
      <div className={styles.scroll} data-scroll="profile-mapping">
        <ScreenFailure failure={failure} onRetry={shown === null ? () => void open(name) : undefined} />
        {!shown && !failure && <Waiting>Reading the profile</Waiting>}
        {shown && <ProfileMapping mapping={shown} />}
      </div>
    </>
  )
}
