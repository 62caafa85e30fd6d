/** How many flags there are and would be: of the result, and with the changes that are being made. */
import { formatCount, formatPlural } from '../format.ts'
import { BANDS, PATTERN_WORDS } from '../people/patterns.ts'
import type { PatternCount, Setting } from './answers.ts'

export const flagsOf = (bands: PatternCount['inResult']) => Object.values(bands).reduce((sum, count) => sum + count, 0)

/** `2 likely · 4 strong`; bands nobody is in are left out. */
export const bandWords = (bands: PatternCount['inResult']) =>
  BANDS.filter(band => (bands[band] ?? 0) > 0)
    .map(band => `${formatCount(bands[band] ?? 0)} ${band}`)
    .join(' · ')

export interface FlagChange {
  readonly now: number
  /** Null where only a new analysis can tell. */
  readonly after: number | null
  /** Same number, other bands. */
  readonly otherBands: boolean
}

export function changeOf({ inResult, withChanges }: PatternCount): FlagChange {
  const [now, after] = [flagsOf(inResult), withChanges && flagsOf(withChanges)]
  const otherBands =
    withChanges !== null &&
    now === after &&
    Object.entries(inResult).some(([band, count]) => withChanges[band as keyof typeof inResult] !== count) // its own keys
  return { now, after, otherBands }
}

/** `Builder trap: 12 flags now, 9 with the changes`, for those who hear it. */
export function changeWords(count: PatternCount): string {
  const { now, after, otherBands } = changeOf(count)
  const head = `${PATTERN_WORDS[count.pattern].label}: ${formatPlural(now, 'flag')} now`
  if (after === null) return `${head}, with the changes not known before a new analysis`
  if (after === now) return otherBands ? `${head}, as many with the changes, in other bands` : `${head}, unchanged`
  return `${head}, ${formatCount(after)} with the changes`
}

/** Why a setting shows no count of its own. */
export const notLiveWords = ({ patterns }: Pick<Setting, 'patterns'>) =>
  patterns.length === 0 ? 'Changes no flag. It shows after the next analysis.' : 'Counted by the next analysis only.'
