// Who and what a story is about: some names that are in the news again and again, some that were never heard before.
import { pick, type Random, seeded } from '../random.js'
import { below, nounPhrases } from './phrases.js'
import { adjectives, capital, givenName, list, nouns, placeName, Stock, surname } from './vocabulary.js'

export interface Person {
  readonly full: string
  readonly last: string
  readonly role: string
  readonly he: string
}

/** What a story is about: its names and words recur in it. */
export interface Cast {
  readonly people: readonly Person[]
  readonly bodies: readonly string[]
  readonly places: readonly string[]
  /** Places in the stock of noun phrases. */
  readonly words: readonly number[]
  /** Where the topic's words begin in the stock of noun phrases. */
  readonly topic: number
  readonly weekday: string
}

const titles =
  list(`President Prime_Minister Foreign_Minister Senator spokesman Finance_Minister analyst Mayor Judge police_chief
  spokeswoman lawyer coach Governor Interior_Minister General chief_executive professor`)
export function newPerson(random: Random): Person {
  const last = surname(random)
  const title = random() < 0.6 ? pick(random, titles) : `${capital(adjectives.one(random))} ${pick(random, titles)}`
  return { full: `${givenName(random)} ${last}`, last, role: title, he: random() < 0.6 ? 'he' : 'she' }
}
const bodyWords = list(`Group Party Corp Union Bank Ministry Agency University Inc Front Council Institute`)
export const newBody = (random: Random): string =>
  random() < 0.5
    ? `${surname(random)} ${pick(random, bodyWords)}`
    : `the ${capital(nouns.one(random))} ${pick(random, bodyWords)}`

const language = seeded(1817)
const famous = Array.from({ length: 6000 }, () => newPerson(language))
const known = {
  people: new Stock(
    famous.map((_, k) => String(k)),
    25,
  ),
  bodies: new Stock(
    Array.from({ length: 4000 }, () => newBody(language)),
    20,
  ),
  places: new Stock(
    Array.from({ length: 5000 }, () => placeName(language)),
    12,
  ),
}

/** A story's names and words: some known to all, some never heard before. */
export function newCast(random: Random, weekday: string): Cast {
  const some = <T>(least: number, most: number, make: () => T) =>
    Array.from({ length: least + below(random, most - least + 1) }, make)
  const topic = Math.floor(nounPhrases.items.length * (0.02 + 0.9 * (below(random, 400) / 400)))
  return {
    people: some(2, 4, () => (random() < 0.45 ? famous[known.people.draw(random)] : undefined) ?? newPerson(random)),
    bodies: some(2, 3, () => (random() < 0.5 ? known.bodies.one(random) : newBody(random))),
    places: some(2, 3, () => (random() < 0.65 ? known.places.one(random) : placeName(random))),
    words: some(6, 12, () => (random() < 0.5 ? topic + below(random, 120) : nounPhrases.draw(random))),
    topic,
    weekday,
  }
}
