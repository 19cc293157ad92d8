// Shingles: the hashes of every run of `size` words (Broder 1997), and winnowing, which keeps a sample of them such that any
// run shared by two texts is met (Schleimer, Wilkerson and Aiken 2003). Relies on token hashes alone.
import { mix, type Tokens } from '../text/tokens.js'

/** Words in a shingle. Five is what copy detection settled on: shorter ones meet by chance, longer ones break on each edit. */
export const shingleSize = 5

/** Letters in a shingle of a script without spaces: about five words. */
export const unspacedShingleSize = 8

const ROUND = 0x9e3779b1

/** One hash of a run of word hashes, in which their order counts; not mixed yet. */
export function hashRun(hashes: Uint32Array, from: number, to: number, seed: number): number {
  let hash = seed
  for (let k = from; k < to; k++) hash = Math.imul((hash << 5) | (hash >>> 27), ROUND) ^ (hashes[k] as number)
  return hash
}

/**
 * The hash of the shingle that starts at every token, in order; the last few tokens start none. A text shorter than one
 * shingle is one shingle. Linear in tokens × size.
 */
export function shingles(
  tokens: Pick<Tokens, 'hashes' | 'unspaced' | 'count'>,
  size = shingleSize,
  unspacedSize = unspacedShingleSize,
): Uint32Array {
  const { hashes, unspaced, count } = tokens
  if (count === 0) return new Uint32Array(0)
  const found = new Uint32Array(Math.max(1, count))
  let made = 0
  for (let i = 0; i < count; i++) {
    const length = unspaced[i] === 1 ? unspacedSize : size
    if (i + length > count && i > 0) continue
    const end = Math.min(count, i + length)
    found[made++] = mix(hashRun(hashes, i, end, length))
  }
  return found.slice(0, made)
}

/** The different values of a hash array, in ascending order. */
export function distinct(values: Uint32Array): Uint32Array {
  const sorted = values.slice().sort()
  let kept = 0
  for (let i = 0; i < sorted.length; i++)
    if (i === 0 || sorted[i] !== sorted[i - 1]) sorted[kept++] = sorted[i] as number
  return sorted.slice(0, kept)
}

/**
 * Winnowing: the smallest hash of every `window` neighbours, once each, in ascending order. Two texts that share a run of
 * `window` shingles share a fingerprint for certain; about 2 in window + 1 shingles are kept.
 */
export function winnow(hashes: Uint32Array, window: number): Uint32Array {
  const kept: number[] = []
  let least = -1
  for (let i = 0; i < hashes.length; i++) {
    if (i < window - 1 && hashes.length >= window) continue
    const from = Math.max(0, i - window + 1)
    if (least < from) {
      least = from
      for (let k = from + 1; k <= i; k++) if ((hashes[k] as number) <= (hashes[least] as number)) least = k
      kept.push(hashes[least] as number)
    } else if ((hashes[i] as number) <= (hashes[least] as number)) {
      least = i
      kept.push(hashes[i] as number)
    }
  }
  return distinct(Uint32Array.from(kept))
}
