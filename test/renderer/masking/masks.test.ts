/** Names hidden in answers: nobody is named, ids go on finding people, and one person has one number. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createMasks } from '../../../renderer/masking/masks.ts'

test('names of rows, of a record of names and inside sentences are hidden, and ids stay', () => {
  const mask = createMasks()
  expect(
    mask({
      rows: [{ personId: 'E1', name: 'Ada Lovelace', words: 'Ada Lovelace keeps the ledger alone.' }],
      evidence: [{ personId: 'E2', person: 'Alan Turing', title: 'Pair with Ada Lovelace' }],
      names: { E1: 'Ada Lovelace', E3: 'Grace Hopper' },
      pairing: 'Grace Hopper and Alan Turing, 3 changes each',
    }),
  ).toEqual({
    rows: [{ personId: 'E1', name: 'Person 1', words: 'Person 1 keeps the ledger alone.' }],
    evidence: [{ personId: 'E2', person: 'Person 3', title: 'Pair with Person 1' }],
    names: { E1: 'Person 1', E3: 'Person 2' },
    pairing: 'Person 2 and Person 3, 3 changes each',
  })
})

test('a profile names its person beside the entry, and a log entry by id alone', () => {
  const mask = createMasks()
  expect(mask({ person: { personId: 'E1', name: null }, name: 'Ada Lovelace' })).toEqual({
    person: { personId: 'E1', name: 'Person 1' },
    name: 'Person 1',
  })
  expect(mask({ kind: 'profile', detail: { person: 'E1' } })).toEqual({ kind: 'profile', detail: { person: 'Person 1' } })
})

test('what is wrong with a manager names nobody', () => {
  const problem = { code: 'manager-self', words: 'Ada Lovelace is their own manager.', people: 4, examples: ['Ada Lovelace'] }
  expect(createMasks()({ managers: { problems: [problem] } })).toEqual({
    managers: { problems: [{ code: 'manager-self', words: 'manager self: who is meant is hidden', people: 4, examples: [] }] },
  })
})

test('names of columns are hidden, their ids and numbers are not', () => {
  const columns = {
    rows: 2,
    arrays: { weeks: new Int32Array([1, 2]) },
    dictionaries: { person: ['E1', 'E2'], name: ['Ada', 'Alan'], unit: ['Ops'] },
  }
  expect(createMasks()(columns)).toEqual({
    ...columns,
    dictionaries: { person: ['E1', 'E2'], name: ['Person 1', 'Person 2'], unit: ['Ops'] },
  })
})

test('a login that is its own name is hidden where it is shown and kept where it is asked for', () => {
  const masked = createMasks()({ members: ['ada.l'], keeper: { personId: 'ada.l', name: 'ada.l' }, words: 'Only ada.l changed it.' })
  expect(masked).toEqual({ members: ['ada.l'], keeper: { personId: 'ada.l', name: 'Person 1' }, words: 'Only Person 1 changed it.' })
})

test('no name of any row is left in any sentence of the answer, and one person keeps one number', () => {
  const name = fc.stringMatching(/^[A-Z][a-z]{2,8} [A-Z][a-z(.]{2,8}$/)
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 8 }), names => {
      const mask = createMasks()
      const answer = {
        rows: names.map((one, place) => ({ personId: `id-${place}`, name: one })),
        words: `Between ${names.join(', ')} only`,
      }
      const [first, second] = [JSON.stringify(mask(answer)), JSON.stringify(mask(answer))]
      expect(names.filter(one => first.includes(one) && !one.startsWith('Person'))).toEqual([])
      expect(second).toBe(first)
    }),
  )
})
