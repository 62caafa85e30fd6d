/** Systems thinkers who were moved to coordination and lost the work, and those whose move is planned. */
import { addMonths, monthOf } from '../domain/calendar.ts'
import type { EpochDay } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import type { Pattern } from '../domain/flag.ts'
import { survivesMovedThresholds, weakerBand } from './band.ts'
import { candidatesOf } from './candidates.ts'
import type { CoordinationPaths } from './coordination-path.ts'
import { rowsOfPerson } from './evidence-rows.ts'
import type { Finding, NotEnough, PatternResult } from './finding.ts'
import type { Ground } from './ground.ts'
import { resamplePaths } from './path-resampling.ts'
import { isPresent } from './route-inputs.ts'
import type { RouteSettings } from './route-settings.ts'
import { missingFor, resampleThinkers, thinkerBand, thinkerCoverage, thinkerGates, THINKER_ROUTES } from './systems-thinker.ts'
import type { SystemsThinkers } from './systems-thinker.ts'
import { measureThinkers } from './thinker-blocks.ts'
import type { ThinkerMeasures } from './thinker-blocks.ts'
import { describeThinker } from './thinker-words.ts'
import type { FlaggedInDraw, PersonWeeks } from './week-resampling.ts'
import type { Period } from './window.ts'

export interface Misrouted {
  readonly misrouted: PatternResult & { readonly resample: (weeks: PersonWeeks) => FlaggedInDraw }
  readonly aboutToBe: PatternResult & { readonly resample: (weeks: PersonWeeks) => FlaggedInDraw }
  /** Per person on a coordination path: how their work stood in the year before it; null for the others. */
  readonly before: readonly (ThinkerMeasures | null)[]
}

export function findMisrouted(
  dataset: Dataset,
  ground: Ground,
  paths: CoordinationPaths,
  thinkers: SystemsThinkers,
  settings: RouteSettings,
): Misrouted {
  const onPath = paths.findings.map(({ person }) => person)
  const before = measuresBefore(dataset, ground, onPath, paths, thinkers, settings)
  const misrouted = moved(dataset, paths, thinkers, before, settings)
  const aboutToBe = planned(dataset, ground, paths, thinkers, settings)
  return {
    misrouted: { ...misrouted, resample: weeks => resampleMoved(paths, thinkers, before, misrouted.findings, weeks, settings) },
    aboutToBe: {
      ...aboutToBe,
      resample: weeks => {
        const flagged = aboutToBe.findings.map(({ person }) => person)
        return resampleThinkers(thinkers.sources, thinkers.measures, flagged, weeks, settings)
      },
    },
    before,
  }
}

/** Both parts have to hold in the same draw. */
function resampleMoved(
  paths: CoordinationPaths,
  { sources }: SystemsThinkers,
  before: readonly (ThinkerMeasures | null)[],
  findings: readonly Finding[],
  weeks: PersonWeeks,
  settings: RouteSettings,
): FlaggedInDraw {
  const flagged = findings.map(({ person }) => person)
  const drawPaths = resamplePaths(paths.routes.weeks, paths.evaluated, flagged, weeks, settings)
  const drawThinkers = flagged.map(person => resampleThinkers(sources, before[person]!, [person], weeks, settings))
  return (times, random) => {
    const onPath = drawPaths(times, random)
    return new Set(drawThinkers.flatMap(draw => [...draw(times, random)]).filter(person => onPath.has(person)))
  }
}

/** 1970-01-01, from which months are counted. */
const FIRST_DAY: EpochDay = 0

/**
 * The day before which somebody's work is looked at: the first of the month of their move, so that however many people
 * moved there are few such days. Nothing dates a drift: the baseline is the year it is measured against.
 */
export function pathBegan(ground: Ground, { evaluated, routes }: CoordinationPaths, person: number): EpochDay {
  const moved = evaluated[person]?.kind === 'move' ? (routes.careers[person]!.move?.day ?? null) : null
  return moved === null ? ground.periods.baseline.to + 1 : addMonths(FIRST_DAY, monthOf(moved))
}

/** Measures of the year before each of these people's path began, shared by those who moved in one month. */
export function measuresBefore(
  dataset: Dataset,
  ground: Ground,
  people: readonly number[],
  paths: CoordinationPaths,
  { sources }: SystemsThinkers,
  settings: RouteSettings,
): (ThinkerMeasures | null)[] {
  const before: (ThinkerMeasures | null)[] = dataset.people.map(() => null)
  const byDay = new Map<EpochDay, Set<number>>()
  for (const person of people) {
    const day = pathBegan(ground, paths, person)
    byDay.set(day, (byDay.get(day) ?? new Set()).add(person))
  }
  for (const [day, together] of byDay) {
    const period: Period = { from: addMonths(day, -ground.settings.windowMonths), to: day - 1 }
    const measures = measureThinkers(dataset, ground, sources, period, settings, person => together.has(person))
    for (const person of together) before[person] = measures
  }
  return before
}

function moved(
  dataset: Dataset,
  paths: CoordinationPaths,
  { sources }: SystemsThinkers,
  before: readonly (ThinkerMeasures | null)[],
  settings: RouteSettings,
): PatternResult {
  const pattern: Pattern = 'misrouted_systems_thinker'
  const rows = rowsOfPerson(dataset)
  const findings: Finding[] = []
  // Where no move can be seen, neither can whom it took away from the work.
  const notEnough: NotEnough[] = paths.notEnough.map(({ person, missing }) => ({ person, pattern, missing }))
  const scores = new Float64Array(dataset.people.length).fill(NaN)
  for (const path of paths.findings) {
    const { person } = path
    const measures = before[person]!
    const blocks = measures.people[person]
    const missing = blocks
      ? missingFor(dataset, blocks, settings)
      : ['contributions: active weeks with hands-on work in the year before the move']
    if (!blocks || missing.length > 0) {
      notEnough.push({ person, pattern, missing })
      continue
    }
    scores[person] = Math.min(blocks.index, paths.scores[person]!)
    const band = thinkerBand(blocks, settings)
    if (band === null) continue
    const words = describeThinker(dataset, sources, measures, person, rows, settings)
    findings.push({
      person,
      pattern,
      band: weakerBand(band, path.band),
      coverage: Math.min(path.coverage, thinkerCoverage(blocks)),
      survivesMoved: path.survivesMoved && survivesMovedThresholds(thinkerGates(blocks, settings)),
      reasons: [path.reasons[0]!, ...words.reasons, ...path.reasons.slice(1)],
      counter: [...path.counter, ...words.counter],
      wouldChange: [...path.wouldChange, ...words.wouldChange.map(sentence => `In the year before the move: ${sentence}`)],
      routes: [...THINKER_ROUTES, ...path.routes],
    })
  }
  return { findings, notEnough, scores }
}

/** Either tells of a move that is proposed. */
export const PLANS = ['people.planned_title', 'people.planned_track'] as const

function planned(
  dataset: Dataset,
  ground: Ground,
  paths: CoordinationPaths,
  thinkers: SystemsThinkers,
  settings: RouteSettings,
): PatternResult {
  const pattern: Pattern = 'about_to_be_misrouted'
  const candidates = candidatesOf(dataset, ground.model)
  const findings: Finding[] = []
  const notEnough: NotEnough[] = []
  const scores = new Float64Array(dataset.people.length).fill(NaN)
  const thinkerOf = new Map(thinkers.findings.map(finding => [finding.person, finding]))
  const untold = new Map(thinkers.notEnough.map(({ person, missing }) => [person, missing]))
  const canBePlanned = PLANS.some(column => isPresent(dataset, column))
  for (const [person, { planned: plan }] of paths.routes.careers.entries()) {
    const unseen = untold.get(person)
    if (plan === null && !canBePlanned && (thinkerOf.has(person) || unseen))
      notEnough.push({ person, pattern, missing: [PLANS[0], ...(unseen ?? [])] })
    if (plan === null || candidates[person] === 0) continue
    const blocks = thinkers.measures.people[person]
    const missing = blocks ? missingFor(dataset, blocks, settings) : ['contributions: active weeks with hands-on work in the window']
    if (!blocks || missing.length > 0) {
      notEnough.push({ person, pattern, missing })
      continue
    }
    scores[person] = blocks.index
    const thinker = thinkerOf.get(person)
    if (thinker === undefined) continue
    const title = plan.toTitle === null ? 'a coordinating role' : `"${plan.toTitle}"`
    findings.push({
      ...thinker,
      pattern,
      counter: [...thinker.counter, 'The move is not made: it may be what they asked for, and some keep building after it.'],
      wouldChange: [`The plan of ${title} is taken back, or leaves them the work they carry.`, ...thinker.wouldChange],
      routes: [...thinker.routes, 'player-coach, with building time agreed before the move'],
    })
  }
  return { findings, notEnough, scores }
}
