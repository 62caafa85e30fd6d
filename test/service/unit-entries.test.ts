import { describe, expect, test } from 'vitest'
import { analyse } from '../../src/analysis/analyse.ts'
import { DEFAULT_SETTINGS } from '../../src/analysis/settings.ts'
import { unitSchema } from '../../src/contract/analysis-organisation.ts'
import { unitEntries } from '../../src/service/unit-entries.ts'
import { buildDataset } from '../analysis/dataset-builder.ts'
import { plantedUnits } from '../analysis/planted-units.ts'

const entriesOf = (dataset: Parameters<typeof analyse>[0]) => unitEntries(analyse(dataset, DEFAULT_SETTINGS))

describe('units in the document', () => {
  test('carry a verdict with the counts it rests on, and fit the schema', () => {
    const entries = entriesOf(plantedUnits(3, [{ name: 'builders', habit: 'compute', people: 14 }]))
    for (const entry of entries) expect(unitSchema.safeParse(entry).error).toBeUndefined()
    const { bound } = entries[0]!
    expect(bound).toMatchObject({ verdict: 'compute', months: 30, elasticityOfPeers: null, finishedPerHeadOfPeers: null, peerUnits: 0 })
    expect(bound!.elasticityInterval!.low).toBeGreaterThan(0.5)
    expect(bound!.items).toBeGreaterThan(100)
    expect(bound!.evidence).toHaveLength(3)
  })

  test('are null where the files do not tell', () => {
    const people = [{ id: 'ada', orgUnit: 'Far' }]
    const [entry] = entriesOf(buildDataset({ people, contributions: [{ person: 'ada', at: '2026-01-05' }] }))
    expect(entry).toMatchObject({
      loadBearingHours: null,
      optionalHours: null,
      untoldHours: null,
      bound: null,
      roleCompression: null,
      promotionSignal: null,
    })
  })
})
