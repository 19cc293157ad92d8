// The furniture of a page beside another text of its story: what it takes in, and what it leaves to the story and to the outlet.
import { describe, expect, it } from 'vitest'
import { type Article, checkArticle } from '../../src/article/article.js'
import { furnitureBeside, withFurniture } from '../../src/edit/page-furniture.js'
import { type Page, readPage } from '../../src/text/page.js'
import { tokenWords } from '../../src/text/tokens.js'

const paragraphs = [
  'The harbour council of Lindholm said on Monday that it would open the old swing bridge to cyclists from the first week of May.',
  'The bridge, built in 1911, has been closed to all traffic since a barge struck its northern pier three years ago.',
  '"We have waited long enough to ride across our own river," said Berit Solheim, who runs a bicycle workshop on the quay.',
  'Repairs cost 4.2 million crowns, a fifth less than the council had set aside, according to its accounts.',
  'A second stage of the work, which would let small ferries pass at night, is to begin in September.',
]

const page = (id: string, text: string, more: Partial<Article> = {}): Page =>
  readPage(checkArticle({ id, outlet: `outlet ${id}`, text, ...more }, 0, {}, () => {}))

const besideCopies = (one: Page, others: readonly Page[]) =>
  furnitureBeside(
    one,
    others.map(({ story }) => ({ words: story, isWire: false })),
  )

describe('furnitureBeside', () => {
  it('takes in what runs on from furniture up to where another outlet resumes', () => {
    const [first = '', ...rest] = paragraphs
    const block = 'Top stories Kopi chain to take over 40 closed bakeries Otter family holds up traffic'
    const text = [first, block, ...rest].join(' ')
    const start = first.length + 1
    const marked = withFurniture(page('a', text), [{ kind: 'furniture', start, end: start + 'Top stories'.length }])
    const [zone] = besideCopies(marked, [page('b', paragraphs.join(' '))])
    expect(text.slice(zone?.start, zone?.end)).toBe(block)
  })

  it('leaves a sentence of the outlet behind furniture to the outlet', () => {
    const [first = '', ...rest] = paragraphs
    const own = 'A petition to keep it open at night has been signed by 400 people.'
    const text = [first, 'Top stories', own, ...rest].join(' ')
    const start = first.length + 1
    const zones = [{ kind: 'furniture' as const, start, end: start + 'Top stories'.length }]
    const marked = withFurniture(page('a', text), zones)
    expect(besideCopies(marked, [page('b', paragraphs.join(' '))])).toEqual(zones)
  })
})

describe('withFurniture', () => {
  it('reads the story words again', () => {
    const read = withFurniture(page('a', 'A small boat came.'), [{ kind: 'furniture', start: 2, end: 7 }])
    expect(tokenWords(read.story)).toEqual(['A', 'boat', 'came'])
  })
})
