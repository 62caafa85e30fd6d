/** What the table of people is narrowed to, sorted by and made of, as it stands in the address. */
import type { Pattern } from './answers.ts'
import { PATTERNS } from './patterns.ts'

/** `any`: at least one flag. `thin`: not enough evidence for at least one pattern. */
export const FLAG_FILTERS = ['any', ...PATTERNS, 'thin'] as const
export type FlagFilter = Pattern | 'any' | 'thin'
/** In the order of the codes in the columns. */
export const TRACKS = ['unknown', 'ic', 'manager'] as const
export type TrackFilter = (typeof TRACKS)[number]
export const EMPLOYMENTS = ['unknown', 'no', 'yes'] as const
export type EmployedFilter = (typeof EMPLOYMENTS)[number]

export const PEOPLE_COLUMNS = [
  'title',
  'unit',
  'flags',
  'mix',
  'keeps',
  'weeks',
  'family',
  'track',
  'employed',
  'build',
  'enable',
  'decide',
  'coordinate',
  'govern',
  'exposure',
] as const
export type PeopleColumn = (typeof PEOPLE_COLUMNS)[number]
/** No score among them: those are shown when somebody asks for them. */
export const FIRST_COLUMNS: readonly PeopleColumn[] = ['title', 'unit', 'flags', 'mix', 'keeps']

/** Flags and work mixes have no order: people are never ranked by them. */
export type PeopleSort = 'name' | Exclude<PeopleColumn, 'flags' | 'mix'>

export interface PeopleQuery {
  readonly text: string
  /** Any of these. */
  readonly flags: readonly FlagFilter[]
  /** A path; units below it belong to it. */
  readonly unit: string | null
  readonly families: readonly string[]
  readonly track: TrackFilter | null
  readonly employed: EmployedFilter | null
  readonly columns: readonly PeopleColumn[]
  readonly sort: PeopleSort
  readonly descending: boolean
}

export const EVERYBODY: PeopleQuery = {
  text: '',
  flags: [],
  unit: null,
  families: [],
  track: null,
  employed: null,
  columns: FIRST_COLUMNS,
  sort: 'name',
  descending: false,
}

export const isSortable = (column: PeopleColumn): column is Exclude<PeopleColumn, 'flags' | 'mix'> => column !== 'flags' && column !== 'mix'

/** The sorts a table of these columns offers. */
export const sortsOf = (columns: readonly PeopleColumn[]): readonly PeopleSort[] => ['name', ...columns.filter(isSortable)]

export const isFiltered = ({ text, flags, unit, families, track, employed }: PeopleQuery) =>
  text !== '' || flags.length > 0 || unit !== null || families.length > 0 || track !== null || employed !== null

/** The same table with everybody in it. */
export const withoutFilters = ({ columns, sort, descending }: PeopleQuery): PeopleQuery => ({ ...EVERYBODY, columns, sort, descending })

/** Other columns; a sort by one that is gone falls back to the name. */
export function withColumns(query: PeopleQuery, columns: readonly PeopleColumn[]): PeopleQuery {
  const ordered = PEOPLE_COLUMNS.filter(column => columns.includes(column))
  return sortsOf(ordered).includes(query.sort)
    ? { ...query, columns: ordered }
    : { ...query, columns: ordered, sort: 'name', descending: false }
}

export function peopleParameters(query: PeopleQuery): URLSearchParams {
  const parameters = new URLSearchParams()
  for (const flag of query.flags) parameters.append('flag', flag)
  if (query.unit !== null) parameters.set('unit', query.unit)
  for (const family of query.families) parameters.append('family', family)
  if (query.track) parameters.set('track', query.track)
  if (query.employed) parameters.set('employed', query.employed)
  if (query.text) parameters.set('text', query.text)
  if (query.columns.join() !== FIRST_COLUMNS.join()) parameters.set('columns', query.columns.join('.'))
  if (query.sort !== 'name') parameters.set('sort', query.sort)
  if (query.descending) parameters.set('order', 'down')
  return parameters
}

export function parsePeople(parameters: URLSearchParams): PeopleQuery {
  const known = <Value extends string>(values: readonly Value[], name: string) =>
    values.find(value => value === parameters.get(name)) ?? null
  const chosen = parameters.get('columns')?.split('.')
  const columns = chosen ? PEOPLE_COLUMNS.filter(column => chosen.includes(column)) : FIRST_COLUMNS
  const flags = parameters.getAll('flag')
  return {
    text: (parameters.get('text') ?? '').slice(0, 200),
    flags: FLAG_FILTERS.filter(flag => flags.includes(flag)),
    unit: parameters.get('unit'),
    families: parameters.getAll('family'),
    track: known(TRACKS, 'track'),
    employed: known(EMPLOYMENTS, 'employed'),
    columns,
    sort: known(sortsOf(columns), 'sort') ?? 'name',
    descending: parameters.get('order') === 'down',
  }
}
