/** Randomness that a seed decides: the same numbers on every machine, for resampling and permutations. */
export interface SeededRandom {
  /** At least 0, under 1. */
  readonly unit: () => number
  /** A whole number from 0 to `below - 1`. */
  readonly below: (below: number) => number
  /** Draws `below(count)` as often as `count` says and adds 1 at `from` plus each number drawn. */
  readonly tally: (count: number, into: Uint16Array, from: number) => void
}

const WARM_UP_ROUNDS = 15

/** sfc32 (Chris Doty-Humphrey, PractRand): 32-bit additions and shifts alone. `stream` gives independent numbers under one seed. */
export function seededRandom(seed: number, stream = 0): SeededRandom {
  let [a, b, c, counter] = [seed | 0, Math.imul(seed, 0x9e3779b9) ^ 0x243f6a88, stream | 0, 1]
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let round = 0; round < WARM_UP_ROUNDS; round++) next()
  const unit = () => next() / 2 ** 32
  // The same steps on variables of its own: most of all draws are tallied, and those that a closure shares are slow.
  const tally = (count: number, into: Uint16Array, from: number) => {
    let [one, two, three, step] = [a, b, c, counter]
    for (let draw = 0; draw < count; draw++) {
      const sum = (((one + two) | 0) + step) | 0
      step = (step + 1) | 0
      one = two ^ (two >>> 9)
      two = (three + (three << 3)) | 0
      three = (((three << 21) | (three >>> 11)) + sum) | 0
      // Cut off as an integer: Math.floor takes half as long again as all the rest.
      into[from + ((((sum >>> 0) / 2 ** 32) * count) | 0)]!++
    }
    ;[a, b, c, counter] = [one, two, three, step]
  }
  return { unit, below: below => Math.floor(unit() * below), tally }
}
