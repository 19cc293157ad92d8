// Floors of accuracy, so that no change loses what was reached: the fixtures always, the labelled corpora where they are present.
// `npm run bench:accuracy` prints the figures themselves, beside those of other methods.
import { describe, expect, it } from 'vitest'
import { readCorpus } from '../bench/corpora.js'
import { characterErrors } from '../bench/noise.js'
import { runOurs } from '../bench/ours.js'
import { seeded } from '../bench/random.js'
import { scoreLevel, scoreStories } from '../bench/score.js'
import { readFixtures } from '../fixtures/read.js'
import { clusterArticles, scoreClustering } from '../src/index.js'

describe('the fixtures', () => {
  const fixtures = readFixtures()
  const { clusters, unclustered } = clusterArticles(fixtures.map(({ article }) => article))
  const copies = clusters.flatMap((cluster) => cluster.copies.map((copy) => ({ cluster, copy })))
  const labels = (of: 'story' | 'dispatch') =>
    Object.fromEntries(
      fixtures.map(({ article: { id } }) => {
        const found = copies.find(({ copy }) => copy.articleId === id && copy.relation !== 'embedded')
        return [id, found ? (of === 'story' ? found.cluster.id : found.copy.dispatchId) : id]
      }),
    )

  it.each(['story', 'dispatch'] as const)('are grouped as the gold has them, by %s', (level) => {
    const gold = Object.fromEntries(fixtures.map(({ gold }) => [gold.id, gold[level]]))
    expect(scoreClustering(labels(level), gold).f1).toBe(1)
  })

  it('are attributed to the agency of the gold, by themselves or through their copies', () => {
    const agencyOf = new Map(unclustered.map(({ articleId, agency }) => [articleId, agency?.name ?? null]))
    for (const { cluster, copy } of copies)
      if (copy.relation !== 'embedded') agencyOf.set(copy.articleId, cluster.agency?.name ?? null)
      else if (!agencyOf.has(copy.articleId)) agencyOf.set(copy.articleId, copy.agency?.name ?? null)
    expect(Object.fromEntries(agencyOf)).toEqual(Object.fromEntries(fixtures.map(({ gold }) => [gold.id, gold.agency])))
  })

  it('have their round-ups attached to the stories of which they hold a piece, and to no other', () => {
    const storyOf = new Map(fixtures.map(({ gold }) => [gold.dispatch, gold.story]))
    const goldStory = new Map(fixtures.map(({ gold }) => [gold.id, gold.story]))
    const held = copies.flatMap(({ cluster, copy }) =>
      copy.relation === 'embedded' ? [`${copy.articleId} in ${goldStory.get(cluster.id)}`] : [],
    )
    const gold = fixtures.flatMap(({ gold: { id, embeds } }) =>
      embeds.map((dispatch) => `${id} in ${storyOf.get(dispatch)}`),
    )
    expect(held.sort()).toEqual([...new Set(gold)].sort())
  })
})

const helsinki = readCorpus('helsinki')
const reuters = readCorpus('reuters-1987')

describe.skipIf(!helsinki?.gold)('helsinki (skipped where ../shared/corpora is missing)', () => {
  it('keeps its dispatches and stories', () => {
    if (!helsinki?.gold) return
    const corpus = { ...helsinki, gold: helsinki.gold }
    const { predicted } = runOurs(corpus)
    for (const level of ['dispatch', 'story'] as const) {
      const { f1, ari, bcubed } = scoreLevel(corpus, predicted, level)
      expect(f1).toBeGreaterThan(0.98)
      expect(ari).toBeGreaterThan(0.98)
      expect(bcubed).toBeGreaterThan(0.98)
    }
  }, 60_000)

  it('keeps its dispatches at 5 % of wrong letters', () => {
    if (!helsinki?.gold) return
    const articles = helsinki.articles.map((article, i) => ({
      ...article,
      text: characterErrors(article.text, 0.05, seeded(i + 1)),
    }))
    const corpus = { ...helsinki, gold: helsinki.gold, articles }
    expect(scoreLevel(corpus, runOurs(corpus).predicted, 'dispatch').f1).toBeGreaterThan(0.9)
  }, 60_000)
})

describe.skipIf(!reuters)('reuters-1987 (skipped where ../shared/corpora is missing)', () => {
  it('joins re-sent stories and hardly any template', () => {
    if (!reuters) return
    const { f1, joined } = scoreStories(reuters, runOurs(reuters).predicted)
    expect(f1).toBeGreaterThan(0.96)
    expect(joined).toBeLessThan(0.03)
  }, 120_000)
})
