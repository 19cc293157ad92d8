// Cuts text into lines and sentences, keeping offsets. Sentence ends follow UAX #29 in the main: a full stop,
// question or exclamation mark with its closing quotes, then white space (or none, in Chinese and Japanese), unless the
// word before is an abbreviation or the next begins in lower case. Abbreviations are those of the package natural and
// those of news. Linear in the text.
import { knownAbbreviations as english } from 'natural/lib/natural/util/abbreviations_en.js'
import { knownAbbreviations as spanish } from 'natural/lib/natural/util/abbreviations_es.js'

/** A stretch of text: UTF-16 offsets, the end exclusive. */
export interface Range {
  readonly start: number
  readonly end: number
}

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
const isSpace = (code: number) =>
  code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || code === 0x3000 || code === 0x2028
const closers = new Set('"\'”’»)]』」）》'.split('').map((c) => c.charCodeAt(0)))
const fullStops = new Set('。！？｡।؟۔'.split('').map((c) => c.charCodeAt(0)))
const isStop = (code: number) =>
  code === 0x2e || code === 0x21 || code === 0x3f || code === 0x2026 || fullStops.has(code)
const lowercase = /^\p{Ll}/u
const wordBefore = /[\p{L}\p{N}.]+$/u

function endsInAbbreviation(text: string, stop: number, nextIsFigure: boolean): boolean {
  const before = wordBefore.exec(text.slice(Math.max(0, stop - longestAbbreviation), stop))?.[0] ?? ''
  if (before === '') return false
  if (/^\p{Lu}$/u.test(before)) return true // an initial
  const word = before.toLowerCase()
  if (alsoWords.has(word)) return nextIsFigure
  return abbreviations.has(word) || /^(?:\p{L}\.)+\p{L}$/u.test(before)
}

/** The lines of a text that hold more than white space, trimmed. */
export function lines(text: string): Range[] {
  const found: Range[] = []
  let start = 0
  while (start <= text.length) {
    const newline = text.indexOf('\n', start)
    const end = newline < 0 ? text.length : newline
    const trimmed = trim(text, start, end)
    if (trimmed.end > trimmed.start) found.push(trimmed)
    start = end + 1
  }
  return found
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
export function sentences(text: string, within: Range = { start: 0, end: text.length }): Range[] {
  const found: Range[] = []
  let start = within.start
  let at = within.start
  const close = (end: number) => {
    const sentence = trim(text, start, end)
    if (sentence.end > sentence.start) found.push(sentence)
    start = end
  }
  while (at < within.end) {
    const code = text.charCodeAt(at)
    if (code === 10) {
      close(at)
      at++
      continue
    }
    if (!isStop(code)) {
      at++
      continue
    }
    const stop = at
    while (at < within.end && (isStop(text.charCodeAt(at)) || closers.has(text.charCodeAt(at)))) at++
    if (at >= within.end) break
    if (fullStops.has(code)) {
      close(at)
      continue
    }
    if (!isSpace(text.charCodeAt(at))) continue
    let next = at
    while (next < within.end && isSpace(text.charCodeAt(next))) next++
    const following = text.slice(next, next + 2)
    if (lowercase.test(following)) continue
    if (code === 0x2e && at === stop + 1 && endsInAbbreviation(text, stop, /^\d/.test(following))) continue
    close(at)
  }
  close(within.end)
  return found
}
