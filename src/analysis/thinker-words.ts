/** What is said of a systems thinker: which blocks carry the index, the items behind them, and what speaks against it. */
import type { Dataset } from '../domain/dataset.ts'
import type { RowsOfPerson } from './evidence-rows.ts'
import type { Finding, Reason } from './finding.ts'
import { sideOfKinds } from './hands-on-weeks.ts'
import { countText, numberText, percentText } from './in-words.ts'
import type { RouteSettings } from './route-settings.ts'
import { BLOCKS } from './thinker-blocks.ts'
import type { Block, PersonBlocks, ThinkerMeasures, ThinkerSources } from './thinker-blocks.ts'
import { isWithin } from './window.ts'

const BLOCK_WORDS: Readonly<Record<Block, string>> = {
  one_head: 'phases in one head',
  system_span: 'span over systems',
  unusual_speed: 'speed',
  taste: 'decisions that worked',
  role_breadth: 'breadth of roles',
}

export const groupWords = ({ group }: Pick<PersonBlocks, 'group'>) =>
  group.kind === 'all' ? 'everybody with hands-on work' : `people of the role family with hands-on work (${group.members.length})`

/** The raw value of a block that is shown beside its percentile. */
export function blockValue({ raw, endToEndPerYear }: PersonBlocks, block: Block): number {
  switch (block) {
    case 'one_head':
      return endToEndPerYear
    case 'system_span':
      return raw.systems
    case 'unusual_speed':
      return raw.speed
    case 'taste':
      return raw.taste
    case 'role_breadth':
      return raw.breadth
  }
}

export function describeThinker(
  dataset: Dataset,
  sources: ThinkerSources,
  measures: ThinkerMeasures,
  person: number,
  rowsOfPerson: RowsOfPerson,
  settings: RouteSettings,
): Pick<Finding, 'reasons' | 'counter' | 'wouldChange'> {
  // A finding is only made of somebody who was measured.
  const blocks = measures.people[person]!
  const cohort = groupWords(blocks)
  const rowsOf = (block: Block) => rowsOfBlock(dataset, sources, measures, person, block, rowsOfPerson)
  const inUse = BLOCKS.map((block, at) => ({ block, percentile: blocks.percentiles[at]! })).filter(
    ({ percentile }) => !Number.isNaN(percentile),
  )
  const carried: Reason = {
    measure: 'end_to_end_items',
    value: blocks.endToEndItems,
    percentile: null,
    cohort: null,
    threshold: settings.endToEndItems,
    rows: rowsOf('one_head'),
  }
  const reasons = inUse
    .toSorted((a, b) => b.percentile - a.percentile)
    .map(({ block, percentile }): Reason => ({
      measure: block,
      value: blockValue(blocks, block),
      percentile,
      cohort,
      threshold: null,
      rows: rowsOf(block),
    }))
  const weaker = inUse.filter(({ percentile }) => percentile < 0.75)
  const missing = blocks.group.used.filter(block => Number.isNaN(blocks.percentiles[BLOCKS.indexOf(block)]!))
  const spare = blocks.endToEndItems - settings.endToEndItems + 1
  return {
    reasons: [carried, ...reasons],
    counter: [
      `Chance alone would bring ${numberText(blocks.chanceCount)} people of a group of ${blocks.group.members.length} to this index.`,
      ...weaker.map(({ block, percentile }) => `${BLOCK_WORDS[block]}: only at ${percentText(percentile)} of the group.`),
      ...missing.map(block => `${BLOCK_WORDS[block]}: not known, counted as the middle.`),
    ],
    wouldChange: [
      `${countText(spare, 'end-to-end item', 'end-to-end items')} fewer than ${numberText(blocks.endToEndItems)}, or fewer than ${settings.endToEndPerYear} per 52 active weeks (now ${numberText(blocks.endToEndPerYear)}).`,
      `An index of ${numberText(indexAtChance(blocks, settings.chanceCount))} or less (now ${numberText(blocks.index)}): there chance alone would bring one person.`,
    ],
  }
}

/** The highest drawn index that this many people of the group would reach by chance. */
export function indexAtChance({ group }: Pick<PersonBlocks, 'group'>, count: number): number {
  const { drawn, people } = group.chance()
  return drawn[Math.max(0, drawn.length - Math.ceil((count * drawn.length) / people))] ?? NaN
}

function rowsOfBlock(
  dataset: Dataset,
  { phaseRows, residuals, outcomes }: ThinkerSources,
  { items, period }: ThinkerMeasures,
  person: number,
  block: Block,
  rowsOfPerson: RowsOfPerson,
): Uint32Array {
  const { contributions } = dataset
  const itemsWhere = (isMeant: (entry: number) => boolean) => {
    const meant = new Set<number>()
    for (let entry = items.offsets[person]!; entry < items.offsets[person + 1]!; entry++) if (isMeant(entry)) meant.add(items.item[entry]!)
    return rowsOfPerson(person, row => {
      const isPhase = phaseRows.phaseOfKind[contributions.kind[row]!]! >= 0
      return isPhase && contributions.day[row]! <= period.to && meant.has(contributions.workItem[row]!)
    })
  }
  switch (block) {
    case 'one_head':
      return itemsWhere(entry => items.endToEnd[entry] === 1)
    case 'unusual_speed':
      return itemsWhere(entry => !Number.isNaN(residuals[items.item[entry]!]!))
    case 'system_span': {
      const side = sideOfKinds(dataset)
      const isSpan = (row: number) => side[contributions.kind[row]!] === 1 && contributions.component[row]! >= 0
      return rowsOfPerson(person, row => isWithin(period, contributions.day[row]!) && isSpan(row))
    }
    case 'taste': {
      const decided = new Set(outcomes.row.subarray(outcomes.offsets[person], outcomes.offsets[person + 1]))
      return rowsOfPerson(person, row => isWithin(period, contributions.day[row]!) && decided.has(row))
    }
    case 'role_breadth':
      // Roles come from job events, not from contributions.
      return new Uint32Array(0)
  }
}
