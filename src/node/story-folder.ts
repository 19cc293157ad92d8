// A folder of snapshots and logs, and how it is brought from one state to the next so that a crash at any moment leaves either.
//
//   wirecopy-N.snapshot  the index as it was when log N began; there is none for the first log
//   wirecopy-N.log       the changes since
//   *.new                a file that is being written
//
// The state is the newest snapshot that can be read and the logs from its number on. A new snapshot is made so:
//
//   1. it is written and synced under another name
//   2. its log is made, without changes yet, and the folder synced: there is no snapshot without its log
//   3. changes go into the new log from now on
//   4. the snapshot gets its name, and the folder is synced
//   5. older files are removed
//
// After a crash before 4 the former snapshot and both logs give the state; after it, the new snapshot and the new log.
import { basename, join } from 'node:path'
import { WirecopyError } from '../article/error.js'
import type { Files } from './files.js'
import type { LogRecord } from './log-record.js'
import { refusal } from './refusal.js'
import { readSnapshot, writeSnapshot } from './snapshot-file.js'
import { type LogOptions, WriteAheadLog } from './write-ahead-log.js'

const snapshotName = /^wirecopy-(\d{1,15})\.snapshot$/
const logName = /^wirecopy-(\d{1,15})\.log$/
const unfinishedName = /^wirecopy-\d{1,15}\.(?:snapshot|log)\.new$/

/** How a folder is read. */
export interface Reading<Index> {
  /** Makes the index of a snapshot, or an empty one. Throws `bad-snapshot` where it is none. */
  readonly start: (chunks: Iterable<Uint8Array> | null) => Index
  /** Makes a change again. */
  readonly replay: (index: Index, record: LogRecord) => void
}

/** What was found in a folder. */
export interface Recovery {
  /** How many changes were made again from the log. */
  readonly replayed: number
  /** How many bytes of a change that was not finished were cut off. */
  readonly cutBytes: number
}

export class StoryFolder {
  readonly path: string
  readonly #files: Files
  readonly #options: LogOptions
  /** The number of the snapshot in use, or of the first log. */
  #base: number
  /** The number of the log in use. */
  #current: number
  #log: WriteAheadLog

  private constructor(
    files: Files,
    path: string,
    options: LogOptions,
    base: number,
    current: number,
    log: WriteAheadLog,
  ) {
    this.#files = files
    this.path = path
    this.#options = options
    this.#base = base
    this.#current = current
    this.#log = log
  }

  /**
   * Reads a folder, or begins in an empty one. Nothing is changed in it before all is read.
   *
   * @throws WirecopyError `bad-snapshot`, `bad-log` or `bad-option` where a file cannot be used; `disk-full` or `file-failed`
   */
  static recover<Index>(
    files: Files,
    path: string,
    options: LogOptions,
    { start, replay }: Reading<Index>,
  ): { folder: StoryFolder; index: Index; recovery: Recovery } {
    const names = files.names(path)
    const logs = numbersOf(names, logName)
    const snapshots = numbersOf(names, snapshotName)
    const first = logs[0] ?? snapshots[0]
    if (first === undefined) {
      const index = start(null)
      const log = beginLog(files, path, 1, options)
      return { folder: new StoryFolder(files, path, options, 1, 1, log), index, recovery: { replayed: 0, cutBytes: 0 } }
    }
    const { index, base } = startIndex(files, path, snapshots, logs, start)
    const open: WriteAheadLog[] = []
    try {
      let replayed = 0
      for (const number of logs.slice(logs.indexOf(base))) {
        const log = WriteAheadLog.open(files, logPath(path, number), options, (record, offset) => {
          try {
            replay(index, record)
          } catch (error) {
            const why = error instanceof Error ? error.message : String(error)
            throw new WirecopyError(
              'bad-log',
              `${logPath(path, number)}: the record at byte ${offset} cannot be used: ${why}`,
            )
          }
          replayed++
        })
        const torn = open.find(({ tornBytes }) => tornBytes > 0)
        open.push(log)
        if (torn && log.size > 0)
          throw new WirecopyError('bad-log', `${torn.path}: is cut off, and a later log goes on`)
      }
      const cutBytes = open.reduce((sum, log) => sum + log.tornBytes, 0)
      const log = open.at(-1)
      if (!log) throw new WirecopyError('bad-log', `${logPath(path, base)}: is missing`)
      // What was read may not be on the disk yet, where a process died and the machine went on: names least of all.
      for (const one of open) one.cutTorn()
      for (const one of open) one.sync()
      files.syncFolder(path)
      for (const one of open) if (one !== log) one.close()
      const folder = new StoryFolder(files, path, options, base, logs.at(-1) ?? base, log)
      folder.#removeOld()
      return { folder, index, recovery: { replayed, cutBytes } }
    } catch (error) {
      for (const log of open) log.close()
      throw error
    }
  }

  /** How many bytes of changes the log in use has. */
  get logSize(): number {
    return this.#log.size
  }

  /** Whether nothing can be appended until there is a new snapshot. */
  get isBroken(): boolean {
    return this.#log.isBroken
  }

  /** Whether the log is of other settings, without a change yet: a snapshot begins one of those given. */
  get isOfOtherSettings(): boolean {
    return this.#log.settings !== this.#options.settings
  }

  /** @throws WirecopyError `disk-full` or `file-failed`; the change is not in the log then */
  append(record: LogRecord): void {
    this.#log.append(record)
  }

  /**
   * Writes a snapshot of the index as the log has it, and begins a new log.
   *
   * @throws WirecopyError `disk-full` or `file-failed`; the former snapshot and all changes are in use then
   */
  snapshot(chunks: Iterable<Uint8Array>): void {
    const next = this.#current + 1
    const snapshot = join(this.path, `wirecopy-${next}.snapshot`)
    try {
      writeSnapshot(this.#files, `${snapshot}.new`, chunks)
      const former = this.#log
      const { isBroken } = former
      if (!isBroken) former.sync()
      const log = beginLog(this.#files, this.path, next, this.#options)
      // A broken log has no successor before the snapshot says that it is not needed.
      if (!isBroken) this.#goOnWith(log, next)
      try {
        this.#files.rename(`${snapshot}.new`, snapshot)
      } catch (error) {
        if (isBroken) log.close()
        throw error
      }
      if (isBroken) this.#goOnWith(log, next)
      this.#files.syncFolder(this.path)
    } catch (error) {
      this.#removeQuietly(`${snapshot}.new`)
      throw refusal(error, `${snapshot}: the snapshot was not made`)
    }
    this.#base = next
    this.#removeOld()
  }

  /** Returns when all is on the disk, and the files are closed. */
  close(): void {
    try {
      if (!this.#log.isBroken) this.#log.sync()
    } finally {
      this.#log.close()
    }
  }

  #goOnWith(log: WriteAheadLog, number: number): void {
    this.#log.close()
    this.#log = log
    this.#current = number
  }

  /** Removes what is no longer needed. */
  #removeOld(): void {
    for (const name of this.#files.names(this.path)) {
      const number = Number((snapshotName.exec(name) ?? logName.exec(name))?.[1] ?? Number.NaN)
      if (number < this.#base || unfinishedName.test(name)) this.#removeQuietly(join(this.path, name))
    }
  }

  /** What cannot be removed does no harm but that it takes room, until that is tried again after the next snapshot. */
  #removeQuietly(path: string): void {
    try {
      this.#files.remove(path)
    } catch {}
  }
}

const logPath = (folder: string, number: number) => join(folder, `wirecopy-${number}.log`)

/** The numbers of files of a kind, the lowest first. */
function numbersOf(names: readonly string[], form: RegExp): number[] {
  return names
    .flatMap((name) => form.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((x, y) => x - y)
}

function beginLog(files: Files, folder: string, number: number, options: LogOptions): WriteAheadLog {
  const path = logPath(folder, number)
  try {
    const log = WriteAheadLog.create(files, path, options)
    try {
      files.syncFolder(folder)
    } catch (error) {
      log.close()
      throw error
    }
    return log
  } catch (error) {
    throw refusal(error, path)
  }
}

/** Makes the index of the newest snapshot that can be read and is followed by all its logs; its first damage is told where there is none. */
function startIndex<Index>(
  files: Files,
  folder: string,
  snapshots: readonly number[],
  logs: readonly number[],
  start: Reading<Index>['start'],
): { readonly index: Index; readonly base: number } {
  let damage: WirecopyError | null = null
  for (const base of [...snapshots].reverse()) {
    const missing = firstMissing(base, logs, snapshots)
    if (missing !== null) {
      damage ??= new WirecopyError('bad-log', `${logPath(folder, missing)}: is missing`)
      continue
    }
    const path = join(folder, `wirecopy-${base}.snapshot`)
    try {
      return { index: start(readSnapshot(files, path)), base }
    } catch (error) {
      if (!(error instanceof WirecopyError) || error.code !== 'bad-snapshot') throw error
      damage ??= new WirecopyError('bad-snapshot', `${path}: ${error.message}`)
    }
  }
  const missing = firstMissing(1, logs, snapshots)
  if (missing === null) return { index: start(null), base: 1 }
  throw (
    damage ??
    new WirecopyError('bad-snapshot', `${basename(folder)}: there is no snapshot for ${logPath(folder, logs[0] ?? 1)}`)
  )
}

/** The first log that should be there and is not: they go on without gap, to that of the newest snapshot at least. */
function firstMissing(base: number, logs: readonly number[], snapshots: readonly number[]): number | null {
  const last = Math.max(logs.at(-1) ?? 0, snapshots.at(-1) ?? 0)
  for (let number = base; number <= last; number++) if (!logs.includes(number)) return number
  return null
}
