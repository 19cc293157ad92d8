// Finds the lines and sentences that an outlet repeats across its stories. A line that stands on three pages which otherwise share
// little is the outlet's furniture; a full sentence must stand on five and on every tenth page, as set phrases of news ("Terms
// were not disclosed.") and background paragraphs do recur. A line with figures may be a row of a table and is left alone. Pages of one story
// repeat each other's lines too, so only pages that share less than a third of their words count as different stories.
import { type Unit, unitsOf } from './furniture.js'
import { mix, type Tokens } from './tokens.js'

/** The lines and sentences of one page, by hash, with their words. */
export interface PageUnits {
  readonly outlet: string
  readonly keys: readonly number[]
  readonly words: readonly number[]
  readonly isSentence: readonly boolean[]
  /** Whether it holds a figure. */
  readonly isRow: readonly boolean[]
}

const fewestWords = 3
const pagesForLine = 3
const pagesForSentence = 5
const shareForLine = 0.02
const shareForSentence = 0.1
const differentStories = 1 / 3
const leastOwn = 0.4
// Enough pages to decide by; keeps a line that stands on every page from costing pages squared.
const mostPages = 24

const keysOf = (units: readonly Unit[], tokens: Tokens): { keys: number[]; words: number[] } => {
  const keys: number[] = []
  const words: number[] = []
  let at = 0
  for (const unit of units) {
    while (at < tokens.count && (tokens.starts[at] as number) < unit.start) at++
    let hash = 0
    let count = 0
    for (let i = at; i < tokens.count && (tokens.starts[i] as number) < unit.end; i++, count++)
      hash = mix(Math.imul(hash, 31) + (tokens.hashes[i] as number))
    keys.push(hash)
    words.push(count)
  }
  return { keys, words }
}

/** The units of a page, hashed. */
export function pageUnits(outlet: string, tokens: Tokens, units: readonly Unit[] = unitsOf(tokens.text)): PageUnits {
  return {
    outlet,
    ...keysOf(units, tokens),
    isRow: units.map((unit) => /\d/.test(tokens.text.slice(unit.start, unit.end))),
    isSentence: units.map((unit) =>
      /[.!?。！？؟।]["'”’»)\]」』]*$/u.test(tokens.text.slice(Math.max(unit.start, unit.end - 4), unit.end)),
    ),
  }
}

/** The repeated lines of each outlet, by hash. Pages are taken in their order. */
export function repeatedUnits(pages: readonly PageUnits[]): Map<string, Set<number>> {
  const byOutlet = new Map<string, PageUnits[]>()
  for (const page of pages) {
    const known = byOutlet.get(page.outlet)
    if (known) known.push(page)
    else byOutlet.set(page.outlet, [page])
  }
  const repeated = new Map<string, Set<number>>()
  for (const [outlet, own] of byOutlet) if (own.length >= pagesForLine) repeated.set(outlet, repeatedIn(own))
  return repeated
}

function repeatedIn(pages: readonly PageUnits[]): Set<number> {
  const holders = new Map<number, { pages: number[]; count: number; isSentence: boolean }>()
  pages.forEach((page, p) => {
    page.keys.forEach((key, u) => {
      const isSentence = page.isSentence[u] === true
      if ((page.words[u] as number) < fewestWords || (page.isRow[u] === true && !isSentence)) return
      const known = holders.get(key)
      if (!known) holders.set(key, { pages: [p], count: 1, isSentence })
      else if (known.pages.at(-1) !== p) {
        known.count++
        if (known.pages.length < mostPages) known.pages.push(p)
      }
    })
  })
  // What many pages have is no sign that two of them are one story.
  const isCommon = (key: number) => (holders.get(key)?.count ?? 0) >= pagesForLine
  const known = new Map<number, number>()
  const shareOf = (p: number, q: number): number => {
    const pair = Math.min(p, q) * pages.length + Math.max(p, q)
    const share = known.get(pair) ?? sharedWords(pages[p] as PageUnits, pages[q] as PageUnits, isCommon)
    known.set(pair, share)
    return share
  }
  const found = new Set<number>()
  for (const [key, { pages: on, count, isSentence }] of holders) {
    const needed = isSentence ? pagesForSentence : pagesForLine
    if (on.length < needed || count < pages.length * (isSentence ? shareForSentence : shareForLine)) continue
    const chosen: number[] = []
    for (const p of on) {
      if (chosen.every((q) => shareOf(p, q) < differentStories)) chosen.push(p)
      if (chosen.length >= needed) break
    }
    if (chosen.length >= needed) found.add(key)
  }
  return found
}

/**
 * The share of the smaller page's words that stand in units of both. Units that are common count for neither, as furniture must
 * not speak against itself; unless they are most of the page, for then they are its story.
 */
function sharedWords(a: PageUnits, b: PageUnits, isCommon: (key: number) => boolean): number {
  const inB = new Set(b.keys)
  const wordsOf = ({ keys, words }: PageUnits, counts: (key: number) => boolean) =>
    keys.reduce((sum, key, u) => sum + (counts(key) ? (words[u] as number) : 0), 0)
  const isRare = (key: number) => !isCommon(key)
  const ownShare = (page: PageUnits) =>
    wordsOf(page, isRare) /
    Math.max(
      1,
      wordsOf(page, () => true),
    )
  const counts = Math.min(ownShare(a), ownShare(b)) < leastOwn ? () => true : isRare
  const shared = wordsOf(a, (key) => inB.has(key) && counts(key))
  return shared / Math.max(1, Math.min(wordsOf(a, counts), wordsOf(b, counts)))
}

/** Says of a page's units whether its outlet repeats them; `page` spares hashing them again. */
export function repetition(
  tokens: Tokens,
  repeated: ReadonlySet<number> | undefined,
  units: readonly Unit[] = unitsOf(tokens.text),
  page?: PageUnits,
): ((unit: Unit) => boolean) | undefined {
  if (!repeated || repeated.size === 0) return undefined
  const keys = page?.keys ?? keysOf(units, tokens).keys
  const starts = new Set(units.filter((_, u) => repeated.has(keys[u] as number)).map((unit) => unit.start))
  return (unit) => starts.has(unit.start)
}
