// How much pairs of one outlet's pages share, kept while they come and go: see SharedWords in text/repeated-furniture.ts. What was found of a
// page holds until other lines of it are common.
import { KeySet } from '../text/key-set.js'
import { leastOwn } from '../text/repeated-furniture.js'
import type { Records } from './records.js'

const inB = new KeySet()

/** Shares of words, each found once. */
export class PageShares {
  readonly #units: Records
  readonly #isCommon: (key: number) => boolean
  /** By page the shares of others, and by page those that know of it. */
  readonly #known = new Map<number, Map<number, number>>()
  readonly #knownBy = new Map<number, Set<number>>()
  readonly #words = new Map<number, readonly [all: number, rare: number]>()

  /** `units` holds the packed units of pages (see outlet-lines.ts). */
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
      this.#knownBy.set(b, (this.#knownBy.get(b) ?? new Set()).add(a))
    }
    return share
  }

  /** The share of a page's words that stand in units that are not common. */
  ownShare(page: number): number {
    const [all, rare] = this.#wordsOf(page)
    return rare / Math.max(1, all)
  }

  /** Other lines of a page are common now, or it has left. */
  forget(page: number): void {
    this.#words.delete(page)
    for (const other of this.#known.get(page)?.keys() ?? []) this.#knownBy.get(other)?.delete(page)
    for (const other of this.#knownBy.get(page) ?? []) this.#known.get(other)?.delete(page)
    this.#known.delete(page)
    this.#knownBy.delete(page)
  }

  #find(a: number, b: number): number {
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
