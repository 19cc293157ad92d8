// Plain values as bytes: whole numbers in the fewest bytes that hold them (LEB128, as in DWARF 5, 7.6), others as IEEE 754, text as
// UTF-8. Reading beyond the end, or what no writer writes, throws a RangeError.

import { isWellFormed } from '../article/stored-article.js'

// UTF-8, or UTF-16 for text with halves of characters that stand alone.
const [UTF8, UTF16] = [0, 1]

/** Writes values one behind the other. */
export class ByteWriter {
  readonly #encoder = new TextEncoder()
  #bytes = new Uint8Array(1 << 16)
  #view = new DataView(this.#bytes.buffer)
  #length = 0

  get length(): number {
    return this.#length
  }

  /** Takes what was written, and begins anew. */
  take(): Uint8Array<ArrayBuffer> {
    const taken = this.#bytes.slice(0, this.#length)
    this.#length = 0
    return taken
  }

  /** A whole number from 0 to 2^53 - 1. */
  whole(value: number): void {
    this.#reserve(8)
    let rest = value
    while (rest >= 0x80) {
      this.#bytes[this.#length++] = (rest & 0x7f) | 0x80
      rest = rest < 0x80000000 ? rest >>> 7 : Math.floor(rest / 0x80)
    }
    this.#bytes[this.#length++] = rest
  }

  float(value: number): void {
    this.#reserve(8)
    this.#view.setFloat64(this.#length, value, true)
    this.#length += 8
  }

  /** A number, or null as NaN. */
  floatOrNull(value: number | null): void {
    this.float(value ?? Number.NaN)
  }

  /** So many whole numbers of 32 bits. */
  words(values: Uint32Array): void {
    this.whole(values.length)
    this.#reserve(4 * values.length)
    for (const value of values) {
      this.#view.setUint32(this.#length, value, true)
      this.#length += 4
    }
  }

  /** Whole numbers, ascending. */
  ascending(values: Uint32Array): void {
    this.whole(values.length)
    let before = 0
    for (const value of values) {
      this.whole(value - before)
      before = value
    }
  }

  bytes(values: Uint8Array): void {
    this.whole(values.length)
    this.#reserve(values.length)
    this.#bytes.set(values, this.#length)
    this.#length += values.length
  }

  text(value: string): void {
    if (!isWellFormed(value)) {
      this.whole(UTF16)
      this.whole(value.length)
      this.#reserve(2 * value.length)
      for (let i = 0; i < value.length; i++) this.#view.setUint16(this.#length + 2 * i, value.charCodeAt(i), true)
      this.#length += 2 * value.length
      return
    }
    this.whole(UTF8)
    this.bytes(this.#encoder.encode(value))
  }

  textOrNull(value: string | null): void {
    this.whole(value === null ? 0 : 1)
    if (value !== null) this.text(value)
  }

  #reserve(more: number): void {
    if (this.#length + more <= this.#bytes.length) return
    const larger = new Uint8Array(Math.max(2 * this.#bytes.length, this.#length + more))
    larger.set(this.#bytes)
    this.#bytes = larger
    this.#view = new DataView(larger.buffer)
  }
}

/** Reads the same values. */
export class ByteReader {
  readonly #decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  readonly #bytes: Uint8Array
  readonly #view: DataView
  #at = 0

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length
  }

  whole(): number {
    let [value, scale] = [0, 1]
    for (;;) {
      const byte = this.#bytes[this.#at++]
      if (byte === undefined) throw new RangeError('a number is cut off')
      value += (byte & 0x7f) * scale
      if (!Number.isSafeInteger(value)) throw new RangeError('a number is too large')
      if (byte < 0x80) return value
      scale *= 0x80
    }
  }

  /** A whole number below another. */
  below(limit: number): number {
    const value = this.whole()
    if (value >= limit) throw new RangeError(`${value} is not below ${limit}`)
    return value
  }

  float(): number {
    return this.#view.getFloat64(this.#advance(8), true)
  }

  floatOrNull(): number | null {
    const value = this.float()
    return Number.isNaN(value) ? null : value
  }

  words(): Uint32Array {
    const count = this.whole()
    const from = this.#advance(4 * count)
    const values = new Uint32Array(count)
    for (let k = 0; k < count; k++) values[k] = this.#view.getUint32(from + 4 * k, true)
    return values
  }

  ascending(): Uint32Array {
    const values = new Uint32Array(this.#room(this.whole()))
    let value = 0
    for (let k = 0; k < values.length; k++) {
      value += this.whole()
      values[k] = value
    }
    return values
  }

  /** A part of the bytes that are read, not a copy. */
  bytes(): Uint8Array {
    const count = this.whole()
    const from = this.#advance(count)
    return this.#bytes.subarray(from, from + count)
  }

  text(): string {
    const form = this.below(2)
    if (form === UTF8) return this.#decoder.decode(this.bytes())
    const length = this.whole()
    const from = this.#advance(2 * length)
    let text = ''
    for (let i = 0; i < length; i++) text += String.fromCharCode(this.#view.getUint16(from + 2 * i, true))
    return text
  }

  textOrNull(): string | null {
    return this.below(2) === 0 ? null : this.text()
  }

  /** A count of things of a byte or more each, which must be there. */
  #room(count: number): number {
    if (count > this.#bytes.length - this.#at) throw new RangeError('a list is cut off')
    return count
  }

  #advance(count: number): number {
    const from = this.#at
    if (count > this.#bytes.length - from) throw new RangeError('a value is cut off')
    this.#at = from + count
    return from
  }
}
