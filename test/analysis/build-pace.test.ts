/** Where a build pace stands: put in order once, and the same as looking at every peer. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { paceStandings } from '../../src/analysis/build-pace.ts'
import type { ContributorPeers } from '../../src/analysis/contributor-peers.ts'

const PEOPLE = 12

/** Mid-rank among those who build, the person among them whether a peer or not. */
function percentileByDefinition(pace: Float64Array, peers: Int32Array, person: number): number {
  const others = [...peers].filter(peer => peer !== person && pace[peer]! > 0)
  const below = others.filter(peer => pace[peer]! < pace[person]!).length
  const equal = 1 + others.filter(peer => pace[peer] === pace[person]).length
  return (below + equal / 2) / (others.length + 1)
}

test('the place of a pace is the mid-rank among the peers who build, contributor or not', () => {
  const paces = fc.array(fc.constantFrom(NaN, 0, 1, 2, 3, 4), { minLength: PEOPLE, maxLength: PEOPLE })
  fc.assert(
    fc.property(paces, fc.subarray([...Array(PEOPLE).keys()], { minLength: 1 }), (values, contributors) => {
      const pace = Float64Array.from(values)
      const group = Int32Array.from(contributors)
      const peers: ContributorPeers = {
        ofFamily: () => group,
        ofCohort: () => group,
        cohortKind: () => 'all',
        isContributor: person => contributors.includes(person),
      }
      const standing = paceStandings(peers, pace)
      const builders = [...group].map(peer => pace[peer]!).filter(value => value > 0)
      for (let person = 0; person < PEOPLE; person++) {
        const { pacePercentile, paceRatio } = standing(person)
        if (Number.isNaN(pace[person]!) || builders.length === 0) expect([pacePercentile, paceRatio]).toEqual([NaN, NaN])
        else expect(pacePercentile).toBe(percentileByDefinition(pace, group, person))
      }
    }),
    { numRuns: 300 },
  )
})
