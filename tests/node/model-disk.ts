// A disk in memory that fails on purpose: it stops in the middle of an operation, is full, cannot sync, and forgets at a loss of power
// what was not synced: of each file what was written last, or a part of it; of each name, what became of it.

import type { Random } from '../../bench/random.js'
import type { FileNumber, Files } from '../../src/node/files.js'

/** What stops an operation for good, as the end of the process does. */
export class Crash extends Error {}

interface Content {
  bytes: Buffer
  synced: Buffer
  /** States since the last sync. */
  unsynced: Buffer[]
}

const systemError = (code: string) => Object.assign(new Error(`${code}: made by a test`), { code, syscall: 'write' })

export class ModelDisk implements Files {
  /** After how many operations it stops; an operation that writes is done in part then. */
  crashAfter = Number.POSITIVE_INFINITY
  /** How many bytes there is room for. */
  room = Number.POSITIVE_INFINITY
  /** The next syncs fail. */
  failsToSync = false
  operations = 0
  random: Random = Math.random
  #names = new Map<string, Content>()
  #syncedNames = new Map<string, Content>()
  #open = new Map<FileNumber, Content>()
  #next = 1

  /** The machine is started anew: after the end of the process alone, or after a loss of power. */
  restart(losesPower: boolean): void {
    this.crashAfter = Number.POSITIVE_INFINITY
    this.operations = 0
    this.#open.clear()
    if (!losesPower) return
    const names = new Set([...this.#names.keys(), ...this.#syncedNames.keys()])
    const left = new Map<string, Content>()
    for (const name of names) {
      const content = (this.random() < 0.5 ? this.#names : this.#syncedNames).get(name)
      if (content) left.set(name, content)
    }
    for (const content of new Set(left.values())) {
      const states = [content.synced, ...content.unsynced]
      const state = states[Math.floor(this.random() * states.length)] ?? content.synced
      content.bytes = Buffer.from(state)
      content.synced = content.bytes
      content.unsynced = []
    }
    this.#names = left
    this.#syncedNames = new Map(left)
  }

  get namesInUse(): string[] {
    return [...this.#names.keys()].sort()
  }

  names(folder: string): string[] {
    this.#step()
    return [...this.#names.keys()]
      .filter((name) => name.startsWith(folder))
      .map((name) => name.slice(folder.length + 1))
  }

  create(path: string): FileNumber {
    this.#step()
    const content = this.#names.get(path) ?? { bytes: Buffer.alloc(0), synced: Buffer.alloc(0), unsynced: [] }
    this.#set(content, Buffer.alloc(0))
    this.#names.set(path, content)
    return this.#opened(content)
  }

  open(path: string): FileNumber {
    this.#step()
    const content = this.#names.get(path)
    if (!content) throw systemError('ENOENT')
    return this.#opened(content)
  }

  size(file: FileNumber): number {
    return this.#content(file).bytes.length
  }

  read(file: FileNumber, into: Uint8Array, position: number): number {
    return this.#content(file).bytes.copy(into, 0, position, position + Math.min(into.length, 1000))
  }

  write(file: FileNumber, bytes: Uint8Array, position: number): number {
    const isLast = this.operations + 1 >= this.crashAfter
    const taken = isLast ? Math.floor(this.random() * bytes.length) : Math.min(bytes.length, this.room)
    if (taken === 0 && !isLast) throw systemError('ENOSPC')
    const content = this.#content(file)
    const grown = Buffer.alloc(Math.max(content.bytes.length, position + taken))
    content.bytes.copy(grown)
    grown.set(bytes.subarray(0, taken), position)
    this.room -= grown.length - content.bytes.length
    this.#set(content, grown)
    // A loss of power may leave a part of it, or its length alone.
    content.unsynced.push(grown.subarray(0, position + Math.floor(taken / 2)))
    const zeros = Buffer.from(grown)
    zeros.fill(0, position, position + taken)
    content.unsynced.push(zeros)
    this.#step()
    return taken
  }

  cut(file: FileNumber, length: number): void {
    this.#step()
    const content = this.#content(file)
    this.room += content.bytes.length - length
    this.#set(content, Buffer.from(content.bytes.subarray(0, length)))
  }

  sync(file: FileNumber): void {
    this.#step()
    if (this.failsToSync) throw systemError('EIO')
    const content = this.#content(file)
    content.synced = content.bytes
    content.unsynced = []
  }

  close(file: FileNumber): void {
    this.#open.delete(file)
  }

  rename(from: string, to: string): void {
    this.#step()
    const content = this.#names.get(from)
    if (!content) throw systemError('ENOENT')
    this.#names.delete(from)
    this.#names.set(to, content)
  }

  remove(path: string): void {
    this.#step()
    this.room += this.#names.get(path)?.bytes.length ?? 0
    if (!this.#names.delete(path)) throw systemError('ENOENT')
  }

  syncFolder(): void {
    this.#step()
    this.#syncedNames = new Map(this.#names)
  }

  #set(content: Content, bytes: Buffer): void {
    content.bytes = bytes
    content.unsynced.push(bytes)
  }

  #opened(content: Content): FileNumber {
    this.#open.set(this.#next, content)
    return this.#next++
  }

  #content(file: FileNumber): Content {
    const content = this.#open.get(file)
    if (!content) throw systemError('EBADF')
    return content
  }

  #step(): void {
    if (++this.operations >= this.crashAfter) throw new Crash('stopped')
  }
}
