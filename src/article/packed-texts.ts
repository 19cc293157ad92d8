// The texts of a batch that comes from a stream: in UTF-8, one behind the other in large blocks of memory, beside the heap that is walked
// over to collect garbage. The runtime takes two bytes for every character of a text with one curly quote in it, so European news takes
// half the memory so. Where characters take three bytes in UTF-8, as in Chinese, it is more.
import type { CheckedArticle } from './article.js'
import { isWellFormed, mostBytesOfUnit, StoredArticle } from './stored-article.js'

const [smallestBlock, largestBlock] = [1 << 14, 1 << 22]

/** Articles with their texts, taken in one after the other. */
export class PackedTexts {
  readonly #encoder = new TextEncoder()
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  #block = new Uint8Array(0)
  #used = 0

  /** Packs an article's text; one that cannot be written in UTF-8 stays as it is. */
  pack(article: CheckedArticle): CheckedArticle {
    const { text } = article
    if (!isWellFormed(text)) return article
    const most = mostBytesOfUnit * text.length
    if (most > largestBlock / 16) {
      // Room that it may need and does not use is lost.
      const own = this.#encoder.encode(text)
      return new PackedArticle(article, this, own, 0, own.length)
    }
    if (this.#used + most > this.#block.length) {
      const length = Math.min(largestBlock, Math.max(smallestBlock, 2 * this.#block.length, 16 * most))
      this.#block = new Uint8Array(length)
      this.#used = 0
    }
    const start = this.#used
    const { written } = this.#encoder.encodeInto(text, this.#block.subarray(start))
    this.#used += written
    return new PackedArticle(article, this, this.#block, start, written)
  }

  /** The text of so many bytes of a block. */
  read(block: Uint8Array, start: number, length: number): string {
    return this.#decoder.decode(block.subarray(start, start + length))
  }
}

/** An article whose text is decoded whenever it is asked for. */
class PackedArticle extends StoredArticle {
  readonly #texts: PackedTexts
  readonly #block: Uint8Array
  readonly #start: number
  readonly #length: number

  constructor(article: CheckedArticle, texts: PackedTexts, block: Uint8Array, start: number, length: number) {
    super(article)
    this.#texts = texts
    this.#block = block
    this.#start = start
    this.#length = length
  }

  override get text(): string {
    return this.#texts.read(this.#block, this.#start, this.#length)
  }
}
