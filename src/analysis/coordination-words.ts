/** What is said of a coordination path: its reasons with their rows, what speaks against it, and what would change it. */
import { isoDate } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import type { Evaluated } from './coordination-path.ts'
import type { Drift } from './drift.ts'
import type { Finding, Reason } from './finding.ts'
import { percentText } from './in-words.ts'
import type { Ground } from './ground.ts'
import type { PeerScope } from './hands-on.ts'
import { isInStretch, sideOfKinds } from './hands-on-weeks.ts'
import type { Stretch } from './hands-on-weeks.ts'
import { modeShares } from './mode-shares.ts'
import type { Career } from './moves.ts'
import type { RowsOfPerson } from './evidence-rows.ts'
import type { RouteSettings } from './route-settings.ts'

export type FindingWords = Pick<Finding, 'reasons' | 'counter' | 'wouldChange' | 'routes'>

const SCOPE_WORDS: Readonly<Record<PeerScope, string>> = {
  unit: 'individual contributors of the unit',
  role_family: 'individual contributors of the role family',
  all: 'all individual contributors',
}

export const hours = (value: number) => `${value.toFixed(1)} hours`

export function describeCoordinationPath(
  dataset: Dataset,
  ground: Ground,
  evaluated: Evaluated,
  career: Career,
  person: number,
  rowsOfPerson: RowsOfPerson,
  settings: RouteSettings,
): FindingWords {
  const { change } = evaluated
  const side = sideOfKinds(dataset)
  const { day, kind } = dataset.contributions
  const rowsOf = (wanted: number, ...stretches: readonly Stretch[]) =>
    rowsOfPerson(person, row => side[kind[row]!] === wanted && stretches.some(stretch => isInStretch(stretch, day[row]!)))
  const { before, since } = change.stretches
  const scope = SCOPE_WORDS[change.peers.ratioScope]
  const compared = (measure: string, value: number, threshold: number, cohort: string | null, evidence: Uint32Array): Reason => ({
    measure,
    value,
    percentile: null,
    cohort,
    threshold,
    rows: evidence,
  })
  const handsOnRows = rowsOf(1, before, since)
  const share = modeShares(ground.modeEffort, person)?.coordinate ?? NaN
  const title = career.move?.toTitle ?? null
  const toPeers = `${scope} (${change.peers.ofRatio.length})`
  const counter = [
    `${hours(change.since.handsOn)} of hands-on work per active week are left; before there were ${hours(change.before.handsOn)}.`,
    `Peers' hands-on work changed to ${percentText(change.peerRatio)} of what it was in the same weeks.`,
  ]
  if (evaluated.kind === 'drift') {
    // Only `kind: 'drift'` carries a Drift.
    const drift = change as Drift
    return {
      reasons: [
        compared('coordinate_share', drift.coordinateShare, settings.driftShare, null, rowsOf(2, since)),
        compared('meetings_ratio', drift.meetingsRatio, settings.driftMeetings, null, rowsOf(2, before, since)),
        compared('hands_on_ratio', drift.ratio, settings.driftHandsOn, toPeers, handsOnRows),
      ],
      counter: [...counter, 'No job event says that this is their job now: a long spell of organising something may end by itself.'],
      wouldChange: [
        `Hands-on work of ${hours(settings.driftHandsOn * change.before.handsOn)} or more per active week.`,
        `Meetings under ${settings.driftMeetings} times those of the year before, or coordination under ${percentText(settings.driftShare)} of the effort.`,
      ],
      routes: ['hand the coordination to somebody who wants it', 'make it a job of its own, with their consent', 'back to building'],
    }
  }
  const reasons = [
    compared('hands_on_ratio_to_peers', change.ratioToPeers, settings.handsOnRatio, toPeers, handsOnRows),
    compared('hands_on_level_to_peers', change.levelToPeers, settings.handsOnLevel, SCOPE_WORDS[change.peers.levelScope], rowsOf(1, since)),
    { ...compared('coordinate_share', share, settings.driftShare, null, rowsOf(2, since)), threshold: null },
  ]
  const movedOn = career.move?.day ?? null
  const neededByRatio = settings.handsOnRatio * change.peerRatio * change.before.handsOn
  const neededByLevel = settings.handsOnLevel * change.peerLevel
  return {
    reasons,
    counter: [
      ...counter,
      `${change.since.activeWeeks} active weeks since ${movedOn === null ? 'the move' : `the move on ${isoDate(movedOn)}`} are counted; handing over takes time.`,
      ...(title === null ? [] : [`Coordinating may be what they want: the records do not say who asked for "${title}".`]),
    ],
    wouldChange: [`Hands-on work of ${hours(Math.min(neededByRatio, neededByLevel))} or more per active week.`],
    routes: ['player-coach: leads and keeps building', 'tech lead without direct reports', 'back to building, at the same grade'],
  }
}
