// Articles of exactly the same words, as they come and go: of those within the window of the earliest, the earliest alone is compared
// with others. What SameWords (match/links.ts) gives when asked in order of publication. Who stands for an article is looked up among the
// few that stand for any, so that nothing is to be done for a hundred thousand copies when another comes to stand for them.
import type { Chronology } from './chronology.js'
import { placesBefore } from './order.js'

/** Articles of the same words, in order of publication, and those among them that stand for themselves and all behind them. */
interface Alike {
  readonly articles: number[]
  firsts: readonly number[]
}

/** What a change did. */
export interface StandIns {
  /** Who stands for itself now and did not, or the other way round. */
  readonly standing: readonly number[]
  /** Who stands for others than before. */
  readonly covering: readonly number[]
}

/** Which articles stand for others of the same words. */
export class LiveSameWords {
  readonly #chronology: Chronology
  readonly #window: number
  /** By key of their words; most are alone. */
  readonly #alike = new Map<number, number | Alike>()

  constructor(chronology: Chronology, window: number) {
    this.#chronology = chronology
    this.#window = window
  }

  /** The earliest article of the same words as one of a key, or null where that is the article itself. */
  of(article: number, key: number): number | null {
    const alike = this.#alike.get(key)
    if (alike === undefined || typeof alike === 'number') return null
    const first = this.#firstOf(article, alike.firsts)
    return first === article ? null : first
  }

  /** The articles for which one of a key stands. */
  coveredBy(first: number, key: number): readonly number[] {
    const alike = this.#alike.get(key)
    if (alike === undefined || typeof alike === 'number') return []
    const { articles, firsts } = alike
    const next = firsts[firsts.indexOf(first) + 1]
    const end = next === undefined ? articles.length : this.#placeOf(next, articles)
    return articles.slice(this.#placeOf(first, articles) + 1, end)
  }

  /** Adds an article. */
  add(article: number, key: number): StandIns {
    const known = this.#alike.get(key)
    if (known === undefined) {
      this.#alike.set(key, article)
      return { standing: [article], covering: [] }
    }
    const alike = typeof known === 'number' ? { articles: [known], firsts: [known] } : known
    this.#alike.set(key, alike)
    const { articles, firsts } = alike
    articles.splice(this.#placeOf(article, articles), 0, article)
    const first = this.#firstOf(article, firsts)
    if (first !== null && this.#isWithin(first, article)) return { standing: [], covering: [first] }
    return this.#standAnew(alike)
  }

  /** Takes an article out. */
  remove(article: number, key: number): StandIns {
    const alike = this.#alike.get(key)
    if (alike === undefined || typeof alike === 'number') {
      this.#alike.delete(key)
      return { standing: [], covering: [] }
    }
    const { articles, firsts } = alike
    articles.splice(this.#placeOf(article, articles), 1)
    const first = this.#firstOf(article, firsts)
    if (first !== article) {
      if (articles.length === 1) this.#alike.set(key, articles[0] as number)
      return { standing: [], covering: first === null ? [] : [first] }
    }
    const { standing, covering } = this.#standAnew(alike)
    if (articles.length === 1) this.#alike.set(key, articles[0] as number)
    return { standing: standing.filter((one) => one !== article), covering }
  }

  /** Finds anew who stands for themselves: few, unless articles are from many windows. */
  #standAnew(alike: Alike): StandIns {
    const { articles, firsts: before } = alike
    const dated = placesBefore(articles.length, (place) => this.#chronology.timeOf(articles[place] as number) !== null)
    const firsts: number[] = []
    for (let place = 0; place < articles.length; ) {
      const first = articles[place] as number
      firsts.push(first)
      // Undated articles come last, and whoever is the last to stand for any stands for them.
      if (place >= dated) break
      const from = place
      place = placesBefore(dated, (k) => k <= from || this.#isWithin(first, articles[k] as number))
      if (place >= dated) break
    }
    alike.firsts = firsts
    const [was, is] = [new Set(before), new Set(firsts)]
    const standing = [...firsts.filter((one) => !was.has(one)), ...before.filter((one) => !is.has(one))]
    return { standing, covering: firsts }
  }

  /** Of those that stand for any, the last that is not behind an article. */
  #firstOf(article: number, firsts: readonly number[]): number | null {
    const behind = placesBefore(firsts.length, (k) => !this.#chronology.isBefore(article, firsts[k] as number))
    return firsts[behind - 1] ?? null
  }

  #placeOf(article: number, articles: readonly number[]): number {
    return placesBefore(articles.length, (place) => this.#chronology.isBefore(articles[place] as number, article))
  }

  #isWithin(earlier: number, later: number): boolean {
    return this.#chronology.isWithin(earlier, later, this.#window)
  }
}
