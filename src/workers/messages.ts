// What the calling thread and its workers say to each other: plain data, whatever carries it. Articles go by their places in the batch.
import type { CheckedArticle } from '../article/article.js'
import { type Related, type Relation, relations } from '../match/relation.js'
import type { RepeatedLines } from '../text/repeated-furniture.js'

/** Numbers in memory of their own, which is handed over and not copied. */
export type Integers = Uint32Array<ArrayBuffer>
export type Numbers = Float64Array<ArrayBuffer>

/** Articles and the place of each. */
export interface Placed {
  readonly places: Integers
  readonly articles: readonly CheckedArticle[]
}

/** The lines and sentences that outlets repeat. */
export type RepeatedByOutlet = ReadonlyMap<string, RepeatedLines>

/** To a worker. */
export type Order =
  /** Whole outlets, in order of place: learn what they repeat, and sketch the articles in order of publication. */
  | ({ readonly kind: 'learn' } & Placed)
  /** What all outlets repeat; comes before any comparing. */
  | { readonly kind: 'repeated'; readonly outlets: RepeatedByOutlet }
  /** Compare pairs of places, a and b by turns; the articles are those that the worker has not been given yet. */
  | ({ readonly kind: 'compare'; readonly pairs: Integers } & Placed)

/** Sketches of some articles: by what they are found. */
export interface SketchBlock {
  readonly places: Integers
  /** What only articles of the same words share; NaN where the words are too few. */
  readonly keys: Numbers
  /** The fingerprints one article behind the other, and where those of each end. */
  readonly fingerprints: Integers
  readonly ends: Integers
}

/** From a worker. */
export type Report =
  /** How many more articles it has read. */
  | { readonly kind: 'read'; readonly articles: number }
  /** What its outlets repeat. */
  | { readonly kind: 'learnt'; readonly outlets: RepeatedByOutlet }
  | { readonly kind: 'sketched'; readonly block: SketchBlock }
  /** What the pairs of an order are to each other, in their order. Orders are answered in theirs. */
  | { readonly kind: 'compared'; readonly related: Numbers }

/** Hands on a message, and the memory that goes with it. */
export type Post<Message> = (message: Message, memory: readonly ArrayBuffer[]) => void

// A relation that is missing from the list is no argument of indexOf.
const numberOf = (relation: Relation): number => relations.indexOf(relation)
const numbersOfOne = 6

/** What pairs are to each other, as numbers. */
export function packRelated(all: readonly Related[]): Numbers {
  const packed = new Float64Array(numbersOfOne * all.length)
  all.forEach(({ relation, strength, longer, passage, passageAt }, k) => {
    packed.set([numberOf(relation), strength, longer, passage, ...passageAt], numbersOfOne * k)
  })
  return packed
}

/** The same read back. */
export function unpackRelated(packed: Numbers): Related[] {
  return Array.from({ length: packed.length / numbersOfOne }, (_, k) => {
    const [relation = 0, strength = 0, longer = 0, passage = 0, atA = 0, atB = 0] = packed.subarray(
      numbersOfOne * k,
      numbersOfOne * (k + 1),
    )
    return {
      relation: relations[relation] ?? 'none',
      strength,
      longer: longer === 0 ? 0 : 1,
      passage,
      passageAt: [atA, atB],
    }
  })
}
