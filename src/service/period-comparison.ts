/** Two days side by side: what is told otherwise, and whether the records, the rule or the work in between made it so. */
import type { Output } from '../contract/contract.ts'
import { isoDate } from '../domain/calendar.ts'
import type { Pattern } from '../domain/flag.ts'
import { compareText } from '../domain/identifiers.ts'
import { capitalised, figure, words } from '../report/wording.ts'
import { dataWords, settingsWords, workWords } from './period-words.ts'
import { type PeriodFlag, type PeriodRecord, type PeriodSystem, type PeriodUnit, personThen } from './period-record.ts'
import { countOf, number } from './spoken-numbers.ts'

type Comparison = Output<'periods.compare'>
type Cause = Comparison['steps'][number]['cause']
type PersonChange = Comparison['people']['rows'][number]
type SystemChange = Comparison['systems']['rows'][number]
type UnitChange = Comparison['units']['rows'][number]

/** A day as it is told now, and as it was told before. */
export interface ToldPeriod {
  readonly record: PeriodRecord
  readonly former: PeriodRecord | null
  /** The former rule over the newer records. */
  readonly formerRule: PeriodRecord | null
}

interface Step {
  readonly cause: Cause
  readonly before: PeriodRecord
  readonly after: PeriodRecord
}

export interface PeriodChanges {
  readonly steps: Comparison['steps']
  readonly people: readonly PersonChange[]
  readonly systems: readonly SystemChange[]
  readonly units: readonly UnitChange[]
}

/** `to` is of the same rule as the record of `from`. Every list is in the order of names. */
export function comparePeriods(from: ToldPeriod, to: PeriodRecord): PeriodChanges {
  const steps = stepsBetween(from, to)
  return {
    steps: steps.map(step => ({ cause: step.cause, words: stepWords(step) })),
    people: personChanges(steps),
    systems: systemChanges(steps),
    units: unitChanges(steps),
  }
}

function stepsBetween({ record, former, formerRule }: ToldPeriod, to: PeriodRecord): Step[] {
  const work: Step = { cause: 'behaviour', before: record, after: to }
  if (former === null) return [work]
  if (formerRule !== null)
    return [{ cause: 'data', before: former, after: formerRule }, { cause: 'settings', before: formerRule, after: record }, work]
  const [otherData, otherRule] = [former.data.digest !== record.data.digest, former.rule !== record.rule]
  return [{ cause: otherData && otherRule ? 'data_and_settings' : otherData ? 'data' : 'settings', before: former, after: record }, work]
}

function stepWords({ cause, before, after }: Step): string[] {
  switch (cause) {
    case 'data':
      return dataWords(before, after)
    case 'settings':
      return settingsWords(before, after)
    case 'data_and_settings':
      return [
        ...dataWords(before, after),
        ...settingsWords(before, after),
        'The former method cannot be run any more, so which of the two it was cannot be told.',
      ]
    case 'behaviour':
      return workWords(before, after)
  }
}

/** What is told of one thing at each step, as text that is equal when the same is told. Null where nothing changes from end to end. */
function causesOf(steps: readonly Step[], tell: (record: PeriodRecord) => string): Cause[] | null {
  const told = [tell(steps[0]!.before), ...steps.map(({ after }) => tell(after))]
  if (told[0] === told.at(-1)) return null
  return steps.filter((_, place) => told[place] !== told[place + 1]).map(({ cause }) => cause)
}

const recordsOf = (steps: readonly Step[]) => [steps[0]!.before, ...steps.map(({ after }) => after)]

/** The entries of a list in each record that is compared, by key. */
function named<Entry>(
  steps: readonly Step[],
  list: (record: PeriodRecord) => readonly Entry[],
  keyOf: (entry: Entry) => string,
): { readonly keys: string[]; readonly find: (record: PeriodRecord, key: string) => Entry | null } {
  const maps = new Map(recordsOf(steps).map(record => [record, new Map(list(record).map(entry => [keyOf(entry), entry]))]))
  const keys = [...new Set([...maps.values()].flatMap(entries => [...entries.keys()]))].sort(compareText)
  return { keys, find: (record, key) => maps.get(record)?.get(key) ?? null }
}

/** Told from plans alone. */
const OF_PLANS: Pattern = 'about_to_be_misrouted'

function personChanges(steps: readonly Step[]): PersonChange[] {
  const [first, last] = [steps[0]!.before, steps.at(-1)!.after]
  const keyOf = ({ personId, pattern }: Pick<PeriodFlag, 'personId' | 'pattern'>) => `${pattern} ${personId}`
  const comparesPlans = first.plansKnown === last.plansKnown
  const compared = ({ flags: list }: PeriodRecord) => list.filter(({ pattern }) => comparesPlans || pattern !== OF_PLANS)
  const flags = named(steps, compared, keyOf)
  const changes = flags.keys.flatMap((key): PersonChange[] => {
    const bandOf = (record: PeriodRecord) => flags.find(record, key)?.band ?? null
    const causes = causesOf(steps, record => bandOf(record) ?? '')
    if (causes === null) return []
    const { personId, pattern } = recordsOf(steps).flatMap(record => flags.find(record, key) ?? [])[0]!
    const [before, after] = [bandOf(first), bandOf(last)]
    const said = [flagWords(pattern, before, after), ...personWords(personId, steps, causes)]
    const name = (personThen(last, personId) ?? personThen(first, personId))?.name ?? personId
    return [{ personId, name, pattern, before, after, causes, words: said.join(' ') }]
  })
  return changes.sort((a, b) => compareText(a.name, b.name) || compareText(a.personId, b.personId) || compareText(a.pattern, b.pattern))
}

function flagWords(pattern: Pattern, before: string | null, after: string | null): string {
  const flag = capitalised(words(pattern))
  if (before === null) return `${flag} raised: ${after}.`
  if (after === null) return `${flag} gone: it was ${before}.`
  return `${flag}: ${before} before, ${after} now.`
}

function personWords(id: string, steps: readonly Step[], causes: readonly Cause[]): string[] {
  return steps
    .filter(({ cause }) => causes.includes(cause))
    .map(({ cause, before, after }) => {
      const [then, now] = [personThen(before, id), personThen(after, id)]
      const [fewer, more] = [then?.contributions ?? 0, now?.contributions ?? 0]
      switch (cause) {
        case 'behaviour':
          if (then === null) return 'They were not known on the earlier day.'
          if (now === null || (then.employed !== false && now.employed === false)) return 'They have left in between.'
          return more === fewer
            ? 'Nothing of theirs came in between: time has passed, and what others do has changed.'
            : `${countOf(more - fewer, 'contribution', 'contributions')} of theirs came in between.`
        case 'data':
          return more === fewer
            ? `The records up to ${isoDate(before.asOf)} have changed since it was told.`
            : `The records up to ${isoDate(before.asOf)} have changed since it was told: ${number(fewer, 0)} contributions of theirs then, ${number(more, 0)} now.`
        case 'settings':
          return 'The rule has changed since it was told.'
        case 'data_and_settings':
          return 'Records and rule have changed since it was told.'
      }
    })
}

function systemChanges(steps: readonly Step[]): SystemChange[] {
  const [first, last] = [steps[0]!.before, steps.at(-1)!.after]
  const { keys, find } = named(
    steps,
    ({ systems }) => systems,
    ({ component }) => component,
  )
  return keys.flatMap((component): SystemChange[] => {
    const then = (record: PeriodRecord) => systemThen(record, find(record, component))
    const causes = causesOf(steps, record => JSON.stringify(toldOf(find(record, component))))
    if (causes === null) return []
    const [before, after] = [then(first), then(last)]
    return [{ component, before, after, causes, words: systemWords(before, after) }]
  })
}

const toldOf = (system: PeriodSystem | null) => system && [system.currentTruckFactor ?? system.truckFactor, system.keepers, system.keeper]

function systemThen(record: PeriodRecord, system: PeriodSystem | null): SystemChange['before'] {
  if (system === null) return null
  const { keepers, keeper } = system
  return {
    truckFactor: system.currentTruckFactor ?? system.truckFactor,
    keepers,
    keeper: keeper === null ? null : { personId: keeper, name: personThen(record, keeper)?.name ?? keeper },
  }
}

function systemWords(before: SystemChange['before'], after: SystemChange['before']): string {
  if (before === null) return `New: ${keptWords(after!)}.`
  if (after === null) return 'No record names it any more.'
  const factor =
    before.truckFactor === after.truckFactor ? [] : [`Truck factor ${known(before.truckFactor)} before, ${known(after.truckFactor)} now.`]
  const [kept, keeps] = [keptWords(before), keptWords(after)]
  return [...factor, ...(kept === keeps ? [] : [`${capitalised(kept)} before, ${keeps} now.`])].join(' ')
}

function keptWords({ keepers, keeper }: NonNullable<SystemChange['before']>): string {
  switch (keepers) {
    case 'one':
      return `kept by ${keeper?.name ?? 'one person'} alone`
    case 'none':
      return 'kept by nobody'
    case 'several':
      return 'kept by several people'
    case null:
      return 'who keeps it is unknown'
  }
}

const known = (value: number | null) => (value === null ? 'unknown' : figure(value, Number.isInteger(value) ? 0 : 2))

function unitChanges(steps: readonly Step[]): UnitChange[] {
  const [first, last] = [steps[0]!.before, steps.at(-1)!.after]
  const { keys, find } = named(
    steps,
    ({ units }) => units,
    ({ unit }) => unit,
  )
  return keys.flatMap((unit): UnitChange[] => {
    const causes = causesOf(steps, record => JSON.stringify(find(record, unit)))
    if (causes === null) return []
    const [before, after] = [unitThen(find(first, unit)), unitThen(find(last, unit))]
    return [{ unit, before, after, causes, words: unitWords(before, after) }]
  })
}

function unitThen(unit: PeriodUnit | null): UnitChange['before'] {
  if (unit === null) return null
  const { unit: _unit, ...then } = unit
  return then
}

const UNIT_FIGURES = {
  people: 'People',
  coordinationRatio: 'coordinating for each builder or enabler',
  managerToCrafter: 'managers for each builder or enabler',
  workToMeeting: 'hours of work to one of meetings',
} as const

function unitWords(before: UnitChange['before'], after: UnitChange['before']): string {
  if (before === null) return `New, with ${countOf(after!.people, 'person', 'people')}.`
  if (after === null) return 'No longer a unit of anybody.'
  // The keys of UNIT_FIGURES are figures of a unit.
  const figures = (Object.keys(UNIT_FIGURES) as (keyof typeof UNIT_FIGURES)[])
    .filter(figure => before[figure] !== after[figure])
    .map(figure => `${UNIT_FIGURES[figure]} ${known(before[figure])} before, ${known(after[figure])} now`)
  const bound = before.bound === after.bound ? [] : [`bound by ${boundWord(before.bound)} before, ${boundWord(after.bound)} now`]
  return `${capitalised([...figures, ...bound].join('; '))}.`
}

const boundWord = (bound: PeriodUnit['bound']) => (bound === null ? 'nothing known' : bound === 'undecided' ? 'neither clearly' : bound)
