// Part 3: how many of the pairs that belong together reach the comparison at all, and what it costs.
import { LshIndex, minHash } from '../src/index.js'
import { shingles } from '../src/sketch/shingles.js'
import { type Corpus, missing, pairKey, surePairs, unsurePairs } from './corpora.js'
import { byContainment, type Propose, type Proposed, placesKey, proposePairs, readPages } from './pass.js'
import { groupsOf, labelOf, pairsWithin } from './score.js'
import { percent, type Row, table } from './table.js'

/** The usual index in place of ours: signatures of the same pages, met in bands for a resemblance of 0.5. */
export const byResemblance: Propose = (pages) => {
  const index = new LshIndex<number>({ threshold: 0.5 })
  return pages.flatMap(({ story }, b) => {
    // Pages without words are all alike, and no copies.
    if (story.count === 0) return []
    const signature = minHash(shingles(story))
    const met = index.query(signature).sort((x, y) => x - y)
    index.insert(b, signature)
    return met.map((a) => ({ a, b }))
  })
}

interface GoldPairs {
  readonly D: readonly (readonly [string, string])[]
  readonly R: readonly (readonly [string, string])[]
}

/** Pairs of one dispatch, and pairs of one story but not of one dispatch. */
function goldPairs(corpus: Corpus): GoldPairs {
  const { gold } = corpus
  if (!gold) {
    const of = (label: string) =>
      surePairs(corpus).flatMap((pair) => (pair.label === label ? [[pair.a, pair.b] as const] : []))
    return { D: of('D'), R: of('R') }
  }
  const unsure = unsurePairs(corpus)
  const together = [...pairsWithin(groupsOf(gold.story.keys(), (id) => labelOf(gold.story, id)))].filter(
    ([a, b]) => !unsure.has(pairKey(a, b)),
  )
  const isDispatch = ([a, b]: readonly [string, string]) => labelOf(gold.dispatch, a) === labelOf(gold.dispatch, b)
  return { D: together.filter(isDispatch), R: together.filter((pair) => !isDispatch(pair)) }
}

/** Whether two articles are a candidate pair, or the pages of the same words that stand in for them are. */
function reaches({ pages, standIn, pairs }: Proposed): (pair: readonly [string, string]) => boolean {
  const placeOf = new Map(pages.map(({ article }, i) => [article.id, i]))
  const compared = new Set(pairs.map(({ a, b }) => placesKey(a, b)))
  const place = (id: string) => standIn[placeOf.get(id) ?? -1] ?? -1
  return ([a, b]) => {
    const [i, j] = [place(a), place(b)]
    return i >= 0 && j >= 0 && (i === j || compared.has(placesKey(i, j)))
  }
}

export function printCandidates(corpora: readonly (Corpus | string)[]): void {
  const rows: Row[] = [['corpus', 'candidates by', 'pairs', 'pairs an article', 'D reached', 'of', 'R reached', 'of']]
  for (const corpus of corpora) {
    if (typeof corpus === 'string') {
      rows.push([corpus, missing])
      continue
    }
    const pages = readPages(corpus.articles)
    const { D, R } = goldPairs(corpus)
    const ways = { 'containment (ours)': byContainment, 'MinHash, LSH at 0.5': byResemblance }
    for (const [name, propose] of Object.entries(ways)) {
      const proposed = proposePairs(pages, propose)
      const isReached = reaches(proposed)
      const share = (pairs: GoldPairs['D']) => percent(pairs.filter(isReached).length / pairs.length, 1)
      const size = proposed.pairs.length
      const cost = [String(size), (size / pages.length).toFixed(2)]
      rows.push([corpus.name, name, ...cost, share(D), String(D.length), share(R), String(R.length)])
    }
  }
  table(
    'Pairs that belong together and reach the comparison (D: one dispatch, R: one story in two dispatches)',
    rows,
    2,
  )
}
