// Scores of a clustering: values worked out by hand and known from the literature, and a plain count of all pairs.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { scoreClustering } from '../../src/group/score.js'

type Labels = Record<string, string>
/** Labels for the articles a, b, c …, one letter each. */
const labels = (letters: string): Labels =>
  Object.fromEntries([...letters].map((label, i) => [String.fromCharCode(97 + i), label]))

const someLabels = fc
  .integer({ min: 1, max: 12 })
  .chain((n) => fc.tuple(...[0, 1].map(() => fc.array(fc.constantFrom(...'wxyz'), { minLength: n, maxLength: n }))))
  .map(([p = [], g = []]) => [labels(p.join('')), labels(g.join(''))] as const)

describe('scoreClustering', () => {
  // Predicted {a b} {c d e}, gold {a b c} {d e}: of 4 pairs on either side, ab and de are common.
  const score = scoreClustering(labels('11222'), labels('xxxyy'))

  it('counts pairs', () => {
    expect(score.precision).toBe(0.5)
    expect(score.recall).toBe(0.5)
    expect(score.f1).toBe(0.5)
  })

  it('averages over articles for B-cubed', () => {
    // Precision: a 1, b 1, c 1/3, d 2/3, e 2/3. Recall: a 2/3, b 2/3, c 1/3, d 1, e 1.
    expect(score.bcubed.precision).toBeCloseTo(11 / 15, 12)
    expect(score.bcubed.recall).toBeCloseTo(11 / 15, 12)
    expect(score.bcubed.f1).toBeCloseTo(11 / 15, 12)
  })

  it('corrects the Rand index for chance', () => {
    // Expected 4 · 4 / 10 common pairs, at most 4: (2 − 1.6) / (4 − 1.6).
    expect(score.adjustedRand).toBeCloseTo(1 / 6, 12)
    expect(scoreClustering(labels('0011'), labels('0012')).adjustedRand).toBeCloseTo(4 / 7, 12)
    expect(scoreClustering(labels('0000'), labels('0123')).adjustedRand).toBe(0)
    expect(scoreClustering(labels('0011'), labels('0101')).adjustedRand).toBeCloseTo(-0.5, 12)
  })

  it('tells putting too much together from too little', () => {
    const together = scoreClustering(labels('1111'), labels('xxyy'))
    expect([together.precision, together.recall]).toEqual([1 / 3, 1])
    const apart = scoreClustering(labels('1234'), labels('xxyy'))
    expect([apart.precision, apart.recall, apart.f1]).toEqual([1, 0, 0])
    expect(apart.bcubed).toEqual({ precision: 1, recall: 0.5, f1: 2 / 3 })
  })

  it.each(['xxyyz', 'xxxxx', 'vwxyz', 'x', ''])('is 1 throughout for a perfect answer: %s', (gold) => {
    const renamed = labels([...gold].map((label) => label.toUpperCase()).join(''))
    const perfect = scoreClustering(renamed, labels(gold))
    if (gold !== '') expect(perfect.bcubed).toEqual({ precision: 1, recall: 1, f1: 1 })
    expect([perfect.precision, perfect.recall, perfect.f1, perfect.adjustedRand]).toEqual([1, 1, 1, 1])
  })

  it('agrees with a count of all pairs', () => {
    fc.assert(
      fc.property(someLabels, ([predicted, gold]) => {
        const ids = Object.keys(gold)
        const pairs = ids.flatMap((x, i) => ids.slice(i + 1).map((y) => [x, y] as const))
        const put = pairs.filter(([x, y]) => predicted[x] === predicted[y])
        const belong = pairs.filter(([x, y]) => gold[x] === gold[y])
        const both = put.filter(([x, y]) => gold[x] === gold[y]).length
        const result = scoreClustering(predicted, gold)
        expect(result.precision).toBeCloseTo(put.length === 0 ? 1 : both / put.length, 12)
        expect(result.recall).toBeCloseTo(belong.length === 0 ? 1 : both / belong.length, 12)
      }),
    )
  })

  it('does not depend on the order of ids', () => {
    const turned = (of: Labels) => Object.fromEntries(Object.entries(of).reverse())
    fc.assert(
      fc.property(someLabels, ([predicted, gold]) => {
        const [one, other] = [scoreClustering(predicted, gold), scoreClustering(turned(predicted), turned(gold))]
        expect(other.f1).toBeCloseTo(one.f1, 12)
        expect(other.bcubed.f1).toBeCloseTo(one.bcubed.f1, 12)
        expect(other.adjustedRand).toBeCloseTo(one.adjustedRand, 12)
      }),
    )
  })

  it('takes no notice of predictions for articles that have no gold label', () => {
    expect(scoreClustering({ ...labels('11222'), stray: '1' }, labels('xxxyy'))).toEqual(score)
  })

  it('refuses gold labels without a prediction, and names the article', () => {
    expect(() => scoreClustering(labels('11'), labels('xxx'))).toThrow(
      expect.objectContaining({ name: 'WirecopyError', code: 'bad-labels', article: 'c' }),
    )
    expect(() => scoreClustering({}, { toString: 'x' })).toThrow(/toString/)
  })
})
