// The whole pass, in the order in which a person would explain it: check the articles, learn what outlets repeat, sketch each
// article, find its candidates, compare each pair as pages without furniture, group them into stories and dispatches, and edit: the
// canonical text and what each outlet changed, when that is first asked for. Pure; the same articles in any order give the same result.
import { type Article, type CheckedArticle, checkArticles, type Rejection, type Warning } from './article/article.js'
import { WirecopyError } from './article/error.js'
import { PackedTexts } from './article/packed-texts.js'
import { type DateOptions, isDateFormat, readMoment } from './article/publication-date.js'
import { canEncode } from './article/stored-article.js'
import type { CanonicalChoice } from './edit/canonical.js'
import { once } from './edit/once.js'
import { mostCarriedFirst, storyOf } from './edit/outline.js'
import { type Cluster, iso } from './edit/story.js'
import { groupStories } from './group/stories.js'
import { type Link, linkPages } from './match/links.js'
import { type Attribution, attribute, signatures } from './text/attribution.js'
import type { FurnitureKind } from './text/furniture-kinds.js'
import { PageReader } from './text/page.js'

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
   * The canonical text: `recovered` passage by passage from all copies, or that of one `article` as its outlet published it, without
   * furniture: the most complete, an agency's credit counting for it, the earliest of equals.
   * @default 'recovered'
   */
  readonly canonical?: CanonicalChoice
  /**
   * Called with the work done, from 0 to 1, and the stage it is in. For progress bars.
   * @default none
   */
  readonly onProgress?: (done: number, stage: Stage) => void
}

/** The stages of the pass, in order. */
export type Stage = 'read' | 'match' | 'group'

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

/**
 * The clusters of a batch. Plain, serialisable data; canonical texts and accounts of copies are worked out, story by story, when first
 * read, and then kept.
 */
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

export const defaultWindowDays = 5
const millisecondsPerDay = 864e5

/**
 * Finds the articles that are the same wire copy. What comes from a generator or another iterator is packed as it comes, in
 * UTF-8 and outside the runtime's heap, so that very many articles need not stand in the caller's memory.
 *
 * @throws WirecopyError when an option is wrong, or, unless `onInvalid` is `collect`, when an article is
 * @example
 * const { clusters } = clusterArticles([courier, harbour, other])
 * clusters[0].copies.map((copy) => copy.outlet) // ['Strait Courier', 'Channel Harbour']
 */
export function clusterArticles(articles: Iterable<Article>, options: ClusterOptions = {}): ClusterResult {
  const batch = checkBatch(articles, options, givesOnce(articles) ? new PackedTexts() : null)
  const { checked, windowLength, progress } = batch
  const reader = new PageReader(checked, (done) => progress(done, 'read'))
  const { links, comparedPairs } = linkPages(reader, windowLength, (done) => progress(done, 'match'))
  return resultOf(batch, reader, links, comparedPairs)
}

/** A batch that has passed all checks, and how it is to be clustered. */
export interface CheckedBatch {
  /** In order of id. */
  readonly checked: readonly CheckedArticle[]
  readonly rejected: readonly Rejection[]
  readonly warnings: readonly Warning[]
  /** In milliseconds. */
  readonly windowLength: number
  readonly canonical: CanonicalChoice | undefined
  readonly progress: (done: number, stage: Stage) => void
}

/** Whether articles come one by one, so that who gives them need not hold them. */
const givesOnce = (articles: unknown): boolean =>
  canEncode && typeof articles === 'object' && articles !== null && 'next' in articles

/** Checks a batch and the options; what comes after does not fail on either. */
export function checkBatch(
  articles: Iterable<Article>,
  options: ClusterOptions,
  texts: PackedTexts | null = null,
): CheckedBatch {
  const windowLength = checkClusterOptions(options)
  if (typeof articles !== 'object' || articles === null || !(Symbol.iterator in articles))
    throw new WirecopyError('bad-input', 'expected an array or other iterable of articles')
  const {
    articles: unordered,
    rejected,
    warnings,
  } = checkArticles(
    articles,
    { ...options, collect: options.onInvalid === 'collect' },
    texts ? (article) => texts.pack(article) : undefined,
  )
  const checked = unordered.sort((x, y) => (x.id < y.id ? -1 : 1))
  const progress = options.onProgress ?? (() => {})
  return { checked, rejected, warnings, windowLength, canonical: options.canonical, progress }
}

/** Groups a batch by its links. */
export function resultOf(
  { checked, rejected, warnings, windowLength, canonical, progress }: CheckedBatch,
  reader: PageReader,
  links: readonly Link[],
  comparedPairs: number,
): ClusterResult {
  progress(0, 'group')
  const { story, dispatch, embedded } = groupStories(checked.length, links, {
    of: checked.map(({ time }) => time),
    window: windowLength,
  })
  const stories = membersOf(story).filter((members) => members.length > 1)

  const clustered = new Set<number>([...stories.flat(), ...embedded.values()].flat())
  const clusters = stories
    .map((members) => {
      const hubs = embedded.get(story[members[0] as number] as number) ?? []
      return { cluster: storyOf(reader, members, dispatch, hubs, canonical), copies: members.length + hubs.length }
    })
    .sort(mostCarriedFirst)
    .map(({ cluster }) => cluster)
  progress(1, 'group')
  const unclustered = once(() => checked.flatMap((_, i) => (clustered.has(i) ? [] : [describeUnclustered(reader, i)])))
  return {
    clusters,
    get unclustered() {
      return unclustered()
    },
    rejected,
    warnings,
    stats: {
      articles: checked.length,
      clustered: clustered.size,
      unclustered: checked.length - clustered.size,
      rejected: rejected.length,
      clusters: clusters.length,
      dispatches: new Set(stories.flat().map((i) => dispatch[i])).size,
      comparedPairs,
    },
  }
}

/** Checks options; gives the length of the window in milliseconds. */
export function checkClusterOptions(options: ClusterOptions): number {
  if (typeof options !== 'object' || options === null)
    throw new WirecopyError('bad-option', 'options must be an object', null, 'options')
  const { windowDays = defaultWindowDays, asOf, dateFormats, onInvalid, canonical, onProgress } = options
  const bad = (option: string, expected: string) =>
    new WirecopyError('bad-option', `option ${option} ${expected}`, null, option)
  if (onProgress !== undefined && typeof onProgress !== 'function') throw bad('onProgress', 'must be a function')
  if (typeof windowDays !== 'number' || !(windowDays > 0))
    throw bad('windowDays', `must be a number above 0, not ${String(windowDays)}`)
  if (asOf !== undefined && (asOf === null || readMoment(asOf) === null))
    throw bad('asOf', 'must be a Date, epoch milliseconds or ISO 8601 text')
  if (dateFormats !== undefined && !(Array.isArray(dateFormats) && dateFormats.every(isDateFormat)))
    throw bad('dateFormats', 'must be a list of formats such as dd-MM-yyyy')
  if (onInvalid !== undefined && onInvalid !== 'throw' && onInvalid !== 'collect')
    throw bad('onInvalid', "must be 'throw' or 'collect'")
  if (canonical !== undefined && canonical !== 'recovered' && canonical !== 'article')
    throw bad('canonical', "must be 'recovered' or 'article'")
  return windowDays * millisecondsPerDay
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

/** Its page is read when it is first asked for its agency or furniture. */
function describeUnclustered(reader: PageReader, i: number): UnclusteredArticle {
  const article = reader.articles[i] as CheckedArticle
  const page = once(() => reader.page(i))
  return {
    articleId: article.id,
    outlet: article.outlet,
    publishedAt: iso(article.time),
    get agency() {
      return attribute(signatures(article, page().furniture))
    },
    get furniture() {
      const { furniture, article } = page()
      return furniture.map(({ kind, start, end }) => ({ kind, start, end, text: article.text.slice(start, end) }))
    },
  }
}
