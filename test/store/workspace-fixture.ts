/** Workspaces in temporary folders, and rows to put in them. */
import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import type { ContributionRow } from '../../src/domain/contribution.ts'
import type { PersonRow } from '../../src/domain/person.ts'
import type { StoreEnvironment } from '../../src/store/environment.ts'
import { type FileSystem, nodeFileSystem } from '../../src/store/file-system.ts'
import type { ImportRecord } from '../../src/store/import-record.ts'
import { type FileReport, ImportStaging } from '../../src/store/staging.ts'
import { Workspace } from '../../src/store/workspace.ts'
import { testSqlite } from './sqlite.ts'

const folders: string[] = []
const open: Workspace[] = []
afterEach(async () => {
  for (const workspace of open.splice(0)) await workspace.close()
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

/** The path of a workspace that does not exist yet. */
export async function freshDirectory(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'switchyard-store-'))
  folders.push(folder)
  return join(folder, 'Review.switchyard')
}

/** A clock that moves a second at each look, and an optional other disk. */
export async function testEnvironment(files?: Partial<FileSystem>): Promise<StoreEnvironment> {
  let seconds = 0
  return {
    sqlite: await testSqlite(),
    now: () => new Date(Date.UTC(2026, 0, 2, 3, 4, seconds++)),
    process: { pid: process.pid, host: hostname() },
    files: { ...nodeFileSystem, ...files },
  }
}

export async function createWorkspace(directory: string, environment: StoreEnvironment): Promise<Workspace> {
  return tracked(await Workspace.create(directory, environment, { name: 'Review', sample: false }))
}

export async function openWorkspace(directory: string, environment: StoreEnvironment): Promise<Workspace> {
  return tracked(await Workspace.open(directory, environment))
}

/** Closes the workspace when the test ends. */
export function tracked(workspace: Workspace): Workspace {
  open.push(workspace)
  return workspace
}

export const person = (personId: string, cells: Partial<PersonRow> = {}): PersonRow => ({
  personId,
  name: null,
  email: null,
  aliases: [],
  manager: null,
  title: null,
  roleFamily: null,
  level: null,
  levelRank: null,
  track: null,
  orgUnit: null,
  location: null,
  fte: null,
  hireDate: null,
  terminationDate: null,
  employmentStatus: null,
  leaveFrom: null,
  leaveTo: null,
  performanceRating: null,
  ratingMax: null,
  compRatio: null,
  governance: null,
  accountableFor: [],
  plannedTitle: null,
  plannedTrack: null,
  plannedDate: null,
  ...cells,
})

export const contribution = (number: number, cells: Partial<ContributionRow> = {}): ContributionRow => ({
  id: `c-${number}`,
  person: `p-${number % 7}`,
  personName: null,
  day: 20_000 + (number % 300),
  instant: (20_000 + (number % 300)) * 86_400 + number,
  kind: 'commit',
  component: 'ledger',
  artifact: `ledger/${number % 50}.ts`,
  previousArtifact: null,
  workItem: null,
  title: `Change ${number}`,
  url: null,
  size: number,
  hours: null,
  change: 'changed',
  participants: [],
  uses: [],
  outcome: null,
  agent: null,
  ...cells,
})

export const fingerprint = (number: number) => Uint32Array.of(number, number * 2, number * 3, 7)

export const report = (file: string, rows: number, cells: Partial<FileReport> = {}): FileReport => ({
  file,
  sha256: createHash('sha256').update(file).digest('hex'),
  counts: { rows, accepted: rows, rejected: 0, duplicates: 0 },
  importedOn: 20_400,
  reportJson: JSON.stringify({ mapping: { id: 'person_id' }, presentColumns: [] }),
  ...cells,
})

export async function importPeople(
  workspace: Workspace,
  environment: StoreEnvironment,
  file: string,
  rows: readonly PersonRow[],
): Promise<ImportRecord[]> {
  const staging = await ImportStaging.open(workspace.stageImport(), environment)
  staging.beginFile('people')
  rows.forEach((row, index) => staging.addRow('people', row, index + 2))
  staging.finishFile(report(file, rows.length))
  return workspace.commitImport(await staging.finish())
}

export async function importContributions(
  workspace: Workspace,
  environment: StoreEnvironment,
  file: string,
  rows: readonly ContributionRow[],
): Promise<ImportRecord[]> {
  const staging = await ImportStaging.open(workspace.stageImport(), environment)
  staging.beginFile('contributions')
  rows.forEach((row, index) => staging.addContribution(row, fingerprint(index), index + 2))
  staging.finishFile(report(file, rows.length))
  return workspace.commitImport(await staging.finish())
}
