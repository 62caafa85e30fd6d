/** What a setting is said to reach: no flag of any other pattern moves with it. */
import { describe, expect, test } from 'vitest'
import { generateOrganisation } from '../../fixtures/organisation.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import { groundOf } from '../../src/analysis/ground.ts'
import { methodOf } from '../../src/analysis/method-changes.ts'
import { methodSettings } from '../../src/analysis/method-settings.ts'
import { findPatterns } from '../../src/analysis/patterns.ts'
import { agentOrganisation } from './agent-organisation.ts'
import { leaderOrganisation } from './leader-organisation.ts'
import { datasetOf } from './organisation-dataset.ts'

const flagsOf = (dataset: Dataset, changes: Readonly<Record<string, number | boolean>>) => {
  const { settings, patterns } = methodOf(changes)
  const { findings } = findPatterns(dataset, groundOf(dataset, settings), {
    ...patterns,
    routes: { ...patterns.routes, chanceDraws: 2000 },
  })
  return findings.map(({ person, pattern, band }) => ({ pattern, line: `${pattern} ${person} ${band}` }))
}

/** Those of the ground and the patterns; kinds and titles reach nearly all. A million draws tell what a thousand do. */
const SETTINGS = methodSettings().filter(
  ({ setting, group, form }) => group !== 'kinds' && group !== 'titles' && form.kind !== 'choice' && setting !== 'routes.chanceDraws',
)

describe.each([
  [
    'where builders, enablers and routes are planted',
    () => datasetOf(generateOrganisation({ seed: 40, people: 50, components: 5, density: 0.5 })),
  ],
  [
    'among leaders',
    () =>
      leaderOrganisation({ buildersPerUnit: 4, habits: ['ordinary', 'distant', 'distant', 'newly_hired', 'answers_for_little'] }).dataset,
  ],
  [
    'among users of agents',
    () => agentOrganisation({ habits: ['blind', 'reverting', 'ordinary', 'ordinary'], blindPerson: true, membersPerUnit: 6 }),
  ],
] as const)('%s', (_, make) => {
  test('a setting moves the flags of the patterns it names, and of no other', async () => {
    const dataset = await make()
    const usual = flagsOf(dataset, {})
    const unsaid = SETTINGS.flatMap(({ setting, form, patterns }) => {
      const ends = form.kind === 'number' ? [form.minimum, form.maximum] : [true]
      return ends.flatMap(value => {
        const others = (list: typeof usual) => list.filter(({ pattern }) => !patterns.includes(pattern)).map(({ line }) => line)
        const [before, after] = [others(usual), others(flagsOf(dataset, { [setting]: value }))]
        return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ setting, value, before, after }]
      })
    })
    expect(unsaid).toEqual([])
  }, 240_000)
})
