/**
 * Meeting hours per person and week. Rows of a meetings file and contributions of kind `meeting` tell
 * of the same hours: the larger of the two counts, never the sum.
 */
import { weekOf } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import type { Pieces } from './pieces.ts'
import { MICRO_HOURS, kindOfPiece } from './points.ts'
import { roleFamiliesOf } from './role-families.ts'
import { groupRows, rowsInOrder } from './row-order.ts'

export interface MeetingHours {
  /** Index of the kind `meeting`; -1 when there is none. */
  readonly kind: number
  /**
   * Per person: 1 where a meeting without hours counts its typical hours. That is so where the role family
   * has a meetings file; elsewhere meetings are turned into hours like all other points.
   */
  readonly typical: Uint8Array
  readonly weeks: MeetingWeeks
}

/** One entry per person and week with meetings, by person and week. */
export interface MeetingWeeks {
  /** Entries of person p: offsets[p] up to offsets[p + 1]. */
  readonly offsets: Uint32Array
  readonly week: Int32Array
  /** The larger of the two sources. */
  readonly microHours: Float64Array
  /** What the meetings file has beyond the contributions. */
  readonly unlistedMicroHours: Float64Array
  /** NaN where unknown. */
  readonly focusHours: Float64Array
}

/** `recorded` holds the micro-hours that rows give themselves. */
export function meetingHoursOf(dataset: Dataset, pieces: Pieces, points: Float64Array, recorded: Float64Array): MeetingHours {
  const kind = dataset.kindNames.findIndex((name, index) => name === 'meeting' && dataset.kindOf[index] !== null)
  const typical = peopleWithMeetingsFile(dataset)
  const listed: number[] = []
  for (let piece = 0; piece < pieces.count; piece++) if (kindOfPiece(dataset, pieces, piece) === kind) listed.push(piece)

  const { meetings, contributions } = dataset
  const length = meetings.length + listed.length
  const person = new Int32Array(length)
  const week = new Int32Array(length)
  const fromContributions = new Float64Array(length)
  person.set(meetings.person)
  week.set(meetings.week)
  for (const [index, piece] of listed.entries()) {
    const entry = meetings.length + index
    const first = pieces.order[pieces.starts[piece]!]!
    person[entry] = contributions.person[first]!
    week[entry] = weekOf(contributions.day[first]!)
    fromContributions[entry] = typical[person[entry]!] === 1 ? points[piece]! : 0
    for (const row of pieces.order.subarray(pieces.starts[piece], pieces.starts[piece + 1])) fromContributions[entry]! += recorded[row]!
  }
  return { kind, typical, weeks: mergeWeeks(dataset, person, week, fromContributions) }
}

function mergeWeeks(dataset: Dataset, person: Int32Array, week: Int32Array, fromContributions: Float64Array): MeetingWeeks {
  const { meetings } = dataset
  const order = rowsInOrder(person.length, [person, week])
  const merged = {
    person: [] as number[],
    week: [] as number[],
    microHours: [] as number[],
    unlisted: [] as number[],
    focus: [] as number[],
  }
  for (let start = 0, end = 0; start < order.length; start = end) {
    const first = order[start]!
    let [fromFile, listed, focus] = [0, 0, NaN]
    for (; end < order.length && person[order[end]!] === person[first] && week[order[end]!] === week[first]; end++) {
      const entry = order[end]!
      listed += fromContributions[entry]!
      if (entry >= meetings.length) continue
      fromFile += microHoursOrZero(meetings.meetingHours[entry]!)
      const focusHours = meetings.focusHours[entry]!
      if (focusHours >= 0) focus = (Number.isNaN(focus) ? 0 : focus) + Math.round(focusHours * MICRO_HOURS)
    }
    merged.person.push(person[first]!)
    merged.week.push(week[first]!)
    merged.microHours.push(Math.max(fromFile, listed))
    merged.unlisted.push(Math.max(0, fromFile - listed))
    merged.focus.push(focus / MICRO_HOURS)
  }
  return {
    offsets: groupRows(merged.person.length, entry => merged.person[entry]!, dataset.people.length).offsets,
    week: Int32Array.from(merged.week),
    microHours: Float64Array.from(merged.microHours),
    unlistedMicroHours: Float64Array.from(merged.unlisted),
    focusHours: Float64Array.from(merged.focus),
  }
}

const microHoursOrZero = (hours: number) => (hours > 0 ? Math.round(hours * MICRO_HOURS) : 0)

function peopleWithMeetingsFile(dataset: Dataset): Uint8Array {
  const { familyOf, families } = roleFamiliesOf(dataset)
  const hasFile = new Uint8Array(families.length)
  for (const person of dataset.meetings.person) hasFile[familyOf[person]!] = 1
  return Uint8Array.from(familyOf, family => hasFile[family]!)
}
