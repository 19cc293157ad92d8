// The whole job at growing sizes, each in a process of its own.
import { figure, type Row, table } from '../table.js'
import { bounds, figures, median, megabytes, thousands } from './report.js'
import { askOnce, builtLibrary } from './side.js'
import type { GrowthAnswer } from './sides/growth.js'

/** Sizes that are run once: a round takes minutes, and its share of noise is small. */
const fromOnce = 1_000_000
const bounded = { floor: 12, aim: 10.5 }

/** `held` says whether the caller holds all articles, or gives them one by one. */
export async function benchGrowth(largest: number, rounds: number, held: boolean): Promise<void> {
  const sizes = [1000, 10_000, 100_000, 1_000_000].filter((size) => size <= largest)
  const rows: Row[] = [
    [
      'articles',
      'rounds',
      'seconds',
      'of the processor',
      'µs an article',
      'MB/s',
      'times as long',
      'F1 dispatch',
      'F1 story',
    ],
  ]
  const results: Row[] = [['articles', 'clustered', 'clusters', 'dispatches', 'compared pairs', 'an article']]
  const memory: Row[] = [['articles', 'heap', 'arrays', 'bytes an article', 'most resident']]
  const secondsOf = new Map<number, number>()
  for (const size of sizes) {
    const answers: GrowthAnswer[] = []
    try {
      for (let round = 0; round < (size >= fromOnce ? 1 : rounds); round++)
        answers.push(await askOnce<GrowthAnswer>('growth', { library: builtLibrary, articles: size, held }))
    } catch (error) {
      rows.push([thousands(size), 'given up:', error instanceof Error ? error.message : String(error)])
      continue
    }
    const one = answers[0]
    if (!one) continue
    const { bytes, stats, f1 } = one
    const seconds = median(answers.map((answer) => answer.seconds))
    secondsOf.set(size, seconds)
    const before = secondsOf.get(size / 10)
    rows.push([
      thousands(size),
      String(answers.length),
      seconds.toFixed(2),
      median(answers.map(({ processor }) => processor)).toFixed(2),
      figures((seconds * 1e6) / size),
      (bytes / 1e6 / seconds).toFixed(2),
      before === undefined ? '' : figures(seconds / before),
      figure(f1.dispatch),
      figure(f1.story),
    ])
    const counts = [size, stats.clustered, stats.clusters, stats.dispatches, stats.comparedPairs].map(thousands)
    results.push([...counts, (stats.comparedPairs / size).toFixed(2)])
    const heap = median(answers.map((answer) => answer.held.heap))
    const arrays = median(answers.map((answer) => answer.held.arrays))
    const resident = median(answers.map(({ mostResident }) => mostResident))
    memory.push([
      thousands(size),
      megabytes(heap),
      megabytes(arrays),
      thousands((heap + arrays) / size),
      megabytes(resident),
    ])
  }
  table(
    `Growth: clusterArticles on days of news, ${held ? 'held by the caller' : 'from a generator'}, each size in a fresh process, median of the rounds`,
    rows,
  )
  table('What it found', results)
  table(`Memory of the result after a collection of garbage${held ? '' : ', texts included'}`, memory)
  const [from, to] = [secondsOf.get(100_000), secondsOf.get(1_000_000)]
  if (largest >= 1_000_000)
    bounds('growth', [
      {
        name: '1,000,000 articles take as many times as long as 100,000',
        reached: from === undefined || to === undefined ? Number.NaN : to / from,
        ...bounded,
        show: figures,
      },
    ])
}
