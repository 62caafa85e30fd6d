/** Leaders in words, in the order of their ids: how near they are to the work, what they could rebuild, what became of their unit. */
import { compareText } from '../domain/identifiers.ts'
import type { AnalysisDocument } from '../contract/analysis.ts'
import type { PersonNames } from './person-names.ts'
import { count, figure, list, oneLine } from './wording.ts'

export type Leader = AnalysisDocument['leaders'][number]
type Behaviour = Leader['usesTools']

export const leadersInOrder = ({ leaders }: AnalysisDocument) => leaders.toSorted((a, b) => compareText(a.personId, b.personId))

/** `3 of 26 weeks`; null where it cannot be told. */
export const seenIn = ({ share, seen, of }: Behaviour, occasions: string) =>
  share === null ? null : `${figure(seen)} of ${count(of, occasions)}`

export function leaderSentence(leader: Leader, names: PersonNames): string {
  const said = (behaviour: Behaviour, occasions: string, say: (text: string) => string) => {
    const text = seenIn(behaviour, occasions)
    return text === null ? [] : [say(text)]
  }
  const known = [
    ...(leader.accountableFor.length === 0 ? [] : [`answers for ${list(leader.accountableFor.map(oneLine), 5)}`]),
    ...(leader.reports === 0 ? [] : [`leads ${count(leader.peopleBelow, 'person', 'people')}`]),
    ...said(leader.usesTools, 'week', text => `hands-on in ${text}`),
    ...said(leader.presentAtDecisions, 'decision', text => `took part in ${text}`),
    ...said(leader.pushesBack, 'month', text => `changed something by a review in ${text}`),
    ...(leader.proximity === null
      ? ['how near they are to the work is not known']
      : [`technical proximity ${figure(leader.proximity, 2)}`]),
    ...(leader.playerCoach === true ? ['leads and builds'] : []),
  ]
  return `${names.labelOf(leader.personId)}: ${known.join('; ')}`
}

/** Null where they know no core system from inside. */
export function rebuildSentence({ personId, rebuild, coreSystems }: Leader, names: PersonNames): string | null {
  const named = (verdict: Leader['rebuild'][number]['verdict']) =>
    rebuild.filter(one => one.verdict === verdict).map(({ component }) => oneLine(component))
  const [ready, rusty] = [named('ready'), named('rusty')]
  if (ready.length + rusty.length === 0) return null
  const parts = [
    ...(ready.length === 0 ? [] : [`could rebuild ${list(ready, 5)}`]),
    ...(rusty.length === 0 ? [] : [`is rusty on ${list(rusty, 5)}`]),
  ]
  return `${names.labelOf(personId)} ${parts.join(' and ')}, of ${count(coreSystems, 'core system')}, by what the records show.`
}

/** Null where the unit's history is too short or too few units are there to compare with. */
export function liftSentence({ personId, since, lift }: Leader, names: PersonNames): string | null {
  if (lift === null || since === null) return null
  const { value, interval, members, units, parallelTrends } = lift
  const isClear = interval.low > 0 || interval.high < 0
  const caution = isClear ? '' : ' That may be chance.'
  const trends = parallelTrends ? '' : ' The unit had gone its own way before, so the comparison says little.'
  return `Since ${names.labelOf(personId)} came on ${since}, their unit builds ${figure(Math.abs(value), 1)} hours a month and member ${value < 0 ? 'less' : 'more'} than other units' change would suggest (95 %: ${figure(interval.low, 1)} to ${figure(interval.high, 1)}; ${count(members, 'member')}, ${count(units, 'other unit')}).${caution}${trends}`
}

/** Where leaders stand together, so that nobody's figure is read alone. */
export function proximitySentence({ leaders }: AnalysisDocument): string | null {
  const known = leaders.filter(({ proximity }) => proximity !== null).length
  if (leaders.length === 0) return null
  const coaches = leaders.filter(({ playerCoach }) => playerCoach === true).length
  const handsOn = leaders.filter(({ usesTools }) => usesTools.share !== null && usesTools.share >= 0.5).length
  return `How near the work they are can be told of ${figure(known)} of ${count(leaders.length, 'leader')}; hands-on work of their own is in half of the weeks of ${figure(handsOn)}, and ${figure(coaches)} ${coaches === 1 ? 'leads and builds' : 'lead and build'}.`
}
