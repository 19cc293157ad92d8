// The look-ups behind a cheap test: each gives what agency-credits.ts gives.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { agencies } from '../../src/text/agencies.js'
import * as credits from '../../src/text/agency-credits.js'
import * as likely from '../../src/text/likely-agencies.js'

const forms = agencies.flatMap(({ name, credits: own, domains }) => [name, ...own, ...domains])
const part = fc.oneof(
  fc.constantFrom(...forms),
  fc.constantFrom(...forms.map((form) => form.toUpperCase())),
  fc.constantFrom(
    'The ',
    'the ',
    'der ',
    'L’',
    ' and ',
    ', ',
    '/',
    ' ',
    ' ',
    '\n',
    '(',
    '.',
    'é',
    '7',
    'x',
    'www.',
    'By Ada Lind, ',
  ),
  fc.string({ maxLength: 4 }),
)
const text = fc.array(part, { maxLength: 6 }).map((parts) => parts.join(''))

it.each([
  ['namedIn', likely.namedIn, credits.agencyNames],
  ['namedAtStart', likely.namedAtStart, credits.agenciesAtStart],
  ['namedAlone', likely.namedAlone, credits.agenciesListed],
  ['namedFirst', likely.namedFirst, credits.agencyAtStart],
  ['namedLast', likely.namedLast, credits.agencyAtEnd],
  ['outletsAgency', likely.outletsAgency, credits.agencyOfOutlet],
] as const)('%s', (_, quickly, plainly) => {
  for (const form of forms) expect(quickly(form)).toEqual(plainly(form))
  fc.assert(
    fc.property(text, (some) => {
      expect(quickly(some)).toEqual(plainly(some))
    }),
    { numRuns: 1000 },
  )
})
