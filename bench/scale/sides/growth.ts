// Clusters so many articles of the days once, by the library as it was built, and says what that took: articles that come one by one from
// a generator, or that the caller holds.
import type { Article, ClusterResult, clusterArticles, scoreClustering } from '../../../src/index.js'
import { days } from '../../days/days.js'
import { answer, difference, type Memory, memory } from './answer.js'

export interface GrowthCommand {
  readonly library: string
  readonly articles: number
  readonly held: boolean
}

export interface GrowthAnswer {
  /** Without those in which articles were generated. */
  readonly seconds: number
  /** Of the processor, the collector's threads included: less than the seconds where other work took turns. */
  readonly processor: number
  /** Of the texts in UTF-8. */
  readonly bytes: number
  readonly stats: ClusterResult['stats']
  readonly f1: { readonly dispatch: number; readonly story: number }
  /** What the result holds, texts that nobody else holds included. */
  readonly held: Memory
  /** The most that the process ever had. */
  readonly mostResident: number
}

interface Library {
  readonly clusterArticles: typeof clusterArticles
  readonly scoreClustering: typeof scoreClustering
}

const secondsOf = ({ user, system }: NodeJS.CpuUsage) => (user + system) / 1e6

async function measure({ library, articles: count, held: isHeld }: GrowthCommand): Promise<GrowthAnswer> {
  const { clusterArticles, scoreClustering }: Library = await import(library)
  const gold: { id: string; dispatch: string; story: string }[] = []
  let bytes = 0
  for (const { article, dispatch, story } of days({ articles: count })) {
    gold.push({ id: article.id, dispatch, story })
    bytes += Buffer.byteLength(article.text)
  }
  // All are read before anything else is done with them, so the garbage that is collected meanwhile is hardly the library's.
  let [generating, processorGenerating] = [0, 0]
  function* articlesOneByOne(): Generator<Article> {
    const news = days({ articles: count })
    for (;;) {
      const [from, used] = [performance.now(), process.cpuUsage()]
      const next = news.next()
      generating += (performance.now() - from) / 1000
      processorGenerating += secondsOf(process.cpuUsage(used))
      if (next.done) return
      yield next.value.article
    }
  }
  const articles = isHeld ? [...articlesOneByOne()] : articlesOneByOne()
  generating = 0
  processorGenerating = 0
  const before = memory()
  const used = process.cpuUsage()
  const started = performance.now()
  const result = clusterArticles(articles)
  const seconds = (performance.now() - started) / 1000 - generating
  const processor = secondsOf(process.cpuUsage(used)) - processorGenerating
  const held = difference(memory(), before)

  // By the dispatches' articles, as more cannot be asked without the editing that is not measured here.
  const found = new Map<string, { dispatch: string; story: string }>()
  for (const { id: story, dispatches } of result.clusters)
    for (const { id: dispatch, articleIds } of dispatches)
      for (const id of articleIds) found.set(id, { dispatch, story })
  const f1 = (level: 'dispatch' | 'story') =>
    scoreClustering(
      Object.fromEntries(gold.map(({ id }) => [id, found.get(id)?.[level] ?? id])),
      Object.fromEntries(gold.map(({ id, [level]: group }) => [id, group])),
    ).f1
  return {
    seconds,
    processor,
    bytes,
    stats: result.stats,
    f1: { dispatch: f1('dispatch'), story: f1('story') },
    held,
    mostResident: process.resourceUsage().maxRSS * 1024,
  }
}

answer(measure)
