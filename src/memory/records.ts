// Numbers by article, a list of any length for each: fingerprints, lines, candidates, what pairs are to each other, texts, the forms of
// units. Articles go by numbers that are used again, so lists stand by number; blocks come in sizes that grow by a quarter, so that
// little room is lost.
import { grown } from './grown.js'
import { Pool, usualChunk } from './pool.js'

const POOL_SHIFT = 24
const BLOCKS = (1 << POOL_SHIFT) - 1
const NONE = 0xffffffff

/** The least capacity of each pool: 4, 5, 7, 9, 12, … to beyond any text. */
const capacities: readonly number[] = Array.from({ length: 70 }, (_, k) => Math.ceil(4 * 1.25 ** k))

/** Lists of numbers by article. */
export class Records {
  /** The list that was found last: from `from` on in `list`, `count` numbers. */
  list: Uint32Array = new Uint32Array(0)
  from = 0
  count = 0
  readonly #pools: (Pool | undefined)[] = []
  readonly #chunkWords: number
  #places = new Uint32Array(64).fill(NONE)

  /** Larger chunks are for longer lists. */
  constructor(chunkWords = usualChunk) {
    this.#chunkWords = chunkWords
  }

  /** Finds an article's list; of one that has none it is empty. Allocates nothing. */
  find(article: number): void {
    const place = this.#places[article] ?? NONE
    const pool = place === NONE ? undefined : this.#pools[place >>> POOL_SHIFT]
    if (!pool) {
      this.count = 0
      return
    }
    const block = place & BLOCKS
    const start = pool.startOf(block)
    this.list = pool.chunkOf(block)
    this.from = start + 1
    this.count = this.list[start] as number
  }

  /** An article's list, to be read before anything is set. */
  of(article: number): Uint32Array {
    this.find(article)
    return this.list.subarray(this.from, this.from + this.count)
  }

  /** Whether an article has a list, be it empty. */
  has(article: number): boolean {
    return (this.#places[article] ?? NONE) !== NONE
  }

  /** Sets an article's list; null takes it out. */
  set(article: number, numbers: Uint32Array | null): void {
    if (article >= this.#places.length) this.#places = grown(Uint32Array, this.#places, article + 1, NONE)
    this.#release(article)
    if (numbers === null) return
    const size = capacities.findIndex((capacity) => capacity >= numbers.length)
    const capacity = capacities[size]
    if (capacity === undefined) throw new RangeError(`too many numbers of one article: ${numbers.length}`)
    let pool = this.#pools[size]
    if (!pool) {
      pool = new Pool(capacity, this.#chunkWords)
      this.#pools[size] = pool
    }
    const block = pool.take()
    const [chunk, start] = [pool.chunkOf(block), pool.startOf(block)]
    chunk[start] = numbers.length
    chunk.set(numbers, start + 1)
    this.#places[article] = size * 2 ** POOL_SHIFT + block
  }

  /** Puts a number behind those of an article. */
  append(article: number, number: number): void {
    this.find(article)
    const { list, from, count } = this
    const pool = this.#pools[(this.#places[article] ?? NONE) >>> POOL_SHIFT]
    if (!pool || count === pool.capacity) {
      const longer = new Uint32Array(count + 1)
      longer.set(list.subarray(from, from + count))
      longer[count] = number
      this.set(article, longer)
      return
    }
    list[from + count] = number
    list[from - 1] = count + 1
  }

  #release(article: number): void {
    const place = this.#places[article] as number
    if (place === NONE) return
    this.#pools[place >>> POOL_SHIFT]?.release(place & BLOCKS)
    this.#places[article] = NONE
  }
}
