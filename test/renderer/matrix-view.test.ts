import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellSentence } from '../../renderer/systems/matrix-words.ts'
import { matrixView, shade } from '../../renderer/systems/matrix-view.ts'
import type { Columns } from '../../src/contract/wire.ts'

type Cell = readonly [person: number, component: number, authored: number, effort: number, artifacts: number]

function columnsOf(cells: readonly Cell[]): Columns {
  return {
    rows: cells.length,
    arrays: {
      person: Int32Array.from(cells, cell => cell[0]),
      component: Int32Array.from(cells, cell => cell[1]),
      authored: Float64Array.from(cells, cell => cell[2]),
      effort: Float64Array.from(cells, cell => cell[3]),
      artifacts: Uint32Array.from(cells, cell => cell[4]),
    },
    dictionaries: { person: ['p2', 'p1', 'p3'], personName: ['Zoë', 'Ana', 'Ana'], component: ['ledger', 'billing'] },
  }
}

const CELLS: readonly Cell[] = [
  [0, 0, 0.2, 0.1, 4],
  [0, 1, 0.7, 0.6, 9],
  [1, 0, 0.8, Number.NaN, 16],
]

describe('the matrix', () => {
  it('has the systems in the order asked for', () => {
    expect(matrixView(columnsOf(CELLS), ['billing', 'ledger']).components).toEqual(['billing', 'ledger'])
  })

  it('puts people beside the system they know most of, not in an order of merit', () => {
    expect(matrixView(columnsOf(CELLS), ['ledger', 'billing']).people.map(({ name }) => name)).toEqual(['Ana', 'Zoë'])
    expect(matrixView(columnsOf(CELLS), ['billing', 'ledger']).people.map(({ name }) => name)).toEqual(['Zoë', 'Ana'])
  })

  it('leaves out people without a cell', () => {
    expect(matrixView(columnsOf(CELLS), ['ledger']).people).toHaveLength(2)
    expect(matrixView(columnsOf(CELLS), ['billing']).people.map(({ personId }) => personId)).toEqual(['p2'])
  })

  it('keeps what is unknown unknown', () => {
    const { people, cells } = matrixView(columnsOf(CELLS), ['ledger', 'billing'])
    const row = people.findIndex(({ personId }) => personId === 'p1')
    expect(cells[row]).toEqual([{ authored: 0.8, effort: null, artifacts: 16 }, null])
  })

  it('does not depend on the order of rows', () => {
    const expected = matrixView(columnsOf(CELLS), ['ledger', 'billing'])
    fc.assert(
      fc.property(fc.shuffledSubarray([...CELLS], { minLength: CELLS.length }), cells => {
        expect(matrixView(columnsOf(cells), ['ledger', 'billing'])).toEqual(expected)
      }),
    )
  })

  it('falls back to ids where there are no names', () => {
    const { dictionaries, ...rest } = columnsOf(CELLS)
    const view = matrixView(
      { ...rest, dictionaries: { person: dictionaries['person'] ?? [], component: dictionaries['component'] ?? [] } },
      ['billing'],
    )
    expect(view.people).toEqual([{ personId: 'p2', name: 'p2' }])
  })
})

describe('a cell', () => {
  it('is shaded by its share, and not at all when that is nothing or unknown', () => {
    expect([null, 0, 0.01, 0.5, 1].map(shade)).toEqual([null, null, 0, 3, 6])
  })

  it('is a sentence when it is read out', () => {
    const said = cellSentence('Ana', 'ledger', { authored: 0.5, effort: null, artifacts: 1 }, true).replaceAll('\u00a0', ' ')
    expect(said).toBe('Ana, ledger: author of 50 % (1 artifact), effort unknown; keeps it alone.')
    expect(cellSentence('Ana', 'ledger', null, false)).toBe('Ana has not worked on ledger.')
  })
})
