// The furniture of a page, known better once another text of the same story is at hand: the wire's, or another outlet's copy.
// What both have is the story, though it looks like a caption or ran on from one; what the page alone has between two sentences
// of the story, and ends no sentence, is the page's: a link, a caption, a block of headlines. Whole sentences of the outlet's own
// stay its additions. Time is linear in the words, but for the shared runs (runs.ts).

import { anyOf } from '../text/any-of.js'
import { type Furniture, withoutOverlap } from '../text/furniture.js'
import { captions } from '../text/furniture-forms.js'
import { type Page, tokensOutside } from '../text/page.js'
import { type Range, sentences, trim } from '../text/sentences.js'
import { type Tokens, wordsBefore } from '../text/tokens.js'
import { opensSentence as opensSentenceAt } from './alignment.js'
import { textRuns } from './text-runs.js'

/** A text to hold a page against, and whether it is the wire's: another outlet's copy may have furniture of its own. */
export interface Beside {
  readonly words: Tokens
  readonly isWire: boolean
}

/** A page's words, parted into furniture and story. */
type Divided = Pick<Page, 'tokens' | 'furniture' | 'story'>

/** The page's furniture beside other texts of its story; unchanged where they share nothing with it. */
export function furnitureBeside(page: Divided, others: readonly Beside[]): Furniture[] {
  const { tokens } = page
  const { text } = tokens
  const { furniture, story } = others.reduce<Divided>(withoutStory, page)
  const shared = new Uint8Array(story.count)
  // Whether a shared word opens a sentence in the other text: furniture does not stand before any other.
  const afresh = new Uint8Array(story.count)
  let [opens, closes, isWire] = [false, false, false]
  for (const other of others) {
    const { chain } = textRuns(story, other.words)
    for (const run of chain) {
      shared.fill(1, run.a, run.a + run.length)
      if (opensSentenceAt(other.words, run.b)) afresh[run.a] = 1
    }
    const [first, last] = [chain[0], chain.at(-1)]
    if (!first || !last) continue
    opens ||= first.b <= leadWords
    closes ||= last.b + last.length >= other.words.count - leadWords
    isWire ||= other.isWire
  }
  const [first, last] = [shared.indexOf(1), shared.lastIndexOf(1)]
  if (first < 0) return [...furniture]
  const found: Furniture[] = [...furniture]
  const dateline = opens ? datelineBefore(text, furniture, story.starts[first] as number) : null
  if (dateline) found.push(dateline)
  const known = withoutOverlap(found)
  const gap = (from: number, to: number) => {
    const start = from === 0 ? 0 : (story.ends[from - 1] as number)
    const end = to === story.count ? text.length : (story.starts[to] as number)
    const resumes = to === story.count || afresh[to] === 1
    found.push(...ownLines(text, known, { start, end }, resumes, from === 0 && !isWire))
  }
  if (opens) gap(0, first)
  for (let i = first; i <= last; i++) {
    if (shared[i] === 1) continue
    let next = i
    while (shared[next] === 0) next++
    gap(i, next)
    i = next
  }
  if (closes) gap(last + 1, story.count)
  return joined(text, withoutOverlap(found))
}

/** The page's furniture beside copies of other outlets, so many at most; another page of its own outlet has the same furniture. */
export function furnitureBesideCopies(page: Page, copies: readonly Page[], most: number): Furniture[] {
  const others = copies.filter(({ article }) => article.outlet !== page.article.outlet).slice(0, most)
  return furnitureBeside(
    page,
    others.map(({ story }) => ({ words: story, isWire: false })),
  )
}

/** Neighbours of one kind in one line, as one. */
function joined(text: string, zones: readonly Furniture[]): Furniture[] {
  const found: Furniture[] = []
  for (const zone of zones) {
    const before = found.at(-1)
    if (before?.kind === zone.kind && /^[^\S\n]*$/.test(text.slice(before.end, zone.start)))
      found[found.length - 1] = { ...before, end: zone.end }
    else found.push(zone)
  }
  return found
}

/** A page with furniture known better. */
export const withFurniture = (page: Page, furniture: readonly Furniture[]): Page => ({
  ...page,
  furniture,
  story: tokensOutside(page.tokens, furniture),
})

// The other text begins, or ends, where the page does when so few of its words stand before, or behind.
const leadWords = 15
// So many words of the wire in a zone are no chance; of another copy, they must go on outside it.
const releasedWords = 8
const nearWords = 8
const closingWords = 4

interface Releasable {
  readonly zones: readonly Furniture[]
  /** Their words. */
  readonly inside: Tokens
}

const releasableOf = new WeakMap<Divided, Releasable>()

/** The furniture that other texts may show to be the story's; the same for every text that the page is held against. */
function releasable(page: Divided): Releasable {
  const known = releasableOf.get(page)
  if (known) return known
  const zones = page.furniture.filter(
    ({ kind, start, end }) => (kind === 'furniture' || kind === 'caption' || kind === 'headline') && end - start >= 30,
  )
  const inside = tokensOutside(page.tokens, without(zones, { start: 0, end: page.tokens.text.length }))
  const found = { zones, inside }
  releasableOf.set(page, found)
  return found
}

/** Furniture without what is the other text's and stands nowhere else on the page. */
function withoutStory(page: Divided, { words, isWire }: Beside): Divided {
  const { tokens, furniture, story } = page
  const { zones, inside } = releasable(page)
  if (zones.length === 0) return page
  const runs = textRuns(words, inside).chain.filter(({ length }) => length >= releasedWords)
  if (runs.length === 0) return page
  const told = new Int32Array(words.count).fill(-1)
  for (const run of textRuns(words, story).chain)
    for (let k = 0; k < run.length; k++) told[run.a + k] = story.starts[run.b + k] as number
  const released: Range[] = []
  for (const { a, b, length } of runs) {
    let untold = 0
    for (let k = 0; k < length; k++) if (told[a + k] === -1) untold++
    const start = inside.starts[b] as number
    const end = inside.ends[b + length - 1] as number
    const zone = zones.find((one) => one.start <= start && one.end >= end)
    if (!zone || untold < length * 0.8) continue
    // It goes on in the story, on one side or the other, as a sentence that furniture ran into does.
    const before = wordsBefore(story, start)
    const near = (from: number, to: number, [first, last]: readonly [number, number]) => {
      for (let k = Math.max(0, from); k < Math.min(words.count, to); k++) {
        const at = told[k] as number
        if (at >= 0 && at >= (story.starts[first] ?? Number.POSITIVE_INFINITY) && at <= (story.starts[last] ?? -1))
          return true
      }
      return false
    }
    const goesOn =
      near(a - nearWords, a, [Math.max(0, before - nearWords), before - 1]) ||
      near(a + length, a + length + nearWords, [before, Math.min(story.count - 1, before + nearWords)])
    if (!isWire && (zone.kind === 'caption' || !goesOn)) continue
    // A few words behind it, worded otherwise, close its sentence.
    const rest = wordsBefore(tokens, zone.end) - wordsBefore(tokens, end)
    released.push({ start, end: rest <= closingWords ? zone.end : end })
  }
  if (released.length === 0) return page
  const left = withoutOverlap(furniture.flatMap((zone) => outside(zone, released, tokens.text)))
  return { tokens, furniture: left, story: tokensOutside(tokens, left) }
}

/** What is left of a zone. */
function outside(zone: Furniture, released: readonly Range[], text: string): Furniture[] {
  const taken = released.map(({ start, end }) => ({ start, end: closing(text, end) }))
  return without(taken, zone)
    .filter((part) => /[\p{L}\p{N}]/u.test(text.slice(part.start, part.end)))
    .map((part) => ({ kind: zone.kind, ...trim(text, part.start, part.end) }))
}

/** Behind the marks that close a sentence. */
const closing = (text: string, end: number) =>
  end + (/^[.!?…]*["'”’»)]*/.exec(text.slice(end, end + 6))?.[0].length ?? 0)

const isCaption = anyOf(captions)
const terminal = /[.!?…。！？؟।]["'”’»)\]」』]*$/u
const opensSentence = /^["'“‘«「([]?[\p{Lu}\p{Lo}\p{N}#@»›►▶→•|*–—-]/u
const photoCredit = /^[([]?(?:photo|picture|pic|image|credit|file photo|reuters\/|ap photo|afp|getty)/i
// Nobody's block of headlines is longer.
const longestBlock = 3000
// Before the story, another outlet's copy speaks for short lines alone.
const shortLine = 80

/** Lines and run-on stretches of a gap that are no sentences, and captions by their credit. */
function ownLines(
  text: string,
  known: readonly Furniture[],
  gap: Range,
  resumes: boolean,
  onlyShort: boolean,
): Furniture[] {
  if (gap.end - gap.start > longestBlock) return []
  const zones = known.filter((zone) => zone.start < gap.end && zone.end > gap.start)
  const found: Furniture[] = []
  for (const part of without(zones, gap)) {
    const head = text.slice(part.start, part.end)
    const closed = /^[.!?…。！？؟।]*["'”’»)]*/.exec(head)?.[0] ?? ''
    const isBehindZone = part.start === 0 || zones.some((zone) => zone.end === part.start)
    // What begins amid a sentence is an edit of the outlet's.
    const isAmid = !/[.!?…。！？؟।]/.test(closed) && !/^[^\S\n]*\n/.test(head.slice(closed.length))
    if (isAmid && !isBehindZone) continue
    for (const sentence of sentences(text, { start: part.start + closed.length, end: part.end })) {
      const words = text.slice(sentence.start, sentence.end)
      if (!/[\p{L}\p{N}]/u.test(words) || !opensSentence.test(words)) continue
      if (onlyShort && words.length > shortLine) continue
      const next = zones.find(
        (zone) => zone.start >= sentence.end && text.slice(sentence.end, zone.start).trim() === '',
      )
      const isCredited = next?.kind === 'caption' && photoCredit.test(text.slice(next.start, next.end))
      if (isCredited || isCaption(words)) found.push({ kind: 'caption', ...sentence })
      else if (
        !terminal.test(words) &&
        (text.slice(sentence.end, gap.end).trim() === ''
          ? resumes || /\n/.test(text.slice(sentence.end, gap.end))
          : followsAfresh(text, sentence.end))
      )
        found.push({ kind: 'furniture', ...sentence })
    }
  }
  return found
}

/** Whether what comes next is a line, or opens a sentence. */
const followsAfresh = (text: string, at: number) => {
  const next = text.slice(at, at + 12)
  return next.trim() === '' || /^[^\S\n]*\n/.test(next) || opensSentence.test(next.trimStart())
}

/** What is left of a range when others are taken out, which are in order. */
function without(taken: readonly Range[], { start, end }: Range): Range[] {
  const parts: Range[] = []
  let at = start
  for (const one of taken) {
    if (one.end <= at || one.start >= end) continue
    if (one.start > at) parts.push({ start: at, end: one.start })
    at = one.end
  }
  if (at < end) parts.push({ start: at, end })
  return parts
}

const afterPlace = `(?:, [\\p{L}\\p{N}. ]{2,30})?(?: ?[([][^()\\n]{1,40}[)\\]])?\\s?(?:[-–—:]|--)\\s*["“‘'«]?)$`
const word = `\\p{Lu}[\\p{L}\\p{M}.'’-]*`
const placeAndDash = [
  // In capitals, anywhere; else at the start of a line or sentence, or a word or two behind a button.
  new RegExp(`(?:^|\\s)((?:\\p{Lu}[\\p{Lu}\\p{M}.'’-]+)(?: \\p{Lu}[\\p{Lu}\\p{M}.'’-]+){0,3}${afterPlace}`, 'u'),
  new RegExp(`(?:^|[\\n.!?…)"”\\]|]\\s*)(${word}(?: (?:de |la |of |the |upon )?${word}){0,3}${afterPlace}`, 'u'),
  new RegExp(`\\s(${word}${afterPlace}`, 'u'),
]

/** A dateline that no form of words told: a place and a dash directly before the wire's first word. */
function datelineBefore(text: string, furniture: readonly Furniture[], first: number): Furniture | null {
  const from = Math.max(0, first - 120, furniture.findLast((zone) => zone.end <= first)?.end ?? 0)
  const head = text.slice(from, first)
  const words = placeAndDash.map((form) => form.exec(head)?.[1]).find((place) => place !== undefined)
  if (!words) return null
  // An opening quotation mark is the story's.
  const length = words.replace(/["“‘'«]$/, '').length
  const start = first - words.length
  return { kind: 'dateline', start, end: start + length }
}
