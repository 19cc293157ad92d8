// What keeping an index in a folder costs: articles a second added to a StoryIndex, and to a FileStoryIndex under each way to sync, in
// turns, and the medians; and how long the log takes to read, for each thousand changes. `npm run bench:files [articles] [rounds]`.
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { StoryIndex } from '../src/index.js'
import { FileStoryIndex } from '../src/node/file-story-index.js'
import { days } from './days/days.js'

const [count = 5000, rounds = 5] = process.argv.slice(2).map(Number)
const articles = [...days({ articles: count, articlesPerDay: 20_000 })].map(({ article }) => article)
const folder = mkdtempSync(join(tmpdir(), 'wirecopy-bench-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))

const seconds = (run: () => void): number => {
  const started = performance.now()
  run()
  return (performance.now() - started) / 1000
}
const median = (values: readonly number[]) => [...values].sort((x, y) => x - y)[values.length >> 1] ?? Number.NaN
const logLimit = Number.POSITIVE_INFINITY

const ways = ['memory', 'never', 'each'] as const
const taken = { memory: [] as number[], never: [] as number[], each: [] as number[] }
const reading: number[] = []
const snapshotting: number[] = []
let logSize = 0
for (let round = 0; round < rounds; round++)
  for (const way of ways) {
    const path = join(folder, `${way}-${round}`)
    const index = way === 'memory' ? new StoryIndex() : FileStoryIndex.open(path, { sync: way, logLimit })
    taken[way].push(
      seconds(() => {
        for (const article of articles) index.add(article)
      }),
    )
    if (!(index instanceof FileStoryIndex)) continue
    index.close()
    logSize = statSync(join(path, 'wirecopy-1.log')).size
    if (way === 'each') {
      let opened: FileStoryIndex | undefined
      reading.push(
        seconds(() => {
          opened = FileStoryIndex.open(path, { logLimit })
        }),
      )
      snapshotting.push(seconds(() => opened?.snapshot()))
      opened?.close()
    }
    rmSync(path, { recursive: true })
  }

console.log(
  `Node ${process.version}, ${availableParallelism()} processors; ${count} articles, a log of ${(logSize / 1e6).toFixed(1)} MB; medians of ${rounds} rounds`,
)
const names = { memory: 'StoryIndex', never: "FileStoryIndex, sync 'never'", each: "FileStoryIndex, sync 'each'" }
for (const way of ways) console.log(`${names[way]}: ${Math.round(count / median(taken[way]))} articles a second`)
console.log(`reading the log: ${((median(reading) / count) * 1e6).toFixed(0)} ms for each 1,000 changes`)
console.log(`a snapshot of all: ${(median(snapshotting) * 1000).toFixed(0)} ms`)
