// Links articles that come and go: after any history the links that Linker (match/links.ts) makes of those that are in, taken in order of
// publication. What an article is linked with depends on its candidates, on the pages compared, and on the texts that
// earlier articles were found to be of; so who is touched is linked anew, in order of publication, and whoever follows
// from that. What two pages are to each other is remembered for as long as one is the other's candidate.

import { KeptPages } from '../match/kept-pages.js'
import { compareBy, compareInTurn, type Link, linkOfSameWords, type Sketch } from '../match/links.js'
import { type Related, relate } from '../match/relation.js'
import { SparedComparisons } from '../match/spared.js'
import type { Page } from '../text/page.js'
import { type Chronology, LiveCandidates } from './live-candidates.js'
import { InOrder } from './order.js'
import { LiveSameWords } from './same-words.js'

/** What is known of an article. */
interface Known {
  found: Sketch
  /** It stands for itself, and is in the candidate index. */
  isIndexed: boolean
  candidates: readonly number[]
  /** To earlier articles. */
  links: readonly Link[]
  /** The first article of its text. */
  text: number
  /** What it is to earlier articles, as far as compared. */
  readonly related: Map<number, Related>
  /** Later articles of which it is a candidate, and later articles that are linked to it. */
  readonly candidateOf: Set<number>
  readonly linkedFrom: Set<number>
}

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
  readonly #known = new Map<number, Known>()
  readonly #spared: SparedComparisons
  // Whose candidates are to be looked for, and who is to be linked, anew.
  readonly #toDo: InOrder
  readonly #isBefore: Chronology['isBefore']
  readonly #toSearch = new Set<number>()
  #touched = new Set<number>()

  constructor(chronology: Chronology, window: number, read: (article: number) => Page) {
    this.#pages = new KeptPages(read)
    this.#candidates = new LiveCandidates(chronology, window)
    this.#sameWords = new LiveSameWords(chronology, window)
    this.#toDo = new InOrder(chronology.isBefore)
    this.#isBefore = chronology.isBefore
    this.#spared = new SparedComparisons({
      of: (article) => this.#of(article).text,
      set: (article, text) => {
        this.#of(article).text = text
      },
    })
  }

  /** The links of an article to earlier ones. */
  linksOf(article: number): readonly Link[] {
    return this.#known.get(article)?.links ?? []
  }

  /** All articles to which one is linked. */
  *neighbours(article: number): Iterable<number> {
    const known = this.#known.get(article)
    if (!known) return
    for (const { a } of known.links) yield a
    yield* known.linkedFrom
  }

  /** Takes in what has changed; gives the articles that were added, or whose links, to earlier or from later ones, are others now. */
  update({ added, removed, reread }: Update): Set<number> {
    this.#touched = new Set()
    // The latest first: whoever stands for others of the same words is taken out when few of them are left.
    const latestFirst = [...removed].sort((x, y) => (this.#isBefore(x, y) ? 1 : -1))
    for (const article of latestFirst) this.#remove(article)
    for (const [article, found] of reread) this.#reread(article, found)
    for (const [article, found] of added) this.#add(article, found)
    for (let article = this.#toDo.take(); article !== null; article = this.#toDo.take()) this.#link(article)
    for (const article of removed) this.#touched.delete(article)
    return this.#touched
  }

  #of(article: number): Known {
    const known = this.#known.get(article)
    if (!known) throw new RangeError(`article ${article} is not in`)
    return known
  }

  #add(article: number, found: Sketch): void {
    this.#known.set(article, {
      found,
      isIndexed: false,
      candidates: [],
      links: [],
      text: article,
      related: new Map(),
      candidateOf: new Set(),
      linkedFrom: new Set(),
    })
    this.#touched.add(article)
    this.#enter(article)
  }

  #remove(article: number): void {
    this.#leave(article)
    const known = this.#of(article)
    this.#setCandidates(article, [])
    this.#setLinks(article, [])
    for (const later of known.candidateOf) {
      this.#of(later).related.delete(article)
      this.#search(later)
    }
    for (const later of known.linkedFrom) {
      this.#touched.add(later)
      this.#setLinks(
        later,
        this.#of(later).links.filter(({ a }) => a !== article),
      )
      this.#toDo.add(later)
    }
    this.#pages.forget(article)
    this.#known.delete(article)
  }

  #reread(article: number, found: Sketch): void {
    const known = this.#of(article)
    known.related.clear()
    this.#pages.forget(article)
    for (const later of known.candidateOf) {
      this.#of(later).related.delete(article)
      this.#toDo.add(later)
    }
    this.#toDo.add(article)
    if (found.key === known.found.key && haveSame(found.fingerprints, known.found.fingerprints)) return
    const { key } = known.found
    known.found = found
    // It stays where it is in the index but for the fingerprints that differ.
    const stoodForItself = known.isIndexed
    if (key !== null) for (const one of this.#sameWords.remove(article, key)) this.#stand(one)
    if (stoodForItself) this.#index(article, found.fingerprints)
    this.#enter(article)
  }

  /** Takes an article into the indexes. */
  #enter(article: number): void {
    const { key } = this.#of(article).found
    const changed = key === null ? [article] : this.#sameWords.add(article, key)
    for (const one of changed) this.#stand(one)
    this.#search(article)
  }

  #leave(article: number): void {
    const known = this.#of(article)
    const { key } = known.found
    if (known.isIndexed) this.#unindex(article)
    if (key !== null) for (const one of this.#sameWords.remove(article, key)) this.#stand(one)
  }

  /** An article stands for itself now, or another of the same words stands for it. */
  #stand(article: number): void {
    const known = this.#of(article)
    const standsForItself = this.#sameWords.of(article) === null
    if (standsForItself && !known.isIndexed) {
      known.isIndexed = true
      this.#index(article, known.found.fingerprints)
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
    const { candidateOf } = this.#of(article)
    const isCandidate = (later: number, earlier: number) => this.#known.get(earlier)?.candidateOf.has(later) ?? false
    for (const later of this.#candidates.set(article, fingerprints, isCandidate)) this.#search(later)
    for (const later of candidateOf) this.#search(later)
  }

  #search(article: number): void {
    this.#toSearch.add(article)
    this.#toDo.add(article)
  }

  /** Links an article anew, all that are earlier being linked. */
  #link(article: number): void {
    const known = this.#known.get(article)
    const isToSearch = this.#toSearch.delete(article)
    if (!known) return
    const first = this.#sameWords.of(article)
    const text = known.text
    if (first !== null) {
      this.#setCandidates(article, [])
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
    if (known.text !== text) for (const later of known.candidateOf) this.#toDo.add(later)
  }

  #compare(article: number, known: Known): Link[] {
    const comparing = compareInTurn(article, known.candidates, this.#spared)
    return compareBy(comparing, (a) => {
      const related = known.related.get(a) ?? relate(...this.#pages.pair(a, article))
      known.related.set(a, related)
      return related
    }).links
  }

  #setCandidates(article: number, candidates: readonly number[]): void {
    const known = this.#of(article)
    for (const a of known.candidates) this.#known.get(a)?.candidateOf.delete(article)
    for (const a of candidates) this.#of(a).candidateOf.add(article)
    known.candidates = candidates
    const kept = new Set(candidates)
    for (const a of known.related.keys()) if (!kept.has(a)) known.related.delete(a)
  }

  #setLinks(article: number, links: readonly Link[]): void {
    const known = this.#of(article)
    if (areEqual(known.links, links)) return
    for (const { a } of known.links) this.#unlink(a, article)
    for (const { a } of links) {
      this.#touched.add(a)
      this.#of(a).linkedFrom.add(article)
    }
    this.#touched.add(article)
    known.links = links
  }

  #unlink(a: number, later: number): void {
    this.#touched.add(a)
    this.#known.get(a)?.linkedFrom.delete(later)
  }
}

const haveSame = (a: Uint32Array, b: Uint32Array) => a.length === b.length && a.every((one, k) => one === b[k])

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
