/** A unit in a sentence; what is not known of it is not said. */
import type { AnalysisDocument } from '../contract/analysis.ts'
import { BOUND_WORDS } from './unit-sentences.ts'
import { count, figure, oneLine } from './wording.ts'

type Unit = AnalysisDocument['units'][number]

export function unitSentence(unit: Unit): string {
  const known = [
    count(unit.people, 'person', 'people'),
    ...said(unit.managers, value => count(value, 'manager')),
    ...said(unit.coordinationRatio, value => `${figure(value, 2)} coordinating for each builder or enabler`),
    ...said(unit.span, value => `span ${figure(value, 1)}`),
    ...said(unit.layers, value => count(value, 'layer')),
    ...said(unit.workToMeeting, value => `${figure(value, 1)} hours of work to one of meetings`),
    ...said(unit.loadBearingHours, value => `${figure(value)} hours of load-bearing coordination`),
    ...said(unit.optionalHours, value => `${figure(value)} hours of optional coordination`),
    ...(unit.bound === null
      ? []
      : [unit.bound.verdict === 'undecided' ? 'what binds it is undecided' : `bound by ${BOUND_WORDS[unit.bound.verdict]}`]),
  ]
  return `${oneLine(unit.unit) || 'People without a unit'}: ${known.join('; ')}`
}

const said = <T>(value: T | null, say: (value: T) => string) => (value === null ? [] : [say(value)])
