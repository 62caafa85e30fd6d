/** What a simulated departure comes to, in sentences: shown above the result and read out when it arrives. */
import { formatCount, formatPlural, formatShortList } from '../format.ts'
import { VERDICT_LABEL, verdictOf } from './verdict.ts'
import type { Departure } from './answers.ts'

type Change = Departure['components'][number]

/** A system turns red when it had somebody to carry it and then has one person or none. */
export const turnsRed = ({ before, after }: Pick<Change, 'before' | 'after'>) => after !== before && (after === 'none' || after === 'one')

export function departureSentence(departure: Departure): string {
  const names = formatShortList(
    departure.leavers.map(leaver => leaver.name),
    3,
  )
  const red = departure.components.filter(turnsRed)
  const orphaned = red.filter(change => change.after === 'none').length
  const lost = `${formatPlural(departure.artifactsLost, 'artifact')} would have no author left`
  if (departure.components.length === 0) return `Without ${names} no system gets worse; ${lost}.`
  const parts = [
    `${formatPlural(departure.components.length, 'system gets', 'systems get')} worse`,
    ...(red.length > 0
      ? [`${formatCount(red.length)} of them turn${red.length === 1 ? 's' : ''} red, ${formatCount(orphaned)} with nobody to keep it`]
      : []),
    lost,
  ]
  return `Without ${names}: ${parts.join('; ')}.`
}

export const changeOfVerdict = ({ before, after }: Pick<Change, 'before' | 'after'>) =>
  before === after
    ? `stays ${VERDICT_LABEL[verdictOf(after)].toLowerCase()}`
    : `${VERDICT_LABEL[verdictOf(before)]} to ${VERDICT_LABEL[verdictOf(after)].toLowerCase()}`
