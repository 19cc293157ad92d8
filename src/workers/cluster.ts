// The whole pass with workers, whatever they run on: what src/cluster.ts does, with the same result, but texts are read and pages compared
// elsewhere. This thread checks the batch, indexes sketches, links articles in order as the answers allow, groups them, and edits when
// that is first asked for; it waits in between, so that whoever called it can do other things.
import type { Article, CheckedArticle } from '../article/article.js'
import { WirecopyError } from '../article/error.js'
import { type CheckedBatch, type ClusterOptions, type ClusterResult, checkBatch, resultOf } from '../cluster.js'
import { inOrderOfPublication, type Link, Linker, type Sketch } from '../match/links.js'
import { PageReader } from '../text/page.js'
import type { RepeatedLines } from '../text/repeated-furniture.js'
import { LinkingAhead } from './linking-ahead.js'
import { type Order, type Placed, type Post, type Report, type SketchBlock, unpackRelated } from './messages.js'
import { PairShare, shareOut } from './share.js'

/** What stops the work: an AbortSignal, as far as it is used. */
export interface StopSignal {
  readonly aborted: boolean
  readonly reason?: unknown
  addEventListener(type: 'abort', listener: () => void): void
  removeEventListener(type: 'abort', listener: () => void): void
}

/** How articles are clustered, and by how many workers. */
export interface WorkersOptions extends ClusterOptions {
  /**
   * How many workers read and compare articles, beside the thread that calls; no more are started than there are articles.
   * @default one for each processor and each forty million characters, at most 8
   */
  readonly workers?: number
  /**
   * An AbortSignal. When it is aborted, the workers are ended at once and the promise is rejected with its reason.
   * @default none
   */
  readonly signal?: StopSignal
}

/** A worker that has been started. */
export interface RunningWorker {
  readonly post: Post<Order>
  /** Ends it, whatever it is doing. */
  end(): Promise<unknown>
}

/** Starts a worker that passes its orders to Duties. Whatever ends it but `end` is told to `failed`. */
export type StartWorker = (report: (report: Report) => void, failed: (cause: unknown) => void) => RunningWorker

const mostWorkers = 256
const mostByDefault = 8
// A fresh thread spends over a second of processor time, its own and the compiler's, on getting up to speed.
const charactersByWorker = 4e7

/** Clusters with workers that are started for it and ended with it. */
export async function clusterWithWorkers(
  articles: Iterable<Article>,
  options: WorkersOptions,
  processors: number,
  start: StartWorker,
): Promise<ClusterResult> {
  if (typeof options !== 'object' || options === null)
    throw new WirecopyError('bad-option', 'options must be an object', null, 'options')
  const { workers, signal } = options
  const bad = (option: string, expected: string) =>
    new WirecopyError('bad-option', `option ${option} ${expected}`, null, option)
  if (workers !== undefined && !(Number.isInteger(workers) && workers >= 1 && workers <= mostWorkers))
    throw bad('workers', `must be a whole number from 1 to ${mostWorkers}, not ${JSON.stringify(workers)}`)
  if (signal !== undefined && (typeof signal !== 'object' || signal === null || !('aborted' in signal)))
    throw bad('signal', 'must be an AbortSignal')
  const batch = checkBatch(articles, options)
  if (signal?.aborted) throw signal.reason
  if (batch.checked.length === 0) return resultOf(batch, new PageReader([]), [], 0)
  const pass = new Pass(batch, Math.min(workers ?? fittingWorkers(batch, processors), batch.checked.length))
  const stop = () => pass.stop(signal?.reason)
  signal?.addEventListener('abort', stop)
  try {
    pass.start(start)
    const result = await pass.result
    if (signal?.aborted) throw signal.reason
    return result
  } finally {
    signal?.removeEventListener('abort', stop)
    await pass.end()
  }
}

/** As many workers as a batch keeps busy for longer than they take to get going, but no more than there are processors. */
function fittingWorkers({ checked }: CheckedBatch, processors: number): number {
  const characters = checked.reduce((sum, { text }) => sum + text.length, 0)
  return Math.max(1, Math.min(processors, mostByDefault, Math.ceil(characters / charactersByWorker)))
}

// A worker that is out of work waits for this thread; one that has much to do makes the guesses of what to compare worse.
const enoughLoad = 200_000
const mostInOrder = 50_000
const [leastAhead, aheadByWorker] = [256, 512]
const articlesInTurn = 512

/** What a worker has been given. */
interface Hand {
  readonly worker: RunningWorker
  /** Which articles it has. */
  readonly holds: Uint8Array
  /** Orders that it has not answered yet, and what they cost. */
  readonly out: { readonly pairs: Uint32Array; readonly cost: number }[]
  costOut: number
  /** The pairs of its next order. */
  next: number[]
  nextCost: number
}

/** One batch on its way through the workers. */
class Pass {
  readonly result: Promise<ClusterResult>
  #resolve: (result: ClusterResult) => void = () => {}
  #reject: (reason: unknown) => void = () => {}
  readonly #batch: CheckedBatch
  readonly #articles: readonly CheckedArticle[]
  readonly #order: readonly number[]
  readonly #linker: Linker
  readonly #ahead: LinkingAhead
  readonly #hands: Hand[] = []
  readonly #count: number
  readonly #share: PairShare
  #isOver = false
  // How far the pass has come.
  #read = 0
  #learnt = 0
  readonly #repeated = new Map<string, RepeatedLines>()
  readonly #sketches: (Sketch | undefined)[]
  #indexed = 0
  #linked = 0
  #isLater = false
  readonly #links: Link[] = []

  constructor(batch: CheckedBatch, workers: number) {
    this.result = new Promise((resolve, reject) => {
      this.#resolve = resolve
      this.#reject = reject
    })
    const { checked, windowLength } = batch
    this.#batch = batch
    this.#articles = checked
    this.#order = inOrderOfPublication(checked)
    this.#linker = new Linker(
      checked.map(({ time }) => time),
      windowLength,
    )
    this.#ahead = new LinkingAhead(this.#linker, checked.length, (a, b) => this.#ask(a, b))
    this.#sketches = new Array(checked.length)
    this.#count = workers
    this.#share = new PairShare(
      workers,
      checked.map(({ text }) => text.length),
    )
  }

  /** Starts the workers and gives each its outlets. */
  start(start: StartWorker): void {
    this.#guarded(() => {
      this.#batch.progress(0, 'read')
      for (let k = 0; k < this.#count && !this.#isOver; k++) this.#hands.push(this.#startOne(k, start))
      if (this.#isOver) return
      const outlets = new Map<string, { readonly places: number[]; length: number }>()
      this.#articles.forEach(({ outlet, text }, place) => {
        const known = outlets.get(outlet) ?? { places: [], length: 0 }
        outlets.set(outlet, known)
        known.places.push(place)
        known.length += text.length
      })
      const whole = [...outlets.values()]
      const shares = shareOut(
        whole.map(({ length }) => length),
        this.#count,
      )
      this.#hands.forEach((hand, k) => {
        const own = whole.flatMap(({ places }, i) => (shares[i] === k ? places : [])).sort((x, y) => x - y)
        const placed = this.#placed(hand, own)
        hand.worker.post({ kind: 'learn', ...placed }, [placed.places.buffer])
      })
    })
  }

  /** Rejects the result, for such a reason. */
  stop(reason: unknown): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#reject(reason)
  }

  /** Ends the workers. */
  async end(): Promise<void> {
    this.#isOver = true
    await Promise.allSettled(this.#hands.map(({ worker }) => worker.end()))
  }

  #startOne(k: number, start: StartWorker): Hand {
    const failed = (cause: unknown) => {
      const message = cause instanceof Error ? cause.message : String(cause)
      const error = new WirecopyError('worker-failed', `a worker failed: ${message}`)
      error.cause = cause
      this.stop(error)
    }
    let worker: RunningWorker
    try {
      worker = start((report) => this.#guarded(() => this.#take(report, k)), failed)
    } catch (cause) {
      failed(cause)
      worker = { post: () => {}, end: async () => {} }
    }
    const holds = new Uint8Array(this.#articles.length)
    return { worker, holds, out: [], costOut: 0, next: [], nextCost: 0 }
  }

  /** Does what an event asks for, unless all is over; where that fails, so does the pass. */
  #guarded(work: () => void): void {
    if (this.#isOver) return
    try {
      work()
    } catch (error) {
      this.#isOver = true
      this.#reject(error)
    }
  }

  #take(report: Report, k: number): void {
    switch (report.kind) {
      case 'read': {
        this.#read += report.articles
        const { length } = this.#articles
        if (this.#read < length) this.#batch.progress(this.#read / length, 'read')
        return
      }
      case 'learnt':
        for (const [outlet, lines] of report.outlets) this.#repeated.set(outlet, lines)
        this.#learnt++
        if (this.#learnt < this.#count) return
        for (const { worker } of this.#hands) worker.post({ kind: 'repeated', outlets: this.#repeated }, [])
        break
      case 'sketched':
        sketchesOf(report.block, this.#sketches)
        break
      case 'compared': {
        const hand = this.#hands[k]
        const order = hand?.out.shift()
        if (!hand || !order) throw new Error(`worker ${k} answered what it was not asked`)
        hand.costOut -= order.cost
        this.#share.done(k, order.cost)
        unpackRelated(report.related).forEach((related, i) => {
          this.#ahead.answer(order.pairs[2 * i] as number, order.pairs[2 * i + 1] as number, related)
        })
      }
    }
    this.#goOn()
  }

  /** Links what can be linked, and finds more to compare for workers that will soon be out of work. */
  #goOn(): void {
    // Nobody can compare before all know what outlets repeat.
    if (this.#learnt < this.#count || this.#isOver) return
    this.#advance()
    for (let k = 0; k < articlesInTurn && this.#wantsMore(); k++) this.#indexNext()
    this.#advance()
    for (const hand of this.#hands) if (hand.next.length > 0 && hand.costOut < enoughLoad / 2) this.#send(hand)
    if (this.#linked === this.#order.length) this.#finish()
    else if (this.#wantsMore()) this.#later()
  }

  /** Whether another article is to be indexed, and can be. */
  #wantsMore(): boolean {
    const next = this.#order[this.#indexed]
    return (
      next !== undefined &&
      this.#sketches[next] !== undefined &&
      this.#ahead.waiting < leastAhead + aheadByWorker * this.#count &&
      this.#share.leastLoad < enoughLoad
    )
  }

  #indexNext(): void {
    const b = this.#order[this.#indexed++] as number
    const { key, fingerprints } = this.#sketches[b] as Sketch
    this.#sketches[b] = undefined
    this.#ahead.add(this.#linker.find(b, key, () => fingerprints))
  }

  /** Goes on when events have had their turn. */
  #later(): void {
    if (this.#isLater) return
    this.#isLater = true
    setTimeout(() => {
      this.#isLater = false
      this.#guarded(() => this.#goOn())
    }, 0)
  }

  #advance(): void {
    this.#ahead.advance((links) => {
      if (this.#linked % 64 === 0) this.#batch.progress(this.#linked / this.#order.length, 'match')
      this.#linked++
      for (const link of links) this.#links.push(link)
    })
  }

  #ask(a: number, b: number): void {
    const { worker, cost } = this.#share.give(a, b)
    const hand = this.#hands[worker] as Hand
    hand.next.push(a, b)
    hand.nextCost += cost
    if (hand.nextCost >= mostInOrder) this.#send(hand)
  }

  #send(hand: Hand): void {
    const pairs = Uint32Array.from(hand.next)
    const cost = hand.nextCost
    hand.next = []
    hand.nextCost = 0
    hand.costOut += cost
    hand.out.push({ pairs: pairs.slice(), cost })
    const placed = this.#placed(
      hand,
      [...new Set(pairs)].filter((place) => hand.holds[place] === 0),
    )
    hand.worker.post({ kind: 'compare', pairs, ...placed }, [pairs.buffer, placed.places.buffer])
  }

  /** Articles to be sent to a worker that has them not yet. */
  #placed(hand: Hand, places: readonly number[]): Placed {
    for (const place of places) hand.holds[place] = 1
    return {
      places: Uint32Array.from(places),
      articles: places.map((place) => this.#articles[place] as CheckedArticle),
    }
  }

  #finish(): void {
    this.#isOver = true
    const ended = this.end()
    // Words were read elsewhere.
    const wordsOf = () => new Uint32Array(0)
    const reader = new PageReader(this.#articles, undefined, { outlets: this.#repeated, wordsOf })
    const result = resultOf(this.#batch, reader, this.#links, this.#linker.comparedPairs)
    ended.then(() => this.#resolve(result))
  }
}

/** Puts the sketches of a block where they belong, by place. */
function sketchesOf({ places, keys, fingerprints, ends }: SketchBlock, sketches: (Sketch | undefined)[]): void {
  places.forEach((place, k) => {
    const key = keys[k] as number
    sketches[place] = {
      key: Number.isNaN(key) ? null : key,
      fingerprints: fingerprints.subarray(k === 0 ? 0 : (ends[k - 1] as number), ends[k]),
    }
  })
}
