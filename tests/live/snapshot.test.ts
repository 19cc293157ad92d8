// Snapshots: an index read back has the same future as the one that was written; what is no snapshot, or a damaged one, is refused.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/article/article.js'
import { WirecopyError } from '../../src/article/error.js'
import type { IndexOptions } from '../../src/live/options.js'
import { StoryIndex } from '../../src/live/story-index.js'
import { read, written } from '../../src/snapshot/frames.js'
import { type Step, steps, take } from './histories.js'
import { articleOf, dispatch } from './wire.js'

/** What became of an index, step by step. */
function outcomes(index: StoryIndex, history: readonly Step[]): string[] {
  const told: string[] = []
  const unsubscribe = index.subscribe((event) => told.push(JSON.stringify(event)))
  for (const step of history) told.push(JSON.stringify(take(index, step)))
  unsubscribe()
  return told
}

const small = () => {
  const index = new StoryIndex()
  for (let n = 0; n < 6; n++)
    index.add(articleOf(`a${n}`, { dispatch: n % 2, form: 'whole', outlet: n, lines: n % 3, hour: n === 5 ? null : n }))
  return index
}

const refusal = (read: () => unknown): string => {
  try {
    read()
  } catch (error) {
    if (error instanceof WirecopyError && error.code === 'bad-snapshot') return error.message
    throw error
  }
  throw new Error('it was read')
}

describe('a snapshot', () => {
  it('in the middle of any history gives the same future as none', { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(steps, fc.nat(), fc.constantFrom<IndexOptions>({}, { keepDays: 0.5 }), (history, cut, options) => {
        const at = cut % (history.length + 1)
        const index = new StoryIndex(options)
        outcomes(index, history.slice(0, at))
        const again = StoryIndex.fromBytes(index.toBytes(), options)
        expect([...again]).toEqual([...index])
        expect(again.clusters()).toEqual(index.clusters())
        const rest = history.slice(at)
        expect(outcomes(again, rest)).toEqual(outcomes(index, rest))
        expect(again.clusters()).toEqual(index.clusters())
        expect(again.toBytes()).toEqual(index.toBytes())
      }),
      { numRuns: Number(process.env.HISTORIES ?? 150) },
    )
  })

  it('is read however it was cut, one chunk at a time', () => {
    const index = small()
    const bytes = index.toBytes()
    for (const length of [1, 7, 1000, bytes.length]) {
      const chunks = Array.from({ length: Math.ceil(bytes.length / length) }, (_, k) =>
        bytes.subarray(k * length, (k + 1) * length),
      )
      expect(StoryIndex.fromChunks(chunks).clusters()).toEqual(index.clusters())
    }
    expect(StoryIndex.fromChunks(index.toChunks()).size).toBe(6)
    expect(StoryIndex.fromBytes(new StoryIndex().toBytes()).size).toBe(0)
  })

  it('comes in chunks of some size, whatever the number of articles', () => {
    const index = new StoryIndex()
    for (let n = 0; n < 400; n++)
      index.add({ id: `a${n}`, outlet: `Outlet ${n % 9}`, text: `${dispatch(n).join('\n')}\nNumber ${n} of all.` })
    const chunks = [...index.toChunks()]
    expect(chunks.length).toBeGreaterThan(4)
    expect(Math.max(...chunks.map(({ length }) => length))).toBeLessThan(70_000)
    expect(StoryIndex.fromChunks(chunks).clusters()).toEqual(index.clusters())
  })

  it('keeps the ids of stories, also of those that merged into others', () => {
    const index = new StoryIndex()
    const halves = [dispatch(1), dispatch(4)]
    for (const [k, half] of halves.entries())
      for (const outlet of ['Strait Courier', 'Fjord Post'])
        index.add({ id: `${k} ${outlet}`, outlet, text: [...half, `${outlet} has more.`].join('\n') })
    const bridge = index.add({ id: 'bridge', outlet: 'Hill News', text: halves.flat().join('\n') })
    const again = StoryIndex.fromBytes(index.toBytes())
    for (const id of ['0 Strait Courier', '1 Strait Courier']) expect(again.cluster(id)?.id).toBe(index.cluster(id)?.id)
    expect(bridge.clusterIds.length).toBeGreaterThan(0)
  })

  it('has any text, also halves of characters', () => {
    const index = new StoryIndex()
    const text = `\ud83d ${dispatch(2).join('\n')} \udc1f \u0000 Ærø 東京`
    index.add({ id: '\ud800', outlet: 'Ærø Post', text, title: '', byline: null, url: 'https://x.example/\udfff' })
    expect([...StoryIndex.fromBytes(index.toBytes())]).toEqual([...index])
  })

  it('cannot be cut off anywhere', () => {
    const bytes = small().toBytes()
    for (let length = 0; length < bytes.length; length++)
      expect(refusal(() => StoryIndex.fromBytes(bytes.subarray(0, length)))).toMatch(/cut off|no snapshot/)
  })

  it('cannot be changed anywhere, nor go on', () => {
    const bytes = small().toBytes()
    for (let at = 0; at < bytes.length; at++) {
      const changed = bytes.slice()
      changed[at] = (changed[at] as number) ^ (1 << (at % 8))
      expect(refusal(() => StoryIndex.fromBytes(changed))).toMatch(/damaged|cut off|no snapshot|version/)
    }
    expect(refusal(() => StoryIndex.fromBytes(Uint8Array.of(...bytes, 0)))).toContain('goes on')
  })

  it('says what is foreign, and what is newer', () => {
    const png = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0, 0, 0)
    expect(refusal(() => StoryIndex.fromBytes(png))).toBe('these bytes are no snapshot of a wirecopy index')
    expect(refusal(() => StoryIndex.fromBytes(new Uint8Array(0)))).toContain('no snapshot')
    const newer = small().toBytes()
    newer[11] = 2
    expect(refusal(() => StoryIndex.fromBytes(newer))).toContain('format 2, which a later version of wirecopy wrote')
  })

  it('must be of the same window', () => {
    const bytes = new StoryIndex({ windowDays: 3.3 }).toBytes()
    expect(StoryIndex.fromBytes(bytes, { windowDays: 3.3 }).size).toBe(0)
    expect(() => StoryIndex.fromBytes(bytes, { windowDays: 4 })).toThrow('made with 3.3')
    expect(StoryIndex.fromBytes(StoryIndex.fromBytes(bytes).toBytes(), { windowDays: 3.3 }).size).toBe(0)
  })

  it('is not written of an index that changes meanwhile', () => {
    const index = small()
    const chunks = index.toChunks()
    chunks.next()
    index.remove('a1')
    expect(() => [...chunks]).toThrow('changed while a snapshot')
  })

  it('is not written of an index that is told of an article again meanwhile, but may be asked', () => {
    const index = small()
    const chunks = index.toChunks()
    chunks.next()
    index.query(articleOf('q', { dispatch: 1, form: 'whole', outlet: 3, lines: 0, hour: 2 }))
    expect(StoryIndex.fromChunks([...index.toChunks()]).size).toBe(6)
    chunks.next()
    index.put(articleOf('a1', { dispatch: 1, form: 'whole', outlet: 1, lines: 1, hour: 1 }))
    expect(() => [...chunks]).toThrow('changed while a snapshot')
  })

  it('is refused where a compressed text is none, though its checksum is right', () => {
    const index = new StoryIndex({ texts: 'compressed' })
    index.add({ id: 'a', outlet: 'Fjord Post', text: 'The harbour was closed. '.repeat(20) })
    const parts = [...read(1, index.toChunks())].map((part) => part.slice())
    const [, articles] = parts as [Uint8Array, Uint8Array]
    // Its text begins behind its id and outlet, four fields and its date.
    const at = 3 + 1 + 12 + 4 + 8 + 2
    for (let k = at; k < at + 12; k++) articles[k] = 0xff
    for (const texts of ['plain', 'compressed'] as const)
      expect(refusal(() => StoryIndex.fromChunks(written(1, parts), { texts }))).toContain('damaged')
  })

  it('has texts as they were kept, and is read into an index that keeps them otherwise', () => {
    const articles: Article[] = Array.from({ length: 5 }, (_, n) => ({
      id: `a${n}`,
      outlet: `Outlet ${n}`,
      text: dispatch(1).join('\n').repeat(4),
    }))
    const load = (id: string) => articles.find((article) => article.id === id)?.text ?? ''
    const kept = (['plain', 'compressed', load] as const).map((texts) => {
      const index = new StoryIndex({ texts })
      for (const article of articles) index.add(article)
      return index
    })
    const [plain, compressed, elsewhere] = kept.map((index) => index.toBytes()) as [Uint8Array, Uint8Array, Uint8Array]
    expect(compressed.length).toBeLessThan(plain.length / 2)
    expect(elsewhere.length).toBeLessThan(compressed.length)
    for (const bytes of [plain, compressed, elsewhere])
      for (const texts of ['plain', 'compressed', load] as const) {
        if (bytes === elsewhere && texts !== load) {
          expect(refusal(() => StoryIndex.fromBytes(bytes, { texts }))).toContain('has no texts')
          continue
        }
        const again = StoryIndex.fromBytes(bytes, { texts })
        expect(again.clusters()).toEqual(kept[0]?.clusters())
      }
  })
})
