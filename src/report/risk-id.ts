/** Ids of risks: the same risk has the same id in every analysis, so that notes kept elsewhere still fit. */
const OFFSET_BASIS = 0xcbf29ce484222325n
const PRIME = 0x100000001b3n
const BITS = 48n

/** `R-` and 12 hexadecimal digits of the FNV-1a hash (64 bits, folded to 48) of the parts in UTF-8. */
export function riskId(parts: readonly string[]): string {
  let hash = OFFSET_BASIS
  for (const byte of new TextEncoder().encode(parts.join('\u0000'))) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME)
  const folded = (hash >> BITS) ^ BigInt.asUintN(Number(BITS), hash)
  return `R-${folded.toString(16).padStart(12, '0')}`
}
