/** A scripted backend with invented data, for looking at the window without a host. */
import type { Event, EventName, Input, Method, Output } from '../../src/contract/contract.ts'
import { AppError } from '../../src/contract/wire.ts'
import { crowdColumns } from './fake-crowd.ts'
import { ENTRIES, inspectionOf, mapped, reportOf } from './fake-imports.ts'
import { PEOPLE, SYSTEM_LIST } from './fake-organisation.ts'
import { fakePeople } from './fake-people.ts'
import { detail, evidence, findPeople, leave, list, matrix, removal, summary } from './fake-systems.ts'

type Workspace = NonNullable<Output<'workspace.current'>>

/** What the window finds when it opens. */
export type Scenario = 'open' | 'crowd' | 'unflagged' | 'nothing-open' | 'empty' | 'working' | 'stale' | 'failing' | 'gone'

const WORKSPACE: Workspace = {
  name: 'Northwind',
  location: '/home/you/Switchyard/Northwind.switchyard',
  sample: false,
  purpose: { purpose: 'Find systems that hang on one person.', legalBasis: 'Works agreement', noticeDate: '2026-09-01' },
  counts: { liveImports: 5, people: PEOPLE.length, contributions: 1_043_118, components: SYSTEM_LIST.length },
  analysis: { status: 'current', asOf: '2026-11-18' },
  job: null,
  notices: [],
}

const EMPTY: Workspace = {
  ...WORKSPACE,
  name: 'Aurora',
  location: '/home/you/Switchyard/Aurora.switchyard',
  purpose: null,
  counts: { liveImports: 0, people: 0, contributions: 0, components: 0 },
  analysis: { status: 'none', asOf: null },
}

const RECENTS: Output<'workspace.recent'> = [
  { recent: 'r1', name: 'Northwind', location: WORKSPACE.location, sample: false, openedAt: '2026-11-18T09:30:00Z', available: true },
  {
    recent: 'r2',
    name: 'Sample organisation',
    location: '/home/you/Switchyard/Sample.switchyard',
    sample: true,
    openedAt: '2026-11-11T16:02:00Z',
    available: true,
  },
  {
    recent: 'r3',
    name: 'Contoso 2025',
    location: '/home/you/Switchyard/Contoso 2025.switchyard',
    sample: false,
    openedAt: '2026-06-30T08:12:00Z',
    available: true,
  },
  {
    recent: 'r4',
    name: 'Workshop',
    location: '/media/usb/Workshop.switchyard',
    sample: false,
    openedAt: '2026-03-02T10:00:00Z',
    available: false,
  },
]

const STARTS: Readonly<Record<Scenario, Workspace | null>> = {
  open: WORKSPACE,
  crowd: WORKSPACE,
  unflagged: WORKSPACE,
  'nothing-open': null,
  empty: EMPTY,
  working: {
    ...WORKSPACE,
    job: {
      job: 'j1',
      kind: 'import',
      stage: 'Reading contributions-2026-q4.csv',
      done: 0.42,
      rows: 431_072,
      rowsPerSecond: 212_400,
      secondsLeft: 34,
    },
    notices: ['Two files that the workspace does not list were moved to lost/. Nothing was deleted.'],
  },
  stale: { ...WORKSPACE, analysis: { status: 'stale', asOf: '2026-11-18' }, purpose: null },
  failing: WORKSPACE,
  gone: WORKSPACE,
}

/** Only what the screens that exist ask for. */
type Handlers = { [M in Method]?: (input: Input<M>) => Output<M> }

/** The shape of the window's Backend, written out: its own module needs a browser. */
export interface FakeBackend {
  call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>
  on<E extends EventName>(event: E, listener: (data: Event<E>['data']) => void): () => void
  takeFile(file: { readonly name: string }): Promise<string>
  readonly chooseFolder: (() => Promise<string | null>) | null
  emit(event: Event): void
}

export function createFakeBackend(scenario: Scenario, delayMs = 5): FakeBackend {
  const listeners = new Set<(event: Event) => void>()
  const emit = (event: Event) => listeners.forEach(listener => listener(event))
  const files = new Map<string, Output<'imports.inspect'>[number]>()
  let workspace = STARTS[scenario]
  const people = fakePeople(scenario !== 'unflagged', scenario === 'crowd' ? () => crowdColumns(50_000) : undefined)
  let preferences: Output<'preferences.get'> = { theme: 'system', density: 'comfortable' }
  let entries = scenario === 'empty' || scenario === 'nothing-open' ? [] : [...ENTRIES]

  const adopt = (next: Workspace) => {
    workspace = next
    return next
  }
  const change = (id: string, undone: boolean) => {
    entries = entries.map(entry => (entry.import === id ? { ...entry, undone } : entry))
    return adopt({ ...(workspace ?? WORKSPACE) })
  }
  const reported = (id: string) => {
    const found = entries.find(entry => entry.import === id)
    if (!found) throw new AppError('not-found', `There is no import ${id} in this workspace.`)
    return found
  }
  const open = (recent: string | null) => {
    if (recent === 'r3')
      throw new AppError(
        'damaged',
        'data.db in Contoso 2025 is damaged: its check failed at page 214. It was moved aside; the newest good backup is of 29 Jun 2026.',
      )
    return adopt(recent === 'r2' ? { ...WORKSPACE, name: 'Sample organisation', sample: true, purpose: null } : WORKSPACE)
  }
  /** A job that reports four times and ends. */
  const run = (kind: 'import' | 'analysis', end: () => void) => {
    const job = `j${Date.now()}`
    let step = 0
    const timer = setInterval(() => {
      step += 1
      if (step <= 4)
        emit({
          name: 'job.progress',
          data: {
            job,
            kind,
            stage: kind === 'import' ? 'Reading contributions.csv' : 'Finding authors',
            done: step / 5,
            rows: step * 210_000,
            rowsPerSecond: 212_400,
            secondsLeft: 5 - step,
          },
        })
      else {
        clearInterval(timer)
        end()
        emit({
          name: 'job.ended',
          data: { job, kind, outcome: 'done', message: 'Imported 2 files and analysed 1,043,118 contributions.', imports: ['5'] },
        })
        emit({ name: 'workspace.changed', data: workspace })
      }
    }, 500)
    return { job }
  }

  const handlers: Handlers = {
    'app.info': () => ({ version: '0.1.0', host: 'loopback' }),
    'preferences.get': () => preferences,
    'preferences.set': input => (preferences = input),
    'workspace.current': () => workspace,
    'workspace.recent': () => RECENTS,
    'workspace.create': ({ name }) => adopt({ ...EMPTY, name }),
    'workspace.open': input => open('recent' in input ? input.recent : null),
    'workspace.sample': () => open('r2'),
    'workspace.restore': () =>
      adopt({
        ...WORKSPACE,
        name: 'Contoso 2025',
        notices: ['Restored from the backup of 29 Jun 2026. The damaged file is kept beside it.'],
      }),
    'workspace.close': () => (workspace = null),
    'purpose.set': purpose => adopt({ ...(workspace ?? EMPTY), purpose: { ...purpose } }),
    'imports.inspect': input => input.files.map(handle => files.get(handle) ?? inspectionOf(handle, handle)),
    'imports.columns': input => {
      const next = mapped(files.get(input.file) ?? inspectionOf(input.file, input.file), input)
      files.set(input.file, next)
      return next
    },
    'imports.start': () =>
      run('import', () => {
        entries = [...ENTRIES]
        adopt({ ...(workspace ?? WORKSPACE), counts: WORKSPACE.counts, analysis: WORKSPACE.analysis })
      }),
    'imports.list': ({ page }) => ({ total: entries.length, rows: entries.slice(page * 100, page * 100 + 100) }),
    'imports.report': input => reportOf(reported(input.import), input.page),
    'imports.undo': input => change(input.import, true),
    'imports.redo': input => change(input.import, false),
    'analysis.start': () => run('analysis', () => adopt({ ...(workspace ?? WORKSPACE), analysis: WORKSPACE.analysis })),
    'jobs.cancel': () => null,
    'systems.summary': summary,
    'systems.list': list,
    'systems.get': ({ component }) => detail(component),
    'systems.evidence': evidence,
    'systems.matrix': matrix,
    'systems.removal': ({ component }) => removal(component),
    'people.find': findPeople,
    'people.table': people.table,
    'people.get': people.get,
    'people.evidence': people.evidence,
    'routing.get': people.routing,
    'simulation.leave': leave,
  }

  return {
    call: async (method, input) => {
      await new Promise(resolve => setTimeout(resolve, delayMs))
      if (scenario === 'gone' && method.startsWith('systems')) throw new AppError('unavailable', 'Switchyard does not answer any more.')
      if (scenario === 'failing' && method === 'systems.list') throw new AppError('internal', 'Something inside Switchyard went wrong.')
      const handler = handlers[method]
      if (!handler) throw new AppError('not-found', `The invented data has no answer to ${method}.`)
      return handler(input)
    },
    on: (name, listener) => {
      const hear = (event: Event) => {
        if (event.name === name) listener(event.data as Parameters<typeof listener>[0]) // the name says which
      }
      listeners.add(hear)
      return () => listeners.delete(hear)
    },
    takeFile: async file => {
      const handle = `h${files.size + 1}`
      files.set(handle, inspectionOf(handle, file.name))
      return handle
    },
    chooseFolder: null,
    emit,
  }
}
