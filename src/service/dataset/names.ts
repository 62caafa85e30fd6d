/** Codes for names while columns are read, and their final order: sorted, so that the order of rows leaves no trace. */
import { compareText } from '../../domain/identifiers.ts'

export class Names {
  readonly #codes = new Map<string, number>()

  get size(): number {
    return this.#codes.size
  }

  codeOf(name: string): number {
    const known = this.#codes.get(name)
    if (known !== undefined) return known
    const code = this.#codes.size
    this.#codes.set(name, code)
    return code
  }

  find(name: string): number | null {
    return this.#codes.get(name) ?? null
  }

  list(): string[] {
    return [...this.#codes.keys()]
  }

  /** The names in order, and for each code so far its place among them. */
  sorted(): { readonly names: readonly string[]; readonly placeOf: Int32Array } {
    const unsorted = this.list()
    const order = unsorted.map((_, code) => code).toSorted((a, b) => compareText(unsorted[a]!, unsorted[b]!))
    const placeOf = new Int32Array(unsorted.length)
    order.forEach((code, place) => (placeOf[code] = place))
    return { names: order.map(code => unsorted[code]!), placeOf }
  }
}

/** Replaces codes by places; negative codes stay as they are. */
export function replaceCodes(codes: Int32Array, placeOf: Int32Array): void {
  for (let index = 0; index < codes.length; index++) {
    const code = codes[index]!
    if (code >= 0) codes[index] = placeOf[code]!
  }
}
