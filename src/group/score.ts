// Scores a clustering against labels: pairwise precision, recall and F1; B-cubed (Bagga and Baldwin 1998); the adjusted Rand
// index (Hubert and Arabie 1985). Labels are any strings; only which articles share one matters.
import { WirecopyError } from '../article/error.js'

/** How well a clustering agrees with labels; every figure is 1 when it agrees fully. */
export interface ClusteringScore {
  /** Of the pairs put together, the share that belongs together. */
  readonly precision: number
  /** Of the pairs that belong together, the share put together. */
  readonly recall: number
  readonly f1: number
  readonly bcubed: { readonly precision: number; readonly recall: number; readonly f1: number }
  /** Adjusted Rand index: 0 is chance, below 0 worse. */
  readonly adjustedRand: number
}

const choose2 = (n: number) => (n * (n - 1)) / 2

function sizes(labels: Iterable<string>): Map<string, number> {
  const counted = new Map<string, number>()
  for (const label of labels) counted.set(label, (counted.get(label) ?? 0) + 1)
  return counted
}

/**
 * Scores predicted labels against gold ones, by article id. Linear in the articles.
 *
 * @throws WirecopyError `bad-labels` when an article of `gold` has no prediction
 * @example
 * scoreClustering({ a: '1', b: '1', c: '2' }, { a: 'x', b: 'x', c: 'y' }).f1 // 1
 */
export function scoreClustering(
  predicted: Readonly<Record<string, string>>,
  gold: Readonly<Record<string, string>>,
): ClusteringScore {
  const ids = Object.keys(gold)
  const pairs = ids.map((id) => {
    if (!Object.hasOwn(predicted, id))
      throw new WirecopyError('bad-labels', `article "${id}" has a gold label and no predicted one`, id, 'predicted')
    return [predicted[id] as string, gold[id] as string] as const
  })
  const byPredicted = sizes(pairs.map(([label]) => label))
  const byGold = sizes(pairs.map(([, label]) => label))
  const joint = new Map<string, { both: number; predicted: string; gold: string }>()
  for (const [p, g] of pairs) {
    const key = JSON.stringify([p, g])
    const known = joint.get(key)
    if (known) known.both++
    else joint.set(key, { both: 1, predicted: p, gold: g })
  }
  let together = 0
  let bPrecision = 0
  let bRecall = 0
  for (const cell of joint.values()) {
    together += choose2(cell.both)
    bPrecision += cell.both ** 2 / (byPredicted.get(cell.predicted) ?? 1)
    bRecall += cell.both ** 2 / (byGold.get(cell.gold) ?? 1)
  }
  const pairsOf = (counts: Map<string, number>) => [...counts.values()].reduce((sum, n) => sum + choose2(n), 0)
  const [putTogether, belongTogether] = [pairsOf(byPredicted), pairsOf(byGold)]
  const n = Math.max(1, ids.length)
  const ratio = (part: number, whole: number) => (whole === 0 ? 1 : part / whole)
  const harmonic = (p: number, r: number) => (p + r === 0 ? 0 : (2 * p * r) / (p + r))
  const precision = ratio(together, putTogether)
  const recall = ratio(together, belongTogether)
  const expected = ratio(putTogether * belongTogether, choose2(n) || 1)
  const most = (putTogether + belongTogether) / 2
  return {
    precision,
    recall,
    f1: harmonic(precision, recall),
    bcubed: { precision: bPrecision / n, recall: bRecall / n, f1: harmonic(bPrecision / n, bRecall / n) },
    adjustedRand: most === expected ? 1 : (together - expected) / (most - expected),
  }
}
