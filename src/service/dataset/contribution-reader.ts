/** Reads the live contributions segment by segment into columns, with codes that are put in order once all are in. */
import type { EpochDay } from '../../domain/calendar.ts'
import { componentOfPath } from '../../domain/component.ts'
import { Fingerprints } from '../../ingest/fingerprint.ts'
import type { CodeColumn, SegmentColumns } from '../../store/segment.ts'
import { ArtifactTable } from './artifact-table.ts'
import type { Contributors } from './contributors.ts'
import { GrowingLists } from './growing-lists.ts'
import { Names } from './names.ts'

const UNKNOWN = -1
/** Pairs of codes become one number below 2^53. */
const PAIR = 2 ** 26

/** All that an analysis computes with; ids, titles and addresses stay on disk until somebody asks for evidence. */
export const CONTRIBUTION_COLUMNS = [
  ...(['fingerprint', 'day', 'instant', 'person', 'personName', 'kind', 'component', 'artifact', 'previousArtifact', 'workItem'] as const),
  ...(['size', 'hours', 'change', 'outcome', 'agent', 'participants', 'uses'] as const),
]

type Segment = SegmentColumns<'contributions', (typeof CONTRIBUTION_COLUMNS)[number]>

export interface ReadOptions {
  /** Rows of all live segments: the most there can be. */
  readonly mostRows: number
  /** Rows after this day are left out; null takes all. */
  readonly asOf: EpochDay | null
  /** Only several live imports can hold the same contribution twice. */
  readonly lookForDuplicates: boolean
}

/** Columns before people are resolved: `person` holds codes of contributors, the rest codes in reading order. */
export class ContributionReader {
  readonly contributors: Contributors
  readonly components = new Names()
  readonly artifacts = new ArtifactTable()
  readonly workItems = new Names()
  readonly kinds = new Names()
  readonly participantKeys = new Names()
  readonly usedNames = new Names()
  readonly participants: GrowingLists
  readonly uses: GrowingLists
  readonly person: Int32Array
  readonly day: Int32Array
  readonly instant: Float64Array
  readonly kind: Int32Array
  readonly component: Int32Array
  readonly artifact: Int32Array
  readonly previousArtifact: Int32Array
  readonly workItem: Int32Array
  readonly size: Float64Array
  readonly hours: Float32Array
  readonly change: Uint8Array
  readonly outcome: Uint8Array
  readonly agent: Uint8Array
  readonly tieBreak: Uint32Array
  readonly storedRow: Uint32Array
  rows = 0
  /** Rows left out because they are dated after the as-of date. */
  later = 0
  newest: EpochDay | null = null
  /** Of the rows left out: the first day, and what they name. */
  firstLater: EpochDay | null = null
  readonly laterNames = { components: new Set<string>(), artifacts: new Set<string>(), workItems: new Set<string>() }

  readonly #asOf: EpochDay | null
  readonly #seen: Fingerprints | null
  #stored = 0

  constructor(contributors: Contributors, { mostRows, asOf, lookForDuplicates }: ReadOptions) {
    this.contributors = contributors
    this.#asOf = asOf
    this.#seen = lookForDuplicates ? new Fingerprints() : null
    this.participants = new GrowingLists(mostRows)
    this.uses = new GrowingLists(mostRows)
    this.person = new Int32Array(mostRows)
    this.day = new Int32Array(mostRows)
    this.instant = new Float64Array(mostRows)
    this.kind = new Int32Array(mostRows)
    this.component = new Int32Array(mostRows)
    this.artifact = new Int32Array(mostRows)
    this.previousArtifact = new Int32Array(mostRows)
    this.workItem = new Int32Array(mostRows)
    this.size = new Float64Array(mostRows)
    this.hours = new Float32Array(mostRows)
    this.change = new Uint8Array(mostRows)
    this.outcome = new Uint8Array(mostRows)
    this.agent = new Uint8Array(mostRows)
    this.tieBreak = new Uint32Array(mostRows)
    this.storedRow = new Uint32Array(mostRows)
  }

  /** `namesComponents`: whether the file had a component column, so that a former name is of the same component. */
  add(segment: Segment, namesComponents: boolean): void {
    const { columns } = segment
    const codes = new SegmentCodes(segment, this, namesComponents)
    for (let row = 0; row < segment.rows; row++) {
      const stored = this.#stored++
      const day = columns.day[row]!
      const print = row * 4
      const isNew =
        !this.#seen ||
        this.#seen.add(
          columns.fingerprint[print]!,
          columns.fingerprint[print + 1]!,
          columns.fingerprint[print + 2]!,
          columns.fingerprint[print + 3]!,
        )
      if (!isNew) continue
      if (this.#asOf !== null && day > this.#asOf) {
        this.later++
        this.#noteLater(columns, row)
        continue
      }
      if (this.newest === null || day > this.newest) this.newest = day
      const to = this.rows++
      this.person[to] = codes.person(row)
      this.day[to] = day
      this.instant[to] = columns.instant[row]!
      this.kind[to] = codes.kind(row)
      this.component[to] = codes.component(row)
      this.artifact[to] = codes.artifact(row)
      this.change[to] = columns.change[row]!
      this.previousArtifact[to] = codes.previousArtifact(row)
      this.workItem[to] = codes.workItem(row)
      this.size[to] = columns.size[row]!
      this.hours[to] = columns.hours[row]!
      this.outcome[to] = columns.outcome[row]!
      this.agent[to] = columns.agent[row]!
      this.tieBreak[to] = columns.fingerprint[print]!
      this.storedRow[to] = stored
      this.#addList(this.participants, columns.participants, row, this.participantKeys)
      this.#addList(this.uses, columns.uses, row, this.usedNames)
    }
  }

  #noteLater({ day, component, artifact, workItem }: Segment['columns'], row: number): void {
    this.firstLater = Math.min(this.firstLater ?? Infinity, day[row]!)
    const { components, artifacts, workItems } = this.laterNames
    for (const [column, names] of [
      [component, components],
      [artifact, artifacts],
      [workItem, workItems],
    ] as const)
      if (column.codes[row]! >= 0) names.add(column.names[column.codes[row]!]!)
  }

  #addList(lists: GrowingLists, column: Segment['columns']['uses'], row: number, names: Names): void {
    for (let index = column.starts[row]!; index < column.starts[row + 1]!; index++)
      lists.push(names.codeOf(column.names[column.codes[index]!]!))
    lists.endRow()
  }
}

/** From the dictionaries of one segment to the codes of all: each name is looked up once a segment. */
class SegmentCodes {
  readonly #segment: Segment
  readonly #reader: ContributionReader
  readonly #namesComponents: boolean
  readonly #people = new Map<number, number>()
  readonly #artifacts = new Map<number, number>()
  readonly #former = new Map<number, number>()
  readonly component: (row: number) => number
  readonly workItem: (row: number) => number
  readonly kind: (row: number) => number

  constructor(segment: Segment, reader: ContributionReader, namesComponents: boolean) {
    this.#segment = segment
    this.#reader = reader
    this.#namesComponents = namesComponents
    this.component = translation(segment.columns.component, reader.components)
    this.workItem = translation(segment.columns.workItem, reader.workItems)
    this.kind = translation(segment.columns.kind, reader.kinds)
  }

  person(row: number): number {
    const { person, personName } = this.#segment.columns
    const [key, name] = [person.codes[row]!, personName.codes[row]!]
    return remembered(this.#people, key, name, () =>
      this.#reader.contributors.codeOf(person.names[key]!, name < 0 ? null : personName.names[name]!),
    )
  }

  artifact(row: number): number {
    const { artifact } = this.#segment.columns
    const [component, code] = [this.component(row), artifact.codes[row]!]
    if (code < 0 || component < 0) return UNKNOWN
    return remembered(this.#artifacts, component, code, () => this.#reader.artifacts.codeOf(component, artifact.names[code]!))
  }

  previousArtifact(row: number): number {
    const { previousArtifact } = this.#segment.columns
    const [component, code] = [this.component(row), previousArtifact.codes[row]!]
    if (code < 0 || component < 0) return UNKNOWN
    return remembered(this.#former, component, code, () => {
      const name = previousArtifact.names[code]!
      const former = this.#namesComponents ? component : this.#reader.components.codeOf(componentOfPath(name))
      return this.#reader.artifacts.codeOf(former, name)
    })
  }
}

/** Only names of rows that count become known: a segment's dictionary may hold others. */
function translation({ codes, names }: CodeColumn, known: Names): (row: number) => number {
  const translated = new Int32Array(names.length).fill(UNKNOWN)
  return row => {
    const code = codes[row]!
    if (code < 0) return UNKNOWN
    if (translated[code] === UNKNOWN) translated[code] = known.codeOf(names[code]!)
    return translated[code]!
  }
}

function remembered(known: Map<number, number>, first: number, second: number, look: () => number): number {
  const pair = first * PAIR + second + 1
  const code = known.get(pair)
  if (code !== undefined) return code
  const found = look()
  known.set(pair, found)
  return found
}
