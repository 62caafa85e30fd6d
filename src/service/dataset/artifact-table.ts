/** Artifacts while columns are read: a component and a name are one artifact; the same name elsewhere is another. */
import { compareText } from '../../domain/identifiers.ts'
import type { ArtifactName } from '../../domain/dataset.ts'

interface Known {
  readonly component: number
  readonly name: string
}

export class ArtifactTable {
  readonly #known: Known[] = []
  readonly #byName = new Map<string, number | Map<number, number>>()

  get size(): number {
    return this.#known.length
  }

  /** Of any component. */
  names(): Iterable<string> {
    return this.#byName.keys()
  }

  /** `component` is a code of the component names as they are being read. */
  codeOf(component: number, name: string): number {
    const entry = this.#byName.get(name)
    if (typeof entry === 'number' && this.#known[entry]!.component === component) return entry
    if (entry instanceof Map) {
      const known = entry.get(component)
      if (known !== undefined) return known
    }
    const code = this.#known.length
    this.#known.push({ component, name })
    if (entry === undefined) this.#byName.set(name, code)
    else if (typeof entry === 'number')
      this.#byName.set(
        name,
        new Map([
          [this.#known[entry]!.component, entry],
          [component, code],
        ]),
      )
    else entry.set(component, code)
    return code
  }

  /** The artifact of that name in the component; else the only one of that name; null when there is none or several. */
  find(name: string, component: number | null): number | null {
    const entry = this.#byName.get(name)
    if (entry === undefined) return null
    if (typeof entry === 'number') return entry
    return (component === null ? undefined : entry.get(component)) ?? null
  }

  /** In the order of component (by its place), then name; and for each code its place. */
  sorted(componentPlaceOf: Int32Array): { readonly names: readonly ArtifactName[]; readonly placeOf: Int32Array } {
    const known = this.#known
    const placeOfComponent = (code: number) => componentPlaceOf[known[code]!.component]!
    const order = known
      .map((_, code) => code)
      .toSorted((a, b) => placeOfComponent(a) - placeOfComponent(b) || compareText(known[a]!.name, known[b]!.name))
    const placeOf = new Int32Array(known.length)
    order.forEach((code, place) => (placeOf[code] = place))
    return { names: order.map(code => ({ component: placeOfComponent(code), name: known[code]!.name })), placeOf }
  }
}
