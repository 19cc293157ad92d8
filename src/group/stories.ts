// Groups articles into stories, and stories into dispatches, from the judged pairs. Strong links are taken first. A hub (a
// round-up, live blog or index page) is attached to what it embeds and joins nothing. Pure: numbers in, numbers out.
import type { Relation } from '../match/relation.js'

/** A judged pair of articles, by their places in the input. */
export interface Link {
  readonly a: number
  readonly b: number
  readonly relation: Relation
  readonly strength: number
}

export interface Groups {
  /** For every article, the lowest place of an article of its story. */
  readonly story: Int32Array
  /** For every article, the lowest place of an article of its dispatch. */
  readonly dispatch: Int32Array
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
  return { story: all(stories), dispatch: all(dispatches) }
}
