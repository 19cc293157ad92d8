// A live index: after any history its stories are those of clusterArticles, ids stay, and events tell what became of stories.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seeded } from '../../bench/random.js'
import type { Article } from '../../src/article/article.js'
import { clusterArticles } from '../../src/cluster.js'
import type { Cluster } from '../../src/edit/story.js'
import { StoryIndex } from '../../src/live/story-index.js'
import { articleOf, type Version } from './wire.js'

/** What a cluster says of its groups, but for its id. */
const groupsOf = (clusters: readonly Cluster[]) =>
  clusters
    .map(({ dispatches, copies, outlets }) => ({
      dispatches: dispatches.map(({ id, firstPublishedAt, articleIds }) => ({ id, firstPublishedAt, articleIds })),
      copies: copies.map(({ articleId }) => articleId),
      outlets,
    }))
    .sort((x, y) => ((x.copies[0] as string) < (y.copies[0] as string) ? -1 : 1))

/** All of a cluster, edited, but for its id. */
const editedOf = (clusters: readonly Cluster[]) =>
  clusters
    .map((cluster) => ({ ...structuredClone(cluster), id: '' }))
    .sort((x, y) => ((x.copies[0]?.articleId ?? '') < (y.copies[0]?.articleId ?? '') ? -1 : 1))

const version: fc.Arbitrary<Version> = fc.record({
  dispatch: fc.integer({ min: 0, max: 4 }),
  form: fc.constantFrom('whole', 'whole', 'same', 'excerpt', 'revision', 'round-up', 'own', 'slip'),
  outlet: fc.integer({ min: 0, max: 4 }),
  lines: fc.integer({ min: 0, max: 3 }),
  hour: fc.option(fc.integer({ min: 0, max: 24 * 9 }), { freq: 6 }),
})

type Step =
  | { readonly kind: 'put'; readonly id: string; readonly version: Version }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'expire'; readonly hour: number }
  | { readonly kind: 'query'; readonly version: Version }

const id = fc.integer({ min: 0, max: 25 }).map((n) => `a${(n * 7) % 26}`)
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 14, arbitrary: fc.record({ kind: fc.constant('put' as const), id, version }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('remove' as const), id }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('expire' as const), hour: fc.integer({ min: 0, max: 100 }) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('query' as const), version }) },
)

/** Takes a step with an index, and with the articles that are to be in it. */
function take(index: StoryIndex, articles: Map<string, Article>, one: Step): void {
  switch (one.kind) {
    case 'put': {
      const article = articleOf(one.id, one.version)
      if (articles.has(one.id)) index.update(article)
      else index.add(article)
      articles.set(one.id, article)
      return
    }
    case 'remove':
      expect(index.remove(one.id) !== null).toBe(articles.delete(one.id))
      return
    case 'expire': {
      const before = Date.UTC(2031, 2, 1) + one.hour * 36e5
      const { articleIds } = index.expire(before)
      const old = [...articles.values()].filter(({ publishedAt }) => publishedAt && Number(publishedAt) < before)
      expect([...articleIds].sort()).toEqual(old.map((article) => article.id).sort())
      for (const article of old) articles.delete(article.id)
      return
    }
    case 'query':
      index.query(articleOf('asked', one.version))
  }
}

describe('StoryIndex', () => {
  it('has after any history the stories of clusterArticles', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (history) => {
        const index = new StoryIndex()
        const articles = new Map<string, Article>()
        for (const one of history) take(index, articles, one)
        expect(groupsOf(index.clusters())).toEqual(groupsOf(clusterArticles([...articles.values()]).clusters))
        expect(index.size).toBe(articles.size)
      }),
      { numRuns: Number(process.env.HISTORIES ?? 300) },
    )
  })

  it('has them where very many articles carry a story', () => {
    const random = seeded(11)
    const pick = (most: number) => Math.floor(random() * most)
    const forms = ['whole', 'whole', 'same', 'slip', 'excerpt', 'revision', 'round-up', 'own'] as const
    const index = new StoryIndex()
    const articles = new Map<string, Article>()
    for (let turn = 1; turn <= 600; turn++) {
      const id = `a${pick(220)}`
      const hour = pick(20) === 0 ? null : pick(24 * 6)
      const form = forms[pick(forms.length)] ?? 'whole'
      const put = { dispatch: pick(2), form, outlet: pick(5), lines: pick(4), hour }
      take(index, articles, pick(5) === 0 ? { kind: 'remove', id } : { kind: 'put', id, version: put })
      if (turn % 60 > 0) continue
      expect(groupsOf(index.clusters()), `turn ${turn}`).toEqual(
        groupsOf(clusterArticles([...articles.values()]).clusters),
      )
    }
    expect(articles.size).toBeGreaterThan(120)
  })

  it('edits them alike', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 10, maxLength: 30 }), (history) => {
        const index = new StoryIndex()
        const articles = new Map<string, Article>()
        history.forEach((one, k) => {
          take(index, articles, one)
          // What was edited before must not be taken for what is now.
          if (k % 5 === 0) for (const cluster of index.clusters()) cluster.canonical
        })
        expect(editedOf(index.clusters())).toEqual(editedOf(clusterArticles([...articles.values()]).clusters))
      }),
      { numRuns: 25 },
    )
  })
})
