/** The four verdicts on a system, in words. Two of them are findings and never merged: one keeper, and no keeper. */
import type { SystemsSort, VerdictFilter } from '../navigation/address.ts'
import type { SystemRow } from './answers.ts'

export type Verdict = VerdictFilter

/** A verdict that is null in an answer means that no artifact-changing contribution is known. */
export const verdictOf = (keepers: SystemRow['keepers']): Verdict => keepers ?? 'unknown'

export const VERDICT_LABEL: Readonly<Record<Verdict, string>> = {
  one: 'One keeper',
  none: 'No keeper',
  several: 'Several',
  unknown: 'Unknown',
}

export const VERDICT_MEANING: Readonly<Record<Verdict, string>> = {
  one: 'One person holds it: without them at least half of what has an author has none.',
  none: 'Nobody holds it any more: the authors have left.',
  several: 'More than one person can carry it on.',
  unknown: 'No contribution that changes something in it is known.',
}

/** How the filter reads inside its sentence: "Systems that …". */
export const VERDICT_CLAUSE: Readonly<Record<Verdict | 'any', string>> = {
  any: 'have any verdict',
  one: 'have one keeper',
  none: 'have no keeper',
  several: 'have several keepers',
  unknown: 'are unknown',
}

export const SORT_CLAUSE: Readonly<Record<SystemsSort, string>> = {
  risk: 'key-person risk',
  component: 'name',
  criticality: 'criticality',
  currentTruckFactor: 'truck factor now',
  lastChange: 'last change',
}

/** Why a system has no verdict, for the place where one would stand. */
export function unknownBecause(row: Pick<SystemRow, 'contributions' | 'artifacts'>): string {
  if (row.contributions === 0) return 'No contribution names this system.'
  return 'Its contributions are reviews, decisions or meetings: none changes something in it.'
}
