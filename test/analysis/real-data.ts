/** Loads the published change histories, where they are, for comparison with published values. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Papa from 'papaparse'
import type { Change } from '../../src/domain/contribution.ts'
import type { Dataset } from '../../src/domain/dataset.ts'
import { buildDataset } from './dataset-builder.ts'
import type { ContributionInput } from './dataset-builder.ts'

const FOLDER = process.env['SWITCHYARD_REAL_DATA'] ?? resolve(import.meta.dirname, '../../../shared/data')

export interface PublishedHistory {
  readonly dataset: Dataset
  readonly expected: { readonly truck_factor: number; readonly single_author_ratio: number; readonly files: number }
}

export type CsvRow = Readonly<Record<string, string>>

/** Null, with a message, where the folder is missing. */
export function publishedHistory(repository: string): PublishedHistory | null {
  const folder = join(FOLDER, 'git', repository)
  if (!existsSync(folder)) {
    console.warn(`skipped: ${repository} needs the published change histories; set SWITCHYARD_REAL_DATA to their folder`)
    return null
  }
  const rows = readCsv(join(folder, 'contributions.csv'))
  const identify = identities(rows)
  const artifacts = readCsv(join(folder, 'artifacts.csv')).map(row => ({
    component: repository,
    artifact: row['artifact']!,
    status: row['status'] === 'current' ? ('current' as const) : ('out_of_scope' as const),
  }))
  // expected.json is part of the published data and has this shape.
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as PublishedHistory['expected']
  return { dataset: buildDataset({ contributions: rows.map(row => contribution(row, identify)), artifacts }), expected }
}

/** The rows of a file with published figures on networks; null, with a message, where the folder is missing. */
export function publishedNetworkFile(name: string): CsvRow[] | null {
  const path = join(FOLDER, 'network', name)
  if (existsSync(path)) return readCsv(path)
  console.warn(`skipped: ${name} needs the published networks; set SWITCHYARD_REAL_DATA to their folder`)
  return null
}

function readCsv(path: string): CsvRow[] {
  return Papa.parse<CsvRow>(readFileSync(path, 'utf8'), { header: true, skipEmptyLines: true }).data
}

function contribution(row: CsvRow, identify: (row: CsvRow) => string): ContributionInput {
  const size = Number(row['added'] || 0) + Number(row['deleted'] || 0)
  const previous = row['previous_artifact']
  return {
    person: identify(row),
    at: row['occurred_at']!,
    kind: row['kind']!,
    component: row['component']!,
    artifact: row['artifact']!,
    size,
    // The files hold nothing but the four marks.
    change: row['change'] as Change,
    ...(previous ? { previousArtifact: previous } : {}),
  }
}

/** Same e-mail or same exact name is one person, transitively; known by the smallest of those. */
function identities(rows: readonly CsvRow[]): (row: CsvRow) => string {
  const parent = new Map<string, string>()
  const root = (name: string): string => {
    const up = parent.get(name) ?? name
    if (up === name) return name
    const top = root(up)
    parent.set(name, top)
    return top
  }
  const keysOf = (row: CsvRow) => [`e-mail ${row['person']!.toLowerCase()}`, ...(row['person_name'] ? [`name ${row['person_name']}`] : [])]
  for (const row of rows) {
    const [email, name] = keysOf(row)
    if (email === undefined || name === undefined) continue
    const [a, b] = [root(email), root(name)]
    if (a < b) parent.set(b, a)
    else parent.set(a, b)
  }
  return row => root(keysOf(row)[0]!)
}
