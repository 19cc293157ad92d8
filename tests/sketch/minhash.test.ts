// MinHash signatures: how near their estimate comes to the exact Jaccard index, for sets small and large, by itself and beside
// the npm package minhash on the same shingles.
import { createRequire } from 'node:module'
import { describe, expect, it } from 'vitest'
import { readFixtures } from '../../fixtures/read.js'
import { estimateResemblance, minHash } from '../../src/sketch/minhash.js'
import { distinct, shingles } from '../../src/sketch/shingles.js'
import { mix, tokenize } from '../../src/text/tokens.js'

interface Peer {
  update(shingle: string): void
  jaccard(other: Peer): number
}
const { Minhash } = createRequire(import.meta.url)('minhash') as { Minhash: new (o: { numPerm: number }) => Peer }

/** Two sets of `size` hashes of which `shared` are common. `family` gives other hashes for the same sizes. */
function twoSets(size: number, shared: number, family: number): [Uint32Array, Uint32Array] {
  const from = (first: number) => Uint32Array.from({ length: size }, (_, i) => mix(family * 1_000_003 + first + i))
  return [from(0), from(size - shared)]
}

const jaccard = (size: number, shared: number) => shared / (2 * size - shared)
const standardError = (exact: number, numPerm: number) => Math.sqrt((exact * (1 - exact)) / numPerm)
const sizes = [1, 2, 3, 5, 8, 13, 20, 40, 64, 100, 128, 200, 500, 2000]
const overlaps = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1]
const cases = sizes.flatMap((size) => [...new Set(overlaps.map((o) => Math.round(o * size)))].map((s) => [size, s]))

describe('the estimate', () => {
  it.each([64, 128, 1024])('is within four standard errors of the exact index with %i values', (numPerm) => {
    for (const [size = 0, shared = 0] of cases) {
      const [a, b] = twoSets(size, shared, 1)
      const exact = jaccard(size, shared)
      const estimate = estimateResemblance(minHash(a, { numPerm }), minHash(b, { numPerm }))
      const off = Math.abs(estimate - exact)
      expect(off, `${shared} of ${size} shared`).toBeLessThanOrEqual(4 * standardError(exact, numPerm))
    }
  })

  it.each([
    [4, 2],
    [12, 6],
    [30, 20],
    [120, 40],
    [600, 300],
  ])('leans to no side for sets of %i with %i in common, and errs as theory says', (size, shared) => {
    const exact = jaccard(size, shared)
    const errors = Array.from({ length: 300 }, (_, seed) => {
      const [a, b] = twoSets(size, shared, 7)
      return estimateResemblance(minHash(a, { seed }), minHash(b, { seed })) - exact
    })
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length
    const rms = Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / errors.length)
    // Two members of a small set may fall into one bin, which widens the error by up to a half.
    expect(Math.abs(mean)).toBeLessThan((4 * 1.5 * standardError(exact, 128)) / Math.sqrt(errors.length))
    expect(rms).toBeLessThan(1.5 * standardError(exact, 128))
  })

  it('is exactly 1 for the same set and 0 for sets with nothing in common', () => {
    const [a, b] = twoSets(300, 0, 2)
    expect(estimateResemblance(minHash(a), minHash(a.slice().reverse()))).toBe(1)
    expect(estimateResemblance(minHash(a), minHash(b))).toBe(0)
  })

  it('counts a repeated hash once', () => {
    const [a] = twoSets(50, 0, 3)
    expect(minHash(Uint32Array.from([...a, ...a]))).toEqual(minHash(a))
  })

  it('is 0 for empty sets, which resemble nothing', () => {
    const empty = minHash(new Uint32Array(0))
    expect(estimateResemblance(empty, empty)).toBe(0)
    expect(estimateResemblance(empty, minHash(Uint32Array.of(1)))).toBe(0)
  })
})

describe('beside the package minhash', () => {
  const sketches = readFixtures()
    .filter(({ gold }) => ['telegram-calls', 'ferry-timetable', 'quake-updates'].includes(gold.story))
    .slice(0, 6)
    .map(({ article }) => {
      const set = distinct(shingles(tokenize(article.text)))
      const peer = new Minhash({ numPerm: 128 })
      for (const shingle of set) peer.update(String(shingle))
      return { id: article.id, set, peer, mine: minHash(set) }
    })
  const pairs = sketches.flatMap((a, i) => sketches.slice(i + 1).map((b) => [a, b] as const))

  it('has pairs of copies and pairs of other stories to look at', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(10)
  })

  it('both estimates are within 0.15 of the exact index on every pair of pages', () => {
    for (const [a, b] of pairs) {
      const inA = new Set(a.set)
      const shared = b.set.filter((shingle) => inA.has(shingle)).length
      const exact = shared / (a.set.length + b.set.length - shared)
      expect(Math.abs(estimateResemblance(a.mine, b.mine) - exact), `${a.id}, ${b.id}`).toBeLessThan(0.15)
      expect(Math.abs(a.peer.jaccard(b.peer) - exact), `${a.id}, ${b.id} by minhash`).toBeLessThan(0.15)
    }
  })
})

describe('options', () => {
  const [set] = twoSets(500, 0, 4)

  it('gives the same signature for the same seed, and other values for another', () => {
    expect(minHash(set, { seed: 5 })).toEqual(minHash(set, { seed: 5 }))
    const [a, b] = [minHash(set, { seed: 5 }), minHash(set, { seed: 6 })]
    expect(a.filter((value, i) => value === b[i]).length).toBeLessThan(4)
  })

  it('has 128 values unless told otherwise', () => {
    expect(minHash(set)).toHaveLength(128)
    expect(minHash(set, { numPerm: 16 })).toHaveLength(16)
    expect(minHash(set, { numPerm: 4096 })).toHaveLength(4096)
  })

  it.each([0, 8, 100, 8192, -128, 16.5, Number.NaN])('refuses %d values', (numPerm) => {
    expect(() => minHash(set, { numPerm })).toThrow(RangeError)
  })

  it('refuses to compare signatures of different lengths', () => {
    expect(() => estimateResemblance(minHash(set), minHash(set, { numPerm: 64 }))).toThrow(/128 and 64/)
  })
})
