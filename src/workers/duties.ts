// What a worker does: it learns what whole outlets repeat, sketches their articles, and compares pairs of pages, which it keeps.
// Answers orders in the order in which they come, and knows nothing of threads.
import type { CheckedArticle } from '../article/article.js'
import { inOrderOfPublication, keyOf, relating } from '../match/links.js'
import type { Related } from '../match/relation.js'
import { fingerprints } from '../sketch/fingerprints.js'
import { findRepeated, PageReader, readPageOf, repeatedLinesOf } from '../text/page.js'
import type { RepeatedLines } from '../text/repeated-furniture.js'
import { type Order, type Placed, type Post, packRelated, type Report, type SketchBlock } from './messages.js'

// Small enough for the first to be indexed while the next are made.
const articlesInBlock = 256

/** Takes the orders that one worker is given. */
export class Duties {
  readonly #report: Post<Report>
  readonly #articles = new Map<number, CheckedArticle>()
  readonly #repeated = new Map<string, RepeatedLines>()
  readonly #related: (a: number, b: number) => Related

  constructor(report: Post<Report>) {
    this.#report = report
    const articleOf = (place: number) => {
      const article = this.#articles.get(place)
      if (!article) throw new RangeError(`article ${place} was not sent`)
      return article
    }
    this.#related = relating((place) => {
      const article = articleOf(place)
      return readPageOf(article, repeatedLinesOf(article, this.#repeated))
    }, articleOf)
  }

  take(order: Order): void {
    switch (order.kind) {
      case 'learn':
        this.#learn(order)
        return
      case 'repeated':
        for (const [outlet, lines] of order.outlets) this.#repeated.set(outlet, lines)
        return
      case 'compare':
        this.#compare(order.pairs, order)
    }
  }

  #learn(given: Placed): void {
    this.#keep(given)
    const { articles, places } = given
    let told = 0
    const tell = (read: number) => {
      this.#report({ kind: 'read', articles: read - told }, [])
      told = read
    }
    const repeated = findRepeated(articles, (done) => tell(Math.round(done * articles.length)))
    tell(articles.length)
    this.#report({ kind: 'learnt', outlets: repeated.outlets }, [])
    const reader = new PageReader(articles, undefined, repeated)
    const order = inOrderOfPublication(articles)
    for (let from = 0; from < order.length; from += articlesInBlock) {
      const block = sketch(reader, places, order.slice(from, from + articlesInBlock))
      this.#report({ kind: 'sketched', block }, [
        block.places.buffer,
        block.keys.buffer,
        block.fingerprints.buffer,
        block.ends.buffer,
      ])
    }
  }

  #compare(pairs: Uint32Array, given: Placed): void {
    this.#keep(given)
    const all: Related[] = []
    for (let k = 0; k < pairs.length; k += 2) all.push(this.#related(pairs[k] as number, pairs[k + 1] as number))
    const related = packRelated(all)
    this.#report({ kind: 'compared', related }, [related.buffer])
  }

  #keep({ places, articles }: Placed): void {
    articles.forEach((article, k) => {
      this.#articles.set(places[k] as number, article)
    })
  }
}

/** Sketches some of a reader's articles; `places` says where each of its articles stands in the batch. */
function sketch(reader: PageReader, places: Uint32Array, own: readonly number[]): SketchBlock {
  const block = {
    places: Uint32Array.from(own, (i) => places[i] as number),
    keys: new Float64Array(own.length),
    ends: new Uint32Array(own.length),
  }
  let length = 0
  const found = own.map((i, k) => {
    const words = reader.words(i)
    block.keys[k] = keyOf(words) ?? Number.NaN
    const one = fingerprints(words)
    length += one.length
    block.ends[k] = length
    return one
  })
  const all = new Uint32Array(length)
  found.forEach((one, k) => {
    all.set(one, (block.ends[k] as number) - one.length)
  })
  return { ...block, fingerprints: all }
}
