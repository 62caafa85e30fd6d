/** How long somebody has been at their level, from their job events. */
import type { Dataset } from '../domain/dataset.ts'
import type { JobEvent } from '../domain/job-event.ts'
import { groupRows } from './row-order.ts'
import { personIndexes } from './person-index.ts'

/**
 * Days per person since the level was last raised or the (last) hire; NaN where no event tells. A date on which at
 * least `sharedShare` of all levels begin was stamped by a system (a migration, one re-levelling) and tells nothing.
 */
export function daysInLevel(dataset: Dataset, sharedShare: number): Float64Array {
  const indexes = personIndexes(dataset.people)
  const past = dataset.history.filter(event => event.effectiveDate <= dataset.asOf)
  const { offsets, rows } = groupRows(past.length, event => indexes.get(past[event]!.personId) ?? -1, dataset.people.length)
  const since = Float64Array.from(dataset.people, ({ hireDate }, person) => {
    const events = [...rows.subarray(offsets[person], offsets[person + 1])].map(event => past[event]!)
    return levelSince(
      events.toSorted((a, b) => a.effectiveDate - b.effectiveDate),
      hireDate,
    )
  })
  const counts = new Map<number, number>()
  let known = 0
  for (const day of since) {
    if (Number.isNaN(day)) continue
    known++
    counts.set(day, (counts.get(day) ?? 0) + 1)
  }
  const isShared = (day: number) => counts.get(day)! > 1 && counts.get(day)! >= sharedShare * known
  return since.map(day => (Number.isNaN(day) || isShared(day) ? NaN : dataset.asOf - day))
}

/** Events in the order of their dates. Without any that names a level or a promotion, the level's begin is not known. */
function levelSince(events: readonly JobEvent[], hireDate: number | null): number {
  let [since, level, isKnown] = [NaN, null as string | null, false]
  for (const event of events) {
    const next = event.levelRank === null ? event.level : String(event.levelRank)
    const isPromotion = event.reason === 'promotion'
    if (event.reason === 'hire') {
      since = event.effectiveDate
      level = null
    } else if (isPromotion || (next !== null && level !== null && next !== level)) since = event.effectiveDate
    if (next !== null || isPromotion) isKnown = true
    if (next !== null) level = next
  }
  if (!isKnown) return NaN
  // Records that begin after the hire show no change since: then the hire is when the level began, as far as is known.
  if (Number.isNaN(since)) return hireDate ?? events[0]!.effectiveDate
  return hireDate !== null && hireDate > since ? hireDate : since
}
