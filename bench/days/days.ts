// Days of invented wire news for the benchmarks, one article after another in order of publication, with gold labels. Only what can
// still be copied is kept, so that any number may be made. How it compares with real news: `tsx bench/days/check.ts`.
import type { Article } from '../../src/index.js'
import { type Random, seeded } from '../random.js'
import { formReport } from './forms.js'
import { anOutlet, outletAt, outlets } from './outlets.js'
import { copyPage, formPage, type Page, roundUpPage, staffPage } from './pages.js'
import { below } from './phrases.js'
import { Desk, type Dispatch } from './stories.js'

export interface DaysOptions {
  readonly articles: number
  readonly seed?: number
  readonly articlesPerDay?: number
}

/** An article and its gold labels: one of no group has its own id in both. */
export interface Generated {
  readonly article: Article
  readonly dispatch: string
  readonly story: string
}

/** What will be printed: a copy of a dispatch, or the first copy of its revision. */
interface Due {
  readonly dispatch: Dispatch
  readonly outlet: number
  readonly revises: boolean
}

const day = 86_400_000
const firstDay = Date.UTC(2031, 2, 3)
/** Of what is not a copy printed later: first copies of dispatches, form reports and round-ups. The rest is staff's own. */
const shares = { dispatch: 0.104, form: 0.077, roundUp: 0.0155 }
const remembered = 400

/** Different outlets, those that print the most first to be taken. */
function differentOutlets(random: Random, count: number): number[] {
  const found = new Set<number>()
  for (let tries = 0; found.size < Math.min(count, outlets.length) && tries < count * 8; tries++)
    found.add(anOutlet(random))
  return [...found]
}

export function* days({ articles, seed = 1, articlesPerDay = 20_000 }: DaysOptions): Generator<Generated> {
  const random = seeded(seed)
  const desk = new Desk(random, Math.max(60, Math.round(articlesPerDay / 50)))
  const step = day / articlesPerDay
  const later = new Map<number, Due[]>()
  const ready: Due[] = []
  const recent: Dispatch[] = []
  // Other stories of its own that an outlet's pages point to.
  const pointers = outlets.map((): string[] => [])
  const headlines = (place: number): readonly string[] => pointers[place] ?? []

  /** Most within hours, the last after two days. */
  const schedule = (due: Due, now: number, hours: number) => {
    const slot = now + Math.max(1, Math.round((Math.min(48, hours) / 24) * articlesPerDay))
    const there = later.get(slot)
    if (there) there.push(due)
    else later.set(slot, [due])
  }
  const delay = () => 0.2 * Math.exp(random() * 4 + random() * 1.5)

  /** Plans a dispatch's copies and tells where it stands first. */
  const file = (dispatch: Dispatch, now: number, revisable: number): number => {
    const [first = 0, ...others] = differentOutlets(random, desk.copies())
    for (const outlet of others) schedule({ dispatch, outlet, revises: false }, now, delay())
    if (others.length > 0 && random() < revisable)
      schedule({ dispatch, outlet: anOutlet(random), revises: true }, now, 1 + 11 * random())
    if (recent.length < remembered) recent.push(dispatch)
    else recent[below(random, remembered)] = dispatch
    return first
  }

  for (let i = 0; i < articles; i++) {
    const id = `a${i}`
    const now = new Date(firstDay + Math.floor((i + random()) * step))
    const made = (place: number, { title, byline, text }: Page, dispatch = id, story = id): Generated => {
      const known = pointers[place]
      if (known && known.length < 6) known.push(title)
      else if (known && random() < 0.2) known[below(random, known.length)] = title
      const outlet = outletAt(place)
      const url = `https://${outlet.host}/news/${now.getUTCFullYear()}/${id}`
      return {
        article: { id, outlet: outlet.name, title, byline, url, language: 'en', publishedAt: now.toISOString(), text },
        dispatch,
        story,
      }
    }
    const copied = (place: number, dispatch: Dispatch) =>
      made(place, copyPage(random, outletAt(place), dispatch, headlines(place)), dispatch.id, dispatch.story)

    for (const due of later.get(i) ?? []) ready.push(due)
    later.delete(i)
    const due = ready.pop()
    if (due && !due.revises) yield copied(due.outlet, due.dispatch)
    else if (due) {
      const revision = desk.revision(due.dispatch, now)
      yield copied(file(revision, i, 0.3), revision)
    } else {
      const kind = random()
      const place = anOutlet(random)
      const outlet = outletAt(place)
      if (kind < shares.dispatch) {
        const dispatch = desk.dispatch(now)
        yield copied(file(dispatch, i, 0.22), dispatch)
      } else if (kind < shares.dispatch + shares.form) yield made(place, formPage(random, outlet, formReport(random)))
      else if (kind < shares.dispatch + shares.form + shares.roundUp && recent.length > 80) {
        const [from, stride] = [below(random, recent.length), 1 + below(random, 9)]
        const places = Array.from({ length: 4 + below(random, 5) }, (_, k) => (from + k * stride) % recent.length)
        const parts = places.flatMap((at) => recent.slice(at, at + 1))
        yield made(place, roundUpPage(random, outlet, parts, headlines(place)))
      } else yield made(place, staffPage(random, outlet, desk.piece(now), headlines(place)))
    }
  }
}
