// Reads what a sentence states: its quantities and dates (quantities.ts), names and places, denials, doubts and sources, each with
// its place. Two texts that state the same facts say the same, however they are worded. Linear in the text.
import { facts, NAME } from '../text/facts.js'
import { type Tokens, tokenize } from '../text/tokens.js'
import {
  countries,
  hedges,
  negations,
  sameNames,
  sameSources,
  sourcesElsewhere,
  tellingVerbs,
  titles,
} from './fact-forms.js'
import { Openings } from './openings.js'
import { type Quantity, quantities, sameQuantity } from './quantities.js'

/** A fact that a text states, with its UTF-16 offsets. */
export interface StatedFact {
  readonly kind: 'number' | 'date' | 'name' | 'place' | 'negation' | 'certainty' | 'attribution'
  readonly start: number
  readonly end: number
  /** What it is compared by: a name's words, a doubt's degree, a source's words. */
  readonly words: readonly string[]
  readonly quantity: Quantity | null
}

/** Every fact that a few sentences state. `known` are names, for those that open a sentence and may be any word. */
export function statedFacts(text: string, known: ReadonlySet<string> = new Set()): StatedFact[] {
  const found: StatedFact[] = quantities(text).map((quantity) => ({
    kind: quantity.kind,
    start: quantity.start,
    end: quantity.end,
    words: [],
    quantity,
  }))
  const isTaken = (start: number, end: number) => found.some((one) => one.start < end && one.end > start)
  for (const name of names(text, known)) if (!isTaken(name.start, name.end)) found.push(name)
  const canMatch = openings.in(text)
  if (canMatch(negations)) for (const match of text.matchAll(negations)) found.push(fact('negation', match, ['not']))
  for (const [pattern, degree] of hedges) {
    if (!canMatch(pattern)) continue
    for (const match of text.matchAll(pattern)) {
      // The month is no doubt.
      if (/^May$/.test(match[0]) || (/^may$/.test(match[0]) && /^\s\d/.test(text.slice(match.index + 3)))) continue
      found.push(fact('certainty', match, [degree]))
      if (/^reportedly$/i.test(match[0])) found.push(fact('attribution', match, ['reportedly']))
    }
  }
  found.push(...sources(text, canMatch))
  return found
}

const fact = (kind: StatedFact['kind'], match: RegExpMatchArray, words: readonly string[]): StatedFact => ({
  kind,
  start: match.index ?? 0,
  end: (match.index ?? 0) + match[0].length,
  words,
  quantity: null,
})

/** One form of a word for comparison: no case, accents, dots, possessive. */
export function folded(word: string): string {
  const small = word.toLowerCase()
  if (plainWord.test(small)) return small
  return small
    .normalize('NFKD')
    .replace(/[\p{M}\u00ad]/gu, '')
    .replace(/['’]s?$/, '')
    .replace(/ß/g, 'ss')
    .replace(/[.'’]/g, '')
}

// Nothing of it is folded away.
const plainWord = /^[a-z\d]*$/

const notNames = new Set(
  'the a an this that these those he she they it we i you his her their its our and but or in on at of for from by with as if when while after before more most many some no not there here what who how why all any both each every few other such than then though one two three meanwhile however although according'.split(
    ' ',
  ),
)
const locative =
  /(?<!\p{L})(?:in|at|near|from|outside|around|off|into|through|between|via|north of|south of|east of|west of|town of|city of|village of|province of|island of|port of)(?: the)?\s$/iu

/** Names: runs of capitalised words inside sentences, without titles. */
function names(text: string, known: ReadonlySet<string>): StatedFact[] {
  const tokens = tokenize(text)
  const kinds = facts(tokens)
  for (let i = 0; i < tokens.count; i++) {
    const start = tokens.starts[i] as number
    // Behind a quotation no sentence begins: "…," Solheim said.
    if (kinds[i] !== 0 || !capital.test(text.slice(start, start + 2))) continue
    const isBehindQuotation = /[,?!]["”’»]\s$/.test(text.slice(Math.max(0, start - 3), start))
    if (isBehindQuotation || known.has(text.slice(start, tokens.ends[i]))) kinds[i] = NAME
  }
  const found: StatedFact[] = []
  for (let i = 0; i < tokens.count; i++) {
    if (kinds[i] !== NAME) continue
    let last = i
    for (let next = following(last); next > 0; next = following(last)) last = next
    const [start, end] = [tokens.starts[i] as number, tokens.ends[last] as number]
    const printed = text.slice(start, end)
    const plain = printed.split(/[\s-]+/).map(folded)
    while (plain.length > 0 && notNames.has(plain[0] ?? '')) plain.shift()
    const whole = sameNames.get(plain.join(' '))
    const words = (whole ? whole.split(' ') : plain).filter(
      (word) => word !== '' && !titles.has(word) && !notNames.has(word) && !particles.has(word),
    )
    if (words.length > 0) {
      const known = words.map((word) => sameNames.get(word) ?? word)
      const isPlace =
        known.some((word) => countries.has(word)) || locative.test(text.slice(Math.max(0, start - 16), start))
      found.push({ kind: isPlace ? 'place' : 'name', start, end, words: known, quantity: null })
    }
    i = last
  }
  return found

  /** The next word of a name behind word k, at most two small ones between: Ana de la Cruz. Or 0. */
  function following(k: number): number {
    for (let next = k + 1; next < tokens.count && next <= k + 3; next++) {
      if (!joins(text.slice(tokens.ends[next - 1], tokens.starts[next]))) return 0
      if (kinds[next] === NAME) return next
      if (!particles.has(text.slice(tokens.starts[next], tokens.ends[next]))) return 0
    }
    return 0
  }
}

const capital = /^\p{Lu}/u

/** The names that a text tells inside its sentences, word by word, as printed. */
export function nameWords(tokens: Tokens): Set<string> {
  const { text } = tokens
  const kinds = facts(tokens)
  const found = new Set<string>()
  for (let i = 0; i < tokens.count; i++) if (kinds[i] === NAME) found.add(text.slice(tokens.starts[i], tokens.ends[i]))
  return found
}

// Between words of one name; not `of`, behind which another begins: an institute of Lindholm.
const particles = new Set('de la las los del der den des du da do dos di van von al el bin'.split(' '))
const joins = (between: string) => /^[\s.'’-]{1,2}$/.test(between) && !/^[.]\s$/.test(between)

const noun = `(?:\\p{L}{1,4}\\.|[\\p{L}\\p{N}%$€£]+(?:[.'’&-][\\p{L}\\p{N}%]+)*['’]?)`
const said = new RegExp(
  `(?<=(?:^|[“”"]\\s?|[,;:.—–-]\\s|\\n|\\s(?:and|but|as|while|whereas|although|after|because|that|which|when|where)\\s))((?:${noun} ){1,7}?)(?:also |later |earlier |had |has |have )?(?<!\\b(?:was|were|been|is|are|being) )(?:${tellingVerbs})(?!\\p{L})|(?<=[,”"]\\s?)(?:${tellingVerbs}) ((?:${noun} ?){1,5})|[Aa]ccording to ((?:${noun} ?){1,6})`,
  'gu',
)
// Words that say nothing of who speaks.
const empty = new Set(
  'the a an of in on at to for from by and or its his her their our who that which it they he she we i had has have also later earlier monday tuesday wednesday thursday friday saturday sunday reporters reporter statement interview news told new which although though while whereas because but however meanwhile yet also still'.split(
    ' ',
  ),
)

// Whoever is said to have said it, this was said.
const telling = new RegExp(`(?<!\\p{L})(?:${tellingVerbs})|[Aa]ccording to`, 'u')
const openings = new Openings([negations, ...hedges.map(([pattern]) => pattern), telling, sourcesElsewhere])

/** Who is said to have said it: the words of the source, without those that name nobody. */
function sources(text: string, canMatch: (pattern: RegExp) => boolean): StatedFact[] {
  const found: StatedFact[] = []
  if (canMatch(telling))
    for (const match of text.matchAll(said)) {
      const source = match[1] ?? match[2] ?? match[3] ?? ''
      const words = source
        .split(/[\s-]+/)
        .map(folded)
        .filter((word) => word !== '' && !empty.has(word))
      found.push(fact('attribution', match, words))
    }
  if (canMatch(sourcesElsewhere))
    for (const match of text.matchAll(sourcesElsewhere)) found.push(fact('attribution', match, ['']))
  return found
}

/** Whether two facts of one kind are the same, or one of them is a fuller wording of the other. */
export function sameFact(x: StatedFact, y: StatedFact): boolean {
  if (isName(x) && isName(y)) return sameName(x.words, y.words)
  if (x.kind !== y.kind) return false
  if (x.quantity && y.quantity) return sameQuantity(x.quantity, y.quantity)
  if (x.kind === 'attribution') return sameSource(x.words, y.words)
  return x.words[0] === y.words[0]
}

const isName = ({ kind }: StatedFact) => kind === 'name' || kind === 'place'

const singular = (word: string) => word.replace(/s$/, '')

function sameSource(x: readonly string[], y: readonly string[]): boolean {
  // A pronoun stands for whoever spoke before.
  if (x.length === 0 || y.length === 0) return true
  return x.some((word) =>
    y.some((other) => singular(word) === singular(other) || (sameSources.get(word) ?? word) === sameSources.get(other)),
  )
}

function sameName(x: readonly string[], y: readonly string[]): boolean {
  const [fewer, more] = x.length <= y.length ? [x, y] : [y, x]
  if (fewer.every((word) => more.some((other) => sameWord(word, other)))) return true
  return isAcronym(fewer, more)
}

/** WHO for World Health Organization. */
function isAcronym(fewer: readonly string[], more: readonly string[]): boolean {
  const [letters] = fewer
  if (fewer.length !== 1 || !letters || letters.length < 2 || letters.length > 6) return false
  const initials = more.map((word) => word[0]).join('')
  return initials === letters || (more.length > 1 && more.length === letters.length && initials.startsWith(letters))
}

/** One word, also of a people and its country. A name spelt otherwise is another name. */
const sameWord = (x: string, y: string) => x === y || isPeopleOf(x, y) || isPeopleOf(y, x)

/** Russian of Russia; Nigeria is no people of Niger. */
const isPeopleOf = (people: string, country: string) =>
  countries.has(people) &&
  countries.has(country) &&
  ['n', 'an', 'ese', 'i'].some((ending) => people === country + ending)
