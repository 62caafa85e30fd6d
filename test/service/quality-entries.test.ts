import { expect, test } from 'vitest'
import { analyse } from '../../src/analysis/analyse.ts'
import { DEFAULT_SETTINGS } from '../../src/analysis/settings.ts'
import { qualityEntries } from '../../src/service/quality-entries.ts'
import { buildDataset } from '../analysis/dataset-builder.ts'
import type { DatasetInput } from '../analysis/dataset-builder.ts'

function qualityOf(input: DatasetInput) {
  const dataset = buildDataset(input)
  const joined = { id: 0, email: 0, alias: 0, name: 0, merge: 0 }
  const record = { suggestions: [], candidates: new Map(), bots: [], joined }
  const managers = { unresolvedManagers: [], managersNamed: 0, managersFound: 0 }
  const identities = { joinedContributions: null, bots: [], unplacedArtifacts: 0, ...managers, record }
  const spans = { history: null, contributions: null, meetings: null, work_items: null }
  return qualityEntries(analyse(dataset, DEFAULT_SETTINGS), {
    dataset,
    isDated: true,
    isLookBack: false,
    laterContributions: 0,
    identities,
    spans,
  })
}
const costs = (input: DatasetInput, figure: string) => qualityOf(input).flatMap(entry => (entry.figure === figure ? entry.cost : []))

test('a crowd on one item is told, for it links nobody', () => {
  const crowd = Array.from({ length: 40 }, (_, index) => ({ person: `p${index}`, at: '2026-01-05', workItem: 'epic' }))
  expect(costs({ contributions: crowd }, 'network')).toContain(
    '1 work item or piece of work names over 25 people: being named beside so many is no working relation, and links nobody.',
  )
  expect(costs({ contributions: crowd.slice(0, 20) }, 'network').join(' ')).not.toContain('over 25 people')
})

test('coordination that names nothing is told as a share of all coordination', () => {
  const plan = (hours: number, more: object = {}) => ({ person: 'ada', at: '2026-01-05', kind: 'planning', hours, ...more })
  const people = [{ id: 'ada', orgUnit: 'Product/Core' }]
  const components = [{ name: 'shop', regulated: false }]
  expect(costs({ people, components, contributions: [plan(1), plan(3, { component: 'shop' })] }, 'coordination')).toContain(
    '25.0 % of the hours of coordination name neither a system nor a finished work item: whether they were needed is not known.',
  )
  const named = costs({ people, components, contributions: [plan(3, { component: 'shop' })] }, 'coordination')
  expect(named.join(' ')).not.toContain('whether they were needed')
})

test('every cost of a missing column is one sentence, so that a report can tell them apart', () => {
  for (const { missing, cost } of qualityOf({ contributions: [{ person: 'ada', at: '2026-01-05' }] }))
    if (missing.length > 0) expect(cost.split(/(?<=\.) (?=\p{Lu})/u)).toHaveLength(missing.length)
})
