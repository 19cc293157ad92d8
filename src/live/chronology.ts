// When articles were published and in which order, by number, over arrays: what is asked most often of all while candidates are sought.
// The order is that of byPublication (text/page.ts).
import { grown } from '../memory/grown.js'

/** Articles in order of publication. */
export class Chronology {
  /** Epoch milliseconds; NaN where unknown. */
  #times = new Float64Array(64).fill(Number.NaN)
  readonly #ids: string[] = []

  /** Tells of an article. */
  set(article: number, id: string, time: number | null): void {
    if (article >= this.#times.length) this.#times = grown(Float64Array, this.#times, article + 1, Number.NaN)
    this.#times[article] = time ?? Number.NaN
    this.#ids[article] = id
  }

  /** By number, in epoch milliseconds; NaN where unknown. To be read before anything is set. */
  get times(): Float64Array {
    return this.#times
  }

  timeOf(article: number): number | null {
    const time = this.#times[article] as number
    return Number.isNaN(time) ? null : time
  }

  /** Whether an article comes before another: those of unknown time come last, equals in order of id. */
  isBefore(a: number, b: number): boolean {
    // Asked most often of all: nothing is to be allocated here.
    const x = this.#times[a] as number
    const y = this.#times[b] as number
    if (x < y) return true
    if (x > y || a === b) return false
    if (x !== y && Number.isNaN(x) !== Number.isNaN(y)) return Number.isNaN(y)
    return (this.#ids[a] as string) < (this.#ids[b] as string)
  }

  /** Whether the earlier of two may be a copy's source by their times: it is no further back than the window, or unknown. */
  isWithin(earlier: number, later: number, window: number): boolean {
    return !((this.#times[later] as number) - (this.#times[earlier] as number) > window)
  }
}
