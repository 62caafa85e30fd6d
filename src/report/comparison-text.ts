/** What changed between two days, in words for a terminal: at most 100 columns, long lists cut short. */
import type { Output } from '../contract/contract.ts'
import { wrapped } from './text-block.ts'
import { count, figure, list, oneLine } from './wording.ts'

type Compared = Output<'periods.compare'>
type Cause = Compared['steps'][number]['cause']

/** All changes, not a page of them. */
export interface Comparison {
  readonly from: string
  readonly to: string
  readonly steps: Compared['steps']
  readonly people: readonly Compared['people']['rows'][number][]
  readonly systems: readonly Compared['systems']['rows'][number][]
  readonly units: readonly Compared['units']['rows'][number][]
}

const MOST = 25
const STEPS: Readonly<Record<Cause, string>> = {
  data: 'Other records',
  settings: 'Another rule',
  data_and_settings: 'Other records and another rule',
  behaviour: 'The work in between',
}
const CAUSES: Readonly<Record<Cause, string>> = {
  data: 'records',
  settings: 'rule',
  data_and_settings: 'records and rule',
  behaviour: 'work',
}

/** Ends without a newline. */
export function comparisonText({ from, to, steps, people, systems, units }: Comparison): string {
  const blocks = [
    [`FROM ${from} TO ${to}`, ...steps.flatMap(({ cause, words }) => words.flatMap(each => wrapped(`${STEPS[cause]}: ${each}`, 2, 4)))],
    section(
      `PEOPLE: ${count(people.length, 'flag')} told otherwise`,
      people.map(({ personId, name, causes, words }) => ({ head: `${oneLine(name)} (${oneLine(personId)})`, causes, words })),
    ),
    section(
      `SYSTEMS: ${figure(systems.length)} told otherwise`,
      systems.map(({ component, causes, words }) => ({ head: oneLine(component), causes, words })),
    ),
    section(
      `UNITS: ${figure(units.length)} told otherwise`,
      units.map(({ unit, causes, words }) => ({ head: oneLine(unit), causes, words })),
    ),
  ]
  return blocks.map(block => block.join('\n')).join('\n\n')
}

function section(
  title: string,
  changes: readonly { readonly head: string; readonly causes: readonly Cause[]; readonly words: string }[],
): string[] {
  const shown = changes
    .slice(0, MOST)
    .flatMap(({ head, causes, words }) => wrapped(`${head}: ${oneLine(words)} [${list(causes.map(cause => CAUSES[cause]))}]`, 2, 4))
  return [title, ...shown, ...(changes.length > MOST ? [`  and ${figure(changes.length - MOST)} more; --json tells them all`] : [])]
}
