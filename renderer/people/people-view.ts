/** The rows a query selects, and how many each facet would select: one pass over the columns. */
import { maskOf, PATTERNS } from './patterns.ts'
import { searchKey, type PeopleData } from './people-data.ts'
import { orderBy } from './people-order.ts'
import { EMPLOYMENTS, FLAG_FILTERS, TRACKS, type FlagFilter, type PeopleQuery } from './people-query.ts'

export interface FacetCounts {
  readonly flags: Readonly<Record<FlagFilter, number>>
  /** By code of the unit or family, the unknown last. */
  readonly units: Uint32Array
  readonly families: Uint32Array
  /** By code of TRACKS and EMPLOYMENTS. */
  readonly tracks: Uint32Array
  readonly employed: Uint32Array
}

export interface PeopleView {
  /** Rows of the data, in the order of the table. */
  readonly order: Uint32Array
  readonly counts: FacetCounts
}

const [TEXT, FLAG, UNIT, FAMILY, TRACK, EMPLOYED] = [1, 2, 4, 8, 16, 32] as const

export const isInUnit = (unit: string, ancestor: string) => unit === ancestor || unit.startsWith(`${ancestor}/`)

/** A facet counts the rows that all other facets let through: what choosing it would leave. */
export function peopleView(data: PeopleData, query: PeopleQuery, sorted = orderBy(data, query.sort, query.descending)): PeopleView {
  const misses = missesOf(data, query)
  const order = new Uint32Array(data.rows)
  let length = 0
  const units = new Uint32Array(data.units.length + 1)
  const families = new Uint32Array(data.families.length + 1)
  const tracks = new Uint32Array(TRACKS.length)
  const employed = new Uint32Array(EMPLOYMENTS.length)
  const flagged = new Uint32Array(FLAG_FILTERS.length)
  const masks = PATTERNS.map(pattern => maskOf([pattern]))
  for (const row of sorted) {
    const missed = misses(row)
    if (missed === 0) order[length++] = row
    if ((missed & ~UNIT) === 0) units[slot(data.unit[row]!, units)]! += 1
    if ((missed & ~FAMILY) === 0) families[slot(data.family[row]!, families)]! += 1
    if ((missed & ~TRACK) === 0) tracks[data.track[row]!]! += 1
    if ((missed & ~EMPLOYED) === 0) employed[data.employed[row]!]! += 1
    if ((missed & ~FLAG) === 0) {
      const bits = data.flags[row]!
      if (bits !== 0) {
        flagged[0]! += 1
        for (let pattern = 0; pattern < masks.length; pattern++) if ((bits & masks[pattern]!) !== 0) flagged[pattern + 1]! += 1
      }
      if (data.notEnough[row] !== 0) flagged[masks.length + 1]! += 1
    }
  }
  const flags = Object.fromEntries(FLAG_FILTERS.map((flag, index) => [flag, flagged[index]!])) as Record<FlagFilter, number> // one entry a filter
  return { order: order.subarray(0, length), counts: { flags, units, families, tracks, employed } }
}

/** The last slot is for the unknown. */
const slot = (code: number, counts: Uint32Array) => (code < 0 ? counts.length - 1 : code)

/** For a row, the bits of the filters it does not pass. */
function missesOf(data: PeopleData, query: PeopleQuery): (row: number) => number {
  const text = searchKey(query.text.trim())
  const finds = (texts: readonly string[]) => Uint8Array.from(texts, entry => (searchKey(entry).includes(text) ? 1 : 0))
  const [titles, unitsFound] = [finds(data.titles), finds(data.units)]
  const { unit: wanted, families } = query
  const unitsIn = wanted === null ? null : Uint8Array.from(data.units, unit => (isInUnit(unit, wanted) ? 1 : 0))
  const familiesIn = families.length === 0 ? null : Uint8Array.from(data.families, family => (families.includes(family) ? 1 : 0))
  const patterns = PATTERNS.filter(pattern => query.flags.includes(pattern))
  const mask = query.flags.includes('any') ? 0xffff : maskOf(patterns)
  const thin = query.flags.includes('thin')
  const track = query.track === null ? -1 : TRACKS.indexOf(query.track)
  const employed = query.employed === null ? -1 : EMPLOYMENTS.indexOf(query.employed)
  return row => {
    let missed = 0
    if (text !== '' && !(titles[data.title[row]!] || unitsFound[data.unit[row]!] || data.searchKeys[row]!.includes(text))) missed |= TEXT
    if (query.flags.length > 0 && (data.flags[row]! & mask) === 0 && !(thin && data.notEnough[row] !== 0)) missed |= FLAG
    if (unitsIn && !unitsIn[data.unit[row]!]) missed |= UNIT
    if (familiesIn && !familiesIn[data.family[row]!]) missed |= FAMILY
    if (track !== -1 && data.track[row] !== track) missed |= TRACK
    if (employed !== -1 && data.employed[row] !== employed) missed |= EMPLOYED
    return missed
  }
}

export interface UnitFacet {
  readonly path: string
  readonly label: string
  readonly depth: number
  readonly count: number
}

/** The unit that is chosen with those above it, and what lies right below: a tree opened along one path. */
export function unitFacets(units: readonly string[], counts: Uint32Array, chosen: string | null): readonly UnitFacet[] {
  const totals = new Map<string, number>()
  units.forEach((unit, code) => {
    const parts = unit.split('/')
    for (let depth = 1; depth <= parts.length; depth++) {
      const path = parts.slice(0, depth).join('/')
      totals.set(path, (totals.get(path) ?? 0) + counts[code]!)
    }
  })
  const parentOf = (path: string) => path.slice(0, Math.max(0, path.lastIndexOf('/')))
  const open = new Set([''])
  for (let path = chosen ?? ''; path !== ''; path = parentOf(path)) open.add(path)
  return [...totals]
    .filter(([path, count]) => open.has(parentOf(path)) && (count > 0 || path === chosen))
    .map(([path, count]) => ({ path, label: path.slice(path.lastIndexOf('/') + 1), depth: path.split('/').length - 1, count }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
}
