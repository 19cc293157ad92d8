// One owner for a folder. Node has no flock, so the owner listens at a socket in the folder: the system lets go of it when the process
// ends, however it ends, and whoever connects learns at once whether the owner lives. A file with a process id would need guesses: an id
// may be another process's by now, and means nothing in another container that has the same volume. A socket is asked through the file,
// so that containers of one machine exclude each other; machines that share a network disk do not.
//
// What remains is two processes that both find an owner dead. If either removed the dead lock and made its own, the slower could remove
// the live one. So locks are numbered, `wirecopy-N.lock`, and the owner is who listens at the highest:
//
//   - whoever finds the highest, N, dead makes N + 1, which succeeds for one alone (link(2) fails where the name is taken);
//   - it makes a socket that already listens appear under that name, so that no lock looks dead before it lives;
//   - having made it, it looks again: where there is a higher one by now, others were faster, and it withdraws;
//   - only then does it remove lower ones. The highest is never removed, not even when it is given back: so no number comes twice, and
//     who was slow meets a higher one.
//
// On Windows the owner listens at a named pipe, which one process alone can make and which ends with it.
import { createHash, randomBytes } from 'node:crypto'
import { linkSync, mkdtempSync, readdirSync, realpathSync, rmdirSync, symlinkSync, unlinkSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { WirecopyError } from '../article/error.js'
import { isListening } from './is-listening.js'
import { refusal } from './refusal.js'

const lockName = /^wirecopy-(\d{1,15})\.lock$/
const unfinishedName = /^wirecopy-[\da-f]{12}\.lock\.new$/

/** The right to a folder, until it is released or the process ends. */
export class FolderLock {
  readonly #server: Server

  private constructor(server: Server) {
    this.#server = server
  }

  /**
   * Takes the lock of a folder that is there.
   *
   * @throws WirecopyError `locked` where it has an owner; `file-failed` where the folder takes no socket
   */
  static take(folder: string): FolderLock {
    try {
      return new FolderLock(process.platform === 'win32' ? takePipe(folder) : takeSocket(realpathSync(folder)))
    } catch (error) {
      throw refusal(error, folder)
    }
  }

  /** Gives it back; others can have it when this returns. */
  release(): void {
    this.#server.close()
  }
}

const locked = (folder: string) =>
  new WirecopyError('locked', `${folder}: is in use, by another process or by an index that this one has not closed`)

function takePipe(folder: string): Server {
  const name = createHash('sha256').update(realpathSync.native(folder).toLowerCase()).digest('hex')
  const server = listenAt(`\\\\.\\pipe\\wirecopy-${name}`)
  if (!server) throw locked(folder)
  return server
}

function takeSocket(folder: string): Server {
  // Each round that ends without an answer means that another process came further meanwhile.
  for (;;) {
    const highest = highestLock(folder)
    if (highest > 0 && withShortPath(folder, (short) => isListening(lockPath(short, highest)))) throw locked(folder)
    const server = makeLock(folder, highest + 1)
    if (!server) continue
    if (highestLock(folder) > highest + 1) {
      removeQuietly(lockPath(folder, highest + 1))
      server.close()
      continue
    }
    for (const name of readdirSync(folder))
      if (numberOf(name) <= highest || unfinishedName.test(name)) removeQuietly(join(folder, name))
    return server
  }
}

/** A socket that listens as the lock of a number, or null where that was made before. */
function makeLock(folder: string, number: number): Server | null {
  const unfinished = `wirecopy-${randomBytes(6).toString('hex')}.lock.new`
  const server = withShortPath(folder, (short) => listenAt(join(short, unfinished)))
  if (!server) throw new WirecopyError('file-failed', `${folder}: a socket, which is its lock, cannot be made in it`)
  try {
    linkSync(join(folder, unfinished), lockPath(folder, number))
    return server
  } catch (error) {
    server.close()
    // The owner removes what is unfinished, also where somebody is at it.
    if (error instanceof Error && 'code' in error && (error.code === 'EEXIST' || error.code === 'ENOENT')) return null
    throw error
  } finally {
    removeQuietly(join(folder, unfinished))
  }
}

/** A server that listens at a path and does not keep the process from ending; null where that is not possible. */
function listenAt(path: string): Server | null {
  const server = createServer((socket) => socket.destroy())
  // Comes later than the answer below.
  server.on('error', () => {})
  // Exclusive, or else a cluster's primary process would listen for all of its workers.
  server.listen({ path, exclusive: true })
  server.unref()
  return server.listening ? server : null
}

// Systems take from 104 bytes, and Node cuts off what is more; a lock's own name takes up to 31.
const longestFolder = 70

/** Calls with a path to a folder that is short enough for sockets in it: where its own is not, one through a link that is removed after. */
function withShortPath<Answer>(folder: string, use: (short: string) => Answer): Answer {
  if (Buffer.byteLength(folder) <= longestFolder) return use(folder)
  const temporary = mkdtempSync(join(tmpdir(), 'wirecopy-'))
  const short = join(temporary, 'f')
  try {
    if (Buffer.byteLength(short) > longestFolder)
      throw new WirecopyError('file-failed', `${temporary}: is too long a name for the folder of temporary files`)
    symlinkSync(folder, short)
    return use(short)
  } finally {
    removeQuietly(short)
    rmdirSync(temporary)
  }
}

const lockPath = (folder: string, number: number) => join(folder, `wirecopy-${number}.lock`)
const numberOf = (name: string) => Number(lockName.exec(name)?.[1] ?? Number.NaN)
const highestLock = (folder: string) => Math.max(0, ...readdirSync(folder).map((name) => numberOf(name) || 0))

function removeQuietly(path: string): void {
  try {
    unlinkSync(path)
  } catch {}
}
