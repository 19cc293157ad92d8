// Part 2: the methods of peer-methods.ts at every threshold, on the corpora on which the library is measured, beside
// it. One grouping serves for dispatches and for stories, as a method with one threshold has no other.
import { compareTwoStrings } from 'string-similarity'
import type { Article } from '../src/index.js'
import { type Corpus, type GoldCorpus, type Labels, levels, surePairs, unsurePairs } from './corpora.js'
import {
  type Grouping,
  letterLikeness,
  minHashGrouping,
  seeds,
  setLikeness,
  signaturesOf,
  simHashGroupings,
  singleLink,
} from './peer-methods.js'
import { type Predicted, scoreGroups, scoreLevel, scorePairs, scoreStories, togetherIn } from './score.js'
import { figure, markdown, percent, type Row, table } from './table.js'

/** The figures that methods are compared by; null where a method or corpus has none. */
export interface Figures {
  readonly dispatch: number | null
  readonly story: number | null
  readonly reuters: number | null
  readonly joined: number | null
}

export interface Trial {
  readonly threshold: number
  readonly figures: Figures
}

export interface Peer {
  readonly name: string
  readonly trials: readonly Trial[]
}

const steps = [0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8]
// Below 0.3 the bands of 10,788 articles bring nearly all together; on 309 that can be afforded.
const minHashSteps = { both: steps.filter((step) => step >= 0.3), helsinki: [0.15, 0.2] }
const letterSteps = [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95]
const distances = [3, 6, 10, 14, 18]

export const minHashName = 'MinHash, LSH'

const textsOf = (corpus: Corpus | null) => corpus?.articles.map(({ text }) => text) ?? []

export const labelsFrom = (articles: readonly Article[], grouping: Grouping): Labels =>
  new Map(articles.map(({ id }, i) => [id, String(grouping[i])]))

function figuresOf(
  helsinki: GoldCorpus | null,
  inHelsinki: Grouping | null,
  reuters: Corpus | null,
  inReuters: Grouping | null,
): Figures {
  const [dispatch = null, story = null] =
    helsinki && inHelsinki
      ? levels.map((level) => {
          const labels = labelsFrom(helsinki.articles, inHelsinki)
          return scoreGroups(labels, helsinki.gold[level], unsurePairs(helsinki)).f1
        })
      : []
  const pairs =
    reuters && inReuters ? scorePairs(surePairs(reuters), togetherIn(labelsFrom(reuters.articles, inReuters))) : null
  return { dispatch, story, reuters: pairs?.f1 ?? null, joined: pairs?.joined ?? null }
}

function meanOf(all: readonly Figures[]): Figures {
  const mean = (name: keyof Figures) => {
    const values = all.flatMap((figures) => (figures[name] === null ? [] : [figures[name]]))
    return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
  }
  return { dispatch: mean('dispatch'), story: mean('story'), reuters: mean('reuters'), joined: mean('joined') }
}

export function ourFigures(
  helsinki: GoldCorpus | null,
  inHelsinki: Predicted | null,
  reuters: Corpus | null,
  inReuters: Predicted | null,
): Figures {
  const level = (name: 'dispatch' | 'story') =>
    helsinki && inHelsinki ? scoreLevel(helsinki, inHelsinki, name).f1 : null
  const pairs = reuters && inReuters ? scoreStories(reuters, inReuters) : null
  return {
    dispatch: level('dispatch'),
    story: level('story'),
    reuters: pairs?.f1 ?? null,
    joined: pairs?.joined ?? null,
  }
}

export function runPeers(helsinki: GoldCorpus | null, reuters: Corpus | null): Peer[] {
  const peers: Peer[] = []
  const timed = (name: string, run: () => Trial[]) => {
    const started = performance.now()
    peers.push({ name, trials: run() })
    console.log(`${name}: ${((performance.now() - started) / 1000).toFixed(1)} s`)
  }
  const [helsinkiTexts, reutersTexts] = [textsOf(helsinki), textsOf(reuters)]

  timed(minHashName, () => {
    const inHelsinki = signaturesOf(helsinkiTexts)
    const inReuters = signaturesOf(reutersTexts)
    return [...minHashSteps.helsinki, ...minHashSteps.both].map((threshold) => ({
      threshold,
      figures: meanOf(
        seeds.map((_, k) =>
          figuresOf(
            helsinki,
            minHashGrouping(inHelsinki[k] ?? [], threshold),
            reuters,
            minHashSteps.both.includes(threshold) ? minHashGrouping(inReuters[k] ?? [], threshold) : null,
          ),
        ),
      ),
    }))
  })

  for (const kind of ['jaccard', 'containment'] as const)
    timed(`exact ${kind === 'jaccard' ? 'Jaccard' : kind}`, () => {
      const least = Math.min(...steps)
      const inHelsinki = setLikeness(helsinkiTexts, least)[kind]
      const inReuters = setLikeness(reutersTexts, least)[kind]
      return steps.map((threshold) => ({
        threshold,
        figures: figuresOf(
          helsinki,
          singleLink(helsinkiTexts.length, inHelsinki, threshold),
          reuters,
          singleLink(reutersTexts.length, inReuters, threshold),
        ),
      }))
    })

  timed('string-similarity', () => {
    const { pairs, checked } = letterLikeness(helsinkiTexts, Math.min(...letterSteps))
    console.log(`string-similarity: ${checked} pairs checked against compareTwoStrings itself`)
    const textOf = new Map(reuters?.articles.map(({ id, text }) => [id, text]))
    const labelled = reuters ? surePairs(reuters) : []
    const alike = new Map(
      labelled.map(({ a, b }) => [`${a}\t${b}`, compareTwoStrings(textOf.get(a) ?? '', textOf.get(b) ?? '')]),
    )
    return letterSteps.map((threshold) => {
      const byPair = reuters ? scorePairs(labelled, (a, b) => (alike.get(`${a}\t${b}`) ?? 0) >= threshold) : null
      const clustered = figuresOf(helsinki, singleLink(helsinkiTexts.length, pairs, threshold), null, null)
      return {
        threshold,
        figures: { ...clustered, reuters: byPair?.f1 ?? null, joined: byPair?.joined ?? null },
      }
    })
  })

  for (const unit of ['words', 'shingles'] as const)
    timed(`SimHash of ${unit}`, () => {
      const inHelsinki = simHashGroupings(helsinkiTexts, unit, distances)
      const inReuters = simHashGroupings(reutersTexts, unit, distances)
      return distances.map((threshold, k) => ({
        threshold,
        figures: figuresOf(helsinki, inHelsinki[k] ?? null, reuters, inReuters[k] ?? null),
      }))
    })
  return peers
}

/** The trial that is best by one figure, or null where none has it. */
export function bestBy(trials: readonly Trial[], name: keyof Figures): Trial | null {
  let best: Trial | null = null
  for (const trial of trials)
    if (trial.figures[name] !== null && (best?.figures[name] ?? -1) < (trial.figures[name] ?? -1)) best = trial
  return best
}

/** Each figure at the threshold that suits it best; templates and other stories joined at that of the pairs' F1. */
const bestAlone = (trials: readonly Trial[]): Figures => {
  const pairs = bestBy(trials, 'reuters')
  return {
    dispatch: bestBy(trials, 'dispatch')?.figures.dispatch ?? null,
    story: bestBy(trials, 'story')?.figures.story ?? null,
    reuters: pairs?.figures.reuters ?? null,
    joined: pairs?.figures.joined ?? null,
  }
}

/** The one threshold with the best mean of the F1 figures: what a user of the method can have. */
function bestTogether(trials: readonly Trial[]): Trial | null {
  const mean = ({ dispatch, story, reuters }: Figures) =>
    dispatch === null || story === null || reuters === null ? -1 : (dispatch + story + reuters) / 3
  let best: Trial | null = null
  for (const trial of trials) if (mean(trial.figures) > (best ? mean(best.figures) : -1)) best = trial
  return best
}

const cells = ({ dispatch, story, reuters, joined }: Figures): Row => [
  figure(dispatch),
  figure(story),
  figure(reuters),
  percent(joined, 1),
]

const heading = ['helsinki dispatch F1', 'helsinki story F1', 'reuters-1987 F1', 'T, S, N joined']

export function printPeers(peers: readonly Peer[], ours: Figures): void {
  const rows: Row[] = [
    ['method', 'threshold', ...heading],
    ['wirecopy', 'defaults', ...cells(ours)],
  ]
  for (const { name, trials } of peers) {
    rows.push([''])
    for (const { threshold, figures } of trials) rows.push([name, String(threshold), ...cells(figures)])
    rows.push([name, 'its best for each figure alone', ...cells(bestAlone(trials))])
  }
  table('All by single link; string-similarity on reuters-1987 pair by pair', rows, 2)
  console.log(
    `MinHash: the mean of ${seeds.length} seeds. Joined pairs of the last lines: those at the best reuters-1987 F1.`,
  )
}

export function readmeTable(peers: readonly Peer[], ours: Figures): string {
  const rows: Row[] = [['method', 'threshold', ...heading]]
  for (const { name, trials } of peers) {
    const together = bestTogether(trials)
    const at = name.startsWith('SimHash') ? 'at most' : 'from'
    const unit = name.startsWith('SimHash') ? ' bits' : ''
    if (together) rows.push([name, `${at} ${together.threshold}${unit}`, ...cells(together.figures)])
    rows.push([name, 'the best for each figure alone', ...cells(bestAlone(trials))])
  }
  rows.push(['**wirecopy**', 'defaults', ...cells(ours).map((cell) => `**${cell}**`)])
  return markdown(rows)
}
