// Candidate pairs: those of a plain comparison of all sets with all, and work that stays bounded where very many sets share one
// fingerprint.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Candidate, findCandidates } from '../../src/sketch/candidates.js'
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
