// Finds the lines and sentences that an outlet repeats across its stories. A line that stands on three pages which otherwise share
// little is the outlet's furniture; a full sentence must stand on five and on every tenth page, as set phrases of news ("Terms
// were not disclosed.") and background paragraphs do recur. A line with figures may be a row of a table and is left alone. Pages of one story
// repeat each other's lines too, so only pages that share less than a third of their words count as different stories.
// Of an outlet's many pages a sample speaks for all (page-sample.ts).

import type { CheckedArticle } from '../article/article.js'
import { KeySet } from './key-set.js'
import { rankOf, sampled, timesAsked } from './page-sample.js'
import { mix, type Tokens } from './tokens.js'
import { eachUnit, type Unit } from './units.js'

/** The lines and sentences of one page: entry by entry their hash, their words, and whether they are sentences and hold a figure. */
export interface PageUnits {
  readonly id: string
  readonly outlet: string
  readonly keys: Uint32Array
  readonly words: Uint32Array
  readonly isSentence: Uint8Array
  readonly isRow: Uint8Array
}

type Words = Pick<Tokens, 'hashes' | 'starts' | 'count'>
type PageText = Pick<CheckedArticle, 'id' | 'outlet' | 'text'>

/**
 * What one outlet repeats: by key, how many times the share of pages that a line needs have it. On a page that asks more it is no
 * furniture.
 */
export type RepeatedLines = ReadonlyMap<number, number>

/** Whether lines are furniture of a page, by their keys. */
export function repeatedOn(lines: RepeatedLines, id: string): (key: number) => boolean {
  const asked = timesAsked(rankOf(id))
  return (key) => (lines.get(key) ?? 0) >= asked
}

/** How many times the share that it needs a line has that stands on so many of so many pages. */
export const timesShare = (count: number, pages: number, isSentence: boolean): number =>
  count / (pages * (isSentence ? shareForSentence : shareForLine))

const fewestWords = 3
/** Pages that must hold a line. */
export const pagesForLine = 3
export const pagesForSentence = 5
export const shareForLine = 0.02
export const shareForSentence = 0.1
export const differentStories = 1 / 3
export const leastOwn = 0.4
// Enough pages to decide by; keeps a line that stands on every page from costing pages squared.
export const mostPages = 24

/** The units of a page, hashed. */
export function pageUnits(page: PageText, words: Words): PageUnits {
  const read = readPageUnits(page, words)
  return {
    ...read,
    keys: read.keys.slice(),
    words: read.words.slice(),
    isSentence: read.isSentence.slice(),
    isRow: read.isRow.slice(),
  }
}

/** Room for the units of one page after the other. */
class UnitRoom {
  keys = new Uint32Array(256)
  words = new Uint32Array(256)
  isSentence = new Uint8Array(256)
  isRow = new Uint8Array(256)

  grow(): void {
    const length = 2 * this.keys.length
    const larger = <A extends Uint32Array | Uint8Array>(room: A, old: A) => {
      room.set(old)
      return room
    }
    this.keys = larger(new Uint32Array(length), this.keys)
    this.words = larger(new Uint32Array(length), this.words)
    this.isSentence = larger(new Uint8Array(length), this.isSentence)
    this.isRow = larger(new Uint8Array(length), this.isRow)
  }
}

const room = new UnitRoom()

/** The same, overwritten by the next. */
export function readPageUnits({ id, outlet, text }: PageText, { hashes, starts, count }: Words): PageUnits {
  let units = 0
  let at = 0
  eachUnit(text, (start, end) => {
    if (units === room.keys.length) room.grow()
    while (at < count && (starts[at] as number) < start) at++
    const first = at
    while (at < count && (starts[at] as number) < end) at++
    room.keys[units] = keyOf(hashes, first, at)
    room.words[units] = at - first
    room.isSentence[units] = endsInStop(text, start, end) ? 1 : 0
    room.isRow[units++] = holdsFigure(text, start, end) ? 1 : 0
  })
  return {
    id,
    outlet,
    keys: room.keys.subarray(0, units),
    words: room.words.subarray(0, units),
    isSentence: room.isSentence.subarray(0, units),
    isRow: room.isRow.subarray(0, units),
  }
}

/** The keys alone, of units that have been cut already. */
export function keysOf(units: readonly Unit[], { hashes, starts, count }: Words): Uint32Array {
  let at = 0
  return Uint32Array.from(units, ({ start, end }) => {
    while (at < count && (starts[at] as number) < start) at++
    const first = at
    while (at < count && (starts[at] as number) < end) at++
    return keyOf(hashes, first, at)
  })
}

/** By what a unit is known: its words, from one to before another. */
function keyOf(hashes: Uint32Array, from: number, to: number): number {
  let key = 0
  for (let at = from; at < to; at++) key = mix(Math.imul(key, 31) + (hashes[at] as number))
  return key
}

/** Of a page that need not be looked at. */
export const noUnits = ({ id, outlet }: PageText): PageUnits => ({
  id,
  outlet,
  keys: new Uint32Array(0),
  words: new Uint32Array(0),
  isSentence: new Uint8Array(0),
  isRow: new Uint8Array(0),
})

/** Whether a unit could be furniture: it has some words, and is no row of figures. */
export const unitMayBeFurniture = ({ words, isSentence, isRow }: PageUnits, u: number): boolean =>
  (words[u] as number) >= fewestWords && (isRow[u] === 0 || isSentence[u] === 1)

const stops = new Set([...'.!?。！？؟।'].map((stop) => stop.charCodeAt(0)))
const closers = new Set([...'"\'”’»)]」』'].map((closer) => closer.charCodeAt(0)))

/** Whether a unit ends in a stop, with at most three closing marks behind it. */
function endsInStop(text: string, start: number, end: number): boolean {
  let last = end - 1
  while (last > start && last > end - 4 && closers.has(text.charCodeAt(last))) last--
  return last >= start && stops.has(text.charCodeAt(last))
}

function holdsFigure(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code >= 0x30 && code <= 0x39) return true
  }
  return false
}

/** The lines and sentences that outlets repeat. Pages are taken in their order, one at a time. */
export class RepeatedUnits {
  readonly #lines = new Map<string, RepeatedLines>()
  // By page: where its ranges begin, and behind the last where they end; the ranges of the outlets one behind the other.
  #first = new Uint32Array(64)
  #ranges = new Uint32Array(64)
  #count = 0

  constructor(pages: Iterable<PageUnits>) {
    const outlets = new Map<string, OutletPages>()
    let place = 0
    for (const page of pages) {
      const known = outlets.get(page.outlet) ?? new OutletPages()
      outlets.set(page.outlet, known)
      known.add(page, place++)
    }
    this.#first = new Uint32Array(2 * place)
    for (const [outlet, own] of outlets) {
      const lines: RepeatedLines = own.count >= pagesForLine ? own.repeated() : new Map()
      if (lines.size === 0) continue
      this.#lines.set(outlet, lines)
      own.places.forEach((page, p) => {
        this.#first[2 * page] = this.#count
        own.eachRange(p, lines, (from, to) => this.#add(from, to))
        this.#first[2 * page + 1] = this.#count
      })
    }
  }

  /** The outlets that repeat any, each with what it repeats. */
  get outlets(): ReadonlyMap<string, RepeatedLines> {
    return this.#lines
  }

  /** The words of a page, by its place, that stand in repeated units: from one word to before another, by turns, ascending. */
  wordsOf(page: number): Uint32Array {
    return this.#ranges.subarray(this.#first[2 * page], this.#first[2 * page + 1])
  }

  #add(from: number, to: number): void {
    if (this.#count === this.#ranges.length) {
      const larger = new Uint32Array(2 * this.#count)
      larger.set(this.#ranges)
      this.#ranges = larger
    }
    this.#ranges[this.#count++] = from
    this.#ranges[this.#count++] = to
  }
}

/** Calls back with the words of a page that stand in repeated units: from one to before another. Every word stands in a unit. */
export function eachRepeated(
  { keys, words }: Pick<PageUnits, 'keys' | 'words'>,
  isRepeated: (key: number) => boolean,
  found: (from: number, to: number) => void,
): void {
  let at = 0
  for (let u = 0; u < keys.length; u++) {
    const from = at
    at += words[u] as number
    if (at > from && isRepeated(keys[u] as number)) found(from, at)
  }
}

/** The pages that have a unit. */
interface Holders {
  /** The first of them. */
  readonly pages: number[]
  count: number
  last: number
  readonly isSentence: boolean
}

/** The pages of one outlet, their units in flat arrays one behind the other. */
class OutletPages {
  /** Where each page's units start, and behind the last where they end. */
  readonly #starts: number[] = [0]
  readonly #ids: string[] = []
  /** Which page of all each is. */
  readonly places: number[] = []
  #keys = new Uint32Array(64)
  #words = new Uint32Array(64)
  // 1 for a sentence, 2 for a unit that could be furniture.
  #flags = new Uint8Array(64)

  get count(): number {
    return this.#starts.length - 1
  }

  add(units: PageUnits, place: number): void {
    const { keys, words, isSentence } = units
    this.places.push(place)
    this.#ids.push(units.id)
    const start = this.#starts.at(-1) as number
    if (start + keys.length > this.#keys.length) this.#grow(2 * (start + keys.length))
    this.#keys.set(keys, start)
    this.#words.set(words, start)
    for (let u = 0; u < keys.length; u++) {
      this.#flags[start + u] = (isSentence[u] as number) | (unitMayBeFurniture(units, u) ? 2 : 0)
    }
    this.#starts.push(start + keys.length)
  }

  repeated(): Map<number, number> {
    const sample = sampled(this.#ids)
    const { holders, common } = this.#holders(sample)
    const shares = new SharedWords(this.#starts, this.#keys, this.#words, common)
    const found = new Map<number, number>()
    const chosen: number[] = []
    for (const [key, { pages: on, count: times, isSentence }] of holders) {
      const needed = isSentence ? pagesForSentence : pagesForLine
      const share = timesShare(times, sample.length, isSentence)
      if (on.length < needed || share < 1) continue
      chosen.length = 0
      // Those first that say most of their own: a page of little but furniture is like all others.
      on.sort((p, q) => shares.ownShare(q) - shares.ownShare(p))
      for (const p of on) {
        if (chosen.every((q) => shares.of(p, q) < differentStories)) chosen.push(p)
        if (chosen.length >= needed) break
      }
      if (chosen.length >= needed) found.set(key, share)
    }
    return found
  }

  /** Calls back with the words of a page that stand in units that are repeated. */
  eachRange(page: number, lines: RepeatedLines, found: (from: number, to: number) => void): void {
    const [start, end] = [this.#starts[page], this.#starts[page + 1]]
    const units = { keys: this.#keys.subarray(start, end), words: this.#words.subarray(start, end) }
    eachRepeated(units, repeatedOn(lines, this.#ids[page] as string), found)
  }

  /**
   * Of every unit that stands often enough to matter: the first of its pages, how many they are, and whether it is a sentence. And
   * which units many pages have.
   */
  #holders(sample: readonly number[]): {
    readonly holders: ReadonlyMap<number, Holders>
    readonly common: Uint8Array
  } {
    const frequent = this.#frequent(sample)
    const holders = new Map<number, Holders>()
    // Few units are frequent; what follows is about those alone.
    const often: number[] = []
    for (const p of sample)
      for (let u = this.#starts[p] as number; u < (this.#starts[p + 1] as number); u++) {
        const key = this.#keys[u] as number
        if (!frequent.has(key)) continue
        often.push(u)
        const flags = this.#flags[u] as number
        if ((flags & 2) === 0) continue
        const known = holders.get(key)
        if (!known) holders.set(key, { pages: [p], count: 1, last: p, isSentence: (flags & 1) === 1 })
        else if (known.last !== p) {
          known.count++
          known.last = p
          if (known.pages.length < mostPages) known.pages.push(p)
        }
      }
    const common = new Uint8Array(this.#starts.at(-1) as number)
    for (const u of often) if ((holders.get(this.#keys[u] as number)?.count ?? 0) >= pagesForLine) common[u] = 1
    return { holders, common }
  }

  /** The keys of units that stand at least as often as a line of furniture must: few of all that there are. */
  #frequent(sample: readonly number[]): KeySet {
    const frequent = new KeySet()
    const sorted = this.#keysOf(sample).sort()
    for (let i = pagesForLine - 1; i < sorted.length; i++)
      if (sorted[i] === sorted[i - pagesForLine + 1]) frequent.add(sorted[i] as number)
    return frequent
  }

  /** The keys of some pages' units. */
  #keysOf(sample: readonly number[]): Uint32Array {
    const bounds = (p: number) => [this.#starts[p], this.#starts[p + 1]] as [number, number]
    const keys = new Uint32Array(sample.reduce((count, p) => count + bounds(p)[1] - bounds(p)[0], 0))
    let at = 0
    for (const p of sample) {
      const own = this.#keys.subarray(...bounds(p))
      keys.set(own, at)
      at += own.length
    }
    return keys
  }

  #grow(length: number): void {
    const [keys, words, flags] = [new Uint32Array(length), new Uint32Array(length), new Uint8Array(length)]
    keys.set(this.#keys)
    words.set(this.#words)
    flags.set(this.#flags)
    this.#keys = keys
    this.#words = words
    this.#flags = flags
  }
}

/**
 * The share of the smaller page's words that stand in units of both. Units that are common count for neither, as furniture must
 * not speak against itself, nor are they a sign that two pages are one story; unless they are most of a page, for then they are
 * its story.
 */
class SharedWords {
  readonly #starts: readonly number[]
  readonly #keys: Uint32Array
  readonly #words: Uint32Array
  readonly #common: Uint8Array
  /** By page: its words, and those of its units that are not common. */
  readonly #all: Uint32Array
  readonly #rare: Uint32Array
  readonly #known = new Map<number, number>()
  readonly #keysOf = new KeySet()

  /** The units of pages one behind the other, and where those of each page start. */
  constructor(starts: readonly number[], keys: Uint32Array, words: Uint32Array, common: Uint8Array) {
    this.#starts = starts
    this.#keys = keys
    this.#words = words
    this.#common = common
    this.#all = new Uint32Array(starts.length - 1)
    this.#rare = new Uint32Array(starts.length - 1)
    for (let p = 0; p + 1 < starts.length; p++)
      for (let u = starts[p] as number; u < (starts[p + 1] as number); u++) {
        this.#all[p] = (this.#all[p] as number) + (words[u] as number)
        if (common[u] === 0) this.#rare[p] = (this.#rare[p] as number) + (words[u] as number)
      }
  }

  /** The share of a page's words that stand in units that are not common. */
  ownShare(page: number): number {
    return (this.#rare[page] as number) / Math.max(1, this.#all[page] as number)
  }

  of(p: number, q: number): number {
    const pair = Math.min(p, q) * this.#all.length + Math.max(p, q)
    let share = this.#known.get(pair)
    if (share === undefined) {
      share = this.#share(p, q)
      this.#known.set(pair, share)
    }
    return share
  }

  #share(p: number, q: number): number {
    const rareOnly = this.ownShare(p) >= leastOwn && this.ownShare(q) >= leastOwn
    this.#keysOf.clear()
    for (let u = this.#starts[q] as number; u < (this.#starts[q + 1] as number); u++)
      this.#keysOf.add(this.#keys[u] as number)
    let shared = 0
    for (let u = this.#starts[p] as number; u < (this.#starts[p + 1] as number); u++)
      if (!(rareOnly && this.#common[u] === 1) && this.#keysOf.has(this.#keys[u] as number))
        shared += this.#words[u] as number
    const words = rareOnly ? this.#rare : this.#all
    return shared / Math.max(1, Math.min(words[p] as number, words[q] as number))
  }
}
