// The words of the invented news: ordinary words of the trade first, then invented ones without end, drawn by Zipf's law.
import { pick, type Random, seeded } from '../random.js'

/** Words, in order of frequency where they are drawn by it; an underscore stands for a space. */
export const list = (words: string): string[] =>
  words
    .trim()
    .split(/\s+/)
    .map((word) => word.replaceAll('_', ' '))

const onsets = list('b bl br c ch cl cr d dr f fl g gr h j k l m n p pl pr qu r s sc sh sl sp st str t th tr v w')
const vowels = list('a e i o u a e i o a e ai ea ee ou oa')
const codas = ['', '', '', '', ...list('n r l s t d m ck nd nt st rn ll mp x')]

/** A word of so many syllables that is in no dictionary. */
export function invent(random: Random, syllables: number): string {
  let word = ''
  for (let k = 0; k < syllables; k++)
    word +=
      pick(random, onsets) + pick(random, vowels) + (k + 1 < syllables && random() < 0.6 ? '' : pick(random, codas))
  return word
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const an = /^[aeiou]/
/** The phrase with its article: `an old bridge`. */
export const withA = (phrase: string): string => (an.test(phrase) ? `an ${phrase}` : `a ${phrase}`)

const scramble = (a: number, b: number): number => {
  let mixed = Math.imul(a + 0x9e3779b1, 0x85ebca6b) ^ Math.imul(b + 1, 0xc2b2ae35)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x27d4eb2f)
  return (mixed ^ (mixed >>> 13)) >>> 0
}

/** Things drawn by Zipf's law in their order; the first `flat` are drawn about equally often (Mandelbrot's shift). */
export class Stock {
  readonly #spread: number
  constructor(
    readonly items: readonly string[],
    readonly flat: number,
  ) {
    this.#spread = Math.log((items.length + flat) / flat)
  }

  #rank(part: number): number {
    return Math.min(this.items.length - 1, Math.floor(this.flat * (Math.exp(part * this.#spread) - 1)))
  }

  /** The place of one of the stock. */
  draw(random: Random): number {
    return this.#rank(random())
  }

  /** One that goes with what was said before, as words have their usual company: few, the first ones mostly. */
  company(random: Random, before: number): number {
    return this.#rank(scramble(before, Math.floor(Math.exp(random() * random() * 4.2)) - 1) / 4294967296)
  }

  at(place: number): string {
    return this.items[place % this.items.length] ?? ''
  }

  one(random: Random): string {
    return this.at(this.draw(random))
  }
}

/** So many different things made in turn: what is made most easily comes first. */
export function collect(count: number, make: () => string, first: readonly string[] = []): string[] {
  const made = new Set(first)
  for (let tries = 0; made.size < count && tries < count * 20; tries++) made.add(make())
  return [...made]
}

// The language is the same whatever the seed of the days.
const random = seeded(1815)
const invented = (endings: readonly string[]) => () => invent(random, random() < 0.6 ? 1 : 2) + pick(random, endings)

export const nouns = new Stock(
  collect(
    12_000,
    invented(['', '', '', 'er', 'ing', 'tion', 'ment', 'ness', 'ity', 'age', 'ance']),
    list(`government president country minister people party police court year company state law group city week vote
      election parliament leader official plan bill market report security case agreement deal office program budget
      bank investigation campaign war policy decision statement meeting attack school proposal support percent tax
      judge union price region border economy system service army council center ministry industry board crisis
      conference protest defense team hospital strike number change problem issue effort project victim rate road
      family worker lawyer evidence trial opposition coalition committee storm fire flood bridge airport harbor labor
      energy oil gas trade export factory farmer student university research study drug health water power network
      phone rule order sanction talk peace ceasefire force soldier prison charge report organization neighbor match
      season player goal fan club film museum festival author theater award catalog license behavior color`),
  ),
  15,
)

const regular = (base: string): readonly [string, string] => [base, base.endsWith('e') ? `${base}d` : `${base}ed`]
const verbForms = new Map(
  collect(4500, invented(['', '', 'ate', 'ize', 'en', 'ish']), [
    ...list(`announce demand agree call reject accuse support oppose warn expect promise plan approve delay close open
      discuss launch face allow criticize organize reach remain return offer propose review sign visit urge visit
      reduce raise suspend cancel order claim confirm deny replace accept protect attack arrest release question
      ignore welcome defend destroy damage cause create end start stop join move report serve follow include change`),
  ]).map(regular),
)
/** Verbs as `to …` and `will …` have them. */
export const bases = new Stock([...verbForms.keys()], 20)
/** Verbs in the past. */
export const pasts = new Stock([...verbForms.values()], 20)

export const adjectives = new Stock(
  collect(
    6000,
    invented(['al', 'ive', 'ous', 'y', 'ic', 'ary', 'ish', 'able', 'ed', 'ful', 'less']),
    list(`new former first last political public national local foreign major key early late senior federal economic
      military recent likely possible final special top central northern southern western eastern young old large
      small common private social international strong serious legal criminal medical financial annual rural urban`),
  ),
  20,
)

export const adverbs = new Stock(
  [
    ...list(`also not already still now only largely recently repeatedly later initially clearly quickly reportedly
      eventually publicly quietly never often apparently formally finally nearly previously`),
    ...collect(900, () => `${invented(['', 'al', 'ous', 'ive'])()}ly`),
  ],
  8,
)

const placeEndings = ['', ...list('ia a ville ton burg ford port _Bay stan mouth field grad o')]
/** A name nobody had before, most times: there are tens of millions. */
export const placeName = (source: Random): string =>
  capital(invent(source, source() < 0.6 ? 1 : 2)) + pick(source, placeEndings)
export const surname = (source: Random): string =>
  capital(invent(source, source() < 0.45 ? 1 : 2)) +
  (source() < 0.3 ? pick(source, ['son', 'man', 'ov', 'ez', 'ini', 'ski']) : '')

const givenNames = new Stock(
  collect(1500, () => capital(invent(random, random() < 0.4 ? 1 : 2))),
  12,
)
export const givenName = (source: Random): string => givenNames.one(source)
