/** The overview in words: which quarter is looked back to, how the data is, and what to do next. */
import { formatCount, formatList, formatPlural, formatShare } from '../format.ts'
import { type Address, EVERY_SYSTEM, IDENTITIES, PEOPLE, QUALITY, settingsAddress } from '../navigation/address.ts'
import { flagsOf } from '../settings/count-words.ts'
import type { Comparison, Counts, Periods, Quality, Summary } from './overview-store.ts'

/** The newest quarter end before the day; null where the records allow none. */
export function quarterBefore(periods: Periods['periods'], asOf: string): string | null {
  return periods.findLast(({ asOf: day, isQuarterEnd }) => isQuarterEnd && day < asOf)?.asOf ?? null
}

/** `3 flags raised, 1 gone, 2 in another band`. */
export function flagChangeWords({ people }: Comparison): string {
  const raised = people.rows.filter(({ before }) => before === null).length
  const gone = people.rows.filter(({ after }) => after === null).length
  const other = people.rows.length - raised - gone
  if (people.total === 0) return 'No flag changed'
  if (people.rows.length < people.total) return `${formatPlural(people.total, 'flag')} changed`
  const parts = [
    raised > 0 ? `${formatPlural(raised, 'flag')} raised` : null,
    gone > 0 ? `${formatCount(gone)} gone` : null,
    other > 0 ? `${formatCount(other)} in another band` : null,
  ].filter(part => part !== null)
  return formatList(parts)
}

/** The data in one line. */
export function qualityLine({ join, columns, figures }: Quality): string {
  const joined =
    join.joinedShare === null
      ? 'It is unknown whose contributions these are'
      : `${formatShare(join.joinedShare)} of contributions found their person`
  const missing = columns.filter(({ present }) => !present).length
  const weaker = figures.length
  return `${joined}; ${missing === 0 ? 'no column is missing' : `${formatPlural(missing, 'column is', 'columns are')} missing`}; ${
    weaker === 0
      ? 'every figure has all of its inputs'
      : `${formatPlural(weaker, 'figure rests', 'figures rest')} on less than could be there`
  }.`
}

export interface NextAction {
  readonly label: string
  readonly why: string
  readonly to: Address
}

interface Known {
  readonly summary: Summary
  readonly counts: Counts | null
  readonly quality: Quality
}

/** What is worth doing next, the most pressing first. A link each. */
export function nextActions({ summary, counts, quality }: Known): readonly NextAction[] {
  const { openSuggestions } = quality.join
  const misrouted = counts?.patterns.find(({ pattern }) => pattern === 'about_to_be_misrouted')
  const flagged = counts?.patterns.some(one => flagsOf(one.inResult) > 0) === true
  const actions: (NextAction | null)[] = [
    quality.unknownKinds.length > 0
      ? {
          label: `Place ${formatPlural(quality.unknownKinds.length, 'kind')} of contribution`,
          why: 'They count towards no mode of work until somebody says what they are.',
          to: settingsAddress('thresholds', 'kinds'),
        }
      : null,
    openSuggestions > 0
      ? {
          label: `Say whether ${openSuggestions === 1 ? '1 pair is' : `${formatCount(openSuggestions)} pairs are`} one person`,
          why: 'Work under two names hides who knows what.',
          to: IDENTITIES,
        }
      : null,
    summary.keyPersonRisks > 0
      ? {
          label: `Look at ${formatPlural(summary.keyPersonRisks, 'system')} that one person holds`,
          why: 'Each says who is next in line and how many changes would relieve the keeper.',
          to: { screen: 'systems', query: { ...EVERY_SYSTEM, verdict: 'one', mattersOnly: true } },
        }
      : null,
    misrouted && flagsOf(misrouted.inResult) > 0
      ? {
          label: `Talk before ${formatPlural(flagsOf(misrouted.inResult), 'planned move')}`,
          why: 'A move into coordination is planned for work that holds systems together.',
          to: { screen: 'routing' },
        }
      : null,
    flagged ? { label: 'Read the flags with those who know the work', why: 'A flag is a question, not an answer.', to: PEOPLE } : null,
    { label: 'See what better files would bring', why: 'Column by column, with what each missing one costs.', to: QUALITY },
  ]
  return actions.filter(action => action !== null)
}
