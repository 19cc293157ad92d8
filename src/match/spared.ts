// Which comparisons can be spared: articles known for reproductions of one text need no comparing with each other, and whoever has been
// compared with some of them need not be with all. Keeps a story that very many carry from costing its copies squared.
import { DisjointSets } from './disjoint-sets.js'

/** Where texts have errors, one or two reproductions may be too spoilt to tell by. */
export const mostOfOneText = 4

/** The comparisons of one article after another with earlier ones, those first with which it shares most. */
export class SparedComparisons {
  readonly #alike: DisjointSets
  #article = -1
  /** By text, how many of its reproductions the article has been compared with. */
  readonly #compared = new Map<number, number>()

  constructor(articles: number) {
    this.#alike = new DisjointSets(articles)
  }

  /** Whether an earlier article need not be compared with `b`; if not, it is taken for compared. */
  has(a: number, b: number): boolean {
    if (b !== this.#article) {
      this.#article = b
      this.#compared.clear()
    }
    const text = this.#alike.find(a)
    const compared = this.#compared.get(text) ?? 0
    if (compared === mostOfOneText || text === this.#alike.find(b)) return true
    this.#compared.set(text, compared + 1)
    return false
  }

  /** Tells that two articles are reproductions of one text. */
  areAlike(a: number, b: number): void {
    this.#alike.union(a, b)
  }
}
