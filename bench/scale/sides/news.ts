// Generates news in a thread of its own, so many articles at a time as are asked for, as JSON Lines: the one that asks has them as a feed
// gives them, and neither memory nor garbage of their making.
import { parentPort } from 'node:worker_threads'
import { type DaysOptions, days } from '../../days/days.js'

export interface NewsCommand {
  readonly options: DaysOptions
  readonly count: number
}

let news: ReturnType<typeof days> | null = null

parentPort?.on('message', ({ options, count }: NewsCommand) => {
  news ??= days(options)
  const lines: string[] = []
  for (let next = news.next(); !next.done; next = news.next()) {
    lines.push(JSON.stringify(next.value.article))
    if (lines.length === count) break
  }
  parentPort?.postMessage(lines.join('\n'))
})
