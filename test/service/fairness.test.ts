/** The fairness check and the method in words through the service. */
import { expect, test } from 'vitest'
import { PATTERNS } from '../../src/domain/flag.ts'
import { ask, startService } from './service-fixture.ts'

test('the fairness check of the result is answered with the limits it was made with, and what is suppressed has no number', async () => {
  const service = await startService()
  await ask(service, 'workspace.sample', {})
  await service.idle()
  const { comparisons, groupLeast, flaggedLeast, ratioLine, stability } = await ask(service, 'fairness.get', {})
  expect({ groupLeast, flaggedLeast, ratioLine }).toEqual({ groupLeast: 10, flaggedLeast: 3, ratioLine: 0.8 })
  for (const one of comparisons) {
    expect(PATTERNS).toContain(one.pattern)
    if (one.suppressed) expect([one.group, one.people, one.flagged, one.adverseImpactRatio]).toEqual([null, null, null, null])
    else expect(one.people).toBeGreaterThanOrEqual(groupLeast)
  }
  expect(stability.length).toBeGreaterThan(0)

  await ask(service, 'settings.set', { changes: { 'fairness.fairnessGroupLeast': 40 } })
  expect((await ask(service, 'fairness.get', {})).groupLeast).toBe(10)
  await ask(service, 'analysis.start', { asOf: null })
  await service.idle()
  expect((await ask(service, 'fairness.get', {})).groupLeast).toBe(40)
})

test('before the first analysis there is no fairness check, and that is said', async () => {
  const service = await startService()
  await ask(service, 'workspace.create', { name: 'Empty' })
  await expect(ask(service, 'fairness.get', {})).rejects.toThrow(/Import contributions first/)
})

test('every figure is explained, each once', async () => {
  const { explanations, version } = await ask(await startService(), 'method.get', {})
  expect(version).not.toBe('')
  expect(new Set(explanations.map(({ figure }) => figure)).size).toBe(explanations.length)
  expect(explanations.every(({ formula }) => formula.length > 20)).toBe(true)
})
