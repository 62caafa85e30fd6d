/** From a figure on a unit, a leader or agents to the stored rows behind it. */
import { COORDINATION_TIES } from '../analysis/coordination-hours.ts'
import type { ParsedInput } from '../contract/contract.ts'
import type { LoadedAnalysis } from './loaded-analysis.ts'
import { figureKey } from './organisation-record.ts'

type Figure = ParsedInput<'organisation.rows'>['figure']

/** Newest first; null where the analysis has no such figure. */
export function rowsBehind(analysis: LoadedAnalysis, figure: Figure): Uint32Array | null {
  const { behind } = analysis.organisation
  switch (figure.kind) {
    case 'coordination':
      return coordinationRows(analysis, figure.unit, figure.tie)
    case 'behaviour':
      return behind.get(figureKey('behaviour', figure.leader, figure.behaviour)) ?? null
    case 'freshness':
      return behind.get(figureKey('freshness', figure.leader)) ?? null
    case 'rebuild':
      return behind.get(figureKey('rebuild', figure.leader, figure.component)) ?? null
    case 'agents':
      return behind.get(figureKey('agents')) ?? null
    case 'speed':
      return behind.get(figureKey('speed', figure.unit, figure.reason)) ?? null
  }
}

function coordinationRows({ organisation, document }: LoadedAnalysis, unit: string, tie: (typeof COORDINATION_TIES)[number]) {
  const { storedRow, ties, units } = organisation.coordinating
  const isInside = document.units.map(one => one.unit === unit || one.unit.startsWith(`${unit}/`))
  if (!isInside.includes(true)) return null
  const code = COORDINATION_TIES.indexOf(tie)
  return storedRow.filter((_, place) => ties[place] === code && isInside[units[place]!] === true)
}
