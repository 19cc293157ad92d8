// A snapshot as a file: the chunks that the index gives, one after the other. What they are, and whether they are whole, the index knows.
import { discard, type Files, readWhole, writeWhole } from './files.js'

const pieceLength = 1 << 20

/** Writes a snapshot that has its name, and is on the disk, only when it is whole; but for its folder, which is not synced yet. */
export function writeSnapshot(files: Files, unfinished: string, chunks: Iterable<Uint8Array>): void {
  const file = files.create(unfinished)
  try {
    let end = 0
    for (const chunk of chunks) {
      writeWhole(files, file, chunk, end)
      end += chunk.length
    }
    files.sync(file)
  } catch (error) {
    discard(files, file, unfinished)
    throw error
  }
  files.close(file)
}

/** The bytes of a snapshot, in pieces of another length than those written. */
export function* readSnapshot(files: Files, path: string): Generator<Uint8Array> {
  const file = files.open(path)
  try {
    const size = files.size(file)
    for (let from = 0; from < size; from += pieceLength) {
      const piece = new Uint8Array(Math.min(pieceLength, size - from))
      if (!readWhole(files, file, piece, from)) return
      yield piece
    }
  } finally {
    files.close(file)
  }
}
