// Where lines and sentences begin and end: which stops end a sentence, which stand behind an abbreviation, and that
// nothing but white space is ever left between two.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lines, type Range, sentences, trim } from '../../src/text/sentences.js'

const cut = (text: string, ranges: readonly Range[]) => ranges.map(({ start, end }) => text.slice(start, end))
const sentencesOf = (text: string) => cut(text, sentences(text))

const samples = [
  ...['Snow', 'fell', 'Gen', 'No', 'U.S', 'a.m', 'Inc', 'J', '5', '3.5', 'Oslo', 'été', '中文', 'かな', 'हिम', 'ثلج'],
  ...['.', '.', '.', '!', '?', '…', '...', '。', '？', '।', '؟', '"', '”', '“', ')', '(', '」', ',', ':', '🙂'],
  ...[' ', ' ', ' ', '  ', '\n', '\r\n', '\t', '\u00a0', '\u3000'],
]
const text = fc.array(fc.constantFrom(...samples), { maxLength: 40 }).map((pieces) => pieces.join(''))

/** What must hold of any ranges that cut a text up. */
function expectCut(value: string, ranges: readonly Range[]) {
  let at = 0
  for (const { start, end } of ranges) {
    expect(start).toBeGreaterThanOrEqual(at)
    expect(end).toBeGreaterThan(start)
    expect(value.slice(at, start).trim()).toBe('')
    expect(value.slice(start, end)).toBe(value.slice(start, end).trim())
    at = end
  }
  expect(value.slice(at).trim()).toBe('')
}

describe('lines', () => {
  it('gives the lines that hold more than white space, trimmed', () => {
    const value = '  Snow fell. \r\n\r\n \t \nIt thawed.\n'
    expect(cut(value, lines(value))).toEqual(['Snow fell.', 'It thawed.'])
  })

  it('finds no line in nothing', () => {
    expect(lines('')).toEqual([])
    expect(lines(' \n\n')).toEqual([])
  })

  it('leaves only white space out, and keeps line breaks out', () => {
    fc.assert(
      fc.property(text, (value) => {
        expectCut(value, lines(value))
        expect(cut(value, lines(value)).join('')).not.toContain('\n')
      }),
    )
  })
})

describe('trim', () => {
  it('drops white space of all widths at both ends, not inside', () => {
    const value = ' \u3000\u00a0\tSnow  fell\r\n '
    expect(cut(value, [trim(value, 0, value.length)])).toEqual(['Snow  fell'])
  })

  it('gives an empty range for white space alone', () => {
    const { start, end } = trim('a   b', 1, 4)
    expect(start).toBe(end)
  })
})

describe('sentences', () => {
  it.each([
    ['a full stop', 'Snow fell. It thawed.', ['Snow fell.', 'It thawed.']],
    ['question and exclamation marks', 'Snow? Snow! Snow.', ['Snow?', 'Snow!', 'Snow.']],
    ['several marks at once', 'Snow?! Wait... It thawed.', ['Snow?!', 'Wait...', 'It thawed.']],
    ['a line break', 'Snow in Oslo\nIt thawed', ['Snow in Oslo', 'It thawed']],
    [
      'a quotation that closes',
      '“It snowed.” She left. "Snow!" He too.',
      ['“It snowed.”', 'She left.', '"Snow!"', 'He too.'],
    ],
    ['a bracket that closes', '(It snowed.) She left.', ['(It snowed.)', 'She left.']],
    ['a figure that follows', 'It snowed. 12 roads closed.', ['It snowed.', '12 roads closed.']],
    ['Hindi', 'बर्फ गिरी। सड़क बंद है।', ['बर्फ गिरी।', 'सड़क बंद है।']],
    ['Arabic', 'هل ذهب؟ نعم.', ['هل ذهب؟', 'نعم.']],
    ['Chinese, without a space', '下雪了。路封了！车呢？', ['下雪了。', '路封了！', '车呢？']],
    ['Japanese quotations', '彼は言った。「雪だ。」彼は去った。', ['彼は言った。', '「雪だ。」', '彼は去った。']],
  ])('ends one at %s', (_, value, expected) => {
    expect(sentencesOf(value)).toEqual(expected)
  })

  it.each([
    ['a rank', 'Gen. Lee and Capt. Roe left.'],
    ['a title', 'Mr. Lind met Dr. Roe and Sen. Ash.'],
    ['a Spanish title', 'Llegó el Sr. Pérez con la Dra. Roe.'],
    ['a month', 'It snowed on Jan. 5 and Sept. 9.'],
    ['a state', 'It snowed in Tampa, Fla. Tuesday.'],
    ['a company', 'He sold Brandl Inc. Tuesday.'],
    ['initials', 'He wrote to J. R. Smith.'],
    ['U.S.', 'The U.S. Senate rose.'],
    ['a time of day', 'It snowed at 5 a.m. Monday.'],
    ['i.e.', 'The capital, i.e. Oslo.'],
    ['a figure', 'Prices rose 3.5 percent to 1.200.'],
    ['a web address', 'See fjordpost.example now.'],
    ['an ellipsis before a small letter', 'Well… she said... it snowed.'],
    ['a question inside', '"Snow?" she asked.'],
  ])('does not end one at %s', (_, value) => {
    expect(sentencesOf(value)).toEqual([value])
  })

  it('takes "No." for number before a figure alone', () => {
    expect(sentencesOf('Take bus No. 5 there.')).toEqual(['Take bus No. 5 there.'])
    expect(sentencesOf('She said no. He left.')).toEqual(['She said no.', 'He left.'])
  })

  it('ends one behind an abbreviation that a quotation closes', () => {
    expect(sentencesOf('“We are Brandl Inc.” She left.')).toEqual(['“We are Brandl Inc.”', 'She left.'])
  })

  it('reads only within the range that is given, at offsets of the whole text', () => {
    const value = 'Snow fell. It thawed. It froze.'
    expect(sentences(value, { start: 5, end: 21 })).toEqual([
      { start: 5, end: 10 },
      { start: 11, end: 21 },
    ])
  })

  it('finds none in white space', () => {
    expect(sentences('')).toEqual([])
    expect(sentences(' \n ')).toEqual([])
  })

  it('leaves only white space out, trims each, and never reaches over a line', () => {
    fc.assert(
      fc.property(text, (value) => {
        expectCut(value, sentences(value))
        expect(sentencesOf(value).join('')).not.toContain('\n')
      }),
    )
  })

  it('cuts each line as if it stood alone', () => {
    fc.assert(
      fc.property(text, (value) => {
        expect(sentencesOf(value)).toEqual(value.split('\n').flatMap((line) => sentencesOf(line)))
      }),
    )
  })

  it('stays within any range that is given', () => {
    fc.assert(
      fc.property(text, fc.nat(80), fc.nat(80), (value, a, b) => {
        const [start = 0, end = 0] = [Math.min(a, value.length), Math.min(b, value.length)].sort((x, y) => x - y)
        for (const sentence of sentences(value, { start, end })) {
          expect(sentence.start).toBeGreaterThanOrEqual(start)
          expect(sentence.end).toBeLessThanOrEqual(end)
        }
      }),
    )
  })
})
