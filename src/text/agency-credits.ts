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

/** Closing words that are one agency's alone and do not name it (Xinhua's `Enditem`). */
export function agencyOfSignOff(unit: string): Agency | null {
  return agencies.find(({ signOffs }) => signOffs?.some((form) => unit.startsWith(form))) ?? null
}
