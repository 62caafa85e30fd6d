/** When the records of each kind begin and end. */
import type { EpochDay } from '../../domain/calendar.ts'
import type { InputKind } from '../../domain/input-kind.ts'
import type { LiveRows } from '../../store/live-rows.ts'
import type { ContributionReader } from './contribution-reader.ts'
import type { MeetingReader } from './meeting-reader.ts'

export interface Span {
  readonly from: EpochDay
  readonly to: EpochDay
}

/** Of the kinds whose rows bear dates; null where there are none. */
export type Spans = Readonly<Record<Extract<InputKind, 'history' | 'contributions' | 'meetings' | 'work_items'>, Span | null>>

/** Rows of programs count, rows after the as-of date do not. */
export function spansOf(rows: LiveRows, contributions: ContributionReader, meetings: MeetingReader): Spans {
  return {
    history: spanOf(rows.history.map(({ effectiveDate }) => effectiveDate)),
    contributions: spanOf(contributions.day.subarray(0, contributions.rows)),
    meetings: spanOf(meetings.days()),
    work_items: spanOf(rows.workItems.flatMap(({ openedAt, startedAt, finishedAt }) => [openedAt, startedAt, finishedAt])),
  }
}

function spanOf(days: Iterable<EpochDay | null>): Span | null {
  let [from, to] = [Infinity, -Infinity]
  for (const day of days) {
    if (day === null) continue
    from = Math.min(from, day)
    to = Math.max(to, day)
  }
  return from <= to ? { from, to } : null
}
