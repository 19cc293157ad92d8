// Candidate search over articles that come and go in any order: for every article the earlier ones that CandidateIndex
// (sketch/candidates.ts) would give it, were all that are in added in order of publication. Who comes last only asks; who comes in
// between changes what later articles ask for, but only of those that follow closely in a list of its fingerprints. What they share with
// their candidates is counted on, so that only those are told of whom others are candidates now, or in another order.

import { grown } from '../memory/grown.js'
import { Records } from '../memory/records.js'
import { defaultRule, mostFingerprints, shareEnough } from '../sketch/candidates.js'
import type { Chronology } from './chronology.js'
import { OrderedPostings } from './ordered-postings.js'

/** An earlier article, and how many fingerprints it shares. */
export interface Shared {
  readonly article: number
  readonly shared: number
}

const rule = defaultRule
const { maxPostings } = rule
const none = new Uint32Array(0)
const nobody: ReadonlySet<number> = new Set()
// What one fingerprint adds to a tally that is common, 1, or rare.
const SHARED = 0xffff
const RARE = 0x10000
const ONE_RARE = RARE + 1
// Beyond so many it is cheaper to seek anew than to look through them.
const mostNear = 256
// Beyond so many it is cheaper to seek anew than to ask for each whether it has become a candidate.
const mostAsked = 4
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
  /** Pairs that were judged since a change began, as they may share very many lists. */
  readonly #judged = new Set<number>()
  /** By article the earlier ones that may have become its candidates since a change began. */
  readonly #doubtful = new Map<number, number[]>()
  /** Articles for which was sought since others were last told of them; what was found, and what is near: see #isNear. */
  #isSought = new Uint8Array(64)
  readonly #found = new Records()
  readonly #near = new Records()
  /** Articles of which a tally was changed since a change began. */
  readonly #recounted = new Set<number>()
  /** By article: how many fingerprints it shares with the one that asks, and above 16 bits how many of them are rare. */
  #tally = new Uint32Array(64)
  /** Those with a tally, in the order in which they were met; and later ones. */
  #met = new Uint32Array(64)
  #metLater = new Uint32Array(64)

  constructor(chronology: Chronology, window: number) {
    this.#chronology = chronology
    this.#window = window
    this.#postings = new OrderedPostings((a, b) => chronology.isBefore(a, b))
  }

  /**
   * Gives an article other fingerprints than it had, or its first, or none; `candidateOf` are the later articles whose candidate it was.
   * Gives those later articles whose candidates are to be sought anew; where it is given none, of those whose candidate it was no one is
   * told that it is no more: see `drop`. Its own candidates are sought at once.
   */
  set(article: number, fingerprints: Uint32Array | null, candidateOf: Iterable<number>): Set<number> {
    const before = this.#fingerprints.of(article).slice()
    const after = fingerprints === null ? none : different(fingerprints)
    const changed = new Set<number>()
    this.#doubtful.clear()
    this.#recounted.clear()
    this.#judged.clear()
    this.#bitsOf = -1
    eachMissing(before, after, (fingerprint) => this.#takeOut(fingerprint, article, changed))
    eachMissing(after, before, (fingerprint) => this.#putIn(fingerprint, article, changed))
    this.#fingerprints.set(article, fingerprints === null ? null : after)
    this.#reserve(article)
    this.#sizes[article] = after.length
    this.#forget(article)
    const kept = fingerprints === null ? nobody : this.#meet(article, after, changed)
    if (fingerprints !== null) for (const later of candidateOf) if (!kept.has(later)) changed.add(later)
    const gone = fingerprints === null ? article : null
    for (const [later, earlier] of this.#doubtful)
      if (!changed.has(later) && this.#hasJoined(later, earlier, gone)) changed.add(later)
    // Of one that has so many near that it was forgotten nobody knows.
    for (const later of this.#recounted) if (this.#isSought[later] === 0 || !this.#isAsFound(later)) changed.add(later)
    for (const later of changed) this.#forget(later)
    return changed
  }

  /** An article is no candidate of a later one any more, as it has no fingerprints. */
  drop(later: number, candidate: number): void {
    const found = this.#found.of(later)
    const at = this.#placeIn(later, candidate)
    if (at < 0) return
    this.#found.set(later, found.filter((_, k) => k !== at && k !== at + 1).slice())
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
    if (this.#isSought[article] === 0) this.#seek(article)
    const found = this.#found
    found.find(article)
    const { list, from, count } = found
    return Array.from({ length: count / 2 }, (_, k) => ({
      article: list[from + 2 * k] as number,
      shared: (list[from + 2 * k + 1] as number) & SHARED,
    }))
  }

  /** Seeks the candidates of an article. */
  #seek(article: number): void {
    const own = this.#fingerprints.of(article)
    const postings = this.#postings
    const references = postings.findAll(own)
    let met = 0
    for (let f = 0; f < own.length; f++) {
      postings.open(references[f] as number)
      if (postings.count > 1) met = this.#meetEarlier(article, postings.placeOf(article), met)
    }
    this.#keepFound(article, own.length, met)
  }

  /** Counts the articles that precede one closely in the list that was found, having met so many others; says how many it has met then. */
  #meetEarlier(article: number, place: number, metBefore: number): number {
    const [tally, allMet] = [this.#tally, this.#met]
    const { list, from } = this.#postings
    const start = Math.max(0, place - maxPostings)
    const one = place - start === maxPostings && this.#isWithin(this.#at(start), article) ? 1 : ONE_RARE
    let met = metBefore
    for (let k = from + start; k < from + place; k++) {
      const a = list[k] as number
      const before = tally[a] as number
      if (before === 0) allMet[met++] = a
      tally[a] = before + one
    }
    return met
  }

  /** Counts the articles that follow the one at a place closely, of each whether the list is common to it, as `#meetEarlier` does. */
  #meetLater(place: number, metBefore: number): number {
    const [tally, allMet, times, window] = [this.#tally, this.#metLater, this.#chronology.times, this.#window]
    const { list, from, count } = this.#postings
    const end = from + Math.min(count, place + 1 + maxPostings)
    const firstCommon = from + maxPostings
    let met = metBefore
    for (let k = from + place + 1; k < end; k++) {
      const later = list[k] as number
      const before = tally[later] as number
      if (before === 0) allMet[met++] = later
      // As Chronology.isWithin has it, which is asked here more often than anything else.
      const isCommon =
        k >= firstCommon && !((times[later] as number) - (times[list[k - maxPostings] as number] as number) > window)
      tally[later] = before + (isCommon ? 1 : ONE_RARE)
    }
    return met
  }

  /** Keeps which of the earlier articles that one has met are its candidates, and which are near. */
  #keepFound(article: number, size: number, met: number): void {
    const found: { readonly candidate: number; readonly tally: number }[] = []
    const near: number[] = []
    for (let m = 0; m < met; m++) {
      const candidate = this.#met[m] as number
      const tally = this.#takeTally(candidate)
      const smaller = Math.min(size, this.#sizes[candidate] as number)
      if (!mayBeEnough(tally, smaller) || !this.#isWithin(candidate, article)) continue
      if (isEnough(tally, smaller)) found.push({ candidate, tally })
      else near.push(candidate)
    }
    found.sort(
      (x, y) =>
        (y.tally & SHARED) - (x.tally & SHARED) || (this.#chronology.isBefore(x.candidate, y.candidate) ? -1 : 1),
    )
    this.#isSought[article] = 1
    const kept = new Uint32Array(2 * found.length)
    found.forEach(({ candidate, tally }, k) => {
      kept[2 * k] = candidate
      kept[2 * k + 1] = tally
    })
    this.#found.set(article, found.length > 0 ? kept : null)
    this.#near.set(article, near.length > 0 ? Uint32Array.from(near) : null)
  }

  /** It is to be sought for anew. */
  #forget(article: number): void {
    this.#isSought[article] = 0
    this.#found.set(article, null)
    this.#near.set(article, null)
  }

  #reserve(article: number): void {
    if (article < this.#tally.length) return
    this.#tally = grown(Uint32Array, this.#tally, article + 1)
    this.#met = grown(Uint32Array, this.#met, article + 1)
    this.#metLater = grown(Uint32Array, this.#metLater, article + 1)
    this.#sizes = grown(Uint32Array, this.#sizes, article + 1)
    this.#isSought = grown(Uint8Array, this.#isSought, article + 1)
  }

  /** Takes an article out of a list: those that follow closely meet one before it in its stead, or the list is no longer common to them. */
  #takeOut(fingerprint: number, article: number, changed: Set<number>): void {
    const postings = this.#postings
    postings.find(fingerprint)
    const place = postings.placeOf(article)
    const end = Math.min(postings.count, place + 1 + maxPostings)
    for (let k = Math.max(place + 1, maxPostings); k < end; k++) {
      const later = this.#at(k)
      if (this.#isToldOf(later, changed)) continue
      const first = k - maxPostings
      const joining = first > 0 ? this.#at(first - 1) : null
      const wasCommon = this.#isWithin(this.#at(first), later)
      const isCommon = joining !== null && this.#isWithin(joining, later)
      if (
        joining !== null &&
        !this.#recount(later, joining, isCommon ? 1 : ONE_RARE) &&
        this.#isFirst(joining, later)
      ) {
        if (this.#mayShareEnough(joining, later)) {
          this.#doubt(joining, later)
          this.#isNear(joining, later)
        }
      }
      if (wasCommon && !isCommon) {
        this.#doubtMet(first, k, article)
        this.#recountMet(first, k, RARE)
      }
    }
    postings.remove(fingerprint, article)
  }

  /** Puts an article into a list: those that follow closely no longer meet the last that they met, or the list becomes common to them. */
  #putIn(fingerprint: number, article: number, changed: Set<number>): void {
    const postings = this.#postings
    const place = postings.add(fingerprint, article)
    postings.find(fingerprint)
    const end = Math.min(postings.count, place + 1 + maxPostings)
    for (let k = Math.max(place + 1, maxPostings); k < end; k++) {
      const later = this.#at(k)
      if (this.#isToldOf(later, changed)) continue
      const first = k - maxPostings
      const leaving = first > 0 ? this.#at(first - 1) : null
      const wasCommon = leaving !== null && this.#isWithin(leaving, later)
      const isCommon = this.#isWithin(this.#at(first), later)
      if (leaving !== null) this.#recount(later, leaving, wasCommon ? -1 : -ONE_RARE)
      if (isCommon && !wasCommon) this.#recountMet(first, k, -RARE)
    }
  }

  /** Whether a later article is to be sought for anew in any case: where nothing is known of it, it is. */
  #isToldOf(later: number, changed: Set<number>): boolean {
    if (this.#isSought[later] === 0) changed.add(later)
    return changed.has(later)
  }

  /** Where a candidate stands among those of an article, or -1. */
  #placeIn(later: number, candidate: number): number {
    const found = this.#found
    found.find(later)
    for (let k = 0; k < found.count; k += 2) if (found.list[found.from + k] === candidate) return k
    return -1
  }

  /** Adds to what an article shares with a candidate; says whether it is one. */
  #recount(later: number, candidate: number, more: number): boolean {
    const at = this.#placeIn(later, candidate)
    if (at < 0) return false
    const { list, from } = this.#found
    list[from + at + 1] = (list[from + at + 1] as number) + more
    this.#recounted.add(later)
    return true
  }

  /** Does so for all candidates that the article at a place of the list that was found meets there, from a place on. */
  #recountMet(from: number, place: number, more: number): void {
    const [postings, found] = [this.#postings, this.#found]
    const later = this.#at(place)
    found.find(later)
    const { list, from: start, count } = found
    for (let k = start; k < start + count; k += 2) {
      const candidate = list[k] as number
      const at = postings.placeOf(candidate)
      if (at < from || at >= place || this.#at(at) !== candidate) continue
      list[k + 1] = (list[k + 1] as number) + more
      this.#recounted.add(later)
    }
  }

  /** Whether an article's candidates are still candidates, and in order. */
  #isAsFound(later: number): boolean {
    const found = this.#found
    found.find(later)
    const { list, from, count } = found
    for (let k = 0; k < count; k += 2) {
      const [candidate, tally] = [list[from + k] as number, list[from + k + 1] as number]
      if (!isEnough(tally, Math.min(this.#sizes[later] as number, this.#sizes[candidate] as number))) return false
      if (k === 0) continue
      const more = ((list[from + k - 1] as number) & SHARED) - (tally & SHARED)
      if (more < 0 || (more === 0 && !this.#chronology.isBefore(list[from + k - 2] as number, candidate))) return false
    }
    return true
  }

  /**
   * A fingerprint is no longer common to the article at a place of the list that was found: of those that it meets there, from a place
   * on and but for one, some may have become candidates. They are among those that are near.
   */
  #doubtMet(from: number, place: number, gone: number): void {
    const later = this.#at(place)
    const near = this.#near.of(later)
    if (near.length === 0) return
    for (let met = from; met < place; met++) {
      const one = this.#at(met)
      if (one !== gone && near.includes(one) && this.#isFirst(one, later)) this.#doubt(one, later)
    }
  }

  /** An earlier article may become a candidate of a later one without sharing more. */
  #isNear(earlier: number, later: number): void {
    if (this.#isSought[later] === 0) return
    const near = this.#near.of(later)
    if (near.includes(earlier)) return
    if (near.length >= mostNear) this.#forget(later)
    else this.#near.append(later, earlier)
  }

  /** Whether a pair is met for the first time since a change began. */
  #isFirst(earlier: number, later: number): boolean {
    const pair = earlier * 2 ** 26 + later
    if (this.#judged.has(pair)) return false
    this.#judged.add(pair)
    return true
  }

  /** Seeks an article's candidates, and the later articles of which it is one; gives those of which it was one before. */
  #meet(article: number, own: Uint32Array, changed: Set<number>): ReadonlySet<number> {
    const postings = this.#postings
    let [met, metLater] = [0, 0]
    const references = postings.findAll(own)
    for (let f = 0; f < own.length; f++) {
      postings.open(references[f] as number)
      // There is nobody else.
      if (postings.count === 1) continue
      const place = postings.placeOf(article)
      met = this.#meetEarlier(article, place, met)
      metLater = this.#meetLater(place, metLater)
    }
    this.#keepFound(article, own.length, met)
    const kept = new Set<number>()
    for (let m = 0; m < metLater; m++) {
      const later = this.#metLater[m] as number
      const now = this.#takeTally(later)
      const smaller = Math.min(own.length, this.#sizes[later] as number)
      if (!mayBeEnough(now, smaller) || !this.#isWithin(article, later) || changed.has(later)) continue
      if (!isEnough(now, smaller)) this.#isNear(article, later)
      else if (this.#setTally(later, article, now)) kept.add(later)
      else changed.add(later)
    }
    return kept
  }

  /** Sets what an article shares with a candidate; says whether it is one. */
  #setTally(later: number, candidate: number, tally: number): boolean {
    const at = this.#placeIn(later, candidate)
    return at >= 0 && this.#recount(later, candidate, tally - (this.#found.list[this.#found.from + at + 1] as number))
  }

  /** What an article was found to share with the one that asks; it begins anew. */
  #takeTally(other: number): number {
    const tally = this.#tally[other] as number
    this.#tally[other] = 0
    return tally
  }

  /** An earlier article may have become a candidate of a later one. */
  #doubt(earlier: number, later: number): void {
    const others = this.#doubtful.get(later)
    if (others) others.push(earlier)
    else this.#doubtful.set(later, [earlier])
  }

  /** Whether one of some earlier articles has become a candidate of a later one, from which `gone` has been taken. */
  #hasJoined(later: number, earlier: readonly number[], gone: number | null): boolean {
    const likely = earlier.filter((one) => {
      const both = common(this.#fingerprints.of(one), this.#fingerprints.of(later))
      return shareEnough(both.length, both.length, this.#smaller(one, later), rule)
    })
    if (likely.length > mostAsked) return this.#isChanged(later, gone)
    return likely.some((one) => this.#doShareEnough(one, later))
  }

  /** Seeks an article's candidates anew; says whether they are others than they were but for one, or in another order. */
  #isChanged(article: number, gone: number | null): boolean {
    if (this.#isSought[article] === 0) return true
    const candidates = () => this.of(article).map((one) => one.article)
    const before = candidates().filter((one) => one !== gone)
    this.#forget(article)
    const after = candidates()
    return before.length !== after.length || before.some((one, k) => one !== after[k])
  }

  /** Whether an earlier article is a candidate of a later one. */
  #doShareEnough(earlier: number, later: number): boolean {
    const postings = this.#postings
    let [shared, rare] = [0, 0]
    for (const fingerprint of common(this.#fingerprints.of(earlier), this.#fingerprints.of(later))) {
      postings.find(fingerprint)
      const end = postings.placeOf(later)
      const start = Math.max(0, end - maxPostings)
      if (postings.placeOf(earlier) < start) continue
      shared++
      if (end - start < maxPostings || !this.#isWithin(this.#at(start), later)) rare++
    }
    return shareEnough(shared, rare, this.#smaller(earlier, later), rule)
  }

  /** How many fingerprints the one of two articles has that has fewer. */
  #smaller(one: number, other: number): number {
    return Math.min(this.#sizes[one] as number, this.#sizes[other] as number)
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

  #isWithin(earlier: number, later: number): boolean {
    return this.#chronology.isWithin(earlier, later, this.#window)
  }
}

/** Whether an article that shares so much with another is its candidate, the smaller of the two having so many fingerprints. */
const isEnough = (tally: number, smaller: number): boolean => shareEnough(tally & SHARED, tally >>> 16, smaller, rule)

/** Whether it would be, were all that they share rare. */
const mayBeEnough = (tally: number, smaller: number): boolean =>
  shareEnough(tally & SHARED, tally & SHARED, smaller, rule)

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
