// The pass of src/cluster.ts up to its groups, put together anew from the same parts, so that a benchmark can take a
// part out, judge with other thresholds or look at the evidence. `differenceFrom` shows whether it still groups as
// clusterArticles does.
import { checkArticles } from '../src/article/article.js'
import { groupStories } from '../src/group/stories.js'
import { type Article, type ClusterResult, findCandidates } from '../src/index.js'
import { type ComparedPage, type Evidence, gatherEvidence, preparedPage } from '../src/match/evidence.js'
import { keyOf, type Link, SameWords } from '../src/match/links.js'
import { type Judgement, judge } from '../src/match/relation.js'
import { SparedComparisons, separateTexts } from '../src/match/spared.js'
import { fingerprints } from '../src/sketch/fingerprints.js'
import { type Page, PageReader, sortByPublication } from '../src/text/page.js'
import { type Tokens, tokenize } from '../src/text/tokens.js'
import type { Labels, Level } from './corpora.js'
import type { Predicted } from './score.js'

// The default of clusterArticles.
const windowLength = 5 * 864e5

/** Two articles by their places, the earlier published first. */
export interface Pair {
  readonly a: number
  readonly b: number
}

/** One key for a pair of places, in whatever order. */
export const placesKey = (a: number, b: number) => `${Math.min(a, b)} ${Math.max(a, b)}`

/** A page, and the words by which it is found: those outside the lines that its outlet repeats. */
export interface ReadPage extends Page {
  readonly words: Words
}

type Words = Pick<Tokens, 'hashes' | 'unspaced' | 'count'>

const kept = ({ hashes, unspaced, count }: Words): Words => ({
  hashes: hashes.slice(0, count),
  unspaced: unspaced.slice(0, count),
  count,
})

export type Propose = (pages: readonly ReadPage[]) => Pair[]

/** The articles, in order of id, as pages; without the furniture if so wished. */
export function readPages(articles: readonly Article[], withFurniture = true): ReadPage[] {
  const checked = checkArticles(articles, { collect: true }).articles.sort((x, y) => (x.id < y.id ? -1 : 1))
  const reader = new PageReader(checked)
  if (withFurniture) return checked.map((_, i) => ({ ...reader.page(i), words: kept(reader.words(i)) }))
  return checked.map((article) => {
    const tokens = tokenize(article.text)
    return { article, tokens, furniture: [], story: tokens, words: tokens }
  })
}

/** Candidates as the library finds them: of those of an article, the one that shares most comes first. */
export const byContainment: Propose = (pages) =>
  findCandidates(pages.map(({ words }) => fingerprints(words))).sort(
    (x, y) => x.b - y.b || y.shared - x.shared || x.a - y.a,
  )

export interface Proposed {
  readonly pages: readonly ReadPage[]
  /** Links between pages of the same words, which are not compared. */
  readonly sameWords: readonly Link[]
  /** For every page the one of the same words that is compared in its stead; mostly itself. */
  readonly standIn: Int32Array
  /** What is worth comparing, within the window. */
  readonly pairs: readonly Pair[]
}

export function proposePairs(pages: readonly ReadPage[], propose: Propose = byContainment): Proposed {
  const placeOf = new Map(pages.map((page, i) => [page, i]))
  const sameWords = new SameWords(windowLength)
  const links: Link[] = []
  const standIn = Int32Array.from(pages, (_, i) => i)
  const different = [...pages].sort(sortByPublication).filter((page) => {
    const b = placeOf.get(page) as number
    const a = sameWords.add(keyOf(page.words), b, page.article.time)
    if (a === null) return true
    standIn[b] = a
    links.push({ a, b, relation: 'reproduction', strength: 1, holder: a, passage: 0, passageAt: [0, 0] })
    return false
  })
  const timeOf = (i: number) => (pages[i] as Page).article.time
  const pairs = propose(different)
    .map(({ a, b }) => ({
      a: placeOf.get(different[a] as ReadPage) as number,
      b: placeOf.get(different[b] as ReadPage) as number,
    }))
    .filter(({ a, b }) => isWithinWindow(timeOf(a), timeOf(b)))
  return { pages, sameWords: links, standIn, pairs }
}

const isWithinWindow = (from: number | null, to: number | null) =>
  from === null || to === null || Math.abs(from - to) <= windowLength

export interface ComparedPair extends Pair {
  /** Without the shared passages: judging needs none, and they are many. */
  readonly evidence: Evidence
  /** Where the longest of them starts in each text. */
  readonly passageAt: readonly [number, number]
}

export interface Compared extends Omit<Proposed, 'pairs'> {
  readonly pairs: readonly ComparedPair[]
}

/** Compares what was proposed. */
export function compareProposed(proposed: Proposed): Compared {
  const prepared = new Map<number, ComparedPage>()
  const prepare = (i: number): ComparedPage => {
    const known = prepared.get(i) ?? preparedPage(proposed.pages[i] as Page)
    prepared.set(i, known)
    return known
  }
  const pairs = proposed.pairs.map(({ a, b }) => {
    const { passages, ...evidence } = gatherEvidence(prepare(a), prepare(b))
    const longest = passages.reduce((best, one) => (one.words > (best?.words ?? 0) ? one : best), passages[0])
    const passageAt = [longest?.a[0] ?? 0, longest?.b[0] ?? 0] as const
    return { a, b, evidence: { ...evidence, passages: [] }, passageAt }
  })
  return { ...proposed, pairs }
}

export const compareArticlesOf = (articles: readonly Article[]) => compareProposed(proposePairs(readPages(articles)))

export type Judge = (evidence: Evidence) => Judgement

const judgeAtDefaults: Judge = (evidence) => judge(evidence)

/** Judges every pair but those that the library spares; says how many it judged. */
export function judgePairs(
  { pages, sameWords, pairs }: Compared,
  judgeOf: Judge = judgeAtDefaults,
): { links: Link[]; judged: number } {
  const links: Link[] = [...sameWords]
  const spared = new SparedComparisons(separateTexts(pages.length))
  let judged = 0
  let current = -1
  for (const { a, b, evidence, passageAt } of pairs) {
    if (b !== current) spared.begin(b)
    current = b
    if (spared.has(a)) continue
    judged++
    const { relation, strength, longer, passage } = judgeOf(evidence)
    if (relation === 'none') continue
    if (relation === 'reproduction') spared.isAlike(a)
    links.push({ a, b, relation, strength, holder: longer === 0 ? a : b, passage, passageAt })
  }
  return { links, judged }
}

/** The groups that judging so makes, by place. */
export function groupPlaces(compared: Compared, judgeOf?: Judge): Record<Level, Int32Array> {
  const { links } = judgePairs(compared, judgeOf)
  const times = { of: compared.pages.map(({ article }) => article.time), window: windowLength }
  const { dispatch, story } = groupStories(compared.pages.length, links, times)
  return { dispatch, story }
}

/** The same, by id. */
export function groupCompared(compared: Compared, judgeOf?: Judge): Predicted {
  const { pages } = compared
  const { dispatch, story } = groupPlaces(compared, judgeOf)
  const labels = (of: Int32Array): Labels =>
    new Map(pages.map(({ article }, i) => [article.id, pages[of[i] as number]?.article.id ?? article.id]))
  return { dispatch: labels(dispatch), story: labels(story) }
}

/**
 * The groups that the library's result gives. An article that is in no cluster, or only embeds a piece of one, stands
 * alone.
 */
export function labelsOf(articles: readonly Article[], { clusters }: ClusterResult): Predicted {
  const alone = () => new Map(articles.map(({ id }) => [id, id]))
  const labels: Record<Level, Map<string, string>> = { dispatch: alone(), story: alone() }
  for (const { id, dispatches } of clusters)
    for (const dispatch of dispatches)
      for (const articleId of dispatch.articleIds) {
        labels.dispatch.set(articleId, dispatch.id)
        labels.story.set(articleId, id)
      }
  return labels
}

/** At how many articles two groupings differ: 0 when they are the same partition. */
export function differenceFrom(one: Labels, other: Labels): number {
  const partners = new Map<string, string>()
  const back = new Map<string, string>()
  let differ = 0
  for (const [id, label] of one) {
    const theirs = other.get(id) ?? ''
    if (!partners.has(label) && !back.has(theirs)) {
      partners.set(label, theirs)
      back.set(theirs, label)
    }
    if (partners.get(label) !== theirs || back.get(theirs) !== label) differ++
  }
  return differ
}
