/** From a figure to the contributions behind it: a page of rows, read from the segments that hold them. */
import type { EvidenceLists } from '../analysis/evidence-index.ts'
import type { Output } from '../contract/contract.ts'
import { AppError } from '../contract/wire.ts'
import { isoDate } from '../domain/calendar.ts'
import { CHANGES } from '../domain/contribution.ts'
import { nameAt, readSegment, type SegmentColumns } from '../store/segment.ts'
import type { Sqlite } from '../store/sqlite.ts'
import { contributionIdAt } from './contribution-id.ts'
import type { LoadedAnalysis } from './loaded-analysis.ts'
import type { NameOf } from './person-names.ts'
import type { Session } from './session.ts'
import { PAGE_ROWS } from './systems.ts'
import { withUserErrors } from './user-errors.ts'

type EvidencePage = Output<'systems.evidence'>
type EvidenceRow = EvidencePage['rows'][number]

const EVIDENCE_COLUMNS = [
  ...(['fingerprint', 'line', 'day', 'kind', 'component', 'artifact', 'workItem', 'size', 'change', 'id', 'title', 'url'] as const),
]
type EvidenceColumns = SegmentColumns<'contributions', (typeof EVIDENCE_COLUMNS)[number]>

export interface EvidenceTools {
  readonly nameOf: NameOf
  readonly sqlite: Sqlite
}

/** Segments whose SHA-256 was checked in this process. */
const verified = new Set<string>()

/** A page of the stored rows, in their order. Throws AppError `damaged` when a segment is. */
export async function evidencePage(
  session: Session,
  analysis: LoadedAnalysis,
  stored: Uint32Array,
  page: number,
  tools: EvidenceTools,
): Promise<EvidencePage> {
  const wanted = stored.slice(page * PAGE_ROWS, (page + 1) * PAGE_ROWS)
  const personOf = peopleOfRows(analysis)
  const files = new Map(session.workspace.imports().map(record => [record.id as string, record.file]))
  const { directory } = session.workspace.info()
  const found = new Map<number, EvidenceRow>()
  let first = 0
  for (const { import: id, entry } of analysis.segments) {
    const here = [...wanted].filter(row => row >= first && row < first + entry.rows)
    if (here.length > 0) {
      // Segments are read one after the other, so that other calls get their turn in between.
      const segment = await withUserErrors(() => readSegment(directory, entry, tools.sqlite, { columns: EVIDENCE_COLUMNS, verified }))
      for (const row of here) {
        const personId = analysis.model.people.ids[personOf[row]!]!
        found.set(row, { ...evidenceRow(segment, row - first), personId, person: tools.nameOf(personId), file: files.get(id) ?? '' })
      }
    }
    first += entry.rows
  }
  return { total: stored.length, rows: [...wanted].flatMap(row => found.get(row) ?? []) }
}

/** Stored rows of a system, newest first; of one person only where one is named. Throws AppError `not-found`. */
export function rowsOfSystem(analysis: LoadedAnalysis, component: string, person: string | null): Uint32Array {
  const index = analysis.model.components.names.findIndex(name => name === component)
  if (index < 0) throw new AppError('not-found', `There is no system "${component}" in this analysis.`)
  const rows = listOf(analysis.evidence.byComponent, index)
  if (person === null) return rows
  const theirs = new Set(rowsOfPerson(analysis, person))
  return rows.filter(row => theirs.has(row))
}

/** Stored rows of a person, newest first. Throws AppError `not-found`. */
export function rowsOfPerson({ model, evidence }: LoadedAnalysis, person: string): Uint32Array {
  const index = model.people.ids.findIndex(id => id === person)
  if (index < 0) throw new AppError('not-found', 'This person is not in this analysis.')
  return listOf(evidence.byPerson, index)
}

const listOf = ({ offsets, storedRow }: EvidenceLists, index: number) => storedRow.subarray(offsets[index]!, offsets[index + 1]!)

const peopleByAnalysis = new WeakMap<LoadedAnalysis, Int32Array>()

/** Per stored row the index of its person, made once per analysis. */
function peopleOfRows(analysis: LoadedAnalysis): Int32Array {
  const known = peopleByAnalysis.get(analysis)
  if (known) return known
  const { byPerson } = analysis.evidence
  const people = new Int32Array(analysis.segments.reduce((sum, { entry }) => sum + entry.rows, 0)).fill(-1)
  for (let person = 0; person + 1 < byPerson.offsets.length; person++) for (const row of listOf(byPerson, person)) people[row] = person
  peopleByAnalysis.set(analysis, people)
  return people
}

function evidenceRow({ columns }: EvidenceColumns, row: number): Omit<EvidenceRow, 'personId' | 'person' | 'file'> {
  const size = columns.size[row]!
  return {
    contributionId: contributionIdAt(columns, row),
    date: isoDate(columns.day[row]!),
    kind: nameAt(columns.kind, row) ?? '',
    component: nameAt(columns.component, row),
    artifact: nameAt(columns.artifact, row),
    workItem: nameAt(columns.workItem, row),
    title: columns.title.at(row),
    url: columns.url.at(row),
    size: Number.isNaN(size) ? null : size,
    change: CHANGES[columns.change[row]! - 1] ?? null,
    line: columns.line[row]!,
  }
}
