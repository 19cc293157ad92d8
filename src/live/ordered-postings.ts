// For every fingerprint, or whatever number, the articles that have it, in order of publication, as they come and go. As
// sketch/postings.ts but that articles may come in any order and are taken out again, so lists are kept whole. Most fingerprints have one
// article, which stands in the hash table itself; lists stand in blocks of sizes that grow fourfold. All in typed arrays. Tables are open
// addressed (Knuth, The Art of Computer Programming 3, 6.4) and many, each growing by itself, so that no insertion waits long. Exact.
import { grown } from '../memory/grown.js'
import { Pool } from '../memory/pool.js'

/** For very many lists: 256 tables. */
const defaultTableBits = 8
const FULLEST = 0.8
const GROWTH = 1.6
const SPREAD = 0x9e3779b1
const leastSlots = 8
// What stands beside a key: nothing yet, a list that is empty now, one article and two more, or a reference to a block.
const FREE = 0
const EMPTIED = 1
const SINGLE = 2
const BLOCK = 0x80000000
// A reference to a block: four bits for its pool, and the rest for its place in it.
const POOL_SHIFT = 27
const leastCapacity = 4
const POOLS = 12

/** Memory for lists, which those of one order of magnitude may share. */
export const newPools = (): readonly Pool[] => Array.from({ length: POOLS }, (_, k) => new Pool(leastCapacity * 4 ** k))

/** Lists of articles by fingerprint, each in one order. */
export class OrderedPostings {
  /** A list: from `from` on in `list`, `count` articles. Overwritten by the next call of anything. */
  list: Uint32Array
  from = 0
  count = 0
  readonly #single = new Uint32Array(1)
  readonly #isBefore: (a: number, b: number) => boolean
  readonly #pools: readonly Pool[]
  /** Key and reference by turns. */
  readonly #tables: (Uint32Array | undefined)[]
  readonly #used: Uint32Array
  readonly #tableBits: number
  #references = new Uint32Array(0)

  /** `isBefore` orders articles, by their numbers. Of tables there are two to the power of `tableBits`, from 1. */
  constructor(isBefore: (a: number, b: number) => boolean, pools = newPools(), tableBits = defaultTableBits) {
    this.#isBefore = isBefore
    this.#pools = pools
    this.list = this.#single
    this.#tableBits = tableBits
    this.#tables = new Array(1 << tableBits)
    this.#used = new Uint32Array(1 << tableBits)
  }

  /** Bytes held, with those of all that share its memory. */
  get bytes(): number {
    let bytes = 0
    for (const pool of this.#pools) bytes += pool.bytes
    for (const table of this.#tables) bytes += table?.byteLength ?? 0
    return bytes
  }

  /** Finds a fingerprint's list. */
  find(fingerprint: number): void {
    this.open(this.#referenceOf(fingerprint))
  }

  /**
   * Finds the lists of many fingerprints, for `open`. Each word of memory is waited for by itself when read one after the other, and many at
   * once when nothing depends on them: so all are found before the first is opened. To be used before anything is added, removed or found.
   */
  findAll(fingerprints: Uint32Array): Uint32Array {
    const many = fingerprints.length
    if (many >= this.#references.length) this.#references = grown(Uint32Array, this.#references, many + 1)
    const references = this.#references
    for (let f = 0; f < many; f++) references[f] = this.#referenceOf(fingerprints[f] as number)
    let read = 0
    for (let f = 0; f < many; f++) {
      const known = references[f] as number
      if (known < BLOCK) continue
      const pool = this.#poolOf(known)
      const block = blockOf(known)
      read += pool.chunkOf(block)[pool.startOf(block)] as number
    }
    // Were the sum not kept, nothing would have to be read.
    references[many] = read
    return references
  }

  /** Opens a list by what `findAll` gave for it. */
  open(known: number): void {
    if (known >= BLOCK) {
      const pool = this.#poolOf(known)
      const block = blockOf(known)
      const start = pool.startOf(block)
      this.list = pool.chunkOf(block)
      this.from = start + 1
      this.count = this.list[start] as number
      return
    }
    this.#single[0] = known - SINGLE
    this.list = this.#single
    this.from = 0
    this.count = known >= SINGLE ? 1 : 0
  }

  /** A copy of a fingerprint's list. */
  of(fingerprint: number): Uint32Array {
    this.find(fingerprint)
    return this.list.slice(this.from, this.from + this.count)
  }

  /** Where an article stands in the list that was found, or would stand: by how many it is preceded. Logarithmic. */
  placeOf(article: number): number {
    let [low, high] = [0, this.count]
    // Most come last.
    if (high > 0 && this.#isBefore(this.list[this.from + high - 1] as number, article)) return high
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#isBefore(this.list[this.from + middle] as number, article)) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Puts an article into a fingerprint's list; says how many precede it, or -1 where it was there already. */
  add(fingerprint: number, article: number): number {
    const key = Math.imul(fingerprint, SPREAD) >>> 0
    const number = this.#tableOf(key)
    let table = this.#tables[number]
    if (!table || (this.#used[number] as number) >= FULLEST * (table.length / 2)) table = this.#grow(number, table)
    const slot = this.#slotOf(table, key)
    const known = table[slot + 1] as number
    if (known === FREE) {
      table[slot] = key
      this.#used[number] = (this.#used[number] as number) + 1
    }
    if (known <= EMPTIED) {
      table[slot + 1] = article + SINGLE
      return 0
    }
    this.open(known)
    const place = this.placeOf(article)
    if (place < this.count && this.list[this.from + place] === article) return -1
    table[slot + 1] = this.#insert(known, place, article)
    return place
  }

  /** Takes an article out of a fingerprint's list; says whether it was there. */
  remove(fingerprint: number, article: number): boolean {
    const key = Math.imul(fingerprint, SPREAD) >>> 0
    const table = this.#tables[this.#tableOf(key)]
    if (!table) return false
    const slot = this.#slotOf(table, key)
    const known = table[slot + 1] as number
    this.open(known)
    const place = this.placeOf(article)
    if (place >= this.count || this.list[this.from + place] !== article) return false
    if (known < BLOCK) {
      table[slot + 1] = EMPTIED
      return true
    }
    const { list, from, count } = this
    list.copyWithin(from + place, from + place + 1, from + count)
    list[from - 1] = count - 1
    if (count === 2) {
      table[slot + 1] = (list[from] as number) + SINGLE
      this.#release(known)
    }
    return true
  }

  #referenceOf(fingerprint: number): number {
    const key = Math.imul(fingerprint, SPREAD) >>> 0
    const table = this.#tables[this.#tableOf(key)]
    return table ? (table[this.#slotOf(table, key) + 1] as number) : FREE
  }

  #tableOf(key: number): number {
    return key >>> (32 - this.#tableBits)
  }

  /** The slot of a key, or the free one where it would stand. The search begins at its lower bits as a share of the table. */
  #slotOf(table: Uint32Array, key: number): number {
    const share = ((key << this.#tableBits) >>> 0) / 0x100000000
    let slot = 2 * Math.floor(share * (table.length / 2))
    while (table[slot + 1] !== FREE && table[slot] !== key) slot = slot + 2 === table.length ? 0 : slot + 2
    return slot
  }

  /** Puts an article into the list that is open, whose reference is given; gives its reference now. */
  #insert(known: number, place: number, article: number): number {
    const { list, from, count } = this
    const capacity = known >= BLOCK ? this.#poolOf(known).capacity : 1
    if (count < capacity) {
      list.copyWithin(from + place + 1, from + place, from + count)
      list[from + place] = article
      list[from - 1] = count + 1
      return known
    }
    const number = known >= BLOCK ? numberOf(known) + 1 : 0
    const pool = this.#pools[number]
    if (!pool) throw new RangeError('too many articles of one fingerprint')
    const block = pool.take()
    const [larger, start] = [pool.chunkOf(block), pool.startOf(block)]
    larger[start] = count + 1
    larger.set(list.subarray(from, from + place), start + 1)
    larger[start + 1 + place] = article
    larger.set(list.subarray(from + place, from + count), start + 2 + place)
    if (known >= BLOCK) this.#release(known)
    return BLOCK + number * 2 ** POOL_SHIFT + block
  }

  #release(known: number): void {
    this.#poolOf(known).release(blockOf(known))
  }

  #poolOf(known: number): Pool {
    return this.#pools[numberOf(known)] as Pool
  }

  /** Makes room in a table: by what is empty now, and by a larger one for the rest. */
  #grow(number: number, old: Uint32Array | undefined): Uint32Array {
    let kept = 0
    for (let at = 1; old && at < old.length; at += 2) if ((old[at] as number) >= SINGLE) kept++
    const table = new Uint32Array(2 * Math.max(leastSlots, Math.ceil(kept * GROWTH)))
    for (let at = 0; old && at < old.length; at += 2) {
      if ((old[at + 1] as number) < SINGLE) continue
      const slot = this.#slotOf(table, old[at] as number)
      table[slot] = old[at] as number
      table[slot + 1] = old[at + 1] as number
    }
    this.#tables[number] = table
    this.#used[number] = kept
    return table
  }
}

const numberOf = (known: number) => (known - BLOCK) >>> POOL_SHIFT
const blockOf = (known: number) => known & ((1 << POOL_SHIFT) - 1)
