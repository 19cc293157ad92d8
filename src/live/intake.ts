// How articles come to an index: checked one by one, and many in turn. The same for an index in memory and for one that writes them
// down first.
import { type Article, type CheckedArticle, checkArticle, type Rejection, type Warning } from '../article/article.js'
import { WirecopyError } from '../article/error.js'
import type { DateOptions } from '../article/publication-date.js'
import type { AddAllOptions, Added, AddedAll } from './answers.js'

/** An article as it was given, checked. */
export interface CheckedInput {
  readonly checked: CheckedArticle
  readonly warnings: readonly Warning[]
}

/** What a clock says, where one is given. */
export function readClock(clock: (() => number) | undefined): number | null {
  const now = clock?.()
  if (now !== undefined && !Number.isFinite(now))
    throw new WirecopyError('bad-option', 'option now must give epoch milliseconds', null, 'now')
  return now ?? null
}

/**
 * Checks an article by itself, or by its place among others. Relative dates count from now where nothing else is said.
 *
 * @throws WirecopyError when it cannot be used
 */
export function checkInput(
  article: unknown,
  place: number | null,
  options: DateOptions,
  now: number | null,
): CheckedInput {
  const warnings: Warning[] = []
  const dates = now === null ? options : { asOf: now, ...options }
  const checked = checkArticle(article, place, dates, (warning) => warnings.push(warning))
  return { checked, warnings }
}

/** @throws WirecopyError where an article of the id is in already */
export function checkNew({ checked: { id } }: CheckedInput, index: { has(id: string): boolean }): void {
  if (index.has(id)) throw new WirecopyError('duplicate-id', `article "${id}": it is in the index already`, id, 'id')
}

/** @throws WirecopyError where no article of the id is in */
export function checkKnown({ checked: { id } }: CheckedInput, index: { has(id: string): boolean }): void {
  if (!index.has(id)) throw new WirecopyError('unknown-id', `article "${id}": it is not in the index`, id, 'id')
}

/** Adds articles one after the other as they come. What `add` throws ends it, but for articles that `check` refuses. */
export async function addInTurn(
  articles: Iterable<Article> | AsyncIterable<Article>,
  { onInvalid = 'throw', signal, onAdded, onProgress }: AddAllOptions,
  check: (article: unknown, place: number) => CheckedInput,
  add: (input: CheckedInput) => Added,
): Promise<AddedAll> {
  if (onInvalid !== 'throw' && onInvalid !== 'collect')
    throw new WirecopyError('bad-option', "option onInvalid must be 'throw' or 'collect'", null, 'onInvalid')
  const isMany = typeof articles === 'object' && articles !== null
  if (!isMany || !(Symbol.iterator in articles || Symbol.asyncIterator in articles))
    throw new WirecopyError('bad-input', 'expected an array or other iterable of articles, which may be an async one')
  const rejected: Rejection[] = []
  const warnings: Warning[] = []
  let count = 0
  let place = 0
  for await (const article of articles) {
    if (signal?.aborted) throw signal.reason
    const input = attempt(() => check(article, place))
    if (input instanceof WirecopyError) {
      if (onInvalid === 'throw') throw input
      rejected.push({ article: input.article ?? `#${place}`, code: input.code, message: input.message })
    } else {
      const added = add(input)
      count++
      warnings.push(...added.warnings)
      onAdded?.(added)
    }
    place++
    onProgress?.(count, rejected.length)
  }
  return { added: count, rejected, warnings }
}

function attempt<Result>(work: () => Result): Result | WirecopyError {
  try {
    return work()
  } catch (error) {
    // An option that is wrong, such as a clock, is no fault of the article.
    if (error instanceof WirecopyError && error.code !== 'bad-option') return error
    throw error
  }
}
