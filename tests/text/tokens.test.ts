// Where words begin and end, in scripts with and without spaces, and which words hash alike. A slow tokenizer of
// regular expressions over code points is the reference for the boundaries.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mix, tokenize, tokenWords } from '../../src/text/tokens.js'

const words = (text: string) => tokenWords(tokenize(text))
const hash = (word: string) => {
  const { count, hashes } = tokenize(word)
  if (count !== 1) throw new Error(`"${word}" is ${count} words`)
  return hashes[0]
}

// The reference: what the head of tokens.ts says, written down once more as one pattern.
const scripts = ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar']
const alone = `${scripts.map((script) => `\\p{Script=${script}}`).join('')}ー`
const basic = '[\\u{0}-\\u{ffff}]'
const joiner = "['’‘ʼ＇\\u{ad}\\u{200b}\\u{200c}\\u{200d}\\u{2060}\\u{feff}]"
const digit = `[[\\p{Nd}&&${basic}]--[${alone}]]`
const letter = `[[[\\p{L}\\p{N}]&&${basic}]--[\\p{Nd}${alone}ʼ]]`
const mark = `[\\p{M}&&${basic}]`
const unspacedLetter = `(?:[[${alone}]&&[\\p{L}\\p{N}]&&${basic}]|[\\u{20000}-\\u{4ffff}])`
const letters = `(?:${letter}\\.(?=${letter}))*${letter}(?:${letter}|${mark}|${joiner}(?=${letter}))*`
const figures = `${digit}(?:${digit}|${mark}|(?:${joiner}|[.,:・･·．])(?=${digit}))*`
const reference = new RegExp(`${unspacedLetter}${mark}*|${letters}|${figures}`, 'gv')
const referenceWords = (text: string) => (text.match(reference) ?? []).map(String)

const samples = [
  ...'a B c é e\u0301 ß İ ø Ω я й ա א ع أ ـ ع\u064e 한 ½ Ａ हि न् क বা த 0 5 31 ٣ ５ ० 🙂'.split(' '),
  ...'中 文 々 〇 𠮷 𰻝 か カ ー が か\u3099 ไ ท ย์ ก็ ๆ ລາ ខ្ មែ មြ န်'.split(' '),
  ...'. . , : \' ’ \u00ad \u200b \u200d \u2060 - — ( " 。 、 ・ ؟ । ។ $ % _'.split(' '),
  ...[' ', ' ', '\n', '\ufeff'],
]
const mixed = fc.array(fc.constantFrom(...samples), { maxLength: 40 }).map((pieces) => pieces.join(''))
const latin = fc.string({ unit: fc.constantFrom(...'aBzéÖß09.,:\'’-_ "\n') })

describe('word boundaries', () => {
  it.each([
    ["The U.S. didn't pay $5,000", ['The', 'U.S', "didn't", 'pay', '5,000']],
    ['a well-known/half_known thing', ['a', 'well', 'known', 'half', 'known', 'thing']],
    ["rock ’n’ roll, the drivers' rest", ['rock', 'n', 'roll', 'the', 'drivers', 'rest']],
    ["3.5% of 1,234,567.89 or 5'000.", ['3.5', 'of', '1,234,567.89', 'or', "5'000"]],
    ['31km of 5G-road at 10:30: shut', ['31', 'km', 'of', '5', 'G', 'road', 'at', '10:30', 'shut']],
    ['e.g. the U.N., not the end.Then', ['e.g', 'the', 'U.N', 'not', 'the', 'end', 'Then']],
    ['co\u00adoperate zero\u200bwidth', ['co\u00adoperate', 'zero\u200bwidth']],
    ['', []],
    [' \n—…!?', []],
    ['🙂 good 🙂🙂', ['good']],
  ])('cuts %j', (text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  it('takes a figure before a point for no initial, where a space was lost behind it', () => {
    expect(words('It rose by 5.The bank said')).toEqual(['It', 'rose', 'by', '5', 'The', 'bank', 'said'])
  })

  it.each([
    ['Chinese', '新华社3月4日电', ['新', '华', '社', '3', '月', '4', '日', '电']],
    ['Han beyond the basic plane', '𠮷野家', ['𠮷', '野', '家']],
    ['Japanese', '東京でサッカー。', ['東', '京', 'で', 'サ', 'ッ', 'カ', 'ー']],
    ['Thai with its marks', 'ที่นี่', ['ที่', 'นี่']],
    ['Burmese with its marks', 'မြန်မာ', ['မြ', 'န်', 'မာ']],
    ['a brand among Han', 'iPhone手机', ['iPhone', '手', '机']],
  ])('makes each letter a word in %s', (_, text, expected) => {
    expect(words(text)).toEqual(expected)
  })

  it('keeps words whole in other scripts', () => {
    const text = 'в Москве हिन्दी में 서울에서 وقالت الوزارة'
    expect(words(text)).toEqual(text.split(' '))
  })

  it('takes the full stop of Khmer and of Burmese for no word', () => {
    expect(words('រ។')).toEqual(['រ'])
    expect(words('စာ။')).toEqual(['စာ'])
  })

  it('flags the letters of scripts without spaces', () => {
    const { unspaced } = tokenize('ok 中文 𠮷 ไทย 한국 5')
    expect([...unspaced]).toEqual([0, 1, 1, 1, 1, 1, 1, 0, 0])
  })

  it('agrees with the reference on mixed scripts', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        expect(words(text)).toEqual(referenceWords(text))
      }),
      { numRuns: 500 },
    )
  })

  it('agrees with the reference on Latin letters and figures', () => {
    fc.assert(
      fc.property(latin, (text) => {
        expect(words(text)).toEqual(referenceWords(text))
      }),
      { numRuns: 500 },
    )
  })

  it('gives words in order, inside the text, without overlap, and arrays of just their number', () => {
    fc.assert(
      fc.property(fc.oneof(mixed, fc.string({ unit: 'binary' })), (text) => {
        const { count, starts, ends, hashes, unspaced } = tokenize(text)
        expect([starts.length, ends.length, hashes.length, unspaced.length]).toEqual(Array(4).fill(count))
        const offsets = Array.from(starts).flatMap((start, i) => [start, ends[i] ?? -1])
        expect(offsets).toEqual([...offsets].sort((a, b) => a - b))
        expect(offsets.every((at) => at >= 0 && at <= text.length)).toBe(true)
        starts.forEach((start, i) => {
          expect(ends[i]).toBeGreaterThan(start)
        })
      }),
    )
  })

  it('leaves no ASCII letter or figure outside its words', () => {
    fc.assert(
      fc.property(mixed, (text) => {
        const kept = words(text).join(' ')
        const count = (value: string) => value.match(/[A-Za-z0-9]/g)?.length ?? 0
        expect(count(kept)).toBe(count(text))
      }),
    )
  })

  it('grows its room for texts of one-letter words', () => {
    expect(tokenize('a '.repeat(5000)).count).toBe(5000)
    expect(tokenize('中'.repeat(5000)).count).toBe(5000)
  })
})

describe('folding', () => {
  it.each([
    ['case', 'WIRE', 'wire'],
    ['accents of Latin', 'São', 'sao'],
    ['accents written apart', 'cafe\u0301', 'café'],
    ['case and accents of Greek', 'Αθήνα', 'ΑΘΗΝΑ'],
    ['the seats of hamza', 'أحمد', 'احمد'],
    ['Arabic vowel signs', 'مَدرَسة', 'مدرسة'],
    ['Hebrew vowel signs', 'שָׁלוֹם', 'שלום'],
    ['full width', 'ＡＦＰ', 'afp'],
    ['full width of figures', '２０', '20'],
    ['the kind of apostrophe', 'didn’t', "didn't"],
    ['apostrophes at all', "didn't", 'didnt'],
    ['points between initials', 'U.S.', 'US'],
    ['commas between figures', '5,000', '5000'],
    ['Swiss apostrophes between figures', "5'000", '5000'],
    ['a colon or a point in a time of day', '5:18', '5.18'],
    ['soft hyphens', 'co\u00adoperate', 'cooperate'],
  ])('hashes words alike whatever %s', (_, a, b) => {
    expect(hash(a)).toBe(hash(b))
  })

  it.each([
    ['3.5', '35'],
    ['one', 'won'],
    ['march', 'marsh'],
    ['мой', 'мои'],
    ['ไม่', 'ไม้'],
    ['か', 'が'],
    ['𠮷', '𠮶'],
  ])('tells %s from %s', (a, b) => {
    expect([...tokenize(a).hashes]).not.toEqual([...tokenize(b).hashes])
  })

  it('hashes a word alike wherever it stands', () => {
    const { hashes } = tokenize('snow, “Snow”—SNOW')
    expect(new Set(hashes).size).toBe(1)
  })

  it('hashes ASCII text alike in capitals and small letters', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        expect([...tokenize(text.toUpperCase()).hashes]).toEqual([...tokenize(text.toLowerCase()).hashes])
      }),
    )
  })

  it('gives ten thousand words ten thousand hashes', () => {
    const distinct = Array.from(
      { length: 10_000 },
      (_, i) => `w${i.toString(2).replaceAll('0', 'o').replaceAll('1', 'i')}`,
    )
    const { hashes } = tokenize(distinct.join(' '))
    expect(new Set(hashes).size).toBe(10_000)
  })
})

describe('mix', () => {
  it('is one to one on neighbouring numbers and stays within 32 bits', () => {
    const mixed = Array.from({ length: 10_000 }, (_, i) => mix(i))
    expect(new Set(mixed).size).toBe(10_000)
    expect(mixed.every((value) => Number.isInteger(value) && value >= 0 && value < 2 ** 32)).toBe(true)
  })

  it('changes about half of the bits when one bit changes', () => {
    const bits = (value: number) => value.toString(2).replaceAll('0', '').length
    let changed = 0
    for (let value = 1; value <= 1000; value++)
      for (let bit = 0; bit < 32; bit++) changed += bits((mix(value) ^ mix(value ^ (1 << bit))) >>> 0)
    expect(changed / 32_000).toBeGreaterThan(15.5)
    expect(changed / 32_000).toBeLessThan(16.5)
  })
})
