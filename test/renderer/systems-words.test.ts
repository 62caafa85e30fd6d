import { describe, expect, it } from 'vitest'
import { departureSentence, turnsRed } from '../../renderer/systems/leave-words.ts'
import { crossingOf, labelledSteps, notDrawn, removalCaption, stepsToDraw } from '../../renderer/systems/removal-words.ts'
import { verdictSentence } from '../../renderer/systems/verdict-sentence.ts'
import { detail, leave, someKeeper } from './fake-systems.ts'

const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ')
const nameOf = (id: string) => id.toUpperCase()
const curve = { removed: ['a', 'b', 'c'], coverage: [0.9, 0.6, 0.48, 0] }

describe('a removal curve', () => {
  it('crosses where the coverage is first below the line, not on it', () => {
    expect(crossingOf(curve, 0.5)).toBe(2)
    expect(crossingOf({ removed: ['a'], coverage: [0.9, 0.5] }, 0.5)).toBeNull()
  })

  it('is one sentence', () => {
    expect(plain(removalCaption(curve, nameOf, 0.5))).toBe(
      '90 % of the artifacts have an author who is still here. Without A and B (2 people) it is 48.0 %, below the 50 % line.',
    )
  })

  it('says so when it begins below the line, and when it never gets there', () => {
    expect(plain(removalCaption({ removed: [], coverage: [0.31] }, nameOf, 0.5))).toContain('begins below the 50 % line')
    expect(plain(removalCaption({ removed: ['a'], coverage: [0.9, 0.7] }, nameOf, 0.5))).toContain('never falls below 50 %')
  })

  it('is drawn past the crossing, and says what it leaves out', () => {
    const long = {
      removed: Array.from({ length: 90 }, (_, step) => `p${step}`),
      coverage: Array.from({ length: 91 }, (_, step) => 1 - step / 90),
    }
    const steps = stepsToDraw(long, 0.5)
    expect(steps).toBeGreaterThan(46)
    expect(steps).toBeLessThan(90)
    expect(notDrawn(long, steps)).toContain('the table has them all')
    expect(notDrawn(curve, stepsToDraw(curve, 0.5))).toBeNull()
  })

  it('labels steps that are far enough apart, and always the one that decides', () => {
    expect(labelledSteps({ removed: ['a', 'b', 'c'], coverage: [1, 0.7, 0.69, 0.4] }, 3, 0.05, null)).toEqual([1, 3])
    expect(labelledSteps({ removed: ['a', 'b', 'c'], coverage: [1, 0.7, 0.69, 0.4] }, 3, 0.05, 2)).toEqual([2, 3])
  })
})

describe('a verdict', () => {
  it('is one sentence with its figures', () => {
    const shown = detail('ledger')
    expect(verdictSentence(shown)).toContain(shown.row.keeper?.name)
    expect(verdictSentence(shown)).toContain('the last 24 months')
  })

  it('that is unknown says why', () => {
    expect(verdictSentence(detail('old-intranet'))).toMatch(/none changes something in it|No contribution names/)
  })
})

describe('a departure', () => {
  it('turns a system red when one person or nobody is left who had company', () => {
    expect(turnsRed({ before: 'several', after: 'one' })).toBe(true)
    expect(turnsRed({ before: 'one', after: 'none' })).toBe(true)
    expect(turnsRed({ before: 'one', after: 'one' })).toBe(false)
    expect(turnsRed({ before: 'several', after: null })).toBe(false)
  })

  it('is announced with names, systems and artifacts', () => {
    const departure = leave({ people: [someKeeper()] })
    expect(departureSentence(departure)).toMatch(/^Without .+: \d+ systems? gets? worse; .*would have no author left\.$/)
  })

  it('that hurts nothing says that', () => {
    const none = { before: 1, after: 1 }
    expect(
      departureSentence({ leavers: [{ personId: 'a', name: 'Ana' }], coverage: none, truckFactor: none, artifactsLost: 0, components: [] }),
    ).toBe('Without Ana no system gets worse; 0 artifacts would have no author left.')
  })
})
