// Links articles that come and go: after any history the links that Linker (match/links.ts) makes of those that are in, taken in order of
// publication. What an article is linked with depends on its candidates, on the pages compared, and on the texts that
// earlier articles were found to be of; so who is touched has its turn anew, in order of publication, and whoever follows
// from that. What two pages are to each other is remembered for as long as one is the other's candidate. Where a text cannot be had the
// turns that are left wait for the next change.

import type { CheckedArticle } from '../article/article.js'
import { mayGroup } from '../group/stories.js'
import { KeptPages } from '../match/kept-pages.js'
import { compareBy, compareInTurn, type Link, linkOf, linkOfSameWords, type Sketch } from '../match/links.js'
import { type Relation, relate } from '../match/relation.js'
import { SparedComparisons } from '../match/spared.js'
import { grown } from '../memory/grown.js'
import { Records } from '../memory/records.js'
import type { Furniture } from '../text/furniture.js'
import type { Page } from '../text/page.js'
import type { Chronology } from './chronology.js'
import { LiveCandidates } from './live-candidates.js'
import { InOrder } from './order.js'
import { newPools, OrderedPostings } from './ordered-postings.js'
import { RelatedPairs, type RelatedTo, relatedOf } from './related-pairs.js'
import { LiveSameWords, type StandIns } from './same-words.js'
import { TextLabels } from './text-labels.js'

// What is known of an article by itself: nothing, that it is in, or that it stands for itself and is in the candidate index.
const [OUT, IN, INDEXED] = [0, 1, 2]
const none: readonly never[] = []

/** Which articles come, leave, or may be other pages than they were, as their outlets repeat other lines. */
export interface Update {
  readonly added: readonly number[]
  readonly removed: readonly number[]
  readonly reread: readonly number[]
}

/** Whose links are others than they were, and whose page. */
export interface Relinked {
  /** Articles that were added, and both ends of links that may group them. */
  readonly touched: Set<number>
  /** Both ends of links that show no more than shared passages. */
  readonly sharing: Set<number>
  readonly reread: Set<number>
}

/** What is known of one article: what cannot be found out again without reading texts. To be read before anything changes. */
export interface LinksOfArticle {
  readonly key: number | null
  /** The first article of its text. */
  readonly text: number
  /** By what it is found, if it stands for itself. */
  readonly fingerprints: Uint32Array | null
  readonly candidates: ArrayLike<number> & Iterable<number>
  readonly links: readonly Link[]
}

/** Articles, which go by number, their pages, and what of a page is furniture or finds it. */
export interface PagesToRead {
  article(number: number): CheckedArticle
  page(number: number): Page
  furniture(number: number): readonly Furniture[]
  sketch(number: number): Sketch
}

/** The links among articles, which go by number. */
export class LiveLinks {
  readonly #pages: KeptPages
  readonly #candidates: LiveCandidates
  readonly #sameWords: LiveSameWords
  readonly #source: PagesToRead
  // By article: what is known of it, the key of its words (see Sketch; NaN for none) and the text that it is of (see TextLabels).
  #known = new Uint8Array(64)
  #keys = new Float64Array(64)
  #texts = new Int32Array(64)
  /** By article the earlier ones that it is to be compared with, the links to them, as compared, and what it is to all that it was compared with. */
  readonly #candidatesOf = new Records()
  readonly #links = new RelatedPairs()
  readonly #related = new RelatedPairs()
  /** By article the later ones of which it is a candidate; those that are linked to it so that this may group them, and otherwise. */
  readonly #candidateOf: OrderedPostings
  readonly #groupedFrom: OrderedPostings
  readonly #sharedFrom: OrderedPostings
  readonly #spared: SparedComparisons
  readonly #labels = new TextLabels()
  // Who has a turn, and whose page is to be read anew in it, who is to be sketched anew, or to look for candidates.
  readonly #turns: InOrder
  readonly #toRead = new Set<number>()
  readonly #toSketch = new Set<number>()
  readonly #toSearch = new Set<number>()
  #touched = new Set<number>()
  #sharing = new Set<number>()
  #reread = new Set<number>()

  constructor(chronology: Chronology, window: number, source: PagesToRead) {
    this.#source = source
    this.#pages = new KeptPages(
      (article) => source.page(article),
      (article) => source.article(article),
    )
    this.#candidates = new LiveCandidates(chronology, window)
    this.#sameWords = new LiveSameWords(chronology, window)
    const isBefore = (a: number, b: number) => chronology.isBefore(a, b)
    const pools = newPools()
    this.#candidateOf = new OrderedPostings(isBefore, pools)
    this.#groupedFrom = new OrderedPostings(isBefore, pools)
    this.#sharedFrom = new OrderedPostings(isBefore, pools)
    this.#turns = new InOrder(isBefore)
    this.#spared = new SparedComparisons({
      of: (article) => this.#texts[article] as number,
      set: (article, text) => {
        this.#texts[article] = text
      },
    })
  }

  /** The links of an article to earlier ones; of one for which another of the same words stands, to that. */
  linksOf(article: number): readonly Link[] {
    if (!this.#isIn(article)) return none
    const first = this.#firstOf(article)
    return first === null
      ? this.#links.of(article).map((related) => linkOf(related.a, article, related))
      : [linkOfSameWords(first, article)]
  }

  /** The links of an article to earlier ones and from later ones; of those to articles for which it stands so many at most. */
  allLinksOf(article: number, mostAlike: number): Link[] {
    if (!this.#isIn(article)) return []
    const all = [...this.linksOf(article)]
    for (const later of this.#linkedFrom(article)) {
      const related = this.#links.find(later, article)
      if (related) all.push(linkOf(article, later, related))
    }
    for (const later of this.#alike(article).slice(0, mostAlike)) all.push(linkOfSameWords(article, later))
    return all
  }

  /** All articles to which one is linked so that this may group them. */
  grouped(article: number): readonly number[] {
    if (!this.#isIn(article)) return none
    const all = [...this.#linkedTo(article, true), ...this.#groupedFrom.of(article)]
    for (const later of this.#alike(article)) all.push(later)
    return all
  }

  /** All articles with which one shares passages and no more. */
  sharing(article: number): readonly number[] {
    return this.#isIn(article) ? [...this.#linkedTo(article, false), ...this.#sharedFrom.of(article)] : none
  }

  /** Whether later articles are linked to one. */
  isLinkedFrom(article: number): boolean {
    return this.#isIn(article) && (this.#linkedFrom(article).length > 0 || this.#alike(article).length > 0)
  }

  /** Takes in what has changed; says whose links, to earlier or from later ones, are others now, since an update came to its end. */
  update({ added, removed, reread }: Update): Relinked {
    for (const article of removed) this.#remove(article)
    for (const article of reread) this.#mayBeAnother(article)
    for (const article of added) this.#add(article)
    for (let article = this.#turns.first; article !== null; article = this.#turns.first) {
      this.#turn(article)
      this.#turns.delete(article)
    }
    const relinked = { touched: this.#touched, sharing: this.#sharing, reread: this.#reread }
    this.#touched = new Set()
    this.#sharing = new Set()
    this.#reread = new Set()
    return relinked
  }

  /** What is known of an article, all having had their turns. */
  stateOf(article: number): LinksOfArticle {
    this.#mustBeIn(article)
    return {
      key: this.#keyOf(article),
      text: this.#labels.firstOf(this.#texts[article] as number, article),
      fingerprints: this.#known[article] === INDEXED ? this.#candidates.fingerprintsOf(article) : null,
      candidates: this.#candidatesOf.of(article),
      links: this.#links.of(article).map((related) => linkOf(related.a, article, related)),
    }
  }

  /** Takes an article in with what was known of it; to be followed by `restoreAll` when all are in. */
  restore(article: number, { key, text, fingerprints, candidates, links }: LinksOfArticle): void {
    this.#enter(article)
    this.#texts[article] = text
    this.#candidatesOf.set(article, candidates.length > 0 ? Uint32Array.from(candidates) : null)
    this.#links.set(article, links.map(relatedOf))
    if (key !== null) {
      this.#keys[article] = key
      this.#sameWords.add(article, key)
    }
    if (!fingerprints) return
    this.#known[article] = INDEXED
    this.#candidates.restore(article, fingerprints)
  }

  restoreAll(): void {
    this.#known.forEach((known, article) => {
      if (known === OUT) return
      const text = this.#texts[article] as number
      if (text !== article) this.#texts[article] = this.#nameOf(text)
      for (const a of this.#candidatesOf.of(article)) this.#candidateOf.add(this.#mustBeIn(a), article)
      this.#links.each(article, (a, relation) => this.#from(relation).add(this.#mustBeIn(a), article))
    })
  }

  /** The article of the same words that stands for one, or null where it stands for itself. */
  #firstOf(article: number): number | null {
    const key = this.#keyOf(article)
    return key === null ? null : this.#sameWords.of(article, key)
  }

  /** The articles for which one stands. */
  #alike(article: number): readonly number[] {
    const key = this.#keyOf(article)
    return key === null || this.#firstOf(article) !== null ? none : this.#sameWords.coveredBy(article, key)
  }

  /** The earlier articles to which one is linked so that this may group them, or otherwise. */
  #linkedTo(article: number, isGrouped: boolean): number[] {
    const first = this.#firstOf(article)
    if (first !== null) return isGrouped ? [first] : []
    const all: number[] = []
    this.#links.each(article, (a, relation) => {
      if (mayGroup({ relation }) === isGrouped) all.push(a)
    })
    return all
  }

  /** All later articles that are linked to one. */
  #linkedFrom(article: number): number[] {
    return [...this.#groupedFrom.of(article), ...this.#sharedFrom.of(article)]
  }

  /** By article the later ones that are linked to it so. */
  #from(relation: Relation): OrderedPostings {
    return mayGroup({ relation }) ? this.#groupedFrom : this.#sharedFrom
  }

  /** Articles have a turn that stand for themselves now, or do no more; those are linked otherwise that stand for others. */
  #regard({ standing, covering }: StandIns): void {
    for (const article of standing) this.#turns.add(article)
    for (const article of [...standing, ...covering]) this.#touched.add(article)
  }

  #isIn(article: number): boolean {
    return (this.#known[article] ?? OUT) !== OUT
  }

  #mustBeIn(article: number): number {
    if (!this.#isIn(article)) throw new RangeError(`article ${article} is not in`)
    return article
  }

  #keyOf(article: number): number | null {
    const key = this.#keys[article] as number
    return Number.isNaN(key) ? null : key
  }

  #enter(article: number): void {
    if (article >= this.#known.length) {
      this.#known = grown(Uint8Array, this.#known, article + 1)
      this.#keys = grown(Float64Array, this.#keys, article + 1)
      this.#texts = grown(Int32Array, this.#texts, article + 1)
    }
    this.#known[article] = IN
    this.#keys[article] = Number.NaN
    this.#texts[article] = article
  }

  #add(article: number): void {
    this.#enter(article)
    this.#touched.add(article)
    this.#toSketch.add(article)
    this.#turns.add(article)
  }

  #remove(article: number): void {
    if (this.#known[this.#mustBeIn(article)] === INDEXED) this.#index(article, null)
    const key = this.#keyOf(article)
    if (key !== null) this.#regard(this.#sameWords.remove(article, key))
    this.#setCandidates(article, none)
    this.#setLinks(article, none)
    for (const later of this.#linkedFrom(article).reverse()) {
      this.#setLinks(
        later,
        this.#links.of(later).filter(({ a }) => a !== article),
      )
      this.#turns.add(later)
    }
    this.#labels.leave(article, this.#texts[article] as number)
    this.#pages.forget(article)
    const [waiting, told] = [
      [this.#turns, this.#toRead, this.#toSketch, this.#toSearch],
      [this.#touched, this.#sharing, this.#reread],
    ]
    for (const marked of [...waiting, ...told]) marked.delete(article)
    this.#known[article] = OUT
  }

  #mayBeAnother(article: number): void {
    this.#toRead.add(article)
    this.#toSketch.add(article)
    this.#turns.add(article)
  }

  /** Where an article's page is another, nobody knows what it is to others. Mostly its furniture is seen by other signs as well. */
  #readAnew(article: number): void {
    if (this.#pages.reread(article, (one) => this.#source.furniture(one))) {
      this.#reread.add(article)
      this.#related.keep(article, () => false)
      for (const later of this.#candidateOf.of(article)) {
        this.#related.keep(later, (a) => a !== article)
        this.#turns.add(later)
      }
    }
    this.#toRead.delete(article)
  }

  #search(article: number): void {
    this.#toSearch.add(article)
    this.#turns.add(article)
  }

  /** Reads and sketches an article where that is to be done, looks for its candidates, and links it, all that are earlier having had their turn. */
  #turn(article: number): void {
    this.#mustBeIn(article)
    if (this.#toRead.has(article)) this.#readAnew(article)
    if (this.#toSketch.has(article)) this.#sketchAnew(article)
    if (this.#firstOf(article) !== null) {
      if (this.#known[article] === INDEXED) this.#index(article, null)
      this.#setCandidates(article, none)
      this.#setLinks(article, none)
      this.#setText(article, article)
    } else {
      if (this.#known[article] !== INDEXED) this.#index(article, this.#source.sketch(article).fingerprints)
      if (this.#toSearch.has(article))
        this.#setCandidates(
          article,
          this.#candidates.of(article).map((one) => one.article),
        )
      const before = this.#texts[article] as number
      try {
        this.#setLinks(article, this.#compare(article).map(relatedOf))
      } catch (error) {
        this.#texts[article] = before
        throw error
      }
      const text = this.#texts[article] as number
      const found = text === article ? this.#labels.own(article, before) : this.#nameOf(text)
      this.#texts[article] = before
      this.#setText(article, found)
    }
    this.#toSearch.delete(article)
  }

  /** The name of a text, which is given to that of an article by itself. */
  #nameOf(text: number): number {
    if (text < 0) return text
    const first = this.#mustBeIn(text)
    // That is another name for the same: nobody is to be told.
    if (this.#texts[first] === text) this.#texts[first] = this.#labels.name(text)
    return this.#texts[first] as number
  }

  /** Whoever has an article for a candidate is compared anew when it turns out to be of another text. */
  #setText(article: number, text: number): void {
    const before = this.#texts[article] as number
    if (before === text) return
    this.#labels.leave(article, before)
    this.#texts[article] = text
    for (const later of this.#candidateOf.of(article)) this.#turns.add(later)
  }

  #sketchAnew(article: number): void {
    const { key, fingerprints } = this.#source.sketch(article)
    const before = this.#keyOf(article)
    if (key === null || key !== before) {
      if (before !== null) this.#regard(this.#sameWords.remove(article, before))
      this.#keys[article] = key ?? Number.NaN
      if (key !== null) this.#regard(this.#sameWords.add(article, key))
      // It stays where it is in the index but for the fingerprints that differ.
      if (this.#firstOf(article) === null) this.#index(article, fingerprints)
      this.#toSearch.add(article)
    }
    this.#toSketch.delete(article)
  }

  /** Sets by what an article is found; who had it for a candidate, or may have it now, is to look anew, as it does itself. */
  #index(article: number, fingerprints: Uint32Array | null): void {
    const candidateOf = this.#candidateOf.of(article)
    for (const later of this.#candidates.set(article, fingerprints, candidateOf)) this.#search(later)
    // From the end, as a list is cheapest to shorten there.
    if (fingerprints === null) for (const later of candidateOf.reverse()) this.#dropCandidate(later, article)
    this.#known[article] = fingerprints === null ? IN : INDEXED
    this.#toSearch.add(article)
  }

  #compare(article: number): Link[] {
    const found: RelatedTo[] = []
    const comparing = compareInTurn(article, this.#candidatesOf.of(article), this.#spared)
    try {
      return compareBy(comparing, (a) => {
        const known = this.#related.find(article, a)
        if (known) return known
        const related = relate(...this.#pages.pair(a, article))
        found.push({ a, ...related })
        return related
      }).links
    } finally {
      // Also where a text could not be had, or an archive that often fails would never get through.
      this.#related.add(article, found)
    }
  }

  #dropCandidate(later: number, candidate: number): void {
    this.#candidates.drop(later, candidate)
    this.#related.keep(later, (a) => a !== candidate)
    this.#candidateOf.remove(candidate, later)
    const others = this.#candidatesOf.of(later).filter((one) => one !== candidate)
    this.#candidatesOf.set(later, others.length > 0 ? others : null)
    this.#turns.add(later)
  }

  #setCandidates(article: number, candidates: readonly number[]): void {
    for (const a of this.#candidatesOf.of(article)) this.#candidateOf.remove(a, article)
    for (const a of candidates) this.#candidateOf.add(this.#mustBeIn(a), article)
    this.#candidatesOf.set(article, candidates.length > 0 ? Uint32Array.from(candidates) : null)
    const kept = new Set(candidates)
    this.#related.keep(article, (a) => kept.has(a))
  }

  #setLinks(article: number, links: readonly RelatedTo[]): void {
    const relinked = (a: number, relation: Relation) => {
      const ends = mayGroup({ relation }) ? this.#touched : this.#sharing
      ends.add(a)
      ends.add(article)
    }
    this.#links.set(
      article,
      links,
      (a, relation) => {
        relinked(a, relation)
        this.#from(relation).remove(a, article)
      },
      (a, relation) => {
        relinked(a, relation)
        this.#from(relation).add(a, article)
      },
    )
  }
}
