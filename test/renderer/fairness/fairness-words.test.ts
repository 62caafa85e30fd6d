/** What a comparison of groups says, and what it does not. */
import { expect, test } from 'vitest'
import { attributeName, fairnessSummary, isHardlyChance, readingOf, shareWords } from '../../../renderer/fairness/fairness-words.ts'
import { FAIRNESS } from '../fake-settings.ts'

const [few, hardly, even, hidden] = FAIRNESS.comparisons

test('a ratio that one person would turn is nothing to conclude from', () => {
  expect(readingOf(few!, FAIRNESS)).toBe('Flagged less often than others, ratio under 0.8. 1 person would turn that: conclude nothing.')
})

test('hardly chance is said of mid-P times the comparisons only', () => {
  expect(readingOf(hardly!, FAIRNESS)).toMatch(/hardly chance\. Ask first about the method/)
  expect(isHardlyChance({ ...hardly!, fisherMidP: 0.03 }, 1)).toBe(true)
  expect(isHardlyChance({ ...hardly!, fisherMidP: 0.03 }, 2)).toBe(false)
  expect(readingOf({ ...hardly!, fisherMidP: 0.03 }, FAIRNESS)).toMatch(/chance alone may bring this/)
})

test('an even share says so, and what is suppressed is said to be, with the limits', () => {
  expect(readingOf(even!, FAIRNESS)).toBe('Flagged as often as others; the ratio is not under 0.8.')
  expect(readingOf(hidden!, FAIRNESS)).toMatch(/^Suppressed: groups under 10 people, flags of under 3/)
  expect(shareWords(hidden!.flagged, hidden!.people)).toBeNull()
})

test('the summary counts what is shown, what cannot be, and what is hardly chance', () => {
  expect(fairnessSummary(FAIRNESS)).toBe(
    '3 comparisons can be shown, 1 row stands for groups that cannot. 2 comparisons are under the line of 0.8; 1 of them hardly by chance.',
  )
  expect(attributeName('demographic_age_band')).toBe('Age band')
})
