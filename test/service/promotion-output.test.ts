import { expect, test } from 'vitest'
import { groundOf } from '../../src/analysis/ground.ts'
import type { PromotionBasis } from '../../src/analysis/route-simulation.ts'
import { DEFAULT_SETTINGS } from '../../src/analysis/settings.ts'
import { AppError } from '../../src/contract/wire.ts'
import type { LoadedAnalysis } from '../../src/service/loaded-analysis.ts'
import { promotionOutput } from '../../src/service/promotion-output.ts'
import { buildDataset } from '../analysis/dataset-builder.ts'
import { builderTrap } from '../analysis/trap-datasets.ts'

const { model } = groundOf(buildDataset(builderTrap), DEFAULT_SETTINGS)

function promoted(id: string, basis: Partial<Record<keyof PromotionBasis, readonly number[]>> & { readonly movesNeeded?: never }) {
  const everybody = (value: number | undefined) => new Float64Array(model.people.ids.length).fill(value ?? NaN)
  const promotion: PromotionBasis = {
    leftAfterMoves: Float64Array.from(basis.leftAfterMoves ?? []),
    movesNeeded: 3,
    handsOn: everybody(basis.handsOn?.[0]),
    reach: everybody(basis.reach?.[0]),
  }
  // Nothing else of an analysis is read.
  const [person] = promotionOutput({ model, promotion } as unknown as LoadedAnalysis, [id], one => one.toUpperCase()).people
  return person!
}

test('past moves say in hours and people what would go, beside the systems at risk', () => {
  const ada = promoted('ada', { leftAfterMoves: [0.2, 0.4, 0.6, 0.8, 1], handsOn: [24], reach: [10] })
  expect(ada).toMatchObject({ name: 'ADA', pastMoves: 5, handsOn: 24, handsOnLost: { low: 4.8, median: 9.6, high: 14.4 } })
  expect(ada.sentences).toEqual([
    'They do 24 hours of hands-on work an active week now.',
    'By 5 past moves of this organisation, 9.6 hours of it would go (half of the moves: between 4.8 and 14.4 hours).',
    'ledger (criticality 5) would have no keeper if they stopped working on it.',
    '10 people build on what they make; by the same moves, 4 people would have to do without.',
  ])
})

test('one is one', () => {
  expect(promoted('peer0', { leftAfterMoves: [0, 0, 0], handsOn: [1], reach: [1] }).sentences).toEqual([
    'They do 1 hour of hands-on work an active week now.',
    'By 3 past moves of this organisation, 1 hour of it would go.',
    'No further system would be left with one keeper or none.',
    '1 person builds on what they make; by the same moves, 1 person would have to do without.',
  ])
  expect(promoted('peer0', { leftAfterMoves: [0.5], handsOn: [1] }).sentences[1]).toBe(
    'Only 1 past move could be looked at; at least 3 are needed to tell from them what a move costs.',
  )
})

test('what is not known is said, and nothing is foretold from it', () => {
  const { handsOn, handsOnLost, reach, sentences } = promoted('peer0', {})
  expect([handsOn, handsOnLost, reach]).toEqual([null, null, null])
  expect(sentences).toEqual([
    'How much hands-on work they do now is not known.',
    'No past move could be looked at; at least 3 are needed to tell from them what a move costs.',
    'No further system would be left with one keeper or none.',
    'Who builds on their work is not recorded.',
  ])
})

test('moves after which people kept building cost hardly anybody anything', () => {
  const { sentences } = promoted('peer0', { leftAfterMoves: [1, 1, 1], handsOn: [20], reach: [7] })
  expect(sentences.join(' ')).toContain('0 hours of it would go')
  expect(sentences.at(-1)).toBe('7 people build on what they make; by the same moves, hardly anybody would have to do without.')
})

test('nobody of that id is refused', () => {
  expect(() => promoted('nobody', {})).toThrow(AppError)
})
