/**
 * The document of an analysis as it is kept: what grows with people in blocks that are read one by one,
 * with an index that finds people without reading any, and the rest in one piece.
 */
import { deserialize, serialize } from 'node:v8'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { AnalysisDocument, PersonEntry } from '../contract/analysis.ts'
import type { Output } from '../contract/contract.ts'
import type { Columns } from '../contract/wire.ts'
import type { JobEvent } from '../domain/job-event.ts'
import { peopleColumns } from './people-columns.ts'
import { personNames } from './person-names.ts'
import { routingOf } from './routing.ts'

/** All of a document but its people and leaders: it grows with systems and units. */
export type DocumentHead = Omit<AnalysisDocument, 'people' | 'leaders'>

/** Everybody, in the order of ids. */
export interface PeopleIndex {
  /** As `people.table` answers. */
  readonly table: Columns
  /** Place of each person's manager, -1 where there is none. */
  readonly manager: Int32Array
  /** The systems somebody keeps alone, by place; those who keep none are not in it. */
  readonly keeps: ReadonlyMap<number, readonly string[]>
}

/** The place of the person of that id; -1 where nobody bears it. */
export const placeOf = ({ table }: PeopleIndex, personId: string): number => table.dictionaries['person']?.indexOf(personId) ?? -1

/** One person as kept: the entry of the document, and their job events in the order of time. */
export interface KeptPerson {
  readonly entry: PersonEntry
  readonly events: readonly JobEvent[]
}

/** Counts stand in the place of what is in blocks, so that a document put together again has its fields in their order. */
type StoredHead = DocumentHead & { readonly people: number; readonly leaders: number }

export interface DocumentBlocks {
  readonly head: Uint8Array
  readonly blocks: ReadonlyMap<string, Uint8Array>
}

/** Reads what it is asked for, and holds on to little of it. */
export interface KeptDocument {
  readonly head: DocumentHead
  index(): PeopleIndex
  /** By place in the index. */
  person(place: number): KeptPerson
  routing(): Output<'routing.get'>
  leaders(): AnalysisDocument['leaders']
  /** All of it, for whoever writes it down. */
  whole(): AnalysisDocument
}

const BLOCK_PEOPLE = 500
/** The first level is nearly as small as the last, and several times as fast. */
const COMPRESSION = { level: 1 }
/** A profile and those opened before it are mostly in these. */
const BLOCKS_HELD = 4

export function cutDocument(document: AnalysisDocument, history: readonly JobEvent[]): DocumentBlocks {
  const { people, leaders } = document
  const blocks = new Map<string, Uint8Array>([
    ['index', serialize(peopleIndex(document))],
    ['routing', packed(routingOf(document, personNames(peopleColumns(document))))],
  ])
  const eventsOf = eventsByPerson(history)
  for (let from = 0; from < people.length; from += BLOCK_PEOPLE) {
    const kept = people.slice(from, from + BLOCK_PEOPLE).map((entry): KeptPerson => ({ entry, events: eventsOf.get(entry.personId) ?? [] }))
    blocks.set(`people ${from / BLOCK_PEOPLE}`, packed(kept))
  }
  for (let from = 0; from < leaders.length; from += BLOCK_PEOPLE)
    blocks.set(`leaders ${from / BLOCK_PEOPLE}`, packed(leaders.slice(from, from + BLOCK_PEOPLE)))
  const head: StoredHead = { ...document, people: people.length, leaders: leaders.length }
  return { head: new TextEncoder().encode(JSON.stringify(head)), blocks }
}

function eventsByPerson(history: readonly JobEvent[]): ReadonlyMap<string, readonly JobEvent[]> {
  const events = new Map<string, JobEvent[]>()
  for (const event of history) {
    const own = events.get(event.personId)
    if (own) own.push(event)
    else events.set(event.personId, [event])
  }
  return events
}

function peopleIndex(document: AnalysisDocument): PeopleIndex {
  const places = new Map(document.people.map(({ personId }, place) => [personId, place]))
  const keeps = document.people.map(({ keeps: kept }, place) => [place, kept.map(({ component }) => component)] as const)
  return {
    table: peopleColumns(document),
    keeps: new Map(keeps.filter(([, components]) => components.length > 0)),
    manager: Int32Array.from(document.people, ({ managerId }) => (managerId === null ? -1 : (places.get(managerId) ?? -1))),
  }
}

/** `read` throws where a block is not there. Throws SyntaxError where the head is of a version that cannot be read. */
export function openDocument(headBytes: Uint8Array, read: (name: string) => Uint8Array): KeptDocument {
  // Head and blocks were written by cutDocument under the digest they are read by.
  const head = JSON.parse(new TextDecoder().decode(headBytes)) as StoredHead
  const held = new Map<number, readonly KeptPerson[]>()
  const block = (number: number): readonly KeptPerson[] => {
    const people = held.get(number) ?? unpacked<readonly KeptPerson[]>(read(`people ${number}`))
    held.delete(number)
    held.set(number, people)
    for (const oldest of [...held.keys()].slice(0, -BLOCKS_HELD)) held.delete(oldest)
    return people
  }
  const leaders = () => numbersTo(head.leaders).flatMap(number => unpacked<AnalysisDocument['leaders']>(read(`leaders ${number}`)))
  let index: PeopleIndex | null = null
  return {
    head,
    index: () => (index ??= deserialize(read('index')) as PeopleIndex),
    person: place => block(Math.floor(place / BLOCK_PEOPLE))[place % BLOCK_PEOPLE]!,
    routing: () => unpacked(read('routing')),
    leaders,
    whole: () => ({
      ...head,
      people: numbersTo(head.people).flatMap(number => unpacked<readonly KeptPerson[]>(read(`people ${number}`)).map(({ entry }) => entry)),
      leaders: leaders(),
    }),
  }
}

/** The numbers of the blocks that hold so many. */
const numbersTo = (entries: number) => [...Array(Math.ceil(entries / BLOCK_PEOPLE)).keys()]

const packed = (value: unknown): Uint8Array => deflateRawSync(JSON.stringify(value), COMPRESSION)
const unpacked = <Value>(bytes: Uint8Array) => JSON.parse(inflateRawSync(bytes).toString('utf8')) as Value // as cutDocument packed it
