/** Wilson's interval of a share: right for small counts, and never under 0 or over 1. */
export interface Interval {
  readonly low: number
  readonly high: number
}

const Z = 1.959964

/** 95 %, Wilson 1927. Everything is possible where nothing was tried. */
export function wilsonInterval(successes: number, trials: number): Interval {
  if (trials === 0) return { low: 0, high: 1 }
  const share = successes / trials
  const square = (Z * Z) / trials
  const middle = share + square / 2
  const spread = Z * Math.sqrt((share * (1 - share)) / trials + square / (4 * trials))
  return { low: Math.max(0, (middle - spread) / (1 + square)), high: Math.min(1, (middle + spread) / (1 + square)) }
}
