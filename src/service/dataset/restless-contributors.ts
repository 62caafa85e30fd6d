/** Contributors who work as nobody can: suggested as programs, and counted as people until somebody says so. */

/** A night shift or a colleague abroad fills some hours; all of them on seven days nobody does. */
const HOURS = 24
const SLEEPLESS_DAYS = 7
/** Moments, not rows: one commit of a person may change thousands of files. */
const MANY_A_DAY = 1000
const BUSY_DAYS = 10

const SECONDS_A_DAY = 86_400
const SECONDS_AN_HOUR = 3_600

/** Per place of a person the sign, for those who show one. `personOf` is negative for rows that are not looked at. */
export function restlessPeople(rows: number, personOf: (row: number) => number, instant: Float64Array): ReadonlyMap<number, string> {
  const counts = new Map<number, number>()
  for (let row = 0; row < rows; row++) {
    const person = personOf(row)
    if (person >= 0) counts.set(person, (counts.get(person) ?? 0) + 1)
  }
  const moments = new Map<number, { readonly values: Float64Array; length: number }>()
  for (const [person, count] of counts)
    if (count >= HOURS * SLEEPLESS_DAYS) moments.set(person, { values: new Float64Array(count), length: 0 })
  for (let row = 0; moments.size > 0 && row < rows; row++) {
    const own = moments.get(personOf(row))
    if (own) own.values[own.length++] = instant[row]!
  }
  const signs = new Map<number, string>()
  for (const [person, { values }] of moments) {
    const sign = signOf(values.sort())
    if (sign !== null) signs.set(person, sign)
  }
  return signs
}

/** Moments in order. */
function signOf(moments: Float64Array): string | null {
  let [sleepless, busy, day, hours, count] = [0, 0, NaN, 0, 0]
  const endDay = () => {
    if (hours === 2 ** HOURS - 1) sleepless++
    if (count >= MANY_A_DAY) busy++
    hours = count = 0
  }
  for (const [index, moment] of moments.entries()) {
    const today = Math.floor(moment / SECONDS_A_DAY)
    if (today !== day) endDay()
    day = today
    hours |= 1 << Math.floor((moment - today * SECONDS_A_DAY) / SECONDS_AN_HOUR)
    if (moment !== moments[index - 1] || count === 0) count++
  }
  endDay()
  if (sleepless >= SLEEPLESS_DAYS) return `works at every hour of the day on ${sleepless} days; counts as a person until somebody decides`
  return busy >= BUSY_DAYS ? `works at over 1,000 moments a day on ${busy} days; counts as a person until somebody decides` : null
}
