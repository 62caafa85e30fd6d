import { describe, expect, test } from 'vitest'
import { routeSteadiness } from '../../src/analysis/route-resampling.ts'
import { plainOrganisation } from './plain-organisation.ts'
import { ROUTE_PATTERNS, routeFindings } from './route-findings.ts'

const { dataset } = plainOrganisation({ people: 70, seed: 9, habits: { moved_thinker: 2, moved: 2, thinker: 2, planned_thinker: 1 } })
const result = routeFindings(dataset)
const steadiness = (draws: number, seed = 7) =>
  routeSteadiness(dataset, result.ground, result.paths, result.thinkers, result.misrouted, { draws, seed })

describe('steadiness', () => {
  const steady = steadiness(60)

  test('is there for those who are flagged and for nobody else', () => {
    for (const pattern of ROUTE_PATTERNS) {
      const flagged = result.findings[pattern].map(({ person }) => person)
      expect([...steady[pattern].keys()].filter(person => steady[pattern][person]! > 0)).toEqual(flagged)
      expect(flagged.length).toBeGreaterThan(0)
    }
  })

  test('of clear cases is high', () => {
    for (const { person, band } of result.paths.findings)
      if (band === 'strong') expect(steady.coordination_path[person]!).toBeGreaterThan(0.9)
  })

  test('of being misrouted is never above that of the path', () => {
    for (const { person } of result.findings.misrouted_systems_thinker)
      expect(steady.misrouted_systems_thinker[person]!).toBeLessThanOrEqual(steady.coordination_path[person]!)
  })

  test('comes from the seed alone', () => {
    expect(steadiness(20)).toEqual(steadiness(20))
    const bySeed = [8, 9, 10, 11, 12, 13].map(seed => JSON.stringify(Object.values(steadiness(50, seed)).map(shares => [...shares])))
    expect(new Set(bySeed).size).toBeGreaterThan(1)
  })
})
