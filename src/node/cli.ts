#!/usr/bin/env node
// The command `wirecopy`. Reads files, calls the core, prints. Exit 0; 2, with one line on standard error, for bad usage or
// unreadable input.
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { version } from '../../package.json'
import { WirecopyError } from '../article/error.js'
import { type ClusterOptions, type ClusterResult, clusterArticles, type Stage } from '../cluster.js'
import { oneLine, reportText } from '../report/text.js'
import {
  BadUsage,
  endWithReader,
  groupingFlags,
  groupingOptions,
  outputStyle,
  print,
  reportWidth,
} from './command-line.js'
import { readArticles, type SourcedArticle, UnreadableInput } from './read-articles.js'
import { watch } from './watch.js'

const help = `wirecopy ${version}: finds the news articles that are the same wire copy

Usage: wirecopy cluster FILE... [options]
       wirecopy watch FILE... [options]

FILE is a JSON array or JSON Lines of articles, { "id", "outlet", "text" } and where known "title", "byline",
"url", "language", "publishedAt"; - is standard input.

cluster: reads all articles, then reports on all stories

  --json               print the whole result as JSON
  --labels FILE        write one {"id","dispatch","story"} a line for every article
  --all-changes        show every change of every copy

watch: follows files of JSON Lines as they grow, and prints stories as they break and grow

  --json               print one JSON object for every article
  --once               stop where the files end now
  --only-new           read what is there already without printing it
  --all                print articles of no story, too
  --keep-days DAYS     forget articles that are older (default: keep all, in memory)
  --interval SECONDS   how often to look at the files (default 0.5)

both

  --as-of DATE         the moment that "6 hours ago" counts from, ISO 8601
  --date-format FORM   a format of publishedAt, as dd-MM-yyyy; may be given again
  --window DAYS        days within which copies of a story appear (default 5)
  -h, --help           this help
  -v, --version        the version
`

const stages: Readonly<Record<Stage | 'edit', string>> = {
  read: 'reading pages',
  match: 'comparing',
  group: 'grouping',
  edit: 'editing',
}

/** A line on standard error that says how far the work is; nothing where that is no terminal. */
function progressLine(): { show: (done: number, stage: Stage | 'edit') => void; clear: () => void } {
  if (!process.stderr.isTTY) return { show: () => {}, clear: () => {} }
  let last = 0
  const started = Date.now()
  return {
    show(done, stage) {
      const now = Date.now()
      if (now - started < 500 || now - last < 100) return
      last = now
      process.stderr.write(`\r\x1b[K${stages[stage]} ${Math.round(done * 100)} %`)
    },
    clear: () => void process.stderr.write('\r\x1b[K'),
  }
}

function labelLines(articles: readonly SourcedArticle[], result: ClusterResult): string {
  const labels = new Map<string, { dispatch: string; story: string }>()
  for (const { id, copies } of result.clusters)
    for (const { articleId, dispatchId, relation } of copies)
      if (relation !== 'embedded') labels.set(articleId, { dispatch: dispatchId, story: id })
  return articles
    .map(({ article: { id } }) => `${JSON.stringify({ id, ...(labels.get(id) ?? { dispatch: id, story: id }) })}\n`)
    .join('')
}

/** Where the article of an error stands: the first of its id, or the last where the id is used twice. */
function placeOf(articles: readonly SourcedArticle[], { article: id, code }: WirecopyError): string {
  const has = ({ article }: SourcedArticle) => article.id === id
  const place = /^#(\d+)$/.exec(id ?? '')
  const source =
    (code === 'duplicate-id' ? articles.findLast(has) : articles.find(has)) ??
    (place ? articles[Number(place[1])] : undefined)
  return source ? `${source.file}:${source.line}: ` : ''
}

async function cluster(args: readonly string[]): Promise<void> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      labels: { type: 'string' },
      ...groupingFlags,
      'all-changes': { type: 'boolean' },
    },
  })
  if (positionals.length === 0) throw new BadUsage('cluster needs a FILE, or - for standard input')
  let sourced: SourcedArticle[] = []
  for (const file of positionals) sourced = sourced.concat(await readArticles(file))
  const progress = progressLine()
  const options: ClusterOptions = { onProgress: progress.show, ...groupingOptions(values) }
  let result: ClusterResult
  try {
    result = clusterArticles(
      sourced.map(({ article }) => article),
      options,
    )
    // Edited here, story by story, so that the line can say how far it is.
    result.clusters.forEach(({ canonical }, k, { length }) => {
      if (canonical) progress.show(k / length, 'edit')
    })
  } catch (error) {
    if (error instanceof WirecopyError) throw new UnreadableInput(placeOf(sourced, error) + error.message)
    throw error
  } finally {
    progress.clear()
  }
  if (values.labels !== undefined) {
    try {
      await writeFile(values.labels, labelLines(sourced, result))
    } catch (error) {
      throw new UnreadableInput(`${values.labels}: cannot be written: ${(error as Error).message}`)
    }
  }
  const style = outputStyle()
  const width = reportWidth()
  const mostChanges = values['all-changes'] ? { mostChanges: Number.POSITIVE_INFINITY } : {}
  await print(
    values.json ? `${JSON.stringify(result, null, 2)}\n` : reportText(result, { width, style, ...mostChanges }),
  )
}

async function main([command, ...args]: readonly string[]): Promise<void> {
  if (command === undefined) throw new BadUsage('a command is missing; wirecopy --help lists them')
  if (command === '-v' || command === '--version') await print(`${version}\n`)
  else if (command === '-h' || command === '--help' || args.includes('--help') || args.includes('-h')) await print(help)
  else if (command === 'cluster') await cluster(args)
  else if (command === 'watch') await watch(args)
  else throw new BadUsage(`"${command}" is no command; wirecopy --help lists them`)
}

endWithReader()
main(process.argv.slice(2)).catch((error: unknown) => {
  const isUsage =
    error instanceof BadUsage ||
    (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
  if (!isUsage && !(error instanceof UnreadableInput)) throw error
  process.stderr.write(`wirecopy: ${oneLine((error as Error).message)}\n`)
  process.exitCode = 2
})
