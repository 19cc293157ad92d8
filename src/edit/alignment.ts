// Aligns two texts word by word: shared runs first, in order (passages), then a word diff inside the gaps between them (Myers
// 1986, by the package diff), then what has been moved. Single words that agree by chance amid a rewording do not count: a
// reader sees one edit there, not several. Time is linear in the words plus, for each gap, words × edits, which is bounded.

import { diffArrays } from 'diff/lib/diff/array.js'
import { joined, type Run } from '../match/runs.js'
import type { Tokens } from '../text/tokens.js'
import { textRuns } from './text-runs.js'

/** Which words of two texts correspond. */
export interface Alignment {
  /** For every word of the canonical text: the article's word that stands for it in order, or -1. */
  readonly same: Int32Array
  /** Runs that the article has at another place, ascending in b. */
  readonly moved: readonly Run[]
}

// A gap with more edits than this is one rewording, not a list of them.
const mostEdits = 200
// A moved run this long is one wherever it stands; a shorter one only close by.
const movedWords = 6
const nearWords = 40

/** Aligns canonical words (a) with an article's words (b). */
export function align(a: Tokens, b: Tokens): Alignment {
  const { chain, moved } = textRuns(a, b)
  const pairs: Run[] = []
  let atA = 0
  let atB = 0
  for (const run of [...chain, { a: a.count, b: b.count, length: 0 }]) {
    pairs.push(...diffGap(a, b, atA, run.a, atB, run.b))
    if (run.length > 0) pairs.push(run)
    atA = run.a + run.length
    atB = run.b + run.length
  }
  const same = new Int32Array(a.count).fill(-1)
  const taken = new Uint8Array(b.count)
  for (const run of atSentences(withoutChance(joined(pairs), a, b), a, b)) {
    for (let k = 0; k < run.length; k++) {
      same[run.a + k] = run.b + k
      taken[run.b + k] = 1
    }
  }
  return { same, moved: findMoved(a, b, same, taken, moved) }
}

/** The words that agree, in order, between two runs. */
function diffGap(a: Tokens, b: Tokens, fromA: number, toA: number, fromB: number, toB: number): Run[] {
  const [wordsA, wordsB] = [a.hashes.subarray(fromA, toA), b.hashes.subarray(fromB, toB)]
  if (!shareWord(wordsA, wordsB)) return []
  const parts = diffArrays([...wordsA], [...wordsB], { maxEditLength: mostEdits })
  if (!parts) return []
  const runs: Run[] = []
  let [i, j] = [fromA, fromB]
  for (const part of parts) {
    const length = part.value.length
    if (!part.added && !part.removed) runs.push({ a: i, b: j, length })
    if (!part.added) i += length
    if (!part.removed) j += length
  }
  return runs
}

// Of so few pairs of words each is looked at.
const fewPairs = 400

/** Whether two stretches have any word in common. */
function shareWord(a: Uint32Array, b: Uint32Array): boolean {
  if (a.length * b.length <= fewPairs) return a.some((word) => b.includes(word))
  const known = new Set(a)
  return b.some((word) => known.has(word))
}

/** Drops runs of one or two words that stand between larger edits on both sides: they agree by chance. */
function withoutChance(runs: readonly Run[], a: Tokens, b: Tokens): Run[] {
  let kept = [...runs]
  for (;;) {
    const next = kept.filter((run, k) => {
      if (run.length > 2) return true
      const before = kept[k - 1]
      const after = kept[k + 1]
      const gapBefore = [
        run.a - (before ? before.a + before.length : 0),
        run.b - (before ? before.b + before.length : 0),
      ] as const
      const gapAfter = [(after?.a ?? a.count) - run.a - run.length, (after?.b ?? b.count) - run.b - run.length] as const
      // A clean cut or addition on one side leaves nothing to confuse the word with.
      const reworded = ([x, y]: readonly [number, number]) => (x > 0 && y > 0 ? Math.max(x, y) : 0)
      const around = Math.max(reworded(gapBefore), reworded(gapAfter))
      const open = Math.min(Math.max(...gapBefore), Math.max(...gapAfter))
      return !(around > 1 && open > 0 && open + around > 2 * run.length)
    })
    if (next.length === kept.length) return kept
    kept = next
  }
}

/**
 * Where a cut or an addition could as well begin a few words earlier, as it ends with the words before it, it begins with a
 * sentence: of `now. The wall held. The sea` what is cut is `The wall held.`, not `wall held. The`.
 */
function atSentences(runs: readonly Run[], a: Tokens, b: Tokens): Run[] {
  const slid = runs.map((run) => ({ ...run }))
  for (let k = 1; k < slid.length; k++) {
    const [before, after] = [slid[k - 1] as Run, slid[k] as Run] as [
      { a: number; b: number; length: number },
      { a: number; b: number; length: number },
    ]
    const [gapA, gapB] = [after.a - before.a - before.length, after.b - before.b - before.length]
    if (gapA > 0 === gapB > 0) continue
    const [tokens, from] = gapA > 0 ? [a, before.a + before.length] : [b, before.b + before.length]
    const gap = Math.max(gapA, gapB)
    let shift = 0
    for (let n = 1; n <= Math.min(longestSlide, before.length - 1, gap); n++) {
      if (tokens.hashes[from - n] !== tokens.hashes[from + gap - n]) break
      if (opensSentence(tokens, from - n)) {
        shift = n
        break
      }
    }
    if (shift === 0 || opensSentence(tokens, from)) continue
    before.length -= shift
    after.a -= shift
    after.b -= shift
    after.length += shift
  }
  return slid
}

const longestSlide = 8

/** Whether a word is the first of a sentence. */
export const opensSentence = ({ text, starts, ends }: Tokens, i: number): boolean =>
  i === 0 || /[.!?…。！？\n]/u.test(text.slice(ends[i - 1], starts[i]))

/** What the article has elsewhere: long runs anywhere, short ones near by, none of whose words are aligned already. */
function findMoved(a: Tokens, b: Tokens, same: Int32Array, taken: Uint8Array, candidates: readonly Run[]): Run[] {
  const free = (run: Run) => {
    for (let k = 0; k < run.length; k++) if (same[run.a + k] !== -1 || taken[run.b + k] === 1) return false
    return true
  }
  const moved: Run[] = candidates.filter((run) => run.length >= movedWords && free(run))
  const leftA = new Uint8Array(a.count)
  for (const run of moved) {
    leftA.fill(1, run.a, run.a + run.length)
    taken.fill(1, run.b, run.b + run.length)
  }
  const places = new Map<number, number[]>()
  for (let i = 0; i + 1 < a.count; i++)
    if (same[i] === -1 && same[i + 1] === -1 && leftA[i] === 0 && leftA[i + 1] === 0) {
      const key = pairKey(a, i)
      places.set(key, [...(places.get(key) ?? []).slice(-8), i])
    }
  // Where the article's word j would stand in the canonical text, to tell near from far.
  let anchor = 0
  const anchors = new Int32Array(b.count)
  const ofB = new Int32Array(b.count).fill(-1)
  same.forEach((j, i) => {
    if (j >= 0) ofB[j] = i
  })
  for (let j = 0; j < b.count; j++) {
    if ((ofB[j] as number) >= 0) anchor = ofB[j] as number
    anchors[j] = anchor
  }
  for (let j = 0; j + 1 < b.count; j++) {
    if (taken[j] === 1 || taken[j + 1] === 1) continue
    for (const i of places.get(pairKey(b, j)) ?? []) {
      if (Math.abs(i - (anchors[j] as number)) > nearWords) continue
      let length = 0
      while (
        i + length < a.count &&
        j + length < b.count &&
        same[i + length] === -1 &&
        leftA[i + length] === 0 &&
        taken[j + length] === 0 &&
        a.hashes[i + length] === b.hashes[j + length]
      )
        length++
      if (length < 2 || !isTelling(a, i, length)) continue
      moved.push({ a: i, b: j, length })
      leftA.fill(1, i, i + length)
      taken.fill(1, j, j + length)
      break
    }
  }
  return moved.sort((x, y) => x.b - y.b)
}

const pairKey = (tokens: Tokens, i: number) => (tokens.hashes[i] as number) * 31 + (tokens.hashes[i + 1] as number)

/** Two function words in another order are no move: a telling run has a word of five letters, a figure or a capital. */
function isTelling(tokens: Tokens, from: number, length: number): boolean {
  for (let k = from; k < from + length; k++) {
    const word = tokens.text.slice(tokens.starts[k], tokens.ends[k])
    if (word.length >= 5 || /[\d\p{Lu}]/u.test(word) || tokens.unspaced[k] === 1) return true
  }
  return false
}
