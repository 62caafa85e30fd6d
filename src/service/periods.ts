/** Which days the records allow an analysis of, which of them are computed, and two of them compared. */
import { DEFAULT_SETTINGS } from '../analysis/settings.ts'
import type { Output } from '../contract/contract.ts'
import { AppError } from '../contract/wire.ts'
import { addMonths, epochDay, type EpochDay, isoDate } from '../domain/calendar.ts'
import type { PeriodHead } from '../store/period.ts'
import { ruleDigest } from './analysis-basis.ts'
import type { LoadedAnalysis } from './loaded-analysis.ts'
import { comparePeriods, type PeriodChanges, type ToldPeriod } from './period-comparison.ts'
import { readAbout, unpackRecord } from './period-record.ts'
import type { Session } from './session.ts'

type PeriodsList = Output<'periods.list'>
type Stale = NonNullable<PeriodsList['periods'][number]['computed']>['stale']

const MONTHS_A_QUARTER = 3
const FIRST_YEAR = 1970
const MOST_LISTED = 400

export function listPeriods(session: Session, analysis: LoadedAnalysis): PeriodsList {
  const quarterEnds = new Set(quarterEndsOf(analysis))
  const heads = new Map(session.workspace.periods().map(head => [head.asOf, head]))
  const days = [...new Set([...quarterEnds, ...heads.keys()])].sort((a, b) => a - b).slice(-MOST_LISTED)
  return {
    periods: days.map(asOf => ({
      asOf: isoDate(asOf),
      isQuarterEnd: quarterEnds.has(asOf),
      computed: computedPeriod(session, heads.get(asOf)),
    })),
    settingsDigest: ruleDigest(session.basis().settings),
  }
}

function computedPeriod(session: Session, head: PeriodHead | undefined): PeriodsList['periods'][number]['computed'] {
  if (!head) return null
  const { dataDigest, methodVersion, settings } = readAbout(head.about)
  const stale = staleParts(session, head)
  return { at: head.computedAt, dataDigest, settingsDigest: head.rule, methodVersion, settings: [...settings], stale }
}

function staleParts(session: Session, { live, rule }: PeriodHead): Stale {
  return [
    ...(live === session.recordsDigest() ? [] : (['data'] as const)),
    ...(rule === ruleDigest(session.basis().settings) ? [] : (['settings'] as const)),
  ]
}

/** Quarter ends up to the as-of date with a whole window of records before them. */
function quarterEndsOf({ document, months: { month } }: LoadedAnalysis): EpochDay[] {
  if (document.asOf === null || month.length === 0) return []
  const windowMonths = Number(document.method.settings['windowMonths'] ?? DEFAULT_SETTINGS.windowMonths)
  const first = month.reduce((least, one) => Math.min(least, one), Infinity)
  const ends: EpochDay[] = []
  for (let next = Math.ceil((first + windowMonths) / MONTHS_A_QUARTER) * MONTHS_A_QUARTER; ; next += MONTHS_A_QUARTER) {
    const end = firstDayOf(next) - 1
    if (isoDate(end) > document.asOf) return ends
    ends.push(end)
  }
}

const firstDayOf = (month: number): EpochDay => addMonths(epochDay(FIRST_YEAR, 1, 1)!, month)

/** Those of the days that have no result, or one of other records or another rule. */
export function daysToCompute(session: Session, days: readonly EpochDay[]): EpochDay[] {
  const heads = new Map(session.workspace.periods().map(head => [head.asOf, head]))
  return [...new Set(days)].filter(day => {
    const head = heads.get(day)
    return !head || staleParts(session, head).length > 0
  })
}

/** Throws AppError `bad-input` for days in the wrong order, `conflict` where one of them has to be computed first. */
export function periodChanges(session: Session, from: EpochDay, to: EpochDay): PeriodChanges {
  if (from >= to) throw new AppError('bad-input', 'The later day must come after the earlier one.')
  const missing = daysToCompute(session, [from, to])
  if (missing.length > 0) {
    const days = missing.map(isoDate).join(' and ')
    throw new AppError('conflict', `There is no analysis as of ${days} from the records and settings of now. Compute it, then compare.`)
  }
  return comparePeriods(toldPeriod(session, from), toldPeriod(session, to).record)
}

function toldPeriod(session: Session, day: EpochDay): ToldPeriod {
  const { record, former, formerRule } = session.workspace.period(day)!
  return { record: unpackRecord(record), former: former && unpackRecord(former), formerRule: formerRule && unpackRecord(formerRule) }
}
