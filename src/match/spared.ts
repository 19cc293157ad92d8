// Which comparisons can be spared: articles known for reproductions of one text need no comparing with each other, and whoever has been
// compared with some of them need not be with all. Keeps a story that very many carry from costing its copies squared. A text is
// known by the first article that has it, and an article is of the first text that it is found to reproduce, so what is
// compared with an article depends on its candidates and their texts alone.

/** Where texts have errors, one or two reproductions may be too spoilt to tell by. */
export const mostOfOneText = 4

/** The comparisons of one article after another with earlier ones, those first with which it shares most. */
export class SparedComparisons {
  /** By article, the first of its text. */
  readonly #text: Uint32Array
  #article = -1
  /** By text, how many of its reproductions the article has been compared with. */
  readonly #compared = new Map<number, number>()

  constructor(articles: number) {
    this.#text = Uint32Array.from({ length: articles }, (_, i) => i)
  }

  /** The first article of an article's text. */
  textOf(article: number): number {
    return this.#text[article] as number
  }

  /** Whether an earlier article need not be compared with `b`; if not, it is taken for compared. */
  has(a: number, b: number): boolean {
    if (b !== this.#article) {
      this.#article = b
      this.#compared.clear()
    }
    const text = this.textOf(a)
    const compared = this.#compared.get(text) ?? 0
    if (compared === mostOfOneText || text === this.textOf(b)) return true
    this.#compared.set(text, compared + 1)
    return false
  }

  /** Tells that an article reproduces an earlier one. */
  areAlike(a: number, b: number): void {
    if (this.textOf(b) === b) this.#text[b] = this.textOf(a)
  }
}
