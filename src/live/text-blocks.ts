// Texts by article, with titles and what else is written of them, in UTF-8, in blocks of memory that are used again. The runtime takes two
// bytes for every character of a text with one curly quote in it, and walks over all strings and moves them about as it collects
// garbage, in which an index of a day's news is held up.
import { isWellFormed, mostBytesOfUnit } from '../article/stored-article.js'
import { Records } from '../memory/records.js'

const bytesOfWord = Uint32Array.BYTES_PER_ELEMENT
// Blocks of other sizes are hardly used again.
export const longestInBlock = 1 << 16

/** What is written of an article, each a string or null. */
export const written = ['text', 'title', 'byline', 'url'] as const
export type Written = { readonly [Name in (typeof written)[number]]: string | null }

/** In code units. */
const lengthOf = (article: Written) => written.reduce((length, name) => length + (article[name]?.length ?? 0), 0)

/** What is written of articles. */
export class TextBlocks {
  readonly #encoder = new TextEncoder()
  readonly #decoder = new TextDecoder('utf-8', { ignoreBOM: true })
  /** Of each article how many bytes each string has and one more, 0 for null; then all bytes. */
  readonly #records = new Records(1 << 15)
  /** What is being set, as a record. */
  #words = new Uint32Array(1 << 12)

  /** Whether all of it can be laid into a block: it is no longer than `longestInBlock` code units, without halves of characters. */
  hasRoomFor(article: Written): boolean {
    return lengthOf(article) <= longestInBlock && written.every((name) => isWellFormed(article[name] ?? ''))
  }

  of(number: number, name: keyof Written): string | null {
    const records = this.#records
    records.find(number)
    if (records.count === 0) throw new RangeError(`article ${number} has no text`)
    const { list, from } = records
    let at = list.byteOffset + (from + written.length) * bytesOfWord
    for (let k = 0; k < written.length; k++) {
      const length = list[from + k] as number
      if (written[k] === name) return length === 0 ? null : this.#decode(list, at, length - 1)
      at += Math.max(0, length - 1)
    }
    return null
  }

  set(number: number, article: Written): void {
    const most = written.length + Math.ceil((mostBytesOfUnit * lengthOf(article)) / bytesOfWord)
    if (most > this.#words.length) this.#words = new Uint32Array(most)
    let at = written.length * bytesOfWord
    written.forEach((name, k) => {
      const bytes = this.#encode(article[name], at)
      this.#words[k] = bytes === null ? 0 : bytes + 1
      at += bytes ?? 0
    })
    this.#records.set(number, this.#words.subarray(0, Math.ceil(at / bytesOfWord)))
  }

  delete(number: number): void {
    this.#records.set(number, null)
  }

  /** Writes a string at a place of the record that is being set; gives its bytes. */
  #encode(string: string | null, at: number): number | null {
    return string === null ? null : this.#encoder.encodeInto(string, new Uint8Array(this.#words.buffer, at)).written
  }

  #decode(list: Uint32Array, at: number, length: number): string {
    return this.#decoder.decode(new Uint8Array(list.buffer, at, length))
  }
}
