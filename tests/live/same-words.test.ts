// Who stands for whom among articles of the same words, as they come and go: as when asked in order.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Chronology } from '../../src/live/chronology.js'
import { LiveSameWords } from '../../src/live/same-words.js'
import { SameWords } from '../../src/match/links.js'
import { mix } from '../../src/text/tokens.js'

const times: (number | null)[] = Array.from({ length: 40 }, (_, i) => (i % 10 === 9 ? null : mix(i) % 30))
const orderOf = (article: number) => (times[article] ?? 1000) * 1000 + article
const chronology = new Chronology()
times.forEach((time, article) => {
  chronology.set(article, `article-${String(article).padStart(3, '0')}`, time)
})
const window = 6
const keyOf = (article: number) => article % 3

function inOrder(articles: ReadonlySet<number>): Map<number, number | null> {
  const sameWords = new SameWords(window)
  return new Map(
    [...articles]
      .sort((x, y) => orderOf(x) - orderOf(y))
      .map((article) => [article, sameWords.add(keyOf(article), article, times[article] ?? null)]),
  )
}

describe('LiveSameWords', () => {
  it('says after any history what SameWords says in order, and tells what changes', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 39 }), { maxLength: 120 }), (history) => {
        const live = new LiveSameWords(chronology, window)
        const articles = new Set<number>()
        let before = inOrder(articles)
        for (const article of history) {
          const isGone = articles.delete(article)
          if (!isGone) articles.add(article)
          const told = isGone ? live.remove(article, keyOf(article)) : live.add(article, keyOf(article))
          const after = inOrder(articles)
          for (const [other, first] of after) {
            expect(live.of(other, keyOf(other))).toBe(first)
            const covered = [...after].filter(([, one]) => one === other).map(([one]) => one)
            if (first === null) expect([...live.coveredBy(other, keyOf(other))]).toEqual(covered)
            const wasFirst = before.has(other) ? before.get(other) === null : null
            if (wasFirst !== null && wasFirst !== (first === null)) expect(told.standing).toContain(other)
            // Who is covered by another than before is found by that one.
            if (first !== null && before.get(other) !== first) expect(told.covering).toContain(first)
          }
          const former = before.get(article) ?? null
          if (isGone && former !== null) expect(told.covering).toContain(former)
          before = after
        }
      }),
      { numRuns: 300 },
    )
  })
})
