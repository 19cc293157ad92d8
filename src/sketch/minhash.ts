// MinHash signatures (Broder 1997) by one permutation hashing: one pass puts every shingle into one of numPerm bins and keeps
// each bin's least hash (Li, Owen and Zhang 2012); empty bins borrow from others chosen by hashing, which keeps the estimate
// unbiased (Shrivastava 2017, optimal densification). Estimates are probabilistic: standard error √(J(1−J)/numPerm),
// about a third more for sets much smaller than numPerm.
import { mix } from '../text/tokens.js'

/** How a signature is made. Signatures compare only when made alike. */
export interface MinHashOptions {
  /**
   * Values in a signature; a power of two from 16 to 4096.
   * @default 128
   */
  readonly numPerm?: number
  /**
   * Seed of the hash family, a 32-bit integer.
   * @default 1
   */
  readonly seed?: number
}

export const defaultNumPerm = 128

/**
 * The signature of a set of shingle hashes; repeated hashes count once. Linear in the shingles.
 *
 * @example
 * const a = minHash(shingles(tokenize('the quick brown fox jumps over the dog')))
 * a.length // 128
 */
export function minHash(hashes: Uint32Array, options: MinHashOptions = {}): Uint32Array {
  const numPerm = options.numPerm ?? defaultNumPerm
  if (!Number.isInteger(numPerm) || numPerm < 16 || numPerm > 4096 || (numPerm & (numPerm - 1)) !== 0)
    throw new RangeError(`numPerm must be a power of two from 16 to 4096, not ${numPerm}`)
  const shift = 32 - Math.log2(numPerm)
  const salt = mix((options.seed ?? 1) ^ 0x5bd1e995)
  const signature = new Uint32Array(numPerm).fill(0xffffffff)
  const filled = new Uint8Array(numPerm)
  let full = 0
  for (let i = 0; i < hashes.length; i++) {
    const hash = mix((hashes[i] as number) ^ salt)
    const bin = hash >>> shift
    // The bits that chose the bin are the same for all in it; mix again, so that values of other bins compare too.
    const value = mix(hash + 0x9e3779b9) >>> 1
    if (value < (signature[bin] as number)) signature[bin] = value
    if (filled[bin] === 0) {
      filled[bin] = 1
      full++
    }
  }
  if (full === 0 || full === numPerm) return signature
  for (let bin = 0; bin < numPerm; bin++) {
    if (filled[bin] === 1) continue
    let attempt = 1
    let from = bin
    while (filled[from] === 0) from = mix(Math.imul(bin + 1, 0x9e3779b1) + Math.imul(attempt++, 0x85ebca77)) >>> shift
    signature[bin] = signature[from] as number
  }
  return signature
}

/**
 * Estimated resemblance (Jaccard index) of the sets behind two signatures, from 0 to 1.
 *
 * @throws RangeError when the signatures differ in length
 */
export function estimateResemblance(a: Uint32Array, b: Uint32Array): number {
  if (a.length !== b.length) throw new RangeError(`signatures of ${a.length} and ${b.length} values do not compare`)
  let equal = 0
  for (let i = 0; i < a.length; i++) if (a[i] === b[i] && a[i] !== 0xffffffff) equal++
  return equal / a.length
}
