import { describe, expect, test } from 'vitest'
import type { ParsedInput } from '../../src/contract/contract.ts'
import { listSystems, pageOf, removalCurve, systemDetail, systemsSummary } from '../../src/service/systems.ts'
import { componentOf, documentOf, personOf } from '../report/document-builder.ts'

const keeper = { personId: 'E1', hold: 0.8, share: 0.7 }
const ALONE = { keepers: 'one', keeper, matters: true } as const
const document = documentOf({
  people: [personOf('E1', 'Ada Byrne'), personOf('E2', null)],
  components: [
    componentOf('alpha', {
      criticality: 3,
      keepers: 'several',
      exposure: 0,
      currentTruckFactor: 4,
      lastChange: '2026-01-01',
      ownerUnit: 'Harbour',
    }),
    componentOf('bravo', { ...ALONE, criticality: 5, exposure: 0.8, currentTruckFactor: 1, lastChange: '2026-03-01' }),
    componentOf('carol', { ...ALONE, criticality: 5, exposure: 0.6, currentTruckFactor: 1, lastChange: null }),
    componentOf('delta', {
      keepers: null,
      keeper: null,
      lastChange: null,
      exposure: null,
      truckFactor: null,
      currentTruckFactor: null,
      criticality: 5,
      matters: true,
    }),
    componentOf('echo', {
      keepers: 'none',
      keeper: null,
      exposure: null,
      criticality: 2,
      matters: false,
      currentTruckFactor: 0,
      lastChange: '2020-01-01',
    }),
    componentOf('foxtrot', {
      keepers: 'none',
      keeper: null,
      exposure: null,
      criticality: 4,
      matters: true,
      currentTruckFactor: null,
      truckFactor: 2,
      lastChange: '2026-02-01',
    }),
  ],
})
const nameOf = (id: string) => document.people.find(person => person.personId === id)?.name ?? id

type Request = ParsedInput<'systems.list'>
const list = (filter: Partial<Request['filter']> = {}, sort: Request['sort'] = 'component', page = 0) =>
  listSystems(document, { filter: { text: '', verdict: null, mattersOnly: false, ...filter }, sort, page }, nameOf)
const names = (...request: Parameters<typeof list>) =>
  list(...request)
    .rows.map(row => row.component[0])
    .join('')

describe('the list of systems', () => {
  test.each<[Request['sort'], string]>([
    ['component', 'abcdef'],
    ['criticality', 'bcdfae'],
    ['currentTruckFactor', 'ebcfad'],
    ['lastChange', 'bfaecd'],
    ['risk', 'bcfeda'],
  ])('by %s', (sort, order) => {
    expect(names({}, sort)).toBe(order)
  })

  test.each<[Partial<Request['filter']>, string]>([
    [{ verdict: 'one' }, 'bc'],
    [{ verdict: 'none' }, 'ef'],
    [{ verdict: 'several' }, 'a'],
    [{ verdict: 'unknown' }, 'd'],
    [{ mattersOnly: true }, 'bcdf'],
    [{ text: 'HARBOUR' }, 'a'],
    [{ text: ' ada ' }, 'bc'],
    [{ text: 'E1' }, ''],
    [{ text: 'o', mattersOnly: true, verdict: 'none' }, 'f'],
  ])('narrowed by %j', (filter, found) => {
    expect(names(filter)).toBe(found)
  })

  test('is the same whatever order the document has', () => {
    const turned = { ...document, components: document.components.toReversed() }
    for (const sort of ['risk', 'criticality', 'currentTruckFactor', 'lastChange'] as const) {
      const request = { filter: { text: '', verdict: null, mattersOnly: false }, sort, page: 0 }
      expect(listSystems(turned, request, nameOf)).toEqual(listSystems(document, request, nameOf))
    }
  })

  test('has pages of a hundred', () => {
    const rows = Array.from({ length: 250 }, (_, index) => index)
    expect([0, 1, 2, 3].map(page => pageOf(rows, page).rows.length)).toEqual([100, 100, 50, 0])
    expect(pageOf(rows, 2)).toMatchObject({ total: 250, rows: rows.slice(200) })
  })
})

test('the summary counts verdicts, and as risks only what matters', () => {
  const summary = systemsSummary(document)
  expect(summary.verdicts).toEqual({ none: 2, one: 2, several: 1, unknown: 1 })
  expect(summary.keyPersonRisks).toBe(2)
  expect(summary.whole.truckFactor).toBe(document.whole.truckFactor)
  expect(Object.values(summary.whole).some(Array.isArray)).toBe(false)
})

test('a system is shown with a name for everybody it mentions', () => {
  const { entry, names: named } = systemDetail(document, 'bravo', nameOf)
  expect(named).toMatchObject({ E1: 'Ada Byrne' })
  for (const id of [...entry.truckFactorMembers, ...entry.top.map(person => person.personId)]) expect(named[id]).toBe(nameOf(id))
  expect(() => systemDetail(document, 'zulu', nameOf)).toThrow(expect.objectContaining({ code: 'not-found' }) as Error)
})

test('a removal curve names everybody on it', () => {
  const { curve, names: named, line } = removalCurve(document, 'alpha', 0.5, nameOf)
  expect(curve).toEqual(document.components[0]!.currentRemoval)
  expect(Object.keys(named).sort()).toEqual([...curve!.removed].sort())
  expect(line).toBe(0.5)
})
