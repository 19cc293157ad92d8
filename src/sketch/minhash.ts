// MinHash signatures (Broder 1997) by one permutation hashing: one pass puts every shingle into one of numPerm bins and
// keeps each bin's least hash (Li, Owen and Zhang 2012); empty bins borrow from others chosen by hashing, which keeps
// the estimate unbiased (Shrivastava 2017, optimal densification). Estimates are probabilistic: standard error
// √(J(1−J)/numPerm), about a third more for sets much smaller than numPerm.
import { kernelFor, mix, readWords } from '../text/tokens.js'
import { shingleSize, shinglesInto, unspacedShingleSize } from './shingles.js'

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

// The greatest hash stands for none.
const EMPTY = 0xffffffff

function checked({ numPerm = defaultNumPerm, seed = 1 }: MinHashOptions): { numPerm: number; salt: number } {
  if (!Number.isInteger(numPerm) || numPerm < 16 || numPerm > 4096 || (numPerm & (numPerm - 1)) !== 0)
    throw new RangeError(`numPerm must be a power of two from 16 to 4096, not ${numPerm}`)
  return { numPerm, salt: mix(seed ^ 0x5bd1e995) }
}

/**
 * The signature of a set of shingle hashes; repeated hashes count once. Linear in the shingles.
 *
 * @example
 * const a = minHash(shingles(tokenize('the quick brown fox jumps over the dog')))
 * a.length // 128
 */
export function minHash(hashes: Uint32Array, options: MinHashOptions = {}): Uint32Array {
  const { numPerm, salt } = checked(options)
  const shift = 32 - Math.log2(numPerm)
  const signature = new Uint32Array(numPerm).fill(EMPTY)
  for (let i = 0; i < hashes.length; i++) {
    const hash = mix((hashes[i] as number) ^ salt)
    const bin = hash >>> shift
    if (hash < (signature[bin] as number)) signature[bin] = hash
  }
  if (!signature.includes(EMPTY)) return signature
  const filled = new Uint8Array(numPerm)
  for (let bin = 0; bin < numPerm; bin++) filled[bin] = signature[bin] === EMPTY ? 0 : 1
  if (!filled.includes(1)) return signature
  for (let bin = 0; bin < numPerm; bin++) {
    if (filled[bin] === 1) continue
    let attempt = 1
    let from = bin
    while (filled[from] === 0) from = mix(Math.imul(bin + 1, 0x9e3779b1) + Math.imul(attempt++, 0x85ebca77)) >>> shift
    signature[bin] = signature[from] as number
  }
  return signature
}

let scratch = new Uint32Array(4096)

/**
 * The signature of a text: `minHash(shingles(tokenize(text)))`, without keeping what is between. Linear in the text.
 *
 * @example
 * minHashText('the quick brown fox jumps over the dog') // the signature above
 */
export function minHashText(text: string, options: MinHashOptions = {}): Uint32Array {
  const words = readWords(text)
  const kernel = kernelFor(words.count)
  if (kernel) {
    const { numPerm, salt } = checked(options)
    kernel.take(words)
    return kernel.signature(shingleSize, unspacedShingleSize, numPerm, salt)
  }
  if (words.count > scratch.length) scratch = new Uint32Array(2 * words.count)
  return minHash(scratch.subarray(0, shinglesInto(scratch, words)), options)
}

/**
 * Estimated resemblance (Jaccard index) of the sets behind two signatures, from 0 to 1.
 *
 * @throws RangeError when the signatures differ in length
 */
export function estimateResemblance(a: Uint32Array, b: Uint32Array): number {
  if (a.length !== b.length) throw new RangeError(`signatures of ${a.length} and ${b.length} values do not compare`)
  let equal = 0
  for (let i = 0; i < a.length; i++) if (a[i] === b[i] && a[i] !== EMPTY) equal++
  return equal / a.length
}
