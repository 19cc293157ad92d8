// A set of hashes over flat arrays, for loops over very many of them: open addressing (Knuth, The Art of Computer Programming 3, 6.4).

/** A set of keys that is emptied at no cost: slots that were filled before the last emptying count for nothing. */
export class KeySet {
  #keys = new Uint32Array(256)
  #filled = new Uint32Array(256)
  /** By slot, as how many-th its key was added. */
  #places = new Uint32Array(256)
  #round = 1
  #size = 0

  clear(): void {
    this.#round++
    this.#size = 0
  }

  has(key: number): boolean {
    const slot = this.#slotOf(key)
    return this.#filled[slot] === this.#round
  }

  /** How many keys were added before a key, or -1 where it is not in. */
  placeOf(key: number): number {
    const slot = this.#slotOf(key)
    return this.#filled[slot] === this.#round ? (this.#places[slot] as number) : -1
  }

  add(key: number): void {
    const slot = this.#slotOf(key)
    if (this.#filled[slot] === this.#round) return
    this.#keys[slot] = key
    this.#filled[slot] = this.#round
    this.#places[slot] = this.#size
    if (2 * ++this.#size > this.#keys.length) this.#grow()
  }

  /** The slot of a key, or the empty one where it would stand. Keys are hashes, well spread. */
  #slotOf(key: number): number {
    const last = this.#keys.length - 1
    let slot = key & last
    while (this.#filled[slot] === this.#round && this.#keys[slot] !== key) slot = (slot + 1) & last
    return slot
  }

  #grow(): void {
    const held = new Uint32Array(this.#size)
    this.#keys.forEach((key, slot) => {
      if (this.#filled[slot] === this.#round) held[this.#places[slot] as number] = key
    })
    this.#keys = new Uint32Array(2 * this.#keys.length)
    this.#filled = new Uint32Array(this.#keys.length)
    this.#places = new Uint32Array(this.#keys.length)
    this.#size = 0
    for (const key of held) this.add(key)
  }
}
