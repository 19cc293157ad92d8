// What the commands have in common: options that say how articles are read and grouped, the complaint of bad usage, and writing for a
// reader who may leave early.
import { once } from 'node:events'
import colors from 'picocolors'
import type { ClusterOptions } from '../cluster.js'
import type { Style } from '../report/text.js'

/** Colours for a terminal that shows them, or where they are asked for; a file or another program gets none, in CI neither. */
export function outputStyle(): Style {
  const isColoured = process.stdout.isTTY ? colors.isColorSupported : process.env.FORCE_COLOR !== undefined
  const { bold, dim, red } = colors.createColors(isColoured)
  return { bold, dim, warn: red }
}

/** Wrong use of the command; the message is one line. */
export class BadUsage extends Error {}

/** The options that say how articles are read and grouped, for parseArgs. */
export const groupingFlags = {
  'as-of': { type: 'string' },
  'date-format': { type: 'string', multiple: true },
  window: { type: 'string' },
} as const

/** What was given of them, as clusterArticles takes it. */
export function groupingOptions(values: {
  readonly 'as-of'?: string | undefined
  readonly 'date-format'?: string[] | undefined
  readonly window?: string | undefined
}): Pick<ClusterOptions, 'asOf' | 'dateFormats' | 'windowDays'> {
  return {
    ...(values['as-of'] === undefined ? {} : { asOf: values['as-of'] }),
    ...(values['date-format'] === undefined ? {} : { dateFormats: values['date-format'] }),
    ...(values.window === undefined ? {} : { windowDays: Number(values.window) }),
  }
}

/** How wide a report may be. */
export const reportWidth = () => Math.min(process.stdout.columns ?? 100, 140)

/** Ends the program without a word when who reads its output has closed it, as head does: that is no error. */
export function endWithReader(): void {
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))
}

/** Writes to standard output, and waits until there is room for more. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}
