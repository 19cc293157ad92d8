// Tells a page's furniture from the story: by its form of words, by its position before and behind the story, and by its
// repetition (in this page, and across the outlet's other stories; see repeated-furniture.ts). Works on one article alone.
// A line is judged whole when it is short, otherwise sentence by sentence. What no rule knows is the story's.

import { agencyNames, agencyOfSignOff, agencyPattern, mayNameAgency } from './agency-credits.js'
import { anyOf, tracesIn } from './any-of.js'
import { type Dateline, datelineAt, datelineWithin, isSigned, isWeak } from './dateline.js'
import {
  blockOpeners,
  bylines,
  captions,
  credits,
  longestUnit,
  notHeadlines,
  promotions,
  runsOn,
  telling,
} from './furniture-forms.js'
import { type FurnitureKind, furnitureKinds } from './furniture-kinds.js'
import { cutSentences, endsInStop, hasWords, type Range, Ranges, sentences, trim, wordCount } from './sentences.js'
import { endsSentence, type Unit, unitsOf } from './units.js'

/** A stretch of a page that is not the story's text. */
export interface Furniture extends Range {
  readonly kind: FurnitureKind
}

/** What is known of a page besides its text. */
export interface PageContext {
  readonly title?: string | null
  /** Says of a unit, whose place among the page's units is told too, whether the outlet repeats it across its stories. */
  readonly isRepeated?: (unit: Unit, place: number) => boolean
  /** The page's units, where they have been cut already. */
  readonly units?: readonly Unit[]
  /**
   * What is known of the page's units by their forms of words, in which no other page has a say: a byte for each, at first 0. Filled in,
   * so that who reads a page again, as its outlet repeats other lines, need not look for forms anew.
   */
  readonly forms?: Uint8Array
}

// What stands in `forms`: nothing is known; the unit has no form; and else, from 2 on, the place of its kind among all. Units of
// which more is to be known than their kind stay unknown.
const UNKNOWN = 0
const FORMLESS = 1
const kindOfForm = (form: number): FurnitureKind | null => furnitureKinds[form - FORMLESS - 1] ?? null
const formOfKind = (kind: FurnitureKind) => furnitureKinds.indexOf(kind) + FORMLESS + 1

const shortLine = 160

const agencyLine = new RegExp(
  `^[-–—(（\\[/|•*\\s]*(?:with |from |by |via |the )*(?:${agencyPattern})(?:(?:\\s*[,/&;+|·•-]\\s*|\\s+(?:and|with|et|y|und|dan)\\s+)(?:the )?(?:${agencyPattern}|Agencies))*(?:/\\w{1,8})*(?: [A-Z]{2,4}){0,4}[)）\\]/.•*|:\\s-]*$`,
  'u',
)
// A name and an agency in brackets, on a line of its own, is who took the photograph.
const photographer = new RegExp(`^\\p{Lu}[^()]{2,80} ?[(\\[] ?(?:${agencyPattern}) ?[)\\]]$`, 'u')
// Two agencies in a dateline are no photographer and agency: `Kiel (dpa/Reuters) - `.
const jointDateline = new RegExp(`^[^()\\n]{2,60} \\((?:${agencyPattern}) ?/ ?(?:${agencyPattern})\\) ?[-–—:]`, 'u')
const agencyThenPromotion = new RegExp(`^(?:${agencyPattern})\\s+(?=\\p{Lu}[\\p{Ll}'’])`, 'u')
const photoCredit =
  /^(?:[\p{L}/ .'’-]{0,60}(?:via |\/))?(?:REUTERS|AFP|EPA|XINHUA|Sputnik|KYODO|dpa)\/\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+){0,2}(?:\/(?:File Photo|Illustration|Pool|Handout|Files?))*\s+(?=\p{Lu})/u

const opensWithPhotoCredit = (unit: string) => unit.includes('/') && photoCredit.test(unit)

// A photo credit as the text goes on behind it, where paragraphs were lost.
const person = `\\p{Lu}[\\p{L}'’-]+ (?:\\p{Lu}\\. )?\\p{Lu}[\\p{L}'’-]+`
const publisher = `(?:(?:${agencyPattern}|Getty Images|File Photo|Illustration|Pool|Handout)|${person}|\\p{Lu}[\\p{L}.'’-]+(?: \\p{Lu}[\\p{L}.'’-]+){0,2}?)`
const source = `(?:(?:${agencyPattern}|Supplied|Getty Images|iStock|Shutterstock|Handout|Contributed)(?: ?/ ?${publisher})?(?: ?/ ?${publisher})?|${person}(?: ?/ ?${publisher})?(?: ?/ ?${publisher})?)`
const opensSentence = `(?=\\s+(?:["“‘'«]|\\d|\\p{Lu}))`
const photoLabel =
  '(?:[Pp]hoto(?:graph)?|PHOTO|[Pp]icture|PICTURE|[Ii]mage|(?:[Pp]hoto |[Ii]mage )?[Cc]redit)(?: by |: ?| ?© ?)'
const creditForm = (form: string) => new RegExp(`^(?:${form})\\.?(?:$|${opensSentence})`, 'u')

/** Forms of photo credit in the order to try them, each with what it opens with: the names make the patterns long. */
export const creditForms: readonly { opens: (unit: string) => boolean; form: RegExp }[] = [
  {
    opens: (unit) => /^[([]/.test(unit),
    form: creditForm(`[(\\[][^()\\[\\]]{0,60}(?:[Pp]hoto|PHOTO|[Pp]icture|[Ii]mage)\\b[^()\\[\\]]{0,60}[)\\]]`),
  },
  { opens: (unit) => unit.startsWith('('), form: creditForm(`\\(${person} ?/ ?[^()]{2,60}\\)`) },
  { opens: (unit) => opensWithLabel.test(unit), form: creditForm(`${photoLabel}${source}`) },
  {
    opens: (unit) => /^[-–—|]/.test(unit),
    form: creditForm(`[-–—|] ?(?:${agencyPattern}) (?:file )?(?:photo|picture)s?`),
  },
  {
    opens: (unit) => unit.includes('/') && mayNameAgency(unit),
    form: creditForm(`(?:${agencyPattern}) ?/ ?${person}(?:/File Photo|/Pool|/Handout)?`),
  },
]
const opensWithLabel = new RegExp(`^${photoLabel}`)

/** The length of the photo credit with which a text opens, or 0. */
function creditFirst(unit: string): number {
  for (const { opens, form } of creditForms) {
    const length = opens(unit) ? (form.exec(unit)?.[0].length ?? 0) : 0
    if (length > 0) return length
  }
  return 0
}

const captionAndCredit = new RegExp(
  `^[^.!?"“”()]{10,160} \\([^()]{0,60}(?:[Pp]hoto|PHOTO|[Pp]icture|[Ii]mage)\\b[^()]{0,60}\\)${opensSentence}`,
  'u',
)

// A sentence that tells what someone did or said, and speaks to no reader of the page, is the story's whatever its first words.
const reporting =
  /\b(?:said|says|told|asked|found|announced|resigned|arrived|killed|fell|rose|rising|slowing|changed|sued|came|went|made|took|won|lost|held|signed|remains?|became|began|sold|draws|saw|ran|gave|grew|left|spoke|[a-z]{3,}ed|was|were|had|has|have|will|would|could|can|cannot|can['’]t|is|are)\b/
const addressing =
  /\b(?:you|your|our|us(?! [A-Z])|we|newsletters?|inbox|subscrib\w*|sign(?:ing)? up|click|tap|download|app|website|site|cookies|privacy|terms of|rights reserved|copyright (?:\d|©|\(c\))|©|this (?:story|article|report|material|page|site)|telegram channel|whatsapp channel|contributed (?:reporting )?to|readers|advert\w*)\b/i

/** What someone is said to have said, to whomever. */
const attributed = /, (?:the|a|an|he|she|they|\p{Lu})[^,]{0,60}\b(?:told|said|asked)\b/u

function isReported(unit: string): boolean {
  if (!endsInStop(unit)) return false
  if (attributed.test(unit)) return true
  return !/[?？]["'”’]?$/.test(unit) && reporting.test(unit) && !addressing.test(unit) && hasWords(unit, 5)
}

// Every form of photo credit has one of these; few sentences do.
export const mayHoldCredit = anyOf([/[/([]/, /(?:photo|picture|image|credit)/i])
const isCaption = anyOf(captions)
const isTelling = anyOf(telling)
const isCredit = anyOf(credits)
const isPromotion = anyOf(promotions)
const isByline = anyOf(bylines)
const isCopyright = anyOf([/^(?:©|\(c\)|copyright)/i])
// No list of agencies is longer.
const longestAgencyLine = 240

// What a line of agencies may open with, besides a name.
const beforeAgency = /^(?:[-–—(（[/|•*\s]|(?:with|from|by|via|the) )/
const isAgencyLine = (unit: string) =>
  unit.length <= longestAgencyLine && (mayNameAgency(unit) || beforeAgency.test(unit)) && agencyLine.test(unit)
const isPhotographer = (unit: string) => (unit.endsWith(')') || unit.endsWith(']')) && photographer.test(unit)
const isJoint = (unit: string) => unit.includes('/') && unit.includes('(') && jointDateline.test(unit)

/** The kind that a line or sentence has by its form of words, or null. */
function kindByForm(unit: string, traces = tracesIn(unit)): FurnitureKind | null {
  if (unit.length > longestUnit) return null
  if (agencyOfSignOff(unit) || isAgencyLine(unit)) return 'credit'
  if ((isCaption(unit, traces) || isPhotographer(unit)) && !isJoint(unit)) return 'caption'
  if (isTelling(unit, traces)) return 'furniture'
  const kind = kindUntold(unit, traces)
  return kind !== null && isReported(unit) ? null : kind
}

/** The kind by form of what tells nothing. */
function kindUntold(unit: string, traces: number): FurnitureKind | null {
  if (isCredit(unit, traces)) return 'credit'
  if (isCopyright(unit, traces) && agencyNames(unit).length > 0) return 'credit'
  if (isPromotion(unit, traces)) return 'furniture'
  return isByline(unit, traces) && wordCount(unit) <= 16 && !endsInStop(unit) ? 'byline' : null
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

// A caption says in the present what is seen, or has no verb: "covered" tells something, "the covered market" does not.
const past =
  /["“”]|\b(?:said|says|told|asked|found|killed|fell|rose|came|went|made|took|won|lost|held|became|began|sold|saw|ran|gave|grew|left|spoke|was|were|had|has|have|will|would|could|can|cannot)\b|(?<!\b(?:the|a|an|of|in|by|with|and) )\b[a-z]{3,}ed\b/i
const longestSight = 30

const showsPhoto = (sentence: string) => !past.test(sentence) && wordCount(sentence) <= longestSight

/** The length of the caption or credit with which a sentence opens where paragraphs were lost, or 0. */
function captionRunsOn(unit: string, traces: number): number {
  if (!mayHoldCredit(unit, traces)) return 0
  const alone = creditFirst(unit)
  if (alone > 0) return alone
  const whole = unit.includes('(') ? (captionAndCredit.exec(unit)?.[0].length ?? 0) : 0
  return whole > 0 && showsPhoto(unit.slice(0, unit.lastIndexOf('(', whole))) ? whole : 0
}

// Lines of more sentences, or longer ones, are not one paragraph.
const mostInParagraph = 4

// Figures make a row of a table, which is the story's; a date or a time alone is the page's.
const tableRow = /\d(?!.{0,40}(?:\b(?:19|20)\d\d\b|[ap]\.?m\b|\b[A-Z]{2,3}T\b))/u

const timeOfDay = /\b\d{1,2}[:.]\d{2} ?[ap]\.?m\b\.?/gi
const year = /\b(?:19|20)\d\d\b/g
const monthAndDay = /\p{Lu}\p{L}{2,8}\.? \d{1,2}\b|\b\d{1,2} \p{Lu}\p{L}{2,8}/gu

/** Whether figures are left when a year, or a time of day with its date, is taken for the page's. */
function isRow(line: string): boolean {
  if (!tableRow.test(line)) return false
  const timeless = line.replace(timeOfDay, '')
  return /\d/.test((timeless === line ? line : timeless.replace(monthAndDay, '')).replace(year, ''))
}

const isNoHeadline = anyOf(notHeadlines)
const opensBlock = anyOf(blockOpeners)
const runsIntoStory = anyOf(runsOn)

/** The length of what the first of some patterns that fits matches, or 0. */
function lengthByForm(forms: readonly RegExp[], unit: string): number {
  for (const form of forms) {
    const length = form.exec(unit)?.[0].length ?? 0
    if (length > 0) return length
  }
  return 0
}

/** Whether a line may be a headline, by its form. */
export const servesAsHeadline = (line: string): boolean => !isNoHeadline(line)

const parts = new Ranges()

/** Whether a line of short sentences closes with a photo credit. */
function endsInCredit(text: string, { start, end }: Range): boolean {
  parts.clear()
  cutSentences(text, start, end, parts)
  const last = parts.count - 1
  return last > 0 && kindByForm(text.slice(parts.startOf(last), parts.endOf(last))) === 'caption'
}

const bracketedCredit = /^[([](?:[Pp]hoto|PHOTO|[Ii]mage|[Pp]icture)\b[^()[\]]{1,100}[)\]]$/
const fewestInSentence = 8
/** Fewer words are no sentence where no stop ends them. */
const fewestUnended = 25

// Longer lines are no captions, even with a credit at their end.
const longestCaption = 900

/** Who wrote a tweet that the story quotes. */
const tweetSignature = /^[-–—]+ ?.{1,60}\(@/

/** A text's letters and figures, with a space between words. */
export const normal = (text: string) =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const lettersInKey = 32

// By code unit, ASCII letters and figures as `normal` writes them, and 0 for all else. Two letters beyond ASCII, the dotted I and the sign
// for kelvin, become such a letter there too.
const keyed = new Uint8Array(0x10000)
for (const letter of 'abcdefghijklmnopqrstuvwxyz0123456789')
  for (const form of [letter, letter.toUpperCase()]) keyed[form.charCodeAt(0)] = letter.charCodeAt(0)
keyed[0x130] = 0x69
keyed[0x212a] = 0x6b

/** A number that texts share whose `normal` is equal: a hash of the first ASCII letters and figures in it. */
export function normalKey(text: string, start = 0, end = text.length): number {
  let key = 0
  let count = 0
  for (let at = start; at < end && count < lettersInKey; at++) {
    const code = keyed[text.charCodeAt(at)] as number
    if (code === 0) continue
    key = (Math.imul(key, 31) + code) | 0
    count++
  }
  return key
}

/** A line with its units: the first, and the one behind the last. */
interface Line extends Range {
  readonly first: number
  readonly behind: number
}

function linesOf(units: readonly Unit[]): Line[] {
  const found: Line[] = []
  let first = 0
  units.forEach(({ line, end }, i) => {
    if (line === units[i + 1]?.line) return
    found.push({ start: units[first]?.start ?? 0, end, first, behind: i + 1 })
    first = i + 1
  })
  return found
}

/** The lines that may be the same as another, or as the title, each with its `normal`; all others are neither. */
function linesAlike(text: string, pageLines: readonly Line[], title: string): { line: Line; words: string }[] {
  const counts = new Map([[normalKey(title), 1]])
  const keys = pageLines.map(({ start, end }) => normalKey(text, start, end))
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return pageLines
    .filter((_, k) => (counts.get(keys[k] as number) ?? 0) > 1)
    .map((line) => ({ line, words: normal(text.slice(line.start, line.end)) }))
}

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
  const pageLines = linesOf(units)
  const add = (kind: FurnitureKind, start: number, end: number) => {
    const zone = trim(text, start, end)
    if (zone.end > zone.start) found.push({ kind, ...zone })
  }

  // Where paragraphs were lost, a caption ends at its credit, and the sentence before the credit belongs to it.
  const ranOn = new Uint8Array(units.length)
  for (const { first, behind } of pageLines) if (behind - first > mostInParagraph) ranOn.fill(1, first, behind)
  const addCaption = (i: number, start: number, end: number) => {
    const before = units[i - 1]
    const takes = before && before.line === units[i]?.line && kinds[i - 1] === null && showsPhoto(textOf(before))
    if (takes) kinds[i - 1] = 'caption'
    add('caption', takes ? before.start : start, end)
  }

  // By form of words, by repetition in the outlet, and blocks of headlines.
  let blockLine = -1
  units.forEach((unit, i) => {
    const known = context.forms?.[i] ?? UNKNOWN
    if (known !== UNKNOWN && (unit.wholeLine || blockLine !== unit.line)) {
      const kind = kindOfForm(known) ?? (context.isRepeated?.(unit, i) ? 'furniture' : null)
      kinds[i] = kind
      if (kind !== null) add(kind, unit.start, unit.end)
      return
    }
    const words = textOf(unit)
    // An ellipsis amid a line stands for words of the story.
    if (!unit.wholeLine && blockLine !== unit.line && !/[\p{L}\p{N}]/u.test(words)) return
    const traces = tracesIn(words)
    const caption = ranOn[i] ? captionRunsOn(words, traces) : 0
    if (caption > 0) {
      if (blockLine === unit.line) blockLine = -1
      kinds[i] = caption === words.length ? 'caption' : 'story'
      addCaption(i, unit.start, unit.start + caption)
      return
    }
    if (blockLine === unit.line && !unit.wholeLine) {
      const resumes = wordCount(words) <= 3 ? words.length : storyResumes(words)
      if (resumes > 0) add('furniture', unit.start, unit.start + resumes)
      kinds[i] = resumes === words.length ? 'furniture' : 'story'
      if (resumes !== words.length) blockLine = -1
      return
    }
    const button = ranOn[i] && runsIntoStory(words, traces) ? lengthByForm(runsOn, words) : 0
    if (button > 0) {
      kinds[i] = 'story'
      add('furniture', unit.start, unit.start + button)
      return
    }
    const opener = !unit.wholeLine && opensBlock(words, traces) ? lengthByForm(blockOpeners, words) : 0
    const resumes = opener > 0 ? storyResumes(words) : -1
    if (opener > 0 && (resumes > 0 || unit.end - unit.start > shortLine)) {
      add('furniture', unit.start, unit.start + (resumes > 0 ? resumes : opener))
      kinds[i] = 'story'
      return
    }
    const form = kindByForm(words, traces) ?? (unit.wholeLine && endsInCredit(text, unit) ? 'caption' : null)
    const kind = form ?? (context.isRepeated?.(unit, i) ? 'furniture' : null)
    if (opener > 0) blockLine = unit.line
    else if (form !== null && context.forms) context.forms[i] = formOfKind(form)
    if (kind !== null || (opener > 0 && wordCount(words) <= 4)) {
      kinds[i] = kind ?? 'furniture'
      add(kind ?? 'furniture', unit.start, unit.end)
      return
    }
    const mayCredit = words.length <= longestUnit && mayNameAgency(words)
    const credit = mayCredit ? (agencyThenPromotion.exec(words)?.[0].length ?? 0) : 0
    if (credit > 0 && isPromotion(words.slice(credit))) {
      kinds[i] = 'credit'
      add('credit', unit.start, unit.start + credit - 1)
      add('furniture', unit.start + credit, unit.end)
    } else if (opener === 0 && context.forms) context.forms[i] = FORMLESS
  })

  // A short line that opens with an invitation, or closes with a photo credit, is so throughout. A page of one line is no such.
  for (const { first, behind, start, end } of pageLines) {
    if (units[first]?.wholeLine || pageLines.length === 1) continue
    const [opens, closes] = [kinds[first], kinds[behind - 1]]
    const length = end - start
    if (
      closes === 'caption' &&
      length <= longestCaption &&
      behind - first <= (opens === 'caption' ? 8 : mostInParagraph)
    ) {
      kinds.fill('caption', first, behind)
      for (let k = found.length - 1; k >= 0; k--)
        if ((found[k] as Furniture).start >= start && (found[k] as Furniture).end <= end) found.splice(k, 1)
      add('caption', start, end)
      continue
    }
    if (length > longestUnit || behind - first > mostInParagraph) continue
    const kind = (opens === 'furniture' || opens === 'caption') && length <= 2 * shortLine ? opens : null
    if (kind === null) continue
    for (let k = first; k < behind; k++) {
      const part = units[k] as Unit
      if (kinds[k] === null) add(kind, part.start, part.end)
      kinds[k] ??= kind
    }
  }

  // Ahead of the story, a line above a bracketed photo credit is its caption.
  for (const { first, behind, start, end } of pageLines) {
    const [head, below] = [units[first] as Unit, units[behind]]
    const isFree = kinds.slice(first, behind).every((kind) => kind === null) && hasWords(text, fewestInSentence, head)
    if (!isFree || (head.wholeLine && !endsSentence(text, head))) continue
    if (!below?.wholeLine || !bracketedCredit.test(textOf(below))) break
    if (behind - first > mostInParagraph || end - start > longestCaption) break
    kinds.fill('caption', first, behind)
    add('caption', start, end)
  }

  // A line that the page repeats is a caption shown twice, or its headline.
  const title = context.title ? normal(context.title) : ''
  const alike = linesAlike(text, pageLines, title)
  const copies = new Map<string, number>()
  for (const { words } of alike) copies.set(words, (copies.get(words) ?? 0) + 1)
  for (const { line, words } of alike) {
    const { first, behind } = line
    const unit = units[first] as Unit
    if (words === '' || kinds.slice(first, behind).every((kind) => kind !== null)) continue
    if (tweetSignature.test(textOf(unit))) continue
    const repeated = (copies.get(words) ?? 0) > 1 && hasWords(words, 3)
    if (words !== title && !repeated) continue
    const kind = words !== title && (behind - first > 1 || endsSentence(text, unit)) ? 'caption' : 'headline'
    for (let i = first; i < behind; i++) {
      if (kinds[i] === null) add(kind, (units[i] as Unit).start, (units[i] as Unit).end)
      kinds[i] ??= kind
    }
  }

  // By position: what is no sentence before the story's first sentence and behind its last.
  const isSentence = units.map((unit, i) => {
    const isFree = kinds[i] === null || kinds[i] === 'story'
    return isFree && hasWords(text, endsSentence(text, unit) ? fewestInSentence : fewestUnended, unit)
  })
  const first = isSentence.indexOf(true)
  const last = isSentence.lastIndexOf(true)
  if (first >= 0) {
    let headline = kinds.includes('headline')
    for (let i = 0; i < first; i++) {
      const unit = units[i] as Unit
      if (kinds[i] !== null || !unit.wholeLine || endsSentence(text, unit)) continue
      const words = textOf(unit)
      if (isRow(words) || tweetSignature.test(words)) continue
      const kind =
        agencyNames(words).length > 0 && wordCount(words) <= 12
          ? 'byline'
          : !headline && wordCount(words) >= 4 && servesAsHeadline(words)
            ? 'headline'
            : 'furniture'
      headline ||= kind === 'headline'
      kinds[i] = kind
      add(kind, unit.start, unit.end)
    }
    for (let i = units.length - 1; i > last; i--) {
      const unit = units[i] as Unit
      if (kinds[i] !== null || !unit.wholeLine || endsSentence(text, unit)) continue
      if (isRow(textOf(unit)) || tweetSignature.test(textOf(unit))) continue
      kinds[i] = 'furniture'
      add('furniture', unit.start, unit.end)
    }
  }

  const opening = findOpening(text, units, pageLines, isSentence, found)
  if (opening) {
    const before = (zone: Range) => zone.start >= opening.from && zone.start < opening.dateline.end
    const kept = found.filter((zone) => !before(zone))
    const knownFrom = new Map<number, Furniture>()
    for (const zone of found)
      if (zone.end <= opening.dateline.start && !knownFrom.has(zone.start)) knownFrom.set(zone.start, zone)
    for (const unit of units) {
      if (unit.start < opening.from || unit.start >= opening.dateline.start) continue
      const end = Math.min(unit.end, opening.dateline.start)
      const known = knownFrom.get(unit.start)
      if (known) kept.push(known)
      const rest = trim(text, known?.end ?? unit.start, end)
      if (rest.end <= rest.start) continue
      const words = text.slice(rest.start, rest.end)
      kept.push({ ...rest, kind: isCaption(words) ? 'caption' : 'furniture' })
    }
    kept.push({ kind: 'dateline', start: opening.dateline.start, end: opening.dateline.end })
    return leavingStory(text, withoutOverlap(kept))
  }
  return leavingStory(text, withoutOverlap(found))
}

// A dateline says where the story begins. More than this before it, and it heads some other part of the page.
const longestHead = 1500
const wordsAfterDateline = 5

/** For each unit the first of the zones that holds its start. */
function zonesOfUnits(units: readonly Unit[], zones: readonly Furniture[]): (Furniture | undefined)[] {
  const found: (Furniture | undefined)[] = units.map(() => undefined)
  for (const zone of zones.toReversed())
    for (let i = firstFrom(units, zone.start); i < units.length; i++) {
      if ((units[i]?.start ?? zone.end) >= zone.end) break
      found[i] = zone
    }
  return found
}

/** The number of units that start before an offset. */
function firstFrom(units: readonly Unit[], offset: number): number {
  let [low, high] = [0, units.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((units[middle] as Unit).start < offset) low = middle + 1
    else high = middle
  }
  return low
}

/** The dateline that opens the story, and the offset from which the text before it is furniture. */
function findOpening(
  text: string,
  units: readonly Unit[],
  pageLines: readonly Line[],
  isSentence: readonly boolean[],
  found: readonly Furniture[],
): { from: number; dateline: Dateline } | null {
  const reach = Math.min(longestHead, text.length / 2)
  const zones = zonesOfUnits(units, found)
  const earliest = found.reduce((least, { start }) => Math.min(least, start), text.length)
  let sentencesBefore = 0
  let isBarred = false
  for (const line of pageLines)
    for (let i = line.first; i < line.behind; i++) {
      const unit = units[i] as Unit
      const known = zones[i]
      if (isSentence[i - 1]) sentencesBefore++
      const isNear = unit.start <= reach && !isBarred
      if (i === line.first) {
        const candidate = isNear && known?.kind === 'caption' ? null : datelineAt(text, unit.start)
        // Of this form are only datelines: behind a whole gallery of captions, or behind paragraphs that are not the dispatch's.
        if (candidate && isSigned(text, candidate) && opensText(text, candidate) && known?.kind !== 'caption') {
          const isHead =
            sentencesBefore <= 1 || (isNear && sentencesBefore <= 5 && (found[0]?.start ?? unit.start) < unit.start)
          if (isHead) return { from: 0, dateline: candidate }
          if (unit.start <= text.length / 2) return { from: candidate.start, dateline: candidate }
        }
        if (!isNear) continue
        const isFree = !known || known.kind === 'byline' || known.kind === 'credit'
        const here = candidate && isFree && (!isWeak(text, candidate) || sentencesBefore === 0) ? candidate : null
        // A name in capitals on a line of its own is no place.
        const at = here && opensText(text, here) ? here : null
        // Behind a sentence, a place with a colon is likelier a speaker or a heading.
        if (at && sentencesBefore > 1 && (sentencesBefore > 5 || earliest >= unit.start)) {
          isBarred = true
          continue
        }
        if (at && (sentencesBefore <= 1 || !/[:：]\s*$/.test(text.slice(at.start, at.end))))
          return { from: 0, dateline: at }
      }
      // Where paragraphs were lost, a caption or promotion runs into the dateline within the line.
      if (!isNear) continue
      const isFurniture = known !== undefined || opensWithPhotoCredit(text.slice(unit.start, unit.end))
      if (isFurniture || i === 0) {
        const at = datelineWithin(text, unit.start, Math.min(line.end, unit.start + reach))
        const runsIn = (dateline: Dateline) =>
          sentences(text, { start: unit.start, end: dateline.start }).some((part) =>
            kindByForm(text.slice(part.start, part.end)),
          )
        if (at && opensText(text, at) && (isFurniture || runsIn(at))) return { from: 0, dateline: at }
      }
    }
  return null
}

/** Whether text follows a dateline in its line; a name in capitals in a byline is no place. */
function opensText(text: string, { end }: Dateline): boolean {
  const newline = text.indexOf('\n', end)
  const lineEnd = newline < 0 ? text.length : newline
  return hasWords(text, wordsAfterDateline, { start: end, end: Math.min(lineEnd, end + 200) })
}

// Fewer letters than this outside the furniture are no story.
const fewestLetters = 40

/** Where furniture would leave nothing, as on a page that is a photograph, the captions are the story. */
function leavingStory(text: string, found: readonly Furniture[]): Furniture[] {
  if (leavesLetters(text, found)) return [...found]
  const isOfWords = ({ kind, start, end }: Furniture) =>
    kind === 'caption' && end - start >= fewestLetters && !photoOnly.test(text.slice(start, end))
  // Without captions, a flash that is nothing but its headline.
  if (found.some(isOfWords)) return found.flatMap((zone) => (isOfWords(zone) ? creditsOf(text, zone) : [zone]))
  return found.filter(({ kind }) => kind !== 'headline')
}

const letter = /[\p{L}\p{N}]/gu

/** Whether enough letters stand outside the zones, which are in order. */
function leavesLetters(text: string, found: readonly Furniture[]): boolean {
  let count = 0
  let at = 0
  for (const { start, end } of [...found, { start: text.length, end: text.length }]) {
    const between = text.slice(at, start)
    letter.lastIndex = 0
    while (letter.test(between)) if (++count >= fewestLetters) return true
    at = Math.max(at, end)
  }
  return false
}

/** A photo credit without a caption. */
const photoOnly = /^[([]?(?:photo|image|picture|foto)\b/i

/** Who took a photograph, from the caption that names it. */
const creditsOf = (text: string, caption: Furniture): Furniture[] =>
  sentences(text, caption)
    .filter(({ start, end }) => photoOnly.test(text.slice(start, end)) || creditFirst(text.slice(start, end)) > 0)
    .map((range) => ({ ...range, kind: 'caption' }))

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
