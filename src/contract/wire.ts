/** What travels between a window and a host: plain data, and one type of columns. No schema code here: the window bundles this file. */
import type { Event } from './contract.ts'

export type ErrorCode =
  'bad-request' | 'bad-input' | 'forbidden' | 'not-found' | 'conflict' | 'cancelled' | 'damaged' | 'unavailable' | 'internal'

export type Outcome = { ok: true; value: unknown } | { ok: false; code: ErrorCode; message: string }

/** A file or folder the user gave to the host. The window never learns or names a path. */
export type Handle = string

/** The only thing a host gives the window. */
export interface Bridge {
  call(method: string, input: unknown): Promise<Outcome>
  onEvent(listener: (event: Event) => void): () => void
  /** Hands a picked or dropped file to the host: by its path in Electron, by its bytes over loopback. */
  takeFile(file: File): Promise<Handle>
  /** Electron's folder dialog; null where the host has none. Resolves to null when the user cancels. */
  readonly chooseFolder: (() => Promise<Handle | null>) | null
}

/** An error a user may be shown. Anything else is reported as `internal`, without its message. */
export class AppError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string) {
    super(message)
    this.name = 'AppError'
    this.code = code
  }
}

export type ColumnArray = Uint8Array | Int32Array | Uint32Array | Float64Array

/** Typed arrays of equal length with their dictionaries: the one payload that is not JSON. */
export interface Columns {
  readonly rows: number
  readonly arrays: Readonly<Record<string, ColumnArray>>
  readonly dictionaries: Readonly<Record<string, readonly string[]>>
}

const ARRAY_TYPES = { Uint8Array, Int32Array, Uint32Array, Float64Array } as const
type ArrayTypeName = keyof typeof ARRAY_TYPES
const ALIGNMENT_BYTES = 8
const LENGTH_BYTES = 4

const arrayTypeName = (array: ColumnArray): ArrayTypeName | null =>
  (Object.keys(ARRAY_TYPES) as ArrayTypeName[]).find(name => array instanceof ARRAY_TYPES[name]) ?? null

export function isColumns(value: unknown): value is Columns {
  if (typeof value !== 'object' || value === null || !('arrays' in value) || !('rows' in value) || !('dictionaries' in value)) return false
  const { rows, arrays, dictionaries } = value as Columns // shape checked field by field right below
  if (!Number.isInteger(rows) || typeof arrays !== 'object' || arrays === null || typeof dictionaries !== 'object' || dictionaries === null)
    return false
  return (
    Object.values(arrays).every(array => arrayTypeName(array) !== null && array.length === rows) &&
    Object.values(dictionaries).every(list => Array.isArray(list) && list.every(entry => typeof entry === 'string'))
  )
}

interface ColumnsHeader {
  rows: number
  dictionaries: Columns['dictionaries']
  arrays: { name: string; type: ArrayTypeName }[]
}

const aligned = (bytes: number) => Math.ceil(bytes / ALIGNMENT_BYTES) * ALIGNMENT_BYTES

/** One binary body: header length (uint32, little endian), JSON header, then the arrays, each at a multiple of 8 bytes. */
export function encodeColumns(columns: Columns): Uint8Array<ArrayBuffer> {
  const entries = Object.entries(columns.arrays)
  const header: ColumnsHeader = {
    rows: columns.rows,
    dictionaries: columns.dictionaries,
    arrays: entries.map(([name, array]) => ({ name, type: arrayTypeName(array) ?? 'Uint8Array' })),
  }
  const headerBytes = new TextEncoder().encode(JSON.stringify(header))
  let length = aligned(LENGTH_BYTES + headerBytes.length)
  const starts = entries.map(([, array]) => {
    const start = length
    length += aligned(array.byteLength)
    return start
  })
  const body = new Uint8Array(length)
  new DataView(body.buffer).setUint32(0, headerBytes.length, true)
  body.set(headerBytes, LENGTH_BYTES)
  entries.forEach(([, array], index) => body.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), starts[index]))
  return body
}

/** The inverse of encodeColumns. Throws AppError `unavailable` when the body is cut short or is something else. */
export function decodeColumns(body: ArrayBuffer): Columns {
  try {
    return readColumns(body)
  } catch {
    throw new AppError('unavailable', 'The answer of the host arrived incomplete. Try again.')
  }
}

function readColumns(body: ArrayBuffer): Columns {
  const headerLength = new DataView(body).getUint32(0, true)
  const text = new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(body, LENGTH_BYTES, headerLength))
  const header = JSON.parse(text) as ColumnsHeader // written by encodeColumns, and checked as a whole below
  let start = aligned(LENGTH_BYTES + headerLength)
  const arrays: Record<string, ColumnArray> = {}
  for (const { name, type } of header.arrays) {
    arrays[name] = new ARRAY_TYPES[type](body, start, header.rows)
    start += aligned(arrays[name].byteLength)
  }
  const columns: unknown = { rows: header.rows, dictionaries: header.dictionaries, arrays }
  if (start !== body.byteLength || !isColumns(columns)) throw new RangeError('not columns')
  return columns
}
