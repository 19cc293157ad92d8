// What an account comes to, in figures.
import { describe, expect, it } from 'vitest'
import { changes } from '../../src/edit/changes.js'
import { summarize } from '../../src/edit/summary.js'
import { tokenize } from '../../src/text/tokens.js'

const wire =
  'Ferries will sail hourly, the board said on Monday. It expects 31,000 more riders. Fares stay as they are. Crews were hired in March.'

const sums = (article: string) => summarize(tokenize(wire), tokenize(article), changes(wire, article, []))

describe('summarize', () => {
  it('finds nothing done to a text itself', () => {
    expect(sums(wire)).toEqual({
      words: 24,
      kept: 1,
      cut: 0,
      reworded: 0,
      moved: 0,
      houseStyle: 0,
      added: 0,
      firstCut: null,
      endsAfter: null,
      material: [],
    })
  })

  it('says where the copy ends, when it is cut from the end', () => {
    const copy = wire.slice(0, wire.indexOf(' Fares'))
    expect(sums(copy)).toMatchObject({ kept: 0.583, cut: 10, firstCut: 0.583, endsAfter: 0.583 })
  })

  it('says where the first cut is, when it is cut amid the text', () => {
    const copy = wire.replace('It expects 31,000 more riders. ', '')
    expect(sums(copy)).toMatchObject({ cut: 5, firstCut: 0.375, endsAfter: null })
  })

  it('counts words put in, reworded and in house style', () => {
    const copy = wire
      .replace('sail hourly', 'run each hour')
      .replace('March', 'March, sources close to the crews told us')
      .replace('31,000', '31 000')
    expect(sums(copy)).toMatchObject({ reworded: 2, added: 7, cut: 0, houseStyle: 1 })
  })

  it('lists the facts that were changed', () => {
    expect(sums(wire.replace('31,000', '13,000')).material).toEqual([
      { kind: 'number', before: '31,000', after: '13,000' },
    ])
  })
})
