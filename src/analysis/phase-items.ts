/** Work items from the decision to the guide: which phases somebody covers in each, and how often it changed hands. */
import type { EpochDay } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import type { ContributionKind } from '../domain/kinds.ts'
import type { Effort } from './effort.ts'
import { groupRows, rowsInOrder } from './row-order.ts'
import type { RouteSettings } from './route-settings.ts'
import type { Period } from './window.ts'

export const PHASES = ['decision', 'architecture', 'decomposition', 'execution', 'enabling'] as const
export type Phase = (typeof PHASES)[number]

/** Fewer items with a handoff than this, of those several people worked on, are slips of somebody's hand. */
const COUNTED_FROM = 0.05
const EXECUTION = PHASES.indexOf('execution')

/** The phase of each kind; -1 for coordination, governance and reviews: looking at an item is not carrying it. */
export function phaseOfKinds(dataset: Pick<Dataset, 'kindNames' | 'kindOf'>): Int8Array {
  return Int8Array.from(dataset.kindNames, (name, index) => {
    const kind = dataset.kindOf[index] ?? null
    const phase = kind === null ? null : phaseOf(name, kind)
    return phase === null ? -1 : PHASES.indexOf(phase)
  })
}

function phaseOf(name: string, { mode }: ContributionKind): Phase | null {
  if (name === 'architecture' || name === 'decomposition') return name
  if (mode === 'decide') return 'decision'
  if (mode === 'build') return 'execution'
  return mode === 'enable' && !name.endsWith('review') ? 'enabling' : null
}

/** Rows that belong to a phase of a work item, by person, item, day: group g is one person in one item. */
export interface PhaseRows {
  readonly rows: Uint32Array
  readonly starts: Uint32Array
  readonly person: Int32Array
  readonly item: Int32Array
  /** Per row of Dataset.contributions' kinds. */
  readonly phaseOfKind: Int8Array
  /** Per item: hands changes, as recorded or else as the rows tell; -1 for items without such rows. */
  readonly handoffs: Int16Array
  /** False where the tracker never counts any, or has no such column. */
  readonly handoffsAreCounted: boolean
  /** Per item: micro-hours of all people in its phases, and the first day of them (Infinity without). */
  readonly itemEffort: Float64Array
  readonly itemStart: Float64Array
}

export function phaseRowsOf(dataset: Dataset, effort: Effort): PhaseRows {
  const { contributions, asOf, workItemNames } = dataset
  const phaseOfKind = phaseOfKinds(dataset)
  const wanted = new Uint32Array(contributions.length)
  let wantedCount = 0
  const itemEffort = new Float64Array(workItemNames.length)
  const itemStart = new Float64Array(workItemNames.length).fill(Infinity)
  for (let row = 0; row < contributions.length; row++) {
    const item = contributions.workItem[row]!
    if (item < 0 || contributions.day[row]! > asOf || phaseOfKind[contributions.kind[row]!]! < 0) continue
    wanted[wantedCount++] = row
    itemEffort[item]! += effort.microHours[row]!
    itemStart[item] = Math.min(itemStart[item]!, contributions.day[row]!)
  }
  const rows = rowsInOrder(wanted.subarray(0, wantedCount), [contributions.person, contributions.workItem, contributions.day])
  const starts = new Uint32Array(rows.length + 1)
  let groupCount = 0
  for (let index = 0; index < rows.length; index++) {
    const [row, before] = [rows[index]!, rows[index - 1] ?? -1]
    const isSame =
      index > 0 &&
      contributions.person[row] === contributions.person[before] &&
      contributions.workItem[row] === contributions.workItem[before]
    if (!isSame) starts[groupCount++] = index
  }
  starts[groupCount] = rows.length
  const first = (column: Int32Array) => Int32Array.from(starts.subarray(0, groupCount), start => column[rows[start]!]!)
  const grouped = {
    rows,
    starts: starts.subarray(0, groupCount + 1),
    person: first(contributions.person),
    item: first(contributions.workItem),
    phaseOfKind,
    itemEffort,
    itemStart,
  }
  return { ...grouped, ...handoffsOf(dataset, effort, grouped) }
}

/**
 * Recorded handoffs, unless the tracker never counts any: where all items several people worked on have
 * none, nobody wrote them down. Then, and for items without a number, the person who did most of each
 * phase is followed from phase to phase.
 */
function handoffsOf(
  dataset: Dataset,
  effort: Effort,
  grouped: Omit<PhaseRows, 'handoffs' | 'handoffsAreCounted'>,
): Pick<PhaseRows, 'handoffs' | 'handoffsAreCounted'> {
  const { starts, person, item } = grouped
  const byItem = groupRows(person.length, group => item[group]!, dataset.workItemNames.length)
  const recorded = dataset.workItems.map(one => one?.handoffs ?? null)
  const ofSeveral = recorded.filter((known, one) => known !== null && byItem.offsets[one + 1]! - byItem.offsets[one]! > 1)
  const handoffsAreCounted = ofSeveral.filter(known => known! > 0).length > COUNTED_FROM * ofSeveral.length
  const most = new Float64Array(PHASES.length)
  const lead = new Int32Array(PHASES.length)
  const amounts = new Float64Array(PHASES.length)
  const handoffs = Int16Array.from(recorded, (known, one) => {
    if (handoffsAreCounted && known !== null) return Math.max(0, known)
    const groups = byItem.rows.subarray(byItem.offsets[one], byItem.offsets[one + 1])
    if (groups.length === 0) return -1
    most.fill(-1)
    lead.fill(-1)
    for (const group of groups) {
      addPhaseEffort(dataset, effort, grouped, starts[group]!, starts[group + 1]!, amounts)
      for (let phase = 0; phase < PHASES.length; phase++) {
        if (amounts[phase]! > most[phase]!) [most[phase], lead[phase]] = [amounts[phase]!, person[group]!]
      }
    }
    const leads = lead.filter(one => one >= 0)
    let changes = 0
    for (let phase = 1; phase < leads.length; phase++) if (leads[phase] !== leads[phase - 1]) changes++
    return changes
  })
  return { handoffs, handoffsAreCounted }
}

/** Fills in the micro-hours by phase of some rows; -1 where a phase has no row. */
function addPhaseEffort(
  { contributions }: Dataset,
  { microHours }: Effort,
  { rows, phaseOfKind }: Pick<PhaseRows, 'rows' | 'phaseOfKind'>,
  from: number,
  to: number,
  amounts: Float64Array,
): void {
  amounts.fill(-1)
  for (let index = from; index < to; index++) {
    const row = rows[index]!
    const phase = phaseOfKind[contributions.kind[row]!]!
    amounts[phase] = Math.max(0, amounts[phase]!) + microHours[row]!
  }
}

/** What each person did in each item they last worked on in a period. Person p has the entries offsets[p] up to offsets[p + 1]. */
export interface CarriedItems {
  readonly offsets: Uint32Array
  readonly item: Int32Array
  /** Groups of PhaseRows: entry e rests on its group's rows up to the period's end. */
  readonly group: Int32Array
  /** Entropy in nats over the phases of the person's own effort in the item. */
  readonly phaseEntropy: Float64Array
  /** 1 where they cover enough phases, making among them, and it changed hands at most once. */
  readonly endToEnd: Uint8Array
  /** Their part of all effort in the item's phases. */
  readonly share: Float64Array
}

export function carriedItemsOf(
  dataset: Dataset,
  effort: Effort,
  phaseRows: PhaseRows,
  period: Period,
  settings: RouteSettings,
): CarriedItems {
  const { rows, starts, person, item, handoffs, itemEffort } = phaseRows
  const { day } = dataset.contributions
  const groupOf = new Int32Array(person.length)
  const phaseEntropy = new Float64Array(person.length)
  const endToEnd = new Uint8Array(person.length)
  const share = new Float64Array(person.length)
  let count = 0
  const amounts = new Float64Array(PHASES.length)
  for (let group = 0; group < person.length; group++) {
    const end = endOfPeriod(day, rows, starts[group]!, starts[group + 1]!, period.to)
    if (end === starts[group] || day[rows[end - 1]!]! < period.from) continue
    addPhaseEffort(dataset, effort, phaseRows, starts[group]!, end, amounts)
    let [covered, total] = [0, 0]
    for (let phase = 0; phase < PHASES.length; phase++) {
      if (amounts[phase]! < 0) continue
      covered++
      total += amounts[phase]!
    }
    const one = item[group]!
    const isWhole = covered >= settings.endToEndPhases && amounts[EXECUTION]! >= 0 && handoffs[one]! <= settings.endToEndHandoffs
    groupOf[count] = group
    phaseEntropy[count] = entropyOf(amounts, total)
    endToEnd[count] = isWhole ? 1 : 0
    share[count] = itemEffort[one] === 0 ? 0 : total / itemEffort[one]!
    count++
  }
  const group = groupOf.subarray(0, count)
  return {
    offsets: groupRows(count, entry => person[group[entry]!]!, dataset.people.length).offsets,
    item: group.map(one => item[one]!),
    group,
    phaseEntropy: phaseEntropy.subarray(0, count),
    endToEnd: endToEnd.subarray(0, count),
    share: share.subarray(0, count),
  }
}

function endOfPeriod(day: Int32Array, rows: Uint32Array, from: number, to: number, lastDay: EpochDay): number {
  let end = to
  while (end > from && day[rows[end - 1]!]! > lastDay) end--
  return end
}

/** Shannon entropy in nats of amounts that add up to `total`; 0 without effort. */
export function entropyOf(amounts: ArrayLike<number>, total: number): number {
  let sum = 0
  for (let index = 0; index < amounts.length; index++) {
    const amount = amounts[index]!
    if (amount > 0) sum += amount * Math.log(amount)
  }
  return total > 0 ? Math.max(0, Math.log(total) - sum / total) : 0
}
