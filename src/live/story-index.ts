// A live index of stories, for news that arrives one article at a time. The same engine as clusterArticles: after any history of adding,
// changing and taking out, its stories are those that clusterArticles makes of the articles that are in. What one change touches
// is found out anew, and no more; texts are edited when that is first asked for.
import { type Article, type CheckedArticle, checkArticle, type Rejection, type Warning } from '../article/article.js'
import { WirecopyError } from '../article/error.js'
import { type DateOptions, readMoment } from '../article/publication-date.js'
import { type ClusterOptions, checkClusterOptions } from '../cluster.js'
import { once } from '../edit/once.js'
import { mostCarriedFirst, storyOf } from '../edit/outline.js'
import { type Cluster, iso } from '../edit/story.js'
import { type Evidence, gatherEvidence, preparedPage } from '../match/evidence.js'
import { keyOf, type Sketch } from '../match/links.js'
import { judge, type Relation } from '../match/relation.js'
import { fingerprints } from '../sketch/fingerprints.js'
import { type Page, readPageOf, wordsOutside } from '../text/page.js'
import { eachRepeated, readPageUnits } from '../text/repeated-furniture.js'
import { readWords } from '../text/tokens.js'
import { Chronology } from './chronology.js'
import { LiveLinks } from './live-links.js'
import { type Group, LiveStories, type Regrouping, type Story, type StoryEvent } from './live-stories.js'
import { OutletLines, packUnits, unpackUnits } from './outlet-lines.js'
import { Records } from './records.js'

/** How a live index clusters: as clusterArticles with these options. */
export type IndexOptions = DateOptions & Pick<ClusterOptions, 'windowDays' | 'canonical'>

/**
 * What an article turned out to be: of no story yet (`new`); another `copy` of a dispatch; a `revision`, another dispatch of a story; a
 * `bridge` that makes one of several stories; or a page that holds a piece of a story amid other matter (`embedded`).
 */
export type Outcome = 'new' | 'copy' | 'revision' | 'bridge' | 'embedded'

/** An article that another was linked with, and why. */
export interface Match {
  readonly articleId: string
  readonly outlet: string
  readonly relation: Relation
  /** How strongly the two belong to one story, from 0 to 1. */
  readonly strength: number
  /** Why, in one sentence. */
  readonly reason: string
  /** All the evidence; null for pages of exactly the same words, which are not compared. */
  readonly evidence: Evidence | null
}

/** What an article is to the stories that are in. */
export interface Placement {
  readonly articleId: string
  readonly outcome: Outcome
  /** The story that it carries; null where none does. */
  readonly clusterId: string | null
  /** All stories that it touches. */
  readonly clusterIds: readonly string[]
  /** The articles that it was linked with, the strongest first. */
  readonly matches: readonly Match[]
}

/** What adding or changing an article did. */
export interface Added extends Placement {
  readonly events: readonly StoryEvent[]
  readonly warnings: readonly Warning[]
}

/** What taking articles out did. */
export interface Removed {
  readonly articleIds: readonly string[]
  readonly events: readonly StoryEvent[]
}

/** An article that is in. */
export interface IndexedArticle extends Omit<CheckedArticle, 'time'> {
  /** ISO 8601, or null where unknown. */
  readonly publishedAt: string | null
  /** The story that it carries; null where none does. */
  readonly clusterId: string | null
}

/** Which stories to give. */
export interface ClusterFilter {
  /** Those of which an article was published at this time or later: a Date, epoch milliseconds or ISO 8601. */
  readonly since?: Date | number | string
  /** Those that this outlet carries. */
  readonly outlet?: string
  /** Those that this agency signs, by its name. Editing each story to know takes time. */
  readonly agency?: string
}

/** How many articles are added at once. */
export interface AddAllOptions {
  /**
   * What to do with an article that cannot be used: `throw`, those before it being in, or `collect` it in `rejected`.
   * @default 'throw'
   */
  readonly onInvalid?: 'throw' | 'collect'
  /** When it is aborted, no more are taken, and the promise is rejected with its reason; those taken are in. */
  readonly signal?: { readonly aborted: boolean; readonly reason?: unknown }
  /** Called with what adding each did. */
  readonly onAdded?: (added: Added) => void
}

/** What adding many did. */
export interface AddedAll {
  readonly added: number
  readonly rejected: readonly Rejection[]
  readonly warnings: readonly Warning[]
}

/** What a change touched. */
interface Change {
  /** Articles that are connected with others than before, or whose page is another. */
  readonly touched: ReadonlySet<number>
  readonly gone: ReadonlyMap<number, CheckedArticle>
  readonly reread: ReadonlySet<number>
}

/** An article as it was given, checked. */
interface CheckedInput {
  readonly checked: CheckedArticle
  readonly warnings: readonly Warning[]
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
  readonly #dates: DateOptions
  readonly #canonical: ClusterOptions['canonical']
  /** By number; numbers of articles that were taken out are given again. */
  readonly #articles: (CheckedArticle | undefined)[] = []
  readonly #free: number[] = []
  readonly #numbers = new Map<string, number>()
  readonly #chronology = new Chronology()
  /** The lines of pages: see packUnits. */
  readonly #units = new Records()
  readonly #outlets = new Map<string, OutletLines>()
  readonly #links: LiveLinks
  readonly #stories: LiveStories
  readonly #views = new WeakMap<Story, Cluster>()
  readonly #listeners = new Set<(event: StoryEvent) => void>()
  readonly #untold: StoryEvent[] = []
  #isTelling = false

  /** @throws WirecopyError when an option is wrong */
  constructor(options: IndexOptions = {}) {
    const window = checkClusterOptions(options)
    this.#dates = options
    this.#canonical = options.canonical
    this.#links = new LiveLinks(
      this.#chronology,
      window,
      (number) => this.#pageLater(number)(),
      (number) => this.#sketch(number),
    )
    this.#stories = new LiveStories(
      {
        article: (number) => this.#article(number),
        linksOf: (number) => this.#links.linksOf(number),
        neighbours: (number) => this.#links.neighbours(number),
      },
      window,
    )
  }

  /** How many articles are in. */
  get size(): number {
    return this.#numbers.size
  }

  has(id: string): boolean {
    return this.#numbers.has(id)
  }

  /** An article that is in, or null. */
  get(id: string): IndexedArticle | null {
    const number = this.#numbers.get(id)
    return number === undefined ? null : this.#indexed(number)
  }

  /** The articles that are in, in the order in which they came. */
  *[Symbol.iterator](): Iterator<IndexedArticle> {
    for (const number of this.#numbers.values()) yield this.#indexed(number)
  }

  /**
   * Adds an article. Takes time in proportion to its text, to what it is compared with and to the size of the stories that it is linked
   * with, not to how many articles are in.
   *
   * @throws WirecopyError when the article cannot be used or its id is in already; nothing has changed then
   */
  add(article: Article): Added {
    const checked = this.#checkNew(article, this.size)
    if (checked instanceof WirecopyError) throw checked
    return this.#put(checked.checked, checked.warnings)
  }

  /**
   * Puts an article in the place of the one of the same id, as when an outlet edits its page.
   *
   * @throws WirecopyError when the article cannot be used or its id is not in; nothing has changed then
   */
  update(article: Article): Added {
    const { checked, warnings } = this.#check(article)
    if (!this.#numbers.has(checked.id))
      throw new WirecopyError('unknown-id', `article "${checked.id}": it is not in the index`, checked.id, 'id')
    return this.#put(checked, warnings)
  }

  /** Adds articles one after the other as they come, taking the next when the last is in. */
  async addAll(articles: Iterable<Article> | AsyncIterable<Article>, options: AddAllOptions = {}): Promise<AddedAll> {
    const { onInvalid = 'throw', signal, onAdded } = options
    if (onInvalid !== 'throw' && onInvalid !== 'collect')
      throw new WirecopyError('bad-option', "option onInvalid must be 'throw' or 'collect'", null, 'onInvalid')
    const rejected: Rejection[] = []
    const warnings: Warning[] = []
    let count = 0
    let place = 0
    for await (const article of articles) {
      if (signal?.aborted) throw signal.reason
      const checked = this.#checkNew(article, place++)
      if (checked instanceof WirecopyError) {
        if (onInvalid === 'throw') throw checked
        rejected.push({ article: checked.article ?? `#${place - 1}`, code: checked.code, message: checked.message })
        continue
      }
      const added = this.#put(checked.checked, checked.warnings)
      count++
      warnings.push(...added.warnings)
      onAdded?.(added)
    }
    return { added: count, rejected, warnings }
  }

  /**
   * What `add` would say of an article, without adding it; a story that would only then be born has no id yet. Its own id counts for
   * nothing: one of the same id that is in is another.
   *
   * @throws WirecopyError when the article cannot be used
   */
  query(article: Article): Placement {
    const { checked } = this.#check(article)
    let { id } = checked
    while (this.#numbers.has(id)) id = `${id}~`
    const { touched } = this.#change([{ ...checked, id }], [])
    const number = this.#numbers.get(id) as number
    try {
      return this.#placement(number, checked.id, this.#stories.regroup(touched, []))
    } finally {
      // What comes and goes leaves links, and so stories, as they were.
      this.#change([], [number])
    }
  }

  /** Takes an article out; null where it is not in. */
  remove(id: string): Removed | null {
    const number = this.#numbers.get(id)
    return number === undefined ? null : this.#takeOut([number])
  }

  /**
   * Takes out all articles published before a time. Those of unknown date stay.
   *
   * @throws WirecopyError when the time is none
   */
  expire(before: Date | number | string): Removed {
    const moment = readTime(before, 'before')
    const numbers = [...this.#numbers.values()].filter((number) => {
      const { time } = this.#article(number)
      return time !== null && time < moment
    })
    return this.#takeOut(numbers)
  }

  /** The story of an id, or of one that has merged with another; null where there is none. Later changes do not change it. */
  cluster(id: string): Cluster | null {
    const story = this.#stories.byId(id)
    return story && this.#view(story)
  }

  /** All stories, or some: those that most outlets carry first. Later changes do not change them. */
  clusters({ since, outlet, agency }: ClusterFilter = {}): Cluster[] {
    const moment = since === undefined ? null : readTime(since, 'since')
    const isWanted = (story: Story) => {
      const articles = story.members.map((number) => this.#article(number))
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
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #check(article: unknown, place = this.size): CheckedInput {
    const warnings: Warning[] = []
    const checked = checkArticle(article, place, this.#dates, (warning) => warnings.push(warning))
    return { checked, warnings }
  }

  /** An article that can be added, or why it cannot be. */
  #checkNew(article: unknown, place: number): CheckedInput | WirecopyError {
    try {
      const checked = this.#check(article, place)
      const { id } = checked.checked
      return this.#numbers.has(id)
        ? new WirecopyError('duplicate-id', `article "${id}": it is in the index already`, id, 'id')
        : checked
    } catch (error) {
      if (error instanceof WirecopyError) return error
      throw error
    }
  }

  /** Adds an article, in the place of one of the same id if there is one. */
  #put(article: CheckedArticle, warnings: readonly Warning[]): Added {
    const former = this.#numbers.get(article.id)
    const change = this.#change([article], former === undefined ? [] : [former])
    const number = this.#numbers.get(article.id) as number
    const joined = this.#join(number, change)
    if (joined) {
      const { clusterId } = joined
      const matches = this.#matches(number)
      this.#tell([joined])
      const placement: Placement = {
        articleId: article.id,
        outcome: 'copy',
        clusterId,
        clusterIds: [clusterId],
        matches,
      }
      return { ...placement, events: [joined], warnings }
    }
    const regrouping = this.#stories.regroup(change.touched, change.gone.keys())
    const events = this.#stories.replace(regrouping, change.gone, change.reread)
    const placement = this.#placement(number, article.id, regrouping)
    this.#tell(events)
    return { ...placement, events, warnings }
  }

  /** Where a change is no more than another copy, and its story can take that in by itself, what became of it. */
  #join(number: number, { touched, gone, reread }: Change): StoryEvent | null {
    const links = this.#links.linksOf(number)
    const isAlone = touched.size === links.length + 1 && [...this.#links.neighbours(number)].length === links.length
    return isAlone && gone.size + reread.size === 0 ? this.#stories.join(number, links) : null
  }

  #takeOut(numbers: readonly number[]): Removed {
    const articleIds = numbers.map((number) => this.#article(number).id)
    const { touched, gone, reread } = this.#change([], numbers)
    const events = this.#stories.replace(this.#stories.regroup(touched, gone.keys()), gone, reread)
    this.#tell(events)
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
    const gone = new Map(removed.map((number) => [number, this.#article(number)]))
    const reread = new Set<number>()
    for (const [number, { id, outlet }] of gone) {
      const lines = this.#linesOf(outlet)
      for (const other of lines.remove(number)) reread.add(other)
      if (lines.size === 0) this.#outlets.delete(outlet)
      this.#numbers.delete(id)
    }
    const added = articles.map((article) => {
      const number = this.#free.pop() ?? this.#articles.length
      this.#articles[number] = article
      this.#numbers.set(article.id, number)
      this.#chronology.set(number, article.id, article.time)
      this.#units.set(number, packUnits(readPageUnits(article, readWords(article.text))))
      for (const other of this.#linesOf(article.outlet).add(number)) reread.add(other)
      return number
    })
    for (const number of [...removed, ...added]) reread.delete(number)
    const touched = this.#links.update({
      added: added.map((number) => [number, this.#sketch(number)]),
      removed,
      reread: [...reread].map((number) => [number, this.#sketch(number)]),
    })
    // Stories of pages that are others now are to be edited anew, even where their links are the same.
    for (const number of reread) touched.add(number)
    for (const number of removed) {
      this.#articles[number] = undefined
      this.#units.set(number, null)
      this.#free.push(number)
    }
    return { touched, gone, reread }
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
      matches: this.#matches(number),
    }
  }

  /** The articles that one is linked with, the strongest first. */
  #matches(number: number): Match[] {
    const links = [...this.#links.neighbours(number)].flatMap((other) =>
      [...this.#links.linksOf(number), ...this.#links.linksOf(other)].filter(
        ({ a, b }) => (a === number && b === other) || (a === other && b === number),
      ),
    )
    const strongestFirst = [...new Set(links)].sort(
      (x, y) => y.strength - x.strength || (this.#article(x.a).id < this.#article(y.a).id ? -1 : 1),
    )
    return strongestFirst.map(({ a, b, relation, strength, isSame = false }) => {
      const other = this.#article(a === number ? b : a)
      const [earlier, later] = [this.#pageLater(a), this.#pageLater(b)]
      const evidence = once(() => (isSame ? null : gatherEvidence(preparedPage(earlier()), preparedPage(later()))))
      return {
        articleId: other.id,
        outlet: other.outlet,
        relation,
        strength,
        get reason() {
          const found = evidence()
          return found ? judge(found).reason : 'their words are the same'
        },
        get evidence() {
          return evidence()
        },
      }
    })
  }

  #article(number: number): CheckedArticle {
    const article = this.#articles[number]
    if (!article) throw new RangeError(`there is no article ${number}`)
    return article
  }

  #indexed(number: number): IndexedArticle {
    const { time, ...article } = this.#article(number)
    return { ...article, publishedAt: iso(time), clusterId: this.#stories.of(number)?.id ?? null }
  }

  #linesOf(outlet: string): OutletLines {
    let lines = this.#outlets.get(outlet)
    if (!lines) {
      lines = new OutletLines(this.#units, (number) => this.#article(number).id)
      this.#outlets.set(outlet, lines)
    }
    return lines
  }

  /** By what an article is found: its words outside the lines that its outlet repeats. */
  #sketch(number: number): Sketch {
    const { outlet, text } = this.#article(number)
    const stretches: number[] = []
    eachRepeated(unpackUnits(this.#units.of(number)), this.#linesOf(outlet).repeatedOn(number), (from, to) =>
      stretches.push(from, to),
    )
    const words = wordsOutside(text, stretches)
    return { key: keyOf(words), fingerprints: fingerprints(words).slice() }
  }

  /** Reads a page as it is now, however late. */
  #pageLater(number: number): () => Page {
    const article = this.#article(number)
    const { keys } = unpackUnits(this.#units.of(number))
    const repeated = new Set(keys.filter(this.#linesOf(article.outlet).repeatedOn(number)))
    return () => readPageOf(article, repeated.size > 0 ? (key) => repeated.has(key) : null)
  }

  /** A story to look at, edited when that is asked for, of its pages as they are now. */
  #view(story: Story): Cluster {
    const known = this.#views.get(story)
    if (known) return known
    const numbers = [...story.members, ...story.hubs]
    const pages = numbers.map((number) => this.#pageLater(number))
    const placeOf = new Map(numbers.map((number, place) => [number, place]))
    const view = storyOf(
      {
        articles: numbers.map((number) => this.#article(number)),
        page: (place) => (pages[place] as () => Page)(),
      },
      story.members.map((_, place) => place),
      Int32Array.from(story.members, (number) => placeOf.get(story.dispatchOf.get(number) as number) as number),
      story.hubs.map((_, k) => story.members.length + k),
      this.#canonical,
      story.id,
    )
    this.#views.set(story, view)
    return view
  }
}

/** What an article is to the story that it carries, which goes on so many former stories. */
function outcomeIn({ members, dispatchOf }: Group, number: number, former: number): Outcome {
  if (former > 1) return 'bridge'
  const dispatch = dispatchOf.get(number)
  return members.some((other) => other !== number && dispatchOf.get(other) === dispatch) ? 'copy' : 'revision'
}

function readTime(given: Date | number | string, option: string): number {
  const time = readMoment(given)
  if (time === null)
    throw new WirecopyError('bad-option', `${option} must be a Date, epoch milliseconds or ISO 8601 text`, null, option)
  return time
}
