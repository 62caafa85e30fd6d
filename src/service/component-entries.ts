/** Systems in the document: knowledge, verdict, why, what speaks against it and what would change it. */
import type { Analysis } from '../analysis/analyse.ts'
import type { ComponentKnowledge, WholeKnowledge } from '../analysis/component-knowledge.ts'
import type { KeeperReason } from '../analysis/keepers.ts'
import type { AnalysisDocument, ComponentEntry } from '../contract/analysis.ts'
import { isoDate } from '../domain/calendar.ts'
import type { Dataset } from '../domain/dataset.ts'
import type { Assembled } from './dataset/assemble.ts'
import { round, roundOrNull } from './rounding.ts'

const HIGHEST_CRITICALITY = 5

export function componentEntries(analysis: Analysis, { dataset }: Assembled): ComponentEntry[] {
  const facts = contributionFacts(dataset)
  return analysis.components.map((knowledge, index) => componentEntry(knowledge, index, dataset, facts, analysis))
}

interface ContributionFacts {
  readonly count: Uint32Array
  /** Epoch days; Infinity and -Infinity where nothing changed an artifact or the system. */
  readonly first: Float64Array
  readonly last: Float64Array
}

function contributionFacts({ contributions: { component, day, kind, length }, componentNames, kindOf }: Dataset): ContributionFacts {
  const facts = {
    count: new Uint32Array(componentNames.length),
    first: new Float64Array(componentNames.length).fill(Infinity),
    last: new Float64Array(componentNames.length).fill(-Infinity),
  }
  for (let row = 0; row < length; row++) {
    const index = component[row]!
    if (index < 0) continue
    facts.count[index]!++
    if (!kindOf[kind[row]!]?.changesArtifact) continue
    facts.first[index] = Math.min(facts.first[index]!, day[row]!)
    facts.last[index] = Math.max(facts.last[index]!, day[row]!)
  }
  return facts
}

function componentEntry(
  knowledge: ComponentKnowledge,
  index: number,
  dataset: Dataset,
  facts: ContributionFacts,
  { model }: Analysis,
): ComponentEntry {
  const row = dataset.components[index] ?? null
  const [first, last] = [facts.first[index]!, facts.last[index]!]
  const { artifactOffsets } = model.components
  const { authorOffsets } = model.authorship
  let authoredArtifacts = 0
  for (let artifact = artifactOffsets[index]!; artifact < artifactOffsets[index + 1]!; artifact++)
    if (authorOffsets[artifact + 1]! > authorOffsets[artifact]!) authoredArtifacts++
  const hold = knowledge.hold ?? 0
  return {
    component: knowledge.component,
    criticality: knowledge.criticality,
    criticalityAssumed: knowledge.criticalityAssumed,
    ownerUnit: row?.ownerUnit ?? null,
    regulated: row?.regulated ?? null,
    core: row?.core ?? null,
    matters: knowledge.matters,
    artifacts: knowledge.artifacts,
    authoredArtifacts,
    contributions: facts.count[index]!,
    firstChange: first < Infinity ? isoDate(first) : null,
    lastChange: last > -Infinity ? isoDate(last) : null,
    ...truckFactorEntry(knowledge),
    effectiveContributors: roundOrNull(knowledge.effectiveContributors),
    absenceFactor: knowledge.absenceFactor,
    keepers: knowledge.keepers,
    keeper: knowledge.keeper === null ? null : { personId: knowledge.keeper, hold: round(hold), share: round(knowledge.share ?? 0) },
    second:
      knowledge.second === null
        ? null
        : { personId: knowledge.second, share: round(shareOf(knowledge, knowledge.second)), furtherChanges: knowledge.furtherChanges },
    reasons: knowledge.reasons.map(reason => ruleOf(reason, knowledge, facts.count[index]!)),
    counter: counterEvidence(knowledge, dataset),
    wouldChange: whatWouldChange(knowledge),
    effortBasis: knowledge.effortBasis === null ? null : knowledge.effortBasis === 'recent' ? '24 months' : 'whole history',
    exposure: exposureOf(knowledge),
    initialImports: knowledge.initialImports.map(({ personId, day, share }) => ({ personId, date: isoDate(day), share: round(share) })),
    top: knowledge.top.map(({ personId, artifacts, share }) => ({ personId, artifacts, share: round(share) })),
  }
}

function exposureOf({ keepers, criticality, hold }: ComponentKnowledge): number | null {
  if (keepers === null || keepers === 'none') return null
  return keepers === 'one' ? round((criticality / HIGHEST_CRITICALITY) * (hold ?? 0)) : 0
}

const shareOf = ({ top }: ComponentKnowledge, personId: string) => top.find(person => person.personId === personId)?.share ?? 0

/** Where no artifact ever had an author on record, a truck factor of 0 would be invented. */
const hasAuthors = ({ truckFactor, coverageCurve }: WholeKnowledge) => truckFactor !== null && (coverageCurve[0] ?? 0) > 0

function truckFactorEntry(knowledge: WholeKnowledge) {
  const isKnown = hasAuthors(knowledge)
  const isCurrentKnown = isKnown && knowledge.currentTruckFactor !== null
  return {
    truckFactor: isKnown ? knowledge.truckFactor : null,
    currentTruckFactor: isCurrentKnown ? knowledge.currentTruckFactor : null,
    prunedTruckFactor: isKnown ? knowledge.prunedTruckFactor : null,
    truckFactorMembers: [...knowledge.members],
    currentTruckFactorMembers: isCurrentKnown ? [...knowledge.currentMembers] : null,
    coverageCurve: isKnown ? knowledge.coverageCurve.map(round) : null,
    currentRemoval: isKnown
      ? {
          removed: knowledge.removal.flatMap(step => (step.person === null ? [] : [step.person])),
          coverage: knowledge.removal.map(step => round(step.coverage)),
        }
      : null,
    nearLine: isKnown ? (isCurrentKnown ? knowledge.currentNearLine : knowledge.nearLine) : null,
  }
}

export function wholeEntry({ whole, atRisk, quality }: Analysis): AnalysisDocument['whole'] {
  return {
    artifacts: whole.artifacts,
    ...truckFactorEntry(whole),
    singleAuthorRatio: hasAuthors(whole) ? roundOrNull(whole.singleAuthorRatio) : null,
    scope: {
      basis: quality.scopeGiven ? 'artifacts file' : 'every artifact ever touched',
      inScope: quality.artifactsInScope,
      outOfScope: quality.artifactsOutOfScope,
    },
    knowledgeAtRisk: atRisk && {
      groupSize: atRisk.groupSize,
      authors: atRisk.authors,
      groups: atRisk.groups,
      isExact: atRisk.isExact,
      quantile95: round(atRisk.quantile95),
      meanBeyond: round(atRisk.meanBeyond),
    },
  }
}

const RULES: Readonly<Record<KeeperReason['measure'], string>> = {
  coverage_ever: 'Artifacts with an author, counting everybody ever (at least)',
  coverage_now: 'Artifacts with an author who is still here (under, for "no keeper")',
  effort_of_those_here: 'Effort done by people who are still here (under, for "no keeper")',
  hold: 'Artifacts left without an author if the leading person left (at least)',
  effort_share: "The leading person's share of the effort (at least)",
  next_to_leading: "The next person's effort as a part of the leading person's (at most)",
}

function ruleOf(reason: KeeperReason, knowledge: ComponentKnowledge, rows: number): ComponentEntry['reasons'][number] {
  const rule =
    reason.measure === 'hold' && knowledge.keeperBasis === 'effort'
      ? "Without artifacts: the leading person's share of the effort (at least)"
      : RULES[reason.measure]
  return { rule, value: round(reason.value), threshold: round(reason.threshold), met: reason.met, rows }
}

const percent = (share: number) => `${Math.round(share * 100)} %`

/** What speaks against taking the verdict at face value. */
function counterEvidence(knowledge: ComponentKnowledge, dataset: Dataset): string[] {
  const counter: string[] = []
  const { effectiveContributors, initialImports, contributors } = knowledge
  if (knowledge.keepers === 'one' && effectiveContributors !== null && effectiveContributors >= 2)
    counter.push(`The work is spread like that of ${effectiveContributors.toFixed(1)} equal contributors.`)
  if (knowledge.keepers === 'one' && contributors === 2)
    counter.push('Only two people ever changed it: it may be a specialist pair by design.')
  for (const { personId, share } of initialImports)
    if (personId === knowledge.keeper)
      counter.push(`${percent(share)} of its artifacts first appear on one day of the keeper: rather an import than knowledge.`)
  if (knowledge.currentNearLine) counter.push('Coverage lies within 2 points of the line: a few artifacts would change the truck factor.')
  if (knowledge.authorsOutsideHris > 0 && knowledge.currentTruckFactor !== null)
    counter.push(
      knowledge.authorsOutsideHris === 1
        ? 'One author is not in the people file and does not count as being here.'
        : `${knowledge.authorsOutsideHris} authors are not in the people file and do not count as being here.`,
    )
  if (knowledge.effortBasis === 'whole_history') counter.push('Nothing changed in 24 months: the shares are of the whole history.')
  if (dataset.artifactScope === null && knowledge.artifacts > 0)
    counter.push('No artifacts file states the scope: removed and generated artifacts count as well.')
  return counter
}

function whatWouldChange(knowledge: ComponentKnowledge): string[] {
  const { keepers, furtherChanges, newcomerChanges, second } = knowledge
  if (keepers !== 'one' && keepers !== 'none') return []
  const end = keepers === 'one' ? 'one person no longer keeps it alone' : 'half of its artifacts have an author again'
  const changes: string[] = []
  if (second !== null && furtherChanges !== null) changes.push(`${furtherChanges} further changes by the next person, and ${end}.`)
  if (newcomerChanges !== null) changes.push(`${newcomerChanges} changes by somebody new to it, and ${end}.`)
  if (keepers === 'one') changes.push('Anybody else doing more than two thirds of what the keeper does.')
  return changes
}
