// The figures of ../shared/tools/score.mjs in TypeScript, so that the benchmark can try hundreds of clusterings, and
// a check that both say the same. Pairs whose label is unsure count neither way; the library's own scoreClustering
// knows no such.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Corpus,
  type GoldCorpus,
  isSame,
  type LabelledPair,
  type Labels,
  type Level,
  levels,
  pairKey,
  scoreTool,
  surePairs,
  unsurePairs,
} from './corpora.js'

export type Predicted = Readonly<Record<Level, Labels>>

export interface GroupScore {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly bcubed: number
  readonly ari: number
}

export interface PairScore {
  readonly precision: number
  readonly recall: number
  /** Of D and R together. */
  readonly f1: number
  /** The share of templates and other stories that were joined. */
  readonly joined: number
  readonly recallOfD: number
  readonly recallOfR: number
}

/** A label that must be there. */
export function labelOf(labels: Labels, id: string): string {
  const label = labels.get(id)
  if (label === undefined) throw new Error(`no label for article ${id}`)
  return label
}

/** Articles by label. */
export function groupsOf(ids: Iterable<string>, of: (id: string) => string): Map<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const id of ids) {
    const label = of(id)
    const known = groups.get(label)
    if (known) known.push(id)
    else groups.set(label, [id])
  }
  return groups
}

/** All pairs of articles that share a group. */
export function* pairsWithin(groups: ReadonlyMap<string, readonly string[]>): Generator<readonly [string, string]> {
  for (const ids of groups.values())
    for (const [i, a] of ids.entries()) for (const b of ids.slice(i + 1)) yield [a, b] as const
}

const choose2 = (n: number) => (n * (n - 1)) / 2

export function harmonic(precision: number, recall: number): number {
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
}

/** F1 from pairs rightly joined, wrongly joined and missed. */
export const f1Of = (tp: number, fp: number, fn: number) =>
  harmonic(tp + fp === 0 ? 1 : tp / (tp + fp), tp + fn === 0 ? 1 : tp / (tp + fn))

export function scoreGroups(predicted: Labels, gold: Labels, unsure: ReadonlySet<string>): GroupScore {
  const ids = [...gold.keys()]
  const goldOf = (id: string) => labelOf(gold, id)
  const of = (id: string) => labelOf(predicted, id)
  const goldGroups = groupsOf(ids, goldOf)
  const groups = groupsOf(ids, of)
  let [tp, fp, fn] = [0, 0, 0]
  for (const [a, b] of pairsWithin(groups)) {
    if (unsure.has(pairKey(a, b))) continue
    if (goldOf(a) === goldOf(b)) tp++
    else fp++
  }
  for (const [a, b] of pairsWithin(goldGroups)) if (!unsure.has(pairKey(a, b)) && of(a) !== of(b)) fn++
  const size = (of: Map<string, string[]>, label: string) => of.get(label)?.length ?? 0
  let [together, bPrecision, bRecall] = [0, 0, 0]
  for (const members of groupsOf(ids, (id) => `${goldOf(id)}\t${of(id)}`).values()) {
    const id = members[0] ?? ''
    together += choose2(members.length)
    bPrecision += members.length ** 2 / size(groups, of(id)) / ids.length
    bRecall += members.length ** 2 / size(goldGroups, goldOf(id)) / ids.length
  }
  const pairsIn = (of: Map<string, string[]>) => [...of.values()].reduce((sum, { length }) => sum + choose2(length), 0)
  const [inGold, put] = [pairsIn(goldGroups), pairsIn(groups)]
  const expected = (inGold * put) / choose2(ids.length)
  const exact = inGold === put && together === inGold
  return {
    precision: tp + fp === 0 ? 1 : tp / (tp + fp),
    recall: tp + fn === 0 ? 1 : tp / (tp + fn),
    f1: f1Of(tp, fp, fn),
    bcubed: harmonic(bPrecision, bRecall),
    ari: exact ? 1 : (together - expected) / ((inGold + put) / 2 - expected),
  }
}

/** Scores labelled pairs one by one: D and R should be together, T, S and N should not. */
export function scorePairs(pairs: readonly LabelledPair[], together: (a: string, b: string) => boolean): PairScore {
  const share = (of: readonly LabelledPair[]) =>
    of.length === 0 ? Number.NaN : of.filter(({ a, b }) => together(a, b)).length / of.length
  const same = pairs.filter(isSame)
  const other = pairs.filter((pair) => !isSame(pair))
  const tp = same.filter(({ a, b }) => together(a, b)).length
  const fp = other.filter(({ a, b }) => together(a, b)).length
  return {
    precision: tp + fp === 0 ? 1 : tp / (tp + fp),
    recall: share(same),
    f1: f1Of(tp, fp, same.length - tp),
    joined: share(other),
    recallOfD: share(pairs.filter(({ label }) => label === 'D')),
    recallOfR: share(pairs.filter(({ label }) => label === 'R')),
  }
}

/** Whether two articles have one label. */
export const togetherIn = (labels: Labels) => (a: string, b: string) => labelOf(labels, a) === labelOf(labels, b)

export const scoreLevel = (corpus: GoldCorpus, predicted: Predicted, level: Level) =>
  scoreGroups(predicted[level], corpus.gold[level], unsurePairs(corpus))

export const scoreStories = (corpus: Corpus, predicted: Predicted) =>
  scorePairs(surePairs(corpus), togetherIn(predicted.story))

/**
 * What score.mjs says of the same predictions, in a sentence, and whether it agrees to the last figure but rounding.
 */
export function checkAgainstTool(corpus: Corpus, predicted: Predicted): { agrees: boolean; says: string } {
  if (!existsSync(scoreTool)) return { agrees: true, says: `${corpus.name}: score.mjs missing, not checked` }
  const folder = mkdtempSync(join(tmpdir(), 'wirecopy-'))
  try {
    const file = join(folder, 'predictions.jsonl')
    const rows = corpus.articles.map(({ id }) => ({
      id,
      dispatch: labelOf(predicted.dispatch, id),
      story: labelOf(predicted.story, id),
    }))
    writeFileSync(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
    const told = JSON.parse(
      execFileSync(process.execPath, [scoreTool, corpus.folder, file, '--json'], { encoding: 'utf8' }),
    ) as Record<string, Record<string, number>>
    const mine: [number, number | undefined][] = []
    if (corpus.gold)
      for (const level of levels)
        for (const [name, value] of Object.entries(scoreLevel({ ...corpus, gold: corpus.gold }, predicted, level)))
          mine.push([value, told[level]?.[name]])
    else {
      const { precision, recall, f1, joined } = scoreStories(corpus, predicted)
      const theirs = told.story ?? {}
      mine.push([precision, theirs.precision], [recall, theirs.recall])
      mine.push([f1, theirs.f1], [joined, theirs.falseMergeRate])
    }
    const agrees = mine.every(([x, y]) => y !== undefined && Math.abs(x - y) < 1e-9)
    const verdict = agrees ? 'agrees with score.mjs' : 'DISAGREES with score.mjs'
    return { agrees, says: `${corpus.name}: ${verdict} on ${mine.length} figures` }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
