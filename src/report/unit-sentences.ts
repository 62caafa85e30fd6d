/** What is said of a unit beyond its figures: what binds it and on which evidence, merged roles, and promotions. */
import type { AnalysisDocument } from '../contract/analysis.ts'
import { count, figure, list, oneLine, percent } from './wording.ts'

type Unit = AnalysisDocument['units'][number]
type Verdict = NonNullable<Unit['bound']>['verdict']

export const BOUND_WORDS: Readonly<Record<Verdict, string>> = {
  communication: 'communication',
  compute: 'how many work on it',
  undecided: 'undecided',
}

const SIGNALS = ['build', 'enable', 'coordinate'] as const
const SIGNAL_WORDS: Readonly<Record<(typeof SIGNALS)[number], string>> = {
  build: 'built',
  enable: 'enabled others',
  coordinate: 'coordinated',
}

/** The verdict with both sides, for units that have one. */
export function boundSentences({ bound }: Unit): string[] {
  if (bound === null || bound.verdict === 'undecided') return []
  return [
    ...bound.evidence.map(oneLine),
    ...bound.against.map(sentence => `Against it: ${oneLine(sentence)}`),
    ...bound.missing.map(sentence => `Settles nothing: ${oneLine(sentence)}`),
  ]
}

export function compressionSentence({ unit, roleCompression }: Unit): string | null {
  if (roleCompression === null || roleCompression.rolesMerged === 0) return null
  const { roles, rolesMerged, meetingHoursBefore, meetingHoursSince, withoutCoordination } = roleCompression
  const merged = `${oneLine(unit)}: ${count(rolesMerged, 'role')} merged into others (${list(roles.map(oneLine), 5)})`
  if (meetingHoursBefore === null || meetingHoursSince === null || withoutCoordination === null)
    return `${merged}; what became of the meetings is not known.`
  const meetings = `${figure(meetingHoursSince, 1)} meeting hours a person and week since, ${figure(meetingHoursBefore, 1)} before`
  return `${merged}; ${meetings}: ${withoutCoordination ? 'the meetings did not fall with the roles.' : 'the meetings fell as well.'}`
}

export function promotionSentence({ unit, promotionSignal }: Unit): string | null {
  if (promotionSignal === null || promotionSignal.promotions === 0) return null
  const { promotions, untold, people, handsOnChange, followed } = promotionSignal
  const all = SIGNALS.reduce((sum, signal) => sum + people[signal], 0)
  const went = SIGNALS.flatMap(signal => {
    if (promotionSignal[signal] === 0) return []
    const alike = all === 0 ? '' : ` (${percent(people[signal] / all)} of the people there do)`
    return [`${figure(promotionSignal[signal])} to people who mostly ${SIGNAL_WORDS[signal]}${alike}`]
  })
  const parts = [...went, ...(untold === 0 ? [] : [`${figure(untold)} to people of whom too little is on record`])]
  const followedBy =
    handsOnChange === null
      ? ''
      : ` Their share of hands-on work changed by ${figure(handsOnChange * 100)} points in the year after (median of ${figure(followed)}).`
  return `${oneLine(unit)}: ${count(promotions, 'promotion')}, ${list(parts)}.${followedBy}`
}
