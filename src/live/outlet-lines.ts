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
  /** The pages on which it could be furniture, in order of id. */
  readonly pages: LinePage[]
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
    return this.#judge(before, page, (line, mayBe) => {
      if (mayBe) line.pages.splice(placeOf(line.pages, id), 0, page)
      else line.others.add(page)
    })
  }

  /** Takes a page out again. */
  remove(id: string): Set<string> {
    const page = this.#pages.get(id)
    if (!page) return new Set()
    this.#pages.delete(id)
    const before = this.#pages.size + 1
    return this.#judge(before, page, (line, mayBe) => {
      if (mayBe) line.pages.splice(placeOf(line.pages, id), 1)
      else line.others.delete(page)
    })
  }

  /** Enters a page into its lines, or takes it out, and judges what that touches. */
  #judge(pagesBefore: number, page: LinePage, change: (line: Line, mayBe: boolean) => void): Set<string> {
    const touched = new Set<Line>()
    const flipped: Line[] = []
    for (const [key, mayBe] of ownLines(page.units)) {
      const line = this.#line(key)
      const [count, wasCommon] = [line.pages.length, isCommon(line)]
      change(line, mayBe)
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
    for (const line of touched) line.isOfDifferentStories = this.#areOfDifferentStories(line)
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
      line = { key, pages: [], others: new Set(), isOfDifferentStories: false, isRepeated: false }
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

  #areOfDifferentStories(line: Line): boolean {
    const { pages } = line
    if (!isCommon(line)) return false
    const needed = isSentence(line) ? pagesForSentence : pagesForLine
    if (pages.length < needed) return false
    const chosen: LinePage[] = []
    for (const page of pages.slice(0, mostPages)) {
      if (chosen.every((other) => this.#shared(page, other) < differentStories)) chosen.push(page)
      if (chosen.length >= needed) return true
    }
    return false
  }

  /** See SharedWords in text/repeated-furniture.ts. */
  #shared(a: LinePage, b: LinePage): number {
    const isOwn = ({ rare, words }: LinePage) => rare / Math.max(1, words) >= leastOwn
    const rareOnly = isOwn(a) && isOwn(b)
    const inB = new Set(b.units.keys)
    let shared = 0
    a.units.keys.forEach((key, u) => {
      if (inB.has(key) && !(rareOnly && this.#isCommon(key))) shared += a.units.words[u] as number
    })
    const least = rareOnly ? Math.min(a.rare, b.rare) : Math.min(a.words, b.words)
    return shared / Math.max(1, least)
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

/** The lines of a page, each once, and whether it could be furniture there. */
function ownLines(units: PageUnits): Map<number, boolean> {
  const own = new Map<number, boolean>()
  units.keys.forEach((key, u) => {
    own.set(key, (own.get(key) ?? false) || unitMayBeFurniture(units, u))
  })
  return own
}

/** Whether a line counts as a sentence: as where it stands first. */
function isSentence({ key, pages }: Line): boolean {
  const units = pages[0]?.units
  const first = units?.keys.findIndex((own, u) => own === key && unitMayBeFurniture(units, u)) ?? -1
  return units?.isSentence[first] === 1
}

const sum = (words: Uint32Array) => words.reduce((all, one) => all + one, 0)

/** Where a page stands among others in order of id, or would stand. */
function placeOf(pages: readonly LinePage[], id: string): number {
  let [low, high] = [0, pages.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pages[middle] as LinePage).id < id) low = middle + 1
    else high = middle
  }
  return low
}
