// What one outlet repeats, kept up to date as its pages come and go: what RepeatedUnits (text/repeated-furniture.ts) finds over all
// pages at once, whatever the order in which they came. A page that is not of the sample changes nothing. One that enters or leaves it
// touches its own lines, and those of pages on which a line has become common or ceased to be; these are counted anew over the
// sample. Only common lines are remembered, which are few.
import { KeySet } from '../text/key-set.js'
import { mostAsked, mostSampled, rankOf, timesAsked } from '../text/page-sample.js'
import {
  differentStories,
  leastOwn,
  mostPages,
  type PageUnits,
  pagesForLine,
  pagesForSentence,
  timesShare,
  unitMayBeFurniture,
} from '../text/repeated-furniture.js'
import { placesBefore } from './order.js'
import type { Records } from './records.js'

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

/** The pages of the sample on which a line may be furniture: the first in order of rank, and how many they are. */
interface Holders {
  readonly pages: number[]
  count: number
  last: number
  readonly isSentence: boolean
}

/** The pages of one outlet, by number, and which of their lines it repeats. */
export class OutletLines {
  readonly #units: Records
  readonly #idOf: (page: number) => string
  /** In order of rank. */
  readonly #pages: number[] = []
  /** Those that enough pages of the sample have. */
  readonly #common = new Map<number, Line>()
  readonly #sought = new KeySet()

  /** `units` holds the packed units of its pages. */
  constructor(units: Records, idOf: (page: number) => string) {
    this.#units = units
    this.#idOf = idOf
  }

  get size(): number {
    return this.#pages.length
  }

  /** Whether lines are repeated on a page, by their keys. */
  repeatedOn(page: number): (key: number) => boolean {
    const asked = timesAsked(this.#rankOf(page))
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
    const changed = this.#resample(before, [page, this.#pages[mostSampled]])
    changed.delete(page)
    return changed
  }

  /** Takes in all its pages at once. */
  restore(pages: readonly number[]): void {
    const idOf = this.#idOf
    const ranks = new Map(pages.map((page) => [page, this.#rankOf(page)]))
    const rank = (page: number) => ranks.get(page) as number
    const inOrder = [...pages].sort((x, y) => rank(x) - rank(y) || (idOf(x) < idOf(y) ? -1 : 1))
    for (const page of inOrder) this.#pages.push(page)
    this.#resample(0, this.#pages.slice(0, mostSampled))
  }

  /** Takes a page out again. */
  remove(page: number): Set<number> {
    const before = this.#sampled
    const place = this.#placeOf(page)
    this.#pages.splice(place, 1)
    return place >= mostSampled ? new Set() : this.#resample(before, [page, this.#pages[mostSampled - 1]])
  }

  /** The pages of the sample. */
  get #sampled(): number {
    return Math.min(mostSampled, this.#pages.length)
  }

  #rankOf(page: number): number {
    return rankOf(this.#idOf(page))
  }

  #placeOf(page: number): number {
    const [id, rank] = [this.#idOf(page), this.#rankOf(page)]
    return placesBefore(this.#pages.length, (place) => {
      const other = this.#pages[place] as number
      const difference = this.#rankOf(other) - rank
      return difference < 0 || (difference === 0 && this.#idOf(other) < id)
    })
  }

  /** Judges anew what is touched by pages that entered or left the sample, which was of so many pages; gives the pages that change. */
  #resample(pagesBefore: number, moved: readonly (number | undefined)[]): Set<number> {
    const before = new Map<number, number>()
    const remember = (key: number) => {
      if (!before.has(key)) before.set(key, timesRepeated(this.#common.get(key), pagesBefore))
    }
    if (this.#sampled !== pagesBefore) for (const key of this.#common.keys()) remember(key)
    const touched = new Set<number>()
    for (const page of moved) if (page !== undefined) this.#eachKey(page, (key) => touched.add(key))
    const holders = this.#holders([...touched])
    const flipped: number[] = []
    for (const key of touched) {
      remember(key)
      if (this.#common.has(key) !== this.#count(key, holders.get(key))) flipped.push(key)
    }
    // A line that is common now, or is no more, counts otherwise on its pages, and so do their other lines.
    for (const [key, held] of this.#holders(this.#beside(flipped, touched))) holders.set(key, held)
    const shares = new PageShares(this.#units, (key) => this.#common.has(key))
    for (const [key, held] of holders) {
      const line = this.#common.get(key)
      if (!line) continue
      remember(key)
      line.isRepeated = areOfDifferentStories(held, shares)
    }
    return this.#changed(before)
  }

  /** The common lines that stand on pages with some lines, but for those that are known. */
  #beside(lines: readonly number[], known: ReadonlySet<number>): number[] {
    if (lines.length === 0) return []
    const pages = new Set<number>()
    this.#eachHeld(lines, mostSampled, (page) => pages.add(page))
    const beside = new Set<number>()
    for (const page of pages)
      this.#eachKey(page, (key) => {
        if (this.#common.has(key) && !known.has(key)) beside.add(key)
      })
    return [...beside]
  }

  /** Remembers a line if enough pages have it; says whether they do. */
  #count(key: number, held: Holders | undefined): boolean {
    if (!held || held.count < pagesForLine) {
      this.#common.delete(key)
      return false
    }
    const isRepeated = this.#common.get(key)?.isRepeated ?? false
    this.#common.set(key, { count: held.count, isSentence: held.isSentence, isRepeated })
    return true
  }

  /** The pages on which a line is repeated and was not, or the other way round, as often as lines were repeated before. */
  #changed(before: ReadonlyMap<number, number>): Set<number> {
    const moved: number[] = []
    const ranges: (readonly [low: number, high: number])[] = []
    for (const [key, was] of before) {
      const is = timesRepeated(this.#common.get(key), this.#sampled)
      if (is === was || Math.max(is, was) < 1 || Math.min(is, was) >= mostAsked) continue
      moved.push(key)
      ranges.push([Math.min(is, was), Math.max(is, was)])
    }
    const changed = new Set<number>()
    this.#eachHeld(moved, this.#pages.length, (page, which) => {
      const [low, high] = ranges[which] ?? [0, 0]
      const asked = timesAsked(this.#rankOf(page))
      if (low < asked && asked <= high) changed.add(page)
    })
    return changed
  }

  /** Of some lines, the pages of the sample that hold each, if any do. */
  #holders(keys: readonly number[]): Map<number, Holders> {
    const holders: (Holders | undefined)[] = []
    this.#eachHeld(keys, mostSampled, (page, which, packed) => {
      if ((packed & 2) === 0) return
      const known = holders[which]
      if (!known) holders[which] = { pages: [page], count: 1, last: page, isSentence: (packed & 1) === 1 }
      else if (known.last !== page) {
        known.count++
        known.last = page
        if (known.pages.length < mostPages) known.pages.push(page)
      }
    })
    const all = new Map<number, Holders>()
    keys.forEach((key, which) => {
      const held = holders[which]
      if (held) all.set(key, held)
    })
    return all
  }

  /** Calls back with where some lines, each other than the others, stand, in whatever form, on so many pages in order of rank. */
  #eachHeld(
    keys: readonly number[],
    among: number,
    found: (page: number, which: number, packed: number) => void,
  ): void {
    if (keys.length === 0) return
    const [sought, units] = [this.#sought, this.#units]
    sought.clear()
    for (const key of keys) sought.add(key)
    const end = Math.min(among, this.#pages.length)
    for (let place = 0; place < end; place++) {
      const page = this.#pages[place] as number
      units.find(page)
      const { list, from, count } = units
      for (let k = from; k < from + count; k += 2) {
        const which = sought.placeOf(list[k] as number)
        if (which >= 0) found(page, which, list[k + 1] as number)
      }
    }
  }

  #eachKey(page: number, found: (key: number) => void): void {
    const packed = this.#units.of(page)
    for (let k = 0; k < packed.length; k += 2) found(packed[k] as number)
  }
}

/** How many times the share that it needs a line has, if it is repeated at all. */
const timesRepeated = (line: Line | undefined, pages: number): number =>
  line?.isRepeated ? timesShare(line.count, pages, line.isSentence) : 0

function areOfDifferentStories({ pages, isSentence }: Holders, shares: PageShares): boolean {
  const needed = isSentence ? pagesForSentence : pagesForLine
  const chosen: number[] = []
  for (const page of [...pages].sort((x, y) => shares.ownShare(y) - shares.ownShare(x))) {
    if (chosen.every((other) => shares.of(page, other) < differentStories)) chosen.push(page)
    if (chosen.length >= needed) return true
  }
  return false
}

/** How much pairs of pages share, each found once: see SharedWords in text/repeated-furniture.ts. */
class PageShares {
  readonly #units: Records
  readonly #isCommon: (key: number) => boolean
  readonly #known = new Map<number, Map<number, number>>()
  readonly #words = new Map<number, readonly [all: number, rare: number]>()
  readonly #keys = new KeySet()

  constructor(units: Records, isCommon: (key: number) => boolean) {
    this.#units = units
    this.#isCommon = isCommon
  }

  of(a: number, b: number): number {
    const known = this.#known.get(a) ?? new Map<number, number>()
    this.#known.set(a, known)
    let share = known.get(b)
    if (share === undefined) {
      share = this.#find(a, b)
      known.set(b, share)
    }
    return share
  }

  ownShare(page: number): number {
    const [all, rare] = this.#wordsOf(page)
    return rare / Math.max(1, all)
  }

  #find(a: number, b: number): number {
    const [[allA, rareA], [allB, rareB]] = [this.#wordsOf(a), this.#wordsOf(b)]
    const rareOnly = this.ownShare(a) >= leastOwn && this.ownShare(b) >= leastOwn
    const inB = this.#keys
    inB.clear()
    const unitsOfB = this.#units.of(b)
    for (let k = 0; k < unitsOfB.length; k += 2) inB.add(unitsOfB[k] as number)
    const units = this.#units.of(a)
    let shared = 0
    for (let k = 0; k < units.length; k += 2) {
      const key = units[k] as number
      if (inB.has(key) && !(rareOnly && this.#isCommon(key))) shared += (units[k + 1] as number) >>> 2
    }
    return shared / Math.max(1, rareOnly ? Math.min(rareA, rareB) : Math.min(allA, allB))
  }

  /** The words of a page, and those of its units that are not common. */
  #wordsOf(page: number): readonly [all: number, rare: number] {
    const known = this.#words.get(page)
    if (known) return known
    let [all, rare] = [0, 0]
    const units = this.#units.of(page)
    for (let k = 0; k < units.length; k += 2) {
      const words = (units[k + 1] as number) >>> 2
      all += words
      if (!this.#isCommon(units[k] as number)) rare += words
    }
    const words = [all, rare] as const
    this.#words.set(page, words)
    return words
  }
}
