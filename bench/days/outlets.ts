// The invented outlets: how much they print, how they spell, and the lines that stand on their pages day after day.
import { pick, type Random, seeded } from '../random.js'
import { newCast } from './cast.js'
import { Writer } from './prose.js'
import { capital, givenName, invent, list, placeName, Stock, surname } from './vocabulary.js'

export interface Outlet {
  readonly name: string
  readonly host: string
  readonly british: boolean
  /** Typographic quotation marks. */
  readonly curly: boolean
  /** Lines before the text, in it, and after it. */
  readonly above: readonly string[]
  readonly within: readonly string[]
  readonly below: readonly string[]
  /** The words over other stories' headlines, and how often these stand in mid-text. */
  readonly related: string
  readonly interrupts: number
  readonly dash: string
}

const britishWords = new Map(
  list(`percent/per_cent defense/defence program/programme center/centre labor/labour theater/theatre
    harbor/harbour neighbor/neighbour organization/organisation criticized/criticised organized/organised
    behavior/behaviour catalog/catalogue license/licence color/colour`).map((pair) => {
    const [american = '', british = ''] = pair.split('/')
    return [american, british] as const
  }),
)
const americanWord = new RegExp(`\\b(?:${[...britishWords.keys()].join('|')})(?=s?\\b)`, 'g')
/** Spells a text as the house does. The wire has American words and straight quotes. */
export function spelt(outlet: Outlet, text: string): string {
  const words = outlet.british ? text.replace(americanWord, (word) => britishWords.get(word) ?? word) : text
  return outlet.curly ? words.replace(/"(?=\w)/g, '“').replaceAll('"', '”') : words
}

const openings = [
  'Sign up for NAME newsletters and get OWN in your inbox every morning',
  'Listen to this article • MINUTES minutes',
  'ADVERTISEMENT',
  'Save this story for later | Text size',
  'You have read your last free article. Subscribe to NAME from $OWNPRICE a week',
]
const middles = [
  'Story continues below advertisement',
  'ADVERTISEMENT',
  'Get OWN, our daily email, with all that NAME reporters found out since yesterday.',
  'Follow NAME on OWN for the latest from our newsroom.',
  'Support independent journalism: become a member of NAME today.',
]
const closings = [
  'Copyright 2031 NAME. All rights reserved.',
  'Copyright © 2031 PARENT Media. This material may not be published, broadcast, rewritten or redistributed.',
  'Share this article Facebook Twitter WhatsApp Email Copy link',
  'Have a tip? Write to the newsroom at tips@HOST or call our desk in TOWN.',
  'Join the conversation. Comments on HOST are open for subscribers and close after OWN days.',
  'By signing up you agree to our privacy policy and terms of use.',
  'Like what you read? NAME is made by PERSON, PERSON and a team of reporters in TOWN.',
  'Download the NAME app for iPhone and Android',
  'NAME is not responsible for the content of external sites.',
]

function newOutlet(random: Random, chain: string): Outlet {
  const town = placeName(random)
  const kind = pick(random, [
    'Courier',
    'Herald',
    'Tribune',
    'Post',
    'Gazette',
    'Times',
    'Star',
    'Ledger',
    'News',
    'Today',
  ])
  const name = random() < 0.7 ? `${town} ${kind}` : `The ${capital(invent(random, 2))} ${kind}`
  const host = `${name.toLowerCase().replace(/[^a-z]/g, '')}.example`
  const line = (form: string) =>
    form
      .replaceAll('NAME', name)
      .replaceAll('HOST', host)
      .replaceAll('TOWN', town)
      .replaceAll('PARENT', chain)
      .replaceAll('OWNPRICE', String(1 + Math.floor(random() * 9)))
      .replaceAll('MINUTES', String(2 + Math.floor(random() * 6)))
      .replaceAll(/OWN/g, () => `${capital(invent(random, 2))} ${capital(invent(random, 1))}`)
      .replaceAll(/PERSON/g, () => `${givenName(random)} ${surname(random)}`)
  // Most lines are the outlet's own; some come with the software of the page and stand at others too.
  const own = new Writer(random, newCast(random, 'Sunday'))
  const some = (forms: readonly string[], share: number) =>
    forms.filter(() => random() < share).map((form) => (random() < 0.2 ? line(form) : `${own.headline()} – ${name}`))
  return {
    name,
    host,
    british: random() < 0.4,
    curly: random() < 0.4,
    above: some(openings, 0.24),
    within: some(middles, 0.35),
    below: some(closings, 0.22),
    related: pick(random, [
      'Read more:',
      'Related:',
      'Also read:',
      'More on this topic:',
      'Most read:',
      'Not to be missed:',
    ]),
    interrupts: random() < 0.4 ? 0.5 : 0.05,
    dash: pick(random, [' - ', ' — ', ' – ', ': ']),
  }
}

const random = seeded(1818)
const chains = Array.from({ length: 40 }, () => surname(random))
export const outlets: readonly Outlet[] = Array.from({ length: 320 }, () => newOutlet(random, pick(random, chains)))
const places = new Stock(
  outlets.map(({ name }) => name),
  20,
)

/** The place of an outlet: the first print the most. */
export const anOutlet = (source: Random): number => places.draw(source)
export const outletAt = (place: number): Outlet => {
  const found = outlets[place % outlets.length]
  if (!found) throw new RangeError(`no outlet ${place}`)
  return found
}
