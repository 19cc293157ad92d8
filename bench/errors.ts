// Part 8: the errors that cost most, with the evidence on which they rest. Shows ids and figures, and of the articles
// no more than the few words that conflict.
import { type Evidence, gatherEvidence, preparedPage } from '../src/match/evidence.js'
import { judge } from '../src/match/relation.js'
import { type Corpus, type GoldCorpus, isSame, levels, pairKey, surePairs, unsurePairs } from './corpora.js'
import { type Compared, placesKey } from './pass.js'
import { groupsOf, labelOf, type Predicted, pairsWithin } from './score.js'

const shown = 20
const mostConflicts = 3

interface WrongPair {
  readonly corpus: string
  readonly a: string
  readonly b: string
  readonly gold: string
  readonly found: string
  /** Pairs with the same key are one error: two groups that were joined, or one that was split. */
  readonly key: string
  readonly compared: Compared
}

function wrongInHelsinki(corpus: GoldCorpus, predicted: Predicted, compared: Compared): WrongPair[] {
  const { gold } = corpus
  const unsure = unsurePairs(corpus)
  const labels = new Map(corpus.pairs.map(({ a, b, label }) => [pairKey(a, b), label]))
  const wrong = new Map<string, { a: string; b: string; levels: string[]; joined: boolean; key: string }>()
  for (const level of levels) {
    const [truth, told] = [gold[level], predicted[level]]
    const add = (a: string, b: string, joined: boolean) => {
      if (unsure.has(pairKey(a, b))) return
      const by = joined ? truth : told
      const groups = pairKey(labelOf(by, a), labelOf(by, b))
      const known = wrong.get(pairKey(a, b))
      // A story that was split has its dispatches split too: one error.
      if (known?.joined === joined) known.levels.push(level)
      else wrong.set(pairKey(a, b), { a, b, levels: [level], joined, key: `${joined} ${groups}` })
    }
    for (const [a, b] of pairsWithin(groupsOf(truth.keys(), (id) => labelOf(told, id))))
      if (labelOf(truth, a) !== labelOf(truth, b)) add(a, b, true)
    for (const [a, b] of pairsWithin(groupsOf(truth.keys(), (id) => labelOf(truth, id))))
      if (labelOf(told, a) !== labelOf(told, b)) add(a, b, false)
  }
  return [...wrong.values()].map(({ a, b, levels: at, joined, key }) => ({
    corpus: corpus.name,
    a,
    b,
    gold: `${labels.get(pairKey(a, b)) ?? ''} ${joined ? 'apart' : 'one'} ${at.join(' and ')}`.trim(),
    found: joined ? 'joined' : 'split',
    key: `${corpus.name} ${at.join()} ${key}`,
    compared,
  }))
}

function wrongInReuters(corpus: Corpus, { story }: Predicted, compared: Compared): WrongPair[] {
  return surePairs(corpus).flatMap((pair) => {
    const joined = labelOf(story, pair.a) === labelOf(story, pair.b)
    if (joined === isSame(pair)) return []
    const groups = pairKey(labelOf(story, pair.a), labelOf(story, pair.b))
    return [
      {
        corpus: corpus.name,
        a: pair.a,
        b: pair.b,
        gold: pair.label,
        found: joined ? 'joined' : 'split',
        key: `${corpus.name} ${joined} ${groups}`,
        compared,
      },
    ]
  })
}

const joining = new Set(['reproduction', 'excerpt', 'revision'])

/** Of the pairs of one error, the one that explains it: that which joined, or should most have been joined. */
function telling(pairs: readonly WrongPair[]): { pair: WrongPair; evidence: Evidence; wasCompared: boolean } {
  const [first] = pairs
  if (!first) throw new Error('an error has a pair at least')
  const { pages, pairs: comparedPairs, standIn } = first.compared
  const placeOf = new Map(pages.map(({ article }, i) => [article.id, i]))
  const wasCompared = new Set(comparedPairs.map(({ a, b }) => placesKey(a, b)))
  const rated = pairs.map((pair) => {
    const [i, j] = [placeOf.get(pair.a) ?? 0, placeOf.get(pair.b) ?? 0]
    const [x, y] = [pages[i], pages[j]]
    if (!x || !y) throw new Error(`${pair.a} or ${pair.b} was not read`)
    const evidence = gatherEvidence(preparedPage(x), preparedPage(y))
    const { relation, strength } = judge(evidence)
    const [p, q] = [standIn[i] ?? i, standIn[j] ?? j]
    const known = p === q || wasCompared.has(placesKey(p, q))
    const weight = joining.has(relation) ? 1 + strength : Math.max(...evidence.containment)
    return { pair, evidence, wasCompared: known, weight }
  })
  return rated.reduce((best, one) => (one.weight > best.weight ? one : best))
}

const shares = (of: readonly [number, number]) => of.map((share) => share.toFixed(2)).join(' / ')

export function printErrors(
  helsinki: GoldCorpus | null,
  reuters: Corpus | null,
  predicted: { readonly helsinki: Predicted | null; readonly reuters: Predicted | null },
  compared: { readonly helsinki: Compared | null; readonly reuters: Compared | null },
): void {
  const wrong = [
    ...(helsinki && predicted.helsinki && compared.helsinki
      ? wrongInHelsinki(helsinki, predicted.helsinki, compared.helsinki)
      : []),
    ...(reuters && predicted.reuters && compared.reuters
      ? wrongInReuters(reuters, predicted.reuters, compared.reuters)
      : []),
  ]
  const byKey = new Map<string, WrongPair[]>()
  for (const pair of wrong) byKey.set(pair.key, [...(byKey.get(pair.key) ?? []), pair])
  const errors = [...byKey.values()].sort((x, y) => y.length - x.length)
  console.log(`\n${wrong.length} wrong pairs, ${errors.length} errors; the ${Math.min(shown, errors.length)} largest:`)
  errors.slice(0, shown).forEach((pairs, k) => {
    const { pair, evidence, wasCompared } = telling(pairs)
    const { relation, reason } = judge(evidence)
    const { containment, longestRun, order, leads, conflicts, words } = evidence
    const clashes = conflicts.slice(0, mostConflicts).map(({ kind, a, b }) => `${kind} ${a} | ${b}`)
    const more = conflicts.length > mostConflicts ? `, ${conflicts.length - mostConflicts} more` : ''
    const count = pairs.length === 1 ? '' : `${pairs.length} pairs, such as `
    console.log(
      `\n${String(k + 1).padStart(2)}. ${pair.corpus}: gold ${pair.gold}, ${pair.found}; ${count}${pair.a} ${pair.b}` +
        `\n    ${relation}${wasCompared ? '' : ' (not a candidate)'}: ${reason}` +
        `\n    words ${words.join(' / ')}, containment ${shares(containment)}, longest run ${longestRun}, ` +
        `order ${order.toFixed(2)}, leads ${shares(leads)}` +
        (clashes.length > 0 ? `\n    conflicts: ${clashes.join('; ')}${more}` : ''),
    )
  })
}
