/** Who could be raised for a route at some threshold within range: coordination paths, systems thinkers, and who of them is misrouted. */
import type { Gate } from './band.ts'
import { candidatesOf } from './candidates.ts'
import { driftGates, driftOf } from './drift.ts'
import { gateBlock, loosest, under } from './gate-block.ts'
import type { Candidate, Sources } from './gate-block.ts'
import type { GateBlock } from './gate-table.ts'
import { measuresBefore, pathBegan } from './misrouted.ts'
import { routeInputs } from './route-inputs.ts'
import { missingFor, thinkerGates } from './systems-thinker.ts'
import type { PersonBlocks } from './thinker-blocks.ts'

const MOVE_SETTINGS = {
  hands_on_ratio_to_peers: 'routes.handsOnRatio',
  hands_on_level_to_peers: 'routes.handsOnLevel',
  hands_on_share_before: 'routes.craftShareBefore',
  active_weeks_before: 'routes.moveWeeksBefore',
  active_weeks_since: 'routes.moveWeeksSince',
  months_since_move: 'routes.moveAgeMonths',
}
const DRIFT_SETTINGS = {
  coordinate_share: 'routes.driftShare',
  meetings_ratio: 'routes.driftMeetings',
  hands_on_ratio: 'routes.driftHandsOn',
  hands_on_ratio_to_peers: 'routes.driftHandsOn',
  coordinating_weeks: 'routes.driftShare',
}

export function pathBlocks({ dataset, ground, patterns: { paths }, settings: { routes }, thresholds }: Sources): GateBlock[] {
  const [moves, drifts]: [Candidate[], Candidate[]] = [[], []]
  const looseEnd = (setting: string, asks: Gate['asks']) => loosest({ setting, asks }, thresholds)
  const loose = {
    ...routes,
    driftShare: looseEnd('routes.driftShare', 'over'),
    driftMeetings: looseEnd('routes.driftMeetings', 'at_least'),
    driftHandsOn: looseEnd('routes.driftHandsOn', 'under'),
  }
  const isTold = routeInputs(dataset).coverage >= 0.5
  for (const [person, evaluated] of paths.evaluated.entries()) {
    if (evaluated === null || !isTold) continue
    if (evaluated.kind === 'move') {
      const cap = evaluated.peersBefore === undefined || Number.isNaN(evaluated.peersBefore) ? Infinity : evaluated.peersBefore / 2
      const gates = under(evaluated.gates, MOVE_SETTINGS).map(gate =>
        gate.setting === 'routes.craftShareBefore' ? { ...gate, cap } : gate,
      )
      moves.push({ person, gates, step: evaluated.change.ratioToPeers })
      continue
    }
    const drift = driftOf(dataset, ground, paths.routes.running, paths.routes.contributors, person, loose)
    if (drift === null) continue
    // Without peers there is one gate less: it is met by everybody.
    const beyondPeers = Number.isNaN(drift.ratioToPeers) ? -Infinity : drift.ratioToPeers
    drifts.push({ person, gates: under(driftGates({ ...drift, ratioToPeers: beyondPeers }, routes), DRIFT_SETTINGS) })
  }
  const steps = { asks: 'under', likely: 'routes.handsOnRatioLikely', strong: 'routes.handsOnRatioStrong' } as const
  return [
    gateBlock({ pattern: 'coordination_path', steps }, moves, thresholds),
    gateBlock({ pattern: 'coordination_path' }, drifts, thresholds),
  ]
}

const THINKER_SETTINGS = {
  chance_count: 'routes.chanceCount',
  end_to_end_items: 'routes.endToEndItems',
  end_to_end_per_year: 'routes.endToEndPerYear',
}
const THINKER_STEPS = { asks: 'under', likely: 'routes.chanceCountLikely', strong: 'routes.chanceCountStrong' } as const

function thinkerCandidate(
  { dataset, settings: { routes } }: Sources,
  person: number,
  blocks: PersonBlocks | null | undefined,
): Candidate | null {
  if (!blocks || missingFor(dataset, blocks, routes).length > 0) return null
  return { person, gates: under(thinkerGates(blocks, routes), THINKER_SETTINGS), step: blocks.chanceCount }
}

export function thinkerBlocks(sources: Sources): GateBlock {
  const { dataset, ground, patterns, thresholds } = sources
  const isCandidate = candidatesOf(dataset, ground.model)
  const candidates = patterns.thinkers.measures.people.flatMap((blocks, person) =>
    isCandidate[person] === 0 ? [] : (thinkerCandidate(sources, person, blocks) ?? []),
  )
  return gateBlock(
    { pattern: 'systems_thinker', steps: THINKER_STEPS, beside: { pattern: 'coordination_path', how: 'not' } },
    candidates,
    thresholds,
  )
}

/** Each day means measuring everybody anew; with more of them, who else would be misrouted is left to a new analysis. */
const MOST_DAYS = 12

export function misroutedBlocks(
  sources: Sources,
  blocks: readonly GateBlock[],
): { readonly misrouted: GateBlock; readonly planned: GateBlock } {
  const { dataset, ground, patterns, settings, thresholds } = sources
  const { paths, thinkers, misrouted } = patterns
  const onPath = blocks.flatMap(({ pattern, person }) => (pattern === 'coordination_path' ? [...person] : []))
  const further = onPath.filter(person => misrouted.before[person] === null)
  const days = new Set([...new Set(further.map(person => pathBegan(ground, paths, person)))].slice(0, MOST_DAYS))
  const [measured, untold] = [[], []] as [number[], number[]]
  for (const person of further) (days.has(pathBegan(ground, paths, person)) ? measured : untold).push(person)
  const before = measuresBefore(dataset, ground, measured, paths, thinkers, settings.routes)
  const candidates = onPath.flatMap(person => {
    const blocksBefore = (misrouted.before[person] ?? before[person])?.people[person]
    return thinkerCandidate(sources, person, blocksBefore) ?? []
  })
  const isCandidate = candidatesOf(dataset, ground.model)
  const plans = paths.routes.careers.flatMap(({ planned }, person) => (planned === null || isCandidate[person] === 0 ? [] : [person]))
  return {
    misrouted: gateBlock(
      {
        pattern: 'misrouted_systems_thinker',
        steps: THINKER_STEPS,
        beside: { pattern: 'coordination_path', how: 'weaker' },
        untold,
      },
      candidates,
      thresholds,
    ),
    planned: gateBlock(
      { pattern: 'about_to_be_misrouted', beside: { pattern: 'systems_thinker', how: 'same' } },
      plans.map(person => ({ person, gates: [] })),
      thresholds,
    ),
  }
}
