/** How values of the domain become cells of a database, and how cells are parsed back: once, here. */
import type { SqlValue } from './sqlite.ts'
import { StoreError } from './store-error.ts'

export interface Codec<Value> {
  readonly write: (value: Value) => SqlValue
  /** Throws `StoreError` (`damaged`) where the cell cannot be such a value. */
  readonly read: (cell: SqlValue | undefined) => Value
}

const unexpected = (wanted: string) => new StoreError('damaged', `The database holds something else where ${wanted} is expected.`)

export const text: Codec<string> = {
  write: value => value,
  read: cell => {
    if (typeof cell !== 'string') throw unexpected('text')
    return cell
  },
}

export const number: Codec<number> = {
  write: value => value,
  read: cell => {
    if (typeof cell !== 'number') throw unexpected('a number')
    return cell
  },
}

export const bytes: Codec<Uint8Array> = {
  write: value => value,
  read: cell => {
    if (!(cell instanceof Uint8Array)) throw unexpected('a block of bytes')
    return cell
  },
}

export const boolean: Codec<boolean> = {
  write: value => (value ? 1 : 0),
  read: cell => number.read(cell) !== 0,
}

/** Text in a list of words. */
export function oneOf<const Word extends string>(words: readonly Word[]): Codec<Word> {
  return {
    write: word => word,
    read: cell => {
      const found = words.find(word => word === cell)
      if (found === undefined) throw unexpected(`one of ${words.join(', ')}`)
      return found
    },
  }
}

/** A list of texts, kept as JSON. */
export const list: Codec<readonly string[]> = {
  write: value => JSON.stringify(value),
  read: cell => {
    const value: unknown = JSON.parse(text.read(cell))
    if (!Array.isArray(value)) throw unexpected('a list')
    return value.map(item => text.read(item))
  },
}

export function orNull<Value>(codec: Codec<Value>): Codec<Value | null> {
  return {
    write: value => (value === null ? null : codec.write(value)),
    read: cell => (cell === null ? null : codec.read(cell)),
  }
}
