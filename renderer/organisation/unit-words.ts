/** What is said of units: captions, verdicts, and why a figure is unknown. */
import { formatCount, formatDate, formatDecimal, formatList, formatPlural, formatShare } from '../format.ts'
import type { Bound, Unit } from './answers.ts'

export type BoundMark = Bound['verdict'] | 'unknown'

export const BOUND_WORDS: Readonly<Record<BoundMark, string>> = {
  communication: 'communication',
  compute: 'work',
  undecided: 'undecided',
  unknown: 'unknown',
}

export const BOUND_MEANING: Readonly<Record<BoundMark, string>> = {
  communication: 'More people hardly brought more finished work: the time goes by between people.',
  compute: 'More people brought more finished work: there is more to do than hands to do it.',
  undecided: 'The figures are there and do not agree, or point neither way.',
  unknown: 'Too little finished work is on record: work items with finished_at, and contributions that name them, tell.',
}

export const boundMark = ({ bound }: Unit): BoundMark => bound?.verdict ?? 'unknown'

/** Which file would tell, for figures that can be unknown. */
export const UNKNOWN_BECAUSE = {
  coordinationRatio: 'Nobody here was seen to build or enable for eight weeks: contributions of its people tell.',
  governance: 'Neither the governance column of the people file nor contributions of its people tell.',
  managers: 'Neither the track nor the manager_id column of the people file tells who manages here.',
  managerToCrafter: 'It takes both managers and people who mostly build or enable.',
  span: 'Nobody here has reports on record: the manager_id column of the people file tells.',
  layers: 'No manager is named anywhere: the manager_id column of the people file tells.',
  workToMeeting: 'No meeting hours of its people are on record: a meetings file tells.',
  hours: 'No coordination of its people is on record: contributions of kinds that coordinate, or a meetings file, tell.',
} as const

export interface Hours {
  readonly loadBearing: number
  readonly optional: number
  readonly untold: number
}

/** Null where its people coordinated nothing on record. */
export function hoursOf({ loadBearingHours, optionalHours, untoldHours }: Unit): Hours | null {
  if (loadBearingHours === null || optionalHours === null || untoldHours === null) return null
  return { loadBearing: loadBearingHours, optional: optionalHours, untold: untoldHours }
}

export const totalOf = ({ loadBearing, optional, untold }: Hours) => loadBearing + optional + untold

export function hoursSentence(hours: Hours): string {
  const total = totalOf(hours)
  const part = (value: number) => formatShare(value / total)
  return `${formatCount(total)} hours of coordination: ${part(hours.loadBearing)} load-bearing, ${part(hours.optional)} optional, ${part(hours.untold)} untold`
}

/** All units in one sentence or three. */
export function unitsCaption(units: readonly Unit[], window: { readonly from: string; readonly to: string } | null): string {
  const count = (mark: BoundMark) => units.filter(unit => boundMark(unit) === mark).length
  const known = units.flatMap(({ unit, coordinationRatio }) => (coordinationRatio === null ? [] : [{ unit, coordinationRatio }]))
  const most = known.toSorted((a, b) => b.coordinationRatio - a.coordinationRatio)[0]
  const time = window === null ? '' : ` from ${formatDate(window.from)} to ${formatDate(window.to)}`
  const bound = formatList([
    `${formatCount(count('communication'))} bound by communication`,
    `${formatCount(count('compute'))} by work`,
    `${formatCount(count('undecided'))} undecided`,
    `${formatCount(count('unknown'))} unknown`,
  ])
  const highest =
    most === undefined
      ? 'How many coordinate and how many build is not known of any.'
      : `The most people who coordinate per one who builds or enables are in ${most.unit.replaceAll('/', ' / ')}: ${formatDecimal(most.coordinationRatio)}.`
  return `Of ${formatPlural(units.length, 'unit')}${time}: ${bound}. ${highest} Governance is an obligation and stands apart.`
}

/** What both lists of evidence are called: where nothing is decided, each speaks for one side. */
export const evidenceTitles = ({ verdict }: Bound): readonly [string, string] =>
  verdict === 'undecided' ? ['For communication', 'For work'] : ['What speaks for it', 'What speaks against it']

export function compressionSentence({ roleCompression }: Unit): string {
  if (roleCompression === null) return 'Whether roles were merged is not known: the history file with titles tells.'
  const { rolesMerged, roles, meetingHoursChange, withoutCoordination } = roleCompression
  if (rolesMerged === 0) return 'No roles were merged in the time on record.'
  const merged = `${formatPlural(rolesMerged, 'role was', 'roles were')} merged into others${roles.length > 0 ? ` (${formatList(roles)})` : ''}.`
  if (meetingHoursChange === null) return `${merged} Whether meetings grew since is not known: a meetings file tells.`
  const change = `${meetingHoursChange < 0 ? 'fell' : 'grew'} by ${formatShare(Math.abs(meetingHoursChange))}`
  return `${merged} Meeting hours a person and week ${change} since${withoutCoordination === true ? ': the work was joined, and coordination fell with it' : ''}.`
}

export function promotionSentence({ promotionSignal }: Unit): string {
  if (promotionSignal === null) return 'What is promoted here is not known: the history file with levels tells.'
  const { promotions, build, enable, coordinate, untold, people, handsOnChange, followed } = promotionSignal
  if (promotions === 0) return 'Nobody was promoted here in the time on record.'
  const went = `${formatCount(build)} to people who had mostly built, ${formatCount(enable)} who had enabled, ${formatCount(coordinate)} who had coordinated${untold > 0 ? `, ${formatCount(untold)} of whom too little is on record` : ''}`
  const now = `Now ${formatCount(people.build)} mostly build, ${formatCount(people.enable)} enable, ${formatCount(people.coordinate)} coordinate.`
  const after =
    handsOnChange === null
      ? ''
      : ` In the middle of ${formatPlural(followed, 'promotion')} the share of hands-on work went ${handsOnChange < 0 ? 'down' : 'up'} by ${formatShare(Math.abs(handsOnChange))}.`
  return `${formatPlural(promotions, 'promotion')}: ${went}. ${now}${after}`
}
