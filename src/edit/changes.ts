// The exact account of what one outlet did to a text: spans that cover the canonical text and the article's own without gap or
// overlap, each with its kind. Words are aligned first (alignment.ts); then what stands between two aligned words on either
// side is paired and named. Replaying the spans gives the article's text back, character for character.

import { WirecopyError } from '../article/error.js'
import type { Run } from '../match/runs.js'
import { type Furniture, findFurniture } from '../text/furniture.js'
import type { FurnitureKind } from '../text/furniture-kinds.js'
import { tokensOutside } from '../text/page.js'
import { type Tokens, tokenize, wordsBefore } from '../text/tokens.js'
import { align } from './alignment.js'
import { isHouseStyle } from './house-style.js'
import { type BareSpan, type MaterialFact, materialFacts } from './material.js'
import { Original } from './original.js'
import { furnitureBeside } from './page-furniture.js'
import { textRuns } from './text-runs.js'

/**
 * What was done: `same` nothing; `reworded`, `added`, `cut`, `moved` as they say; `house-style` quotation marks, spelling, the
 * manner of numbers and dates; `layout` white space alone; the others are the page's, see FurnitureKind.
 */
export type SpanKind = 'same' | 'reworded' | 'added' | 'cut' | 'moved' | 'house-style' | 'layout' | FurnitureKind

/** A stretch of the canonical text and the article's in its place. Offsets are UTF-16, ends exclusive. */
export interface Span {
  readonly kind: SpanKind
  readonly canonical: readonly [number, number]
  readonly article: readonly [number, number]
  /** The canonical text's words. */
  readonly before: string
  /** The article's words. */
  readonly after: string
  /** Whether a fact differs; `facts` says which. */
  readonly material: boolean
  /** The facts that differ; empty unless material. */
  readonly facts: readonly MaterialFact[]
}

type Range = readonly [number, number]
/** A stretch of the article between two aligned words: its own (null), furniture, or moved there from `canonical`. */
interface Part {
  readonly kind: SpanKind | null
  readonly range: Range
  readonly canonical: Range | null
}
interface Piece {
  readonly kind: SpanKind
  readonly canonical: Range
  readonly article: Range
}

/**
 * What turns one text into the other, in reading order of the second. `furniture` is the second text's; without it, it is found, by
 * what the first shows of it too. Linear in the words but for bounded gaps.
 *
 * @throws WirecopyError when one of the two is no text
 *
 * @example
 * changes('It rained on Monday.', 'OSLO - It snowed on Monday.').map(({ kind, before, after }) => [kind, before, after])
 * // [['dateline', '', 'OSLO - '], ['same', 'It ', 'It '], ['reworded', 'rained', 'snowed'], ['same', ' on Monday.', ' on Monday.']]
 */
export function changes(canonical: string, article: string, furniture?: readonly Furniture[]): Span[] {
  for (const text of [canonical, article])
    if (typeof text !== 'string')
      throw new WirecopyError('bad-input', `changes needs two texts, not ${text === null ? 'null' : typeof text}`)
  const original = originalOf(canonical)
  const words = tokenize(article)
  const zones = furniture ?? furnitureOf(article, words, original.words)
  const spans = bareChanges(original.words, tokensOutside(words, zones), zones)
  const facts = materialFacts(spans, original)
  return spans.map(({ kind, canonical: place, article: placeInArticle, before, after }, k) => {
    const told = facts[k] ?? []
    return { kind, canonical: place, article: placeInArticle, before, after, material: told.length > 0, facts: told }
  })
}

/** The same without the facts that differ, between words of the one and words outside the furniture of the other. */
export function bareChanges(a: Tokens, b: Tokens, furniture: readonly Furniture[]): BareSpan[] {
  return describe(new Account(a, b, furniture).pieces(), a.text, b.text)
}

let latest: Original | undefined

/** Many copies are held against one text, one after the other: what it states is read once. */
function originalOf(text: string): Original {
  if (latest?.words.text !== text) latest = new Original(tokenize(text))
  return latest
}

function furnitureOf(article: string, tokens: Tokens, canonical: Tokens): readonly Furniture[] {
  const furniture = beyond(findFurniture(article), canonical, tokens)
  const page = { tokens, furniture, story: tokensOutside(tokens, furniture) }
  return furnitureBeside(page, [{ words: canonical, isWire: true }])
}

// A zone of which the wire has this much, in the same surroundings, is the wire's.
const sharedZone = 0.8

/** Furniture that the canonical text does not have too, as where one page is held against another. */
function beyond(furniture: readonly Furniture[], canonical: Tokens, tokens: Tokens): readonly Furniture[] {
  if (furniture.length === 0) return furniture
  const shared = new Uint8Array(tokens.count)
  for (const run of textRuns(canonical, tokens).chain) shared.fill(1, run.b, run.b + run.length)
  return furniture.filter(({ start, end }) => {
    const words = shared.subarray(wordsBefore(tokens, start), wordsBefore(tokens, end))
    return words.reduce((sum, word) => sum + word, 0) < sharedZone * words.length || words.length === 0
  })
}

/** The article's text from the canonical text and its spans. */
export function replay(canonical: string, spans: readonly Span[]): string {
  return spans.map((span) => (span.kind === 'same' ? canonical.slice(...span.canonical) : span.after)).join('')
}

/** The canonical text from the article's text and its spans. */
export function undo(article: string, spans: readonly Span[]): string {
  return [...spans]
    .sort((x, y) => x.canonical[0] - y.canonical[0] || x.canonical[1] - y.canonical[1])
    .map((span) => (span.kind === 'same' ? article.slice(...span.article) : span.before))
    .join('')
}

const hasWord = (text: string) => /[\p{L}\p{N}\p{Sc}]/u.test(text)
const isSpace = (text: string) => text.trim() === ''

/** Walks both texts from one aligned word to the next and pairs what lies between. */
class Account {
  readonly #a: Tokens
  readonly #b: Tokens
  readonly #furniture: readonly Furniture[]
  readonly #pieces: Piece[] = []
  /** How far the canonical text is accounted for, moved passages aside. */
  #told = 0

  constructor(a: Tokens, b: Tokens, furniture: readonly Furniture[]) {
    this.#a = a
    this.#b = b
    this.#furniture = furniture
  }

  pieces(): Piece[] {
    const { same, moved } = align(this.#a, this.#b)
    const [a, b] = [this.#a, this.#b]
    const isMoved = new Uint8Array(a.count)
    for (const run of moved) isMoved.fill(1, run.a, run.a + run.length)
    const canonicalExtents = extents(
      a,
      moved.map((run) => withLoneWords(run, same, isMoved)),
    )
    const articleExtents = extents(
      b,
      moved.map((run) => ({ a: run.b, length: run.length })),
    )
    const movedA = new Sweep(canonicalExtents.map((range) => ({ range })))
    const specials = new Sweep<Part>([
      ...this.#furniture.map(({ kind, start, end }): Part => ({ kind, range: [start, end], canonical: null })),
      ...articleExtents.map((range, k): Part => ({ kind: 'moved', range, canonical: canonicalExtents[k] as Range })),
    ])
    let atA = 0
    let atB = 0
    for (let i = 0; i <= a.count; i++) {
      let j = i < a.count ? (same[i] as number) : b.count
      if (i < a.count && j < 0) continue
      const toA = i < a.count ? (a.starts[i] as number) : a.text.length
      const toB = i < a.count ? (b.starts[j] as number) : b.text.length
      this.#between(subtract([atA, toA], movedA), this.#articleParts(atB, toB, specials))
      if (i === a.count) break
      atA = a.ends[i] as number
      atB = b.ends[j] as number
      const isSame = alike(a.text, toA, atA, b.text, toB, atB)
      // The words that go on so, with what stands between them, are one piece.
      while (isSame && same[i + 1] === j + 1) {
        const [nextA, nextB] = [a.ends[i + 1] as number, b.ends[j + 1] as number]
        if (
          !alike(a.text, atA, nextA, b.text, atB, nextB) ||
          !movedA.isFree(atA, nextA) ||
          !specials.isFree(atB, nextB)
        )
          break
        i++
        j++
        atA = nextA
        atB = nextB
      }
      this.#add(isSame ? 'same' : 'house-style', [toA, atA], [toB, atB])
    }
    return this.#pieces
  }

  #add(kind: SpanKind, canonical: Range, article: Range): void {
    if (canonical[0] === canonical[1] && article[0] === article[1]) return
    this.#pieces.push({ kind, canonical, article })
    if (kind !== 'moved') this.#told = Math.max(this.#told, canonical[1])
  }

  /** The article between two places: its own words, furniture, and words moved there, in order. */
  #articleParts(from: number, to: number, specials: Sweep<Part>): Part[] {
    const parts: Part[] = []
    let at = from
    for (const one of specials.within(from, to)) {
      const [start, end] = [Math.max(at, one.range[0]), Math.min(to, one.range[1])]
      if (start > at) parts.push({ kind: null, range: [at, start], canonical: null })
      if (end > start) parts.push({ ...one, range: [start, end] })
      at = Math.max(at, end)
    }
    if (at < to) parts.push({ kind: null, range: [at, to], canonical: null })
    return parts
  }

  #between(canonical: readonly Range[], parts: Part[]): void {
    const { text } = this.#b
    const own = this.#ownParts(
      parts,
      canonical.some((range) => /\s/.test(this.#a.text.slice(...range))),
    )
    // One of the article's own stretches answers the canonical ones: the longest with words, or the last.
    const wordy = own.filter((part) => hasWord(text.slice(...part.range)))
    const answer =
      wordy.reduce<Part | undefined>(
        (best, part) => (!best || size(part.range) > size(best.range) ? part : best),
        undefined,
      ) ?? own.at(-1)
    let left = canonical.filter((range) => size(range) > 0)
    let answered = false
    for (const part of parts) {
      if (part.kind === 'moved') this.#add('moved', part.canonical ?? [0, 0], part.range)
      else if (part.kind !== null) this.#add(part.kind, this.#here(left), part.range)
      else if (part === answer) {
        answered = true
        this.#compare(left, part.range)
        left = []
      } else left = answered ? this.#added(left, part.range) : this.#opening(left, part.range)
    }
    const end = parts.at(-1)?.range[1] ?? this.#pieces.at(-1)?.article[1] ?? 0
    if (!answered) this.#compare(left, [end, end])
  }

  /** A stretch before the answer: what the canonical text begins with too is the same, all else is added. */
  #opening(left: Range[], range: Range): Range[] {
    const [first] = left
    const words = this.#b.text.slice(...range)
    if (!first || !this.#a.text.slice(...first).startsWith(words)) return this.#added(left, range)
    const end = first[0] + words.length
    this.#add('same', [first[0], end], range)
    return end < first[1] ? [[end, first[1]], ...left.slice(1)] : left.slice(1)
  }

  #added(left: Range[], range: Range): Range[] {
    const here = this.#here(left)
    this.#add(this.#kind(here, range), here, range)
    return left
  }

  /** White space beside furniture goes with it; what is left of the article's own stretches is compared. */
  #ownParts(parts: Part[], separated: boolean): Part[] {
    const { text } = this.#b
    for (let k = 0; k < parts.length; k++) {
      const part = parts[k] as Part
      const next = parts[k + 1]
      if (part.kind !== null || !next || next.kind === null || next.kind === 'moved') continue
      // Before furniture, trailing white space is the furniture's.
      const words = text.slice(...part.range)
      const cut = part.range[0] + words.trimEnd().length
      if (cut === part.range[1] || (cut === part.range[0] && k === 0)) continue
      parts[k + 1] = { ...next, range: [cut, next.range[1]] }
      if (cut === part.range[0]) parts.splice(k--, 1)
      else parts[k] = { ...part, range: [part.range[0], cut] }
    }
    // One stretch of white space stands for the canonical text's own, the last; where that has none, it is furniture too.
    const spare = (part: Part | undefined) => part?.kind === null && isSpace(text.slice(...part.range))
    const [first, second] = parts
    if (
      spare(first) &&
      second?.kind &&
      second.kind !== 'moved' &&
      (!separated || parts.slice(2).some((part) => part.kind === null))
    )
      parts.splice(0, 2, { ...second, range: [(first as Part).range[0], second.range[1]] })
    const [before, last] = parts.slice(-2)
    if (spare(last) && before?.kind && before.kind !== 'moved' && !separated)
      parts.splice(-2, 2, { ...before, range: [before.range[0], (last as Part).range[1]] })
    return parts.filter((part) => part.kind === null)
  }

  #here(left: readonly Range[]): Range {
    const at = left[0]?.[0] ?? this.#told
    return [at, at]
  }

  /** Names the difference between canonical stretches (a moved passage may have split them) and one of the article. */
  #compare(left: readonly Range[], [fromB, toB]: Range): void {
    const { text: canonical } = this.#a
    const { text: article } = this.#b
    let [startB, endB] = [fromB, toB]
    const rest = left.filter((range) => size(range) > 0)
    // What both have at the head and at the tail is the same.
    const head: Piece[] = []
    const tail: Piece[] = []
    while (rest.length > 0 && startB < endB) {
      const [start, end] = rest[0] as Range
      const max = Math.min(end - start, endB - startB)
      let n = 0
      while (n < max && canonical[start + n] === article[startB + n]) n++
      while (n > 0 && (splitsWord(canonical, start + n, end) || splitsWord(article, startB + n, endB))) n--
      if (n === 0) break
      head.push({ kind: 'same', canonical: [start, start + n], article: [startB, startB + n] })
      startB += n
      if (start + n < end) {
        rest[0] = [start + n, end]
        break
      }
      rest.shift()
    }
    while (rest.length > 0 && startB < endB) {
      const [start, end] = rest.at(-1) as Range
      const max = Math.min(end - start, endB - startB)
      let n = 0
      while (n < max && canonical[end - 1 - n] === article[endB - 1 - n]) n++
      while (n > 0 && (splitsWord(canonical, end - n, end) || splitsWord(article, endB - n, endB))) n--
      if (n === 0) break
      tail.unshift({ kind: 'same', canonical: [end - n, end], article: [endB - n, endB] })
      endB -= n
      if (start < end - n) {
        rest[rest.length - 1] = [start, end - n]
        break
      }
      rest.pop()
    }
    for (const piece of head) this.#add(piece.kind, piece.canonical, piece.article)
    const at = rest[0]?.[0] ?? tail[0]?.canonical[0] ?? this.#told
    const answering = Math.max(
      0,
      rest.findIndex((range) => hasWord(canonical.slice(...range))),
    )
    if (rest.length === 0) this.#add(this.#kind([at, at], [startB, endB]), [at, at], [startB, endB])
    rest.forEach((range, k) => {
      const beside: Range = k < answering ? [startB, startB] : [endB, endB]
      if (k === answering) this.#reword(range, [startB, endB])
      else this.#add(this.#kind(range, beside), range, beside)
    })
    for (const piece of tail) this.#add(piece.kind, piece.canonical, piece.article)
  }

  /** One rewording, or several where both sides have the same marks between their parts: Aug 13, arguing and Monday, saying. */
  #reword([fromA, toA]: Range, [fromB, toB]: Range): void {
    const [before, after] = [this.#a.text.slice(fromA, toA), this.#b.text.slice(fromB, toB)]
    // What says another thing at another length is a cut, and an addition in its place.
    if (isUnrelated(before, after) && !isHouseStyle(before, after)) {
      this.#add(this.#kind([fromA, toA], [fromB, fromB]), [fromA, toA], [fromB, fromB])
      this.#add(this.#kind([toA, toA], [fromB, toB]), [toA, toA], [fromB, toB])
      return
    }
    const [marksA, marksB] = [[...before.matchAll(partMarks)], [...after.matchAll(partMarks)]]
    const alike = marksA.length === marksB.length && marksA.every((mark, k) => mark[0] === marksB[k]?.[0])
    if (marksA.length === 0 || !alike || marksA.length > 4) {
      this.#add(this.#kind([fromA, toA], [fromB, toB]), [fromA, toA], [fromB, toB])
      return
    }
    let [atA, atB] = [fromA, fromB]
    marksA.forEach((mark, k) => {
      const [endA, endB] = [fromA + mark.index, fromB + (marksB[k]?.index ?? 0)]
      const [nextA, nextB] = [endA + mark[0].length, endB + mark[0].length]
      this.#part([atA, endA], [atB, endB])
      this.#add('same', [endA, nextA], [endB, nextB])
      atA = nextA
      atB = nextB
    })
    this.#part([atA, toA], [atB, toB])
  }

  #part(left: Range, right: Range): void {
    const [before, after] = [this.#a.text.slice(...left), this.#b.text.slice(...right)]
    this.#add(before === after ? 'same' : this.#kind(left, right), left, right)
  }

  #kind(left: Range, right: Range): SpanKind {
    const [before, after] = [this.#a.text.slice(...left), this.#b.text.slice(...right)]
    if (isSpace(before) && isSpace(after)) return 'layout'
    const isSign = (text: string, [from, to]: Range) =>
      signAtEnd.test(text.slice(Math.max(0, from - 1), to)) && from < to && /\d/.test(text[to] ?? '')
    if (isSign(this.#a.text, left) !== isSign(this.#b.text, right) && !hasWord(before) && !hasWord(after))
      return before.length > after.length ? 'cut' : 'added'
    if (isHouseStyle(before, after)) return 'house-style'
    // Behind a figure m is million.
    const [figure, other] = [figureBefore(this.#a.text, left[0]), figureBefore(this.#b.text, right[0])]
    if (figure !== '' && figure === other && isHouseStyle(figure + before, other + after)) return 'house-style'
    if (!hasWord(before)) return 'added'
    return hasWord(after) ? 'reworded' : 'cut'
  }
}

// Of fewer words nothing can be said.
const fewestToTell = 8
const longerBy = 3
const section = 60
const muchLonger = 6

/** Whether two stretches, of which one is a sentence long at least, have hardly a word in common. */
function isUnrelated(before: string, after: string): boolean {
  const [a, b] = [tokenize(before), tokenize(after)]
  const [fewer, more] = a.count < b.count ? [a, b] : [b, a]
  if (fewer.count === 0 || more.count < fewestToTell) return false
  // Of a whole section nobody makes a phrase.
  if (more.count > section && more.count > muchLonger * fewer.count) return true
  const known = new Set(more.hashes)
  let shared = 0
  for (const hash of fewer.hashes) if (known.has(hash)) shared++
  // Small words agree by chance: the more so, the longer the other.
  const isSentence = fewer.count >= fewestToTell && sentenceLike.test(before) && sentenceLike.test(after)
  const isElse = fewer.count >= fewestToTell && shared < fewer.count / 5
  return (shared < fewer.count / 2 && (more.count > longerBy * fewer.count || isSentence)) || isElse
}

const sentenceLike = /[.!?。！？]["'”’」]?\s*$/

const figureBefore = (text: string, at: number) => /\d[\d.,]*$/.exec(text.slice(Math.max(0, at - 12), at))?.[0] ?? ''
const signAtEnd = /(?:^|[\s$€£¥₹])[-−–]$/
const size = ([start, end]: Range) => end - start

const wordCharacter = /[\p{L}\p{N}\p{M}]/u
const insideNumber = /[,.:]/

/** Whether a place is inside a word, a number (31,000) or a surrogate pair: no edit begins or ends there. */
function splitsWord(text: string, at: number, end: number): boolean {
  if (at >= end) return false
  const [before, after] = [text[at - 1] ?? '', text[at] ?? '']
  if (/[\ud800-\udbff]/.test(before) && /[\udc00-\udfff]/.test(after)) return true
  const isWord = (character: string | undefined) => wordCharacter.test(character ?? '')
  const isDigit = (character: string | undefined) => /\d/.test(character ?? '')
  if (isWord(before) && isWord(after)) return true
  if (insideNumber.test(after)) return isDigit(before) && isDigit(text[at + 1])
  return insideNumber.test(before) && isDigit(text[at - 2]) && isDigit(after)
}

/** Whether two texts have the same characters in two places. */
function alike(a: string, fromA: number, toA: number, b: string, fromB: number, toB: number): boolean {
  if (toA - fromA !== toB - fromB) return false
  for (let k = 0; k < toA - fromA; k++) if (a.charCodeAt(fromA + k) !== b.charCodeAt(fromB + k)) return false
  return true
}

// A moved sentence takes its full stop along.
const opensSentence = /(?:^|[.!?…]["'”’)]?\s+|\n)$/
const endMark = /^[.!?…]+["'”’)]?(?=\s|$)/

/** Runs of words with the white space that goes with each; where two meet, the former keeps it. */
function extents(
  { text, starts, ends }: Tokens,
  runs: readonly { readonly a: number; readonly length: number }[],
): Range[] {
  const found: Range[] = runs.map(() => [0, 0])
  const order = [...runs.keys()].sort((x, y) => (runs[x]?.a ?? 0) - (runs[y]?.a ?? 0))
  let taken = 0
  for (const k of order) {
    const { a, length } = runs[k] as { a: number; length: number }
    let start = starts[a] as number
    let end = ends[a + length - 1] as number
    if (opensSentence.test(text.slice(Math.max(0, start - 4), start)))
      end += endMark.exec(text.slice(end, end + 4))?.[0].length ?? 0
    if (/\s/.test(text[end] ?? '')) while (/\s/.test(text[end] ?? '')) end++
    else while (start > 0 && /\s/.test(text[start - 1] ?? '')) start--
    start = Math.max(start, taken)
    found[k] = [start, Math.max(start, end)]
    taken = Math.max(start, end)
  }
  return found
}

/** A word that is left alone beside a moved run, as `in` before a date, went with it. */
function withLoneWords(run: Run, same: Int32Array, isMoved: Uint8Array): Run {
  const free = (i: number) => i >= 0 && i < same.length && same[i] === -1 && isMoved[i] === 0
  const before = free(run.a - 1) && !free(run.a - 2) ? 1 : 0
  const after = free(run.a + run.length) && !free(run.a + run.length + 1) ? 1 : 0
  isMoved.fill(1, run.a - before, run.a + run.length + after)
  return { a: run.a - before, b: run.b, length: run.length + before + after }
}

/** Ranges in order of their start, met by a place that only moves on: each is looked at a few times, not at every place. */
class Sweep<Item extends { readonly range: Range }> {
  readonly #items: readonly Item[]
  #next = 0

  constructor(items: readonly Item[]) {
    this.#items = [...items].sort((x, y) => x.range[0] - y.range[0] || x.range[1] - y.range[1])
  }

  /** Whether none overlaps a stretch, which comes in order too. */
  isFree(from: number, to: number): boolean {
    while (this.#next < this.#items.length && (this.#items[this.#next] as Item).range[1] <= from) this.#next++
    return this.#next === this.#items.length || (this.#items[this.#next] as Item).range[0] >= to
  }

  /** The items that overlap a stretch; stretches must come in ascending order. */
  within(from: number, to: number): Item[] {
    while (this.#next < this.#items.length && (this.#items[this.#next] as Item).range[1] <= from) this.#next++
    const found: Item[] = []
    for (let k = this.#next; k < this.#items.length; k++) {
      const item = this.#items[k] as Item
      if (item.range[0] >= to) break
      if (item.range[1] > from) found.push(item)
    }
    return found
  }
}

/** A range without the ranges in it that were moved elsewhere. */
function subtract([from, to]: Range, taken: Sweep<{ readonly range: Range }>): Range[] {
  const left: Range[] = []
  let at = from
  for (const {
    range: [start, end],
  } of taken.within(from, to)) {
    if (start > at) left.push([at, start])
    at = Math.max(at, end)
  }
  if (at < to) left.push([at, to])
  return left
}

/** Marks that part a sentence, with the white space behind them; not the comma of 5,000. */
const partMarks = /[,;:](?=\s)\s+|\s[-–—]\s/g

const quotationMarks = /^[\s"'“”‘’«»„‚「」『』]*$/

/** Joins neighbours of one kind, and quotation marks put round a few words, into one span each; adds the words. */
function describe(pieces: readonly Piece[], canonical: string, article: string): BareSpan[] {
  const joined: Piece[] = []
  for (const piece of pieces) {
    const before = joined.at(-1)
    const touches = before && before.canonical[1] === piece.canonical[0] && before.article[1] === piece.article[0]
    if (
      before &&
      touches &&
      before.kind === piece.kind &&
      piece.kind !== 'moved' &&
      piece.kind !== 'house-style' &&
      piece.kind !== 'reworded'
    )
      joined[joined.length - 1] = {
        kind: piece.kind,
        canonical: [before.canonical[0], piece.canonical[1]],
        article: [before.article[0], piece.article[1]],
      }
    else joined.push(piece)
  }
  const isQuotation = (piece: Piece | undefined) =>
    piece?.kind === 'house-style' &&
    quotationMarks.test(canonical.slice(...piece.canonical)) &&
    quotationMarks.test(article.slice(...piece.article))
  for (let k = 0; k + 2 < joined.length; k++) {
    const [open, inside, close] = joined.slice(k, k + 3) as [Piece, Piece, Piece]
    if (!isQuotation(open) || inside.kind !== 'same' || !isQuotation(close) || size(inside.article) > 60) continue
    // The first opens a quotation and the second closes it; the other way round two quotations stand side by side.
    if (!/(?:^|[\s([–—-])$/.test(article.slice(Math.max(0, open.article[0] - 1), open.article[0]))) continue
    if (/^[\p{L}\p{N}]/u.test(article.slice(close.article[1], close.article[1] + 1))) continue
    if (open.canonical[1] !== inside.canonical[0] || inside.canonical[1] !== close.canonical[0]) continue
    joined.splice(k, 3, {
      kind: 'house-style',
      canonical: [open.canonical[0], close.canonical[1]],
      article: [open.article[0], close.article[1]],
    })
  }
  joinManners(joined, canonical, article)
  return joined.map(
    ({ kind, canonical: [fromA, toA], article: [fromB, toB] }): BareSpan => ({
      kind,
      canonical: [fromA, toA],
      article: [fromB, toB],
      before: canonical.slice(fromA, toA),
      after: article.slice(fromB, toB),
    }),
  )
}

// `March 4` and `4 March` are three pieces, of which the figure is the same.
const mostPieces = 5
const longestManner = 48
const isWorded = ({ kind }: Piece) =>
  kind === 'cut' || kind === 'added' || kind === 'reworded' || kind === 'house-style'

/** Joins pieces that are one change of house style together and not by themselves. */
function joinManners(pieces: Piece[], canonical: string, article: string): void {
  for (let k = 0; k + 1 < pieces.length; k++) {
    const first = pieces[k] as Piece
    if (!isWorded(first) || first.kind === 'house-style') continue
    for (let end = k + 1; end < Math.min(pieces.length, k + mostPieces); end++) {
      const [before, last] = [pieces[end - 1] as Piece, pieces[end] as Piece]
      if (before.canonical[1] !== last.canonical[0] || before.article[1] !== last.article[0]) break
      if (!isWorded(last) && last.kind !== 'same') break
      const [a, b]: [Range, Range] = [
        [first.canonical[0], last.canonical[1]],
        [first.article[0], last.article[1]],
      ]
      if (size(a) > longestManner || size(b) > longestManner) break
      if (!isWorded(last) || !isHouseStyle(canonical.slice(...a), article.slice(...b))) continue
      pieces.splice(k, end - k + 1, { kind: 'house-style', canonical: a, article: b })
      break
    }
  }
}
