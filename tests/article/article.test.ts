// The checks an article passes before any work: what is taken, what is refused and how the refusal names the field,
// and how a batch throws or collects.
import { describe, expect, it } from 'vitest'
import { checkArticle, checkArticles, longestText, type Warning } from '../../src/article/article.js'
import { WirecopyError } from '../../src/article/error.js'

const plain = { id: 'snow-1', outlet: 'Fjord Post', text: 'It snowed on Monday.' }

function check(input: unknown, options = {}) {
  const warnings: Warning[] = []
  return { article: checkArticle(input, 3, options, (warning) => warnings.push(warning)), warnings }
}

function refusal(act: () => unknown): WirecopyError {
  try {
    act()
  } catch (error) {
    if (error instanceof WirecopyError) return error
    throw error
  }
  throw new Error('nothing was refused')
}

describe('checkArticle', () => {
  it('takes an id, an outlet and a text, and gives null for all else', () => {
    expect(check(plain)).toEqual({
      article: { ...plain, title: null, byline: null, url: null, language: null, time: null },
      warnings: [],
    })
  })

  it('keeps the optional fields as given', () => {
    const given = { title: 'Snow', byline: 'By Ada Lind', url: 'https://fjordpost.example/1', language: 'en' }
    expect(check({ ...plain, ...given }).article).toMatchObject(given)
  })

  it('reads empty and null optional fields as not given', () => {
    const { article, warnings } = check({ ...plain, title: '', byline: null, publishedAt: '', language: undefined })
    expect(article).toMatchObject({ title: null, byline: null, language: null, time: null })
    expect(warnings).toEqual([])
  })

  it('takes an empty text, which is an article without words', () => {
    expect(check({ ...plain, text: '' }).article.text).toBe('')
  })

  it('leaves out fields that it does not know', () => {
    expect(check({ ...plain, section: 'weather' }).article).not.toHaveProperty('section')
  })

  it.each([
    ['a Date', new Date(Date.UTC(2031, 2, 4))],
    ['epoch milliseconds', Date.UTC(2031, 2, 4)],
    ['ISO 8601', '2031-03-04'],
    ['a format of the options', '4 Mar 2031'],
  ])('reads publishedAt given as %s', (_, publishedAt) => {
    expect(check({ ...plain, publishedAt }).article.time).toBe(Date.UTC(2031, 2, 4))
  })

  it('hands its options on to the reading of the date', () => {
    const { article } = check({ ...plain, publishedAt: 'yesterday' }, { asOf: '2031-03-05' })
    expect(article.time).toBe(Date.UTC(2031, 2, 4))
  })

  it('warns of a date in words that it cannot read, and uses the article all the same', () => {
    const { article, warnings } = check({ ...plain, publishedAt: 'once upon a time' })
    expect(article.time).toBeNull()
    expect(warnings).toMatchObject([{ articleId: 'snow-1', code: 'unknown-date' }])
    expect(warnings[0]?.message).toContain('once upon a time')
  })

  it.each([null, undefined, 'text', 7])('refuses %j, which is no object, by its place', (input) => {
    expect(refusal(() => check(input))).toMatchObject({ code: 'bad-input', article: '#3', field: null })
  })

  it.each([undefined, '', 7, null])('refuses the id %j by its place', (id) => {
    expect(refusal(() => check({ ...plain, id }))).toMatchObject({ code: 'bad-id', article: '#3', field: 'id' })
  })

  it.each([
    ['outlet', '', 'bad-outlet'],
    ['outlet', undefined, 'bad-outlet'],
    ['text', undefined, 'bad-text'],
    ['text', ['It snowed.'], 'bad-text'],
    ['title', 7, 'bad-title'],
    ['byline', {}, 'bad-byline'],
    ['url', new URL('https://fjordpost.example'), 'bad-url'],
    ['language', false, 'bad-language'],
    ['publishedAt', true, 'bad-date'],
    ['publishedAt', {}, 'bad-date'],
    ['publishedAt', Number.NaN, 'bad-date'],
    ['publishedAt', new Date(Number.NaN), 'bad-date'],
  ])('refuses a bad %s (%j) with a message that names the article and the field', (field, value, code) => {
    const error = refusal(() => check({ ...plain, [field]: value }))
    expect(error).toMatchObject({ name: 'WirecopyError', code, article: 'snow-1', field })
    expect(error.message).toContain('"snow-1"')
    expect(error.message).toContain(field)
  })

  it('refuses a text beyond the longest, and takes one of just that length', () => {
    expect(check({ ...plain, text: 'a'.repeat(longestText) }).article.text).toHaveLength(longestText)
    expect(refusal(() => check({ ...plain, text: 'a'.repeat(longestText + 1) }))).toMatchObject({
      code: 'bad-text',
      field: 'text',
    })
  })
})

describe('checkArticles', () => {
  const other = { ...plain, id: 'snow-2' }
  const bad = { ...plain, id: 'snow-3', text: 7 }

  it('keeps the order of the batch', () => {
    const { articles } = checkArticles([other, plain], { collect: false })
    expect(articles.map(({ id }) => id)).toEqual(['snow-2', 'snow-1'])
  })

  it('takes any iterable, once', () => {
    function* batch() {
      yield plain
      yield other
    }
    expect(checkArticles(batch(), { collect: false }).articles).toHaveLength(2)
  })

  it('throws at the first bad article', () => {
    expect(refusal(() => checkArticles([plain, bad], { collect: false }))).toMatchObject({
      code: 'bad-text',
      article: 'snow-3',
    })
  })

  it('collects bad articles where asked, by id or by place', () => {
    const { articles, rejected } = checkArticles([null, plain, bad, { ...plain, id: '' }], { collect: true })
    expect(articles.map(({ id }) => id)).toEqual(['snow-1'])
    expect(rejected.map(({ article, code }) => [article, code])).toEqual([
      ['#0', 'bad-input'],
      ['snow-3', 'bad-text'],
      ['#3', 'bad-id'],
    ])
  })

  it('refuses an id that is used twice, and keeps the first that used it', () => {
    const twice = [plain, { ...plain, outlet: 'Other Post' }]
    expect(refusal(() => checkArticles(twice, { collect: false }))).toMatchObject({ code: 'duplicate-id', field: 'id' })
    const { articles, rejected } = checkArticles(twice, { collect: true })
    expect(articles.map(({ outlet }) => outlet)).toEqual(['Fjord Post'])
    expect(rejected).toMatchObject([{ article: 'snow-1', code: 'duplicate-id' }])
  })

  it('lets a good article use the id of a bad one', () => {
    const { articles } = checkArticles([bad, { ...bad, text: 'It thawed.' }], { collect: true })
    expect(articles.map(({ id }) => id)).toEqual(['snow-3'])
  })

  it('warns only of articles that it uses', () => {
    const undated = { ...plain, publishedAt: 'some day' }
    const { warnings } = checkArticles([undated, undated], { collect: true })
    expect(warnings.map(({ articleId }) => articleId)).toEqual(['snow-1'])
  })

  it('does not take an error of the batch itself for a bad article', () => {
    function* broken() {
      yield plain
      throw new RangeError('the disk is gone')
    }
    expect(() => checkArticles(broken(), { collect: true })).toThrow(RangeError)
  })
})
