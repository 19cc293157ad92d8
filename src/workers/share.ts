// Who does what: shares out outlets evenly, and sends a pair to the worker that has read its pages, unless that one has much more to do
// than another. Reading a page costs several times what comparing two does.
import { mostKept } from '../match/kept-pages.js'

// Costs are in characters of text read as a page: a few megabytes take a worker a second.
const compareCost = 0.07
// Rather this much more to do than a page read twice.
const readAgain = 60

/** Shares out some weights among workers, the heaviest first to who has least; gives for each its worker. */
export function shareOut(weights: readonly number[], workers: number): Uint32Array {
  const loads = new Float64Array(workers)
  const shares = new Uint32Array(weights.length)
  const heaviestFirst = [...weights.keys()].sort((x, y) => (weights[y] as number) - (weights[x] as number) || x - y)
  for (const i of heaviestFirst) {
    let least = 0
    for (let worker = 1; worker < workers; worker++)
      if ((loads[worker] as number) < (loads[least] as number)) least = worker
    shares[i] = least
    loads[least] = (loads[least] as number) + (weights[i] as number)
  }
  return shares
}

/** Chooses a worker for each pair of articles, by place, and knows how much each has to do. */
export class PairShare {
  readonly #lengths: readonly number[]
  /** By worker and article: how many pages it had read when it read this one, that included. */
  readonly #readAt: readonly Uint32Array[]
  readonly #read: Uint32Array
  readonly #loads: Float64Array

  constructor(workers: number, lengths: readonly number[]) {
    this.#lengths = lengths
    this.#readAt = Array.from({ length: workers }, () => new Uint32Array(lengths.length))
    this.#read = new Uint32Array(workers)
    this.#loads = new Float64Array(workers)
  }

  /** The least that a worker has to do. */
  get leastLoad(): number {
    return Math.min(...this.#loads)
  }

  /** Gives a pair to a worker. */
  give(a: number, b: number): { readonly worker: number; readonly cost: number } {
    let worker = 0
    let least = Number.POSITIVE_INFINITY
    for (let w = 0; w < this.#loads.length; w++) {
      const load = (this.#loads[w] as number) + readAgain * this.#toRead(w, a, b)
      if (load >= least) continue
      least = load
      worker = w
    }
    const cost = this.#toRead(worker, a, b) + compareCost * (this.#lengthOf(a) + this.#lengthOf(b))
    this.#loads[worker] = (this.#loads[worker] as number) + cost
    for (const place of [a, b]) this.#markRead(worker, place)
    return { worker, cost }
  }

  /** Tells that a worker is done with what it was given at such a cost. */
  done(worker: number, cost: number): void {
    this.#loads[worker] = (this.#loads[worker] as number) - cost
  }

  #lengthOf(place: number): number {
    return this.#lengths[place] as number
  }

  #toRead(worker: number, a: number, b: number): number {
    return (this.#has(worker, a) ? 0 : this.#lengthOf(a)) + (this.#has(worker, b) ? 0 : this.#lengthOf(b))
  }

  #has(worker: number, place: number): boolean {
    const at = this.#readAt[worker]?.[place] ?? 0
    return at > 0 && (this.#read[worker] as number) - at < mostKept
  }

  #markRead(worker: number, place: number): void {
    const readAt = this.#readAt[worker]
    if (!readAt || this.#has(worker, place)) return
    this.#read[worker] = (this.#read[worker] as number) + 1
    readAt[place] = this.#read[worker] as number
  }
}
