/** Sets that grow by being joined (union-find, path halving). */
export class DisjointSets {
  readonly #parent: Int32Array

  constructor(size: number) {
    this.#parent = Int32Array.from({ length: size }, (_, index) => index)
  }

  /** The member that stands for the whole set: the smallest. */
  find(member: number): number {
    const parent = this.#parent
    let at = member
    while (parent[at] !== at) at = parent[at] = parent[parent[at]!]!
    return at
  }

  join(a: number, b: number): void {
    const [first, second] = [this.find(a), this.find(b)]
    this.#parent[Math.max(first, second)] = Math.min(first, second)
  }
}
