// What articles are to earlier ones, in blocks: the same as it was set.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RelatedPairs, type RelatedTo } from '../../src/live/related-pairs.js'
import { relations } from '../../src/match/relation.js'

const words = fc.integer({ min: 0, max: 2 ** 32 - 1 })
const pair: fc.Arbitrary<RelatedTo> = fc.record({
  a: fc.integer({ min: 0, max: 12 }),
  relation: fc.constantFrom(...relations),
  strength: fc.double({ min: 0, max: 1, noNaN: true }),
  longer: fc.constantFrom(0, 1),
  passage: words,
  passageAt: fc.tuple(words, words),
})
const pairs = fc.uniqueArray(pair, { maxLength: 12, selector: ({ a }) => a })

describe('RelatedPairs', () => {
  it('gives pairs as they were set or added, all, by their earlier article, or in short', () => {
    fc.assert(
      fc.property(pairs, fc.nat(12), fc.boolean(), (all, count, isReversed) => {
        const known = new RelatedPairs()
        known.set(7, all.slice(0, count))
        known.set(8, all)
        known.add(7, all.slice(count))
        expect(known.of(7)).toEqual(all)
        for (const one of isReversed ? all.toReversed() : all) {
          const { a, ...related } = one
          expect(known.find(7, a)).toEqual({ a, ...related })
        }
        expect(known.find(7, 99)).toBeNull()
        const short: unknown[] = []
        known.each(7, (a, relation) => short.push([a, relation]))
        expect(short).toEqual(all.map(({ a, relation }) => [a, relation]))
        known.keep(7, (a) => a % 2 === 0)
        expect(known.of(7)).toEqual(all.filter(({ a }) => a % 2 === 0))
        expect(known.of(8)).toEqual(all)
      }),
    )
  })

  it('says which pairs are gone or have come, those that are others being both', () => {
    fc.assert(
      fc.property(pairs, pairs, (before, after) => {
        const known = new RelatedPairs()
        known.set(3, before)
        const [gone, come]: [number[], number[]] = [[], []]
        known.set(
          3,
          after,
          (a) => gone.push(a),
          (a) => come.push(a),
        )
        const missing = (list: readonly RelatedTo[], other: readonly RelatedTo[]) =>
          list.filter((one) => !other.some((same) => JSON.stringify(same) === JSON.stringify(one))).map(({ a }) => a)
        expect([gone, come]).toEqual([missing(before, after), missing(after, before)])
        expect(known.of(3)).toEqual(after)
      }),
    )
  })
})
