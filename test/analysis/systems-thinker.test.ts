import { describe, expect, test } from 'vitest'
import { BLOCKS } from '../../src/analysis/thinker-blocks.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import { plainOrganisation } from './plain-organisation.ts'
import type { Habit, PlainOptions } from './plain-organisation.ts'
import { routeFindings } from './route-findings.ts'

const MIXED = { thinker: 3, dabbler: 6, architect: 3 } as const

function organisation(options: Partial<PlainOptions> = {}) {
  const { dataset, habitOf } = plainOrganisation({ people: 80, habits: MIXED, pace: 3, ...options })
  const who = (habit: Habit) => [...habitOf].filter(([, one]) => one === habit).map(([id]) => id)
  return { dataset, who }
}

const withoutColumns = (dataset: Dataset, ...columns: string[]): Dataset => ({
  ...dataset,
  presentColumns: new Set([...dataset.presentColumns].filter(column => !columns.includes(column))),
})

describe('systems thinkers', () => {
  test('are those who carry whole items fast over many systems, and nobody else', () => {
    const { dataset, who } = organisation()
    expect(routeFindings(dataset).flagged('systems_thinker')).toEqual(who('thinker'))
  })

  test('do not have to hold a grade: the same without levels', () => {
    const { dataset, who } = organisation({ levels: false })
    expect(routeFindings(dataset).flagged('systems_thinker')).toEqual(who('thinker'))
    const ranked = { ...dataset, people: dataset.people.map((person, index) => ({ ...person, levelRank: index % 7 })) }
    expect(routeFindings(ranked).thinkers.scores).toEqual(routeFindings(dataset).thinkers.scores)
  })

  test('are found where the tracker never counts handoffs, and where it has no such column', () => {
    for (const handoffs of ['zero', 'none'] as const) {
      const { dataset, who } = organisation({ handoffs })
      expect(routeFindings(dataset).flagged('systems_thinker')).toEqual(who('thinker'))
    }
  })

  test('are not seniors who do more, decide better and know more systems: there the item floor stands', () => {
    const { dataset, who } = organisation({ habits: { dabbler: 30 }, seed: 5 })
    const { thinkers, flagged } = routeFindings(dataset)
    expect(flagged('systems_thinker')).toEqual([])
    for (const id of who('dabbler'))
      expect(thinkers.measures.people[dataset.people.findIndex(one => one.id === id)]!.endToEndItems).toBeLessThan(4)
  })

  test('are not those who left', () => {
    const { dataset, who } = organisation()
    const leaver = who('thinker')[0]!
    const people = dataset.people.map(person => (person.id === leaver ? { ...person, terminationDate: dataset.asOf - 30 } : person))
    expect(routeFindings({ ...dataset, people }).flagged('systems_thinker')).toEqual(who('thinker').slice(1))
  })
})

describe('the index', () => {
  const { dataset } = organisation()
  const { thinkers } = routeFindings(dataset)

  test('is the mean of the percentiles in use, missing ones in the middle', () => {
    for (const blocks of thinkers.measures.people) {
      if (blocks === null || Number.isNaN(blocks.index)) continue
      const used = BLOCKS.map((block, at) => ({ block, percentile: blocks.percentiles[at]! })).filter(({ block }) =>
        blocks.group.used.includes(block),
      )
      const mean = used.reduce((sum, { percentile }) => sum + (Number.isNaN(percentile) ? 0.5 : percentile), 0) / used.length
      expect(blocks.index).toBeCloseTo(mean, 12)
    }
  })

  test('asks for three blocks, and leaves role breadth out where nearly all held one role', () => {
    expect(thinkers.measures.groups.map(({ used }) => used)).toEqual([['one_head', 'system_span', 'unusual_speed', 'taste']])
    for (const blocks of thinkers.measures.people) if (blocks !== null) expect(Number.isNaN(blocks.index)).toBe(blocks.known < 3)
  })

  test('compares percentiles that are unshrunk mid-ranks: their mean is one half', () => {
    const spans = thinkers.measures.people.flatMap(blocks => blocks?.percentiles[1] ?? [])
    expect(spans.reduce((sum, one) => sum + one, 0) / spans.length).toBeCloseTo(0.5, 9)
  })
})

describe('a finding', () => {
  test('opens to the rows of its items, and says what chance would give', () => {
    const { dataset } = organisation()
    const { findings, thinkers } = routeFindings(dataset)
    for (const { person, reasons, counter, wouldChange, coverage, routes } of findings.systems_thinker) {
      expect(reasons[0]).toMatchObject({
        measure: 'end_to_end_items',
        value: thinkers.measures.people[person]!.endToEndItems,
        threshold: 4,
      })
      for (const { rows } of reasons.slice(0, 4)) {
        expect(rows.length).toBeGreaterThan(0)
        for (const row of rows) expect(dataset.contributions.person[row]).toBe(person)
      }
      expect(counter[0]).toMatch(/^Chance alone would bring 0(\.\d+)? people of a group of \d+ to this index\.$/)
      expect(wouldChange).toHaveLength(2)
      expect([coverage, routes.length > 0]).toEqual([1, true])
    }
    expect(thinkers.expectedByChance).toBeLessThan(1)
  })
})

describe('not enough evidence', () => {
  test('where no work is tied to items, for everybody, with the column named', () => {
    const { dataset } = organisation()
    const { contributions } = dataset
    const bare = withoutColumns(
      { ...dataset, contributions: { ...contributions, workItem: contributions.workItem.map(() => -1) } },
      'contributions.work_item',
    )
    const { thinkers } = routeFindings(bare)
    expect(thinkers.findings).toEqual([])
    expect(thinkers.notEnough).toHaveLength(dataset.people.length)
    expect(thinkers.notEnough[0]!.missing).toEqual(['contributions.work_item'])
  })

  test('where two blocks are left, with the columns that are missing', () => {
    const { dataset } = organisation()
    const { contributions } = dataset
    const bare = withoutColumns(
      {
        ...dataset,
        contributions: { ...contributions, outcome: new Uint8Array(contributions.length) },
        workItems: dataset.workItems.map(() => null),
      },
      'contributions.outcome',
      'work_items.finished_at',
    )
    const { thinkers } = routeFindings(bare)
    expect(thinkers.findings).toEqual([])
    expect(thinkers.notEnough[0]!.missing).toEqual(['work_items.finished_at', 'contributions.outcome'])
  })

  test('is not said where three blocks are left: coverage tells that one is missing', () => {
    const { dataset, who } = organisation()
    const { contributions } = dataset
    const bare = withoutColumns(
      { ...dataset, contributions: { ...contributions, outcome: new Uint8Array(contributions.length) } },
      'contributions.outcome',
    )
    const { findings, flagged } = routeFindings(bare)
    expect(flagged('systems_thinker')).toEqual(who('thinker'))
    expect(findings.systems_thinker[0]!.coverage).toBe(0.75)
  })
})

test('several role families are each compared within themselves, a family of a few with everybody', () => {
  const { dataset, who } = organisation()
  const families = ['engineering', 'data']
  const people = dataset.people.map((person, index) => ({ ...person, roleFamily: index < 3 ? 'design' : families[index % 2]! }))
  const { thinkers, flagged } = routeFindings({ ...dataset, people })
  expect(thinkers.measures.groups.map(({ name, kind }) => [name, kind])).toEqual([
    ['data', 'role_family'],
    ['engineering', 'role_family'],
    [null, 'all'],
  ])
  expect(flagged('systems_thinker')).toEqual(who('thinker'))
})
