// Candidate search over articles that come and go in any order: for every article the earlier ones that CandidateIndex
// (sketch/candidates.ts) would give it, were all that are in added in order of publication. Who comes last only asks; who comes in
// between changes what later articles ask for, but only of those that follow closely in a list of its fingerprints, which are told.
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

  /** Adds an article; gives those later ones whose candidates may be others now. */
  add(article: number, fingerprints: Uint32Array): Set<number> {
    const own = different(fingerprints)
    this.#fingerprints.set(article, own)
    if (article >= this.#tally.length) {
      const larger = new Uint32Array(2 * (article + 1))
      larger.set(this.#tally)
      this.#tally = larger
    }
    for (const fingerprint of own) this.#postings.add(fingerprint, article)
    return this.#followers(article, own)
  }

  /** Takes an article out; gives those later ones whose candidates may be others now. */
  remove(article: number): Set<number> {
    const own = this.#fingerprints.get(article)
    if (!own) return new Set()
    const followers = this.#followers(article, own)
    for (const fingerprint of own) this.#postings.remove(fingerprint, article)
    this.#fingerprints.delete(article)
    return followers
  }

  /** The candidates of an article that is in: those first that share most. */
  of(article: number): Shared[] {
    const own = this.#fingerprints.get(article)
    return own ? this.#find(article, own) : []
  }

  /** Bytes held in typed arrays. */
  get bytes(): number {
    return this.#postings.bytes + this.#tally.byteLength
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
      const [shared, rare] = [(tally[a] as number) & 0xffff, (tally[a] as number) >>> 16]
      tally[a] = 0
      const smaller = Math.min(own.length, this.#fingerprints.get(a)?.length ?? 0)
      if (shareEnough(shared, rare, smaller, rule) && this.#isWithin(timeOf(a), timeOf(article)))
        found.push({ article: a, shared })
    }
    return found.sort((x, y) => y.shared - x.shared || (isBefore(x.article, y.article) ? -1 : 1))
  }

  /** The later articles that meet an article in a list, or would meet another there if it were not. */
  #followers(article: number, own: Uint32Array): Set<number> {
    const { timeOf } = this.#chronology
    const postings = this.#postings
    const followers = new Set<number>()
    for (const fingerprint of own) {
      postings.find(fingerprint)
      const next = postings.placeOf(article) + 1
      const end = Math.min(postings.count, next + rule.maxPostings)
      for (let k = next; k < end; k++) {
        const later = postings.list[postings.from + k] as number
        if (this.#isWithin(timeOf(article), timeOf(later))) followers.add(later)
      }
    }
    return followers
  }

  #isWithin(earlier: number | null, later: number | null): boolean {
    return earlier === null || later === null || later - earlier <= this.#window
  }
}

/** Fingerprints, each once, in their order; of very many the first. */
function different(fingerprints: Uint32Array): Uint32Array {
  const all = new Set(fingerprints)
  return all.size === fingerprints.length && all.size <= mostFingerprints
    ? fingerprints.slice()
    : Uint32Array.from([...all].slice(0, mostFingerprints))
}
