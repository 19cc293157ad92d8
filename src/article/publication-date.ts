// Reads the dates that pages and feeds print. Formats are those of Unicode TR 35, read by date-fns in UTC, so that the
// answer does not depend on the machine. What is relative ("6 hours ago") needs a clock, which only the caller has.
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
   * @default ['dd-MM-yyyy', 'dd/MM/yyyy', 'd MMM yyyy', 'd MMMM yyyy', 'MMM d, yyyy', 'MMMM d, yyyy']
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
const longest = 64

/** Reads a moment given as a Date, epoch milliseconds or ISO 8601 text; null when it is none of these. */
export function readMoment(value: Date | number | string): number | null {
  if (value instanceof Date) return Number.isFinite(value.getTime()) ? value.getTime() : null
  if (typeof value === 'number') return Number.isFinite(value) && Math.abs(value) <= 864e13 ? value : null
  if (value.length > longest || !iso.test(value)) return null
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/.test(value.slice(10)) ? value : value.length > 10 ? `${value}Z` : value
  const time = Date.parse(zoned.replace(' ', 'T').replace(/\s/g, '').replace(',', '.'))
  return Number.isNaN(time) ? null : time
}

/** Reads one published date; text that no format fits is unknown, never guessed. */
export function readPublicationDate(value: Date | number | string, options: DateOptions = {}): ReadDate {
  const moment = readMoment(value)
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
  // date-fns reads into local time; the offset of that very moment takes it to UTC.
  for (const format of options.dateFormats ?? defaultDateFormats) {
    const local = parse(text, format, new Date(2000, 0, 1))
    if (!Number.isNaN(local.getTime()))
      return {
        time: Date.UTC(local.getFullYear(), local.getMonth(), local.getDate(), local.getHours(), local.getMinutes()),
      }
  }
  return { time: null, unknown: 'fits no known format' }
}
