// Clustering by several workers gives exactly what clustering by one thread gives, in real threads that run the real script, and in
// stand-ins that answer in any order; refuses the same input; stops when told to; and says so when a worker fails.
import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { days } from '../../bench/days/days.js'
import { readFixtures } from '../../fixtures/read.js'
import { type Article, type ClusterOptions, clusterArticles, WirecopyError } from '../../src/index.js'
import { threadsOf } from '../../src/node/threads.js'
import { clusterArticlesInWorkers } from '../../src/node/workers.js'
import { clusterWithWorkers, type StartWorker, type WorkersOptions } from '../../src/workers/cluster.js'
import { Duties } from '../../src/workers/duties.js'
import type { Order } from '../../src/workers/messages.js'
import { buildWorkerScript, type WorkerScript } from './script.js'

// Threads wait for processors that other tests use too.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const fixtures: readonly Article[] = readFixtures().map(({ article }) => article)
const generated: readonly Article[] = [...days({ articles: 500, articlesPerDay: 500 })].map(({ article }) => article)
/** The fixtures in another order, always the same one. */
const reordered = fixtures
  .map((article, i) => ({ article, key: Math.imul(i + 1, 0x9e3779b1) >>> 0 }))
  .sort((x, y) => x.key - y.key)
  .map(({ article }) => article)

let script: WorkerScript
const running = new Set<Worker>()
const threads: StartWorker = threadsOf(() => {
  const worker = new Worker(script.url, { execArgv: [] })
  running.add(worker)
  worker.on('exit', () => running.delete(worker))
  return worker
})
const inThreads = (articles: Iterable<Article>, options: WorkersOptions = {}) =>
  clusterWithWorkers(articles, { workers: 2, ...options }, 2, threads)

beforeAll(async () => {
  script = await buildWorkerScript()
})
afterAll(() => script.remove())

/** Workers of this thread, which are handed copies of all that is said, and take their time. */
const standIns: StartWorker = (report) => {
  let isEnded = false
  const later = <Message>(take: (message: Message) => void, message: Message, memory: readonly ArrayBuffer[]) => {
    const copy = structuredClone(message, { transfer: [...memory] })
    setImmediate(() => {
      if (!isEnded) take(copy)
    })
  }
  const duties = new Duties((message, memory) => later(report, message, memory))
  return {
    post: (order, memory) => later((message: Order) => duties.take(message), order, memory),
    end: async () => {
      isEnded = true
    },
  }
}
const inStandIns = (articles: Iterable<Article>, options: WorkersOptions = {}) =>
  clusterWithWorkers(articles, { workers: 2, ...options }, 2, standIns)

/** Whatever a promise was rejected with. */
const failureOf = (promise: Promise<unknown>): Promise<unknown> => promise.then(() => null).catch((error) => error)

describe('clustering in threads', () => {
  const expected = {
    fixtures: JSON.stringify(clusterArticles(fixtures)),
    days: JSON.stringify(clusterArticles(generated)),
  }

  it.each([1, 2, 3])('gives the result of one thread: %i for the fixtures', async (workers) => {
    expect(JSON.stringify(await inThreads(fixtures, { workers }))).toBe(expected.fixtures)
    expect(running.size).toBe(0)
  })

  it.each([1, 2, 3])('gives the result of one thread: %i for generated news', async (workers) => {
    expect(JSON.stringify(await inThreads(generated, { workers }))).toBe(expected.days)
  })

  it('gives the same for any order of the articles', async () => {
    expect(JSON.stringify(await inThreads(reordered))).toBe(expected.fixtures)
    expect(JSON.stringify(await inStandIns(reordered, { workers: 5 }))).toBe(expected.fixtures)
  })

  it('heeds the options, and takes any iterable', async () => {
    const options: ClusterOptions = { canonical: 'article', windowDays: 0.1, onInvalid: 'collect' }
    const some = [...fixtures.slice(0, 60), { id: '', outlet: 'Nobody', text: '' }]
    expect(JSON.stringify(await inStandIns(new Set(some), options))).toBe(
      JSON.stringify(clusterArticles(some, options)),
    )
  })

  it('starts no more workers than a small batch keeps busy, unless told to', async () => {
    const started = async (workers?: number) => {
      let count = 0
      const counted: StartWorker = (report, failed) => {
        count++
        return standIns(report, failed)
      }
      await clusterWithWorkers(fixtures.slice(0, 20), workers === undefined ? {} : { workers }, 8, counted)
      return count
    }
    expect(await started()).toBe(1)
    expect(await started(3)).toBe(3)
    expect(await started(99)).toBe(20)
  })

  it('takes batches of few articles or none', async () => {
    for (const some of [[], fixtures.slice(0, 1), fixtures.slice(0, 2)])
      expect(JSON.stringify(await inStandIns(some, { workers: 4 }))).toBe(JSON.stringify(clusterArticles(some)))
  })

  it('gives the result of one thread where very many carry one text', async () => {
    const [{ text } = { text: '' }] = fixtures
    const many = Array.from({ length: 150 }, (_, i): Article => {
      const own = i % 3 === 0 ? text : `${text}\nNumber ${i} of the ${i % 7} was here, it said, and ${i * 31} more.`
      return { id: `m${i}`, outlet: `Outlet ${i % 11}`, text: i % 5 === 0 ? own.slice(i * 4) : own }
    })
    expect(JSON.stringify(await inStandIns(many, { workers: 3 }))).toBe(JSON.stringify(clusterArticles(many)))
  })

  it('tells its progress as one thread does, stage by stage', async () => {
    const told = async (cluster: (options: ClusterOptions) => unknown) => {
      const calls: [number, string][] = []
      await cluster({ onProgress: (done, stage) => calls.push([done, stage]) })
      return calls
    }
    const plain = await told((options) => clusterArticles(generated, options))
    const ours = await told((options) => inThreads(generated, options))
    const of = (calls: typeof ours, stages: readonly string[]) => calls.filter(([, stage]) => stages.includes(stage))
    expect(of(ours, ['match', 'group'])).toEqual(of(plain, ['match', 'group']))
    expect([...new Set(ours.map(([, stage]) => stage))]).toEqual(['read', 'match', 'group'])
    const read = of(ours, ['read']).map(([done]) => done)
    expect(read[0]).toBe(0)
    expect(read).toEqual([...read].sort((x, y) => x - y))
    expect(Math.max(...read)).toBeLessThanOrEqual(1)
  })
})

describe('bad input', () => {
  const never: StartWorker = () => {
    throw new Error('no worker is to be started')
  }
  const [one] = fixtures
  const bad: readonly (readonly [string, unknown, unknown])[] = [
    ['no articles', null, {}],
    ['options that are none', [], null],
    ['a window of no days', fixtures, { windowDays: 0 }],
    ['an article without a text', [{ id: 'a', outlet: 'A' }], {}],
    ['an id that is used twice', [one, one], {}],
    ['a progress that is no function', fixtures, { onProgress: 1 }],
  ]
  it.each(bad)('is refused as by one thread: %s', async (_, articles, options) => {
    let expected: unknown
    try {
      clusterArticles(articles as Article[], options as ClusterOptions)
    } catch (error) {
      expected = error
    }
    expect(expected).toBeInstanceOf(WirecopyError)
    const failure = await failureOf(clusterWithWorkers(articles as Article[], options as ClusterOptions, 2, never))
    expect(failure).toEqual(expected)
    expect(await failureOf(clusterArticlesInWorkers(articles as Article[], options as ClusterOptions))).toEqual(
      expected,
    )
  })

  it.each([0, -1, 1.5, 1000, '2', Number.NaN])('is refused: %s workers', async (workers) => {
    const failure = await failureOf(clusterWithWorkers(fixtures, { workers: workers as number }, 2, never))
    expect(failure).toMatchObject({ name: 'WirecopyError', code: 'bad-option', field: 'workers' })
  })

  it('is refused: a signal that is none', async () => {
    const signal = {} as AbortSignal
    const failure = await failureOf(clusterWithWorkers(fixtures, { signal }, 2, never))
    expect(failure).toMatchObject({ name: 'WirecopyError', code: 'bad-option', field: 'signal' })
  })
})

describe('a signal', () => {
  it('that is aborted keeps workers from being started', async () => {
    const never: StartWorker = () => {
      throw new Error('no worker is to be started')
    }
    const signal = AbortSignal.abort()
    expect(await failureOf(clusterWithWorkers(fixtures, { signal }, 2, never))).toBe(signal.reason)
  })

  it.each(['read', 'match', 'group'])('stops the work in stage %s, and the threads', async (stage) => {
    const controller = new AbortController()
    const reason = new Error('enough')
    const onProgress = (_: number, at: string) => {
      if (at === stage) controller.abort(reason)
    }
    const failure = await failureOf(inThreads(fixtures, { signal: controller.signal, onProgress }))
    expect(failure).toBe(reason)
    expect(running.size).toBe(0)
  })

  it('stops threads that are at work', async () => {
    const controller = new AbortController()
    const failure = failureOf(inThreads(generated, { signal: controller.signal }))
    await new Promise((resolve) => setImmediate(resolve))
    expect(running.size).toBe(2)
    controller.abort()
    expect(await failure).toMatchObject({ name: 'AbortError' })
    expect(running.size).toBe(0)
  })

  it('that is never aborted changes nothing', async () => {
    const { signal } = new AbortController()
    const some = fixtures.slice(0, 40)
    expect(JSON.stringify(await inStandIns(some, { signal }))).toBe(JSON.stringify(clusterArticles(some)))
  })
})

describe('what fails', () => {
  const threadOf = (code: string) =>
    threadsOf(() => new Worker(new URL(`data:text/javascript,${encodeURIComponent(code)}`), { execArgv: [] }))
  const failWith = (start: StartWorker) => failureOf(clusterWithWorkers(fixtures, { workers: 2 }, 2, start))

  it('is said of a worker that throws', async () => {
    const failure = await failWith(threadOf("throw new RangeError('no room')"))
    expect(failure).toMatchObject({ name: 'WirecopyError', code: 'worker-failed', message: 'a worker failed: no room' })
    expect(failure).toHaveProperty('cause.name', 'RangeError')
  })

  it('is said of a worker that ends by itself', async () => {
    const failure = await failWith(threadOf('process.exit(3)'))
    expect(failure).toMatchObject({
      code: 'worker-failed',
      message: 'a worker failed: it ended by itself, with code 3',
    })
  })

  it('is said of a worker that cannot be started', async () => {
    const start: StartWorker = () => {
      throw new Error('no more threads')
    }
    const failure = await failWith(start)
    expect(failure).toMatchObject({ code: 'worker-failed', message: 'a worker failed: no more threads' })
  })

  it('is said of one worker among others, which are ended', async () => {
    let started = 0
    const start: StartWorker = (report, failed) => {
      const thread = started++ === 1 ? threadOf("import 'node:no-such-module'") : threads
      return thread(report, failed)
    }
    expect(await failWith(start)).toMatchObject({ code: 'worker-failed' })
    expect(running.size).toBe(0)
  })

  it('is an error of onProgress, as it is', async () => {
    for (const stage of ['read', 'match', 'group']) {
      const error = new Error(stage)
      const onProgress = (_: number, at: string) => {
        if (at === stage) throw error
      }
      expect(await failureOf(inThreads(fixtures.slice(0, 50), { onProgress }))).toBe(error)
    }
    expect(running.size).toBe(0)
  })
})
