// Candidate search over articles that come and go in any order: for every article the earlier ones that CandidateIndex
// (sketch/candidates.ts) would give it, were all that are in added in order of publication. Who comes last only asks; who comes in
// between changes what later articles ask for, but only of those that follow closely in a list of its fingerprints, and of these only
// where what they share with it, or with their candidates, is another: those are told.
import { defaultRule, mostFingerprints, shareEnough } from '../sketch/candidates.js'
import type { Chronology } from './chronology.js'
import { OrderedPostings } from './ordered-postings.js'
import { Records } from './records.js'

/** An earlier article, and how many fingerprints it shares. */
export interface Shared {
  readonly article: number
  readonly shared: number
}

/** Says of a later article whether an earlier one is its candidate as yet. */
export type IsCandidate = (later: number, earlier: number) => boolean

const rule = defaultRule
const { maxPostings } = rule
const none = new Uint32Array(0)
const nobody: readonly number[] = []
// Beyond a few thousand words, looking at a pair costs more than remembering that it was looked at.
const manyFingerprints = 1000
// So many that few fingerprints end in the same bits by chance.
const LAST_BIT = 0x7fff

/** An index that gives the candidates of any of its articles. */
export class LiveCandidates {
  readonly #chronology: Chronology
  readonly #window: number
  readonly #postings: OrderedPostings
  /** By article, ascending. */
  readonly #fingerprints = new Records()
  #sizes = new Uint32Array(64)
  /** In which bits the fingerprints of one article end. */
  readonly #bits = new Uint32Array((LAST_BIT + 1) / 32)
  #bitsOf = -1
  /** Pairs that were judged since a change of a long article began, as they may share very many lists. */
  #judged: Set<number> | null = null
  /** Pairs, the earlier first by turns, that may have become candidates, for as long as lists are being changed. */
  readonly #doubtful: number[] = []
  /** Which articles were sought for; and of those that are near to any, which: see #isNear. */
  #isSought = new Uint8Array(64)
  readonly #near = new Map<number, number[]>()
  // By article: how many fingerprints it shares with the one that asks, and above 16 bits how many of them are rare.
  #tally = new Uint32Array(64)

  constructor(chronology: Chronology, window: number) {
    this.#chronology = chronology
    this.#window = window
    this.#postings = new OrderedPostings((a, b) => chronology.isBefore(a, b))
  }

  /**
   * Gives an article other fingerprints than it had, or its first, or none; gives those later articles whose candidates may be others
   * now, beside those of which it was one.
   */
  set(article: number, fingerprints: Uint32Array | null, isCandidate: IsCandidate): Set<number> {
    const before = this.#fingerprints.of(article).slice()
    const after = fingerprints === null ? none : different(fingerprints)
    const changed = new Set<number>()
    this.#doubtful.length = 0
    this.#judged = before.length > manyFingerprints ? new Set() : null
    this.#bitsOf = -1
    eachMissing(before, after, (fingerprint) => this.#takeOut(fingerprint, article, isCandidate, changed))
    eachMissing(after, before, (fingerprint) => this.#putIn(fingerprint, article, isCandidate, changed))
    this.#fingerprints.set(article, fingerprints === null ? null : after)
    this.#reserve(article)
    this.#sizes[article] = after.length
    // It is to be sought for anew.
    this.#isSought[article] = 0
    this.#near.delete(article)
    this.#meetLater(article, after, changed)
    for (let k = 0; k < this.#doubtful.length; k += 2) {
      const [earlier, later] = [this.#doubtful[k] as number, this.#doubtful[k + 1] as number]
      if (!changed.has(later) && this.#doShareEnough(earlier, later)) changed.add(later)
    }
    return changed
  }

  /** An article's fingerprints, ascending; to be read before anything is set. */
  fingerprintsOf(article: number): Uint32Array {
    return this.#fingerprints.of(article)
  }

  /** Gives an article its first fingerprints, ascending, where nobody is to be told. */
  restore(article: number, fingerprints: Uint32Array): void {
    for (const fingerprint of fingerprints) this.#postings.add(fingerprint, article)
    this.#fingerprints.set(article, fingerprints)
    this.#reserve(article)
    this.#sizes[article] = fingerprints.length
  }

  /** The candidates of an article that is in: those first that share most. */
  of(article: number): Shared[] {
    const [chronology, postings, tally] = [this.#chronology, this.#postings, this.#tally]
    const own = this.#fingerprints.of(article)
    const met: number[] = []
    for (const fingerprint of own) {
      postings.find(fingerprint)
      const end = postings.placeOf(article)
      const start = Math.max(0, end - maxPostings)
      const one = end - start === maxPostings && this.#isWithin(this.#at(start), article) ? 1 : 0x10001
      for (let k = postings.from + start; k < postings.from + end; k++) {
        const a = postings.list[k] as number
        if (tally[a] === 0) met.push(a)
        tally[a] = (tally[a] as number) + one
      }
    }
    const found: Shared[] = []
    const near: number[] = []
    for (const a of met) {
      const shared = this.#takeShared(a, own.length)
      if (shared === null || !this.#isWithin(a, article)) continue
      if (shared > 0) found.push({ article: a, shared })
      else near.push(a)
    }
    this.#isSought[article] = 1
    if (near.length > 0) this.#near.set(article, near)
    else this.#near.delete(article)
    return found.sort((x, y) => y.shared - x.shared || (chronology.isBefore(x.article, y.article) ? -1 : 1))
  }

  #reserve(article: number): void {
    if (article < this.#tally.length) return
    const larger = (old: Uint32Array) => {
      const array = new Uint32Array(2 * (article + 1))
      array.set(old)
      return array
    }
    this.#tally = larger(this.#tally)
    this.#sizes = larger(this.#sizes)
    const isSought = new Uint8Array(this.#sizes.length)
    isSought.set(this.#isSought)
    this.#isSought = isSought
  }

  /** Takes an article out of a list: those that follow closely meet one before it in its stead, or the list is no longer common to them. */
  #takeOut(fingerprint: number, article: number, isCandidate: IsCandidate, changed: Set<number>): void {
    const postings = this.#postings
    postings.find(fingerprint)
    const place = postings.placeOf(article)
    const end = Math.min(postings.count, place + 1 + maxPostings)
    for (let k = Math.max(place + 1, maxPostings); k < end; k++) {
      const later = this.#at(k)
      if (changed.has(later)) continue
      const first = k - maxPostings
      const joining = first > 0 ? this.#at(first - 1) : null
      const wasCommon = this.#isWithin(this.#at(first), later)
      const isCommon = joining !== null && this.#isWithin(joining, later)
      if (joining !== null && isCandidate(later, joining)) {
        changed.add(later)
        continue
      }
      if (joining !== null && this.#isFirst(joining, later) && this.#mayShareEnough(joining, later)) {
        this.#doubtful.push(joining, later)
        this.#isNear(joining, later)
      }
      if (wasCommon && !isCommon) this.#doubtMet(first, k, article, isCandidate)
    }
    postings.remove(fingerprint, article)
  }

  /**
   * A fingerprint is no longer common to the article at a place of the list that was found: of those that it meets there, from a place
   * on and but for one, some may have become candidates. Those that are near are known if it was ever sought for.
   */
  #doubtMet(from: number, place: number, gone: number, isCandidate: IsCandidate): void {
    const later = this.#at(place)
    const near = this.#isSought[later] === 1 ? (this.#near.get(later) ?? nobody) : null
    if (near?.length === 0) return
    for (let met = from; met < place; met++) {
      const one = this.#at(met)
      if (one === gone || near?.includes(one) === false || !this.#isFirst(one, later)) continue
      if (near || (this.#mayShareEnough(one, later) && !isCandidate(later, one))) this.#doubtful.push(one, later)
    }
  }

  /** An earlier article may become a candidate of a later one without sharing more. */
  #isNear(earlier: number, later: number): void {
    if (this.#isSought[later] === 0) return
    const near = this.#near.get(later)
    if (!near) this.#near.set(later, [earlier])
    else if (!near.includes(earlier)) near.push(earlier)
  }

  /** Whether a pair is met for the first time since a change began, as far as that is remembered. */
  #isFirst(earlier: number, later: number): boolean {
    if (!this.#judged) return true
    const pair = earlier * 2 ** 26 + later
    if (this.#judged.has(pair)) return false
    this.#judged.add(pair)
    return true
  }

  /** Puts an article into a list: those that follow closely no longer meet the last that they met, or the list becomes common to them. */
  #putIn(fingerprint: number, article: number, isCandidate: IsCandidate, changed: Set<number>): void {
    const postings = this.#postings
    const place = postings.add(fingerprint, article)
    postings.find(fingerprint)
    const end = Math.min(postings.count, place + 1 + maxPostings)
    for (let k = Math.max(place + 1, maxPostings); k < end; k++) {
      const later = this.#at(k)
      if (changed.has(later)) continue
      const first = k - maxPostings
      const leaving = first > 0 ? this.#at(first - 1) : null
      const wasCommon = leaving !== null && this.#isWithin(leaving, later)
      const isCommon = this.#isWithin(this.#at(first), later)
      if (leaving !== null && isCandidate(later, leaving)) changed.add(later)
      else if (isCommon && !wasCommon && this.#some(first, k, (one) => isCandidate(later, one))) changed.add(later)
    }
  }

  /** Finds the later articles of which an article is a candidate. */
  #meetLater(article: number, own: Uint32Array, changed: Set<number>): void {
    const [postings, tally] = [this.#postings, this.#tally]
    const met: number[] = []
    for (const fingerprint of own) {
      postings.find(fingerprint)
      const place = postings.placeOf(article)
      const end = Math.min(postings.count, place + 1 + maxPostings)
      for (let k = place + 1; k < end; k++) {
        const later = this.#at(k)
        const isCommon = k >= maxPostings && this.#isWithin(this.#at(k - maxPostings), later)
        if (tally[later] === 0) met.push(later)
        tally[later] = (tally[later] as number) + (isCommon ? 1 : 0x10001)
      }
    }
    for (const later of met) {
      const shared = this.#takeShared(later, own.length)
      if (shared === null || !this.#isWithin(article, later)) continue
      if (shared > 0) changed.add(later)
      else this.#isNear(article, later)
    }
  }

  /**
   * How many fingerprints an article was found to share with one of so many, where that is enough; 0 where it would be, were all of
   * them rare; otherwise null. Its tally begins anew.
   */
  #takeShared(other: number, size: number): number | null {
    const tally = this.#tally[other] as number
    this.#tally[other] = 0
    const shared = tally & 0xffff
    const smaller = Math.min(size, this.#sizes[other] as number)
    if (shareEnough(shared, tally >>> 16, smaller, rule)) return shared
    return shareEnough(shared, shared, smaller, rule) ? 0 : null
  }

  /** Whether an earlier article is a candidate of a later one. */
  #doShareEnough(earlier: number, later: number): boolean {
    const postings = this.#postings
    const smaller = Math.min(this.#sizes[earlier] as number, this.#sizes[later] as number)
    const both = common(this.#fingerprints.of(earlier), this.#fingerprints.of(later))
    if (!shareEnough(both.length, both.length, smaller, rule)) return false
    let [shared, rare] = [0, 0]
    for (const fingerprint of both) {
      postings.find(fingerprint)
      const end = postings.placeOf(later)
      const start = Math.max(0, end - maxPostings)
      if (postings.placeOf(earlier) < start) continue
      shared++
      if (end - start < maxPostings || !this.#isWithin(this.#at(start), later)) rare++
    }
    return shareEnough(shared, rare, smaller, rule)
  }

  /** Whether two articles could be candidates, did they meet by all fingerprints that they share: no, or perhaps. */
  #mayShareEnough(earlier: number, later: number): boolean {
    if (!this.#isWithin(earlier, later)) return false
    const [fingerprints, bits] = [this.#fingerprints, this.#bits]
    if (this.#bitsOf !== later) this.#setBits(later)
    fingerprints.find(earlier)
    const { list, from, count } = fingerprints
    let shared = 0
    for (let k = from; k < from + count; k++) {
      const bit = (list[k] as number) & LAST_BIT
      shared += ((bits[bit >>> 5] as number) >>> (bit & 31)) & 1
    }
    return shareEnough(shared, shared, Math.min(count, this.#sizes[later] as number), rule)
  }

  /** Marks in which bits an article's fingerprints end, in the place of the last one's. */
  #setBits(article: number): void {
    this.#bits.fill(0)
    this.#bitsOf = article
    for (const fingerprint of this.#fingerprints.of(article)) {
      const bit = fingerprint & LAST_BIT
      this.#bits[bit >>> 5] = (this.#bits[bit >>> 5] as number) | (1 << (bit & 31))
    }
  }

  /** The article at a place of the list that was found. */
  #at(place: number): number {
    return this.#postings.list[this.#postings.from + place] as number
  }

  /** Whether something holds for one of the list that was found, from a place to before another. */
  #some(from: number, to: number, holds: (article: number) => boolean): boolean {
    for (let k = from; k < to; k++) if (holds(this.#at(k))) return true
    return false
  }

  #isWithin(earlier: number, later: number): boolean {
    return this.#chronology.isWithin(earlier, later, this.#window)
  }
}

/** Fingerprints, each once, ascending; of very many the first that came. */
function different(fingerprints: Uint32Array): Uint32Array {
  const sorted = fingerprints.slice().sort()
  const once = sorted.filter((one, k) => k === 0 || one !== sorted[k - 1])
  return once.length <= mostFingerprints
    ? once
    : Uint32Array.from([...new Set(fingerprints)].slice(0, mostFingerprints)).sort()
}

/** Calls back with what one ascending list has and another has not. */
function eachMissing(list: Uint32Array, other: Uint32Array, found: (one: number) => void): void {
  let at = 0
  for (const one of list) {
    while (at < other.length && (other[at] as number) < one) at++
    if (other[at] !== one) found(one)
  }
}

/** What two ascending lists have in common. */
function common(list: Uint32Array, other: Uint32Array): number[] {
  const both: number[] = []
  let at = 0
  for (const one of list) {
    while (at < other.length && (other[at] as number) < one) at++
    if (other[at] === one) both.push(one)
  }
  return both
}
