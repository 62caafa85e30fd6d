/** Finds the columns in a job's result, so that they change threads without being copied. */

/** The distinct buffers behind all typed arrays in plain data. A Buffer is left out: it may be a view into a pool. */
export function buffersOf(value: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>()
  collect(value, found)
  return [...found]
}

function collect(value: unknown, found: Set<ArrayBuffer>): void {
  if (typeof value !== 'object' || value === null) return
  if (ArrayBuffer.isView(value)) {
    if (value.buffer instanceof ArrayBuffer && !Buffer.isBuffer(value)) found.add(value.buffer)
    return
  }
  for (const part of value instanceof Map || value instanceof Set ? value.values() : Object.values(value)) collect(part, found)
}
