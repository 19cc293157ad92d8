// Groups articles into stories, and stories into dispatches, from the judged pairs. Strong links are taken first. A hub (a
// round-up, live blog or index page) is attached to what it embeds and joins nothing. Pure: numbers in, numbers out.
import type { Relation } from '../match/relation.js'

/** A judged pair of articles, by their places in the input. */
export interface Link {
  readonly a: number
  readonly b: number
  readonly relation: Relation
  readonly strength: number
  /** Words of the longest shared passage that is not quotation. */
  readonly passage: number
}

export interface Groups {
  /** For every article, the lowest place of an article of its story. */
  readonly story: Int32Array
  /** For every article, the lowest place of an article of its dispatch. */
  readonly dispatch: Int32Array
  /** By story, as in `story`: the articles outside it that hold a piece of it, ascending. */
  readonly embedded: ReadonlyMap<number, readonly number[]>
}

/** Sets of places that merge (Tarjan's union-find, with path halving); a set is known by its lowest member. */
export class DisjointSets {
  readonly #parent: Int32Array

  constructor(count: number) {
    this.#parent = Int32Array.from({ length: count }, (_, i) => i)
  }

  find(member: number): number {
    const parent = this.#parent
    let at = member
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number
      at = parent[at] as number
    }
    return at
  }

  union(a: number, b: number): void {
    const [x, y] = [this.find(a), this.find(b)]
    this.#parent[Math.max(x, y)] = Math.min(x, y)
  }
}

const joinsStory = (relation: Relation) =>
  relation === 'reproduction' || relation === 'excerpt' || relation === 'revision'
const joinsDispatch = (relation: Relation) => relation === 'reproduction' || relation === 'excerpt'

/** Groups `count` articles by their links. Links × log links. */
export function groupStories(count: number, links: readonly Link[]): Groups {
  const stories = new DisjointSets(count)
  const dispatches = new DisjointSets(count)
  const strongest = [...links].sort((x, y) => y.strength - x.strength || x.a - y.a || x.b - y.b)
  for (const { a, b, relation } of strongest) {
    if (joinsStory(relation)) stories.union(a, b)
    if (joinsDispatch(relation)) dispatches.union(a, b)
  }
  const all = (sets: DisjointSets) => Int32Array.from({ length: count }, (_, i) => sets.find(i))
  const story = all(stories)
  return { story, dispatch: all(dispatches), embedded: attachHubs(links, story) }
}

// A passage of so many words in an article of no story, and another of another story's: the article is a round-up of them.
const piece = 40

/** Attaches articles that belong to no story to those of which they hold a piece. */
function attachHubs(links: readonly Link[], story: Int32Array): Map<number, number[]> {
  const size = new Map<number, number>()
  for (const group of story) size.set(group, (size.get(group) ?? 0) + 1)
  const isAlone = (article: number) => size.get(story[article] as number) === 1
  const certain = new Map<number, Set<number>>()
  const possible = new Map<number, Set<number>>()
  const note = (found: Map<number, Set<number>>, hub: number, held: number) => {
    if (isAlone(hub) && hub !== held) found.set(hub, (found.get(hub) ?? new Set()).add(story[held] as number))
  }
  for (const { a, b, relation, passage } of links) {
    if (relation === 'embedded') {
      note(certain, a, b)
      note(certain, b, a)
    }
    if (relation === 'embedded' || (relation === 'shared-passages' && passage >= piece)) {
      note(possible, a, b)
      note(possible, b, a)
    }
  }
  const held = new Map<number, Set<number>>(certain)
  for (const [hub, stories] of possible) if (stories.size >= 2) held.set(hub, stories)
  const embedded = new Map<number, number[]>()
  for (const [hub, stories] of [...held].sort(([x], [y]) => x - y))
    for (const group of stories)
      if ((size.get(group) ?? 0) > 1) embedded.set(group, [...(embedded.get(group) ?? []), hub])
  return embedded
}
