// Which words state facts: numbers in figures and words, dates in several languages, and names by their capitals.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DATE, facts, NAME, NUMBER, numberWordValue } from '../../src/text/facts.js'
import { type Tokens, tokenize, tokenWords } from '../../src/text/tokens.js'

function of(kind: number, text: string): string[] {
  const tokens = tokenize(text)
  const kinds = facts(tokens)
  return tokenWords(tokens).filter((_, i) => kinds[i] === kind)
}
const numbers = (text: string) => of(NUMBER, text)
const dates = (text: string) => of(DATE, text)
const names = (text: string) => of(NAME, text)

describe('numbers', () => {
  it.each([
    ['it cleared 12 of 31 roads', ['12', '31']],
    ['prices rose 3.5% to 1,200 crowns', ['3.5', '1,200']],
    ['they lost 86 million crowns and two goats', ['86', 'two']],
    ['son huit chiens et dix chats', ['huit', 'dix']],
    ['perdió ocho perros', ['ocho']],
    ['acht Hunde und zehn Katzen', ['acht', 'zehn']],
    ['восемь собак', ['восемь']],
    ['delapan anjing', ['delapan']],
    ['気温は２０度', ['２０']],
    ['٣ كلاب', ['٣']],
    ['no goats at all', []],
  ])('are those of "%s"', (text, expected) => {
    expect(numbers(text)).toEqual(expected)
  })

  it('are the French seven in small letters, which is no short September', () => {
    expect(numbers('les sept chiens')).toEqual(['sept'])
  })

  it('are known by the value of their English words', () => {
    expect(['zero', 'Three', 'TWENTY', 'goat'].map((word) => numberWordValue(tokenize(word).hashes[0] ?? 0))).toEqual([
      0,
      3,
      20,
      null,
    ])
  })
})

describe('dates', () => {
  it.each([
    ['it snowed on Monday', ['Monday']],
    ['it snowed on 4 March 2031', ['4', 'March', '2031']],
    ['it snowed on March 4, 2031', ['March', '4', '2031']],
    ['it snowed on Aug. 13', ['Aug', '13']],
    ['il neige le 4 mars 2031', ['4', 'mars', '2031']],
    ['nevó el 4 de marzo', ['marzo']],
    ['nevó el lunes', ['lunes']],
    ['il a neigé lundi', ['lundi']],
    ['es schneit am 4. März', ['4', 'März']],
    ['снег 4 марта', ['4', 'марта']],
    ['salju pada Rabu', ['Rabu']],
    ['3月4日に雪', ['3', '4']],
    ['ثلج يوم الاثنين', ['الاثنين']],
  ])('are those of "%s"', (text, expected) => {
    expect(dates(text)).toEqual(expected)
  })

  it('are the May that has a capital or a day, not the verb', () => {
    expect(dates('it snowed on 4 May 2031')).toEqual(['4', 'May', '2031'])
    expect(dates('it may snow, and the men march on')).toEqual([])
  })

  it('are not the numbers of things that follow a date', () => {
    expect(numbers('it snowed on Monday, 31 roads were shut')).toEqual(['31'])
    expect(numbers('by Monday 300 houses were without light')).toEqual(['300'])
    expect(numbers('by March 4, 300 houses were without light')).toEqual(['300'])
  })
})

describe('names', () => {
  it.each([
    ['the mayor, Ada Lind, left', ['Ada', 'Lind']],
    ['he came from Saint-Orvain', ['Saint', 'Orvain']],
    ['the men of NATO left', ['NATO']],
    ['мэр Ада Линд', ['Ада', 'Линд']],
    ['the mayor left', []],
    ['市长走了', []],
  ])('are the capitalised words of "%s"', (text, expected) => {
    expect(names(text)).toEqual(expected)
  })

  it('do not open a sentence, a line or a quotation by their capital alone', () => {
    expect(names('Snow fell. Ploughs came.\nRoads shut: “Nobody left.”')).toEqual([])
  })

  it('open a sentence where a name follows', () => {
    expect(names('Ada Lind left.')).toEqual(['Ada', 'Lind'])
  })

  it('open a sentence where the same word is a name elsewhere', () => {
    expect(names('Lind left. The mayor, Ada Lind, was ill.')).toEqual(['Lind', 'Ada', 'Lind'])
  })
})

describe('facts', () => {
  it('gives every word one kind or none', () => {
    const piece = fc.constantFrom(
      'Ada',
      'Lind',
      'snow',
      '4',
      '31',
      'March',
      'may',
      'two',
      '月',
      '日',
      '. ',
      ' ',
      ' ',
      ', ',
      '\n',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const tokens = tokenize(pieces.join(''))
        const kinds = facts(tokens)
        expect(kinds).toHaveLength(tokens.count)
        expect([...kinds].every((kind) => [0, NUMBER, DATE, NAME].includes(kind))).toBe(true)
      }),
    )
  })

  it('takes every figure for a number or a date', () => {
    const piece = fc.constantFrom('Ada', 'snow', '4', '31', '2031', 'March', 'Monday', '月', '. ', ' ', ', ')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join(' ')
        const figures = tokenWords(tokenize(text)).filter((word) => /^\d/.test(word))
        expect([...numbers(text), ...dates(text)].filter((word) => /^\d/.test(word)).sort()).toEqual(figures.sort())
      }),
    )
  })

  it('tells the words of any script by what they begin with and what stands before them', () => {
    const piece = fc.constantFrom(...'Ada lind Żak żak Линд линд 𐐀𐐨 𐐨𐐨 橋 橋月 7 ٣ ७ ２ 31月 x9 9x 𝟙'.split(' '))
    const between = fc.constantFrom(' ', ' ', ' ', '. ', ', ', ' «', '» ', '\n', ': ', '“', '-', ' … ')
    fc.assert(
      fc.property(fc.array(fc.tuple(between, piece), { maxLength: 30 }), (pieces) => {
        const tokens = tokenize(pieces.flat().join(''))
        expect([...facts(tokens)]).toEqual(plainFacts(tokens))
      }),
      { numRuns: 500 },
    )
  })
})

/** The facts of a text in which no number, month or day is written as a word. */
function plainFacts(tokens: Tokens): number[] {
  const { text, starts, ends } = tokens
  const words = tokenWords(tokens)
  const kinds = words.map((word, i) => {
    if (/^\p{Nd}/u.test(word.slice(0, 1))) return /[月日年]/.test(text.charAt(ends[i] as number)) ? DATE : NUMBER
    const opens = i === 0 || /[.!?:;"“”«»„\n]/.test(text.slice(ends[i - 1], starts[i]))
    return /^\p{Lu}/u.test(word) && !opens ? NAME : 0
  })
  const names = new Set(tokens.hashes.filter((_, i) => kinds[i] === NAME))
  words.forEach((word, i) => {
    if (!/^\p{Lu}/u.test(word) || kinds[i] !== 0) return
    if (kinds[i + 1] === NAME || names.has(tokens.hashes[i] as number)) kinds[i] = NAME
  })
  return kinds
}
