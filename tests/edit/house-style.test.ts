// House style told from rewording: pairs of wordings that say the same in another manner, and pairs that only look so.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inOneManner, isHouseStyle, oneSpelling, spellings } from '../../src/edit/house-style.js'

describe('house style', () => {
  it.each([
    ['quotation marks', 'extremist', '"extremist"'],
    ['curly quotation marks', '"extremist"', '‘extremist’'],
    ['a dash', ' - ', ' — '],
    ['apostrophes', "Lindholm's", 'Lindholm’s'],
    ['capitals', 'the Council', 'the council'],
    ['a hyphen', 'north-east', 'north east'],
    ['points of an abbreviation', 'U.S.', 'US'],
    ['-ize', 'organization', 'organisation'],
    ['-yze', 'analyzed', 'analysed'],
    ['-or', 'favored', 'favoured'],
    ['-or, of behavior', 'behavior', 'behaviour'],
    ['-or, of rumors', 'rumors', 'rumours'],
    ['-er', 'center', 'centre'],
    ['one l', 'traveled', 'travelled'],
    ['-ense', 'defense', 'defence'],
    ['-og', 'dialog', 'dialogue'],
    ['a word with its own rule', 'gray', 'grey'],
    ['per cent', '31 per cent', '31%'],
    ['percent', '31 percent', '31 per cent'],
    ['a number in words', 'seven', '7'],
    ['a compound number in words', 'twenty-three', '23'],
    ['commas in a number', '5,000', '5000'],
    ['a scale', '4.2 million', '4.2 mln'],
    ['a scale of one letter', '4.2 million', '4.2m'],
    ['units', '12 kilometers', '12 km'],
    ['a month', 'August 13', 'Aug. 13'],
    ['the order of a date', 'August 13', '13 August'],
    ['an ordinal', 'August 13th', 'August 13'],
    ['a weekday', 'Monday', 'Mon'],
    ['an honorific', 'Solheim', 'Ms Solheim'],
    ['says', 'said', 'says'],
    ['full-width figures', '１２', '12'],
  ])('%s: %s, %s', (_, before, after) => {
    expect(isHouseStyle(before, after)).toBe(true)
    expect(isHouseStyle(after, before)).toBe(true)
  })

  it.each(['(Aug 13)', ' (13 August) ', '(Wednesday)', '(Monday, March 4, 2031)', 'Mr', '"', ','])(
    'putting in %s, or taking it out',
    (words) => {
      expect(isHouseStyle('', words)).toBe(true)
      expect(isHouseStyle(words, '')).toBe(true)
    },
  )
})

describe('no house style', () => {
  it.each([
    ['another word', 'saying', 'arguing'],
    ['another number', '13', '31'],
    ['another number in words', 'seven', '8'],
    ['another scale', '4.2 million', '4.2 billion'],
    ['another decimal', '4.2', '42'],
    ['another unit', '12 km', '12 miles'],
    ['another day', 'August 13', 'August 14'],
    ['another month', '13 August', '13 July'],
    ['another weekday', 'Monday', 'Tuesday'],
    ['another name', 'Solheim', 'Dahl'],
    ['a negation', 'will', 'will not'],
    ['per cent for points', '3 per cent', '3 points'],
    ['another currency', '$5 million', '€5 million'],
    ['a sign', '-3 degrees', '3 degrees'],
    ['a name like another by the rule of ae', 'Michael', 'Michel'],
    ['a word like another by the rule of oe', 'poets', 'pets'],
    ['a word like another by the rule of one l', 'filled', 'filed'],
    ['another order of words that hold the letters of a month', 'mayor sued council', 'council sued mayor'],
  ])('%s: %s, %s', (_, before, after) => {
    expect(isHouseStyle(before, after)).toBe(false)
    expect(isHouseStyle(after, before)).toBe(false)
  })

  it.each(['not', 'yesterday', '13', '(the capital)', 'on Monday'])('putting in %s', (words) => {
    expect(isHouseStyle('', words)).toBe(false)
    expect(isHouseStyle(words, '')).toBe(false)
  })
})

describe('inOneManner', () => {
  it('brings two manners of one passage to one form', () => {
    const american = 'Mr. Dahl says the organization paid $5,000, twenty-one percent more, on Aug. 13th'
    const british = 'Dahl said the organisation paid $5000, 21 per cent more, on August 13'
    expect(inOneManner(american)).toBe(inOneManner(british))
  })

  it('keeps an honorific that stands alone', () => {
    expect(inOneManner('Mr')).toBe('mr')
  })

  it('has no words for a passage without any', () => {
    expect(inOneManner(' — "')).toBe('')
    expect(inOneManner('')).toBe('')
  })
})

describe('what is not looked at more closely', () => {
  const stem = fc.constantFrom(
    'col',
    'organ',
    'anal',
    'trave',
    'theat',
    'defen',
    'dia',
    'encyclop',
    'jewe',
    'p',
    'gyn',
    'worshi',
  )
  const middle = fc.constantFrom(
    '',
    'is',
    'ys',
    'our',
    'll',
    'pp',
    'lp',
    're',
    'logue',
    'ae',
    'oe',
    'ce',
    'aeco',
    'aedi',
  )
  const ending = fc.constantFrom('', 'e', 'ed', 'es', 'ing', 'er', 'ation', 's', 'd', 'dic', 'ist', 'lled', 'mi')

  it('has one spelling', () => {
    fc.assert(
      fc.property(stem, middle, ending, (...parts) => {
        const word = parts.join('')
        const plainly = spellings.reduce((written, [british, american]) => written.replace(british, american), word)
        if (word.length >= 5) expect(oneSpelling(word)).toBe(plainly)
      }),
    )
  })

  const part = fc.oneof(
    fc.constantFrom(
      'Mr',
      'Prof.',
      'mis',
      "mis's",
      'U.S.',
      'the',
      '4m',
      '$',
      '£5,000',
      '1,60',
      '-7',
      '3rd',
      'per cent',
      '%',
    ),
    fc.string({ maxLength: 3 }),
  )
  const wording = fc.array(part, { maxLength: 5 }).map((parts) => parts.join(' '))

  it('is written as it would be in any script', () => {
    fc.assert(
      fc.property(wording, (words) => {
        const asEnglish = inOneManner(`word ${words} word`)
        expect(inOneManner(`word ${words} word ж`)).toBe(`${asEnglish} ж`)
      }),
    )
  })

  it('says something, where it is put in', () => {
    const title = /^(?:mr|mrs|ms|miss|dr|sir|dame|datuk|dato|tan|sri|tun|prof|shri|smt|madam)$/
    fc.assert(
      fc.property(wording, (words) => {
        const manner = inOneManner(words)
        const saysNothing = manner === '' || manner.split(' ').every((word) => title.test(word))
        expect(isHouseStyle('', words)).toBe(saysNothing)
        expect(isHouseStyle(words, '')).toBe(saysNothing)
      }),
    )
  })
})
