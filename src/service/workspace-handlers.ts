/** Workspaces, preferences and the purpose: the contract's methods that are not about data. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Handlers, ParsedInput } from '../contract/contract.ts'
import { AppError } from '../contract/wire.ts'
import type { ServiceCore } from './service.ts'
import { Session } from './session.ts'
import { sampleFiles } from './sample-organisation.ts'
import { startImport } from './import-handlers.ts'
import { withUserErrors } from './user-errors.ts'

type WorkspaceMethod = Extract<
  keyof Handlers,
  `app.${string}` | `preferences.${string}` | `workspace.${string}` | `purpose.${string}` | `jobs.${string}` | `analysis.${string}`
>

const SAMPLE_NAME = 'Sample organisation'

export function workspaceHandlers(core: ServiceCore): Pick<Handlers, WorkspaceMethod> {
  const { environment, configuration, jobs } = core
  const state = () => {
    const current = core.state()
    if (!current) throw new AppError('not-found', 'No workspace is open.')
    return current
  }
  return {
    'app.info': async () => ({ version: environment.version, host: environment.host }),
    'preferences.get': async () => configuration.preferences,
    'preferences.set': async preferences => {
      await configuration.setPreferences(preferences)
      return preferences
    },

    'workspace.current': async () => core.state(),
    'workspace.recent': async () => configuration.recent(),
    'workspace.create': async ({ name }) => {
      const directory = path.join(environment.places.workspaces, `${folderName(name)}.switchyard`)
      return core.enter(tools => Session.create(directory, { name, sample: false }, tools))
    },
    'workspace.open': async request => core.enter(tools => Session.open(directoryOf(core, request), tools)),
    'workspace.restore': async request => core.enter(tools => Session.restore(directoryOf(core, request), tools)),
    'workspace.sample': async () => {
      const files = await sampleFiles(environment.places.sample)
      const directory = freeDirectory(environment.places.workspaces, SAMPLE_NAME)
      await core.enter(tools => Session.create(directory, { name: SAMPLE_NAME, sample: true }, tools))
      startImport(core, files)
      return state()
    },
    'workspace.close': async () => {
      await core.leave()
      return null
    },
    'workspace.setScope': async scope => {
      await core.session().setScope(scope)
      core.changed()
      return state()
    },
    'purpose.set': async purpose => {
      await withUserErrors(() => core.session().workspace.setPurpose(purpose))
      core.changed()
      return state()
    },

    'analysis.start': async ({ asOf }) => {
      const session = core.session()
      await jobs.makeWay()
      const basis = { ...session.basis(), asOf: asOf === null ? null : epochDayOf(asOf) }
      const job = jobs.begin(
        'analysis',
        onProgress => session.analyse(basis, onProgress),
        () => ({ message: 'The analysis is up to date.', imports: [] }),
        () => core.changed(),
      )
      return { job }
    },
    'jobs.cancel': async ({ job }) => {
      jobs.cancel(job)
      return null
    },
  }
}

const DAY_MS = 86_400_000
/** Of an ISO date the contract has checked. */
const epochDayOf = (date: string) => Date.parse(`${date}T00:00:00Z`) / DAY_MS

function directoryOf({ environment, configuration }: ServiceCore, request: ParsedInput<'workspace.open'>): string {
  return 'recent' in request ? configuration.directoryOf(request.recent) : environment.fileOf(request.folder).path
}

/** A name as a folder name on every system: what may not stand in one becomes a dash. */
export function folderName(name: string): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what must go
  const safe = name.replace(/[<>:"/\\|?*\u0000-\u001f]/g, '-').replace(/^[. ]+|[. ]+$/g, '')
  if (safe === '' || /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(safe))
    throw new AppError('bad-input', 'This name cannot be the name of a folder. Choose another one.')
  return safe
}

function freeDirectory(parent: string, name: string): string {
  for (let number = 1; ; number++) {
    const directory = path.join(parent, `${number === 1 ? name : `${name} ${number}`}.switchyard`)
    if (!existsSync(directory)) return directory
  }
}
