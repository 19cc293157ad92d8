// The pass of src/cluster.ts up to its groups, put together anew from the same parts, so that a benchmark can take a
// part out, judge with other thresholds or look at the evidence. `differenceFrom` shows whether it still groups as
// clusterArticles does.
import { checkArticles } from '../src/article/article.js'
import { groupStories } from '../src/group/stories.js'
import { type Article, type ClusterResult, findCandidates } from '../src/index.js'
import { DisjointSets } from '../src/match/disjoint-sets.js'
import { type ComparedPage, comparedPage, type Evidence, gatherEvidence } from '../src/match/evidence.js'
import { candidateShingle, type Link, linkSameWords, winnowingWindow } from '../src/match/links.js'
import { type Judgement, judge } from '../src/match/relation.js'
import { shingles, winnow } from '../src/sketch/shingles.js'
import { type Page, readPages as readWholePages, sortByPublication } from '../src/text/page.js'
import { tokenize } from '../src/text/tokens.js'
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

export type Propose = (pages: readonly Page[]) => Pair[]

/** The articles, in order of id, as pages; without the furniture if so wished. */
export function readPages(articles: readonly Article[], withFurniture = true): Page[] {
  const checked = checkArticles(articles, { collect: true }).articles.sort((x, y) => (x.id < y.id ? -1 : 1))
  if (withFurniture) return readWholePages(checked)
  return checked.map((article) => {
    const tokens = tokenize(article.text)
    return { article, tokens, furniture: [], story: tokens }
  })
}

/** Candidates as the library finds them. */
export const byContainment: Propose = (pages) =>
  findCandidates(pages.map(({ story }) => winnow(shingles(story, candidateShingle), winnowingWindow)))

export interface Proposed {
  readonly pages: readonly Page[]
  /** Links between pages of the same words, which are not compared. */
  readonly sameWords: readonly Link[]
  /** For every page the one of the same words that is compared in its stead; mostly itself. */
  readonly standIn: Int32Array
  /** What is worth comparing, within the window. */
  readonly pairs: readonly Pair[]
}

export function proposePairs(pages: readonly Page[], propose: Propose = byContainment): Proposed {
  const { different, links } = linkSameWords(pages, windowLength)
  different.sort((x, y) => sortByPublication(pages[x] as Page, pages[y] as Page))
  const standIn = Int32Array.from(pages, (_, i) => i)
  for (const { a, b } of links) standIn[b] = a
  const timeOf = (i: number) => (pages[i] as Page).article.time
  const pairs = propose(different.map((i) => pages[i] as Page))
    .map(({ a, b }) => ({ a: different[a] as number, b: different[b] as number }))
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
    const known = prepared.get(i) ?? comparedPage(proposed.pages[i] as Page)
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

/** Judges every pair but those of which both are known for reproductions of one text; says how many it judged. */
export function judgePairs(
  { pages, sameWords, pairs }: Compared,
  judgeOf: Judge = judgeAtDefaults,
): { links: Link[]; judged: number } {
  const links: Link[] = [...sameWords]
  const alike = new DisjointSets(pages.length)
  let judged = 0
  for (const { a, b, evidence, passageAt } of pairs) {
    if (alike.find(a) === alike.find(b)) continue
    judged++
    const { relation, strength, longer, passage } = judgeOf(evidence)
    if (relation === 'none') continue
    if (relation === 'reproduction') alike.union(a, b)
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
  for (const { id, copies } of clusters)
    for (const { articleId, dispatchId, relation } of copies) {
      if (relation === 'embedded') continue
      labels.dispatch.set(articleId, dispatchId)
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
