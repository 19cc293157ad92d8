// What one outlet repeats, kept up to date as its pages come and go: the same keys that RepeatedUnits (text/repeated-furniture.ts) finds
// over all pages at once, whatever the order in which they came. Only what a page touches is judged anew: its own lines, lines that
// cross the share of pages that they need, and lines of pages on which another line has become common or ceased to be.
import {
  differentStories,
  leastOwn,
  mostPages,
  type PageUnits,
  pagesForLine,
  pagesForSentence,
  shareForLine,
  shareForSentence,
  unitMayBeFurniture,
} from '../text/repeated-furniture.js'
import { placesBefore } from './order.js'

/** A page's units. */
interface LinePage {
  readonly id: string
  readonly units: PageUnits
  /** Its words, and those of its units that are not common. */
  readonly words: number
  rare: number
}

/** One line or sentence. */
interface Line {
  readonly key: number
  /** The pages on which it could be furniture, in order of id, and whether it is a sentence there. */
  readonly pages: LinePage[]
  readonly areSentences: boolean[]
  /** The pages that have it in a form that is none: a row of figures. */
  readonly others: Set<LinePage>
  /** Whether enough of its first pages are of different stories. */
  isOfDifferentStories: boolean
  isRepeated: boolean
}

/** The pages of one outlet, and which of their lines it repeats. */
export class OutletLines {
  readonly #pages = new Map<string, LinePage>()
  readonly #lines = new Map<number, Line>()
  /** Lines that could be repeated, by the number of their pages. */
  readonly #byCount = new Map<number, Set<Line>>()

  get size(): number {
    return this.#pages.size
  }

  /** Whether a line is repeated, by its key. */
  repeats(key: number): boolean {
    return this.#lines.get(key)?.isRepeated ?? false
  }

  /** The keys of all that is repeated. */
  get repeated(): Set<number> {
    const keys = new Set<number>()
    for (const lines of this.#byCount.values()) for (const { key, isRepeated } of lines) if (isRepeated) keys.add(key)
    return keys
  }

  /** Adds a page; gives the ids of the others of which lines are now repeated, or are no more. */
  add(id: string, units: PageUnits): Set<string> {
    const page: LinePage = { id, units, words: sum(units.words), rare: 0 }
    this.#pages.set(id, page)
    const before = this.#pages.size - 1
    return this.#judge(before, page, (line, { mayBe, isSentence }) => {
      if (!mayBe) {
        line.others.add(page)
        return
      }
      const place = placeOf(line.pages, id)
      line.pages.splice(place, 0, page)
      line.areSentences.splice(place, 0, isSentence)
    })
  }

  /** Takes a page out again. */
  remove(id: string): Set<string> {
    const page = this.#pages.get(id)
    if (!page) return new Set()
    this.#pages.delete(id)
    const before = this.#pages.size + 1
    return this.#judge(before, page, (line, { mayBe }) => {
      if (!mayBe) {
        line.others.delete(page)
        return
      }
      const place = placeOf(line.pages, id)
      line.pages.splice(place, 1)
      line.areSentences.splice(place, 1)
    })
  }

  /** Enters a page into its lines, or takes it out, and judges what that touches. */
  #judge(pagesBefore: number, page: LinePage, change: (line: Line, own: OwnLine) => void): Set<string> {
    const touched = new Set<Line>()
    const flipped: Line[] = []
    for (const [key, own] of ownLines(page.units)) {
      const line = this.#line(key)
      const [count, wasCommon] = [line.pages.length, isCommon(line)]
      change(line, own)
      this.#count(line, count)
      touched.add(line)
      if (wasCommon !== isCommon(line)) flipped.push(line)
    }
    const pagesAnew = new Set([page, ...flipped.flatMap(({ pages, others }) => [...pages, ...others])])
    for (const one of pagesAnew) {
      one.rare = this.#rareWords(one)
      for (const key of one.units.keys) {
        const line = this.#lines.get(key)
        if (line) touched.add(line)
      }
    }
    const shares = new PageShares((key) => this.#isCommon(key))
    for (const line of touched) line.isOfDifferentStories = areOfDifferentStories(line, shares)
    for (const line of this.#crossing(pagesBefore)) touched.add(line)
    const changed = new Set<string>()
    for (const line of touched) {
      const isRepeated = line.isOfDifferentStories && this.#isOnEnough(line)
      if (isRepeated !== line.isRepeated)
        for (const { id } of [...line.pages, ...line.others]) if (id !== page.id) changed.add(id)
      line.isRepeated = isRepeated
      if (line.pages.length === 0 && line.others.size === 0) this.#lines.delete(line.key)
    }
    return changed
  }

  #line(key: number): Line {
    let line = this.#lines.get(key)
    if (!line) {
      line = { key, pages: [], areSentences: [], others: new Set(), isOfDifferentStories: false, isRepeated: false }
      this.#lines.set(key, line)
    }
    return line
  }

  #count(line: Line, before: number): void {
    const { length } = line.pages
    if (length === before) return
    const old = this.#byCount.get(before)
    if (old?.delete(line) && old.size === 0) this.#byCount.delete(before)
    if (length < pagesForLine) return
    const known = this.#byCount.get(length)
    if (known) known.add(line)
    else this.#byCount.set(length, new Set([line]))
  }

  /** Lines whose number of pages is enough for so many pages before and not now, or the other way round. */
  *#crossing(pagesBefore: number): Iterable<Line> {
    for (const share of [shareForLine, shareForSentence]) {
      const [low, high] = [pagesBefore * share, this.#pages.size * share].sort((x, y) => x - y) as [number, number]
      for (let count = Math.max(pagesForLine, Math.floor(low)); count <= high + 1; count++)
        yield* this.#byCount.get(count) ?? []
    }
  }

  #isOnEnough(line: Line): boolean {
    return line.pages.length >= this.#pages.size * (isSentence(line) ? shareForSentence : shareForLine)
  }

  #rareWords({ units }: LinePage): number {
    let words = 0
    units.keys.forEach((key, u) => {
      if (!this.#isCommon(key)) words += units.words[u] as number
    })
    return words
  }

  #isCommon(key: number): boolean {
    const line = this.#lines.get(key)
    return line !== undefined && isCommon(line)
  }
}

const isCommon = ({ pages }: Line) => pages.length >= pagesForLine

/** A line as it stands on a page. */
interface OwnLine {
  /** It could be furniture. */
  readonly mayBe: boolean
  /** It is a sentence, where it first could be. */
  readonly isSentence: boolean
}

/** The lines of a page, each once. */
function ownLines(units: PageUnits): Map<number, OwnLine> {
  const own = new Map<number, OwnLine>()
  units.keys.forEach((key, u) => {
    if (own.get(key)?.mayBe) return
    own.set(key, { mayBe: unitMayBeFurniture(units, u), isSentence: units.isSentence[u] === 1 })
  })
  return own
}

/** Whether a line counts as a sentence: as where it stands first. */
const isSentence = ({ areSentences }: Line) => areSentences[0] === true

function areOfDifferentStories(line: Line, shares: PageShares): boolean {
  const { pages } = line
  const needed = isSentence(line) ? pagesForSentence : pagesForLine
  if (pages.length < needed) return false
  const chosen: LinePage[] = []
  for (const page of pages.slice(0, mostPages)) {
    if (chosen.every((other) => shares.of(page, other) < differentStories)) chosen.push(page)
    if (chosen.length >= needed) return true
  }
  return false
}

/** How much pairs of pages share, each found once: see SharedWords in text/repeated-furniture.ts. */
class PageShares {
  readonly #isCommon: (key: number) => boolean
  readonly #known = new Map<LinePage, Map<LinePage, number>>()
  readonly #keys = new Map<LinePage, ReadonlySet<number>>()

  constructor(isCommon: (key: number) => boolean) {
    this.#isCommon = isCommon
  }

  of(a: LinePage, b: LinePage): number {
    const known = this.#known.get(a) ?? new Map<LinePage, number>()
    this.#known.set(a, known)
    let share = known.get(b)
    if (share === undefined) {
      share = this.#find(a, b)
      known.set(b, share)
    }
    return share
  }

  #find(a: LinePage, b: LinePage): number {
    const isOwn = ({ rare, words }: LinePage) => rare / Math.max(1, words) >= leastOwn
    const rareOnly = isOwn(a) && isOwn(b)
    const inB = this.#keys.get(b) ?? new Set(b.units.keys)
    this.#keys.set(b, inB)
    let shared = 0
    a.units.keys.forEach((key, u) => {
      if (inB.has(key) && !(rareOnly && this.#isCommon(key))) shared += a.units.words[u] as number
    })
    const least = rareOnly ? Math.min(a.rare, b.rare) : Math.min(a.words, b.words)
    return shared / Math.max(1, least)
  }
}

const sum = (words: Uint32Array) => words.reduce((all, one) => all + one, 0)

/** Where a page stands among others in order of id, or would stand. */
const placeOf = (pages: readonly LinePage[], id: string) =>
  placesBefore(pages.length, (place) => (pages[place] as LinePage).id < id)
