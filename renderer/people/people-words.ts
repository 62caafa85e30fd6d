/** How filters, columns and sorts read: in the list of facets, and inside the sentence above the table. */
import { formatList } from '../format.ts'
import { PATTERN_WORDS, PATTERNS } from './patterns.ts'
import type { EmployedFilter, FlagFilter, PeopleQuery, PeopleSort, TrackFilter } from './people-query.ts'

interface FilterWords {
  readonly facet: string
  readonly clause: string
}

export const FLAG_WORDS = {
  any: { facet: 'Any flag', clause: 'any flag' },
  ...Object.fromEntries(
    PATTERNS.map(pattern => [pattern, { facet: PATTERN_WORDS[pattern].label, clause: PATTERN_WORDS[pattern].label.toLowerCase() }]),
  ),
  thin: { facet: 'Not enough evidence', clause: 'not enough evidence' },
} as Readonly<Record<FlagFilter, FilterWords>> // one entry a filter

export const TRACK_WORDS: Readonly<Record<TrackFilter, FilterWords>> = {
  ic: { facet: 'Contributor', clause: 'individual contributors' },
  manager: { facet: 'Manager', clause: 'managers' },
  unknown: { facet: 'Unknown', clause: 'of unknown track' },
}

export const EMPLOYED_WORDS: Readonly<Record<EmployedFilter, FilterWords>> = {
  yes: { facet: 'Yes', clause: 'employed' },
  no: { facet: 'Left', clause: 'no longer here' },
  unknown: { facet: 'Unknown', clause: 'of unknown employment' },
}

export const SORT_WORDS: Readonly<Record<PeopleSort, string>> = {
  name: 'name',
  title: 'title',
  unit: 'unit',
  keeps: 'systems kept alone',
  weeks: 'active weeks',
  family: 'role family',
  track: 'track',
  employed: 'employment',
  build: 'share of build',
  enable: 'share of enable',
  decide: 'share of decide',
  coordinate: 'share of coordinate',
  govern: 'share of govern',
  exposure: 'exposure',
}

export interface Chip {
  readonly key: string
  /** The word that joins it to the sentence. */
  readonly before: string
  readonly label: string
  readonly without: PeopleQuery
}

const either = (words: readonly string[]) => formatList(words).replace(/ and (?=[^,]*$)/, ' or ')

/** The filters as the parts of "People with builder trap or misrouted, in Payments, who are managers". */
export function chipsOf(query: PeopleQuery): readonly Chip[] {
  const { flags, unit, families, track, employed } = query
  const chips: Chip[] = []
  if (flags.length > 0)
    chips.push({
      key: 'flags',
      before: 'with',
      label: either(flags.map(flag => FLAG_WORDS[flag].clause)),
      without: { ...query, flags: [] },
    })
  if (unit !== null) chips.push({ key: 'unit', before: 'in', label: unit.replaceAll('/', ' / '), without: { ...query, unit: null } })
  if (families.length > 0) chips.push({ key: 'families', before: 'from', label: either(families), without: { ...query, families: [] } })
  if (track) chips.push({ key: 'track', before: 'who are', label: TRACK_WORDS[track].clause, without: { ...query, track: null } })
  if (employed)
    chips.push({
      key: 'employed',
      before: track ? 'and' : 'who are',
      label: EMPLOYED_WORDS[employed].clause,
      without: { ...query, employed: null },
    })
  return chips
}
