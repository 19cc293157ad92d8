// Says which agency wrote an article's copy, from where agencies sign: the sign-off and credit lines, the dateline, the
// byline, the rights line, the page's own outlet and address. A photo credit, a mention in the story ("told Reuters") and a
// contribution ("AP contributed to this report") are no signature. Relies on the furniture found before.
import type { CheckedArticle } from '../article/article.js'
import { agencyNames, agencyOfOutlet, agencyOfSignOff, agencyOfUrl } from './agency-credits.js'
import type { Furniture } from './furniture.js'

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

const contribution = /\bcontribut|\binputs? from\b|\bwith (?:files|reporting) (?:from|by)\b/i
const photo = /\b(?:photo|picture|image|getty|pool)\b/i

/** Every signature of an agency in one article, in order. */
export function signatures(article: CheckedArticle, furniture: readonly Furniture[]): Signature[] {
  const found: Signature[] = []
  const sign = (
    agency: string,
    kind: EvidenceKind,
    field: AttributionEvidence['field'],
    value: string,
    start: number,
    end: number,
  ) =>
    found.push({ agency, evidence: { articleId: article.id, kind, field, text: value.slice(start, end), start, end } })

  for (const zone of furniture) {
    if (zone.kind !== 'credit' && zone.kind !== 'byline' && zone.kind !== 'dateline') continue
    const words = article.text.slice(zone.start, zone.end)
    if (contribution.test(words) || photo.test(words)) continue
    const kind: EvidenceKind =
      zone.kind !== 'credit'
        ? zone.kind
        : /^[^p{L}p{N}]{0,20}(?:©|\(c\)|copyright)/i.test(words)
          ? 'copyright'
          : /^[^\p{L}\p{N}]{0,20}[\p{L}.]{0,40}[^\n:：]{0,30}$/u.test(words)
            ? 'sign-off'
            : 'credit'
    const names = agencyNames(words)
    for (const { agency, start, end } of names)
      sign(agency.name, kind, 'text', article.text, zone.start + start, zone.start + end)
    const closing = names.length === 0 ? agencyOfSignOff(words) : null
    if (closing) sign(closing.name, 'sign-off', 'text', article.text, zone.start, zone.end)
  }
  if (article.byline && !contribution.test(article.byline) && !photo.test(article.byline))
    for (const { agency, start, end } of agencyNames(article.byline))
      sign(agency.name, 'byline', 'byline', article.byline, start, end)
  const outlet = agencyOfOutlet(article.outlet)
  if (outlet) sign(outlet.name, 'outlet', 'outlet', article.outlet, 0, article.outlet.length)
  const host = article.url ? agencyOfUrl(article.url) : null
  if (host && article.url) sign(host.name, 'url', 'url', article.url, 0, article.url.length)
  return found
}

/** Weighs signatures, of one article or of all copies of one dispatch; null where no agency signs. */
export function attribute(found: readonly Signature[]): Attribution | null {
  const doubt = new Map<string, number>()
  // In one order, as rounding depends on it.
  const inOrder = [...found].sort((x, y) => (x.evidence.kind < y.evidence.kind ? -1 : 1))
  for (const { agency, evidence } of inOrder) doubt.set(agency, (doubt.get(agency) ?? 1) * (1 - trust[evidence.kind]))
  const ranked = [...doubt]
    .map(([name, doubted]) => ({ name, sure: 1 - doubted }))
    .sort((a, b) => b.sure - a.sure || (a.name < b.name ? -1 : 1))
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
