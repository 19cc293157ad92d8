// Pages ready for comparing. A copy follows hours or days behind the first, with tens of thousands of articles between, so more pages are
// wanted again than can be kept. Of those let go the furniture is remembered, as looking for it is most of reading a page. Words
// stand in slabs of memory that are used in turn: memory of its own for every page would have to be collected, and collecting
// means walking over all that the program holds, its articles too.
import type { CheckedArticle } from '../article/article.js'
import { areEqual } from '../memory/equal.js'
import { Records } from '../memory/records.js'
import type { Furniture } from '../text/furniture.js'
import { furnitureKinds } from '../text/furniture-kinds.js'
import { type Page, tokensOutside } from '../text/page.js'
import { type Tokens, tokenize } from '../text/tokens.js'
import { type ComparedPage, comparedPage } from './evidence.js'

/** How many pages of usual length are kept whole, at some 7 KB each. */
export const mostKept = 4096
// A page of usual length has five hundred words.
const mostWords = mostKept * 512
const largestSlab = 1 << 17
const smallestSlab = 1 << 12
// Some 100 bytes each; as many as are read in several days of an agency's news.
const mostRemembered = 1 << 16

/** Memory for so many words of pages, filled from front to back. */
class Slab {
  readonly hashes: Uint32Array
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  readonly unspaced: Uint8Array
  readonly facts: Uint8Array
  readonly quoted: Uint8Array
  /** The pages that stand in it, by place. */
  readonly pages: number[] = []
  used = 0

  constructor(readonly size: number) {
    this.hashes = new Uint32Array(size)
    this.starts = new Uint32Array(size)
    this.ends = new Uint32Array(size)
    this.unspaced = new Uint8Array(size)
    this.facts = new Uint8Array(size)
    this.quoted = new Uint8Array(size)
  }

  empty(): void {
    this.pages.length = 0
    this.used = 0
    this.facts.fill(0)
  }

  /** A page whose words are copied into it; there must be room. */
  hold(place: number, time: number | null, { text, count, hashes, starts, ends, unspaced }: Tokens): ComparedPage {
    const [from, to] = [this.used, this.used + count]
    this.pages.push(place)
    this.used = to
    this.hashes.set(hashes, from)
    this.starts.set(starts, from)
    this.ends.set(ends, from)
    this.unspaced.set(unspaced, from)
    const story: Tokens = {
      text,
      count,
      hashes: this.hashes.subarray(from, to),
      starts: this.starts.subarray(from, to),
      ends: this.ends.subarray(from, to),
      unspaced: this.unspaced.subarray(from, to),
    }
    return comparedPage(
      { time, story },
      { facts: this.facts.subarray(from, to), quoted: this.quoted.subarray(from, to) },
    )
  }
}

/** Pages by place, read when first asked for; of very many only the last are kept. */
export class KeptPages {
  readonly #read: (i: number) => Page
  readonly #articleOf: (i: number) => CheckedArticle
  readonly #mostWords: number
  readonly #pages = new Map<number, ComparedPage>()
  /** Whose furniture is remembered, the oldest first; and of each piece where it starts and ends, and of which kind it is. */
  readonly #remembered = new Set<number>()
  readonly #furniture = new Records()
  /** The oldest first. */
  readonly #slabs: Slab[] = []
  #words = 0

  /** Articles are asked for when their text is, which need not stand in memory. */
  constructor(read: (i: number) => Page, articleOf: (i: number) => CheckedArticle, most = mostWords) {
    this.#read = read
    this.#articleOf = articleOf
    this.#mostWords = most
  }

  /** Two pages. Their words are overwritten when they are let go, so they are not to be held longer than until the next call. */
  pair(a: number, b: number): readonly [ComparedPage, ComparedPage] {
    const [first, second] = [this.#get(a), this.#get(b)]
    // Reading the second may have taken the memory of the first.
    return [this.#pages.get(a) === first ? first : this.#get(a), second]
  }

  /**
   * Takes in what of a page is furniture now, as `furnitureOf` says; says whether it is another page than it was, which it counts for
   * where nothing is remembered of it.
   */
  reread(i: number, furnitureOf: (i: number) => readonly Furniture[]): boolean {
    if (!this.#remembered.has(i)) return true
    const pieces = piecesOf(furnitureOf(i))
    if (areEqual(pieces, this.#furniture.of(i))) return false
    this.#pages.delete(i)
    this.#furniture.set(i, pieces)
    return true
  }

  /** Lets go of a page. */
  forget(i: number): void {
    this.#pages.delete(i)
    if (this.#remembered.delete(i)) this.#furniture.set(i, null)
  }

  #get(i: number): ComparedPage {
    const known = this.#pages.get(i)
    if (known) return known
    return this.#remembered.has(i) ? this.#hold(i, this.#readAgain(i)) : this.#keep(i, this.#read(i))
  }

  #keep(i: number, page: Page): ComparedPage {
    this.#remembered.add(i)
    this.#furniture.set(i, piecesOf(page.furniture))
    if (this.#remembered.size > mostRemembered) this.#forgetOldest()
    return this.#hold(i, page)
  }

  #forgetOldest(): void {
    for (const oldest of this.#remembered) {
      this.#remembered.delete(oldest)
      this.#furniture.set(oldest, null)
      return
    }
  }

  #readAgain(i: number): Pick<Page, 'article' | 'story'> {
    const article = this.#articleOf(i)
    const furniture = this.#furniture.of(i)
    const zones = Array.from({ length: furniture.length / 3 }, (_, k) => ({
      start: furniture[3 * k] as number,
      end: furniture[3 * k + 1] as number,
    }))
    return { article, story: tokensOutside(tokenize(article.text), zones) }
  }

  #hold(i: number, { article, story }: Pick<Page, 'article' | 'story'>): ComparedPage {
    const page = this.#slabFor(story.count).hold(i, article.time, story)
    this.#pages.set(i, page)
    return page
  }

  /** The last slab, if it has room for so many words; otherwise a new one, or the oldest with all its pages let go. */
  #slabFor(count: number): Slab {
    const last = this.#slabs.at(-1)
    if (last && last.used + count <= last.size) return last
    const slab = this.#takeOldest(count) ?? new Slab(Math.max(count, smallestSlab, Math.min(this.#words, largestSlab)))
    this.#slabs.push(slab)
    this.#words += slab.size
    return slab
  }

  /** Lets the oldest slabs go until one more is within bounds; the last of them may be used again. */
  #takeOldest(count: number): Slab | null {
    let taken: Slab | null = null
    // The two newest hold the pages that are being compared.
    while (this.#slabs.length > 2 && this.#words + Math.max(count, largestSlab) > this.#mostWords) {
      const oldest = this.#slabs.shift()
      if (!oldest) break
      this.#words -= oldest.size
      for (const place of oldest.pages) this.#pages.delete(place)
      oldest.empty()
      taken = oldest
    }
    return taken && taken.size >= Math.max(count, largestSlab) && taken.size <= 2 * largestSlab ? taken : null
  }
}

function piecesOf(furniture: readonly Furniture[]): Uint32Array {
  const pieces = new Uint32Array(3 * furniture.length)
  furniture.forEach(({ start, end, kind }, k) => {
    pieces.set([start, end, furnitureKinds.indexOf(kind)], 3 * k)
  })
  return pieces
}
