// The command `wirecopy watch`: follows feeds of articles and prints stories as they break and grow. What is wrong with a line is said on
// standard error, and the next is read.
import { parseArgs } from 'node:util'
import { longestText } from '../article/article.js'
import { WirecopyError } from '../article/error.js'
import type { IndexOptions } from '../live/options.js'
import { newsText } from '../report/news.js'
import { newsData } from '../report/news-json.js'
import { count, oneLine } from '../report/text.js'
import { BadUsage, groupingFlags, groupingOptions, outputStyle, print, reportWidth } from './command-line.js'
import { type FileLine, followLines, streamLines } from './follow-lines.js'
import { nameOf, readArticle, reasonOf, UnreadableInput } from './read-articles.js'
import { type Change, WatchedStories } from './watched-stories.js'

// Room for the longest text with every character escaped, and for the other fields.
const longestLine = 6 * longestText + 1_000_000
const millisecondsPerSecond = 1000

const say = (text: string) => process.stderr.write(`wirecopy: ${oneLine(text)}\n`)

/** Follows the files that the arguments name, until they end or the reader wants no more. */
export async function watch(args: readonly string[]): Promise<void> {
  const { values, positionals: files } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      once: { type: 'boolean' },
      'only-new': { type: 'boolean' },
      all: { type: 'boolean' },
      interval: { type: 'string', default: '0.5' },
      'keep-days': { type: 'string' },
      ...groupingFlags,
    },
  })
  if (files.length === 0) throw new BadUsage('watch needs a FILE, or - for standard input')
  if (files.includes('-') && files.length > 1) throw new BadUsage('watch takes standard input alone, without files')
  if (values['only-new'] && (values.once || files.includes('-')))
    throw new BadUsage('--only-new is for files that are followed')
  const interval = Number(values.interval) * millisecondsPerSecond
  if (!(interval > 0 && interval <= 2 ** 31 - 1)) throw new BadUsage('--interval must be a number of seconds above 0')
  // All that the index is told: how articles are read, grouped and kept.
  const stories = storiesOf({
    ...groupingOptions(values),
    ...(values['keep-days'] === undefined ? {} : { keepDays: Number(values['keep-days']) }),
    // What is read to its end may be of any time; what is followed is of now.
    ...(values.once || files.includes('-') ? {} : { now: Date.now }),
  })
  const style = outputStyle()
  const tally: Tally = { added: 0, updated: 0, refused: 0 }
  let isTelling = !values['only-new']
  const end = new AbortController()
  const stop = () => end.abort()
  // Once: who asks again means it.
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)

  const caughtUp = () => {
    isTelling = true
    say(`${totals(tally, stories)}; watching for more`)
  }
  const lines = files.includes('-')
    ? inputLines(end.signal)
    : followLines(files, {
        interval,
        once: values.once ?? false,
        longestLine,
        signal: end.signal,
        note: (file, words) => say(`${file}: ${words}`),
        caughtUp,
      })
  for await (const line of lines) {
    const change = take(line, stories, tally)
    const news = change && isTelling ? stories.describe(change) : null
    if (news) {
      const { file, number } = line
      const text = values.json
        ? `${json({ file, line: number, ...newsData(news) })}\n`
        : newsText(news, { width: reportWidth(), style, all: values.all ?? false })
      if (text !== '') await print(text)
    }
    if (end.signal.aborted) break
  }
  say(totals(tally, stories))
}

/** What became of the lines. */
interface Tally {
  added: number
  updated: number
  refused: number
}

function storiesOf(options: IndexOptions): WatchedStories {
  try {
    return new WatchedStories(options)
  } catch (error) {
    if (error instanceof WirecopyError) throw new BadUsage(error.message)
    throw error
  }
}

/** Takes in the article of a line; null where there is none, or none that is new. */
function take({ file, number, text }: FileLine, stories: WatchedStories, tally: Tally): Change | null {
  if (text?.trim() === '') return null
  const place = `${file}:${number}`
  try {
    if (text === null) throw new UnreadableInput(`${place}: is longer than ${longestLine / 1e6} MB`)
    const change = stories.take(readArticle(text, place))
    if (change?.before) tally.updated++
    else if (change) tally.added++
    for (const { message } of change?.added.warnings ?? []) say(`${place}: ${message}`)
    return change
  } catch (error) {
    tally.refused++
    if (error instanceof UnreadableInput) say(error.message)
    // Its place says which it is, where it has no id.
    else if (error instanceof WirecopyError) say(`${place}: ${error.message.replace(/^the article: /, '')}`)
    else throw error
    return null
  }
}

/** The lines of standard input, until it ends or the signal says so. */
async function* inputLines(signal: AbortSignal): AsyncGenerator<FileLine> {
  const name = nameOf('-')
  signal.addEventListener('abort', () => process.stdin.destroy())
  try {
    yield* streamLines(name, process.stdin, longestLine)
  } catch (error) {
    if (!signal.aborted) throw new UnreadableInput(`${name}: ${reasonOf(error)}`)
  }
}

/** One line of JSON, without a character that could steer a terminal: such are written as escapes. */
const json = (value: unknown) =>
  JSON.stringify(value).replace(
    /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

function totals({ added, updated, refused }: Tally, stories: WatchedStories): string {
  const parts = [
    count(added, 'article'),
    updated > 0 ? `${updated.toLocaleString('en-GB')} edited` : null,
    `${count(stories.count, 'story', 'stories')} at two outlets or more`,
    refused > 0 ? count(refused, 'bad line') : null,
  ]
  return parts.filter((part) => part !== null).join(', ')
}
