// What is recovered of the wire from several copies: wording by vote, sentences by their own rules, paragraphs as they stood.
import { describe, expect, it } from 'vitest'
import { recover } from '../../src/edit/recover.js'
import { tokenize } from '../../src/text/tokens.js'

const sentences: Readonly<Record<string, string>> = {
  a: 'The harbour council met on Monday in the old hall.',
  b: 'Its members voted to open the bridge to riders.',
  c: 'A survey in March counted two thousand riders a day.',
  d: 'The mayor called the vote a relief for the whole town.',
  e: 'Repairs will cost less than the sum set aside for them.',
  f: 'The first riders are expected to cross in early May.',
  N: 'Our readers sent us forty letters about the noise there.',
  M: 'A brass band played three marches on the eastern quay.',
}

/** A text from a pattern: `a b / c` is two sentences in a paragraph, then one in the next. */
const page = (pattern: string) =>
  pattern
    .split(' / ')
    .map((paragraph) =>
      paragraph
        .split(' ')
        .map((letter) => sentences[letter])
        .join(' '),
    )
    .join('\n')
const witness = (text: string, weight = 1, outlet = 'Strait Courier') => ({
  story: tokenize(text),
  furniture: [],
  weight,
  outlet,
})
const unsigned = { weight: 1, outlet: 'Channel Harbour' }

describe('recover', () => {
  it.each([
    ['is the base itself where nobody else speaks', 'a / b / c', [], 'a / b / c'],
    [
      'keeps a sentence that stands elsewhere in the others',
      'a / b / d / c / e',
      ['a / b / c / d / e'],
      'a / b / d / c / e',
    ],
    [
      'takes in what two others have',
      'a / b / e / f',
      ['a / b / c / d / e / f', 'a / b / c / d / e / f'],
      'a / b / c / d / e / f',
    ],
    [
      'counts every sentence for itself',
      'a / d / e',
      ['a / b / c / d / e', 'a / b / d / e', 'a / c / d / e'],
      'a / b / c / d / e',
    ],
    ['takes in what the only other copy has amid the story', 'a / c', ['a / b / c'], 'a / b / c'],
    ['keeps the paragraphs of the others', 'a b / d / e', ['a b / c d / e', 'a b / c d / e'], 'a b / c d / e'],
    [
      'leaves out what the base alone has amid the story',
      'a b / N c d / e',
      ['a b / c d / e', 'a b / c d / e'],
      'a b / c d / e',
    ],
    [
      'so too where another has its own there',
      'a / b / N / d / e',
      ['a / b / M / d / e', 'a / b / d / e'],
      'a / b / d / e',
    ],
    ['keeps the end that others cut', 'a b c d e', ['a b c', 'a b c d'], 'a b c d e'],
  ] as const)('%s', (_, base, others, wire) => {
    expect(
      recover(
        page(base),
        unsigned,
        others.map((other) => witness(page(other))),
      ),
    ).toBe(page(wire))
  })

  const base = page('a b c')
  it('follows most outlets inside a sentence, and the base where there are two copies', () => {
    const odd = base.replace('two thousand', 'three thousand')
    expect(recover(odd, unsigned, [witness(base), witness(base)])).toBe(base)
    expect(recover(odd, unsigned, [witness(base)])).toBe(odd)
    expect(recover(odd, { ...unsigned, weight: 1.15 }, [witness(base), witness(odd)])).toBe(odd)
  })

  it('of two copies prefers the day of the week, and no sum put in brackets', () => {
    const outlets = base.replace('on Monday', 'on June 9').replace('riders a day', 'riders (S$2.60) a day')
    expect(recover(outlets, unsigned, [witness(base)])).toBe(base)
  })

  it('leaves to an outlet what it writes of itself, of one copy or the other', () => {
    const own = `${base} The Strait Courier could not reach the council.`
    expect(recover(base, unsigned, [witness(own)])).toBe(base)
    expect(recover(own, { ...unsigned, outlet: 'The Strait Courier' }, [witness(base)])).toBe(base)
    expect(recover(own, unsigned, [witness(own)])).toBe(own)
  })

  it('takes in the end that one copy alone has, unless another ends where the base does', () => {
    const whole = page('a b c d e')
    expect(recover(base, unsigned, [witness(whole)])).toBe(whole)
    expect(recover(base, unsigned, [witness(whole), witness(page('a b'))])).toBe(whole)
    expect(recover(base, unsigned, [witness(whole), witness(base)])).toBe(base)
    expect(recover(base, unsigned, [witness(whole, 1.15), witness(base)])).toBe(whole)
  })

  it('follows most outlets in where words stand', () => {
    const moved = base.replace('met on Monday in the old hall', 'met in the old hall on Monday')
    expect(recover(moved, unsigned, [witness(base), witness(base)])).toBe(base)
  })

  it('takes time that grows as the text does', { retry: 2 }, () => {
    const lines = (edit: string) =>
      Array.from({ length: 8000 }, (_, i) => `Boat number ${i} sailed ${edit} for the ${i * 7} isles.`)
    const start = performance.now()
    recover(lines('early').join('\n'), unsigned, [witness(lines('late').join('\n')), witness(lines('late').join('\n'))])
    expect(performance.now() - start).toBeLessThan(4000)
  })
})
