/** Betweenness: on how many of the shortest ways between two others somebody stands. */
import type { Network } from './network-graph.ts'
import { seededRandom } from './seeded-random.ts'

export interface Betweenness {
  /** Share of the shortest ways between pairs of others, 0 to 1; NaN for somebody without a working relation. */
  readonly value: Float64Array
  /** Standard error of the same; null where every way was followed. */
  readonly standardError: Float64Array | null
}

const SEED = 20_010_625

/**
 * Brandes 2001, relations unweighted. Above `exactUpTo` people with a relation the ways are followed from `pivots` of
 * them alone, drawn without replacement (Brandes and Pich 2007), and the error of that is told.
 */
export function betweennessOf(
  network: Network,
  { exactUpTo, pivots }: { readonly exactUpTo: number; readonly pivots: number },
): Betweenness {
  const { people, offsets } = network
  const linked = Int32Array.from({ length: people }, (_, person) => person).filter(person => offsets[person + 1]! > offsets[person]!)
  const isExact = linked.length <= Math.max(exactUpTo, pivots)
  const sources = isExact ? linked : drawn(linked, pivots)
  const sum = new Float64Array(people)
  const sumOfSquares = new Float64Array(isExact ? 0 : people)
  const ways = waysFrom(network)
  for (const source of sources) {
    const { dependency, reached } = ways(source)
    for (const person of reached) {
      if (person === source) continue
      sum[person]! += dependency[person]!
      if (!isExact) sumOfSquares[person]! += dependency[person]! ** 2
    }
  }
  const [n, k] = [linked.length, sources.length]
  // Ordered pairs of others; with fewer than three people nobody can stand between.
  const pairs = Math.max(1, (n - 1) * (n - 2))
  const perSource = (amount: number) => (amount * n) / pairs
  const value = new Float64Array(people).fill(NaN)
  // An estimate can be a little over the whole.
  for (const person of linked) value[person] = Math.min(1, perSource(sum[person]! / k))
  if (isExact) return { value, standardError: null }
  const standardError = new Float64Array(people).fill(NaN)
  for (const person of linked) {
    const variance = Math.max(0, sumOfSquares[person]! - sum[person]! ** 2 / k) / (k - 1)
    standardError[person] = perSource(Math.sqrt((variance / k) * (1 - k / n)))
  }
  return { value, standardError }
}

function drawn(people: Int32Array, count: number): Int32Array {
  const random = seededRandom(SEED)
  const left = people.slice()
  for (let index = 0; index < count; index++) {
    const other = index + random.below(left.length - index)
    ;[left[index], left[other]] = [left[other]!, left[index]!]
  }
  return left.subarray(0, count)
}

/** Room for one source at a time, used again for the next. */
function waysFrom({ people, offsets, neighbour }: Network) {
  const distance = new Int32Array(people).fill(-1)
  const count = new Float64Array(people)
  const dependency = new Float64Array(people)
  const eachWay = new Float64Array(people)
  const queue = new Int32Array(people)
  // Whom the ways lead on to from the person at a place of the queue: onward[starts[place]] up to onward[starts[place + 1]].
  const onward = new Int32Array(neighbour.length >> 1)
  const starts = new Uint32Array(people + 1)
  let reachedBefore = 0
  return (source: number) => {
    for (let place = 0; place < reachedBefore; place++) {
      distance[queue[place]!] = -1
      count[queue[place]!] = 0
    }
    distance[source] = 0
    count[source] = 1
    queue[0] = source
    let reached = 1
    let steps = 0
    for (let head = 0; head < reached; head++) {
      const person = queue[head]!
      const next = distance[person]! + 1
      const ways = count[person]!
      starts[head] = steps
      for (let at = offsets[person]!, end = offsets[person + 1]!; at < end; at++) {
        const other = neighbour[at]!
        if (distance[other] === -1) {
          distance[other] = next
          queue[reached++] = other
        } else if (distance[other] !== next) continue
        count[other]! += ways
        onward[steps++] = other
      }
    }
    starts[reached] = steps
    for (let place = reached - 1; place >= 0; place--) {
      let sum = 0
      for (let step = starts[place]!, end = starts[place + 1]!; step < end; step++) sum += eachWay[onward[step]!]!
      const person = queue[place]!
      dependency[person] = count[person]! * sum
      eachWay[person] = (1 + dependency[person]!) / count[person]!
    }
    reachedBefore = reached
    return { dependency, reached: queue.subarray(0, reached) }
  }
}
