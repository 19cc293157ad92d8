// The furniture of a page beside another text of its story: what it takes in, and what it leaves to the story and to the outlet.
import { describe, expect, it } from 'vitest'
import { furnitureBeside, furnitureBesideCopies, withFurniture } from '../../src/edit/page-furniture.js'
import type { Page } from '../../src/text/page.js'
import { tokenWords } from '../../src/text/tokens.js'
import { page, paragraphs } from './bridge-story.js'

const besideCopies = (one: Page, others: readonly Page[]) => furnitureBesideCopies(one, others, 3)

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

describe('furnitureBesideCopies', () => {
  it('asks other outlets, not another page of the same one', () => {
    const [first = '', ...rest] = paragraphs
    const text = [first, 'Top stories Otter family holds up traffic', ...rest].join(' ')
    const start = first.length + 1
    const zones = [{ kind: 'furniture' as const, start, end: start + 'Top stories'.length }]
    const marked = withFurniture(page('a', text, { outlet: 'one' }), zones)
    const same = page('b', paragraphs.join(' '), { outlet: 'one' })
    expect(besideCopies(marked, [same])).toEqual(zones)
  })
})

describe('furnitureBeside the wire', () => {
  const wire = paragraphs.join('\n')
  const zones = (text: string) => {
    const one = page('a', text)
    const words = page('w', wire).tokens
    return furnitureBeside(one, [{ words, isWire: true }]).map(({ kind, start, end }) => [kind, text.slice(start, end)])
  }
  const [first = '', second = '', ...rest] = paragraphs

  it('gives back to the story a sentence that furniture ran into', () => {
    expect(zones(`${first} Advertisement ${second} ${rest.join(' ')}`)).toEqual([['furniture', 'Advertisement']])
  })

  it('takes lines and run-on words that end no sentence, and a caption by its credit', () => {
    const link = 'Otter family holds up traffic'
    expect(zones([first, link, second, ...rest].join('\n'))).toEqual([['furniture', link]])
    expect(zones([first, link, second, ...rest].join(' '))).toEqual([['furniture', link]])
    const caption = 'A boat in the bay.\nPhoto: AP'
    expect(zones([first, caption, second, ...rest].join('\n')).map(([kind]) => kind)).toEqual(['caption', 'caption'])
  })

  it('takes a place and a dash before the first word for a dateline', () => {
    expect(zones(`Varnes – ${wire}`)).toEqual([['dateline', 'Varnes – ']])
  })

  it('leaves the first words of a sentence that were changed', () => {
    const oil =
      'Oil prices rose 3 percent on Friday after a strike shut two ports. Traders expect more of it next week.'
    const words = page('w', oil).tokens
    const beside = (text: string) => furnitureBeside(page('a', text), [{ words, isWire: true }])
    expect(beside(oil.replace('rose', 'fell'))).toEqual([])
    expect(beside(oil.replace('Traders expect more', 'Bankers doubt 3 more'))).toEqual([])
  })

  it('leaves whole sentences of the outlet and words amid a sentence', () => {
    expect(zones([first, 'The Courier asked for an answer.', second, ...rest].join('\n'))).toEqual([])
    expect(zones(wire.replace('three years ago', 'three years ago in the Great Storm'))).toEqual([])
  })

  it('stands any number of zones', () => {
    expect(() => zones(`${'Share\n'.repeat(70_000)}${wire}`)).not.toThrow()
  })
})

describe('withFurniture', () => {
  it('reads the story words again', () => {
    const read = withFurniture(page('a', 'A small boat came.'), [{ kind: 'furniture', start: 2, end: 7 }])
    expect(tokenWords(read.story)).toEqual(['A', 'boat', 'came'])
  })
})
