import { expect, test } from 'vitest'
import { stabilityOf } from '../../src/analysis/stability.ts'

const flag = (pattern: 'builder_trap' | 'distant_leader', band: 'watch' | 'strong', survivesMoved: boolean) => ({
  pattern,
  band,
  survivesMoved,
})

test('stability is told per pattern and band, and only where there are flags', () => {
  expect(
    stabilityOf([
      flag('distant_leader', 'watch', true),
      flag('builder_trap', 'strong', true),
      flag('builder_trap', 'watch', false),
      flag('builder_trap', 'watch', true),
    ]),
  ).toEqual([
    { pattern: 'builder_trap', band: 'watch', flags: 2, surviving: 1 },
    { pattern: 'builder_trap', band: 'strong', flags: 1, surviving: 1 },
    { pattern: 'distant_leader', band: 'watch', flags: 1, surviving: 1 },
  ])
})
