// Cuts text into words and hashes each, so that all later comparison works on numbers.
// A word is a run of letters, marks and digits (as in UAX #29, simplified); in scripts written without spaces
// (Han, kana, Thai, Lao, Khmer, Burmese) every letter with its marks is a token. Case, width, Latin accents,
// apostrophes, the points of U.S. and the commas of 5,000 are folded away; a figure and the letters beside it are two words; the hash is FNV-1a with a final mix.

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

const SEPARATOR = 0
const LETTER = 1
const DIGIT = 2
const MARK = 3
const UNSPACED = 4
const JOINER = 5

const kindPatterns: readonly (readonly [number, RegExp])[] = [
  [
    UNSPACED,
    /(?=[\p{L}\p{N}\p{M}ー])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u,
  ],
  [MARK, /\p{M}/u],
  [DIGIT, /\p{Nd}/u],
  [LETTER, /[\p{L}\p{N}]/u],
]

interface CharacterTable {
  readonly kind: Uint8Array
  readonly fold: Uint16Array
}

// What every UTF-16 code unit is and folds to; made once, when first needed (some 20 ms).
let table: CharacterTable | undefined

function foldCharacter(character: string): string {
  const lower = character.normalize('NFKC').toLowerCase()
  if (/[\p{Script=Latin}\p{Script=Greek}\p{Script=Arabic}]/u.test(lower))
    return lower.normalize('NFKD').replace(/\p{M}/gu, '')
  return lower
}

function characterTable(): CharacterTable {
  if (table) return table
  const kind = new Uint8Array(65536)
  const fold = new Uint16Array(65536)
  let figuresBefore = 0
  for (let code = 0; code < 65536; code++) {
    fold[code] = code
    const character = String.fromCharCode(code)
    if (code >= 0xd800 && code <= 0xdfff) continue
    for (const [is, pattern] of kindPatterns)
      if (pattern.test(character)) {
        kind[code] = is
        const marks = is === UNSPACED && /\p{M}/u.test(character)
        if (marks) kind[code] = MARK
        break
      }
    if (kind[code] !== SEPARATOR) {
      const folded = foldCharacter(character)
      if (folded.length === 1) fold[code] = folded.charCodeAt(0)
      // The figures of every script stand in tens, from zero on: they are folded to 0 to 9.
      if (kind[code] === DIGIT) {
        figuresBefore = kind[code - 1] === DIGIT ? figuresBefore + 1 : 0
        fold[code] = 0x30 + (figuresBefore % 10)
      }
    }
  }
  for (const apostrophe of "'’‘ʼ＇\u00ad\u200b\u200c\u200d\u2060\ufeff") kind[apostrophe.charCodeAt(0)] = JOINER
  table = { kind, fold }
  return table
}

// Comma, point, colon, and the dots that Japanese and Chinese set in figures.
const isNumberPoint = (code: number) =>
  code === 0x2c ||
  code === 0x2e ||
  code === 0x3a ||
  code === 0x30fb ||
  code === 0xff65 ||
  code === 0xb7 ||
  code === 0xff0e

const FNV_OFFSET = 0x811c9dc5
const FNV_PRIME = 0x01000193

/** The final mix of MurmurHash3: spreads every input bit over all output bits. */
export function mix(hash: number): number {
  let h = hash
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}

/**
 * The words of a text with their hashes and places. Linear in the text; allocates nothing per word.
 *
 * @example
 * tokenize("The U.S. didn't pay $5,000").count // 5: the, us, didnt, pay, 5000
 */
export function tokenize(text: string): Tokens {
  const { kind, fold } = characterTable()
  const length = text.length
  let room = (length >> 2) + 16
  let hashes = new Uint32Array(room)
  let starts = new Uint32Array(room)
  let ends = new Uint32Array(room)
  let unspaced = new Uint8Array(room)
  let count = 0
  let at = 0
  while (at < length) {
    let code = text.charCodeAt(at)
    let is = kind[code] as number
    const start = at
    let hash = FNV_OFFSET
    let alone = 0
    if (is === UNSPACED || (code >= 0xd840 && code <= 0xd8ff)) {
      alone = 1
      const surrogate = is !== UNSPACED
      hash = Math.imul(hash ^ (fold[code] as number), FNV_PRIME)
      at++
      for (; at < length; at++) {
        code = text.charCodeAt(at)
        if (kind[code] !== MARK && !(surrogate && at === start + 1)) break
        hash = Math.imul(hash ^ code, FNV_PRIME)
      }
    } else if (is === LETTER || is === DIGIT) {
      let end = at
      let letters = 0
      let previous = SEPARATOR
      for (; at < length; at++) {
        code = text.charCodeAt(at)
        is = kind[code] as number
        if (is === LETTER || is === DIGIT || is === MARK) {
          // 31km is 31 and km, however it is spaced.
          if ((is === DIGIT && previous === LETTER) || (is === LETTER && previous === DIGIT)) break
          // Arabic and Hebrew vowel signs come and go; they do not make another word.
          if (is !== MARK || code > 0x0700 || code < 0x0300) hash = Math.imul(hash ^ (fold[code] as number), FNV_PRIME)
          if (is !== MARK) previous = is
          letters++
          end = at + 1
          continue
        }
        const next = at + 1 < length ? (kind[text.charCodeAt(at + 1)] as number) : SEPARATOR
        if (is === JOINER && (next === LETTER || (next === DIGIT && previous === DIGIT))) continue
        if (code === 0x2e && next === LETTER && letters === 1) {
          // U.S.: one letter and a point, again and again, is one word.
          letters = 0
          continue
        }
        if (isNumberPoint(code) && previous === DIGIT && next === DIGIT) {
          // 5,000 is 5000; 5:18 and 5.18 are one time of day.
          if (code !== 0x2c) hash = Math.imul(hash ^ 0x2e, FNV_PRIME)
          continue
        }
        break
      }
      at = Math.max(at, end)
      if (count === room) grow()
      hashes[count] = mix(hash)
      starts[count] = start
      ends[count] = end
      count++
      continue
    } else {
      at++
      continue
    }
    if (count === room) grow()
    hashes[count] = mix(hash)
    starts[count] = start
    ends[count] = at
    unspaced[count] = alone
    count++
  }
  return {
    text,
    count,
    hashes: hashes.slice(0, count),
    starts: starts.slice(0, count),
    ends: ends.slice(0, count),
    unspaced: unspaced.slice(0, count),
  }

  function grow(): void {
    room = room * 2
    const larger = (old: Uint32Array) => {
      const array = new Uint32Array(room)
      array.set(old)
      return array
    }
    hashes = larger(hashes)
    starts = larger(starts)
    ends = larger(ends)
    const flags = new Uint8Array(room)
    flags.set(unspaced)
    unspaced = flags
  }
}

/** A text with the figures of all scripts written 0 to 9. */
export function westernFigures(text: string): string {
  const { fold } = characterTable()
  return text.replace(/\p{Nd}/gu, (figure) =>
    figure.length === 1 ? String.fromCharCode(fold[figure.charCodeAt(0)] as number) : figure,
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
