// What a live index answers, and what it is asked with: plain data, but for what takes reading texts, which is worked out when first read.
import type { CheckedArticle, Rejection, Warning } from '../article/article.js'
import type { Evidence } from '../match/evidence.js'
import type { Relation } from '../match/relation.js'
import type { StoryEvent } from './live-stories.js'

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
  /**
   * The articles that it was linked with, the strongest first, also those with which it shares no more than passages; of later ones of
   * just its words 64 at most.
   */
  readonly matches: readonly Match[]
}

/** What adding or changing an article did. */
export interface Added extends Placement {
  /** It was in already, just as it is, and nothing was done. */
  readonly isUnchanged: boolean
  readonly events: readonly StoryEvent[]
  /** The articles that left, as they are older than `keepDays`. */
  readonly expired: readonly string[]
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
  /** Called after each article with how many were added and how many rejected so far. */
  readonly onProgress?: (added: number, rejected: number) => void
}

/** What adding many did. */
export interface AddedAll {
  readonly added: number
  readonly rejected: readonly Rejection[]
  readonly warnings: readonly Warning[]
}
