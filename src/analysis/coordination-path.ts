/** Coordination path: a move to coordination, made or drifted into, that took the hands-on work with it. */
import { isoDate } from '../domain/calendar.ts'
import type { EpochDay } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import type { Band } from '../domain/flag.ts'
import { areMet, bandOf, survivesMovedThresholds } from './band.ts'
import type { Gate } from './band.ts'
import { candidatesOf } from './candidates.ts'
import { moveGates } from './move-gates.ts'
import { changePointOf } from './change-point.ts'
import { driftGates, driftOf, driftStretches } from './drift.ts'
import type { Drift } from './drift.ts'
import { rowsOfPerson } from './evidence-rows.ts'
import type { Finding, NotEnough, PatternResult } from './finding.ts'
import type { Ground } from './ground.ts'
import { contributorsOf, handsOnChange, peersOf, stretchesAround } from './hands-on.ts'
import type { Contributors, HandsOnChange } from './hands-on.ts'
import { handsOnWeeksOf, paceIn, runningWeeks } from './hands-on-weeks.ts'
import type { HandsOnWeeks, RunningWeeks } from './hands-on-weeks.ts'
import { medianOf } from './median.ts'
import { modeShares } from './mode-shares.ts'
import { careersOf } from './moves.ts'
import type { Career } from './moves.ts'
import { describeCoordinationPath } from './coordination-words.ts'
import { routeInputs } from './route-inputs.ts'
import type { RouteInputs } from './route-inputs.ts'
import { resamplePaths } from './path-resampling.ts'
import type { RouteSettings } from './route-settings.ts'
import type { FlaggedInDraw, PersonWeeks } from './week-resampling.ts'

/** What is shown of somebody's route; NaN unknown. Hours are per active week at full time. */
export interface RouteMeasure {
  readonly kind: 'move' | 'drift' | 'planned' | 'back'
  readonly day: EpochDay | null
  readonly handsOnBefore: number
  readonly handsOnAfter: number
  readonly ratio: number
  readonly ratioToPeers: number
  readonly levelToPeers: number
  /** Of the window's effort. */
  readonly coordinateShare: number
  readonly changePoint: EpochDay | null
}

/** Everything about routes that is computed once. */
export interface Routes {
  readonly careers: readonly Career[]
  readonly weeks: HandsOnWeeks
  readonly running: RunningWeeks
  readonly contributors: Contributors
}

export interface Evaluated {
  readonly kind: 'move' | 'drift'
  readonly change: HandsOnChange | Drift
  readonly gates: readonly Gate[]
  readonly band: Band | null
  /** Of a move: the median part of the peers' effort that was hands-on before; NaN where unknown. */
  readonly peersBefore?: number
}

export interface CoordinationPaths extends PatternResult {
  readonly routes: Routes
  /** Per person: a made move or drift that could be evaluated, whether or not it is raised. */
  readonly evaluated: readonly (Evaluated | null)[]
  /** Per person; null where there is no move, drift or plan. */
  readonly measures: readonly (RouteMeasure | null)[]
  /** Which people are flagged in a draw of `weeks`; weeks outside its period count as they are. */
  readonly resample: (weeks: PersonWeeks) => FlaggedInDraw
}

export function routesOf(dataset: Dataset, ground: Ground): Routes {
  const careers = careersOf(dataset)
  const weeks = handsOnWeeksOf(dataset, ground)
  return { careers, weeks, running: runningWeeks(weeks), contributors: contributorsOf(dataset, ground, careers) }
}

export function findCoordinationPaths(dataset: Dataset, ground: Ground, settings: RouteSettings): CoordinationPaths {
  const routes = routesOf(dataset, ground)
  const inputs = routeInputs(dataset)
  const notEnough: NotEnough[] = []
  const candidates = candidatesOf(dataset, ground.model)
  const evaluated = dataset.people.map((_, person): Evaluated | null => {
    if (candidates[person] === 0) return null
    const evaluation = evaluate(dataset, ground, routes, inputs, person, settings)
    if (evaluation.kind === 'evaluated') return evaluation.evaluated
    if (evaluation.missing.length > 0) notEnough.push({ person, pattern: 'coordination_path', missing: evaluation.missing })
    return null
  })
  const rows = rowsOfPerson(dataset)
  const findings = evaluated.flatMap((one, person): Finding[] => {
    if (one === null || one.band === null) return []
    if (inputs.coverage < 0.5) return (void notEnough.push({ person, pattern: 'coordination_path', missing: inputs.missing }), [])
    const words = describeCoordinationPath(dataset, ground, one, routes.careers[person]!, person, rows, settings)
    const survivesMoved = survivesMovedThresholds(one.gates)
    return [{ person, pattern: 'coordination_path', band: one.band, coverage: inputs.coverage, survivesMoved, ...words }]
  })
  return {
    findings,
    notEnough,
    scores: Float64Array.from(evaluated, lostShare),
    routes,
    evaluated,
    measures: dataset.people.map((_, person) => measureOf(ground, routes, evaluated[person]!, person)),
    resample: weeks =>
      resamplePaths(
        routes.weeks,
        evaluated,
        findings.map(({ person }) => person),
        weeks,
        settings,
      ),
  }
}

type Evaluation =
  | { readonly kind: 'evaluated'; readonly evaluated: Evaluated }
  /** Nothing missing: there is no move to evaluate. */
  | { readonly kind: 'none'; readonly missing: readonly string[] }

function evaluate(
  dataset: Dataset,
  ground: Ground,
  routes: Routes,
  inputs: RouteInputs,
  person: number,
  settings: RouteSettings,
): Evaluation {
  const { move, position, untold } = routes.careers[person]!
  if (position === 'coordinating') {
    if (move?.kind === 'move' && move.day !== null) return evaluateMove(dataset, ground, routes, person, move.day, settings)
    return { kind: 'none', missing: untold === null ? [] : inputs.missingOfMoves.length > 0 ? inputs.missingOfMoves : [untold] }
  }
  if (move?.kind === 'back' || position === 'acting') return { kind: 'none', missing: [] }
  const drift = inputs.missingOfDrift.length > 0 ? null : driftOf(dataset, ground, routes.running, routes.contributors, person, settings)
  // Without moves and without drift there is nothing the pattern could be seen in.
  if (drift === null)
    return { kind: 'none', missing: inputs.missingOfMoves.length > 0 ? [...inputs.missingOfMoves, ...inputs.missingOfDrift] : [] }
  const gates = driftGates(drift, settings)
  const band = areMet(gates) ? 'watch' : null
  // Of somebody whose place nothing tells, a move might have been made all the same.
  if (band === null && position === null && inputs.missingOfMoves.length > 0) return { kind: 'none', missing: inputs.missingOfMoves }
  return { kind: 'evaluated', evaluated: { kind: 'drift', change: drift, gates, band } }
}

const DAYS_PER_MONTH = 365.25 / 12
const monthsBetween = (from: EpochDay, to: EpochDay) => (to - from) / DAYS_PER_MONTH

function evaluateMove(
  dataset: Dataset,
  ground: Ground,
  { running, contributors }: Routes,
  person: number,
  day: EpochDay,
  settings: RouteSettings,
): Evaluation {
  const stretches = stretchesAround(day, dataset.asOf, ground.leaves[person]!, settings)
  const before = paceIn(running, person, stretches.before)
  const since = paceIn(running, person, stretches.since)
  const missing: string[] = []
  const { moveWeeksBefore, moveWeeksSince } = settings
  if (before.activeWeeks < moveWeeksBefore)
    missing.push(`contributions before the move on ${isoDate(day)}: ${before.activeWeeks} of ${moveWeeksBefore} active weeks`)
  if (since.activeWeeks < moveWeeksSince)
    missing.push(`contributions since the move on ${isoDate(day)}: ${since.activeWeeks} of ${moveWeeksSince} active weeks`)
  // Of somebody who has led for years nothing is missing: that is their job.
  const monthsSince = monthsBetween(day, dataset.asOf)
  if (missing.length > 0) return { kind: 'none', missing: monthsSince > settings.moveAgeMonths ? [] : missing }
  if (!(before.handsOn > 0)) return { kind: 'none', missing: ['contributions before the move: hands-on work'] }
  const peers = peersOf(dataset, running, contributors, person, stretches, settings)
  if (peers.ofRatio.length === 0 || peers.ofLevel.length === 0) {
    const least = settings.routePeersLeast
    return { kind: 'none', missing: [`contributions of at least ${least} individual contributors in the weeks around the move`] }
  }
  const change = handsOnChange(running, person, stretches, peers)
  const peersBefore = medianOf(peers.ofRatio.map(peer => 1 - paceIn(running, peer, stretches.before).coordinateShare)) ?? NaN
  const gates = moveGates(change, peersBefore, monthsSince, settings)
  return { kind: 'evaluated', evaluated: { kind: 'move', change, gates, band: moveBand(change, gates, settings), peersBefore } }
}

const moveBand = ({ ratioToPeers }: HandsOnChange, gates: readonly Gate[], settings: RouteSettings) =>
  bandOf({
    gates,
    isLikely: ratioToPeers < settings.handsOnRatioLikely,
    isStrong: ratioToPeers < settings.handsOnRatioStrong,
  })

/** The part of the hands-on work that is gone, beyond what peers lost where they were looked for; NaN where nothing can be compared. */
function lostShare(evaluated: Evaluated | null): number {
  if (evaluated === null) return NaN
  const { ratioToPeers, ratio } = evaluated.change
  const left = Number.isNaN(ratioToPeers) ? ratio : ratioToPeers
  return Number.isNaN(left) ? NaN : 1 - Math.min(1, left)
}

function measureOf(ground: Ground, { careers, weeks, running }: Routes, evaluated: Evaluated | null, person: number): RouteMeasure | null {
  const { move, planned } = careers[person]!
  const coordinateShare = modeShares(ground.modeEffort, person)?.coordinate ?? NaN
  const unknown = {
    handsOnBefore: NaN,
    handsOnAfter: NaN,
    ratio: NaN,
    ratioToPeers: NaN,
    levelToPeers: NaN,
    coordinateShare,
    changePoint: null,
  }
  const isDrift = evaluated?.kind === 'drift' && evaluated.band !== null
  if (evaluated !== null && (evaluated.kind === 'move' || isDrift)) {
    const { change, kind } = evaluated
    const span = { fromWeek: change.stretches.before.fromWeek, toWeek: change.stretches.since.toWeek }
    return {
      kind,
      day: kind === 'move' ? (move?.day ?? null) : null,
      handsOnBefore: change.before.handsOn,
      handsOnAfter: change.since.handsOn,
      ratio: change.ratio,
      ratioToPeers: change.ratioToPeers,
      levelToPeers: change.levelToPeers,
      coordinateShare,
      changePoint: changePointOf(weeks, person, span),
    }
  }
  if (planned !== null) {
    const now = paceIn(running, person, driftStretches(ground).since)
    return { ...unknown, kind: 'planned', day: planned.day, handsOnBefore: now.handsOn }
  }
  return move === null ? null : { ...unknown, kind: move.kind, day: move.day }
}
