/** How long ago work on a component began, where the records reach back far enough to tell. */
import type { Dataset } from '../domain/dataset.ts'

/** A quarter of records without it: before that, a component that is there from the start need not be new. */
const RECORD_BEFORE_DAYS = 91

/** Per component the weeks since it was first touched; Infinity where the records begin with it. Reads the rows once, when first asked. */
export function componentAges({ contributions, asOf, componentNames }: Dataset): (component: number) => number {
  let ages: Float64Array | null = null
  return component => {
    ages ??= agesIn()
    return ages[component]!
  }

  function agesIn(): Float64Array {
    const first = new Float64Array(componentNames.length).fill(Infinity)
    let recordFrom = Infinity
    for (let row = 0; row < contributions.length; row++) {
      const [day, component] = [contributions.day[row]!, contributions.component[row]!]
      recordFrom = Math.min(recordFrom, day)
      if (component >= 0 && day < first[component]!) first[component] = day
    }
    return first.map(day => (day - recordFrom >= RECORD_BEFORE_DAYS ? (asOf - day) / 7 : Infinity))
  }
}
