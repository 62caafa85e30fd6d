/** Work-to-meeting ratio: focus hours, or hands-on hours where no focus hours are recorded, per meeting hour. */
import { weekStart } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import { WORK_MODES } from '../domain/kinds.ts'
import type { Ground } from './ground.ts'
import { HANDS_ON_MODES } from './hands-on-weeks.ts'
import { isAwayAllWeek } from './leave.ts'
import { MICRO_HOURS } from './points.ts'
import { isWeekWithin } from './window.ts'

/** Hours in the window per person, of weeks that were not all leave; NaN without a meeting hour, for then there is nothing to divide by. */
export interface WorkAndMeetingHours {
  readonly work: Float64Array
  readonly meetings: Float64Array
}

export function workToMeetingHours(dataset: Dataset, { effort, modeEffort, periods, leaves }: Ground): WorkAndMeetingHours {
  const { weeks } = effort.meetings
  const work = new Float64Array(dataset.people.length).fill(NaN)
  const meetings = new Float64Array(dataset.people.length).fill(NaN)
  for (let person = 0; person < dataset.people.length; person++) {
    let [all, focus, besideFocus] = [0, 0, 0]
    for (let entry = weeks.offsets[person]!; entry < weeks.offsets[person + 1]!; entry++) {
      const week = weeks.week[entry]!
      if (!isWeekWithin(periods.window, week) || isAwayAllWeek(leaves[person]!, weekStart(week))) continue
      all += weeks.microHours[entry]!
      if (Number.isNaN(weeks.focusHours[entry]!)) continue
      focus += weeks.focusHours[entry]!
      besideFocus += weeks.microHours[entry]!
    }
    if (all === 0) continue
    const hasFocus = besideFocus > 0
    meetings[person] = (hasFocus ? besideFocus : all) / MICRO_HOURS
    work[person] = hasFocus ? focus : handsOnHours(modeEffort, person)
  }
  return { work, meetings }
}

/** Per person; NaN without meeting hours. */
export function workToMeetingOf(dataset: Dataset, ground: Ground): Float64Array {
  const { work, meetings } = workToMeetingHours(dataset, ground)
  return work.map((hours, person) => hours / meetings[person]!)
}

function handsOnHours(modeEffort: Float64Array, person: number): number {
  let sum = 0
  for (const [index, mode] of WORK_MODES.entries()) if (HANDS_ON_MODES.has(mode)) sum += modeEffort[person * WORK_MODES.length + index]!
  return sum / MICRO_HOURS
}
