// Flags changes that are news: a number, date, name, negation, attribution, certainty or quotation that the wire has one way
// and the outlet another. A whole sentence cut or added is a choice of length, not a change of fact; words that go from inside
// a sentence are looked at.
import { DATE, facts, NAME, NUMBER } from '../text/facts.js'
import { tokenize } from '../text/tokens.js'
import { days, inOneManner, isCurrency, scales } from './house-style.js'

export type MaterialKind = 'number' | 'date' | 'name' | 'negation' | 'attribution' | 'certainty' | 'quotation'

/** One fact that differs. */
export interface MaterialFact {
  readonly kind: MaterialKind
  /** The wire's words; empty where it has none. */
  readonly before: string
  /** The outlet's words; empty where it has none. */
  readonly after: string
}

// In the languages of the agencies whose copy is common: English, French, German, Spanish, Italian, Portuguese, Indonesian,
// Russian, Arabic, Chinese, Japanese, Thai.
const negation =
  /(?<!\p{L})(?:not|no|never|neither|nor|none|nobody|nothing|without|cannot|pas|jamais|aucune?|ni|nicht|nie|niemals|kein(?:e[nmrs]?)?|nunca|jamás|non|mai|não|tidak|bukan|belum|не|нет|ни|никогда|لا|لم|لن|ليس|ليست)(?!\p{L})|n['’]t(?!\p{L})|[不没未]|ない|ません|なかった|せず|ไม่/giu
const attribution =
  /\b(?:(?:police|officials?|authorities|prosecutors?|investigators?|witnesses|sources?|he|she|they|it|\p{Lu}[\p{L}.'’-]{1,40}) (?:said|says|told|claimed|alleged)|according to|accused of|reportedly|said by)\b/gu
const certainty =
  /\b(?:may|might|could|alleged(?:ly)?|suspected|apparent(?:ly)?|possibl[ey]|probabl[ey]|likely|unconfirmed|purported(?:ly)?|presumed|would|will|appears?|seems?)\b/giu

const matches = (text: string, pattern: RegExp) => text.match(pattern)?.map((word) => word.toLowerCase()) ?? []

/** The facts in which two wordings differ; inside a quotation any other word is one. */
export function materialFacts(before: string, after: string, isQuoted = false): MaterialFact[] {
  const found: MaterialFact[] = []
  const compare = (kind: MaterialKind, a: readonly string[], b: readonly string[]) => {
    const [onlyA, onlyB] = [a.filter((word) => !b.includes(word)), b.filter((word) => !a.includes(word))]
    if (onlyA.length > 0 || onlyB.length > 0) found.push({ kind, before: onlyA.join(', '), after: onlyB.join(', ') })
  }
  const [ofBefore, ofAfter] = [factWords(before), factWords(after)]
  if (before !== '' && after !== '') {
    compare('number', ofBefore.numbers, ofAfter.numbers)
    // The figure itself may stand beside the change: $5 for €5, million for billion.
    if (found.length === 0) compare('number', unitWords(before), unitWords(after))
    // A day of the week and the date of that day say the same.
    if (isDayOfWeek(ofBefore.dates) === isDayOfWeek(ofAfter.dates)) compare('date', ofBefore.dates, ofAfter.dates)
    if (ofBefore.names.length > 0 && ofAfter.names.length > 0) compare('name', ofBefore.names, ofAfter.names)
    if (isQuoted && found.length === 0) found.push({ kind: 'quotation', before, after })
  }
  compare(
    'negation',
    matches(before, negation).map(() => 'not'),
    matches(after, negation).map(() => 'not'),
  )
  const sources = (text: string) => (text.match(attribution) ?? []).map((source) => inOneManner(source))
  const [told, toldHere] = [sources(before), sources(after)]
  // A source that is worded anew beside a rewording is that rewording; one that goes, comes or is another is a change of fact.
  if (told.join() !== toldHere.join()) compare('attribution', told, toldHere)
  const hedges = (text: string) => matches(text.replace(/\bMay\b|\bmay(?= \d)/g, ''), certainty)
  compare('certainty', hedges(before), hedges(after))
  return found
}

function factWords(text: string): { numbers: string[]; dates: string[]; names: string[] } {
  // A word in front keeps the first from looking like the start of a sentence.
  const tokens = tokenize(`x ${text}`)
  const kinds = facts(tokens)
  const of = (kind: number) => {
    const words: string[] = []
    for (let i = 1; i < tokens.count; i++) {
      if (kinds[i] !== kind) continue
      // A number is what it is with its sign, currency and scale: $5 million is not €5 million, nor 5 billion.
      const from =
        kind === NUMBER ? signAndCurrency(tokens.text, tokens.starts[i] as number) : (tokens.starts[i] as number)
      const isScale =
        kind === NUMBER &&
        i + 1 < tokens.count &&
        scaleWord.test(tokens.text.slice(tokens.starts[i + 1], tokens.ends[i + 1]))
      const word = tokens.text.slice(from, isScale ? tokens.ends[i + 1] : tokens.ends[i])
      words.push(inOneManner(word) || word)
    }
    return words
  }
  return { numbers: of(NUMBER), dates: of(DATE), names: of(NAME) }
}

const scaleWord = /^(?:thousand|lakh|million|mln|mn|m|crore|billion|bln|bn|trillion)$/i

/** Where a number's sign or currency symbol begins, or the number itself. */
function signAndCurrency(text: string, start: number): number {
  const before = /(?:(?:\b[A-Z]{1,2})?\p{Sc} ?|(?<=\s)[-−])$/u.exec(text.slice(Math.max(0, start - 6), start))
  return before ? start - before[0].length : start
}

/** The currencies and scales named in a wording, in one manner. */
function unitWords(text: string): string[] {
  return inOneManner(text)
    .split(' ')
    .filter((word) => isCurrency(word) || scales.has(word))
}

/** Whether a date is given by the day of the week alone. */
const isDayOfWeek = (dates: readonly string[]) =>
  dates.length > 0 && dates.every((word) => days.includes(word) || /^(?:today|yesterday)$/.test(word))
