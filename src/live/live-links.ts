// Links articles that come and go: after any history the links that Linker (match/links.ts) makes of those that are in, taken in order of
// publication. What an article is linked with depends on its candidates, on the pages compared, and on the texts that
// earlier articles were found to be of; so who is touched has its turn anew, in order of publication, and whoever follows
// from that. What two pages are to each other is remembered for as long as one is the other's candidate. Where a text cannot be had the
// turns that are left wait for the next change.

import type { CheckedArticle } from '../article/article.js'
import { mayGroup } from '../group/stories.js'
import { KeptPages } from '../match/kept-pages.js'
import { compareBy, compareInTurn, isLink, type Link, linkOfSameWords, type Sketch } from '../match/links.js'
import { type Related, relate } from '../match/relation.js'
import { SparedComparisons } from '../match/spared.js'
import type { Page } from '../text/page.js'
import type { Chronology } from './chronology.js'
import { LiveCandidates } from './live-candidates.js'
import { InOrder } from './order.js'
import { LiveSameWords, type StandIns } from './same-words.js'
import { TextLabels } from './text-labels.js'

/** What is known of an article. Most have no candidate and no link, and share one empty list and set. */
class Known {
  /** It stands for itself, and is in the candidate index. */
  isIndexed = false
  candidates: readonly number[] = nothing
  /** To earlier articles, as compared. */
  links: readonly Link[] = noLinks
  /** What it is to earlier articles, as far as compared. */
  related: Map<number, Related> | null = null
  /** Later articles of which it is a candidate; those that are linked to it so that this may group them, and otherwise. */
  candidateOf: Set<number> | null = null
  groupedFrom: Set<number> | null = null
  sharedFrom: Set<number> | null = null

  /** Of its words: see Sketch. */
  key: number | null = null

  constructor(
    /** The text that it is of: see TextLabels. */
    public text: number,
  ) {}
}

const nothing: readonly number[] = []
const noLinks: readonly Link[] = []
/** What most candidates turn out to be: one object for all pairs of which no link comes. */
const unlinked: Related = { relation: 'none', strength: 0, longer: 0, passage: 0, passageAt: [0, 0] }

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

/** What is known of one article: what cannot be found out again without reading texts. */
export interface LinksOfArticle {
  readonly key: number | null
  /** The first article of its text. */
  readonly text: number
  /** By what it is found, if it stands for itself. */
  readonly fingerprints: Uint32Array | null
  readonly candidates: readonly number[]
  readonly links: readonly Link[]
}

/** The links among articles, which go by number. */
export class LiveLinks {
  readonly #pages: KeptPages
  readonly #candidates: LiveCandidates
  readonly #sameWords: LiveSameWords
  readonly #sketch: (article: number) => Sketch
  readonly #known: (Known | undefined)[] = []
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

  constructor(
    chronology: Chronology,
    window: number,
    read: (article: number) => Page,
    sketch: (article: number) => Sketch,
    articleOf: (article: number) => CheckedArticle,
  ) {
    this.#pages = new KeptPages(read, undefined, articleOf)
    this.#sketch = sketch
    this.#candidates = new LiveCandidates(chronology, window)
    this.#sameWords = new LiveSameWords(chronology, window)
    this.#turns = new InOrder((a, b) => chronology.isBefore(a, b))
    this.#spared = new SparedComparisons({
      of: (article) => this.#of(article).text,
      set: (article, text) => {
        this.#of(article).text = text
      },
    })
  }

  /** The links of an article to earlier ones; of one for which another of the same words stands, to that. */
  linksOf(article: number): readonly Link[] {
    const known = this.#known[article]
    if (!known) return noLinks
    const first = this.#firstOf(article, known)
    return first === null ? known.links : [linkOfSameWords(first, article)]
  }

  /** The links of an article to earlier ones and from later ones; of those to articles for which it stands so many at most. */
  allLinksOf(article: number, mostAlike: number): Link[] {
    const known = this.#known[article]
    if (!known) return []
    const all = [...this.linksOf(article)]
    for (const later of linkedFrom(known))
      for (const link of this.#of(later).links) if (link.a === article) all.push(link)
    for (const later of this.#alike(article, known).slice(0, mostAlike)) all.push(linkOfSameWords(article, later))
    return all
  }

  /** All articles to which one is linked so that this may group them. */
  *grouped(article: number): Iterable<number> {
    const known = this.#known[article]
    if (!known) return
    for (const link of this.linksOf(article)) if (mayGroup(link)) yield link.a
    yield* known.groupedFrom ?? nothing
    yield* this.#alike(article, known)
  }

  /** All articles with which one shares passages and no more. */
  *sharing(article: number): Iterable<number> {
    for (const link of this.linksOf(article)) if (!mayGroup(link)) yield link.a
    yield* this.#known[article]?.sharedFrom ?? nothing
  }

  /** Whether later articles are linked to one. */
  isLinkedFrom(article: number): boolean {
    const known = this.#known[article]
    return known !== undefined && (linkedFrom(known).length > 0 || this.#alike(article, known).length > 0)
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
    const { key, text, isIndexed, candidates, links } = this.#of(article)
    const first = this.#labels.firstOf(text, article)
    return {
      key,
      text: first,
      fingerprints: isIndexed ? this.#candidates.fingerprintsOf(article) : null,
      candidates,
      links,
    }
  }

  /** Takes an article in with what was known of it; to be followed by `restoreAll` when all are in. */
  restore(article: number, { key, text, fingerprints, candidates, links }: LinksOfArticle): void {
    const known = new Known(text)
    this.#known[article] = known
    known.key = key
    known.isIndexed = fingerprints !== null
    known.candidates = candidates.length > 0 ? candidates : nothing
    known.links = links.length > 0 ? links : noLinks
    if (key !== null) this.#sameWords.add(article, key)
    if (fingerprints) this.#candidates.restore(article, fingerprints)
  }

  restoreAll(): void {
    this.#known.forEach((known, article) => {
      if (known && known.text !== article) known.text = this.#nameOf(known.text)
      for (const a of known?.candidates ?? nothing) addTo(this.#of(a), 'candidateOf', article)
      for (const link of known?.links ?? noLinks) addTo(this.#of(link.a), fromLater(link), article)
    })
  }

  /** The article of the same words that stands for one, or null where it stands for itself. */
  #firstOf(article: number, { key }: Known): number | null {
    return key === null ? null : this.#sameWords.of(article, key)
  }

  /** The articles for which one stands. */
  #alike(article: number, known: Known): readonly number[] {
    if (known.key === null || this.#firstOf(article, known) !== null) return nothing
    return this.#sameWords.coveredBy(article, known.key)
  }

  /** Articles have a turn that stand for themselves now, or do no more; those are linked otherwise that stand for others. */
  #regard({ standing, covering }: StandIns): void {
    for (const article of standing) this.#turns.add(article)
    for (const article of [...standing, ...covering]) this.#touched.add(article)
  }

  #of(article: number): Known {
    const known = this.#known[article]
    if (!known) throw new RangeError(`article ${article} is not in`)
    return known
  }

  #add(article: number): void {
    this.#known[article] = new Known(article)
    this.#touched.add(article)
    this.#toSketch.add(article)
    this.#turns.add(article)
  }

  #remove(article: number): void {
    const known = this.#of(article)
    if (known.isIndexed) this.#index(article, null)
    if (known.key !== null) this.#regard(this.#sameWords.remove(article, known.key))
    this.#setCandidates(article, nothing)
    this.#setLinks(article, noLinks)
    for (const later of linkedFrom(known)) {
      this.#setLinks(
        later,
        this.#of(later).links.filter(({ a }) => a !== article),
      )
      this.#turns.add(later)
    }
    this.#labels.leave(article, known.text)
    this.#pages.forget(article)
    const [waiting, told] = [
      [this.#turns, this.#toRead, this.#toSketch, this.#toSearch],
      [this.#touched, this.#sharing, this.#reread],
    ]
    for (const marked of [...waiting, ...told]) marked.delete(article)
    this.#known[article] = undefined
  }

  #mayBeAnother(article: number): void {
    this.#toRead.add(article)
    this.#toSketch.add(article)
    this.#turns.add(article)
  }

  /** Where an article's page is another, nobody knows what it is to others. Mostly its furniture is seen by other signs as well. */
  #readAnew(article: number, known: Known): void {
    if (this.#pages.reread(article)) {
      this.#reread.add(article)
      known.related = null
      for (const later of known.candidateOf ?? nothing) {
        this.#of(later).related?.delete(article)
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
    const known = this.#of(article)
    if (this.#toRead.has(article)) this.#readAnew(article, known)
    if (this.#toSketch.has(article)) this.#sketchAnew(article, known)
    if (this.#firstOf(article, known) !== null) {
      if (known.isIndexed) this.#index(article, null)
      this.#setCandidates(article, nothing)
      this.#setLinks(article, noLinks)
      this.#setText(article, known, article)
    } else {
      if (!known.isIndexed) this.#index(article, this.#sketch(article).fingerprints)
      if (this.#toSearch.has(article))
        this.#setCandidates(
          article,
          this.#candidates.of(article).map((one) => one.article),
        )
      const { text: before } = known
      try {
        this.#setLinks(article, this.#compare(article, known))
      } catch (error) {
        known.text = before
        throw error
      }
      const found = known.text === article ? this.#labels.own(article, before) : this.#nameOf(known.text)
      known.text = before
      this.#setText(article, known, found)
    }
    this.#toSearch.delete(article)
  }

  /** The name of a text, which is given to that of an article by itself. */
  #nameOf(text: number): number {
    if (text < 0) return text
    const first = this.#of(text)
    // That is another name for the same: nobody is to be told.
    if (first.text === text) first.text = this.#labels.name(text)
    return first.text
  }

  /** Whoever has an article for a candidate is compared anew when it turns out to be of another text. */
  #setText(article: number, known: Known, text: number): void {
    if (known.text === text) return
    this.#labels.leave(article, known.text)
    known.text = text
    for (const later of known.candidateOf ?? nothing) this.#turns.add(later)
  }

  #sketchAnew(article: number, known: Known): void {
    const { key, fingerprints } = this.#sketch(article)
    const isSame = key !== null && key === known.key
    if (!isSame) {
      if (known.key !== null) this.#regard(this.#sameWords.remove(article, known.key))
      known.key = key
      if (key !== null) this.#regard(this.#sameWords.add(article, key))
      // It stays where it is in the index but for the fingerprints that differ.
      if (this.#firstOf(article, known) === null) this.#index(article, fingerprints)
      this.#toSearch.add(article)
    }
    this.#toSketch.delete(article)
  }

  /** Sets by what an article is found; who had it for a candidate, or may have it now, is to look anew, as it does itself. */
  #index(article: number, fingerprints: Uint32Array | null): void {
    const known = this.#of(article)
    const candidateOf = known.candidateOf ?? nothing
    for (const later of this.#candidates.set(article, fingerprints, candidateOf)) this.#search(later)
    if (fingerprints === null) for (const later of candidateOf) this.#dropCandidate(later, article)
    if (fingerprints === null) known.candidateOf = null
    known.isIndexed = fingerprints !== null
    this.#toSearch.add(article)
  }

  #compare(article: number, known: Known): Link[] {
    const comparing = compareInTurn(article, known.candidates, this.#spared)
    return compareBy(comparing, (a) => {
      known.related ??= new Map()
      const related = known.related.get(a) ?? this.#relate(a, article)
      known.related.set(a, related)
      return related
    }).links
  }

  #relate(a: number, article: number): Related {
    const related = relate(...this.#pages.pair(a, article))
    return isLink(related) ? related : unlinked
  }

  #dropCandidate(later: number, candidate: number): void {
    const known = this.#of(later)
    this.#candidates.drop(later, candidate)
    known.related?.delete(candidate)
    known.candidates = known.candidates.filter((one) => one !== candidate)
    this.#turns.add(later)
  }

  #setCandidates(article: number, candidates: readonly number[]): void {
    const known = this.#of(article)
    for (const a of known.candidates) this.#known[a]?.candidateOf?.delete(article)
    for (const a of candidates) addTo(this.#of(a), 'candidateOf', article)
    known.candidates = candidates.length > 0 ? candidates : nothing
    const kept = new Set(candidates)
    for (const a of known.related?.keys() ?? nothing) if (!kept.has(a)) known.related?.delete(a)
  }

  #setLinks(article: number, links: readonly Link[]): void {
    const known = this.#of(article)
    if (areEqual(known.links, links)) return
    const isAmong = (all: readonly Link[], link: Link) => all.some((other) => isEqual(link, other))
    for (const link of known.links) if (!isAmong(links, link)) this.#unlink(link)
    for (const link of links) if (!isAmong(known.links, link)) this.#link(link)
    known.links = links.length > 0 ? links : noLinks
  }

  #link(link: Link): void {
    this.#relinked(link)
    addTo(this.#of(link.a), fromLater(link), link.b)
  }

  #unlink(link: Link): void {
    this.#relinked(link)
    this.#known[link.a]?.[fromLater(link)]?.delete(link.b)
  }

  #relinked(link: Link): void {
    const relinked = mayGroup(link) ? this.#touched : this.#sharing
    relinked.add(link.a)
    relinked.add(link.b)
  }
}

/** All later articles that are linked to one. */
const linkedFrom = ({ groupedFrom, sharedFrom }: Known): number[] => [
  ...(groupedFrom ?? nothing),
  ...(sharedFrom ?? nothing),
]

/** Among which later articles the one of a link stands. */
const fromLater = (link: Link) => (mayGroup(link) ? 'groupedFrom' : 'sharedFrom')

function addTo(known: Known, list: 'candidateOf' | 'groupedFrom' | 'sharedFrom', article: number): void {
  known[list] ??= new Set()
  known[list].add(article)
}

const areEqual = (links: readonly Link[], others: readonly Link[]): boolean =>
  links.length === others.length && links.every((link, k) => isEqual(link, others[k] as Link))

const isEqual = (link: Link, other: Link): boolean =>
  link.a === other.a &&
  link.relation === other.relation &&
  link.strength === other.strength &&
  link.holder === other.holder &&
  link.passage === other.passage &&
  link.passageAt[0] === other.passageAt[0] &&
  link.passageAt[1] === other.passageAt[1]
