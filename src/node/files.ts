// The file operations that a folder of stories is written with, so that tests can put in their place a disk that is full, fails or
// loses what was not synced. Synchronous, as StoryIndex is. What fails throws the system's error.
import {
  closeSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs'
import { WirecopyError } from '../article/error.js'

/** An open file. */
export type FileNumber = number

export interface Files {
  /** The names in a folder. */
  names(folder: string): string[]
  /** Makes an empty file, in the place of one of that name, and opens it to read and write. */
  create(path: string): FileNumber
  /** Opens a file to read and write. */
  open(path: string): FileNumber
  size(file: FileNumber): number
  /** Reads into a buffer from a position; gives how many bytes there were. */
  read(file: FileNumber, into: Uint8Array, position: number): number
  /** Writes at a position; gives how many bytes were taken, which on a disk that is nearly full are not all. */
  write(file: FileNumber, bytes: Uint8Array, position: number): number
  /** Cuts a file to a length. */
  cut(file: FileNumber, length: number): void
  /** Returns when what was written is on the disk, so that it survives a loss of power. */
  sync(file: FileNumber): void
  close(file: FileNumber): void
  rename(from: string, to: string): void
  remove(path: string): void
  /** Returns when names that were made, changed and removed in a folder are so on the disk. */
  syncFolder(folder: string): void
}

/** The files of this machine. */
export const files: Files = {
  names: (folder) => readdirSync(folder),
  create: (path) => openSync(path, 'w+'),
  open: (path) => openSync(path, 'r+'),
  size: (file) => fstatSync(file).size,
  read: (file, into, position) => readSync(file, into, 0, into.length, position),
  write: (file, bytes, position) => writeSync(file, bytes, 0, bytes.length, position),
  cut: ftruncateSync,
  sync: fdatasyncSync,
  close: closeSync,
  rename: renameSync,
  remove: unlinkSync,
  syncFolder(folder) {
    // Windows opens no folder as a file, and writes names through.
    if (process.platform === 'win32') return
    const file = openSync(folder, 'r')
    try {
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
  },
}

/** Writes all of some bytes. */
export function writeWhole({ write }: Files, file: FileNumber, bytes: Uint8Array, position: number): void {
  for (let done = 0; done < bytes.length; ) {
    const taken = write(file, done === 0 ? bytes : bytes.subarray(done), position + done)
    if (taken === 0) throw new WirecopyError('file-failed', 'the system takes no more bytes')
    done += taken
  }
}

/** Fills a buffer from a position; whether there were bytes enough. */
export function readWhole({ read }: Files, file: FileNumber, into: Uint8Array, position: number): boolean {
  for (let done = 0; done < into.length; ) {
    const had = read(file, done === 0 ? into : into.subarray(done), position + done)
    if (had === 0) return false
    done += had
  }
  return true
}

/** Closes and removes what could not be finished, as well as that goes. */
export function discard(files: Files, file: FileNumber, path: string): void {
  try {
    files.close(file)
    files.remove(path)
  } catch {
    // What made it fail is told; what is left is removed when the folder is next opened.
  }
}
