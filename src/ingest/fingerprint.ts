/** What makes two contributions the same one: 128 bits, and a table of them that holds millions. */
import crypto from 'node:crypto'
import type { ContributionRow } from '../domain/contribution.ts'

/** One-shot hashing needs half the time of createHash, where the runtime has it. */
export const sha256: (text: string) => Buffer =
  typeof crypto.hash === 'function'
    ? text => crypto.hash('sha256', text, 'buffer')
    : text => crypto.createHash('sha256').update(text).digest()

/** The same as text, a character a byte: a third of the time, for what is hashed by the million. */
const sha256Text: (content: string) => string =
  typeof crypto.hash === 'function'
    ? content => crypto.hash('sha256', content, 'binary')
    : content => crypto.createHash('sha256').update(content).digest('binary')

/** Writes the first 128 bits of the SHA-256 of a text into four words. */
export function fingerprint(content: string, into: Uint32Array): void {
  const hash = sha256Text(content)
  for (let word = 0; word < 4; word++) {
    const at = 4 * word
    const [a, b, c, d] = [hash.charCodeAt(at), hash.charCodeAt(at + 1), hash.charCodeAt(at + 2), hash.charCodeAt(at + 3)]
    into[word] = a | (b << 8) | (c << 16) | (d << 24)
  }
}

/**
 * Writes the identity of a contribution into four words: the first 128 bits of the SHA-256 of its
 * contribution_id, or where it has none of its fields and its ordinal among equal rows of the file.
 * True where those words are now among the ones seen in the file, which they were not before.
 */
export function contributionFingerprint(row: ContributionRow, seenInFile: Occurrences, into: Uint32Array): boolean {
  if (row.id !== null) {
    fingerprint(`id ${row.id}`, into)
    return false
  }
  const content = canonicalContent(row)
  fingerprint(content, into)
  const ordinal = seenInFile.count(into[0]!, into[1]!, into[2]!, into[3]!)
  if (ordinal > 0) fingerprint(`${ordinal} ${content}`, into)
  return ordinal === 0
}

/**
 * The fields in a fixed order, as JSON, so that no text can pass for the border between two. Put
 * together here because JSON.stringify needs three times as long for an array of short texts.
 */
export function canonicalContent(row: ContributionRow): string {
  const { person, personName, kind, component, artifact, previousArtifact, workItem, title, url } = row
  const names = `${json(person)},${json(personName)},${json(kind)},${json(component)},${json(artifact)},${json(previousArtifact)}`
  const texts = `[${names},${json(workItem)},${json(title)},${json(url)}]`
  const measures = `${row.day},${row.instant},${row.size},${row.hours},${json(row.change)},${json(row.outcome)},${row.agent}`
  return `row [${texts},${measures},${jsonList(row.participants)},${jsonList(row.uses)}]`
}

/** Nothing in it that JSON escapes. */
// oxlint-disable-next-line no-control-regex -- control characters are what JSON escapes
const PLAIN = /^[^"\\\u0000-\u001f\ud800-\udfff]*$/

const json = (text: string | null) => (text === null ? 'null' : PLAIN.test(text) ? `"${text}"` : JSON.stringify(text))
const jsonList = (texts: readonly string[]) => (texts.length === 0 ? '[]' : JSON.stringify([...texts].sort()))

const FIRST_CAPACITY = 1024

/** Open addressing with linear probing over one array; doubles when three quarters full. A free slot is four zeros. */
class KeyTable {
  readonly #isCounting: boolean
  #keys = new Uint32Array(FIRST_CAPACITY * 4)
  #counts: Uint32Array
  #size = 0

  constructor(isCounting: boolean) {
    this.#isCounting = isCounting
    this.#counts = new Uint32Array(isCounting ? FIRST_CAPACITY : 0)
  }

  get size(): number {
    return this.#size
  }

  has(a: number, b: number, c: number, d: number): boolean {
    return !this.#isFree(this.#slotOf(a, b, c, d))
  }

  /** Adds the key; 0 when it was new, else the number of times it was there (1 where nothing is counted). */
  claim(a: number, b: number, c: number, d: number): number {
    if (4 * this.#size >= 3 * (this.#keys.length / 4)) this.#double()
    const slot = this.#slotOf(a, b, c, d)
    const before = this.#isFree(slot) ? 0 : this.#isCounting ? this.#counts[slot]! : 1
    if (before === 0) this.#put(slot, a, b, c, d)
    if (this.#isCounting) this.#counts[slot] = before + 1
    return before
  }

  #put(slot: number, a: number, b: number, c: number, d: number): void {
    const at = slot * 4
    this.#keys[at] = a
    this.#keys[at + 1] = b
    this.#keys[at + 2] = c
    this.#keys[at + 3] = stored(a, b, c, d)
    this.#size++
  }

  /** The slot the key is in, or the free one it would go to. */
  #slotOf(a: number, b: number, c: number, d: number): number {
    const keys = this.#keys
    const last = stored(a, b, c, d)
    const mask = keys.length / 4 - 1
    let slot = a & mask
    for (;;) {
      const at = slot * 4
      const first = keys[at]
      if (first === a && keys[at + 1] === b && keys[at + 2] === c && keys[at + 3] === last) return slot
      if (first === 0 && this.#isFree(slot)) return slot
      slot = (slot + 1) & mask
    }
  }

  #isFree(slot: number): boolean {
    const at = slot * 4
    const keys = this.#keys
    return keys[at] === 0 && keys[at + 1] === 0 && keys[at + 2] === 0 && keys[at + 3] === 0
  }

  #double(): void {
    const [keys, counts] = [this.#keys, this.#counts]
    this.#keys = new Uint32Array(keys.length * 2)
    this.#counts = new Uint32Array(counts.length * 2)
    this.#size = 0
    for (let old = 0; old < keys.length / 4; old++) {
      const at = old * 4
      const [a, b, c, d] = [keys[at]!, keys[at + 1]!, keys[at + 2]!, keys[at + 3]!]
      if (d === 0 && a === 0 && b === 0 && c === 0) continue
      const slot = this.#slotOf(a, b, c, d)
      this.#put(slot, a, b, c, d)
      if (this.#isCounting) this.#counts[slot] = counts[old]!
    }
  }
}

/** The key of four zeros would look like a free slot. */
const stored = (a: number, b: number, c: number, d: number) => (d === 0 && a === 0 && b === 0 && c === 0 ? 1 : d)

/** A set of 128-bit keys: 16 bytes a slot, no object a key. */
export class Fingerprints {
  readonly #table = new KeyTable(false)

  get size(): number {
    return this.#table.size
  }

  /** True when the key is new. */
  add(a: number, b: number, c: number, d: number): boolean {
    return this.#table.claim(a, b, c, d) === 0
  }

  has(a: number, b: number, c: number, d: number): boolean {
    return this.#table.has(a, b, c, d)
  }
}

/** How often each 128-bit key has been seen. */
export class Occurrences {
  readonly #table = new KeyTable(true)

  has(a: number, b: number, c: number, d: number): boolean {
    return this.#table.has(a, b, c, d)
  }

  /** The number of times the key was counted before. */
  count(a: number, b: number, c: number, d: number): number {
    return this.#table.claim(a, b, c, d)
  }
}
