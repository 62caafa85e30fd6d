import { describe, expect, test } from 'vitest'
import { isoDate } from '../../src/domain/calendar.ts'
import { DEFAULT_SETTINGS, SETTING_RULES } from '../../src/analysis/settings.ts'
import { periodsOf } from '../../src/analysis/window.ts'
import { dayOf } from './dataset-builder.ts'

const spelled = (asOf: string) => {
  const { window, baseline, ownership } = periodsOf(dayOf(asOf), DEFAULT_SETTINGS)
  return [window, baseline, ownership].map(({ from, to }) => `${isoDate(from)} to ${isoDate(to)}`)
}

describe('periods', () => {
  test('the window is the twelve months up to the as-of day, the baseline the twelve before it', () => {
    expect(spelled('2024-12-31')).toEqual(['2024-01-01 to 2024-12-31', '2023-01-01 to 2023-12-31', '2023-01-01 to 2024-12-31'])
    expect(spelled('2024-07-15')).toEqual(['2023-07-16 to 2024-07-15', '2022-07-16 to 2023-07-15', '2022-07-16 to 2024-07-15'])
  })

  test('a leap day counts back to the end of February', () => {
    expect(spelled('2024-02-29')[0]).toBe('2023-03-01 to 2024-02-29')
  })
})

test('every setting has a reason, and a default within its bounds', () => {
  for (const [name, rule] of Object.entries(SETTING_RULES)) {
    expect(rule.reason.endsWith('.'), name).toBe(true)
    if (rule.kind !== 'number') continue
    // The rules have the settings' own names.
    const value = DEFAULT_SETTINGS[name as keyof typeof DEFAULT_SETTINGS] as number
    expect(value >= rule.minimum && value <= rule.maximum, name).toBe(true)
  }
})
