// Sets of places that merge: who has been joined with whom so far.

/** Sets of places that merge (Tarjan's union-find, with path halving); a set is known by its lowest member. */
export class DisjointSets {
  readonly #parent: Int32Array

  constructor(count: number) {
    this.#parent = Int32Array.from({ length: count }, (_, i) => i)
  }

  find(member: number): number {
    const parent = this.#parent
    let at = member
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number
      at = parent[at] as number
    }
    return at
  }

  union(a: number, b: number): void {
    const [x, y] = [this.find(a), this.find(b)]
    this.#parent[Math.max(x, y)] = Math.min(x, y)
  }

  /** For every member, the lowest of its set. */
  all(): Int32Array {
    return Int32Array.from(this.#parent, (_, i) => this.find(i))
  }
}
