// Speed and accuracy: clusters the fixtures and, where they lie beside the checkout, the development corpora, each in
// one call; scores the result where there are labels; times signatures beside the package minhash.
// Run by `npm run bench`.
import { existsSync, readFileSync } from 'node:fs'
import { Minhash } from 'minhash'
import { readFixtures } from '../fixtures/read.js'
import {
  type Article,
  type ClusterResult,
  clusterArticles,
  minHash,
  minHashText,
  scoreClustering,
  tokenize,
} from '../src/index.js'
import { shingleSize, shingles, unspacedShingleSize } from '../src/sketch/shingles.js'
import { tokenWords } from '../src/text/tokens.js'

type Labels = Record<string, string>
type Level = 'dispatch' | 'story'

interface Corpus {
  readonly name: string
  readonly articles: readonly Article[]
  /** Gold labels of every article, where there are any. */
  readonly gold: Readonly<Record<Level, Labels>> | null
}

const corporaFolder = new URL('../../shared/corpora/', import.meta.url)
const corpusNames = ['seed', 'helsinki', 'reuters-1987', 'us-politics']
const levels: readonly Level[] = ['dispatch', 'story']

const megabytes = (articles: readonly Article[]) =>
  articles.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6

const lines = (file: URL) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')

function fixtures(): Corpus {
  const all = readFixtures()
  const labels = (level: Level) => Object.fromEntries(all.map(({ gold }) => [gold.id, gold[level]]))
  const gold = { dispatch: labels('dispatch'), story: labels('story') }
  return { name: 'fixtures', articles: all.map(({ article }) => article), gold }
}

function corpus(name: string): Corpus | null {
  const folder = new URL(`${name}/`, corporaFolder)
  if (!existsSync(folder)) return null
  const articles = lines(new URL('articles.jsonl', folder)).map((line) => JSON.parse(line) as Article)
  const table = new URL('clusters.tsv', folder)
  if (!existsSync(table)) return { name, articles, gold: null }
  const gold: Record<Level, Labels> = { dispatch: {}, story: {} }
  for (const line of lines(table).slice(1)) {
    const [id = '', dispatch = '', story = ''] = line.split('\t')
    gold.dispatch[id] = dispatch
    gold.story[id] = story
  }
  return { name, articles, gold }
}

/** The labels that a result gives. An article that is in no cluster, or only embeds a piece of one, stands alone. */
function labelsOf(articles: readonly Article[], { clusters }: ClusterResult): Record<Level, Labels> {
  const alone = () => Object.fromEntries(articles.map(({ id }) => [id, id]))
  const labels = { dispatch: alone(), story: alone() }
  for (const { id, dispatches } of clusters)
    for (const dispatch of dispatches)
      for (const articleId of dispatch.articleIds) {
        labels.dispatch[articleId] = dispatch.id
        labels.story[articleId] = id
      }
  return labels
}

/** Prints rows in columns: the first to the left, the others to the right. */
function table(title: string, rows: readonly (readonly string[])[]): void {
  const widths = (rows[0] ?? []).map((_, k) => Math.max(...rows.map((row) => row[k]?.length ?? 0)))
  const cell = (text: string, k: number) => (k === 0 ? text.padEnd(widths[0] ?? 0) : text.padStart(widths[k] ?? 0))
  console.log(`\n${title}\n${rows.map((row) => row.map(cell).join('  ').trimEnd()).join('\n')}`)
}

/** Seconds that a call takes. */
function seconds(work: () => void): number {
  const started = performance.now()
  work()
  return (performance.now() - started) / 1000
}

function benchClustering(corpora: readonly (Corpus | string)[]): void {
  const speed = [['corpus', 'articles', 'MB', 'clusters', 'seconds', 'MB/s', 'and to edit all']]
  const accuracy = [['corpus', 'level', 'precision', 'recall', 'F1', 'B-cubed F1', 'adj. Rand']]
  for (const one of corpora) {
    if (typeof one === 'string') {
      speed.push([one, 'skipped: folder missing'])
      continue
    }
    let result: ClusterResult | undefined
    const taken = seconds(() => {
      result = clusterArticles(one.articles)
    })
    if (!result) continue
    const editing = seconds(() => JSON.stringify(result))
    const size = megabytes(one.articles)
    const counts = [one.articles.length, size.toFixed(2), result.clusters.length]
    speed.push([one.name, ...counts.map(String), taken.toFixed(2), (size / taken).toFixed(2), editing.toFixed(2)])
    if (!one.gold) continue
    const labels = labelsOf(one.articles, result)
    for (const level of levels) {
      const { precision, recall, f1, bcubed, adjustedRand } = scoreClustering(labels[level], one.gold[level])
      const figures = [precision, recall, f1, bcubed.f1, adjustedRand]
      accuracy.push([one.name, level, ...figures.map((figure) => figure.toFixed(3))])
    }
  }
  table('Clustering, one call each', speed)
  table('Accuracy against labels', accuracy)
}

const rounds = 5
const numPerm = 128
const sampleMegabytes = 0.4

/** The shingles of a text as the package minhash takes them: the same runs of words, each as a string. */
function shingleStrings(text: string): string[] {
  const tokens = tokenize(text)
  const words = tokenWords(tokens)
  return words.flatMap((_, i) => {
    const size = tokens.unspaced[i] === 1 ? unspacedShingleSize : shingleSize
    return i + size > words.length && i > 0 ? [] : [words.slice(i, i + size).join(' ')]
  })
}

function peerSignature(strings: readonly string[]): readonly number[] {
  const signature = new Minhash({ numPerm })
  for (const shingle of strings) signature.update(shingle)
  return signature.hashvalues
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

/** Times signatures of both sides in turns. "From shingles" has the shingles ready; "from text" makes them too. */
function benchSignatures({ name, articles }: Corpus): void {
  const sample: Article[] = []
  for (const article of articles) if (megabytes(sample) < sampleMegabytes) sample.push(article)
  const size = megabytes(sample)
  const texts = sample.map(({ text }) => text)
  const hashed = texts.map((text) => shingles(tokenize(text)))
  const strings = texts.map(shingleStrings)
  hashed.forEach((hashes, i) => {
    if (hashes.length !== strings[i]?.length) throw new Error(`unlike shingles of article ${sample[i]?.id}`)
  })
  const rows = [['signatures of 128 values', 'wirecopy MB/s', 'minhash MB/s', 'ratio']]
  const contests: readonly (readonly [string, () => void, () => void])[] = [
    [
      'from shingles',
      () => void hashed.map((hashes) => minHash(hashes, { numPerm })),
      () => void strings.map(peerSignature),
    ],
    [
      'from text',
      () => void texts.map((text) => minHashText(text, { numPerm })),
      () => void texts.map((text) => peerSignature(shingleStrings(text))),
    ],
  ]
  for (const [what, ours, peers] of contests) {
    const times: { ours: number; peers: number }[] = []
    for (let round = 0; round < rounds; round++) times.push({ ours: seconds(ours), peers: seconds(peers) })
    const mine = size / median(times.map((time) => time.ours))
    const theirs = size / median(times.map((time) => time.peers))
    rows.push([what, mine.toFixed(1), theirs.toFixed(2), `${Math.round(mine / theirs)} x`])
  }
  const count = hashed.reduce((sum, hashes) => sum + hashes.length, 0)
  table(
    `Beside minhash: ${sample.length} texts of ${name}, ${size.toFixed(2)} MB, ${count} shingles, median of ${rounds}`,
    rows,
  )
}

const own = fixtures()
const corpora = corpusNames.map((name) => corpus(name) ?? name)
const helsinki = corpora.find((one) => typeof one !== 'string' && one.name === 'helsinki')
console.log(`Node ${process.version} on ${process.platform} ${process.arch}`)
benchClustering([own, ...corpora])
benchSignatures(typeof helsinki === 'object' ? helsinki : own)
