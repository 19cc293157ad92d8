// Part 6: do the thresholds fit these articles alone? They are chosen anew on four fifths of the stories and measured
// on the rest, and each is moved by itself to see how far it can go. Evidence is gathered once; judging and grouping
// are repeated.
import { DisjointSets } from '../src/match/disjoint-sets.js'
import { defaultThresholds, judge, type Thresholds } from '../src/match/relation.js'
import {
  type Corpus,
  type GoldCorpus,
  isSame,
  type LabelledPair,
  type Labels,
  type Level,
  levels,
  pairKey,
  surePairs,
  unsurePairs,
} from './corpora.js'
import { type Compared, groupPlaces } from './pass.js'
import { pick, type Random, seeded } from './random.js'
import { f1Of, labelOf } from './score.js'
import { figure, type Row, table } from './table.js'

type Name = keyof Thresholds

const folds = 5
const multiples = [0.8, 0.9, 1, 1.1, 1.2]
const mostRounds = 4
const startsOfSearch = 2

/** Those on which most depends. */
const searched: readonly Name[] = [
  'storyContainment',
  'dispatchContainment',
  'dispatchDensity',
  'alikeContainment',
  'templateConflict',
  'revisionContainment',
  'longRun',
  'hubRatio',
]

const isShare = (name: Name) => defaultThresholds[name] <= 1

const scaled = (name: Name, by: number) => {
  const value = defaultThresholds[name] * by
  return isShare(name) ? Math.min(1, value) : value
}

/** Pairs rightly joined, wrongly joined and missed. */
type Counts = [tp: number, fp: number, fn: number]

/** One figure's pairs, each with the folds of its two articles. */
interface Judged {
  readonly a: number
  readonly b: number
  readonly folds: readonly [number, number]
  readonly same: boolean
}

/** What is measured, as a function of the thresholds: for every figure the pairs, and the groups of the articles. */
interface Measured {
  readonly name: string
  readonly pairs: readonly Judged[]
  readonly groups: (lines: Thresholds) => Int32Array
}

/** Groups by thresholds, each setting once. */
function grouper(compared: Compared): (lines: Thresholds) => Record<Level, Int32Array> {
  const known = new Map<string, Record<Level, Int32Array>>()
  return (lines) => {
    const key = JSON.stringify(lines)
    const found = known.get(key) ?? groupPlaces(compared, (evidence) => judge(evidence, lines))
    known.set(key, found)
    return found
  }
}

const placesIn = ({ pages }: Compared) => {
  const places = new Map(pages.map(({ article }, i) => [article.id, i]))
  return (id: string) => {
    const place = places.get(id)
    if (place === undefined) throw new Error(`article ${id} was not read`)
    return place
  }
}

/** Groups dealt into folds in a seeded order. */
function deal(groups: Iterable<string>, random: Random): ReadonlyMap<string, number> {
  const shuffled = [...new Set(groups)].sort().map((group) => ({ group, at: random() }))
  shuffled.sort((x, y) => x.at - y.at)
  return new Map(shuffled.map(({ group }, i) => [group, i % folds]))
}

function helsinkiFigures(corpus: GoldCorpus, compared: Compared): Measured[] {
  const groups = grouper(compared)
  const place = placesIn(compared)
  const unsure = unsurePairs(corpus)
  const ids = [...corpus.gold.story.keys()]
  const foldOfStory = deal(corpus.gold.story.values(), seeded(1))
  const foldOf = (id: string) => foldOfStory.get(labelOf(corpus.gold.story, id)) ?? 0
  return levels.map((level) => {
    const gold: Labels = corpus.gold[level]
    const pairs: Judged[] = []
    for (const [i, a] of ids.entries())
      for (const b of ids.slice(i + 1)) {
        if (unsure.has(pairKey(a, b))) continue
        const same = labelOf(gold, a) === labelOf(gold, b)
        pairs.push({ a: place(a), b: place(b), folds: [foldOf(a), foldOf(b)], same })
      }
    return { name: `helsinki ${level} F1`, pairs, groups: (lines) => groups(lines)[level] }
  })
}

/** Labelled pairs that touch, by way of an article, are of one fold. */
function foldsOfPairs(pairs: readonly LabelledPair[]): (pair: LabelledPair) => number {
  const ids = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]
  const places = new Map(ids.map((id, i) => [id, i]))
  const sets = new DisjointSets(ids.length)
  const find = (id: string) => String(sets.find(places.get(id) ?? 0))
  for (const { a, b } of pairs) sets.union(places.get(a) ?? 0, places.get(b) ?? 0)
  const foldOf = deal(
    pairs.map(({ a }) => find(a)),
    seeded(2),
  )
  return ({ a }) => foldOf.get(find(a)) ?? 0
}

function reutersFigure(corpus: Corpus, compared: Compared): Measured {
  const groups = grouper(compared)
  const place = placesIn(compared)
  const labelled = surePairs(corpus)
  const foldOf = foldsOfPairs(labelled)
  const pairs = labelled.map((pair) => {
    const fold = foldOf(pair)
    return { a: place(pair.a), b: place(pair.b), folds: [fold, fold] as const, same: isSame(pair) }
  })
  return { name: 'reuters-1987 F1', pairs, groups: (lines) => groups(lines).story }
}

/** Counts pairs by weight; a pair of two folds is half of each, so that all folds together count every pair once. */
function countPairs({ pairs, groups }: Measured, lines: Thresholds, weight: (pair: Judged) => number): Counts {
  const group = groups(lines)
  const counts: Counts = [0, 0, 0]
  for (const pair of pairs) {
    const joined = group[pair.a] === group[pair.b]
    if (!joined && !pair.same) continue
    counts[joined ? (pair.same ? 0 : 1) : 2] += weight(pair)
  }
  return counts
}

const everyPair = () => 1
const inFold = (fold: number) => (pair: Judged) => pair.folds.filter((one) => one === fold).length / 2
/** Pairs that do not touch the fold: what may be looked at when choosing for it. */
const outside = (fold: number) => (pair: Judged) => (pair.folds.includes(fold) ? 0 : 1)

/** Tries every multiple of one threshold after the other, as long as the mean of the figures grows. */
function searchFrom(start: Thresholds, scoreOf: (lines: Thresholds) => number): { lines: Thresholds; score: number } {
  let best = { lines: start, score: scoreOf(start) }
  for (let round = 0; round < mostRounds; round++) {
    const before = best.score
    for (const name of searched)
      for (const by of multiples) {
        const lines = { ...best.lines, [name]: scaled(name, by) }
        const score = scoreOf(lines)
        if (score > best.score + 1e-12) best = { lines, score }
      }
    if (best.score === before) break
  }
  return best
}

/**
 * The thresholds that the other folds would choose. The search starts anywhere, so that the defaults have no
 * advantage.
 */
function chooseWithout(fold: number, measured: readonly Measured[]): Thresholds {
  const scoreOf = (lines: Thresholds) =>
    measured.reduce((sum, one) => sum + f1Of(...countPairs(one, lines, outside(fold))), 0) / measured.length
  const random = seeded(fold + 1)
  const starts = Array.from({ length: startsOfSearch }, () => {
    const anywhere = searched.map((name) => [name, scaled(name, pick(random, multiples))] as const)
    return searchFrom({ ...defaultThresholds, ...Object.fromEntries(anywhere) }, scoreOf)
  })
  return starts.reduce((best, one) => (one.score > best.score ? one : best)).lines
}

function printCrossValidation(measured: readonly Measured[]): void {
  const chosen = Array.from({ length: folds }, (_, fold) => chooseWithout(fold, measured))
  const rows: Row[] = [['figure', 'plain, at the defaults', 'cross-validated', 'difference']]
  const byFold: Row[] = [['figure', ...chosen.map((_, fold) => `fold ${fold + 1}`)]]
  for (const one of measured) {
    const plain = f1Of(...countPairs(one, defaultThresholds, everyPair))
    const held = chosen.map((lines, fold) => countPairs(one, lines, inFold(fold)))
    const sum = (k: 0 | 1 | 2) => held.reduce((total, counts) => total + counts[k], 0)
    const crossed = f1Of(sum(0), sum(1), sum(2))
    rows.push([one.name, figure(plain), figure(crossed), figure(crossed - plain)])
    byFold.push([
      one.name,
      ...held.map((counts) => `${figure(f1Of(...counts))} of ${String(counts[0] + counts[2]).padStart(3)}`),
    ])
  }
  table(`Cross-validation in ${folds} folds of stories, ${searched.length} thresholds chosen anew for each`, rows)
  table('Cross-validated F1 fold by fold, and of how many gold pairs: stories differ much in size', byFold)
  table('What was chosen for each fold, as multiples of the default', [
    ['threshold', 'default', ...chosen.map((_, fold) => `fold ${fold + 1}`)],
    ...searched.map((name) => [
      name,
      String(defaultThresholds[name]),
      ...chosen.map((lines) => (lines[name] / defaultThresholds[name]).toFixed(2)),
    ]),
  ])
}

const tolerance = 0.01
const stepOfRange = 0.05
const furthest = 10

/** How far one threshold goes in one direction, in steps of 5 %, before a figure changes by more than the tolerance. */
function reach(name: Name, direction: 1 | -1, measured: readonly Measured[], plain: readonly number[]) {
  let value = defaultThresholds[name]
  for (let step = 1; step <= furthest; step++) {
    const next = scaled(name, 1 + direction * step * stepOfRange)
    if (next === value) return { value, stopped: 'nothing' }
    const lines = { ...defaultThresholds, [name]: next }
    const moved = measured.find(
      (one, k) => Math.abs(f1Of(...countPairs(one, lines, everyPair)) - (plain[k] ?? 0)) > tolerance,
    )
    if (moved) return { value, stopped: moved.name }
    value = next
  }
  return { value, stopped: 'nothing' }
}

function printSensitivity(measured: readonly Measured[]): void {
  const plain = measured.map((one) => f1Of(...countPairs(one, defaultThresholds, everyPair)))
  const rows: Row[] = [['threshold', 'default', 'from', 'to', 'of the default', 'what changes below', 'above']]
  for (const name of Object.keys(defaultThresholds) as Name[]) {
    const [low, high] = [reach(name, -1, measured, plain), reach(name, 1, measured, plain)]
    const standard = defaultThresholds[name]
    const show = (value: number) => String(Number(value.toPrecision(3)))
    const range = `${Math.round((100 * low.value) / standard)} to ${Math.round((100 * high.value) / standard)} %`
    rows.push([name, String(standard), show(low.value), show(high.value), range, low.stopped, high.stopped])
  }
  table(
    `Ranges over which all of these figures stay within ${tolerance}, one threshold moved alone, at most by half`,
    rows,
  )
}

export function printThresholds(
  helsinki: GoldCorpus,
  inHelsinki: Compared,
  reuters: Corpus,
  inReuters: Compared,
): void {
  const measured = [...helsinkiFigures(helsinki, inHelsinki), reutersFigure(reuters, inReuters)]
  printCrossValidation(measured)
  printSensitivity(measured)
}
