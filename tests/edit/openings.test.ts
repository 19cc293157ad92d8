// How matches of patterns begin, and that no text which a pattern matches is passed over.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hedges, negations, opposites, sourcesElsewhere } from '../../src/edit/fact-forms.js'
import { Openings, openingsOf } from '../../src/edit/openings.js'

const patterns: readonly RegExp[] = [
  negations,
  ...hedges.map(([pattern]) => pattern),
  ...opposites.flat(),
  sourcesElsewhere,
  /(?<![\p{L}\d])(?:\d{1,2}(?:st|nd)? of (?:may|june)|(?:may|june) \d)|\d月/iu,
  /(?<!\p{L})(?<year>\d{4})[.-][ab]+c?(?!\d)|^\$x/u,
]
/** Letters, without what a pattern that ignores case takes for them. */
const plain = (pattern: RegExp) => new RegExp(pattern.source, pattern.flags.replace('g', ''))

describe('openingsOf', () => {
  it.each([
    ['words', /(?<!\p{L})(?:likely|no)(?!\p{L})/u, ['like', 'no'], []],
    ['groups, and what may be missing', /\bden(?:y|ies)|\bro?se?/u, ['deny', 'deni', 'rose', 'ros', 'rse', 'rs'], []],
    ['what may come again', /\bab+c|\bx*y|\bz{2}a/u, ['ab', 'x', 'y', 'z'], []],
    ['classes', /\b[Aa][yi]s|\b[a-z]b|\ba\p{L}/u, ['ays', 'ais', '', 'a'], []],
    ['inside words', /n['’]t|ない/u, [], ["n't", 'n’t', 'ない']],
    ['nothing of what stands before and behind', /(?<=[.!] )\.a(?=b)/u, [], ['.a']],
  ])('tells %s', (_, pattern, atEdge, anywhere) => {
    const found = openingsOf(pattern)
    expect([...found.atEdge].sort()).toEqual([...atEdge].sort())
    expect([...found.anywhere].sort()).toEqual([...anywhere].sort())
  })
})

describe('Openings', () => {
  const openings = new Openings(patterns)
  const words = patterns.flatMap(({ source }) => source.match(/\p{L}{2,}/gu) ?? [])
  const word = fc.oneof(
    fc.constantFrom(...words),
    fc.constantFrom('didn’t', "can't", '7 of MAY', '5月', '1999-abc', 'ſin', '$x', 'Likely', 'ᲀырос', 'é', 'NOT'),
    fc.string({ unit: 'grapheme', maxLength: 4 }),
  )
  const text = fc
    .array(fc.tuple(word, fc.constantFrom('', ' ', ' ', ' ', '\n', ', ', '-', '“')), { maxLength: 12 })
    .map((parts) => parts.flat().join(''))

  it('passes over no text that a pattern matches', () => {
    fc.assert(
      fc.property(text, (some) => {
        const canMatch = openings.in(some)
        for (const pattern of patterns)
          if (plain(pattern).test(some)) expect([pattern, canMatch(pattern)]).toEqual([pattern, true])
      }),
      { numRuns: 3000 },
    )
  })

  it('passes over most that it does not match', () => {
    const canMatch = openings.in('The harbour stood empty on the day of the storm.')
    expect(patterns.filter(canMatch).length).toBeLessThan(patterns.length / 4)
  })
})
