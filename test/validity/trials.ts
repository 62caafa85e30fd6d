/** Makes the organisations of a line-up, one at a time, for together they would not fit into memory. */
import Papa from 'papaparse'
import { generateOrganisation } from '../../fixtures/organisation.ts'
import type { OrganisationOptions } from '../../fixtures/options.ts'
import type { Organisation } from '../../fixtures/organisation.ts'
import type { Pattern } from '../../src/domain/flag.ts'
import { agentOrganisation, BLIND_PERSON } from '../analysis/agent-organisation.ts'
import type { UnitHabit } from '../analysis/agent-organisation.ts'
import { leaderOrganisation } from '../analysis/leader-organisation.ts'
import type { LeaderHabit } from '../analysis/leader-organisation.ts'
import { datasetOfFiles } from '../analysis/organisation-dataset.ts'
import { PLAIN, plainOrganisation } from '../analysis/plain-organisation.ts'
import type { Habit, PlainOptions } from '../analysis/plain-organisation.ts'
import { crewOrganisation } from './crew-organisation.ts'
import type { CrewOptions, CrewPart } from './crew-parts.ts'
import { DISTURBANCES } from './disturbances.ts'
import type { Lineup } from './lineup.ts'
import type { Group, Trial } from './trial.ts'

const FILE_PATTERNS: readonly Pattern[] = [
  'builder_trap',
  'enabler_trap',
  'coordination_path',
  'systems_thinker',
  'misrouted_systems_thinker',
  'about_to_be_misrouted',
]
const ROUTES: readonly Pattern[] = ['coordination_path', 'systems_thinker', 'misrouted_systems_thinker', 'about_to_be_misrouted']
const HABITS: Partial<Record<Habit, readonly Pattern[]>> = {
  thinker: ['systems_thinker'],
  planned_thinker: ['systems_thinker', 'about_to_be_misrouted'],
  moved: ['coordination_path'],
  moved_thinker: ['coordination_path', 'misrouted_systems_thinker'],
}
const CREW_PATTERNS: readonly Pattern[] = ['builder_trap', 'enabler_trap', 'distant_leader']
const PARTS: Partial<Record<CrewPart, Pattern>> = { keeper: 'builder_trap', unseen_enabler: 'enabler_trap', distant: 'distant_leader' }
const LEADERS: readonly LeaderHabit[] = [
  'distant',
  'ordinary',
  'player_coach',
  'newly_promoted',
  'newly_hired',
  'part_time',
  'back_from_leave',
  'no_decisions_recorded',
  'answers_for_little',
  'without_a_trace',
  'led_through_decisions',
  'distant',
]
const AGENT_UNITS: readonly UnitHabit[] = ['ordinary', 'blind', 'watched', 'reverting', 'unreviewed', 'ordinary', 'ordinary', 'ordinary']

/** In a fixed order. */
export async function* trialsOf(lineup: Lineup): AsyncGenerator<Trial> {
  for (const options of lineup.files) yield await fileTrial(options, 'complete', 'all files')
  for (const options of lineup.weeks) yield weekTrial(options)
  for (const options of lineup.crews) yield crewTrial(options)
  for (const seed of lineup.leaders) yield* leaderTrials(seed)
  for (const seed of lineup.agents) yield* agentTrials(seed)
  for (const options of lineup.emptyFiles) yield await fileTrial({ ...options, plant: false }, 'nobody planted', 'all files')
  for (const seed of lineup.missing) yield* missingTrials(seed)
  for (const seed of lineup.disturbed) yield* disturbedTrials(seed)
}

const named = (options: object) =>
  Object.entries(options)
    .map(([name, value]) =>
      value !== null && typeof value === 'object'
        ? `${name} ${JSON.stringify(value).replaceAll(/["{}]/g, '')}`
        : `${name} ${String(value)}`,
    )
    .join(', ')

async function fileTrial(
  options: Partial<OrganisationOptions>,
  group: Group,
  condition: string,
  change: (files: Organisation['files']) => Organisation['files'] = files => files,
): Promise<Trial> {
  const { files, truth } = generateOrganisation(options)
  return {
    style: 'files',
    name: named(options),
    group,
    condition,
    dataset: await datasetOfFiles(change(files)),
    judged: FILE_PATTERNS,
    planted: new Map(truth.people.flatMap(({ personId, plants }) => (plants.length === 0 ? [] : [[personId, plants]]))),
    alike: new Map(truth.people.flatMap(({ personId, lookalike }) => (lookalike === null ? [] : [[personId, lookalike]]))),
  }
}

function weekTrial(options: Partial<PlainOptions>): Trial {
  const { dataset, habitOf } = plainOrganisation(options)
  const { handsOnLeft, itemEveryDays } = { ...PLAIN, ...options }
  const isClear = handsOnLeft === PLAIN.handsOnLeft && itemEveryDays === PLAIN.itemEveryDays
  const planted = [...habitOf].flatMap(([id, habit]): [string, readonly Pattern[]][] => (HABITS[habit] ? [[id, HABITS[habit]]] : []))
  return {
    style: 'weeks',
    name: named(options),
    group: planted.length === 0 ? 'nobody planted' : isClear ? 'complete' : 'near the gates',
    condition: isClear ? 'all files' : 'near the gates',
    dataset,
    judged: ROUTES,
    planted: new Map(planted),
    alike: new Map([...habitOf].flatMap(([id, habit]) => (habit === 'ordinary' || HABITS[habit] ? [] : [[id, `${habit}`]]))),
  }
}

function crewTrial(options: CrewOptions): Trial {
  const { dataset, partOf } = crewOrganisation(options)
  const planted = [...partOf].flatMap(([id, part]): [string, readonly Pattern[]][] => (PARTS[part] ? [[id, [PARTS[part]]]] : []))
  const { seed, crews, noise, clarity, parts } = options
  return {
    style: 'crews',
    name: named({
      seed,
      crews,
      noise,
      clarity,
      planted: planted.length,
      alike: Object.values(parts).reduce((sum, count) => sum + count, 0) - planted.length,
    }),
    group: planted.length === 0 ? 'nobody planted' : clarity < 1 ? 'near the gates' : 'complete',
    condition: clarity < 1 ? `clarity ${clarity}` : 'all files',
    dataset,
    judged: CREW_PATTERNS,
    planted: new Map(planted),
    alike: new Map([...partOf].flatMap(([id, part]) => (PARTS[part] ? [] : [[id, part]]))),
  }
}

function* leaderTrials(seed: number): Generator<Trial> {
  for (const habits of [LEADERS, LEADERS.map((): LeaderHabit => 'ordinary')]) {
    const { dataset, habitOf } = leaderOrganisation({ seed: habits === LEADERS ? seed : 100 + seed, habits })
    const isEmpty = habits !== LEADERS
    yield {
      style: 'leaders',
      name: named({ seed }),
      group: isEmpty ? 'nobody planted' : 'complete',
      condition: 'all files',
      dataset,
      judged: ['distant_leader'],
      planted: new Map(
        [...habitOf].flatMap(([id, habit]): [string, readonly Pattern[]][] => (habit === 'distant' ? [[id, ['distant_leader']]] : [])),
      ),
      alike: new Map(
        isEmpty ? [] : [...habitOf].flatMap(([id, habit]) => (habit === 'distant' || habit === 'ordinary' ? [] : [[id, habit]])),
      ),
    }
  }
}

function* agentTrials(seed: number): Generator<Trial> {
  const empty = AGENT_UNITS.map((): UnitHabit => 'ordinary')
  for (const [habits, blindPerson] of [
    [AGENT_UNITS, false],
    [empty, true],
    [empty, false],
  ] as const) {
    const units = habits.map((habit, at) => [`Product/Unit ${at}`, habit] as const)
    const blind = units.flatMap(([unit, habit]) => (habit === 'blind' || habit === 'reverting' ? [unit] : []))
    const planted = [...blind, ...(blindPerson ? [BLIND_PERSON] : [])]
    yield {
      style: 'agents',
      name: named({ seed, blindPerson }),
      group: planted.length === 0 ? 'nobody planted' : 'complete',
      condition: 'all files',
      dataset: agentOrganisation({ seed, habits, blindPerson }),
      judged: ['speed_without_eyes'],
      planted: new Map(planted.map(id => [id, ['speed_without_eyes']])),
      alike: new Map(units.flatMap(([unit, habit]) => (habit === 'watched' || habit === 'unreviewed' ? [[unit, `${habit} unit`]] : []))),
    }
  }
}

const SMALL: Partial<OrganisationOptions> = { people: 90, components: 10 }
const without =
  (...dropped: readonly string[]) =>
  (files: Organisation['files']) =>
    Object.fromEntries(Object.entries(files).filter(([name]) => !dropped.includes(name)))

function withoutColumns(file: string, ...columns: readonly string[]) {
  return (files: Organisation['files']) => {
    const { data, meta } = Papa.parse<Record<string, string>>(files[file]!, { header: true, skipEmptyLines: true })
    const fields = (meta.fields ?? []).filter(field => !columns.includes(field))
    return { ...files, [file]: `${Papa.unparse(data, { columns: fields, newline: '\n' })}\n` }
  }
}

type Change = (files: Organisation['files']) => Organisation['files']
const MISSING: readonly (readonly [condition: string, options: Partial<OrganisationOptions>, change: Change])[] = [
  ['twelve months of records', { months: 12 }, files => files],
  ['no artifact is named', { artifacts: false }, files => files],
  ['use is not recorded', { usesLogged: false }, files => files],
  ['changes are not marked', { changeMarks: false }, files => files],
  ['no ratings and no pay', {}, withoutColumns('people.csv', 'performance_rating', 'comp_ratio')],
  ['no outcomes', {}, withoutColumns('contributions.csv', 'outcome')],
  ['no history', {}, without('history.csv')],
  ['no meetings', {}, without('meetings.csv')],
  ['no components', {}, without('components.csv')],
  ['no work items', {}, without('work_items.csv')],
  ['people and contributions alone', {}, without('history.csv', 'meetings.csv', 'components.csv', 'work_items.csv', 'artifacts.csv')],
  [
    'contributions alone',
    { messy: false },
    without('people.csv', 'history.csv', 'meetings.csv', 'components.csv', 'work_items.csv', 'artifacts.csv'),
  ],
]

async function* missingTrials(seed: number): AsyncGenerator<Trial> {
  for (const [condition, options, change] of MISSING) yield await fileTrial({ seed, ...SMALL, ...options }, 'missing', condition, change)
}

async function* disturbedTrials(seed: number): AsyncGenerator<Trial> {
  const trial = await fileTrial({ seed, ...SMALL }, 'disturbed', 'as it was')
  for (const [condition, disturb] of Object.entries({ 'as it was': (one: Trial['dataset']) => one, ...DISTURBANCES }))
    yield { ...trial, condition, dataset: disturb(trial.dataset) }
}
