// Links articles that may be copies. Articles are taken in order of publication; each is sketched, met with its candidates among the
// earlier ones, and compared with those. Only what is compared is read as a page. Pages of the same words are met before sketching;
// articles known for reproductions of one text are not compared with each other, nor is another with all of them.

import type { CheckedArticle } from '../article/article.js'
import { type Candidate, CandidateIndex } from '../sketch/candidates.js'
import { fingerprints } from '../sketch/fingerprints.js'
import { byPublication, type PageReader } from '../text/page.js'
import { mix, type Tokens } from '../text/tokens.js'
import { type ComparedPage, comparedPage } from './evidence.js'
import { type Relation, relate } from './relation.js'
import { SparedComparisons } from './spared.js'

/** A judged pair of articles, by their places in the input. */
export interface Link {
  readonly a: number
  readonly b: number
  readonly relation: Relation
  /** How much of the shorter is in the longer; chooses among the matches of an excerpt. */
  readonly strength: number
  /** The longer of the two: the whole of an excerpt, the holder of what is embedded. */
  readonly holder: number
  /** Words of the longest shared passage that is not quotation, and where it starts in each article's text. */
  readonly passage: number
  readonly passageAt: readonly [number, number]
}

// Pages of fewer words than this may say the same by chance: `Page not found`.
const fewestSameWords = 12
// Pages kept for comparing with others: those of the last hours, as copies follow soon.
const mostKept = 2048

/** Compares every pair that is worth it. `window` is the time within which the copies of a story appear, in milliseconds. */
export function linkPages(
  reader: PageReader,
  window: number,
  progress: (done: number) => void = () => {},
): { links: Link[]; comparedPairs: number } {
  const { articles } = reader
  const order = [...articles.keys()].sort((x, y) =>
    byPublication(articles[x] as CheckedArticle, articles[y] as CheckedArticle),
  )
  const linker = new Linker(reader, window)
  const links: Link[] = []
  order.forEach((place, done) => {
    if (done % 64 === 0) progress(done / order.length)
    for (const link of linker.add(place)) links.push(link)
  })
  return { links, comparedPairs: linker.comparedPairs }
}

/** Links one article after another, in order of publication, to those before it. */
export class Linker {
  readonly #reader: PageReader
  readonly #index: CandidateIndex
  readonly #sameWords: SameWords
  readonly #pages: KeptPages
  readonly #spared: SparedComparisons
  /** The articles in the index, in its order. */
  readonly #indexed: number[] = []
  #comparedPairs = 0

  constructor(reader: PageReader, window: number) {
    this.#reader = reader
    this.#index = new CandidateIndex({ window })
    this.#sameWords = new SameWords(window)
    this.#pages = new KeptPages(reader)
    this.#spared = new SparedComparisons(reader.articles.length)
  }

  /** Pairs compared so far. */
  get comparedPairs(): number {
    return this.#comparedPairs
  }

  /** The article's links with those added before. */
  add(b: number): Link[] {
    const time = this.#reader.articles[b]?.time ?? null
    const words = this.#reader.words(b)
    const same = this.#sameWords.add(words, b, time)
    if (same !== null)
      return [{ a: same, b, relation: 'reproduction', strength: 1, holder: same, passage: 0, passageAt: [0, 0] }]
    this.#indexed.push(b)
    const links: Link[] = []
    for (const candidate of this.#index.add(fingerprints(words), time).sort(mostSharedFirst)) {
      const a = this.#indexed[candidate.a] as number
      if (this.#spared.has(a, b)) continue
      this.#comparedPairs++
      const { relation, strength, longer, passage, passageAt } = relate(this.#pages.get(a), this.#pages.get(b))
      if (relation === 'none') continue
      if (relation === 'reproduction') this.#spared.areAlike(a, b)
      links.push({ a, b, relation, strength, holder: longer === 0 ? a : b, passage, passageAt })
    }
    return links
  }
}

const mostSharedFirst = (x: Candidate, y: Candidate) => y.shared - x.shared || x.a - y.a

/** Pages ready for comparing, read when first asked for; of the many only the last are kept. */
class KeptPages {
  readonly #reader: PageReader
  readonly #pages = new Map<number, ComparedPage>()

  constructor(reader: PageReader) {
    this.#reader = reader
  }

  get(i: number): ComparedPage {
    const known = this.#pages.get(i)
    if (known) return known
    const page = comparedPage(this.#reader.page(i))
    this.#pages.set(i, page)
    if (this.#pages.size > mostKept)
      for (const oldest of this.#pages.keys()) {
        this.#pages.delete(oldest)
        break
      }
    return page
  }
}

/**
 * Meets pages of exactly the same words, within the window, with the earliest of them, which alone is compared with others: a
 * hundred thousand identical articles cost a hundred thousand look-ups. To be asked in order of publication.
 */
export class SameWords {
  readonly #window: number
  readonly #first = new Map<number, { readonly place: number; readonly time: number | null }>()

  constructor(window: number) {
    this.#window = window
  }

  /** The place of the article whose words a page repeats, or null; the page is then the first with its words. */
  add(words: Words, place: number, time: number | null): number | null {
    if (words.count < fewestSameWords) return null
    const key = keyOf(words)
    const known = this.#first.get(key)
    if (known && (known.time === null || time === null || time - known.time <= this.#window)) return known.place
    this.#first.set(key, { place, time })
    return null
  }
}

type Words = Pick<Tokens, 'hashes' | 'count'>

/** A key that only pages of the same words share: 53 bits make chance negligible. */
function keyOf({ hashes, count }: Words): number {
  let [x, y] = [count, 2]
  for (let i = 0; i < count; i++) {
    const hash = hashes[i] as number
    x = mix(Math.imul(x, 31) + hash)
    y = mix(Math.imul(y ^ hash, 0x9e3779b1) + 7)
  }
  return (x & 0x1fffff) * 0x100000000 + y
}
