// Patterns tried as one give the answer of trying them in turn.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyOf } from '../../src/text/any-of.js'
import { bylines, captions, credits, promotions } from '../../src/text/furniture-forms.js'

it('finds what any of the patterns finds, whatever their flags', () => {
  const found = anyOf([/^a|b$/, /^C/i, /\p{Lu}{3}/u])
  expect(['a1', '1b', 'c1', 'xABC'].every(found)).toBe(true)
  expect(['1a', 'b1', '1c', 'AB', ''].some(found)).toBe(false)
})

it('equals the lists of forms on lines like those of pages', () => {
  const word = fc.constantFrom(
    'Sign up',
    'now',
    'By',
    'Ada Lind',
    'Photo:',
    'REUTERS/',
    'Read more',
    '(AP)',
    '12',
    'said.',
    '©',
    'via',
    '|',
    'Источник:',
  )
  const lists = [promotions, captions, bylines, credits].map((forms) => ({ forms, found: anyOf(forms) }))
  fc.assert(
    fc.property(fc.array(word, { maxLength: 8 }), (words) => {
      const line = words.join(' ')
      for (const { forms, found } of lists) expect(found(line)).toBe(forms.some((form) => form.test(line)))
    }),
    { numRuns: 500 },
  )
})
