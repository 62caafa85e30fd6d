/** Everybody as columns, with the keys that sorting and searching go by. Made once an answer; no object a person. */
import type { ColumnArray, Columns } from '../../src/contract/wire.ts'
import type { Mode } from './answers.ts'
import { MODES } from './modes.ts'

export interface PeopleData {
  readonly rows: number
  readonly ids: readonly string[]
  readonly names: readonly string[]
  readonly titles: readonly string[]
  readonly units: readonly string[]
  readonly families: readonly string[]
  /** Codes into the lists above; -1 unknown. */
  readonly title: ColumnArray
  readonly unit: ColumnArray
  readonly family: ColumnArray
  readonly flags: ColumnArray
  readonly notEnough: ColumnArray
  /** Codes of EMPLOYMENTS and TRACKS. */
  readonly employed: ColumnArray
  readonly track: ColumnArray
  readonly inHris: ColumnArray
  readonly modes: Readonly<Record<Mode, ColumnArray>>
  /** -1 unknown. */
  readonly weeks: ColumnArray
  readonly keeps: ColumnArray
  /** NaN unknown. */
  readonly exposure: ColumnArray
  /** What a row is found by: name and id without case and accents. */
  readonly searchKeys: readonly string[]
  /** Rows in the order of names. */
  readonly byName: Uint32Array
}

const ASCII = /^[\u0020-\u007e]*$/

/** Text without case and accents, so that "tomas" finds "Tomáš" and Á stands beside A. The same on every machine. */
export function searchKey(text: string): string {
  const lower = text.toLowerCase()
  return ASCII.test(lower) ? lower : lower.normalize('NFD').replaceAll(/\p{M}/gu, '')
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

export function peopleData({ rows, arrays, dictionaries }: Columns): PeopleData {
  const column = (name: string, absent: number): ColumnArray => arrays[name] ?? new Float64Array(rows).fill(absent)
  const ids = dictionaries['person'] ?? []
  const names = dictionaries['name'] ?? ids
  const searchKeys = names.map(searchKey)
  const idKeys = ids.map(id => id.toLowerCase())
  const byName = Uint32Array.from({ length: rows }, (_, row) => row).sort(
    (a, b) =>
      byText(searchKeys[a] ?? '', searchKeys[b] ?? '') || byText(names[a] ?? '', names[b] ?? '') || byText(ids[a] ?? '', ids[b] ?? ''),
  )
  return {
    rows,
    ids,
    names,
    titles: dictionaries['title'] ?? [],
    units: dictionaries['unit'] ?? [],
    families: dictionaries['family'] ?? [],
    title: column('title', -1),
    unit: column('unit', -1),
    family: column('family', -1),
    flags: column('flags', 0),
    notEnough: column('notEnough', 0),
    employed: column('employed', 0),
    track: column('track', 0),
    inHris: column('inHris', 0),
    modes: Object.fromEntries(MODES.map(mode => [mode, column(mode, NaN)])) as Record<Mode, ColumnArray>, // one entry a mode
    weeks: column('weeks', -1),
    keeps: column('keeps', 0),
    exposure: column('exposure', NaN),
    searchKeys: searchKeys.map((key, row) => `${key}\n${idKeys[row] ?? ''}`),
    byName,
  }
}
