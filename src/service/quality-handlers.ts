/** How good the data is: every column and what it feeds, how contributions found people, what is missing and what it costs. */
import { COLUMN_USES } from '../analysis/column-uses.ts'
import { patternCoverages } from '../analysis/pattern-coverage.ts'
import type { Handlers, Output } from '../contract/contract.ts'
import { isoDate } from '../domain/calendar.ts'
import { INPUT_KINDS, type InputKind } from '../domain/input-kind.ts'
import type { ImportRecord } from '../store/import-record.ts'
import { identityCounts, botEntries, suggestionEntries } from './identity-entries.ts'
import { readReport } from './import-report.ts'
import type { LoadedAnalysis } from './loaded-analysis.ts'
import { figureEntry } from './quality-entries.ts'
import type { QualityRecord } from './quality-record.ts'
import type { ServiceCore } from './service.ts'
import { round, roundOrNull } from './rounding.ts'
import type { Session } from './session.ts'

type Quality = Output<'quality.get'>

/** A column that is no kind at all has as many words as rows. */
const MOST_KINDS = 500

export function qualityHandlers(core: ServiceCore): Pick<Handlers, 'quality.get'> {
  return { 'quality.get': async () => qualityOf(core.session()) }
}

/** Columns and rows are those of the imports that count now; all else is of the last analysis, and empty before the first. */
function qualityOf(session: Session): Quality {
  const imports = session.workspace.imports().filter(({ undone }) => !undone)
  const analysis = session.analysis()
  const record = analysis?.quality ?? null
  return {
    columns: columnsOf(imports),
    join: joinOf(session, analysis, imports),
    spans: spansOf(imports, record),
    managers: record
      ? { ...record.managers, problems: record.managers.problems.map(problem => ({ ...problem, examples: [...problem.examples] })) }
      : { named: 0, found: 0, problems: [] },
    unknownKinds: (analysis?.document.identity.unknownKinds ?? [])
      .toSorted((a, b) => b.contributions - a.contributions)
      .slice(0, MOST_KINDS),
    figures: analysis && record ? [...analysis.document.quality, ...patternFigures(record)] : [],
  }
}

const patternFigures = ({ presentColumns }: QualityRecord) =>
  patternCoverages({ presentColumns: new Set(presentColumns) }).flatMap(coverage =>
    coverage.missing.length === 0 ? [] : [figureEntry(coverage)],
  )

function columnsOf(imports: readonly ImportRecord[]): Quality['columns'] {
  const reports = imports.map(record => ({ kind: record.kind, rows: record.rows, report: readReport(record) }))
  const isThere = (name: string) => reports.some(({ kind, report }) => report.presentColumns.some(column => `${kind}.${column}` === name))
  return COLUMN_USES.map(({ kind, column, must, feeds, cost, standIns }) => {
    const own = reports.filter(report => report.kind === kind)
    const rows = own.reduce((sum, report) => sum + report.rows, 0)
    const filled = own.reduce((sum, { rows: count, report }) => sum + count * (report.columnFill[column] ?? 0), 0)
    const present = own.some(({ report }) => report.presentColumns.includes(column))
    return {
      kind,
      column,
      must,
      present,
      filled: rows === 0 ? null : round(Math.min(1, filled / rows)),
      rows,
      feeds: [...feeds],
      cost: present || standIns.some(isThere) ? null : cost,
    }
  })
}

const rowsOf = (imports: readonly ImportRecord[], kind: InputKind) =>
  imports.reduce((sum, record) => sum + (record.kind === kind ? record.accepted : 0), 0)

function joinOf(session: Session, analysis: LoadedAnalysis | null, imports: readonly ImportRecord[]): Quality['join'] {
  const decisions = session.identityDecisions()
  const { open, bots } = identityCounts(
    suggestionEntries(analysis, decisions),
    botEntries(analysis, decisions),
    analysis?.identities ?? null,
  )
  const identity = analysis?.document.identity
  const leftOut = analysis?.identities.bots.filter(({ isLeftOut }) => isLeftOut) ?? []
  return {
    contributions: analysis?.quality.contributions ?? rowsOf(imports, 'contributions'),
    joined: analysis?.quality.joined ?? null,
    joinedShare: roundOrNull(identity?.joinedContributions ?? null),
    by: { ...(analysis?.identities.joined ?? NOBODY_JOINED) },
    peopleInHris: identity?.peopleInHris ?? 0,
    peopleOutside: identity?.peopleOutside ?? 0,
    bots,
    botContributions: leftOut.reduce((sum, { contributions }) => sum + contributions, 0),
    openSuggestions: open,
  }
}

const NOBODY_JOINED: Quality['join']['by'] = { id: 0, email: 0, alias: 0, name: 0, merge: 0 }

function spansOf(imports: readonly ImportRecord[], record: QualityRecord | null): Quality['spans'] {
  const kinds = INPUT_KINDS.filter(kind => imports.some(each => each.kind === kind))
  return kinds.map(kind => {
    const span = record && kind in record.spans ? record.spans[kind as keyof QualityRecord['spans']] : null // just looked up
    return { kind, from: span ? isoDate(span.from) : null, to: span ? isoDate(span.to) : null, rows: rowsOf(imports, kind) }
  })
}
