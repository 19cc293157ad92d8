// The whole pass, in the order in which a person would explain it: check the articles, read them as pages (words, furniture),
// sketch them, find candidates, compare each pair, group them into stories and dispatches, and edit: the canonical text and
// what each outlet changed. Pure; the same articles in any order give the same result.
import { type Article, type CheckedArticle, checkArticles, type Rejection, type Warning } from './article/article.js'
import { WirecopyError } from './article/error.js'
import { type DateOptions, isDateFormat, readMoment } from './article/publication-date.js'
import { type Canonical, canonicalOf, furnitureBesideCopies, withFurniture } from './edit/canonical.js'
import { changes, type Span } from './edit/changes.js'
import { DisjointSets, groupStories, type Link } from './group/stories.js'
import { type ComparedPage, comparedPage, gatherEvidence, storyRuns } from './match/evidence.js'
import { judge } from './match/relation.js'
import { findCandidates } from './sketch/candidates.js'
import { shingles, winnow } from './sketch/shingles.js'
import { type Attribution, attribute, signatures } from './text/attribution.js'
import { unitsOf } from './text/furniture.js'
import type { FurnitureKind } from './text/furniture-forms.js'
import { type Page, readPage } from './text/page.js'
import { pageUnits, repeatedUnits, repetition } from './text/repeated-furniture.js'
import { mix, tokenize } from './text/tokens.js'

/** How articles are clustered. Every option has a default that suits a day of news. */
export interface ClusterOptions extends DateOptions {
  /**
   * What to do with an article that cannot be used: `throw` before any work is done, or `collect` it in `rejected`.
   * @default 'throw'
   */
  readonly onInvalid?: 'throw' | 'collect'
  /**
   * Days within which the copies of a story appear. Articles further apart, where both dates are known, are other stories.
   * @default 5
   */
  readonly windowDays?: number
  /**
   * Called with the work done, from 0 to 1, and the stage it is in. For progress bars.
   * @default none
   */
  readonly onProgress?: (done: number, stage: Stage) => void
}

/** The stages of the pass, in order. */
export type Stage = 'read' | 'sketch' | 'match' | 'group' | 'edit'

/** What the article is to its story: see Relation. An `embedded` copy holds a piece of the story amid other matter. */
export type CopyRelation = 'reproduction' | 'excerpt' | 'revision' | 'embedded'

/** One article of a cluster, and what its outlet did to the canonical text. */
export interface Copy {
  readonly articleId: string
  readonly outlet: string
  /** ISO 8601, or null where unknown. */
  readonly publishedAt: string | null
  /** The dispatch it carries. */
  readonly dispatchId: string
  readonly relation: CopyRelation
  /** Words shared with the canonical text over all different words of both. */
  readonly resemblance: number
  /** Share of the canonical text's words that the copy has. */
  readonly containment: number
  /** Who signs this copy, or null. */
  readonly agency: Attribution | null
  /** Cover the canonical text and the article's text without gap or overlap, in reading order of the article. */
  readonly spans: readonly Span[]
  /** The spans that are not `same`. */
  readonly changes: readonly Span[]
  /**
   * What the outlet did to the dispatch that it carries: offsets are into that dispatch's canonical text. For a `revision` these
   * are its own edits, while `changes` hold the agency's too; for other copies the two are the same.
   */
  readonly dispatchChanges: readonly Span[]
}

/** One agency text as it went out. */
export interface Dispatch {
  /** The id of its first article. */
  readonly id: string
  /** When its first copy was published: ISO 8601, or null where unknown. */
  readonly firstPublishedAt: string | null
  readonly canonical: Canonical
  /** Ids of the articles that carry it, in order of publication. */
  readonly articleIds: readonly string[]
}

/** One story: its dispatches and every article that carries one. */
export interface Cluster {
  /** The id of its first article. */
  readonly id: string
  /** Who wrote it, by the signatures of all copies; null where no agency signs. */
  readonly agency: Attribution | null
  /** Revisions, oldest first. */
  readonly dispatches: readonly Dispatch[]
  /** The canonical text of the latest full dispatch; all copies' spans refer to it. */
  readonly canonical: Canonical
  /** In order of publication; those of unknown date come last. */
  readonly copies: readonly Copy[]
  /** The outlets that carry a dispatch, without repeats and in order of publication; those that only embed a piece are left out. */
  readonly outlets: readonly string[]
}

/** An article that is no copy of another. */
export interface UnclusteredArticle {
  readonly articleId: string
  readonly outlet: string
  readonly publishedAt: string | null
  readonly agency: Attribution | null
  /** What on its page is not the story's text. */
  readonly furniture: readonly {
    readonly kind: FurnitureKind
    readonly start: number
    readonly end: number
    readonly text: string
  }[]
}

/** The clusters of a batch. Plain, serialisable data. */
export interface ClusterResult {
  /** Those that most outlets carry first. */
  readonly clusters: readonly Cluster[]
  readonly unclustered: readonly UnclusteredArticle[]
  /** Articles that could not be used; always empty when `onInvalid` is `throw`. */
  readonly rejected: readonly Rejection[]
  /** What was unclear in articles that were used: dates that could not be read. */
  readonly warnings: readonly Warning[]
  readonly stats: {
    readonly articles: number
    readonly clustered: number
    readonly unclustered: number
    readonly rejected: number
    readonly clusters: number
    readonly dispatches: number
    /** Pairs that the index proposed and that were compared in full. */
    readonly comparedPairs: number
  }
}

const defaultWindowDays = 5
// Shorter shingles than usual: candidates are read in full, and texts with errors have few whole runs of five.
const candidateShingle = 3
const winnowingWindow = 4
// Pages of fewer words than this may say the same by chance: `Page not found`.
const fewestSameWords = 12
const millisecondsPerDay = 864e5

/**
 * Finds the articles that are the same wire copy.
 *
 * @throws WirecopyError when an option is wrong, or, unless `onInvalid` is `collect`, when an article is
 * @example
 * const { clusters } = clusterArticles([courier, harbour, other])
 * clusters[0].copies.map((copy) => copy.outlet) // ['Strait Courier', 'Channel Harbour']
 */
export function clusterArticles(articles: Iterable<Article>, options: ClusterOptions = {}): ClusterResult {
  const windowLength = checkOptions(articles, options) * millisecondsPerDay
  const {
    articles: unordered,
    rejected,
    warnings,
  } = checkArticles(articles, { ...options, collect: options.onInvalid === 'collect' })
  const checked = unordered.sort((x, y) => (x.id < y.id ? -1 : 1))
  const progress = options.onProgress ?? (() => {})

  const pages = readPages(checked, progress)
  const { links, comparedPairs } = linkPages(pages, windowLength, progress)
  progress(0, 'group')
  const { story, dispatch, embedded } = groupStories(pages.length, links, {
    of: pages.map(({ article }) => article.time),
    window: windowLength,
  })
  const stories = membersOf(story).filter((members) => members.length > 1)

  const clustered = new Set<number>([...stories.flat(), ...embedded.values()].flat())
  const clusters = stories.map((members, k) => {
    progress(k / stories.length, 'edit')
    return editStory(pages, members, dispatch, embedded.get(story[members[0] as number] as number) ?? [])
  })
  clusters.sort(
    (x, y) => y.outlets.length - x.outlets.length || y.copies.length - x.copies.length || (x.id < y.id ? -1 : 1),
  )
  progress(1, 'edit')
  const unclustered = pages.flatMap((page, i) => (clustered.has(i) ? [] : [describeUnclustered(page)]))
  return {
    clusters,
    unclustered,
    rejected,
    warnings,
    stats: {
      articles: pages.length,
      clustered: clustered.size,
      unclustered: unclustered.length,
      rejected: rejected.length,
      clusters: clusters.length,
      dispatches: clusters.reduce((sum, { dispatches }) => sum + dispatches.length, 0),
      comparedPairs,
    },
  }
}

function checkOptions(
  articles: unknown,
  { windowDays = defaultWindowDays, asOf, dateFormats, onInvalid, onProgress }: ClusterOptions,
): number {
  const bad = (option: string, expected: string) =>
    new WirecopyError('bad-option', `option ${option} ${expected}`, null, option)
  if (onProgress !== undefined && typeof onProgress !== 'function') throw bad('onProgress', 'must be a function')
  if (typeof articles !== 'object' || articles === null || !(Symbol.iterator in articles))
    throw new WirecopyError('bad-input', 'expected an array or other iterable of articles')
  if (typeof windowDays !== 'number' || !(windowDays > 0))
    throw bad('windowDays', `must be a number above 0, not ${JSON.stringify(windowDays)}`)
  if (asOf !== undefined && (asOf === null || readMoment(asOf) === null))
    throw bad('asOf', 'must be a Date, epoch milliseconds or ISO 8601 text')
  if (dateFormats !== undefined && !(Array.isArray(dateFormats) && dateFormats.every(isDateFormat)))
    throw bad('dateFormats', 'must be a list of formats such as dd-MM-yyyy')
  if (onInvalid !== undefined && onInvalid !== 'throw' && onInvalid !== 'collect')
    throw bad('onInvalid', "must be 'throw' or 'collect'")
  return windowDays
}

/** Words and furniture of every article; furniture by repetition needs all pages of an outlet. */
function readPages(articles: readonly CheckedArticle[], progress: (done: number, stage: Stage) => void): Page[] {
  const cut = articles.map((article) => {
    const tokens = tokenize(article.text)
    const units = unitsOf(article.text)
    return { article, tokens, units, hashed: pageUnits(article.outlet, tokens, units) }
  })
  const repeated = repeatedUnits(cut.map(({ hashed }) => hashed))
  return cut.map(({ article, tokens, units, hashed }, i) => {
    if (i % 256 === 0) progress(i / articles.length, 'read')
    const isRepeated = repetition(tokens, repeated.get(article.outlet), units, hashed)
    return readPage(article, tokens, isRepeated ? { units, isRepeated } : { units })
  })
}

/** Compares every pair that is worth it. Pages of the same words are met before sketching and compared once. */
function linkPages(
  pages: readonly Page[],
  windowLength: number,
  progress: (done: number, stage: Stage) => void,
): { links: Link[]; comparedPairs: number } {
  const { different, links } = linkSameWords(pages, windowLength)
  // In order of publication, as a common fingerprint is met with the last of its articles alone.
  different.sort((x, y) => sortByPublication(pages[x] as Page, pages[y] as Page))
  progress(0, 'sketch')
  const fingerprints = different.map((i) =>
    winnow(shingles((pages[i] as Page).story, candidateShingle), winnowingWindow),
  )
  const candidates = findCandidates(fingerprints)
  const prepared = new Map<number, ComparedPage>()
  const prepare = (i: number): ComparedPage => {
    const known = prepared.get(i) ?? comparedPage(pages[i] as Page)
    prepared.set(i, known)
    return known
  }
  // Articles known for reproductions of one text need no comparing with each other.
  const alike = new DisjointSets(pages.length)
  let compared = 0
  candidates.forEach(({ a, b }, k) => {
    if (k % 256 === 0) progress(k / candidates.length, 'match')
    const [i, j] = [different[a] as number, different[b] as number]
    const [from, to] = [(pages[i] as Page).article.time, (pages[j] as Page).article.time]
    if (from !== null && to !== null && Math.abs(from - to) > windowLength) return
    if (alike.find(i) === alike.find(j)) return
    compared++
    const evidence = gatherEvidence(prepare(i), prepare(j))
    const { relation, strength, longer, passage } = judge(evidence)
    if (relation === 'none') return
    if (relation === 'reproduction') alike.union(i, j)
    const longest = evidence.passages.reduce(
      (best, one) => (one.words > (best?.words ?? 0) ? one : best),
      evidence.passages[0],
    )
    const passageAt = [longest?.a[0] ?? 0, longest?.b[0] ?? 0] as const
    links.push({ a: i, b: j, relation, strength, holder: longer === 0 ? i : j, passage, passageAt })
  })
  return { links, comparedPairs: compared }
}

/**
 * Links pages of exactly the same words, within the window, to the earliest of them, which alone is compared with others: a
 * hundred thousand identical articles cost a hundred thousand look-ups.
 */
function linkSameWords(pages: readonly Page[], windowLength: number): { different: number[]; links: Link[] } {
  const groups = new Map<string, number[]>()
  const different: number[] = []
  const links: Link[] = []
  pages.forEach((page, i) => {
    const key = sameWords(page)
    const known = key === null ? undefined : groups.get(key)
    if (known) known.push(i)
    else groups.set(key ?? `no words ${i}`, [i])
  })
  for (const members of groups.values()) {
    members.sort((x, y) => sortByPublication(pages[x] as Page, pages[y] as Page))
    let first = -1
    for (const i of members) {
      const [from, to] = [pages[first]?.article.time ?? null, (pages[i] as Page).article.time]
      if (first >= 0 && (from === null || to === null || to - from <= windowLength))
        links.push({
          a: first,
          b: i,
          relation: 'reproduction',
          strength: 1,
          holder: first,
          passage: 0,
          passageAt: [0, 0],
        })
      else {
        first = i
        different.push(i)
      }
    }
  }
  return { different: different.sort((x, y) => x - y), links }
}

/** A key that only pages of the same story words share; null for a page of too few to tell. Two hashes make chance negligible. */
function sameWords({ story }: Page): string | null {
  if (story.count < fewestSameWords) return null
  let [x, y] = [1, 2]
  for (const hash of story.hashes) {
    x = mix(Math.imul(x, 31) + hash)
    y = mix(Math.imul(y ^ hash, 0x9e3779b1) + 7)
  }
  return `${x} ${y} ${story.count}`
}

function membersOf(groupOf: Int32Array): number[][] {
  const groups = new Map<number, number[]>()
  groupOf.forEach((group, i) => {
    const members = groups.get(group)
    if (members) members.push(i)
    else groups.set(group, [i])
  })
  return [...groups.values()]
}

const iso = (time: number | null) => (time === null ? null : new Date(time).toISOString())

/** A dispatch is full when it has this share of the longest dispatch's words. */
const fullShare = 0.6

function editStory(
  pages: readonly Page[],
  members: readonly number[],
  dispatchOf: Int32Array,
  hubs: readonly number[],
): Cluster {
  const groups = new Map<number, Page[]>()
  for (const i of members) {
    const group = dispatchOf[i] as number
    const known = groups.get(group)
    if (known) known.push(pages[i] as Page)
    else groups.set(group, [pages[i] as Page])
  }
  const dispatches = [...groups.values()].map((raw) => {
    const inOrder = raw.sort(sortByPublication)
    const witnesses = onePerOutlet(inOrder, mostWitnesses + 1)
    const copies = inOrder.map((page) => {
      const others = witnesses.filter(({ article }) => article.outlet !== page.article.outlet).slice(0, mostWitnesses)
      return withFurniture(page, furnitureBesideCopies(page, others))
    })
    const first = inOrder[0] as Page
    return {
      id: first.article.id,
      firstPublishedAt: iso(first.article.time),
      canonical: canonicalOf(copies),
      articleIds: inOrder.map(({ article }) => article.id),
      copies,
    }
  })
  dispatches.sort((x, y) => sortByPublication(x.copies[0] as Page, y.copies[0] as Page))
  const longest = dispatches.reduce((most, { canonical }) => Math.max(most, canonical.text.length), 0)
  const latest = dispatches.findLast(({ canonical }) => canonical.text.length >= fullShare * longest) ?? dispatches[0]
  if (!latest) throw new RangeError('a story has at least one dispatch')
  const { canonical } = latest
  const canonicalWords = tokenize(canonical.text)

  const describe = (
    page: Page,
    own: (typeof dispatches)[number],
    relationOf: (containment: number) => CopyRelation,
  ): Copy => {
    const runs = storyRuns(canonicalWords, page.story)
    const shared = [...runs.chain, ...runs.moved].reduce((sum, run) => sum + run.length, 0)
    const containment = shared / Math.max(1, canonicalWords.count)
    const spans = changes(canonical.text, page.article.text, page.furniture)
    const edits = spans.filter((span) => span.kind !== 'same')
    const ownSpans = own === latest ? spans : changes(own.canonical.text, page.article.text, page.furniture)
    return {
      articleId: page.article.id,
      outlet: page.article.outlet,
      publishedAt: iso(page.article.time),
      dispatchId: own.id,
      relation: relationOf(containment),
      resemblance: shared / Math.max(1, canonicalWords.count + page.story.count - shared),
      containment,
      agency: attribute(signatures(page.article, page.furniture)),
      spans,
      changes: edits,
      dispatchChanges: own === latest ? edits : ownSpans.filter((span) => span.kind !== 'same'),
    }
  }
  const copies = dispatches.flatMap((dispatch) =>
    dispatch.copies.map((page) => ({
      page,
      copy: describe(page, dispatch, (share) =>
        dispatch !== latest ? 'revision' : share < excerptShare ? 'excerpt' : 'reproduction',
      ),
    })),
  )
  const attached = hubs.map((i) => ({
    page: pages[i] as Page,
    copy: describe(pages[i] as Page, latest, () => 'embedded'),
  }))
  const all = [...copies, ...attached].sort((x, y) => sortByPublication(x.page, y.page))
  const first = [...copies].sort((x, y) => sortByPublication(x.page, y.page))[0]
  return {
    id: first?.copy.articleId ?? latest.id,
    agency: attribute(copies.flatMap(({ page }) => signatures(page.article, page.furniture))),
    dispatches: dispatches.map(({ copies: _, ...dispatch }) => dispatch),
    canonical,
    copies: all.map(({ copy }) => copy),
    outlets: [...new Set(all.filter(({ copy }) => copy.relation !== 'embedded').map(({ copy }) => copy.outlet))],
  }
}

/** Copies of other outlets that show what of a page is its own. */
const mostWitnesses = 3

/** The first page of each outlet, at most so many. */
function onePerOutlet(pages: readonly Page[], most: number): Page[] {
  const seen = new Set<string>()
  const found: Page[] = []
  for (const page of pages) {
    if (found.length >= most) break
    if (seen.has(page.article.outlet)) continue
    seen.add(page.article.outlet)
    found.push(page)
  }
  return found
}

/** A copy with less of the canonical text than this is an excerpt. */
const excerptShare = 0.8

function sortByPublication(x: Page, y: Page): number {
  const [a, b] = [x.article.time, y.article.time]
  if (a !== b) return a === null ? 1 : b === null ? -1 : a - b
  return x.article.id < y.article.id ? -1 : 1
}

function describeUnclustered({ article, furniture }: Page): UnclusteredArticle {
  return {
    articleId: article.id,
    outlet: article.outlet,
    publishedAt: iso(article.time),
    agency: attribute(signatures(article, furniture)),
    furniture: furniture.map(({ kind, start, end }) => ({ kind, start, end, text: article.text.slice(start, end) })),
  }
}
