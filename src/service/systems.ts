/** Answers about systems, read off the analysis: pure functions over its document. */
import type { ComponentEntry } from '../contract/analysis.ts'
import type { Output, ParsedInput } from '../contract/contract.ts'
import { AppError } from '../contract/wire.ts'
import { PURPOSE_NOT_RECORDED } from '../contract/analysis.ts'
import { compareText } from '../domain/identifiers.ts'
import type { DocumentHead } from './document-blocks.ts'
import type { NameOf } from './person-names.ts'

export const PAGE_ROWS = 100

export function pageOf<Row>(rows: readonly Row[], page: number): { total: number; rows: Row[] } {
  return { total: rows.length, rows: rows.slice(page * PAGE_ROWS, (page + 1) * PAGE_ROWS) }
}

type SystemRow = Output<'systems.list'>['rows'][number]

export function systemsSummary(document: DocumentHead): Output<'systems.summary'> {
  const verdicts = { none: 0, one: 0, several: 0, unknown: 0 }
  for (const { keepers } of document.components) verdicts[keepers ?? 'unknown'] += 1
  const {
    truckFactorMembers: _ever,
    currentTruckFactorMembers: _now,
    coverageCurve: _curve,
    currentRemoval: _removal,
    ...whole
  } = document.whole
  return {
    asOf: document.asOf,
    whole,
    verdicts,
    keyPersonRisks: document.components.filter(entry => entry.keepers === 'one' && mayMatter(entry)).length,
    quality: document.quality,
    purposeRecorded: document.purpose.purpose !== PURPOSE_NOT_RECORDED,
  }
}

export function listSystems(document: DocumentHead, request: ParsedInput<'systems.list'>, nameOf: NameOf): Output<'systems.list'> {
  const text = request.filter.text.trim().toLowerCase()
  const { verdict, mattersOnly } = request.filter
  const found = document.components
    .filter(entry => !mattersOnly || mayMatter(entry))
    .filter(entry => verdict === null || (entry.keepers ?? 'unknown') === verdict)
    .filter(
      entry =>
        text === '' ||
        [entry.component, entry.ownerUnit ?? '', keeperName(entry, nameOf)].some(field => field.toLowerCase().includes(text)),
    )
    .toSorted((a, b) => ORDERS[request.sort](a, b) || compareText(a.component, b.component))
  const { total, rows } = pageOf(found, request.page)
  return { total, rows: rows.map(entry => systemRow(entry, nameOf)) }
}

const keeperName = (entry: ComponentEntry, nameOf: NameOf) => (entry.keeper ? nameOf(entry.keeper.personId) : '')

/** Unknown values come last, whichever way the known ones run. */
const ascending = (a: number | null, b: number | null) => (a === null ? 1 : 0) - (b === null ? 1 : 0) || (a ?? 0) - (b ?? 0)
const descending = (a: number | null, b: number | null) => (a === null ? 1 : 0) - (b === null ? 1 : 0) || (b ?? 0) - (a ?? 0)

const VERDICT_ORDER = { none: 0, one: 1, several: 2, unknown: 3 }

const ORDERS: Readonly<Record<ParsedInput<'systems.list'>['sort'], (a: ComponentEntry, b: ComponentEntry) => number>> = {
  // What nobody or one person keeps first, the more critical and the more firmly held before the rest.
  risk: (a, b) =>
    Number(mayMatter(b) && isHeld(b)) - Number(mayMatter(a) && isHeld(a)) ||
    Number(isHeld(b)) - Number(isHeld(a)) ||
    b.criticality - a.criticality ||
    descending(a.exposure, b.exposure) ||
    VERDICT_ORDER[a.keepers ?? 'unknown'] - VERDICT_ORDER[b.keepers ?? 'unknown'],
  component: () => 0,
  criticality: (a, b) => b.criticality - a.criticality,
  currentTruckFactor: (a, b) => ascending(a.currentTruckFactor ?? a.truckFactor, b.currentTruckFactor ?? b.truckFactor),
  lastChange: (a, b) =>
    Number(a.lastChange === null) - Number(b.lastChange === null) || compareText(b.lastChange ?? '', a.lastChange ?? ''),
}

/** A system whose criticality nobody stated may matter as well: it must not drop out of sight. */
const mayMatter = (entry: ComponentEntry) => entry.matters || entry.criticalityAssumed

const isHeld = (entry: ComponentEntry) => entry.keepers === 'none' || entry.keepers === 'one'

function systemRow(entry: ComponentEntry, nameOf: NameOf): SystemRow {
  const { component, criticality, criticalityAssumed, matters, ownerUnit, artifacts, authoredArtifacts, contributions, keepers, exposure } =
    entry
  const { truckFactor, currentTruckFactor, nearLine, lastChange, effectiveContributors, keeper, second } = entry
  return {
    component,
    criticality,
    criticalityAssumed,
    matters,
    ownerUnit,
    artifacts,
    authoredArtifacts,
    contributions,
    keepers,
    exposure,
    truckFactor,
    currentTruckFactor,
    nearLine,
    lastChange,
    effectiveContributors,
    keeper: keeper && { ...keeper, name: nameOf(keeper.personId) },
    second: second && { ...second, name: nameOf(second.personId) },
  }
}

/** Throws AppError `not-found`. */
export function componentEntry(document: DocumentHead, component: string): ComponentEntry {
  const entry = document.components.find(candidate => candidate.component === component)
  if (!entry) throw new AppError('not-found', `There is no system "${component}" in this analysis.`)
  return entry
}

export function systemDetail(document: DocumentHead, component: string, nameOf: NameOf): Output<'systems.get'> {
  const entry = componentEntry(document, component)
  const mentioned = [
    ...entry.top.map(person => person.personId),
    ...entry.truckFactorMembers,
    ...(entry.currentTruckFactorMembers ?? []),
    ...(entry.currentRemoval?.removed ?? []),
    ...entry.initialImports.map(person => person.personId),
    ...[entry.keeper, entry.second].flatMap(person => (person ? [person.personId] : [])),
  ]
  return { row: systemRow(entry, nameOf), entry, names: namesOf(mentioned, nameOf) }
}

/** With the 50 % line that decides a truck factor. */
export function removalCurve(document: DocumentHead, component: string | null, line: number, nameOf: NameOf): Output<'systems.removal'> {
  const curve = component === null ? document.whole.currentRemoval : componentEntry(document, component).currentRemoval
  return { curve, names: namesOf(curve?.removed ?? [], nameOf), line }
}

const namesOf = (ids: readonly string[], nameOf: NameOf) => Object.fromEntries(ids.map(id => [id, nameOf(id)]))
