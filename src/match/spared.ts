// Which comparisons can be spared: articles known for reproductions of one text need no comparing with each other, and whoever has been
// compared with some of them need not be with all. Keeps a story that very many carry from costing its copies squared. A text is
// known by the first article that has it, and an article is of the first text that it is found to reproduce, so what is
// compared with an article depends on its candidates and their texts alone.

/** Where texts have errors, one or two reproductions may be too spoilt to tell by. */
export const mostOfOneText = 4

/** Of which text articles are, each text known by its first article. */
export interface Texts {
  of(article: number): number
  set(article: number, text: number): void
}

/** At first every article is of a text of its own. */
export function separateTexts(articles: number): Texts {
  const texts = Uint32Array.from({ length: articles }, (_, i) => i)
  return {
    of: (article) => texts[article] as number,
    set: (article, text) => {
      texts[article] = text
    },
  }
}

/** The comparisons of one article after another with earlier ones, those first with which it shares most. */
export class SparedComparisons {
  readonly #texts: Texts
  #article = -1
  /** By text, how many of its reproductions the article has been compared with. */
  readonly #compared = new Map<number, number>()

  constructor(texts: Texts) {
    this.#texts = texts
  }

  /** An article's comparisons begin, perhaps anew. */
  begin(b: number): void {
    this.#article = b
    this.#compared.clear()
    this.#texts.set(b, b)
  }

  /** Whether an earlier article need not be compared with the one whose comparisons have begun; if not, it is taken for compared. */
  has(a: number): boolean {
    const text = this.#texts.of(a)
    const compared = this.#compared.get(text) ?? 0
    if (compared === mostOfOneText || text === this.#texts.of(this.#article)) return true
    this.#compared.set(text, compared + 1)
    return false
  }

  /** Tells that the article reproduces an earlier one. */
  isAlike(a: number): void {
    if (this.#texts.of(this.#article) === this.#article) this.#texts.set(this.#article, this.#texts.of(a))
  }
}
