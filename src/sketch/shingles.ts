// Shingles: the hashes of every run of `size` words (Broder 1997), and winnowing, which keeps a sample of them such that any
// run shared by two texts is met (Schleimer, Wilkerson and Aiken 2003). Relies on token hashes alone.
import { mix, type Tokens } from '../text/tokens.js'

/** Words in a shingle. Five is what copy detection settled on: shorter ones meet by chance, longer ones break on each edit. */
export const shingleSize = 5

/** Letters in a shingle of a script without spaces: about five words. */
export const unspacedShingleSize = 8

const BASE = 0x9e3779b1

/** One hash of a run of word hashes, in which their order counts: a polynomial (Karp and Rabin 1987); not mixed yet. */
export function hashRun(hashes: Uint32Array, from: number, to: number, seed: number): number {
  let hash = seed
  for (let k = from; k < to; k++) hash = (Math.imul(hash, BASE) + (hashes[k] as number)) | 0
  return hash
}

type Words = Pick<Tokens, 'hashes' | 'unspaced' | 'count'>

/**
 * The hash of the shingle that starts at every token, in order; the last few tokens start none. A text shorter than one
 * shingle is one shingle. Linear in tokens × size.
 */
export function shingles(tokens: Words, size = shingleSize, unspacedSize = unspacedShingleSize): Uint32Array {
  const found = new Uint32Array(tokens.count)
  return found.slice(0, shinglesInto(found, tokens, size, unspacedSize))
}

/** Writes the shingles of some words to an array with room for as many, and says how many they are. */
export function shinglesInto(
  found: Uint32Array,
  { hashes, unspaced, count }: Words,
  size = shingleSize,
  unspacedSize = unspacedShingleSize,
): number {
  if (count > size && !unspaced.subarray(0, count).includes(1)) return spacedShinglesInto(found, hashes, count, size)
  let made = 0
  for (let i = 0; i < count; i++) {
    const length = unspaced[i] === 1 ? unspacedSize : size
    if (i + length > count && i > 0) continue
    found[made++] = mix(hashRun(hashes, i, Math.min(count, i + length), length))
  }
  return made
}

/** The same where all words have spaces between: the hash rolls from one shingle to the next. */
function spacedShinglesInto(found: Uint32Array, hashes: Uint32Array, count: number, size: number): number {
  let [seed, leaving] = [size, 1]
  for (let k = 0; k < size; k++) {
    seed = Math.imul(seed, BASE)
    leaving = Math.imul(leaving, BASE)
  }
  let hash = hashRun(hashes, 0, size, 0)
  found[0] = mix(hash + seed)
  for (let i = size; i < count; i++) {
    hash = (Math.imul(hash, BASE) + (hashes[i] as number) - Math.imul(hashes[i - size] as number, leaving)) | 0
    found[i - size + 1] = mix(hash + seed)
  }
  return count - size + 1
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
  for (let i = hashes.length < window ? 0 : window - 1; i < hashes.length; i++) {
    const from = Math.max(0, i - window + 1)
    if (least < from) {
      least = from
      for (let k = from + 1; k <= i; k++) if ((hashes[k] as number) <= (hashes[least] as number)) least = k
    } else if ((hashes[i] as number) <= (hashes[least] as number)) least = i
    else continue
    kept.push(hashes[least] as number)
  }
  return distinct(Uint32Array.from(kept))
}
