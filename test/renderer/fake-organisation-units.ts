/** Invented answers about units, leaders and work with agents. Made once from a fixed seed. */
import type { Input, Output } from '../../src/contract/contract.ts'
import { AppError } from '../../src/contract/wire.ts'
import { PEOPLE, seeded, SYSTEM_LIST } from './fake-organisation.ts'
import { evidence } from './fake-systems.ts'

type Organisation = Output<'organisation.get'>
type Unit = Organisation['units'][number]
type Leaders = Output<'leaders.get'>
type Leader = Leaders['rows'][number]
type Behaviour = Leader['usesTools']

const WINDOW = { from: '2025-11-19', to: '2026-11-18' }
const PAGE_UNITS = 200

const AREAS: Readonly<Record<string, readonly string[]>> = {
  'Product/Payments': ['Ledger', 'Edge', 'Risk', 'Disputes'],
  'Product/Discovery': ['Search', 'Recommendations'],
  'Product/Merchants': ['Onboarding', 'Portal', 'Partners'],
  'Platform/Identity': [],
  'Platform/Data': ['Warehouse', 'Streams'],
  'Platform/Runtime': ['Deploy', 'Observability', 'Edge network'],
  'Corporate/Compliance': [],
}

const paths = [
  ...new Set(Object.entries(AREAS).flatMap(([area, teams]) => [area.split('/')[0]!, area, ...teams.map(team => `${area}/${team}`)])),
].toSorted()
const isLowest = (path: string) => !paths.some(other => other.startsWith(`${path}/`))
const SIZES = new Map(paths.filter(isLowest).map((path, index): [string, number] => [path, 6 + ((index * 7) % 19)]))
/** A few people report to the head of an area and are in no team. */
const peopleOf = (path: string) =>
  [...SIZES].reduce((sum, [lowest, size]) => sum + (lowest === path || lowest.startsWith(`${path}/`) ? size : 0), 0) +
  (isLowest(path) ? 0 : 2)

const BOUNDS: readonly Unit['bound'][] = [
  {
    verdict: 'communication',
    elasticity: 0.21,
    elasticityInterval: { low: -0.04, high: 0.43 },
    elasticityOfPeers: 0.78,
    months: 22,
    waitingShare: 0.46,
    handoffsPerItem: 3.4,
    items: 218,
    finishedPerHead: 0.9,
    finishedPerHeadOfPeers: 1.3,
    peerUnits: 4,
    evidence: [
      'Over 22 months with 9 to 17 people, a tenth more people went with 2 % more finished work (elasticity 0.21, 95 % interval -0.04 to 0.43): more people hardly brought more.',
      '46 % of the working days of 218 finished items went by until the next person took it up, beyond the pauses people make themselves.',
    ],
    against: ['0.9 items a person and month were finished; the median of 4 units beside it is 1.3, and both grew in the last half year.'],
    missing: ['An item changed hands 3.4 times on average (218 items): neither few nor many.'],
  },
  {
    verdict: 'compute',
    elasticity: 1.02,
    elasticityInterval: { low: 0.74, high: 1.31 },
    elasticityOfPeers: 0.78,
    months: 24,
    waitingShare: 0.11,
    handoffsPerItem: 1.2,
    items: 305,
    finishedPerHead: 1.4,
    finishedPerHeadOfPeers: 1.2,
    peerUnits: 4,
    evidence: [
      'Over 24 months with 8 to 14 people, a tenth more people went with 10 % more finished work (elasticity 1.02, 95 % interval 0.74 to 1.31): more people brought more.',
      '11 % of the working days of 305 finished items went by until the next person took it up, beyond the pauses people make themselves.',
    ],
    against: [],
    missing: [],
  },
  {
    verdict: 'undecided',
    elasticity: null,
    elasticityInterval: null,
    elasticityOfPeers: 0.78,
    months: 7,
    waitingShare: 0.28,
    handoffsPerItem: 2.1,
    items: 61,
    finishedPerHead: 1.1,
    finishedPerHeadOfPeers: 1.2,
    peerUnits: 4,
    evidence: ['An item changed hands 2.1 times on average (61 items).'],
    against: [],
    missing: ['There are 7 months with enough people; an elasticity takes 12.'],
  },
  null,
]

function unitOf(unit: string, index: number): Unit {
  const random = seeded(index + 301)
  const people = peopleOf(unit)
  const governance = unit.startsWith('Corporate') ? Math.round(people * 0.7) : Math.floor(random() * 2)
  const [coordinators, crafters] = [Math.round(people * (0.1 + random() * 0.22)), Math.round(people * 0.56)]
  const hours = people * (90 + random() * 160)
  const isThin = unit.endsWith('Partners')
  const [loadBearing, optional] = [0.2 + random() * 0.35, 0.15 + random() * 0.25]
  return {
    unit,
    people,
    coordinationRatio: isThin ? null : coordinators / crafters,
    coordinators: isThin ? null : coordinators,
    crafters: isThin ? null : crafters,
    governance,
    managers: Math.max(1, Math.round(people / 8)),
    managerToCrafter: isThin ? null : Math.max(1, Math.round(people / 8)) / crafters,
    span: 3 + random() * 7,
    layers: 2 + (unit.split('/').length === 1 ? 3 : unit.split('/').length === 2 ? 1 : 0),
    workToMeeting: unit.startsWith('Platform/Data') ? null : 0.7 + random() * 3.4,
    loadBearingHours: isThin ? null : hours * loadBearing,
    optionalHours: isThin ? null : hours * optional,
    untoldHours: isThin ? null : hours * (1 - loadBearing - optional),
    bound: isThin ? null : BOUNDS[index % BOUNDS.length]!,
    roleCompression:
      index % 5 === 0
        ? {
            rolesMerged: 1,
            roles: ['Release manager'],
            meetingHoursBefore: 11.2,
            meetingHoursSince: 9.4,
            meetingHoursChange: -0.16,
            withoutCoordination: true,
          }
        : null,
    promotionSignal:
      index % 3 === 0
        ? {
            promotions: 5,
            build: 1,
            enable: 0,
            coordinate: 3,
            untold: 1,
            people: { build: 9, enable: 2, coordinate: 4 },
            handsOnChange: -0.22,
            followed: 3,
          }
        : null,
  }
}

const UNITS = paths.map(unitOf)
/** As many units as a large company has, for the crowd. */
const MANY = Array.from({ length: 2000 }, (_, index) => {
  const path = `Group ${Math.floor(index / 200) + 1}${index % 200 === 0 ? '' : `/Area ${Math.floor((index % 200) / 20) + 1}`}${index % 20 === 0 ? '' : `/Team ${(index % 20) + 1}`}`
  return { ...unitOf(paths[index % paths.length]!, index), unit: path, people: index % 200 === 0 ? 400 : index % 20 === 0 ? 40 : 2 }
})

export function organisation(isCrowd: boolean, isEmpty: boolean) {
  const all = isEmpty ? [] : isCrowd ? MANY : UNITS
  return ({ page }: Input<'organisation.get'>): Organisation => ({
    asOf: '2026-11-18',
    window: WINDOW,
    total: all.length,
    units: all.slice(page * PAGE_UNITS, (page + 1) * PAGE_UNITS),
    unitsLeftOut: null,
    quality: [
      {
        figure: 'coordination',
        coverage: 0.61,
        missing: [],
        cost: '38.9 % of the hours of coordination name neither a system nor a finished work item: whether they were needed is not known.',
      },
    ],
  })
}

function behaviour(seen: number, of: number, fullTime = 1): Behaviour {
  const share = Math.min(1, seen / of / fullTime)
  const spread = 1.96 * Math.sqrt(((seen / of) * (1 - seen / of) + 1 / of) / of)
  return {
    share,
    seen,
    of,
    interval: { low: Math.max(0, seen / of - spread), high: Math.min(1, seen / of + spread) },
    missing: null,
    rows: seen * 3 + 2,
  }
}
const untold = (missing: string): Behaviour => ({ share: null, seen: 0, of: 0, interval: null, missing, rows: 0 })

const CORE = SYSTEM_LIST.filter(({ criticality }) => criticality === 5).map(({ component }) => component)

const LEADERS: readonly Leader[] = PEOPLE.filter(({ employed }, index) => employed && index % 3 === 0)
  .map(({ personId, name, title, orgUnit }, index): Leader => {
    const random = seeded(index + 77)
    const usesTools = behaviour(Math.floor(random() * 27), 26)
    const presentAtDecisions =
      index % 4 === 1
        ? untold('contributions.participants: 3 decisions on their systems that name who took part (there are 1)')
        : behaviour(1 + Math.floor(random() * 8), 9)
    const pushesBack =
      index % 5 === 2 ? untold('contributions.outcome: of reviews on their systems') : behaviour(Math.floor(random() * 7), 12)
    const shares = [usesTools, presentAtDecisions, pushesBack].map(({ share }) => share ?? 0.5)
    const proximity = index % 20 === 1 ? null : shares.reduce((sum, share) => sum + share, 0) / 3
    const accountability = index % 6 === 5 ? null : [1, 0.8, 0.6][index % 3]!
    const owned = [CORE[index % CORE.length]!, SYSTEM_LIST[(index * 3) % SYSTEM_LIST.length]!.component]
    return {
      personId,
      name,
      title,
      orgUnit,
      why: index % 3 === 0 ? ['reports', 'accountable_for'] : ['reports'],
      reports: 3 + (index % 6),
      peopleBelow: 3 + (index % 6) * 3,
      accountableFor: index % 3 === 0 ? owned : [],
      owned: [...new Set(owned)],
      ownedBy: index % 3 === 0 ? 'accountable_for' : 'owner_unit',
      since: index % 4 === 0 ? null : '2024-03-01',
      proximity,
      usesTools,
      presentAtDecisions,
      pushesBack,
      freshness: index % 7 === 6 ? null : random(),
      freshnessRows: index % 7 === 6 ? 0 : 40 + Math.floor(random() * 200),
      accountability,
      accountableButDistant: accountability === null || proximity === null ? null : accountability * (1 - proximity),
      coverage: 0.8,
      playerCoach: index % 6 === 4 ? null : random() > 0.6,
      handsOn: index % 6 === 4 ? null : { hours: 4 + random() * 20, builderHours: 14.5, builders: 6, comparedWith: 'reports' },
      rebuild: CORE.flatMap((component, place): Leader['rebuild'] => {
        const draw = random()
        if (draw > 0.3 && !owned.includes(component)) return []
        const verdict = draw < 0.12 ? 'ready' : draw < 0.45 ? 'rusty' : 'no evidence'
        const isNone = verdict === 'no evidence'
        return [
          {
            component,
            verdict,
            author: verdict === 'ready' || (verdict === 'rusty' && place % 2 === 0),
            weeksSince: isNone ? null : verdict === 'ready' ? place % 20 : 30 + place,
            phases: isNone ? 0 : 1 + (place % 3),
            agentPractice: place % 4 === 0 ? !isNone : null,
            rows: isNone ? 0 : 12 + place,
          },
        ]
      }),
      lift:
        index % 4 === 2
          ? {
              value: 6.1,
              interval: { low: -2.2, high: 14.8 },
              change: 9.3,
              othersChange: 3.2,
              members: 7,
              units: 5,
              parallelTrends: index % 8 === 2,
            }
          : null,
      distant: accountability !== null && proximity !== null && accountability * (1 - proximity) > 0.55,
    }
  })
  .toSorted((a, b) => (a.name < b.name ? -1 : 1))

export function leaders(isEmpty: boolean) {
  const all = isEmpty ? [] : LEADERS
  const isShown: Readonly<Record<Input<'leaders.get'>['filter']['show'], (leader: Leader) => boolean>> = {
    all: () => true,
    distant: ({ distant }) => distant,
    player_coach: ({ playerCoach }) => playerCoach === true,
    not_ready: ({ owned, rebuild }) =>
      owned.some(system => CORE.includes(system) && rebuild.find(({ component }) => component === system)?.verdict !== 'ready'),
  }
  return ({ filter: { text, show }, page }: Input<'leaders.get'>): Leaders => {
    const found = all.filter(isShown[show]).filter(({ name }) => name.toLowerCase().includes(text.trim().toLowerCase()))
    const count = (one: keyof typeof isShown) => all.filter(isShown[one]).length
    return {
      window: WINDOW,
      counts: { all: all.length, distant: count('distant'), player_coach: count('player_coach'), not_ready: count('not_ready') },
      core: { components: CORE, isMarked: true },
      total: found.length,
      rows: found.slice(page * 50, page * 50 + 50),
      quality: [],
    }
  }
}

export const agents = (isEmpty: boolean): Output<'agents.get'> => ({
  window: WINDOW,
  quality: [],
  agents: isEmpty
    ? null
    : {
        people: 212,
        adopters: 131,
        integrated: 47,
        byActionsAlone: 9,
        adoption: 131 / 212,
        adoptionInterval: { low: 0.55, high: 0.68 },
        integration: 47 / 212,
        integrationInterval: { low: 0.17, high: 0.28 },
        briefingGap: 84 / 212,
        briefingGapInterval: { low: 0.33, high: 0.46 },
        agentWeeks: 2204,
        briefedWeeks: 610,
        evaluatedWeeks: 288,
        configuredWeeks: 174,
        coverage: 0.93,
        missing: ['contributions.agent'],
        rows: 9120,
        units: UNITS.map(({ unit, people }) => ({
          unit,
          people,
          adopters: Math.round(people * 0.6),
          integrated: Math.round(people * 0.2),
        })),
        speedUnits: 1,
        speedWithoutEyes: [
          {
            unit: 'Product/Merchants/Portal',
            people: 13,
            band: 'likely',
            steadiness: 0.88,
            coverage: 0.93,
            agentShareChange: 0.34,
            reviewsPerOutputChange: -0.41,
            revertsChange: 0.5,
            recent: { output: 412, agentOutput: 240, eyes: 130, judged: 120, reverted: 18 },
            earlier: { output: 260, agentOutput: 62, eyes: 139, judged: 131, reverted: 8 },
            reasons: [
              {
                measure: 'agent_share',
                words: 'Agents made 58 % of the changes of the last half year, after 24 % in the one before.',
                value: 0.34,
                threshold: 0.1,
                rows: 302,
              },
              {
                measure: 'eyes',
                words: 'There were 0.32 reviews a change, after 0.53: fewer eyes on each.',
                value: -0.41,
                threshold: -0.2,
                rows: 269,
              },
            ],
            counter: ['The counts say that it happened together, not that agents are why.'],
            wouldChange: ['With 80 more reviews in the half year it would not be raised.'],
          },
        ],
      },
})

/** Rows of some system stand in for those behind a figure. */
export function rows({ figure, page }: Input<'organisation.rows'>): Output<'organisation.rows'> {
  if (figure.kind === 'rebuild') return evidence({ component: figure.component, person: null, page })
  if ('unit' in figure && !UNITS.some(({ unit }) => unit === figure.unit))
    throw new AppError('not-found', 'This figure is not in this analysis any more. Go back and open it again.')
  return evidence({ component: SYSTEM_LIST[1]!.component, person: null, page })
}
