// A reader's list in which the copies of a story are one entry: the fullest copy, and "also at" the other outlets. Articles go in as they
// come; what changes in the list is told, so that a page redraws no more than that.
import { type Article, type IndexedArticle, StoryIndex } from 'wirecopy'

/** One line of the list. */
export interface Entry {
  /** The same for as long as the entry lives. */
  readonly key: string
  /** The article to show. */
  readonly article: IndexedArticle
  readonly agency: string | null
  /** The other outlets that carry it. */
  readonly alsoAt: readonly string[]
  /** When its newest dispatch came out: a revision brings an entry back to the top, one more copy does not. */
  readonly newest: string | null
}

/** What adding an article did to the list. */
export interface ListChange {
  readonly changed: readonly Entry[]
  /** The keys of entries that are no more, having become part of others. */
  readonly removed: readonly string[]
}

export class CollapsedList {
  readonly #index = new StoryIndex()
  /** By key, the ids of the articles of an entry; and the other way round. */
  readonly #articles = new Map<string, Set<string>>()
  readonly #keys = new Map<string, string>()

  /** Adds an article, or puts it in the place of the one of the same id. */
  add(article: Article): ListChange {
    const { events } = this.#index.put(article)
    const moved = new Set([article.id])
    const keys = new Set<string>()
    for (const event of events) {
      keys.add(storyKey(event.clusterId))
      if ('articleIds' in event) for (const id of event.articleIds) moved.add(id)
    }
    for (const id of moved) for (const key of this.#place(id)) keys.add(key)
    const entries = [...keys].map((key) => ({ key, entry: this.#entry(key) }))
    return {
      changed: entries.flatMap(({ entry }) => entry ?? []),
      removed: entries.filter(({ entry }) => !entry).map(({ key }) => key),
    }
  }

  /** The whole list, the newest first. */
  entries(): Entry[] {
    const dated = (entry: Entry) => `${entry.newest ?? ''} ${entry.key}`
    return [...this.#articles.keys()]
      .flatMap((key) => this.#entry(key) ?? [])
      .sort((x, y) => (dated(x) < dated(y) ? 1 : -1))
  }

  /** Puts an article where it belongs now. Gives the keys of the entries that this touches. */
  #place(id: string): string[] {
    const clusterId = this.#index.get(id)?.clusterId ?? null
    const key = clusterId === null ? `article ${id}` : storyKey(clusterId)
    const former = this.#keys.get(id)
    if (former !== undefined && former !== key) {
      this.#articles.get(former)?.delete(id)
      if (this.#articles.get(former)?.size === 0) this.#articles.delete(former)
    }
    this.#keys.set(id, key)
    this.#articles.set(key, (this.#articles.get(key) ?? new Set()).add(id))
    return former === undefined ? [key] : [former, key]
  }

  #entry(key: string): Entry | null {
    const [first] = this.#articles.get(key) ?? []
    const only = first === undefined ? null : this.#index.get(first)
    if (!only) return null
    const cluster = only.clusterId === null ? null : this.#index.cluster(only.clusterId)
    // A round-up that holds a piece of a story carries none, and stays an entry of its own.
    if (!cluster) return { key, article: only, agency: null, alsoAt: [], newest: only.publishedAt }
    // The copy on which the wire's text is based has the most of it.
    const article = this.#index.get(cluster.canonical.basedOn) ?? only
    return {
      key,
      article,
      agency: cluster.agency?.name ?? null,
      alsoAt: cluster.outlets.filter((outlet) => outlet !== article.outlet),
      newest: cluster.dispatches.at(-1)?.firstPublishedAt ?? null,
    }
  }
}

const storyKey = (clusterId: string) => `story ${clusterId}`
