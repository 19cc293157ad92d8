// Follows files as `tail -F` does: the lines that are there, then those that are appended. Looks at the files now and then, which works
// on every file system. A file that was cut short, written anew or replaced by another of its name is read from its beginning; one that is
// missing is waited for.
import type { BigIntStats } from 'node:fs'
import { type FileHandle, open, stat } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { reasonOf, UnreadableInput } from './read-articles.js'
import { type Line, LineSplitter } from './split-lines.js'

/** A line of a file. */
export interface FileLine extends Line {
  readonly file: string
}

/** How files are followed. */
export interface FollowOptions {
  /** Milliseconds from one look at the files to the next. */
  readonly interval: number
  /** Stop where the files end now. What is missing is an error then, and a last line may lack its end. */
  readonly once: boolean
  /** The longest line taken, in bytes. */
  readonly longestLine: number
  /** Ends it. */
  readonly signal: AbortSignal
  /** Told what becomes of a file, in a few words: that it is missing, or was replaced. */
  readonly note: (file: string, words: string) => void
  /** Called when all that is there has been read for the first time. */
  readonly caughtUp?: () => void
}

const bytesAtOnce = 1 << 16
// As much of what was read last as tells whether a file is still the one that was read.
const rememberedBytes = 256

/** The lines of files: of one after the other, as they are at first, then in the order in which they are seen to come. */
export async function* followLines(files: readonly string[], options: FollowOptions): AsyncGenerator<FileLine> {
  const followed = files.map((file) => new FollowedFile(file, options))
  try {
    for (let isFirst = true; !options.signal.aborted; isFirst = false) {
      for (const file of followed) yield* file.news()
      if (options.once) return
      if (isFirst) options.caughtUp?.()
      await wait(options.interval, undefined, { signal: options.signal })
    }
  } catch (error) {
    if (!options.signal.aborted) throw error
  } finally {
    for (const file of followed) await file.close()
  }
}

class FollowedFile {
  readonly #file: string
  readonly #options: FollowOptions
  readonly #splitter: LineSplitter
  readonly #buffer = Buffer.allocUnsafe(bytesAtOnce)
  #handle: FileHandle | null = null
  /** What was read up to. */
  #position = 0
  /** The bytes before it. */
  #remembered = Buffer.alloc(0)
  /** When what was read was last written to. */
  #written: bigint | null = null
  #isMissed = false

  constructor(file: string, options: FollowOptions) {
    this.#file = file
    this.#options = options
    this.#splitter = new LineSplitter(options.longestLine)
  }

  /** The lines that came since the last call. */
  async *news(): AsyncGenerator<FileLine> {
    try {
      const found = await this.#find()
      if (this.#handle) {
        const read = await this.#handle.stat({ bigint: true })
        yield* this.#appended(this.#handle, read)
        // Until another has its name, who writes may still be writing to this one.
        if (!found) return
        if (found.ino === read.ino && found.dev === read.dev) {
          this.#isMissed = false
          return
        }
        yield* this.#named(this.#splitter.end())
        await this.close()
        this.#options.note(this.#file, 'was replaced; reading the new one from its beginning')
      }
      if (!found) return
      this.#handle = await open(this.#file)
      this.#isMissed = false
      this.#startAnew()
      yield* this.#appended(this.#handle, await this.#handle.stat({ bigint: true }))
      if (this.#options.once) yield* this.#named(this.#splitter.end())
    } catch (error) {
      await this.close()
      this.#miss(error)
    }
  }

  async close(): Promise<void> {
    const handle = this.#handle
    this.#handle = null
    await handle?.close()
  }

  /** What goes by the name now; null where it is to be waited for. */
  async #find(): Promise<BigIntStats | null> {
    try {
      const found = await stat(this.#file, { bigint: true })
      if (found.isDirectory()) throw new UnreadableInput(`${this.#file}: is a folder`)
      if (!found.isFile())
        throw new UnreadableInput(`${this.#file}: is no file that can be followed; give it as standard input`)
      return found
    } catch (error) {
      this.#miss(error)
      return null
    }
  }

  #miss(error: unknown): void {
    if (error instanceof UnreadableInput) throw error
    const why = reasonOf(error)
    if (this.#options.once) throw new UnreadableInput(`${this.#file}: ${why}`)
    if (!this.#isMissed) this.#options.note(this.#file, `${why}; waiting for it`)
    this.#isMissed = true
  }

  #startAnew(): void {
    this.#position = 0
    this.#remembered = Buffer.alloc(0)
    this.#written = null
    this.#splitter.reset()
  }

  /** The lines that came since it was last read. */
  async *#appended(handle: FileHandle, { size, mtimeNs }: BigIntStats): AsyncGenerator<FileLine> {
    const place = BigInt(this.#position)
    const isTouched = size !== place || mtimeNs !== this.#written
    if (size < place || (isTouched && !(await this.#isSame(handle)))) {
      this.#options.note(this.#file, 'was written anew; reading it from its beginning')
      this.#startAnew()
    }
    this.#written = mtimeNs
    // No further than it reached when it was looked at, so that other files have their turn.
    while (this.#position < size && !this.#options.signal.aborted) {
      const { bytesRead } = await handle.read(this.#buffer, 0, bytesAtOnce, this.#position)
      if (bytesRead === 0) return
      const bytes = this.#buffer.subarray(0, bytesRead)
      this.#position += bytesRead
      this.#remembered = Buffer.concat([this.#remembered, bytes.subarray(-rememberedBytes)]).subarray(-rememberedBytes)
      yield* this.#named(this.#splitter.push(bytes))
    }
  }

  /** Whether what was read last still stands before the place. */
  async #isSame(handle: FileHandle): Promise<boolean> {
    const { length } = this.#remembered
    if (length === 0) return true
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(length), 0, length, this.#position - length)
    return bytesRead === length && buffer.equals(this.#remembered)
  }

  *#named(lines: Iterable<Line>): Generator<FileLine> {
    for (const line of lines) yield { ...line, file: this.#file }
  }
}

/** The lines of standard input or another stream, to its end. */
export async function* streamLines(
  name: string,
  stream: AsyncIterable<Uint8Array>,
  longestLine: number,
): AsyncGenerator<FileLine> {
  const splitter = new LineSplitter(longestLine)
  for await (const bytes of stream) for (const line of splitter.push(bytes)) yield { ...line, file: name }
  for (const line of splitter.end()) yield { ...line, file: name }
}
