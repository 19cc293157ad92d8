// The memory of the candidate index: for every fingerprint the articles that have it, in the order in which they came, and of
// very many only the last. Most fingerprints have one article, which stands in the hash table itself; lists stand in
// blocks of a few sizes. All in typed arrays: some ten bytes a fingerprint, nothing for the garbage collector to walk. Tables are open
// addressed (Knuth, The Art of Computer Programming 3, 6.4) and many, each growing by itself, so that no insertion waits long. Articles
// that nobody will ask for again are dropped when a table is full. Exact.

const TABLE_BITS = 8
const TABLES = 1 << TABLE_BITS
const FULLEST = 0.85
const leastSlots = 8
const GROWTH = 1.6
const SPREAD = 0x9e3779b1
// A reference above this is to a block: three bits for its pool and the rest for its place in it.
const BLOCK = 0x80000000
const POOL_SHIFT = 28
const blocksInChunk = 128

/** Blocks of one size: how many articles were ever put in, then as many of the last as there is room for. */
class BlockPool {
  readonly #chunks: Uint32Array[] = []
  readonly #free: number[] = []
  readonly #stride: number
  #made = 0

  constructor(readonly capacity: number) {
    this.#stride = capacity + 1
  }

  take(): number {
    const freed = this.#free.pop()
    if (freed !== undefined) return freed
    if (this.#made % blocksInChunk === 0) this.#chunks.push(new Uint32Array(blocksInChunk * this.#stride))
    return this.#made++
  }

  release(block: number): void {
    this.#free.push(block)
  }

  chunkOf(block: number): Uint32Array {
    return this.#chunks[Math.floor(block / blocksInChunk)] as Uint32Array
  }

  startOf(block: number): number {
    return (block % blocksInChunk) * this.#stride
  }

  get bytes(): number {
    return this.#chunks.length * blocksInChunk * this.#stride * 4
  }
}

/** Lists of articles by fingerprint, of which the last `most` are kept. Articles are added in order, from 0 on. */
export class Postings {
  /**
   * Where the articles stand that `add` met, in no order: from `metFrom` on in `metIn`. Overwritten by the next call; the article added
   * may stand behind them.
   */
  metIn: Uint32Array
  metFrom = 0
  readonly #single = new Uint32Array(1)
  readonly #most: number
  readonly #pools: readonly BlockPool[]
  /** Fingerprint and reference by turns; a reference of 0 is an empty slot. */
  readonly #tables: (Uint32Array | undefined)[] = new Array(TABLES)
  readonly #used = new Uint32Array(TABLES)
  /** What a full list met, before the article took the place of the oldest. */
  readonly #full: Uint32Array
  readonly #ahead = new Uint32Array(256)
  /** Articles below this are of no account. */
  #oldest = 0

  constructor(most: number) {
    this.#most = most
    this.#full = new Uint32Array(most)
    this.metIn = this.#single
    this.#pools = [...new Set([4, 16, most].map((size) => Math.min(size, most)))].map((size) => new BlockPool(size))
  }

  /** Adds an article to a fingerprint's list and says how many it met there, or -1 where it was in the list already. */
  add(fingerprint: number, article: number): number {
    const key = Math.imul(fingerprint, SPREAD) >>> 0
    const number = key >>> (32 - TABLE_BITS)
    let table = this.#tables[number]
    if (!table || (this.#used[number] as number) >= FULLEST * (table.length / 2)) table = this.#grow(number, table)
    const { length } = table
    let slot = slotOf(key, length)
    for (let known = table[slot + 1] as number; known !== 0; known = table[slot + 1] as number) {
      if (table[slot] === key) return this.#append(table, slot + 1, known, article)
      slot = slot + 2 === length ? 0 : slot + 2
    }
    table[slot] = key
    table[slot + 1] = article + 1
    this.#used[number] = (this.#used[number] as number) + 1
    return 0
  }

  /**
   * Reads ahead of `add` what it will read of some fingerprints. Each word of memory is waited for by itself when read one after the
   * other, and many at once when nothing depends on them. Changes nothing.
   */
  readAhead(fingerprints: Uint32Array): void {
    const many = Math.min(fingerprints.length, this.#ahead.length)
    for (let i = 0; i < many; i++) {
      const key = Math.imul(fingerprints[i] as number, SPREAD) >>> 0
      const table = this.#tables[key >>> (32 - TABLE_BITS)]
      this.#ahead[i] = table ? (table[slotOf(key, table.length) + 1] as number) : 0
    }
    let read = 0
    for (let i = 0; i < many; i++) {
      const known = this.#ahead[i] as number
      if (known < BLOCK) continue
      const pool = this.#pools[(known - BLOCK) >>> POOL_SHIFT] as BlockPool
      const block = known & ((1 << POOL_SHIFT) - 1)
      read += pool.chunkOf(block)[pool.startOf(block)] as number
    }
    // What is never used need not be read.
    this.#ahead[0] = read
  }

  /** Says that nobody will ask for articles below one again: lists that have no others may be dropped, and are in time. */
  forgetBefore(article: number): void {
    this.#oldest = article
  }

  /** Bytes held. */
  get bytes(): number {
    return this.#pools.reduce(
      (sum, { bytes }) => sum + bytes,
      this.#tables.reduce((sum, table) => sum + (table?.byteLength ?? 0), 0),
    )
  }

  #append(table: Uint32Array, at: number, known: number, article: number): number {
    if (known < BLOCK) {
      if (known === article + 1) return -1
      this.#single[0] = known - 1
      this.metIn = this.#single
      this.metFrom = 0
      table[at] = this.#block(0, this.#single, 0, 1, article)
      return 1
    }
    const size = (known - BLOCK) >>> POOL_SHIFT
    const block = known & ((1 << POOL_SHIFT) - 1)
    const pool = this.#pools[size] as BlockPool
    const { capacity } = pool
    const chunk = pool.chunkOf(block)
    const start = pool.startOf(block)
    const count = chunk[start] as number
    if (chunk[start + 1 + ((count - 1) % capacity)] === article) return -1
    this.metIn = chunk
    this.metFrom = start + 1
    if (count < capacity) {
      chunk[start + 1 + count] = article
      chunk[start] = count + 1
      return count
    }
    if (capacity < this.#most) {
      table[at] = this.#block(size + 1, chunk, start + 1, count, article)
      pool.release(block)
    } else {
      for (let k = 0; k < capacity; k++) this.#full[k] = chunk[start + 1 + k] as number
      this.metIn = this.#full
      this.metFrom = 0
      chunk[start + 1 + (count % capacity)] = article
      chunk[start] = count + 1
    }
    return capacity
  }

  /** A new block of what another held and the article. */
  #block(size: number, held: Uint32Array, from: number, count: number, article: number): number {
    const pool = this.#pools[size] as BlockPool
    const block = pool.take()
    const chunk = pool.chunkOf(block)
    const start = pool.startOf(block)
    chunk[start] = count + 1
    for (let k = 0; k < count; k++) chunk[start + 1 + k] = held[from + k] as number
    chunk[start + 1 + count] = article
    return BLOCK + ((size << POOL_SHIFT) | block)
  }

  /** Makes room in a table: by what it forgets, and by a larger one for the rest. */
  #grow(number: number, old: Uint32Array | undefined): Uint32Array {
    let kept = 0
    for (let at = 1; old && at < old.length; at += 2) {
      if (old[at] === 0) continue
      if (this.#isForgotten(old[at] as number)) old[at] = 0
      else kept++
    }
    const table = new Uint32Array(2 * Math.max(leastSlots, Math.ceil(kept * GROWTH)))
    for (let from = 0; old && from < old.length; from += 2) {
      if (old[from + 1] === 0) continue
      let slot = slotOf(old[from] as number, table.length)
      while (table[slot + 1] !== 0) slot = slot + 2 === table.length ? 0 : slot + 2
      table[slot] = old[from] as number
      table[slot + 1] = old[from + 1] as number
    }
    this.#tables[number] = table
    this.#used[number] = kept
    return table
  }

  /** Whether a list has nothing that may be asked for again; its block, if any, is then let go. */
  #isForgotten(known: number): boolean {
    if (known < BLOCK) return known - 1 < this.#oldest
    const pool = this.#pools[(known - BLOCK) >>> POOL_SHIFT] as BlockPool
    const block = known & ((1 << POOL_SHIFT) - 1)
    const [chunk, start] = [pool.chunkOf(block), pool.startOf(block)]
    const last = ((chunk[start] as number) - 1) % pool.capacity
    if ((chunk[start + 1 + last] as number) >= this.#oldest) return false
    pool.release(block)
    return true
  }
}

/** Where a key's search begins: its lower bits as a share of the table. */
const slotOf = (key: number, length: number) =>
  2 * Math.floor((((key << TABLE_BITS) >>> 0) / 0x100000000) * (length / 2))
