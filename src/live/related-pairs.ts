// What articles are to earlier ones, in blocks of memory: an object for every pair would be most of what is walked over when garbage is
// collected. Of a pair the earlier article, its relation and which of the two is longer, how strong it is (the two halves of a
// double), the words of the longest passage, and where that starts in either.
import type { Link } from '../match/links.js'
import { type Related, type Relation, relations } from '../match/relation.js'
import { areEqual } from '../memory/equal.js'
import { Records } from '../memory/records.js'

const PAIR = 7

/** An earlier article and what another is to it. */
export interface RelatedTo extends Related {
  readonly a: number
}

/** A link as such a pair. */
export const relatedOf = ({ a, relation, strength, holder, passage, passageAt }: Link): RelatedTo => ({
  a,
  relation,
  strength,
  longer: holder === a ? 0 : 1,
  passage,
  passageAt,
})

const strength = new Float64Array(1)
const halves = new Uint32Array(strength.buffer)

/** Pairs by their later article, in the order in which they were set. */
export class RelatedPairs {
  readonly #records = new Records()
  /** Behind the pair that was found last, from the first pair of its article. */
  #next = 0

  /** What an article is to an earlier one, or null where that is not known. Linear in its pairs, but for those asked for in their order. */
  find(article: number, a: number): Related | null {
    const { list, from, count } = this.#found(article)
    const first = this.#next < count ? this.#next : 0
    for (let k = 0; k < count; k += PAIR) {
      const at = (first + k) % count
      if (list[from + at] !== a) continue
      this.#next = at + PAIR
      return unpack(list, from + at)
    }
    return null
  }

  /** All pairs of an article. */
  of(article: number): RelatedTo[] {
    const { list, from, count } = this.#found(article)
    const pairs: RelatedTo[] = []
    for (let at = from; at < from + count; at += PAIR) pairs.push(unpack(list, at))
    return pairs
  }

  /** Calls back with the earlier article of each pair, and what the other is to it, which takes no memory. */
  each(article: number, found: (a: number, relation: Relation) => void): void {
    const { list, from, count } = this.#found(article)
    for (let at = from; at < from + count; at += PAIR) found(list[at] as number, relationAt(list, at))
  }

  /** Sets all pairs of an article; calls back with those that it had and has no more, and with those that it had not. */
  set(
    article: number,
    pairs: readonly RelatedTo[],
    gone: (a: number, relation: Relation) => void = () => {},
    come: (a: number, relation: Relation) => void = () => {},
  ): void {
    const [before, after] = [this.#records.of(article), packPairs(pairs)]
    if (areEqual(before, after)) return
    eachMissing(before, after, gone)
    eachMissing(after, before, come)
    this.#records.set(article, after.length > 0 ? after : null)
  }

  /** Adds pairs that an article has not. */
  add(article: number, pairs: readonly RelatedTo[]): void {
    if (pairs.length === 0) return
    const known = this.#records.of(article)
    const all = new Uint32Array(known.length + PAIR * pairs.length)
    all.set(known)
    all.set(packPairs(pairs), known.length)
    this.#records.set(article, all)
  }

  /** Keeps of an article's pairs those with some earlier ones. */
  keep(article: number, isKept: (a: number) => boolean): void {
    const all = this.#records.of(article)
    const kept = new Uint32Array(all.length)
    let length = 0
    for (let at = 0; at < all.length; at += PAIR) {
      if (!isKept(all[at] as number)) continue
      kept.set(all.subarray(at, at + PAIR), length)
      length += PAIR
    }
    if (length < all.length) this.#records.set(article, length > 0 ? kept.subarray(0, length) : null)
  }

  #found(article: number): Records {
    this.#records.find(article)
    return this.#records
  }
}

const relationAt = (list: Uint32Array, at: number): Relation => relations[(list[at + 1] as number) >>> 1] as Relation

/** Calls back with the pairs of one list that another has not just so. */
function eachMissing(list: Uint32Array, other: Uint32Array, found: (a: number, relation: Relation) => void): void {
  for (let at = 0; at < list.length; at += PAIR) {
    let isAmong = false
    for (let k = 0; k < other.length && !isAmong; k += PAIR) {
      isAmong = true
      for (let w = 0; w < PAIR && isAmong; w++) isAmong = list[at + w] === other[k + w]
    }
    if (!isAmong) found(list[at] as number, relationAt(list, at))
  }
}

/** Pairs as numbers. */
function packPairs(pairs: readonly RelatedTo[]): Uint32Array {
  const packed = new Uint32Array(PAIR * pairs.length)
  pairs.forEach(({ a, relation, strength: share, longer, passage, passageAt }, k) => {
    const at = PAIR * k
    strength[0] = share
    packed[at] = a
    packed[at + 1] = 2 * relations.indexOf(relation) + longer
    packed.set(halves, at + 2)
    packed[at + 4] = passage
    packed.set(passageAt, at + 5)
  })
  return packed
}

function unpack(list: Uint32Array, at: number): RelatedTo {
  halves[0] = list[at + 2] as number
  halves[1] = list[at + 3] as number
  return {
    a: list[at] as number,
    relation: relationAt(list, at),
    strength: strength[0] as number,
    longer: ((list[at + 1] as number) & 1) === 0 ? 0 : 1,
    passage: list[at + 4] as number,
    passageAt: [list[at + 5] as number, list[at + 6] as number],
  }
}
