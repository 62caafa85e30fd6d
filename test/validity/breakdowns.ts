/** Where recall and precision are lost: by size and noise, near the gates, and each single mistake. */
import type { Pattern } from '../../src/domain/flag.ts'
import { PLAIN } from '../analysis/plain-organisation.ts'
import { precision, recall, table, unique, words } from './figures.ts'
import { tallyOf } from './trial.ts'
import type { Outcome } from './trial.ts'

const plantedPeople = ({ tallies }: Outcome) => [...tallies.values()].reduce((sum, { planted }) => sum + planted, 0)
const numberIn = (name: string, key: string) => Number(new RegExp(`(?:^|, )${key} ([\\d.]+)`).exec(name)?.[1] ?? NaN)
/** How much is on record against the ordinary amount, where the style has such a dial. */
const density = ({ style, name }: Outcome) =>
  style === 'files' ? numberIn(name, 'density') || 1 : style === 'weeks' ? (numberIn(name, 'pace') || 2) / 2 : NaN
const noise = ({ style, name }: Pick<Outcome, 'style' | 'name'>) => (style === 'crews' ? numberIn(name, 'noise') : NaN)

const SLICES: readonly (readonly [slice: string, holds: (one: Outcome) => boolean])[] = [
  ['under 100 people', ({ people }) => people < 100],
  ['100 to 199 people', ({ people }) => people >= 100 && people < 200],
  ['200 to 499 people', ({ people }) => people >= 200 && people < 500],
  ['500 people and more', ({ people }) => people >= 500],
  ['sparse records (0.75 of the ordinary or less)', one => density(one) <= 0.75],
  ['ordinary records', one => density(one) > 0.75 && density(one) < 1.5],
  ['dense records (1.5 times the ordinary or more)', one => density(one) >= 1.5],
  ['noise 0.5', one => noise(one) === 0.5],
  ['noise 1', one => noise(one) === 1],
  ['noise 1.5', one => noise(one) === 1.5],
  ['noise 2', one => noise(one) === 2],
  ['under one planted in 20 people', one => plantedPeople(one) / one.people < 0.05],
  ['one planted in 20 people or more', one => plantedPeople(one) / one.people >= 0.05],
]

export function sliceTable(outcomes: readonly Outcome[]): string {
  const rows = SLICES.map(([slice, holds]) => {
    const own = outcomes.filter(holds)
    const tally = tallyOf(own)
    return [slice, String(own.length), recall(tally), precision(tally)]
  })
  return `All patterns together. _Density_ is how much is on record, _noise_ how far output, hours and habits scatter, against the ordinary.\n\n${table(['organisations', 'how many', 'recall', 'precision'], rows)}`
}

export function mistakes(outcomes: readonly Outcome[]): string {
  const rows = outcomes.flatMap(({ style, name, group, tallies, flags }) => {
    if (group !== 'complete' && group !== 'nobody planted') return []
    const missed = [...tallies].flatMap(([pattern, { planted, hit, unknown }]) =>
      planted - hit - unknown > 0 ? [[style, name, `${planted - hit - unknown} missed: ${words(pattern)}`, '']] : [],
    )
    const wrong = flags
      .filter(({ isPlanted }) => !isPlanted)
      .map(({ pattern, band, steadiness, alike }) => [
        style,
        name,
        `flagged: ${words(pattern)}${alike === null ? '' : `, on \`${alike}\``}`,
        `${band}, steadiness ${steadiness.toFixed(2)}`,
      ])
    return [...missed, ...wrong]
  })
  return `Every planted person who was missed and every flag on somebody else, where all files were there.

${rows.length === 0 ? 'Nothing.' : table(['style', 'organisation', 'mistake', ''], rows)}`
}

export function clarityTable(outcomes: readonly Outcome[]): string {
  const crews = outcomes.filter(
    ({ style, group, name }) => style === 'crews' && (group === 'near the gates' || (group === 'complete' && noise({ style, name }) === 1)),
  )
  const clarities = unique(crews.map(({ name }) => numberIn(name, 'clarity'))).toSorted((a, b) => b - a)
  const rows = clarities.map(clarity => {
    const own = crews.filter(({ name }) => numberIn(name, 'clarity') === clarity)
    const found = (['builder_trap', 'enabler_trap', 'distant_leader'] as const).map(pattern => recall(tallyOf(own, [pattern])))
    return [clarity.toFixed(2), ...found, precision(tallyOf(own))]
  })
  return `The same crews with planted people who are less and less clear: 1 is well inside every gate, 0 about at them, where chance decides on which side a year of
work falls. Missing somebody there is no mistake of the method, but it is what a reader of flags has to know: **no flag is no all-clear.**

${table(['clarity', 'builder trap: recall', 'enabler trap: recall', 'distant leader: recall', 'precision'], rows)}

Routes, by how much of the former work is left after the move (the gate is a half), and by days from one carried item to the next (the floor of six
in 52 weeks is about 60):

${table(['part left', 'coordination path: recall', 'precision'], weekDial(outcomes, 'handsOnLeft', PLAIN.handsOnLeft, 'coordination_path'))}

${table(['days between items', 'systems thinker: recall', 'precision'], weekDial(outcomes, 'itemEveryDays', PLAIN.itemEveryDays, 'systems_thinker'))}`
}

/** One row for each value of a dial of the weekly organisations. */
function weekDial(outcomes: readonly Outcome[], dial: string, usual: number, pattern: Pattern): string[][] {
  const own = outcomes.filter(({ style, group }) => style === 'weeks' && (group === 'complete' || group === 'near the gates'))
  const other = dial === 'handsOnLeft' ? 'itemEveryDays' : 'handsOnLeft'
  const told = own.filter(({ name }) => Number.isNaN(numberIn(name, other))).map(one => ({ one, value: numberIn(one.name, dial) || usual }))
  return unique(told.map(({ value }) => value))
    .toSorted((a, b) => a - b)
    .map(value => {
      const tally = tallyOf(
        told.filter(each => each.value === value).map(({ one }) => one),
        [pattern],
      )
      return [String(value), recall(tally), precision(tally)]
    })
}
