// Real articles, read from ../shared/corpora where that exists and skipped with a message where it does not: the page that the
// project started from, told to the word, and exact spans on the scrapes of one day at many outlets.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Article, type Cluster, type ClusterResult, clusterArticles, replay, undo } from '../src/index.js'

const folder = fileURLToPath(new URL('../../shared/corpora/', import.meta.url))
const missing = !existsSync(folder)
const name = (corpus: string) => (missing ? `${corpus} (skipped: ../shared/corpora is missing)` : corpus)
const read = (corpus: string) =>
  readFileSync(`${folder}${corpus}/articles.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Article)

describe.skipIf(missing)(name('seed'), () => {
  let result: ClusterResult
  let cluster: Cluster
  beforeAll(() => {
    result = clusterArticles(read('seed'), { asOf: '2025-08-13T20:00:00Z' })
    const [first] = result.clusters
    if (!first) throw new Error('there is no cluster')
    cluster = first
  })
  const copyOf = (id: string) => cluster.copies.find(({ articleId }) => articleId === id)

  it('has one cluster, of the two copies', () => {
    expect(result.clusters).toHaveLength(1)
    expect(cluster.copies.map(({ articleId }) => articleId).sort()).toEqual(['cna-telegram', 'st-telegram'])
  })

  it('is by Reuters, which signs off in the Straits Times', () => {
    expect(cluster.agency?.name).toBe('Reuters')
    expect(cluster.agency?.evidence.map(({ articleId, kind }) => `${articleId} ${kind}`)).toContain(
      'st-telegram sign-off',
    )
  })

  it('has the wire text, without what the pages put into it', () => {
    const { text, dateline } = cluster.canonical
    expect(dateline).toBe('MOSCOW')
    expect(text.startsWith('Russia has started restricting')).toBe(true)
    expect(text).toContain('RBC')
    for (const furniture of ['Sign up', 'illustration taken', 'Top stories', 'REUTERS'])
      expect(text).not.toContain(furniture)
  })

  it('tells what CNA changed', () => {
    const changed = copyOf('cna-telegram')?.changes ?? []
    expect(changed.map(({ kind }) => kind)).toEqual(['dateline', 'moved', 'reworded', 'cut', 'reworded', 'house-style'])
    const [, moved, argued, cut, functioned, quoted] = changed
    expect(moved?.after).toContain('February 2022')
    expect([argued?.before, argued?.after]).toEqual(['saying', 'arguing'])
    expect(cut?.before).toContain('RBC')
    expect([functioned?.before, functioned?.after]).toEqual(['functioned', 'been functioning'])
    expect([quoted?.before, quoted?.after]).toEqual(['extremist', '"extremist"'])
  })

  it('finds nothing but page matter in the Straits Times', () => {
    const page = ['caption', 'furniture', 'dateline', 'credit']
    const kinds = copyOf('st-telegram')?.changes.map(({ kind }) => kind) ?? []
    expect(kinds.length).toBeGreaterThan(0)
    expect(kinds.filter((kind) => !page.includes(kind))).toEqual([])
  })

  it('leaves the other two stories on their own, by Reuters', () => {
    const alone = result.unclustered.map(({ articleId, agency }) => [articleId, agency?.name])
    expect(alone.sort()).toEqual([
      ['st-mali', 'Reuters'],
      ['st-missile', 'Reuters'],
    ])
  })
})

describe.skipIf(missing)(name('helsinki'), () => {
  it('has spans that replay exactly for every copy, and are undone', () => {
    const articles = read('helsinki')
    const textOf = new Map(articles.map(({ id, text }) => [id, text]))
    let copies = 0
    for (const cluster of clusterArticles(articles).clusters)
      for (const { articleId, spans } of cluster.copies) {
        const text = textOf.get(articleId) ?? ''
        // Compared here, so that a failure does not print the article.
        expect(replay(cluster.canonical.text, spans) === text, `${articleId}, replayed`).toBe(true)
        expect(undo(text, spans) === cluster.canonical.text, `${articleId}, undone`).toBe(true)
        copies++
      }
    expect(copies).toBeGreaterThan(100)
  }, 30_000)
})
