// The passages of a canonical text: who carries each, in which words, and how sure it is.
import { describe, expect, it } from 'vitest'
import { checkArticle } from '../../src/article/article.js'
import { changes } from '../../src/edit/changes.js'
import { passagesOf } from '../../src/edit/passages.js'
import { readPage } from '../../src/text/page.js'

const paragraphs = [
  'The harbour council of Lindholm said on Monday that it would open the old swing bridge to cyclists in May.',
  'The bridge, built in 1911, has been closed to all traffic since a barge struck its northern pier.',
  'Repairs cost 4.2 million crowns, a fifth less than the council had set aside, according to its accounts.',
]
const story = paragraphs.join('\n')

const accountOf = (id: string, text: string, canonical = story) => {
  const page = readPage(checkArticle({ id, outlet: `outlet ${id}`, text }, 0, {}, () => {}))
  return { page, spans: changes(canonical, text, page.furniture) }
}
const passages = (...texts: string[]) =>
  passagesOf(
    story,
    texts.map((text, k) => accountOf('abcdefgh'[k] ?? '', text)),
  )

describe('passagesOf', () => {
  it('says who carries each paragraph, in order of publication', () => {
    const found = passages(story, paragraphs.slice(0, 2).join('\n'), story)
    expect(found.map(({ start, end }) => story.slice(start, end))).toEqual(paragraphs)
    expect(found.map(({ carriedBy }) => carriedBy.join(''))).toEqual(['abc', 'abc', 'ac'])
  })

  it('has sentences where paragraphs were lost', () => {
    const text = paragraphs.join(' ')
    const found = passagesOf(text, [accountOf('a', text, text)])
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual(paragraphs)
  })

  it('gives the words of those that have others, house style aside', () => {
    const reworded = story.replace('a barge struck', 'a ship hit')
    const found = passages(
      story,
      reworded,
      story.replace('in May.', 'in May (2031).'),
      reworded,
      story.replace('4.2 million', '4.2m'),
    )
    expect(found.map(({ wordings }) => wordings)).toEqual([
      [{ text: (paragraphs[0] ?? '').replace('in May.', 'in May (2031).'), carriedBy: ['c'] }],
      [{ text: (paragraphs[1] ?? '').replace('a barge struck', 'a ship hit'), carriedBy: ['b', 'd'] }],
      [],
    ])
  })

  it('counts a moved passage as carried', () => {
    const [first = '', second = '', third = ''] = paragraphs
    expect(passages([first, third, second].join('\n')).every(({ carriedBy }) => carriedBy.length === 1)).toBe(true)
  })

  it('is surer of what more outlets carry, and less sure of what they word otherwise or leave out amid the story', () => {
    const one = passages(story)[1]?.confidence ?? 0
    const three = passages(story, story, story)[1]?.confidence ?? 0
    const reworded = passages(story, story, story.replace('since a barge struck its northern pier', 'for years'))[1]
    const without = passages(story, story, `${paragraphs[0]}\n${paragraphs[2]}`)[1]
    expect(three).toBeGreaterThan(one)
    expect(reworded?.confidence).toBeLessThan(three)
    expect(without?.confidence).toBeLessThan(three)
    // One that only ends before it says nothing.
    expect(passages(story, story, paragraphs[0] ?? '')[1]?.confidence).toBe(passages(story, story)[1]?.confidence)
  })
})
