// What an edit is: places in the dispatch and the words that the outlet has there, with the kind that a reader would give it.
import type { SpanKind } from '../../src/index.js'
import type { Prose, Range } from './prose.js'

/** The kinds that are scored; all that is the page's own is one. */
export type GoldKind = 'same' | 'cut' | 'reworded' | 'added' | 'moved' | 'house-style' | 'page'

/** A change of fact. Names are those of people and of places. */
export type Fact = 'number' | 'date' | 'name' | 'negation' | 'attribution' | 'certainty' | 'direction' | 'quotation'

export interface Part {
  readonly from: number
  readonly to: number
  readonly text: string
  /** `case`: a capital that the edit brings with it; `source` and `target`: of a move. */
  readonly role: 'main' | 'case' | 'source' | 'target'
}

export interface Edit {
  /** How it was made, for tables and examples: `cut: sentence`, `material: number`. */
  readonly manner: string
  readonly kind: Exclude<GoldKind, 'same'>
  readonly page: SpanKind | null
  readonly fact: Fact | null
  readonly parts: readonly Part[]
}

export const replacing = (
  manner: string,
  kind: Edit['kind'],
  from: number,
  to: number,
  text: string,
  fact: Fact | null = null,
): Edit => ({ manner, kind, page: null, fact, parts: [{ from, to, text, role: 'main' }] })

export const withCapital = (text: string) => text.replace(/\p{L}/u, (letter) => letter.toUpperCase())

/** Words that open a sentence with a capital and have none elsewhere. */
const lowerElsewhere =
  /^(?:The|A|An|In|It|Its|He|She|They|His|Her|Their|This|That|These|Those|There|But|And|About|Some|More|Almost|Nearly|Residents|Officials|Police|Visitors|Farmers|Scientists|Researchers|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|One|No|Many|Most|At|On|For|With|After|Before|From|By|As|If|When)(?![\p{L}\p{N}.'])/u

/** The part that gives the word at a sentence's start its small letter, or null where it might be a name. */
export function smallLetter(prose: Prose, start: number): Part | null {
  const match = lowerElsewhere.exec(prose.text.slice(start, start + 20))
  if (!match) return null
  return { from: start, to: start + match[0].length, text: match[0].toLowerCase(), role: 'case' }
}

/** The part that gives a word a capital, where it has none. */
export function capital(prose: Prose, start: number): Part | null {
  const match = /^\p{Ll}[\p{L}'-]*/u.exec(prose.text.slice(start, start + 40))
  return match ? { from: start, to: start + match[0].length, text: withCapital(match[0]), role: 'case' } : null
}

/** Matches of a pattern that stand outside quotation marks, unless `inQuotes`. */
export function matchesIn(prose: Prose, pattern: RegExp, inQuotes = false): RegExpExecArray[] {
  const flags = pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`
  const found = [...prose.text.matchAll(new RegExp(pattern.source, flags))]
  return found.filter(
    (match) => inQuotes || !(prose.quoted(match.index) || prose.quoted(match.index + match[0].length)),
  )
}

/** How many words lie between two stretches; none where they touch or overlap. */
export function wordsBetween(prose: Prose, x: Range, y: Range): number {
  const [from, to] = x[0] <= y[0] ? [x[1], y[0]] : [y[1], x[0]]
  if (from >= to) return 0
  let count = 0
  for (const word of prose.words) {
    if (word.start >= to) break
    if (word.start >= from && word.end <= to) count++
  }
  return count
}
