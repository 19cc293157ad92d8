// The generator of days of news: the seed determines all of it, and the gold labels are what they say.
import { describe, expect, it } from 'vitest'
import { days } from '../../bench/days/days.js'

const made = [...days({ articles: 1500, articlesPerDay: 750 })]

describe('days of invented news', () => {
  it('are the same for a seed, and other ones for another', () => {
    expect([...days({ articles: 100, articlesPerDay: 750 })]).toEqual(made.slice(0, 100))
    expect([...days({ articles: 100, articlesPerDay: 750, seed: 2 })]).not.toEqual(made.slice(0, 100))
  })

  it('come in order of publication, each article under its own id', () => {
    const times = made.map(({ article }) => String(article.publishedAt))
    expect(times).toEqual([...times].sort())
    expect(new Set(made.map(({ article }) => article.id)).size).toBe(made.length)
    expect(times.at(-1)?.slice(0, 10)).toBe('2031-03-04')
  })

  it('hold dispatches of several copies, stories of several dispatches, and more articles that stand alone', () => {
    const alone = made.filter(({ article, dispatch, story }) => article.id === dispatch && article.id === story)
    expect(alone.length / made.length).toBeGreaterThan(0.45)
    const copies = new Map<string, number>()
    const dispatches = new Map<string, Set<string>>()
    for (const { dispatch, story } of made) {
      copies.set(dispatch, (copies.get(dispatch) ?? 0) + 1)
      dispatches.set(story, (dispatches.get(story) ?? new Set()).add(dispatch))
    }
    expect([...copies.values()].filter((count) => count > 1).length).toBeGreaterThan(50)
    expect([...dispatches.values()].filter((all) => all.size > 1).length).toBeGreaterThan(5)
  })

  it('have texts of about 3 KB in paragraphs', () => {
    const mean = made.reduce((sum, { article }) => sum + article.text.length, 0) / made.length
    expect(mean).toBeGreaterThan(2400)
    expect(mean).toBeLessThan(3600)
    expect(made.every(({ article }) => article.text.includes('\n\n') || article.text.length < 1500)).toBe(true)
  })
})
