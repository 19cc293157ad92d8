// The list among the examples: copies of a story are one entry, which stays up to date as articles come, are edited and turn out to be
// others.
import { describe, expect, it } from 'vitest'
import { CollapsedList, type Entry } from '../../examples/collapsed-list.js'
import { readFixtures } from '../../fixtures/read.js'
import type { Article } from '../../src/article/article.js'
import { clusterArticles } from '../../src/cluster.js'
import { articleOf, type Version } from '../live/wire.js'

const fixtures = (...stories: readonly string[]): Article[] =>
  readFixtures()
    .filter(({ gold }) => stories.includes(gold.story))
    .map(({ article }) => article)
const at = (id: string, form: Version['form'], outlet: number, hour: number): Article =>
  articleOf(id, { dispatch: 1, form, outlet, lines: 0, hour })

describe('CollapsedList', () => {
  it('has one entry for a story: its fullest copy, and where else it is', () => {
    const list = new CollapsedList()
    for (const article of fixtures('telegram-calls', 'fair-a')) list.add(article)
    expect(list.entries()).toMatchObject([
      { article: { id: 'fair-a' }, agency: null, alsoAt: [] },
      { article: { outlet: 'Strait Courier' }, agency: 'Reuters', alsoAt: ['Channel Harbour', 'Batavia Herald'] },
    ])
  })

  it('tells which entries are others now, and which are no more', () => {
    const list = new CollapsedList()
    expect(list.add(at('a', 'excerpt', 0, 1))).toMatchObject({ changed: [{ key: 'article a' }], removed: [] })
    expect(list.add(at('b', 'whole', 1, 2))).toMatchObject({
      changed: [{ key: 'story a', article: { id: 'b' }, alsoAt: ['Strait Courier'] }],
      removed: ['article a'],
    })
    expect(list.add(at('c', 'own', 2, 3))).toMatchObject({ changed: [{ key: 'article c' }], removed: [] })
    // What was another text is a copy, and then another text again.
    expect(list.add(at('c', 'slip', 2, 3)).removed).toEqual(['article c'])
    expect(list.entries()).toMatchObject([{ alsoAt: ['Strait Courier', 'Fjord Post'] }])
    expect(
      list
        .add(at('c', 'own', 2, 3))
        .changed.map(({ key }) => key)
        .sort(),
    ).toEqual(['article c', 'story a'])
    const { changed, removed } = list.add(at('b', 'own', 1, 2))
    expect([changed.map(({ key }) => key).sort(), removed]).toEqual([['article a', 'article b'], ['story a']])
  })

  it('brings a story back to the top when its agency revises it, not for one more copy', () => {
    const list = new CollapsedList()
    for (const article of [at('a', 'whole', 0, 1), at('b', 'whole', 1, 2), at('c', 'own', 2, 3)]) list.add(article)
    const first = () => list.entries()[0]?.key
    expect(first()).toBe('article c')
    list.add(at('d', 'whole', 3, 4))
    expect(first()).toBe('article c')
    list.add(at('e', 'revision', 4, 5))
    expect(first()).toBe('story a')
  })

  it('has what clusterArticles finds in the same articles', () => {
    const articles = readFixtures().map(({ article }) => article)
    const list = new CollapsedList()
    const shown = new Map<string, Entry>()
    for (const article of articles) {
      const { changed, removed } = list.add(article)
      for (const entry of changed) shown.set(entry.key, entry)
      for (const key of removed) shown.delete(key)
    }
    const { clusters } = clusterArticles(articles)
    const outlets = clusters.map((cluster) => [...cluster.outlets].sort().join(', ')).sort()
    const listed = [...shown.values()].filter(({ key }) => key.startsWith('story '))
    expect(listed.map(({ article, alsoAt }) => [article.outlet, ...alsoAt].sort().join(', ')).sort()).toEqual(outlets)
    // Whoever followed the changes has the list.
    expect([...shown.keys()].sort()).toEqual(
      list
        .entries()
        .map(({ key }) => key)
        .sort(),
    )
  })
})
