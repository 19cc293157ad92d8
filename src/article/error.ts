// The one error that wirecopy throws. It names the article and the field, and says what was expected.

/** What was wrong; stable, for programs. */
export type WirecopyErrorCode =
  | 'bad-input'
  | 'bad-option'
  | 'bad-id'
  | 'duplicate-id'
  | 'unknown-id'
  | 'bad-outlet'
  | 'bad-text'
  | 'bad-title'
  | 'bad-byline'
  | 'bad-url'
  | 'bad-language'
  | 'bad-date'
  | 'bad-labels'
  | 'bad-snapshot'
  | 'worker-failed'
  | 'locked'
  | 'disk-full'
  | 'file-failed'
  | 'bad-log'
  | 'closed'

/**
 * Thrown for input that wirecopy cannot use, before any work is done; where a worker that it started fails; and where files cannot be
 * written or are not what they should be.
 */
export class WirecopyError extends Error {
  override readonly name = 'WirecopyError'
  /** What was wrong; stable across versions. */
  readonly code: WirecopyErrorCode
  /** The article, by its id or, where that is the trouble, by its place in the input (`#3` is the fourth). */
  readonly article: string | null
  /** The field or option that was wrong. */
  readonly field: string | null

  constructor(code: WirecopyErrorCode, message: string, article: string | null = null, field: string | null = null) {
    super(message)
    this.code = code
    this.article = article
    this.field = field
  }
}
