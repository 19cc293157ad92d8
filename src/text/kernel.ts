// The kernel of kernel/words.ts, which is WebAssembly, where that can be had: not without vector instructions (SIMD),
// nor where the page forbids code from bytes. Whoever calls it has TypeScript that does the same. It is compiled when
// first wanted (under a millisecond); its memory grows with the longest text met, up to a bound.
import { kernelCode } from './kernel-code.js'
import { WordBuffer } from './word-buffer.js'

interface Address {
  readonly value: number
}

// Where things stand in the memory, and functions that work on what stands there.
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer }
  readonly table: Address
  readonly text: Address
  readonly hashes: Address
  readonly starts: Address
  readonly ends: Address
  readonly unspaced: Address
  readonly values: Address
  readonly signature: Address
  reserve(units: number): void
  prepare(): void
  read(bytes: number, units: number): number
  take(words: number): void
  shingle(size: number, unspacedSize: number): number
  sign(made: number, shift: number, salt: number): void
  sample(made: number, limit: number): number
}

// In code units. Longer texts are rare, and would hold memory (24 bytes a unit) for ever.
const longestText = 1 << 18
const leastRoom = 1 << 14

/** Words, and what is made of them, in the memory of WebAssembly. What it gives is valid until the next reading. */
export class Kernel {
  readonly #exports: Exports
  readonly #encoder = new TextEncoder()
  readonly #words = new WordBuffer()
  #text = new Uint8Array(0)
  #values = new Uint32Array(0)
  #signature = new Uint32Array(0)
  #room = 0

  constructor(exports: Exports) {
    this.#exports = exports
  }

  /** Makes room for a text, or for words, of such a length. */
  reserve(length: number, characters: () => Uint32Array): void {
    if (length <= this.#room && this.#room > 0) return
    let room = Math.max(leastRoom, this.#room)
    while (room < length) room *= 2
    const { memory, table, text, hashes, starts, ends, unspaced, values, signature, reserve, prepare } = this.#exports
    reserve(room)
    const { buffer } = memory
    if (this.#room === 0) {
      new Uint32Array(buffer, table.value, 65536).set(characters())
      prepare()
    }
    this.#text = new Uint8Array(buffer, text.value, 3 * room)
    this.#words.hashes = new Uint32Array(buffer, hashes.value, room)
    this.#words.starts = new Uint32Array(buffer, starts.value, room)
    this.#words.ends = new Uint32Array(buffer, ends.value, room)
    this.#words.unspaced = new Uint8Array(buffer, unspaced.value, room)
    this.#values = new Uint32Array(buffer, values.value, room)
    this.#signature = new Uint32Array(buffer, signature.value, 4096)
    this.#room = room
  }

  /** Reads the words of a text: what `readWordsPlainly` reads. */
  read(text: string): WordBuffer {
    this.#words.count = this.#exports.read(this.#encoder.encodeInto(text, this.#text).written, text.length)
    return this.#words
  }

  /** Takes words that were read before, for what follows; the last words read are there already, or the first of them. */
  take({ hashes, unspaced, count }: Readonly<Pick<WordBuffer, 'hashes' | 'unspaced' | 'count'>>): void {
    if (hashes !== this.#words.hashes) {
      this.#words.hashes.set(count === hashes.length ? hashes : hashes.subarray(0, count))
      this.#words.unspaced.set(count === unspaced.length ? unspaced : unspaced.subarray(0, count))
    }
    this.#words.count = count
    this.#exports.take(count)
  }

  /** The signature of the words' shingles: what `minHash` makes of it. */
  signature(size: number, unspacedSize: number, numPerm: number, salt: number): Uint32Array {
    this.#exports.sign(this.#exports.shingle(size, unspacedSize), 32 - Math.log2(numPerm), salt)
    return this.#signature.slice(0, numPerm)
  }

  /** Those of the words' shingles that are below a limit, which depends on how many there are, in their order. */
  sample(size: number, unspacedSize: number, limitFor: (shingles: number) => number): Uint32Array {
    const made = this.#exports.shingle(size, unspacedSize)
    return this.#values.slice(0, this.#exports.sample(made, limitFor(made)))
  }
}

// What is used of WebAssembly; of its types there is no declaration that holds in browsers as well as in Node.
interface WebAssemblyUsed {
  readonly Module: new (code: Uint8Array) => object
  readonly Instance: new (module: object) => { readonly exports: unknown }
}

let kernel: Kernel | null | undefined

function instantiate(): Kernel | null {
  // The memory of WebAssembly counts from the low byte, as all but a few machines do.
  if (new Uint8Array(new Uint32Array([1]).buffer)[0] !== 1) return null
  const code = Uint8Array.from(atob(kernelCode), (character) => character.charCodeAt(0))
  const { Module, Instance } = (globalThis as unknown as { readonly WebAssembly: WebAssemblyUsed }).WebAssembly
  return new Kernel(new Instance(new Module(code)).exports as Exports)
}

/**
 * The kernel with room for a text, or for words, of such a length; null where there is none or it is too
 * long. `characters` gives the table of what every code unit is.
 */
export function kernelWithRoom(length: number, characters: () => Uint32Array): Kernel | null {
  if (kernel === null || length > longestText) return null
  try {
    kernel ??= instantiate()
    kernel?.reserve(length, characters)
  } catch {
    // WebAssembly, atob or TextEncoder is missing or forbidden, or there is no memory left.
    kernel = null
  }
  return kernel
}
