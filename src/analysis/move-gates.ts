/** What is asked of a made move before it is called a coordination path. */
import type { Gate } from './band.ts'
import type { HandsOnChange, HandsOnRatios } from './hands-on.ts'
import type { RouteSettings } from './route-settings.ts'

/** The measures themselves; what follows them in moveGates is evidence and asked of the full record alone. */
export function handsOnGates(change: HandsOnRatios, settings: RouteSettings): Gate[] {
  return [
    { measure: 'hands_on_ratio_to_peers', value: change.ratioToPeers, threshold: settings.handsOnRatio, asks: 'under' },
    { measure: 'hands_on_level_to_peers', value: change.levelToPeers, threshold: settings.handsOnLevel, asks: 'under' },
  ]
}

/** @param peersBefore the median share of the peers' effort that was hands-on before; NaN where unknown */
export function moveGates(change: HandsOnChange, peersBefore: number, monthsSince: number, settings: RouteSettings): Gate[] {
  const { craftShareBefore } = settings
  // Where meetings are recorded in full and hands-on work in part, nobody has a third of it: then half of the peers' share is asked for.
  const craftAsked = peersBefore / 2 < craftShareBefore ? peersBefore / 2 : craftShareBefore
  return [
    ...handsOnGates(change, settings),
    { measure: 'hands_on_share_before', value: 1 - change.before.coordinateShare, threshold: craftAsked, asks: 'at_least' },
    { measure: 'active_weeks_before', value: change.before.activeWeeks, threshold: settings.moveWeeksBefore, asks: 'at_least' },
    { measure: 'active_weeks_since', value: change.since.activeWeeks, threshold: settings.moveWeeksSince, asks: 'at_least' },
    { measure: 'months_since_move', value: monthsSince, threshold: settings.moveAgeMonths, asks: 'at_most' },
  ]
}
