// Bytes that come in pieces, as lines. A line is read as UTF-8 when it is whole, so that no character is cut in two; one that is
// longer than the bound is refused as soon as that is known, and not held.

/** A line, with the number that an editor gives it, from 1. */
export interface Line {
  readonly number: number
  /** Without its end, `\n` or `\r\n`; null where it is longer than the bound. */
  readonly text: string | null
}

const newline = 0x0a
// Room that is kept from one line to the next.
const mostRoomKept = 1 << 20

/** Takes bytes, gives the lines that are whole. */
export class LineSplitter {
  readonly #longest: number
  /** What has come of the last line: so many bytes, of which none are held once it is refused. */
  #held = Buffer.alloc(0)
  #length = 0
  #isRefused = false
  #number = 0

  /** `longest` is in bytes. */
  constructor(longest: number) {
    this.#longest = longest
  }

  /** The lines that these bytes end, in order. What comes after them is copied. */
  *push(bytes: Uint8Array): Generator<Line> {
    let start = 0
    for (let end = bytes.indexOf(newline); end >= 0; end = bytes.indexOf(newline, start)) {
      yield* this.#add(bytes.subarray(start, end))
      yield* this.#close()
      start = end + 1
    }
    yield* this.#add(bytes.subarray(start))
  }

  /** The last line, where it has no end. The next bytes begin another text. */
  *end(): Generator<Line> {
    if (this.#length > 0) yield* this.#close()
    this.reset()
  }

  /** Forgets what has come of the last line. The next bytes begin another text. */
  reset(): void {
    this.#forget()
    this.#number = 0
  }

  *#add(part: Uint8Array): Generator<Line> {
    const length = this.#length + part.length
    if (!this.#isRefused && length > this.#longest) {
      this.#isRefused = true
      this.#held = Buffer.alloc(0)
      yield { number: this.#number + 1, text: null }
    }
    if (!this.#isRefused) {
      if (length > this.#held.length) {
        const room = Buffer.allocUnsafe(Math.max(length, 2 * this.#held.length))
        room.set(this.#held.subarray(0, this.#length))
        this.#held = room
      }
      this.#held.set(part, this.#length)
    }
    this.#length = length
  }

  *#close(): Generator<Line> {
    this.#number++
    const text = this.#isRefused ? null : this.#held.toString('utf8', 0, this.#length)
    this.#forget()
    if (text === null) return
    const shown = this.#number === 1 ? text.replace(/^\ufeff/, '') : text
    yield { number: this.#number, text: shown.endsWith('\r') ? shown.slice(0, -1) : shown }
  }

  #forget(): void {
    if (this.#held.length > mostRoomKept) this.#held = Buffer.alloc(0)
    this.#length = 0
    this.#isRefused = false
  }
}
