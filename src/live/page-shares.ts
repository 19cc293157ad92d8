// How much pairs of one outlet's pages share, kept while they come and go: see SharedWords in text/repeated-furniture.ts. What was found of a
// page holds until other lines of it are common. It stands by number in blocks of memory: a map for every page would be most of what
// is walked over when garbage is collected.

import { Records } from '../memory/records.js'
import { KeySet } from '../text/key-set.js'
import { leastOwn } from '../text/repeated-furniture.js'

// Of a page first how many words it has, and those in units that are not common; then what it shares with one page after the other: with
// which, how often that had been forgotten, so many words, and of how many.
const WORDS = 2
const SHARE = 4

const inB = new KeySet()

/** What was found of the pages of all outlets. */
export class FoundShares {
  readonly records = new Records()
  /** By page, how often what was found of it was forgotten; every page that is in has a place. */
  readonly timesForgotten: number[] = []
}

/** Shares of words, each found once. */
export class PageShares {
  readonly #units: Records
  readonly #found: FoundShares
  readonly #isCommon: (key: number) => boolean

  /** `units` holds the packed units of pages (see outlet-lines.ts). */
  constructor(units: Records, found: FoundShares, isCommon: (key: number) => boolean) {
    this.#units = units
    this.#found = found
    this.#isCommon = isCommon
  }

  of(a: number, b: number): number {
    const { list, from, count } = this.#foundOf(a)
    const times = this.#timesForgotten(b)
    for (let k = from + WORDS; k < from + count; k += SHARE)
      if (list[k] === b && list[k + 1] === times) return (list[k + 2] as number) / (list[k + 3] as number)
    const [shared, whole] = this.#find(a, b)
    this.#keep(a, [b, times, shared, whole])
    return shared / whole
  }

  /** The share of a page's words that stand in units that are not common. */
  ownShare(page: number): number {
    const [all, rare] = this.#wordsOf(page)
    return rare / Math.max(1, all)
  }

  /** Other lines of a page are common now, or it has left. */
  forget(page: number): void {
    this.#found.records.set(page, null)
    this.#found.timesForgotten[page] = this.#timesForgotten(page) + 1
  }

  #timesForgotten(page: number): number {
    return this.#found.timesForgotten[page] as number
  }

  /** Adds to what was found of a page, in the place of what does not hold any more. */
  #keep(page: number, share: readonly number[]): void {
    const { list, from, count } = this.#foundOf(page)
    const kept = new Uint32Array(count + SHARE)
    let length = WORDS
    kept.set(list.subarray(from, from + WORDS))
    for (let k = from + WORDS; k < from + count; k += SHARE) {
      if (list[k + 1] !== this.#timesForgotten(list[k] as number)) continue
      kept.set(list.subarray(k, k + SHARE), length)
      length += SHARE
    }
    kept.set(share, length)
    this.#found.records.set(page, kept.subarray(0, length + SHARE))
  }

  /** How many words two pages share, and of how many. */
  #find(a: number, b: number): [shared: number, whole: number] {
    const [[allA, rareA], [allB, rareB]] = [this.#wordsOf(a), this.#wordsOf(b)]
    const rareOnly = this.ownShare(a) >= leastOwn && this.ownShare(b) >= leastOwn
    inB.clear()
    const unitsOfB = this.#units.of(b)
    for (let k = 0; k < unitsOfB.length; k += 2) inB.add(unitsOfB[k] as number)
    const units = this.#units.of(a)
    let shared = 0
    for (let k = 0; k < units.length; k += 2) {
      const key = units[k] as number
      if (inB.has(key) && !(rareOnly && this.#isCommon(key))) shared += (units[k + 1] as number) >>> 2
    }
    return [shared, Math.max(1, rareOnly ? Math.min(rareA, rareB) : Math.min(allA, allB))]
  }

  /** The words of a page, and those of its units that are not common. */
  #wordsOf(page: number): readonly [all: number, rare: number] {
    const { list, from } = this.#foundOf(page)
    return [list[from] as number, list[from + 1] as number]
  }

  /** What was found of a page, its words at least. */
  #foundOf(page: number): Records {
    const { records } = this.#found
    records.find(page)
    if (records.count === 0) {
      records.set(page, this.#countWords(page))
      records.find(page)
    }
    return records
  }

  #countWords(page: number): Uint32Array {
    const words = new Uint32Array(WORDS)
    const units = this.#units.of(page)
    for (let k = 0; k < units.length; k += 2) {
      const count = (units[k + 1] as number) >>> 2
      words[0] = (words[0] as number) + count
      if (!this.#isCommon(units[k] as number)) words[1] = (words[1] as number) + count
    }
    return words
  }
}
