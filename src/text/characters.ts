// What each character is to the reader of words, and what it folds to: a letter, a figure, a mark and so on, by the
// properties that Unicode gives it.

export const SEPARATOR = 0
export const LETTER = 1
export const DIGIT = 2
export const MARK = 3
export const UNSPACED = 4
export const JOINER = 5
// The first half of a letter of Han beyond the basic plane.
export const HAN_PLANE = 6
// What may stand inside a figure, and a full stop inside U.S.
export const POINT = 7

const kindPatterns: readonly (readonly [number, RegExp])[] = [
  [
    UNSPACED,
    /(?=[\p{L}\p{N}\p{M}ー])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ー]/u,
  ],
  [MARK, /\p{M}/u],
  [DIGIT, /\p{Nd}/u],
  [LETTER, /[\p{L}\p{N}]/u],
]

// Made once, when first needed (some 20 ms).
let table: Uint32Array | undefined

const kindOf = (entry: number) => entry >>> 16
export const foldOf = (entry: number) => entry & 0xffff

function foldCharacter(character: string): string {
  const lower = character.normalize('NFKC').toLowerCase()
  if (/[\p{Script=Latin}\p{Script=Greek}\p{Script=Arabic}]/u.test(lower))
    return lower.normalize('NFKD').replace(/\p{M}/gu, '')
  return lower
}

/** What every UTF-16 code unit is, above 16 bits, and what it folds to, below. */
export function characterTable(): Uint32Array {
  if (table) return table
  const made = new Uint32Array(65536)
  let figuresBefore = 0
  for (let code = 0; code < 65536; code++) {
    if (code >= 0xd800 && code <= 0xdfff) {
      made[code] = code | ((code >= 0xd840 && code <= 0xd8ff ? HAN_PLANE : SEPARATOR) << 16)
      continue
    }
    const character = String.fromCharCode(code)
    let kind = kindPatterns.find(([, pattern]) => pattern.test(character))?.[0] ?? SEPARATOR
    if (kind === UNSPACED && /\p{M}/u.test(character)) kind = MARK
    let fold = code
    if (kind !== SEPARATOR) {
      const folded = foldCharacter(character)
      if (folded.length === 1) fold = folded.charCodeAt(0)
      // The figures of every script stand in tens, from zero on: they are folded to 0 to 9.
      if (kind === DIGIT) {
        figuresBefore = kindOf(made[code - 1] as number) === DIGIT ? figuresBefore + 1 : 0
        fold = 0x30 + (figuresBefore % 10)
      }
    }
    made[code] = fold | (kind << 16)
  }
  for (const apostrophe of "'’‘ʼ＇\u00ad\u200b\u200c\u200d\u2060\ufeff") {
    const code = apostrophe.charCodeAt(0)
    made[code] = foldOf(made[code] as number) | (JOINER << 16)
  }
  // Comma, point, colon, and the dots that Japanese and Chinese set in figures.
  for (const point of ',.:・･·．') made[point.charCodeAt(0)] = point.charCodeAt(0) | (POINT << 16)
  table = made
  return made
}
