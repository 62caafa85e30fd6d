/** Units whose truth is known: in some more people finish more, in some time goes by between people, in some nothing tells. */
import { addMonths, epochDay, isoDate, monthOf } from '../../src/domain/calendar.ts'
import type { EpochDay } from '../../src/domain/calendar.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import { seededRandom } from '../../src/analysis/seeded-random.ts'
import type { SeededRandom } from '../../src/analysis/seeded-random.ts'
import { buildDataset } from './dataset-builder.ts'
import type { ContributionInput, DatasetInput, PersonInput } from './dataset-builder.ts'

/**
 * `compute`: each person finishes items alone. `communication`: items pass through many hands and wait between them,
 * and as many are finished whoever is there. Null units: `steady` never changes its size, `noise` finishes what chance
 * brings, with middling waits, `contradictory` grows and finishes more although its items wait.
 */
export type UnitHabit = 'compute' | 'communication' | 'steady' | 'noise' | 'contradictory'

export interface PlantedUnit {
  readonly name: string
  readonly habit: UnitHabit
  /** People at its smallest; most sizes reach about twice as many. */
  readonly people: number
  /** Months in which nearly no work is done, counted back from the last (0). */
  readonly frozen?: readonly number[]
  readonly handoffs?: 'counted' | 'zero'
  readonly openedAfterwards?: boolean
}

const AS_OF: EpochDay = epochDay(2026, 3, 31)!
const MONTHS = 30

interface World {
  readonly random: SeededRandom
  readonly people: PersonInput[]
  readonly contributions: ContributionInput[]
  readonly workItems: NonNullable<DatasetInput['workItems']>[number][]
}

export function plantedUnits(seed: number, units: readonly PlantedUnit[]): Dataset {
  const world: World = { random: seededRandom(seed, 501), people: [], contributions: [], workItems: [] }
  for (const unit of units) plantUnit(world, unit)
  return buildDataset({ people: world.people, contributions: world.contributions, workItems: world.workItems, asOf: isoDate(AS_OF) })
}

/** Grows to twice its size after some months and shrinks again by a third, each at its own time. */
function plantUnit(world: World, unit: PlantedUnit): void {
  const { random } = world
  const grows = MONTHS - 6 - random.below(6)
  const shrinks = 6 + random.below(5)
  const most = unit.habit === 'steady' ? unit.people : unit.people * 2
  const members = Array.from({ length: most }, (_, index) => {
    const isLater = index >= unit.people
    const leaves = isLater && index % 3 === 0
    const hireDate = isLater ? monthStart(grows) : addMonths(AS_OF, -60)
    const terminationDate = leaves ? monthStart(shrinks) : null
    return { id: `${unit.name} ${String(index).padStart(2, '0')}`, hireDate, terminationDate }
  })
  for (const { id, hireDate, terminationDate } of members)
    world.people.push({
      id,
      orgUnit: unit.name,
      roleFamily: 'engineering',
      hireDate: isoDate(hireDate),
      terminationDate: terminationDate === null ? null : isoDate(terminationDate),
    })
  const chance = { level: 1 }
  for (let back = MONTHS - 1; back >= 0; back--) {
    // Whoever is new learns for two months before they carry anything.
    const here = members.filter(
      ({ hireDate, terminationDate }) => hireDate <= monthStart(back + 2) && (terminationDate ?? Infinity) > monthStart(back),
    )
    plantMonth(
      world,
      unit,
      here.map(({ id }) => id),
      back,
      chance,
    )
  }
}

const monthStart = (back: number): EpochDay => addMonths(AS_OF + 1, -back - 1)

function plantMonth(
  { random, contributions, workItems }: World,
  unit: PlantedUnit,
  here: readonly string[],
  back: number,
  chance: { level: number },
): void {
  const isFrozen = unit.frozen?.includes(back) === true
  // What chance brings wanders, and knows nothing of how many people there are.
  chance.level = Math.min(1.4, Math.max(0.6, chance.level + (random.unit() - 0.5) * 0.3))
  const expected = {
    compute: here.length * 1.5,
    steady: here.length * 1.5,
    contradictory: here.length * 1.5,
    communication: unit.people * 1.5,
    noise: unit.people * 1.8 * chance.level,
  }[unit.habit]
  const hands = { compute: 1, steady: 2, contradictory: 5, communication: 5, noise: 3 }[unit.habit]
  const wait = { compute: 1, steady: 3, contradictory: 9, communication: 9, noise: 2 }[unit.habit]
  // Work beside the items, so that everybody has about as much to do in every month.
  for (const person of here)
    for (let piece = 0; piece < 2; piece++)
      contributions.push({ person, at: isoDate(dayIn(random, back)), kind: 'commit', component: unit.name, hours: isFrozen ? 4 : 32 })
  const count = Math.floor(expected * (isFrozen ? 0.1 : 1) * (0.7 + 0.6 * random.unit()) + random.unit())
  for (let turn = 0; turn < count; turn++) {
    const finishedAt = dayIn(random, back)
    const passes = hands === 1 ? random.below(2) : hands - 1 + random.below(2)
    const workItem = `${unit.name} item ${workItems.length}`
    const start = random.below(here.length)
    let day = finishedAt - 1
    // From the last hand back to the first: two days of work each, then the wait before it was taken up.
    for (let hand = passes; hand >= 0; hand--) {
      const person = here[(start + hand) % here.length]!
      for (const at of [day, day - 1 - random.below(2)])
        contributions.push({ person, at: isoDate(at), kind: 'commit', component: unit.name, workItem, hours: 2 })
      day -= 3 + Math.round(wait * (0.5 + random.unit()))
    }
    workItems.push({
      id: workItem,
      component: unit.name,
      openedAt: unit.openedAfterwards === true ? finishedAt : day,
      finishedAt,
      handoffs: unit.handoffs === 'zero' ? 0 : passes,
    })
  }
}

function dayIn(random: SeededRandom, back: number): EpochDay {
  const day = monthStart(back) + random.below(28)
  if (monthOf(day) !== monthOf(monthStart(back))) throw new Error('a day outside its month')
  // A Monday where it fell on a weekend, if that is still in the month.
  const weekday = (day + 3) % 7
  return weekday < 5 ? day : day - 2
}
