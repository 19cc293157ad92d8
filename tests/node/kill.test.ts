// A process that is killed while it changes an index: a few times here, hundreds of times by `npm run test:kill`.
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { Bundle } from '../bundle.js'
import { removeFolders } from './folders.js'
import { kill, noKills } from './kill/kills.js'
import { tear } from './kill/torn.js'
import { bundle } from './script.js'

// Processes wait for processors that other tests use too.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 })

let script: Bundle
let writer: Bundle
beforeAll(async () => {
  script = await bundle('kill/child.ts')
  writer = await bundle('kill/writer.ts')
})
afterAll(() => {
  script.remove()
  writer.remove()
  removeFolders()
})

it('a process that is killed at any moment loses nothing that it acknowledged', async () => {
  const found = noKills()
  await kill(script.path, 8, 1, 20_000, found)
  expect(found.kills).toBe(8)
  expect(found.acknowledged).toBeGreaterThan(0)
})

it('a process that is killed in the middle of a record leaves a part that is cut off', async () => {
  expect(await tear(writer.path, 5, 1)).toBeGreaterThanOrEqual(0)
})
