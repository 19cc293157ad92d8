// Clusters so many articles of the days once, by the library as it was built, and says what that took.
import type { Article, ClusterResult, clusterArticles, scoreClustering } from '../../../src/index.js'
import { days } from '../../days/days.js'
import { answer, difference, type Memory, memory } from './answer.js'

export interface GrowthCommand {
  readonly library: string
  readonly articles: number
}

export interface GrowthAnswer {
  readonly seconds: number
  /** Of the processor, the collector's threads included: less than the seconds where other work took turns. */
  readonly processor: number
  /** Of the texts in UTF-8. */
  readonly bytes: number
  readonly stats: ClusterResult['stats']
  readonly f1: { readonly dispatch: number; readonly story: number }
  /** What the caller holds: the articles. */
  readonly callers: Memory
  /** What the result holds beside them. */
  readonly held: Memory
  /** The most that the process ever had. */
  readonly mostResident: number
}

interface Library {
  readonly clusterArticles: typeof clusterArticles
  readonly scoreClustering: typeof scoreClustering
}

async function measure({ library, articles: count }: GrowthCommand): Promise<GrowthAnswer> {
  const { clusterArticles, scoreClustering }: Library = await import(library)
  const empty = memory()
  const articles: Article[] = []
  const gold: { dispatch: string; story: string }[] = []
  let bytes = 0
  for (const { article, dispatch, story } of days({ articles: count })) {
    articles.push(article)
    gold.push({ dispatch, story })
    bytes += Buffer.byteLength(article.text)
  }
  const before = memory()
  const used = process.cpuUsage()
  const started = performance.now()
  const result = clusterArticles(articles)
  const seconds = (performance.now() - started) / 1000
  const { user, system } = process.cpuUsage(used)
  const held = difference(memory(), before)

  // By the dispatches' articles, as more cannot be asked without the editing that is not measured here.
  const found = new Map<string, { dispatch: string; story: string }>()
  for (const { id: story, dispatches } of result.clusters)
    for (const { id: dispatch, articleIds } of dispatches)
      for (const id of articleIds) found.set(id, { dispatch, story })
  const f1 = (level: 'dispatch' | 'story') =>
    scoreClustering(
      Object.fromEntries(articles.map(({ id }) => [id, found.get(id)?.[level] ?? id])),
      Object.fromEntries(articles.map(({ id }, i) => [id, gold[i]?.[level] ?? id])),
    ).f1
  return {
    seconds,
    processor: (user + system) / 1e6,
    bytes,
    stats: result.stats,
    f1: { dispatch: f1('dispatch'), story: f1('story') },
    callers: difference(before, empty),
    held,
    mostResident: process.resourceUsage().maxRSS * 1024,
  }
}

answer(measure)
