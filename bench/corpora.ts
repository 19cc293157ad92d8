// Reads the articles and labels that accuracy is measured on: the fixtures, and the development corpora where they
// lie beside the checkout. Those are other people's text: they are read from there and never copied.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Fixture, readFixtures } from '../fixtures/read.js'
import type { Article } from '../src/index.js'

export type Level = 'dispatch' | 'story'
export const levels: readonly Level[] = ['dispatch', 'story']

/** The group of every article, by id. Only which articles share one matters. */
export type Labels = ReadonlyMap<string, string>

/** Same dispatch, revision, template, separate stories that share passages, nothing shared that matters. */
export type PairLabel = 'D' | 'R' | 'T' | 'S' | 'N'

export interface LabelledPair {
  readonly a: string
  readonly b: string
  readonly label: PairLabel
  /** h, m or l; what is marked l is not scored. */
  readonly confidence: string
}

export interface Corpus {
  readonly name: string
  /** Where it lies; score.mjs wants to know. */
  readonly folder: string
  readonly articles: readonly Article[]
  /** Gold groups of every article, where there are any. */
  readonly gold: Readonly<Record<Level, Labels>> | null
  readonly pairs: readonly LabelledPair[]
}

/** A corpus all of whose articles have gold groups. */
export interface GoldCorpus extends Corpus {
  readonly gold: Readonly<Record<Level, Labels>>
}

const sharedFolder = fileURLToPath(new URL('../../shared/', import.meta.url))
export const scoreTool = `${sharedFolder}tools/score.mjs`
export const missing = 'skipped: folder missing'

const lines = (file: string) =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')

const rows = (file: string) =>
  existsSync(file)
    ? lines(file)
        .slice(1)
        .map((line) => line.split('\t'))
    : []

/** A corpus, or null where its folder is missing. */
export function readCorpus(name: string): Corpus | null {
  const folder = `${sharedFolder}corpora/${name}`
  if (!existsSync(folder)) return null
  const articles = lines(`${folder}/articles.jsonl`).map((line) => JSON.parse(line) as Article)
  const groups = rows(`${folder}/clusters.tsv`)
  const column = (k: number) => new Map(groups.map((row) => [row[0] ?? '', row[k] ?? '']))
  return {
    name,
    folder,
    articles,
    gold: groups.length === 0 ? null : { dispatch: column(1), story: column(2) },
    pairs: rows(`${folder}/pairs.tsv`).map(([a = '', b = '', label, confidence = '']) => ({
      a,
      b,
      label: label as PairLabel,
      confidence,
    })),
  }
}

export const hasGold = (corpus: Corpus | null): corpus is GoldCorpus => corpus !== null && corpus.gold !== null

/** The fixtures as a corpus, and what else is known of each. */
export function fixtureCorpus(): { corpus: GoldCorpus; fixtures: readonly Fixture[] } {
  const fixtures = readFixtures()
  const labels = (level: Level) => new Map(fixtures.map(({ gold }) => [gold.id, gold[level]]))
  const corpus: GoldCorpus = {
    name: 'fixtures',
    folder: '',
    articles: fixtures.map(({ article }) => article),
    gold: { dispatch: labels('dispatch'), story: labels('story') },
    pairs: [],
  }
  return { corpus, fixtures }
}

/** One key for a pair, in whatever order. */
export const pairKey = (a: string, b: string) => (a < b ? `${a}\t${b}` : `${b}\t${a}`)

/** Pairs whose label is not sure; they count neither way. */
export const unsurePairs = ({ pairs }: Corpus): ReadonlySet<string> =>
  new Set(pairs.filter(({ confidence }) => confidence === 'l').map(({ a, b }) => pairKey(a, b)))

export const surePairs = ({ pairs }: Corpus) => pairs.filter(({ confidence }) => confidence !== 'l')

/** Whether a labelled pair belongs to one story. */
export const isSame = ({ label }: LabelledPair) => label === 'D' || label === 'R'
