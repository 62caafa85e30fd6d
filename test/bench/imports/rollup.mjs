/** Rows and summed size of each person, kind and month, read back from the segments of a workspace. */
import { readFile, readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'

const require = createRequire(new URL('../../../package.json', import.meta.url))
// Together 31 bits, so that a group's key is a small integer.
const PEOPLE_AT_MOST = 65_536
const KINDS_AT_MOST = 32
const MONTHS_AT_MOST = 1024
/** Until 2055. */
const FIRST_YEAR = 1970
const FIRST_SLOTS = 65_536
const FREE = -1

/** Rows and sizes by key: open addressing with linear probing, at most half full. */
class Groups {
  count = 0
  #keys = new Int32Array(FIRST_SLOTS).fill(FREE)
  rows = new Float64Array(FIRST_SLOTS)
  sizes = new Float64Array(FIRST_SLOTS)

  add(key, rows, size) {
    const mask = this.#keys.length - 1
    let slot = Math.imul(key, 0x9e3779b1) >>> 8
    while (this.#keys[(slot &= mask)] !== key && this.#keys[slot] !== FREE) slot++
    if (this.#keys[slot] === FREE) {
      this.#keys[slot] = key
      this.count++
    }
    this.rows[slot] += rows
    this.sizes[slot] += size
    if (2 * this.count > mask) this.#double()
  }

  #double() {
    const [keys, rows, sizes] = [this.#keys, this.rows, this.sizes]
    this.count = 0
    this.#keys = new Int32Array(2 * keys.length).fill(FREE)
    this.rows = new Float64Array(2 * keys.length)
    this.sizes = new Float64Array(2 * keys.length)
    for (let slot = 0; slot < keys.length; slot++) if (keys[slot] !== FREE) this.add(keys[slot], rows[slot], sizes[slot])
  }
}

export async function rollUp(workspace) {
  const sqlite = await require('sql.js')({ wasmBinary: await readFile(require.resolve('sql.js/dist/sql-wasm.wasm')) })
  const segments = path.join(workspace, 'segments')
  const [people, kinds] = [new Map(), new Map()]
  const groups = new Groups()
  for (const name of (await readdir(segments)).sort()) {
    const database = new sqlite.Database(await readFile(path.join(segments, name)))
    const person = codes(database, 'person', people)
    const kind = codes(database, 'kind', kinds)
    const day = new Int32Array(block(database, 'day', 'numbers'))
    const size = new Float64Array(block(database, 'size', 'numbers'))
    database.close()
    if (people.size > PEOPLE_AT_MOST || kinds.size > KINDS_AT_MOST) throw new Error('More people or kinds than the keys hold')
    const monthOf = monthTable(day)
    for (let row = 0; row < day.length; row++) {
      const key = (person[row] * KINDS_AT_MOST + kind[row]) * MONTHS_AT_MOST + monthOf(day[row])
      groups.add(key, 1, Number.isNaN(size[row]) ? 0 : size[row])
    }
  }
  const sum = numbers => numbers.reduce((total, value) => total + value, 0)
  return { groups: groups.count, rows: sum(groups.rows), size: sum(groups.sizes) }
}

/** Months since January 1970 of the days from the first to the last, each worked out once. */
function monthTable(days) {
  let [first, last] = [days[0], days[0]]
  for (const day of days) {
    if (day < first) first = day
    if (day > last) last = day
  }
  const months = Uint16Array.from({ length: last - first + 1 }, (_, index) => {
    const date = new Date((first + index) * 86_400_000)
    return (date.getUTCFullYear() - FIRST_YEAR) * 12 + date.getUTCMonth()
  })
  return day => months[day - first]
}

/** The codes of a segment's column as indexes into the names of all segments. */
function codes(database, column, names) {
  const offsets = new Uint32Array(block(database, column, 'offsets'))
  const text = Buffer.from(block(database, column, 'text'))
  const index = Array.from({ length: offsets.length - 1 }, (_, code) => {
    const name = text.toString('utf8', offsets[code], offsets[code + 1])
    if (!names.has(name)) names.set(name, names.size)
    return names.get(name)
  })
  return new Int32Array(block(database, column, 'numbers')).map(code => index[code])
}

function block(database, column, part) {
  const [{ values }] = database.exec('SELECT bytes FROM block WHERE column_name = ? AND part = ?', [column, part])
  const bytes = values[0][0]
  return bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
}
