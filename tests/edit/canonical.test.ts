// The canonical text: whose words it takes, what it leaves out of them, and what it says of headline, dateline and carriers.
import { describe, expect, it } from 'vitest'
import { canonicalOf, storyText } from '../../src/edit/canonical.js'
import { page, paragraphs } from './bridge-story.js'

const story = paragraphs.join('\n')

describe('canonicalOf', () => {
  it('takes out dateline, furniture and credit, and gives the dateline by itself', () => {
    const text = `Sign up now: Get our newsletters delivered to your inbox\nLINDHOLM - ${story}\nREUTERS`
    const canonical = canonicalOf([page('a', text), page('b', story)])
    expect(canonical.text).toBe(story)
    expect(canonical.dateline).toBe('LINDHOLM')
  })

  it('is based on the copy that has most of what the others carry', () => {
    const cut = paragraphs.slice(0, 3).join('\n')
    expect(canonicalOf([page('a', cut), page('b', story), page('c', cut)])).toMatchObject({ basedOn: 'b', text: story })
  })

  it('is based on the copy that an agency signs, of two that are as long', () => {
    const british = story.replace('traffic', 'vehicles')
    const signed = page('b', `${story}\n(Reporting by Ilse Brandvold; Editing by Tom Dahl)`)
    expect(canonicalOf([page('a', british), signed])).toMatchObject({ basedOn: 'b', text: story })
  })

  it('leaves out what an unsigned base has before or behind all that two other outlets carry', () => {
    const own = 'Our own reporter rode across it yesterday and has a few remarks to make about the view from there.'
    const copies = [page('a', `${own}\n${story}\n${own}`), page('b', story), page('c', story)]
    expect(canonicalOf(copies).text).toBe(story)
  })

  it('may be the text of the most complete copy as it was published', () => {
    const cut = paragraphs.slice(0, 4).join('\n')
    const copies = [
      page('a', cut.replace('May', 'June')),
      page('b', story.replace('barge', 'boat'), { title: 'Swing bridge to open', byline: 'Reuters' }),
      page('c', cut, { title: 'Old swing bridge to open in May' }),
    ]
    expect(canonicalOf(copies).text).toBe(story)
    expect(canonicalOf(copies, 'article')).toMatchObject({
      basedOn: 'b',
      headline: 'Swing bridge to open',
      text: story.replace('barge', 'boat'),
    })
  })

  it('keeps byline and credit beside the text, as they were printed', () => {
    const text = `By Ilse Brandvold\nLINDHOLM (Reuters) - ${story}\n(Reporting by Ilse Brandvold; Editing by Tom Dahl)`
    expect(canonicalOf([page('a', text), page('b', story)])).toMatchObject({
      text: story,
      byline: 'By Ilse Brandvold',
      credit: '(Reporting by Ilse Brandvold; Editing by Tom Dahl)',
    })
  })

  it('has the headline most like the others', () => {
    const titles = ['Swing bridge opens to cyclists', 'Old swing bridge opens to cyclists in May', 'Ride on!']
    const copies = titles.map((title, k) => page(`p${k}`, story, { title }))
    expect(canonicalOf(copies).headline).toMatch(/swing bridge opens to cyclists/i)
    expect(canonicalOf([...copies].reverse()).headline).toMatch(/swing bridge opens to cyclists/i)
  })

  it('takes no form field, time or photo credit for the headline', () => {
    for (const line of ['Enter City and State or Zip Code', 'World 03/04/2031, 11:06am', '(Ada Lind, Hill Town / AP)'])
      expect(
        canonicalOf([{ ...page('a', story), article: { ...page('a', story).article, title: line } }]).headline,
      ).toBeNull()
  })

  it('has no headline and no dateline where no copy has', () => {
    expect(canonicalOf([page('a', story), page('b', story)])).toMatchObject({ headline: null, dateline: null })
  })

  it('needs a copy', () => {
    expect(() => canonicalOf([])).toThrow(RangeError)
  })
})

describe('storyText', () => {
  it('is the text outside the ranges, with one space where a range stood between words', () => {
    expect(storyText('One two AD three.', [{ start: 8, end: 10 }])).toBe('One two three.')
  })

  it('takes ranges in any order', () => {
    const ranges = [
      { start: 8, end: 9 },
      { start: 0, end: 2 },
    ]
    expect(storyText('X one 2 Y end', ranges)).toBe('one 2 end')
  })

  it('has no line for a line that is all furniture, or that has no words', () => {
    expect(storyText('First.\nADVERT\n***\n\nLast.', [{ start: 7, end: 13 }])).toBe('First.\nLast.')
  })

  it('is empty where nothing is left', () => {
    expect(storyText('ADVERT', [{ start: 0, end: 6 }])).toBe('')
    expect(storyText('', [])).toBe('')
  })
})
