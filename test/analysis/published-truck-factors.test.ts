import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/analysis/analyse.ts'
import { DEFAULT_SETTINGS } from '../../src/analysis/settings.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import { publishedHistory } from './real-data.ts'

/** Avelino et al. 2016, result table. */
const PUBLISHED = [
  { repository: 'backbone', truckFactor: 2, singleAuthorRatio: 0.8 },
  { repository: 'resque', truckFactor: 6, singleAuthorRatio: 0.684931506849315 },
  { repository: 'haml', truckFactor: 3, singleAuthorRatio: 0.4791666666666667 },
  { repository: 'express', truckFactor: 2, singleAuthorRatio: 0.71 },
]

function measure(dataset: Dataset) {
  const { whole } = analyse(dataset, DEFAULT_SETTINGS)
  return { artifacts: whole.artifacts, truckFactor: whole.truckFactor, singleAuthorRatio: whole.singleAuthorRatio! }
}

describe('truck factors as published', () => {
  for (const { repository, truckFactor, singleAuthorRatio } of PUBLISHED) {
    test(`${repository} has a truck factor of ${truckFactor} and a single-author ratio of ${singleAuthorRatio}`, context => {
      const history = publishedHistory(repository)
      if (history === null) return context.skip('the published change histories are not here')
      const { dataset, expected } = history
      expect(measure(dataset)).toEqual({ artifacts: expected.files, truckFactor, singleAuthorRatio })
    })

    test(`${repository} keeps its truck factor without change marks, and its single-author ratio to 3 points`, context => {
      const history = publishedHistory(repository)
      if (history === null) return context.skip('the published change histories are not here')
      const { contributions } = history.dataset
      const unmarked = { ...history.dataset, contributions: { ...contributions, change: contributions.change.map(() => 0) } }
      const result = measure(unmarked)
      expect(result.truckFactor).toBe(truckFactor)
      expect(Math.round(100 * Math.abs(result.singleAuthorRatio - singleAuthorRatio))).toBeLessThanOrEqual(3)
    })
  }
})
