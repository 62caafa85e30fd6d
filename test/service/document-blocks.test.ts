import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AnalysisDocument } from '../../src/contract/analysis.ts'
import type { JobEvent } from '../../src/domain/job-event.ts'
import { personId } from '../../src/domain/identifiers.ts'
import { cutDocument, openDocument } from '../../src/service/document-blocks.ts'
import { writeFiles } from '../cli/csv-files.ts'
import { smallOrganisation } from '../cli/small-organisation.ts'
import { richDocument } from '../report/invented-documents.ts'
import { startService } from './service-fixture.ts'

const rich = richDocument()

/** As many people as asked for, all but the first few invented from them; each leads the next. */
function documentOf(people: number, leaders = 0): AnalysisDocument {
  const id = (place: number) => `P${String(place).padStart(5, '0')}`
  return {
    ...rich,
    people: Array.from({ length: people }, (_, place) => ({
      ...rich.people[place % rich.people.length]!,
      personId: id(place),
      managerId: place === 0 ? null : id(place - 1),
    })),
    leaders: Array.from({ length: leaders }, (_, place) => ({ ...rich.leaders[0]!, personId: id(place) })),
  }
}

const event = (person: string, effectiveDate: number): JobEvent => ({
  personId: personId(person),
  effectiveDate,
  title: null,
  level: null,
  levelRank: null,
  track: null,
  manager: null,
  orgUnit: null,
  fte: null,
  reason: 'promotion',
})

/** What is kept, and which blocks were read of it. */
function keep(document: AnalysisDocument, history: readonly JobEvent[] = []) {
  const { head, blocks } = cutDocument(document, history)
  const read: string[] = []
  const kept = openDocument(head, name => {
    read.push(name)
    return blocks.get(name)!
  })
  return { kept, read, head }
}

describe('a document in blocks', () => {
  test('is put together again as it was, field by field in the same order', () => {
    fc.assert(
      fc.property(fc.constantFrom(0, 1, 499, 500, 501, 1203), fc.constantFrom(0, 1, 500, 501), (people, leaders) => {
        const document = documentOf(people, leaders)
        expect(JSON.stringify(keep(document).kept.whole())).toBe(JSON.stringify(document))
      }),
      { numRuns: 8 },
    )
  })

  test('reads of one person the block they are in, once for those beside them', () => {
    const { kept, read } = keep(documentOf(1203), [event('P00600', 5), event('P00600', 9), event('P01202', 7)])
    expect(kept.person(600).entry.personId).toBe('P00600')
    expect(kept.person(600).events.map(({ effectiveDate }) => effectiveDate)).toEqual([5, 9])
    expect(kept.person(999).entry.personId).toBe('P00999')
    expect(kept.person(1202)).toMatchObject({ entry: { personId: 'P01202' }, events: [{ effectiveDate: 7 }] })
    expect(read).toEqual(['people 1', 'people 2'])
  })

  test('finds people, their managers and the flags of the routing without reading any person', () => {
    const document = documentOf(700)
    const { kept, read } = keep(document)
    expect(kept.index().table.rows).toBe(700)
    expect(kept.index().manager.slice(0, 3)).toEqual(Int32Array.of(-1, 0, 1))
    const flagged = document.people.filter(({ flags }) => flags.some(({ pattern }) => pattern === 'enabler_trap'))
    expect(kept.routing().enablers).toHaveLength(flagged.length)
    expect(read).toEqual(['index', 'routing'])
  })

  test('holds nothing of a person in its head', () => {
    const { head } = keep({ ...documentOf(3), whole: { ...rich.whole, truckFactorMembers: [], currentTruckFactorMembers: null } })
    expect(new TextDecoder().decode(head)).not.toContain('P00001')
  })

  test('lets go of blocks that were not asked for lately', () => {
    const { kept, read } = keep(documentOf(3001))
    for (const place of [0, 500, 1000, 1500, 2000, 0, 2000, 1500]) kept.person(place)
    expect(read).toEqual(['people 0', 'people 1', 'people 2', 'people 3', 'people 4', 'people 0'])
  })
})

test('answers about people are those of the whole document', async () => {
  const service = await startService()
  const { handlers } = service
  await handlers['workspace.create']({ name: 'Review' })
  const words = await writeFiles(path.join(service.folder, 'files'), smallOrganisation())
  const handles = words.filter((_, index) => index % 2 === 1).map(file => service.adopt(file))
  const inspected = await handlers['imports.inspect']({ files: handles })
  await handlers['imports.start']({ files: inspected.map(({ handle, mapping }) => ({ handle, mapping: mapping! })) })
  await service.idle()
  const table = await handlers['people.table']({})
  const found = await handlers['people.find']({ text: '', page: 0 })
  expect(found.total).toBe([...table.arrays['employed']!].filter(employed => employed !== 1).length)
  for (const { personId: person, name, title, orgUnit } of found.rows.slice(0, 5)) {
    const profile = await handlers['people.get']({ person })
    expect(profile).toMatchObject({ name, person: { personId: person, title, orgUnit } })
  }
  const [unit] = table.dictionaries['unit']!
  const inUnit = await handlers['people.find']({ text: unit!.toUpperCase(), page: 0 })
  expect(inUnit.rows.every(row => JSON.stringify(row).toLowerCase().includes(unit!.toLowerCase()))).toBe(true)
  expect(inUnit.total).toBeGreaterThan(0)
}, 60_000)
