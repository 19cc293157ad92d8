// The fast ways equal the plain ones, and what is passed over unread could not have matched.
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readFixtures } from '../../fixtures/read.js'
import { agencies } from '../../src/text/agencies.js'
import { agencyPattern, mayNameAgency } from '../../src/text/agency-credits.js'
import { anyOf } from '../../src/text/any-of.js'
import { datelineAt, datelineForms, datelineWithin, mayOpenDateline, midLine } from '../../src/text/dateline.js'
import { creditForms, mayHoldCredit, normal, normalKey } from '../../src/text/furniture.js'
import * as forms from '../../src/text/furniture-forms.js'
import { endsInStop, sentences, wordCount } from '../../src/text/sentences.js'
import { unitsOf } from '../../src/text/units.js'
import { plainEndsInStop, plainSentences, plainWordCount } from './plain-text.js'

const lists = Object.values(forms).filter((value) => typeof value !== 'number')
// What the forms are made of: their words and marks.
const vocabulary = lists.flatMap((list) =>
  list.flatMap(({ source }) => source.replace(/\\[pP]\{\w+\}/g, ' ').split(/[\\|()?:^$[\]{}*+]+/)),
)
const odd = [
  ...[
    '\n',
    '\r\n',
    ' ',
    '\u00a0',
    '\u3000',
    '.',
    '. ',
    '.” ',
    '! ',
    '。',
    '。」',
    '।',
    '؟ ',
    '…',
    '(',
    ')',
    '[',
    '/',
    '—',
    '– ',
    ': ',
  ],
  ...[
    'a',
    'A',
    'No',
    'U.S',
    'Gen',
    'approx',
    '5',
    'é',
    'É',
    'İ',
    'ı',
    '\u212a',
    'ſ',
    'Σς',
    '中',
    'かな',
    'ไทย',
    '한국',
    'e\u0301',
    '𝐀',
    '😀',
    '\ud800',
  ],
  ...[
    'AP',
    'Reuters',
    'AFP',
    'REUTERS/',
    '新华社',
    '共同',
    'The Associated Press',
    '(Reuters) - ',
    'OSLO',
    'PARIS, Oct. 4',
    'Bonn, Germany — ',
  ],
  ...['Ada Lind', 'Photo by ', 'photo', ' less', ' more', '3月4日', 'said.', 'Ó', '“', '’s'],
]
const pieces = fc.oneof(fc.constantFrom(...odd), fc.constantFrom(...vocabulary), fc.string({ maxLength: 3 }))
const cased = fc.constantFrom(
  (value: string) => value,
  (value: string) => value.toLowerCase(),
  (value: string) => value.toUpperCase(),
)
const text = fc
  .tuple(fc.array(pieces, { maxLength: 14 }), fc.constantFrom('', ' '), cased)
  .map(([words, between, inCase]) => inCase(words.join(between)))
const units = readFixtures().flatMap(({ article }) =>
  unitsOf(article.text).map(({ start, end }) => article.text.slice(start, end)),
)

/** Checks on texts of the forms' vocabulary, and on the units of the fixtures. */
function check(holds: (value: string) => void) {
  const property = fc.property(text, (value) => {
    holds(value)
  })
  fc.assert(property, { numRuns: 2000 })
  for (const unit of units) holds(unit)
}

it('counts words as the regular expressions do, in the whole and in a part', () => {
  check((value) => expect(wordCount(value), value).toBe(plainWordCount(value)))
  fc.assert(
    fc.property(text, fc.nat(60), fc.nat(60), (value, a, b) => {
      const range = { start: Math.min(a, b, value.length), end: Math.min(Math.max(a, b), value.length) }
      const whole = plainWordCount(value.slice(range.start, range.end))
      expect(wordCount(value, range)).toBe(whole)
      for (const enough of [1, 3, 8]) expect(wordCount(value, range, enough) >= enough).toBe(whole >= enough)
    }),
    { numRuns: 2000 },
  )
})

it('counts every character as the regular expressions do', () => {
  for (let code = 0; code < 0x10000; code += 16) {
    const few = Array.from({ length: 16 }, (_, i) => String.fromCharCode(code + i))
    const value = few.map((one) => `${one} a${one}b ${one}${one}; `).join('')
    expect(wordCount(value), code.toString(16)).toBe(plainWordCount(value))
  }
})

it('knows the end of a sentence as the regular expression does', () => {
  check((value) => expect(endsInStop(value), value).toBe(plainEndsInStop(value)))
  fc.assert(
    fc.property(
      text,
      fc.nat(4),
      fc.string({ unit: fc.constantFrom('"', ')', '.', '》'), maxLength: 8 }),
      (value, n, end) => {
        const whole = `${value}${end}`
        expect(endsInStop(whole, undefined, n)).toBe(plainEndsInStop(whole.slice(-(n + 1))))
      },
    ),
  )
})

it('cuts sentences as the plain way does', () => {
  check((value) => expect(sentences(value), value).toEqual(plainSentences(value)))
  for (const { article } of readFixtures()) expect(sentences(article.text)).toEqual(plainSentences(article.text))
})

it('tries lists of forms as if in turn', () => {
  const all = lists.map((list) => ({ list, found: anyOf(list) }))
  check((value) => {
    for (const { list, found } of all) expect(found(value), value).toBe(list.some((form) => form.test(value)))
  })
})

it('takes nothing for impossible in a pattern that it cannot read for sure', () => {
  const patterns = [
    ...[
      /^(?:ab|c)?d/,
      /^a?b|c+d/i,
      /^[^a]b/,
      /(?<!x)ab{2}c/,
      /^(?=a)\w\d/u,
      /^k/iu,
      /ask(?: it)?/iu,
      /^é|ß/i,
      /^😀+x/u,
      /^😀/,
    ],
    ...[
      /^$/,
      /^a*$/,
      /\.{2}|\$1/,
      /(?:ab){0,2}cd/,
      /^\p{Lu}x[/|]y/u,
      /^\x41|\u0042/,
      /[ab]c\bd?/,
      /^(?:^a|b)/,
      /a(?:b|^)c?/,
      /x^/m,
    ],
  ]
  const value = fc.string({
    unit: fc.constantFrom(...'abcdkKsSxXyABC12 .$/|éßÉ\u212aſ\n', '😀', 'ask it'),
    maxLength: 8,
  })
  const each = patterns.map((pattern) => ({ pattern, found: anyOf([pattern]) }))
  fc.assert(
    fc.property(value, (one) => {
      for (const { pattern, found } of each) expect(found(one), `${pattern} ${one}`).toBe(pattern.test(one))
    }),
    { numRuns: 5000 },
  )
})

it('passes no agency over, nor a dateline, nor a photo credit', () => {
  const named = new RegExp(`^(?:${agencyPattern})`, 'u')
  check((value) => {
    if (named.test(value)) expect(mayNameAgency(value), value).toBe(true)
    if (datelineForms.some((form) => form.test(value))) expect(mayOpenDateline(value), value).toBe(true)
    for (const { form, opens } of creditForms)
      if (form.test(value)) expect(opens(value) && mayHoldCredit(value), value).toBe(true)
  })
})

it('passes over no name of any agency, whatever follows it', () => {
  const named = new RegExp(`^(?:${agencyPattern})`, 'u')
  const found = agencies
    .flatMap(({ name, credits }) => [name, ...credits])
    .flatMap((credit) => [credit, credit.toUpperCase()])
    .flatMap((form) => ['', '.', ' é', ' X', '/x', '\u00a0', '社'].map((after) => form + after))
    .filter((value) => named.test(value))
  expect(found.length).toBeGreaterThan(1000)
  for (const value of found) expect(mayNameAgency(value), value).toBe(true)
})

it('finds datelines within lines as if it tried them everywhere', () => {
  const everywhere = new RegExp(midLine.source, 'gu')
  const plain = (line: string) => {
    const found = [...line.matchAll(everywhere)].map(({ index }) => datelineAt(line, index))
    return found.find((dateline) => dateline !== null) ?? null
  }
  const places = ['OSLO', 'ÉVRY', 'NEW YORK', 'U.S.', 'ÅL', 'A\u0301B', '\u{1d400}\u{1d401}', 'BREAKING', 'Oslo', 'X']
  const others = [
    'snow',
    ' ',
    ' ',
    '\u00a0',
    '\u3000',
    '\u2028',
    '. ',
    '.',
    ' - ',
    ' — ',
    ' -- ',
    '“It',
    'It ',
    ', Norway',
    ' (AFP)',
    '🙂',
  ]
  const line = fc.array(fc.constantFrom(...places, ...others), { maxLength: 16 }).map((words) => words.join(''))
  let found = 0
  fc.assert(
    fc.property(line, (value) => {
      if (plain(value)) found++
      expect(datelineWithin(value, 0, value.length), value).toEqual(plain(value))
    }),
    { numRuns: 20_000 },
  )
  expect(found).toBeGreaterThan(100)
})

it('gives lines of equal letters and figures one key', () => {
  check((value) => {
    for (const other of [normal(value), value.toLowerCase(), value.replace(/[^\p{L}\p{N}]+/gu, ' - ')])
      if (normal(other) === normal(value)) expect(normalKey(other), value).toBe(normalKey(value))
  })
})
