import { describe, expect, test } from 'vitest'
import { createDispatch } from '../../main/engine/dispatch.ts'
import type { Fault } from '../../main/engine/refusal.ts'
import { methods, type Handlers } from '../../src/contract/contract.ts'
import { AppError } from '../../src/contract/wire.ts'

type LooseHandlers = Record<string, (input: unknown) => Promise<unknown>>

function gate(own: LooseHandlers = {}) {
  const faults: Fault[] = []
  const reached: string[] = []
  const handlers: LooseHandlers = {}
  for (const method of Object.keys(methods))
    handlers[method] = async input => {
      reached.push(method)
      return own[method] ? own[method](input) : null
    }
  // The point is what happens when a handler does not keep to its type.
  return { dispatch: createDispatch(handlers as unknown as Handlers, fault => faults.push(fault)), faults, reached }
}

describe('what goes in', () => {
  test.each(['', 'nothing.here', 'constructor', '__proto__', 'toString', 'hasOwnProperty', 'workspace', 'workspace.current '])(
    'the method “%s” is not found',
    async method => {
      const { dispatch, reached, faults } = gate()
      expect(await dispatch(method, {})).toMatchObject({ ok: false, code: 'not-found' })
      expect([reached, faults]).toEqual([[], []])
    },
  )

  test.each([
    ['workspace.create', { name: '  ' }, '“name” must not be empty.'],
    ['workspace.create', { name: 'x'.repeat(81) }, '“name” must be at most 80 characters long.'],
    ['workspace.create', {}, '“name” is missing.'],
    ['workspace.create', { name: 7 }, '“name” must be text.'],
    ['workspace.create', { name: 'Acme', path: '/etc' }, 'The request has parts that are not known here: “path”.'],
    ['workspace.current', null, 'The request must be an object.'],
    ['workspace.current', undefined, 'The request is missing.'],
    ['imports.list', { page: -1 }, '“page” must be at least 0.'],
    ['imports.list', { page: 0.5 }, '“page” must be a whole number.'],
    ['imports.inspect', { files: [] }, '“files” must be at least 1 entries long.'],
    [
      'imports.start',
      { files: [{ handle: 'h', mapping: { kind: 'horoscope', columns: {} } }] },
      '“files.0.mapping.kind” must be one of people',
    ],
    ['analysis.start', { asOf: '31.12.2024' }, '“asOf” must be a date written YYYY-MM-DD.'],
    ['workspace.open', { folder: '/etc', recent: 'x' }, 'The request is not as expected.'],
  ])('%s with %j is refused in plain words', async (method, input, words) => {
    const { dispatch, reached } = gate()
    const outcome = await dispatch(method, input)
    expect(outcome).toMatchObject({ ok: false, code: 'bad-request', message: expect.stringContaining(words) })
    expect(reached).toEqual([])
  })

  test('a prototype is not polluted through a mapping', async () => {
    let seen: unknown
    const { dispatch } = gate({ 'imports.start': async input => ((seen = input), { job: '1' }) })
    const columns: unknown = JSON.parse('{"__proto__":{"polluted":"yes"}}')
    await dispatch('imports.start', { files: [{ handle: 'h', kind: 'people', columns }] })
    expect('polluted' in {}).toBe(false)
    expect(JSON.stringify(seen ?? '')).not.toContain('polluted')
  })

  test('many faults are told as three and a count', async () => {
    const { dispatch } = gate()
    const files = Array.from({ length: 5 }, () => ({}))
    expect(await dispatch('imports.inspect', { files })).toMatchObject({ message: expect.stringMatching(/ And 2 more\.$/) })
  })
})

describe('what comes out', () => {
  test('an answer of the right shape passes', async () => {
    const answer = { version: '1.0.0', host: 'loopback' }
    expect(await gate({ 'app.info': async () => answer }).dispatch('app.info', {})).toEqual({ ok: true, value: answer })
  })

  test('an error for the user passes with its words and is not reported', async () => {
    const { dispatch, faults } = gate({
      'workspace.close': async () => {
        throw new AppError('conflict', 'An import is under way. Cancel it first.')
      },
    })
    expect(await dispatch('workspace.close', {})).toEqual({
      ok: false,
      code: 'conflict',
      message: 'An import is under way. Cancel it first.',
    })
    expect(faults).toEqual([])
  })

  test('any other error is internal, reported by method and class, and its message goes nowhere', async () => {
    const { dispatch, faults } = gate({
      'imports.list': async () => {
        throw Object.assign(new TypeError('Ada Lovelace, 4200 EUR'), { code: 'ENOSPC' })
      },
    })
    const outcome = await dispatch('imports.list', { page: 0 })
    expect(outcome).toMatchObject({ ok: false, code: 'internal' })
    expect(faults).toEqual([{ where: 'imports.list', error: 'TypeError ENOSPC' }])
    expect(JSON.stringify([outcome, faults])).not.toContain('Ada')
  })

  test.each([['a string'], [null], [undefined]])('a thrown %s does not get through either', async thrown => {
    const { dispatch, faults } = gate({ 'workspace.close': () => Promise.reject(thrown as unknown as Error) })
    expect(await dispatch('workspace.close', {})).toMatchObject({ ok: false, code: 'internal' })
    expect(faults).toHaveLength(1)
  })

  test('a field that is not in the schema stops the answer', async () => {
    const { dispatch, faults } = gate({ 'app.info': async () => ({ version: '1', host: 'loopback', home: '/home/ada' }) })
    const outcome = await dispatch('app.info', {})
    expect(outcome).toMatchObject({ ok: false, code: 'internal' })
    expect(faults).toMatchObject([{ where: 'app.info answer' }])
    expect(JSON.stringify([outcome, faults])).not.toContain('ada')
  })

  test('columns pass as they are, and only true columns', async () => {
    const cells = { rows: 2, arrays: { person: new Int32Array([1, 2]) }, dictionaries: {} }
    const input = { components: [], people: 5 }
    const outcome = await gate({ 'systems.matrix': async () => cells }).dispatch('systems.matrix', input)
    expect(outcome.ok && outcome.value).toBe(cells)
    const ragged = gate({ 'systems.matrix': async () => ({ ...cells, rows: 3 }) })
    expect(await ragged.dispatch('systems.matrix', input)).toMatchObject({ ok: false, code: 'internal' })
  })

  test('an answer over 1 MB is refused, one just under is not', async () => {
    const notices = (bytes: number) => ({
      'workspace.sample': async () => ({
        name: 'Sample',
        location: '/sample',
        sample: true,
        purpose: null,
        counts: { liveImports: 0, people: 0, contributions: 0, components: 0 },
        analysis: { status: 'none', asOf: null },
        scope: { shows: 'people', leastPeople: 5 },
        job: null,
        notices: ['é'.repeat(bytes / 2)],
      }),
    })
    expect(await gate(notices(1024 * 1024 - 1000)).dispatch('workspace.sample', {})).toMatchObject({ ok: true })
    const { dispatch, faults } = gate(notices(1024 * 1024))
    expect(await dispatch('workspace.sample', {})).toMatchObject({ ok: false, code: 'internal' })
    expect(faults).toEqual([{ where: 'workspace.sample answer', error: 'RangeError' }])
  })
})
