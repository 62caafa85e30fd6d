/** What binds a unit: do more people bring more finished work, or does the time go by between people? */
import type { Elasticity } from './elasticity.ts'
import type { OrganisationSettings } from './organisation-settings.ts'
import type { BoundMeasures } from './unit-bound-measures.ts'
import { boundWords } from './unit-bound-words.ts'
import type { BoundSentences, BoundSide } from './unit-bound-words.ts'

/** `compute`: more people bring more finished work. `communication`: they hardly do, and the time goes by between people. */
export type BoundVerdict = 'communication' | 'compute' | 'undecided'

export interface UnitBound extends BoundMeasures, BoundSentences {
  readonly verdict: BoundVerdict
}

/** The elasticity has to speak, one of the others has to agree, and none may say the opposite. */
export function boundOf(measures: BoundMeasures, settings: OrganisationSettings): UnitBound {
  const { elasticity, waitingShare, handoffsPerItem } = measures
  const sides = {
    elasticity: elasticity && elasticitySide(elasticity, settings.elasticityLine),
    waiting: waitingShare === null ? null : sideOf(waitingShare, settings.waitingLittle, settings.waitingMuch),
    handoffs: handoffsPerItem === null ? null : sideOf(handoffsPerItem, settings.handoffsFew, settings.handoffsMany),
  }
  const others = [sides.waiting, sides.handoffs]
  const isAgreed = sides.elasticity !== null && others.includes(sides.elasticity)
  const isContradicted = others.some(side => side !== null && side !== sides.elasticity)
  const isEnough = measures.people >= settings.boundPeople
  const verdict = isEnough && isAgreed && !isContradicted ? sides.elasticity! : 'undecided'
  const leading = verdict === 'compute' ? 'compute' : 'communication'
  return { ...measures, verdict, ...boundWords(measures, sides, leading, settings) }
}

/** The whole interval has to lie on one side of the line. */
const elasticitySide = ({ low, high }: Elasticity, line: number): BoundSide =>
  high < line ? 'communication' : low > line ? 'compute' : null

const sideOf = (value: number, little: number, much: number): BoundSide =>
  value >= much ? 'communication' : value <= little ? 'compute' : null
