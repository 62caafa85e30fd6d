/** The answers of the data quality screen as plain sentences. What is not known is said to be so. */
import { formatCount, formatDate, formatList, formatPlural, formatShare } from '../format.ts'
import { kindName } from '../imports/kind-words.ts'
import type { InputKind, Join, Quality, Span } from './answers.ts'
import { columnsByKind } from './missing-inputs.ts'

/** How many contributions found their person. */
export function joinSentence({ contributions, joined, joinedShare }: Join, isAnalysed: boolean): string {
  if (contributions === 0) return 'No contributions are imported, so there is nothing to join.'
  const counted = formatPlural(contributions, 'contribution')
  if (joined !== null && joinedShare !== null) return `${formatShare(joinedShare)} of ${counted} found their person in the people file.`
  return isAnalysed
    ? `Unknown for ${counted}: no people file says who the people are.`
    : `Not known yet for ${counted}: the analysis joins them to people.`
}

const JOIN_WORDS: readonly (readonly [keyof Join['by'], string])[] = [
  ['id', 'person id'],
  ['email', 'e-mail'],
  ['alias', 'alias'],
  ['name', 'name'],
  ['merge', "somebody's word"],
]

/** By what people were joined, the most frequent first; what joined nobody is left out. */
export function joinedByWords({ by }: Join): string | null {
  const parts = JOIN_WORDS.filter(([key]) => by[key] > 0).toSorted(([a], [b]) => by[b] - by[a])
  return parts.length === 0 ? null : `Joined by ${formatList(parts.map(([key, words]) => `${words} (${formatCount(by[key])})`))}.`
}

/** Who is left over after the joining. */
export function leftOverSentences({ peopleOutside, bots, botContributions }: Join): string[] {
  return [
    ...(peopleOutside === 0
      ? []
      : [
          peopleOutside === 1
            ? '1 person who contributes is in no people file: whether they are still here is not known.'
            : `${formatCount(peopleOutside)} people who contribute are in no people file: whether they are still here is not known.`,
        ]),
    ...(bots === 0
      ? []
      : [`${formatPlural(bots, 'bot')} made ${formatPlural(botContributions, 'contribution')}; work of bots counts for nobody.`]),
  ]
}

const DAYS_IN_MONTH = 30.44

/** `5 years 10 months`; under two months in days. Both days count. */
export function spanLength(from: string, to: string): string {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1
  const months = Math.round(days / DAYS_IN_MONTH)
  if (months < 2) return formatPlural(days, 'day')
  const [years, rest] = [Math.floor(months / 12), months % 12]
  return [...(years > 0 ? [formatPlural(years, 'year')] : []), ...(rest > 0 ? [formatPlural(rest, 'month')] : [])].join(' ')
}

const DATED: ReadonlySet<InputKind> = new Set(['history', 'contributions', 'meetings', 'work_items'])

/** The others say how things are, not since when. */
export const isDated = ({ kind }: Span) => DATED.has(kind)

/** Why a kind has no dates. `isCurrent`: the analysis has seen all that is imported. */
export function undatedBecause(span: Span, isCurrent: boolean): string {
  if (span.rows === 0) return 'no rows'
  return isDated(span) && !isCurrent ? 'dates not known before the analysis' : 'no dates'
}

/** When the records of a kind begin and end, and how many there are. */
export function datesWords(span: Span, isCurrent: boolean): string {
  const { from, to, rows } = span
  if (from !== null && to !== null) return `${formatDate(from)} to ${formatDate(to)} · ${formatPlural(rows, 'row')}`
  const because = undatedBecause(span, isCurrent)
  return rows === 0 ? because : `${because} · ${formatPlural(rows, 'row')}`
}

/** How far back the records reach: contributions where there are any, else what reaches furthest. */
export function spanSentence(spans: readonly Span[], isCurrent: boolean): string {
  const dated = spans.filter(span => span.from !== null && span.to !== null)
  const furthest = dated.toSorted((a, b) => (a.from ?? '').localeCompare(b.from ?? ''))
  const span = dated.find(({ kind }) => kind === 'contributions') ?? furthest[0]
  if (!span?.from || !span.to)
    return !isCurrent && spans.some(isDated) ? 'Not known yet: the analysis reads the dates.' : 'No dated records are imported.'
  const records = span.kind === 'contributions' ? 'Contributions' : `The records of ${kindName(span.kind).toLowerCase()}`
  return `${records} run from ${formatDate(span.from)} to ${formatDate(span.to)}: ${spanLength(span.from, span.to)}.`
}

/** Which kinds of file are not there, and how many columns of the others. */
export function missingSentence(columns: Quality['columns']): string {
  const kinds = columnsByKind(columns)
  const absent = kinds.filter(({ isThere }) => !isThere).map(({ kind }) => kindName(kind).toLowerCase())
  const count = kinds.filter(({ isThere }) => isThere).flatMap(({ columns: own }) => own.filter(column => !column.present)).length
  if (absent.length === 0 && count === 0) return 'Nothing: every column that can be used is there.'
  const files = absent.length === 0 ? [] : [`${absent.length === 1 ? 'the file' : 'the files'} of ${formatList(absent)}`]
  const others =
    count === 0 ? [] : [absent.length === 0 ? formatPlural(count, 'column') : `${formatPlural(count, 'column')} of the other files`]
  const words = formatList([...files, ...others])
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}

/** How many of the named managers were found. */
export function managersSentence({ named, found }: Quality['managers'], isAnalysed: boolean): string {
  if (named === 0 && !isAnalysed) return 'Not known before the first analysis.'
  if (named === 0) return 'No manager is named in the people files, so who reports to whom is not known.'
  const people = formatPlural(named, 'person names a manager', 'people name a manager')
  return found === named ? `${people}, and each of them was found.` : `${people}; for ${formatCount(found)} of them the manager was found.`
}

/** `current_truck_factor` is Current truck factor. */
export function figureName(figure: string): string {
  const words = figure.replaceAll('_', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
