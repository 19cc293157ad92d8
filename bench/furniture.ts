// Part 4: how well furniture is told from the story, by characters that are not white space, and how many sentences
// of the story are eaten by mistake. Labels: bench/labels/helsinki-furniture.tsv, and the marks in the fixtures.
import { readFileSync } from 'node:fs'
import type { Fixture } from '../fixtures/read.js'
import { type Article, findFurniture, type Range, sentences, tokenize } from '../src/index.js'
import { type Corpus, missing } from './corpora.js'
import { readPages } from './pass.js'
import { figure, percent, type Row, table } from './table.js'

/** The gold furniture of every labelled article, in order. */
type Labelled = ReadonlyMap<string, readonly Range[]>

const kinds = new Set(['furniture', 'caption', 'headline', 'byline', 'dateline', 'credit'])
const fewestWords = 8

function helsinkiLabels(): Labelled {
  const labels = new Map<string, Range[]>()
  const rows = readFileSync(new URL('labels/helsinki-furniture.tsv', import.meta.url), 'utf8')
    .trim()
    .split('\n')
    .slice(1)
  for (const row of rows) {
    const [id = '', start, end] = row.split('\t')
    labels.set(id, [...(labels.get(id) ?? []), { start: Number(start), end: Number(end) }])
  }
  return labels
}

const fixtureLabels = (fixtures: readonly Fixture[]): Labelled =>
  new Map(fixtures.map(({ gold }) => [gold.id, gold.marks.filter(({ kind }) => kinds.has(kind))]))

const marked = (text: string, ranges: readonly Range[]) => {
  const inside = new Uint8Array(text.length)
  for (const { start, end } of ranges) inside.fill(1, start, end)
  return inside
}

/** Sentences of eight words or more between the gold furniture. */
function storySentences(text: string, furniture: readonly Range[]): Range[] {
  const inOrder = [...furniture].sort((x, y) => x.start - y.start)
  const found: Range[] = []
  let from = 0
  for (const { start, end } of [...inOrder, { start: text.length, end: text.length }]) {
    if (start > from) found.push(...sentences(text, { start: from, end: start }))
    from = Math.max(from, end)
  }
  return found.filter(({ start, end }) => tokenize(text.slice(start, end)).count >= fewestWords)
}

interface Tally {
  gold: number
  found: number
  both: number
  sentences: number
  eaten: number
}

function tallyOf(articles: readonly Article[], gold: Labelled, foundIn: (article: Article) => readonly Range[]): Tally {
  const tally: Tally = { gold: 0, found: 0, both: 0, sentences: 0, eaten: 0 }
  for (const article of articles) {
    const furniture = gold.get(article.id)
    if (!furniture) continue
    const { text } = article
    const [truth, told] = [marked(text, furniture), marked(text, foundIn(article))]
    const isText = Uint8Array.from(text, (character) => (/\s/.test(character) ? 0 : 1))
    const count = (of: (i: number) => boolean, { start, end }: Range = { start: 0, end: text.length }) => {
      let sum = 0
      for (let i = start; i < end; i++) if (isText[i] === 1 && of(i)) sum++
      return sum
    }
    tally.gold += count((i) => truth[i] === 1)
    tally.found += count((i) => told[i] === 1)
    tally.both += count((i) => truth[i] === 1 && told[i] === 1)
    for (const sentence of storySentences(text, furniture)) {
      tally.sentences++
      if (count((i) => told[i] === 1, sentence) > count(() => true, sentence) / 2) tally.eaten++
    }
  }
  return tally
}

export function printFurniture(helsinki: Corpus | null, fixtures: readonly Fixture[]): void {
  const rows: Row[] = [['articles', 'seen', 'labelled', 'precision', 'recall', 'sentences eaten', 'of', 'share']]
  const measure = (name: string, articles: readonly Article[], gold: Labelled) => {
    const pages = new Map(readPages(articles).map((page) => [page.article.id, page.furniture]))
    const ways: Record<string, (article: Article) => readonly Range[]> = {
      'one article alone': ({ text, title }) => findFurniture(text, { title: title ?? null }),
      "with the outlet's repetition": ({ id }) => pages.get(id) ?? [],
    }
    for (const [seen, foundIn] of Object.entries(ways)) {
      const { gold: all, found, both, sentences: of, eaten } = tallyOf(articles, gold, foundIn)
      const shares = [figure(both / found), figure(both / all)]
      rows.push([name, seen, String(gold.size), ...shares, String(eaten), String(of), percent(eaten / of, 2)])
    }
  }
  if (helsinki) measure('helsinki', helsinki.articles, helsinkiLabels())
  else rows.push(['helsinki', missing])
  measure(
    'fixtures',
    fixtures.map(({ article }) => article),
    fixtureLabels(fixtures),
  )
  table('Furniture, by characters', rows, 2)
}
