// What others do: join every two articles whose likeness exceeds one threshold (single link). Four likenesses in
// common use: MinHash with banded LSH, exact shingle sets, string-similarity's pairs of letters, and SimHash. All
// take the raw text.
import { compareTwoStrings } from 'string-similarity'
import { distinct, estimateResemblance, LshIndex, minHash, shingles, tokenize } from '../src/index.js'
import { DisjointSets } from '../src/match/disjoint-sets.js'
import { mix } from '../src/text/tokens.js'

/**
 * A grouping of articles for each of a method's thresholds: for every article the place of one that stands for its
 * group.
 */
export type Grouping = Int32Array

export const numPerm = 128

const shinglesOf = (texts: readonly string[]) => texts.map((text) => distinct(shingles(tokenize(text))))

// With single link one estimate that is too high joins two groups, so below 0.4 the figures swing by a tenth and more
// with the seed. Their mean is the fair figure.
export const seeds = [1, 2, 3, 4, 5]

/** The signatures of all texts, for every seed. */
export function signaturesOf(texts: readonly string[]): Uint32Array[][] {
  const sets = shinglesOf(texts)
  return seeds.map((seed) => sets.map((set) => minHash(set, { numPerm, seed })))
}

const groupingOf = (sets: DisjointSets, count: number): Grouping =>
  Int32Array.from({ length: count }, (_, i) => sets.find(i))

/**
 * The textbook: signatures of 128 values over shingles of five words, met in LSH bands, joined from the threshold up.
 */
export function minHashGrouping(signatures: readonly Uint32Array[], threshold: number): Grouping {
  const index = new LshIndex<number>({ numPerm, threshold })
  const sets = new DisjointSets(signatures.length)
  signatures.forEach((signature, i) => {
    for (const j of index.query(signature)) {
      const other = signatures[j]
      if (other && estimateResemblance(signature, other) >= threshold) sets.union(i, j)
    }
    index.insert(i, signature)
  })
  return groupingOf(sets, signatures.length)
}

export interface Likeness {
  readonly a: number
  readonly b: number
  readonly value: number
}

/** Joins what is at least so alike, and what that is joined to. */
export function singleLink(count: number, pairs: readonly Likeness[], threshold: number): Grouping {
  const sets = new DisjointSets(count)
  for (const { a, b, value } of pairs) if (value >= threshold) sets.union(a, b)
  return groupingOf(sets, count)
}

/**
 * All pairs whose sets of shingles, of five words, are at least so much in each other, counted out: by resemblance
 * (Jaccard) and by the share of the smaller set that the other has.
 */
export function setLikeness(
  texts: readonly string[],
  least: number,
): { readonly jaccard: Likeness[]; readonly containment: Likeness[] } {
  const sets = shinglesOf(texts)
  const holders = new Map<number, number[]>()
  const shared = new Int32Array(texts.length)
  const jaccard: Likeness[] = []
  const containment: Likeness[] = []
  sets.forEach((set, b) => {
    const met: number[] = []
    for (const hash of set) {
      const known = holders.get(hash)
      if (!known) {
        holders.set(hash, [b])
        continue
      }
      for (const a of known) {
        if (shared[a] === 0) met.push(a)
        shared[a] = (shared[a] as number) + 1
      }
      known.push(b)
    }
    for (const a of met) {
      const both = shared[a] as number
      shared[a] = 0
      const [sizeA, sizeB] = [sets[a]?.length ?? 0, set.length]
      const contained = both / Math.min(sizeA, sizeB)
      if (contained < least) continue
      containment.push({ a, b, value: contained })
      jaccard.push({ a, b, value: both / (sizeA + sizeB - both) })
    }
  })
  return { jaccard, containment }
}

/** How often each pair of letters stands in a text, white space apart, by code, ascending. */
function letterPairs(text: string): { codes: Uint32Array; length: number } {
  const letters = text.replace(/\s+/g, '')
  const codes = Uint32Array.from(
    { length: Math.max(0, letters.length - 1) },
    (_, i) => letters.charCodeAt(i) * 65536 + letters.charCodeAt(i + 1),
  )
  return { codes: codes.sort(), length: codes.length }
}

/**
 * string-similarity's compareTwoStrings for all pairs of texts. It counts the letters of both texts anew for every
 * pair; here they are counted once a text, and a sample of the pairs is checked against the package itself.
 */
export function letterLikeness(texts: readonly string[], least: number): { pairs: Likeness[]; checked: number } {
  const counted = texts.map(letterPairs)
  const pairs: Likeness[] = []
  let [place, checked] = [0, 0]
  for (const [b, right] of counted.entries())
    for (let a = 0; a < b; a++) {
      const left = counted[a] ?? right
      const value = (2 * common(left.codes, right.codes)) / (left.length + right.length)
      if (place++ % 997 === 0) {
        const theirs = compareTwoStrings(texts[a] ?? '', texts[b] ?? '')
        if (Math.abs(theirs - value) > 1e-9) throw new Error(`compareTwoStrings gives ${theirs}, not ${value}`)
        checked++
      }
      if (value >= least) pairs.push({ a, b, value })
    }
  return { pairs, checked }
}

/** How many values two ascending lists have in common, repeats counted. */
function common(x: Uint32Array, y: Uint32Array): number {
  let [i, j, both] = [0, 0, 0]
  while (i < x.length && j < y.length) {
    const [p, q] = [x[i] as number, y[j] as number]
    if (p === q) both++
    if (p <= q) i++
    if (q <= p) j++
  }
  return both
}

export type SimHashUnit = 'words' | 'shingles'

/** SimHash (Charikar 2002) of 64 bits, as two halves, over words or shingles of five, each as often as it stands. */
function simHash(text: string, unit: SimHashUnit): readonly [number, number] {
  const tokens = tokenize(text)
  const votes = new Int32Array(64)
  for (const hash of unit === 'words' ? tokens.hashes : shingles(tokens)) {
    const halves = [mix(hash ^ 0x9e3779b9), mix(hash ^ 0x7f4a7c15)]
    for (const [half, bits] of halves.entries())
      for (let bit = 0; bit < 32; bit++)
        votes[half * 32 + bit] = (votes[half * 32 + bit] as number) + (((bits >>> bit) & 1) === 1 ? 1 : -1)
  }
  const half = (from: number) => {
    let bits = 0
    for (let bit = 0; bit < 32; bit++) if ((votes[from + bit] as number) > 0) bits |= 1 << bit
    return bits
  }
  return [half(0), half(32)]
}

function ones(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Joins texts whose SimHashes differ in at most so many bits; all pairs are tried, as bands would only miss some. */
export function simHashGroupings(
  texts: readonly string[],
  unit: SimHashUnit,
  distances: readonly number[],
): Grouping[] {
  const hashes = texts.map((text) => simHash(text, unit))
  const [low, high] = [Int32Array.from(hashes, ([x]) => x), Int32Array.from(hashes, ([, y]) => y)]
  const most = Math.max(...distances)
  const all = distances.map((distance) => ({ distance, sets: new DisjointSets(texts.length) }))
  for (let b = 0; b < texts.length; b++) {
    const [x, y] = [low[b] as number, high[b] as number]
    for (let a = 0; a < b; a++) {
      const apart = ones((low[a] as number) ^ x) + ones((high[a] as number) ^ y)
      if (apart > most) continue
      for (const { distance, sets } of all) if (apart <= distance) sets.union(a, b)
    }
  }
  return all.map(({ sets }) => groupingOf(sets, texts.length))
}
