// A process that is killed while it changes an index: a few times here, hundreds of times by `npm run test:kill`.
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { removeFolders } from './folders.js'
import { kill } from './kill/kills.js'
import { bundle, type Script } from './script.js'

// Processes wait for processors that other tests use too.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

let script: Script
beforeAll(async () => {
  script = await bundle('kill/child.ts')
})
afterAll(() => {
  script.remove()
  removeFolders()
})

it('a process that is killed at any moment loses nothing that it acknowledged', async () => {
  const { kills, acknowledged } = await kill(script.path, 8, 1, 20_000)
  expect(kills).toBe(8)
  expect(acknowledged).toBeGreaterThan(0)
})
