// Who finds the owner of a folder dead, and is then overtaken by others, does not take it from them.
import { readdirSync } from 'node:fs'
import { afterAll, expect, it, vi } from 'vitest'
import { FolderLock } from '../../src/node/folder-lock.js'
import { newFolder, removeFolders } from './folders.js'

const meanwhile = vi.hoisted((): { run: (() => void) | null } => ({ run: null }))
vi.mock(import('../../src/node/is-listening.js'), async (original) => {
  const { isListening } = await original()
  return {
    isListening: (path) => {
      const answer = isListening(path)
      const { run } = meanwhile
      meanwhile.run = null
      run?.()
      return answer
    },
  }
})
afterAll(removeFolders)

it.each([1, 2, 3])('who is overtaken by %d others finds the folder locked', (others) => {
  const folder = newFolder()
  FolderLock.take(folder).release()
  let last: FolderLock | undefined
  meanwhile.run = () => {
    for (let other = 0; other < others; other++) {
      last?.release()
      last = FolderLock.take(folder)
    }
  }
  expect(() => FolderLock.take(folder)).toThrow(expect.objectContaining({ code: 'locked' }))
  expect(readdirSync(folder)).toEqual([`wirecopy-${others + 1}.lock`])
  last?.release()
  FolderLock.take(folder).release()
})
