// Pages kept for comparing: what was let go is the same when it is wanted again, without looking for its furniture anew.
import { describe, expect, it } from 'vitest'
import { readFixtures } from '../../fixtures/read.js'
import { checkArticles } from '../../src/article/article.js'
import { comparedPage } from '../../src/match/evidence.js'
import { KeptPages } from '../../src/match/kept-pages.js'
import { PageReader } from '../../src/text/page.js'

const articles = readFixtures().map(({ article }) => article)
const reader = new PageReader(checkArticles(articles, { collect: false }).articles)

describe('KeptPages', () => {
  it('gives pages as they are read, also those let go, and reads each but once', () => {
    let read = 0
    const pages = new KeptPages((i) => {
      read++
      return reader.page(i)
    }, 2)
    for (const round of [1, 2])
      articles.forEach((_, i) => {
        const { time, story, facts, quoted } = pages.get(i)
        const plain = comparedPage(reader.page(i))
        expect({ time, story, facts, quoted }, `round ${round}`).toEqual({
          time: plain.time,
          story: plain.story,
          facts: plain.facts,
          quoted: plain.quoted,
        })
      })
    expect(read).toBe(articles.length)
  })

  it('gives the very page while it is kept', () => {
    const pages = new KeptPages((i) => reader.page(i), 2)
    const first = pages.get(0)
    pages.get(1)
    expect(pages.get(0)).toBe(first)
    pages.get(2)
    expect(pages.get(0)).not.toBe(first)
  })
})
