// What an account comes to, in figures that a researcher can add up: of a text's words, how many were kept, cut, reworded and
// moved, how many were put in, where the cutting began, and which facts were changed.
import { type Tokens, wordsBefore } from '../text/tokens.js'
import type { Span, SpanKind } from './changes.js'
import type { MaterialFact } from './material.js'

/** The sums of one account. Words are counted as `tokenize` does. */
export interface EditSummary {
  /** Words of the text that the account starts from. */
  readonly words: number
  /** Share of them that the copy has, moved or in house style included: from 0 to 1. */
  readonly kept: number
  /** Words of the text that the copy leaves out. */
  readonly cut: number
  /** Words of the text that the copy has in other words. */
  readonly reworded: number
  /** Words of the text that the copy has elsewhere. */
  readonly moved: number
  /** Words of the text that the copy has in its house style. */
  readonly houseStyle: number
  /** Words of the copy's own that answer none of the text's; furniture is not counted. */
  readonly added: number
  /** Share of the text that stands before the first words cut, or null where none are. */
  readonly firstCut: number | null
  /** Share of the text after which the copy has no more of it, or null where it runs to the end: "cut from the end after 60 %". */
  readonly endsAfter: number | null
  /** The changes of fact, in reading order of the copy. */
  readonly material: readonly MaterialFact[]
}

/** Sums up the spans from one text's words to another's. */
export function summarize(before: Tokens, after: Tokens, spans: readonly Span[]): EditSummary {
  const words: Partial<Record<SpanKind, number>> = {}
  let added = 0
  let firstCut: number | null = null
  let lastKept = 0
  for (const { kind, canonical, article } of spans) {
    const [from, to] = [wordsBefore(before, canonical[0]), wordsBefore(before, canonical[1])]
    if (kind === 'added') added += wordsBefore(after, article[1]) - wordsBefore(after, article[0])
    if (from === to) continue
    words[kind] = (words[kind] ?? 0) + to - from
    if (kind === 'cut') firstCut = Math.min(firstCut ?? from, from)
    else lastKept = Math.max(lastKept, to)
  }
  const { count } = before
  const share = (some: number) => Math.round((1000 * some) / Math.max(1, count)) / 1000
  const [cut, reworded] = [words.cut ?? 0, words.reworded ?? 0]
  return {
    words: count,
    kept: share(count - cut - reworded),
    cut,
    reworded,
    moved: words.moved ?? 0,
    houseStyle: words['house-style'] ?? 0,
    added,
    firstCut: firstCut === null ? null : share(firstCut),
    endsAfter: lastKept < count ? share(lastKept) : null,
    material: spans.flatMap(({ facts }) => facts),
  }
}
