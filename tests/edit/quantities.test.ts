// Quantities and dates: what is read of a text, and which of two say the same.
import { describe, expect, it } from 'vitest'
import { quantities, sameQuantity } from '../../src/edit/quantities.js'

const read = (text: string) =>
  quantities(text).map(({ start, end, value, unit }) => [text.slice(start, end), value, unit])

describe('quantities', () => {
  it.each([
    ['some 31,000 riders', [['31,000', 31000, null]]],
    ['some 25 000 riders', [['25 000', 25000, null]]],
    [
      'in 2019 300 riders',
      [
        ['2019', 2019, null],
        ['300', 300, null],
      ],
    ],
    [
      '$4.2m and 3 million euros',
      [
        ['$4.2m', 4200000, 'dollar'],
        ['3 million euros', 3000000, 'euro'],
      ],
    ],
    [
      'twenty-three boats, a dozen crews',
      [
        ['twenty-three', 23, null],
        ['a dozen', 12, null],
      ],
    ],
    [
      'a third, two thirds, one in five',
      [
        ['a third', 0.333333, null],
        ['two thirds', 0.666667, null],
        ['one in five', 20, null],
      ],
    ],
    [
      '-3 degrees Celsius, 12 per cent',
      [
        ['-3 degrees Celsius', -3, 'celsius'],
        ['12 per cent', 12, '%'],
      ],
    ],
    [
      'won 3-1 at 5 p.m.',
      [
        ['3-1', '3-1', null],
        ['5 p.m.', 1020, null],
      ],
    ],
    [
      'the second time, the 1st',
      [
        ['second', 2, null],
        ['1st', 1, null],
      ],
    ],
    [
      'March 4, 2031 or 4 March',
      [
        ['March 4, 2031', '3-4-2031', null],
        ['4 March', '3-4-', null],
      ],
    ],
    ['since May they may stay', [['May', '5-', null]]],
    [
      '净利润4.2亿元，3月4日',
      [
        ['4.2亿', 420000000, 'yuan'],
        ['3月4日', '3-4-', null],
      ],
    ],
    ['٢٥٬٠٠٠ منزل', [['٢٥٬٠٠٠', 25000, null]]],
    ['no figure at all', []],
  ])('reads %s', (text, expected) => expect(read(text)).toEqual(expected))

  const same = (x: string, y: string) => {
    const [[a], [b]] = [quantities(x), quantities(y)]
    return a !== undefined && b !== undefined && sameQuantity(a, b)
  }

  it.each([
    ['$5', 'US$5'],
    ['4.2 million', '4,200,000'],
    ['17:00', '5 p.m.'],
    ['one in five', '20 %'],
    ['two weeks', 'a fortnight'.replace('a', '1')],
    ['March 4', 'March 4, 2031'],
    ['Monday', 'March 4'],
    ['480', '480 km'],
  ])('%s and %s are the same', (x, y) => expect([same(x, y), same(y, x)]).toEqual([true, true]))

  it.each([
    ['$5', '€5'],
    ['A$5', 'US$5'],
    ['480 km', '480 miles'],
    ['first', '1'],
    ['March 4', 'March 14'],
    ['March 2031', 'March 2032'],
    ['last week', 'next week'],
    ['52-48', '48-52'],
  ])('%s and %s are not', (x, y) => expect([same(x, y), same(y, x)]).toEqual([false, false]))
})
