// Blocks of memory that are taken and given back: no two in use are the same, and what is not in use does not last.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Pool } from '../../src/memory/pool.js'

const fill = (pool: Pool, block: number, mark: number) =>
  pool.chunkOf(block).fill(mark, pool.startOf(block), pool.startOf(block) + pool.capacity + 1)
const read = (pool: Pool, block: number) => [
  ...pool.chunkOf(block).subarray(pool.startOf(block), pool.startOf(block) + pool.capacity + 1),
]

describe('Pool', () => {
  it('gives blocks that keep what is written into them until they are given back', () => {
    const step = fc.oneof(fc.constant(null), fc.nat(1000))
    fc.assert(
      fc.property(fc.constantFrom(1, 3, 9, 40), fc.array(step, { maxLength: 300 }), (capacity, history) => {
        const pool = new Pool(capacity, 20)
        const inUse: { block: number; mark: number }[] = []
        history.forEach((which, mark) => {
          if (which === null || inUse.length === 0) {
            const block = pool.take()
            fill(pool, block, mark)
            inUse.push({ block, mark })
          } else {
            const [left] = inUse.splice(which % inUse.length, 1)
            if (left) pool.release(left.block)
          }
          expect(new Set(inUse.map(({ block }) => block)).size).toBe(inUse.length)
          for (const { block, mark } of inUse) expect(read(pool, block)).toEqual(new Array(capacity + 1).fill(mark))
        })
      }),
      { numRuns: 300 },
    )
  })

  it('holds one chunk when all blocks were given back, in whatever order, and grows as before', () => {
    const [pool, size] = [new Pool(9, 100), 4 * 100]
    const once = Array.from({ length: 1000 }, () => pool.take())
    expect(pool.bytes).toBe(100 * size)
    for (const block of once.toSorted((x, y) => ((x * 7919) % 1009) - ((y * 7919) % 1009))) pool.release(block)
    expect(pool.bytes / size).toBeLessThanOrEqual(1)
    const again = Array.from({ length: 1000 }, () => pool.take())
    expect(new Set(again).size).toBe(1000)
    expect(pool.bytes).toBe(100 * size)
  })
})
