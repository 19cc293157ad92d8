// Linking ahead: whatever the pairs are to each other and in whatever order the answers come, the links are the Linker's and so is the
// count of comparisons. And what goes with it: relations as numbers, and who does what.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Found, type Link, Linker } from '../../src/match/links.js'
import { type Related, relations } from '../../src/match/relation.js'
import { LinkingAhead } from '../../src/workers/linking-ahead.js'
import { packRelated, unpackRelated } from '../../src/workers/messages.js'
import { PairShare, shareOut } from '../../src/workers/share.js'

// Reproductions as often as they are common.
const drawn = relations.flatMap((relation) =>
  relation === 'reproduction' ? [relation, relation, relation] : [relation],
)

/** What a pair is to each other: by chance, but always the same. */
function relatedBy(seed: number, a: number, b: number): Related {
  const chance = Math.imul(Math.imul(seed + 1, 31) + a, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b)
  const relation = drawn[(chance >>> 8) % drawn.length] ?? 'none'
  return { relation, strength: a / (b + 1), longer: chance & 1 ? 1 : 0, passage: a + b, passageAt: [a, b] }
}

const articles = fc.integer({ min: 1, max: 40 }).chain((count) =>
  fc.tuple(
    ...Array.from({ length: count }, (_, b) =>
      b === 0
        ? fc.constant<Found>({ b, same: null, candidates: [] })
        : fc
            .record({
              same: fc.option(fc.nat(b - 1), { freq: 8 }),
              candidates: fc.uniqueArray(fc.nat(b - 1), { maxLength: 12 }),
            })
            .map(({ same, candidates }): Found => ({ b, same, candidates: same === null ? candidates : [] })),
    ),
  ),
)

describe('linking ahead', () => {
  it('gives what linking gives, whatever the answers and their order', () => {
    fc.assert(
      fc.property(articles, fc.nat(), fc.infiniteStream(fc.nat(99)), (found, seed, chances) => {
        const plain = new Linker(
          found.map(() => null),
          1,
        )
        const expected = found.flatMap((one) => plain.linkBy(one, (a, b) => relatedBy(seed, a, b)))

        const linker = new Linker(
          found.map(() => null),
          1,
        )
        const asked: [number, number][] = []
        const all = new Set<string>()
        const ahead = new LinkingAhead(linker, found.length, (a, b) => {
          expect(all.has(`${a} ${b}`)).toBe(false)
          all.add(`${a} ${b}`)
          asked.push([a, b])
        })
        const links: Link[] = []
        const below = (limit: number) => (chances.next().value ?? 0) % limit
        const coming = [...found]
        while (coming.length > 0 || ahead.waiting > 0) {
          for (const one of coming.splice(0, below(9))) ahead.add(one)
          for (let answers = below(5); answers > 0 && asked.length > 0; answers--)
            for (const [a, b] of asked.splice(below(asked.length), 1)) ahead.answer(a, b, relatedBy(seed, a, b))
          ahead.advance((some) => links.push(...some))
        }
        expect(links).toEqual(expected)
        expect(linker.comparedPairs).toBe(plain.comparedPairs)
      }),
    )
  })

  it('asks for one article of a text, and for others of it only where that is no reproduction', () => {
    const linker = new Linker([0, 1, 2, 3], 10)
    const asked: string[] = []
    const ahead = new LinkingAhead(linker, 4, (a, b) => asked.push(`${a} ${b}`))
    const reproduction: Related = { relation: 'reproduction', strength: 1, longer: 0, passage: 9, passageAt: [0, 0] }
    const ask = (b: number, candidates: number[]) => ahead.add({ b, same: null, candidates })
    ask(0, [])
    ask(1, [0])
    ask(2, [0, 1])
    // Of 1 it is not known yet whether it is of the text of 0.
    expect(asked).toEqual(['0 1', '0 2'])
    ahead.answer(0, 1, reproduction)
    ahead.advance(() => {})
    ask(3, [1, 0, 2])
    expect(asked).toEqual(['0 1', '0 2', '1 3'])
    ahead.answer(0, 2, { ...reproduction, relation: 'none' })
    ahead.advance(() => {})
    expect(asked).toEqual(['0 1', '0 2', '1 3', '1 2'])
    expect(ahead.waiting).toBe(2)
  })
})

describe('what pairs are to each other, as numbers', () => {
  it('is read back as it was', () => {
    const all = drawn.map((relation, k): Related => {
      return { relation, strength: k / 7, longer: k % 2 ? 1 : 0, passage: 3 * k, passageAt: [k, 1000 * k] }
    })
    expect(unpackRelated(packRelated(all))).toEqual(all)
    expect(unpackRelated(packRelated([]))).toEqual([])
  })
})

describe('sharing', () => {
  it('gives all much the same', () => {
    const weights = Array.from({ length: 100 }, (_, i) => 1 + ((i * 37) % 50))
    const loads = [0, 0, 0]
    shareOut(weights, 3).forEach((worker, i) => {
      loads[worker] = (loads[worker] ?? 0) + (weights[i] ?? 0)
    })
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThan(10)
    expect([...shareOut([], 3)]).toEqual([])
  })

  it('sends pairs of one story to one worker, and other stories to others', () => {
    const share = new PairShare(
      2,
      Array.from({ length: 8 }, () => 3000),
    )
    const first = share.give(0, 1)
    const other = share.give(4, 5)
    expect(other.worker).not.toBe(first.worker)
    for (const b of [2, 3]) expect(share.give(0, b).worker).toBe(first.worker)
    expect(share.give(4, 6).worker).toBe(other.worker)
    expect(share.give(1, 2).cost).toBeLessThan(first.cost / 5)
  })

  it('spreads a story that would keep all others waiting', () => {
    const share = new PairShare(2, new Array(2000).fill(3000))
    const workers = new Set(Array.from({ length: 1999 }, (_, k) => share.give(0, k + 1).worker))
    expect(workers.size).toBe(2)
  })
})
