// Candidate pairs: those of a plain comparison of all sets with all, and work that stays bounded where very many sets share one
// fingerprint.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Candidate, CandidateIndex, type CandidateOptions, findCandidates } from '../../src/sketch/candidates.js'
import { distinct } from '../../src/sketch/shingles.js'
import { mix } from '../../src/text/tokens.js'

const set = (...values: number[]) => distinct(Uint32Array.from(values))

function allWithAll(sets: readonly Uint32Array[], minContainment: number, minShared: number): Candidate[] {
  const found: Candidate[] = []
  sets.forEach((mine, a) => {
    sets.slice(a + 1).forEach((theirs, k) => {
      const shared = mine.filter((value) => theirs.includes(value)).length
      const smaller = Math.min(mine.length, theirs.length)
      const rare = shared >= Math.min(minShared, smaller / 2) && shared >= minContainment * smaller
      if (shared > 0 && (rare || shared >= 0.3 * smaller)) found.push({ a, b: a + 1 + k, shared })
    })
  })
  return found
}

describe('findCandidates', () => {
  it('finds what comparing all with all finds, in order of a, then b', () => {
    const sets = fc.array(fc.array(fc.integer({ min: 0, max: 40 }), { maxLength: 20 }), { maxLength: 25 })
    fc.assert(
      fc.property(
        sets,
        fc.constantFrom(0, 0.15, 0.5, 1),
        fc.constantFrom(1, 3, 8),
        (values, minContainment, minShared) => {
          const fingerprints = values.map((one) => set(...one))
          const found = findCandidates(fingerprints, {
            minContainment,
            minShared,
            enoughShared: 1000,
            maxPostings: 1000,
          })
          expect(found).toEqual(allWithAll(fingerprints, minContainment, minShared))
        },
      ),
    )
  })

  it('meets an excerpt of a text a hundred times its length', () => {
    const whole = Uint32Array.from({ length: 2000 }, (_, i) => i)
    expect(findCandidates([whole, set(5, 6, 7, 8)])).toEqual([{ a: 0, b: 1, shared: 4 }])
  })

  it('asks for 15 % of the smaller set unless told otherwise', () => {
    const numbers = (from: number) => Uint32Array.from({ length: 20 }, (_, i) => from + i)
    expect(findCandidates([numbers(0), numbers(17)])).toHaveLength(1)
    expect(findCandidates([numbers(0), numbers(18)])).toHaveLength(0)
  })

  it('finds nothing for empty sets', () => {
    expect(findCandidates([])).toEqual([])
    expect(findCandidates([set(), set(), set(1)], { minContainment: 0 })).toEqual([])
  })

  it('meets a fingerprint that many have with the last of them only', () => {
    const found = findCandidates(
      Array.from({ length: 5 }, () => set(1)),
      { maxPostings: 2 },
    )
    expect(found.map(({ a, b }) => [a, b])).toEqual([
      [0, 1],
      [0, 2],
      [1, 2],
      [1, 3],
      [2, 3],
      [2, 4],
      [3, 4],
    ])
  })
})

/** The index written down plainly: lists in a Map, of which the last are looked at. */
function plainly(
  sets: readonly Uint32Array[],
  times: readonly (number | null)[],
  options: Required<Omit<CandidateOptions, 'allDated'>>,
) {
  const { minContainment, minShared, enoughShared, maxPostings, commonContainment, window } = options
  const lists = new Map<number, number[]>()
  const sizes = sets.map((mine) => new Set(mine).size)
  const isWithin = (a: number, b: number) => {
    const [from, to] = [times[a] ?? null, times[b] ?? null]
    return from === null || to === null || Math.abs(from - to) <= window
  }
  return sets.map((mine, b) => {
    const shared = new Map<number, { all: number; rare: number }>()
    for (const value of new Set(mine)) {
      const list = lists.get(value) ?? []
      const last = list.slice(-maxPostings)
      const isCommon = last.length === maxPostings && last.every((a) => isWithin(a, b))
      for (const a of last) {
        const { all, rare } = shared.get(a) ?? { all: 0, rare: 0 }
        shared.set(a, { all: all + 1, rare: rare + (isCommon ? 0 : 1) })
      }
      lists.set(value, [...list, b])
    }
    return [...shared]
      .filter(([a, { all, rare }]) => {
        const smaller = Math.min(sizes[a] ?? 0, sizes[b] ?? 0)
        const isRare =
          rare >= Math.min(minShared, smaller / 2) && rare >= Math.min(enoughShared, minContainment * smaller)
        return isWithin(a, b) && (isRare || all >= commonContainment * smaller)
      })
      .map(([a, { all }]): Candidate => ({ a, b, shared: all }))
      .sort((x, y) => x.a - y.a)
  })
}

describe('CandidateIndex', () => {
  it('finds what plain lists find, whatever the times, the window and how few articles of a fingerprint it keeps', () => {
    const one = fc.record({
      values: fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 30 }),
      time: fc.option(fc.integer({ min: 0, max: 20 })),
    })
    fc.assert(
      fc.property(
        fc.array(one, { maxLength: 60 }),
        fc.record({
          minContainment: fc.constantFrom(0, 0.12, 0.5),
          minShared: fc.constantFrom(1, 3),
          enoughShared: fc.constantFrom(2, 8),
          maxPostings: fc.integer({ min: 2, max: 20 }),
          commonContainment: fc.constantFrom(0.3, 0.8),
          window: fc.constantFrom(1, 5, Number.POSITIVE_INFINITY),
        }),
        (articles, options) => {
          const sets = articles.map(({ values }) => Uint32Array.from(values))
          const times = articles.map(({ time }) => time)
          const index = new CandidateIndex(options)
          expect(sets.map((mine, b) => index.add(mine, times[b]))).toEqual(plainly(sets, times, options))
          expect(index.size).toBe(sets.length)
        },
      ),
      { numRuns: 500 },
    )
  })

  it('finds the same among very many fingerprints, through all growth of its tables', () => {
    const random = (seed: number) => Uint32Array.from({ length: 60 }, (_, k) => mix(seed * 61 + k))
    const sets = Array.from({ length: 3000 }, (_, i) =>
      Uint32Array.from([...random(i), ...random(i >> 1), ...random(i % 700).subarray(0, 20), 7]),
    )
    const times = sets.map((_, i) => (i % 50 === 49 ? null : i))
    const options = {
      minContainment: 0.12,
      minShared: 3,
      enoughShared: 8,
      maxPostings: 32,
      commonContainment: 0.3,
      window: 900,
    }
    const index = new CandidateIndex(options)
    expect(sets.map((mine, b) => index.add(mine, times[b]))).toEqual(plainly(sets, times, options))
    expect(index.bytes / sets.length).toBeLessThan(3000)
  })

  it('forgets what lies outside the window where all articles are dated, and finds the same', () => {
    const many = 20_000
    const window = 500
    const random = (seed: number) => Uint32Array.from({ length: 20 }, (_, k) => mix(seed * 61 + k))
    const sets = Array.from({ length: many }, (_, i) =>
      Uint32Array.from([...random(i), ...random(Math.floor(i / 3)), ...random(i % 90).subarray(0, 5), 7]),
    )
    const [index, forgetful] = [new CandidateIndex({ window }), new CandidateIndex({ window, allDated: true })]
    let bytesAtFirst = 0
    sets.forEach((mine, i) => {
      expect(forgetful.add(mine, i)).toEqual(index.add(mine, i))
      if (i === 4 * window) bytesAtFirst = forgetful.bytes
    })
    const ofArticles = 24 * many
    expect(forgetful.bytes - ofArticles).toBeLessThan(1.5 * bytesAtFirst)
    expect(index.bytes).toBeGreaterThan(4 * forgetful.bytes)
    expect(() => forgetful.add(sets[0] as Uint32Array)).toThrow('an article has no time')
  })

  it('refuses to keep fewer than two articles of a fingerprint', () => {
    for (const maxPostings of [1, 0, 2.5]) expect(() => new CandidateIndex({ maxPostings })).toThrow(RangeError)
  })
})

describe('20,000 sets that share one fingerprint', () => {
  const many = 20_000
  const timed = <T>(work: () => T): [T, number] => {
    const start = performance.now()
    const result = work()
    return [result, performance.now() - start]
  }

  it('give at most maxPostings pairs each, within a second', { retry: 2 }, () => {
    const maxPostings = 20
    const fingerprints = Array.from({ length: many }, (_, i) => set(7, 1000 + i))
    const [found, ms] = timed(() => findCandidates(fingerprints, { maxPostings }))
    expect(found.length).toBeGreaterThan(0)
    expect(found.length).toBeLessThanOrEqual(many * maxPostings)
    expect(ms).toBeLessThan(1000)
  })

  it('give none where it is one of many, as a line of boilerplate is, within a second', { retry: 2 }, () => {
    const fingerprints = Array.from({ length: many }, (_, i) =>
      set(7, ...Array.from({ length: 9 }, (_, k) => mix(i * 9 + k))),
    )
    const [found, ms] = timed(() => findCandidates(fingerprints))
    expect(found.length).toBeLessThan(100)
    expect(ms).toBeLessThan(1000)
  })
})
