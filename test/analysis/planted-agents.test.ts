/** Whole made-up organisations: where speed outruns the eyes it is found, and nowhere else. */
import { describe, expect, test } from 'vitest'
import { DEFAULT_AGENT_SETTINGS } from '../../src/analysis/agent-settings.ts'
import { findAgents } from '../../src/analysis/agents.ts'
import { groundOf } from '../../src/analysis/ground.ts'
import { DEFAULT_SETTINGS } from '../../src/analysis/settings.ts'
import { agentOrganisation, BLIND_PERSON } from './agent-organisation.ts'
import type { AgentOptions, UnitHabit } from './agent-organisation.ts'

const ALL: readonly UnitHabit[] = ['ordinary', 'blind', 'watched', 'reverting', 'unreviewed', 'ordinary', 'ordinary', 'ordinary']
const SEEDS = Array.from({ length: 10 }, (_, index) => index + 1)

function lookAt(given: Partial<AgentOptions> & Pick<AgentOptions, 'habits'>) {
  const dataset = agentOrganisation(given)
  const { speed, adoption } = findAgents(dataset, groundOf(dataset, DEFAULT_SETTINGS), DEFAULT_AGENT_SETTINGS)
  const habitOf = (unit: string) => given.habits[Number(unit.replace('Product/Unit ', ''))]
  return {
    dataset,
    speed,
    adoption,
    units: speed.units?.map(({ unit }) => habitOf(unit)) ?? null,
    people: speed.result.findings.map(({ person }): string => dataset.people[person]!.id),
  }
}

describe.each(SEEDS)('organisation %i', seed => {
  const found = lookAt({ seed, habits: ALL })

  test('the unit without eyes and the one that takes work back are found, and no other', () => {
    expect(found.units).toEqual(['blind', 'reverting'])
    expect(found.speed.units!.map(({ speed }) => speed.side)).toEqual(['eyes', 'reverts'])
  })

  test('people are found in those units alone', () => {
    const units = new Set(found.speed.result.findings.map(({ person }) => found.dataset.people[person]!.orgUnit))
    for (const unit of units) expect(['Product/Unit 1', 'Product/Unit 3']).toContain(unit)
  })
})

describe('an organisation in which nobody works more through agents', () => {
  test.each(SEEDS)('has nobody and no unit flagged (%i)', seed => {
    const found = lookAt({ seed: 50 + seed, habits: Array.from({ length: 8 }, (): UnitHabit => 'ordinary') })
    expect(found.units).toEqual([])
    expect(found.people).toEqual([])
  })
})

describe('one person in a unit that looks at its work', () => {
  test('is found where reviews name what they are about', () => {
    const found = lookAt({ habits: ['ordinary', 'ordinary', 'ordinary'], blindPerson: true })
    expect(found.people).toEqual([BLIND_PERSON])
    expect(found.units).toEqual([])
  })

  test('cannot be told where reviews name nothing, and the answer says so', () => {
    const { people, speed, dataset } = lookAt({ habits: ['ordinary', 'ordinary', 'ordinary'], blindPerson: true, reviews: 'unnamed' })
    expect(people).toEqual([])
    expect(speed.result.notEnough.map(({ person, missing }) => [dataset.people[person]!.id, missing])).toEqual([
      [BLIND_PERSON, ['contributions.artifact: of reviews']],
    ])
  })
})

describe('what only looks like it', () => {
  test('another tracker, in which everybody has fewer reviews, is no lack of eyes', () => {
    expect(lookAt({ habits: ['watched', 'ordinary', 'ordinary', 'watched'], trackerChanged: true }).units).toEqual([])
  })

  test('records of less than two halves tell nothing', () => {
    const found = lookAt({ habits: ALL, weeks: 40 })
    expect(found.units).toBeNull()
    expect(found.people).toEqual([])
  })

  test('without reviews and outcomes nothing can be told', () => {
    expect(lookAt({ habits: ALL, reviews: 'none', outcomes: false }).units).toBeNull()
  })
})

describe('where every unit goes the same way', () => {
  test('all are found: there is nobody left whose records could be the reason', () => {
    expect(lookAt({ habits: ['blind', 'blind', 'blind'] }).units).toEqual(['blind', 'blind', 'blind'])
  })
})

describe('a unit it is raised for', () => {
  const [blind] = lookAt({ habits: ALL }).speed.units!

  test('is steady, survives moved thresholds, and says what speaks against it', () => {
    expect(blind!.steadiness).toBeGreaterThan(0.9)
    expect(blind!.band).toBe('likely')
    expect(blind!.survivesMoved).toBe(true)
    expect(blind!.counter.join(' ')).toContain('not that agents are why')
    expect(blind!.wouldChange[0]).toMatch(/^\d+ reviews or evaluations in the last 26 weeks would end it \(now [\d.]+\)\.$/)
  })

  test('opens down to the reviews and to what agents made', () => {
    const [eyes, growth] = blind!.reasons
    expect([eyes!.measure, growth!.measure]).toEqual(['eyes_ratio', 'agent_share_change'])
    expect(eyes!.rows.length).toBeGreaterThan(50)
    // Several files of one moment are one piece.
    expect(growth!.rows.length).toBeGreaterThanOrEqual(blind!.halves.recent.agentOutput)
  })
})
