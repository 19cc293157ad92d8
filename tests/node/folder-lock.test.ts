// The lock of a folder, between real processes: one has it, and its end frees it, whatever end that is.
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { FolderLock } from '../../src/node/folder-lock.js'
import type { Bundle } from '../bundle.js'
import { newFolder, removeFolders } from './folders.js'
import { Contender, contest } from './lock/contest.js'
import { bundle } from './script.js'

// Processes wait for processors that other tests use too.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

let script: Bundle
beforeAll(async () => {
  script = await bundle('lock/child.ts')
})
afterAll(() => {
  script.remove()
  removeFolders()
})

const isLocked = expect.objectContaining({ code: 'locked' })

describe('FolderLock', () => {
  it('is taken once, by this process or another, and can be taken at once when it was released', async () => {
    const folder = newFolder()
    const other = new Contender(script.path, folder)
    await other.hear()
    for (let round = 0; round < 3; round++) {
      const lock = FolderLock.take(folder)
      expect(() => FolderLock.take(folder)).toThrow(isLocked)
      expect(await other.ask('0')).toBe('locked')
      lock.release()
      expect(await other.ask('0')).toBe('taken')
      expect(() => FolderLock.take(folder)).toThrow(isLocked)
      expect(await other.ask('release')).toBe('released')
    }
    expect(readdirSync(folder)).toEqual(['wirecopy-6.lock'])
    expect(await other.ask('0')).toBe('taken')
    await other.kill()
    FolderLock.take(folder).release()
  })

  it('is taken of a stopped process by nobody', async () => {
    const folder = newFolder()
    const other = new Contender(script.path, folder)
    await other.hear()
    expect(await other.ask('0')).toBe('taken')
    other.process.kill('SIGSTOP')
    expect(() => FolderLock.take(folder)).toThrow(isLocked)
    await other.kill()
    FolderLock.take(folder).release()
  })

  it('of a folder of a very long name is one lock too', () => {
    const folder = join(newFolder(), 'long'.repeat(30), 'long'.repeat(30))
    mkdirSync(folder, { recursive: true })
    const lock = FolderLock.take(folder)
    expect(() => FolderLock.take(folder)).toThrow(isLocked)
    lock.release()
    FolderLock.take(folder).release()
    expect(readdirSync(folder)).toEqual(['wirecopy-2.lock'])
  })

  it('is taken by one alone of several that find its owner dead', async () => {
    await contest(script.path, newFolder(), 4, 15, 1)
  })
})
