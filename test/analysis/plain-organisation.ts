/** A second, plainer way of making an organisation, so that the routes are not checked by one generator's habits alone. */
import { isoDate, weekOf, weekStart } from '../../src/domain/calendar.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import { seededRandom } from '../../src/analysis/seeded-random.ts'
import type { SeededRandom } from '../../src/analysis/seeded-random.ts'
import { buildDataset, dayOf } from './dataset-builder.ts'
import type { ContributionInput, DatasetInput, HistoryInput, MeetingInput, PersonInput } from './dataset-builder.ts'

/** `dabbler`: a senior who does more, decides better and knows more systems than others, but carries nothing whole. */
export type Habit = 'ordinary' | 'thinker' | 'planned_thinker' | 'moved_thinker' | 'moved' | 'player_coach' | 'dabbler' | 'architect'

export interface PlainOptions {
  readonly seed: number
  readonly people: number
  readonly habits: Partial<Record<Habit, number>>
  /** `zero`: the tracker has the column and never counts. */
  readonly handoffs: 'counted' | 'zero' | 'none'
  readonly meetings: boolean
  /** Pieces of work a week. */
  readonly pace: number
  readonly levels: boolean
  /** The part of the former pieces of work that is left after a move away from it. */
  readonly handsOnLeft: number
  /** Days from one carried item to the next, at least. */
  readonly itemEveryDays: number
}

export const PLAIN: PlainOptions = {
  seed: 1,
  people: 60,
  habits: {},
  handoffs: 'counted',
  meetings: true,
  pace: 2,
  levels: true,
  handsOnLeft: 0.08,
  itemEveryDays: 36,
}
const AS_OF = dayOf('2026-03-31')
const WEEKS = 104
const MOVED_WEEKS_AGO = 34
const UNIT_SIZE = 12

interface Ticket {
  readonly id: string
  readonly component: number
  readonly opened: number
  readonly size: number
  left: number
  handoffs: number
  last: string | null
  finished: number | null
}

export interface PlainOrganisation {
  readonly dataset: Dataset
  readonly habitOf: ReadonlyMap<string, Habit>
}

export function plainOrganisation(given: Partial<PlainOptions>): PlainOrganisation {
  const options = { ...PLAIN, ...given }
  const random = seededRandom(options.seed, 77)
  const ids = Array.from({ length: options.people }, (_, index) => `p${String(index).padStart(4, '0')}`)
  const habitOf = castHabits(ids, options.habits, random)
  const world: World = {
    random,
    options,
    componentCount: Math.max(6, Math.round(options.people / 6)),
    tickets: [],
    open: new Map(),
    contributions: [],
    meetings: [],
  }
  for (let week = 0; week < WEEKS; week++) {
    const monday = weekStart(weekOf(AS_OF)) - 7 * (WEEKS - 1 - week)
    for (const [index, id] of ids.entries()) if (random.unit() > 0.1) workWeek(world, id, index, habitOf.get(id)!, monday, WEEKS - 1 - week)
  }
  carryItems(world, ids, habitOf)
  return { dataset: buildDataset(inputOf(world, ids, habitOf)), habitOf }
}

interface World {
  readonly random: SeededRandom
  readonly options: PlainOptions
  readonly componentCount: number
  readonly tickets: Ticket[]
  readonly open: Map<number, Ticket[]>
  readonly contributions: ContributionInput[]
  readonly meetings: MeetingInput[]
}

function castHabits(ids: readonly string[], habits: PlainOptions['habits'], random: SeededRandom): Map<string, Habit> {
  const free = [...ids]
  const habitOf = new Map<string, Habit>(ids.map(id => [id, 'ordinary']))
  // The keys of `habits` are habits.
  for (const [habit, count] of Object.entries(habits) as [Habit, number][])
    for (let turn = 0; turn < count; turn++) habitOf.set(free.splice(random.below(free.length), 1)[0]!, habit)
  return habitOf
}

const isCarrier = (habit: Habit) => habit === 'thinker' || habit === 'planned_thinker' || habit === 'moved_thinker'
const isMoved = (habit: Habit) => habit === 'moved' || habit === 'moved_thinker' || habit === 'player_coach'

function countOf(random: SeededRandom, mean: number): number {
  let [count, left] = [0, mean]
  for (; left > 0; left -= 0.5) if (random.unit() < Math.min(0.5, left)) count++
  return count
}

function workWeek(world: World, id: string, index: number, habit: Habit, monday: number, weeksAgo: number): void {
  const { random, options } = world
  const leads = isMoved(habit) && weeksAgo < MOVED_WEEKS_AGO
  const hasLeftTheWork = leads && habit !== 'player_coach'
  const busy = habit === 'dabbler' ? 1.6 : isCarrier(habit) ? 0.45 : habit === 'architect' ? 0.2 : 1
  const pieces = countOf(random, options.pace * (hasLeftTheWork ? options.handsOnLeft : busy * (leads ? 0.9 : 1)))
  for (let piece = 0; piece < pieces; piece++) buildPiece(world, id, index, habit, monday + random.below(5))
  const decisions = countOf(random, habit === 'architect' ? 1.2 : habit === 'dabbler' ? 0.4 : 0.08)
  for (let turn = 0; turn < decisions && !hasLeftTheWork; turn++) decide(world, id, index, habit, monday + random.below(5))
  for (let turn = countOf(random, leads ? 1.2 : 0.15); turn > 0; turn--)
    world.contributions.push({
      person: id,
      at: isoDate(monday + random.below(5)),
      kind: random.unit() < 0.5 ? 'planning' : 'status_report',
    })
  if (options.meetings)
    world.meetings.push({
      person: id,
      week: isoDate(monday),
      meetingHours: (hasLeftTheWork ? 19 : leads ? 11 : 7) * (0.7 + 0.6 * random.unit()),
    })
}

/** Two systems near the person's unit; a dabbler's and an architect's are everywhere. */
function someComponent({ random, componentCount }: World, index: number, habit: Habit): number {
  if (habit === 'dabbler' || habit === 'architect') return random.below(componentCount)
  const home = Math.floor(index / UNIT_SIZE) * 2
  return (home + random.below(random.unit() < 0.9 ? 2 : 4)) % componentCount
}

function ticketOf(world: World, component: number, day: number): Ticket {
  const open = (world.open.get(component) ?? []).filter(({ finished }) => finished === null)
  world.open.set(component, open)
  if (open.length > 0 && (open.length > 4 || world.random.unit() < 0.75)) return open[world.random.below(open.length)]!
  const size = 1 + world.random.below(8)
  const ticket = {
    id: `T${world.tickets.length}`,
    component,
    opened: day - world.random.below(9),
    size,
    left: 3 + size,
    handoffs: 0,
    last: null,
    finished: null,
  }
  world.tickets.push(ticket)
  open.push(ticket)
  return ticket
}

/** What is done still waits for somebody to release it. */
function touch(ticket: Ticket, id: string, day: number, random: SeededRandom): void {
  if (ticket.last !== null && ticket.last !== id) ticket.handoffs++
  ticket.last = id
  if (--ticket.left <= 0) ticket.finished = Math.min(AS_OF, day + 4 + random.below(24))
}

const pick = <Value>(random: SeededRandom, list: readonly Value[]): Value => list[random.below(list.length)]!

function buildPiece(world: World, id: string, index: number, habit: Habit, day: number): void {
  const { random } = world
  const component = someComponent(world, index, habit)
  const chance = random.unit()
  const kind =
    chance < 0.72
      ? pick(random, ['commit', 'pull_request', 'fix', 'feature'])
      : chance < 0.9
        ? 'review'
        : pick(random, ['documentation', 'tooling', 'mentoring'])
  const ticket = random.unit() < 0.8 ? ticketOf(world, component, day) : null
  if (ticket && kind !== 'review') touch(ticket, id, day, random)
  world.contributions.push({
    person: id,
    at: isoDate(day),
    kind,
    component: `system ${component}`,
    size: 10 + random.below(300),
    ...(ticket ? { workItem: ticket.id } : {}),
  })
}

function decide(world: World, id: string, index: number, habit: Habit, day: number): void {
  const { random } = world
  const component = someComponent(world, index, habit)
  const works = habit === 'ordinary' ? 0.6 : 0.85
  const kind = pick(
    random,
    habit === 'architect' ? ['design_decision', 'architecture', 'decomposition'] : ['design_decision', 'product_decision'],
  )
  const isDecided = kind.endsWith('decision')
  world.contributions.push({
    person: id,
    at: isoDate(day),
    kind,
    component: `system ${component}`,
    ...(random.unit() < 0.6 ? { workItem: ticketOf(world, component, day).id } : {}),
    ...(isDecided ? { outcome: random.unit() < works ? ('worked' as const) : ('failed' as const) } : {}),
  })
}

/** What carriers do from the decision to the guide, eight times a year. */
function carryItems(world: World, ids: readonly string[], habitOf: ReadonlyMap<string, Habit>): void {
  const { random, componentCount, options } = world
  for (const id of ids) {
    const habit = habitOf.get(id)!
    if (!isCarrier(habit)) continue
    const until = habit === 'moved_thinker' ? AS_OF - 7 * MOVED_WEEKS_AGO : AS_OF
    for (let day = AS_OF - 7 * (WEEKS - 2) + random.below(40); day + 16 < until; day += options.itemEveryDays + random.below(14)) {
      const component = random.below(componentCount)
      const workItem = `T${world.tickets.length}`
      const finished = day + 9 + random.below(5)
      const ticket: Ticket = {
        id: workItem,
        component,
        opened: day,
        size: 2 + random.below(7),
        left: 0,
        handoffs: random.below(2),
        last: null,
        finished,
      }
      world.tickets.push(ticket)
      const step = (after: number, kind: string, more: Partial<ContributionInput> = {}) =>
        world.contributions.push({ person: id, at: isoDate(day + after), kind, component: `system ${component}`, workItem, ...more })
      step(0, pick(random, ['product_decision', 'design_decision']), { outcome: random.unit() < 0.92 ? 'worked' : 'failed' })
      if (random.unit() < 0.6) step(1, 'architecture', { size: 100 })
      step(2, 'decomposition')
      for (let piece = 0; piece < 3; piece++) step(3 + piece * 2, 'pull_request', { size: 20 + random.below(200) })
      if (random.unit() < 0.8) step(9, 'documentation', { size: 50 })
      const helper = pick(random, ids)
      if (helper !== id && random.unit() < 0.3)
        world.contributions.push({
          person: helper,
          at: isoDate(day + 5),
          kind: 'commit',
          component: `system ${component}`,
          workItem,
          size: 20,
        })
    }
  }
}

function inputOf(world: World, ids: readonly string[], habitOf: ReadonlyMap<string, Habit>): DatasetInput {
  const { options, random, tickets, contributions, meetings, componentCount } = world
  const movedOn = isoDate(weekStart(weekOf(AS_OF)) - 7 * MOVED_WEEKS_AGO + 2)
  const people = ids.map((id, index): PersonInput => {
    const habit = habitOf.get(id)!
    return {
      id,
      roleFamily: 'engineering',
      orgUnit: `Unit ${Math.floor(index / UNIT_SIZE)}`,
      track: isMoved(habit) ? 'manager' : 'ic',
      title: isMoved(habit) ? 'Engineering Manager' : 'Software Engineer',
      hireDate: '2019-01-01',
      ...(options.levels ? { levelRank: 2 + random.below(3), level: 'E' } : {}),
      ...(habit === 'planned_thinker' ? { plannedTrack: 'manager' as const } : {}),
    }
  })
  const history = ids.flatMap((personId): HistoryInput[] => [
    { personId, effectiveDate: '2019-01-01', track: 'ic', title: 'Software Engineer', reason: 'hire' },
    ...(isMoved(habitOf.get(personId)!)
      ? [{ personId, effectiveDate: movedOn, track: 'manager' as const, title: 'Engineering Manager', reason: 'promotion' }]
      : []),
  ])
  return {
    people,
    history,
    contributions,
    ...(options.meetings ? { meetings } : {}),
    components: Array.from({ length: componentCount }, (_, index) => ({
      name: `system ${index}`,
      ownerUnit: `Unit ${Math.floor(index / 2)}`,
    })),
    workItems: tickets.map(({ id, component, opened, finished, size, handoffs }) => ({
      id,
      component: `system ${component}`,
      openedAt: opened,
      finishedAt: finished,
      size,
      handoffs: options.handoffs === 'none' ? null : options.handoffs === 'zero' ? 0 : handoffs,
    })),
    asOf: isoDate(AS_OF),
  }
}
