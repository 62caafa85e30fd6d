/** A scripted backend with invented data, for looking at the window without a host. */
import type { Event, EventName, Input, Method, Output } from '../../src/contract/contract.ts'
import { AppError } from '../../src/contract/wire.ts'
import { crowdColumns } from './fake-crowd.ts'
import { FakeCheck } from './fake-check.ts'
import { inspect, type Inspection } from './fake-files.ts'
import { ENTRIES, reportOf } from './fake-imports.ts'
import { fakeIdentities } from './fake-identities.ts'
import { PEOPLE, SYSTEM_LIST } from './fake-organisation.ts'
import { agents, leaders, organisation, rows } from './fake-organisation-units.ts'
import { fakePeople } from './fake-people.ts'
import { fakeProfiles } from './fake-profiles.ts'
import { QUALITY, QUALITY_UNANALYSED } from './fake-quality.ts'
import { AUDIT, explained, FAIRNESS, fakeSettings, PERIODS } from './fake-settings.ts'
import { detail, evidence, findPeople, leave, list, matrix, removal, summary } from './fake-systems.ts'

type Workspace = NonNullable<Output<'workspace.current'>>

/** What the window finds when it opens. */
export type Scenario = 'open' | 'crowd' | 'unflagged' | 'nothing-open' | 'empty' | 'unanalysed' | 'working' | 'stale' | 'failing' | 'gone'

const WORKSPACE: Workspace = {
  name: 'Northwind',
  location: '/home/you/Switchyard/Northwind.switchyard',
  sample: false,
  purpose: { purpose: 'Find systems that hang on one person.', legalBasis: 'Works agreement', noticeDate: '2026-09-01' },
  counts: { liveImports: 5, people: PEOPLE.length, contributions: 1_043_118, components: SYSTEM_LIST.length },
  analysis: { status: 'current', asOf: '2026-11-18' },
  scope: { shows: 'people', leastPeople: 5 },
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
  unanalysed: { ...WORKSPACE, analysis: { status: 'none', asOf: null } },
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

type JobKind = Event<'job.ended'>['data']['kind']

const MESSAGES: Readonly<Record<JobKind, string>> = {
  check: 'Checked the files.',
  import: 'Imported 2 files and analysed 1,043,118 contributions.',
  analysis: 'The analysis is up to date.',
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
  /** Names of the files that were handed over. */
  const files = new Map<string, string>()
  let check: FakeCheck | null = null
  let job: { readonly id: string; readonly cancel: () => void } | null = null
  let workspace = STARTS[scenario]
  const people = fakePeople(scenario !== 'unflagged', scenario === 'crowd' ? () => crowdColumns(50_000) : undefined)
  let jobs = 0
  let preferences: Output<'preferences.get'> = { theme: 'system', density: 'comfortable' }
  let entries = scenario === 'empty' || scenario === 'nothing-open' ? [] : [...ENTRIES]

  const identities = fakeIdentities(...(scenario === 'unflagged' ? [[], []] : []))
  const profiles = fakeProfiles(...(scenario === 'empty' ? [[]] : []))

  const settings = fakeSettings()

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
  const run = (kind: JobKind, files: number, end: () => void, tickMs = 500) => {
    const id = `j${++jobs}`
    let step = 0
    const ended = (outcome: 'done' | 'cancelled') => {
      clearInterval(timer)
      job = null
      if (outcome === 'done') end()
      const imports = outcome === 'done' && kind === 'import' ? ['5', '1'].slice(0, files) : []
      const message = outcome === 'done' ? MESSAGES[kind] : 'Cancelled. Nothing of it was saved.'
      emit({ name: 'job.ended', data: { job: id, kind, outcome, message, imports } })
      emit({ name: 'workspace.changed', data: workspace })
    }
    const timer = setInterval(() => {
      step += 1
      if (step > 4) return ended('done')
      emit({
        name: 'job.progress',
        data: {
          job: id,
          kind,
          stage: kind === 'analysis' ? 'Finding authors' : 'Reading contributions.csv',
          done: step / 5,
          rows: step * 210_000,
          rowsPerSecond: 212_400,
          secondsLeft: 5 - step,
        },
      })
    }, tickMs)
    job = { id, cancel: () => ended('cancelled') }
    return { job: id }
  }
  const checked = () => {
    if (!check) throw new AppError('not-found', 'Nothing was checked since the workspace changed.')
    return check
  }
  const fitting = (inspection: Inspection) =>
    profiles
      .list()
      .map(({ name }) => name)
      .filter(name => {
        const { kind, columns } = profiles.get(name)
        return kind === inspection.kind && Object.values(columns).every(header => header === '' || inspection.headers.includes(header))
      })
  const look = (handle: string, mapping: Inspection['mapping']) => {
    const name = files.get(handle) ?? handle
    return inspect(handle, name, mapping, fitting(inspect(handle, name, mapping, [])))
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
    'imports.inspect': input => input.files.map(handle => look(handle, null)),
    'imports.remap': ({ handle, mapping }) => look(handle, mapping),
    'imports.check': input =>
      run('check', input.files.length, () => (check = new FakeCheck(input.files, handle => files.get(handle) ?? handle)), delayMs * 30),
    'imports.review': () => checked().review,
    'imports.rows': input => checked().rows(input),
    'imports.changes': input => checked().changes(input),
    'imports.rejected': input => checked().rejected(input),
    'imports.start': input =>
      run(
        'import',
        input.files.length,
        () => {
          entries = [...ENTRIES]
          adopt({ ...(workspace ?? WORKSPACE), counts: WORKSPACE.counts, analysis: WORKSPACE.analysis })
        },
        delayMs * 100,
      ),
    'imports.list': ({ page }) => ({ total: entries.length, rows: entries.slice(page * 100, page * 100 + 100) }),
    'imports.report': input => reportOf(reported(input.import), input.page),
    'imports.undo': input => change(input.import, true),
    'imports.redo': input => change(input.import, false),
    'profiles.list': profiles.list,
    'profiles.get': ({ name }) => profiles.get(name),
    'profiles.save': profiles.save,
    'profiles.remove': ({ name }) => profiles.remove(name),
    'profiles.export': ({ name }) => profiles.exported(name),
    'profiles.import': profiles.imported,
    'identities.list': identities.list,
    'identities.bots': identities.bots,
    'identities.decide': identities.decide,
    'identities.decideBot': identities.decideBot,
    'identities.undo': ({ decision }) => {
      identities.undo(decision)
      return adopt({ ...(workspace ?? WORKSPACE) })
    },
    'quality.get': () => (workspace?.analysis.status === 'none' ? QUALITY_UNANALYSED : QUALITY),
    'settings.get': settings.get,
    'settings.set': input => {
      const answer = settings.set(input)
      emit({
        name: 'workspace.changed',
        data: adopt({ ...(workspace ?? WORKSPACE), analysis: { ...WORKSPACE.analysis, status: 'stale' } }),
      })
      return answer
    },
    'settings.count': input => {
      if (workspace?.analysis.status === 'none') throw new AppError('not-found', 'Nothing has been analysed yet.')
      return settings.count(input)
    },
    'method.get': explained,
    'fairness.get': () => FAIRNESS,
    'audit.list': () => AUDIT,
    'periods.list': () => PERIODS,
    'periods.compute': () => run('analysis', 0, () => undefined),
    'workspace.setScope': scope => adopt({ ...(workspace ?? WORKSPACE), scope }),
    'analysis.start': () => run('analysis', 0, () => adopt({ ...(workspace ?? WORKSPACE), analysis: WORKSPACE.analysis })),
    'jobs.cancel': input => {
      if (job?.id === input.job) job.cancel()
      return null
    },
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
    'organisation.get': organisation(scenario === 'crowd', scenario === 'unflagged'),
    'organisation.rows': rows,
    'leaders.get': leaders(scenario === 'unflagged'),
    'agents.get': () => agents(scenario === 'unflagged'),
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
      files.set(handle, file.name)
      return handle
    },
    chooseFolder: null,
    emit,
  }
}
