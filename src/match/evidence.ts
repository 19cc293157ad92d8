// What two pages share and where they differ, in numbers that a person can check: how much of each is in the other, in what
// order, in runs of what length, whether the leads agree, and which facts stand in each other's place. Judges nothing;
// relation.ts does. Relies on the pages' story words only, so furniture counts for neither.
import { DATE, facts, NAME, NUMBER } from '../text/facts.js'
import type { Page } from '../text/page.js'
import type { Tokens } from '../text/tokens.js'
import { type Conflict, type Conflicts, findConflicts } from './conflicts.js'
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
  const size = isUnspaced(a) || isUnspaced(b) ? unspacedSeed : seedWords
  return sharedRuns(a, b, Math.max(1, Math.min(size, a.count, b.count)))
}

/**
 * The runs that two stories share, misspelt words included. Where whole runs are few, as between scanned pages, pairs of words
 * anchor the comparison instead, and only passages that hold together for several words count.
 */
function sharedPassages(a: Tokens, b: Tokens): SharedRuns {
  const { chain: exact, moved: elsewhere } = storyRuns(a, b)
  const chain = fillSpoiltGaps(a, b, exact)
  const moved = outside(chain, elsewhere, a.count, b.count)
  const covered = wordsOf(chain) + wordsOf(moved)
  const shorter = Math.min(a.count, b.count)
  if (covered >= shorter / 2 || covered < shorter * fewestAnchors) return { chain, moved }
  const anchored = fillSpoiltGaps(a, b, sharedRuns(a, b, anchorWords).chain).filter((run) => run.length >= anchoredRun)
  return wordsOf(anchored) >= 1.5 * covered ? { chain: anchored, moved: [] } : { chain, moved }
}

/** Those of some runs that overlap no run of a chain. */
function outside(chain: readonly Run[], runs: readonly Run[], countA: number, countB: number): readonly Run[] {
  if (runs.length === 0) return runs
  const [takenA, takenB] = [new Uint8Array(countA), new Uint8Array(countB)]
  for (const { a, b, length } of chain) {
    takenA.fill(1, a, a + length)
    takenB.fill(1, b, b + length)
  }
  return runs.filter(({ a, b, length }) => {
    for (let k = 0; k < length; k++) if (takenA[a + k] === 1 || takenB[b + k] === 1) return false
    return true
  })
}

function wordsOf(runs: readonly Run[]): number {
  let words = 0
  for (const { length } of runs) words += length
  return words
}

/** Whether most of a text is in a script without spaces. */
function isUnspaced({ unspaced, count }: Tokens): boolean {
  let letters = 0
  for (let i = 0; i < count; i++) letters += unspaced[i] as number
  return letters > count / 2
}

/** Which words stand in double quotation marks (or brackets that serve as such); an unclosed mark ends with its paragraph. */
function quotedWords({ text, starts, ends, count }: Tokens, quoted: Uint8Array = new Uint8Array(count)): Uint8Array {
  let open = 0
  let at = 0
  for (let i = 0; i < count; i++) {
    const start = starts[i] as number
    for (; at < start; at++) open = quotationAfter(text.charCodeAt(at), open)
    at = ends[i] as number
    quoted[i] = open
  }
  return quoted
}

/** Whether, after a character, a quotation is open, 1, or not, 0. */
function quotationAfter(code: number, open: number): number {
  switch (code) {
    case 0x22: // "
      return 1 - open
    case 0x201c: // “
    case 0x201e: // „
    case 0xab: // «
    case 0x300c: // 「
      return 1
    case 0x201d: // ”
    case 0xbb: // »
    case 0x300d: // 」
    case 0x0a:
      return 0
    default:
      return open
  }
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

/** Room for what is found out about the words of a page; `facts` is all 0. */
export interface FlagRoom {
  readonly facts: Uint8Array
  readonly quoted: Uint8Array
}

/** Prepares a page for comparison. Linear in its words. */
export const comparedPage = (
  { time, story }: Pick<ComparedPage, 'time' | 'story'>,
  room: FlagRoom | null = null,
): ComparedPage => new PreparedPage(time, story, room)

/** The same of an article's page. */
export const preparedPage = ({ article, story }: Pick<Page, 'article' | 'story'>): ComparedPage =>
  comparedPage({ time: article.time, story })

/** Facts and quotations are found when first asked for: most pages are never compared so far. */
class PreparedPage implements ComparedPage {
  readonly #room: FlagRoom | null
  #facts: Uint8Array | null = null
  #quoted: Uint8Array | null = null

  constructor(
    readonly time: number | null,
    readonly story: Tokens,
    room: FlagRoom | null,
  ) {
    this.#room = room
  }

  get facts(): Uint8Array {
    this.#facts ??= facts(this.story, this.#room?.facts)
    return this.#facts
  }

  get quoted(): Uint8Array {
    this.#quoted ??= quotedWords(this.story, this.#room?.quoted)
    return this.#quoted
  }
}

/** The evidence on two pages, and its passages in words. */
export interface FoundEvidence {
  readonly evidence: Evidence
  readonly passages: readonly Run[]
}

/** Compares two pages. Linear in their words, but for gaps between shared runs, which are bounded. */
export const gatherEvidence = (a: ComparedPage, b: ComparedPage): Evidence => plainly(findEvidence(a, b).evidence)

/**
 * The same, but what the two pages state, and where the runs stand in the texts, is found when first asked for: most pairs share
 * so little that nobody asks.
 */
export function findEvidence(a: ComparedPage, b: ComparedPage): FoundEvidence {
  const { chain, moved } = sharedPassages(a.story, b.story)
  const runs = moved.length === 0 ? chain : [...chain, ...moved].sort((x, y) => x.a - y.a)
  const evidence = new PairEvidence(a, b, chain, runs)
  return { evidence, passages: runs.length > mostPassages ? runs.slice(0, mostPassages) : runs }
}

/** All of the evidence as plain data. */
export const plainly = (evidence: Evidence): Evidence => ({
  words: evidence.words,
  sharedWords: evidence.sharedWords,
  resemblance: evidence.resemblance,
  containment: evidence.containment,
  longestRun: evidence.longestRun,
  order: evidence.order,
  leads: evidence.leads,
  starts: evidence.starts,
  density: evidence.density,
  insertions: evidence.insertions,
  laterInsertions: evidence.laterInsertions,
  misspelt: evidence.misspelt,
  quoted: evidence.quoted,
  agreeing: evidence.agreeing,
  differences: evidence.differences,
  factDifferences: evidence.factDifferences,
  insertedNames: evidence.insertedNames,
  conflicts: evidence.conflicts,
  passages: evidence.passages,
})

const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole)

/** The evidence on two pages, of which what costs most is found when first asked for. */
class PairEvidence implements Evidence {
  readonly words: readonly [number, number]
  readonly sharedWords: number
  readonly resemblance: number
  readonly containment: readonly [number, number]
  readonly longestRun: number
  readonly order: number
  readonly leads: readonly [number, number]
  readonly starts: readonly [number, number]
  readonly density: readonly [number, number]
  readonly insertions: number
  readonly laterInsertions: number | null
  readonly misspelt: number
  readonly quoted: number
  readonly #a: ComparedPage
  readonly #b: ComparedPage
  readonly #chain: readonly Run[]
  readonly #runs: readonly Run[]
  #agreeing: Evidence['agreeing'] | null = null
  #conflicts: Conflicts | null = null

  /** `runs` are all that the two share, in reading order of a, and `chain` those of them that stand in one order in both. */
  constructor(a: ComparedPage, b: ComparedPage, chain: readonly Run[], runs: readonly Run[]) {
    this.#a = a
    this.#b = b
    this.#chain = chain
    this.#runs = runs
    const [left, right] = [a.story, b.story]
    const chained = wordsOf(chain)
    const sharedWords = wordsOf(runs)
    const first = chain[0]
    const last = chain.at(-1)
    this.words = [left.count, right.count]
    this.sharedWords = sharedWords
    this.resemblance = share(sharedWords, left.count + right.count - sharedWords)
    this.containment = [share(sharedWords, left.count), share(sharedWords, right.count)]
    this.longestRun = longest(runs)?.length ?? 0
    this.order = share(chained, sharedWords)
    this.leads = [leadShared(left.count, runs, 'a'), leadShared(right.count, runs, 'b')]
    this.starts = [share(first?.a ?? 0, left.count), share(first?.b ?? 0, right.count)]
    this.density =
      first && last
        ? [share(chained, last.a + last.length - first.a), share(chained, last.b + last.length - first.b)]
        : [0, 0]
    const { insertions, laterInsertions } = insertionsBetween(chain, a.time, b.time)
    this.insertions = insertions
    this.laterInsertions = laterInsertions
    this.misspelt = share(misspeltWords(left, right, chain), sharedWords)
    this.quoted = share(flagged(a.quoted, runs), sharedWords)
  }

  get agreeing(): Evidence['agreeing'] {
    this.#agreeing ??= agreeingFacts(this.#a, this.#runs)
    return this.#agreeing
  }

  get differences(): number {
    return this.#found.differences
  }

  get factDifferences(): number {
    return this.#found.factDifferences
  }

  get insertedNames(): number {
    return this.#found.insertedNames
  }

  get conflicts(): readonly Conflict[] {
    return this.#found.conflicts
  }

  get passages(): readonly SharedPassage[] {
    return this.#runs.slice(0, mostPassages).map((run) => passageOf(run, this.#a.story, this.#b.story))
  }

  get #found(): Conflicts {
    const [a, b] = [this.#a, this.#b]
    this.#conflicts ??= findConflicts(
      { tokens: a.story, facts: a.facts },
      { tokens: b.story, facts: b.facts },
      this.#chain,
    )
    return this.#conflicts
  }
}

/** How much of a lead stands in runs. */
function leadShared(count: number, runs: readonly Run[], side: 'a' | 'b'): number {
  const size = Math.min(leadWords, count)
  return share(wordsBefore(size, runs, side), size)
}

/** The longest of some runs, the first of equals. */
export function longest(runs: readonly Run[]): Run | undefined {
  let best = runs[0]
  for (const run of runs) if (best && run.length > best.length) best = run
  return best
}

const passageOf = ({ a, b, length }: Run, left: Tokens, right: Tokens): SharedPassage => ({
  words: length,
  a: [left.starts[a] as number, left.ends[a + length - 1] as number],
  b: [right.starts[b] as number, right.ends[b + length - 1] as number],
})

/** How many of a text's first words are in runs. */
function wordsBefore(end: number, runs: readonly Run[], side: 'a' | 'b'): number {
  let words = 0
  for (const run of runs) words += Math.max(0, Math.min(run.length, end - run[side]))
  return words
}

/** How many words of a's runs are flagged. */
function flagged(flags: Uint8Array, runs: readonly Run[]): number {
  let words = 0
  for (const { a, length } of runs) for (let i = a; i < a + length; i++) words += flags[i] as number
  return words
}

function misspeltWords(a: Tokens, b: Tokens, chain: readonly Run[]): number {
  let words = 0
  for (const run of chain) for (let k = 0; k < run.length; k++) if (a.hashes[run.a + k] !== b.hashes[run.b + k]) words++
  return words
}

/** What a states in the runs. */
function agreeingFacts({ story, facts }: ComparedPage, runs: readonly Run[]): Evidence['agreeing'] {
  const agreeing = { numbers: 0, tellingNumbers: 0, dates: 0, names: 0 }
  for (const { a, length } of runs)
    for (let i = a; i < a + length; i++) {
      const fact = facts[i]
      if (fact === NUMBER) {
        agreeing.numbers++
        if (isTelling(story.text.slice(story.starts[i], story.ends[i]))) agreeing.tellingNumbers++
      } else if (fact === DATE) agreeing.dates++
      else if (fact === NAME) agreeing.names++
    }
  return agreeing
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
