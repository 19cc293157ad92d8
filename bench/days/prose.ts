// Sentences of invented news. There are no sentence templates of more than a few words: chunks follow one another freely, some
// by the company that the chunk before keeps, so that unlike stories share short runs of words, as real ones do, and few
// long ones.
import { pick, type Random } from '../random.js'
import type { Cast, Person } from './cast.js'
import {
  after,
  below,
  composed,
  figure,
  joins,
  nounPhrases,
  openers,
  prepositional,
  prepositions,
  pronouns,
  saying,
  spoken,
  verbPhrase,
  verbPhrases,
} from './phrases.js'
import { capital, invent } from './vocabulary.js'

/** Writes about one cast. */
export class Writer {
  readonly #random: Random
  readonly #cast: Cast
  /** The chunk that was said last, for the company it keeps. */
  #last: number

  constructor(random: Random, cast: Cast) {
    this.#random = random
    this.#cast = cast
    this.#last = cast.topic
  }

  nounPhrase(): string {
    const random = this.#random
    const cast = this.#cast
    const kind = random()
    if (kind > 0.965) return figure(random)
    if (kind > 0.96) return `the ${invent(random, 2)}`
    if (kind > 0.72) return composed(random)
    if (kind < 0.12) this.#last = pick(random, cast.words)
    else if (kind < 0.2) this.#last = cast.topic + below(random, 120)
    else this.#last = kind < 0.4 ? nounPhrases.company(random, this.#last) : nounPhrases.draw(random)
    return nounPhrases.at(this.#last)
  }

  #person({ full, last, role, he }: Person): string {
    const kind = this.#random()
    return kind < 0.35 ? last : kind < 0.6 ? he : kind < 0.8 ? full : `${role} ${full}`
  }

  #subject(): string {
    const random = this.#random
    const cast = this.#cast
    const kind = random()
    if (kind < 0.24) return this.#person(pick(random, cast.people))
    if (kind < 0.33) return pick(random, cast.bodies)
    if (kind < 0.38) return pick(random, cast.places)
    return kind < 0.54 ? pronouns.one(random) : this.nounPhrase()
  }

  #modifier(): string {
    const random = this.#random
    const cast = this.#cast
    const kind = random()
    if (kind < 0.1) return ` in ${pick(random, cast.places)}`
    if (kind < 0.14) return ` on ${cast.weekday}`
    if (kind < 0.26) return ` ${after.one(random)} ${figure(random)}`
    if (kind < 0.34) return ` ${after.one(random)} ${pick(random, cast.bodies)}`
    if (kind < 0.46) return ` ${prepositions.one(random)} ${this.nounPhrase()}`
    this.#last = kind < 0.68 ? prepositional.company(random, this.#last) : prepositional.draw(random)
    return ` ${prepositional.at(this.#last)}`
  }

  #predicate(): string {
    const random = this.#random
    this.#last = random() < 0.3 ? verbPhrases.company(random, this.#last) : verbPhrases.draw(random)
    let text = `${random() < 0.25 ? verbPhrase(random) : verbPhrases.at(this.#last)} ${this.nounPhrase()}`
    while (random() < 0.55) text += this.#modifier()
    return text
  }

  #clause(): string {
    return `${this.#subject()} ${this.#predicate()}`
  }

  #opening(): string {
    return `${capital(this.#subject())} ${this.#predicate()}`
  }

  quotation(): string {
    const random = this.#random
    const first = random() < 0.4 ? `${capital(spoken.one(random))} ${this.#clause()}` : this.#opening()
    const who = pick(random, this.#cast.people)
    const kind = random()
    const says =
      kind < 0.3
        ? `${this.#person(who)} ${saying.one(random)}`
        : `said ${kind < 0.6 ? this.#person(who) : `${who.full}, ${this.nounPhrase()}`}`
    return random() < 0.4 ? `"${first}," ${says}. "${this.#opening()}."` : `"${first}," ${says}.`
  }

  #attribution(): string {
    const random = this.#random
    const cast = this.#cast
    const kind = random()
    if (kind < 0.5) return `, ${this.#person(pick(random, cast.people))} ${saying.one(random)}`
    if (kind < 0.7) return `, according to ${random() < 0.5 ? pick(random, cast.bodies) : this.nounPhrase()}`
    return `, ${this.nounPhrase()} ${saying.one(random)}`
  }

  sentence(): string {
    const random = this.#random
    if (random() < 0.2) return this.quotation()
    let text = random() < 0.22 ? `${openers.one(random)} ${this.#clause()}` : this.#opening()
    if (random() < 0.5) text += `${joins.one(random)} ${this.#clause()}`
    if (random() < 0.2) text += this.#attribution()
    return `${text}.`
  }

  /** What happened and who says so. */
  lead(): string {
    const random = this.#random
    const who = capital(random() < 0.6 ? pick(random, this.#cast.bodies) : this.#subject())
    const what = `${who} ${this.#predicate()} on ${this.#cast.weekday}`
    return `${random() < 0.5 ? `${what}${joins.one(random)} ${this.#clause()}` : what}${this.#attribution()}.`
  }

  paragraph(): string {
    let text = this.sentence()
    for (let more = below(this.#random, 3); more > 0; more--) text += ` ${this.sentence()}`
    return text
  }

  headline(): string {
    const random = this.#random
    const who = random() < 0.5 ? pick(random, this.#cast.bodies) : pick(random, this.#cast.people).last
    return `${capital(who)} ${verbPhrases.one(random)} ${this.nounPhrase()}${random() < 0.5 ? this.#modifier() : ''}`
  }

  /** The words under a photograph. */
  scene(): string {
    const { places, weekday } = this.#cast
    const what = `${verbPhrases.one(this.#random)} ${this.nounPhrase()}`
    return `${capital(this.nounPhrase())} ${what} in ${pick(this.#random, places)} on ${weekday}`
  }
}
