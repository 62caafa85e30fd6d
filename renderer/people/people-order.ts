/** Permutations of the rows: in the order of one column, those of one value by name, unknown ones always last. */
import type { ColumnArray } from '../../src/contract/wire.ts'
import { searchKey, type PeopleData } from './people-data.ts'
import type { PeopleSort } from './people-query.ts'

export function orderBy(data: PeopleData, sort: PeopleSort, descending: boolean): Uint32Array {
  switch (sort) {
    case 'name':
      return descending ? data.byName.toReversed() : data.byName
    case 'title':
      return byRank(data.byName, data.title, ranksOf(data.titles), descending)
    case 'unit':
      return byRank(data.byName, data.unit, ranksOf(data.units), descending)
    case 'family':
      return byRank(data.byName, data.family, ranksOf(data.families), descending)
    case 'track':
      return byNumber(data.byName, data.track, 0, descending)
    case 'employed':
      return byNumber(data.byName, data.employed, 0, descending)
    case 'keeps':
      return byNumber(data.byName, data.keeps, NaN, descending)
    case 'weeks':
      return byNumber(data.byName, data.weeks, -1, descending)
    case 'exposure':
      return byNumber(data.byName, data.exposure, NaN, descending)
    case 'build':
    case 'enable':
    case 'decide':
    case 'coordinate':
    case 'govern':
      return byNumber(data.byName, data.modes[sort], NaN, descending)
  }
}

/** The place of each entry of a dictionary in the order of texts. */
function ranksOf(texts: readonly string[]): Uint32Array {
  const keys = texts.map(searchKey)
  const sorted = texts
    .map((_, code) => code)
    .sort((a, b) => ((keys[a] ?? '') < (keys[b] ?? '') ? -1 : (keys[a] ?? '') > (keys[b] ?? '') ? 1 : a - b))
  const ranks = new Uint32Array(texts.length)
  sorted.forEach((code, rank) => (ranks[code] = rank))
  return ranks
}

/** A counting sort, stable over the order of names. */
function byRank(byName: Uint32Array, codes: ColumnArray, ranks: Uint32Array, descending: boolean): Uint32Array {
  const unknown = ranks.length
  const slotOf = (row: number) => {
    const code = codes[row] ?? -1
    const rank = code < 0 ? undefined : ranks[code]
    return rank === undefined ? unknown : descending ? ranks.length - 1 - rank : rank
  }
  const starts = new Uint32Array(unknown + 2)
  for (const row of byName) starts[slotOf(row) + 1]! += 1
  for (let slot = 1; slot < starts.length; slot++) starts[slot]! += starts[slot - 1]!
  const order = new Uint32Array(byName.length)
  for (const row of byName) order[starts[slotOf(row)]!++] = row
  return order
}

function byNumber(byName: Uint32Array, values: ColumnArray, unknown: number, descending: boolean): Uint32Array {
  const keys = new Float64Array(byName.length)
  for (let place = 0; place < byName.length; place++) {
    const value = values[byName[place]!]!
    keys[place] = Number.isNaN(value) || value === unknown ? Infinity : descending ? -value : value
  }
  // Two infinities subtract to NaN, which is no order: the place among names decides.
  const places = Uint32Array.from(byName, (_, place) => place).sort((a, b) => keys[a]! - keys[b]! || a - b)
  return places.map(place => byName[place]!)
}
