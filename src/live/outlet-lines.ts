// What one outlet repeats, kept up to date as its pages come and go: what RepeatedUnits (text/repeated-furniture.ts) finds over all
// pages at once, whatever the order in which they came. A page that is not of the sample changes nothing. One that enters or leaves it
// touches its own lines, and those of pages on which a line has become common or ceased to be; on which pages of the sample a line stands
// is looked up.

import { Records } from '../memory/records.js'
import { KeySet } from '../text/key-set.js'
import { mostAsked, mostSampled, rankOf, timesAsked } from '../text/page-sample.js'
import {
  differentStories,
  mostPages,
  type PageUnits,
  pagesForLine,
  pagesForSentence,
  timesShare,
  unitMayBeFurniture,
} from '../text/repeated-furniture.js'
import { placesBefore } from './order.js'
import { newPools, OrderedPostings } from './ordered-postings.js'
import { FoundShares, PageShares } from './page-shares.js'

/** A page's units as numbers: of each its key, then its words and, in the two lowest bits, whether it may be furniture and is a sentence. */
export function packUnits(units: PageUnits): Uint32Array {
  const packed = new Uint32Array(2 * units.keys.length)
  units.keys.forEach((key, u) => {
    packed[2 * u] = key
    packed[2 * u + 1] =
      4 * (units.words[u] as number) + (unitMayBeFurniture(units, u) ? 2 : 0) + (units.isSentence[u] as number)
  })
  return packed
}

/** The keys and words of packed units. */
export function unpackUnits(packed: Uint32Array): Pick<PageUnits, 'keys' | 'words'> {
  const count = packed.length / 2
  const [keys, words] = [new Uint32Array(count), new Uint32Array(count)]
  for (let u = 0; u < count; u++) {
    keys[u] = packed[2 * u] as number
    words[u] = (packed[2 * u + 1] as number) >>> 2
  }
  return { keys, words }
}

/** A line that several pages of the sample have. */
interface Line {
  readonly count: number
  readonly isSentence: boolean
  /** Enough of its first pages are of different stories. */
  isRepeated: boolean
}

// How a line stands on a page, in two bits below the number of the page: whether it may be furniture, and is a sentence there.
const MAY_BE_FURNITURE = 2
const IS_SENTENCE = 1
// Two tables of lines for each outlet, as most have few pages.
const tableBits = 1

/** The pages of all outlets by number: their lines, and memory that the outlets share. */
export class LinesOfPages {
  /** The packed units of pages. */
  readonly units = new Records()
  readonly pools = newPools()
  readonly shares = new FoundShares()
  /** Lines that are looked for on many pages. */
  readonly sought = new KeySet()
  readonly #idOf: (page: number) => string
  readonly #ranks: number[] = []

  constructor(idOf: (page: number) => string) {
    this.#idOf = idOf
  }

  /** Takes in a page, or another in the place of one that has left. */
  set(page: number, packed: Uint32Array): void {
    this.units.set(page, packed)
    this.#ranks[page] = rankOf(this.#idOf(page))
    this.shares.timesForgotten[page] ??= 0
  }

  rankOf(page: number): number {
    return this.#ranks[page] as number
  }

  /** Whether a page comes before another of its outlet: see page-sample.ts. */
  isBefore(a: number, b: number): boolean {
    const difference = this.rankOf(a) - this.rankOf(b)
    return difference < 0 || (difference === 0 && this.#idOf(a) < this.#idOf(b))
  }

  /** Calls back with the key of each unit of a page, and with the other half of the pair. */
  each(page: number, found: (key: number, packed: number) => void): void {
    const packed = this.units.of(page)
    for (let k = 0; k < packed.length; k += 2) found(packed[k] as number, packed[k + 1] as number)
  }
}

/** The pages of one outlet, by number, and which of their lines it repeats. */
export class OutletLines {
  readonly #lines: LinesOfPages
  /** In order of rank. */
  readonly #pages: number[] = []
  /** By line, the pages of the sample on which it stands in whatever form, and how it does. */
  readonly #standing: OrderedPostings
  /** Those that enough pages of the sample have. */
  readonly #common = new Map<number, Line>()
  readonly #shares: PageShares

  constructor(
    readonly outlet: string,
    lines: LinesOfPages,
  ) {
    this.#lines = lines
    this.#standing = new OrderedPostings((a, b) => lines.isBefore(a >>> 2, b >>> 2), lines.pools, tableBits)
    this.#shares = new PageShares(lines.units, lines.shares, (key) => this.#common.has(key))
  }

  get size(): number {
    return this.#pages.length
  }

  /** Whether lines are repeated on a page, by their keys. */
  repeatedOn(page: number): (key: number) => boolean {
    const asked = timesAsked(this.#lines.rankOf(page))
    const pages = this.#sampled
    return (key) => timesRepeated(this.#common.get(key), pages) >= asked
  }

  /** All that is repeated, as RepeatedUnits gives it. */
  get repeated(): Map<number, number> {
    const all = [...this.#common].map(([key, line]) => [key, timesRepeated(line, this.#sampled)] as const)
    return new Map(all.filter(([, times]) => times >= 1))
  }

  /** Adds a page; gives the others of which lines are now repeated, or are no more. */
  add(page: number): Set<number> {
    const before = this.#sampled
    const place = this.#placeOf(page)
    this.#pages.splice(place, 0, page)
    if (place >= mostSampled) return new Set()
    const changed = this.#resample(before, [page], this.#pages[mostSampled])
    changed.delete(page)
    return changed
  }

  /** Takes in all its pages at once. */
  restore(pages: readonly number[]): void {
    const inOrder = [...pages].sort((a, b) => (this.#lines.isBefore(a, b) ? -1 : 1))
    for (const page of inOrder) this.#pages.push(page)
    this.#resample(0, this.#pages.slice(0, mostSampled), undefined)
  }

  /** Takes a page out again. */
  remove(page: number): Set<number> {
    const before = this.#sampled
    const place = this.#placeOf(page)
    this.#pages.splice(place, 1)
    if (place >= mostSampled) return new Set()
    const next = this.#pages[mostSampled - 1]
    return this.#resample(before, next === undefined ? [] : [next], page)
  }

  /** The pages of the sample. */
  get #sampled(): number {
    return Math.min(mostSampled, this.#pages.length)
  }

  #placeOf(page: number): number {
    return placesBefore(this.#pages.length, (place) => this.#lines.isBefore(this.#pages[place] as number, page))
  }

  /** Judges anew what is touched by pages that enter or leave the sample, which was of so many pages; gives the pages that change. */
  #resample(pagesBefore: number, entering: readonly number[], leaving: number | undefined): Set<number> {
    const before = new Map<number, number>()
    const remember = (key: number) => {
      if (!before.has(key)) before.set(key, timesRepeated(this.#common.get(key), pagesBefore))
    }
    if (this.#sampled !== pagesBefore) for (const key of this.#common.keys()) remember(key)
    const touched = new Set<number>()
    for (const page of entering)
      for (const [key, how] of this.#howLinesStand(page)) {
        this.#standing.add(key, 4 * page + how)
        touched.add(key)
      }
    if (leaving !== undefined) {
      for (const [key, how] of this.#howLinesStand(leaving)) {
        this.#standing.remove(key, 4 * leaving + how)
        touched.add(key)
      }
      this.#shares.forget(leaving)
    }
    const beside = new Set<number>()
    for (const key of touched) {
      remember(key)
      if (this.#count(key)) for (const page of this.#pagesWith(key)) beside.add(page)
    }
    // A line that is common now, or is no more, counts otherwise on its pages, and so do their other lines.
    for (const page of beside) {
      this.#shares.forget(page)
      this.#lines.each(page, (key) => touched.add(key))
    }
    for (const key of touched) {
      const line = this.#common.get(key)
      if (!line) continue
      remember(key)
      line.isRepeated = this.#isOfDifferentStories(key, line)
    }
    return this.#changed(before)
  }

  /** The lines of a page, and how each stands there: a sentence or not as where it first may be furniture. */
  #howLinesStand(page: number): Map<number, number> {
    const lines = new Map<number, number>()
    this.#lines.each(page, (key, packed) => {
      const how = (packed & MAY_BE_FURNITURE) === 0 ? 0 : packed & (MAY_BE_FURNITURE | IS_SENTENCE)
      if (!lines.get(key)) lines.set(key, how)
    })
    return lines
  }

  /** The pages of the sample that have a line, in whatever form. */
  #pagesWith(key: number): number[] {
    const { list, from, count } = this.#find(key)
    const pages: number[] = []
    for (let k = from; k < from + count; k++) pages.push((list[k] as number) >>> 2)
    return pages
  }

  #find(key: number): OrderedPostings {
    this.#standing.find(key)
    return this.#standing
  }

  /** Remembers a line if it may be furniture of enough pages, or forgets it; says whether that is new. */
  #count(key: number): boolean {
    const { list, from, count } = this.#find(key)
    let pages = 0
    let first = 0
    for (let k = from; k < from + count; k++) {
      const how = list[k] as number
      if ((how & MAY_BE_FURNITURE) === 0) continue
      if (pages === 0) first = how
      pages++
    }
    const known = this.#common.get(key)
    if (pages < pagesForLine) return this.#common.delete(key)
    const isSentence = (first & IS_SENTENCE) !== 0
    this.#common.set(key, { count: pages, isSentence, isRepeated: known?.isRepeated ?? false })
    return !known
  }

  #isOfDifferentStories(key: number, { isSentence }: Line): boolean {
    const { list, from, count } = this.#find(key)
    const pages: number[] = []
    for (let k = from; k < from + count && pages.length < mostPages; k++)
      if (((list[k] as number) & MAY_BE_FURNITURE) !== 0) pages.push((list[k] as number) >>> 2)
    const needed = isSentence ? pagesForSentence : pagesForLine
    const shares = this.#shares
    const chosen: number[] = []
    for (const page of pages.sort((a, b) => shares.ownShare(b) - shares.ownShare(a))) {
      if (chosen.every((other) => shares.of(page, other) < differentStories)) chosen.push(page)
      if (chosen.length >= needed) return true
    }
    return false
  }

  /** The pages on which a line is repeated and was not, or the other way round, as often as lines were repeated before. */
  #changed(before: ReadonlyMap<number, number>): Set<number> {
    const moved = this.#lines.sought
    moved.clear()
    // By line, from and to how many times its share.
    const ranges: number[] = []
    let [lowest, highest] = [mostAsked, 0]
    for (const [key, was] of before) {
      const is = timesRepeated(this.#common.get(key), this.#sampled)
      if (is === was || Math.max(is, was) < 1 || Math.min(is, was) >= mostAsked) continue
      const low = Math.min(is, was)
      const high = Math.max(is, was)
      moved.add(key)
      ranges.push(low, high)
      lowest = Math.min(lowest, low)
      highest = Math.max(highest, high)
    }
    const changed = new Set<number>()
    if (ranges.length === 0) return changed
    for (const page of this.#pages) {
      const asked = timesAsked(this.#lines.rankOf(page))
      if (asked <= lowest || asked > highest) continue
      this.#lines.each(page, (key) => {
        const place = moved.placeOf(key)
        if (place >= 0 && (ranges[2 * place] as number) < asked && asked <= (ranges[2 * place + 1] as number))
          changed.add(page)
      })
    }
    return changed
  }
}

/** How many times the share that it needs a line has, if it is repeated at all. */
const timesRepeated = (line: Line | undefined, pages: number): number =>
  line?.isRepeated ? timesShare(line.count, pages, line.isSentence) : 0
