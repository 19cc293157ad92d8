// Generates news in a thread of its own and writes them to a file as JSON Lines, so many articles as are asked for: the one that asks has
// them as a feed gives them, with neither memory nor garbage of their making, nor a thread that is at work meanwhile.
import { closeSync, openSync, writeSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import { type DaysOptions, days } from '../../days/days.js'

export interface NewsCommand {
  readonly options: DaysOptions
  readonly count: number
  /** Where to write. */
  readonly file: string
}

const linesAtOnce = 500

let news: ReturnType<typeof days> | null = null

parentPort?.on('message', ({ options, count, file }: NewsCommand) => {
  news ??= days(options)
  const disk = openSync(file, 'w')
  for (let written = 0; written < count; ) {
    const lines: string[] = []
    while (lines.length < Math.min(linesAtOnce, count - written)) {
      const next = news.next()
      if (next.done) throw new Error('the days are over')
      lines.push(`${JSON.stringify(next.value.article)}\n`)
    }
    writeSync(disk, lines.join(''))
    written += lines.length
  }
  closeSync(disk)
  parentPort?.postMessage(file)
})
