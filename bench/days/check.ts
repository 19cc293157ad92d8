// How the invented days compare with real news, and how wirecopy does on them. Run by `tsx bench/days/check.ts`; the rows of the
// corpora are left out where these do not lie beside the checkout.
import { existsSync, readFileSync } from 'node:fs'
import { type Article, clusterArticles, scoreClustering, tokenize } from '../../src/index.js'
import { tokenWords } from '../../src/text/tokens.js'
import { days, type Generated } from './days.js'

const cut = 2700

/** Shares of the texts' different runs of words that stand in 1, 2–5, 6–64 and more texts, in percent. */
function spectrum(documents: readonly (readonly string[])[], size: number): string {
  const sets = documents.map((words) => {
    const runs = new Set<string>()
    for (let k = 0; k + size <= words.length; k++) runs.add(words.slice(k, k + size).join(' '))
    return runs
  })
  const frequencies = new Map<string, number>()
  for (const runs of sets) for (const run of runs) frequencies.set(run, (frequencies.get(run) ?? 0) + 1)
  const classes = [0, 0, 0, 0]
  let all = 0
  for (const [, count] of frequencies) {
    const place = count === 1 ? 0 : count <= 5 ? 1 : count <= 64 ? 2 : 3
    classes[place] = (classes[place] ?? 0) + count
    all += count
  }
  return classes.map((count) => ((100 * count) / all).toFixed(1).padStart(5)).join(' ')
}

/** Every so many-th of a list. */
const sample = <T>(list: readonly T[], size: number) =>
  list.filter((_, k) => Math.floor((k * size) / list.length) !== Math.floor(((k - 1) * size) / list.length))

function describe(name: string, texts: readonly string[]): void {
  const documents = texts.map((text) => tokenWords(tokenize(text.slice(0, cut))))
  const words = documents.reduce((sum, { length }) => sum + length, 0)
  const different = new Set(documents.flat()).size
  console.log(
    `${name.padEnd(28)} ${String(words).padStart(8)} ${String(different).padStart(7)}   ${spectrum(documents, 3)}   ${spectrum(documents, 5)}`,
  )
}

function corpus(name: string): Article[] {
  const file = new URL(`../../../shared/corpora/${name}/articles.jsonl`, import.meta.url)
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Article)
}

function cluster(name: string, articles: readonly Article[], gold: readonly Generated[]): void {
  const started = performance.now()
  const { clusters, stats } = clusterArticles(articles)
  const pairs = (stats.comparedPairs / articles.length).toFixed(1)
  const stories = new Map<string, number>()
  for (const { story } of gold) stories.set(story, (stories.get(story) ?? 0) + 1)
  const ofOne = [...stories.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0) / articles.length
  console.log(
    `${name}: ${pairs} pairs compared an article${gold.length > 0 ? ` (${ofOne.toFixed(1)} are of one story)` : ''},`,
    `${((performance.now() - started) / 1000).toFixed(1)} s`,
  )
  for (const level of ['dispatch', 'story'] as const) {
    if (gold.length === 0) continue
    const labels = Object.fromEntries(articles.map(({ id }) => [id, id]))
    for (const { id, copies } of clusters)
      for (const { articleId, dispatchId, relation } of copies)
        if (relation !== 'embedded') labels[articleId] = level === 'story' ? id : dispatchId
    const right = Object.fromEntries(gold.map(({ article, ...its }) => [article.id, its[level]]))
    const { precision, recall, f1, bcubed } = scoreClustering(labels, right)
    const figures = [precision, recall, f1, bcubed.f1].map((figure) => figure.toFixed(3))
    console.log(`  ${level}: precision, recall, F1, B-cubed F1: ${figures.join(', ')}`)
  }
}

let bytes = 0
const count = 20_000
const groups = new Map<string, number>()
for (const _ of days({ articles: 100 })); // once, so that the compiler is warm
// The processor's time, as the machine may have other work.
const started = process.cpuUsage()
for (const { article, dispatch } of days({ articles: count })) {
  bytes += Buffer.byteLength(article.text)
  groups.set(dispatch, (groups.get(dispatch) ?? 0) + 1)
}
const { user, system } = process.cpuUsage(started)
const seconds = (user + system) / 1e6
const grouped = [...groups.values()].filter((size) => size > 1)
const sizes = [2, 5, 10, 50].map((size) => `${grouped.filter((one) => one >= size).length} of ${size} or more`)
console.log(
  `${count} articles: ${(bytes / count).toFixed(0)} bytes each, ${(bytes / 1e6 / seconds).toFixed(1)} MB a second of the processor`,
  `\n${((100 * grouped.reduce((sum, size) => sum + size, 0)) / count).toFixed(1)} % in dispatches of several copies: ${sizes.join(', ')}`,
)
const few = [...days({ articles: 300 })]
const again = [...days({ articles: 300 })]
const other = [...days({ articles: 300, seed: 2 })]
const same = (one: unknown, two: unknown) => JSON.stringify(one) === JSON.stringify(two)
console.log(`the seed determines the output: ${same(few, again) && !same(few, other)}`)

const generated = [...days({ articles: 5000, articlesPerDay: 2500 })]
const politics = corpus('us-politics')
const helsinki = corpus('helsinki')
console.log(
  `\nthe first ${cut} letters of          words  vocab.   3 words: in 1, 2–5, 6–64, more   5 words: in 1, 2–5, 6–64, more`,
)
const alone = generated.filter(({ article, dispatch }) => article.id === dispatch)
for (const size of [5000, 800]) {
  const texts = (articles: readonly Article[]) => sample(articles, size).map(({ text }) => text)
  describe(`${size} of the days`, texts(generated.map(({ article }) => article)))
  describe('of those of no group', texts(alone.map(({ article }) => article)))
  if (politics.length > 0) describe(`${size} of us-politics`, texts(politics))
  if (helsinki.length > 0 && size < 5000) describe('helsinki', texts(helsinki))
}

console.log('')
const clustered = [...days({ articles: 2000, articlesPerDay: 1000 })]
cluster(
  '2000 of the days',
  clustered.map(({ article }) => article),
  clustered,
)
if (politics.length > 0) cluster('us-politics', politics, [])
