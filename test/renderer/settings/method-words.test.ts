/** The method in words, from the settings and the explanations of the host. */
import { expect, test } from 'vitest'
import { figureTitle, patternMethods, setWords, sourcesOf } from '../../../renderer/settings/method-words.ts'
import { settingsOf } from '../../../renderer/settings/setting-drafts.ts'
import { PATTERNS } from '../../../src/domain/flag.ts'
import { explained, fakeSettings } from '../fake-settings.ts'

const { explanations } = explained()
const methods = patternMethods(settingsOf(fakeSettings().get()), explanations)

test('every pattern has thresholds and at least one figure it stands on', () => {
  expect(methods.map(({ pattern }) => pattern)).toEqual(PATTERNS)
  for (const { pattern, thresholds, figures } of methods)
    expect({ pattern, few: thresholds.length < 3 || figures.length < 1 }).toEqual({ pattern, few: false })
})

test('thresholds stand with their value and unit, figures with a title one can read', () => {
  const [builder] = methods
  const pace = builder!.thresholds.find(({ setting }) => setting.endsWith('builderPaceRatio'))!
  expect(setWords(pace)).toBe('1.25 times')
  expect(setWords({ value: true, unit: '' })).toBe('on')
  expect(figureTitle('knowledgeAtRisk')).toBe('Knowledge at risk')
})

test('every source is named once', () => {
  const sources = sourcesOf(explanations)
  expect(new Set(sources).size).toBe(sources.length)
  expect(sources).toContain('Fisher 1935')
})
