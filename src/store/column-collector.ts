/** Growing columns: numbers, texts and codes of repeated names, each in one buffer. */
import { type BlockPart, NO_CODE, NUMBER_ARRAYS, type NumberType } from './segment-format.ts'

/** What is written of a column: a typed array or UTF-8 text, as bytes. */
export interface Block {
  readonly part: BlockPart
  readonly type: NumberType | 'utf8'
  readonly entries: number
  readonly bytes: Uint8Array
}

export interface Collector {
  readonly blocks: () => Block[]
  /** Forgets the rows and keeps the memory for the next segment. */
  readonly clear: () => void
}

const FIRST_ENTRIES = 1024
const FIRST_TEXT_BYTES = 16 * 1024
const SHORT_TEXT = 48
const FIRST_NOT_ASCII = 128

/** Collects as doubles, which hold every type here: one kind of array keeps the hot loop fast. */
export class NumberCollector implements Collector {
  readonly #type: NumberType
  #values = new Float64Array(FIRST_ENTRIES)
  #length = 0

  constructor(type: NumberType) {
    this.#type = type
  }

  get length(): number {
    return this.#length
  }

  add(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Float64Array(this.#length * 2)
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values[this.#length++] = value
  }

  block(part: BlockPart): Block {
    const typed = new NUMBER_ARRAYS[this.#type](this.#values.subarray(0, this.#length))
    return { part, type: this.#type, entries: this.#length, bytes: new Uint8Array(typed.buffer) }
  }

  blocks(): Block[] {
    return [this.block('numbers')]
  }

  clear(): void {
    this.#length = 0
  }
}

/** Texts one after the other; a blank one and none are the same. */
export class TextCollector implements Collector {
  #buffer = Buffer.allocUnsafeSlow(FIRST_TEXT_BYTES)
  #end = 0
  readonly #offsets = new NumberCollector('uint32')

  constructor() {
    this.#offsets.add(0)
  }

  get textBytes(): number {
    return this.#end
  }

  add(text: string | null): void {
    if (text !== null) this.#append(text)
    this.#offsets.add(this.#end)
  }

  /** Adds a text and gives it back as a string of its own, which holds on to no file it was cut from. */
  addCopied(text: string): string {
    const start = this.#end
    this.add(text)
    return this.#buffer.toString('utf8', start, this.#end)
  }

  #append(text: string): void {
    // A code unit is at most three bytes of UTF-8.
    const needed = this.#end + text.length * 3
    if (needed > this.#buffer.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.#buffer.length * 2))
      this.#buffer.copy(larger, 0, 0, this.#end)
      this.#buffer = larger
    }
    this.#end = text.length <= SHORT_TEXT ? this.#appendShort(text) : this.#end + this.#buffer.write(text, this.#end)
  }

  /** Character by character while they are ASCII: for short texts sooner done than the call into the runtime. */
  #appendShort(text: string): number {
    const buffer = this.#buffer
    const start = this.#end
    for (let index = 0; index < text.length; index++) {
      const code = text.charCodeAt(index)
      if (code >= FIRST_NOT_ASCII) return start + buffer.write(text, start)
      buffer[start + index] = code
    }
    return start + text.length
  }

  blocks(): Block[] {
    const bytes = this.#buffer.subarray(0, this.#end)
    return [this.#offsets.block('offsets'), { part: 'text', type: 'utf8', entries: this.#end, bytes }]
  }

  clear(): void {
    this.#end = 0
    this.#offsets.clear()
    this.#offsets.add(0)
  }
}

const FIRST_SLOTS = 1024
const FREE = -1

/**
 * Names that repeat: each is kept once a segment, in the order of first use. Found by open addressing
 * with linear probing, at most half full, which takes half the time of a Map of strings.
 */
class Dictionary {
  #slots = new Int32Array(FIRST_SLOTS).fill(FREE)
  #names: string[] = []
  readonly texts = new TextCollector()

  code(name: string): number {
    const slot = this.#slotOf(name)
    const known = this.#slots[slot]!
    if (known !== FREE) return known
    const code = this.#names.length
    const copy = this.texts.addCopied(name)
    // A lone surrogate does not survive UTF-8; then the name itself is the key, so that it is found again.
    this.#names.push(copy === name ? copy : name)
    this.#slots[slot] = code
    if (2 * this.#names.length > this.#slots.length) this.#double()
    return code
  }

  clear(): void {
    this.#slots.fill(FREE)
    this.#names = []
    this.texts.clear()
  }

  /** The slot the name is in, or the free one it would go to. */
  #slotOf(name: string): number {
    const slots = this.#slots
    const mask = slots.length - 1
    let slot = hashOf(name) & mask
    for (;;) {
      const code = slots[slot]!
      if (code === FREE || this.#names[code] === name) return slot
      slot = (slot + 1) & mask
    }
  }

  #double(): void {
    this.#slots = new Int32Array(this.#slots.length * 2).fill(FREE)
    this.#names.forEach((name, code) => (this.#slots[this.#slotOf(name)] = code))
  }
}

/** FNV-1a over the code units, its upper bits folded into the lower. */
function hashOf(name: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < name.length; index++) hash = Math.imul(hash ^ name.charCodeAt(index), 0x01000193)
  return hash ^ (hash >>> 15)
}

export class CodeCollector implements Collector {
  readonly #codes = new NumberCollector('int32')
  readonly #dictionary = new Dictionary()

  get textBytes(): number {
    return this.#dictionary.texts.textBytes
  }

  add(name: string | null): void {
    this.#codes.add(name === null ? NO_CODE : this.#dictionary.code(name))
  }

  blocks(): Block[] {
    return [...this.#codes.blocks(), ...this.#dictionary.texts.blocks()]
  }

  clear(): void {
    this.#codes.clear()
    this.#dictionary.clear()
  }
}

export class ListCollector implements Collector {
  readonly #starts = new NumberCollector('uint32')
  readonly #codes = new NumberCollector('int32')
  readonly #dictionary = new Dictionary()

  constructor() {
    this.#starts.add(0)
  }

  add(names: readonly string[]): void {
    for (const name of names) this.#codes.add(this.#dictionary.code(name))
    this.#starts.add(this.#codes.length)
  }

  blocks(): Block[] {
    return [this.#starts.block('starts'), ...this.#codes.blocks(), ...this.#dictionary.texts.blocks()]
  }

  clear(): void {
    this.#starts.clear()
    this.#starts.add(0)
    this.#codes.clear()
    this.#dictionary.clear()
  }
}
