// An article read as a page: its words, its furniture, and the words that are the story's. Everything after works on these.
import type { CheckedArticle } from '../article/article.js'
import { type Furniture, findFurniture, type PageContext, unitsOf } from './furniture.js'
import { pageUnits, repeatedUnits, repetition } from './repeated-furniture.js'
import { type Tokens, tokenize } from './tokens.js'

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
  const kept = new Uint32Array(tokens.count)
  let count = 0
  let next = 0
  for (let i = 0; i < tokens.count; i++) {
    const start = tokens.starts[i] as number
    while (next < ranges.length && (ranges[next] as { end: number }).end <= start) next++
    const range = ranges[next]
    if (!range || start < range.start) kept[count++] = i
  }
  const pick = (values: Uint32Array) =>
    Uint32Array.from({ length: count }, (_, i) => values[kept[i] as number] as number)
  return {
    text: tokens.text,
    count,
    hashes: pick(tokens.hashes),
    starts: pick(tokens.starts),
    ends: pick(tokens.ends),
    unspaced: Uint8Array.from({ length: count }, (_, i) => tokens.unspaced[kept[i] as number] as number),
  }
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

/** Words and furniture of every article; furniture by repetition needs all pages of an outlet. */
export function readPages(articles: readonly CheckedArticle[], progress: (done: number) => void = () => {}): Page[] {
  const cut = articles.map((article) => {
    const tokens = tokenize(article.text)
    const units = unitsOf(article.text)
    return { article, tokens, units, hashed: pageUnits(article.outlet, tokens, units) }
  })
  const repeated = repeatedUnits(cut.map(({ hashed }) => hashed))
  return cut.map(({ article, tokens, units, hashed }, i) => {
    if (i % 256 === 0) progress(i / articles.length)
    const isRepeated = repetition(tokens, repeated.get(article.outlet), units, hashed)
    return readPage(article, tokens, isRepeated ? { units, isRepeated } : { units })
  })
}

/** Orders pages by publication; those of unknown date come last, equals by id. */
export function sortByPublication(x: Page, y: Page): number {
  const [a, b] = [x.article.time, y.article.time]
  if (a !== b) return a === null ? 1 : b === null ? -1 : a - b
  return x.article.id < y.article.id ? -1 : 1
}
