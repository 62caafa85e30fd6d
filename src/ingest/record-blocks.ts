/** Cuts a stream of bytes into blocks that end where records end, so that no record and no character is ever split. */
import type { Problem } from '../domain/problem.ts'
import type { Dialect } from './dialect.ts'
import { asciiCompatible } from './encoding.ts'
import { unusable } from './input-error.ts'

const RECORD_LIMIT_BYTES = 1024 * 1024
/** Small enough for the cells of a block to be gone before the collector moves them. */
const PIECE_BYTES = 32 * 1024
const FIRST_BUFFER_BYTES = 16 * 1024
const QUOTED_LIMIT_BYTES = 64 * 1024
const QUOTED_LIMIT_LINES = 200

/** Whole records. Valid until the next block is asked for: the bytes are reused. */
export interface RecordBlock {
  /** Every record ends with one LF, whatever the file had; only the file's last one may end without. */
  readonly bytes: Uint8Array
  readonly count: number
  /** Where each of the `count` records starts in `bytes`. */
  readonly starts: Uint32Array
  /** The 1-based line of the file each of the `count` records starts on. */
  readonly lines: Uint32Array
  /** In line order. Records given up on are blank in `bytes`. */
  readonly problems: readonly Problem[]
}

/** The records of a file, block by block. Throws InputError (`line-too-long`, `not-text`). */
export async function* recordBlocks(blocks: AsyncIterable<Uint8Array>, dialect: Dialect, file: string): AsyncGenerator<RecordBlock> {
  const cutter = new RecordCutter(dialect, file)
  for await (const bytes of asciiCompatible(blocks, dialect)) {
    for (let start = 0; start < bytes.length; start += PIECE_BYTES) {
      const block = cutter.push(bytes.subarray(start, start + PIECE_BYTES))
      if (block) yield block
    }
  }
  const last = cutter.finish()
  if (last) yield last
}

// Classes of bytes; 0 is any other.
const DELIMITER = 1
const QUOTE = 2
const END_OF_LINE = 3
const SPACE = 4

const CELL_START = 0
const IN_CELL = 1
const IN_QUOTES = 2
const AFTER_QUOTE = 3
const SKIPPING = 4

const LF = 10
const CR = 13
const BLANK = 32

/** Sees quotes as papaparse does, up to the point where a quote cannot have been meant to open a cell. */
export class RecordCutter {
  readonly #classOf = new Uint8Array(256)
  readonly #endsCell = new Uint8Array(256)
  readonly #endsQuoted = new Uint8Array(256)
  readonly #file: string
  #bytes = new Uint8Array(FIRST_BUFFER_BYTES)
  #length = 0
  #at = 0
  #state = CELL_START
  #line = 1
  #recordStart = 0
  #recordLine = 1
  /** The opening quote of the quoted cell under way. */
  #openedAt = 0
  #openedLine = 1
  /** Behind the line on which the quoted cell under way opened; -1 while that line goes on. */
  #openedLineEnd = -1
  /** The last quote seen inside it. */
  #closedAt = 0
  /** It had a quote that was neither doubled nor followed by the end of the cell. */
  #isMalformed = false
  #recordHasStrayQuote = false
  #starts = new Uint32Array(4096)
  #lines = new Uint32Array(4096)
  #count = 0
  #problems: Problem[] = []

  constructor({ delimiter, quote }: Pick<Dialect, 'delimiter' | 'quote'>, file: string) {
    this.#file = file
    const [delimiterByte, quoteByte] = [delimiter.charCodeAt(0), quote.charCodeAt(0)]
    // 0xa0 and 0xc2 0xa0 are the no-break space.
    for (const space of [9, 11, 12, BLANK, 0xa0, 0xc2]) this.#classOf[space] = SPACE
    this.#classOf[LF] = this.#classOf[CR] = END_OF_LINE
    this.#classOf[delimiterByte] = DELIMITER
    this.#classOf[quoteByte] = QUOTE
    for (const byte of [LF, CR, delimiterByte]) this.#endsCell[byte] = 1
    for (const byte of [LF, CR, quoteByte]) this.#endsQuoted[byte] = 1
  }

  /** The records that are whole by now; null when there is none. */
  push(bytes: Uint8Array): RecordBlock | null {
    this.#append(bytes)
    this.#scan(false)
    if (this.#length - this.#recordStart > RECORD_LIMIT_BYTES) throw this.#tooLong()
    return this.#block()
  }

  finish(): RecordBlock | null {
    this.#append(new Uint8Array(0))
    this.#scan(true)
    while (this.#state === IN_QUOTES) {
      this.#giveUpRecord()
      this.#scan(true)
    }
    if (this.#state === SKIPPING) this.#endGivenUpRecord(this.#length)
    else if (this.#recordStart < this.#length) this.#endRecord(this.#length)
    return this.#block()
  }

  /** Moves the record under way to the front and adds the new bytes behind it. */
  #append(bytes: Uint8Array): void {
    const shift = this.#recordStart
    const kept = this.#length - shift
    if (kept + bytes.length > this.#bytes.length) {
      const larger = new Uint8Array(Math.max(2 * this.#bytes.length, kept + bytes.length))
      larger.set(this.#bytes.subarray(shift, this.#length))
      this.#bytes = larger
    } else {
      this.#bytes.copyWithin(0, shift, this.#length)
    }
    this.#bytes.set(bytes, kept)
    this.#length = kept + bytes.length
    this.#at -= shift
    this.#openedAt -= shift
    this.#closedAt -= shift
    if (this.#openedLineEnd >= 0) this.#openedLineEnd -= shift
    this.#recordStart = 0
    this.#count = 0
    const nul = bytes.indexOf(0)
    if (nul >= 0) throw this.#notText(kept + nul)
  }

  #scan(isLast: boolean): void {
    const bytes = this.#bytes
    const end = this.#length
    while (this.#at < end) {
      let at = this.#at
      if (this.#state === IN_CELL || this.#state === SKIPPING) {
        const stops = this.#endsCell
        while (at < end && stops[bytes[at]!] === 0) at++
      } else if (this.#state === IN_QUOTES) {
        const stops = this.#endsQuoted
        const limit = Math.min(end, this.#openedAt + QUOTED_LIMIT_BYTES)
        while (at < limit && stops[bytes[at]!] === 0) at++
      }
      this.#at = at
      if (at === end) return
      const kind = this.#classOf[bytes[at]!]!
      // Whether CR LF is one end of line or two shows only in the byte after.
      if (kind === END_OF_LINE && bytes[at] === CR && at + 1 === end && !isLast) return
      if (kind === END_OF_LINE) this.#endLine(at)
      else if (this.#state === IN_QUOTES) this.#stepInQuotes(kind, at)
      else if (this.#state === AFTER_QUOTE) this.#stepAfterQuote(kind, at)
      else this.#stepOutside(kind, at)
    }
  }

  #stepOutside(kind: number, at: number): void {
    this.#at = at + 1
    if (this.#state === SKIPPING) return
    if (kind === DELIMITER) this.#state = CELL_START
    else if (kind === QUOTE && this.#state === CELL_START) {
      this.#state = IN_QUOTES
      this.#openedAt = at
      this.#openedLine = this.#line
      this.#openedLineEnd = -1
      this.#isMalformed = false
    } else this.#state = IN_CELL
  }

  #stepInQuotes(kind: number, at: number): void {
    if (at - this.#openedAt >= QUOTED_LIMIT_BYTES) return this.#giveUpRecord()
    this.#at = at + 1
    if (kind !== QUOTE) return
    this.#state = AFTER_QUOTE
    this.#closedAt = at
  }

  #stepAfterQuote(kind: number, at: number): void {
    this.#at = at + 1
    if (kind === DELIMITER) this.#state = CELL_START
    else if (kind === QUOTE && at === this.#closedAt + 1) this.#state = IN_QUOTES
    else if (kind !== SPACE) {
      // Text behind a quote: tolerated on one line; over several lines the opening quote was a stray one.
      this.#isMalformed = this.#recordHasStrayQuote = true
      this.#state = kind === QUOTE ? AFTER_QUOTE : IN_QUOTES
      this.#closedAt = at
      if (this.#openedLineEnd >= 0) this.#giveUpRecord()
    }
  }

  #endLine(at: number): void {
    const next = this.#bytes[at] === CR && this.#bytes[at + 1] === LF && at + 1 < this.#length ? at + 2 : at + 1
    if (this.#state === IN_QUOTES) {
      this.#line++
      this.#at = next
      if (this.#openedLineEnd < 0) this.#openedLineEnd = next
      const isOver = next - this.#openedAt > QUOTED_LIMIT_BYTES || this.#line - this.#openedLine >= QUOTED_LIMIT_LINES
      if (isOver || this.#isMalformed) this.#giveUpRecord()
    } else if (this.#state === SKIPPING) {
      this.#endGivenUpRecord(next)
    } else {
      if (next === at + 2) this.#bytes[at] = BLANK
      this.#bytes[next - 1] = LF
      this.#endRecord(next)
    }
  }

  #endRecord(next: number): void {
    if (next - this.#recordStart > RECORD_LIMIT_BYTES) throw this.#tooLong()
    if (this.#recordHasStrayQuote) this.#problems.push(strayQuote(this.#recordLine))
    if (this.#count === this.#starts.length) this.#growRecords()
    this.#starts[this.#count] = this.#recordStart
    this.#lines[this.#count] = this.#recordLine
    this.#count++
    this.#at = this.#recordStart = next
    this.#line++
    this.#recordLine = this.#line
    this.#recordHasStrayQuote = false
    this.#state = CELL_START
  }

  /** The record under way up to the end of the line its quote opened on is lost; what follows is read afresh. */
  #giveUpRecord(): void {
    this.#problems.push(unclosedQuote(this.#openedLine))
    this.#recordHasStrayQuote = false
    this.#line = this.#openedLine
    this.#state = SKIPPING
    if (this.#openedLineEnd >= 0) this.#endGivenUpRecord(this.#openedLineEnd)
  }

  #endGivenUpRecord(next: number): void {
    this.#bytes.fill(BLANK, this.#recordStart, next)
    if (next > this.#recordStart) this.#bytes[next - 1] = LF
    this.#endRecord(next)
  }

  #block(): RecordBlock | null {
    if (this.#count === 0) return null
    const { buffer } = this.#bytes
    const problems = this.#problems
    this.#problems = []
    return {
      bytes: new Uint8Array(buffer, 0, this.#recordStart),
      count: this.#count,
      starts: this.#starts,
      lines: this.#lines,
      problems,
    }
  }

  #growRecords(): void {
    const [starts, lines] = [new Uint32Array(2 * this.#count), new Uint32Array(2 * this.#count)]
    starts.set(this.#starts)
    lines.set(this.#lines)
    this.#starts = starts
    this.#lines = lines
  }

  #tooLong(): Error {
    const line = this.#recordLine
    const advice = 'Check that the file is a CSV file with line ends, and that its quotes are closed.'
    return unusable(this.#file, 'line-too-long', `Line ${line} of ${this.#file} is longer than 1 MB. ${advice}`, line)
  }

  #notText(nulAt: number): Error {
    let line = this.#recordLine
    for (let at = 0; at < nulAt; at++) {
      const byte = this.#bytes[at]
      if (byte === LF ? this.#bytes[at - 1] !== CR : byte === CR) line++
    }
    const advice = 'It is damaged or not a text file; export it again as “CSV UTF-8”.'
    return unusable(this.#file, 'not-text', `Line ${line} of ${this.#file} holds a NUL byte. ${advice}`, line)
  }
}

const unclosedQuote = (line: number): Problem => ({
  severity: 'error',
  code: 'unclosed-quote',
  line,
  column: null,
  message:
    'A quote opens on this line and does not close, at least not within 200 lines and 64 kB. The line was left out; close or remove the quote.',
})

const strayQuote = (line: number): Problem => ({
  severity: 'warning',
  code: 'stray-quote',
  line,
  column: null,
  message: 'A quoted cell holds a quote that is not doubled. Check how the line was read, and write such quotes twice.',
})
