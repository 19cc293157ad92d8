// The articles of the benchmark, each set as a file of JSON Lines that every side reads for itself, and the labels to
// score clusterings by: the fixtures, a labelled corpus where it lies beside the checkout, and generated days of news.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Article, scoreClustering } from '../../src/index.js'
import { fixtureCorpus, hasGold, type Labels, readCorpus, unsurePairs } from '../corpora.js'
import { days } from '../days/days.js'
import { scoreGroups } from '../score.js'

export interface Texts {
  readonly name: string
  readonly file: string
  readonly articles: readonly Article[]
  /** The dispatch of every article. */
  readonly gold: Labels
  readonly unsure: ReadonlySet<string>
}

const temporary = mkdtempSync(join(tmpdir(), 'wirecopy-peers-'))
process.on('exit', () => rmSync(temporary, { recursive: true, force: true }))

export const bytesOf = (articles: readonly Pick<Article, 'text'>[]) =>
  articles.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0)

function written(name: string, articles: readonly Article[], gold: Labels): Texts {
  const file = join(temporary, `${name.replaceAll(/\W/g, '-')}.jsonl`)
  writeFileSync(file, articles.map((article) => `${JSON.stringify(article)}\n`).join(''))
  return { name, file, articles, gold, unsure: new Set() }
}

function fixtures(): Texts {
  const { corpus } = fixtureCorpus()
  return written('fixtures', corpus.articles, corpus.gold.dispatch)
}

function helsinki(): Texts | null {
  const corpus = readCorpus('helsinki')
  if (!hasGold(corpus)) return null
  const { name, folder, articles, gold } = corpus
  return { name, file: `${folder}/articles.jsonl`, articles, gold: gold.dispatch, unsure: unsurePairs(corpus) }
}

function generated(count: number): Texts {
  const all = [...days({ articles: count, seed: 1 })]
  const gold = new Map(all.map(({ article, dispatch }) => [article.id, dispatch]))
  const articles = all.map(({ article }) => article)
  return written(`days ${count}`, articles, gold)
}

/** Lines of JSON, each an article with `labels: { dispatch }`. */
function given(path: string): Texts {
  const lines = readFileSync(path, 'utf8').split('\n')
  const articles = lines
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Article & { readonly labels: { readonly dispatch: string } })
  const gold = new Map(articles.map(({ id, labels }) => [id, labels.dispatch]))
  return { name: path, file: path, articles, gold, unsure: new Set() }
}

/** The sets of articles to measure on by name, the largest last; each is made when asked for. */
export function textSets(counts: readonly number[], path: string | undefined): ReadonlyMap<string, () => Texts | null> {
  if (path !== undefined) return new Map([[path, () => given(path)]])
  const days = counts.map((count): [string, () => Texts] => [`days ${count}`, () => generated(count)])
  return new Map<string, () => Texts | null>([['fixtures', fixtures], ['helsinki', helsinki], ...days])
}

/** Pairwise F1 by dispatch. */
export function f1Of({ articles, gold, unsure }: Texts, labels: readonly string[]): number {
  const predicted = new Map(articles.map(({ id }, i) => [id, labels[i] ?? id]))
  return unsure.size > 0
    ? scoreGroups(predicted, gold, unsure).f1
    : scoreClustering(Object.fromEntries(predicted), Object.fromEntries(gold)).f1
}
