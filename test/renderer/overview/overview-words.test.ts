/** The overview in words: the quarter looked back to, what changed, and what to do next. */
import { expect, test } from 'vitest'
import type { Comparison } from '../../../renderer/overview/overview-store.ts'
import { flagChangeWords, nextActions, qualityLine, quarterBefore } from '../../../renderer/overview/overview-words.ts'
import { createFakeBackend } from '../fake-backend.ts'
import { QUALITY } from '../fake-quality.ts'
import { PERIODS } from '../fake-settings.ts'

test('the quarter before a day is the newest quarter end before it, never the day itself', () => {
  expect(quarterBefore(PERIODS.periods, '2026-11-18')).toBe('2026-09-30')
  expect(quarterBefore(PERIODS.periods, '2026-09-30')).toBe('2026-06-30')
  expect(quarterBefore(PERIODS.periods, '2026-06-30')).toBeNull()
  expect(quarterBefore([{ asOf: '2026-05-05', isQuarterEnd: false, computed: null }], '2026-06-30')).toBeNull()
})

const changed = (before: 'watch' | null, after: 'watch' | 'strong' | null): Comparison['people']['rows'][number] => ({
  personId: 'E1',
  name: 'Ada',
  pattern: 'builder_trap',
  before,
  after,
  causes: ['behaviour'],
  words: '',
})
const comparison = (rows: Comparison['people']['rows'], total = rows.length): Comparison => ({
  from: '2026-03-31',
  to: '2026-06-30',
  steps: [],
  people: { total, rows },
  systems: { total: 0, rows: [] },
  units: { total: 0, rows: [] },
})

test('flags raised, gone and in another band are told apart; of more than a page only how many', () => {
  expect(flagChangeWords(comparison([]))).toBe('No flag changed')
  const rows = [changed(null, 'watch'), changed('watch', null), changed('watch', 'strong')]
  expect(flagChangeWords(comparison(rows))).toBe('1 flag raised, 1 gone and 1 in another band')
  expect(flagChangeWords(comparison(rows, 240))).toBe('240 flags changed')
})

test('the data is told in one line', () => {
  expect(qualityLine(QUALITY)).toMatch(/of contributions found their person; .* missing; .*\.$/)
  const unknown = { ...QUALITY, join: { ...QUALITY.join, joinedShare: null } }
  expect(qualityLine(unknown)).toMatch(/^It is unknown whose contributions these are/)
})

test('what is next leads to the lists it speaks of, and says nothing of what is not there', async () => {
  const backend = createFakeBackend('open', 0)
  const [summary, counts] = [await backend.call('systems.summary', {}), await backend.call('settings.count', { changes: {} })]
  const actions = nextActions({ summary, counts, quality: QUALITY })
  expect(actions.map(({ to }) => to.screen)).toEqual(expect.arrayContaining(['systems', 'routing', 'people', 'quality']))
  const quiet = { ...QUALITY, unknownKinds: [], join: { ...QUALITY.join, openSuggestions: 0 } }
  const none = nextActions({ summary: { ...summary, keyPersonRisks: 0 }, counts: null, quality: quiet })
  expect(none.map(({ to }) => to.screen)).toEqual(['quality'])
})
