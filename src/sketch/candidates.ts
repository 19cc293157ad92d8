// Finds the pairs of articles worth comparing, by containment as well as by resemblance: an inverted index from
// fingerprints to articles, and for each article the earlier ones by the number of fingerprints they share. An excerpt shares nearly
// all of its few fingerprints with the whole, however long that is, which banded signatures cannot see (see LSH Ensemble,
// Zhu et al. 2016, for the same concern). Cost: fingerprints × postings kept, never articles squared. Misses only what shares too
// little; what it finds is to be compared.
import { Postings } from './postings.js'

/** Two articles by their places in the input, the lower first, and how many fingerprints they share. */
export interface Candidate {
  readonly a: number
  readonly b: number
  readonly shared: number
}

export interface CandidateOptions {
  /**
   * Least share of the smaller fingerprint set that the other must have in rare fingerprints.
   * @default 0.12
   */
  readonly minContainment?: number
  /**
   * So many rare fingerprints shared are enough, whatever their share: a paragraph in two long pages.
   * @default 8
   */
  readonly enoughShared?: number
  /**
   * Least number of rare fingerprints to share; sets smaller than twice this need half of theirs.
   * @default 3
   */
  readonly minShared?: number
  /**
   * A fingerprint that so many earlier articles have is common: it is met only with the last of them, and a pair that shares no
   * rare ones must share `commonContainment`. So set phrases and spam cannot make the work quadratic. From 2.
   * @default 32
   */
  readonly maxPostings?: number
  /**
   * Least share of the smaller set, common fingerprints counted, that makes a pair by itself: copies of a story that very
   * many carry.
   * @default 0.3
   */
  readonly commonContainment?: number
  /**
   * Articles whose times are known and lie further apart than this are no candidates, and do not make a fingerprint common. In the unit of
   * the times given; articles are then to be added in order of time.
   * @default Infinity
   */
  readonly window?: number
  /**
   * Every article has a time, so what lies outside the window is never asked for again, and is forgotten.
   * @default false
   */
  readonly allDated?: boolean
}

/** What makes two articles candidates, as a rule: see the options of the same names. */
export type CandidateRule = Required<Omit<CandidateOptions, 'window' | 'allDated'>>

export const defaultRule: CandidateRule = {
  minContainment: 0.12,
  minShared: 3,
  enoughShared: 8,
  maxPostings: 32,
  commonContainment: 0.3,
}

/** Whether so many shared fingerprints, and rare ones among them, are enough, the smaller of two sets being of such a size. */
export const shareEnough = (shared: number, rare: number, smaller: number, rule: CandidateRule): boolean =>
  (rare >= Math.min(rule.minShared, smaller / 2) &&
    rare >= Math.min(rule.enoughShared, rule.minContainment * smaller)) ||
  shared >= rule.commonContainment * smaller

/** Enough to know a text of a million words by; keeps the tally of what is shared within 16 bits. */
export const mostFingerprints = 0xffff

/**
 * An index that each article asks for its candidates as it is added.
 *
 * @example
 * const index = new CandidateIndex()
 * index.add(distinct(shingles(tokenize(first), 3))) // []
 * index.add(distinct(shingles(tokenize(second), 3))) // [{ a: 0, b: 1, shared: 287 }]
 */
export class CandidateIndex {
  readonly #rule: CandidateRule
  readonly #maxPostings: number
  readonly #window: number
  readonly #allDated: boolean
  readonly #postings: Postings
  #size = 0
  // The articles below this place lie outside the window of the latest time, and of all later ones.
  #latest = Number.NEGATIVE_INFINITY
  #firstWithin = 0
  // By article: how many fingerprints it has, and when it was published (NaN where unknown).
  #counts = new Uint32Array(64)
  #times = new Float64Array(64)
  // By article: how many fingerprints it shares with the one that is being added, and above 16 bits how many of them are rare.
  #shared = new Uint32Array(64)
  #met = new Uint32Array(64)

  /** @throws RangeError when maxPostings is below 2; `add` throws one when all were to be dated and an article is not */
  constructor(options: CandidateOptions = {}) {
    const { window, allDated, ...given } = options
    const rule = { ...defaultRule, ...given }
    const { maxPostings } = rule
    if (!Number.isInteger(maxPostings) || maxPostings < 2)
      throw new RangeError(`maxPostings must be a whole number from 2, not ${maxPostings}`)
    this.#rule = rule
    this.#maxPostings = maxPostings
    this.#window = window ?? Number.POSITIVE_INFINITY
    this.#allDated = allDated ?? false
    this.#postings = new Postings(maxPostings)
  }

  /** Articles held. */
  get size(): number {
    return this.#size
  }

  /** Bytes held. */
  get bytes(): number {
    const own = [this.#counts, this.#times, this.#shared, this.#met]
    return own.reduce((sum, { byteLength }) => sum + byteLength, this.#postings.bytes)
  }

  /**
   * Adds an article and gives its candidates among those added before, in their order. Repeated fingerprints count once, in whatever
   * order. Cost: fingerprints × articles that they meet, at most `maxPostings`.
   */
  add(fingerprints: Uint32Array, time: number | null = null): Candidate[] {
    if (this.#allDated && time === null) throw new RangeError('an article has no time, and all were to have one')
    const b = this.#size++
    if (b === this.#counts.length) this.#grow()
    const [tally, met, counts, postings] = [this.#shared, this.#met, this.#counts, this.#postings]
    const mine = time ?? Number.NaN
    this.#times[b] = mine
    const from = this.#advance(mine)
    postings.readAhead(fingerprints)
    let different = 0
    let metCount = 0
    for (let i = 0; i < fingerprints.length && different < mostFingerprints; i++) {
      const held = postings.add(fingerprints[i] as number, b)
      if (held < 0) continue
      different++
      if (held === 0) continue
      const { metIn, metFrom } = postings
      const isCommon = held === this.#maxPostings && this.#allWithin(metIn, metFrom, mine, from)
      const one = isCommon ? 1 : 0x10001
      for (let k = metFrom; k < metFrom + held; k++) {
        const a = metIn[k] as number
        if (a < from) continue
        const before = tally[a] as number
        if (before === 0) met[metCount++] = a
        tally[a] = before + one
      }
    }
    counts[b] = different
    const found: Candidate[] = []
    for (let k = 0; k < metCount; k++) {
      const a = met[k] as number
      const [shared, rare] = [(tally[a] as number) & 0xffff, (tally[a] as number) >>> 16]
      tally[a] = 0
      const smaller = Math.min(different, counts[a] as number)
      if (shareEnough(shared, rare, smaller, this.#rule) && this.#isWithin(a, mine)) found.push({ a, b, shared })
    }
    return found.sort((x, y) => x.a - y.a)
  }

  /** The place below which no article lies within the window of a time; articles of an unknown time always do. */
  #advance(time: number): number {
    if (!(time >= this.#latest)) return 0
    this.#latest = time
    while (time - (this.#times[this.#firstWithin] as number) > this.#window) this.#firstWithin++
    if (this.#allDated) this.#postings.forgetBefore(this.#firstWithin)
    return this.#firstWithin
  }

  /** Whether an article lies within the window before a time; unknown times do. */
  #isWithin(a: number, time: number): boolean {
    return !(Math.abs(time - (this.#times[a] as number)) > this.#window)
  }

  /** Whether all of a full list do, `from` being the first that does where all are dated. */
  #allWithin(articles: Uint32Array, start: number, time: number, from: number): boolean {
    const end = start + this.#maxPostings
    if (this.#allDated) {
      for (let k = start; k < end; k++) if ((articles[k] as number) < from) return false
      return true
    }
    for (let k = start; k < end; k++) if (!this.#isWithin(articles[k] as number, time)) return false
    return true
  }

  #grow(): void {
    const larger = (old: Uint32Array) => {
      const array = new Uint32Array(2 * old.length)
      array.set(old)
      return array
    }
    this.#counts = larger(this.#counts)
    this.#shared = larger(this.#shared)
    this.#met = larger(this.#met)
    const times = new Float64Array(2 * this.#times.length)
    times.set(this.#times)
    this.#times = times
  }
}

/** Candidate pairs among sets of fingerprints, in ascending order of a, then b. */
export function findCandidates(fingerprints: readonly Uint32Array[], options: CandidateOptions = {}): Candidate[] {
  const index = new CandidateIndex(options)
  return fingerprints.flatMap((mine) => index.add(mine)).sort((x, y) => x.a - y.a || x.b - y.b)
}
