// What two pages share and where they differ, in numbers that a person can check: how much of each is in the other, in what
// order, in runs of what length, whether the leads agree, and which facts stand in each other's place. Judges nothing;
// relation.ts does. Relies on the pages' story words only, so furniture counts for neither.
import { DATE, facts, NAME, NUMBER } from '../text/facts.js'
import type { Page } from '../text/page.js'
import type { Tokens } from '../text/tokens.js'
import { type Run, type SharedRuns, sharedRuns } from './runs.js'

/** A fact of one text that stands where the other has a different one. */
export interface Conflict {
  readonly kind: 'number' | 'date' | 'name'
  readonly a: string
  readonly b: string
  /** UTF-16 offsets into each article's text. */
  readonly aAt: readonly [number, number]
  readonly bAt: readonly [number, number]
}

/** A shared run of words, by its offsets in each article's text. */
export interface SharedPassage {
  readonly words: number
  readonly a: readonly [number, number]
  readonly b: readonly [number, number]
}

/** What two articles have in common. Shares are of story words, from 0 to 1. */
export interface Evidence {
  /** Story words of each article. */
  readonly words: readonly [number, number]
  /** Words in shared runs. */
  readonly sharedWords: number
  /** Shared words over all different words: how alike the two are. */
  readonly resemblance: number
  /** Share of each article's words that the other has. */
  readonly containment: readonly [number, number]
  /** Words in the longest shared run. */
  readonly longestRun: number
  /** Share of the shared words that stand in the same order in both. */
  readonly order: number
  /** Share of each article's lead (its first 40 words) that the other has anywhere. */
  readonly leads: readonly [number, number]
  /** How far down each article its first run in order starts, as a share of its words. */
  readonly starts: readonly [number, number]
  /** Share of shared words between each article's first and last run in order: below 1, words were put in between. */
  readonly density: readonly [number, number]
  /** Places between runs in order at which either article has ten words or more that the other lacks. */
  readonly insertions: number
  /** Of all shared words, the share that stands in quotation marks. */
  readonly quoted: number
  /** Facts in the shared runs: those on which the two agree. */
  readonly agreeing: { readonly numbers: number; readonly dates: number; readonly names: number }
  /** Facts that stand in each other's place, between two shared runs. At most 100 are listed. */
  readonly conflicts: readonly Conflict[]
  /** The shared runs in reading order of a; at most 1,000 are listed. */
  readonly passages: readonly SharedPassage[]
}

/** Words of a lead. */
export const leadWords = 40

const seedWords = 4
const unspacedSeed = 7
// Longer gaps are passages of their own; facts in them do not stand in each other's place.
const longestGap = 24
const insertionWords = 10
const edgeWords = 2
const mostConflicts = 100
const mostPassages = 1000

/** The runs that two pages' stories share, with a seed that fits their script. */
export function storyRuns(a: Tokens, b: Tokens): SharedRuns {
  const unspaced = Math.max(shareUnspaced(a), shareUnspaced(b)) > 0.5
  return sharedRuns(a, b, Math.max(1, Math.min(unspaced ? unspacedSeed : seedWords, a.count, b.count)))
}

function shareUnspaced(tokens: Tokens): number {
  let unspaced = 0
  for (const flag of tokens.unspaced) unspaced += flag
  return tokens.count === 0 ? 0 : unspaced / tokens.count
}

/** Which words stand in double quotation marks (or brackets that serve as such); an unclosed mark ends with its paragraph. */
function quotedWords(tokens: Tokens): Uint8Array {
  const { text, starts, ends, count } = tokens
  const quoted = new Uint8Array(count)
  let open = false
  let at = 0
  for (let i = 0; i < count; i++) {
    const start = starts[i] as number
    for (; at < start; at++) {
      const mark = text[at]
      if (mark === '"') open = !open
      else if (mark === '“' || mark === '„' || mark === '«' || mark === '「') open = true
      else if (mark === '”' || mark === '»' || mark === '」' || mark === '\n') open = false
    }
    at = ends[i] as number
    quoted[i] = open ? 1 : 0
  }
  return quoted
}

const kindNames = [
  [NUMBER, 'number'],
  [DATE, 'date'],
  [NAME, 'name'],
] as const

/** Compares two pages. Linear in their words. */
export function gatherEvidence(a: Page, b: Page): Evidence {
  const [left, right] = [a.story, b.story]
  const { chain, moved } = storyRuns(left, right)
  const runs = [...chain, ...moved].sort((x, y) => x.a - y.a)
  const chained = chain.reduce((sum, run) => sum + run.length, 0)
  const sharedWords = runs.reduce((sum, run) => sum + run.length, 0)
  const factsA = facts(left)
  const factsB = facts(right)
  const inA = coverage(runs, left.count, 'a')
  const inB = coverage(runs, right.count, 'b')
  const quoted = quotedWords(left)
  let sharedQuoted = 0
  const agreeing = { numbers: 0, dates: 0, names: 0 }
  for (let i = 0; i < left.count; i++) {
    if (inA[i] === 0) continue
    sharedQuoted += quoted[i] as number
    const fact = factsA[i] as number
    if (fact === NUMBER) agreeing.numbers++
    else if (fact === DATE) agreeing.dates++
    else if (fact === NAME) agreeing.names++
  }
  const first = chain[0]
  const last = chain.at(-1)
  const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)
  const lead = (covered: Uint8Array) => {
    const size = Math.min(leadWords, covered.length)
    return share(
      covered.subarray(0, size).reduce((sum, word) => sum + word, 0),
      size,
    )
  }
  return {
    words: [left.count, right.count],
    sharedWords,
    resemblance: share(sharedWords, left.count + right.count - sharedWords),
    containment: [share(sharedWords, left.count), share(sharedWords, right.count)],
    longestRun: runs.reduce((longest, run) => Math.max(longest, run.length), 0),
    order: share(chained, sharedWords),
    leads: [lead(inA), lead(inB)],
    starts: [share(first?.a ?? 0, left.count), share(first?.b ?? 0, right.count)],
    density:
      first && last
        ? [share(chained, last.a + last.length - first.a), share(chained, last.b + last.length - first.b)]
        : [0, 0],
    insertions: chain.filter((run, k) => {
      const before = chain[k - 1]
      return before && Math.max(run.a - before.a - before.length, run.b - before.b - before.length) >= insertionWords
    }).length,
    quoted: share(sharedQuoted, sharedWords),
    agreeing,
    conflicts: conflicts(left, right, factsA, factsB, chain),
    passages: runs.slice(0, mostPassages).map(({ a: i, b: j, length }) => ({
      words: length,
      a: [left.starts[i] as number, left.ends[i + length - 1] as number],
      b: [right.starts[j] as number, right.ends[j + length - 1] as number],
    })),
  }
}

function coverage(runs: readonly Run[], count: number, side: 'a' | 'b'): Uint8Array {
  const covered = new Uint8Array(count)
  for (const run of runs) covered.fill(1, run[side], run[side] + run.length)
  return covered
}

/** Facts that differ between two neighbouring runs of the chain, paired in order by kind. */
function conflicts(
  left: Tokens,
  right: Tokens,
  factsA: Uint8Array,
  factsB: Uint8Array,
  runs: readonly Run[],
): Conflict[] {
  const found: Conflict[] = []
  for (let r = 0; r <= runs.length; r++) {
    const before = runs[r - 1]
    const after = runs[r]
    // Before the first run and behind the last only the very next words stand in each other's place.
    const fromA = before ? before.a + before.length : Math.max(0, (after?.a ?? 0) - edgeWords)
    const fromB = before ? before.b + before.length : Math.max(0, (after?.b ?? 0) - edgeWords)
    const toA = after ? after.a : Math.min(left.count, fromA + edgeWords)
    const toB = after ? after.b : Math.min(right.count, fromB + edgeWords)
    if (!before && !after) break
    if (toA === fromA || toB === fromB || toA - fromA > longestGap || toB - fromB > longestGap) continue
    for (const [kind, name] of kindNames) {
      const only = (
        tokens: Tokens,
        kinds: Uint8Array,
        from: number,
        to: number,
        other: Tokens,
        otherFrom: number,
        otherTo: number,
      ) => {
        const places: number[] = []
        for (let i = from; i < to; i++)
          if (kinds[i] === kind && !other.hashes.subarray(otherFrom, otherTo).includes(tokens.hashes[i] as number))
            places.push(i)
        return places
      }
      const onlyA = only(left, factsA, fromA, toA, right, fromB, toB)
      const onlyB = only(right, factsB, fromB, toB, left, fromA, toA)
      for (let k = 0; k < Math.min(onlyA.length, onlyB.length) && found.length < mostConflicts; k++) {
        const i = onlyA[k] as number
        const j = onlyB[k] as number
        if (kind === NUMBER && sameAmount(left, i, right, j)) continue
        const aAt = [left.starts[i] as number, left.ends[i] as number] as const
        const bAt = [right.starts[j] as number, right.ends[j] as number] as const
        found.push({ kind: name, a: left.text.slice(...aAt), b: right.text.slice(...bAt), aAt, bAt })
      }
    }
  }
  return found
}

const scales: readonly (readonly [RegExp, number])[] = [
  [/^(?:trillion|trn|tln)/i, 1e12],
  [/^(?:billion|bln|bn|milliards?)/i, 1e9],
  [/^(?:million|mln|mn|m\b)/i, 1e6],
  [/^(?:thousand|k\b)/i, 1e3],
]

/** A number with the scale word behind it, and the size of its last figure: 8.8 mln is 8,800,000 to the nearest 100,000. */
function amount(tokens: Tokens, i: number): { value: number; step: number } | null {
  const digits = tokens.text.slice(tokens.starts[i], tokens.ends[i]).replaceAll(',', '')
  if (!/^\d{1,15}(?:\.\d{1,9})?$/.test(digits)) return null
  const next = i + 1 < tokens.count ? tokens.text.slice(tokens.starts[i + 1], tokens.ends[i + 1]) : ''
  const scale = scales.find(([word]) => word.test(next))?.[1] ?? 1
  return { value: Number(digits) * scale, step: scale * 10 ** -(digits.split('.')[1]?.length ?? 0) }
}

/** Whether two numbers say the same, one perhaps rounded: 8,791,000 and 8.8 mln. */
function sameAmount(a: Tokens, i: number, b: Tokens, j: number): boolean {
  const [x, y] = [amount(a, i), amount(b, j)]
  return (
    x !== null && y !== null && Math.abs(x.value - y.value) <= (x.step === y.step ? 0 : Math.max(x.step, y.step) / 2)
  )
}
