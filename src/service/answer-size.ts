/** Keeps answers below what a window may be sent. */

/** Below the limit of the dispatch, with room for what is put around an answer. */
const MOST_BYTES = 900_000

/** The first answer that fits, made by one size after the other; the last one where none does. */
export function fittingAnswer<Size, Answer>(sizes: readonly Size[], make: (size: Size) => Answer): Answer {
  for (const size of sizes.slice(0, -1)) {
    const answer = make(size)
    if (Buffer.byteLength(JSON.stringify(answer)) <= MOST_BYTES) return answer
  }
  return make(sizes.at(-1)!)
}
