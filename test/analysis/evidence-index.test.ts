import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evidenceIndexOf } from '../../src/analysis/evidence-index.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import { buildDataset } from './dataset-builder.ts'

interface Row {
  readonly instant: number
  readonly tieBreak: number
}

/** Rows of one person, in the order given. */
function datasetOf(rows: readonly Row[]): Dataset {
  const dataset = buildDataset({ contributions: rows.map(() => ({ person: 'ada', at: '2024-03-04' })) })
  return {
    ...dataset,
    contributions: {
      ...dataset.contributions,
      instant: Float64Array.from(rows, ({ instant }) => instant),
      tieBreak: Uint32Array.from(rows, ({ tieBreak }) => tieBreak),
      storedRow: Uint32Array.from(rows.keys(), row => 1000 + row),
    },
  }
}

const expected = (rows: readonly Row[]) =>
  [...rows.keys()]
    .sort((a, b) => rows[b]!.instant - rows[a]!.instant || rows[a]!.tieBreak - rows[b]!.tieBreak || a - b)
    .map(row => 1000 + row)

test('rows stand newest first, those of one moment by their fingerprints, however many they are', () => {
  const row = (moments: number) => fc.record({ instant: fc.nat(moments), tieBreak: fc.nat(20) })
  const rows = fc.oneof(fc.array(row(3), { minLength: 1, maxLength: 200 }), fc.array(row(1000), { minLength: 1, maxLength: 200 }))
  fc.assert(
    fc.property(rows, list => {
      expect([...evidenceIndexOf(datasetOf(list)).byPerson.storedRow]).toEqual(expected(list))
    }),
    { numRuns: 50 },
  )
})
