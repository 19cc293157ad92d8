// The pages that are in, by number: their articles, in which order they were published, and what their outlets repeat. Numbers of
// pages that were taken out are given again, so that what is kept by number stays small.
import type { CheckedArticle } from '../article/article.js'
import { canEncode, fieldsOf } from '../article/stored-article.js'
import { keyOf, type Sketch } from '../match/links.js'
import { Records } from '../memory/records.js'
import { fingerprints } from '../sketch/fingerprints.js'
import { type Furniture, findFurniture } from '../text/furniture.js'
import { type Page, readPage, readUnits, wordsOutside } from '../text/page.js'
import { eachRepeated } from '../text/repeated-furniture.js'
import { tokenize } from '../text/tokens.js'
import type { Unit } from '../text/units.js'
import { Chronology } from './chronology.js'
import type { IndexOptions } from './options.js'
import { InOrder } from './order.js'
import { LinesOfPages, OutletLines, packUnits, unpackUnits } from './outlet-lines.js'
import { BlockArticle, inBlock, stored } from './stored-article.js'
import { TextBlocks } from './text-blocks.js'

type TextStore = NonNullable<IndexOptions['texts']>

/** Articles and their pages. */
export class LivePages {
  readonly chronology = new Chronology()
  readonly #texts: TextStore
  readonly #blocks = canEncode ? new TextBlocks() : null
  readonly #articles: (CheckedArticle | undefined)[] = []
  readonly #free: number[] = []
  readonly #numbers = new Map<string, number>()
  readonly #byPublication = new InOrder((a, b) => this.chronology.isBefore(a, b))
  readonly #lines = new LinesOfPages((number) => this.article(number).id)
  readonly #outlets = new Map<string, OutletLines>()
  /** A byte for each unit of those that were read: see PageContext. */
  readonly #forms = new Records()
  /** The one that is being added, whose text is at hand. */
  #arriving: { readonly number: number; readonly text: string } | null = null

  constructor(texts: TextStore) {
    this.#texts = texts
  }

  get size(): number {
    return this.#numbers.size
  }

  /** The number of an article that is in. */
  numberOf(id: string): number | undefined {
    return this.#numbers.get(id)
  }

  /** All numbers, in the order in which the articles came. */
  numbers(): Iterable<number> {
    return this.#numbers.values()
  }

  /** Those published before a moment, the oldest first. */
  publishedBefore(moment: number): number[] {
    const { chronology } = this
    const isBefore = (number: number) => (chronology.timeOf(number) ?? Number.POSITIVE_INFINITY) < moment
    return this.#byPublication.allWhile(isBefore).sort((a, b) => (chronology.isBefore(a, b) ? -1 : 1))
  }

  article(number: number): CheckedArticle {
    const article = this.#articles[number]
    if (!article) throw new RangeError(`there is no article ${number}`)
    return article
  }

  /** Takes in an article whose id is not in; gives its number, and other pages on which lines are repeated now or are no more. */
  add(article: CheckedArticle): { readonly number: number; readonly reread: ReadonlySet<number> } {
    const { id, text, time } = article
    const units = packUnits(readUnits(article))
    const lines = this.#linesOf(article.outlet)
    // One name for all of an outlet's articles.
    const kept = stored({ ...article, outlet: lines.outlet }, this.#texts)
    const number = this.#free.pop() ?? this.#articles.length
    this.#arriving = { number, text }
    this.#articles[number] = inBlock(kept, this.#blocks, number)
    this.#numbers.set(id, number)
    this.chronology.set(number, id, time)
    this.#byPublication.add(number)
    this.#lines.set(number, units)
    return { number, reread: lines.add(number) }
  }

  /** The lines of a page: see packUnits. */
  unitsOf(number: number): Uint32Array {
    return this.#lines.units.of(number)
  }

  /** Takes in an article as it was stored, with the lines of its page; to be followed by `restoreLines`. */
  restore(article: CheckedArticle, units: Uint32Array): number {
    const number = this.#articles.length
    if (this.#numbers.has(article.id)) throw new RangeError(`two articles have the id "${article.id}"`)
    this.#articles.push(inBlock(article, this.#blocks, number))
    this.#numbers.set(article.id, number)
    this.chronology.set(number, article.id, article.time)
    this.#byPublication.add(number)
    this.#lines.set(number, units)
    return number
  }

  /** Finds out what outlets repeat, over all pages at once. */
  restoreLines(): void {
    const pages = new Map<string, number[]>()
    for (const number of this.#numbers.values()) {
      const { outlet } = this.article(number)
      const own = pages.get(outlet)
      if (own) own.push(number)
      else pages.set(outlet, [number])
    }
    for (const [outlet, own] of pages) this.#linesOf(outlet).restore(own)
  }

  /** The text of the one that came last is no longer at hand, but where texts are kept. */
  settle(): void {
    this.#arriving = null
  }

  /** Takes an article out, but for what `forget` lets go; gives the pages on which lines are repeated now or are no more. */
  remove(number: number): ReadonlySet<number> {
    const { id, outlet } = this.article(number)
    const lines = this.#linesOf(outlet)
    const reread = lines.remove(number)
    if (lines.size === 0) this.#outlets.delete(outlet)
    this.#numbers.delete(id)
    this.#byPublication.delete(number)
    return reread
  }

  /** Lets go of an article that was taken out; its number may be given again. */
  forget(number: number): void {
    const article = this.#articles[number]
    if (article instanceof BlockArticle) article.leave()
    this.#articles[number] = undefined
    this.#lines.units.set(number, null)
    this.#forms.set(number, null)
    this.#free.push(number)
  }

  /** By what an article is found: its words outside the lines that its outlet repeats. */
  sketch(number: number): Sketch {
    const stretches: number[] = []
    eachRepeated(unpackUnits(this.#lines.units.of(number)), this.#isRepeatedOn(number), (from, to) =>
      stretches.push(from, to),
    )
    const words = wordsOutside(this.#textOf(number), stretches)
    return { key: keyOf(words), fingerprints: fingerprints(words).slice() }
  }

  page(number: number): Page {
    return this.later(number)()
  }

  /** Reads a page as it is now, however late. */
  later(number: number): () => Page {
    const article = this.article(number)
    const { keys } = unpackUnits(this.#lines.units.of(number))
    const isRepeated = Uint8Array.from(keys, bitOf(this.#isRepeatedOn(number)))
    return () => {
      const isIn = this.#articles[number] === article
      const text = isIn ? this.#textOf(number) : article.text
      const forms = isIn ? this.#formsOf(number, isRepeated.length) : new Uint8Array(isRepeated.length)
      const context = { forms, isRepeated: (_: Unit, place: number) => isRepeated[place] === 1 }
      return readPage({ ...fieldsOf(article), text }, tokenize(text), context)
    }
  }

  /** The furniture of a page as it is now. */
  furniture(number: number): Furniture[] {
    const { keys } = unpackUnits(this.#lines.units.of(number))
    const isRepeatedKey = this.#isRepeatedOn(number)
    return findFurniture(this.#textOf(number), {
      title: this.article(number).title,
      forms: this.#formsOf(number, keys.length),
      isRepeated: (_, place) => isRepeatedKey(keys[place] as number),
    })
  }

  /** What is known of a page's units by their forms, for as long as it is in: its text is to be at hand before. */
  #formsOf(number: number, units: number): Uint8Array {
    if (!this.#forms.has(number)) this.#forms.set(number, new Uint32Array(Math.ceil(units / 4)))
    const { buffer, byteOffset } = this.#forms.of(number)
    return new Uint8Array(buffer, byteOffset, units)
  }

  #textOf(number: number): string {
    return this.#arriving?.number === number ? this.#arriving.text : this.article(number).text
  }

  #isRepeatedOn(number: number): (key: number) => boolean {
    return this.#linesOf(this.article(number).outlet).repeatedOn(number)
  }

  #linesOf(outlet: string): OutletLines {
    let lines = this.#outlets.get(outlet)
    if (!lines) {
      lines = new OutletLines(outlet, this.#lines)
      this.#outlets.set(outlet, lines)
    }
    return lines
  }
}

/** 1 where something holds of a key, or 0. */
const bitOf = (holds: (key: number) => boolean) => (key: number) => (holds(key) ? 1 : 0)
