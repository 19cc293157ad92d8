// What is written: dispatches of agencies, their revisions, pieces of outlets' own staff. Some belong to an affair that is in the
// news for days, whose background and quotations unlike stories share.
import { pick, type Random } from '../random.js'
import { type Cast, newCast, newPerson } from './cast.js'
import { below } from './phrases.js'
import { Writer } from './prose.js'

export interface Piece {
  readonly title: string
  readonly paragraphs: readonly string[]
  readonly cast: Cast
  readonly writer: string
  readonly caption: string
}

export interface Dispatch extends Piece {
  readonly id: string
  readonly story: string
  readonly agency: number
  readonly printed: Date
}

interface Affair {
  readonly ends: number
  readonly cast: Cast
  readonly passages: readonly string[]
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const weekday = (date: Date) => weekdays[date.getUTCDay()] ?? ''
const day = 86_400_000
const agencyCount = 8

/** A sum of uniform numbers is nearly normal: mean 0, deviation 1. */
const normal = (random: Random) => (random() + random() + random() + random() - 2) * 1.732
const textLength = (random: Random) => Math.min(10_500, Math.max(280, 2050 * Math.exp(0.75 * normal(random))))

export class Desk {
  readonly #affairs: Affair[] = []
  #made = 0

  constructor(
    readonly random: Random,
    readonly affairsAtOnce: number,
  ) {}

  #affair(now: Date): Affair {
    const { random } = this
    const place = below(random, this.affairsAtOnce)
    const known = this.#affairs[place]
    if (known && known.ends > now.getTime()) return known
    const cast = newCast(random, weekday(now))
    const writer = new Writer(random, cast)
    const passages = Array.from({ length: 8 }, (_, k) => (k < 5 ? writer.sentence() : writer.quotation()))
    const fresh = { ends: now.getTime() + day * (0.5 + 4 * random()), cast, passages }
    this.#affairs[place] = fresh
    return fresh
  }

  piece(now: Date): Piece {
    const { random } = this
    const affair = random() < 0.25 ? this.#affair(now) : null
    const own = newCast(random, weekday(now))
    const cast = affair
      ? {
          ...affair.cast,
          people: [...affair.cast.people, ...own.people.slice(0, 2)],
          words: own.words,
          weekday: own.weekday,
        }
      : own
    const writer = new Writer(random, cast)
    const length = textLength(random)
    const paragraphs = [writer.lead()]
    let written = paragraphs[0]?.length ?? 0
    while (written < length) {
      const known = affair && random() < 0.08 ? ` ${pick(random, affair.passages)}` : ''
      const paragraph = writer.paragraph() + known
      paragraphs.push(paragraph)
      written += paragraph.length
    }
    return { title: writer.headline(), paragraphs, cast, writer: newPerson(random).full, caption: writer.scene() }
  }

  dispatch(now: Date): Dispatch {
    const number = ++this.#made
    const agency = Math.floor(agencyCount * this.random() * this.random())
    return { ...this.piece(now), id: `d${number}.1`, story: `s${number}`, agency, printed: now }
  }

  /** A later dispatch of the story: another lead, something added, most of the body kept. */
  revision(before: Dispatch, now: Date): Dispatch {
    const { random } = this
    const cast = { ...before.cast, weekday: weekday(now) }
    const writer = new Writer(random, cast)
    const keep = 0.65 + 0.3 * random()
    const body = before.paragraphs.slice(1).filter(() => random() < keep)
    const added = Array.from({ length: 1 + below(random, 3) }, () => writer.paragraph())
    for (const paragraph of added) body.splice(below(random, body.length + 1), 0, paragraph)
    const [family = '', version = '1'] = before.id.split('.')
    return {
      ...before,
      id: `${family}.${Number(version) + 1}`,
      title: writer.headline(),
      paragraphs: [writer.lead(), ...body],
      caption: writer.scene(),
      cast,
      printed: now,
    }
  }

  /** Mostly 2 to 4, sometimes dozens, now and then hundreds. */
  copies(): number {
    const { random } = this
    const kind = random()
    if (kind < 0.2) return 1
    if (kind < 0.75) return 2 + below(random, 3)
    const [least, most] = kind < 0.95 ? [5, 10] : kind < 0.995 ? [10, 50] : [50, 250]
    return Math.floor(least * (most / least) ** random())
  }
}
