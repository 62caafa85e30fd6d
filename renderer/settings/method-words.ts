/** The method pattern by pattern: what its flag means, the thresholds as they are set, and the figures behind it. */
import type { Pattern } from '../people/answers.ts'
import { PATTERNS } from '../people/patterns.ts'
import type { Explanation, Setting } from './answers.ts'
import { valueText } from './setting-drafts.ts'

/** Figures a pattern stands on, by their names in the explanations. */
const FIGURES: Readonly<Record<Pattern, readonly string[]>> = {
  builder_trap: ['author', 'keepers', 'buildPace', 'exposure'],
  enabler_trap: ['reach', 'leverage', 'recognition', 'fade', 'lift'],
  coordination_path: ['handsOnRatio', 'changePoint', 'modes'],
  misrouted_systems_thinker: ['handsOnRatio', 'systemsThinkerIndex', 'chanceCount'],
  about_to_be_misrouted: ['systemsThinkerIndex', 'chanceCount', 'promotion'],
  systems_thinker: ['systemsThinkerIndex', 'oneHead', 'systemSpan', 'unusualSpeed', 'taste', 'roleBreadth', 'chanceCount'],
  distant_leader: ['proximity', 'freshness'],
  speed_without_eyes: ['speedWithoutEyes'],
}

export interface PatternMethod {
  readonly pattern: Pattern
  /** Those its gates and bands are held against. */
  readonly thresholds: readonly Setting[]
  readonly figures: readonly Explanation[]
}

export function patternMethods(settings: readonly Setting[], explanations: readonly Explanation[]): readonly PatternMethod[] {
  return PATTERNS.map(pattern => ({
    pattern,
    thresholds: settings.filter(({ patterns, countsLive }) => countsLive && patterns.includes(pattern)),
    figures: FIGURES[pattern].flatMap(name => explanations.find(({ figure }) => figure === name) ?? []),
  }))
}

/** `0.5 share`, `on`. */
export const setWords = ({ value, unit }: Pick<Setting, 'value' | 'unit'>) => [valueText(value), unit].filter(word => word !== '').join(' ')

/** `knowledgeAtRisk` is Knowledge at risk. */
export function figureTitle(figure: string): string {
  const words = figure.replace(/([a-z])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`)
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Every source that is named, each once, in the order of the alphabet. */
export function sourcesOf(explanations: readonly Explanation[]): readonly string[] {
  return [...new Set(explanations.flatMap(({ source }) => source?.split(/; /) ?? []))].sort((a, b) => a.localeCompare(b))
}
