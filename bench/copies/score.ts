// One account of one copy beside its gold: which kind each word was given, whether that is right, and which changes of fact were
// flagged. The rules of what is accepted stand in gold.ts.
import type { Span, SpanKind } from '../../src/index.js'
import type { Fact, GoldKind } from './edit.js'
import type { Gold, GoldWord, Reading, Side } from './gold.js'
import { sides } from './gold.js'
import type { Range } from './prose.js'

/** What the account calls a word; `lost` where it has no account of it. */
export type GivenKind = GoldKind | 'lost'

const goldKindOf: Readonly<Record<SpanKind, GoldKind>> = {
  same: 'same',
  layout: 'same',
  reworded: 'reworded',
  added: 'added',
  cut: 'cut',
  moved: 'moved',
  'house-style': 'house-style',
  furniture: 'page',
  caption: 'page',
  headline: 'page',
  byline: 'page',
  dateline: 'page',
  credit: 'page',
}

/** The kind of the span that has most of each word; words outside all spans are the same. */
export function kindsGiven(
  words: readonly { readonly start: number; readonly end: number }[],
  spans: readonly Span[],
  side: 'article' | 'canonical',
): GoldKind[] {
  const inOrder = spans
    .filter((span) => span[side][1] > span[side][0])
    .sort((x, y) => x[side][0] - y[side][0] || x[side][1] - y[side][1])
  let next = 0
  return words.map(({ start, end }) => {
    while (next < inOrder.length && (inOrder[next]?.[side][1] ?? 0) <= start) next++
    let best: GoldKind = 'same'
    let most = 0
    for (let k = next; k < inOrder.length; k++) {
      const span = inOrder[k]
      if (!span || span[side][0] >= end) break
      const shared = Math.min(end, span[side][1]) - Math.max(start, span[side][0])
      if (shared > most) [best, most] = [goldKindOf[span.kind], shared]
    }
    return most * 2 >= end - start ? best : 'same'
  })
}

/** One word, judged. */
export interface Judged {
  readonly side: Side
  readonly place: number
  readonly word: GoldWord
  readonly gold: GoldKind
  readonly given: GivenKind
  readonly right: boolean
}

export type Given = Readonly<Record<Side, readonly (GivenKind | null)[]>>

/** Whether a call fits what a reading says of a word; its capital may be house style. */
const fits = (word: GoldWord | undefined, reading: GoldKind, call: GivenKind) =>
  call === reading || (call === 'house-style' && (reading === 'same' || (word?.accepts.has('house-style') ?? false)))

/** All words of a copy and its dispatch; null in `given` means that a word is not to be judged. */
export function judge(gold: Gold, given: Given): Judged[] {
  const chosen = { article: new Map<number, GoldKind>(), dispatch: new Map<number, GoldKind>() }
  for (const readings of gold.readings.values()) {
    const touched = (side: Side) => new Set(readings.flatMap((reading) => [...reading[side].keys()]))
    const places = { article: touched('article'), dispatch: touched('dispatch') }
    const callsOf = (reading: Reading, side: Side, place: number) => reading[side].get(place) ?? 'same'
    const errorsOf = (reading: Reading) => {
      let errors = 0
      for (const side of sides)
        for (const place of places[side]) {
          const call = given[side][place] ?? null
          if (call !== null && !fits(gold[side][place], callsOf(reading, side, place), call)) errors++
        }
      return errors
    }
    const [own] = readings
    if (!own) continue
    const least = readings.reduce((best, reading) => (errorsOf(reading) < errorsOf(best) ? reading : best), own)
    if (least === own) continue
    for (const side of sides) for (const place of places[side]) chosen[side].set(place, callsOf(least, side, place))
  }
  return sides.flatMap((side) =>
    gold[side].flatMap((word, place): Judged[] => {
      const call = given[side][place] ?? null
      if (call === null) return []
      const other = chosen[side].get(place)
      const right = other !== undefined ? fits(word, other, call) : call !== 'lost' && word.accepts.has(call)
      return [{ side, place, word, gold: other ?? word.kind, given: call, right }]
    }),
  )
}

/** A gold change of fact and where it stands, with the white space and marks around it. */
export interface FactPlace {
  readonly edit: number
  readonly fact: Fact
  readonly before: string
  readonly after: string
  readonly article: Range
  readonly dispatch: Range
}

/** From the word before a stretch to the word behind it. */
export function widened(words: readonly { readonly start: number; readonly end: number }[], [from, to]: Range): Range {
  let [start, end] = [0, Number.POSITIVE_INFINITY]
  for (const word of words) {
    if (word.end <= from) start = word.end
    if (word.start >= to) {
      end = word.start
      break
    }
  }
  return [start, end]
}

export function factPlaces(gold: Gold): FactPlace[] {
  const { copy } = gold
  return copy.edits.flatMap(({ fact }, edit): FactPlace[] => {
    if (fact === null) return []
    const segment = copy.segments.find((one) => one.edit === edit && one.role === 'main')
    if (!segment) return []
    return [
      {
        edit,
        fact,
        before: copy.dispatch.prose.text.slice(...segment.dispatch),
        after: copy.article.text.slice(...segment.article),
        article: widened(gold.article, segment.article),
        dispatch: widened(gold.dispatch, segment.dispatch),
      },
    ]
  })
}

/** Whether a span has something of a stretch, or stands in it without words of its own. */
export const meets = ([start, end]: Range, [from, to]: Range) =>
  start === end ? start >= from && end <= to : start < to && end > from

export const meetsFact = (span: Span, place: FactPlace) =>
  meets(span.article, place.article) || meets(span.canonical, place.dispatch)
