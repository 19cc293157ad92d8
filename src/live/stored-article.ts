// Articles as an index keeps them, with their texts elsewhere: in blocks of memory, compressed (DEFLATE, RFC 1951, by fflate), or with the
// caller, who is asked for them by id. A text that is not the one that was added would make offsets point nowhere, so what the caller
// gives is checked.
import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate/browser'
import type { CheckedArticle } from '../article/article.js'
import { WirecopyError } from '../article/error.js'
import { type Fields, isWellFormed, StoredArticle } from '../article/stored-article.js'
import { mix } from '../text/tokens.js'
import type { IndexOptions } from './options.js'
import type { TextBlocks, Written } from './text-blocks.js'

/** An article as an index keeps it, its text compressed or with the caller where that is asked for. */
export function stored(article: CheckedArticle, texts: NonNullable<IndexOptions['texts']>): CheckedArticle {
  if (typeof texts === 'function') return new LoadedArticle(article, article.text.length, checkOf(article.text), texts)
  if (texts === 'plain' || !isWellFormed(article.text)) return article
  return new CompressedArticle(article, deflateSync(strToU8(article.text), { level: 6 }))
}

/** The same with a text that is at hand laid into a block, with all else that is written, until the article is told to leave. */
export function inBlock(article: CheckedArticle, blocks: TextBlocks | null, number: number): CheckedArticle {
  return article instanceof StoredArticle || article instanceof BlockArticle || !blocks?.hasRoomFor(article)
    ? article
    : new BlockArticle(article, blocks, number)
}

/** Whether an article has a text; one that the caller keeps is not asked for. */
export const hasText = (article: CheckedArticle, text: string): boolean =>
  article instanceof LoadedArticle
    ? article.length === text.length && article.check === checkOf(text)
    : article.text === text

/** An article of which all that is written stands in a block. */
export class BlockArticle implements CheckedArticle {
  readonly id: string
  readonly outlet: string
  readonly language: string | null
  readonly time: number | null
  readonly #blocks: TextBlocks
  readonly #number: number
  /** What was written, once it has left. */
  #own: Written | null = null

  constructor(article: CheckedArticle, blocks: TextBlocks, number: number) {
    const { id, outlet, language, time } = article
    this.id = id
    this.outlet = outlet
    this.language = language
    this.time = time
    this.#blocks = blocks
    this.#number = number
    blocks.set(number, article)
  }

  get text(): string {
    return this.#read('text') ?? ''
  }

  get title(): string | null {
    return this.#read('title')
  }

  get byline(): string | null {
    return this.#read('byline')
  }

  get url(): string | null {
    return this.#read('url')
  }

  /** Gives the block back; whoever holds the article has all of it still. */
  leave(): void {
    const { text, title, byline, url } = this
    this.#own = { text, title, byline, url }
    this.#blocks.delete(this.#number)
  }

  #read(name: keyof Written): string | null {
    return this.#own ? this.#own[name] : this.#blocks.of(this.#number, name)
  }
}

/** An article whose text is compressed. */
export class CompressedArticle extends StoredArticle {
  readonly compressed: Uint8Array

  constructor(fields: Fields, compressed: Uint8Array) {
    super(fields)
    this.compressed = compressed
  }

  override get text(): string {
    return strFromU8(inflateSync(this.compressed))
  }
}

/** An article whose text the caller keeps. */
export class LoadedArticle extends StoredArticle {
  /** The text's length in UTF-16 code units, and a hash of it. */
  readonly length: number
  readonly check: number
  readonly #load: (id: string) => string

  constructor(fields: Fields, length: number, check: number, load: (id: string) => string) {
    super(fields)
    this.length = length
    this.check = check
    this.#load = load
  }

  override get text(): string {
    const text: unknown = this.#load(this.id)
    if (typeof text !== 'string')
      throw new WirecopyError(
        'bad-text',
        `article "${this.id}": the function of option texts must give a string, at once, not ${text instanceof Promise ? 'a promise' : typeof text}`,
        this.id,
        'text',
      )
    if (text.length !== this.length || checkOf(text) !== this.check)
      throw new WirecopyError(
        'bad-text',
        `article "${this.id}": the text that was loaded is not the one that was added`,
        this.id,
        'text',
      )
    return text
  }
}

/** A hash of a text, 32 bits: enough to tell that it was changed by mistake. */
function checkOf(text: string): number {
  let hash = 0
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 0x01000193) ^ text.charCodeAt(i)) | 0
  return mix(hash)
}
