// A live index that lets go of what is too old: by publication or by arrival, a few at a time, and where no clock is given.
import { describe, expect, it } from 'vitest'
import { seeded } from '../../bench/random.js'
import { clusterArticles } from '../../src/cluster.js'
import type { IndexOptions } from '../../src/live/options.js'
import { InOrder } from '../../src/live/order.js'
import { StoryIndex } from '../../src/live/story-index.js'
import { articleOf } from './wire.js'

const hours = (n: number) => Date.UTC(2031, 2, 1) + n * 36e5
const idsOf = (index: StoryIndex) => [...index].map(({ id }) => id)
const page = (id: string, hour: number | null, n = Number(id.replace(/\D/g, ''))) =>
  articleOf(id, { dispatch: n, form: 'own', outlet: n, lines: 0, hour })

describe('keepDays', () => {
  it('lets articles go that were published longer ago than that, and says which', () => {
    const index = new StoryIndex({ keepDays: 1 })
    index.add(page('a1', 0))
    index.add(page('a2', 20))
    expect(index.add(page('a3', 24)).expired).toEqual([])
    expect(index.add(page('a4', 25)).expired).toEqual(['a1'])
    expect(idsOf(index)).toEqual(['a2', 'a3', 'a4'])
  })

  it('tells what becomes of their stories', () => {
    const index = new StoryIndex({ keepDays: 1 })
    const kinds: string[] = []
    index.subscribe(({ kind }) => kinds.push(kind))
    for (const [k, hour] of [0, 1, 2].entries())
      index.add(articleOf(`a${k}`, { dispatch: 1, form: 'whole', outlet: k, lines: 0, hour }))
    const { expired, events } = index.add(page('a9', 25.5))
    expect(expired).toEqual(['a0', 'a1'])
    expect(events.map(({ kind }) => kind)).toEqual(['expired'])
    expect(kinds).toEqual(['created', 'grown', 'expired'])
    expect(index.clusters()).toEqual([])
  })

  it('takes out few at a time, the oldest first, and all when told', () => {
    const index = new StoryIndex({ keepDays: 1 })
    for (let n = 0; n < 12; n++) index.add(page(`a${String(n).padStart(2, '0')}`, n % 6))
    expect(index.add(page('a50', 100)).expired).toEqual(['a00', 'a06', 'a01', 'a07'])
    expect(index.size).toBe(9)
    expect(index.add(page('a51', 100)).expired).toHaveLength(4)
    expect([...index.expire().articleIds].sort()).toEqual(['a04', 'a05', 'a10', 'a11'])
    expect(idsOf(index)).toEqual(['a50', 'a51'])
    expect(index.expire().articleIds).toEqual([])
  })

  it('waits with those where the one that came has many pages looked at anew, as long as few wait', () => {
    const banner = 'All the news of the fjord and the hills'
    const story = (n: number) =>
      `Word${n} plough${n} went up road${n} at dawn${n}, said mayor${n} of town${n}.\n`.repeat(3)
    const ours = (id: string, n: number) => ({ ...page(id, 30), outlet: 'Fjord Post', text: `${story(n)}${banner}` })
    // The banner is furniture when it stands on the pages of a third story, and all pages are others then.
    const filled = (old: number, options: IndexOptions = {}) => {
      const index = new StoryIndex({ keepDays: 1, ...options })
      for (let n = 0; n < old; n++) index.add(page(`a${String(n).padStart(2, '0')}`, 23))
      for (let k = 0; k < 6; k++) index.add(ours(`b${k}`, 1))
      index.add(ours('b6', 2))
      return index
    }
    const third = { ...ours('b7', 3), publishedAt: new Date(hours(48)).toISOString() }
    const leaving = (old: number, between: (index: StoryIndex) => StoryIndex = (index) => index) => {
      const index = between(filled(old))
      const first = index.add(third).expired.length
      return [first, between(index).add(page('c1', 48)).expired.length]
    }
    expect(leaving(3)).toEqual([0, 3])
    expect(leaving(16)).toEqual([0, 4])
    expect(leaving(18)).toEqual([2, 4])
    expect(leaving(40)).toEqual([4, 4])
    const restarted = (index: StoryIndex) => StoryIndex.fromBytes(index.toBytes(), { keepDays: 1 })
    const asked = (index: StoryIndex) => {
      index.query(ours('d1', 3))
      return index
    }
    for (const between of [restarted, asked]) expect(leaving(18, between)).toEqual([2, 4])
    const index = filled(3)
    index.add(third)
    expect(index.put(third)).toMatchObject({ isUnchanged: true, expired: ['a00', 'a01', 'a02'] })
    const other = filled(3)
    other.add(third)
    expect(other.expire().articleIds).toHaveLength(3)
    // What is left to do of a change that failed keeps nothing in, whether it is done by itself or with the next.
    const afterFailing = (meanwhile: (index: StoryIndex) => void) => {
      let failing = false
      const texts = (id: string) => {
        if (failing) throw new Error('no text')
        return id.startsWith('b') ? ours(id, id === 'b6' ? 2 : id === 'b7' ? 3 : 1).text : page(id, 23).text
      }
      const index = filled(3, { texts })
      failing = true
      expect(() => index.add(third)).toThrow('no text')
      failing = false
      meanwhile(index)
      return index.add(page('c1', 48)).expired
    }
    expect(afterFailing(() => {})).toEqual(['a00', 'a01', 'a02'])
    expect(afterFailing((index) => index.query(page('d1', 48)))).toEqual(['a00', 'a01', 'a02'])
  })

  it('does not keep what is too old when it comes', () => {
    const index = new StoryIndex({ keepDays: 1 })
    index.add(page('a1', 100))
    expect(index.add(page('a2', 0))).toMatchObject({ outcome: 'new', expired: ['a2'] })
    expect(index.has('a2')).toBe(false)
  })

  it('counts undated articles from when they came', () => {
    const index = new StoryIndex({ keepDays: 1 })
    index.add(page('a1', null))
    index.add(page('a2', 10))
    index.add(page('a3', null))
    expect(index.add(page('a4', 34)).expired).toEqual([])
    expect(index.add(page('a5', 34.1)).expired).toEqual(['a1', 'a2', 'a3'])
  })

  it('goes by a clock where one is given, whatever pages say of the future', () => {
    let now = hours(0)
    const index = new StoryIndex({ keepDays: 1, now: () => now })
    index.add(page('a1', 0))
    index.add(page('a2', 24 * 3650))
    expect(index.size).toBe(2)
    now = hours(30)
    // One of the future is as new as when it came.
    expect(index.add(page('a3', 29)).expired).toEqual(['a1', 'a2'])
    expect(index.add({ ...page('a4', null), publishedAt: '2 hours ago' }).warnings).toEqual([])
    expect(index.get('a4')?.publishedAt).toBe(new Date(hours(28)).toISOString())
  })

  it('goes by the clock when told to let go, though nothing has come since', () => {
    let now = hours(0)
    const index = new StoryIndex({ keepDays: 1, now: () => now })
    for (const id of ['a1', 'a2', 'a3', 'a4', 'a5', 'a6']) index.add(page(id, 0))
    expect(index.expire().articleIds).toEqual([])
    now = hours(25)
    expect(index.expire().articleIds).toEqual(['a1', 'a2', 'a3', 'a4', 'a5', 'a6'])
    expect(index.size).toBe(0)
  })

  it('counts from arrival where told, and from the last change of a page', () => {
    let now = hours(0)
    const index = new StoryIndex({ keepDays: 1, keepBy: 'added', now: () => now })
    index.add(page('a1', -500))
    index.add(page('a2', -500))
    now = hours(20)
    index.update(page('a1', -500))
    now = hours(30)
    expect(index.add(page('a3', -500)).expired).toEqual(['a2'])
    expect(idsOf(index)).toEqual(['a1', 'a3'])
  })

  it('keeps the stories of clusterArticles among what is left, and the memory of its window', () => {
    const random = seeded(3)
    const index = new StoryIndex({ keepDays: 2 })
    for (let n = 0; n < 600; n++) {
      const hour = n * 0.5 - (random() < 0.1 ? 30 * random() : 0)
      const version = {
        dispatch: Math.floor(n / 12),
        form: random() < 0.6 ? 'whole' : 'own',
        outlet: n,
        lines: n % 4,
      } as const
      index.add(articleOf(`a${String(n).padStart(3, '0')}`, { ...version, hour: random() < 0.05 ? null : hour }))
      expect(index.size).toBeLessThan(140)
      if (n % 50 !== 0) continue
      const left = [...index].map(({ clusterId, ...article }) => article)
      const groups = (clusters: ReturnType<StoryIndex['clusters']>) =>
        clusters.map(({ dispatches }) => dispatches.flatMap(({ articleIds }) => articleIds).join()).sort()
      expect(groups(index.clusters())).toEqual(groups([...clusterArticles(left).clusters]))
    }
  })

  it('is refused where it is none', () => {
    for (const keepDays of [0, -1, Number.NaN, '7' as unknown as number])
      expect(() => new StoryIndex({ keepDays })).toThrow('keepDays must be a number above 0')
    expect(() => new StoryIndex({ keepBy: 'arrival' as unknown as 'added' })).toThrow('keepBy')
    expect(() => new StoryIndex({ now: 5 as unknown as () => number })).toThrow('now must be a function')
    expect(() => new StoryIndex({ now: () => Number.NaN }).add(page('a1', 0))).toThrow(
      'now must give epoch milliseconds',
    )
  })
})

describe('InOrder', () => {
  it('gives numbers in order, whatever is put in and taken out', () => {
    const random = seeded(5)
    const rank = Array.from({ length: 200 }, () => random())
    const isBefore = (a: number, b: number) => (rank[a] as number) < (rank[b] as number)
    const order = new InOrder(isBefore)
    const plain = new Set<number>()
    for (let turn = 0; turn < 5000; turn++) {
      const one = Math.floor(random() * 200)
      const first = [...plain].sort((a, b) => (isBefore(a, b) ? -1 : 1))[0] ?? null
      expect(order.first).toBe(first)
      expect(order.size).toBe(plain.size)
      const choice = random()
      if (choice < 0.5) {
        order.add(one)
        plain.add(one)
      } else if (choice < 0.8) {
        order.delete(one)
        plain.delete(one)
      } else {
        expect(order.take()).toBe(first)
        if (first !== null) plain.delete(first)
      }
    }
  })
})
