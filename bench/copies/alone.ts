// Part (a): the account of each copy beside the dispatch itself, without the rest of the job.
import { changes } from '../../src/index.js'
import { Exactness } from './exactness.js'
import { addWordErrors, around, type Examples, quote } from './examples.js'
import type { Gold } from './gold.js'
import { factPlaces, judge, kindsGiven, meetsFact } from './score.js'
import { FactTally, KindTally } from './tally.js'

export class Alone {
  readonly kinds = new KindTally()
  readonly facts = new FactTally()
  readonly exactness = new Exactness()

  add(gold: Gold, examples: Examples): void {
    const { copy } = gold
    const [dispatch, article] = [copy.dispatch.prose.text, copy.article.text]
    const spans = changes(dispatch, article)
    this.exactness.check(copy.article.id, dispatch, article, spans)
    const judged = judge(gold, {
      article: kindsGiven(gold.article, spans, 'article'),
      dispatch: kindsGiven(gold.dispatch, spans, 'canonical'),
    })
    this.kinds.add(gold, judged)
    addWordErrors(examples, 'kinds', gold, judged)

    const places = factPlaces(gold)
    const flagged = spans.filter(({ material }) => material)
    for (const place of places) {
      const found = flagged.some((span) => meetsFact(span, place))
      this.facts.fact(place.fact, found)
      if (!found)
        examples.add('material', () => {
          const spansThere = spans.filter((span) => span.kind !== 'same' && meetsFact(span, place))
          return (
            `${copy.article.id} seed ${copy.seed}: ${place.fact} missed, ${quote(place.before)} → ${quote(place.after)}; given ` +
            `${spansThere.map(({ kind, before, after }) => `${kind} ${quote(before)} → ${quote(after)}`).join(', ') || 'nothing'}\n` +
            `  ${around(dispatch, place.dispatch[0], Math.min(place.dispatch[1], dispatch.length))}`
          )
        })
    }
    for (const span of flagged) {
      const right = places.some((place) => meetsFact(span, place))
      this.facts.flag(span.facts[0]?.kind ?? '?', right)
      if (!right)
        examples.add('material', () => {
          const inside = gold.article.find(({ start, end }) => start < span.article[1] && end > span.article[0])
          const manner = copy.edits[inside?.edit ?? -1]?.manner ?? 'no edit'
          return (
            `${copy.article.id} seed ${copy.seed}: false flag, ${span.facts.map(({ kind, before, after }) => `${kind} ${quote(before)} → ${quote(after)}`).join(', ')}; ` +
            `${span.kind} ${quote(span.before)} → ${quote(span.after)}; gold there: ${manner}\n` +
            `  wire ${around(dispatch, ...span.canonical)}\n  here ${around(article, ...span.article)}`
          )
        })
    }
  }
}
