/** How figures of the report are written: shares with their range, and tables. */
import { wilsonInterval } from '../../src/analysis/wilson-interval.ts'
import type { Outcome, Tally } from './trial.ts'

export const words = (name: string) => name.replaceAll('_', ' ')
export const table = (header: readonly string[], rows: readonly (readonly string[])[]) =>
  [header, header.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')

/** `0.97 (0.89 to 0.99): 58 of 60`. */
export function share(part: number, whole: number): string {
  if (whole === 0) return 'none to tell from'
  const { low, high } = wilsonInterval(part, whole)
  return `${(part / whole).toFixed(2)} (${low.toFixed(2)} to ${high.toFixed(2)}): ${part} of ${whole}`
}
export const recall = ({ hit, planted }: Tally) => share(hit, planted)
export const precision = ({ hit, raised }: Tally) => share(hit, raised)

export const of = (outcomes: readonly Outcome[], group: Outcome['group']) => outcomes.filter(one => one.group === group)
export const peopleIn = (outcomes: readonly Outcome[]) => outcomes.reduce((sum, { people }) => sum + people, 0)
export const unique = <Value>(values: readonly Value[]) => [...new Set(values)]
