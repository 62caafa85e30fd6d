import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AppError, decodeColumns, encodeColumns, isColumns, type ColumnArray, type Columns } from '../../src/contract/wire.ts'

const arrayOf = (rows: number): fc.Arbitrary<ColumnArray> => {
  const size = { minLength: rows, maxLength: rows }
  return fc.oneof(fc.uint8Array(size), fc.int32Array(size), fc.uint32Array(size), fc.float64Array(size))
}
const nameArbitrary = fc.string({ unit: 'binary', maxLength: 12 }).filter(name => name !== '__proto__')
const columnsArbitrary: fc.Arbitrary<Columns> = fc.integer({ min: 0, max: 40 }).chain(rows =>
  fc.record({
    rows: fc.constant(rows),
    arrays: fc.dictionary(nameArbitrary, arrayOf(rows), { maxKeys: 5, noNullPrototype: true }),
    dictionaries: fc.dictionary(nameArbitrary, fc.array(fc.string({ unit: 'binary' }), { maxLength: 5 }), {
      maxKeys: 3,
      noNullPrototype: true,
    }),
  }),
)

function refused(body: ArrayBuffer): void {
  let thrown: unknown
  try {
    decodeColumns(body)
  } catch (error) {
    thrown = error
  }
  expect(thrown).toBeInstanceOf(AppError)
  expect(thrown).toMatchObject({ code: 'unavailable' })
}

describe('columns as one binary body', () => {
  test('come out as they went in, whatever they hold', () => {
    fc.assert(
      fc.property(columnsArbitrary, columns => {
        const decoded = decodeColumns(encodeColumns(columns).buffer)
        expect(isColumns(decoded)).toBe(true)
        expect(decoded).toEqual(columns)
      }),
    )
  })

  test('keep NaN, -0 and infinities, which JSON would lose', () => {
    const value = new Float64Array([Number.NaN, -0, Infinity, -Infinity])
    const decoded = decodeColumns(encodeColumns({ rows: 4, arrays: { value }, dictionaries: {} }).buffer)
    expect([...(decoded.arrays['value'] ?? [])]).toEqual([Number.NaN, -0, Infinity, -Infinity])
  })

  test('a view into a larger buffer is sent without its surroundings', () => {
    const view = new Int32Array(new Int32Array([9, 1, 2, 9]).buffer, 4, 2)
    const body = encodeColumns({ rows: 2, arrays: { view }, dictionaries: {} })
    expect([...(decodeColumns(body.buffer).arrays['view'] ?? [])]).toEqual([1, 2])
  })

  test('each array starts at a multiple of 8 bytes', () => {
    fc.assert(
      fc.property(columnsArbitrary, columns => {
        const decoded = decodeColumns(encodeColumns(columns).buffer)
        for (const array of Object.values(decoded.arrays)) expect(array.byteOffset % 8).toBe(0)
      }),
    )
  })

  test('a body cut short at any byte is refused', () => {
    fc.assert(
      fc.property(columnsArbitrary, fc.nat(), (columns, at) => {
        const body = encodeColumns(columns)
        refused(body.buffer.slice(0, at % body.length))
      }),
    )
  })

  test('a body with anything after its end is refused', () => {
    fc.assert(
      fc.property(columnsArbitrary, fc.uint8Array({ minLength: 1, maxLength: 16 }), (columns, tail) => {
        const body = encodeColumns(columns)
        const longer = new Uint8Array(body.length + tail.length)
        longer.set(body)
        longer.set(tail, body.length)
        refused(longer.buffer)
      }),
    )
  })
})

describe('what counts as columns', () => {
  test.each([
    ['null', null],
    ['a list', []],
    ['an array shorter than the rows', { rows: 2, arrays: { a: new Uint8Array(1) }, dictionaries: {} }],
    ['an ordinary array', { rows: 1, arrays: { a: [1] }, dictionaries: {} }],
    ['an array of another type', { rows: 1, arrays: { a: new Float32Array(1) }, dictionaries: {} }],
    ['a dictionary of numbers', { rows: 0, arrays: {}, dictionaries: { a: [1] } }],
    ['half a row', { rows: 0.5, arrays: {}, dictionaries: {} }],
    ['no arrays', { rows: 0, dictionaries: {} }],
  ])('%s does not', (_what, value) => expect(isColumns(value)).toBe(false))
})
