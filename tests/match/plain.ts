// What src/match/runs.ts does, as plainly as can be: places of words in a Map, every word of a gap compared with every other,
// letter by letter. Slow, and what the quick ways must equal.
import { chain, joined, type Run, type SharedRuns } from '../../src/match/runs.js'
import { type Tokens, tokenWords } from '../../src/text/tokens.js'

/** Shared runs of at least `size` words: at every place of b the longest of the first eight of a that are not taken. */
export function plainSharedRuns(a: Tokens, b: Tokens, size: number): SharedRuns {
  const [wordsA, wordsB] = [[...a.hashes.subarray(0, a.count)], [...b.hashes.subarray(0, b.count)]]
  const places = new Map<string, number[]>()
  for (let i = 0; i + size <= wordsA.length; i++) {
    const seed = wordsA.slice(i, i + size).join(' ')
    places.set(seed, [...(places.get(seed) ?? []), i])
  }
  const taken = new Set<number>()
  const found: Run[] = []
  let expected = 0
  for (let j = 0; j + size <= wordsB.length; ) {
    const runs = (places.get(wordsB.slice(j, j + size).join(' ')) ?? []).slice(0, 8).flatMap((i): Run[] => {
      let length = 0
      while (i + length < a.count && !taken.has(i + length) && wordsA[i + length] === wordsB[j + length]) length++
      return length >= size ? [{ a: i, b: j, length }] : []
    })
    const away = (run: Run) => Math.abs(run.a - expected)
    const [best] = runs.sort((x, y) => y.length - x.length || away(x) - away(y) || x.a - y.a)
    if (best) {
      for (let k = 0; k < best.length; k++) taken.add(best.a + k)
      found.push(best)
      expected = best.a + best.length
    }
    j += best?.length ?? 1
  }
  return chain(found)
}

/** How many letters of a word must be exchanged, lost or put in to make another (Levenshtein). */
export function lettersApart(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const exchanged = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next.push(Math.min(exchanged, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? 0
}

/** Whether two words are equal, or one may be the other misspelt. */
function agree(a: string, b: string): boolean {
  if (Math.min(a.length, b.length) < 3 || /^\p{Nd}/u.test(a) || /^\p{Nd}/u.test(b)) return false
  return lettersApart(a, b) <= (Math.max(a.length, b.length) >= 7 ? 2 : 1)
}

/** A chain with its gaps filled where six words of ten agree in order. */
export function plainFillSpoiltGaps(a: Tokens, b: Tokens, runs: readonly Run[]): Run[] {
  const [wordsA, wordsB] = [tokenWords(a), tokenWords(b)]
  const isSame = (i: number, j: number) =>
    a.hashes[i] === b.hashes[j] || agree(wordsA[i] as string, wordsB[j] as string)
  const filled = runs.flatMap((run, k) => {
    const before = runs[k - 1]
    return before ? [...plainGap(before.a + before.length, run.a, before.b + before.length, run.b), run] : [run]
  })
  return joined(filled)

  function plainGap(fromA: number, toA: number, fromB: number, toB: number): Run[] {
    const [m, n] = [toA - fromA, toB - fromB]
    const [shorter, longer] = [Math.min(m, n), Math.max(m, n)]
    if (shorter === 0 || longer > 60 || longer > 1.5 * shorter + 1) return []
    const inB = new Set(b.hashes.subarray(fromB, toB))
    if (longer > 12 && !a.hashes.subarray(fromA, toA).some((word) => inB.has(word))) return []
    // The longest common subsequence from every pair of words on.
    const best = Array.from({ length: m + 1 }, () => new Array<number>(n + 1).fill(0))
    const from = (i: number, j: number) => best[i]?.[j] ?? 0
    for (let i = m - 1; i >= 0; i--)
      for (let j = n - 1; j >= 0; j--)
        (best[i] as number[])[j] = isSame(fromA + i, fromB + j)
          ? from(i + 1, j + 1) + 1
          : Math.max(from(i + 1, j), from(i, j + 1))
    if (from(0, 0) < 0.6 * longer) return []
    const found: Run[] = []
    for (let i = 0, j = 0; i < m && j < n; )
      if (isSame(fromA + i, fromB + j)) found.push({ a: fromA + i++, b: fromB + j++, length: 1 })
      else if (from(i + 1, j) >= from(i, j + 1)) i++
      else j++
    return found
  }
}

/** The passages of two stories in reading order of a: runs of whole words or, where those are few, of pairs and misspelt words. */
export function plainPassages(a: Tokens, b: Tokens): Run[] {
  const weight = (runs: readonly Run[]) => runs.reduce((sum, { length }) => sum + length, 0)
  const isUnspaced = [a, b].some(({ unspaced, count }) => unspaced.filter((flag) => flag === 1).length > count / 2)
  const size = Math.max(1, Math.min(isUnspaced ? 7 : 4, a.count, b.count))
  const exact = plainSharedRuns(a, b, size)
  const filled = plainFillSpoiltGaps(a, b, exact.chain)
  const overlaps = (x: number, y: number, one: Run, other: Run) => x < y + other.length && y < x + one.length
  const moved = exact.moved.filter(
    (run) => !filled.some((other) => overlaps(run.a, other.a, run, other) || overlaps(run.b, other.b, run, other)),
  )
  const found = [...filled, ...moved].sort((x, y) => x.a - y.a)
  const shorter = Math.min(a.count, b.count)
  if (weight(found) >= shorter / 2 || weight(found) < shorter * 0.02) return found
  const anchored = plainFillSpoiltGaps(a, b, plainSharedRuns(a, b, 2).chain).filter(({ length }) => length >= 6)
  return weight(anchored) >= 1.5 * weight(found) ? anchored : found
}
