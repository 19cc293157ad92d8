// Order: where something stands in a list that has one, by halving, and work to be done in an order, the first of it at any time: a
// binary heap (Knuth, The Art of Computer Programming 3, 5.2.3) of numbers of which each is in it once.

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

/** Numbers that are taken out in order. */
export class InOrder {
  readonly #isBefore: (a: number, b: number) => boolean
  readonly #heap: number[] = []
  readonly #held = new Set<number>()

  constructor(isBefore: (a: number, b: number) => boolean) {
    this.#isBefore = isBefore
  }

  add(one: number): void {
    if (this.#held.has(one)) return
    this.#held.add(one)
    const heap = this.#heap
    let at = heap.length
    heap.push(one)
    while (at > 0) {
      const above = (at - 1) >> 1
      if (!this.#isBefore(one, heap[above] as number)) break
      heap[at] = heap[above] as number
      at = above
    }
    heap[at] = one
  }

  /** The first, or null where there is none. */
  take(): number | null {
    const heap = this.#heap
    const first = heap[0]
    const last = heap.pop()
    if (first === undefined || last === undefined) return null
    this.#held.delete(first)
    if (heap.length > 0) this.#sink(last)
    return first
  }

  /** Puts a number in the place of the first. */
  #sink(one: number): void {
    const heap = this.#heap
    let at = 0
    for (let below = 1; below < heap.length; below = 2 * at + 1) {
      if (below + 1 < heap.length && this.#isBefore(heap[below + 1] as number, heap[below] as number)) below++
      if (!this.#isBefore(heap[below] as number, one)) break
      heap[at] = heap[below] as number
      at = below
    }
    heap[at] = one
  }
}
