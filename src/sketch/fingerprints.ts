// The fingerprints by which an article is found: of its shingles of three words those whose hash is below a limit, so that two texts sample
// what they share alike (FracMinHash: Irber et al. 2022; sampling modulo a number: Manber 1994). Shingles are shorter than the usual five, as candidates are
// read in full and texts with errors have few whole runs of five. Against winnowing, which keeps 2 in 5 with a window of four, a quarter
// finds as many pairs and more of those with errors, where few windows are the same.
import { kernelFor, type Tokens } from '../text/tokens.js'
import { shinglesInto, unspacedShingleSize } from './shingles.js'

const candidateShingle = 3
// One shingle in four; in short texts, which would be left with few, one in two.
const shortText = 100
const [ofLong, ofShort] = [4, 2]

const limitFor = (shingles: number) => 0x100000000 / (shingles < shortText ? ofShort : ofLong)

type Words = Pick<Tokens, 'hashes' | 'unspaced' | 'count'>

/** The fingerprints of some words, in their order; a value may come again. Linear in the words. */
export function fingerprints(words: Words): Uint32Array {
  const kernel = kernelFor(words.count)
  if (!kernel) return fingerprintsPlainly(words)
  kernel.take(words)
  return kernel.sample(candidateShingle, unspacedShingleSize, limitFor)
}

/** The same without the kernel. */
export function fingerprintsPlainly(words: Words): Uint32Array {
  const made = new Uint32Array(words.count)
  const count = shinglesInto(made, words, candidateShingle)
  const limit = limitFor(count)
  return made.subarray(0, count).filter((hash) => hash < limit)
}
