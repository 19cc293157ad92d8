// Memory for very many short lists of numbers, taken and given back in any order: blocks of one size stand in chunks of typed arrays, and
// those given back are used again (a free list for each chunk: Knuth, The Art of Computer Programming 1, 2.5). A chunk of which nothing is
// in use is let go, so that a flood that has left takes no memory. A typed array for every list would take more memory than its
// numbers, and time whenever garbage is collected.

/** Words of a chunk, unless a list is longer. */
export const usualChunk = 1 << 12
const none = new Uint32Array(0)

/** Blocks of one size: how many numbers a list has, then room for so many. */
export class Pool {
  readonly #chunks: Uint32Array[] = []
  readonly #stride: number
  readonly #inChunk: number
  /** By chunk how many of its blocks are in use, and how many were before. */
  readonly #inUse: number[] = []
  readonly #used: number[] = []
  /** By chunk the last block that was given back, from 1: it has the one before in the place of its count. */
  readonly #givenBack: number[] = []
  /** Chunks with room; and by chunk, where it stands among them. */
  readonly #open: number[] = []
  readonly #placeInOpen: number[] = []
  /** The chunk that was left empty last. */
  #empty = -1
  /** Places of chunks that were let go. */
  readonly #gone: number[] = []

  constructor(
    readonly capacity: number,
    chunkWords = usualChunk,
  ) {
    this.#stride = capacity + 1
    this.#inChunk = Math.max(1, Math.floor(chunkWords / this.#stride))
  }

  take(): number {
    const chunk = this.#open.at(-1) ?? this.#newChunk()
    let block = (this.#givenBack[chunk] as number) - 1
    if (block >= 0) this.#givenBack[chunk] = (this.#chunks[chunk] as Uint32Array)[block * this.#stride] as number
    else {
      block = this.#used[chunk] as number
      this.#used[chunk] = block + 1
    }
    const inUse = (this.#inUse[chunk] as number) + 1
    this.#inUse[chunk] = inUse
    if (inUse === this.#inChunk) this.#close(chunk)
    return chunk * this.#inChunk + block
  }

  release(block: number): void {
    const chunk = Math.floor(block / this.#inChunk)
    const inUse = this.#inUse[chunk] as number
    this.chunkOf(block)[this.startOf(block)] = this.#givenBack[chunk] as number
    this.#givenBack[chunk] = (block % this.#inChunk) + 1
    this.#inUse[chunk] = inUse - 1
    if (inUse === this.#inChunk) this.#openAgain(chunk)
    if (inUse === 1) this.#spare(chunk)
  }

  chunkOf(block: number): Uint32Array {
    return this.#chunks[Math.floor(block / this.#inChunk)] as Uint32Array
  }

  /** Where a block stands in its chunk: its count, then its numbers. */
  startOf(block: number): number {
    return (block % this.#inChunk) * this.#stride
  }

  get bytes(): number {
    return (this.#chunks.length - this.#gone.length) * this.#inChunk * this.#stride * 4
  }

  #newChunk(): number {
    const chunk = this.#gone.pop() ?? this.#chunks.length
    this.#chunks[chunk] = new Uint32Array(this.#inChunk * this.#stride)
    this.#inUse[chunk] = 0
    this.#used[chunk] = 0
    this.#givenBack[chunk] = 0
    this.#openAgain(chunk)
    return chunk
  }

  /** Lets go of the chunk that was empty before, if it is still: one stays, or a list that comes and goes would make one each time. */
  #spare(chunk: number): void {
    const before = this.#empty
    this.#empty = chunk
    if (before < 0 || before === chunk || this.#inUse[before] !== 0) return
    this.#close(before)
    this.#chunks[before] = none
    this.#gone.push(before)
  }

  #openAgain(chunk: number): void {
    this.#placeInOpen[chunk] = this.#open.length
    this.#open.push(chunk)
  }

  #close(chunk: number): void {
    const last = this.#open.pop()
    if (last === undefined || last === chunk) return
    const place = this.#placeInOpen[chunk] as number
    this.#open[place] = last
    this.#placeInOpen[last] = place
  }
}
