// Fingerprints: the sample of an article's shingles by which it is found.
import { describe, expect, it } from 'vitest'
import { fingerprints } from '../../src/sketch/fingerprints.js'
import { distinct, shingles } from '../../src/sketch/shingles.js'
import { tokenize } from '../../src/text/tokens.js'

const word = (n: number) => `ferry${n.toString().replace(/\d/g, (figure) => 'abcdefghij'.charAt(Number(figure)))}`
const text = (from: number, words: number) => Array.from({ length: words }, (_, i) => word(from + i)).join(' ')
const of = (words: string) => fingerprints(tokenize(words))

describe('fingerprints', () => {
  it('are a quarter of the shingles of three words, in their order', () => {
    const words = tokenize(text(0, 4000))
    const found = fingerprints(words)
    expect([...found]).toEqual([...shingles(words, 3)].filter((hash) => hash < 2 ** 30))
    expect(found.length / words.count).toBeCloseTo(1 / 4, 1)
  })

  it('are half of them in texts of fewer than a hundred', () => {
    const words = tokenize(text(0, 90))
    expect([...fingerprints(words)]).toEqual([...shingles(words, 3)].filter((hash) => hash < 2 ** 31))
  })

  it('of a passage are those of the text that it is from', () => {
    const whole = new Set(of(text(0, 2000)))
    const passage = distinct(of(text(700, 300)))
    expect(passage.length).toBeGreaterThan(40)
    expect(passage.every((hash) => whole.has(hash))).toBe(true)
    // Of a short one, which is sampled more densely, half.
    const brief = distinct(of(text(700, 60)))
    expect(brief.filter((hash) => whole.has(hash)).length).toBeGreaterThan(brief.length / 4)
  })

  it('are none of no words', () => {
    expect(of('')).toHaveLength(0)
    expect(of('… !')).toHaveLength(0)
  })
})
