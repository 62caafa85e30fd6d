/** The truck factor of the whole organisation, in words: today's first, the published definition beside it. */
import type { AnalysisDocument } from '../contract/analysis.ts'
import type { PersonNames } from './person-names.ts'
import { count, figure, list, percent } from './wording.ts'

export function wholeSentences({ whole }: AnalysisDocument, names: PersonNames): string[] {
  if (whole.currentTruckFactor === null && whole.truckFactor === null) {
    return ['Truck factor: unknown. No contribution names an artifact that somebody changed.', ...scopeSentences(whole)]
  }
  return [...todaySentences(whole, names), ...beside(whole), ...scopeSentences(whole)]
}

type Whole = AnalysisDocument['whole']

function todaySentences(whole: Whole, names: PersonNames): string[] {
  const artifacts = count(whole.artifacts, 'artifact')
  if (whole.currentTruckFactor === null) {
    const everybody = leaving(whole.truckFactorMembers, names)
    const rest = `${everybody} fewer than half of the ${artifacts} would have an author left.`
    return [`Truck factor: ${figure(whole.truckFactor ?? 0)}, counting every author ever, for nothing says who is employed today. ${rest}`]
  }
  const coverage = whole.currentRemoval?.coverage[whole.currentTruckFactor]
  const left = coverage === undefined ? '' : ` (${percent(coverage, 1)})`
  if (whole.currentTruckFactor === 0) {
    return [
      `Truck factor today: 0. Before anybody leaves, fewer than half of the ${artifacts}${left} have an author who is still employed.`,
    ]
  }
  const members = leaving(whole.currentTruckFactorMembers ?? [], names)
  return [
    `Truck factor today: ${figure(whole.currentTruckFactor)}. ${members} fewer than half of the ${artifacts}${left} would have an author left.`,
  ]
}

const leaving = (members: readonly string[], names: PersonNames) =>
  members.length === 0 ? 'If that many left,' : `If ${list(members.map(id => names.labelOf(id)))} left,`

function beside(whole: Whole): string[] {
  const sentences: string[] = []
  const pruned =
    whole.prunedTruckFactor === null
      ? ''
      : `; ${figure(whole.prunedTruckFactor)} when members with under ${percent(0.1)} of the top member's artifacts are dropped`
  if (whole.currentTruckFactor !== null && whole.truckFactor !== null) {
    sentences.push(
      `With every author ever, those who have left included, it is ${figure(whole.truckFactor)} (comparable with published values)${pruned}.`,
    )
  } else if (pruned !== '') sentences.push(`It is ${pruned.slice(2)}.`)
  if (whole.nearLine === true) {
    sentences.push(`Take care: a coverage that decides lies within 2 points of the ${percent(0.5)} line, so a few artifacts could move it.`)
  }
  if (whole.singleAuthorRatio !== null) {
    sentences.push(`${percent(whole.singleAuthorRatio)} of the artifacts have exactly one author.`)
  }
  const risk = whole.knowledgeAtRisk
  if (risk !== null) {
    const group = risk.groupSize === 1 ? 'one leaves' : `${figure(risk.groupSize)} leave`
    sentences.push(
      `Knowledge at risk: of ${count(risk.authors, 'author')}${whole.currentTruckFactor === null ? '' : ' who are here'}, ${group} at random. In 95 of 100 such groups at most ${percent(risk.quantile95, 1)} of the artifacts lose their last author; in the worst 5 it is ${percent(risk.meanBeyond, 1)} on average.`,
    )
  }
  return sentences
}

function scopeSentences({ scope }: Whole): string[] {
  const inScope = count(scope.inScope, 'artifact')
  if (scope.basis === 'artifacts file') {
    const out = scope.outOfScope === 0 ? '' : `; ${figure(scope.outOfScope)} others are left out`
    return [`Scope: the ${inScope} that the artifacts file lists as current${out}.`]
  }
  if (scope.inScope === 0) return ['Scope: no artifact is known.']
  return [
    `Scope: every artifact ever touched (${inScope}), for no artifacts file was given. Scope moves a truck factor more than any constant.`,
  ]
}
