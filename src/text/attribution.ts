// Says which agency wrote an article's copy, from where agencies sign: the sign-off and credit lines, the dateline, the
// byline, the rights line, the page's own outlet and address. A photo credit, a mention in the story ("told Reuters") and a
// contribution ("AP contributed to this report") are no signature. Relies on the furniture found before.
import type { CheckedArticle } from '../article/article.js'
import {
  type AgencyName,
  agenciesAtStart,
  agenciesBracketed,
  agenciesListed,
  agencyAtEnd,
  agencyAtStart,
  agencyNames,
  agencyOfOutlet,
  agencyOfSignOff,
  agencyOfUrl,
} from './agency-credits.js'
import { datelineAt } from './dateline.js'
import type { Furniture } from './furniture.js'
import { lines } from './sentences.js'

/** Where an agency signed. */
export type EvidenceKind = 'sign-off' | 'credit' | 'dateline' | 'byline' | 'copyright' | 'outlet' | 'url'

/** One signature: offsets are into the article's text; for `outlet`, `url` and the `byline` field, into that field. */
export interface AttributionEvidence {
  readonly articleId: string
  readonly kind: EvidenceKind
  /** The field in which it stands. */
  readonly field: 'text' | 'byline' | 'url' | 'outlet'
  readonly text: string
  readonly start: number
  readonly end: number
}

/** Who wrote the copy, and why we say so. */
export interface Attribution {
  /** The agency's name in English. */
  readonly name: string
  /** From 0 to 1: the chance that not all of its signatures mislead, times its share among the agencies that sign. */
  readonly confidence: number
  readonly evidence: readonly AttributionEvidence[]
  /** Other agencies that sign the same copy, as in a joint credit. */
  readonly joint: readonly string[]
}

/** An agency's signature in one article. */
export interface Signature {
  readonly agency: string
  readonly evidence: AttributionEvidence
}

/** How far each kind of signature is to be trusted: a dateline or sign-off is the agency's own, a rights line covers less. */
const trust: Readonly<Record<EvidenceKind, number>> = {
  'sign-off': 0.95,
  dateline: 0.95,
  credit: 0.9,
  byline: 0.9,
  outlet: 0.9,
  url: 0.9,
  copyright: 0.7,
}

// The outlet wrote the story and used the agency's: "AP contributed to this report", "mit Material der dpa".
const contribution =
  /\bcontribut|\binputs? from\b|^\W{0,6}(?:with|avec|mit|con|com|met|med|dengan|s využitím)\s|\bwith (?:files|reporting|material|agenc)|\bmaterials? (?:from|von|der|de)\b|\bcon información de\b|\bcom informações d|katkı|\bmedewerking\b|\bbidrag\b|при участии|с использованием/iu
// `(Additional reporting by Ada Lind)` is how Reuters signs; the agency's name there is a contributor's.
const furtherReporting = /\b(?:additional|further) reporting by /i
const isContribution = (words: string) => {
  if (contribution.test(words)) return true
  const further = furtherReporting.exec(words)
  return further !== null && agencyAtStart(words.slice(further.index + further[0].length)) !== null
}
const photo =
  /(?<!\p{L})(?:photo|photos|photograph|photographs|photographer|picture|pictures|image|images|getty|pool|foto|fotos|bild|bilder|imagen|imagem|фото|صورة|crédit photo|video)(?!\p{L})|写真|图片|사진|\p{L}\/(?:Getty|Pool|File)/iu

/** Forms that are people's names too: `Clara Reuter`, `Lusa Marques`, `Efe Aydın`; or a place's. */
const nameLike = new Set([
  'Reuter',
  'Efe',
  'Lusa',
  'Ansa',
  'Sana',
  'SANA',
  'Anna',
  'Antara',
  'Elta',
  'Hina',
  'Fena',
  'Petra',
])

function isPerson(words: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  if (!nameLike.has(words.slice(start, end))) return false
  return /^ \p{Lu}\p{Ll}/u.test(words.slice(end)) || /\p{L} $/u.test(words.slice(0, start).replace(/^\s*by:? /i, ''))
}

// In a dateline an agency stands in brackets or between stops, and is no part of a place (`ANSA STREET`, `SANA, Yemen`).
function isApart(words: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  const [before, after] = [words.slice(0, start).trimEnd(), words.slice(end)]
  if (before === '') return !/^[\s,]*\p{Lu}/u.test(after) || /^\p{Script=Han}/u.test(words)
  return /[\p{P}\p{S}\p{Script=Han}\p{Script=Katakana}]$/u.test(before)
}

// In brackets behind a place in America `PA` is Pennsylvania.
const british =
  /\b(?:London|Manchester|Birmingham|Liverpool|Leeds|Sheffield|Bristol|Newcastle|Nottingham|Cardiff|Swansea|Edinburgh|Glasgow|Aberdeen|Dundee|Belfast|Londonderry|Dublin|Cambridge|Brighton|Southampton|Portsmouth|Plymouth|Exeter|Hull|Norwich|Westminster|Windsor|Paris|Brussels|Geneva|Berlin)\b/i
const isState = (name: string, place: string) => name === 'PA' && !british.test(place)

interface Mark {
  readonly kind: EvidenceKind
  readonly agency: string
  readonly start: number
  readonly end: number
}

// Datelines and bylines are sought in so much of the head, sign-offs in so much of the end.
const longestHead = 4000
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
function bracketMarks(text: string, add: AddMarks): void {
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
function commaMarks(text: string, add: AddMarks): void {
  const head = text.slice(0, longestHead)
  for (const match of head.matchAll(/\s[-–—]{1,2}\s/g)) {
    const lineStart = head.lastIndexOf('\n', match.index) + 1
    const before = head.slice(Math.max(lineStart, match.index - 110), match.index)
    const comma = /^.*[,.] ?(?=[^,.]{2,40}$)/su.exec(before)
    if (!comma) continue
    const names = agenciesListed(before.slice(comma[0].length))
    const place = comma[0].replace(/[,. ]+$/, '')
    const isWhole =
      match.index - lineStart <= 70 && isPlace(place) && !/ \p{Ll}/u.test(place.replace(/\d+\.? \p{Ll}+/gu, ''))
    if (names.length === 0 || !(isWhole || placeInLine.test(place))) continue
    add('dateline', match.index - before.length + comma[0].length, names)
  }
}

const someName = `\\p{Lu}[\\p{L}.'’-]{0,25}`
const byAgency = new RegExp(
  `(?:^|[\\n ])(?:(?:By|BY|Par|Por|Von) (?:${someName}(?: (?:and )?${someName}){1,6}(?:, | \\| ))?|${someName}(?: ${someName}){1,2} \\| )(?=(?:The |THE )?\\p{Lu}|dpa)`,
  'gu',
)
const leadOpens =
  /^(?:\s+(?:A|An|The|In|On|At|It|After|Before|When|While|As|For|From|More|Most|Nearly|About|Some|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Hundreds|Thousands|Police|Officials|Residents|Voters|\d[\d.,]*)\b|\s*$)/u

const partOfPlace =
  /^ (?:STREET|ROAD|AVENUE|SQUARE|BAY|BEACH|ISLANDS?|CITY|TOWN|HILLS?|PARK|VALLEY|POINT|HARBOU?R|LAKE|RIVER)\b/

/** Bylines that run into the text, and those on lines that the furniture has as captions. */
function bylineMarks(text: string, found: readonly Furniture[], title: string | null, add: AddMarks): void {
  const head = text.slice(0, longestHead)
  for (const match of head.matchAll(byAgency)) {
    const at = match.index + match[0].length
    const names = agenciesAtStart(text.slice(at, at + 80))
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
    const first = agencyAtStart(words)
    if (first && words.length <= 120 && /^\s*[|•·]\s*\p{L}+,? .{0,20}\d/u.test(words.slice(first.end)))
      add('byline', line.start, [first])
    if (words.length > 100 || photo.test(words) || /[/(:]/.test(words) || isContribution(words)) continue
    const trimmed = words.replace(/[\s•|]+$/, '')
    const last = agencyAtEnd(trimmed)
    const isName =
      last &&
      /^(?:by\s+)?\p{Lu}[\p{L}.'’-]*(?:,? (?:and )?\p{Lu}[\p{L}.'’-]*){1,8},?\s*$/iu.test(trimmed.slice(0, last.start))
    if (last && isName && !/\p{Ll}{2} \p{Ll}{4}/u.test(trimmed) && !besideCaption(text, found, line.end))
      add('byline', line.start, [last])
  }
  // Its name as credit and as byline, `AFP AFP Five towns`: no photograph's credit says it twice.
  const doubled = /(?:^|\s)(\p{L}[\p{L}-]{1,20}) \1(?= \p{Lu})/u.exec(head.slice(0, longestHead / 4))
  const twice = doubled ? agenciesListed(doubled[1] ?? '') : []
  if (doubled) add('byline', doubled.index + doubled[0].indexOf(doubled[1] ?? ''), twice)
  // The agency's name alone before the lead, where paragraphs were lost.
  const starts = [
    0,
    ...found.filter(({ kind, start }) => kind !== 'caption' && start < longestHead / 4).map(({ end }) => end),
  ]
  if (title && text.startsWith(title)) starts.push(title.length)
  for (const start of starts) {
    const at = start + (/^\s*/.exec(text.slice(start, start + 5))?.[0].length ?? 0)
    const name = agencyAtStart(text.slice(at, at + 60))
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

const photoBehind = /^\s*(?:[|/]\s*)?(?:Getty|Pool|File|Photo|photo|Images?\b|Shutterstock|Bloomberg via)/

const isTwice = (text: string, words: string) => text.indexOf(words) !== text.lastIndexOf(words)

const captionWords = /^(?:FILE|In this|An? (?:file|undated)|(?:File )?[Pp]hoto|Image|Pictured)\b/

/** Whether the line before or behind is a caption. */
function besideCaption(text: string, found: readonly Furniture[], end: number): boolean {
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
function endMarks(text: string, add: AddMarks): void {
  const from = Math.max(0, text.length - longestEnd)
  const end = text.slice(from)
  const lineOf = (at: number) => end.slice(end.lastIndexOf('\n', at - 1) + 1, at)
  const behind = (at: number) => end.slice(at, at + 12)
  const isPhoto = (at: number) =>
    /(?:photo|photograph|picture|image|video|foto|bild|фото|credit)s?\W{0,3}$/iu.test(
      end.slice(Math.max(0, at - 14), at),
    )
  for (const match of end.matchAll(sourceLabel)) {
    const at = match.index + match[0].length
    if (!isPhoto(match.index + 1)) add('credit', from + at, agenciesAtStart(end.slice(at, at + 80)))
  }
  for (const match of end.matchAll(rights)) {
    const at = match.index + match[0].length
    if (!isPhoto(match.index)) add('copyright', from + at, agenciesAtStart(end.slice(at, at + 60)))
  }
  // Behind a sentence's end: `(AFP)`, `— AFP`, and at the end of a line the bare name.
  for (const match of end.matchAll(/(?<=[.!?…。”"’'»)\]]\s{0,2})[([]([^()[\]\n]{2,60})[)\]](?!\s{0,2}[\p{Ll}/])/gu)) {
    const names = agenciesListed(match[1] ?? '')
    if (!photo.test(lineOf(match.index).slice(-60))) add('sign-off', from + match.index + 1, names)
  }
  for (const match of end.matchAll(/(?:[.!?…。”"’»)\]]|^)\s{0,3}[-–—]{1,2} ?(?=\p{L})/gmu)) {
    const at = match.index + match[0].length
    const names = agenciesAtStart(end.slice(at, at + 60))
    const after = behind(at + (names.at(-1)?.end ?? 0))
    if (
      names.length > 0 &&
      /^(?:\s*$|\s+\p{Lu}|\s+\()/u.test(after) &&
      !/^\s+(?:photo|file|pic|image|video)/i.test(after)
    )
      add('sign-off', from + at, names)
  }
  for (const match of end.matchAll(/(?<=[.!?…。”"’»)\]] )[^\s(][^\n.!?]{1,50}$/gmu))
    if (!photo.test(lineOf(match.index).slice(-60))) add('sign-off', from + match.index, agenciesListed(match[0]))
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
    add('sign-off', from + dashed.index + dashed[0].length - (dashed[1] ?? '').length, agenciesListed(dashed[1] ?? ''))
  for (const match of end.matchAll(
    /(?:^|[.!?”"]\s)This (?:report|story|article) by (?=[^\n]{2,60} was first published)/gmu,
  )) {
    const at = match.index + match[0].length
    add('credit', from + at, agenciesAtStart(end.slice(at, at + 60)))
  }
  for (const match of end.matchAll(
    /(?:^|[.!?”"]\s)(?:\p{Lu}[\p{L}.'’-]{1,25},? (?:and )?){2,6}(?:is an?|are) (?=[^\n.]{2,60}\b(?:writer|reporter|correspondent|journalist)s?\.?\s*$)/gmu,
  )) {
    const at = match.index + match[0].length
    add('credit', from + at, agenciesAtStart(end.slice(at, at + 60)).slice(0, 1))
  }
  // The desk's address closes what Reuters translates.
  const address = /[(;,][^\n@]{0,200}@(?:[\w-]{1,40}\.){0,2}(thomsonreuters\.com|reuters\.com)\)\s*$/.exec(end)
  if (address) {
    const desk = address[1] ?? ''
    const at = from + address.index + address[0].lastIndexOf(desk)
    const agency = agencyOfUrl('https://reuters.com')
    if (agency) add('sign-off', at, [{ agency, start: 0, end: desk.length }])
  }
}

type AddMarks = (kind: EvidenceKind, base: number, names: readonly AgencyName[]) => void

/** The agency's own writers are named at the foot of its copy, and of an outlet's story that has another byline. */
const ownWriters =
  /^\W{0,3}(?:The )?\S{2,20}(?: \S{2,20})? (?:staff )?(?:writer|reporter|correspondent|journalist)s? \p{Lu}/u

/** Every signature of an agency in one article, in order. */
export function signatures(article: CheckedArticle, furniture: readonly Furniture[]): Signature[] {
  const { text } = article
  const marks: Mark[] = []
  const add: AddMarks = (kind, base, names) => {
    for (const { agency, start, end } of names)
      if (!marks.some((mark) => mark.start < base + end && base + start < mark.end))
        marks.push({ kind, agency: agency.name, start: base + start, end: base + end })
  }
  const hasByline = article.byline !== null || furniture.some(({ kind }) => kind === 'byline')

  for (const zone of furniture) {
    if (zone.kind !== 'credit' && zone.kind !== 'byline' && zone.kind !== 'dateline') continue
    const words = text.slice(zone.start, zone.end)
    const isOwn = zone.kind === 'credit' && !hasByline && ownWriters.test(words)
    if ((isContribution(words) && !isOwn) || photo.test(words)) continue
    if (zone.kind === 'byline' && isPhotographer(text, furniture, zone)) continue
    const kind: EvidenceKind =
      zone.kind !== 'credit'
        ? zone.kind
        : /^[^\p{L}\p{N}]{0,20}(?:©|\(c\)|copyright)/iu.test(words)
          ? 'copyright'
          : /^[^\p{L}\p{N}]{0,20}[\p{L}.]{0,40}[^\n:：]{0,30}$/u.test(words)
            ? 'sign-off'
            : 'credit'
    const named = agencyNames(words)
    const names = named.filter(
      (name) =>
        !isPerson(words, name) &&
        (zone.kind !== 'dateline' ||
          (isApart(words, name) && !isState(words.slice(name.start, name.end), words.slice(0, name.start)))),
    )
    add(kind, zone.start, isOwn ? names.slice(0, 1) : names)
    const closing = named.length === 0 ? agencyOfSignOff(words) : null
    if (closing) add('sign-off', zone.start, [{ agency: closing, start: 0, end: words.length }])
  }

  const captions = furniture.filter(({ kind }) => kind === 'caption')
  const addOutsideCaptions: AddMarks = (kind, base, names) =>
    add(
      kind,
      base,
      names.filter(({ start }) => !captions.some((zone) => zone.start <= base + start && base + start < zone.end)),
    )
  bracketMarks(text, addOutsideCaptions)
  commaMarks(text, addOutsideCaptions)
  bylineMarks(text, furniture, article.title, (kind, base, names) =>
    add(
      kind,
      base,
      names.filter((name) => !isPerson(text, { start: base + name.start, end: base + name.end })),
    ),
  )
  endMarks(text, (kind, base, names) => {
    const [first] = names
    if (!first) return
    // Said of a contribution or a photograph, the name signs nothing.
    const sentence = text
      .slice(Math.max(text.lastIndexOf('\n', base - 1) + 1, base - 40), base)
      .replace(/^.*[.!?]\s/su, '')
    if (!isContribution(sentence)) addOutsideCaptions(kind, base, names)
  })

  const found: Signature[] = marks
    .sort((a, b) => a.start - b.start)
    .map(({ kind, agency, start, end }) => ({
      agency,
      evidence: { articleId: article.id, kind, field: 'text', text: text.slice(start, end), start, end },
    }))
  const sign = (
    agency: string,
    kind: EvidenceKind,
    field: 'byline' | 'outlet' | 'url',
    value: string,
    at: { readonly start: number; readonly end: number } | null,
  ) => {
    const [start, end] = at ? [at.start, at.end] : [0, value.length]
    found.push({ agency, evidence: { articleId: article.id, kind, field, text: value.slice(start, end), start, end } })
  }
  const { byline, outlet, url } = article
  if (byline && !isContribution(byline) && !photo.test(byline))
    for (const { agency, start, end } of agencyNames(byline))
      if (!isPerson(byline, { start, end })) sign(agency.name, 'byline', 'byline', byline, { start, end })
  const own = agencyOfOutlet(outlet)
  if (own) sign(own.name, 'outlet', 'outlet', outlet, null)
  const host = url ? agencyOfUrl(url) : null
  if (host && url) sign(host.name, 'url', 'url', url, null)
  return found
}

/** `Ada Lind/Reuters`, and `Ada Lind, Reuters` directly above a caption. */
function isPhotographer(text: string, furniture: readonly Furniture[], { start, end }: Furniture): boolean {
  const words = text.slice(start, end)
  if (/^by\b/i.test(words)) return false
  if (/^\p{Lu}[^|\n]{2,60} \| /u.test(words) && isTwice(text.slice(0, longestHead), words)) return true
  const slash = words.lastIndexOf('/')
  if (slash > 0 && agenciesListed(words).length === 0 && agenciesListed(words.slice(slash + 1).trim()).length > 0)
    return true
  return /\p{L}[,|] ?\p{L}/u.test(words.replace(/ /g, '')) && besideCaption(text, furniture, end)
}

/** Weighs signatures, of one article or of all copies of one dispatch; null where no agency signs. */
export function attribute(found: readonly Signature[]): Attribution | null {
  const doubt = new Map<string, number>()
  // In one order, as rounding depends on it.
  const inOrder = [...found].sort((x, y) => (x.evidence.kind < y.evidence.kind ? -1 : 1))
  for (const { agency, evidence } of inOrder) doubt.set(agency, (doubt.get(agency) ?? 1) * (1 - trust[evidence.kind]))
  const behind = timesBehind(found)
  const ranked = [...doubt]
    .map(([name, doubted]) => ({ name, sure: 1 - doubted, behind: behind.get(name) ?? 0 }))
    .sort((a, b) => b.sure - a.sure || a.behind - b.behind || (a.name < b.name ? -1 : 1))
  const [best] = ranked
  if (!best) return null
  const total = ranked.reduce((sum, { sure }) => sum + sure, 0)
  return {
    name: best.name,
    confidence: Math.round((best.sure * best.sure * 1000) / total) / 1000,
    evidence: found.filter(({ agency }) => agency === best.name).map(({ evidence }) => evidence),
    joint: ranked
      .slice(1)
      .filter(({ sure }) => sure >= 0.5 * best.sure)
      .map(({ name }) => name),
  }
}

/** How often another agency is named before each: of a joint credit the first is meant. */
function timesBehind(found: readonly Signature[]): Map<string, number> {
  const fields = new Map<string, Signature[]>()
  for (const signature of found) {
    const key = `${signature.evidence.field} ${signature.evidence.articleId}`
    const others = fields.get(key)
    if (others) others.push(signature)
    else fields.set(key, [signature])
  }
  const behind = new Map<string, number>()
  for (const [, signed] of fields)
    for (const { agency, evidence } of signed) {
      const before = signed.filter((other) => other.agency !== agency && other.evidence.start < evidence.start).length
      behind.set(agency, (behind.get(agency) ?? 0) + before)
    }
  return behind
}
