// Texts by article, in UTF-8, in blocks of memory that are used again. The runtime takes two bytes for every character of a text with one
// curly quote in it, and moves all texts about as it collects garbage, in which an index of a day's news is held up.
import { mostBytesOfUnit } from '../article/stored-article.js'
import { Records } from './records.js'

const bytesOfWord = Uint32Array.BYTES_PER_ELEMENT
// Blocks of other sizes are hardly used again.
export const longestInBlock = 1 << 16

/** Texts of up to `longestInBlock` code units, without halves of characters. */
export class TextBlocks {
  readonly #encoder = new TextEncoder()
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  /** Of each text how many bytes it has, then these. */
  readonly #records = new Records(1 << 15)
  /** The text that is being set, as a record. */
  #words = new Uint32Array(1 << 12)

  of(article: number): string {
    const records = this.#records
    records.find(article)
    if (records.count === 0) throw new RangeError(`article ${article} has no text`)
    const at = records.list.byteOffset + records.from * bytesOfWord
    const length = records.list[records.from] as number
    return this.#decoder.decode(new Uint8Array(records.list.buffer, at + bytesOfWord, length))
  }

  set(article: number, text: string): void {
    const most = 1 + Math.ceil((mostBytesOfUnit * text.length) / bytesOfWord)
    if (most > this.#words.length) this.#words = new Uint32Array(most)
    const { written } = this.#encoder.encodeInto(text, new Uint8Array(this.#words.buffer, bytesOfWord))
    this.#words[0] = written
    this.#records.set(article, this.#words.subarray(0, 1 + Math.ceil(written / bytesOfWord)))
  }

  delete(article: number): void {
    this.#records.set(article, null)
  }
}
