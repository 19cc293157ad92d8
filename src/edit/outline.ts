// A story as it is known from its grouping alone: its dispatches, copies and outlets. What takes reading and comparing of texts, from the
// canonical text to what each outlet changed, is worked out for the whole story when the first of it is asked for.
import type { CheckedArticle } from '../article/article.js'
import { byPublication, type PageReader } from '../text/page.js'
import type { CanonicalChoice } from './canonical.js'
import { once } from './once.js'
import { type Cluster, type Copy, type Dispatch, editStory, iso } from './story.js'

/**
 * The cluster of one story. `members` are the places of its articles, `dispatchOf` says which dispatch each carries, and `hubs` are
 * articles outside it that hold a piece. Its id is that of its first article, unless another is given.
 */
export function storyOf(
  reader: Pick<PageReader, 'articles' | 'page'>,
  members: readonly number[],
  dispatchOf: Int32Array,
  hubs: readonly number[],
  choice?: CanonicalChoice,
  id?: string,
): Cluster {
  const articleAt = (i: number) => reader.articles[i] as CheckedArticle
  const inOrder = (places: readonly number[]) => [...places].sort((x, y) => byPublication(articleAt(x), articleAt(y)))
  // Dispatches come in the order of their first articles, as those do in which they are met.
  const groups = new Map<number, number[]>()
  for (const i of inOrder(members)) {
    const group = groups.get(dispatchOf[i] as number)
    if (group) group.push(i)
    else groups.set(dispatchOf[i] as number, [i])
  }
  const edited = once(() =>
    editStory(
      [...groups.values()].map((places) => places.map((i) => reader.page(i))),
      hubs.map((i) => reader.page(i)),
      choice,
    ),
  )
  const dispatchOfPlaces = (places: readonly number[], k: number): Dispatch => {
    const first = articleAt(places[0] as number)
    const own = () => edited().dispatches[k] as Dispatch
    return {
      id: first.id,
      firstPublishedAt: iso(first.time),
      get canonical() {
        return own().canonical
      },
      articleIds: places.map((i) => articleAt(i).id),
      get revises() {
        return own().revises
      },
    }
  }
  const dispatches = once(() => [...groups.values()].map(dispatchOfPlaces))
  // Objects with what is worked out later are large, and most stories of a batch are never looked at.
  const copies = once(() => {
    const dispatchIds = new Map<number, string>()
    for (const places of groups.values()) for (const i of places) dispatchIds.set(i, articleAt(places[0] as number).id)
    return inOrder([...members, ...hubs]).map((i, k) =>
      copyOf(articleAt(i), dispatchIds.get(i) ?? null, () => edited().copies[k] as Copy),
    )
  })
  const outlets = [...new Set(inOrder(members).map((i) => articleAt(i).outlet))]
  return {
    id: id ?? articleAt(inOrder(members)[0] as number).id,
    get agency() {
      return edited().agency
    },
    get dispatches() {
      return dispatches()
    },
    get canonical() {
      return edited().canonical
    },
    get copies() {
      return copies()
    },
    outlets,
  }
}

/** A cluster, and how many copies it has: to count them describes none. */
export interface CountedCluster {
  readonly cluster: Cluster
  readonly copies: number
}

/** Orders clusters: those that most outlets carry first, then those of most copies, equals by id. */
export const mostCarriedFirst = (x: CountedCluster, y: CountedCluster): number =>
  y.cluster.outlets.length - x.cluster.outlets.length || y.copies - x.copies || (x.cluster.id < y.cluster.id ? -1 : 1)

/** A copy; one that embeds a piece carries the dispatch whose text it is held against, known only then. */
function copyOf(article: CheckedArticle, dispatchId: string | null, edited: () => Copy): Copy {
  return {
    articleId: article.id,
    outlet: article.outlet,
    publishedAt: iso(article.time),
    get dispatchId() {
      return dispatchId ?? edited().dispatchId
    },
    get relation() {
      return dispatchId === null ? 'embedded' : edited().relation
    },
    get resemblance() {
      return edited().resemblance
    },
    get containment() {
      return edited().containment
    },
    get agency() {
      return edited().agency
    },
    get spans() {
      return edited().spans
    },
    get changes() {
      return edited().changes
    },
    get dispatchChanges() {
      return edited().dispatchChanges
    },
    get summary() {
      return edited().summary
    },
  }
}
