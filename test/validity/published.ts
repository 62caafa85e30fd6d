/** Values others have published, beside what this method makes of the same data. */
import { structuralHolesOf } from '../../src/analysis/network-constraint.ts'
import { betweennessOf } from '../../src/analysis/network-betweenness.ts'
import { coresOf } from '../../src/analysis/network-core.ts'
import { degreeOf } from '../../src/analysis/network-graph.ts'
import { analyse } from '../../src/analysis/analyse.ts'
import { degreeOfAuthorship } from '../../src/analysis/degree-of-authorship.ts'
import { fisherTest } from '../../src/analysis/fisher-test.ts'
import { absenceFactor } from '../../src/analysis/ownership.ts'
import { DEFAULT_SETTINGS } from '../../src/analysis/settings.ts'
import { networkOfPairs } from '../analysis/network-graphs.ts'
import type { Pair } from '../analysis/network-graphs.ts'
import { publishedHistory, publishedNetworkFile } from '../analysis/real-data.ts'

export interface Reproduced {
  readonly what: string
  readonly source: string
  readonly published: number
  /** Null where the data is not at hand. */
  readonly computed: number | null
  /** How far apart the two may be: published figures are rounded. */
  readonly tolerance: number
}

const row = (what: string, source: string, published: number, computed: number | null, tolerance: number): Reproduced => ({
  what,
  source,
  published,
  computed,
  tolerance,
})

const REPOSITORIES = [
  ['backbone', 2, 0.8],
  ['resque', 6, 0.684931506849315],
  ['haml', 3, 0.4791666666666667],
  ['express', 2, 0.71],
] as const
const AVELINO = 'Avelino et al. 2016'

/** Each repository is read once. Null values where the folder with the published data is missing. */
export function reproduced(): Reproduced[] {
  return [...authorship(), ...repositories(), ...smallGraphs(), ...networks()]
}

function authorship(): Reproduced[] {
  const fritz = 'Fritz et al. 2014, weights of Avelino et al.'
  return [
    row('degree of authorship: added, nobody else', fritz, 4.391, degreeOfAuthorship(true, 0, 0), 1e-9),
    row('degree of authorship: 5 changes, not added', fritz, 4.113, degreeOfAuthorship(false, 5, 0), 1e-9),
    row('degree of authorship: added, 22 changes by others', fritz, 3.384506, degreeOfAuthorship(true, 0, 22), 1e-6),
    row('contributor absence factor of the example', 'CHAOSS', 2, absenceFactor([1000, 202, 90, 33, 332, 343, 42, 433]), 0),
    row(
      'the lady tasting tea, 3 of 4: one-sided',
      'Fisher 1935',
      17 / 70,
      fisherTest({ people: 4, flagged: 3, otherPeople: 4, otherFlagged: 1 }).atLeast,
      1e-9,
    ),
  ]
}

function repositories(): Reproduced[] {
  return REPOSITORIES.flatMap(([repository, truckFactor, ratio]) => {
    const history = publishedHistory(repository)
    const whole = history === null ? null : analyse(history.dataset, DEFAULT_SETTINGS).whole
    return [
      row(`${repository}: truck factor`, AVELINO, truckFactor, whole === null ? null : whole.truckFactor, 0),
      row(`${repository}: share of files with one author`, AVELINO, ratio, whole === null ? null : whole.singleAuthorRatio, 1e-9),
    ]
  })
}

const STAR: readonly Pair[] = [1, 2, 3, 4].map(leaf => [0, leaf] as const)
const TRIANGLE: readonly Pair[] = [
  [0, 1],
  [1, 2],
  [2, 0],
]
const CHAIN: readonly Pair[] = [
  [0, 1],
  [1, 2],
  [2, 3],
]

function smallGraphs(): Reproduced[] {
  const constraint = (people: number, pairs: readonly Pair[], person: number) =>
    structuralHolesOf(networkOfPairs(people, pairs)).constraint[person]!
  const burt = 'Burt 1992'
  return [
    row('constraint: centre of a star of four', burt, 0.25, constraint(5, STAR, 0), 1e-9),
    row('constraint: one of a triangle', burt, 1.125, constraint(3, TRIANGLE, 0), 1e-9),
    row('constraint: end of a chain of four', burt, 1, constraint(4, CHAIN, 0), 1e-9),
    row('constraint: middle of that chain', burt, 0.5, constraint(4, CHAIN, 1), 1e-9),
  ]
}

const NETWORKS = [
  ["Krackhardt's managers, advice", 'ht_advice', 'krackhardt_advice'],
  ["Lazega's lawyers, advice", 'law_advice', 'lazega_advice'],
  ["Lazega's lawyers, work together", 'law_cowork', 'lazega_cowork'],
] as const

/** Sums over everybody: one person out of place would show in them. That each person's value agrees has a test of its own. */
function networks(): Reproduced[] {
  const source = 'published networks, figures by networkx'
  const measures = ['constraint_weighted', 'effective_size', 'betweenness_norm', 'kcore', 'degree'] as const
  return NETWORKS.flatMap(([title, edgesFile, golden]) => {
    const [edges, wanted] = [publishedNetworkFile(`${edgesFile}_edges.csv`), publishedNetworkFile(`golden/${golden}_metrics.csv`)]
    if (edges === null || wanted === null) return measures.map(measure => row(`${title}: sum of ${measure}`, source, NaN, null, 0))
    const places = new Map(wanted.map((one, place) => [one['id'], place]))
    const network = networkOfPairs(
      wanted.length,
      edges.map((edge): Pair => [places.get(edge['from'])!, places.get(edge['to'])!]),
    )
    const holes = structuralHolesOf(network)
    const values: Readonly<Record<(typeof measures)[number], ArrayLike<number>>> = {
      constraint_weighted: holes.constraint,
      effective_size: holes.effectiveSize,
      betweenness_norm: betweennessOf(network, { exactUpTo: 2000, pivots: 512 }).value,
      kcore: coresOf(network),
      degree: wanted.map((_, place) => degreeOf(network, place)),
    }
    return measures.map(measure => {
      const published = wanted.reduce((sum, one) => sum + Number(one[measure]), 0)
      const computed = Array.from(values[measure]).reduce((sum, one) => sum + one, 0)
      return row(`${title}: sum of ${measure.replaceAll('_', ' ')}`, source, published, computed, 1e-5)
    })
  })
}

export const agrees = ({ published, computed, tolerance }: Reproduced) => computed !== null && Math.abs(published - computed) <= tolerance
