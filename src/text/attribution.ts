// Says which agency wrote an article's copy, from where agencies sign: the sign-off and credit lines, the dateline, the
// byline, the rights line, the page's own outlet and address. A photo credit, a mention in the story ("told Reuters") and a
// contribution ("AP contributed to this report") are no signature. Relies on the furniture found before.
import type { CheckedArticle } from '../article/article.js'
import { agenciesListed, agencyOfSignOff, agencyOfUrl } from './agency-credits.js'
import type { Furniture } from './furniture.js'
import { namedIn, outletsAgency } from './likely-agencies.js'
import {
  type AddMarks,
  besideCaption,
  bracketMarks,
  bylineMarks,
  commaMarks,
  endMarks,
  isContribution,
  isState,
  isTwice,
  longestHead,
  photo,
} from './signature-marks.js'

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

interface Mark {
  readonly kind: EvidenceKind
  readonly agency: string
  readonly start: number
  readonly end: number
}

/** The agency's own writers are named at the foot of its copy, and of an outlet's story that has another byline. */
const ownWriters =
  /^\W{0,3}(?:The )?\S{2,20}(?: \S{2,20})? (?:staff )?(?:writer|reporter|correspondent|journalist)s? \p{Lu}/u

const signaturesOf = new WeakMap<readonly Furniture[], { article: CheckedArticle; found: readonly Signature[] }>()

/** Every signature of an agency in one article, in order. A page is asked for them more than once, and read once. */
export function signatures(article: CheckedArticle, furniture: readonly Furniture[]): readonly Signature[] {
  const known = signaturesOf.get(furniture)
  if (known?.article === article) return known.found
  const found = readSignatures(article, furniture)
  signaturesOf.set(furniture, { article, found })
  return found
}

function readSignatures(article: CheckedArticle, furniture: readonly Furniture[]): readonly Signature[] {
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
    const named = namedIn(words)
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
    for (const { agency, start, end } of namedIn(byline))
      if (!isPerson(byline, { start, end })) sign(agency.name, 'byline', 'byline', byline, { start, end })
  const own = outletsAgency(outlet)
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
