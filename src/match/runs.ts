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

const ROUND = 0x9e3779b1

function seedHashes({ hashes, count }: Words, size: number): Uint32Array {
  const seeds = new Uint32Array(Math.max(0, count - size + 1))
  for (let i = 0; i < seeds.length; i++) {
    let hash = 0
    for (let k = 0; k < size; k++) hash = Math.imul((hash << 5) | (hash >>> 27), ROUND) ^ (hashes[i + k] as number)
    seeds[i] = hash >>> 0
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
