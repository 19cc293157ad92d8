// What two pages share and where they differ, in numbers that a person can check: how much of each is in the other, in what
// order, in runs of what length, whether the leads agree, and which facts stand in each other's place. Judges nothing;
// relation.ts does. Relies on the pages' story words only, so furniture counts for neither.
import { DATE, facts, NAME, NUMBER } from '../text/facts.js'
import type { Page } from '../text/page.js'
import type { Tokens } from '../text/tokens.js'
import { type Conflict, findConflicts } from './conflicts.js'
import { fillSpoiltGaps, type Run, type SharedRuns, sharedRuns } from './runs.js'

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
  /** Places between runs in order at which either article has twenty words or more that the other lacks. */
  readonly insertions: number
  /** Those of them at which the later published article is the one that has the words; null where that is not known. */
  readonly laterInsertions: number | null
  /** Of the shared words, the share that one of the two misspells: of scanned or carelessly copied text. */
  readonly misspelt: number
  /** Of all shared words, the share that stands in quotation marks. */
  readonly quoted: number
  /** Facts in the shared runs: those on which the two agree. */
  readonly agreeing: {
    readonly numbers: number
    /** Those of the numbers that have three significant figures or more, which few events share. */
    readonly tellingNumbers: number
    readonly dates: number
    readonly names: number
  }
  /** Places between runs in order where the two differ. */
  readonly differences: number
  /** Those of them where facts stand in each other's place. */
  readonly factDifferences: number
  /** Names that one article alone has amid a name of both. */
  readonly insertedNames: number
  /** Facts that stand in each other's place, between two shared runs. At most 100 are listed. */
  readonly conflicts: readonly Conflict[]
  /** The shared runs in reading order of a; at most 1,000 are listed. */
  readonly passages: readonly SharedPassage[]
}

/** Words of a lead. */
export const leadWords = 40

const seedWords = 4
// Between texts with errors: pairs of words anchor, where at least this share of the shorter stands in whole runs.
const anchorWords = 2
const fewestAnchors = 0.02
const anchoredRun = 6
const unspacedSeed = 7
// A sentence more may be the outlet's; an agency puts in paragraphs.
const insertionWords = 20
const mostPassages = 1000

/** The runs that two pages' stories share, with a seed that fits their script. */
export function storyRuns(a: Tokens, b: Tokens): SharedRuns {
  const unspaced = Math.max(shareUnspaced(a), shareUnspaced(b)) > 0.5
  return sharedRuns(a, b, Math.max(1, Math.min(unspaced ? unspacedSeed : seedWords, a.count, b.count)))
}

/**
 * The runs that two stories share, misspelt words included. Where whole runs are few, as between scanned pages, pairs of words
 * anchor the comparison instead, and only passages that hold together for several words count.
 */
function sharedPassages(a: Tokens, b: Tokens): SharedRuns {
  const { chain: exact, moved: elsewhere } = storyRuns(a, b)
  const chain = fillSpoiltGaps(a, b, exact)
  const [takenA, takenB] = [coverage(chain, a.count, 'a'), coverage(chain, b.count, 'b')]
  const isFree = (run: Run) =>
    !takenA.subarray(run.a, run.a + run.length).includes(1) && !takenB.subarray(run.b, run.b + run.length).includes(1)
  const moved = elsewhere.filter(isFree)
  const covered = wordsOf(chain) + wordsOf(moved)
  const shorter = Math.min(a.count, b.count)
  if (covered >= shorter / 2 || covered < shorter * fewestAnchors) return { chain, moved }
  const anchored = fillSpoiltGaps(a, b, sharedRuns(a, b, anchorWords).chain).filter((run) => run.length >= anchoredRun)
  return wordsOf(anchored) >= 1.5 * covered ? { chain: anchored, moved: [] } : { chain, moved }
}

const wordsOf = (runs: readonly Run[]) => runs.reduce((sum, run) => sum + run.length, 0)

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

/** A page with what comparing it with others needs; made once a page, as each is compared with several. */
export interface ComparedPage {
  /** Milliseconds since 1970, or null where unknown. */
  readonly time: number | null
  readonly story: Tokens
  /** What every story word states, see facts.ts. */
  readonly facts: Uint8Array
  /** Which story words stand in quotation marks. */
  readonly quoted: Uint8Array
}

/** Prepares a page for comparison. Linear in its words. */
export function comparedPage({ article, story }: Page): ComparedPage {
  return { time: article.time, story, facts: facts(story), quoted: quotedWords(story) }
}

/** Compares two pages. Linear in their words, but for gaps between shared runs, which are bounded. */
export function gatherEvidence(a: ComparedPage, b: ComparedPage): Evidence {
  const [left, right] = [a.story, b.story]
  const { chain, moved } = sharedPassages(left, right)
  const runs = [...chain, ...moved].sort((x, y) => x.a - y.a)
  const chained = chain.reduce((sum, run) => sum + run.length, 0)
  const sharedWords = runs.reduce((sum, run) => sum + run.length, 0)
  const inA = coverage(runs, left.count, 'a')
  const inB = coverage(runs, right.count, 'b')
  let sharedQuoted = 0
  const agreeing = { numbers: 0, tellingNumbers: 0, dates: 0, names: 0 }
  for (let i = 0; i < left.count; i++) {
    if (inA[i] === 0) continue
    sharedQuoted += a.quoted[i] as number
    const fact = a.facts[i] as number
    if (fact === NUMBER) {
      agreeing.numbers++
      if (isTelling(left.text.slice(left.starts[i], left.ends[i]))) agreeing.tellingNumbers++
    }
    if (fact === DATE) agreeing.dates++
    else if (fact === NAME) agreeing.names++
  }
  const first = chain[0]
  const last = chain.at(-1)
  let misspelt = 0
  for (const run of chain)
    for (let k = 0; k < run.length; k++) if (left.hashes[run.a + k] !== right.hashes[run.b + k]) misspelt++
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
    ...insertionsBetween(chain, a.time, b.time),
    misspelt: share(misspelt, sharedWords),
    quoted: share(sharedQuoted, sharedWords),
    agreeing,
    ...findConflicts({ tokens: left, facts: a.facts }, { tokens: right, facts: b.facts }, chain),
    passages: runs.slice(0, mostPassages).map(({ a: i, b: j, length }) => ({
      words: length,
      a: [left.starts[i] as number, left.ends[i + length - 1] as number],
      b: [right.starts[j] as number, right.ends[j + length - 1] as number],
    })),
  }
}

function insertionsBetween(chain: readonly Run[], a: number | null, b: number | null) {
  let insertions = 0
  const of = { a: 0, b: 0 }
  chain.forEach((run, k) => {
    const before = chain[k - 1]
    if (!before) return
    const inA = run.a - before.a - before.length >= insertionWords
    const inB = run.b - before.b - before.length >= insertionWords
    if (inA || inB) insertions++
    if (inA) of.a++
    if (inB) of.b++
  })
  const laterInsertions = a === null || b === null || a === b ? null : a > b ? of.a : of.b
  return { insertions, laterInsertions }
}

/** Three significant figures or more, and not a year. */
function isTelling(number: string): boolean {
  const figures = number.replace(/\D/g, '').replace(/^0+|0+$/g, '')
  return figures.length >= 3 && !/^(?:19|20)\d\d$/.test(number)
}

function coverage(runs: readonly Run[], count: number, side: 'a' | 'b'): Uint8Array {
  const covered = new Uint8Array(count)
  for (const run of runs) covered.fill(1, run[side], run[side] + run.length)
  return covered
}
