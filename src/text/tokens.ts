// Cuts text into words and hashes each, so that all later comparison works on numbers. A word is a run of letters,
// marks and digits (as in UAX #29, simplified); in scripts written without spaces (Han, kana, Thai, Lao, Khmer,
// Burmese) every letter with its marks is a token. Case, width, Latin accents, apostrophes, the points of U.S. and the
// commas of 5,000 are folded away; a figure and the letters beside it are two words; the hash is a polynomial (Karp and
// Rabin 1987) with a final mix.
import {
  characterTable,
  DIGIT,
  foldOf,
  HAN_PLANE,
  JOINER,
  LETTER,
  MARK,
  POINT,
  SEPARATOR,
  UNSPACED,
} from './characters.js'
import { type Kernel, kernelWithRoom } from './kernel.js'
import { WordBuffer } from './word-buffer.js'

/** The words of one text. All arrays have `count` entries that matter. */
export interface Tokens {
  readonly text: string
  readonly count: number
  /** 32-bit hash of the folded word. */
  readonly hashes: Uint32Array
  /** UTF-16 offset of its first code unit. */
  readonly starts: Uint32Array
  /** UTF-16 offset behind its last code unit. */
  readonly ends: Uint32Array
  /** 1 where the token is a letter of a script without spaces. */
  readonly unspaced: Uint8Array
}

// A word's hash is the polynomial of its folded code units at this base, the first the lowest, mixed.
const BASE = 0x2c1b3c6d

/** The final mix of MurmurHash3: spreads every input bit over all output bits. */
export function mix(hash: number): number {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

// Longer texts get arrays of their own, which are let go after them.
const longestKept = 1 << 20
const shared = new WordBuffer()

/** The kernel with room for so many words, to work on them; null where the TypeScript must do. */
export const kernelFor = (words: number): Kernel | null => kernelWithRoom(words, characterTable)

// Shorter texts are read before they could be handed over.
const shortestHanded = 48
const sampled = 16

/**
 * Whether the kernel reads a text faster: not where most letters are neither Latin nor near to it, by a sample, as
 * those are read one by one there too and cost more to hand over.
 */
function isForKernel(text: string): boolean {
  if (text.length < shortestHanded) return false
  let alien = 0
  for (let k = 0; k < sampled; k++) {
    const code = text.charCodeAt(Math.floor((k * text.length) / sampled))
    if (code >= 0x300 && (code < 0x2000 || code > 0x206f)) alien++
  }
  return alien <= sampled / 4
}

/**
 * Reads the words of a text into a buffer that the next reading overwrites: by the kernel where there is one, with the
 * same results. Linear; allocates nothing.
 */
export function readWords(text: string): WordBuffer {
  const kernel = isForKernel(text) ? kernelFor(text.length) : null
  return kernel ? kernel.read(text) : readWordsPlainly(text)
}

/** The same without the kernel: what kernel/words.ts must agree with. */
export function readWordsPlainly(text: string): WordBuffer {
  const words = text.length > longestKept ? new WordBuffer() : shared
  words.reserve(text.length)
  const kinds = characterTable()
  const { hashes, starts, ends, unspaced } = words
  const length = text.length
  let count = 0
  let at = 0
  while (at < length) {
    let entry = kinds[text.charCodeAt(at)] as number
    let kind = entry >>> 16
    if (kind === SEPARATOR || kind === POINT || kind === JOINER || kind === MARK) {
      at++
      continue
    }
    const start = at
    let hash = 0
    let power = 1
    if (kind === UNSPACED || kind === HAN_PLANE) {
      hash = entry & 0xffff
      at++
      if (kind === HAN_PLANE) {
        // Half a letter is none.
        const low = at < length ? text.charCodeAt(at) : 0
        if ((low & 0xfc00) !== 0xdc00) continue
        power = BASE
        hash = (hash + Math.imul(low, power)) | 0
        at++
      }
      for (; at < length; at++) {
        const code = text.charCodeAt(at)
        if ((kinds[code] as number) >>> 16 !== MARK) break
        power = Math.imul(power, BASE)
        hash = (hash + Math.imul(code, power)) | 0
      }
      hashes[count] = mix(hash)
      starts[count] = start
      ends[count] = at
      unspaced[count++] = 1
      continue
    }
    let end = at
    let letters = 0
    let previous = SEPARATOR
    while (at < length) {
      if (kind === LETTER || kind === DIGIT) {
        // 31km is 31 and km, however it is spaced.
        if (previous !== SEPARATOR && previous !== kind) break
        previous = kind
        const from = at
        do {
          hash = (hash + Math.imul(entry & 0xffff, power)) | 0
          power = Math.imul(power, BASE)
          at++
          entry = at < length ? (kinds[text.charCodeAt(at)] as number) : 0
        } while (entry >>> 16 === kind)
        kind = entry >>> 16
        letters += at - from
        end = at
        if (kind === SEPARATOR) break
        continue
      }
      const code = text.charCodeAt(at)
      if (kind === MARK) {
        // Arabic and Hebrew vowel signs come and go; they do not make another word.
        if (code > 0x0700 || code < 0x0300) {
          hash = (hash + Math.imul(entry & 0xffff, power)) | 0
          power = Math.imul(power, BASE)
        }
        letters++
        end = at + 1
      } else {
        const next = at + 1 < length ? (kinds[text.charCodeAt(at + 1)] as number) >>> 16 : SEPARATOR
        if (kind === JOINER && (next === LETTER || (next === DIGIT && previous === DIGIT))) {
          // It is part of the word and counts for nothing.
        } else if (code === 0x2e && next === LETTER && letters === 1) {
          // U.S.: one letter and a point, again and again, is one word.
          letters = 0
        } else if (kind === POINT && previous === DIGIT && next === DIGIT) {
          // 5,000 is 5000; 5:18 and 5.18 are one time of day.
          if (code !== 0x2c) {
            hash = (hash + Math.imul(0x2e, power)) | 0
            power = Math.imul(power, BASE)
          }
        } else break
      }
      at++
      entry = at < length ? (kinds[text.charCodeAt(at)] as number) : 0
      kind = entry >>> 16
    }
    hashes[count] = mix(hash)
    starts[count] = start
    ends[count] = end
    unspaced[count++] = 0
  }
  words.count = count
  return words
}

/**
 * The words of a text with their hashes and places. Linear in the text; allocates nothing per word.
 *
 * @example
 * tokenize("The U.S. didn't pay $5,000").count // 5: the, us, didnt, pay, 5000
 */
export function tokenize(text: string): Tokens {
  const words = readWords(text)
  const tokens = newTokens(text, words.count)
  tokens.hashes.set(words.hashes.subarray(0, words.count))
  tokens.starts.set(words.starts.subarray(0, words.count))
  tokens.ends.set(words.ends.subarray(0, words.count))
  tokens.unspaced.set(words.unspaced.subarray(0, words.count))
  return tokens
}

/**
 * Tokens to be filled in: four arrays in one piece of memory, as many small ones cost more than what is written to
 * them.
 */
export function newTokens(text: string, count: number): Tokens {
  const memory = new ArrayBuffer(13 * count)
  return {
    text,
    count,
    hashes: new Uint32Array(memory, 0, count),
    starts: new Uint32Array(memory, 4 * count, count),
    ends: new Uint32Array(memory, 8 * count, count),
    unspaced: new Uint8Array(memory, 12 * count, count),
  }
}

/** A text with the figures of all scripts written 0 to 9. */
export function westernFigures(text: string): string {
  const characters = characterTable()
  return text.replace(/\p{Nd}/gu, (figure) =>
    figure.length === 1 ? String.fromCharCode(foldOf(characters[figure.charCodeAt(0)] as number)) : figure,
  )
}

/** The words as text, for people and tests. */
export function tokenWords(tokens: Tokens): string[] {
  return Array.from({ length: tokens.count }, (_, i) => tokens.text.slice(tokens.starts[i], tokens.ends[i]))
}

/** How many words begin before an offset into the text: the place of the first at or behind it. Logarithmic. */
export function wordsBefore({ starts, count }: Tokens, offset: number): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] as number) < offset) low = middle + 1
    else high = middle
  }
  return low
}
