/** A made-up organisation as the dataset an analysis reads: its files go through the product's own reading and folding. */
import { CHANGES, OUTCOMES } from '../../src/domain/contribution.ts'
import type { ContributionRow } from '../../src/domain/contribution.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import type { ArtifactRow, ComponentRow, WorkItemRow } from '../../src/domain/component.ts'
import type { JobEventRow } from '../../src/domain/job-event.ts'
import type { MeetingRow } from '../../src/domain/meeting.ts'
import type { PersonRow } from '../../src/domain/person.ts'
import { contributionFingerprint, Occurrences } from '../../src/ingest/fingerprint.ts'
import { assembleDataset } from '../../src/service/dataset/assemble.ts'
import { ContributionReader } from '../../src/service/dataset/contribution-reader.ts'
import { Contributors } from '../../src/service/dataset/contributors.ts'
import { MeetingReader } from '../../src/service/dataset/meeting-reader.ts'
import type { Organisation } from '../../fixtures/organisation.ts'
import { readText } from '../ingest/memory-source.ts'

interface AcceptedRows {
  readonly people: PersonRow[]
  readonly history: JobEventRow[]
  readonly contributions: ContributionRow[]
  readonly meetings: MeetingRow[]
  readonly components: ComponentRow[]
  readonly work_items: WorkItemRow[]
  readonly artifacts: ArtifactRow[]
}

/** @param files CSV text by file name, as `contributions.csv` */
export async function datasetOfFiles(files: Organisation['files']): Promise<Dataset> {
  const rows: AcceptedRows = { people: [], history: [], contributions: [], meetings: [], components: [], work_items: [], artifacts: [] }
  const presentColumns = new Set<string>()
  for (const text of Object.values(files)) {
    const { rows: accepted, report } = await readText(text, { today: LAST_DAY })
    // Each list holds the rows of its own kind.
    for (const one of accepted) (rows[one.kind] as unknown[]).push(one.row)
    for (const column of report.presentColumns) presentColumns.add(column.includes('.') ? column : `${report.kind}.${column}`)
  }
  const contributors = new Contributors()
  const contributions = new ContributionReader(contributors, {
    mostRows: rows.contributions.length,
    asOf: null,
    lookForDuplicates: false,
  })
  contributions.add(contributionSegment(rows.contributions), presentColumns.has('contributions.component'))
  const meetings = new MeetingReader(contributors, { mostRows: rows.meetings.length, asOf: null })
  meetings.add(meetingSegment(rows.meetings), 0)
  return assembleDataset({
    rows: { ...rows, workItems: rows.work_items, lastListed: new Map(), presentColumns },
    contributions,
    meetings,
    asOf: null,
    importedOn: LAST_DAY,
    said: {},
  }).dataset
}

export const datasetOf = (organisation: Organisation) => datasetOfFiles(organisation.files)

/** 2100-01-01: nothing is in the future. */
const LAST_DAY = 47_482

function codes(values: readonly (string | null)[]) {
  const known = new Map<string, number>()
  const codeOf = (name: string) => known.get(name) ?? (known.set(name, known.size), known.size - 1)
  return { codes: Int32Array.from(values, name => (name === null ? -1 : codeOf(name))), names: [...known.keys()] }
}

function lists(values: readonly (readonly string[])[]) {
  const starts = new Uint32Array(values.length + 1)
  for (const [row, list] of values.entries()) starts[row + 1] = starts[row]! + list.length
  return { starts, ...codes(values.flat()) }
}

function contributionSegment(rows: readonly ContributionRow[]): Parameters<ContributionReader['add']>[0] {
  const fingerprint = new Uint32Array(rows.length * 4)
  const occurrences = new Occurrences()
  for (const [row, one] of rows.entries()) contributionFingerprint(one, occurrences, fingerprint.subarray(row * 4, row * 4 + 4))
  return {
    kind: 'contributions',
    rows: rows.length,
    columns: {
      fingerprint,
      day: Int32Array.from(rows, row => row.day),
      instant: Float64Array.from(rows, row => row.instant),
      person: codes(rows.map(row => row.person)),
      personName: codes(rows.map(row => row.personName)),
      kind: codes(rows.map(row => row.kind)),
      component: codes(rows.map(row => row.component)),
      artifact: codes(rows.map(row => row.artifact)),
      previousArtifact: codes(rows.map(row => row.previousArtifact)),
      workItem: codes(rows.map(row => row.workItem)),
      size: Float64Array.from(rows, row => row.size ?? NaN),
      hours: Float32Array.from(rows, row => row.hours ?? NaN),
      change: Uint8Array.from(rows, row => (row.change === null ? 0 : 1 + CHANGES.indexOf(row.change))),
      outcome: Uint8Array.from(rows, row => (row.outcome === null ? 0 : 1 + OUTCOMES.indexOf(row.outcome))),
      agent: Uint8Array.from(rows, row => (row.agent === null ? 0 : row.agent ? 2 : 1)),
      participants: lists(rows.map(row => row.participants)),
      uses: lists(rows.map(row => row.uses)),
    },
  }
}

function meetingSegment(rows: readonly MeetingRow[]): Parameters<MeetingReader['add']>[0] {
  return {
    kind: 'meetings',
    rows: rows.length,
    columns: {
      line: Uint32Array.from(rows.keys()),
      person: codes(rows.map(row => row.person)),
      day: Int32Array.from(rows, row => row.day),
      meetingHours: Float64Array.from(rows, row => row.meetingHours),
      focusHours: Float64Array.from(rows, row => row.focusHours ?? NaN),
      meetings: Float64Array.from(rows, row => row.meetings ?? NaN),
      attendees: Float64Array.from(rows, row => row.attendees ?? NaN),
      oneOnOneHours: Float64Array.from(rows, row => row.oneOnOneHours ?? NaN),
      agentActions: Float64Array.from(rows, row => row.agentActions ?? NaN),
    },
  }
}
