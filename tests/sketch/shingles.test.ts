// Shingles of spaced and unspaced scripts, and winnowing: held against a plain reference, and its guarantee that a run of
// shingles which two texts share leaves a fingerprint in both.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { distinct, shingles, winnow } from '../../src/sketch/shingles.js'
import { mix, tokenize } from '../../src/text/tokens.js'

const of = (text: string, size?: number) => [...shingles(tokenize(text), size)]
const ascending = (values: Iterable<number>) => [...new Set(values)].sort((x, y) => x - y)

describe('shingles', () => {
  it('makes one shingle at every word but the last four', () => {
    expect(of('one two three four five six seven eight nine')).toHaveLength(5)
  })

  it('makes one shingle of a text shorter than that, and none of an empty one', () => {
    expect(of('one two three')).toHaveLength(1)
    expect(of('')).toEqual([])
    expect(of(' … !')).toEqual([])
  })

  it('gives the same five words the same hash wherever they stand, whatever their case and punctuation', () => {
    const [alone] = of('a ferry left the pier')
    expect(of('At noon, "A FERRY left — the Pier" again')).toContain(alone)
  })

  it('tells the same words in another order apart', () => {
    expect(of('a ferry left the pier')).not.toEqual(of('a pier left the ferry'))
  })

  it('takes eight letters of a script without spaces', () => {
    expect(of('渡船今晨离开了旧码头')).toHaveLength(3)
  })

  it('takes as many words as asked', () => {
    expect(of('one two three four five six seven eight nine', 3)).toHaveLength(7)
    expect(of('one two three', 3)).not.toEqual(of('one two three', 2).slice(0, 1))
  })
})

describe('distinct', () => {
  it('sorts by number, not by text, and keeps each value once', () => {
    expect([...distinct(Uint32Array.of(10, 9, 4294967295, 9, 2, 10))]).toEqual([2, 9, 10, 4294967295])
  })

  it('leaves its input as it was', () => {
    const values = Uint32Array.of(3, 1, 3)
    distinct(values)
    expect([...values]).toEqual([3, 1, 3])
  })
})

describe('winnow', () => {
  // Few different values make ties; the whole range makes none.
  const hash = fc.oneof(fc.integer({ min: 0, max: 6 }), fc.integer({ min: 0, max: 0xffffffff }))
  const hashes = fc.array(hash, { maxLength: 60 })

  it('keeps the smallest of every window, as a plain reference does', () => {
    fc.assert(
      fc.property(hashes, fc.integer({ min: 1, max: 8 }), (values, window) => {
        fc.pre(values.length >= window)
        const least = values.slice(window - 1).map((_, from) => Math.min(...values.slice(from, from + window)))
        expect([...winnow(Uint32Array.from(values), window)]).toEqual(ascending(least))
      }),
    )
  })

  it('gives two texts that share a window of shingles a common fingerprint', () => {
    const around = fc.tuple(hashes, hashes)
    fc.assert(
      fc.property(around, around, fc.array(hash, { minLength: 4, maxLength: 10 }), (a, b, shared) => {
        const left = new Set(winnow(Uint32Array.from([...a[0], ...shared, ...a[1]]), 4))
        const right = winnow(Uint32Array.from([...b[0], ...shared, ...b[1]]), 4)
        expect(right.some((fingerprint) => left.has(fingerprint))).toBe(true)
      }),
    )
  })

  it('keeps at least the smallest of a list shorter than the window', () => {
    expect([...winnow(Uint32Array.of(7, 3, 5), 4)]).toContain(3)
    expect([...winnow(new Uint32Array(0), 4)]).toEqual([])
  })

  it('keeps about 2 in window + 1 shingles', () => {
    const values = Uint32Array.from({ length: 20_000 }, (_, i) => mix(i + 1))
    expect(winnow(values, 4).length / values.length).toBeCloseTo(2 / 5, 1)
    expect(winnow(values, 9).length / values.length).toBeCloseTo(2 / 10, 1)
  })
})
