// A file of records that only grows at its end: an append is whole or did not happen. (Gray and Reuter, Transaction Processing, 1993.)
//
//   12  'wirecopy-log'
//    4  version, little-endian
//    …  a record of kind 0: the settings under which the changes were made, as JSON
//    …  records of changes
//
// A process that dies while it writes leaves a part of one record at the end: that was never acknowledged, and is cut off. Anything
// else that cannot be read is damage, which is told and not mended: what follows it may be all that is left of somebody's stories.
import { WirecopyError } from '../article/error.js'
import { discard, type FileNumber, type Files, readWhole, writeWhole } from './files.js'
import { decodeRecord, encodeRecord, headLength, type LogRecord, mark, payloadLength } from './log-record.js'
import { refusal } from './refusal.js'

const magic = Buffer.from('wirecopy-log')
const version = 1
const settingsKind = 0
const longestScan = 1 << 20

/** What a log is written with. */
export interface LogOptions {
  /** Settings without which its changes cannot be made again alike, as JSON. */
  readonly settings: string
  /** Whether an append is to survive a loss of power. */
  readonly isSynced: boolean
}

export class WriteAheadLog {
  readonly path: string
  /** Those that it was made with. */
  readonly settings: string
  readonly #files: Files
  readonly #file: FileNumber
  readonly #isSynced: boolean
  /** Where the first record of a change begins, and where the next one will. */
  readonly #start: number
  #end: number
  #isBroken = false

  private constructor(files: Files, path: string, options: LogOptions, file: FileNumber, start: number, end: number) {
    this.#files = files
    this.path = path
    this.settings = options.settings
    this.#file = file
    this.#isSynced = options.isSynced
    this.#start = start
    this.#end = end
  }

  /** Makes a log without changes. It is whole when its name appears, so a crash leaves no half of one; its folder is not synced yet. */
  static create(files: Files, path: string, options: LogOptions): WriteAheadLog {
    const unfinished = `${path}.new`
    const file = files.create(unfinished)
    try {
      const versionBytes = Buffer.alloc(4)
      versionBytes.writeUInt32LE(version)
      const record = encodeRecord({ kind: settingsKind, arrived: 0, payload: options.settings })
      const head = Buffer.concat([magic, versionBytes, record])
      writeWhole(files, file, head, 0)
      files.sync(file)
      files.rename(unfinished, path)
      return new WriteAheadLog(files, path, options, file, head.length, head.length)
    } catch (error) {
      discard(files, file, unfinished)
      throw error
    }
  }

  /**
   * Opens a log and gives its records, the oldest first; changes nothing in it.
   *
   * @throws WirecopyError `bad-log` where it is no log, one of a newer version, or damaged; `bad-option` where it has changes that were
   * made with other settings; whatever `take` throws
   */
  static open(
    files: Files,
    path: string,
    options: LogOptions,
    take: (record: LogRecord, offset: number) => void,
  ): WriteAheadLog {
    const file = files.open(path)
    try {
      const reader = new LogReader(files, path, file)
      const { settings, start } = reader.readHead()
      if (settings !== options.settings && reader.recordAt(start))
        throw new WirecopyError(
          'bad-option',
          `${path}: has changes that were made with ${settings}, not with ${options.settings}. Open it as before, call snapshot() and ` +
            'close(), and then open it anew',
        )
      let end = start
      for (let found = reader.recordAt(end); found; found = reader.recordAt(end)) {
        take(found.record, end)
        end = found.next
      }
      reader.checkTorn(end)
      return new WriteAheadLog(files, path, { ...options, settings }, file, start, end)
    } catch (error) {
      files.close(file)
      throw error
    }
  }

  /** How many bytes of whole records of changes it has. */
  get size(): number {
    return this.#end - this.#start
  }

  /**
   * Whether what the disk has of it is unknown, because it could not be cut back or synced: it takes no more. A failed sync is not tried
   * again, as systems forget what they could not write. (Rebello and others, Can applications recover from fsync failures?, 2020.)
   */
  get isBroken(): boolean {
    return this.#isBroken
  }

  /** How many bytes of a torn record stand at the end. */
  get tornBytes(): number {
    return this.#files.size(this.#file) - this.#end
  }

  /** Cuts off a torn record. */
  cutTorn(): void {
    if (this.tornBytes > 0) this.#files.cut(this.#file, this.#end)
  }

  /**
   * Writes a record at the end.
   *
   * @throws WirecopyError `disk-full` or `file-failed`; the log is then as it was, or `isBroken`
   */
  append(record: LogRecord): void {
    if (this.#isBroken) throw new WirecopyError('file-failed', `${this.path}: an earlier failure may have damaged it`)
    const bytes = encodeRecord(record)
    let isWritten = false
    try {
      writeWhole(this.#files, this.#file, bytes, this.#end)
      isWritten = true
      if (this.#isSynced) this.#files.sync(this.#file)
    } catch (error) {
      this.#isBroken = isWritten
      this.#cutBack()
      throw refusal(error, `${this.path}: the change was not made`)
    }
    this.#end += bytes.length
  }

  /** Returns when all records are on the disk. */
  sync(): void {
    try {
      this.#files.sync(this.#file)
    } catch (error) {
      this.#isBroken = true
      throw refusal(error, this.path)
    }
  }

  close(): void {
    this.#files.close(this.#file)
  }

  #cutBack(): void {
    try {
      this.#files.cut(this.#file, this.#end)
    } catch {
      this.#isBroken = true
    }
  }
}

/** Reads a log that may be anything. */
class LogReader {
  readonly #files: Files
  readonly #path: string
  readonly #file: FileNumber
  readonly #size: number

  constructor(files: Files, path: string, file: FileNumber) {
    this.#files = files
    this.#path = path
    this.#file = file
    this.#size = files.size(file)
  }

  /** Reads what stands before the changes, and where they begin. */
  readHead(): { readonly settings: string; readonly start: number } {
    const head = this.#bytes(0, magic.length + 4)
    if (!head?.subarray(0, magic.length).equals(magic)) throw this.#bad('is no log of wirecopy')
    const written = head.readUInt32LE(magic.length)
    if (written > version)
      throw this.#bad(`is of version ${written} of the format, and this wirecopy knows those up to ${version}`)
    const found = written === version ? this.recordAt(head.length) : null
    if (found?.record.kind !== settingsKind) throw this.#bad('is damaged at its head')
    return { settings: found.record.payload, start: found.next }
  }

  /** The whole record at a place, and where it ends; null where there is none. */
  recordAt(offset: number): { readonly record: LogRecord; readonly next: number } | null {
    const head = this.#bytes(offset, headLength)
    const length = head && payloadLength(head)
    const payload = length === null ? null : this.#bytes(offset + headLength, length)
    const record = head && payload && decodeRecord(head, payload)
    return record && { record, next: offset + headLength + payload.length }
  }

  /** @throws WirecopyError where what stands at a place and behind it is more than the beginning of one record */
  checkTorn(offset: number): void {
    const head = this.#bytes(offset, headLength)
    const length = head && payloadLength(head)
    const endsWithin = length !== null && offset + headLength + length < this.#size
    if (endsWithin || this.#hasRecordAfter(offset))
      throw this.#bad(
        `the record at byte ${offset} is damaged, and it is not the last. Nothing was changed; to go on with the changes before it, ` +
          `and without those behind it, cut the file to ${offset} bytes`,
      )
  }

  #hasRecordAfter(offset: number): boolean {
    for (let from = offset + 1; from < this.#size; from += longestScan) {
      // Some more, as a mark may stand across the end.
      const bytes = this.#bytes(from, Math.min(longestScan + mark.length - 1, this.#size - from))
      if (!bytes) return false
      for (let at = bytes.indexOf(mark); at !== -1; at = bytes.indexOf(mark, at + 1))
        if (this.recordAt(from + at)) return true
    }
    return false
  }

  #bytes(from: number, length: number): Buffer | null {
    if (from + length > this.#size) return null
    const bytes = Buffer.allocUnsafe(length)
    return readWhole(this.#files, this.#file, bytes, from) ? bytes : null
  }

  #bad(what: string): WirecopyError {
    return new WirecopyError('bad-log', `${this.#path}: ${what}`)
  }
}
