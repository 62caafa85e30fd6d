/** All stores of the window, made once for a backend and handed down by context. Screens read them; components do not. */
import { createContext, useContext } from 'react'
import type { EventName, Input, Method, Output } from '../src/contract/contract.ts'
import { AppError } from '../src/contract/wire.ts'
import type { Backend } from './bridge.ts'
import { saveFile } from './components/save-file.ts'
import { createIdentitiesStore } from './identities/identities-store.ts'
import { createCheckStore } from './imports/check-store.ts'
import { createFilesStore } from './imports/files-store.ts'
import { createImportsStore } from './imports/imports-store.ts'
import { createProfilesStore } from './imports/profiles-store.ts'
import { createRunStore } from './imports/run-store.ts'
import { createMaskingStore } from './masking/masking-store.ts'
import { maskedBackend } from './masking/masked-backend.ts'
import { SYSTEMS } from './navigation/address.ts'
import { createCommands } from './navigation/commands.ts'
import { createNavigation } from './navigation/navigation-store.ts'
import { createFairnessStore } from './fairness/fairness-store.ts'
import { createOverviewStore } from './overview/overview-store.ts'
import { createPeopleStore } from './people/people-store.ts'
import { createProfileStore } from './profile/profile-store.ts'
import { createPurposeStore } from './purpose/purpose-store.ts'
import { createQualityStore } from './quality/quality-store.ts'
import { createAgentsStore } from './organisation/agents-store.ts'
import { createOrganisationStore } from './organisation/organisation-store.ts'
import { createRowsStore } from './organisation/rows-store.ts'
import { createLeadersStore } from './leaders/leaders-store.ts'
import { createRoutingStore } from './routing/routing-store.ts'
import { createAuditStore } from './settings/audit-store.ts'
import { createMethodStore } from './settings/method-store.ts'
import { createSettingsStore } from './settings/settings-store.ts'
import { createPreferencesStore } from './shell/preferences-store.ts'
import { createToasts } from './shell/toasts-store.ts'
import { createWorkspaceStore } from './shell/workspace-store.ts'
import { createStartStore } from './start/start-store.ts'
import { createDetailStore } from './systems/detail-store.ts'
import { createLeaveStore } from './systems/leave-store.ts'
import { createMatrixStore } from './systems/matrix-store.ts'
import { createRemovalStore } from './systems/removal-store.ts'
import { createSystemsStore } from './systems/systems-store.ts'

export type Stores = ReturnType<typeof createStores>

export function createStores(host: Backend, page: Window) {
  const masking = createMaskingStore(page.sessionStorage)
  const backend = maskedBackend(
    watched(host, () => workspace.getState().hostLost()),
    masking,
  )
  const toasts = createToasts()
  const workspace = createWorkspaceStore(backend, toasts)
  const files = createFilesStore(backend, toasts)
  const ofWorkspace = {
    toasts,
    imports: createImportsStore(backend, workspace, toasts),
    files,
    check: createCheckStore(backend),
    run: createRunStore(backend, toasts, () => files.getState().clear()),
    mappingProfiles: createProfilesStore(backend, toasts, saveFile),
    quality: createQualityStore(backend),
    identities: createIdentitiesStore(backend, state => workspace.getState().adopt(state), toasts),
    systems: createSystemsStore(backend),
    detail: createDetailStore(backend),
    matrix: createMatrixStore(backend),
    removal: createRemovalStore(backend),
    leave: createLeaveStore(backend),
    people: createPeopleStore(backend, page),
    profile: createProfileStore(backend),
    routing: createRoutingStore(backend),
    organisation: createOrganisationStore(backend),
    agents: createAgentsStore(backend),
    figureRows: createRowsStore(backend),
    leaders: createLeadersStore(backend),
    settings: createSettingsStore(backend, toasts),
    method: createMethodStore(backend),
    fairness: createFairnessStore(backend),
    audit: createAuditStore(backend),
    overview: createOverviewStore(backend),
  }
  // Another workspace begins with nothing of the former one: no row of it, and no Undo that would reach into this one.
  workspace.subscribe((now, before) => {
    const isOther = now.workspace?.location !== before.workspace?.location
    // Nor does a window that may show nobody any more keep anybody.
    const isScoped = now.workspace?.scope.shows !== before.workspace?.scope.shows
    if (isOther || isScoped) Object.values(ofWorkspace).forEach(empty)
  })
  masking.subscribe(() => {
    // What an import is being made of holds cells, not people, and would be lost.
    const {
      toasts: _toasts,
      imports: _imports,
      files: _files,
      check: _check,
      run: _run,
      mappingProfiles: _profiles,
      settings: _settings,
      ...named
    } = ofWorkspace
    Object.values(named).forEach(empty)
    workspace.getState().adopt(workspace.getState().workspace ?? null)
  })
  return {
    ...ofWorkspace,
    workspace,
    masking,
    navigation: createNavigation(page, SYSTEMS),
    commands: createCommands(page.localStorage),
    preferences: createPreferencesStore(backend, page.document.documentElement),
    start: createStartStore(backend, state => workspace.getState().adopt(state)),
    purpose: createPurposeStore(backend, workspace),
  }
}

interface Emptied {
  readonly getInitialState: () => object
  readonly setState: (state: object, replace: true) => void
}

function empty(store: unknown): void {
  const { getInitialState, setState } = store as Emptied // every zustand store has both
  setState(getInitialState(), true)
}

/** A backend that tells when its host no longer answers. */
function watched(host: Backend, onLost: () => void): Backend {
  return {
    chooseFolder: host.chooseFolder,
    on: <E extends EventName>(event: E, listener: Parameters<typeof host.on<E>>[1]) => host.on(event, listener),
    takeFile: file => host.takeFile(file),
    call: async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> => {
      try {
        return await host.call(method, input)
      } catch (error) {
        if (error instanceof AppError && error.code === 'unavailable') onLost()
        throw error
      }
    },
  }
}

const StoresContext = createContext<Stores | null>(null)
export const StoresProvider = StoresContext.Provider

export function useStores(): Stores {
  const stores = useContext(StoresContext)
  if (!stores) throw new Error('A screen was rendered outside StoresProvider')
  return stores
}
