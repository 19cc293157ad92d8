// A hundred thousand articles of one kind, held by one process and clustered when told: those of the days, or as many of one text, which
// may differ as a spam feed's do. Every article has a string of its own.
import type { Article, clusterArticles } from '../../../src/index.js'
import { days } from '../../days/days.js'
import { outletAt } from '../../days/outlets.js'
import { answer, memory } from './answer.js'

export type Kind = 'distinct' | 'identical' | 'one number' | 'tracking line'

export interface IdenticalCommand {
  readonly library: string
  readonly kind: Kind
  readonly articles: number
}

export interface IdenticalAnswer {
  readonly seconds: number
  readonly characters: number
  readonly clusters: number
  readonly clustered: number
  readonly comparedPairs: number
}

const articlesPerDay = 20_000
const firstTime = Date.UTC(2031, 2, 3)
const sample = 2000

/** Of some days' texts the one nearest to their mean length. */
function usualText(): string {
  const some = [...days({ articles: sample })].map(({ article }) => article.text)
  const mean = some.reduce((sum, { length }) => sum + length, 0) / sample
  return some.reduce((best, text) => (Math.abs(text.length - mean) < Math.abs(best.length - mean) ? text : best))
}

const spread = (i: number) => Math.imul(i + 1, 0x9e3779b1) >>> 0

/** The text as one article has it. Copied by its bytes, as texts from a feed share no memory. */
function variant(text: string, kind: Kind, i: number): string {
  const middle = text.indexOf(' ', text.length / 2)
  const varied = {
    distinct: text,
    identical: text,
    'one number': `${text.slice(0, middle)} ${spread(i)}${text.slice(middle)}`,
    'tracking line': `${text}\nhttps://news.example/read?from=feed&id=${spread(i).toString(36)}`,
  }[kind]
  return Buffer.from(varied, 'utf16le').toString('utf16le')
}

function make({ kind, articles: count }: IdenticalCommand): Article[] {
  if (kind === 'distinct') return [...days({ articles: count, articlesPerDay })].map(({ article }) => article)
  const text = usualText()
  return Array.from({ length: count }, (_, i) => ({
    id: `a${i}`,
    outlet: outletAt(spread(i)).name,
    title: 'The same from everyone',
    publishedAt: new Date(firstTime + (i * 864e5) / articlesPerDay).toISOString(),
    text: variant(text, kind, i),
  }))
}

let articles: readonly Article[] = []

answer<IdenticalCommand, IdenticalAnswer>(async (command) => {
  const library: { readonly clusterArticles: typeof clusterArticles } = await import(command.library)
  if (articles.length === 0) articles = make(command)
  const characters = articles.reduce((sum, { text }) => sum + text.length, 0)
  memory()
  const started = performance.now()
  const { stats } = library.clusterArticles(articles)
  const seconds = (performance.now() - started) / 1000
  const { clusters, clustered, comparedPairs } = stats
  return { seconds, characters, clusters, clustered, comparedPairs }
})
