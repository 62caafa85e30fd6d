/** Names taken out of the answers of the host: people become Person 1, Person 2, ... while their ids go on finding them. */
import { isColumns, type Columns } from '../../src/contract/wire.ts'

/** The dictionaries that hold the names of those in the dictionary `person`. */
const NAME_DICTIONARIES = ['name', 'personName'] as const

export type Mask = (answer: unknown) => unknown

/** One person has one number for as long as the masks are used. */
export function createMasks(): Mask {
  const numbers = new Map<string, number>()
  const maskOf = (id: string) => {
    const number = numbers.get(id) ?? numbers.size + 1
    numbers.set(id, number)
    return `Person ${number}`
  }
  return answer => {
    if (isColumns(answer)) return maskedColumns(answer, maskOf)
    const known = new Map<string, string>()
    collectNames(answer, (id, name) => known.set(name, maskOf(id)))
    return maskedValue(answer, maskOf, wordsWithout(known))
  }
}

function maskedColumns(columns: Columns, maskOf: (id: string) => string): Columns {
  const people = columns.dictionaries['person']
  if (!people) return columns
  const masked = people.map(maskOf)
  const named = NAME_DICTIONARIES.filter(name => name in columns.dictionaries)
  return { ...columns, dictionaries: { ...columns.dictionaries, ...Object.fromEntries(named.map(name => [name, masked])) } }
}

type Entry = Readonly<Record<string, unknown>>
const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null && !Array.isArray(value)

/** What an object calls the person of its `personId`. */
const NAMED_BY = ['name', 'person'] as const

function collectNames(value: unknown, add: (id: string, name: string) => void): void {
  if (Array.isArray(value)) for (const one of value) collectNames(one, add)
  if (!isEntry(value)) return
  const id = value['personId']
  if (typeof id === 'string')
    for (const key of NAMED_BY) {
      const name = value[key]
      if (typeof name === 'string') add(id, name)
    }
  if (isEntry(value['person']) && typeof value['person']['personId'] === 'string' && typeof value['name'] === 'string')
    add(value['person']['personId'], value['name'])
  if (isEntry(value['names'])) for (const [own, name] of Object.entries(value['names'])) if (typeof name === 'string') add(own, name)
  for (const inner of Object.values(value)) collectNames(inner, add)
}

/** Sentences only: what has no space in it may be an id that is asked for again. */
function wordsWithout(known: ReadonlyMap<string, string>): (text: string) => string {
  if (known.size === 0) return text => text
  const longestFirst = [...known.keys()].filter(name => name !== '').toSorted((a, b) => b.length - a.length)
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.map(escaped).join('|')})(?![\\p{L}\\p{N}])`, 'gu')
  return text => (text.includes(' ') ? text.replace(pattern, name => known.get(name) ?? name) : text)
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')

function maskedValue(value: unknown, maskOf: (id: string) => string, words: (text: string) => string): unknown {
  if (typeof value === 'string') return words(value)
  if (Array.isArray(value)) return value.map(one => maskedValue(one, maskOf, words))
  if (!isEntry(value)) return value
  const inner = isEntry(value['person']) ? value['person']['personId'] : undefined
  const id = typeof value['personId'] === 'string' ? value['personId'] : typeof inner === 'string' ? inner : null
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => {
      if (key === 'personId' || key === 'managerId') return [key, one]
      if (id !== null && (key === 'name' || (key === 'person' && typeof one === 'string'))) return [key, maskOf(id)]
      // An entry of the log names somebody by id alone.
      if (key === 'person' && typeof one === 'string') return [key, maskOf(one)]
      if (key === 'names' && isEntry(one)) return [key, Object.fromEntries(Object.keys(one).map(own => [own, maskOf(own)]))]
      // What is wrong with a reference to a manager quotes it.
      if (key === 'examples') return [key, []]
      if (key === 'words' && 'examples' in value) return [key, `${String(value['code']).replaceAll('-', ' ')}: who is meant is hidden`]
      return [key, maskedValue(one, maskOf, words)]
    }),
  )
}
