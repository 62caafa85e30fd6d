/** Who appears in contributions, meetings and history, as written: each pair of key and name once. */
export interface Contributor {
  readonly key: string
  readonly name: string | null
}

export class Contributors {
  readonly list: Contributor[] = []
  readonly #codes = new Map<string, Map<string | null, number>>()

  codeOf(key: string, name: string | null): number {
    let names = this.#codes.get(key)
    if (!names) this.#codes.set(key, (names = new Map()))
    const known = names.get(name)
    if (known !== undefined) return known
    const code = this.list.length
    names.set(name, code)
    this.list.push({ key, name })
    return code
  }
}
