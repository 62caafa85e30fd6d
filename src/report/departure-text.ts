/** A simulated departure in words for a terminal. */
import type { Output } from '../contract/contract.ts'
import { count, list, oneLine, percent } from './wording.ts'

type Departure = Output<'simulation.leave'>
type Change = Departure['coverage']
type Verdict = Departure['components'][number]['before']

export function departureText(departure: Departure): string {
  const head = [
    `If ${list(departure.leavers.map(leaver => oneLine(leaver.name)))} left:`,
    `  ${count(departure.artifactsLost, 'artifact')} would be left without an author.`,
    `  Artifacts with an author who is here: ${changed(departure.coverage, share => percent(share))}.`,
    `  Truck factor of all systems: ${changed(departure.truckFactor, String)}.`,
  ]
  if (departure.components.length === 0) return `${head.join('\n')}\n  No system would lose anything that is known.`
  return [head.join('\n'), ...departure.components.map(systemText)].join('\n\n')
}

function systemText(system: Departure['components'][number]): string {
  const lines = [
    `${oneLine(system.component)} (criticality ${system.criticality}): ${verdicts(system.before, system.after)}`,
    `  ${count(system.artifactsLost, 'artifact')} of ${system.authoredArtifacts} authored ones lost; coverage ${changed(system.coverage, share => percent(share))}; truck factor ${changed(system.truckFactor, String)}`,
  ]
  if (system.keeperAfter) lines.push(`  ${oneLine(system.keeperAfter.name)} would keep it alone.`)
  for (const { name, knowledge, room } of system.successors)
    lines.push(`  Could take over: ${oneLine(name)} (knows ${percent(knowledge)} of it, room ${room === null ? 'unknown' : percent(room)})`)
  if (system.successors.length === 0) lines.push('  Nobody who stays has touched it.')
  if (system.pairing !== null) lines.push(`  ${oneLine(system.pairing)}`)
  return lines.join('\n')
}

const WORDS = { none: 'no keeper', one: 'one keeper', several: 'several keepers' } as const
const word = (verdict: Verdict) => (verdict === null ? 'unknown' : WORDS[verdict])

const verdicts = (before: Verdict, after: Verdict) =>
  before === after ? `${word(after)}, as before` : `${word(before)}, then ${word(after)}`

function changed({ before, after }: Change, format: (value: number) => string): string {
  const [from, to] = [before, after].map(value => (value === null ? 'unknown' : format(value)))
  return from === to ? `${to}, as before` : `${from}, then ${to}`
}
