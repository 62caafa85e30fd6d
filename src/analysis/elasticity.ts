/** Elasticity: how much more is finished where there are more people, by a unit's own months. */

export interface Elasticity {
  /** 1: twice the people finish twice as much; 0: they finish no more. */
  readonly value: number
  /** 95 % interval. */
  readonly low: number
  readonly high: number
  readonly months: number
}

export interface UnitMonth {
  readonly finished: number
  /** Above 0. */
  readonly heads: number
}

/** Fewest and most people; without a month neither is a number. */
export function headRange(months: readonly UnitMonth[]): { readonly least: number; readonly most: number } {
  const heads = months.map(month => month.heads)
  return { least: Math.min(...heads), most: Math.max(...heads) }
}

const ROUNDS = 50
const ENOUGH = 1e-10

/**
 * Poisson regression of finished work on the logarithm of heads (Santos Silva and Tenreyro 2006: months without
 * anything finished stay in, and the errors need not be alike).
 * The interval is widened by what scatters beyond chance (quasi-likelihood, Wedderburn 1974), never narrowed.
 * Null where heads do not differ, or nothing was finished.
 */
export function elasticityOf(months: readonly UnitMonth[]): Elasticity | null {
  const total = months.reduce((sum, { finished }) => sum + finished, 0)
  const logs = months.map(({ heads }) => Math.log(heads))
  const mean = logs.reduce((sum, value) => sum + value, 0) / months.length
  const x = logs.map(value => value - mean)
  if (months.length < 3 || total === 0 || x.every(value => Math.abs(value) < 1e-9)) return null
  let [intercept, slope] = [Math.log(total / months.length), 0]
  let variance = Infinity
  for (let round = 0; round < ROUNDS; round++) {
    const sums = { weight: 0, x: 0, xx: 0, residual: 0, xResidual: 0 }
    for (const [index, { finished }] of months.entries()) {
      const expected = Math.exp(intercept + slope * x[index]!)
      sums.weight += expected
      sums.x += expected * x[index]!
      sums.xx += expected * x[index]! ** 2
      sums.residual += finished - expected
      sums.xResidual += (finished - expected) * x[index]!
    }
    const determinant = sums.weight * sums.xx - sums.x ** 2
    const step = {
      intercept: (sums.xx * sums.residual - sums.x * sums.xResidual) / determinant,
      slope: (sums.weight * sums.xResidual - sums.x * sums.residual) / determinant,
    }
    variance = sums.weight / determinant
    if (!Number.isFinite(step.slope)) return null
    // Long steps from a flat start can overshoot; half a unit at a time cannot.
    intercept += Math.max(-0.5, Math.min(0.5, step.intercept))
    slope += Math.max(-0.5, Math.min(0.5, step.slope))
    if (Math.abs(step.intercept) + Math.abs(step.slope) < ENOUGH) break
  }
  const scatter = months.reduce((sum, { finished }, index) => {
    const expected = Math.exp(intercept + slope * x[index]!)
    return sum + (finished - expected) ** 2 / expected
  }, 0)
  const error = Math.sqrt(variance * Math.max(1, scatter / (months.length - 2))) * quantile(months.length - 2)
  return { value: slope, low: slope - error, high: slope + error, months: months.length }
}

/** The 97.5 % point of Student's t by its Cornish-Fisher expansion, within 0.01 from 6 degrees of freedom on. */
const quantile = (degreesOfFreedom: number) => 1.96 + 2.372 / degreesOfFreedom + 2.823 / degreesOfFreedom ** 2
