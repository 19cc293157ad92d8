// A file or stream of parts, each with its length and checksum, so that what is cut off or changed is found out before it is used: as
// in PNG (ISO 15948, 5.3). It begins with a signature and a version, and ends with a part of no length.
import { WirecopyError } from '../article/error.js'
import { crc32 } from './crc32.js'

// Nine bits, a carriage return and a line feed, which what is no binary transfer changes.
const signature = Uint8Array.of(0x93, 0x57, 0x49, 0x52, 0x45, 0x43, 0x4f, 0x50, 0x59, 0x0d, 0x0a)
const headLength = signature.length + 1
const frameHead = 8
/** The longest part: beyond any article. */
const longest = 1 << 28

/** The error for bytes that are no snapshot, or a damaged one. */
export const badSnapshot = (message: string) => new WirecopyError('bad-snapshot', message)

/** Gives parts as chunks of bytes. */
export function* written(version: number, parts: Iterable<Uint8Array>): Generator<Uint8Array<ArrayBuffer>> {
  const head = new Uint8Array(headLength)
  head.set(signature)
  head[signature.length] = version
  yield head
  for (const part of parts) if (part.length > 0) yield frame(part)
  yield frame(new Uint8Array(0))
}

function frame(part: Uint8Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(frameHead + part.length)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, part.length, true)
  bytes.set(part, frameHead)
  view.setUint32(4, checksumOf(part.length, part), true)
  return bytes
}

/** Of the length too, so that no run of zeros is a part. */
const checksumOf = (length: number, part: Uint8Array) => (crc32(part) ^ Math.imul(length + 1, 0x9e3779b1)) >>> 0

/**
 * Gives the parts of chunks, however they were cut.
 *
 * @throws WirecopyError `bad-snapshot` for what is foreign, newer, changed or cut off
 */
export function* read(version: number, chunks: Iterable<Uint8Array>): Generator<Uint8Array> {
  const source = new Joined(chunks)
  const head = source.take(headLength)
  if (!head || !signature.every((byte, k) => head[k] === byte))
    throw badSnapshot('these bytes are no snapshot of a wirecopy index')
  const found = head[signature.length] as number
  if (found !== version)
    throw badSnapshot(
      found > version
        ? `the snapshot is of format ${found}, which a later version of wirecopy wrote; this one reads format ${version}`
        : `the snapshot is of format ${found}, which an earlier version of wirecopy wrote; this one reads format ${version}`,
    )
  for (;;) {
    const at = source.taken
    const start = source.take(frameHead)
    if (!start) throw badSnapshot(`the snapshot is cut off after ${at} bytes`)
    const view = new DataView(start.buffer, start.byteOffset)
    const [length, checksum] = [view.getUint32(0, true), view.getUint32(4, true)]
    const part = length <= longest ? source.take(length) : null
    if (!part) throw badSnapshot(`the snapshot is cut off or damaged after ${at} bytes`)
    if (checksumOf(length, part) !== checksum) throw badSnapshot(`the snapshot is damaged after ${at} bytes`)
    if (length === 0) break
    yield part
  }
  if (source.take(1)) throw badSnapshot('the snapshot goes on after its end')
}

/** Bytes that come in chunks. */
class Joined {
  readonly #chunks: Iterator<Uint8Array>
  #rest: Uint8Array = new Uint8Array(0)
  taken = 0

  constructor(chunks: Iterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.iterator]()
  }

  /** The next so many bytes, or null where there are not so many. */
  take(count: number): Uint8Array | null {
    const pieces: Uint8Array[] = []
    let missing = count
    while (missing > 0) {
      if (this.#rest.length === 0) {
        const { done, value } = this.#chunks.next()
        if (done) return null
        if (!(value instanceof Uint8Array))
          throw new WirecopyError('bad-input', 'a snapshot is read from bytes, which are a Uint8Array', null, 'bytes')
        this.#rest = value
        continue
      }
      const piece = this.#rest.subarray(0, missing)
      pieces.push(piece)
      this.#rest = this.#rest.subarray(piece.length)
      missing -= piece.length
    }
    this.taken += count
    const [only] = pieces
    return pieces.length === 1 && only ? only : joined(pieces, count)
  }
}

/** Bytes in one piece. */
export function joined(pieces: Iterable<Uint8Array>, length: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}
