/** Katz centrality over who uses whose artifacts: reach, and a damped part of the reach of those reached. */
const DAMPING = 0.5
const ROUNDS = 200
const STEADY = 1e-10

/**
 * x(author) = sum over users of (1 + a x(user)), Katz 1953. a is 0.5, over the largest eigenvalue of the network
 * where that is above 1, so that the sum always ends. Pair i says that user[i] uses what author[i] made.
 */
export function secondOrderReach(author: Int32Array, user: Int32Array, people: number): Float64Array {
  const damping = DAMPING / Math.max(1, largestEigenvalue(author, user, people))
  let reach = new Float64Array(people)
  for (let round = 0; round < ROUNDS; round++) {
    const next = new Float64Array(people)
    for (let pair = 0; pair < author.length; pair++) next[author[pair]!]! += 1 + damping * reach[user[pair]!]!
    const change = next.reduce((most, value, person) => Math.max(most, Math.abs(value - reach[person]!)), 0)
    reach = next
    if (change < STEADY) break
  }
  return reach
}

/** By power iteration on the network with loops added, which settles even where it runs in circles. */
function largestEigenvalue(author: Int32Array, user: Int32Array, people: number): number {
  let vector = new Float64Array(people).fill(1)
  let growth = 1
  for (let round = 0; round < ROUNDS; round++) {
    const next = vector.slice()
    for (let pair = 0; pair < author.length; pair++) next[author[pair]!]! += vector[user[pair]!]!
    growth = next.reduce((most, value) => Math.max(most, value), 0)
    vector = next.map(value => value / growth)
  }
  return growth - 1
}
