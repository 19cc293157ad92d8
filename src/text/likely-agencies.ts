// Agencies' names where few stand: each look-up of agency-credits.ts behind a cheap test, which most texts fail. The answers are the same.
import { type Agency, agencies } from './agencies.js'
import {
  type AgencyName,
  agenciesAtStart,
  agenciesListed,
  agencyAtEnd,
  agencyAtStart,
  agencyNames,
  agencyOfOutlet,
} from './agency-credits.js'

const forms = agencies.flatMap(({ name, credits }) =>
  [name, ...credits].flatMap((credit) => [credit, credit.toUpperCase()]),
)
/** The letters with which names of agencies begin, and those with which they end. */
const openings = new Set(forms.map((form) => form.slice(0, 3)))
const endings = new Set(forms.map((form) => form.slice(-3)))

/** Whether an agency's name may begin at a place; at most places none does, and no closer look is needed. */
const mayBegin = (text: string, at: number) =>
  openings.has(text.slice(at, at + 3)) || openings.has(text.slice(at, at + 2))

/** Whether a text may start with an agency's name, perhaps behind an article. */
function mayNameAgency(text: string): boolean {
  if (mayBegin(text, 0)) return true
  const article = /^(?:the |l['’]|der |von |da |d['’])/iu.exec(text)?.[0].length ?? 0
  return article > 0 && mayBegin(text, article)
}

const isPlain = (code: number) => (code >= 97 && code <= 122) || (code >= 65 && code <= 90)

/** Every agency's name in a short text. */
export function namedIn(text: string): AgencyName[] {
  let isInWord = false
  for (let i = 0; i < text.length; i++) {
    const wasInWord = isInWord
    isInWord = isPlain(text.charCodeAt(i))
    if (!(isInWord && wasInWord) && mayBegin(text, i)) return agencyNames(text)
  }
  return []
}

const domains = new Set(agencies.flatMap((agency) => agency.domains))

/** The agency that an outlet is, by its name or its domain. */
export function outletsAgency(outlet: string): Agency | null {
  const name = outlet.trim()
  return mayBegin(name, 0) || domains.has(name.toLowerCase().replace(/^www\./, '')) ? agencyOfOutlet(outlet) : null
}

export const namedAtStart = (text: string) => (mayNameAgency(text) ? agenciesAtStart(text) : [])
export const namedAlone = (text: string) => (mayNameAgency(text) ? agenciesListed(text) : [])
export const namedFirst = (text: string) => (mayNameAgency(text) ? agencyAtStart(text) : null)
export const namedLast = (text: string) => (endings.has(text.slice(-3)) ? agencyAtEnd(text) : null)
