/** What promoting somebody to coordination would cost, with names: the same for the window and the command line. */
import { type Promotion, type Range, simulatePromotion } from '../analysis/route-simulation.ts'
import type { Output } from '../contract/contract.ts'
import type { LoadedAnalysis } from './loaded-analysis.ts'
import { personIndexes } from './person-indexes.ts'
import type { NameOf } from './person-names.ts'
import { round, roundOrNull } from './rounding.ts'
import { countOf, hours, number } from './spoken-numbers.ts'

type PromotionOutput = Output<'simulation.promote'>
type PromotedPerson = PromotionOutput['people'][number]

/** Throws AppError `bad-input` for a person who is not in the analysis. */
export function promotionOutput({ model, promotion: basis }: LoadedAnalysis, people: readonly string[], nameOf: NameOf): PromotionOutput {
  return {
    people: simulatePromotion(basis, model, personIndexes(model, people)).map(promotion => personOutput(promotion, basis.movesNeeded)),
  }

  function personOutput(promotion: Promotion, movesNeeded: number): PromotedPerson {
    const { personId, pastMoves, handsOn, handsOnLost, componentsAtRisk, reach, reachLost } = promotion
    return {
      personId,
      name: nameOf(personId),
      pastMoves,
      handsOn: roundOrNull(handsOn),
      handsOnLost: rangeOrNull(handsOnLost),
      componentsAtRisk: componentsAtRisk.map(({ component, criticality, after }) => ({
        component: model.components.names[component]!,
        criticality,
        after: after.verdict,
      })),
      reach: roundOrNull(reach),
      reachLost: rangeOrNull(reachLost),
      sentences: sentencesOf(promotion, movesNeeded, component => model.components.names[component]!),
    }
  }
}

const rangeOrNull = (range: Range | null) => range && { low: round(range.low), median: round(range.median), high: round(range.high) }

function sentencesOf(
  { pastMoves, handsOn, handsOnLost, componentsAtRisk, reach, reachLost }: Promotion,
  movesNeeded: number,
  nameOfComponent: (component: number) => string,
): string[] {
  const sentences = [
    handsOn === null
      ? 'How much hands-on work they do now is not known.'
      : `They do ${hours(handsOn)} of hands-on work an active week now.`,
  ]
  if (handsOnLost !== null) sentences.push(lostSentence(pastMoves, handsOnLost))
  else if (pastMoves < movesNeeded)
    sentences.push(
      `${pastMoves === 0 ? 'No past move' : `Only ${countOf(pastMoves, 'past move', 'past moves')}`} could be looked at; at least ${movesNeeded} ${movesNeeded === 1 ? 'is' : 'are'} needed to tell from them what a move costs.`,
    )
  for (const { component, criticality, after } of componentsAtRisk)
    sentences.push(
      `${nameOfComponent(component)} (criticality ${number(criticality)}) would have ${after.verdict === 'none' ? 'no keeper' : 'one keeper'} if they stopped working on it.`,
    )
  if (componentsAtRisk.length === 0) sentences.push('No further system would be left with one keeper or none.')
  if (reach === null) sentences.push('Who builds on their work is not recorded.')
  else if (reach > 0) sentences.push(reachSentence(reach, reachLost))
  return sentences
}

function lostSentence(pastMoves: number, { low, median, high }: Range): string {
  const would = `By ${countOf(pastMoves, 'past move', 'past moves')} of this organisation, ${hours(median)} of it would go`
  return number(low) === number(high) ? `${would}.` : `${would} (half of the moves: between ${number(low)} and ${hours(high)}).`
}

function reachSentence(reach: number, lost: Range | null): string {
  const users = `${countOf(reach, 'person builds', 'people build')} on what they make`
  if (lost === null) return `${users}.`
  const without = Math.round(lost.median)
  if (without === 0) return `${users}; by the same moves, hardly anybody would have to do without.`
  return `${users}; by the same moves, ${countOf(without, 'person', 'people')} would have to do without.`
}
