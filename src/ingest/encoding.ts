/** Which encoding a file is in, and how its bytes become text. */
import { isAscii, isUtf8 } from 'node:buffer'
import { type CancelSignal, throwIfCancelled } from './cancelled-error.ts'
import type { Source } from './source.ts'

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const
export type Encoding = (typeof ENCODINGS)[number]

export const isEncoding = (text: string | undefined): text is Encoding => ENCODINGS.some(each => each === text)

export interface SniffedEncoding {
  readonly encoding: Encoding
  readonly byteOrderMark: boolean
}

/** The encoding by byte order mark, by where the NUL bytes of UTF-16 stand, or by whether it reads as UTF-8. */
export function sniffEncoding(head: Uint8Array): SniffedEncoding {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return { encoding: 'utf-8', byteOrderMark: true }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le', byteOrderMark: true }
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be', byteOrderMark: true }
  return { encoding: utf16Order(head) ?? new Utf8Census().add(head).verdict(), byteOrderMark: false }
}

/** UTF-16 of mostly Latin text has a NUL in every other byte, always on the same side. */
function utf16Order(head: Uint8Array): Encoding | null {
  const pairs = Math.min(head.length, 4096) >> 1
  let even = 0
  let odd = 0
  for (let pair = 0; pair < pairs; pair++) {
    if (head[2 * pair] === 0) even++
    if (head[2 * pair + 1] === 0) odd++
  }
  if (odd > pairs * 0.3 && even < pairs * 0.05) return 'utf-16le'
  if (even > pairs * 0.3 && odd < pairs * 0.05) return 'utf-16be'
  return null
}

/**
 * The encoding of a whole file whose head was sniffed: a first `ü` after the head must not be read
 * wrongly. Reads the file once when it is longer than its head, and again only where it is not all UTF-8.
 */
export async function settleEncoding(
  source: Source,
  headBytes: number,
  sniffed: SniffedEncoding,
  signal?: CancelSignal,
): Promise<Encoding> {
  const settled = sniffed.byteOrderMark || sniffed.encoding.startsWith('utf-16') || source.bytes <= headBytes
  if (settled) return sniffed.encoding
  if (await isAllUtf8(source, signal)) return 'utf-8'
  const census = new Utf8Census()
  for await (const block of source.read()) {
    throwIfCancelled(signal)
    census.add(block)
  }
  return census.verdict()
}

/** False is no verdict yet: then the bytes are counted one by one. */
async function isAllUtf8(source: Source, signal: CancelSignal | undefined): Promise<boolean> {
  let held: Uint8Array = new Uint8Array(0)
  for await (const block of source.read()) {
    throwIfCancelled(signal)
    let start = 0
    while (start < block.length && start < LONGEST_CHARACTER && isContinuation(block[start]!)) start++
    if (!isUtf8(Buffer.concat([held, block.subarray(0, start)]))) return false
    const end = Math.max(start, lastCharacterStart(block))
    if (!isUtf8(block.subarray(start, end))) return false
    // The last character may go on in the next block, which overwrites this one.
    held = block.slice(end)
  }
  return isUtf8(held)
}

const LONGEST_CHARACTER = 4
const isContinuation = (byte: number) => byte >= 0x80 && byte < 0xc0

function lastCharacterStart(bytes: Uint8Array): number {
  let at = bytes.length - 1
  while (at > 0 && bytes.length - at < LONGEST_CHARACTER && isContinuation(bytes[at]!)) at--
  return Math.max(at, 0)
}

/** Counts the characters of several bytes that are whole, and the bytes that belong to none. */
class Utf8Census {
  #whole = 0
  #strays = 0
  /** Continuation bytes that the character under way still needs. */
  #needed = 0

  add(bytes: Uint8Array): this {
    if (isAscii(bytes)) {
      if (bytes.length > 0) this.#breakOff()
      return this
    }
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at]!
      if (byte < 0x80) {
        if (this.#needed > 0) this.#breakOff()
      } else if (byte < 0xc0) {
        if (this.#needed === 0) this.#strays++
        else if (--this.#needed === 0) this.#whole++
      } else {
        this.#breakOff()
        if (byte >= 0xc2 && byte <= 0xf4) this.#needed = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3
        else this.#strays++
      }
    }
    return this
  }

  /** A file of both is UTF-8 when most of it is; its other lines are then read, and reported, one by one. */
  verdict(): Encoding {
    return this.#strays === 0 || this.#whole > this.#strays ? 'utf-8' : 'windows-1252'
  }

  #breakOff(): void {
    if (this.#needed > 0) this.#strays++
    this.#needed = 0
  }
}

/** The bytes as UTF-8 (or as they are, for encodings that hold ASCII), without byte order mark. */
export async function* asciiCompatible(blocks: AsyncIterable<Uint8Array>, sniffed: SniffedEncoding): AsyncGenerator<Uint8Array> {
  const transcode = transcoder(sniffed)
  for await (const block of blocks) {
    const bytes = transcode(block, false)
    if (bytes.length > 0) yield bytes
  }
  const rest = transcode(new Uint8Array(0), true)
  if (rest.length > 0) yield rest
}

/** The same for the head of a file, which may end inside a character. */
export const asciiCompatibleHead = (head: Uint8Array, sniffed: SniffedEncoding) => transcoder(sniffed)(head, false)

function transcoder({ encoding, byteOrderMark }: SniffedEncoding): (block: Uint8Array, isLast: boolean) => Uint8Array {
  if (encoding === 'utf-16le' || encoding === 'utf-16be') {
    const decoder = new TextDecoder(encoding)
    return (block, isLast) => Buffer.from(decoder.decode(block, { stream: !isLast }), 'utf8')
  }
  let toSkip = byteOrderMark ? 3 : 0
  return block => {
    const skipped = Math.min(toSkip, block.length)
    toSkip -= skipped
    return skipped > 0 ? block.subarray(skipped) : block
  }
}

/** Every byte is a character of Windows-1252. */
export const isValid = (bytes: Uint8Array, encoding: 'utf-8' | 'windows-1252') => encoding === 'windows-1252' || isUtf8(bytes)

/** The text of bytes that are valid in the encoding; null when they are not. */
export function decodeText(bytes: Uint8Array, encoding: 'utf-8' | 'windows-1252'): string | null {
  if (!isValid(bytes, encoding)) return null
  return encoding === 'windows-1252' ? decodeWindows1252(bytes) : asBuffer(bytes).toString('utf8')
}

const WINDOWS_1252_FROM_80 = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

/** Own table: TextDecoder('windows-1252') reads 0x80 to 0x9f as control characters in some versions of Node. */
export function decodeWindows1252(bytes: Uint8Array): string {
  // eslint-disable-next-line no-control-regex -- the C1 range is what is looked for
  return asBuffer(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, character => WINDOWS_1252_FROM_80[character.charCodeAt(0) - 0x80]!)
}

export const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
