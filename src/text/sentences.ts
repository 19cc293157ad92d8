// Cuts text into lines and sentences, keeping offsets. Sentence ends follow UAX #29 in the main: a full stop,
// question or exclamation mark with its closing quotes, then white space (or none, in Chinese and Japanese), unless the
// word before is an abbreviation or the next begins in lower case. Abbreviations are those of the package natural and
// those of news. Also counts words. Linear in the text.
import { knownAbbreviations as english } from 'natural/lib/natural/util/abbreviations_en.js'
import { knownAbbreviations as spanish } from 'natural/lib/natural/util/abbreviations_es.js'

/** A stretch of text: UTF-16 offsets, the end exclusive. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** Ranges one behind the other, in memory that is used again and again: cutting a text makes no objects. */
export class Ranges {
  #places = new Int32Array(256)
  #count = 0

  get count(): number {
    return this.#count
  }

  startOf(i: number): number {
    return this.#places[2 * i] as number
  }

  endOf(i: number): number {
    return this.#places[2 * i + 1] as number
  }

  clear(): void {
    this.#count = 0
  }

  /** Adds a stretch without the white space at its ends, unless nothing is left. */
  addTrimmed(text: string, start: number, end: number): void {
    let [from, to] = [start, end]
    while (from < to && isSpace(text.charCodeAt(from))) from++
    while (to > from && isSpace(text.charCodeAt(to - 1))) to--
    if (to === from) return
    if (2 * this.#count === this.#places.length) {
      const larger = new Int32Array(2 * this.#places.length)
      larger.set(this.#places)
      this.#places = larger
    }
    this.#places[2 * this.#count] = from
    this.#places[2 * this.#count++ + 1] = to
  }

  /** The same as objects. */
  all(): Range[] {
    const found: Range[] = []
    for (let i = 0; i < this.#count; i++) found.push({ start: this.startOf(i), end: this.endOf(i) })
    return found
  }
}

const wholeOf = (text: string): Range => ({ start: 0, end: text.length })

const newsAbbreviations =
  'Adm Atty Ave Brig Capt Cmdr Co Col Corp Cpl Det Dist Ft Gen Gov Hon Inc Insp Jr Lt Ltd Maj Mt Messrs No Ph.D Pfc ' +
  'Pres Pvt Prof Rep Reps Rev Sen Sens Sgt Sr St Ste Supt Spc U.S U.K U.N a.m p.m e.g i.e vs etc al ' +
  'Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri Sat Sun ' +
  'Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo'

// What also ends sentences as an ordinary word is an abbreviation only before a figure or a small letter.
const alsoWords = new Set(['no', 'al', 'min', 'est', 'temp', 'art', 'const', 'ant', 'ap', 'id', 'cap', 'mat', 'vet'])

const abbreviations = new Set(
  [...english, ...spanish, ...newsAbbreviations.split(' ')].map((word) => word.replace(/\.$/, '').toLowerCase()),
)

const longestAbbreviation = 12

// What a UTF-16 code unit is in the cutting of sentences: bits of one table, so that a text is read in one pass.
const space = 1
const newline = 2
const stop = 4
/** A stop of scripts that put no space behind it. */
const fullStop = 8
/** What may stand between a stop and the end of its sentence. */
const closer = 16
/** A stop that ends a line. */
const lastStop = 32
/** What may stand between it and the line's end. */
const lastCloser = 64
const marks = new Uint8Array(0x10000)
for (const [mark, characters] of [
  [space, ' \t\n\v\f\r\u00a0\u3000\u2028'],
  [newline, '\n'],
  [stop, '.!?…。！？｡।؟۔'],
  [fullStop, '。！？｡।؟۔'],
  [closer, '"\'”’»)]』」）》'],
  [lastStop, '.!?…。！？؟।۔'],
  [lastCloser, '"\'”’»)]』」）'],
] as const)
  for (const character of characters) marks[character.charCodeAt(0)] = markOf(character.charCodeAt(0)) | mark

function markOf(code: number): number {
  return marks[code] as number
}

const isSpace = (code: number) => (markOf(code) & space) !== 0
const isDigit = (code: number) => code >= 0x30 && code <= 0x39
const isSmall = (code: number) => code >= 0x61 && code <= 0x7a
const isCapital = (code: number) => code >= 0x41 && code <= 0x5a
const lowercase = /^\p{Ll}/u
const wordBefore = /[\p{L}\p{N}.]+$/u

function endsInAbbreviation(text: string, at: number, nextIsFigure: boolean): boolean {
  const word = lastWord(text, at)
  if (word === '') return false
  if (word.length <= 2 && /^\p{Lu}$/u.test(word)) return true // an initial
  const small = word.toLowerCase()
  if (alsoWords.has(small)) return nextIsFigure
  return abbreviations.has(small) || (word.includes('.') && /^(?:\p{L}\.)+\p{L}$/u.test(word))
}

/** The letters, figures and points just before an offset, as many as an abbreviation may have. */
function lastWord(text: string, end: number): string {
  const earliest = Math.max(0, end - longestAbbreviation)
  let start = end
  for (; start > earliest; start--) {
    const code = text.charCodeAt(start - 1)
    if (code >= 128) return wordBefore.exec(text.slice(earliest, end))?.[0] ?? ''
    if (!isSmall(code) && !isCapital(code) && !isDigit(code) && code !== 0x2e) break
  }
  return text.slice(start, end)
}

/** The lines of a text that hold more than white space, trimmed. */
export function lines(text: string): Range[] {
  const found = new Ranges()
  cutLines(text, found)
  return found.all()
}

/** The same, added to ranges. */
export function cutLines(text: string, found: Ranges): void {
  for (let start = 0; start <= text.length; ) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    found.addTrimmed(text, start, end)
    start = end + 1
  }
}

/** A range without the white space at its ends. */
export function trim(text: string, start: number, end: number): Range {
  let [from, to] = [start, end]
  while (from < to && isSpace(text.charCodeAt(from))) from++
  while (to > from && isSpace(text.charCodeAt(to - 1))) to--
  return { start: from, end: to }
}

/**
 * The sentences of a text, trimmed; a line break always ends one.
 *
 * @example
 * sentences('Gen. Lee spoke. "No," he said.').map(({ start, end }) => end - start) // [15, 14]
 */
export function sentences(text: string, within = wholeOf(text)): Range[] {
  cutUp.clear()
  cutSentences(text, within.start, within.end, cutUp)
  return cutUp.all()
}

const cutUp = new Ranges()

/** The sentences of a stretch, added to ranges. */
export function cutSentences(text: string, from: number, to: number, found: Ranges): void {
  let start = from
  let at = from
  while (at < to) {
    while (at < to && (markOf(text.charCodeAt(at)) & (stop | newline)) === 0) at++
    if (at >= to) break
    const code = text.charCodeAt(at)
    if (code === 10) {
      found.addTrimmed(text, start, at)
      start = at++
      continue
    }
    const first = at
    while (at < to && (markOf(text.charCodeAt(at)) & (stop | closer)) !== 0) at++
    if (at >= to) break
    if ((markOf(code) & fullStop) === 0) {
      if (!isSpace(text.charCodeAt(at))) continue
      let next = at
      while (next < to && isSpace(text.charCodeAt(next))) next++
      const following = text.charCodeAt(next)
      if (following < 128 ? isSmall(following) : lowercase.test(text.slice(next, next + 2))) continue
      if (code === 0x2e && at === first + 1 && endsInAbbreviation(text, first, isDigit(following))) continue
    }
    found.addTrimmed(text, start, at)
    start = at
  }
  found.addTrimmed(text, start, to)
}

/** Whether a stretch ends in a stop, behind which at most `closers` quotation marks and brackets close. */
export const endsInStop = (text: string, { start, end } = wholeOf(text), closers = Number.POSITIVE_INFINITY): boolean =>
  stopsAt(text, start, end, closers)

/** The same of a stretch by its ends. */
export function stopsAt(text: string, start: number, end: number, closers: number): boolean {
  let at = end - 1
  while (at >= start && end - at <= closers && (markOf(text.charCodeAt(at)) & lastCloser) !== 0) at--
  return at >= start && (markOf(text.charCodeAt(at)) & lastStop) !== 0
}

// What a code unit is to the count of words, looked up once for each.
const unknown = 0
const apart = 1
/** It goes on a word, but begins none. */
const joins = 2
const begins = 3
/** Half a word, in scripts without spaces. */
const half = 4
const surrogate = 5
const kinds = new Uint8Array(0x10000)
const unspacedLetter =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

function kindOf(character: string): number {
  if (unspacedLetter.test(character)) return half
  if (/[\p{L}\p{N}]/u.test(character)) return begins
  return /[\p{M}'’.,-]/u.test(character) ? joins : apart
}

function kindOfUnit(code: number): number {
  const known = kinds[code] as number
  if (known !== unknown) return known
  const kind = code >= 0xd800 && code < 0xe000 ? surrogate : kindOf(String.fromCharCode(code))
  kinds[code] = kind
  return kind
}

/** The words of a stretch, where two letters of a script without spaces count as one; not counted beyond `enough`. */
export const wordCount = (text: string, { start, end } = wholeOf(text), enough = Number.POSITIVE_INFINITY): number =>
  wordsWithin(text, start, end, enough)

/** The same of a stretch by its ends. */
export function wordsWithin(text: string, start: number, end: number, enough: number): number {
  let count = 0
  let inWord = false
  for (let at = start; at < end && count < enough; at++) {
    let kind = kindOfUnit(text.charCodeAt(at))
    if (kind === surrogate) {
      const point = at + 1 < end ? (text.codePointAt(at) ?? 0) : 0
      kind = kindOf(String.fromCodePoint(point))
      if (point > 0xffff) at++
    }
    if (kind === begins && !inWord) count++
    if (kind === half) count += 0.5
    inWord = kind === begins || (inWord && kind === joins)
  }
  return count
}

/** Whether a stretch has so many words. */
export const hasWords = (text: string, least: number, range = wholeOf(text)): boolean =>
  wordCount(text, range, least) >= least
