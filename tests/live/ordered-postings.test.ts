// Lists of articles by fingerprint that come and go: the same as plain arrays.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { OrderedPostings } from '../../src/live/ordered-postings.js'
import { mix } from '../../src/text/tokens.js'

const isBefore = (a: number, b: number) => mix(a) < mix(b)
const listOf = (postings: OrderedPostings, fingerprint: number) => {
  postings.find(fingerprint)
  return [...postings.list.subarray(postings.from, postings.from + postings.count)]
}

describe('OrderedPostings', () => {
  it('holds what plain arrays hold, after any adding and removing', () => {
    const step = fc.tuple(fc.boolean(), fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 90 }))
    fc.assert(
      fc.property(fc.array(step, { maxLength: 400 }), (history) => {
        const postings = new OrderedPostings(isBefore)
        const plain = new Map<number, number[]>()
        for (const [adds, fingerprint, article] of history) {
          const list = plain.get(fingerprint) ?? []
          plain.set(fingerprint, list)
          const isIn = list.includes(article)
          if (adds) {
            if (!isIn) list.push(article)
            list.sort((x, y) => mix(x) - mix(y))
            expect(postings.add(fingerprint, article)).toBe(isIn ? -1 : list.indexOf(article))
          } else {
            if (isIn) list.splice(list.indexOf(article), 1)
            expect(postings.remove(fingerprint, article)).toBe(isIn)
          }
          expect(listOf(postings, fingerprint)).toEqual(list)
          expect(postings.placeOf(article)).toBe(list.filter((other) => isBefore(other, article)).length)
        }
        for (const [fingerprint, list] of plain) expect(listOf(postings, fingerprint)).toEqual(list)
      }),
      { numRuns: 300 },
    )
  })

  it('finds many lists at once as it finds them one by one', () => {
    const postings = new OrderedPostings(isBefore)
    for (const [fingerprint, many] of [1, 2, 5, 40, 700].entries())
      for (let article = 0; article < many; article++) postings.add(fingerprint, article)
    postings.add(8, 3)
    postings.remove(8, 3)
    const asked = Uint32Array.from({ length: 600 }, (_, k) => k % 11)
    for (const many of [0, 1, 11, 255, 256, 257, 600]) {
      const some = asked.subarray(0, many)
      const expected = [...some].map((fingerprint) => listOf(postings, fingerprint))
      const references = postings.findAll(some)
      const found = [...some].map((_, k) => {
        postings.open(references[k] as number)
        return [...postings.list.subarray(postings.from, postings.from + postings.count)]
      })
      expect(found).toEqual(expected)
    }
  })

  it('stays of one size while as many leave as come', () => {
    const postings = new OrderedPostings((a, b) => a < b)
    const fingerprints = (article: number) => [7, ...Array.from({ length: 60 }, (_, k) => mix(article * 61 + k))]
    const [window, many] = [500, 10_000]
    let bytes = 0
    for (let article = 0; article < many; article++) {
      for (const fingerprint of fingerprints(article)) postings.add(fingerprint, article)
      if (article >= window)
        for (const fingerprint of fingerprints(article - window)) postings.remove(fingerprint, article - window)
      if (article === 4 * window) bytes = postings.bytes
    }
    expect(listOf(postings, 7)).toEqual(Array.from({ length: window }, (_, k) => many - window + k))
    expect(postings.bytes).toBeLessThan(1.3 * bytes)
  })
})
