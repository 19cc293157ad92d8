// An article read as a page: its words, its furniture, and the words that are the story's. Everything after works on these.
import type { CheckedArticle } from '../article/article.js'
import { type Furniture, findFurniture, type PageContext } from './furniture.js'
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
