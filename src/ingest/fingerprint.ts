/** What makes two contributions the same one: 128 bits, and a table of them that holds millions. */
import crypto from 'node:crypto'
import type { ContributionRow } from '../domain/contribution.ts'

/** One-shot hashing needs half the time of createHash, where the runtime has it. */
export const sha256: (text: string) => Buffer =
  typeof crypto.hash === 'function'
    ? text => crypto.hash('sha256', text, 'buffer')
    : text => crypto.createHash('sha256').update(text).digest()

/**
 * Writes the identity of a contribution into four words: the first 128 bits of the SHA-256 of its
 * contribution_id, or where it has none of its fields and its ordinal among equal rows of the file.
 */
export function contributionFingerprint(row: ContributionRow, seenInFile: Occurrences, into: Uint32Array): void {
  if (row.id !== null) {
    writeWords(sha256(`id ${row.id}`), into)
    return
  }
  const content = canonicalContent(row)
  writeWords(sha256(content), into)
  const ordinal = seenInFile.count(into[0]!, into[1]!, into[2]!, into[3]!)
  if (ordinal > 0) writeWords(sha256(`${ordinal} ${content}`), into)
}

/** The fields in a fixed order, as JSON, so that no text can pass for the border between two. */
function canonicalContent(row: ContributionRow): string {
  const { person, personName, day, instant, kind, component, artifact, previousArtifact, workItem, title, url } = row
  const { size, hours, change, outcome, agent } = row
  const [participants, uses] = [[...row.participants].sort(), [...row.uses].sort()]
  const texts = [person, personName, kind, component, artifact, previousArtifact, workItem, title, url]
  return `row ${JSON.stringify([texts, day, instant, size, hours, change, outcome, agent, participants, uses])}`
}

function writeWords(hash: Buffer, into: Uint32Array): void {
  for (let word = 0; word < 4; word++) into[word] = hash.readUInt32LE(word * 4)
}

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
      if (keys[at] === a && keys[at + 1] === b && keys[at + 2] === c && keys[at + 3] === last) return slot
      if (this.#isFree(slot)) return slot
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

  /** The number of times the key was counted before. */
  count(a: number, b: number, c: number, d: number): number {
    return this.#table.claim(a, b, c, d)
  }
}
