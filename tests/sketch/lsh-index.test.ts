// The banded index: which bands a threshold asks for, how often pairs of a given resemblance meet (held against the S-curve of
// the theory), and what it refuses.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { bandsFor, LshIndex } from '../../src/sketch/lsh-index.js'
import { minHash } from '../../src/sketch/minhash.js'
import { mix } from '../../src/text/tokens.js'

/** A signature, and another that agrees with it on each value with a given chance; the same for the same number. */
function twoSignatures(agreement: number, number: number): [Uint32Array, Uint32Array] {
  const chance = (i: number) => mix(number * 7919 + i * 2 + 1) / 2 ** 32
  const a = Uint32Array.from({ length: 128 }, (_, i) => mix(number * 104_729 + i))
  return [a, a.map((value, i) => (chance(i) < agreement ? value : value ^ 0x2a))]
}

describe('bandsFor', () => {
  it('never needs more values than there are, and comes nearest to the threshold wanted', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 0.95, noNaN: true }), fc.constantFrom(16, 64, 128, 256), (wanted, n) => {
        const { bands, rows } = bandsFor(wanted, n)
        const away = (b: number, r: number) => Math.abs((1 / b) ** (1 / r) - wanted)
        expect(bands * rows).toBeLessThanOrEqual(n)
        for (let r = 1; r <= n; r++) expect(away(bands, rows)).toBeLessThanOrEqual(away(Math.floor(n / r), r))
      }),
    )
  })

  it('asks for longer bands where the threshold is higher', () => {
    expect(bandsFor(0.9, 128).rows).toBeGreaterThan(bandsFor(0.5, 128).rows)
    expect(bandsFor(0.5, 128).rows).toBeGreaterThan(bandsFor(0.2, 128).rows)
  })
})

describe('meeting', () => {
  const trials = 600
  const measured = (agreement: number, bands: number, rows: number) => {
    const index = new LshIndex<number>({ bands, rows })
    const pairs = Array.from({ length: trials }, (_, k) => twoSignatures(agreement, k))
    pairs.forEach(([a], k) => {
      index.insert(k, a)
    })
    return pairs.filter(([, b], k) => index.query(b).includes(k)).length / trials
  }

  it.each([
    [32, 4],
    [16, 8],
    [25, 5],
  ])('follows 1 − (1 − J^rows)^bands with %i bands of %i rows', (bands, rows) => {
    for (const agreement of [0.1, 0.3, 0.4, 0.5, 0.6, 0.7, 0.9]) {
      const expected = 1 - (1 - agreement ** rows) ** bands
      const error = Math.sqrt((expected * (1 - expected)) / trials)
      const off = Math.abs(measured(agreement, bands, rows) - expected)
      expect(off, `J = ${agreement}`).toBeLessThanOrEqual(4 * error + 1 / trials)
    }
  })

  it('finds sets that are much alike, and seldom sets that are not', () => {
    const index = new LshIndex<string>({ threshold: 0.5 })
    const set = (from: number) => minHash(Uint32Array.from({ length: 400 }, (_, i) => mix(from + i)))
    index.insert('whole', set(0))
    expect(index.query(set(20))).toEqual(['whole'])
    expect(index.query(set(390))).toEqual([])
  })

  it('lists every key once, in order of insertion', () => {
    const index = new LshIndex<string>()
    const [signature] = twoSignatures(1, 1)
    for (const key of ['second', 'first', 'third']) index.insert(key, signature)
    expect(index.query(signature)).toEqual(['second', 'first', 'third'])
    expect(index.size).toBe(3)
  })

  it('does not take a band of one signature for another band of the next', () => {
    const index = new LshIndex<string>({ numPerm: 4, bands: 2, rows: 2 })
    index.insert('ab', Uint32Array.of(1, 2, 3, 4))
    expect(index.query(Uint32Array.of(3, 4, 1, 2))).toEqual([])
    expect(index.query(Uint32Array.of(1, 2, 9, 9))).toEqual(['ab'])
  })
})

describe('errors', () => {
  it.each([0, 1, -0.5, 2, Number.NaN])('refuses a threshold of %d', (threshold) => {
    expect(() => new LshIndex({ threshold })).toThrow(RangeError)
  })

  it('refuses bands that need more values than a signature has', () => {
    expect(() => new LshIndex({ bands: 33, rows: 4 })).toThrow(/33 bands of 4 rows need more than 128 values/)
  })

  it.each([
    [-4, 4],
    [4.5, 4],
    [4, 2.5],
    [0, 4],
  ])('refuses %d bands of %d rows', (bands, rows) => {
    expect(() => new LshIndex({ bands, rows })).toThrow(RangeError)
  })

  it('refuses a key that it holds, and keeps what it has', () => {
    const index = new LshIndex<string>()
    const [a, b] = twoSignatures(0, 2)
    index.insert('x', a)
    expect(() => index.insert('x', b)).toThrow(/key x is in the index already/)
    expect(index.query(b)).toEqual([])
    expect(index.size).toBe(1)
  })

  it('refuses a signature of another length, and does not hold its key', () => {
    const index = new LshIndex<string>()
    expect(() => index.insert('x', new Uint32Array(64))).toThrow(/expected a signature of 128 values, not 64/)
    expect(() => index.query(new Uint32Array(256))).toThrow(RangeError)
    expect(index.size).toBe(0)
  })
})
