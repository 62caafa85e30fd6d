/** Both verdicts of every component, with what they rest on and who would be next. */
import { keepingOf } from './keeping.ts'
import type { Keeping } from './keeping.ts'
import { presenceOf } from './knowledge-model.ts'
import type { KnowledgeModel } from './knowledge-model.ts'
import { pairingOf } from './pairing.ts'

export interface ComponentKeeper extends Keeping {
  /** Index of the person who keeps the component; null unless the verdict is `one`. */
  readonly keeper: number | null
  /** Who is next by fewest further changes: after the keeper, or where nobody is left. Null where nobody else who is there touched it. */
  readonly second: number | null
  /** The fewest further changes by the second (else by anybody new) after which the verdict falls; null without artifacts. */
  readonly furtherChanges: number | null
  /** The same for somebody who never touched the component. */
  readonly newcomerChanges: number | null
  /** The rules that were asked, in order, and whether each was met. */
  readonly reasons: readonly KeeperReason[]
}

export interface KeeperReason {
  readonly measure: 'coverage_ever' | 'coverage_now' | 'effort_of_those_here' | 'hold' | 'effort_share' | 'next_to_leading'
  readonly value: number
  readonly threshold: number
  /** `at_least`, `under` or `at_most` the threshold is what the verdict asks for. */
  readonly asks: 'at_least' | 'under' | 'at_most'
  readonly met: boolean
}

/** One per component, in the model's order. */
export function keepersOf(model: KnowledgeModel): ComponentKeeper[] {
  const presence = presenceOf(model)
  return model.components.names.map((_, component) => {
    const keeping = keepingOf(model, component, presence)
    const pairing = pairingOf(model, component, keeping, presence)
    return {
      ...keeping,
      keeper: keeping.verdict === 'one' ? keeping.leading : null,
      second: pairing?.person ?? nextByEffort(model, component, keeping, presence.present),
      furtherChanges: pairing?.furtherChanges ?? null,
      newcomerChanges: pairing?.newcomerChanges ?? null,
      reasons: reasonsFor(model, keeping),
    }
  })
}

/** Without artifacts, who is next is who did most after the keeper; equals in the order of ids. */
function nextByEffort({ effort }: KnowledgeModel, component: number, keeping: Keeping, present: Uint8Array): number | null {
  if (keeping.basis !== 'effort' || keeping.verdict === 'several') return null
  const amounts = keeping.effortBasis === 'recent' ? effort.recentMicroHours : effort.everMicroHours
  const keeper = keeping.verdict === 'one' ? keeping.leading : null
  let [next, most] = [-1, 0]
  for (let at = effort.offsets[component]!; at < effort.offsets[component + 1]!; at++) {
    const person = effort.person[at]!
    if (person !== keeper && present[person] === 1 && amounts[at]! > most) [next, most] = [person, amounts[at]!]
  }
  return next < 0 ? null : next
}

function reasonsFor({ settings }: KnowledgeModel, keeping: Keeping): KeeperReason[] {
  const { basis, artifacts, authored, covered, presentShare, hold, share, nextToLeading } = keeping
  if (basis === null) return []
  const line = settings.coverageLine
  const left =
    basis === 'artifacts'
      ? [reason('coverage_ever', authored / artifacts, 'at_least', line), reason('coverage_now', covered / artifacts, 'under', line)]
      : [reason('effort_of_those_here', presentShare, 'under', line)]
  return [
    ...left,
    reason('hold', hold, 'at_least', settings.keeperHold),
    reason('effort_share', share, 'at_least', settings.keeperShare),
    reason('next_to_leading', nextToLeading, 'at_most', settings.keeperSecond),
  ].filter(one => one !== null)
}

function reason(
  measure: KeeperReason['measure'],
  value: number | null,
  asks: KeeperReason['asks'],
  threshold: number,
): KeeperReason | null {
  if (value === null) return null
  const met = asks === 'at_least' ? value >= threshold : asks === 'under' ? value < threshold : value <= threshold
  return { measure, value, threshold, asks, met }
}
