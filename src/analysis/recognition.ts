/** Recognition: what somebody gets, against peers: rating, pay within the band, and pace of promotion. */
import type { Dataset } from '../domain/dataset.ts'
import { compareText } from '../domain/identifiers.ts'
import { standingsOf } from './cohort.ts'
import type { Standing } from './cohort.ts'
import type { EnablerTrapSettings } from './enabler-trap-settings.ts'
import type { Ground } from './ground.ts'
import { withoutGroupBias } from './group-bias.ts'
import { personIndexes } from './person-index.ts'
import { daysInLevel } from './time-in-level.ts'

export const RECOGNITION_INPUTS = ['rating', 'comp_ratio', 'promotion_pace'] as const
export type RecognitionInput = (typeof RECOGNITION_INPUTS)[number]

/** The columns each input is read from; the first is named where it is missing. */
export const RECOGNITION_COLUMNS: Readonly<Record<RecognitionInput, string>> = {
  rating: 'people.performance_rating',
  comp_ratio: 'people.comp_ratio',
  promotion_pace: 'history.level',
}

export interface Recognition {
  /** Per input and person where they stand among peers: high is well recognised. Null where unknown or not observed. */
  readonly standings: Readonly<Record<RecognitionInput, readonly (Standing | null)[]>>
  /** Per person the mean percentile of what is known; NaN where fewer inputs than needed are. */
  readonly recognition: Float64Array
  /** Per person how many inputs are known, and how many of them are below the middle. */
  readonly known: Uint8Array
  readonly belowMiddle: Uint8Array
  /** Per person the percentile that more than half of the known inputs are at or below; NaN without any. */
  readonly mostAtOrBelow: Float64Array
}

export function recognitionOf(dataset: Dataset, ground: Ground, settings: EnablerTrapSettings): Recognition {
  const { people } = dataset
  const managers = personIndexes(people)
  const managerOf = Int32Array.from(people, ({ managerId }) => (managerId === null ? -1 : (managers.get(managerId) ?? -1)))
  const pay = Float64Array.from(people, ({ compRatio }) => compRatio ?? NaN)
  const standing = (values: Float64Array) => standingsOf(values, ground.cohorts, ground.settings)
  const standings = {
    rating: standing(withoutGroupBias(ratings(dataset), managerOf, settings.groupBiasShare)),
    comp_ratio: standing(withoutGroupBias(pay, placesOf(dataset), settings.groupBiasShare)),
    // Less time in level is faster promotion.
    promotion_pace: standing(daysInLevel(dataset, settings.sharedPromotionDate).map(days => -days)),
  }
  const known = new Uint8Array(people.length)
  const belowMiddle = new Uint8Array(people.length)
  const mostAtOrBelow = new Float64Array(people.length).fill(NaN)
  const recognition = Float64Array.from(people, (_, person) => {
    const percentiles = RECOGNITION_INPUTS.flatMap(input => standings[input][person]?.percentile ?? [])
    known[person] = percentiles.length
    mostAtOrBelow[person] = percentiles.toSorted((a, b) => a - b)[percentiles.length >> 1] ?? NaN
    belowMiddle[person] = percentiles.filter(percentile => percentile < settings.recognitionMiddle).length
    return percentiles.length < settings.recognitionInputs ? NaN : percentiles.reduce((sum, one) => sum + one, 0) / percentiles.length
  })
  return { standings, recognition, known, belowMiddle, mostAtOrBelow }
}

/** Ratings as parts of their scale. Two scales in one file are each brought to their own spread, for a 3 of 4 is no 3.75 of 5. */
function ratings({ people }: Dataset): Float64Array {
  const scaleOf = people.map(({ ratingMax }) => ratingMax ?? -1)
  const scales = [...new Set(scaleOf)].sort((a, b) => a - b)
  const values = Float64Array.from(people, ({ performanceRating }) => performanceRating ?? NaN)
  if (scales.length === 1) return values
  for (const scale of scales) {
    const members = [...people.keys()].filter(person => scaleOf[person] === scale && !Number.isNaN(values[person]!))
    const sorted = members.map(person => people[person]!.performanceRating!).sort((a, b) => a - b)
    for (const person of members) {
      const own = people[person]!.performanceRating!
      const below = sorted.filter(value => value < own).length
      const equal = sorted.filter(value => value === own).length
      values[person] = (below + equal / 2) / sorted.length
    }
  }
  return values
}

function placesOf({ people }: Dataset): Int32Array {
  const places = [...new Set(people.flatMap(({ location }) => location ?? []))].sort(compareText)
  const indexes = new Map(places.map((place, index) => [place, index]))
  return Int32Array.from(people, ({ location }) => (location === null ? -1 : indexes.get(location)!))
}
