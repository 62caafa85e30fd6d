/** The measures behind the patterns, of one person, as the document shows them: whether or not a flag was raised. */
import type { Patterns } from '../analysis/patterns.ts'
import { RECOGNITION_INPUTS } from '../analysis/recognition.ts'
import { BLOCKS, type PersonBlocks, type RawBlocks } from '../analysis/thinker-blocks.ts'
import type { PersonEntry } from '../contract/analysis.ts'
import { isoDate } from '../domain/calendar.ts'
import { ranked } from './ranked.ts'
import { numberOrNull, round } from './rounding.ts'

export function scoresOf({ builder, enabler, paths, thinkers }: Patterns, person: number): PersonEntry['scores'] {
  return {
    builder: numberOrNull(builder.scores[person]!),
    enabler: numberOrNull(enabler.scores[person]!),
    coordination: numberOrNull(paths.scores[person]!),
    systemsThinker: numberOrNull(thinkers.scores[person]!),
  }
}

export function leverageEntry({ enabler: { measures } }: Patterns, person: number): PersonEntry['leverage'] {
  const { reach, leverage, recognition, gap, fades, lifts } = measures
  const enablingEffort = leverage.enablingPace[person] ?? null
  const recognitionInputs = RECOGNITION_INPUTS.flatMap(input => {
    const standing = recognition.standings[input][person]
    return standing ? [{ input, percentile: round(standing.percentile) }] : []
  })
  // Nothing to say of somebody who is neither observed nor rated.
  if (enablingEffort === null && recognitionInputs.length === 0) return null
  const reached = leverage.reach[person] ?? null
  const lift = lifts.get(person) ?? null
  const fade = fades[person] ?? null
  return {
    enablingEffort: enablingEffort && ranked(enablingEffort),
    reach: reached && ranked(reached),
    secondOrderReach: numberOrNull(reach.secondOrder[person]!),
    mandatoryReach: numberOrNull(reach.mandatoryReach[person]!),
    lift: lift && {
      hoursPerMonth: round(lift.hoursPerMonth),
      interval: { low: round(lift.low), high: round(lift.high) },
      parallelTrends: lift.parallelTrends,
    },
    leverage: numberOrNull(leverage.leverage[person]!),
    recognition: numberOrNull(recognition.recognition[person]!),
    recognitionInputs,
    gap: numberOrNull(gap[person]!),
    fade: fade && { slopePerQuarter: round(fade.slopePerQuarter), mannKendallP: round(fade.mannKendallP) },
  }
}

export function moveEntry({ paths }: Patterns, person: number): PersonEntry['move'] {
  const measure = paths.measures[person]
  if (!measure) return null
  return {
    kind: measure.kind,
    date: measure.day === null ? null : isoDate(measure.day),
    handsOnBefore: numberOrNull(measure.handsOnBefore),
    handsOnAfter: numberOrNull(measure.handsOnAfter),
    ratio: numberOrNull(measure.ratio),
    ratioToPeers: numberOrNull(measure.ratioToPeers),
    levelToPeers: numberOrNull(measure.levelToPeers),
    coordinateShare: numberOrNull(measure.coordinateShare),
    changePoint: measure.changePoint === null ? null : isoDate(measure.changePoint),
  }
}

/** Which raw measure stands for a block. */
const VALUE_OF: Readonly<Record<(typeof BLOCKS)[number], keyof RawBlocks>> = {
  one_head: 'endToEndPerYear',
  system_span: 'systems',
  unusual_speed: 'speed',
  taste: 'taste',
  role_breadth: 'breadth',
}

export function thinkerEntry({ thinkers }: Patterns, person: number): PersonEntry['systemsThinker'] {
  const blocks: PersonBlocks | null | undefined = thinkers.measures.people[person]
  if (!blocks) return null
  return {
    index: numberOrNull(blocks.index),
    blocks: BLOCKS.map((block, index) => ({
      block,
      percentile: numberOrNull(blocks.percentiles[index]!),
      value: numberOrNull(blocks.raw[VALUE_OF[block]]),
    })),
    endToEndItems: blocks.endToEndItems,
    endToEndPerYear: numberOrNull(blocks.raw.endToEndPerYear),
    chanceCount: numberOrNull(blocks.chanceCount),
  }
}
