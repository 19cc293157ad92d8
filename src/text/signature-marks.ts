// Finds where agencies sign in running text: datelines with the agency in brackets or behind a comma, bylines that ran into the
// text, sign-offs, sources and rights in the end of the page. Who is signed for is weighed elsewhere (attribution.ts). A cheap test
// stands before each pattern that would be tried on every page: what it finds holds these letters.
import { type AgencyName, agenciesBracketed, agencyAtStart, agencyOfSignOff, agencyOfUrl } from './agency-credits.js'
import type { EvidenceKind } from './attribution.js'
import { datelineAt } from './dateline.js'
import type { Furniture } from './furniture.js'
import { namedAlone, namedAtStart, namedFirst, namedLast } from './likely-agencies.js'
import { lines } from './sentences.js'

/** Takes the agencies named at an offset as signatures of a kind. */
export type AddMarks = (kind: EvidenceKind, base: number, names: readonly AgencyName[]) => void

// The outlet wrote the story and used the agency's: "AP contributed to this report", "mit Material der dpa".
const contribution =
  /\bcontribut|\binputs? from\b|^\W{0,6}(?:with|avec|mit|con|com|met|med|dengan|s využitím)\s|\bwith (?:files|reporting|material|agenc)|\bmaterials? (?:from|von|der|de)\b|\bcon información de\b|\bcom informações d|katkı|\bmedewerking\b|\bbidrag\b|при участии|с использованием/iu
// `(Additional reporting by Ada Lind)` is how Reuters signs; the agency's name there is a contributor's.
const furtherReporting = /\b(?:additional|further) reporting by /i
export const isContribution = (words: string) => {
  if (contribution.test(words)) return true
  const further = furtherReporting.exec(words)
  return further !== null && agencyAtStart(words.slice(further.index + further[0].length)) !== null
}
export const photo =
  /(?<!\p{L})(?:photo|photos|photograph|photographs|photographer|picture|pictures|image|images|getty|pool|foto|fotos|bild|bilder|imagen|imagem|фото|صورة|crédit photo|video)(?!\p{L})|写真|图片|사진|\p{L}\/(?:Getty|Pool|File)/iu

// In brackets behind a place in America `PA` is Pennsylvania.
const british =
  /\b(?:London|Manchester|Birmingham|Liverpool|Leeds|Sheffield|Bristol|Newcastle|Nottingham|Cardiff|Swansea|Edinburgh|Glasgow|Aberdeen|Dundee|Belfast|Londonderry|Dublin|Cambridge|Brighton|Southampton|Portsmouth|Plymouth|Exeter|Hull|Norwich|Westminster|Windsor|Paris|Brussels|Geneva|Berlin)\b/i
export const isState = (name: string, place: string) => name === 'PA' && !british.test(place)

// Datelines and bylines are sought in so much of the head, sign-offs in so much of the end.
export const longestHead = 4000
const longestEnd = 800

const capitals = `\\p{Lu}[\\p{Lu}\\p{M}.'’-]{2,30}(?: \\p{Lu}[\\p{Lu}\\p{M}.'’-]{1,30}){0,4}`
const region = `(?:, \\p{Lu}[\\p{L}.'’ ]{1,30})?`
const date = `(?:,? (?:\\p{L}{3,9}\\.? \\d{1,2}|\\d{1,2}\\.? \\p{L}{3,9})(?:,? \\d{4})?)?`
const placeInLine = new RegExp(`(?:^|[^\\p{L}])(?:${capitals})${region}${date}[ ,.]*[-–—:]{0,2}\\s*$`, 'u')
const placeAlone = new RegExp(
  `^(?:\\p{Lu}[\\p{L}\\p{M}.'’-]{1,30}(?:[ /-]\\p{Lu}[\\p{L}\\p{M}.'’-]{1,30}){0,3})${region}${date}[ ,.]*[-–—:]{0,2}\\s*$`,
  'u',
)

/** Whether a line's beginning can be the place and date of a dateline. */
const isPlace = (words: string) =>
  words.length <= 70 &&
  !photo.test(words) &&
  !/["“”«»?!]|[.] \p{Lu}\p{Ll}+ \p{Ll}/u.test(words) &&
  (words === '' || /^\s*[\p{Lu}\p{Lo}]/u.test(words)) &&
  words.split(/\s+/).length <= 10

/** Bracketed datelines: `HELSINKI (AP) —`, `Seoul — (Yonhap) A`, `NEW DELHI: (PTI)`, 【パリAFP】, (서울=연합뉴스). */
export function bracketMarks(text: string, add: AddMarks): void {
  const head = text.slice(0, longestHead)
  for (const match of head.matchAll(/[(（【[]\s?([^()（）【】[\]\n]{2,60})[)）】\]]/gu)) {
    const names = agenciesBracketed(match[1] ?? '')
    if (names.length === 0) continue
    const lineStart = head.lastIndexOf('\n', match.index) + 1
    const before = head.slice(lineStart, match.index)
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 30)
    const isDashed = /^\s{0,3}[-–—:：]/.test(after) || /[-–—:]\s{0,3}$/.test(before)
    const opens = /^\s*["“”«'‘]?[\p{Lu}\p{Lo}\p{N}$€£]/u.test(after)
    const inLine = before.slice(-90)
    const signs =
      (isPlace(before) &&
        (isDashed || (opens && (before === '' || placeAlone.test(before) || /^[\p{Lo}\p{M}]/u.test(before))))) ||
      ((isDashed || opens) && placeInLine.test(inLine))
    if (!signs || isState(match[1] ?? '', inLine)) continue
    add('dateline', match.index + match[0].indexOf(match[1] ?? ''), names)
  }
}

/** Datelines with the agency behind a comma or point: `Rome, ANSA - `, `Самара. 23 июня. ИНТЕРФАКС - `. */
export function commaMarks(text: string, add: AddMarks): void {
  const head = text.slice(0, longestHead)
  for (const match of head.matchAll(/\s[-–—]{1,2}\s/g)) {
    const lineStart = head.lastIndexOf('\n', match.index) + 1
    const before = head.slice(Math.max(lineStart, match.index - 110), match.index)
    const comma = /^.*[,.] ?(?=[^,.]{2,40}$)/su.exec(before)
    if (!comma) continue
    const names = namedAlone(before.slice(comma[0].length))
    const place = comma[0].replace(/[,. ]+$/, '')
    const isWhole =
      match.index - lineStart <= 70 && isPlace(place) && !/ \p{Ll}/u.test(place.replace(/\d+\.? \p{Ll}+/gu, ''))
    if (names.length === 0 || !(isWhole || placeInLine.test(place))) continue
    add('dateline', match.index - before.length + comma[0].length, names)
  }
}

const someName = `\\p{Lu}[\\p{L}.'’-]{0,25}`
const by = ['By ', 'BY ', 'Par ', 'Por ', 'Von ']
const byName = `(?:${by.join('|')})(?:${someName}(?: (?:and )?${someName}){1,6}(?:, | \\| ))?`
const agencyNext = `(?=(?:The |THE )?\\p{Lu}|dpa)`
const byAgency = new RegExp(`(?:^|[\\n ])(?:${byName})${agencyNext}`, 'gu')
const byOrBar = new RegExp(`(?:^|[\\n ])(?:${byName}|${someName}(?: ${someName}){1,2} \\| )${agencyNext}`, 'gu')
const leadOpens =
  /^(?:\s+(?:A|An|The|In|On|At|It|After|Before|When|While|As|For|From|More|Most|Nearly|About|Some|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Hundreds|Thousands|Police|Officials|Residents|Voters|\d[\d.,]*)\b|\s*$)/u

const partOfPlace =
  /^ (?:STREET|ROAD|AVENUE|SQUARE|BAY|BEACH|ISLANDS?|CITY|TOWN|HILLS?|PARK|VALLEY|POINT|HARBOU?R|LAKE|RIVER)\b/

/** Bylines that run into the text, and those on lines that the furniture has as captions. */
export function bylineMarks(text: string, found: readonly Furniture[], title: string | null, add: AddMarks): void {
  const head = text.slice(0, longestHead)
  const byPattern = head.includes(' | ') ? byOrBar : by.some((word) => head.includes(word)) ? byAgency : null
  for (const match of byPattern ? head.matchAll(byPattern) : []) {
    const at = match.index + match[0].length
    const names = namedAtStart(text.slice(at, at + 80))
    const end = at + (names.at(-1)?.end ?? 0)
    const lineStart = text.lastIndexOf('\n', at - 1) + 1
    const before = text.slice(Math.max(lineStart, match.index - 30), match.index + 1)
    if (names.length === 0 || /(?:photos?|photographs?|pictures?|images?|foto)\s*$/i.test(before)) continue
    const next = text.slice(end, end + 2)
    if (!/^(?:\s|[.•|]|$)/.test(next) || /^\s+\p{Ll}/u.test(text.slice(end, end + 4))) continue
    if (photoBehind.test(text.slice(end, end + 20))) continue
    // `Ada Lind | AP` above or below a caption is who took its photograph.
    const isPiped = / \| $/.test(match[0]) && !/By /.test(match[0])
    if (isPiped && (isTwice(head, match[0].trimStart() + text.slice(at, end)) || besideCaption(text, found, end)))
      continue
    add('byline', at, names)
  }
  for (const line of lines(head)) {
    const words = text.slice(line.start, line.end)
    // The agency and the date; a name run together with the agency.
    if (words.length <= 120 && /[|•·]/.test(words)) {
      const first = namedFirst(words)
      if (first && /^\s*[|•·]\s*\p{L}+,? .{0,20}\d/u.test(words.slice(first.end))) add('byline', line.start, [first])
    }
    if (words.length > 100 || /[/(:]/.test(words)) continue
    const trimmed = words.replace(/[\s•|]+$/, '')
    if (/\p{Ll}{2} \p{Ll}{4}/u.test(trimmed)) continue
    const last = namedLast(trimmed)
    const isName =
      last &&
      /^(?:by\s+)?\p{Lu}[\p{L}.'’-]*(?:,? (?:and )?\p{Lu}[\p{L}.'’-]*){1,8},?\s*$/iu.test(trimmed.slice(0, last.start))
    if (last && isName && !photo.test(words) && !isContribution(words) && !besideCaption(text, found, line.end))
      add('byline', line.start, [last])
  }
  // Its name as credit and as byline, `AFP AFP Five towns`: no photograph's credit says it twice.
  const opening = head.slice(0, longestHead / 4)
  const doubled = hasTwin(opening) ? /(?:^|\s)(\p{L}[\p{L}-]{1,20}) \1(?= \p{Lu})/u.exec(opening) : null
  const twice = doubled ? namedAlone(doubled[1] ?? '') : []
  if (doubled) add('byline', doubled.index + doubled[0].indexOf(doubled[1] ?? ''), twice)
  // The agency's name alone before the lead, where paragraphs were lost.
  const starts = [
    0,
    ...found.filter(({ kind, start }) => kind !== 'caption' && start < longestHead / 4).map(({ end }) => end),
  ]
  if (title && text.startsWith(title)) starts.push(title.length)
  for (const start of starts) {
    const at = start + (/^\s*/.exec(text.slice(start, start + 5))?.[0].length ?? 0)
    const name = namedFirst(text.slice(at, at + 60))
    if (!name) continue
    let end = at + name.end
    const again = agencyAtStart(text.slice(end + 1, end + 61))
    if (again && again.agency === name.agency && again.start === 0) end += 1 + again.end
    const rest = text.slice(end, end + 160)
    if (partOfPlace.test(rest)) continue
    const isLead = leadOpens.test(rest) && rest.trim() !== ''
    if (isLead || datelineAt(rest.trimStart(), 0)?.place || /^ \p{Lu}[\p{L}]+(?:, \p{L}+\.? \d+)? [-–—] /u.test(rest))
      add('byline', at, [name])
  }
}

/** Whether some word of two letters or more is said twice. */
function hasTwin(text: string): boolean {
  for (let at = text.indexOf(' '); at >= 0; ) {
    const next = text.indexOf(' ', at + 1)
    const length = next - at - 1
    const isTwin = length > 1 && text.startsWith(text.slice(at + 1, next), at - length)
    if (isTwin && /^\s?$/.test(text.charAt(at - length - 1))) return true
    at = next
  }
  return false
}

const photoBehind = /^\s*(?:[|/]\s*)?(?:Getty|Pool|File|Photo|photo|Images?\b|Shutterstock|Bloomberg via)/

export const isTwice = (text: string, words: string) => text.indexOf(words) !== text.lastIndexOf(words)

const captionWords = /^(?:FILE|In this|An? (?:file|undated)|(?:File )?[Pp]hoto|Image|Pictured)\b/

/** Whether the line before or behind is a caption. */
export function besideCaption(text: string, found: readonly Furniture[], end: number): boolean {
  const next = /^\s*/.exec(text.slice(end, end + 20))?.[0].length ?? 0
  if (captionWords.test(text.slice(end + next, end + next + 20))) return true
  return found.some(
    ({ kind, start: from, end: to }) => kind === 'caption' && from < end + next + 2 && from >= end && to > end,
  )
}

const sourceLabel =
  /(?:^|[\s(（[.])(?:sources?|quelle|fuente|fonte|sumber|bron|kilde|källa|lähde|zdroj|źródło|forrás|kaynak|джерело|источник|извор|πηγή|المصدر|منبع|来源|來源|出典|출처|ที่มา) ?[:：=/] ?/giu
const rights =
  /(?:©|\(c\)|(?<!\p{L})copyright\b)(?: ?(?:©|\(c\)|copyright))?(?:,? ?(?:19|20)\d\d)?,? ?(?:by )?(?=\p{L})/giu

/** Sign-offs, sources and rights in the end of the page, also where other furniture follows in the line. */
export function endMarks(text: string, add: AddMarks): void {
  const from = Math.max(0, text.length - longestEnd)
  const end = text.slice(from)
  const lineOf = (at: number) => end.slice(end.lastIndexOf('\n', at - 1) + 1, at)
  const behind = (at: number) => end.slice(at, at + 12)
  const isPhoto = (at: number) =>
    /(?:photo|photograph|picture|image|video|foto|bild|фото|credit)s?\W{0,3}$/iu.test(
      end.slice(Math.max(0, at - 14), at),
    )
  if (/[:：=/]/.test(end))
    for (const match of end.matchAll(sourceLabel)) {
      const at = match.index + match[0].length
      if (!isPhoto(match.index + 1)) add('credit', from + at, namedAtStart(end.slice(at, at + 80)))
    }
  for (const match of end.matchAll(rights)) {
    const at = match.index + match[0].length
    if (!isPhoto(match.index)) add('copyright', from + at, namedAtStart(end.slice(at, at + 60)))
  }
  // Behind a sentence's end: `(AFP)`, `— AFP`, and at the end of a line the bare name.
  for (const match of end.matchAll(
    /[([](?<=[.!?…。”"’'»)\]]\s{0,2}[([])([^()[\]\n]{2,60})[)\]](?!\s{0,2}[\p{Ll}/])/gu,
  )) {
    const names = namedAlone(match[1] ?? '')
    if (!photo.test(lineOf(match.index).slice(-60))) add('sign-off', from + match.index + 1, names)
  }
  for (const match of end.matchAll(/(?:[.!?…。”"’»)\]]|^)\s{0,3}[-–—]{1,2} ?(?=\p{L})/gmu)) {
    const at = match.index + match[0].length
    const names = namedAtStart(end.slice(at, at + 60))
    const after = behind(at + (names.at(-1)?.end ?? 0))
    if (
      names.length > 0 &&
      /^(?:\s*$|\s+\p{Lu}|\s+\()/u.test(after) &&
      !/^\s+(?:photo|file|pic|image|video)/i.test(after)
    )
      add('sign-off', from + at, names)
  }
  for (const match of end.matchAll(/(?<=[.!?…。”"’»)\]] )[^\s(][^\n.!?]{1,50}$/gmu))
    if (!photo.test(lineOf(match.index).slice(-60))) add('sign-off', from + match.index, namedAlone(match[0]))
  for (const match of end.matchAll(/[.!?…”"’»)]\s+(?=\p{Lu}|\()/gu)) {
    const at = match.index + match[0].length
    const words = end.slice(at, at + 400)
    const closing = agencyOfSignOff(words)
    const length = /^(?:\([^()\n]{1,300}\)?|\S+)/.exec(words)?.[0].length ?? 0
    if (closing && length > 0) add('sign-off', from + at, [{ agency: closing, start: 0, end: length }])
  }
  // What ran behind a link of the page, at the very end.
  const dashed = /\s[-–—©] ?(\p{L}[^\n.!?()]{1,40})$/u.exec(end)
  if (dashed)
    add('sign-off', from + dashed.index + dashed[0].length - (dashed[1] ?? '').length, namedAlone(dashed[1] ?? ''))
  if (end.includes(' was first published'))
    for (const match of end.matchAll(
      /(?:^|[.!?”"]\s)This (?:report|story|article) by (?=[^\n]{2,60} was first published)/gmu,
    )) {
      const at = match.index + match[0].length
      add('credit', from + at, namedAtStart(end.slice(at, at + 60)))
    }
  if (/(?:writer|reporter|correspondent|journalist)s?\.?\s*$/m.test(end))
    for (const match of end.matchAll(
      /(?:^|[.!?”"]\s)(?:\p{Lu}[\p{L}.'’-]{1,25},? (?:and )?){2,6}(?:is an?|are) (?=[^\n.]{2,60}\b(?:writer|reporter|correspondent|journalist)s?\.?\s*$)/gmu,
    )) {
      const at = match.index + match[0].length
      add('credit', from + at, namedAtStart(end.slice(at, at + 60)).slice(0, 1))
    }
  // The desk's address closes what Reuters translates.
  const address = !end.includes('reuters.com)')
    ? null
    : /[(;,][^\n@]{0,200}@(?:[\w-]{1,40}\.){0,2}(thomsonreuters\.com|reuters\.com)\)\s*$/.exec(end)
  if (address) {
    const desk = address[1] ?? ''
    const at = from + address.index + address[0].lastIndexOf(desk)
    const agency = agencyOfUrl('https://reuters.com')
    if (agency) add('sign-off', at, [{ agency, start: 0, end: desk.length }])
  }
}
