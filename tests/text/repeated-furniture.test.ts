// Which lines and sentences an outlet is found to repeat: how many pages must hold them, that those must be pages of
// different stories, and how the answer is put back on a page's units.
import { describe, expect, it } from 'vitest'
import { rankOf } from '../../src/text/page-sample.js'
import * as repeatedFurniture from '../../src/text/repeated-furniture.js'
import { tokenize } from '../../src/text/tokens.js'
import { unitsOf } from '../../src/text/units.js'

const { keysOf, RepeatedUnits, repeatedOn } = repeatedFurniture
const repeatedUnits = (pages: readonly repeatedFurniture.PageUnits[]) => new RepeatedUnits(pages).outlets
/** Every page another. */
const pageUnits = (outlet: string, text: string) =>
  repeatedFurniture.pageUnits({ id: text, outlet, text }, tokenize(text))

const line = 'Weather and roads by the hour'
const sentence = 'The Fjord Post has reported from the hills above the town since 1931.'

/** A story of its own: no two numbers share a line. */
const story = (number: number) =>
  Array.from({ length: 6 }, (_, i) => `Word${number} plough${i}x${number} snow${i}y${number} road${i}z${number}`).join(
    '\n',
  )
const stories = (count: number, extra: string) => Array.from({ length: count }, (_, i) => `${story(i)}\n${extra}`)

/** The units of a text that are found repeated among some pages of one outlet. */
function repeatedOf(text: string, pages: readonly string[], outlet = 'Fjord Post'): string[] {
  const repeated = repeatedUnits(pages.map((page) => pageUnits(outlet, page))).get(outlet) ?? new Map<number, number>()
  const units = unitsOf(text)
  const isRepeated = [...keysOf(units, tokenize(text))].map(repeatedOn(repeated, text))
  return units.filter((_, place) => isRepeated[place]).map(({ start, end }) => text.slice(start, end))
}

describe('pageUnits', () => {
  it('counts the words of each unit and says which end as sentences do and which hold figures', () => {
    const { outlet, words, isSentence, isRow } = pageUnits('Fjord Post', `${line}\n${sentence}\n它下雪了。`)
    expect(outlet).toBe('Fjord Post')
    expect([...words]).toEqual([6, 13, 4])
    expect([...isSentence]).toEqual([0, 1, 1])
    expect([...isRow]).toEqual([0, 1, 0])
  })

  it('gives units of the same words the same key, whatever their case and marks', () => {
    const [a, b, c] = pageUnits('', 'Weather and roads\n• WEATHER, and roads:\nRoads and weather').keys
    expect(a).toBe(b)
    expect(a).not.toBe(c)
  })

  it('reads a page without words', () => {
    expect(pageUnits('Fjord Post', '').keys).toHaveLength(0)
  })
})

describe('repeatedUnits', () => {
  it('finds a line on three pages of different stories', () => {
    expect(repeatedOf(`${story(9)}\n${line}`, stories(3, line))).toEqual([line])
  })

  it('finds no line on two', () => {
    expect(repeatedOf(line, [...stories(2, line), story(7), story(8)])).toEqual([])
  })

  it('asks five of a sentence, however short', () => {
    for (const words of [sentence, 'Terms were not disclosed.']) {
      expect(repeatedOf(words, stories(4, words))).toEqual([])
      expect(repeatedOf(words, stories(5, words))).toEqual([words])
    }
  })

  it('asks a line of every fiftieth page, and a sentence of every tenth', () => {
    const others = Array.from({ length: 150 }, (_, i) => story(1000 + i))
    expect(repeatedOf(line, [...stories(3, line), ...others])).toEqual([])
    expect(repeatedOf(line, [...stories(5, line), ...others])).toEqual([line])
    expect(repeatedOf(sentence, [...stories(10, sentence), ...others])).toEqual([])
    expect(repeatedOf(sentence, [...stories(20, sentence), ...others])).toEqual([sentence])
  })

  it('leaves rows of a table alone, but not sentences with a figure', () => {
    expect(repeatedOf('Roads cleared today 12', stories(6, 'Roads cleared today 12'))).toEqual([])
    expect(repeatedOf(sentence, stories(6, sentence))).toEqual([sentence])
  })

  it('finds nothing in lines of one or two words', () => {
    expect(repeatedOf('Snow roads', stories(6, 'Snow roads'))).toEqual([])
  })

  it('does not count pages of one story for several', () => {
    const copies = Array.from({ length: 6 }, (_, i) => `${story(1)}\n${line}\nCopy number ${i} of it`)
    expect(repeatedOf(line, copies)).toEqual([])
    expect(repeatedOf(line, [...copies, ...stories(1, line)])).toEqual([])
    expect(repeatedOf(line, [...copies, `${story(2)}\n${line}`, `${story(3)}\n${line}`])).toEqual([line])
  })

  it('is not misled by a page of little but furniture, whichever page comes first', () => {
    const others = ['Roads by the coast are open', 'Read all our news of snow', 'The hills at night, in pictures']
    const furniture = [line, ...others].join('\n')
    const pages = stories(4, furniture)
    const shortPages = Array.from({ length: 40 }, (_, n) => `${furniture}\nPage ${'plough'.repeat(n)} of the day`)
    const first = shortPages.find((page) => rankOf(page) < Math.min(...pages.map(rankOf)))
    for (const page of [...shortPages.slice(0, 3), first ?? ''])
      expect(repeatedOf(`${story(9)}\n${line}`, [page, ...pages])).toEqual([line])
    expect(first).toBeDefined()
  })

  it('counts a page once, however often it has the line', () => {
    expect(repeatedOf(line, [...stories(2, `${line}\n${line}\n${line}`), story(8)])).toEqual([])
  })

  it('keeps outlets apart', () => {
    const pages = stories(4, line).map((page, i) => pageUnits(i % 2 ? 'Fjord Post' : 'Hill News', page))
    expect(repeatedUnits(pages).size).toBe(0)
    const three = stories(3, line).map((page) => pageUnits('Fjord Post', page))
    expect([...repeatedUnits([...three, ...pages]).keys()]).toEqual(['Fjord Post'])
  })

  it('finds a line on very many pages in good time', { retry: 2 }, () => {
    const pages = stories(2000, line)
    const start = performance.now()
    expect(repeatedOf(line, pages)).toEqual([line])
    expect(performance.now() - start).toBeLessThan(2000)
  })
})

describe('the words of repeated units', () => {
  it('are those of the units, page by page', () => {
    const pages = stories(5, `${line}\n${sentence}`).map((text) => pageUnits('Fjord Post', text))
    const found = new RepeatedUnits(pages)
    expect([...found.wordsOf(0)]).toEqual([84, 90, 90, 103])
    expect([...found.wordsOf(4)]).toEqual([84, 90, 90, 103])
    expect([...new RepeatedUnits(pages.slice(0, 2)).wordsOf(1)]).toEqual([])
  })
})

describe('keysOf', () => {
  it('gives the keys of units that are cut already', () => {
    const text = `${story(9)}\n${line}\n• ...\n${sentence} ${sentence}`
    expect(keysOf(unitsOf(text), tokenize(text))).toEqual(pageUnits('Fjord Post', text).keys)
    expect(keysOf([], tokenize(''))).toHaveLength(0)
  })
})

describe('repeatedOn', () => {
  it('is of no line where the outlet repeats nothing', () => {
    expect(repeatedOn(new Map(), 'any')(pageUnits('Fjord Post', line).keys[0] as number)).toBe(false)
  })
})

describe('a story that one outlet posts again and again', () => {
  it('is no furniture, as its pages are one story', () => {
    const text = Array.from(
      { length: 4 },
      (_, i) => `The harbour board of ward ${'abcd'[i]} voted to mend its bridge.`,
    ).join('\n')
    expect(repeatedOf(text, [...Array(6).fill(text), ...stories(10, '')])).toEqual([])
  })
})

describe('a long banner on pages of different stories', () => {
  it('is furniture, however much of the pages it is', () => {
    const banner = Array.from(
      { length: 6 },
      (_, i) => `Banner line ${'abcdef'[i]} of the paper with its eight words`,
    ).join('\n')
    expect(repeatedOf(`${banner}\n${story(0)}`, stories(8, banner))).toEqual(banner.split('\n'))
  })
})
