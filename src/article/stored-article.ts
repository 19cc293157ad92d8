// Articles whose texts are kept apart from them, and given when they are asked for.
import type { CheckedArticle } from './article.js'

/** What there is of an article besides its text. */
export type Fields = Omit<CheckedArticle, 'text'>

/** An article without its text, which may have to be read. */
export const fieldsOf = ({ id, outlet, title, byline, url, language, time }: Fields): Fields => ({
  id,
  outlet,
  title,
  byline,
  url,
  language,
  time,
})

/** Whether the runtime has what writes and reads UTF-8: all have but the barest. */
export const canEncode = typeof TextEncoder !== 'undefined' && typeof TextDecoder !== 'undefined'

/** What one code unit takes in UTF-8 at most. */
export const mostBytesOfUnit = 3

// Halves of characters that stand alone cannot be written in UTF-8.
const half = /\p{Surrogate}/u

/** Whether a text can be written in UTF-8. */
export const isWellFormed = (text: string): boolean => !half.test(text)

/** What is known of an article at once; its text is read when it is asked for. */
export abstract class StoredArticle implements CheckedArticle {
  readonly id: string
  readonly outlet: string
  readonly title: string | null
  readonly byline: string | null
  readonly url: string | null
  readonly language: string | null
  readonly time: number | null

  constructor({ id, outlet, title, byline, url, language, time }: Fields) {
    this.id = id
    this.outlet = outlet
    this.title = title
    this.byline = byline
    this.url = url
    this.language = language
    this.time = time
  }

  abstract get text(): string
}

/** An article with its text at hand, which is read now where it is kept apart. */
export const withText = (article: CheckedArticle): CheckedArticle =>
  article instanceof StoredArticle ? { ...fieldsOf(article), text: article.text } : article
