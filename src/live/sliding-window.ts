// Which articles have grown older than a window, the oldest first. An article's age counts from its moment: when it was published, or when
// it was added. Where no clock is given, the latest publication so far says how late it is.
import { grown } from '../memory/grown.js'
import { InOrder } from './order.js'

/** Articles by age. */
export class SlidingWindow {
  readonly #byPublication: boolean
  /** In milliseconds; null for none. */
  readonly #length: number | null
  #moments = new Float64Array(64)
  readonly #oldestFirst: InOrder
  /** Undated articles that came before any time was known. */
  readonly #undated = new Set<number>()
  #latest = Number.NEGATIVE_INFINITY

  /** Equally old articles leave in order of id. */
  constructor(length: number | null, keepBy: 'published' | 'added', idOf: (article: number) => string) {
    this.#length = length
    this.#byPublication = keepBy === 'published'
    const at = (article: number) => this.#moments[article] as number
    this.#oldestFirst = new InOrder((a, b) => at(a) < at(b) || (at(a) === at(b) && idOf(a) < idOf(b)))
  }

  /** The time now: the latest that was told of. */
  get now(): number | null {
    return Number.isFinite(this.#latest) ? this.#latest : null
  }

  /** The moment before which articles are too old, or null. */
  get start(): number | null {
    return this.#length === null || this.now === null ? null : this.now - this.#length
  }

  /** Tells how late it is; time never goes back. */
  advance(now: number): void {
    if (!(now > this.#latest)) return
    this.#latest = now
    for (const article of this.#undated) this.#enter(article, now)
    this.#undated.clear()
  }

  /** Takes an article in, at the time now. */
  add(article: number, published: number | null): void {
    // What is dated in the future is as new as what comes now.
    const moment = this.#byPublication && published !== null ? Math.min(published, this.now ?? published) : this.now
    if (moment === null) this.#undated.add(article)
    else this.#enter(article, moment)
  }

  remove(article: number): void {
    this.#undated.delete(article)
    this.#oldestFirst.delete(article)
  }

  /** The moment from which an article's age counts, or null where it is not known yet. */
  momentOf(article: number): number | null {
    return this.#undated.has(article) ? null : (this.#moments[article] as number)
  }

  /** Takes an article in again that had such a moment. */
  restore(article: number, moment: number | null): void {
    if (moment === null) this.#undated.add(article)
    else this.#enter(article, moment)
  }

  /** Articles that are too old, the oldest first and so many at most. They stay in until they are removed. */
  outside(most: number): number[] {
    const { start } = this
    const found: number[] = []
    if (start === null) return found
    for (let article = this.#oldestFirst.first; found.length < most; article = this.#oldestFirst.first) {
      if (article === null || !((this.#moments[article] as number) < start)) break
      found.push(article)
      this.#oldestFirst.take()
    }
    for (const article of found) this.#oldestFirst.add(article)
    return found
  }

  #enter(article: number, moment: number): void {
    if (article >= this.#moments.length) this.#moments = grown(Float64Array, this.#moments, article + 1)
    this.#moments[article] = moment
    this.#oldestFirst.add(article)
  }
}
