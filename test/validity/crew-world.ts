/** Who is in which crew, who plays which part, and which systems there are. */
import { seededRandom } from '../../src/analysis/seeded-random.ts'
import type { SeededRandom } from '../../src/analysis/seeded-random.ts'
import type { ContributionInput } from '../analysis/dataset-builder.ts'
import { LEADER_PARTS, outputOf, OWN_SYSTEM } from './crew-parts.ts'
import type { CrewOptions, CrewPart } from './crew-parts.ts'

export interface Member {
  readonly id: string
  readonly crew: number
  readonly part: CrewPart | null
  readonly isLead: boolean
  readonly output: number
  /** Index of the system that is theirs alone, or -1. */
  readonly own: number
}

export interface System {
  readonly name: string
  readonly crew: number
  readonly criticality: number
  files: number
}

export const isOwn = ({ name }: System) => name.startsWith('own')

export interface World {
  readonly random: SeededRandom
  readonly options: CrewOptions
  readonly members: readonly Member[]
  readonly systems: System[]
  readonly contributions: ContributionInput[]
}

export function worldOf(options: CrewOptions): World {
  const random = seededRandom(options.seed, 4242)
  const places = Array.from({ length: options.crews }, (_, crew) => Array.from({ length: 6 + random.below(4) }, () => crew)).flat()
  // The keys of `parts` are parts.
  const wanted = (Object.entries(options.parts) as [CrewPart, number][]).flatMap(([part, count]) =>
    Array.from({ length: count }, () => part),
  )
  const leaders = wanted.filter(part => LEADER_PARTS.includes(part))
  const others = wanted.filter(part => !LEADER_PARTS.includes(part))
  const castOf = new Map<number, CrewPart>()
  // Nobody's crew is made of odd people alone: each next part goes to the next crew.
  const free = shuffled(
    [...places.keys()].filter(place => places[place] === places[place - 1]),
    random,
  )
  const crewOrder = free.toSorted((a, b) => rankInCrew(places, free, a) - rankInCrew(places, free, b))
  for (const [turn, part] of others.entries()) castOf.set(crewOrder[turn] ?? fail(), part)
  const leads = shuffled(
    [...places.keys()].filter(place => places[place] !== places[place - 1]),
    random,
  )
  for (const [turn, part] of leaders.entries()) castOf.set(leads[turn] ?? fail(), part)

  const systems: System[] = []
  for (let crew = 0; crew < options.crews; crew++)
    for (let turn = 0; turn <= random.below(2) + 1; turn++)
      systems.push({ name: `crew ${crew} system ${turn}`, crew, criticality: 1 + random.below(4), files: 0 })
  const members = places.map((crew, place): Member => {
    const part = castOf.get(place) ?? null
    const isLead = places[place - 1] !== crew
    const owned = part === null ? undefined : OWN_SYSTEM[part]
    if (owned) systems.push({ name: `own system of ${place}`, crew, criticality: owned.criticality, files: 0 })
    const spread = part === null ? 0.22 : 0.1
    return {
      id: `m${String(place).padStart(4, '0')}`,
      crew,
      part,
      isLead,
      output: (part === null ? 1 : outputOf(part, options)) * Math.exp(spread * options.noise * normal(random)),
      own: owned ? systems.length - 1 : -1,
    }
  })
  for (const { part, crew } of members) {
    if (part !== 'leader_of_little' && part !== 'distant') continue
    for (const [at, system] of systems.entries())
      if (system.crew === crew && !isOwn(system)) systems[at] = { ...system, criticality: part === 'distant' ? 5 : 1 }
  }
  return { random, options, members, systems, contributions: [] }
}

const rankInCrew = (places: readonly number[], order: readonly number[], place: number) =>
  order.filter(other => places[other] === places[place]).indexOf(place)

function fail(): never {
  throw new RangeError('there are more parts than people to play them')
}

export function shuffled<Value>(values: readonly Value[], random: SeededRandom): Value[] {
  return values
    .map(value => ({ value, by: random.unit() }))
    .toSorted((a, b) => a.by - b.by)
    .map(({ value }) => value)
}

/** Box and Muller. */
export const normal = (random: SeededRandom) => Math.sqrt(-2 * Math.log(1 - random.unit())) * Math.cos(2 * Math.PI * random.unit())
export const hoursAround = ({ random, options }: World, hours: number) =>
  Math.max(0.25, Math.round(40 * hours * Math.exp(0.6 * options.noise * normal(random))) / 40)
