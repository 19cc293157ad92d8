// Finds the runs of words that two texts share: seeds of a few words, extended both ways as far as they agree, then the
// heaviest chain of runs that stands in the same order in both (as genome aligners do: seed, extend, chain). What the
// chain leaves over has been moved. Relies on token hashes; time is linear in the words plus runs × log runs.
import { hashRun } from '../sketch/shingles.js'
import type { Tokens } from '../text/tokens.js'

/** A shared run of words: where it starts in each text, in words, and how long it is. */
export interface Run {
  readonly a: number
  readonly b: number
  readonly length: number
}

export interface SharedRuns {
  /** Runs in the same order in both texts, ascending. */
  readonly chain: readonly Run[]
  /** Runs out of that order, ascending in b; they overlap no chained run. */
  readonly moved: readonly Run[]
}

type Words = Pick<Tokens, 'hashes' | 'count'>

function seedHashes({ hashes, count }: Words, size: number): Uint32Array {
  const seeds = new Uint32Array(Math.max(0, count - size + 1))
  for (let i = 0; i < seeds.length; i++) {
    seeds[i] = hashRun(hashes, i, i + size, 0) >>> 0
  }
  return seeds
}

// A seed that one text repeats more often than this says nothing about place.
const mostPlaces = 8

/** Shared runs of at least `size` words between two texts. */
export function sharedRuns(a: Words, b: Words, size: number): SharedRuns {
  const seedsA = seedHashes(a, size)
  const seedsB = seedHashes(b, size)
  const firstPlace = new Map<number, number>()
  const nextPlace = new Int32Array(seedsA.length).fill(-1)
  for (let i = seedsA.length - 1; i >= 0; i--) {
    const seed = seedsA[i] as number
    nextPlace[i] = firstPlace.get(seed) ?? -1
    firstPlace.set(seed, i)
  }
  const usedA = new Uint8Array(a.count)
  const found: Run[] = []
  let expected = 0
  for (let j = 0; j < seedsB.length; ) {
    let best: Run | null = null
    let places = 0
    for (
      let i = firstPlace.get(seedsB[j] as number) ?? -1;
      i >= 0 && places < mostPlaces;
      i = nextPlace[i] as number, places++
    ) {
      if (usedA[i] === 1) continue
      let length = 0
      while (
        i + length < a.count &&
        j + length < b.count &&
        usedA[i + length] === 0 &&
        a.hashes[i + length] === b.hashes[j + length]
      )
        length++
      // Of equally long places, the one that keeps the order.
      if (
        length >= size &&
        (!best ||
          length > best.length ||
          (length === best.length && Math.abs(i - expected) < Math.abs(best.a - expected)))
      )
        best = { a: i, b: j, length }
    }
    if (best) {
      usedA.fill(1, best.a, best.a + best.length)
      found.push(best)
      expected = best.a + best.length
      j += best.length
    } else j++
  }
  return chain(found)
}

/** Splits runs, ascending in b, into the heaviest ones that ascend in a too, and the rest. */
export function chain(runs: readonly Run[]): SharedRuns {
  // Weighted longest increasing subsequence with a Fenwick tree over the starts in a.
  const order = [...runs.keys()].sort((x, y) => (runs[x] as Run).a - (runs[y] as Run).a)
  const rank = new Int32Array(runs.length)
  order.forEach((run, place) => {
    rank[run] = place + 1
  })
  const bestAt = new Int32Array(runs.length + 1).fill(-1)
  const weight = new Float64Array(runs.length)
  const before = new Int32Array(runs.length).fill(-1)
  let heaviest = -1
  runs.forEach((run, k) => {
    let previous = -1
    for (let r = (rank[k] as number) - 1; r > 0; r -= r & -r) {
      const at = bestAt[r] as number
      if (at >= 0 && (previous < 0 || (weight[at] as number) > (weight[previous] as number))) previous = at
    }
    before[k] = previous
    weight[k] = run.length + (previous < 0 ? 0 : (weight[previous] as number))
    for (let r = rank[k] as number; r <= runs.length; r += r & -r) {
      const at = bestAt[r] as number
      if (at < 0 || (weight[k] as number) > (weight[at] as number)) bestAt[r] = k
    }
    if (heaviest < 0 || (weight[k] as number) > (weight[heaviest] as number)) heaviest = k
  })
  const chained = new Uint8Array(runs.length)
  for (let k = heaviest; k >= 0; k = before[k] as number) chained[k] = 1
  return { chain: runs.filter((_, k) => chained[k] === 1), moved: runs.filter((_, k) => chained[k] === 0) }
}

// A gap of more words than this is another passage.
const longestSpoiltGap = 60
// Of a gap's words, the share that must agree or nearly agree for it to be the same passage spoilt.
const spoiltShare = 0.6

/**
 * Extends a chain over gaps in which both texts have the same words, some of them misspelt (typing errors, scanned pages): a
 * longest common subsequence in which two words agree when they are a letter or two apart. Figures agree only when equal.
 */
export function fillSpoiltGaps(a: Tokens, b: Tokens, runs: readonly Run[]): Run[] {
  const filled: Run[] = []
  runs.forEach((run, k) => {
    const before = runs[k - 1]
    if (before) filled.push(...spoiltGap(a, b, before.a + before.length, run.a, before.b + before.length, run.b))
    filled.push(run)
  })
  return joined(filled)
}

/** Neighbouring runs made one. */
export function joined(runs: readonly Run[]): Run[] {
  const merged: Run[] = []
  for (const run of runs) {
    const before = merged.at(-1)
    if (before && before.a + before.length === run.a && before.b + before.length === run.b)
      merged[merged.length - 1] = { ...before, length: before.length + run.length }
    else merged.push(run)
  }
  return merged
}

function spoiltGap(a: Tokens, b: Tokens, fromA: number, toA: number, fromB: number, toB: number): Run[] {
  const [m, n] = [toA - fromA, toB - fromB]
  if (m === 0 || n === 0 || Math.max(m, n) > longestSpoiltGap || Math.max(m, n) > 1.5 * Math.min(m, n) + 1) return []
  if (Math.max(m, n) > 12 && !shareWord(a, fromA, toA, b, fromB, toB)) return []
  const wide = n + 1
  const best = new Uint8Array((m + 1) * wide)
  for (let i = m - 1; i >= 0; i--)
    for (let j = n - 1; j >= 0; j--)
      best[i * wide + j] = agree(a, fromA + i, b, fromB + j)
        ? (best[(i + 1) * wide + j + 1] as number) + 1
        : Math.max(best[(i + 1) * wide + j] as number, best[i * wide + j + 1] as number)
  if ((best[0] as number) < spoiltShare * Math.max(m, n)) return []
  const found: Run[] = []
  for (let i = 0, j = 0; i < m && j < n; )
    if (agree(a, fromA + i, b, fromB + j) && best[i * wide + j] === (best[(i + 1) * wide + j + 1] as number) + 1)
      found.push({ a: fromA + i++, b: fromB + j++, length: 1 })
    else if ((best[(i + 1) * wide + j] as number) >= (best[i * wide + j + 1] as number)) i++
    else j++
  return found
}

/** Whether any word of one stretch is in the other: a spoilt passage of some length still has a few whole ones. */
function shareWord(a: Tokens, fromA: number, toA: number, b: Tokens, fromB: number, toB: number): boolean {
  const theirs = b.hashes.subarray(fromB, toB)
  for (let i = fromA; i < toA; i++) if (theirs.includes(a.hashes[i] as number)) return true
  return false
}

/** Whether two words are equal, or one may be the other misspelt: one letter in a short word, two in a longer. */
function agree(a: Tokens, i: number, b: Tokens, j: number): boolean {
  if (a.hashes[i] === b.hashes[j]) return true
  const [startA, startB] = [a.starts[i] as number, b.starts[j] as number]
  const [m, n] = [(a.ends[i] as number) - startA, (b.ends[j] as number) - startB]
  const most = Math.max(m, n) >= 7 ? 2 : 1
  if (Math.min(m, n) < 3 || Math.abs(m - n) > most || isFigure(a.text, startA) || isFigure(b.text, startB)) return false
  return lettersApart(a.text, startA, m, b.text, startB, n, most)
}

const isFigure = (text: string, at: number) => /\p{Nd}/u.test(text[at] ?? '')

/** Whether two words are at most `most` letters exchanged, lost or put in apart (Levenshtein, cut off early). */
function lettersApart(
  a: string,
  startA: number,
  m: number,
  b: string,
  startB: number,
  n: number,
  most: number,
): boolean {
  let [i, j] = [0, 0]
  while (i < m && j < n && a.charCodeAt(startA + i) === b.charCodeAt(startB + j)) {
    i++
    j++
  }
  if (i === m || j === n) return m - i + (n - j) <= most
  if (most === 0) return false
  return (
    lettersApart(a, startA + i + 1, m - i - 1, b, startB + j + 1, n - j - 1, most - 1) ||
    lettersApart(a, startA + i + 1, m - i - 1, b, startB + j, n - j, most - 1) ||
    lettersApart(a, startA + i, m - i, b, startB + j + 1, n - j - 1, most - 1)
  )
}
