// The options of a live index, checked before anything else happens.
import { WirecopyError } from '../article/error.js'
import type { DateOptions } from '../article/publication-date.js'
import { type ClusterOptions, checkClusterOptions, defaultWindowDays } from '../cluster.js'

/** How a live index clusters, as clusterArticles with the options of the same names; what it keeps, and for how long. */
export interface IndexOptions extends DateOptions, Pick<ClusterOptions, 'windowDays' | 'canonical'> {
  /**
   * A sliding window: articles that are older than so many days leave as others are added, the oldest first, so that adding never waits
   * long: four at most with each, and while no more than 16 wait none with one for which many pages of its outlet are read anew. At least `windowDays` are advisable, as what has left is not compared with.
   * @default none: articles stay until they are taken out
   */
  readonly keepDays?: number
  /**
   * What an article's age counts from: when it was `published`, where that is known, or when it was `added`.
   * @default 'published'
   */
  readonly keepBy?: 'published' | 'added'
  /**
   * The time now, in epoch milliseconds: `Date.now`. Relative dates count from it too, where `asOf` is not given. Without it the
   * latest publication among the articles added so far stands for it, and one page that is dated wrongly, in the far future, makes
   * all others leave.
   * @default none
   */
  readonly now?: () => number
  /**
   * Where texts are kept: in memory, `plain` (in UTF-8) or `compressed` (half of that, and some time whenever a text is compared); or with
   * the caller, who gives a function that gives an article's text by its id, exactly as it was added, and at once: no promise. It
   * is called whenever an article is compared with another, or its outlet repeats other lines, about as often as articles are added, and
   * when a story is edited. It may be asked for a text before `add` or `update` returns, but not for the one that is coming. The text of
   * an article that was taken out, or was another, is wanted for as long as clusters that had it are held and not yet edited.
   * @default 'plain'
   */
  readonly texts?: 'plain' | 'compressed' | ((id: string) => string)
}

/** In milliseconds, but for `windowDays`. */
interface CheckedOptions {
  readonly windowDays: number
  readonly window: number
  readonly keep: number | null
}

/** @throws WirecopyError where an option is wrong */
export function checkIndexOptions(options: IndexOptions): CheckedOptions {
  const window = checkClusterOptions(options)
  const { windowDays = defaultWindowDays, keepDays, keepBy, now, texts } = options
  const bad = (option: string, expected: string) =>
    new WirecopyError('bad-option', `option ${option} ${expected}`, null, option)
  if (keepDays !== undefined && !(typeof keepDays === 'number' && keepDays > 0))
    throw bad('keepDays', `must be a number above 0, not ${String(keepDays)}`)
  if (keepBy !== undefined && keepBy !== 'published' && keepBy !== 'added')
    throw bad('keepBy', "must be 'published' or 'added'")
  if (now !== undefined && typeof now !== 'function') throw bad('now', 'must be a function such as Date.now')
  if (texts !== undefined && texts !== 'plain' && texts !== 'compressed' && typeof texts !== 'function')
    throw bad('texts', "must be 'plain', 'compressed' or a function that gives a text by id")
  return { windowDays, window, keep: keepDays === undefined ? null : keepDays * 86_400_000 }
}
