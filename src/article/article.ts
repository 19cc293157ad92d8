// The article as the caller gives it, and the checks that it passes before anything else happens.
import { WirecopyError, type WirecopyErrorCode } from './error.js'
import { type DateOptions, readPublicationDate } from './publication-date.js'

/** What one outlet published. */
export interface Article {
  /** Unique in the batch; not empty. */
  readonly id: string
  /** The publisher: `Straits Times`. Articles of one outlet are known by the same name. */
  readonly outlet: string
  /** The page's text. Lines are paragraphs; text that lost its paragraphs is welcome. */
  readonly text: string
  /** The headline. */
  readonly title?: string | null
  /** As printed: `By Jane Doe, Associated Press`. */
  readonly byline?: string | null
  /** Where it stands. */
  readonly url?: string | null
  /** BCP 47, such as `en` or `zh-Hans`. */
  readonly language?: string | null
  /**
   * A Date, epoch milliseconds, ISO 8601 (UTC where it names no zone), a format of the `dateFormats` option, or
   * `6 hours ago` with the `asOf` option.
   */
  readonly publishedAt?: Date | number | string | null
}

/** A checked article. */
export interface CheckedArticle {
  readonly id: string
  readonly outlet: string
  readonly text: string
  readonly title: string | null
  readonly byline: string | null
  readonly url: string | null
  readonly language: string | null
  /** Epoch milliseconds, or null where unknown. */
  readonly time: number | null
}

/** An article that was left out, and why. */
export interface Rejection {
  /** The id, or `#` and the place in the input where the article has none. */
  readonly article: string
  readonly code: WirecopyErrorCode
  readonly message: string
}

/** Something that the caller should know of an article that was used all the same. */
export interface Warning {
  readonly articleId: string
  readonly code: 'unknown-date'
  readonly message: string
}

/** The longest text taken, in UTF-16 code units. */
export const longestText = 5_000_000

const optionalText = [
  ['title', 'bad-title'],
  ['byline', 'bad-byline'],
  ['url', 'bad-url'],
  ['language', 'bad-language'],
] as const

/** Checks one article, by its place among others or by itself; throws a WirecopyError that names the field. */
export function checkArticle(
  input: unknown,
  place: number | null,
  options: DateOptions,
  warn: (warning: Warning) => void,
): CheckedArticle {
  const [name, number] = place === null ? ['the article', null] : [`article #${place}`, `#${place}`]
  if (typeof input !== 'object' || input === null)
    throw new WirecopyError('bad-input', `${name}: expected an object with id, outlet and text`, number)
  const article = input as Partial<Record<keyof Article, unknown>>
  const { id, outlet, text, publishedAt } = article
  if (typeof id !== 'string' || id === '')
    throw new WirecopyError(
      'bad-id',
      `${name}: id must be a non-empty string, not ${id === '' ? 'an empty one' : typeof id}`,
      number,
      'id',
    )
  const bad = (code: WirecopyErrorCode, field: string, expected: string) =>
    new WirecopyError(code, `article "${id}": ${field} ${expected}`, id, field)
  if (typeof outlet !== 'string' || outlet === '') throw bad('bad-outlet', 'outlet', 'must be a non-empty string')
  if (typeof text !== 'string') throw bad('bad-text', 'text', 'must be a string')
  if (text.length > longestText) throw bad('bad-text', 'text', `must have at most ${longestText} characters`)
  for (const [field, code] of optionalText)
    if (article[field] !== undefined && article[field] !== null && typeof article[field] !== 'string')
      throw bad(code, field, 'must be a string where given')
  let time: number | null = null
  if (publishedAt !== undefined && publishedAt !== null && publishedAt !== '') {
    if (!(publishedAt instanceof Date || typeof publishedAt === 'number' || typeof publishedAt === 'string'))
      throw bad('bad-date', 'publishedAt', 'must be a Date, epoch milliseconds or text')
    const read = readPublicationDate(publishedAt, options)
    time = read.time
    if (read.time === null && typeof publishedAt !== 'string') throw bad('bad-date', 'publishedAt', read.unknown)
    if (read.time === null)
      warn({ articleId: id, code: 'unknown-date', message: `publishedAt "${publishedAt}" ${read.unknown}` })
  }
  const given = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
  return {
    id,
    outlet,
    text,
    title: given(article.title),
    byline: given(article.byline),
    url: given(article.url),
    language: given(article.language),
    time,
  }
}

/**
 * Checks a batch. Bad articles are thrown, or collected where `collect` is set; nothing is dropped unsaid. `kept` says how an article that
 * has passed is kept.
 */
export function checkArticles(
  inputs: Iterable<unknown>,
  options: DateOptions & { readonly collect: boolean },
  kept: (article: CheckedArticle) => CheckedArticle = (article) => article,
): { articles: CheckedArticle[]; rejected: Rejection[]; warnings: Warning[] } {
  const articles: CheckedArticle[] = []
  const rejected: Rejection[] = []
  const warnings: Warning[] = []
  const seen = new Set<string>()
  let place = 0
  for (const input of inputs) {
    try {
      const ofThis: Warning[] = []
      const article = checkArticle(input, place, options, (warning) => ofThis.push(warning))
      if (seen.has(article.id))
        throw new WirecopyError('duplicate-id', `article "${article.id}": id is used twice`, article.id, 'id')
      seen.add(article.id)
      articles.push(kept(article))
      warnings.push(...ofThis)
    } catch (error) {
      if (!options.collect || !(error instanceof WirecopyError)) throw error
      rejected.push({ article: error.article ?? `#${place}`, code: error.code, message: error.message })
    }
    place++
  }
  const byArticle = (x: string, y: string) => (x < y ? -1 : x > y ? 1 : 0)
  warnings.sort((x, y) => byArticle(x.articleId, y.articleId))
  return { articles, rejected, warnings }
}
