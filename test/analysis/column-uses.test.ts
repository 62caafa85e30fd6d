import { describe, expect, test } from 'vitest'
import { COLUMN_USES, EVIDENCE, NO_FIGURE } from '../../src/analysis/column-uses.ts'
import { patternCoverages } from '../../src/analysis/pattern-coverage.ts'
import { INPUT_COLUMNS, INPUT_KINDS } from '../../src/domain/input-kind.ts'

const nameOf = ({ kind, column }: (typeof COLUMN_USES)[number]) => `${kind}.${column}`

describe('what columns are for', () => {
  test('is told of every column of the data dictionary, in its order', () => {
    const columns = INPUT_KINDS.flatMap(kind =>
      [...INPUT_COLUMNS[kind].must, ...INPUT_COLUMNS[kind].may].map(column => `${kind}.${column}`),
    )
    expect(COLUMN_USES.map(nameOf)).toEqual(columns)
  })

  test('is a figure, or said to be evidence only, or none', () => {
    for (const use of COLUMN_USES) expect(use.feeds, nameOf(use)).not.toEqual([])
    expect(COLUMN_USES.filter(({ feeds }) => feeds.includes(EVIDENCE)).map(nameOf)).toEqual(['contributions.title', 'contributions.url'])
    for (const use of COLUMN_USES) if (use.feeds.some(each => each === EVIDENCE || each === NO_FIGURE)) expect(use.feeds).toHaveLength(1)
  })

  test('has a price unless no figure reads it', () => {
    for (const use of COLUMN_USES) {
      if (use.feeds.includes(NO_FIGURE)) expect(use.cost, nameOf(use)).toBeNull()
      else expect(use.cost, nameOf(use)).toMatch(/^[A-Z].*[^ ]\.$/)
    }
  })

  test('of a must column is never nothing', () => {
    expect(COLUMN_USES.filter(({ must, feeds }) => must && feeds.includes(NO_FIGURE))).toEqual([])
  })
})

describe('what patterns and units lack', () => {
  test('is everything without a file, and nothing with all columns', () => {
    const empty = patternCoverages({ presentColumns: new Set() })
    expect(empty.map(({ figure, coverage }) => [figure, coverage])).toEqual([
      ['builder_trap', 0],
      ['enabler_trap', 0],
      ['coordination_path', 0],
      ['about_to_be_misrouted', 0],
      ['systems_thinker', 0],
      ['units', 0],
    ])
    for (const { missing } of empty) for (const { cost } of missing) expect(cost).toMatch(/\.$/)
    expect(
      patternCoverages({ presentColumns: new Set(COLUMN_USES.map(nameOf)) }).every(
        ({ coverage, missing }) => coverage === 1 && missing.length === 0,
      ),
    ).toBe(true)
  })

  test('is not lacking where another column will do', () => {
    const [planned] = patternCoverages({ presentColumns: new Set(['people.planned_track']) }).filter(
      ({ figure }) => figure === 'about_to_be_misrouted',
    )
    expect(planned).toMatchObject({ coverage: 1, missing: [] })
  })
})
