/** Rows through real segments into a dataset, and the dataset read back as words. */
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { ContributionRow } from '../../../src/domain/contribution.ts'
import type { Dataset } from '../../../src/domain/dataset.ts'
import type { MeetingRow } from '../../../src/domain/meeting.ts'
import { contributionFingerprint, Occurrences } from '../../../src/ingest/fingerprint.ts'
import type { SaidIdentities } from '../../../src/ingest/identity.ts'
import { type AssembleInput, assembleDataset, type Assembled } from '../../../src/service/dataset/assemble.ts'
import { CONTRIBUTION_COLUMNS, ContributionReader } from '../../../src/service/dataset/contribution-reader.ts'
import { Contributors } from '../../../src/service/dataset/contributors.ts'
import { MeetingReader } from '../../../src/service/dataset/meeting-reader.ts'
import { nodeFileSystem } from '../../../src/store/file-system.ts'
import type { LiveRows } from '../../../src/store/live-rows.ts'
import { readSegment } from '../../../src/store/segment.ts'
import type { SegmentEntry, SegmentKind } from '../../../src/store/segment-list.ts'
import { SegmentWriter } from '../../../src/store/segment-writer.ts'
import { testSqlite } from '../../store/sqlite.ts'
import { contribution, freshDirectory } from '../../store/workspace-fixture.ts'

export interface Given {
  /** One list an import. */
  readonly contributions?: readonly (readonly Partial<ContributionRow>[])[]
  readonly meetings?: readonly (readonly MeetingRow[])[]
  readonly rows?: Partial<LiveRows>
  readonly asOf?: number
  readonly said?: SaidIdentities
  /** Whether the contributions named their components; true when absent. */
  readonly namesComponents?: boolean
}

export const IMPORTED_ON = 21_000
const NO_ROWS: LiveRows = {
  people: [],
  history: [],
  components: [],
  workItems: [],
  artifacts: [],
  lastListed: new Map(),
  presentColumns: new Set(),
}

let count = 0
/** A row that differs from every other in nothing but its id. */
export const row = (cells: Partial<ContributionRow>): ContributionRow =>
  contribution(0, { id: `row-${count++}`, person: 'ann', title: null, component: 'ledger', artifact: 'a.ts', ...cells })

export async function assembled({
  contributions = [],
  meetings = [],
  rows,
  asOf,
  namesComponents = true,
  said = {},
}: Given): Promise<Assembled> {
  const contributors = new Contributors()
  const mostRows = (lists: readonly (readonly unknown[])[]) => lists.reduce((sum, list) => sum + list.length, 0)
  const read: AssembleInput = {
    rows: { ...NO_ROWS, ...rows },
    contributions: new ContributionReader(contributors, {
      mostRows: mostRows(contributions),
      asOf: asOf ?? null,
      lookForDuplicates: contributions.length > 1,
    }),
    meetings: new MeetingReader(contributors, { mostRows: mostRows(meetings), asOf: asOf ?? null }),
    asOf: asOf ?? null,
    importedOn: IMPORTED_ON,
    said,
  }
  for (const list of contributions) {
    const full = list.map(row)
    const segment = await written('contributions', writer => {
      const occurrences = new Occurrences()
      full.forEach((each, index) => {
        const print = new Uint32Array(4)
        contributionFingerprint(each, occurrences, print)
        writer.addContribution(each, print, index + 2)
      })
    })
    read.contributions.add(await segment.read({ columns: CONTRIBUTION_COLUMNS }), namesComponents)
  }
  for (const [position, list] of meetings.entries()) {
    const segment = await written('meetings', writer => list.forEach((each, index) => writer.addMeeting(each, index + 2)))
    read.meetings.add(await segment.read({}), position)
  }
  return assembleDataset(read)
}

async function written<Kind extends SegmentKind>(kind: Kind, add: (writer: SegmentWriter) => void) {
  const directory = await freshDirectory()
  await mkdir(path.join(directory, 'segments'), { recursive: true })
  const sqlite = await testSqlite()
  const writer = new SegmentWriter({ directory, importSequence: 1, sqlite, files: nodeFileSystem })
  add(writer)
  const [entry] = writer.finish()
  if (entry?.kind !== kind) throw new Error(`No segment of ${kind}`)
  const own = { ...entry, kind } as SegmentEntry<Kind> // checked on the line above
  return { read: (options: Parameters<typeof readSegment<Kind>>[3]) => readSegment<Kind>(directory, own, sqlite, options) }
}

/** Each contribution with its codes put back into words, in an order of their own. */
export function inWords({ people, componentNames, artifactNames, workItemNames, kindNames, contributions }: Dataset) {
  const artifactName = (code: number) =>
    code < 0 ? null : `${componentNames[artifactNames[code]!.component]}: ${artifactNames[code]!.name}`
  const listOf = (lists: typeof contributions.uses, at: number) => [...lists.values.subarray(lists.offsets[at]!, lists.offsets[at + 1]!)]
  const words = Array.from({ length: contributions.length }, (_, at) => ({
    person: people[contributions.person[at]!]!.id as string,
    kind: kindNames[contributions.kind[at]!]!,
    component: contributions.component[at]! < 0 ? null : (componentNames[contributions.component[at]!] as string),
    artifact: artifactName(contributions.artifact[at]!),
    previous: artifactName(contributions.previousArtifact[at]!),
    workItem: contributions.workItem[at]! < 0 ? null : (workItemNames[contributions.workItem[at]!] as string),
    participants: listOf(contributions.participants, at).map(code => people[code]!.id as string),
    uses: listOf(contributions.uses, at).map(artifactName),
    day: contributions.day[at]!,
  }))
  return words.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
}
