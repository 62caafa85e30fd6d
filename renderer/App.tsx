/** The whole window: the shell, and in it the screen the address names. */
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { IdentitiesScreen } from './identities/IdentitiesScreen.tsx'
import { ImportsScreen } from './imports/ImportsScreen.tsx'
import { ImportWizard } from './imports/ImportWizard.tsx'
import { ProfileMappingScreen } from './imports/ProfileMappingScreen.tsx'
import { ProfilesScreen } from './imports/ProfilesScreen.tsx'
import { ReportScreen } from './imports/ReportScreen.tsx'
import type { Address } from './navigation/address.ts'
import { useKeyboard } from './navigation/use-keyboard.ts'
import { OverviewScreen } from './overview/OverviewScreen.tsx'
import { PeopleScreen } from './people/PeopleScreen.tsx'
import { ProfileScreen } from './profile/ProfileScreen.tsx'
import { PurposeDialog } from './purpose/PurposeDialog.tsx'
import { QualityScreen } from './quality/QualityScreen.tsx'
import { RoutingScreen } from './routing/RoutingScreen.tsx'
import { SettingsScreen } from './settings/SettingsScreen.tsx'
import { KeysSheet } from './shell/KeysSheet.tsx'
import { Shell } from './shell/Shell.tsx'
import { LeadersScreen } from './leaders/LeadersScreen.tsx'
import { OrganisationScreen } from './organisation/OrganisationScreen.tsx'
import { ErrorNotice } from './components/ErrorNotice.tsx'
import { StartScreen } from './start/StartScreen.tsx'
import { useStores } from './stores.tsx'
import { LeaveScreen } from './systems/LeaveScreen.tsx'
import { MatrixScreen } from './systems/MatrixScreen.tsx'
import { RemovalScreen } from './systems/RemovalScreen.tsx'
import { SystemScreen } from './systems/SystemScreen.tsx'
import { SystemsScreen } from './systems/SystemsScreen.tsx'

export function App() {
  const { navigation, workspace, commands, masking } = useStores()
  const isMasked = useStore(masking, state => state.isMasked)
  const { address, arrived, move, restore } = useStore(navigation)
  const { workspace: open, failure, load } = useStore(workspace)
  useKeyboard(commands)

  // Screen readers and the keyboard go where the eye goes: to the new screen, or back to where they were.
  useEffect(() => {
    if (arrived === 'forward') document.querySelector<HTMLElement>('main h1')?.focus({ preventScroll: true })
    if (arrived === 'back') restore()
  }, [arrived, move, restore])

  if (open === undefined)
    return failure ? (
      <main>
        <h1 className="visually-hidden">Switchyard</h1>
        <ErrorNotice failure={failure} version={null} onRetry={() => void load()} page />
      </main>
    ) : null
  return (
    <>
      <Shell>
        {/* Begins anew when names are hidden, so that nothing on it was read before. */}
        <Screen key={String(isMasked)} address={open === null ? { screen: 'start' } : address} />
      </Shell>
      <PurposeDialog />
      <KeysSheet />
    </>
  )
}

function Screen({ address }: { address: Address }) {
  switch (address.screen) {
    case 'start':
      return <StartScreen />
    case 'overview':
      return <OverviewScreen />
    case 'settings':
      return <SettingsScreen tab={address.tab} group={address.group} />
    case 'systems':
      return <SystemsScreen query={address.query} />
    case 'system':
      return <SystemScreen component={address.component} query={address.query} />
    case 'people':
      return <PeopleScreen query={address.query} />
    case 'person':
      return <ProfileScreen person={address.person} behind={address.behind} query={address.query} />
    case 'organisation':
      return <OrganisationScreen address={address} />
    case 'leaders':
      return <LeadersScreen address={address} />
    case 'routing':
      return <RoutingScreen />
    case 'matrix':
      return <MatrixScreen query={address.query} />
    case 'removal':
      return <RemovalScreen />
    case 'leave':
      return <LeaveScreen people={address.people} />
    case 'imports':
      return <ImportsScreen />
    case 'import-step':
      return <ImportWizard step={address.step} file={address.file} shown={address.shown} />
    case 'import':
      return <ReportScreen id={address.import} />
    case 'import-profiles':
      return <ProfilesScreen />
    case 'import-profile':
      return <ProfileMappingScreen name={address.profile} />
    case 'quality':
      return <QualityScreen show={address.show} />
    case 'identities':
      return <IdentitiesScreen list={address.list} />
  }
}
