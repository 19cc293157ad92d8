// Finds the runs of words that two texts share: seeds of a few words, extended both ways as far as they agree, then the
// heaviest chain of runs that stands in the same order in both (as genome aligners do: seed, extend, chain). What the
// chain leaves over has been moved. Relies on token hashes; time is linear in the words plus runs × log runs.
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

// Any odd number whose bits are well spread.
const base = 0x9e3779b1

/**
 * The seed of every place: a hash of `size` words from there on, rolled from place to place as Karp and Rabin do. A text
 * shorter than that has none.
 */
function rollSeeds({ hashes, count }: Words, size: number, seeds: Int32Array): void {
  let weight = 1
  for (let k = 0; k < size; k++) weight = Math.imul(weight, base)
  let seed = 0
  for (let i = 0; i < count; i++) {
    seed = (Math.imul(seed, base) + (hashes[i] as number)) | 0
    if (i >= size) seed = (seed - Math.imul(weight, hashes[i - size] as number)) | 0
    if (i >= size - 1) seeds[i - size + 1] = seed
  }
}

// At most a quarter of the slots is taken: most seeds that are looked for are not there, and the first slot says so.
const slotsFor = (words: number) => 4 << Math.ceil(Math.log2(words + 1))

/** What finding the shared runs of two texts of so many words needs. */
const roomFor = (words: number) => ({
  seedsA: new Int32Array(words),
  seedsB: new Int32Array(words),
  /** An open-addressing table of the first place of each seed in a, one more each, so that 0 is an empty slot. */
  slots: new Int32Array(slotsFor(words)),
  /** For every place in a the next of the same seed, or -1. */
  next: new Int32Array(words),
  /** Which words of a are in a run already. */
  used: new Uint8Array(words),
})

// Texts of the usual length use one room, pair after pair; longer ones make their own.
const usualWords = 4096
const usualRoom = roomFor(usualWords)

// A seed that one text repeats more often than this says nothing about place.
const mostPlaces = 8

/** Shared runs of at least `size` words between two texts. */
export function sharedRuns(a: Words, b: Words, size: number): SharedRuns {
  const words = Math.max(a.count, b.count)
  const { seedsA, seedsB, slots, next, used } = words <= usualWords ? usualRoom : roomFor(words)
  const lastSlot = slotsFor(a.count) - 1
  const slotOf = (seed: number) => {
    let slot = (seed ^ (seed >>> 15)) & lastSlot
    while (slots[slot] !== 0 && seedsA[(slots[slot] as number) - 1] !== seed) slot = (slot + 1) & lastSlot
    return slot
  }
  rollSeeds(a, size, seedsA)
  rollSeeds(b, size, seedsB)
  slots.fill(0, 0, lastSlot + 1)
  used.fill(0, 0, a.count)
  for (let i = a.count - size; i >= 0; i--) {
    const slot = slotOf(seedsA[i] as number)
    next[i] = (slots[slot] as number) - 1
    slots[slot] = i + 1
  }
  const found: Run[] = []
  let expected = 0
  for (let j = 0; j + size <= b.count; ) {
    let i = (slots[slotOf(seedsB[j] as number)] as number) - 1
    let best = -1
    let longest = 0
    for (let tried = 0; i >= 0 && tried < mostPlaces; tried++) {
      const length = agreeingWords(a, i, b, j, used)
      // Of equally long places, the one that keeps the order.
      const isBetter = length > longest || (length === longest && Math.abs(i - expected) < Math.abs(best - expected))
      if (length >= size && isBetter) {
        best = i
        longest = length
      }
      i = next[i] as number
    }
    if (longest > 0) {
      used.fill(1, best, best + longest)
      found.push({ a: best, b: j, length: longest })
      expected = best + longest
      j += longest
    } else j++
  }
  return chain(found)
}

/** How many words from two places on are the same, as far as those of a are not used yet. */
function agreeingWords(a: Words, i: number, b: Words, j: number, used: Uint8Array): number {
  const most = Math.min(a.count - i, b.count - j)
  let length = 0
  while (length < most && used[i + length] === 0 && a.hashes[i + length] === b.hashes[j + length]) length++
  return length
}

/** Splits runs, ascending in b, into the heaviest ones that ascend in a too, and the rest. */
export function chain(runs: readonly Run[]): SharedRuns {
  if (ascend(runs)) return { chain: runs, moved: [] }
  // Weighted longest increasing subsequence with a Fenwick tree over the starts in a.
  const rank = ranks(runs)
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

/** Whether all runs stand in one order already, as in most pairs of copies. */
function ascend(runs: readonly Run[]): boolean {
  for (let k = 1; k < runs.length; k++) if ((runs[k] as Run).a < (runs[k - 1] as Run).a) return false
  return true
}

/** For every run, how many start in a no later than it does. */
function ranks(runs: readonly Run[]): Int32Array {
  // Each start with the run it is of in one number: numbers are sorted without a comparing function.
  const starts = new Float64Array(runs.length)
  for (let k = 0; k < runs.length; k++) starts[k] = (runs[k] as Run).a * runs.length + k
  starts.sort()
  const rank = new Int32Array(runs.length)
  for (let place = 0; place < runs.length; place++) rank[(starts[place] as number) % runs.length] = place + 1
  return rank
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
  if (runs.length < 2) return [...runs]
  const filled: Run[] = []
  for (let k = 0; k < runs.length; k++) {
    const run = runs[k] as Run
    const before = runs[k - 1]
    if (before) {
      const [fromA, fromB] = [before.a + before.length, before.b + before.length]
      fillGap(a, fromA, run.a - fromA, b, fromB, run.b - fromB, filled)
    }
    filled.push(run)
  }
  return joined(filled)
}

/** Neighbouring runs made one. */
export function joined(runs: readonly Run[]): Run[] {
  const merged: Run[] = []
  for (let k = 0; k < runs.length; ) {
    const first = runs[k++] as Run
    let length = first.length
    for (let next = runs[k]; next && first.a + length === next.a && first.b + length === next.b; next = runs[++k])
      length += next.length
    merged.push(length === first.length ? first : { a: first.a, b: first.b, length })
  }
  return merged
}

// What comparing the words of a gap needs, used for one gap after the other.
const gapRoom = {
  spellingsA: new Int32Array(longestSpoiltGap),
  spellingsB: new Int32Array(longestSpoiltGap),
  /** For every word of a, which words of b agree with it. */
  agreeing: new Uint8Array(longestSpoiltGap ** 2),
  /** Words of the longest common subsequence from a word of a and a word of b on. */
  best: new Uint8Array((longestSpoiltGap + 1) ** 2),
}

/** Adds the words of a gap that correspond, each a run of its own, if they are most of it. */
function fillGap(a: Tokens, fromA: number, m: number, b: Tokens, fromB: number, n: number, filled: Run[]): void {
  const longer = Math.max(m, n)
  const shorter = Math.min(m, n)
  if (shorter === 0 || longer > longestSpoiltGap || longer > 1.5 * shorter + 1) return
  if (longer > 12 && !shareWord(a, fromA, m, b, fromB, n)) return
  if (!findAgreeing(a, fromA, m, b, fromB, n)) return
  const { agreeing, best } = gapRoom
  const wide = n + 1
  best.fill(0, 0, (m + 1) * wide)
  for (let i = m - 1; i >= 0; i--)
    for (let j = n - 1; j >= 0; j--)
      best[i * wide + j] =
        agreeing[i * n + j] === 1
          ? (best[(i + 1) * wide + j + 1] as number) + 1
          : Math.max(best[(i + 1) * wide + j] as number, best[i * wide + j + 1] as number)
  if ((best[0] as number) < spoiltShare * longer) return
  for (let i = 0, j = 0; i < m && j < n; )
    if (agreeing[i * n + j] === 1) filled.push({ a: fromA + i++, b: fromB + j++, length: 1 })
    else if ((best[(i + 1) * wide + j] as number) >= (best[i * wide + j + 1] as number)) i++
    else j++
}

/** Whether any word of one stretch is in the other: a spoilt passage of some length still has a few whole ones. */
function shareWord(a: Tokens, fromA: number, m: number, b: Tokens, fromB: number, n: number): boolean {
  for (let i = fromA; i < fromA + m; i++) {
    const word = a.hashes[i]
    for (let j = fromB; j < fromB + n; j++) if (b.hashes[j] === word) return true
  }
  return false
}

/** Finds which words of a gap agree; gives up, and says so, when too many of a's agree with none to be the same passage. */
function findAgreeing(a: Tokens, fromA: number, m: number, b: Tokens, fromB: number, n: number): boolean {
  const { spellingsA, spellingsB, agreeing } = gapRoom
  for (let i = 0; i < m; i++) spellingsA[i] = spelling(a, fromA + i)
  for (let j = 0; j < n; j++) spellingsB[j] = spelling(b, fromB + j)
  let possible = m
  for (let i = 0; i < m; i++) {
    const word = a.hashes[fromA + i]
    const mine = spellingsA[i] as number
    let some = 0
    for (let j = 0; j < n; j++) {
      const isSame =
        word === b.hashes[fromB + j] ||
        (mayBeMisspelt(mine, spellingsB[j] as number) && fewLettersApart(a, fromA + i, b, fromB + j))
      agreeing[i * n + j] = isSame ? 1 : 0
      if (isSame) some = 1
    }
    if (some === 0 && --possible < spoiltShare * Math.max(m, n)) return false
  }
  return true
}

/** The letters of a word as a set of bits (several share one), or 0 for one that no misspelling makes: short words, figures. */
function spelling({ text, starts, ends }: Tokens, i: number): number {
  const [start, end] = [starts[i] as number, ends[i] as number]
  if (end - start < 3 || isFigure(text, start)) return 0
  let letters = 0
  for (let at = start; at < end; at++) letters |= 1 << (text.charCodeAt(at) & 31)
  return letters
}

/** Whether two spellings differ in four letters at most: two letters exchanged make no more. Spares comparing most words. */
function mayBeMisspelt(a: number, b: number): boolean {
  let differing = a === 0 || b === 0 ? -1 : a ^ b
  for (let bit = 0; bit < 4; bit++) differing &= differing - 1
  return differing === 0
}

/** Whether one word may be the other misspelt: one letter in a short word, two in a longer. */
function fewLettersApart(a: Tokens, i: number, b: Tokens, j: number): boolean {
  const [startA, startB] = [a.starts[i] as number, b.starts[j] as number]
  const [m, n] = [(a.ends[i] as number) - startA, (b.ends[j] as number) - startB]
  const most = Math.max(m, n) >= 7 ? 2 : 1
  return Math.abs(m - n) <= most && lettersApart(a.text, startA, m, b.text, startB, n, most)
}

function isFigure(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code < 128 ? code >= 48 && code <= 57 : /\p{Nd}/u.test(text[at] ?? '')
}

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
