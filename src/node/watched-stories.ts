// The stories of a feed as whoever watches it knows them: who carries each, who wrote it and what it is called. Puts articles into an
// index, one at a time, and describes what that changed. A story is edited anew at every copy while it is small and then at each
// doubling, so that what an article costs does not grow with its story.
import { type Article, type CheckedArticle, checkArticle } from '../article/article.js'
import { changes } from '../edit/changes.js'
import { type Cluster, iso } from '../edit/story.js'
import { type EditSummary, summarize } from '../edit/summary.js'
import type { Added, IndexedArticle } from '../live/answers.js'
import type { StoryEvent } from '../live/live-stories.js'
import type { IndexOptions } from '../live/options.js'
import { StoryIndex } from '../live/story-index.js'
import type { News, StoryNews } from '../report/news.js'
import { tokenize } from '../text/tokens.js'

// Beyond so many copies, what one more outlet changed is not worked out at once.
const mostEdited = 16

/** What an article changed. */
export interface Change {
  readonly added: Added
  /** What the outlet had at its place before. */
  readonly before: IndexedArticle | null
  readonly events: readonly StoryEvent[]
  /** Those of them that come of articles which the index keeps no longer. */
  readonly aged: ReadonlySet<StoryEvent>
  /** The stories that it touched, by id, and how many outlets carried them until now. */
  readonly touched: ReadonlyMap<string, { readonly story: WatchedStory; readonly outletsBefore: number }>
}

export class WatchedStories {
  readonly #options: IndexOptions
  readonly #index: StoryIndex
  readonly #stories = new Map<string, WatchedStory>()
  #events: StoryEvent[] = []

  /** @throws WirecopyError when an option is wrong */
  constructor(options: IndexOptions) {
    this.#options = options
    this.#index = new StoryIndex(options)
    this.#index.subscribe((event) => this.#events.push(event))
  }

  /** How many stories two outlets or more carry. */
  get count(): number {
    return [...this.#stories.values()].filter(({ outlets }) => outlets.size > 1).length
  }

  /**
   * Takes an article in, in the place of one of the same id. Null where that is the same in all.
   *
   * @throws WirecopyError when it cannot be used
   */
  take(article: Article): Change | null {
    const before = this.#index.get(article.id)
    if (
      before &&
      areSame(
        before,
        checkArticle(article, null, this.#options, () => {}),
      )
    )
      return null
    this.#events = []
    const added = this.#index.put(article)
    const events = this.#events
    const touched = new Map<string, { story: WatchedStory; outletsBefore: number }>()
    const touch = (id: string): WatchedStory => {
      let one = touched.get(id)
      if (!one) {
        const story = this.#stories.get(id) ?? new WatchedStory()
        one = { story, outletsBefore: story.outlets.size }
        touched.set(id, one)
      }
      return one.story
    }
    for (const id of added.clusterIds) touch(id)
    const aged = new Set(events.filter((event) => this.#isOfAge(event)))
    for (const event of events) this.#follow(event, touch)
    // An outlet may have another name now.
    if (before && added.clusterId !== null) touch(added.clusterId).put(article.id, article.outlet)
    return { added, before, events, aged, touched }
  }

  /** What a change is to someone who watches: edits its stories. Null where the index kept the article no longer than that. */
  describe({ added, before, events, aged, touched }: Change): News | null {
    const article = this.#index.get(added.articleId)
    if (!article) return null
    const stories = new Map<string, StoryNews>()
    for (const [id, { story, outletsBefore }] of touched) {
      const cluster = story.isToBeEdited ? this.#index.cluster(id) : null
      if (cluster) story.name(cluster)
      stories.set(id, {
        id,
        agency: story.agency,
        headline: story.headline,
        outlets: story.outlets,
        articles: story.size,
        isBreaking: outletsBefore < 2 && story.outlets.size > 1,
        cluster: story.size <= mostEdited ? cluster : null,
      })
    }
    return { article, before, edit: before && editOf(before.text, article.text), added, events, aged, stories }
  }

  /** Whether a story loses articles because they are in no more. */
  #isOfAge(event: StoryEvent): boolean {
    const articles = this.#stories.get(event.clusterId)?.articles.keys() ?? []
    if (event.kind === 'expired') return [...articles].some((id) => !this.#index.has(id))
    return event.kind === 'shrunk' && event.articleIds.every((id) => !this.#index.has(id))
  }

  #follow(event: StoryEvent, touch: (id: string) => WatchedStory): void {
    const story = touch(event.clusterId)
    switch (event.kind) {
      case 'created':
      case 'grown':
        this.#stories.set(event.clusterId, story)
        for (const id of event.articleIds) story.put(id, this.#index.get(id)?.outlet ?? '')
        return
      case 'merged':
        for (const [id, outlet] of touch(event.mergedId).articles) story.put(id, outlet)
        this.#stories.delete(event.mergedId)
        return
      case 'shrunk':
        for (const id of event.articleIds) story.drop(id)
        return
      case 'expired':
        this.#stories.delete(event.clusterId)
    }
  }
}

/** A story as it was last told of. */
class WatchedStory {
  /** The outlets of its articles, by the ids of these. */
  readonly articles = new Map<string, string>()
  /** How many of its articles each outlet has, in the order in which they came. */
  readonly outlets = new Map<string, number>()
  agency: string | null = null
  headline = ''
  #sizeWhenNamed = 0

  get size(): number {
    return this.articles.size
  }

  get isToBeEdited(): boolean {
    return this.size <= mostEdited || this.size >= 2 * this.#sizeWhenNamed
  }

  name({ agency, canonical }: Cluster): void {
    this.agency = agency && [agency.name, ...agency.joint].join(' and ')
    this.headline = canonical.headline ?? canonical.text.slice(0, 200)
    this.#sizeWhenNamed = this.size
  }

  put(articleId: string, outlet: string): void {
    if (this.articles.get(articleId) === outlet) return
    this.drop(articleId)
    this.articles.set(articleId, outlet)
    this.outlets.set(outlet, (this.outlets.get(outlet) ?? 0) + 1)
  }

  drop(articleId: string): void {
    const outlet = this.articles.get(articleId)
    if (outlet === undefined) return
    this.articles.delete(articleId)
    const left = (this.outlets.get(outlet) ?? 0) - 1
    if (left > 0) this.outlets.set(outlet, left)
    else this.outlets.delete(outlet)
  }
}

/** What an outlet did to its own text; null where that is the same. */
function editOf(before: string, after: string): EditSummary | null {
  return before === after ? null : summarize(tokenize(before), tokenize(after), changes(before, after))
}

function areSame(before: IndexedArticle, { time, ...now }: CheckedArticle): boolean {
  return (
    before.text === now.text &&
    before.outlet === now.outlet &&
    before.title === now.title &&
    before.byline === now.byline &&
    before.url === now.url &&
    before.language === now.language &&
    // One that counts from now is another at each reading.
    (time === null || before.publishedAt === iso(time))
  )
}
