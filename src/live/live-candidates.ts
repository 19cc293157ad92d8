// Candidate search over articles that come and go in any order: for every article the earlier ones that CandidateIndex
// (sketch/candidates.ts) would give it, were all that are in added in order of publication. Who comes last only asks; who comes in
// between changes what later articles ask for, but only of those that follow closely in a list of its fingerprints, and of these only
// where what they share with it, or with their candidates, is another: those are told.
import { isWithin } from '../match/links.js'
import { defaultRule, mostFingerprints, shareEnough } from '../sketch/candidates.js'
import { OrderedPostings } from './ordered-postings.js'

/** Articles in their order, by number. */
export interface Chronology {
  /** Epoch milliseconds, or null where unknown; these come last. */
  timeOf(article: number): number | null
  isBefore(a: number, b: number): boolean
}

/** An earlier article, and how many fingerprints it shares. */
export interface Shared {
  readonly article: number
  readonly shared: number
}

const rule = defaultRule
const none = new Uint32Array(0)

/** An index that gives the candidates of any of its articles. */
export class LiveCandidates {
  readonly #chronology: Chronology
  readonly #window: number
  readonly #postings: OrderedPostings
  readonly #fingerprints = new Map<number, Uint32Array>()
  // By article: how many fingerprints it shares with the one that asks, and above 16 bits how many of them are rare.
  #tally = new Uint32Array(64)

  constructor(chronology: Chronology, window: number) {
    this.#chronology = chronology
    this.#window = window
    this.#postings = new OrderedPostings(chronology.isBefore)
  }

  /**
   * Gives an article other fingerprints than it had, or its first, or none; gives those later articles whose candidates may be others
   * now. `isCandidate` says of a later article whether an earlier one is its candidate as yet.
   */
  set(
    article: number,
    fingerprints: Uint32Array | null,
    isCandidate: (later: number, earlier: number) => boolean,
  ): Set<number> {
    const before = this.#fingerprints.get(article) ?? none
    const after = fingerprints === null ? none : different(fingerprints)
    const changed = new Set<number>()
    const [had, has] = [new Set(before), new Set(after)]
    for (const fingerprint of before) if (!has.has(fingerprint)) this.#takeOut(fingerprint, article, changed)
    for (const fingerprint of after) if (!had.has(fingerprint)) this.#putIn(fingerprint, article, isCandidate, changed)
    if (fingerprints === null) this.#fingerprints.delete(article)
    else this.#fingerprints.set(article, after)
    this.#reserve(article)
    this.#meetLater(article, after, changed)
    return changed
  }

  /** The candidates of an article that is in: those first that share most. */
  of(article: number): Shared[] {
    const own = this.#fingerprints.get(article)
    return own ? this.#find(article, own) : []
  }

  #find(article: number, own: Uint32Array): Shared[] {
    const { timeOf, isBefore } = this.#chronology
    const [postings, tally] = [this.#postings, this.#tally]
    const met: number[] = []
    for (const fingerprint of own) {
      postings.find(fingerprint)
      const end = postings.placeOf(article)
      const start = Math.max(0, end - rule.maxPostings)
      const first = end - start === rule.maxPostings ? (postings.list[postings.from + start] as number) : null
      const one = first !== null && this.#isWithin(timeOf(first), timeOf(article)) ? 1 : 0x10001
      for (let k = postings.from + start; k < postings.from + end; k++) {
        const a = postings.list[k] as number
        if (tally[a] === 0) met.push(a)
        tally[a] = (tally[a] as number) + one
      }
    }
    const found: Shared[] = []
    for (const a of met) {
      const shared = this.#takeShared(a, own.length)
      if (shared !== null && this.#isWithin(timeOf(a), timeOf(article))) found.push({ article: a, shared })
    }
    return found.sort((x, y) => y.shared - x.shared || (isBefore(x.article, y.article) ? -1 : 1))
  }

  #reserve(article: number): void {
    if (article < this.#tally.length) return
    const larger = new Uint32Array(2 * (article + 1))
    larger.set(this.#tally)
    this.#tally = larger
  }

  /** Takes an article out of a list: those that follow closely meet one before it in its stead, or the list is no longer common to them. */
  #takeOut(fingerprint: number, article: number, changed: Set<number>): void {
    const postings = this.#postings
    postings.find(fingerprint)
    const place = postings.placeOf(article)
    const end = Math.min(postings.count, place + 1 + rule.maxPostings)
    for (let k = Math.max(place + 1, rule.maxPostings); k < end; k++) changed.add(this.#at(k))
    postings.remove(fingerprint, article)
  }

  /** Puts an article into a list: those that follow closely no longer meet the last that they met, or the list becomes common to them. */
  #putIn(
    fingerprint: number,
    article: number,
    isCandidate: (later: number, earlier: number) => boolean,
    changed: Set<number>,
  ): void {
    const postings = this.#postings
    const place = postings.add(fingerprint, article)
    postings.find(fingerprint)
    const end = Math.min(postings.count, place + 1 + rule.maxPostings)
    for (let k = Math.max(place + 1, rule.maxPostings); k < end; k++) {
      const later = this.#at(k)
      if (changed.has(later)) continue
      // From the one that is met no more on: of all of them fewer rare fingerprints may be shared now.
      for (let met = Math.max(0, k - rule.maxPostings - 1); met < k; met++)
        if (isCandidate(later, this.#at(met))) {
          changed.add(later)
          break
        }
    }
  }

  /** Finds the later articles of which an article is a candidate. */
  #meetLater(article: number, own: Uint32Array, changed: Set<number>): void {
    const { timeOf } = this.#chronology
    const [postings, tally] = [this.#postings, this.#tally]
    const met: number[] = []
    for (const fingerprint of own) {
      postings.find(fingerprint)
      const place = postings.placeOf(article)
      const end = Math.min(postings.count, place + 1 + rule.maxPostings)
      for (let k = place + 1; k < end; k++) {
        const later = this.#at(k)
        const first = k >= rule.maxPostings ? this.#at(k - rule.maxPostings) : null
        const isCommon = first !== null && this.#isWithin(timeOf(first), timeOf(later))
        if (tally[later] === 0) met.push(later)
        tally[later] = (tally[later] as number) + (isCommon ? 1 : 0x10001)
      }
    }
    for (const later of met) {
      const shared = this.#takeShared(later, own.length)
      if (shared !== null && this.#isWithin(timeOf(article), timeOf(later))) changed.add(later)
    }
  }

  /** How many fingerprints an article was found to share with one of so many, where that is enough; its tally begins anew. */
  #takeShared(other: number, size: number): number | null {
    const tally = this.#tally[other] as number
    this.#tally[other] = 0
    const shared = tally & 0xffff
    const smaller = Math.min(size, this.#fingerprints.get(other)?.length ?? 0)
    return shareEnough(shared, tally >>> 16, smaller, rule) ? shared : null
  }

  /** The article at a place of the list that was found. */
  #at(place: number): number {
    return this.#postings.list[this.#postings.from + place] as number
  }

  #isWithin(earlier: number | null, later: number | null): boolean {
    return isWithin(earlier, later, this.#window)
  }
}

/** Fingerprints, each once, in their order; of very many the first. */
function different(fingerprints: Uint32Array): Uint32Array {
  const all = new Set(fingerprints)
  return all.size === fingerprints.length && all.size <= mostFingerprints
    ? fingerprints.slice()
    : Uint32Array.from([...all].slice(0, mostFingerprints))
}
