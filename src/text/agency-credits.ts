// Finds agencies' names where a credit may stand. One pattern is made of every agency's forms of credit; in text written in
// capitals throughout ("REUTERS") the forms are known too. Relies on agencies.ts alone.
import { type Agency, agencies } from './agencies.js'

const literally = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

const byCredit = new Map<string, Agency>()
for (const agency of agencies)
  for (const credit of [agency.name, ...agency.credits]) {
    byCredit.set(credit, agency)
    if (!byCredit.has(credit.toUpperCase())) byCredit.set(credit.toUpperCase(), agency)
  }

const longestFirst = [...byCredit.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
const unspaced = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u
const oneOf = (credits: readonly string[]) => credits.map(literally).join('|')

/** Source of a pattern that matches one agency's name as a credit writes it; whole words, where words have spaces. */
export const agencyPattern =
  `(?:(?<![\\p{L}\\p{N}])(?:${oneOf(longestFirst.filter((credit) => !unspaced.test(credit)))})(?![\\p{L}\\p{N}])` +
  `|${oneOf(longestFirst.filter((credit) => unspaced.test(credit)))})`

// What every name opens with: its first word as far as it is ASCII, or else its first character. As a name ends where its
// word does, unless it is of a script without spaces, a text that a name opens has the same before it. Where all names that
// open so have another word, that is known by its opening too: many sentences open with `The`, and few with `The Canadian`.
const firstWord = /[A-Za-z0-9]+|[\s\S]/y
const goesOnWith = new Map<string, Set<string> | null>()
for (const credit of longestFirst) {
  const opening = openingAt(credit, 0)
  const known = goesOnWith.get(opening)
  const isLonger = known !== null && credit.charAt(opening.length) === ' ' && !unspaced.test(credit)
  goesOnWith.set(opening, isLonger ? (known ?? new Set()).add(secondWordAt(credit, opening.length)) : null)
}

function openingAt(text: string, at: number): string {
  firstWord.lastIndex = at
  return firstWord.exec(text)?.[0] ?? ''
}

/** The opening of the word behind a space at an offset; empty where there is none. */
function secondWordAt(text: string, at: number): string {
  return text.charAt(at) === ' ' ? openingAt(text, at + 1) : ''
}

/** Whether an agency's name may stand at an offset; where not, `agencyPattern` does not match there. */
export function mayNameAgency(text: string, at = 0): boolean {
  const opening = openingAt(text, at)
  const next = goesOnWith.get(opening)
  return next !== undefined && (next === null || next.has(secondWordAt(text, at + opening.length)))
}

const ofTwoWords = longestFirst.filter((credit) => /\p{L}[ -]\p{L}/u.test(credit))
const anywhere = new RegExp(agencyPattern, 'gu')

/** An agency named in a text: UTF-16 offsets into that text. */
export interface AgencyName {
  readonly agency: Agency
  readonly start: number
  readonly end: number
}

/** Every agency's name in a short text (a credit, dateline or byline), in order. */
export function agencyNames(text: string): AgencyName[] {
  const found: AgencyName[] = []
  for (const match of text.matchAll(anywhere)) {
    const agency = byCredit.get(match[0])
    if (agency) found.push({ agency, start: match.index, end: match.index + match[0].length })
  }
  return found
}

// As long as the longest form of credit.
const mostWords = 6

/** The agency whose name a text starts with, the longest form that fits; `The` before it is passed over. */
export function agencyAtStart(text: string): AgencyName | null {
  const start = /^(?:the |l['’]|der |von |da |d['’])?/iu.exec(text)?.[0].length ?? 0
  return agencyAt(text, start) ?? (start > 0 ? agencyAt(text, 0) : null)
}

function agencyAt(text: string, start: number): AgencyName | null {
  const ends: number[] = []
  let inWord = false
  for (let i = start; i <= text.length && ends.length < mostWords; i++) {
    const isLetter = i < text.length && /[\p{L}\p{N}\p{M}]/u.test(text.charAt(i))
    if (inWord && !isLetter) ends.push(i)
    // `A.F.P.` and the like end behind their point.
    if (inWord && text.charAt(i) === '.') ends.push(i + 1)
    inWord = isLetter
  }
  for (const end of ends.reverse()) {
    const agency = byCredit.get(text.slice(start, end))
    if (agency) return { agency, start, end }
  }
  return null
}

const betweenAgencies = /^(?:\s*[,/&;+|·•、，-]\s*|\s+(?:and|et|y|e|und|dan|и|i|og|och|en|و)\s+)/u

/** The agencies that a text starts with, as in `Reuters, AFP`; none where it starts with another word. */
export function agenciesAtStart(text: string): AgencyName[] {
  const found: AgencyName[] = []
  let from = 0
  while (from < text.length) {
    const next = agencyAtStart(text.slice(from))
    if (!next) break
    found.push({ agency: next.agency, start: from + next.start, end: from + next.end })
    const between = betweenAgencies.exec(text.slice(from + next.end))?.[0].length ?? 0
    if (between === 0) break
    from += next.end + between
  }
  return found
}

/** The agencies that a text consists of; none where it has any other word. */
export function agenciesListed(text: string): AgencyName[] {
  const found = agenciesAtStart(text)
  const rest = text.slice(found.at(-1)?.end ?? 0)
  return /^(?:\/\w{1,8}){0,3}[\s.•|]{0,5}$/.test(rest) ? found : []
}

/** The agency that closes a text by a name of two words or more, also where the space before it was lost. */
export function agencyAtEnd(text: string): AgencyName | null {
  for (const form of ofTwoWords)
    if (text.endsWith(form)) {
      const agency = byCredit.get(form)
      if (agency) return { agency, start: text.length - form.length, end: text.length }
    }
  return null
}

const byDateline = new Map(
  agencies.flatMap((agency) => (agency.datelines ?? []).map((form): [string, Agency] => [form, agency])),
)

/** The agencies in a dateline's brackets: (Reuters), (dpa/AFP), 【パリAFP】, （ロンドン＝共同）. */
export function agenciesBracketed(text: string): AgencyName[] {
  const listed = agenciesListed(text)
  if (listed.length > 0) return listed
  for (const [form, agency] of byDateline)
    if (text.endsWith(form)) {
      const start = text.length - form.length
      if (unspaced.test(form) ? text.length <= 24 : start === 0) return [{ agency, start, end: text.length }]
    }
  // A place and an agency, in scripts that put no space or a sign of equality between them.
  return /^[\p{L}\p{N}・]{1,12}[=＝・]|^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{1,12}/u.test(text) &&
    text.length <= 30
    ? [...agencyNames(text), ...latinAtEnd(text)]
    : []
}

function latinAtEnd(text: string): AgencyName[] {
  const match = /(?<=[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー])[A-Z]{2,8}$/u.exec(text)
  const agency = match ? byCredit.get(match[0]) : undefined
  return match && agency ? [{ agency, start: match.index, end: text.length }] : []
}

/** The agency whose site or whose name as an outlet this is, or null. */
export function agencyOfOutlet(outlet: string): Agency | null {
  const name = outlet.trim()
  return (
    byCredit.get(name) ??
    agencies.find((agency) => agency.domains.includes(name.toLowerCase().replace(/^www\./, ''))) ??
    null
  )
}

/** The agency on whose own site a URL stands, or null. */
export function agencyOfUrl(url: string): Agency | null {
  const host = /^https?:\/\/(?:www\.)?([^/:?#]{1,255})/i.exec(url)?.[1]?.toLowerCase()
  if (!host) return null
  return (
    agencies.find(({ domains }) => domains.some((domain) => host === domain || host.endsWith(`.${domain}`))) ?? null
  )
}

const closings = agencies.flatMap((agency) => (agency.signOffs ?? []).map((form) => ({ form, agency })))

/** Closing words that are one agency's alone and do not name it (Xinhua's `Enditem`). */
export function agencyOfSignOff(unit: string): Agency | null {
  return closings.find(({ form }) => unit.startsWith(form))?.agency ?? null
}
