// Order: where something stands in a list that has one, by halving, and numbers of which the first is wanted at any time: a binary heap
// (Knuth, The Art of Computer Programming 3, 5.2.3) that knows where each stands, so that any can be taken out.
import { grown } from '../memory/grown.js'

/** How many of a list of so many, in order, come before something; `comesBefore` says it of a place. Logarithmic. */
export function placesBefore(count: number, comesBefore: (place: number) => boolean): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if (comesBefore(middle)) low = middle + 1
    else high = middle
  }
  return low
}

/** Small whole numbers, each once, that are taken out in order. */
export class InOrder {
  readonly #isBefore: (a: number, b: number) => boolean
  readonly #heap: number[] = []
  /** Where each number stands, and one more; 0 for those that are out. */
  #places = new Uint32Array(64)

  constructor(isBefore: (a: number, b: number) => boolean) {
    this.#isBefore = isBefore
  }

  get size(): number {
    return this.#heap.length
  }

  /** The first, or null where there is none. */
  get first(): number | null {
    return this.#heap[0] ?? null
  }

  /** Adds a number that is not in yet. Logarithmic. */
  add(one: number): void {
    if (one >= this.#places.length) this.#places = grown(Uint32Array, this.#places, one + 1)
    if (this.#places[one] !== 0) return
    this.#heap.push(one)
    this.#rise(one, this.#heap.length - 1)
  }

  /** Takes a number out that may be in. Logarithmic. */
  delete(one: number): void {
    const place = this.#places[one] ?? 0
    if (place === 0) return
    this.#places[one] = 0
    const last = this.#heap.pop()
    if (last === undefined || last === one) return
    this.#sink(last, place - 1)
    this.#rise(last, (this.#places[last] as number) - 1)
  }

  /** Takes the first out, or null where there is none. */
  take(): number | null {
    const { first } = this
    if (first !== null) this.delete(first)
    return first
  }

  /** All for which something holds that holds for whoever comes before them, in no order. Linear in these. */
  allWhile(holds: (one: number) => boolean): number[] {
    const found: number[] = []
    const places = [0]
    for (let at = places.pop(); at !== undefined; at = places.pop()) {
      const one = this.#heap[at]
      if (one === undefined || !holds(one)) continue
      found.push(one)
      places.push(2 * at + 1, 2 * at + 2)
    }
    return found
  }

  #put(one: number, at: number): void {
    this.#heap[at] = one
    this.#places[one] = at + 1
  }

  #rise(one: number, from: number): void {
    let at = from
    while (at > 0) {
      const above = (at - 1) >> 1
      const other = this.#heap[above] as number
      if (!this.#isBefore(one, other)) break
      this.#put(other, at)
      at = above
    }
    this.#put(one, at)
  }

  #sink(one: number, from: number): void {
    const heap = this.#heap
    let at = from
    for (let below = 2 * at + 1; below < heap.length; below = 2 * at + 1) {
      if (below + 1 < heap.length && this.#isBefore(heap[below + 1] as number, heap[below] as number)) below++
      const other = heap[below] as number
      if (!this.#isBefore(other, one)) break
      this.#put(other, at)
      at = below
    }
    this.#put(one, at)
  }
}
