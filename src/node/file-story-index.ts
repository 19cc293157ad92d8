// A live index that lives in a folder: every change is written to a log before it is made and told, so that the index comes back as it
// was told after the process is killed at any moment. (Write-ahead logging with snapshots: Gray and Reuter, Transaction Processing,
// 1993; when the log is made anew is decided as by Redis, by its size.)
import { mkdirSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import type { Article } from '../article/article.js'
import { WirecopyError } from '../article/error.js'
import { readMoment } from '../article/publication-date.js'
import type { Cluster } from '../edit/story.js'
import type {
  AddAllOptions,
  Added,
  AddedAll,
  ClusterFilter,
  IndexedArticle,
  Placement,
  Removed,
} from '../live/answers.js'
import { addInTurn, type CheckedInput, checkInput, checkKnown, checkNew, readClock } from '../live/intake.js'
import type { StoryEvent } from '../live/live-stories.js'
import { checkIndexOptions, type IndexOptions } from '../live/options.js'
import { StoryIndex } from '../live/story-index.js'
import { articleToWrite, type Change, decodeChange, encodeChange, makeChange } from './change.js'
import { files } from './files.js'
import { FolderLock } from './folder-lock.js'
import { refusal } from './refusal.js'
import { type Recovery, StoryFolder } from './story-folder.js'

/** How an index in a folder works: as a StoryIndex with these options, and so that changes are kept. */
export interface FileIndexOptions extends Omit<IndexOptions, 'texts'> {
  /**
   * How texts are kept in memory: `plain`, or `compressed`. The folder has them too, so the caller need not keep them.
   * @default 'plain'
   */
  readonly texts?: 'plain' | 'compressed'
  /**
   * When a change is on the disk. `each`: before the method returns, so that it survives a loss of power. `never`: when the system finds
   * the time, which takes up to half a minute; it survives the end of the process, also a `kill -9`, but not that of the machine.
   * @default 'each'
   */
  readonly sync?: 'each' | 'never'
  /**
   * How many bytes of changes the log may have before a snapshot is made and a new one begun. A change that makes it longer waits for
   * that; a longer log takes longer to read when the folder is opened.
   * @default 64_000_000
   */
  readonly logLimit?: number
  /**
   * Called when a snapshot that was due by `logLimit` could not be made. Nothing is lost then: the log goes on, and it is tried again when
   * that has grown by as much again.
   * @default a warning of the process
   */
  readonly onSnapshotError?: (error: unknown) => void
}

/** What a FileStoryIndex does as a StoryIndex does it. */
type IndexMethods = Pick<
  StoryIndex,
  | 'size'
  | 'has'
  | 'get'
  | 'add'
  | 'addAll'
  | 'update'
  | 'put'
  | 'remove'
  | 'expire'
  | 'query'
  | 'cluster'
  | 'clusters'
  | 'subscribe'
  | typeof Symbol.iterator
>

const defaultLogLimit = 64_000_000

/**
 * A StoryIndex that is kept in a folder. A change that a method returned from is there when the folder is next opened; of one that was
 * not finished when the process ended, all or nothing is. One process at a time may have a folder open.
 *
 * Where a change cannot be written (`disk-full`, `file-failed`), it is not made: the index and the folder are as before, and later changes
 * are made as soon as they can be written.
 *
 * @example
 * const index = FileStoryIndex.open('stories', { windowDays: 5 })
 * index.add(courier).outcome // 'new', and on the disk
 * index.close()
 * FileStoryIndex.open('stories').has('courier-1') // true
 */
export class FileStoryIndex implements IndexMethods {
  /** What opening the folder found. */
  readonly recovery: Recovery
  readonly #index: StoryIndex
  readonly #clock: ReplayedClock
  readonly #folder: StoryFolder
  readonly #lock: FolderLock
  readonly #options: FileIndexOptions
  readonly #logLimit: number
  #snapshotAt: number
  #isClosed = false

  private constructor(
    index: StoryIndex,
    clock: ReplayedClock,
    folder: StoryFolder,
    lock: FolderLock,
    recovery: Recovery,
    options: FileIndexOptions,
  ) {
    this.#index = index
    this.#clock = clock
    this.#folder = folder
    this.#lock = lock
    this.recovery = recovery
    this.#options = options
    this.#logLimit = options.logLimit ?? defaultLogLimit
    this.#snapshotAt = this.#logLimit
  }

  /**
   * Opens a folder, and makes it where there is none. Takes the time of reading the last snapshot and of making the changes since again.
   *
   * Articles, the moments that their dates were found to be, and stories with their ids are kept. Of the options, `windowDays` must be
   * the same each time: to change it, add the articles of one index to another, `FileStoryIndex.open('new', { windowDays: 3 }).addAll(old)`.
   * `keepDays`, `keepBy` and whether there is a clock `now` may be others after a `snapshot()` and `close()`.
   *
   * @throws WirecopyError `locked` where the folder is open already; `bad-option`; `bad-snapshot` or `bad-log` where a file is damaged,
   * of a newer version or another program's, and nothing was changed then; `disk-full` or `file-failed`
   */
  static open(folder: string, options: FileIndexOptions = {}): FileStoryIndex {
    const { settings, windowDays } = checkOptions(folder, options)
    const path = resolve(folder)
    try {
      makeFolder(path)
      const lock = FolderLock.take(path)
      try {
        const clock = new ReplayedClock(options.now)
        const { texts = 'plain', ...rest } = options
        const indexOptions: IndexOptions = { ...rest, ...clock.option, texts, windowDays }
        const logOptions = { settings, isSynced: options.sync !== 'never' }
        const { index, folder, recovery } = StoryFolder.recover(files, path, logOptions, {
          start: (chunks) =>
            chunks === null ? new StoryIndex(indexOptions) : StoryIndex.fromChunks(chunks, indexOptions),
          replay: (index, record) => {
            clock.set(record.arrived)
            makeChange(index, decodeChange(record))
          },
        })
        try {
          if (folder.isOfOtherSettings) folder.snapshot(index.toChunks())
        } catch (error) {
          folder.close()
          throw error
        }
        return new FileStoryIndex(index, clock, folder, lock, recovery, options)
      } catch (error) {
        lock.release()
        throw error
      }
    } catch (error) {
      throw refusal(error, path)
    }
  }

  /** How many articles are in. */
  get size(): number {
    return this.#index.size
  }

  has(id: string): boolean {
    return this.#index.has(id)
  }

  /** An article that is in, or null. */
  get(id: string): IndexedArticle | null {
    return this.#index.get(id)
  }

  /** The articles that are in, in the order in which they came. */
  [Symbol.iterator](): Iterator<IndexedArticle> {
    return this.#index[Symbol.iterator]()
  }

  /**
   * Adds an article, as `StoryIndex.add`.
   *
   * @throws WirecopyError when the article cannot be used, its id is in already, it cannot be written (`disk-full`, `file-failed`) or the
   * index is `closed`; nothing has changed then
   */
  add(article: Article): Added {
    return this.#put('add', this.#checkNew(article, null))
  }

  /**
   * Puts an article in the place of the one of the same id, as when an outlet edits its page.
   *
   * @throws WirecopyError when the article cannot be used, its id is not in, it cannot be written or the index is `closed`; nothing has
   * changed then
   */
  update(article: Article): Added {
    const input = this.#check(article, null)
    checkKnown(input, this)
    return this.#put('update', input)
  }

  /**
   * Adds an article, or updates the one of its id, as `StoryIndex.put`.
   *
   * @throws WirecopyError when the article cannot be used, it cannot be written or the index is `closed`; nothing has changed then
   */
  put(article: Article): Added {
    const input = this.#check(article, null)
    return this.#put(this.has(input.checked.id) ? 'update' : 'add', input)
  }

  /**
   * Adds articles one after the other as they come, taking the next when the last is in and written. The promise is rejected, with those
   * before it in, where one cannot be written.
   */
  addAll(articles: Iterable<Article> | AsyncIterable<Article>, options: AddAllOptions = {}): Promise<AddedAll> {
    return addInTurn(
      articles,
      options,
      (article, place) => this.#checkNew(article, place),
      (input) => this.#put('add', input),
    )
  }

  /** What `add` would say of an article, without adding it; as `StoryIndex.query`. */
  query(article: Article): Placement {
    this.#clock.read()
    return this.#index.query(article)
  }

  /**
   * Takes an article out; null where it is not in.
   *
   * @throws WirecopyError when that cannot be written or the index is `closed`; nothing has changed then
   */
  remove(id: string): Removed | null {
    if (!this.has(id)) return null
    this.#write({ kind: 'remove', id })
    return this.#afterChange(() => this.#index.remove(id))
  }

  /**
   * Takes out all articles published before a time, those of unknown date staying; without a time, all that are older than `keepDays` and
   * have not left yet.
   *
   * @throws WirecopyError when the time is none, this cannot be written or the index is `closed`; nothing has changed then
   */
  expire(before?: Date | number | string): Removed {
    const moment = before === undefined ? null : readMoment(before)
    if (before !== undefined && moment === null)
      throw new WirecopyError(
        'bad-option',
        'before must be a Date, epoch milliseconds or ISO 8601 text',
        null,
        'before',
      )
    if (moment === null) this.#clock.read()
    this.#write({ kind: 'expire', before: moment })
    return this.#afterChange(() => this.#index.expire(moment ?? undefined))
  }

  /** The story of an id, or of one that has merged with another; null where there is none. Later changes do not change it. */
  cluster(id: string): Cluster | null {
    return this.#index.cluster(id)
  }

  /** All stories, or some: those that most outlets carry first. Later changes do not change them. */
  clusters(filter: ClusterFilter = {}): Cluster[] {
    return this.#index.clusters(filter)
  }

  /**
   * Calls back with what becomes of stories, after each change is written and made; as `StoryIndex.subscribe`. What was told before is
   * not told again when the folder is opened.
   */
  subscribe(listener: (event: StoryEvent) => void): () => void {
    return this.#index.subscribe(listener)
  }

  /**
   * Writes the whole index down and begins a new log, so that the folder opens faster and takes less room. Is done of itself when the log
   * has grown beyond `logLimit`.
   *
   * @throws WirecopyError `disk-full` or `file-failed`, and the former snapshot and the log are in use still; `closed`
   */
  snapshot(): void {
    this.#checkOpen()
    this.#folder.snapshot(this.#index.toChunks())
    this.#snapshotAt = this.#logLimit
  }

  /**
   * Brings what is written to the disk, also where `sync` is `never`, and gives the folder free. The index can be read still.
   *
   * @throws WirecopyError `disk-full` or `file-failed` where the system could not; the folder is free all the same
   */
  close(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    try {
      this.#folder.close()
    } finally {
      this.#lock.release()
    }
  }

  #check(article: unknown, place: number | null): CheckedInput {
    return checkInput(article, place, this.#options, this.#clock.read())
  }

  #checkNew(article: unknown, place: number | null): CheckedInput {
    const input = this.#check(article, place)
    checkNew(input, this)
    return input
  }

  /** Makes of an article just what reading the log makes of it. */
  #put(kind: 'add' | 'update', { checked, warnings }: CheckedInput): Added {
    const article = articleToWrite(checked)
    this.#write({ kind, article })
    return this.#afterChange(() => ({ ...this.#index[kind](article), warnings }))
  }

  #write(change: Change): void {
    this.#checkOpen()
    if (this.#folder.isBroken) this.snapshot()
    this.#folder.append({ ...encodeChange(change), arrived: this.#clock.time })
  }

  /** Makes a change that is written; what a listener throws comes after all that is to be done. */
  #afterChange<Outcome>(make: () => Outcome): Outcome {
    try {
      return make()
    } finally {
      this.#snapshotWhereDue()
    }
  }

  #snapshotWhereDue(): void {
    if (this.#isClosed || this.#folder.logSize <= this.#snapshotAt) return
    try {
      this.snapshot()
    } catch (error) {
      this.#snapshotAt = this.#folder.logSize + this.#logLimit
      const { onSnapshotError = warnOfSnapshot } = this.#options
      onSnapshotError(error)
    }
  }

  #checkOpen(): void {
    if (this.#isClosed) throw new WirecopyError('closed', `${this.#folder.path}: the index is closed`)
  }
}

/** The caller's clock, which says to the index what it says when a change is written, and again when that is read. */
class ReplayedClock {
  readonly #now: (() => number) | undefined
  #time = 0

  constructor(now: (() => number) | undefined) {
    this.#now = now
  }

  /** The time of the change at hand; 0 where there is no clock. */
  get time(): number {
    return this.#time
  }

  /** The clock for the index, where there is one. */
  get option(): { readonly now?: () => number } {
    return this.#now ? { now: () => this.#time } : {}
  }

  /** Reads the caller's clock, for a change that begins. */
  read(): number | null {
    const time = readClock(this.#now)
    if (time !== null) this.#time = time
    return time
  }

  set(time: number): void {
    this.#time = time
  }
}

/** Checks options; gives those without which the changes in a log cannot be made again alike, as JSON. */
function checkOptions(folder: string, options: FileIndexOptions): { settings: string; windowDays: number } {
  const { windowDays } = checkIndexOptions(options)
  const { sync, logLimit, onSnapshotError, texts, keepDays, keepBy, now } = options
  const bad = (option: string, expected: string) =>
    new WirecopyError('bad-option', `option ${option} ${expected}`, null, option)
  if (typeof folder !== 'string' || folder === '') throw bad('folder', 'must be a path')
  if (typeof texts === 'function') throw bad('texts', "must be 'plain' or 'compressed', as the folder has the texts")
  if (sync !== undefined && sync !== 'each' && sync !== 'never') throw bad('sync', "must be 'each' or 'never'")
  if (logLimit !== undefined && !(typeof logLimit === 'number' && logLimit > 0))
    throw bad('logLimit', 'must be a number of bytes above 0')
  if (onSnapshotError !== undefined && typeof onSnapshotError !== 'function')
    throw bad('onSnapshotError', 'must be a function')
  const written = (days: number) => (Number.isFinite(days) ? days : 'Infinity')
  const kept = keepDays === undefined ? {} : { keepDays: written(keepDays), keepBy: keepBy ?? 'published' }
  const settings = { windowDays: written(windowDays), ...kept, ...(now && { hasClock: true }) }
  return { settings: JSON.stringify(settings), windowDays }
}

/** Makes a folder, so that it is there after a loss of power too. */
function makeFolder(path: string): void {
  const first = mkdirSync(path, { recursive: true })
  if (first === undefined) return
  for (let made = path; made.length >= first.length; made = dirname(made)) files.syncFolder(dirname(made))
}

function warnOfSnapshot(error: unknown): void {
  process.emitWarning(error instanceof Error ? error : String(error))
}
