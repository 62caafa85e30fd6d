/** The evidence on what binds a unit, in sentences: for the verdict, against it, and what does not tell. */
import { headRange } from './elasticity.ts'
import { countText, numberText, percentText } from './in-words.ts'
import type { OrganisationSettings } from './organisation-settings.ts'
import type { BoundMeasures } from './unit-bound-measures.ts'

/** Which way a figure points; null where it points neither way. */
export type BoundSide = 'communication' | 'compute' | null

export interface BoundSides {
  readonly elasticity: BoundSide
  readonly waiting: BoundSide
  readonly handoffs: BoundSide
}

export interface BoundSentences {
  /** For the verdict, and against it. Where it is undecided: for communication, and for compute. */
  readonly evidence: readonly string[]
  readonly against: readonly string[]
  /** What is too thin, or points neither way. */
  readonly missing: readonly string[]
}

interface Said {
  readonly side: BoundSide
  readonly words: string
}

export function boundWords(
  measures: BoundMeasures,
  sides: BoundSides,
  leading: 'communication' | 'compute',
  settings: OrganisationSettings,
): BoundSentences {
  const said = [
    elasticityWords(measures, sides),
    waitingWords(measures, sides),
    handoffWords(measures, sides),
    peerWords(measures),
  ].flatMap(one => one ?? [])
  const of = (side: BoundSide) => said.filter(one => one.side === side).map(({ words }) => words)
  return {
    evidence: of(leading),
    against: of(leading === 'communication' ? 'compute' : 'communication'),
    missing: [...thinWords(measures, settings), ...of(null)],
  }
}

function elasticityWords({ elasticity, elasticityOfPeers, months }: BoundMeasures, sides: BoundSides): Said | null {
  if (elasticity === null) return null
  const { value, low, high } = elasticity
  const { least, most } = headRange(months)
  const more = `${numberText((1.1 ** value - 1) * 100)} %`
  const meaning =
    sides.elasticity === 'communication'
      ? 'more people hardly brought more'
      : sides.elasticity === 'compute'
        ? 'more people brought more'
        : 'too wide to tell'
  const peers =
    elasticityOfPeers === null ? '' : ` In the median of the units beside it the elasticity is ${numberText(elasticityOfPeers)}.`
  return {
    side: sides.elasticity,
    words: `Over ${countText(elasticity.months, 'month', 'months')} with ${numberText(least)} to ${numberText(most)} people, a tenth more people went with ${more} more finished work (elasticity ${numberText(value)}, 95 % interval ${numberText(low)} to ${numberText(high)}): ${meaning}.${peers}`,
  }
}

function waitingWords({ waitingShare, items }: BoundMeasures, { waiting }: BoundSides): Said | null {
  if (waitingShare === null) return null
  const words = `${percentText(waitingShare)} of the working days of ${countText(Math.round(items), 'finished item', 'finished items')} went by until the next person took it up, beyond the pauses people make themselves.`
  return { side: waiting, words }
}

function handoffWords({ handoffsPerItem, items }: BoundMeasures, { handoffs }: BoundSides): Said | null {
  if (handoffsPerItem === null) return null
  return {
    side: handoffs,
    words: `An item changed hands ${numberText(handoffsPerItem)} times on average (${countText(Math.round(items), 'item', 'items')}).`,
  }
}

/** Shown and never decisive: what one unit calls an item another calls three. */
function peerWords({ finishedPerHead, finishedPerHeadOfPeers, peerUnits }: BoundMeasures): Said | null {
  if (finishedPerHead === null || finishedPerHeadOfPeers === null) return null
  return {
    side: finishedPerHead < finishedPerHeadOfPeers ? 'communication' : 'compute',
    words: `${numberText(finishedPerHead)} items a person and month were finished; the median of ${peerUnits} units beside it is ${numberText(finishedPerHeadOfPeers)}. Items differ in size from unit to unit.`,
  }
}

function thinWords(
  { people, months, elasticity, items, waitingShare, handoffsPerItem }: BoundMeasures,
  settings: OrganisationSettings,
): string[] {
  const thin: string[] = []
  if (people < settings.boundPeople)
    thin.push(`The unit has ${countText(people, 'person', 'people')}: under ${settings.boundPeople} there is no verdict on a unit.`)
  const finished = months.reduce((sum, month) => sum + month.finished, 0)
  if (elasticity === null) {
    const { least, most } = headRange(months)
    if (months.length < settings.boundMonths)
      thin.push(`Only ${countText(months.length, 'month', 'months')} can be used: ${settings.boundMonths} are needed to compare months.`)
    else if (finished < settings.boundItems)
      thin.push(
        `Only ${countText(Math.round(finished), 'item was', 'items were')} finished in ${months.length} months: too few to compare months.`,
      )
    else thin.push(`It had ${numberText(least)} to ${numberText(most)} people throughout: nothing shows what more people would bring.`)
  }
  if (items < settings.boundItems)
    thin.push(
      `${countText(Math.round(items), 'item', 'items')} finished in the window: under ${settings.boundItems}, waiting and handoffs are not told.`,
    )
  else if (waitingShare === null && handoffsPerItem !== null)
    thin.push('Items were opened after the work on them had begun, or bear too few entries: how long they waited is not known.')
  return thin
}
