/** One system in words: how critical, who keeps it, what hangs on that, who is next. */
import type { ComponentEntry } from '../contract/analysis.ts'
import type { PersonNames } from './person-names.ts'
import { artifactsOnKeeper, artifactsWithoutAuthor, coveredArtifacts } from './system-findings.ts'
import { count, figure, list, oneLine, percent } from './wording.ts'

/** `criticality 5, regulated, owned by Payments`. */
export function systemTraits(system: ComponentEntry): string {
  return [
    `${system.criticalityAssumed ? 'assumed ' : ''}criticality ${figure(system.criticality, Number.isInteger(system.criticality) ? 0 : 1)}`,
    ...(system.regulated === true ? ['regulated'] : []),
    ...(system.core === true ? ["part of the product's core"] : []),
    ...(system.ownerUnit === null ? [] : [`owned by ${oneLine(system.ownerUnit)}`]),
  ].join(', ')
}

/** Of how many systems it is not known whether they matter; nothing where it is of none. */
export function unknownImportance(systems: readonly ComponentEntry[]): string {
  const unknown = systems.filter(system => !system.matters).length
  if (unknown === 0) return ''
  if (unknown === systems.length) return unknown === 1 ? '; how critical it is, nobody said' : '; how critical they are, nobody said'
  const rest = systems.length - unknown
  return `; ${figure(rest)} ${rest === 1 ? 'matters' : 'matter'}, and of ${figure(unknown)} nobody said how critical`
}

/** What speaks against every one of several verdicts, to be said once. */
export function sharedCounters(systems: readonly ComponentEntry[]): string[] {
  const [first, ...others] = systems
  if (first === undefined || others.length === 0) return []
  return first.counter.filter(each => others.every(system => system.counter.includes(each)))
}

/** @param said counters that were told for all systems together */
export function keeperSentences(system: ComponentEntry, names: PersonNames, said: readonly string[] = []): string[] {
  if (system.keeper === null) return ['Kept by one person whom this document does not name.']
  const entry = names.entryOf(system.keeper.personId)
  const place = [entry?.title, entry?.orgUnit].flatMap(text => (text ? [oneLine(text)] : [])).join(', ')
  return [
    `Kept by ${names.labelOf(system.keeper.personId)}${place === '' ? '' : ` (${place})`}.`,
    `What hangs on them: ${hangsOn(system)}.`,
    secondSentence(system, names),
    ...counterSentences(system, said),
    ...(system.counter.length > 0 ? [] : importSentences(system, names)),
  ]
}

/** The rules of the verdict with what came out, and what would change it. */
export function verdictSentences(system: ComponentEntry): string[] {
  return [
    ...system.reasons.map(({ rule, value, threshold, met, rows }) => {
      const against = threshold === null ? '' : ` against ${figure(threshold, 2)}`
      const outcome = met === null ? 'not known' : met ? 'met' : 'not met'
      return `${oneLine(rule)}: ${value === null ? 'not known' : figure(value, 2)}${against}; ${outcome} (${count(rows, 'row')})`
    }),
    ...system.wouldChange.map(each => `Would change it: ${oneLine(each)}`),
  ]
}

/** What would be without an author, and how much of the effort was theirs. */
export function hangsOn(system: ComponentEntry): string {
  if (system.keeper === null) return 'unknown'
  const basis = system.effortBasis === null ? '' : system.effortBasis === '24 months' ? ' in 24 months' : ' in its whole history'
  const share = `${percent(system.keeper.share)} of its effort${basis}`
  const onKeeper = artifactsOnKeeper(system)
  if (onKeeper === null) return `${share}; no artifact is named in its work, so effort alone decides`
  const covered = count(coveredArtifacts(system) ?? 0, 'artifact')
  return `${figure(onKeeper)} of the ${covered} with an author (${percent(system.keeper.hold)}) would have none left; ${share} was theirs`
}

export function secondSentence(system: ComponentEntry, names: PersonNames): string {
  if (system.second === null) return 'Second: nobody else is on record as working on it.'
  const second = `${system.keepers === 'none' ? 'Nearest to it' : 'Second'}: ${names.labelOf(system.second.personId)}, ${percent(system.second.share)} of the effort`
  const outcome = system.keepers === 'none' ? "it is in somebody's hands again" : 'one person no longer holds it'
  if (system.second.furtherChanges === null) return `${second}; how many changes that takes cannot be told.`
  if (system.second.furtherChanges === 0) return `${second}; no further change is needed.`
  return `${second}; after ${count(system.second.furtherChanges, 'further change')} by them, at the least, ${outcome}.`
}

const counterSentences = (system: ComponentEntry, said: readonly string[]) =>
  system.counter.filter(each => !said.includes(each)).map(each => `Speaks against: ${oneLine(each)}`)

function importSentences(system: ComponentEntry, names: PersonNames): string[] {
  return system.initialImports.map(
    one =>
      `${names.labelOf(one.personId)} first touched ${percent(one.share)} of its artifacts on ${one.date}: likely an initial import, so authorship may say too much.`,
  )
}

export function noKeeperSentences(system: ComponentEntry, names: PersonNames, said: readonly string[] = []): string[] {
  const without = artifactsWithoutAuthor(system)
  const top = system.top.map(person => names.labelOf(person.personId))
  return [
    without === null
      ? 'The people who made it have left.'
      : `The people who made it have left: ${figure(without)} of ${count(system.artifacts, 'artifact')} have no author who is still employed.`,
    ...(top.length === 0 ? [] : [`Most of it was made by ${list(top, 3)}.`]),
    ...(system.lastChange === null ? [] : [`Last changed on ${system.lastChange}.`]),
    ...(system.second === null ? [] : [secondSentence(system, names)]),
    ...counterSentences(system, said),
  ]
}
