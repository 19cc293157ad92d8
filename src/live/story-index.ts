// A live index of stories, for news that arrives one article at a time. The same engine as clusterArticles: after any history of adding,
// changing and taking out, its stories are those that clusterArticles makes of the articles that are in. What one change touches
// is found out anew, and no more; texts are edited when that is first asked for.
import type { Article, CheckedArticle } from '../article/article.js'
import { WirecopyError } from '../article/error.js'
import { readMoment } from '../article/publication-date.js'
import { fieldsOf } from '../article/stored-article.js'
import { mostCarriedFirst } from '../edit/outline.js'
import type { Cluster } from '../edit/story.js'
import { joined, read, written } from '../snapshot/frames.js'
import type {
  AddAllOptions,
  Added,
  AddedAll,
  ClusterFilter,
  IndexedArticle,
  Outcome,
  Placement,
  Removed,
} from './answers.js'
import { addInTurn, type CheckedInput, checkInput, checkKnown, checkNew, readClock } from './intake.js'
import { LiveLinks, type Relinked } from './live-links.js'
import { LivePages } from './live-pages.js'
import { dispatchIn, type Group, LiveStories, type Regrouping, type Story, type StoryEvent } from './live-stories.js'
import { checkIndexOptions, type IndexOptions } from './options.js'
import { SlidingWindow } from './sliding-window.js'
import { type IndexState, readSnapshot, snapshotParts, snapshotVersion } from './snapshot.js'
import { hasText } from './stored-article.js'
import { Views } from './views.js'
import { warmUp } from './warm-up.js'

// More than come in, so that a window that has fallen behind catches up.
const mostLeaving = 4
// Where so many pages are read anew for the one that came, only those leave beyond a few that wait: two such changes are not made at once.
const manyRereads = 5
const mostWaiting = 16

/** What a change touched, and what was taken out. */
interface Change extends Relinked {
  readonly gone: ReadonlyMap<number, CheckedArticle>
}

/**
 * Stories as they break and grow.
 *
 * @example
 * const index = new StoryIndex()
 * index.add(courier).outcome // 'new'
 * index.add(harbour) // { outcome: 'copy', clusterId: 'courier-1', … }
 * index.cluster('courier-1')?.outlets // ['Strait Courier', 'Channel Harbour']
 */
export class StoryIndex {
  readonly #options: IndexOptions
  readonly #windowDays: number
  readonly #pages: LivePages
  readonly #links: LiveLinks
  readonly #stories: LiveStories
  readonly #window: SlidingWindow
  readonly #views: Views
  readonly #listeners = new Set<(event: StoryEvent) => void>()
  readonly #untold: StoryEvent[] = []
  #isTelling = false
  /** What the clock said when an article came last, where there is one. */
  #now: number | null = null
  // Articles that left while a text could not be had.
  #unsaid: string[] = []
  // Where a text could not be had a change waits to be finished; what was taken out until then, and is to be read anew.
  #isChanging = false
  #changes = 0
  #gone = new Map<number, CheckedArticle>()
  #reread = new Set<number>()
  /** How many pages the change at hand has read anew, those not counted that wait from one before. */
  #rereads = 0

  /**
   * The first index of a process takes 0.2 s, in which patterns are compiled, so that no article has to wait for that.
   *
   * @throws WirecopyError when an option is wrong
   */
  constructor(options: IndexOptions = {}) {
    const { windowDays, window, keep } = checkIndexOptions(options)
    warmUp()
    this.#options = options
    this.#windowDays = windowDays
    const pages = new LivePages(options.texts ?? 'plain')
    this.#pages = pages
    this.#links = new LiveLinks(pages.chronology, window, pages)
    this.#stories = new LiveStories(
      {
        article: (number) => pages.article(number),
        linksOf: (number) => this.#links.linksOf(number),
        allLinksOf: (number, mostAlike) => this.#links.allLinksOf(number, mostAlike),
        grouped: (number) => this.#links.grouped(number),
        sharing: (number) => this.#links.sharing(number),
      },
      window,
    )
    this.#views = new Views(pages, this.#links, this.#stories, options.canonical)
    this.#window = new SlidingWindow(keep, options.keepBy ?? 'published', (number) => pages.article(number).id)
  }

  /**
   * Reads a snapshot: an index with the same articles, stories and ids, to which the same will happen as to the one that was written. The
   * window of `windowDays` is that of the snapshot; all other options are to be given again.
   *
   * @throws WirecopyError `bad-snapshot` for bytes that are none, or cut off, or changed, or of another version; `bad-option` where an
   * option is wrong
   */
  static fromBytes(bytes: Uint8Array, options: IndexOptions = {}): StoryIndex {
    return StoryIndex.fromChunks([bytes], options)
  }

  /** The same of bytes that come in chunks, however they were cut, of which one at a time is held. */
  static fromChunks(chunks: Iterable<Uint8Array>, options: IndexOptions = {}): StoryIndex {
    if (typeof chunks !== 'object' || chunks === null || !(Symbol.iterator in chunks))
      throw new WirecopyError('bad-input', 'a snapshot is read from chunks, each a Uint8Array', null, 'chunks')
    checkIndexOptions(options)
    const { windowDays: wanted, texts = 'plain' } = options
    return readSnapshot(read(snapshotVersion, chunks), texts, ({ windowDays }) => {
      if (wanted !== undefined && wanted !== windowDays)
        throw new WirecopyError(
          'bad-option',
          `option windowDays is ${wanted}, but the snapshot was made with ${windowDays}`,
          null,
          'windowDays',
        )
      const index = new StoryIndex({ ...options, windowDays })
      return { index, state: index.#state }
    }).index
  }

  /** How many articles are in. */
  get size(): number {
    return this.#pages.size
  }

  has(id: string): boolean {
    return this.#pages.numberOf(id) !== undefined
  }

  /** An article that is in, or null. */
  get(id: string): IndexedArticle | null {
    const number = this.#pages.numberOf(id)
    return number === undefined ? null : this.#views.article(number)
  }

  /** The articles that are in, in the order in which they came; those that come meanwhile are left out. */
  *[Symbol.iterator](): Iterator<IndexedArticle> {
    // As they are now, whatever is changed while they are walked over.
    const ids = Array.from(this.#pages.numbers(), (number) => this.#pages.article(number).id)
    for (const id of ids) {
      const article = this.get(id)
      if (article) yield article
    }
  }

  /**
   * Adds an article. Takes time in proportion to its text, to what it is compared with and to the size of the stories that it is linked
   * with, not to how many articles are in.
   *
   * @throws WirecopyError when the article cannot be used or its id is in already; nothing has changed then. What a function of option
   * `texts` throws, too: then the article is in, and what is left to do is done with the next change
   */
  add(article: Article): Added {
    return this.#put(this.#checkNew(article, null))
  }

  /**
   * Puts an article in the place of the one of the same id, as when an outlet edits its page.
   *
   * @throws WirecopyError when the article cannot be used or its id is not in; nothing has changed then
   */
  update(article: Article): Added {
    const input = this.#check(article, null)
    checkKnown(input, this)
    return this.#put(input)
  }

  /**
   * Adds an article, or updates the one of its id; where that is just the same nothing is done. For feeds that give an article again and
   * again.
   *
   * @throws WirecopyError when the article cannot be used; nothing has changed then
   */
  put(article: Article): Added {
    return this.#put(this.#check(article, null))
  }

  /**
   * Adds articles one after the other as they come, taking the next when the last is in; what is older than `keepDays` leaves
   * meanwhile.
   *
   * @throws WirecopyError for an article that cannot be used, unless they are collected; the signal's reason when it is aborted
   */
  addAll(articles: Iterable<Article> | AsyncIterable<Article>, options: AddAllOptions = {}): Promise<AddedAll> {
    return addInTurn(
      articles,
      options,
      (article, place) => this.#checkNew(article, place),
      (input) => this.#put(input),
    )
  }

  /**
   * What `add` would say of an article, without adding it; a story that would only then be born has no id yet. Its own id counts for
   * nothing: one of the same id that is in is another.
   *
   * @throws WirecopyError when the article cannot be used
   */
  query(article: Article): Placement {
    const { checked } = this.#check(article, null)
    let { id } = checked
    while (this.has(id)) id = `${id}~`
    if (this.#isChanging) this.#takeOut([])
    const changes = this.#changes
    try {
      const change = this.#change([{ ...checked, id }], [])
      const number = this.#pages.numberOf(id) as number
      return this.#placement(number, checked.id, this.#stories.regroup(change, new Set()))
    } finally {
      // What comes and goes leaves links, and so stories, as they were.
      const number = this.#pages.numberOf(id)
      if (number !== undefined) this.#change([], [number])
      this.#changes = changes
    }
  }

  /** Takes an article out; null where it is not in. */
  remove(id: string): Removed | null {
    if (typeof id !== 'string') throw new WirecopyError('bad-id', `an id is a string, not ${typeof id}`, null, 'id')
    const number = this.#pages.numberOf(id)
    return number === undefined ? null : this.#takeOut([number])
  }

  /**
   * Takes out all articles published before a time, the oldest first, those of unknown date staying; without a time, all that are older
   * than `keepDays` by now, as option `now` says where it is given. Takes time for those alone.
   *
   * @throws WirecopyError when the time is none
   */
  expire(before?: Date | number | string): Removed {
    if (before !== undefined) return this.#takeOut(this.#pages.publishedBefore(readTime(before, 'before')))
    const now = readClock(this.#options.now)
    if (now !== null) this.#window.advance(now)
    return this.#takeOut(this.#window.outside(Number.POSITIVE_INFINITY))
  }

  /** The story of an id, or of one that has merged with another; null where there is none. Later changes do not change it. */
  cluster(id: string): Cluster | null {
    const story = this.#stories.byId(id)
    return story && this.#view(story)
  }

  /** All stories, or some: those that most outlets carry first. Later changes do not change them. */
  clusters(filter: ClusterFilter = {}): Cluster[] {
    if (typeof filter !== 'object' || filter === null)
      throw new WirecopyError('bad-option', 'clusters takes an object of since, outlet and agency', null, 'filter')
    const { since, outlet, agency } = filter
    const moment = since === undefined ? null : readTime(since, 'since')
    const isWanted = (story: Story) => {
      const articles = story.members.map((number) => this.#pages.article(number))
      return (
        (moment === null || articles.some(({ time }) => time !== null && time >= moment)) &&
        (outlet === undefined || articles.some((article) => article.outlet === outlet))
      )
    }
    return [...this.#stories.all()]
      .filter(isWanted)
      .map((story) => ({ cluster: this.#view(story), copies: story.members.length + story.hubs.length }))
      .filter(({ cluster }) => agency === undefined || cluster.agency?.name === agency)
      .sort(mostCarriedFirst)
      .map(({ cluster }) => cluster)
  }

  /**
   * Calls back with what becomes of stories, after each change. Gives a function that ends it. What a listener throws is thrown by the
   * method that made the change, when all listeners have been told; the change is made.
   */
  subscribe(listener: (event: StoryEvent) => void): () => void {
    if (typeof listener !== 'function')
      throw new WirecopyError('bad-option', `a listener is a function, not ${typeof listener}`, null, 'listener')
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** A snapshot in one piece: see `toChunks`. */
  toBytes(): Uint8Array<ArrayBuffer> {
    const chunks = [...this.toChunks()]
    return joined(
      chunks,
      chunks.reduce((length, chunk) => length + chunk.length, 0),
    )
  }

  /**
   * A snapshot, in chunks of some 64 KB, with a checksum for each: all articles, their texts as they are kept, what was found out about
   * them, and stories with their ids. Linear in the articles, with no more memory than a chunk. The index must not be changed before
   * the last chunk was taken.
   *
   * @throws WirecopyError `bad-input` where it was
   */
  *toChunks(): Generator<Uint8Array<ArrayBuffer>> {
    if (this.#isChanging) this.#takeOut([])
    const changes = this.#changes
    for (const chunk of written(snapshotVersion, snapshotParts(this.#state, this.#windowDays))) {
      yield chunk
      if (this.#changes !== changes)
        throw new WirecopyError('bad-input', 'the index was changed while a snapshot of it was being written')
    }
  }

  get #state(): IndexState {
    return { pages: this.#pages, links: this.#links, stories: this.#stories, window: this.#window }
  }

  #check(article: unknown, place: number | null): CheckedInput {
    this.#now = readClock(this.#options.now)
    return checkInput(article, place, this.#options, this.#now)
  }

  #checkNew(article: unknown, place: number | null): CheckedInput {
    const input = this.#check(article, place)
    checkNew(input, this)
    return input
  }

  /** Adds an article, in the place of one of the same id if there is one; then what is too old leaves. */
  #put({ checked, warnings }: CheckedInput): Added {
    this.#rereads = 0
    const now = this.#now ?? checked.time
    if (now !== null) this.#window.advance(now)
    const former = this.#pages.numberOf(checked.id)
    const isUnchanged = !this.#isChanging && former !== undefined && areSame(this.#pages.article(former), checked)
    const { placement, events } = isUnchanged ? this.#leave(former) : this.#place(checked)
    const left = this.#slide(events)
    const expired = [...this.#unsaid, ...left.articleIds]
    this.#unsaid = []
    return { ...placement, isUnchanged, events: [...events, ...left.events], expired, warnings }
  }

  /** Takes out what is too old, and tells what became of stories then and before. */
  #slide(events: readonly StoryEvent[]): Removed {
    const old = this.#leaving()
    const articleIds = old.map((number) => this.#pages.article(number).id)
    let told = events
    try {
      const left = old.length > 0 ? this.#replace(old) : { articleIds, events: [] }
      told = [...events, ...left.events]
      return left
    } catch (error) {
      this.#unsaid.push(...articleIds)
      throw error
    } finally {
      this.#tell(told)
    }
  }

  /** Of those that are too old, the ones that leave now, the oldest first. */
  #leaving(): number[] {
    if (this.#rereads < manyRereads) return this.#window.outside(mostLeaving)
    return this.#window.outside(mostWaiting + mostLeaving).slice(0, -mostWaiting)
  }

  /** Leaves an article as it is, but for when it was last seen. */
  #leave(number: number): { readonly placement: Placement; readonly events: readonly StoryEvent[] } {
    const { id, time } = this.#pages.article(number)
    this.#window.remove(number)
    this.#window.add(number, time)
    this.#changes++
    const story = this.#stories.of(number)
    const held = this.#stories.heldBy(number)
    const clusterIds = [...new Set([...(story ? [story] : []), ...held].map((one) => one.id))]
    const outcome = story ? outcomeIn(story, number, 1) : held.length > 0 ? 'embedded' : 'new'
    const matches = this.#views.matches(number)
    return { placement: { articleId: id, outcome, clusterId: story?.id ?? null, clusterIds, matches }, events: [] }
  }

  #place(article: CheckedArticle): { readonly placement: Placement; readonly events: readonly StoryEvent[] } {
    const { id } = article
    const former = this.#pages.numberOf(id)
    const change = this.#change([article], former === undefined ? [] : [former])
    const number = this.#pages.numberOf(id) as number
    const adjusted = this.#stories.adjust(change, number, change.gone) ?? this.#join(number, change)
    const story = adjusted && this.#stories.of(number)
    if (story) {
      const matches = this.#views.matches(number)
      const placement = {
        articleId: id,
        outcome: 'copy',
        clusterId: story.id,
        clusterIds: [story.id],
        matches,
      } as const
      return { placement, events: adjusted }
    }
    const regrouping = this.#stories.regroup(change, new Set(change.gone.keys()))
    const events = this.#stories.replace(regrouping, change.gone, change.reread)
    return { placement: this.#placement(number, id, regrouping), events }
  }

  /** Where a change is no more than another copy, and its story can take that in by itself, what became of it. */
  #join(number: number, change: Change): StoryEvent[] | null {
    const joined = this.#onlyComes(number, change) ? this.#stories.join(number, this.#links.linksOf(number)) : null
    return joined && [joined]
  }

  /** Whether a change is no more than that an article came, with links to earlier ones. */
  #onlyComes(number: number, { touched, sharing, gone, reread }: Change): boolean {
    const isTouched = touched.size === this.#links.linksOf(number).length + 1 && sharing.size === 0
    return isTouched && gone.size + reread.size === 0 && !this.#links.isLinkedFrom(number)
  }

  #takeOut(numbers: readonly number[]): Removed {
    const removed = this.#replace(numbers)
    this.#tell(removed.events)
    return removed
  }

  #replace(numbers: readonly number[]): Removed {
    const articleIds = numbers.map((number) => this.#pages.article(number).id)
    const change = this.#change([], numbers)
    const { gone, reread } = change
    const events =
      this.#stories.adjust(change, null, gone) ??
      this.#stories.replace(this.#stories.regroup(change, new Set(gone.keys())), gone, reread)
    return { articleIds, events }
  }

  /** Tells listeners, in the order of events also where one of them changes the index; the first error is thrown when all are told. */
  #tell(events: readonly StoryEvent[]): void {
    this.#untold.push(...events)
    if (this.#isTelling) return
    const errors: unknown[] = []
    this.#isTelling = true
    for (let event = this.#untold.shift(); event; event = this.#untold.shift())
      for (const listener of this.#listeners) {
        try {
          listener(event)
        } catch (error) {
          errors.push(error)
        }
      }
    this.#isTelling = false
    if (errors.length > 0) throw errors[0]
  }

  /** Takes articles in and out, and links anew what that touches. */
  #change(articles: readonly CheckedArticle[], removed: readonly number[]): Change {
    const [gone, reread] = [this.#gone, this.#reread]
    const added: number[] = []
    this.#isChanging = true
    this.#changes++
    this.#rereads = 0
    const mayReadOtherwise = (others: ReadonlySet<number>) => {
      this.#rereads += others.size
      for (const other of others) reread.add(other)
    }
    for (const number of removed) {
      gone.set(number, this.#pages.article(number))
      mayReadOtherwise(this.#pages.remove(number))
      this.#window.remove(number)
    }
    for (const article of articles) {
      const found = this.#pages.add(article)
      mayReadOtherwise(found.reread)
      this.#window.add(found.number, article.time)
      added.push(found.number)
    }
    for (const number of [...removed, ...added]) reread.delete(number)
    const relinked = this.#links.update({ added, removed, reread: [...reread] })
    // Stories of pages that are others now are to be edited anew, even where their links are the same.
    for (const number of relinked.reread) relinked.touched.add(number)
    this.#pages.settle()
    for (const number of gone.keys()) this.#pages.forget(number)
    this.#gone = new Map()
    this.#reread = new Set()
    this.#isChanging = false
    return { ...relinked, gone }
  }

  #placement(number: number, articleId: string, { groups, claims }: Regrouping): Placement {
    const group = groups.find(({ members }) => members.includes(number))
    const held = groups.filter(({ hubs }) => hubs.includes(number))
    const joined = (group && claims.get(group)) ?? []
    const carried = this.#stories.of(number)?.id ?? null
    const clusterId = joined[0]?.id ?? carried
    const stories = [...joined, ...held.flatMap((one) => claims.get(one) ?? []), ...this.#stories.heldBy(number)]
    const ids = [clusterId, carried, ...stories.map(({ id }) => id)]
    return {
      articleId,
      outcome: group ? outcomeIn(group, number, joined.length) : held.length > 0 ? 'embedded' : 'new',
      clusterId,
      clusterIds: [...new Set(ids.filter((id) => id !== null))],
      matches: this.#views.matches(number),
    }
  }

  #view(story: Story): Cluster {
    // While a change waits, pages are read as they may not be when it is done.
    return this.#views.story(story, !this.#isChanging)
  }
}

function areSame(article: CheckedArticle, other: CheckedArticle): boolean {
  const [own, others] = [Object.values(fieldsOf(article)), Object.values(fieldsOf(other))]
  return own.every((value, k) => value === others[k]) && hasText(article, other.text)
}

/** What an article is to the story that it carries, which goes on so many former stories. */
function outcomeIn(group: Group, number: number, former: number): Outcome {
  if (former > 1) return 'bridge'
  const dispatch = dispatchIn(group, number)
  return group.members.some((other) => other !== number && dispatchIn(group, other) === dispatch) ? 'copy' : 'revision'
}

function readTime(given: Date | number | string, option: string): number {
  const isGiven = typeof given === 'string' || typeof given === 'number' || given instanceof Date
  const time = isGiven ? readMoment(given) : null
  if (time === null)
    throw new WirecopyError('bad-option', `${option} must be a Date, epoch milliseconds or ISO 8601 text`, null, option)
  return time
}
