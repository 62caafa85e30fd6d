/** One invented organisation whose truth is known, and what the method said of it. */
import type { Dataset } from '../../src/domain/dataset.ts'
import { PATTERNS } from '../../src/domain/flag.ts'
import type { Band, Pattern } from '../../src/domain/flag.ts'
import { groundOf } from '../../src/analysis/ground.ts'
import { DEFAULT_PATTERN_SETTINGS, findPatterns, patternSteadiness } from '../../src/analysis/patterns.ts'
import { DEFAULT_SETTINGS } from '../../src/analysis/settings.ts'

/** Five ways of making organisations. The first reads files as the product does; no two share a rule by which they invent. */
export const STYLES = ['files', 'weeks', 'crews', 'leaders', 'agents'] as const
export type Style = (typeof STYLES)[number]

export interface Trial {
  readonly style: Style
  /** Seed, size and whatever is unusual about it. */
  readonly name: string
  readonly group: Group
  /** Records that are missing or disturbed, in words; one sort each. */
  readonly condition: string
  readonly dataset: Dataset
  /** Patterns whose truth is known in this style. */
  readonly judged: readonly Pattern[]
  /** By person id (a unit's path, where a pattern is planted in units). */
  readonly planted: ReadonlyMap<string, readonly Pattern[]>
  /** By person id the kind of look-alike. */
  readonly alike: ReadonlyMap<string, string>
}

/** What an organisation is made for: all records, planted near the gates, nobody planted, files missing, records disturbed. */
export type Group = 'complete' | 'near the gates' | 'nobody planted' | 'missing' | 'disturbed'

/** Of one pattern in one organisation: how many were planted and found, and what was said of those who were not. */
export interface Tally {
  readonly planted: number
  readonly raised: number
  readonly hit: number
  /** Planted, not found, and "not enough evidence" was the answer. */
  readonly unknown: number
}

export interface RaisedFlag {
  readonly pattern: Pattern
  readonly isPlanted: boolean
  readonly band: Band
  readonly steadiness: number
  readonly survivesMoved: boolean
  /** The kind of look-alike it is on, if any. */
  readonly alike: string | null
}

export interface Outcome extends Pick<Trial, 'style' | 'name' | 'group' | 'condition'> {
  readonly people: number
  readonly tallies: ReadonlyMap<Pattern, Tally>
  readonly flags: readonly RaisedFlag[]
  /** By kind of look-alike: how many there were, and how many had a flag nobody planted in them. */
  readonly alike: ReadonlyMap<string, { readonly people: number; readonly flagged: number }>
}

interface Case extends Omit<RaisedFlag, 'isPlanted' | 'alike'> {
  readonly id: string
}

export function outcomeOf(trial: Trial): Outcome {
  const { dataset, planted, judged } = trial
  const ground = groundOf(dataset, DEFAULT_SETTINGS)
  const patterns = findPatterns(dataset, ground, DEFAULT_PATTERN_SETTINGS)
  const steadiness = patternSteadiness(dataset, ground, patterns)
  const idOf = (person: number): string => dataset.people[person]!.id
  const unitOf = (person: number) => dataset.people[person]!.orgUnit ?? ''
  const isPlanted = (id: string, pattern: Pattern) => planted.get(id)?.includes(pattern) === true
  const cases: Case[] = patterns.findings
    .filter(({ pattern }) => judged.includes(pattern))
    // Where a whole unit is planted, its people share its truth: the unit is the case.
    .filter(({ person, pattern }) => !isPlanted(unitOf(person), pattern))
    .map(({ person, pattern, band, survivesMoved }) => ({
      id: idOf(person),
      pattern,
      band,
      survivesMoved,
      steadiness: steadiness.get(pattern)?.[person] ?? NaN,
    }))
  if (judged.includes('speed_without_eyes'))
    for (const { unit, band, survivesMoved, steadiness: share } of patterns.agents.speed.units ?? [])
      cases.push({ id: unit, pattern: 'speed_without_eyes', band, survivesMoved, steadiness: share })
  const lacking = new Set(patterns.notEnough.map(({ person, pattern }) => `${pattern} ${idOf(person)}`))
  const tallies = new Map(
    judged.map((pattern): [Pattern, Tally] => {
      const raised = new Set(cases.filter(one => one.pattern === pattern).map(({ id }) => id))
      const wanted = [...planted.keys()].filter(id => isPlanted(id, pattern))
      const hit = wanted.filter(id => raised.has(id)).length
      const unknown = wanted.filter(id => !raised.has(id) && lacking.has(`${pattern} ${id}`)).length
      return [pattern, { planted: wanted.length, raised: raised.size, hit, unknown }]
    }),
  )
  const alike = new Map<string, { people: number; flagged: number }>()
  for (const [id, kind] of trial.alike) {
    const count = alike.get(kind) ?? { people: 0, flagged: 0 }
    alike.set(kind, count)
    count.people++
    if (cases.some(one => one.id === id && !isPlanted(id, one.pattern))) count.flagged++
  }
  const { style, name, group, condition } = trial
  return {
    style,
    name,
    group,
    condition,
    people: dataset.people.length,
    tallies,
    flags: cases.map(({ id, ...flag }) => ({ ...flag, isPlanted: isPlanted(id, flag.pattern), alike: trial.alike.get(id) ?? null })),
    alike,
  }
}

/** Sums over organisations, of the patterns asked for. */
export function tallyOf(outcomes: readonly Outcome[], patterns: readonly Pattern[] = PATTERNS): Tally {
  const sum = { planted: 0, raised: 0, hit: 0, unknown: 0 }
  for (const { tallies } of outcomes)
    for (const pattern of patterns) {
      const one = tallies.get(pattern)
      if (!one) continue
      sum.planted += one.planted
      sum.raised += one.raised
      sum.hit += one.hit
      sum.unknown += one.unknown
    }
  return sum
}
