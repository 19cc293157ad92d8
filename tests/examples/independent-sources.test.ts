// Counting sources, among the examples: each rule that its comment states.
import { describe, expect, it } from 'vitest'
import { independentSources } from '../../examples/independent-sources.js'
import { readFixtures } from '../../fixtures/read.js'
import type { Article } from '../../src/article/article.js'
import { articleOf } from '../live/wire.js'

const fixtures = (...ids: readonly string[]): Article[] =>
  readFixtures()
    .filter(({ article, gold }) => ids.includes(gold.story) || ids.includes(article.id))
    .map(({ article }) => article)
const unsigned = (id: string, outlet: number): Article =>
  articleOf(id, { dispatch: 1, form: 'same', outlet, lines: 0, hour: outlet })
const named = (articles: readonly Article[]) =>
  independentSources(articles).map(({ kind, name, outlets }) => `${kind} ${name}: ${outlets.length}`)

describe('independentSources', () => {
  it('counts the copies of one agency once, and each agency that wrote its own', () => {
    expect(named(fixtures('telegram-calls'))).toEqual(['agency Reuters: 3'])
    expect(named(fixtures('launch-kyodo', 'launch-tribune', 'launch-prairie')).sort()).toEqual([
      'agency AP: 2',
      'agency Kyodo: 2',
    ])
  })

  it('counts the revisions of an agency once', () => {
    expect(named(fixtures('quake-updates'))).toEqual(['agency AFP: 5'])
  })

  it('counts a text that nobody signs once, however many carry it', () => {
    const articles = [unsigned('a', 0), unsigned('b', 1), unsigned('c', 2)]
    expect(named(articles)).toEqual(['unknown Strait Courier: 3'])
  })

  it("counts an outlet's own articles once, and one that it has of an agency for that", () => {
    const fair = fixtures('fair-a', 'fair-b', 'electric-ferry-tribune')
    expect(named(fair)).toEqual(['outlet Bay Tribune: 1', 'outlet Metro Clarion: 1'])
    expect(named(fixtures('carloadings-a-harbour', 'carloadings-b-harbour'))).toEqual(['agency Reuters: 1'])
  })

  it('counts what agencies sign together only where none of them is counted', () => {
    const joint = fixtures('rubber-boots')
    expect(named(joint)).toEqual(['agency Reuters and AFP: 2'])
    expect(named([...joint, ...fixtures('theft-courier', 'theft-batavia')])).toEqual(['agency AFP: 3'])
  })

  it('counts a round-up of pieces for nothing', () => {
    expect(named(fixtures('quake-updates', 'ferry-timetable', 'roundup-prairie')).sort()).toEqual([
      'agency AFP: 5',
      'agency AP: 4',
    ])
  })
})
