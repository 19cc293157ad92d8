// Pages kept for comparing: what was let go is the same when it is wanted again, without looking for its furniture anew.
import { describe, expect, it } from 'vitest'
import { readFixtures } from '../../fixtures/read.js'
import { checkArticles } from '../../src/article/article.js'
import { type ComparedPage, preparedPage } from '../../src/match/evidence.js'
import { KeptPages } from '../../src/match/kept-pages.js'
import { PageReader } from '../../src/text/page.js'

const articles = readFixtures().map(({ article }) => article)
const reader = new PageReader(checkArticles(articles, { collect: false }).articles)

const plainly = ({ time, story, facts, quoted }: ComparedPage) => ({ time, story, facts, quoted })

/** Pages of the fixtures, and how many were read. */
function counted(most?: number) {
  let read = 0
  const readOne = (i: number) => {
    read++
    return reader.page(i)
  }
  return { pages: new KeptPages(readOne, (i) => reader.page(i).article, most), timesRead: () => read }
}

describe('KeptPages', () => {
  it('gives pages as they are read, also those let go, and reads each but once', () => {
    const { pages, timesRead } = counted(4000)
    const expected = articles.map((_, i) => plainly(preparedPage(reader.page(i))))
    for (const apart of [1, 7, articles.length - 1, 2])
      articles.forEach((_, i) => {
        const other = (i + apart) % articles.length
        const [a, b] = pages.pair(i, other)
        expect(plainly(a), `${i}, ${apart} apart`).toEqual(expected[i])
        expect(plainly(b), `${other}, ${apart} apart`).toEqual(expected[other])
      })
    expect(timesRead()).toBe(articles.length)
  })

  it('gives the very page while it is kept', () => {
    const pages = new KeptPages(
      (i) => reader.page(i),
      (i) => reader.page(i).article,
      1,
    )
    const [first, second] = pages.pair(0, 1)
    expect(pages.pair(0, 1)).toEqual([first, second])
    expect(pages.pair(1, 0)[1]).toBe(first)
    for (let i = 2; i < articles.length; i++) pages.pair(i, i - 1)
    expect(pages.pair(0, 1)[0]).not.toBe(first)
  })

  it('keeps pages longer than others have room for', () => {
    const long = articles
      .slice(0, 15)
      .map((article, i) => (i % 5 === 0 ? { ...article, text: `${article.text}\n`.repeat(40) } : article))
    const own = new PageReader(checkArticles(long, { collect: false }).articles)
    const pages = new KeptPages(
      (i) => own.page(i),
      (i) => own.page(i).article,
      1,
    )
    for (let i = 1; i < long.length; i++) {
      const [a, b] = pages.pair(i - 1, i)
      expect(plainly(a)).toEqual(plainly(preparedPage(own.page(i - 1))))
      expect(plainly(b)).toEqual(plainly(preparedPage(own.page(i))))
    }
  })

  it('is told of a page whose furniture is another now, and reads it so without looking for the furniture again', () => {
    const { pages, timesRead } = counted()
    const furnitureOf = (i: number) => reader.page(i).furniture
    const none = () => []
    const withFurniture = articles.findIndex((_, i) => furnitureOf(i).length > 0)
    expect(pages.reread(withFurniture, () => expect.unreachable('of what is not known nothing is looked for'))).toBe(
      true,
    )
    const [before] = pages.pair(withFurniture, withFurniture + 1)
    expect(pages.reread(withFurniture, furnitureOf)).toBe(false)
    expect(pages.pair(withFurniture, withFurniture + 1)[0]).toBe(before)
    const failing = () => {
      throw new Error('no text')
    }
    expect(() => pages.reread(withFurniture, failing)).toThrow('no text')
    expect(pages.pair(withFurniture, withFurniture + 1)[0]).toBe(before)
    expect(pages.reread(withFurniture, none)).toBe(true)
    const { story } = pages.pair(withFurniture, withFurniture + 1)[0]
    expect(story.count).toBe(reader.page(withFurniture).tokens.count)
    expect(pages.reread(withFurniture, none)).toBe(false)
    expect(timesRead()).toBe(2)
  })
})
