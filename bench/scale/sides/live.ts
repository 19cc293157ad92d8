// A live index under weeks of news that arrive one article at a time. It is told to live a day more, to make a snapshot and read it, or to
// take articles out and put them in again; it answers with what that took.

import { once } from 'node:events'
import { closeSync, createReadStream, mkdtempSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PerformanceObserver } from 'node:perf_hooks'
import { createInterface } from 'node:readline'
import { Worker } from 'node:worker_threads'
import type { Article } from '../../../src/article/article.js'
import { StoryIndex } from '../../../src/live/story-index.js'
import { answer, difference, type Memory, memory } from './answer.js'
import type { NewsCommand } from './news.js'

export interface LiveCommand {
  readonly kind: 'day' | 'snapshot' | 'changes'
  readonly perDay: number
  readonly keepDays: number
  readonly days: number
  readonly texts: 'plain' | 'compressed'
}

export interface Times {
  readonly count: number
  /** In milliseconds. */
  readonly mean: number
  readonly half: number
  readonly p99: number
  readonly p999: number
  readonly longest: number
}

export interface DayAnswer {
  readonly kind: 'day'
  readonly articles: number
  readonly expired: number
  readonly stories: number
  /** Of adding one and taking out those that are too old, collections of garbage counted where they fall. */
  readonly adding: Times
  /** The longest collection of garbage, in milliseconds. */
  readonly longestCollection: number
  /** More than 50 ms; and of these, those in which the process, all its threads together, was at work for as long. */
  readonly pauses: number
  readonly pausesAtWork: number
  /** Of the articles in, in UTF-8. */
  readonly textBytes: number
  readonly memory: Memory
}

export interface SnapshotAnswer {
  readonly kind: 'snapshot'
  readonly articles: number
  readonly bytes: number
  readonly textBytes: number
  readonly writing: number
  readonly reading: number
  /** The most that was held while writing, beyond the index, in bytes. */
  readonly most: number
}

export interface ChangesAnswer {
  readonly kind: 'changes'
  readonly adding: Times
  readonly removing: Times
  readonly updating: Times
  readonly asking: Times
  readonly expiring: Times
}

export type LiveAnswer = DayAnswer | SnapshotAnswer | ChangesAnswer

function timesOf(all: readonly number[]): Times {
  const sorted = Float64Array.from(all).sort()
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
  const mean = sorted.reduce((sum, one) => sum + one, 0) / sorted.length
  return { count: sorted.length, mean, half: at(0.5), p99: at(0.99), p999: at(0.999), longest: at(1) }
}

let collections: number[] = []
new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) collections.push(duration)
}).observe({ entryTypes: ['gc'] })

let index: StoryIndex | null = null
let before: Memory | null = null
let held: number[] = []

let generating: Worker | null = null

/** So many articles more, read one by one from a file of JSON Lines that is written before. */
async function* news({ perDay, days }: LiveCommand, count: number): AsyncGenerator<Article> {
  generating ??= new Worker(new URL('./news.mjs', import.meta.url), { execArgv: [] })
  generating.unref()
  const options = { articles: (days + 1) * perDay + 4000, articlesPerDay: perDay }
  const folder = mkdtempSync(join(tmpdir(), 'wirecopy-news-'))
  try {
    const file = join(folder, 'news.jsonl')
    generating.postMessage({ options, count, file } satisfies NewsCommand)
    // A thread that fails rejects.
    await once(generating, 'message')
    for await (const line of createInterface({ input: createReadStream(file) })) yield JSON.parse(line)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function timed<Result>(times: number[], work: () => Result): Result {
  const from = performance.now()
  const result = work()
  times.push(performance.now() - from)
  return result
}

async function liveADay(command: LiveCommand): Promise<DayAnswer> {
  const { perDay, keepDays, texts } = command
  before ??= memory()
  index ??= new StoryIndex({ keepDays, texts })
  // The collections that measuring memory asked for are not the day's.
  await new Promise((resolve) => setTimeout(resolve, 20))
  collections = []
  const times: number[] = []
  let [expired, stories, pausesAtWork] = [0, 0, 0]
  index.subscribe(({ kind }) => {
    if (kind === 'created') stories++
  })
  for await (const article of news(command, perDay)) {
    const worked = process.cpuUsage()
    const { expired: left } = timed(times, () => (index as StoryIndex).add(article))
    // In microseconds.
    const { user, system } = process.cpuUsage(worked)
    if ((times.at(-1) ?? 0) > 50 && user + system > 50_000) pausesAtWork++
    expired += left.length
    held.push(Buffer.byteLength(article.text))
  }
  held = held.slice(-index.size)
  await new Promise((resolve) => setTimeout(resolve, 20))
  return {
    kind: 'day',
    articles: index.size,
    expired,
    stories,
    adding: timesOf(times),
    longestCollection: Math.max(0, ...collections),
    pauses: times.filter((one) => one > 50).length,
    pausesAtWork,
    textBytes: held.reduce((sum, one) => sum + one, 0),
    memory: difference(memory(), before),
  }
}

/** To a file and back; the index is let go in between, as there may be no room for two. */
function makeSnapshot({ texts }: LiveCommand): SnapshotAnswer {
  const folder = mkdtempSync(join(tmpdir(), 'wirecopy-snapshot-'))
  const file = join(folder, 'snapshot')
  try {
    const written = writeSnapshot(index as StoryIndex, file)
    index = null
    memory()
    const started = performance.now()
    const read = StoryIndex.fromChunks(chunksOf(file), { texts })
    const reading = (performance.now() - started) / 1000
    if (read.size !== written.articles) throw new Error('the snapshot has not all articles')
    return { kind: 'snapshot', ...written, reading }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function writeSnapshot(from: StoryIndex, file: string): Omit<SnapshotAnswer, 'kind' | 'reading'> {
  let [bytes, textBytes, most] = [0, 0, 0]
  for (const { text } of from) textBytes += Buffer.byteLength(text)
  memory()
  const started = performance.now()
  for (const { length } of from.toChunks()) {
    bytes += length
    most = Math.max(most, length)
  }
  const writing = (performance.now() - started) / 1000
  const disk = openSync(file, 'w')
  for (const chunk of from.toChunks()) writeSync(disk, chunk)
  closeSync(disk)
  return { articles: from.size, bytes, textBytes, writing, most }
}

function* chunksOf(file: string): Generator<Uint8Array> {
  const disk = openSync(file, 'r')
  try {
    for (;;) {
      const chunk = new Uint8Array(1 << 16)
      const length = readSync(disk, chunk)
      if (length === 0) return
      yield chunk.subarray(0, length)
    }
  } finally {
    closeSync(disk)
  }
}

/** By turns: one more, the oldest out, one edited, one asked for. */
async function change(command: LiveCommand): Promise<ChangesAnswer> {
  const live = index as StoryIndex
  const [adding, removing, updating, asking, expiring]: number[][] = [[], [], [], [], []]
  // Those that are not about to leave by themselves.
  const ids = [...live].map(({ id }) => id).slice(6000)
  let k = -1
  for await (const article of news(command, 4000)) {
    k++
    if (!adding || !removing || !updating || !asking || !expiring) break
    // Another each time, as one that was asked about is known half.
    if (k % 2 === 0) timed(asking, () => live.query(article))
    else timed(adding, () => live.add(article))
    const [oldest, other] = [ids[k], ids[(k * 7919 + 9000) % ids.length]]
    if (oldest !== undefined && k % 2 === 0 && live.has(oldest)) timed(removing, () => live.remove(oldest))
    const known = other === undefined ? null : live.get(other)
    if (known) timed(updating, () => live.update({ ...known, text: `${known.text}\nCorrected on page ${k}.` }))
    const next = k % 2 === 1 && oldest !== undefined ? live.get(oldest)?.publishedAt : null
    if (next) {
      const before = live.size
      timed(expiring, () => live.expire(Date.parse(next) + 1))
      const gone = before - live.size
      const last = expiring.pop()
      if (last !== undefined && gone > 0) expiring.push(last / gone)
    }
  }
  return {
    kind: 'changes',
    adding: timesOf(adding ?? []),
    removing: timesOf(removing ?? []),
    updating: timesOf(updating ?? []),
    asking: timesOf(asking ?? []),
    expiring: timesOf(expiring ?? []),
  }
}

answer<LiveCommand, LiveAnswer>((command) => {
  if (command.kind === 'day') return liveADay(command)
  return command.kind === 'snapshot' ? makeSnapshot(command) : change(command)
})
