// Articles of exactly the same words, as they come and go: of those within the window of the earliest, the earliest alone is compared
// with others. What SameWords (match/links.ts) gives when asked in order of publication.
import type { Chronology } from './chronology.js'
import { placesBefore } from './order.js'

/** Which articles stand for others of the same words. */
export class LiveSameWords {
  readonly #chronology: Chronology
  readonly #window: number
  /** By key of their words, articles in order of publication. */
  readonly #articles = new Map<number, number[]>()
  /** By article, the earliest of its words, where that is another. */
  readonly #first = new Map<number, number>()

  constructor(chronology: Chronology, window: number) {
    this.#chronology = chronology
    this.#window = window
  }

  /** The earliest article of the same words, or null where that is the article itself. */
  of(article: number): number | null {
    return this.#first.get(article) ?? null
  }

  /** Adds an article; gives those that stand for themselves now and did not, or the other way round, or for which another stands. */
  add(article: number, key: number): Set<number> {
    const articles = this.#articles.get(key) ?? []
    this.#articles.set(key, articles)
    const place = placeOf(articles, article, this.#chronology)
    articles.splice(place, 0, article)
    return this.#standIns(articles, place, true)
  }

  /** Takes an article out. */
  remove(article: number, key: number): Set<number> {
    const articles = this.#articles.get(key)
    if (!articles) return new Set()
    const place = placeOf(articles, article, this.#chronology)
    articles.splice(place, 1)
    const stoodForItself = !this.#first.delete(article)
    if (articles.length === 0) this.#articles.delete(key)
    return stoodForItself ? this.#standIns(articles, place, false) : new Set()
  }

  /** Finds anew who stands for whom from a place on, as far as that changes. */
  #standIns(articles: readonly number[], from: number, isNew: boolean): Set<number> {
    const changed = new Set<number>()
    const before = articles[from - 1]
    let first = before === undefined ? null : (this.of(before) ?? before)
    for (let k = from; k < articles.length; k++) {
      const article = articles[k] as number
      if (first !== null && !this.#isWithin(first, article)) first = null
      const isAdded = isNew && k === from
      // Where one stands as before, all behind it do.
      if (!isAdded && this.of(article) === first) break
      changed.add(article)
      if (first === null) {
        this.#first.delete(article)
        first = article
      } else this.#first.set(article, first)
    }
    return changed
  }

  #isWithin(earlier: number, later: number): boolean {
    return this.#chronology.isWithin(earlier, later, this.#window)
  }
}

/** Where an article stands, or would stand. */
const placeOf = (articles: readonly number[], article: number, chronology: Chronology) =>
  placesBefore(articles.length, (place) => chronology.isBefore(articles[place] as number, article))
