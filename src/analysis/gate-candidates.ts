/** Whom each pattern could be raised for at some threshold within range, and what each gate would be held against. */
import type { Dataset } from '../domain/dataset.ts'
import { buildPace } from './build-pace.ts'
import { builderGates, strengthOf, unitsOfTwo } from './builder-trap.ts'
import { candidatesOf } from './candidates.ts'
import { componentAges } from './component-age.ts'
import { contributorPeersOf } from './contributor-peers.ts'
import { missingForDistance, distantGates } from './distant-leader.ts'
import { enablerGates, missingForEnabler } from './enabler-trap.ts'
import { canBeRaised, gateBlock, under } from './gate-block.ts'
import type { Candidate, CandidateGate, Sources } from './gate-block.ts'
import type { GateBlock, GateTable } from './gate-table.ts'
import type { Ground } from './ground.ts'
import { keptComponents } from './kept-components.ts'
import type { KeptComponent } from './kept-components.ts'
import { missingInputs } from './missing-inputs.ts'
import type { Patterns, PatternSettings } from './patterns.ts'
import { misroutedBlocks, pathBlocks, thinkerBlocks } from './route-candidates.ts'
import { settingNumbers } from './setting-numbers.ts'
import { gatesOfSides } from './speed-without-eyes.ts'
import { spreadingOf } from './spreading.ts'

/** `pause` is called between patterns, as by `analyse`. */
export function gateTableOf(
  dataset: Dataset,
  ground: Ground,
  patterns: Patterns,
  settings: PatternSettings,
  pause: () => void = () => undefined,
): GateTable {
  const thresholds = settingNumbers(ground.settings, settings)
  const sources = { dataset, ground, patterns, settings, thresholds }
  const blocks: GateBlock[] = []
  for (const blocksOf of [builderBlock, enablerBlock, pathBlocks, thinkerBlocks, distantBlock, speedBlocks]) {
    blocks.push(...[blocksOf(sources)].flat())
    pause()
  }
  const { misrouted, planned } = misroutedBlocks(sources, blocks)
  const all = [...blocks, misrouted, planned]
  const named = new Set(
    all.flatMap(({ gates, steps }) => [...gates.map(({ setting }) => setting), ...(steps ? [steps.likely, steps.strong] : [])]),
  )
  return {
    people: dataset.people.length,
    blocks: all,
    thresholds: Object.fromEntries([...named].map(name => [name, thresholds[name]!])),
  }
}

const BUILDER_SETTINGS = {
  hold: 'keeperHold',
  effort_share: 'keeperShare',
  next_to_leading: 'keeperSecond',
  own_effort_there: 'builder_trap.builderOwnEffort',
  build_pace_ratio: 'builder_trap.builderPaceRatio',
  build_pace_percentile: 'builder_trap.builderPacePercentile',
}

function builderBlock({ dataset, ground, settings, thresholds }: Sources): GateBlock {
  const { blocking, coverage } = missingInputs(dataset, 'builder_trap')
  const isBlind = blocking.length > 0 || coverage < 0.5
  const isCandidate = candidatesOf(dataset, ground.model)
  const led = isBlind ? [] : keptComponents(dataset, ground, contributorPeersOf(dataset, ground), buildPace(dataset, ground), 'leading')
  const isUnitOfTwo = unitsOfTwo(dataset, ground)
  const candidates = led
    .filter(({ person }) => isCandidate[person] === 1 && ground.activity.observed[person] === 1)
    // The strongest of a person's first: it decides the band.
    .toSorted((a, b) => a.person - b.person || strengthOf(b) - strengthOf(a) || a.component - b.component)
    .map(kept => ({ kept, candidate: builderCandidate(kept, ground, settings) }))
    .filter(({ candidate }) => canBeRaised(candidate, thresholds))
    .filter(({ kept }) => !isUnitOfTwo(kept.person, kept.component))
  const spread = spreadingOf(dataset, ground)
  const ageOf = componentAges(dataset)
  const excused = candidates.map(({ kept, candidate }): Candidate => {
    const { isPartner, pairedShare } = spread(kept.component, kept.person)
    return {
      ...candidate,
      gates: [
        ...candidate.gates,
        { setting: 'builder_trap.builderPairedShare', value: isPartner ? pairedShare : -Infinity, asks: 'under', isExact: true },
        { setting: 'builder_trap.builderNewComponentWeeks', value: ageOf(kept.component), asks: 'at_least', isExact: true },
      ],
    }
  })
  const steps = { asks: 'at_least', likely: 'builder_trap.builderLikely', strong: 'builder_trap.builderStrong' } as const
  return gateBlock({ pattern: 'builder_trap', steps }, excused, thresholds)
}

function builderCandidate(kept: KeptComponent, ground: Ground, { builderTrap }: PatternSettings): Candidate {
  const { person, hold, share } = kept
  // Who keeps a system is decided to the last digit; that the flag survives is asked as of every gate.
  const keeping: CandidateGate[] = [
    { setting: 'keeperHold', value: hold, asks: 'at_least', isExact: true },
    { setting: 'keeperShare', value: share, asks: 'at_least', isExact: true },
  ]
  return { person, gates: [...keeping, ...under(builderGates(kept, ground, builderTrap), BUILDER_SETTINGS)], step: strengthOf(kept) }
}

const ENABLER_SETTINGS = {
  reach: 'enabler_trap.reachMinimum',
  leverage: 'enabler_trap.enablerLeverage',
  gap: 'enabler_trap.enablerGap',
  enabling_pace: 'enabler_trap.enablerPaceRatio',
  reach_ratio: 'enabler_trap.enablerReachRatio',
  most_recognition: 'enabler_trap.recognitionMiddle',
}

function enablerBlock({ dataset, ground, patterns: { enabler }, settings, thresholds }: Sources): GateBlock {
  const { measures } = enabler
  const { blocking } = missingInputs(dataset, 'enabler_trap')
  const candidates: Candidate[] = []
  for (const [person, isCandidate] of candidatesOf(dataset, ground.model).entries()) {
    if (isCandidate === 0 || missingForEnabler(person, dataset, ground, settings.enablerTrap, measures, blocking).length > 0) continue
    const typical = measures.typicalPeers[person]!
    const scales: Readonly<Record<string, number>> = {
      'enabler_trap.enablerPaceRatio': typical.enablingPace,
      'enabler_trap.enablerReachRatio': typical.reach,
    }
    const gates = under(enablerGates(person, measures, settings.enablerTrap), ENABLER_SETTINGS)
    const share = { setting: 'enabler_trap.reachShare', value: gates[0]!.value, asks: 'at_least', scale: measures.contributors } as const
    const candidate = {
      person,
      gates: [share, ...gates.map(gate => ({ ...gate, scale: scales[gate.setting] ?? 1 }))],
      step: measures.gap[person]!,
      isRaised: measures.fades[person]?.isFading === true,
    }
    if (canBeRaised(candidate, thresholds)) candidates.push(candidate)
  }
  const steps = { asks: 'at_least', likely: 'enabler_trap.enablerLikely', strong: 'enabler_trap.enablerStrong' } as const
  return gateBlock({ pattern: 'enabler_trap', steps }, candidates, thresholds)
}

const DISTANT_SETTINGS = {
  uses_tools: 'leaders.distantTools',
  present_at_decisions: 'leaders.distantDecisions',
  pushes_back: 'leaders.distantReviews',
  freshness: 'leaders.distantFreshness',
  weeks_leading: 'leaders.leadingWeeksLeast',
}

function distantBlock({ dataset, ground, patterns: { leaders }, settings, thresholds }: Sources): GateBlock {
  const isCandidate = candidatesOf(dataset, ground.model)
  const candidates = leaders.measures.flatMap((measure): Candidate[] => {
    const { person } = measure.leader
    if (isCandidate[person] === 0 || !measure.matters || missingForDistance(dataset, measure).length > 0) return []
    const told = under(distantGates(dataset, measure, settings.leaders), DISTANT_SETTINGS)
    const gates = Object.values(DISTANT_SETTINGS).map((setting): CandidateGate => {
      const asks = setting === DISTANT_SETTINGS.weeks_leading ? 'at_least' : 'under'
      // What cannot be told is no gate: it is met by everybody.
      return told.find(gate => gate.setting === setting) ?? { setting, asks, value: asks === 'under' ? -Infinity : Infinity }
    })
    return [{ person, gates, step: measure.proximity ?? NaN }]
  })
  const steps = { asks: 'under', likely: 'leaders.distantLikely', strong: 'leaders.distantStrong' } as const
  return gateBlock({ pattern: 'distant_leader', steps }, candidates, thresholds)
}

const SPEED_SETTINGS = {
  agent_output: 'agents.agentOutputLeast',
  output_before: 'agents.outputLeast',
  agent_growth: 'agents.agentGrowth',
  agent_share_change: 'agents.agentShareChange',
  eyes_to_others: 'agents.eyesRatio',
  eyes_short: 'agents.beyondChanceZ',
  reverted: 'agents.revertsLeast',
  reverts_to_others: 'agents.revertsRatio',
  reverts_more: 'agents.beyondChanceZ',
}

/** Reviews first: where both sides are met, it is raised for them. */
function speedBlocks({ patterns: { agents }, settings, thresholds }: Sources): GateBlock[] {
  const { asked, others } = agents.speed
  const sides = asked.map(({ person, halves }) => ({ person, ...gatesOfSides(halves, others, settings.agents) }))
  const block = (side: 'eyes' | 'reverts') =>
    gateBlock(
      {
        pattern: 'speed_without_eyes',
        steps: {
          asks: side === 'eyes' ? 'at_most' : 'at_least',
          likely: `agents.${side}RatioLikely`,
          strong: `agents.${side}RatioStrong`,
        },
      },
      sides.map(({ person, growth, measures, ...gates }) => ({
        person,
        gates: under([...growth, ...gates[side]], SPEED_SETTINGS),
        step: side === 'eyes' ? measures.eyesToOthers : measures.revertsToOthers,
      })),
      thresholds,
    )
  return [block('eyes'), block('reverts')]
}
