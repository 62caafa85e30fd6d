import { describe, expect, test } from 'vitest'
import { groundOf } from '../../src/analysis/ground.ts'
import { cycleDays, speedResiduals } from '../../src/analysis/item-speed.ts'
import { phaseRowsOf } from '../../src/analysis/phase-items.ts'
import { DEFAULT_ROUTE_SETTINGS } from '../../src/analysis/route-settings.ts'
import { DEFAULT_SETTINGS } from '../../src/analysis/settings.ts'
import { isoDate } from '../../src/domain/calendar.ts'
import { buildDataset, dayOf } from './dataset-builder.ts'
import type { ContributionInput } from './dataset-builder.ts'

interface ItemInput {
  readonly id: string
  readonly opened?: string
  readonly started?: string
  readonly finished?: string
  readonly firstWork: string
  readonly size?: number
  readonly component?: string
  readonly people?: readonly string[]
}

function datasetOfItems(items: readonly ItemInput[]) {
  const day = (iso: string | undefined) => (iso === undefined ? null : dayOf(iso))
  return buildDataset({
    people: [{ id: 'ada' }],
    contributions: items.flatMap(({ id, firstWork, component = 'core', people = ['ada'] }) =>
      people.map((person): ContributionInput => ({ person, at: firstWork, workItem: id, component, hours: 1 })),
    ),
    workItems: items.map(({ id, opened, started, finished, size, component = 'core' }) => ({
      id,
      component,
      size: size ?? null,
      openedAt: day(opened),
      startedAt: day(started),
      finishedAt: day(finished),
    })),
    components: [{ name: 'core' }, { name: 'site' }],
    asOf: '2026-06-30',
  })
}

function measured(items: readonly ItemInput[], settings = DEFAULT_ROUTE_SETTINGS) {
  const dataset = datasetOfItems(items)
  const rows = phaseRowsOf(dataset, groundOf(dataset, DEFAULT_SETTINGS).effort)
  const at = (id: string) => dataset.workItemNames.findIndex(name => name === id)
  const [days, residuals] = [cycleDays(dataset, rows, settings), speedResiduals(dataset, rows, settings)]
  return { days: (id: string) => days[at(id)]!, residual: (id: string) => residuals[at(id)]! }
}

describe('days of an item', () => {
  test.each<[string, Omit<ItemInput, 'id'>, number]>([
    [
      'from the start to the finish, both counted',
      { opened: '2026-01-01', started: '2026-01-05', firstWork: '2026-01-05', finished: '2026-01-09' },
      5,
    ],
    [
      'from the first work where that came before the recorded start',
      { opened: '2026-01-01', started: '2026-01-05', firstWork: '2026-01-03', finished: '2026-01-09' },
      7,
    ],
    ['from the opening where no start is recorded', { opened: '2026-01-01', firstWork: '2026-01-03', finished: '2026-01-09' }, 9],
    ['are unknown for an item opened after the work', { opened: '2026-01-09', firstWork: '2026-01-03', finished: '2026-01-09' }, NaN],
    [
      'are unknown for an epic that was open for years',
      { opened: '2023-01-01', firstWork: '2025-12-03', started: '2025-12-01', finished: '2026-01-09' },
      NaN,
    ],
    ['are unknown without a finish', { opened: '2026-01-01', firstWork: '2026-01-03' }, NaN],
    ['are unknown where it was finished before the work', { opened: '2026-01-01', firstWork: '2026-02-03', finished: '2026-01-09' }, NaN],
  ])('%s', (_, item, days) => expect(measured([{ id: 'a', ...item }]).days('a')).toBe(days))
})

describe('residuals', () => {
  const finishedAfter = (id: string, days: number, more: Partial<ItemInput> = {}): ItemInput => {
    const started = '2026-01-05'
    return { id, opened: started, started, firstWork: started, finished: isoDate(dayOf(started) + days - 1), ...more }
  }

  test('are the logarithm of how much slower than the usual, where nothing else differs', () => {
    const items = [...Array.from({ length: 39 }, (_, index) => finishedAfter(`item${index}`, 8)), finishedAfter('fast', 2)]
    const { residual } = measured(items)
    // One system's effect is drawn to 0 by one item in 41: the mean takes the rest.
    expect(residual('item0') - residual('fast')).toBeCloseTo(Math.log(4), 9)
    expect(residual('item0')).toBeCloseTo(Math.log(4) / 40, 9)
  })

  test('call whoever works alone fast where long items gather people', () => {
    const crews = ['ada', 'bob', 'cyd', 'dan', 'eve', 'fay']
    const gathered = Array.from({ length: 90 }, (_, index) => {
      const people = crews.slice(0, 2 + (index % 5))
      return finishedAfter(`item${index}`, 3 * people.length, { people })
    })
    const alone = Array.from({ length: 9 }, (_, index) => finishedAfter(`alone${index}`, 3, { people: ['gus'] }))
    const { residual } = measured([...gathered, ...alone])
    for (const { id } of alone) expect(residual(id)).toBeLessThan(-0.4)
  })

  test('do not call small items of small crews in a quick system fast', () => {
    const items = Array.from({ length: 120 }, (_, index) => {
      const [size, isSite, crew] = [1 + (index % 8), index % 2 === 0, 1 + (index % 3)]
      const days = Math.round(4 * Math.sqrt(1 + size) * (isSite ? 1 : 3) * crew)
      return finishedAfter(`item${index}`, days, {
        size,
        component: isSite ? 'site' : 'core',
        people: ['ada', 'bob', 'cyd'].slice(0, crew),
      })
    })
    const { residual } = measured(items)
    for (const { id } of items) expect(Math.abs(residual(id))).toBeLessThan(0.25)
  })

  test('are unknown with too few finished items', () => {
    expect(measured(Array.from({ length: 19 }, (_, index) => finishedAfter(`item${index}`, 8))).residual('item0')).toBe(NaN)
  })
})
