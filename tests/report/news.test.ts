// What someone who watches is told of each article: nothing before a second outlet carries a story, then what matters about it, and never
// more for a large story than for a small one.
import { describe, expect, it } from 'vitest'
import { readFixtures } from '../../fixtures/read.js'
import type { Article } from '../../src/article/article.js'
import { WatchedStories } from '../../src/node/watched-stories.js'
import { type NewsOptions, newsText } from '../../src/report/news.js'
import { newsData } from '../../src/report/news-json.js'
import { articleOf, dispatch, type Version } from '../live/wire.js'

const fixtures = (story: string): Article[] =>
  readFixtures()
    .filter(({ gold }) => gold.story === story)
    .map(({ article }) => article)
const at = (id: string, form: Version['form'], outlet: number, hour: number, n = 1) =>
  articleOf(id, { dispatch: n, form, outlet, lines: 0, hour })

/** Someone who watches: what each article is told as. */
function watcher(options: NewsOptions = {}) {
  const stories = new WatchedStories({})
  return {
    stories,
    tell(article: Article): string {
      const change = stories.take(article)
      const news = change && stories.describe(change)
      return news ? newsText(news, options) : ''
    },
  }
}
const labels = (text: string) => text.match(/^[A-Za-z]+(?: STORY)?/gm) ?? []

describe('newsText', () => {
  it('tells of a story when a second outlet carries it, not when the first repeats itself', () => {
    const { tell, stories } = watcher()
    expect(tell(at('a', 'whole', 0, 1))).toBe('')
    expect(tell(at('b', 'slip', 0, 2))).toBe('')
    expect(stories.count).toBe(0)
    const told = tell(at('c', 'whole', 1, 3))
    expect(labels(told)).toEqual(['NEW STORY'])
    expect(told).toMatch(/^NEW STORY Agency unknown: .*\[a\]\n/)
    expect(told.match(/^ {10}(?:Strait Courier|Channel Harbour) {2}has \d+ % of the text/gm)).toHaveLength(3)
    expect(told).toMatch(/\n {10}why: beside Strait Courier, \d+ % of the words agree/)
    expect(stories.count).toBe(1)
    expect(tell(at('d', 'whole', 1, 4))).toMatch(
      /^again {5}Channel Harbour copy of a text that no agency signs, also at/,
    )
  })

  it('marks a revision, with the facts that are others now, and counts its copies apart', () => {
    const { tell } = watcher()
    const told = fixtures('quake-updates').map(tell)
    const [, , revision = '', copy = ''] = told
    expect(told.map(labels)).toEqual([[], ['NEW STORY'], ['REVISION'], ['copy'], ['REVISION'], ['copy']])
    expect(revision).toMatch(/^REVISION {2}AFP: .*\n {10}dispatch 2 of 2, seen at Gulf Meridian “.*”\n/)
    expect(revision).toMatch(/\n {10}dispatch 2 keeps \d+ % of dispatch 1, \d+ words new/)
    expect(copy).toMatch(/copy of AFP dispatch 2 of 2, also at The Northern Sentinel, Strait Courier/)
  })

  it('names the stories of which a round-up holds a piece', () => {
    const { tell } = watcher()
    for (const article of [...fixtures('ferry-timetable'), ...fixtures('quake-updates')]) tell(article)
    const [roundup] = fixtures('roundup-prairie')
    const told = roundup ? tell(roundup) : ''
    expect(labels(told)).toEqual(['piece'])
    expect(told).toMatch(/^piece {5}Prairie Post “Morning briefing.*” holds a piece of\n {10}AFP: .*\n {10}AP: /)
  })

  it('tells of two stories that turn out to be one', () => {
    const { tell, stories } = watcher()
    const [lead = '', ...rest] = dispatch(1)
    const part = (id: string, outlet: string, paragraphs: readonly string[], hour: number): Article => ({
      id,
      outlet,
      text: paragraphs.join('\n'),
      publishedAt: Date.UTC(2031, 2, 1, hour),
    })
    tell(part('one-a', 'Hill News', rest.slice(1, 4), 1))
    tell(part('one-b', 'Delta Ledger', [...rest.slice(1, 4), 'By our desk.'], 2))
    tell(part('two-a', 'Fjord Post', [lead, rest[0] ?? ''], 3))
    tell(part('two-b', 'Strait Courier', [lead, rest[0] ?? '', 'By our desk.'], 4))
    expect(stories.count).toBe(2)
    const told = tell(part('whole', 'Channel Harbour', [lead, ...rest], 5))
    expect(labels(told)).toContain('MERGED')
    expect(told).toMatch(/^ {10}the same story as \[two-a\], as is seen from Channel Harbour\n.*\(5 outlets\)$/m)
    expect(stories.count).toBe(1)
    // And that are two again, when the page that made them one is another.
    const parted = tell({ ...part('whole', 'Channel Harbour', ['Nothing of it is left here.'], 5) })
    expect(labels(parted)).toEqual(expect.arrayContaining(['smaller', 'NEW STORY']))
    expect(stories.count).toBe(2)
  })

  it('tells what an outlet did to its page, and that a story is over', () => {
    const { tell, stories } = watcher()
    const [first, second] = [at('a', 'same', 0, 1), at('b', 'same', 1, 2)]
    tell(first)
    tell(second)
    expect(tell(second)).toBe('')
    expect(tell({ ...second, title: 'Another' })).toMatch(/^edited {4}Channel Harbour “Another”: its text is the same/)
    const cut = tell({ ...second, text: dispatch(1).slice(0, 4).join('\n') })
    expect(cut).toMatch(/^edited {4}Channel Harbour: \d+ words cut {2}\[a\]/)
    expect(labels(tell({ ...second, text: 'Our page is gone.' }))).toContain('over')
    expect(stories.count).toBe(0)
  })

  it('tells of all where that is asked for', () => {
    const { tell } = watcher({ all: true })
    expect(tell(at('a', 'whole', 0, 1))).toBe('alone     Strait Courier  [a]\n')
    expect(labels(tell(at('b', 'slip', 0, 2)))).toEqual(['twice'])
  })

  it('marks changed facts and important lines in the style that it is given', () => {
    const style = { bold: (t: string) => `*${t}*`, dim: String, warn: (t: string) => `<${t}>` }
    const { tell } = watcher({ style })
    const [a, b] = [at('a', 'same', 0, 1), at('b', 'same', 1, 2)]
    tell(a)
    const told = tell({ ...b, text: b.text.replace('1950', '1940').replace('1517', '5117') })
    expect(told).toMatch(/^\*NEW STORY\* \*/)
    expect(told).toMatch(/<!> .* → .*\[number\]/)
  })
})

describe('a story of very many copies', () => {
  it('is told of in as few words, without its accounts, and with outlets as they are', () => {
    const { tell, stories } = watcher()
    const told = Array.from({ length: 60 }, (_, k) =>
      tell({ ...at(`a${k}`, 'whole', 0, k / 60), outlet: `Outlet ${k}` }),
    )
    const last = told.at(-1) ?? ''
    expect(last).toMatch(
      /^copy {6}Outlet 59 copy of .*, also at Outlet 0, Outlet 1.* and \d+ more \(60 outlets\); their words are the same/,
    )
    expect(last.split('\n')).toHaveLength(2)
    const change = stories.take({ ...at('last', 'whole', 0, 2), outlet: 'Outlet 3' })
    const news = change && stories.describe(change)
    const data = news && newsData(news)
    expect(data).toMatchObject({ copy: null, stories: [{ articles: 61, dispatches: null }] })
    expect(data?.stories[0]?.outlets).toHaveLength(60)
  })
})
