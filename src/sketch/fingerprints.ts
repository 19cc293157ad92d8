// The fingerprints by which an article is found: winnowed shingles of three words. Shorter than the usual five, as candidates are read in full
// and texts with errors have few whole runs of five.
import { kernelFor, type Tokens } from '../text/tokens.js'
import { shinglesInto, unspacedShingleSize, winnowInto } from './shingles.js'

export const candidateShingle = 3
export const winnowingWindow = 4

type Words = Pick<Tokens, 'hashes' | 'unspaced' | 'count'>

let shingled = new Uint32Array(4096)
let winnowed = new Uint32Array(4096)

/** The fingerprints of some words, in their order; a value may come again. Linear in the words. */
export function fingerprints(words: Words): Uint32Array {
  const kernel = kernelFor(words.count)
  if (!kernel) return fingerprintsPlainly(words)
  kernel.take(words)
  return kernel.fingerprints(candidateShingle, unspacedShingleSize, winnowingWindow)
}

/** The same in TypeScript; a value may also come twice running. */
export function fingerprintsPlainly(words: Words): Uint32Array {
  if (words.count > shingled.length) {
    shingled = new Uint32Array(2 * words.count)
    winnowed = new Uint32Array(2 * words.count)
  }
  const made = shinglesInto(shingled, words, candidateShingle)
  return winnowed.slice(0, winnowInto(winnowed, shingled, made, winnowingWindow))
}
