// Groups articles into stories, and stories into dispatches, from the judged pairs. A hub (a round-up, live blog or index page)
// is attached to the stories of which it holds a piece and joins nothing but other copies of itself. An excerpt joins its best
// match alone, as an opening may be the opening of several dispatches. Pure: numbers in, numbers out.
import { DisjointSets } from '../match/disjoint-sets.js'
import { type Link, leastPiece } from '../match/links.js'
import type { Relation } from '../match/relation.js'

export interface Groups {
  /** For every article, the lowest place of an article of its story. */
  readonly story: Int32Array
  /** For every article, the lowest place of an article of its dispatch. */
  readonly dispatch: Int32Array
  /** By story, as in `story`: the articles outside it that hold a piece of it, ascending. */
  readonly embedded: ReadonlyMap<number, readonly number[]>
}

/** When articles were published, for those that are dated. */
export interface Times {
  /** Epoch milliseconds, or null where unknown; by place. */
  readonly of: readonly (number | null)[]
  /** Groups whose times lie further apart than this do not merge, whatever undated article is in both. */
  readonly window: number
}

/** Disjoint sets that know from when to when their dated members are, and do not merge across a gap. */
class DatedSets extends DisjointSets {
  readonly #from: Float64Array
  readonly #to: Float64Array
  readonly #window: number

  constructor(count: number, times: Times | null) {
    super(count)
    this.#window = times?.window ?? Number.POSITIVE_INFINITY
    this.#from = Float64Array.from({ length: count }, (_, i) => times?.of[i] ?? Number.POSITIVE_INFINITY)
    this.#to = Float64Array.from({ length: count }, (_, i) => times?.of[i] ?? Number.NEGATIVE_INFINITY)
  }

  override union(a: number, b: number): boolean {
    const [x, y] = [this.find(a), this.find(b)]
    const [fromX, toX, fromY, toY] = [this.#from[x], this.#to[x], this.#from[y], this.#to[y]] as [
      number,
      number,
      number,
      number,
    ]
    if (Math.max(fromX - toY, fromY - toX) > this.#window && Number.isFinite(fromX) && Number.isFinite(fromY))
      return false
    super.union(x, y)
    const root = Math.min(x, y)
    this.#from[root] = Math.min(fromX, fromY)
    this.#to[root] = Math.max(toX, toY)
    return true
  }
}

const isOfStory = (relation: Relation) =>
  relation === 'reproduction' || relation === 'excerpt' || relation === 'revision'
const joinsStory = ({ relation }: Link) => isOfStory(relation)

/** Whether a link may decide of which story an article is. One that does not may still show which stories it holds a piece of. */
export const mayGroup = ({ relation }: Pick<Link, 'relation'>): boolean => relation !== 'shared-passages'

/** Groups `count` articles by their links. Links × log links. */
export function groupStories(count: number, links: readonly Link[], times: Times | null = null): Groups {
  const { story, dispatch, hubs } = groupMembers(count, links, times)
  const size = new Map<number, number>()
  for (const group of story) size.set(group, (size.get(group) ?? 0) + 1)
  const storyOf = (article: number) => {
    const group = story[article] as number
    return (size.get(group) ?? 0) > 1 ? group : null
  }
  const embedded = new Map<number, number[]>()
  const held = attachHubs(links, storyOf, (article) => hubs.has(article))
  for (const [hub, groups] of [...held].sort(([x], [y]) => x - y))
    for (const group of groups) {
      const known = embedded.get(group)
      if (known) known.push(hub)
      else embedded.set(group, [hub])
    }
  return { story, dispatch, embedded }
}

/** The same without what hubs are attached to, of links that may group; and which articles are hubs. */
export function groupMembers(
  count: number,
  links: readonly Link[],
  times: Times | null = null,
): Pick<Groups, 'story' | 'dispatch'> & { readonly hubs: ReadonlySet<number> } {
  const isUndated = Uint8Array.from({ length: count }, (_, i) => (times && (times.of[i] ?? null) === null ? 1 : 0))
  const undated = ({ a, b }: Link) => (isUndated[a] as number) | (isUndated[b] as number)
  // Undated articles last, so that they come to groups that the dates have made.
  const inOrder = [...links].sort(
    (x, y) => undated(x) - undated(y) || y.strength - x.strength || x.a - y.a || x.b - y.b,
  )
  const hubs = findHubs(count, inOrder)
  const kept = bestExcerpts(inOrder.filter((link) => joinsStory(link) && hubs.has(link.a) === hubs.has(link.b)))
  const stories = new DatedSets(count, times)
  const dispatches = new DatedSets(count, times)
  for (const { a, b, relation } of kept) if (stories.union(a, b) && relation !== 'revision') dispatches.union(a, b)
  return { story: stories.all(), dispatch: dispatches.all(), hubs }
}

/** Of an excerpt's links to longer articles, the strongest; all other links. */
function bestExcerpts(strongestFirst: readonly Link[]): Link[] {
  const placed = new Set<number>()
  return strongestFirst.filter(({ a, b, relation, holder }) => {
    if (relation !== 'excerpt') return true
    const excerpt = holder === a ? b : a
    if (placed.has(excerpt)) return false
    placed.add(excerpt)
    return true
  })
}

/** Articles that hold pieces of two stories or more, which are no story without them. Reproductions of one text are one piece. */
function findHubs(count: number, links: readonly Link[]): Set<number> {
  const alike = new DisjointSets(count)
  for (const { a, b, relation } of links) if (relation === 'reproduction') alike.union(a, b)
  const held = new Map<number, Set<number>>()
  for (const { a, b, relation, holder } of links)
    if (relation === 'embedded') {
      const pieces = held.get(holder) ?? new Set()
      held.set(holder, pieces.add(alike.find(holder === a ? b : a)))
    }
  const suspects = new Set([...held].filter(([, pieces]) => pieces.size >= 2).map(([hub]) => hub))
  const without = new DisjointSets(count)
  for (const link of links)
    if (joinsStory(link) && !suspects.has(link.a) && !suspects.has(link.b)) without.union(link.a, link.b)
  return new Set(
    [...suspects].filter((hub) => new Set([...(held.get(hub) ?? [])].map((piece) => without.find(piece))).size >= 2),
  )
}

// Passages that start within so many characters of each other are one passage, background that several stories have.
const samePlace = 100

/** The longest passage that an article shares with a story, and where it starts. */
interface Piece {
  readonly words: number
  readonly at: number
}

/**
 * The stories of which hubs, and articles of no story, hold a piece, by their links: to be right for an article it needs all of its own.
 * `storyOf` gives the story of an article, or null where it is of none.
 */
export function attachHubs(
  links: readonly Link[],
  storyOf: (article: number) => number | null,
  isHub: (article: number) => boolean,
): Map<number, Set<number>> {
  const certain = new Map<number, Set<number>>()
  const possible = new Map<number, Map<number, Piece>>()
  const groupHeld = (hub: number, held: number): number | null => {
    const group = storyOf(held)
    const own = storyOf(hub)
    return group === own || (own !== null && !isHub(hub)) ? null : group
  }
  const hold = (hub: number, held: number) => {
    const group = groupHeld(hub, held)
    if (group !== null) certain.set(hub, (certain.get(hub) ?? new Set()).add(group))
  }
  const mayHold = (hub: number, held: number, piece: Piece) => {
    const group = groupHeld(hub, held)
    if (group === null) return
    const pieces = possible.get(hub) ?? new Map<number, Piece>()
    possible.set(hub, pieces)
    const known = pieces.get(group)
    if (!known || piece.words > known.words || (piece.words === known.words && piece.at < known.at))
      pieces.set(group, piece)
  }
  for (const { a, b, relation, holder, passage, passageAt } of links) {
    const held = holder === a ? b : a
    const isPiece = passage >= leastPiece && (relation === 'shared-passages' || relation === 'embedded')
    if (relation === 'embedded' || (isOfStory(relation) && isHub(holder))) hold(holder, held)
    if (isPiece) {
      mayHold(a, b, { words: passage, at: passageAt[0] })
      mayHold(b, a, { words: passage, at: passageAt[1] })
    }
  }
  for (const [hub, places] of possible) {
    const at = [...places.values()].map((piece) => piece.at).sort((x, y) => x - y)
    const apart = at.some((place, k) => k > 0 && place - (at[k - 1] as number) > samePlace)
    if (apart) certain.set(hub, new Set([...(certain.get(hub) ?? []), ...places.keys()]))
  }
  return certain
}
