// Reads the dates that pages and feeds print. Formats are those of Unicode TR 35, read by date-fns in UTC, so that the
// answer does not depend on the machine. What is relative ("6 hours ago") needs a clock, which only the caller has.
import { UTCDateMini } from '@date-fns/utc/date/mini'
import { parse } from 'date-fns/parse'

/** How a published date is read. */
export interface DateOptions {
  /**
   * The moment that relative dates (`6 hours ago`, `yesterday`) count from. Without it they are unknown.
   * @default none
   */
  readonly asOf?: Date | number | string
  /**
   * Formats tried for text that is not ISO 8601, in order (date-fns tokens).
   * @default `defaultDateFormats`: day-month-year, written months, each with and without a time of day
   */
  readonly dateFormats?: readonly string[]
}

export const defaultDateFormats: readonly string[] = [
  'dd-MM-yyyy',
  'dd/MM/yyyy',
  'd MMM yyyy',
  'd MMMM yyyy',
  'MMM d, yyyy',
  'MMMM d, yyyy',
  'yyyy/MM/dd',
  'dd-MM-yyyy HH:mm',
  'dd/MM/yyyy HH:mm',
  'd MMM yyyy HH:mm',
  'd MMMM yyyy HH:mm',
  'MMM d, yyyy h:mm a',
  'MMMM d, yyyy h:mm a',
]

/** A date read: epoch milliseconds, or null with the reason why it stays unknown. */
export type ReadDate = { readonly time: number } | { readonly time: null; readonly unknown: string }

const unitLength: Readonly<Record<string, number>> = {
  second: 1e3,
  sec: 1e3,
  minute: 6e4,
  min: 6e4,
  hour: 36e5,
  hr: 36e5,
  day: 864e5,
  week: 6048e5,
}
const relative = /^(?:about )?(\d{1,6}|an?|one) (second|sec|minute|min|hour|hr|day|week)s? ago$/i
const iso = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?\s?(?:Z|[+-]\d{2}:?\d{2})?)?$/
// As feeds write it (RFC 822 and 2822), with a zone, so that no machine reads it otherwise.
const rfc822 =
  /^(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}(?::\d{2})? (?:GMT|UTC|UT|Z|[ECMP][SD]T|[+-]\d{4})$/
const longest = 64

/** Reads a moment given as a Date, epoch milliseconds or ISO 8601 text; null when it is none of these. */
export function readMoment(value: Date | number | string): number | null {
  if (value instanceof Date) return Number.isFinite(value.getTime()) ? value.getTime() : null
  if (typeof value === 'number') return Number.isFinite(value) && Math.abs(value) <= 864e13 ? value : null
  if (value.length > longest || !iso.test(value)) return null
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/.test(value.slice(10)) ? value : value.length > 10 ? `${value}Z` : value
  const time = Date.parse(
    zoned
      .replace(/^(.{10}) /, '$1T')
      .replace(/\s/g, '')
      .replace(',', '.'),
  )
  if (Number.isNaN(time)) return null
  // Date.parse takes 30 February for 2 March.
  const day = value.slice(0, 10)
  return new Date(`${day}T00:00Z`).toISOString().startsWith(day) ? time : null
}

/** Reads one published date; text that no format fits is unknown, never guessed. */
export function readPublicationDate(value: Date | number | string, options: DateOptions = {}): ReadDate {
  const moment = readMoment(typeof value === 'string' ? value.trim() : value)
  if (moment !== null) return { time: moment }
  if (typeof value !== 'string') return { time: null, unknown: 'is not a valid date' }
  const text = value.trim()
  if (text.length > longest) return { time: null, unknown: `is longer than ${longest} characters` }
  const ago = relative.exec(text)
  if (ago || /^(?:just now|today|yesterday)$/i.test(text)) {
    const asOf = options.asOf === undefined ? null : readMoment(options.asOf)
    if (asOf === null) return { time: null, unknown: 'is relative, and no asOf option says to what' }
    if (!ago) return { time: asOf - (/^yesterday$/i.test(text) ? 864e5 : 0) }
    const count = /^\d/.test(ago[1] ?? '') ? Number(ago[1]) : 1
    return { time: asOf - count * (unitLength[(ago[2] ?? '').toLowerCase()] ?? 0) }
  }
  if (rfc822.test(text)) {
    const time = Date.parse(text)
    if (!Number.isNaN(time)) return { time }
  }
  for (const format of options.dateFormats ?? defaultDateFormats) {
    const time = parse(text, format, new UTCDateMini(2000, 0, 1)).getTime()
    // The year 31 is no year of a news page, but a format that did not fit.
    if (time >= earliest) return { time }
  }
  return { time: null, unknown: 'fits no format of the option dateFormats' }
}

const earliest = Date.UTC(1000, 0, 1)

/** Whether date-fns can read by a format at all. */
export function isDateFormat(format: unknown): boolean {
  if (typeof format !== 'string' || format === '') return false
  // Of these date-fns would warn on the console: they are days and years of the week calendar.
  const tokens = format.replace(/'[^']*'/g, '').match(/([A-Za-z])\1*/g) ?? []
  if (tokens.some((token) => /^(?:DD?|YY|YYYY)$/.test(token))) return false
  try {
    parse('1', format, new UTCDateMini(2000, 0, 1))
    return true
  } catch {
    return false
  }
}
