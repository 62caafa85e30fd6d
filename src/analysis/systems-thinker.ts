/**
 * Systems thinkers: people who carry whole pieces of work, over many systems, fast, with decisions that
 * work. Neither title, level nor tenure is asked for, nor how much somebody does.
 */
import type { Dataset } from '../domain/dataset.ts'
import type { Band } from '../domain/flag.ts'
import { bandOf, survivesMovedThresholds } from './band.ts'
import type { Gate } from './band.ts'
import { candidatesOf } from './candidates.ts'
import type { CoordinationPaths } from './coordination-path.ts'
import { rowsOfPerson } from './evidence-rows.ts'
import type { Finding, NotEnough, PatternResult } from './finding.ts'
import type { Ground } from './ground.ts'
import { isPresent } from './route-inputs.ts'
import type { RouteSettings } from './route-settings.ts'
import { itemMeasures, measureThinkers, percentilesOf, indexOf, thinkerSourcesOf, BLOCKS } from './thinker-blocks.ts'
import type { PersonBlocks, ThinkerMeasures, ThinkerSources } from './thinker-blocks.ts'
import { describeThinker, indexAtChance } from './thinker-words.ts'
import { systemSpanOf } from './system-span.ts'
import { tasteOf } from './taste.ts'
import type { FlaggedInDraw, PersonWeeks } from './week-resampling.ts'
import type { SeededRandom } from './seeded-random.ts'

export interface SystemsThinkers extends PatternResult {
  readonly sources: ThinkerSources
  readonly measures: ThinkerMeasures
  /** How many people chance alone would bring to the index of the last one listed, over all groups. */
  readonly expectedByChance: number
  /** Which people are flagged in a draw of `weeks`. */
  readonly resample: (weeks: PersonWeeks) => FlaggedInDraw
}

export function findSystemsThinkers(dataset: Dataset, ground: Ground, paths: CoordinationPaths, settings: RouteSettings): SystemsThinkers {
  const sources = thinkerSourcesOf(dataset, ground, paths.routes.running, settings)
  const measures = measureThinkers(dataset, ground, sources, ground.periods.window, settings)
  const candidates = candidatesOf(dataset, ground.model)
  const haveLeftTheWork = new Set(paths.findings.map(({ person }) => person))
  const rows = rowsOfPerson(dataset)
  const findings: Finding[] = []
  const notEnough: NotEnough[] = []
  for (const [person, isCandidate] of candidates.entries()) {
    const blocks = measures.people[person]
    if (isCandidate === 0 || !blocks) continue
    const missing = missingFor(dataset, blocks, settings)
    if (missing.length > 0) {
      notEnough.push({ person, pattern: 'systems_thinker', missing })
      continue
    }
    const band = thinkerBand(blocks, settings)
    // Whoever was moved away from the work is no systems thinker now, whatever their year began with.
    if (band === null || haveLeftTheWork.has(person)) continue
    findings.push({
      person,
      pattern: 'systems_thinker',
      band,
      coverage: thinkerCoverage(blocks),
      survivesMoved: survivesMovedThresholds(thinkerGates(blocks, settings)),
      ...describeThinker(dataset, sources, measures, person, rows, settings),
      routes: THINKER_ROUTES,
    })
  }
  return {
    findings,
    notEnough,
    scores: Float64Array.from(measures.people, blocks => blocks?.index ?? NaN),
    sources,
    measures,
    expectedByChance: expectedByChance(measures, findings),
    resample: weeks =>
      resampleThinkers(
        sources,
        measures,
        findings.map(({ person }) => person),
        weeks,
        settings,
      ),
  }
}

function expectedByChance({ groups, people }: ThinkerMeasures, findings: readonly Finding[]): number {
  const listed = groups.map(group => findings.map(({ person }) => people[person]!).filter(blocks => blocks.group === group))
  return listed.reduce((sum, ofGroup) => sum + Math.max(0, ...ofGroup.map(({ chanceCount }) => chanceCount)), 0)
}

export const THINKER_ROUTES = [
  'architect who keeps building',
  'solver: the hardest problems, with a small crew',
  'right hand of somebody who answers for several systems',
  'tech lead without direct reports',
]

/** Role breadth is no input where it differs for too few; the other blocks always are. */
export const thinkerCoverage = ({ known, group }: PersonBlocks) => known / (BLOCKS.length - (group.used.includes('role_breadth') ? 0 : 1))

export function thinkerGates(blocks: PersonBlocks, settings: RouteSettings): Gate[] {
  return [
    { measure: 'chance_count', value: blocks.chanceCount, threshold: settings.chanceCount, asks: 'under' },
    { measure: 'end_to_end_items', value: blocks.endToEndItems, threshold: settings.endToEndItems, asks: 'at_least' },
    { measure: 'end_to_end_per_year', value: blocks.endToEndPerYear, threshold: settings.endToEndPerYear, asks: 'at_least' },
  ]
}

/** Null where they are not marked. */
export function thinkerBand(blocks: PersonBlocks, settings: RouteSettings): Band | null {
  return bandOf({
    gates: thinkerGates(blocks, settings),
    isLikely: blocks.chanceCount < settings.chanceCountLikely,
    isStrong: blocks.chanceCount < settings.chanceCountStrong,
  })
}

/** The column each block rests on. */
export const BLOCK_COLUMNS: Readonly<Record<(typeof BLOCKS)[number], string>> = {
  one_head: 'contributions.work_item',
  system_span: 'contributions.component',
  unusual_speed: 'work_items.finished_at',
  taste: 'contributions.outcome',
  role_breadth: 'history.title',
}

/** What is missing for an index, or to see an end-to-end item at all; columns first, else in words. */
export function missingFor(dataset: Dataset, blocks: PersonBlocks, settings: RouteSettings): string[] {
  if (!isPresent(dataset, BLOCK_COLUMNS.one_head)) return [BLOCK_COLUMNS.one_head]
  if (blocks.known >= settings.blocksNeeded && thinkerCoverage(blocks) >= 0.5) return []
  const unknown = BLOCKS.filter((_, at) => Number.isNaN(blocks.percentiles[at]!))
  const columns = unknown.map(block => BLOCK_COLUMNS[block]).filter(column => !isPresent(dataset, column))
  return columns.length > 0 ? columns : unknown.map(block => `${BLOCK_COLUMNS[block]}: rows of this person`)
}

/**
 * Draws the flagged people's own weeks and items and ranks them among the full record's peers. Residuals,
 * the index asked for and the item floor are those of the full record.
 */
export function resampleThinkers(
  sources: ThinkerSources,
  measures: ThinkerMeasures,
  flagged: readonly number[],
  weeks: PersonWeeks,
  settings: RouteSettings,
): FlaggedInDraw {
  const asked = flagged.map(person => indexAtChance(measures.people[person]!, settings.chanceCount))
  return (times, random) => {
    const raised = flagged.filter((person, at) => drawnIndex(sources, measures, person, weeks, times, random, settings) > asked[at]!)
    return new Set(raised)
  }
}

function drawnIndex(
  sources: ThinkerSources,
  { items, people, period, stretch }: ThinkerMeasures,
  person: number,
  weeks: PersonWeeks,
  times: Uint16Array,
  random: SeededRandom,
  settings: RouteSettings,
): number {
  const { group, raw, activeWeeks } = people[person]!
  const timesIn = (week: number) => {
    const entry = weeks.entryOf(person, week)
    return entry < 0 ? 1 : times[entry]!
  }
  const [from, count] = [items.offsets[person]!, items.offsets[person + 1]! - items.offsets[person]!]
  const entries = Array.from({ length: count }, () => from + random.below(count))
  const drawn = {
    ...itemMeasures(items, sources, entries, activeWeeks, settings),
    ...systemSpanOf(sources.systemWeeks, person, stretch, timesIn),
    taste: tasteOf(sources.outcomes, person, period, settings.tasteZ, timesIn),
    breadth: raw.breadth,
  }
  return indexOf(Float64Array.from(percentilesOf(drawn, group.rank, group.used.includes('role_breadth'))), group)
}
