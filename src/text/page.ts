// An article read as a page: its words, its furniture, and the words that are the story's. Everything after works on these.
import type { CheckedArticle } from '../article/article.js'
import { withText } from '../article/stored-article.js'
import { type Furniture, findFurniture, type PageContext } from './furniture.js'
import {
  keysOf,
  noUnits,
  type PageUnits,
  pagesForLine,
  type RepeatedLines,
  RepeatedUnits,
  readPageUnits,
  repeatedOn,
} from './repeated-furniture.js'
import { newTokens, readWords, type Tokens, tokenize, wordsBefore } from './tokens.js'
import { unitsOf } from './units.js'
import type { WordBuffer } from './word-buffer.js'

export interface Page {
  readonly article: CheckedArticle
  /** All words of the text. */
  readonly tokens: Tokens
  readonly furniture: readonly Furniture[]
  /** The words outside the furniture; places are still those in the article's text. */
  readonly story: Tokens
}

/** The tokens that stand outside all of some ranges, which are in order and do not overlap. */
export function tokensOutside(
  tokens: Tokens,
  ranges: readonly { readonly start: number; readonly end: number }[],
): Tokens {
  // The stretches of words between the ranges, as pairs of places.
  const stretches: number[] = []
  let count = 0
  let from = 0
  for (const { start, end } of ranges) {
    const to = Math.max(from, wordsBefore(tokens, start))
    if (to > from) stretches.push(from, to)
    count += to - from
    from = Math.max(to, wordsBefore(tokens, end))
  }
  if (from < tokens.count) stretches.push(from, tokens.count)
  count += tokens.count - from
  if (count === tokens.count) return tokens
  const kept = newTokens(tokens.text, count)
  let at = 0
  for (let k = 0; k < stretches.length; k += 2) {
    const [first, end] = [stretches[k] as number, stretches[k + 1] as number]
    kept.hashes.set(tokens.hashes.subarray(first, end), at)
    kept.starts.set(tokens.starts.subarray(first, end), at)
    kept.ends.set(tokens.ends.subarray(first, end), at)
    kept.unspaced.set(tokens.unspaced.subarray(first, end), at)
    at += end - first
  }
  return kept
}

/** Reads one article. What is known of its page besides its text helps to find the furniture. */
export function readPage(
  article: CheckedArticle,
  tokens = tokenize(article.text),
  context: Omit<PageContext, 'title'> = {},
): Page {
  const furniture = findFurniture(article.text, { ...context, title: article.title })
  return { article, tokens, furniture, story: tokensOutside(tokens, furniture) }
}

/** Reads an article on whose page its outlet repeats some lines and sentences, by their keys. */
export function readPageOf(article: CheckedArticle, isRepeatedLine: ((key: number) => boolean) | null): Page {
  if (!isRepeatedLine) return readPage(article)
  const { text } = article
  const tokens = tokenize(text)
  const units = unitsOf(text)
  const keys = keysOf(units, tokens)
  return readPage(article, tokens, { units, isRepeated: (_, place) => isRepeatedLine(keys[place] as number) })
}

/** Which lines are repeated on an article's page, by what outlets repeat; null for none. */
export function repeatedLinesOf(
  { id, outlet }: CheckedArticle,
  outlets: ReadonlyMap<string, RepeatedLines>,
): ((key: number) => boolean) | null {
  const lines = outlets.get(outlet)
  return lines && lines.size > 0 ? repeatedOn(lines, id) : null
}

/** What can be had of an article without looking for furniture; overwritten by the next reading of words. */
export type FoundWords = Pick<WordBuffer, 'hashes' | 'unspaced' | 'count'>

/** A text's words outside some stretches: from one word to before another, by turns, ascending. */
export function wordsOutside(text: string, stretches: ArrayLike<number>): FoundWords {
  const { hashes, unspaced, count } = readWords(text)
  if (stretches.length === 0) return { hashes, unspaced, count }
  let kept = stretches[0] as number
  for (let k = 1; k < stretches.length; k += 2) {
    const [from, to] = [stretches[k] as number, stretches[k + 1] ?? count]
    hashes.copyWithin(kept, from, to)
    unspaced.copyWithin(kept, from, to)
    kept += to - from
  }
  return { hashes, unspaced, count: kept }
}

/** The units of an article's page; overwritten by the next. */
export const readUnits = (article: CheckedArticle): PageUnits => readPageUnits(article, readWords(article.text))

/** What outlets repeat: by outlet, and of each page, by its place, from which word to which. */
export type Repeated = Pick<RepeatedUnits, 'outlets' | 'wordsOf'>

/** Finds what outlets repeat, over all their articles. */
export function findRepeated(
  articles: readonly CheckedArticle[],
  progress: (done: number) => void = () => {},
): RepeatedUnits {
  const outlets = new Map<string, number>()
  for (const { outlet } of articles) outlets.set(outlet, (outlets.get(outlet) ?? 0) + 1)
  function* pages() {
    for (let i = 0; i < articles.length; i++) {
      if (i % 256 === 0) progress(i / articles.length)
      const article = articles[i] as CheckedArticle
      const isEnough = (outlets.get(article.outlet) as number) >= pagesForLine
      yield isEnough ? readUnits(withText(article)) : noUnits(article)
    }
  }
  return new RepeatedUnits(pages())
}

/**
 * Reads articles of which each is known by its place. What outlets repeat is found out once, over all of them; everything else is
 * read when it is asked for, as most articles are never compared with another.
 */
export class PageReader {
  readonly articles: readonly CheckedArticle[]
  readonly #repeated: Repeated

  constructor(
    articles: readonly CheckedArticle[],
    progress: (done: number) => void = () => {},
    repeated: Repeated = findRepeated(articles, progress),
  ) {
    this.articles = articles
    this.#repeated = repeated
  }

  /**
   * An article's words outside the lines that its outlet repeats: what can be had without looking for furniture. Overwritten by the
   * next reading of words.
   */
  words(i: number): FoundWords {
    return wordsOutside(this.#article(i).text, this.#repeated.wordsOf(i))
  }

  page(i: number): Page {
    const article = withText(this.#article(i))
    return readPageOf(article, repeatedLinesOf(article, this.#repeated.outlets))
  }

  #article(i: number): CheckedArticle {
    const article = this.articles[i]
    if (!article) throw new RangeError(`there is no article ${i} of ${this.articles.length}`)
    return article
  }
}

/** Words and furniture of every article; furniture by repetition needs all pages of an outlet. */
export function readPages(articles: readonly CheckedArticle[]): Page[] {
  const reader = new PageReader(articles)
  return articles.map((_, i) => reader.page(i))
}

/** Orders pages by publication; those of unknown date come last, equals by id. */
export const sortByPublication = (x: Page, y: Page): number => byPublication(x.article, y.article)

/** The same of articles. */
export function byPublication(x: CheckedArticle, y: CheckedArticle): number {
  if (x.time !== y.time) return x.time === null ? 1 : y.time === null ? -1 : x.time - y.time
  return x.id < y.id ? -1 : 1
}
