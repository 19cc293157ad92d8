// A process that takes the lock of a folder when it is told to, at a moment that is told to others too, and gives it back.
import { writeSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { WirecopyError } from '../../../src/article/error.js'
import { FolderLock } from '../../../src/node/folder-lock.js'

const folder = process.argv[2] ?? ''
const say = (line: string) => writeSync(1, `${line}\n`)
let lock: FolderLock | null = null

function take(moment: number): string {
  while (Date.now() < moment);
  try {
    lock = FolderLock.take(folder)
    return 'taken'
  } catch (error) {
    return error instanceof WirecopyError ? error.code : String(error)
  }
}

createInterface({ input: process.stdin }).on('line', (line) => {
  if (line === 'release') {
    lock?.release()
    say('released')
  } else say(take(Number(line)))
})
say('ready')
