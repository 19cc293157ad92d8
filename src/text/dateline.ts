// Finds the dateline at the head of a story: `MOSCOW -`, `PARIS, Oct. 4 (AFP) --`, `Jakarta (ANTARA) -`, 新华社北京3月4日电.
// A place in capitals needs a dash or colon behind it; a place in small letters, or a script without capitals, needs an
// agency in brackets, or its country and a dash. The forms are those of the AP, Reuters and AFP style books and of the agencies' own copy.
import { agencyPattern } from './agency-credits.js'

/** A dateline: its range holds the separator and the space behind it; `place` is what stands before the agency. */
export interface Dateline {
  readonly start: number
  readonly end: number
  readonly place: string
}

const longestDateline = 140
const capitalPlace = `\\p{Lu}[\\p{Lu}\\p{M}.'’-]+(?:[ /]\\p{Lu}[\\p{Lu}\\p{M}.'’-]+){0,4}`
const region = `(?:, ?\\p{Lu}[\\p{L}\\p{M}.'’]+(?: \\p{Lu}[\\p{L}\\p{M}.'’]+){0,3}){0,2}`
const day = `(?:,? (?:\\p{L}{3,9}\\.? \\d{1,2}|\\d{1,2}\\.? \\p{L}{3,9})\\.?(?:,? \\d{4})?)?`
const bracketed = `[(（【\\[/] ?(?:${agencyPattern})[^()（）【】\\[\\]/\\n]{0,40}[)）】\\]/]`

// A town in small letters with its country; a name with its trade looks the same, save for the words.
const smallPlace =
  /^(?<place>\p{Lu}[\p{Ll}\p{M}]{2,20}(?: \p{Lu}[\p{Ll}\p{M}]{2,20}){0,2}, \p{Lu}(?!\p{L}*(?:writer|reporter|editor|correspondent|ress|ews|imes|ost|taff|hairman|resident|irector)\b)[\p{Ll}\p{M}.]{2,20}(?: \p{Lu}(?!\p{L}*(?:riter|eporter|ditor|orrespondent|ress|ews|imes|ost|taff)\b)[\p{Ll}\p{M}.]{2,20}){0,2})\s{1,3}[–—]\s{1,3}(?=[\p{Lu}"“])/u

/** The forms of dateline, in the order to try them. */
export const datelineForms: readonly RegExp[] = [
  /^(?<place>[\p{Script=Thai} ]{3,40}\d{1,2} ?\p{Script=Thai}[\p{Script=Thai}.]{1,12})\s?[-–—]\s?(?=\p{Script=Thai})/u,
  new RegExp(
    `^(?<place>${capitalPlace}${region}${day})\\s{1,3}[-–—]\\s{1,3}(?:${agencyPattern})(?:[.,:]|\\s{1,3}[-–—])\\s*`,
    'u',
  ),
  new RegExp(
    `^(?<place>${capitalPlace}${region}${day})(?:\\s{1,3}${bracketed}[\\s.]*[-–—:：]{0,3}|\\s{1,3}[-–—]{1,3}|--|[–—]| ?[:：](?!\\d))\\s*(?=[\\p{L}\\p{N}"'“‘«$€£-])`,
    'u',
  ),
  new RegExp(
    `^(?<place>\\p{L}[\\p{L}\\p{M} ,.'’\\p{N}-]{0,60}?)[\\s,.]*${bracketed}\\s*(?:[-–—:：.]+\\s*|(?!\\s*\\p{Ll}))\\s*`,
    'u',
  ),
  new RegExp(`^(?<place>[\\p{L}\\p{N}]{0,20}?)${bracketed}\\s*(?=[\\p{L}\\p{N}「“"])`, 'u'),
  new RegExp(
    `^(?:${agencyPattern})(?<place>[\\p{Script=Han}]{2,12}?)\\d{1,2}月\\d{1,2}日[电電](?:[（(][^（()）\\n]{1,40}[)）])?\\s*`,
    'u',
  ),
  smallPlace,
  new RegExp(`^[(（【](?<place>[\\p{Script=Han}]{0,8}?)(?:${agencyPattern})[^()（）【】\\n]{0,20}[)）】]\\s*`, 'u'),
]

/** Whether a dateline needs all else to speak for it, as it has neither capitals nor an agency. */
export const isWeak = (text: string, { start, end }: Dateline): boolean => smallPlace.test(text.slice(start, end + 1))

const signedEnd = /[)）】\]/][\s.]*[-–—:：]{1,3}\s*$/

/** Whether it names an agency in brackets and ends in a dash: nothing else on a page has this form. */
export const isSigned = (text: string, { start, end }: Dateline): boolean => signedEnd.test(text.slice(start, end))

// Labels that look like a place in capitals.
const notPlaces =
  /^(?:FILE|PHOTO|WATCH|VIDEO|LIVE|BREAKING|UPDATE|UPDATED|EXCLUSIVE|OPINION|ANALYSIS|READ|RELATED|MORE|NOTE|CORRECTION|EDITOR|BY|PHOTOS|ALSO|SEE|LISTEN|EXPLAINER|COMMENTARY|FACTBOX|TIMELINE|NEWS|WORLD|ADVERTISEMENT|Q|A|URGENT)\b(?! (?:CITY|BAY|ISLAND|TOWN))/

// Each form opens in capitals (a mark may be the second), or in Thai, or holds one of these marks.
const opensInCapitals = /^(?:\p{Lu}[\p{Lu}\p{M}.'’-]|[\p{Script=Thai} ]{3})/u
const mark = /[(（【[/月–—]/

/** Whether any of the forms may match; where not, none does. */
export const mayOpenDateline = (head: string): boolean => mark.test(head) || opensInCapitals.test(head)

/** The dateline that starts at an offset, or null. */
export function datelineAt(text: string, start: number): Dateline | null {
  const head = text.slice(start, start + longestDateline)
  if (!mayOpenDateline(head)) return null
  for (const form of datelineForms) {
    const match = form.exec(head)
    if (!match) continue
    const place = (match.groups?.place ?? '').replace(/[\s,.]+$/, '')
    if (notPlaces.test(match[0]) || place.split(/\s+/).length > 9) continue
    return { start, end: start + match[0].length, place }
  }
  return null
}

/** A dateline within a line, where it is tried. */
export const midLine = new RegExp(
  `(?<=[\\s.])${capitalPlace}${region}(?:\\s{1,3}${bracketed})?\\s{1,3}[-–—]{1,2}\\s{1,3}(?=[\\p{Lu}"“])`,
  'uy',
)

// What is not ASCII may be anything.
const mayBeCapital = (code: number) => (code >= 0x41 && code <= 0x5a) || code > 0x7f
const mayStandBefore = (code: number) => code <= 0x20 || code === 0x2e || code > 0x7f
const mayFollow = (code: number) => mayBeCapital(code) || code === 0x2e || code === 0x27 || code === 0x2d

/** Where in a text, from an offset on, `midLine` may match at the earliest, or -1: looking for that by itself is several times as fast. */
function mayOpenFrom(head: string, from: number): number {
  for (let at = Math.max(1, from); at + 1 < head.length; at++) {
    const isPlace = mayBeCapital(head.charCodeAt(at)) && mayFollow(head.charCodeAt(at + 1))
    if (isPlace && mayStandBefore(head.charCodeAt(at - 1))) return at
  }
  return -1
}

// What stands before a dateline that ran on, in capitals itself.
const beforePlace = /^(?:AM|PM|GMT|UTC|SGT|HKT|JST|EST|EDT|PST|PDT|CET|CEST|BST|IST|PHOTO|FILE|REUTERS|AFP|AP|EPA)\s+/

// What stands behind every dateline within a line.
const midDash = /\s[-–—]{1,2}\s/

/** A dateline in capitals inside the head of a line: what stands before it ran into the story when paragraphs were lost. */
export function datelineWithin(text: string, start: number, end: number, reach = 1500): Dateline | null {
  const head = text.slice(start, Math.min(end, start + reach))
  if (!midDash.test(head)) return null
  let next = mayOpenFrom(head, 0)
  while (next >= 0) {
    midLine.lastIndex = next
    const length = midLine.exec(head)?.[0].length ?? 0
    let at = start + next
    next = mayOpenFrom(head, next + Math.max(1, length))
    if (length === 0) continue
    for (
      let other = beforePlace.exec(text.slice(at, at + 12));
      other;
      other = beforePlace.exec(text.slice(at, at + 12))
    )
      at += other[0].length
    const found = datelineAt(text, at)
    if (found) return found
  }
  return null
}
