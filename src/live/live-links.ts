// Links articles that come and go: after any history the links that Linker (match/links.ts) makes of those that are in, taken in order of
// publication. What an article is linked with depends on its candidates, on the pages compared, and on the texts that
// earlier articles were found to be of; so who is touched is linked anew, in order of publication, and whoever follows
// from that. What two pages are to each other is remembered for as long as one is the other's candidate.

import { KeptPages } from '../match/kept-pages.js'
import { compareBy, compareInTurn, type Link, linkOfSameWords, type Sketch } from '../match/links.js'
import { type Related, relate } from '../match/relation.js'
import { SparedComparisons } from '../match/spared.js'
import type { Page } from '../text/page.js'
import type { Chronology } from './chronology.js'
import { LiveCandidates } from './live-candidates.js'
import { InOrder } from './order.js'
import { LiveSameWords } from './same-words.js'

/** What is known of an article. Most have no candidate and no link, and share one empty list and set. */
class Known {
  /** It stands for itself, and is in the candidate index. */
  isIndexed = false
  candidates: readonly number[] = nothing
  /** To earlier articles. */
  links: readonly Link[] = noLinks
  /** What it is to earlier articles, as far as compared. */
  related: Map<number, Related> | null = null
  /** Later articles of which it is a candidate, and later articles that are linked to it. */
  candidateOf: Set<number> | null = null
  linkedFrom: Set<number> | null = null

  constructor(
    /** Of its words: see Sketch. */
    public key: number | null,
    /** The first article of its text. */
    public text: number,
  ) {}
}

const nothing: readonly number[] = []
const noLinks: readonly Link[] = []

/** Which articles come, leave, or are other pages than they were, as their outlets repeat other lines. */
export interface Update {
  readonly added: readonly (readonly [article: number, found: Sketch])[]
  readonly removed: readonly number[]
  readonly reread: readonly (readonly [article: number, found: Sketch])[]
}

/** The links among articles, which go by number. */
export class LiveLinks {
  readonly #pages: KeptPages
  readonly #candidates: LiveCandidates
  readonly #sameWords: LiveSameWords
  readonly #sketch: (article: number) => Sketch
  readonly #known: (Known | undefined)[] = []
  readonly #spared: SparedComparisons
  // Whose candidates are to be looked for, and who is to be linked, anew.
  readonly #toDo: InOrder
  readonly #chronology: Chronology
  readonly #toSearch = new Set<number>()
  #touched = new Set<number>()

  /** An article is sketched again when it comes to stand for others of the same words. */
  constructor(
    chronology: Chronology,
    window: number,
    read: (article: number) => Page,
    sketch: (article: number) => Sketch,
  ) {
    this.#pages = new KeptPages(read)
    this.#sketch = sketch
    this.#candidates = new LiveCandidates(chronology, window)
    this.#sameWords = new LiveSameWords(chronology, window)
    this.#toDo = new InOrder((a, b) => chronology.isBefore(a, b))
    this.#chronology = chronology
    this.#spared = new SparedComparisons({
      of: (article) => this.#of(article).text,
      set: (article, text) => {
        this.#of(article).text = text
      },
    })
  }

  /** The links of an article to earlier ones. */
  linksOf(article: number): readonly Link[] {
    return this.#known[article]?.links ?? noLinks
  }

  /** All articles to which one is linked. */
  *neighbours(article: number): Iterable<number> {
    const known = this.#known[article]
    if (!known) return
    for (const { a } of known.links) yield a
    yield* known.linkedFrom ?? nothing
  }

  /** Takes in what has changed; gives the articles that were added, or whose links, to earlier or from later ones, are others now. */
  update({ added, removed, reread }: Update): Set<number> {
    this.#touched = new Set()
    // The latest first: whoever stands for others of the same words is taken out when few of them are left.
    const latestFirst = [...removed].sort((x, y) => (this.#chronology.isBefore(x, y) ? 1 : -1))
    for (const article of latestFirst) this.#remove(article)
    for (const [article, found] of reread) this.#reread(article, found)
    for (const [article, found] of added) this.#add(article, found)
    for (let article = this.#toDo.take(); article !== null; article = this.#toDo.take()) this.#link(article)
    for (const article of removed) this.#touched.delete(article)
    return this.#touched
  }

  #of(article: number): Known {
    const known = this.#known[article]
    if (!known) throw new RangeError(`article ${article} is not in`)
    return known
  }

  #add(article: number, found: Sketch): void {
    this.#known[article] = new Known(found.key, article)
    this.#touched.add(article)
    this.#enter(article, found.fingerprints)
  }

  #remove(article: number): void {
    this.#leave(article)
    const known = this.#of(article)
    this.#setCandidates(article, nothing)
    this.#setLinks(article, noLinks)
    for (const later of known.candidateOf ?? nothing) {
      this.#of(later).related?.delete(article)
      this.#search(later)
    }
    for (const later of known.linkedFrom ?? nothing) {
      this.#touched.add(later)
      this.#setLinks(
        later,
        this.#of(later).links.filter(({ a }) => a !== article),
      )
      this.#toDo.add(later)
    }
    this.#pages.forget(article)
    this.#known[article] = undefined
  }

  #reread(article: number, { key, fingerprints }: Sketch): void {
    const known = this.#of(article)
    known.related = null
    this.#pages.forget(article)
    for (const later of known.candidateOf ?? nothing) {
      this.#of(later).related?.delete(article)
      this.#toDo.add(later)
    }
    this.#toDo.add(article)
    if (key !== null && key === known.key) return
    const former = known.key
    known.key = key
    // It stays where it is in the index but for the fingerprints that differ.
    const stoodForItself = known.isIndexed
    if (former !== null) for (const one of this.#sameWords.remove(article, former)) this.#stand(one)
    if (stoodForItself) this.#index(article, fingerprints)
    this.#enter(article, fingerprints)
  }

  /** Takes an article into the indexes. */
  #enter(article: number, fingerprints: Uint32Array): void {
    const { key } = this.#of(article)
    const changed = key === null ? [article] : this.#sameWords.add(article, key)
    for (const one of changed) this.#stand(one, one === article ? fingerprints : undefined)
    this.#search(article)
  }

  #leave(article: number): void {
    const { key, isIndexed } = this.#of(article)
    if (isIndexed) this.#unindex(article)
    if (key !== null) for (const one of this.#sameWords.remove(article, key)) this.#stand(one)
  }

  /** An article stands for itself now, or another of the same words stands for it. */
  #stand(article: number, fingerprints?: Uint32Array): void {
    const known = this.#of(article)
    const standsForItself = this.#sameWords.of(article) === null
    if (standsForItself && !known.isIndexed) {
      known.isIndexed = true
      this.#index(article, fingerprints ?? this.#sketch(article).fingerprints)
      this.#search(article)
    } else if (!standsForItself && known.isIndexed) this.#unindex(article)
    this.#toDo.add(article)
  }

  #unindex(article: number): void {
    this.#of(article).isIndexed = false
    this.#index(article, null)
  }

  /** Sets by what an article is found; who had it for a candidate, or may have it now, is to look anew. */
  #index(article: number, fingerprints: Uint32Array | null): void {
    const isCandidate = (later: number, earlier: number) => this.#known[earlier]?.candidateOf?.has(later) ?? false
    for (const later of this.#candidates.set(article, fingerprints, isCandidate)) this.#search(later)
    for (const later of this.#of(article).candidateOf ?? nothing) this.#search(later)
  }

  #search(article: number): void {
    this.#toSearch.add(article)
    this.#toDo.add(article)
  }

  /** Links an article anew, all that are earlier being linked. */
  #link(article: number): void {
    const known = this.#known[article]
    const isToSearch = this.#toSearch.delete(article)
    if (!known) return
    const first = this.#sameWords.of(article)
    const text = known.text
    if (first !== null) {
      this.#setCandidates(article, nothing)
      known.text = article
      this.#setLinks(article, [linkOfSameWords(first, article)])
    } else {
      if (isToSearch) {
        this.#setCandidates(
          article,
          this.#candidates.of(article).map((one) => one.article),
        )
      }
      this.#setLinks(article, this.#compare(article, known))
    }
    if (known.text !== text) for (const later of known.candidateOf ?? nothing) this.#toDo.add(later)
  }

  #compare(article: number, known: Known): Link[] {
    const comparing = compareInTurn(article, known.candidates, this.#spared)
    return compareBy(comparing, (a) => {
      known.related ??= new Map()
      const related = known.related.get(a) ?? relate(...this.#pages.pair(a, article))
      known.related.set(a, related)
      return related
    }).links
  }

  #setCandidates(article: number, candidates: readonly number[]): void {
    const known = this.#of(article)
    for (const a of known.candidates) this.#known[a]?.candidateOf?.delete(article)
    for (const a of candidates) {
      const candidate = this.#of(a)
      candidate.candidateOf ??= new Set()
      candidate.candidateOf.add(article)
    }
    known.candidates = candidates.length > 0 ? candidates : nothing
    const kept = new Set(candidates)
    for (const a of known.related?.keys() ?? nothing) if (!kept.has(a)) known.related?.delete(a)
  }

  #setLinks(article: number, links: readonly Link[]): void {
    const known = this.#of(article)
    if (areEqual(known.links, links)) return
    for (const { a } of known.links) this.#unlink(a, article)
    for (const { a } of links) {
      this.#touched.add(a)
      const other = this.#of(a)
      other.linkedFrom ??= new Set()
      other.linkedFrom.add(article)
    }
    this.#touched.add(article)
    known.links = links.length > 0 ? links : noLinks
  }

  #unlink(a: number, later: number): void {
    this.#touched.add(a)
    this.#known[a]?.linkedFrom?.delete(later)
  }
}

function areEqual(links: readonly Link[], others: readonly Link[]): boolean {
  return (
    links.length === others.length &&
    links.every((link, k) => {
      const other = others[k] as Link
      return (
        link.a === other.a &&
        link.relation === other.relation &&
        link.strength === other.strength &&
        link.holder === other.holder &&
        link.passage === other.passage &&
        link.passageAt[0] === other.passageAt[0] &&
        link.passageAt[1] === other.passageAt[1]
      )
    })
  )
}
