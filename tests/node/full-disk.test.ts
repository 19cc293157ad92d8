// A disk that is really full, as a small one in memory where the system lets us mount one, and a real limit of the length of files: each
// takes a part of a record before it refuses.
import { execFileSync, spawnSync } from 'node:child_process'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Bundle } from '../bundle.js'
import { newFolder, removeFolders } from './folders.js'
import { bundle } from './script.js'

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 })

let script: Bundle
beforeAll(async () => {
  script = await bundle('full-disk/child.ts')
})
afterAll(() => {
  script.remove()
  removeFolders()
})

const shell = (command: string, folder: string) =>
  JSON.parse(execFileSync('sh', ['-c', command, process.execPath, script.path, folder], { encoding: 'utf8' }))
// In a namespace of its own, so that it is gone with the process.
const canMount = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'tmpfs', '/mnt']).status === 0

describe.skipIf(process.platform === 'win32')('a change for which there is no room', () => {
  it('in a file under a limit is refused, whole, and made after a snapshot', () => {
    expect(shell('ulimit -f 64; exec "$0" "$1" "$2"', newFolder())).toMatchObject({
      refused: 'disk-full',
      again: 'disk-full',
      isCut: true,
      isAsBefore: true,
      later: null,
      isKept: true,
      replayed: 1,
      cutBytes: 0,
    })
  })

  it.skipIf(!canMount)('on a full disk is refused, whole, and made when there is room', () => {
    const mount = 'mount -t tmpfs -o size=200k tmpfs "$2" && exec "$0" "$1" "$2/stories" "$2/ballast"'
    expect(shell(`exec unshare -rm sh -c '${mount}' "$0" "$1" "$2"`, newFolder())).toMatchObject({
      refused: 'disk-full',
      again: 'disk-full',
      isCut: true,
      isAsBefore: true,
      snapshotRefused: 'disk-full',
      later: null,
      isKept: true,
      cutBytes: 0,
    })
  })
})
