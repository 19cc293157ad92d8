// Part 1: the library itself at its defaults, one call a corpus.
import type { Fixture } from '../fixtures/read.js'
import { type ClusterResult, clusterArticles } from '../src/index.js'
import { type Corpus, type GoldCorpus, type Level, levels, missing } from './corpora.js'
import { labelsOf } from './pass.js'
import { checkAgainstTool, type PairScore, type Predicted, scoreLevel, scoreStories } from './score.js'
import { figure, percent, table } from './table.js'

export interface Ours {
  readonly result: ClusterResult
  readonly predicted: Predicted
}

export function runOurs(corpus: Corpus): Ours {
  const result = clusterArticles(corpus.articles)
  return { result, predicted: labelsOf(corpus.articles, result) }
}

export function printGroupScores(rows: readonly (readonly [GoldCorpus | string, Ours | null])[]): void {
  const printed = [['corpus', 'level', 'articles', 'precision', 'recall', 'F1', 'adj. Rand', 'B-cubed F1']]
  for (const [corpus, ours] of rows) {
    if (typeof corpus === 'string' || !ours) {
      printed.push([String(corpus), missing])
      continue
    }
    for (const level of levels) {
      const { precision, recall, f1, ari, bcubed } = scoreLevel(corpus, ours.predicted, level)
      const figures = [precision, recall, f1, ari, bcubed].map(figure)
      printed.push([corpus.name, level, String(corpus.articles.length), ...figures])
    }
  }
  table('Clusterings against gold groups (pairs that the readers were not sure of left out)', printed, 2)
}

export function printPairScores(corpus: Corpus | null, ours: Ours | null): void {
  const heading = ['corpus', 'precision', 'recall', 'F1 of D and R', 'T, S, N joined', 'recall of D', 'recall of R']
  if (!corpus || !ours) {
    table('Labelled pairs, by story', [heading, ['reuters-1987', missing]])
    return
  }
  const score: PairScore = scoreStories(corpus, ours.predicted)
  const { precision, recall, f1, joined, recallOfD, recallOfR } = score
  const figures = [figure(precision), figure(recall), figure(f1), percent(joined, 1)]
  table('Labelled pairs, by story', [heading, [corpus.name, ...figures, figure(recallOfD), figure(recallOfR)]])
}

/** Whether both the port of score.mjs and the tool itself give the same figures. */
export function printToolCheck(rows: readonly (readonly [Corpus, Ours])[]): boolean {
  const checks = rows.map(([corpus, { predicted }]) => checkAgainstTool(corpus, predicted))
  if (checks.length > 0) console.log(`\n${checks.map(({ says }) => says).join('\n')}`)
  return checks.every(({ agrees }) => agrees)
}

/** What the fixtures know beyond their groups: who wrote each article, what it is to its story, and what it embeds. */
export function printFixtureGold(fixtures: readonly Fixture[], { result, predicted }: Ours): void {
  const copies = result.clusters.flatMap((cluster) => cluster.copies.map((copy) => ({ cluster, copy })))
  const own = new Map(
    copies.filter(({ copy }) => copy.relation !== 'embedded').map((one) => [one.copy.articleId, one] as const),
  )
  const agencyOf = (id: string): string | null => {
    const clustered = own.get(id)
    if (clustered) return clustered.cluster.agency?.name ?? null
    const alone = result.unclustered.find(({ articleId }) => articleId === id)
    return (alone ?? copies.find(({ copy }) => copy.articleId === id)?.copy)?.agency?.name ?? null
  }
  const wrong = fixtures.filter(({ gold }) => agencyOf(gold.id) !== gold.agency)
  const signed = fixtures.filter(({ gold }) => gold.agency !== null)
  const wrongSigned = signed.filter((fixture) => wrong.includes(fixture))

  const dispatchOf = new Map(fixtures.map(({ gold }) => [gold.id, gold.dispatch]))
  const wanted = new Set(fixtures.flatMap(({ gold }) => gold.embeds.map((dispatch) => `${gold.id}\t${dispatch}`)))
  const found = copies.filter(({ copy }) => copy.relation === 'embedded')
  const heldBy = ({ cluster, copy }: (typeof found)[number]) =>
    cluster.copies
      .filter(({ relation }) => relation !== 'embedded')
      .map(({ articleId }) => `${copy.articleId}\t${dispatchOf.get(articleId)}`)
  const met = new Set(found.flatMap(heldBy).filter((key) => wanted.has(key)))
  const needless = found.filter((one) => !heldBy(one).some((key) => wanted.has(key)))

  table('Fixtures: agencies and embedded passages', [
    ['', 'right', 'of', 'wrong'],
    ['agency of every article', String(fixtures.length - wrong.length), String(fixtures.length), ids(wrong)],
    [
      'of those that an agency wrote',
      String(signed.length - wrongSigned.length),
      String(signed.length),
      ids(wrongSigned),
    ],
    ['embedded dispatches found', String(met.size), String(wanted.size), `${needless.length} found that are none`],
  ])

  const relationOf = (id: string) =>
    own.get(id)?.copy.relation ?? copies.find(({ copy }) => copy.articleId === id)?.copy.relation ?? 'unclustered'
  const golds = [...new Set(fixtures.map(({ gold }) => gold.relation))].sort()
  const told = ['reproduction', 'excerpt', 'revision', 'embedded', 'unclustered']
  table('Fixtures: relation in the gold (rows) and as found (columns; a revision is a copy of an older dispatch)', [
    ['', ...told],
    ...golds.map((gold) => [
      gold,
      ...told.map((relation) =>
        String(fixtures.filter((one) => one.gold.relation === gold && relationOf(one.gold.id) === relation).length),
      ),
    ]),
  ])
  const alone = fixtures.filter(
    ({ gold }) => sizeOf(predicted, 'story', gold.id) === 1 && sizeOf(fixtureGold(fixtures), 'story', gold.id) > 1,
  )
  if (alone.length > 0) console.log(`left alone, though of a story: ${ids(alone)}`)
}

const ids = (fixtures: readonly Fixture[]) => fixtures.map(({ gold }) => gold.id).join(' ')

const fixtureGold = (fixtures: readonly Fixture[]): Predicted => ({
  dispatch: new Map(fixtures.map(({ gold }) => [gold.id, gold.dispatch])),
  story: new Map(fixtures.map(({ gold }) => [gold.id, gold.story])),
})

const sizeOf = (labels: Predicted, level: Level, id: string) =>
  [...labels[level].values()].filter((label) => label === labels[level].get(id)).length
