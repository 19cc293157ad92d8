// Locality-sensitive hashing of MinHash signatures (Indyk and Motwani 1998; Leskovec, Rajaraman and Ullman, Mining of Massive
// Datasets, 3.4): a signature is cut into bands of rows; two articles meet when they agree on all rows of a band. The chance to
// meet is 1 − (1 − J^rows)^bands. Misses and hits are both probabilistic; compare what it returns.
import { mix } from '../text/tokens.js'

/** How signatures are banded. */
export interface LshOptions {
  /**
   * Values in a signature.
   * @default 128
   */
  readonly numPerm?: number
  /**
   * Resemblance at which a pair should be met about half of the time; sets `bands` and `rows`.
   * @default 0.5
   */
  readonly threshold?: number
  /** Bands; with `rows`, in place of `threshold`. bands × rows must not exceed numPerm. */
  readonly bands?: number
  /** Rows of a band. */
  readonly rows?: number
}

/** The bands and rows whose threshold, (1/bands)^(1/rows), is nearest to the one wanted. */
export function bandsFor(threshold: number, numPerm: number): { bands: number; rows: number } {
  let best = { bands: 1, rows: 1, away: Number.POSITIVE_INFINITY }
  for (let rows = 1; rows <= numPerm; rows++) {
    const bands = Math.floor(numPerm / rows)
    const away = Math.abs((1 / bands) ** (1 / rows) - threshold)
    if (away < best.away) best = { bands, rows, away }
  }
  return { bands: best.bands, rows: best.rows }
}

/**
 * An index of signatures by key.
 *
 * @example
 * const index = new LshIndex<string>({ threshold: 0.5 })
 * index.insert('a', signature)
 * index.query(signature) // ['a']
 */
export class LshIndex<Key> {
  readonly bands: number
  readonly rows: number
  readonly #numPerm: number
  readonly #tables: Map<number, Key[]>[]
  readonly #keys = new Set<Key>()

  /** @throws RangeError when bands × rows exceeds numPerm or the threshold is not between 0 and 1 */
  constructor(options: LshOptions = {}) {
    this.#numPerm = options.numPerm ?? 128
    const threshold = options.threshold ?? 0.5
    if ((options.bands === undefined) !== (options.rows === undefined))
      throw new RangeError('bands and rows go together')
    for (const [name, value] of Object.entries({
      numPerm: this.#numPerm,
      bands: options.bands ?? 1,
      rows: options.rows ?? 1,
    }))
      if (!Number.isInteger(value) || value < 1)
        throw new RangeError(`${name} must be a whole number above 0, not ${value}`)
    if (!(threshold > 0 && threshold < 1)) throw new RangeError(`threshold must lie between 0 and 1, not ${threshold}`)
    const chosen =
      options.bands && options.rows ? { bands: options.bands, rows: options.rows } : bandsFor(threshold, this.#numPerm)
    if (chosen.bands * chosen.rows > this.#numPerm)
      throw new RangeError(`${chosen.bands} bands of ${chosen.rows} rows need more than ${this.#numPerm} values`)
    this.bands = chosen.bands
    this.rows = chosen.rows
    this.#tables = Array.from({ length: this.bands }, () => new Map())
  }

  /** Keys held. */
  get size(): number {
    return this.#keys.size
  }

  /** Adds a signature. O(bands). @throws RangeError when the key is held already or the signature has another length */
  insert(key: Key, signature: Uint32Array): void {
    if (this.#keys.has(key)) throw new RangeError(`key ${String(key)} is in the index already`)
    const bandHashes = this.#hashes(signature)
    this.#keys.add(key)
    bandHashes.forEach((hash, band) => {
      const table = this.#tables[band] as Map<number, Key[]>
      const bucket = table.get(hash)
      if (bucket) bucket.push(key)
      else table.set(hash, [key])
    })
  }

  /** Keys that agree with a signature on a band, in order of insertion, once each. */
  query(signature: Uint32Array): Key[] {
    const found = new Set<Key>()
    this.#hashes(signature).forEach((hash, band) => {
      for (const key of this.#tables[band]?.get(hash) ?? []) found.add(key)
    })
    return [...found]
  }

  #hashes(signature: Uint32Array): number[] {
    if (signature.length !== this.#numPerm)
      throw new RangeError(`expected a signature of ${this.#numPerm} values, not ${signature.length}`)
    return Array.from({ length: this.bands }, (_, band) => {
      let hash = band
      for (let row = 0; row < this.rows; row++)
        hash = mix(hash ^ (signature[band * this.rows + row] as number)) + 0x9e3779b9
      return hash >>> 0
    })
  }
}
