/** A distant leader in words and rows: why it is raised, what speaks against it and what would change it. */
import type { Dataset } from '../domain/dataset.ts'
import type { Reason } from './finding.ts'
import type { FindingWords } from './coordination-words.ts'
import type { Ground } from './ground.ts'
import { countText, numberText, percentText } from './in-words.ts'
import { isTold, seenIn } from './leader-behaviours.ts'
import type { Told } from './leader-behaviours.ts'
import type { LeaderMeasure } from './leader-measure.ts'
import type { LeaderSettings } from './leader-settings.ts'
import { fullTimeOf } from './role-families.ts'

/** The behaviours, least seen first; then how long hands-on work has been away. */
export function describeDistantLeader(
  dataset: Dataset,
  ground: Ground,
  measure: LeaderMeasure,
  all: readonly LeaderMeasure[],
  settings: LeaderSettings,
): FindingWords {
  const { usesTools, presentAtDecisions, pushesBack, freshness, freshnessRows } = measure.behaviours
  const reasonOf = (name: string, told: Told, threshold: number): Reason[] =>
    isTold(told) ? [reason(name, told.share, threshold, told.rows)] : []
  const behaviours = [
    ...reasonOf('present_at_decisions', presentAtDecisions, settings.distantDecisions),
    ...reasonOf('uses_tools', usesTools, settings.distantTools),
    ...reasonOf('pushes_back', pushesBack, settings.distantReviews),
  ]
  return {
    reasons: [
      ...behaviours.toSorted((a, b) => a.value! - b.value!),
      ...(freshness === null ? [] : [reason('freshness', freshness, settings.distantFreshness, freshnessRows)]),
    ],
    counter: [...counterOf(dataset, ground, measure), ...asOthersDo(all, settings)],
    wouldChange: changesOf(dataset, measure, settings),
    routes: [
      'somebody near the system who answers for it with them',
      'time agreed for real work on it: a day a week',
      'no design or product decision on it without them',
      'the answering handed to whoever leads the work there',
    ],
  }
}

const reason = (measure: string, value: number, threshold: number, rows: Uint32Array): Reason => ({
  measure,
  value,
  percentile: null,
  cohort: null,
  threshold,
  rows,
})

function counterOf(dataset: Dataset, { model }: Ground, { leader, answersFor, behaviours, rebuild }: LeaderMeasure): string[] {
  const { reports, below, ownedBy, person } = leader
  const { fte } = dataset.people[person]!
  const name = answersFor === null ? null : dataset.componentNames[answersFor]!
  const known = rebuild.filter(({ verdict }) => verdict !== 'no_evidence').length
  return [
    'Only what leaves a record is seen: a decision talked through and never written down, or advice at a desk, is not.',
    ...(isTold(behaviours.pushesBack) ? [] : ['Outcomes of reviews are not recorded there, so whether they push back is not known.']),
    ...(ownedBy === 'owner_unit' ? [`That they answer for ${name} is read off the unit that owns it: nobody named them.`] : []),
    ...(answersFor !== null && model.components.criticalityAssumed[answersFor] === 1
      ? [`The criticality of ${name} (${numberText(model.components.criticality[answersFor]!)}) is assumed, not recorded.`]
      : []),
    ...(below.length > reports.length
      ? [
          `${countText(reports.length, 'person reports', 'people report')} to them and ${below.length} stand below: the work may be led by those in between.`,
        ]
      : []),
    ...(known > 0 ? [`They once worked on ${countText(known, 'core system', 'core systems')} that they know from inside.`] : []),
    ...(fte !== null && fte < 1 ? [`They work ${percentText(fte)} of full time; every share is held against that.`] : []),
  ]
}

/** Where most leaders are as far from the tools, it is how the organisation leads, before it is about one of them. */
function asOthersDo(all: readonly LeaderMeasure[], { distantTools }: LeaderSettings): string[] {
  const known = all.flatMap(({ behaviours: { usesTools } }) => (isTold(usesTools) ? [usesTools.share] : []))
  const far = known.filter(share => share < distantTools).length
  return far > 1 && 2 * far > known.length
    ? [
        `${far} of ${known.length} leaders have hands-on work in under ${percentText(distantTools)} of their weeks: it is how leading is done here.`,
      ]
    : []
}

function changesOf(dataset: Dataset, { leader, behaviours }: LeaderMeasure, settings: LeaderSettings): string[] {
  const { usesTools, presentAtDecisions, pushesBack } = behaviours
  const fullTime = fullTimeOf(dataset.people[leader.person]!)
  const needed = (told: Told, threshold: number, say: (asked: number, of: number, now: number) => string) =>
    isTold(told) ? [say(Math.ceil(threshold * told.occasions.length * fullTime - 1e-9), told.occasions.length, seenIn(told))] : []
  return [
    ...needed(usesTools, settings.distantTools, (asked, of, now) => `Hands-on work in ${asked} of ${of} weeks would end it (now ${now}).`),
    ...needed(
      presentAtDecisions,
      settings.distantDecisions,
      (asked, of, now) => `Taking part in ${asked} of ${countText(of, 'decision', 'decisions')} would end it (now ${now}).`,
    ),
    ...needed(
      pushesBack,
      settings.distantReviews,
      (asked, of, now) => `A review that changes what is made in ${asked} of ${of} months would end it (now ${now}).`,
    ),
  ]
}
