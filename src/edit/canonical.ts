// The canonical text of a dispatch: what the agency wrote, as far as the copies let us know. One copy is the base: the one that
// carries most of what the others have, under the agency's own signature where one has it. Furniture is taken out; so is what
// only its outlet can have put there: lines that ran on from furniture, and what stands before the lead that others begin with or,
// under no signature, behind all that they carry. Then the other copies are heard (recover.ts). Passages say who carries them.

import { compareTwoStrings } from 'string-similarity'
import type { Run } from '../match/runs.js'
import { signatures } from '../text/attribution.js'
import { datelineAt } from '../text/dateline.js'
import { servesAsHeadline } from '../text/furniture.js'
import { type Page, sortByPublication } from '../text/page.js'
import { lines, type Range, sentences } from '../text/sentences.js'
import { longestOwnEnd, recover, type Witness } from './recover.js'
import { textRuns } from './text-runs.js'

/** How the canonical text is had: `recovered` from all copies, or the text of one `article`, the fullest, as it was published. */
export type CanonicalChoice = 'recovered' | 'article'

/** What the wire wrote, as far as its copies tell; what stood around it on the pages is kept beside it. */
export interface CanonicalText {
  /** The headline most like the others', or null where no copy has one. */
  readonly headline: string | null
  /** The place and date of the dateline, or null. */
  readonly dateline: string | null
  /** The byline as printed, or null; the base's, or else the first copy's that has one. */
  readonly byline: string | null
  /** The credit or sign-off as printed, or null; the base's, or else the first copy's that has one. */
  readonly credit: string | null
  /** Paragraphs are lines. Holds no furniture, dateline, byline or credit. */
  readonly text: string
  /** The article whose text was the base. */
  readonly basedOn: string
}

/** What a copy's word counts. */
const weightOf = ({ article, furniture }: Page) => (signatures(article, furniture).length === 0 ? 1 : 1.15)

// An agency's signature is worth a few words in a hundred.
const signed = 1.05
// A long end that others cut speaks for a copy, but less than words on which they agree.
const endShare = 0.25

/** The runs of a page's words that others have too, in order, by the other. */
type Shares = ReadonlyMap<Page, readonly Run[]>

/**
 * How much a page speaks for the dispatch: the words of it that others carry, less those that it alone has amid them, a little more
 * for an end that the others cut and for the agency's signature.
 */
function authority(page: Page, shares: Shares): number {
  if (shares.size === 0) return page.story.count
  const shared = new Uint8Array(page.story.count)
  let agreed = 0
  for (const runs of shares.values())
    for (const run of runs) {
      agreed += run.length / shares.size
      shared.fill(1, run.a, run.a + run.length)
    }
  const [first, last] = [shared.indexOf(1), shared.lastIndexOf(1)]
  let own = 0
  // Of two copies either may have cut what the other has.
  if (shares.size > 1) for (let i = Math.max(0, first); i <= last; i++) own += 1 - (shared[i] as number)
  const end = page.story.count - last - 1
  return agreed * (weightOf(page) > 1 ? signed : 1) - own + endShare * end
}

// Copies beyond these add nothing to the choice of a base, and comparing all with all would be quadratic.
const mostWitnesses = 8

/** The canonical text of copies of one dispatch, in order of publication. */
export function canonicalOf(copies: readonly Page[], choice: CanonicalChoice = 'recovered'): CanonicalText {
  const longest = [...copies]
    .sort((x, y) => y.story.count - x.story.count || (x.article.id < y.article.id ? -1 : 1))
    .slice(0, mostWitnesses)
  const ranked = longest.map((page) => {
    const others = longest.filter((other) => other !== page)
    const shares: Shares = new Map(others.map((other) => [other, textRuns(page.story, other.story).chain]))
    return { page, shares, weight: authority(page, shares) }
  })
  ranked.sort(
    (x, y) => y.weight - x.weight || y.page.story.count - x.page.story.count || sortByPublication(x.page, y.page),
  )
  const [best] = ranked
  if (!best) throw new RangeError('a dispatch has at least one copy')
  const base = best.page
  const text = choice === 'article' ? storyText(base.article.text, base.furniture) : recoveredText(base, best.shares)
  const sources = choice === 'article' ? [base] : [base, ...copies]
  return {
    headline: headlineOf(choice === 'article' ? [base] : copies, base),
    dateline: datelineOf(sources),
    byline: printed('byline', sources),
    credit: printed('credit', sources),
    text,
    basedOn: base.article.id,
  }
}

function recoveredText(base: Page, shares: Shares): string {
  const { article, furniture } = base
  const text = storyText(article.text, [...furniture, ...outletsOwn(base, shares)])
  const witnesses = fullCopies(base, [...shares.keys()])
  // Where nobody else speaks, it does not matter what the base's word counts.
  return witnesses.length === 0 ? text : recover(text, { weight: weightOf(base), outlet: article.outlet }, witnesses)
}

// A copy bears witness to the wording when it has this share of the base's words.
const fullShare = 0.5

/** One full copy of every other outlet: those of one owner share a page's edits, so copies of the same words count once. */
function fullCopies(base: Page, witnesses: readonly Page[]): Witness[] {
  const seen = new Set([base.article.outlet])
  const found: Witness[] = []
  for (const page of witnesses) {
    const { article, furniture, story } = page
    if (seen.has(article.outlet) || story.count < fullShare * base.story.count) continue
    seen.add(article.outlet)
    found.push({ story, furniture, weight: weightOf(page), outlet: article.outlet })
  }
  return found
}

const tellingRun = 8
const leadStart = 15
// Copies that end within so many words of each other end at one place.
const sameEnd = 12
const fewEnders = 2
const manyEnders = 3

/**
 * What only the outlet can have put there: before the words with which two other outlets begin, for they begin with the wire's
 * lead; and behind the words with which others end, for they would hardly cut at one place: two of them if no agency signs the
 * base and it goes on for a paragraph, else three.
 */
function outletsOwn(base: Page, shares: Shares): Range[] {
  const others = [...shares]
    .filter(([{ article }]) => article.outlet !== base.article.outlet)
    .map(([page, runs]) => ({
      outlet: page.article.outlet,
      isWhole: page.story.count >= base.story.count * 0.75,
      // Short runs at the edges may agree by chance.
      runs: runs.filter((run) => run.length >= tellingRun),
    }))
    .filter(({ runs }) => runs.length > 0)
  const outlets = (pages: readonly { readonly outlet: string }[]) => new Set(pages.map(({ outlet }) => outlet)).size
  const openers = others.filter(({ runs }) => (runs[0]?.b ?? leadStart + 1) <= leadStart)
  const first = outlets(openers) < 2 ? 0 : Math.min(...openers.map(({ runs }) => runs[0]?.a ?? 0))
  const endOf = ({ runs }: (typeof others)[number]) => (runs.at(-1)?.a ?? 0) + (runs.at(-1)?.length ?? 0)
  const lastWord = Math.max(0, ...others.map(endOf))
  const enders = others.filter((other) => lastWord - endOf(other) <= sameEnd)
  const end = base.story.ends[lastWord - 1] ?? base.article.text.length
  // Two copies may both be cut at half, or before a long end; three are not at one word.
  const isEnd =
    outlets(enders) >= manyEnders ||
    (base.article.text.length - end <= longestOwnEnd &&
      outlets(enders.filter(({ isWhole }) => isWhole)) >= fewEnders &&
      weightOf(base) === 1)
  const start = base.story.starts[first] ?? 0
  return sentences(base.article.text).filter((sentence) => sentence.end <= start || (isEnd && sentence.start >= end))
}

/** The text outside some ranges, line by line, with one space where a range stood between words. */
export function storyText(text: string, without: readonly Range[]): string {
  const taken = [...without].sort((x, y) => x.start - y.start)
  const kept: string[] = []
  let next = 0
  for (const line of lines(text)) {
    const parts: string[] = []
    let at = line.start
    while (next < taken.length && (taken[next] as Range).end <= line.start) next++
    for (let k = next; k < taken.length && (taken[k] as Range).start < line.end; k++) {
      const range = taken[k] as Range
      if (range.start > at) parts.push(text.slice(at, range.start).trim())
      at = Math.max(at, range.end)
    }
    if (at < line.end) parts.push(text.slice(at, line.end).trim())
    const words = parts.filter((part) => /[\p{L}\p{N}]/u.test(part)).join(' ')
    if (words !== '') kept.push(words)
  }
  return kept.join('\n')
}

function headlineOf(copies: readonly Page[], base: Page): string | null {
  const own = headlineShown(base)
  const titles = copies.flatMap((page) => headlineShown(page) ?? [])
  const witnesses = titles.slice(0, mostWitnesses)
  const likeness = (title: string) =>
    witnesses.reduce((sum, other) => sum + compareTwoStrings(title.slice(0, 300), other.slice(0, 300)), 0)
  // Of equals, the base's own, then the earliest.
  const candidates = [...new Set([...(own ? [own] : []), ...witnesses])]
  return candidates.reduce<string | null>(
    (best, title) => (best === null || likeness(title) > likeness(best) + 1e-9 ? title : best),
    null,
  )
}

/** A headline without the name that stands behind its last bar. */
function withoutOutlet(line: string): string {
  const bar = Math.max(line.lastIndexOf(' | '), line.lastIndexOf(' • '))
  return (bar > 0 && line.length - bar <= 44 ? line.slice(0, bar) : line).trim()
}

/** A page's headline: its title or the first line that serves as one, without the outlet's name behind a bar; no date. */
function headlineShown({ article, furniture }: Page): string | null {
  const lines = furniture
    .filter(({ kind }) => kind === 'headline')
    .map(({ start, end }) => article.text.slice(start, end))
  const given = article.title ? [article.title, ...lines] : lines
  const headlines = given.map(withoutOutlet)
  return (
    headlines
      .filter(servesAsHeadline)
      .find((line) => (line.match(/\p{L}{2,}/gu)?.length ?? 0) >= 3 || /[\p{Lo}]{6}/u.test(line)) ?? null
  )
}

/** What stands as byline or credit on the first page that has one. */
function printed(kind: 'byline' | 'credit', pages: readonly Page[]): string | null {
  for (const { article, furniture } of pages) {
    const zone = furniture.find((one) => one.kind === kind)
    const words = zone ? article.text.slice(zone.start, zone.end).trim() : ''
    if (/\p{L}/u.test(words)) return words
    if (kind === 'byline' && article.byline) return article.byline
  }
  return null
}

function datelineOf(pages: readonly Page[]): string | null {
  for (const { article, furniture } of pages) {
    const zone = furniture.find(({ kind }) => kind === 'dateline')
    const place = zone ? (datelineAt(article.text, zone.start)?.place ?? '') : ''
    if (place !== '') return place
  }
  return null
}
