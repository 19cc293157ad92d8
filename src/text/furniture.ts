// Tells a page's furniture from the story: by its form of words, by its position before and behind the story, and by its
// repetition (in this page, and across the outlet's other stories; see repeated-furniture.ts). Works on one article alone.
// A line is judged whole when it is short, otherwise sentence by sentence. What no rule knows is the story's.
import { agencyNames, agencyOfSignOff, agencyPattern } from './agency-credits.js'
import { type Dateline, datelineAt, datelineWithin } from './dateline.js'
import {
  blockOpeners,
  bylines,
  captions,
  credits,
  type FurnitureKind,
  longestUnit,
  promotions,
} from './furniture-forms.js'
import { lines, type Range, sentences, trim } from './sentences.js'

/** A stretch of a page that is not the story's text. */
export interface Furniture extends Range {
  readonly kind: FurnitureKind
}

/** A line or sentence, the smallest thing that is judged. */
export interface Unit extends Range {
  /** It is a line of its own. */
  readonly wholeLine: boolean
  /** The number of its line, from 0. */
  readonly line: number
}

/** What is known of a page besides its text. */
export interface PageContext {
  readonly title?: string | null
  /** Says of a unit whether the outlet repeats it across its stories. */
  readonly isRepeated?: (unit: Unit) => boolean
  /** The page's units, where they have been cut already. */
  readonly units?: readonly Unit[]
}

const shortLine = 160

/** Short lines, and the sentences of long ones. */
export function unitsOf(text: string): Unit[] {
  const units: Unit[] = []
  lines(text).forEach((line, number) => {
    const parts = sentences(text, line)
    if (
      parts.length <= 1 ||
      !parts.some((part) => endsSentence(text, part) && wordCount(text.slice(part.start, part.end)) >= 6)
    )
      units.push({ ...line, wholeLine: true, line: number })
    else for (const part of parts) units.push({ ...part, wholeLine: false, line: number })
  })
  return units
}

const terminal = /[.!?…。！？؟।۔]["'”’»)\]』」）]*$/u
const unspacedLetters =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/gu

const endsSentence = (text: string, { start, end }: Range) => terminal.test(text.slice(Math.max(start, end - 6), end))

/** Words, where two letters of a script without spaces count as one. */
function wordCount(text: string): number {
  const unspaced = text.match(unspacedLetters)?.length ?? 0
  const spaced = text.replace(unspacedLetters, ' ').match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.,-]*/gu)?.length ?? 0
  return spaced + unspaced / 2
}

const agencyLine = new RegExp(
  `^[-–—(（\\[/|•*\\s]*(?:with |from |by |via |the )*(?:${agencyPattern})(?:(?:\\s*[,/&;+|·•-]\\s*|\\s+(?:and|with|et|y|und|dan)\\s+)(?:the )?(?:${agencyPattern}|Agencies))*(?:/\\w{1,8})*(?: [A-Z]{2,4}){0,4}[)）\\]/.•*|:\\s-]*$`,
  'u',
)
// A name and an agency in brackets, on a line of its own, is who took the photograph.
const photographer = new RegExp(`^\\p{Lu}[^()]{2,80} ?[(\\[] ?(?:${agencyPattern}) ?[)\\]]$`, 'u')
const agencyThenPromotion = new RegExp(`^(?:${agencyPattern})\\s+(?=\\p{Lu}[\\p{Ll}'’])`, 'u')
const photoCredit =
  /^(?:[\p{L}/ .'’-]{0,60}(?:via |\/))?(?:REUTERS|AFP|EPA|XINHUA|Sputnik|KYODO|dpa)\/\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,2}(?:\/(?:File Photo|Illustration|Pool|Handout|Files?))*\s+(?=\p{Lu})/u

// A sentence that tells what someone did or said, and speaks to no reader of the page, is the story's whatever its first words.
const reporting =
  /\b(?:said|says|told|asked|found|announced|resigned|arrived|killed|fell|rose|rising|slowing|changed|sued|came|went|made|took|won|lost|held|signed|remains?|became|began|sold|draws|saw|ran|gave|grew|left|spoke|[a-z]{3,}ed|was|were|had|has|have|will|would|could|can|cannot|can['’]t|is|are)\b/
const addressing =
  /\b(?:you|your|our|us(?! [A-Z])|we|newsletters?|inbox|subscrib\w*|sign(?:ing)? up|click|tap|download|app|website|site|cookies|privacy|terms of|rights reserved|copyright (?:\d|©|\(c\))|©|this (?:story|article|report|material|page|site)|telegram channel|whatsapp channel|contributed (?:reporting )?to|readers|advert\w*)\b/i

/** What someone is said to have said, to whomever. */
const attributed = /, (?:the|a|an|he|she|they|\p{Lu})[^,]{0,60}\b(?:told|said|asked)\b/u

function isReported(unit: string): boolean {
  if (attributed.test(unit)) return terminal.test(unit)
  return (
    terminal.test(unit) &&
    !/[?？]["'”’]?$/.test(unit) &&
    reporting.test(unit) &&
    !addressing.test(unit) &&
    wordCount(unit) >= 5
  )
}

/** The kind that a line or sentence has by its form of words, or null. */
function kindByForm(unit: string): FurnitureKind | null {
  if (unit.length > longestUnit) return null
  if (agencyOfSignOff(unit)) return 'credit'
  if (agencyLine.test(unit)) return 'credit'
  if (captions.some((form) => form.test(unit)) || photographer.test(unit)) return 'caption'
  if (isReported(unit)) return null
  if (credits.some((form) => form.test(unit))) return 'credit'
  if (/^(?:©|\(c\)|copyright)/i.test(unit) && agencyNames(unit).length > 0) return 'credit'
  if (promotions.some((form) => form.test(unit))) return 'furniture'
  if (bylines.some((form) => form.test(unit)) && wordCount(unit) <= 16 && !terminal.test(unit)) return 'byline'
  return null
}

// Where paragraphs were lost, a sentence of the story starts without warning behind a headline: a word that opens sentences,
// in capitals, behind a word that ends none.
const sentenceOpening =
  /(?<=[\p{Ll}\d’'")]) (?=(?:The|A|An|In|On|At|It|He|She|They|We|But|And|This|That|These|Those|There|Some|Many|Most|Since|After|Before|While|When|As|For|From|According|Its|His|Her|Their|Meanwhile|Earlier|Last|Critics|Officials|Police|Le|La|Les|Un|Une|Il|Elle|El|Los|Der|Die|Das|Ein|Eine)\b)/gu

/** The last place in a run of headlines at which a sentence of the story seems to begin, or -1. */
function storyResumes(unit: string): number {
  let last = -1
  for (const match of unit.matchAll(sentenceOpening)) if (unit.length - match.index > 40) last = match.index + 1
  return last
}

// Figures make a row of a table, which is the story's; a date or a time alone is the page's.
const tableRow = /\d(?!.{0,40}(?:\b(?:19|20)\d\d\b|[ap]\.?m\b|\b[A-Z]{2,3}T\b))/u

/** Who wrote a tweet that the story quotes. */
const tweetSignature = /^[-–—]+ ?.{1,60}\(@/

const normal = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/**
 * The furniture of one page, in order, without overlap.
 *
 * @example
 * findFurniture('Sign up now\nOSLO - It snowed on Monday, the weather office in the capital said. REUTERS')
 * // [{ kind: 'furniture', start: 0, end: 11 }, { kind: 'dateline', start: 12, end: 19 }, { kind: 'credit', … }]
 */
export function findFurniture(text: string, context: PageContext = {}): Furniture[] {
  const found: Furniture[] = []
  const units = context.units ?? unitsOf(text)
  const kinds: (FurnitureKind | 'story' | null)[] = units.map(() => null)
  const textOf = (unit: Range) => text.slice(unit.start, unit.end)
  // The units of every line: the first, and the one behind the last.
  const unitsOfLine = new Map<number, { first: number; end: number }>()
  units.forEach(({ line }, i) => {
    const known = unitsOfLine.get(line)
    if (known) known.end = i + 1
    else unitsOfLine.set(line, { first: i, end: i + 1 })
  })
  const add = (kind: FurnitureKind, start: number, end: number) => {
    const zone = trim(text, start, end)
    if (zone.end > zone.start) found.push({ kind, ...zone })
  }

  // By form of words, by repetition in the outlet, and blocks of headlines.
  let blockLine = -1
  units.forEach((unit, i) => {
    const words = textOf(unit)
    if (blockLine === unit.line && !unit.wholeLine) {
      const resumes = wordCount(words) <= 3 ? words.length : storyResumes(words)
      if (resumes > 0) add('furniture', unit.start, unit.start + resumes)
      kinds[i] = resumes === words.length ? 'furniture' : 'story'
      if (resumes !== words.length) blockLine = -1
      return
    }
    const opener = unit.wholeLine
      ? null
      : blockOpeners.map((form) => form.exec(words)?.[0].length ?? 0).find((n) => n > 0)
    const resumes = opener ? storyResumes(words) : -1
    if (opener && (resumes > 0 || unit.end - unit.start > shortLine)) {
      add('furniture', unit.start, unit.start + (resumes > 0 ? resumes : opener))
      kinds[i] = 'story'
      return
    }
    const kind = context.isRepeated?.(unit) ? (kindByForm(words) ?? 'furniture') : kindByForm(words)
    if (opener) blockLine = unit.line
    if (kind !== null || (opener && wordCount(words) <= 4)) {
      kinds[i] = kind ?? 'furniture'
      add(kind ?? 'furniture', unit.start, unit.end)
      return
    }
    const credit = words.length > longestUnit ? 0 : (agencyThenPromotion.exec(words)?.[0].length ?? 0)
    if (credit > 0 && promotions.some((form) => form.test(words.slice(credit)))) {
      kinds[i] = 'credit'
      add('credit', unit.start, unit.start + credit - 1)
      add('furniture', unit.start + credit, unit.end)
    }
  })

  // A short line that opens with an invitation, or closes with a photo credit, is so throughout.
  for (const { first, end } of unitsOfLine.values()) {
    const [head, tail] = [units[first] as Unit, units[end - 1] as Unit]
    if (head.wholeLine || tail.end - head.start > longestUnit || end - first > 4) continue
    const [opens, closes] = [kinds[first], kinds[end - 1]]
    const inviting = (opens === 'furniture' || opens === 'caption') && tail.end - head.start <= 2 * shortLine
    const kind = inviting ? opens : closes === 'caption' ? closes : null
    if (kind === null) continue
    for (let k = first; k < end; k++) {
      const part = units[k] as Unit
      if (kinds[k] === null) add(kind, part.start, part.end)
      kinds[k] ??= kind
    }
  }

  // A line that the page repeats is a caption shown twice, or its headline.
  const wordsOfLine = new Map<number, string>()
  const copies = new Map<string, number>()
  for (const [line, { first, end }] of unitsOfLine) {
    const words = normal(text.slice((units[first] as Unit).start, (units[end - 1] as Unit).end))
    wordsOfLine.set(line, words)
    copies.set(words, (copies.get(words) ?? 0) + 1)
  }
  const title = context.title ? normal(context.title) : ''
  for (const [line, { first, end }] of unitsOfLine) {
    const words = wordsOfLine.get(line) ?? ''
    const unit = units[first] as Unit
    if (words === '' || kinds.slice(first, end).every((kind) => kind !== null)) continue
    if (tweetSignature.test(textOf(unit))) continue
    const repeated = (copies.get(words) ?? 0) > 1 && wordCount(words) >= 3
    if (words !== title && !repeated) continue
    const kind = words !== title && (end - first > 1 || endsSentence(text, unit)) ? 'caption' : 'headline'
    for (let i = first; i < end; i++) {
      if (kinds[i] === null) add(kind, (units[i] as Unit).start, (units[i] as Unit).end)
      kinds[i] ??= kind
    }
  }

  // By position: what is no sentence before the story's first sentence and behind its last.
  const isSentence = units.map((unit, i) => {
    const words = wordCount(textOf(unit))
    return (kinds[i] === null || kinds[i] === 'story') && (words >= 25 || (words >= 8 && endsSentence(text, unit)))
  })
  const first = isSentence.indexOf(true)
  const last = isSentence.lastIndexOf(true)
  if (first >= 0) {
    let headline = kinds.includes('headline')
    for (let i = 0; i < first; i++) {
      const unit = units[i] as Unit
      if (kinds[i] !== null || !unit.wholeLine || endsSentence(text, unit)) continue
      const words = textOf(unit)
      if (tableRow.test(words)) continue
      const kind =
        agencyNames(words).length > 0 && wordCount(words) <= 12
          ? 'byline'
          : !headline && wordCount(words) >= 4
            ? 'headline'
            : 'furniture'
      headline ||= kind === 'headline'
      kinds[i] = kind
      add(kind, unit.start, unit.end)
    }
    for (let i = units.length - 1; i > last; i--) {
      const unit = units[i] as Unit
      if (kinds[i] !== null || !unit.wholeLine || endsSentence(text, unit) || tableRow.test(textOf(unit))) continue
      kinds[i] = 'furniture'
      add('furniture', unit.start, unit.end)
    }
  }

  const opening = findOpening(text, units, isSentence, found)
  if (opening) {
    const before = (zone: Range) => zone.start >= opening.from && zone.start < opening.dateline.end
    const kept = found.filter((zone) => !before(zone))
    for (const unit of units) {
      if (unit.start < opening.from || unit.start >= opening.dateline.start) continue
      const end = Math.min(unit.end, opening.dateline.start)
      const known = found.find((zone) => zone.start === unit.start && zone.end <= end)
      kept.push(
        known ?? {
          ...trim(text, unit.start, end),
          kind: captions.some((form) => form.test(text.slice(unit.start, end))) ? 'caption' : 'furniture',
        },
      )
    }
    kept.push({ kind: 'dateline', start: opening.dateline.start, end: opening.dateline.end })
    return leavingStory(text, withoutOverlap(kept))
  }
  return leavingStory(text, withoutOverlap(found))
}

// A dateline says where the story begins. More than this before it, and it heads some other part of the page.
const longestHead = 1500
const wordsAfterDateline = 5

/** The dateline that opens the story, and the offset from which the text before it is furniture. */
function findOpening(
  text: string,
  units: readonly Unit[],
  isSentence: readonly boolean[],
  found: readonly Furniture[],
): { from: number; dateline: Dateline } | null {
  const reach = Math.min(longestHead, text.length / 2)
  let line = -1
  let sentencesBefore = 0
  for (const [i, unit] of units.entries()) {
    if (unit.start > reach) return null
    const known = found.find((zone) => zone.start === unit.start)
    if (unit.line !== line) {
      line = unit.line
      const here = known && known.kind !== 'byline' && known.kind !== 'credit' ? null : datelineAt(text, unit.start)
      // A name in capitals on a line of its own is no place.
      const at = here && opensText(text, here) ? here : null
      // Behind a sentence, a place with a colon is likelier a speaker or a heading.
      if (at && sentencesBefore > 1 && (sentencesBefore > 5 || !found.some((zone) => zone.start < unit.start)))
        return null
      if (at && (sentencesBefore <= 1 || !/[:：]\s*$/.test(text.slice(at.start, at.end))))
        return { from: 0, dateline: at }
    }
    // Where paragraphs were lost, a caption or promotion runs into the dateline within the line.
    const isFurniture = known !== undefined || photoCredit.test(text.slice(unit.start, unit.end))
    if (isFurniture || i === 0) {
      const lineEnd = units.findLast((other) => other.line === unit.line)?.end ?? unit.end
      const at = datelineWithin(text, unit.start, Math.min(lineEnd, unit.start + reach))
      const runsIn = (dateline: Dateline) =>
        sentences(text, { start: unit.start, end: dateline.start }).some((part) =>
          kindByForm(text.slice(part.start, part.end)),
        )
      if (at && opensText(text, at) && (isFurniture || runsIn(at))) return { from: 0, dateline: at }
    }
    if (isSentence[i]) sentencesBefore++
  }
  return null
}

/** Whether text follows a dateline in its line; a name in capitals in a byline is no place. */
function opensText(text: string, { end }: Dateline): boolean {
  const newline = text.indexOf('\n', end)
  return wordCount(text.slice(end, Math.min(newline < 0 ? text.length : newline, end + 200))) >= wordsAfterDateline
}

// Fewer letters than this outside the furniture are no story.
const fewestLetters = 40

/** Where furniture would leave nothing, as on a page that is a photograph, the captions are the story. */
function leavingStory(text: string, found: readonly Furniture[]): Furniture[] {
  const letters = (words: string) => words.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  let inside = 0
  for (const { start, end } of found) inside += letters(text.slice(start, end))
  if (letters(text) - inside >= fewestLetters) return [...found]
  const isCaption = ({ kind, start, end }: Furniture) =>
    kind === 'caption' && end - start >= fewestLetters && !photoOnly.test(text.slice(start, end))
  // Without captions, a flash that is nothing but its headline.
  if (found.some(isCaption)) return found.filter((zone) => !isCaption(zone))
  return found.filter(({ kind }) => kind !== 'headline')
}

/** A photo credit without a caption. */
const photoOnly = /^[([]?(?:photo|image|picture|foto)\b/i

/** Stretches in order, each cut off where a former one ends. */
export function withoutOverlap(found: readonly Furniture[]): Furniture[] {
  const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end)
  const kept: Furniture[] = []
  for (const zone of sorted) {
    const before = kept.at(-1)
    if (!before || zone.start >= before.end) kept.push(zone)
    else if (zone.end > before.end) kept.push({ ...zone, start: before.end })
  }
  return kept
}
