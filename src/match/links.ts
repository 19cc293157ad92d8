// Links articles that may be copies. Articles are taken in order of publication; each is sketched, met with its candidates among the
// earlier ones, and compared with those. Only what is compared is read as a page. Pages of the same words are met before sketching;
// articles known for reproductions of one text are not compared with each other, nor is another with all of them.

import type { CheckedArticle } from '../article/article.js'
import { type Candidate, CandidateIndex } from '../sketch/candidates.js'
import { fingerprints } from '../sketch/fingerprints.js'
import { byPublication, type Page, type PageReader } from '../text/page.js'
import { mix, type Tokens } from '../text/tokens.js'
import { KeptPages } from './kept-pages.js'
import { type Related, type Relation, relate } from './relation.js'
import { SparedComparisons, separateTexts } from './spared.js'

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
  /** They have exactly the same words, and were not compared. */
  readonly isSame?: boolean
}

/** A passage of so many words in an article of no story, and another from another story elsewhere in it: it is a round-up of them. */
export const leastPiece = 40

// Pages of fewer words than this may say the same by chance: `Page not found`.
const fewestSameWords = 12

/** Compares every pair that is worth it. `window` is the time within which the copies of a story appear, in milliseconds. */
export function linkPages(
  reader: PageReader,
  window: number,
  progress: (done: number) => void = () => {},
): { links: Link[]; comparedPairs: number } {
  const { articles } = reader
  const order = inOrderOfPublication(articles)
  const linker = new Linker(
    articles.map(({ time }) => time),
    window,
  )
  const related = relating(
    (i) => reader.page(i),
    (i) => articles[i] as CheckedArticle,
  )
  const links: Link[] = []
  order.forEach((place, done) => {
    if (done % 64 === 0) progress(done / order.length)
    const words = reader.words(place)
    const found = linker.find(place, keyOf(words), () => fingerprints(words))
    for (const link of linker.linkBy(found, related)) links.push(link)
  })
  return { links, comparedPairs: linker.comparedPairs }
}

/** The places of articles in the order in which they are linked. */
export function inOrderOfPublication(articles: readonly CheckedArticle[]): number[] {
  return [...articles.keys()].sort((x, y) =>
    byPublication(articles[x] as CheckedArticle, articles[y] as CheckedArticle),
  )
}

/** By what an article is found. */
export interface Sketch {
  /** What only articles of the same words share, or null where they are too few. */
  readonly key: number | null
  readonly fingerprints: Uint32Array
}

/** Whether two articles, the earlier first, may be copies by their times; unknown times may be any. */
export const isWithin = (earlier: number | null, later: number | null, window: number): boolean =>
  earlier === null || later === null || later - earlier <= window

/** An article and those before it that may be linked with it. */
export interface Found {
  readonly b: number
  /** The earliest article of the same words; such a one alone is compared with others. */
  readonly same: number | null
  /** What else it may be a copy of, in the order in which to compare. */
  readonly candidates: readonly number[]
}

/**
 * Links one article after another, in order of publication, to those before it. Finding and comparing are two steps, and the pages may
 * be compared elsewhere: the one sequence of comparisons serves the pass in one thread and that of several.
 */
export class Linker {
  readonly #times: readonly (number | null)[]
  readonly #index: CandidateIndex
  readonly #sameWords: SameWords
  readonly #spared: SparedComparisons
  /** The articles in the index, in its order. */
  readonly #indexed: number[] = []
  #comparedPairs = 0

  /** `times` says when each article was published, by place. */
  constructor(times: readonly (number | null)[], window: number) {
    this.#times = times
    const allDated = times.every((time) => time !== null)
    this.#index = new CandidateIndex({ window, allDated })
    this.#sameWords = new SameWords(window, allDated)
    this.#spared = new SparedComparisons(separateTexts(times.length))
  }

  /** Pairs compared so far. */
  get comparedPairs(): number {
    return this.#comparedPairs
  }

  /** Finds what an article is to be compared with, and remembers it. Its fingerprints are asked for only if nothing has its words. */
  find(b: number, key: number | null, fingerprintsOf: () => Uint32Array): Found {
    const time = this.#times[b] ?? null
    const same = this.#sameWords.add(key, b, time)
    if (same !== null) return { b, same, candidates: [] }
    this.#indexed.push(b)
    const found = this.#index.add(fingerprintsOf(), time).sort(mostSharedFirst)
    return { b, same, candidates: found.map(({ a }) => this.#indexed[a] as number) }
  }

  /**
   * Compares an article with what was found for it: yields the earlier article of one pair after another, is given what the two are to
   * each other, and returns the links. To be run to its end before the next article's.
   */
  *link({ b, same, candidates }: Found): Generator<number, Link[], Related> {
    if (same !== null) return [linkOfSameWords(same, b)]
    const { links, compared } = yield* compareInTurn(b, candidates, this.#spared)
    this.#comparedPairs += compared
    return links
  }

  /** The same with the comparing at hand. */
  linkBy(found: Found, related: (a: number, b: number) => Related): Link[] {
    return compareBy(this.link(found), (a) => related(a, found.b))
  }
}

/** What links an article to an earlier one, by what they are to each other. */
export const linkOf = (a: number, b: number, related: Related): Link => {
  const { relation, strength, longer, passage, passageAt } = related
  return { a, b, relation, strength, holder: longer === 0 ? a : b, passage, passageAt }
}

/** What links an article to the earliest of the same words. */
export const linkOfSameWords = (a: number, b: number): Link => ({
  a,
  b,
  relation: 'reproduction',
  strength: 1,
  holder: a,
  passage: 0,
  passageAt: [0, 0],
  isSame: true,
})

/** Runs comparisons to their end, what each pair is to each other being at hand. */
export function compareBy<Result>(
  comparing: Generator<number, Result, Related>,
  related: (a: number) => Related,
): Result {
  let next = comparing.next()
  while (next.done !== true) next = comparing.next(related(next.value))
  return next.value
}

/** The links that an article's comparisons gave, and how many they were. */
export interface Compared {
  readonly links: Link[]
  readonly compared: number
}

/** Compares an article with its candidates, as far as that is not spared: yields each that it is compared with, is given the answer. */
export function* compareInTurn(
  b: number,
  candidates: Iterable<number>,
  spared: SparedComparisons,
): Generator<number, Compared, Related> {
  const links: Link[] = []
  let compared = 0
  spared.begin(b)
  for (const a of candidates) {
    if (spared.has(a)) continue
    compared++
    const related = yield a
    if (!isLink(related)) continue
    if (related.relation === 'reproduction') spared.isAlike(a)
    links.push(linkOf(a, b, related))
  }
  return { links, compared }
}

/** Nothing comes of other forms of the same words, nor of passages too short to be a piece of a round-up. */
export const isLink = ({ relation, passage }: Related): boolean =>
  relation !== 'none' && relation !== 'template' && (relation !== 'shared-passages' || passage >= leastPiece)

export const mostSharedFirst = (x: Candidate, y: Candidate) => y.shared - x.shared || x.a - y.a

/** Says what two articles are to each other. Pages are read when first asked for; of the many only the last are kept. */
export function relating(
  read: (i: number) => Page,
  articleOf: (i: number) => CheckedArticle,
): (a: number, b: number) => Related {
  const pages = new KeptPages(read, articleOf)
  return (a, b) => relate(...pages.pair(a, b))
}

interface FirstOfWords {
  readonly place: number
  readonly time: number | null
}

/**
 * Meets pages of exactly the same words, within the window, with the earliest of them, which alone is compared with others: a
 * hundred thousand identical articles cost a hundred thousand look-ups. To be asked in order of publication.
 */
export class SameWords {
  readonly #window: number
  readonly #allDated: boolean
  #first = new Map<number, FirstOfWords>()
  /** What came before those: where all are dated, none of them is needed when the first of those leaves the window. */
  #before = new Map<number, FirstOfWords>()
  #since: number | null = null

  /** Where all articles are dated, what lies outside the window is never asked for again, and is forgotten. */
  constructor(window: number, allDated = false) {
    this.#window = window
    this.#allDated = allDated
  }

  /** The place of the article whose words a page repeats, by their key, or null; the page is then the first with its words. */
  add(key: number | null, place: number, time: number | null): number | null {
    if (key === null) return null
    if (this.#allDated) this.#forget(time)
    const known = this.#first.get(key) ?? this.#before.get(key)
    if (known && isWithin(known.time, time, this.#window)) return known.place
    this.#first.set(key, { place, time })
    return null
  }

  #forget(time: number | null): void {
    if (this.#since !== null && isWithin(this.#since, time, this.#window)) return
    this.#since = time
    this.#before = this.#first
    this.#first = new Map()
  }
}

type Words = Pick<Tokens, 'hashes' | 'count'>

/** A key that only pages of the same words share: 53 bits make chance negligible. Null for too few words. */
export function keyOf({ hashes, count }: Words): number | null {
  if (count < fewestSameWords) return null
  let [x, y] = [count, 2]
  for (let i = 0; i < count; i++) {
    const hash = hashes[i] as number
    x = mix(Math.imul(x, 31) + hash)
    y = mix(Math.imul(y ^ hash, 0x9e3779b1) + 7)
  }
  return (x & 0x1fffff) * 0x100000000 + y
}
