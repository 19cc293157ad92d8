// How much faster several threads cluster than one: a day of generated news by clusterArticles, by one worker and by two (or as many as
// are named), in turns, and the medians. Says whether all give the same groups. `npm run bench:workers [articles] [rounds] [workers …]`.
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { type ClusterResult, clusterArticles } from '../src/index.js'
import { threadsOf } from '../src/node/threads.js'
import { clusterWithWorkers } from '../src/workers/cluster.js'
import { buildWorkerScript } from '../tests/workers/script.js'
import { days } from './days/days.js'

const [count = 20_000, rounds = 5, ...named] = process.argv.slice(2).map(Number)
const numbers = named.length > 0 ? named : [1, 2]
const articles = [...days({ articles: count, articlesPerDay: count })].map(({ article }) => article)
const script = await buildWorkerScript()
const start = threadsOf(() => new Worker(script.url, { execArgv: [] }))

/** What a result says of its groups, which is what is worked out here; texts are edited when asked for. */
const groupsOf = ({ clusters, unclustered, stats }: ClusterResult) =>
  JSON.stringify([
    clusters.map(({ id, dispatches, copies }) => [
      id,
      dispatches.map(({ articleIds }) => articleIds),
      copies.map(({ articleId }) => articleId),
    ]),
    unclustered.map(({ articleId }) => articleId),
    stats,
  ])

interface Side {
  readonly name: string
  readonly cluster: () => ClusterResult | Promise<ClusterResult>
  readonly seconds: number[]
}
const sides: readonly Side[] = [
  { name: 'clusterArticles', cluster: () => clusterArticles(articles), seconds: [] },
  ...numbers.map((workers) => ({
    name: workers === 1 ? '1 worker' : `${workers} workers`,
    cluster: () => clusterWithWorkers(articles, { workers }, workers, start),
    seconds: [],
  })),
]

const characters = articles.reduce((sum, { text }) => sum + text.length, 0)
console.log(
  `Node ${process.version}, ${availableParallelism()} processors; ${count} articles, ${(characters / 1e6).toFixed(1)} million characters`,
)
const expected = groupsOf(clusterArticles(articles))
let same = true
for (let round = 0; round < rounds; round++) {
  for (const { cluster, seconds } of sides) {
    const started = performance.now()
    const result = await cluster()
    seconds.push((performance.now() - started) / 1000)
    same &&= groupsOf(result) === expected
  }
  console.log(sides.map(({ name, seconds }) => `${name} ${seconds.at(-1)?.toFixed(2)} s`).join(', '))
}
script.remove()

const median = (values: readonly number[]) => [...values].sort((x, y) => x - y)[values.length >> 1] ?? Number.NaN
const [plain, one] = sides.map(({ seconds }) => median(seconds))
for (const { name, seconds } of sides) {
  const taken = median(seconds)
  const beside = (other: number | undefined) => `${((other ?? Number.NaN) / taken).toFixed(2)} x`
  console.log(
    `${name}: median ${taken.toFixed(2)} s; ${beside(plain)} clusterArticles, ${beside(one)} ${sides[1]?.name}`,
  )
}
console.log(same ? 'all give the same groups' : 'THE GROUPS DIFFER')
process.exitCode = same ? 0 : 1
