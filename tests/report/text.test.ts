// The report for terminals: the facts that a reader looks for are in it, and nothing that an article says can steer the terminal.
import { describe, expect, it } from 'vitest'
import { readFixtures } from '../../fixtures/read.js'
import { type Article, clusterArticles } from '../../src/index.js'
import { reportText } from '../../src/report/text.js'

const fixtures = (story: string) =>
  readFixtures()
    .filter(({ gold }) => gold.story === story)
    .map(({ article }) => article)
const report = (articles: readonly Article[], options = {}) => reportText(clusterArticles(articles), options)

describe('reportText', () => {
  const telegram = fixtures('telegram-calls')
  const text = report(telegram)

  it('says who wrote the story, where that is signed, and what it is called', () => {
    expect(text).toMatch(/^1\. Reuters: .*Telegram/)
    expect(text).toMatch(/signed: [a-z-]+ ".*Reuters.*" in /i)
  })

  it('names every outlet, with the time of publication', () => {
    for (const { outlet } of telegram) expect(text).toContain(outlet)
    expect(text).toContain('2031-08-13 13:47')
  })

  it('tells edits in their own words, before and after', () => {
    expect(text).toMatch(/reworded +.*arguing/)
    expect(text).toMatch(/style +Pilot → "Pilot"/)
    expect(text).toMatch(/cut +Telegram said it took down/)
  })

  it('sums up in its last line', () => {
    expect(text.trimEnd().split('\n').at(-1)).toMatch(/^3 articles: 3 in 1 story \(1 dispatch\), 0 on their own\./)
  })

  it('warns of changes of fact, and shows them however few changes are asked for', () => {
    const [, wire] = telegram
    const copies = ['a', 'b'].map((id) => ({ id, outlet: id, text: wire?.text ?? '' }))
    const [a, b] = copies.map((copy, k) => ({
      ...copy,
      text: k === 0 ? copy.text : copy.text.replace('310,000', '130,000'),
    }))
    const style = { bold: String, dim: String, warn: (words: string) => `<${words}>` }
    const shown = a && b ? report([a, b], { mostChanges: 0, style }) : ''
    expect(shown).toMatch(/<!> reworded +310,000 → 130,000 +<\[number\]>/)
  })

  it('lists articles that no other copies, at most 20 of them', () => {
    const word = (i: number) => String.fromCharCode(97 + (i % 26), 97 + Math.floor(i / 26))
    const articles = Array.from({ length: 25 }, (_, i) => ({
      id: `id-${i}`,
      outlet: `Outlet ${i}`,
      text: Array.from({ length: 12 }, (_, k) => `${word(i)}${word(k)}x`).join(' '),
    }))
    const shown = report(articles)
    expect(shown).toContain('Nobody else runs these: 25 articles')
    expect(shown.match(/^ {3}Outlet \d+/gm)).toHaveLength(20)
    expect(shown).toContain('… and 5 more')
  })

  it('says what was left out and what was unclear', () => {
    const result = clusterArticles(
      [
        { id: 'a', outlet: 'A', text: 'A boat came.', publishedAt: 'some day' },
        { id: 'b', outlet: '', text: 'No boat came.' },
      ],
      { onInvalid: 'collect' },
    )
    const shown = reportText(result)
    expect(shown).toContain('Left out b: article "b": outlet must be a non-empty string')
    expect(shown).toMatch(/Note on a: publishedAt "some day"/)
  })

  it('is plain text unless a style is given', () => {
    expect(text).not.toContain('\u001b')
    expect(report(telegram, { style: { bold: (t: string) => `*${t}*`, dim: String, warn: String } })).toContain('*1. ')
  })

  it('says that nothing was found where there is nothing', () => {
    expect(report([])).toBe('0 articles: 0 in 0 stories (0 dispatches), 0 on their own. 0 pairs compared.\n')
  })
})

describe('hostile articles', () => {
  const escapes = '\u001b[2J\u001b]0;owned\u0007\u009b31m\b\r'
  const sentence =
    'The harbour council of Lindholm said on Monday that it would open the old swing bridge to cyclists in May.'
  const two = (change: (article: Article, k: number) => Article) =>
    ['a', 'b'].map((id, k) => change({ id, outlet: `Outlet ${id}`, text: sentence }, k))
  const controls = (text: string) => text.replaceAll('\n', '').match(/\p{Cc}/gu) ?? []

  it('have no control character of their text reach the terminal', () => {
    const text = `${sentence} It was ${escapes} built in${escapes} 1911 and has been closed for three years.`
    const articles = two((article, k) => ({ ...article, text: k === 0 ? text : text.replace('built', 'made') }))
    expect(controls(report(articles))).toEqual([])
  })

  it('nor of the words that say where a cut was made', () => {
    const text = `${sentence} It was built in${escapes} 1911 by hand and has been closed to all traffic for three years.`
    const articles = two((article, k) => ({ ...article, text: k === 0 ? text : text.replace(' by hand', '') }))
    const shown = report(articles)
    expect(shown).toMatch(/(?:cut|added) +by hand/)
    expect(controls(shown)).toEqual([])
  })

  it.each(['title', 'byline', 'url'])('nor of their %s', (field) => {
    const articles = two((article) => ({ ...article, [field]: `Bridge${escapes} opens, by Reuters` }))
    expect(controls(report(articles))).toEqual([])
  })

  it.each(['outlet', 'id'] as const)('nor of their %s', (field) => {
    const copies = two((article) => ({ ...article, [field]: `${article[field]}${escapes}` }))
    expect(controls(report(copies))).toEqual([])
    expect(controls(report(copies.slice(0, 1)))).toEqual([])
  })

  it('nor of a date that cannot be read, nor of an article that is left out', () => {
    const dated = two((article) => ({ ...article, publishedAt: `soon${escapes}` }))
    expect(controls(report(dated))).toEqual([])
    const rejected = clusterArticles([{ id: `x${escapes}`, outlet: '', text: '' }], { onInvalid: 'collect' })
    expect(controls(reportText(rejected))).toEqual([])
  })

  it('cannot make a line longer than the terminal asked for by much', () => {
    const articles = two((article, k) => ({
      ...article,
      outlet: 'A',
      title: 'Bridge '.repeat(200),
      text: k === 0 ? sentence : `${sentence} ${'It is long. '.repeat(500)}`,
    }))
    const longest = Math.max(
      ...report(articles, { width: 80 })
        .split('\n')
        .map((line) => line.length),
    )
    expect(longest).toBeLessThan(120)
  })
})
