// A change of an index, and how the log holds it. Articles go in checked, with the moment that their date was found to be: what
// "6 hours ago" meant is not to be asked again when the log is read. Moments are epoch milliseconds, which are exact, as JSON.
import { type Article, type CheckedArticle, checkArticle } from '../article/article.js'
import { WirecopyError } from '../article/error.js'
import type { Added, Removed } from '../live/answers.js'
import type { StoryIndex } from '../live/story-index.js'

export type Change =
  | { readonly kind: 'add' | 'update'; readonly article: Article }
  | { readonly kind: 'remove'; readonly id: string }
  /** Takes out what was published before a moment, or what is older than the index keeps. */
  | { readonly kind: 'expire'; readonly before: number | null }

const numbers = { add: 1, update: 2, remove: 3, expire: 4 } as const

/** An article to write down: as it was checked, and to be checked again with the same outcome. */
export function articleToWrite({ time, ...article }: CheckedArticle): Article {
  return { ...article, publishedAt: time }
}

export function encodeChange(change: Change): { kind: number; payload: string } {
  const said = 'article' in change ? change.article : 'id' in change ? change.id : change.before
  return { kind: numbers[change.kind], payload: JSON.stringify(said) }
}

/** @throws Error where it is no change that this version knows */
export function decodeChange({ kind, payload }: { readonly kind: number; readonly payload: string }): Change {
  const said: unknown = JSON.parse(payload)
  if (kind === numbers.add || kind === numbers.update)
    return {
      kind: kind === numbers.add ? 'add' : 'update',
      article: articleToWrite(checkArticle(said, 0, {}, () => {})),
    }
  if (kind === numbers.remove && typeof said === 'string') return { kind: 'remove', id: said }
  if (kind === numbers.expire && (said === null || typeof said === 'number')) return { kind: 'expire', before: said }
  throw new WirecopyError('bad-log', `kind ${kind} is unknown`)
}

/** Makes a change that was read. */
export function makeChange(index: StoryIndex, change: Change): Added | Removed | null {
  switch (change.kind) {
    case 'add':
      return index.add(change.article)
    case 'update':
      return index.update(change.article)
    case 'remove':
      return index.remove(change.id)
    case 'expire':
      return index.expire(change.before ?? undefined)
  }
}
