// Memory for very many short lists of numbers, taken and given back in any order: blocks of one size stand in chunks of typed arrays, and
// those given back are used again (a free list: Knuth, The Art of Computer Programming 1, 2.5). A typed array for every list would
// take more memory than its numbers, and time whenever garbage is collected.

/** Words of a chunk, unless a list is longer. */
export const usualChunk = 1 << 12

/** Blocks of one size: how many numbers a list has, then room for so many. */
export class Pool {
  readonly #chunks: Uint32Array[] = []
  readonly #free: number[] = []
  readonly #stride: number
  readonly #inChunk: number
  #made = 0

  constructor(
    readonly capacity: number,
    chunkWords = usualChunk,
  ) {
    this.#stride = capacity + 1
    this.#inChunk = Math.max(1, Math.floor(chunkWords / this.#stride))
  }

  take(): number {
    const freed = this.#free.pop()
    if (freed !== undefined) return freed
    if (this.#made % this.#inChunk === 0) this.#chunks.push(new Uint32Array(this.#inChunk * this.#stride))
    return this.#made++
  }

  release(block: number): void {
    this.#free.push(block)
  }

  chunkOf(block: number): Uint32Array {
    return this.#chunks[Math.floor(block / this.#inChunk)] as Uint32Array
  }

  /** Where a block stands in its chunk: its count, then its numbers. */
  startOf(block: number): number {
    return (block % this.#inChunk) * this.#stride
  }

  get bytes(): number {
    return this.#chunks.length * this.#inChunk * this.#stride * 4
  }
}
