// A crash at every file operation, on a disk in memory: of the process, or of the machine, which also loses what was not synced. After it
// the index is as its last acknowledged change left it, or as the one after. And a disk that is full or fails.
import fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { seeded } from '../../bench/random.js'
import { type Article, StoryIndex } from '../../src/index.js'
import { type FileIndexOptions, FileStoryIndex } from '../../src/node/file-story-index.js'
import { files } from '../../src/node/files.js'
import { dispatch } from '../live/wire.js'
import { groupsOf, groupsOfArticles, newFolder, removeFolders, storiesOf } from './folders.js'
import { note, stepAt, take, textOf } from './history.js'
import { Crash, ModelDisk } from './model-disk.js'

const current = vi.hoisted((): { disk: unknown } => ({ disk: null }))
vi.mock('../../src/node/files.js', async (original) => ({
  ...(await original<object>()),
  files: new Proxy({}, { get: (_, name) => Reflect.get(Object(current.disk), name).bind(current.disk) }),
}))
vi.mock('../../src/node/folder-lock.js', () => ({ FolderLock: { take: () => ({ release: () => {} }) } }))

const folder = newFolder()
const stopped = {
  onSnapshotError: (error: unknown) => {
    throw error
  },
}
const often: FileIndexOptions = { logLimit: 6000, ...stopped }
let disk = new ModelDisk()
beforeEach(() => {
  disk = new ModelDisk()
  current.disk = disk
})
afterAll(removeFolders)

/** A history on a disk, and what was acknowledged of it. */
class Run {
  readonly seed: number
  readonly options: FileIndexOptions
  readonly articles = new Map<string, Article>()
  /** An index that nothing happened to. */
  readonly plain = new StoryIndex()
  done = 0

  constructor(seed: number, options: FileIndexOptions = often) {
    this.seed = seed
    this.options = options
  }

  /** Opens the folder and goes on for some steps, or until the disk stops. */
  go(steps: number): void {
    try {
      const index = FileStoryIndex.open(folder, this.options)
      for (const end = this.done + steps; this.done < end; this.#noteNext())
        take(
          index,
          this.#next((id) => index.has(id)),
        )
      index.close()
    } catch (error) {
      if (!(error instanceof Crash)) throw error
    }
  }

  /** Opens the folder after a crash: all that was acknowledged is there, and at most one change more. */
  check(): void {
    const index = FileStoryIndex.open(folder, this.options)
    const found = textOf(index)
    if (found !== textOf(this.articles.values())) {
      this.#noteNext()
      expect(found).toBe(textOf(this.articles.values()))
    }
    expect(storiesOf(index)).toBe(storiesOf(this.plain))
    expect(groupsOf(index.clusters())).toEqual(groupsOfArticles(this.articles.values()))
    index.close()
  }

  #next(has: (id: string) => boolean) {
    return stepAt(this.seed, this.done, has)
  }

  #noteNext(): void {
    const step = this.#next((id) => this.articles.has(id))
    note(this.articles, step)
    take(this.plain, step)
    this.done++
  }
}

describe('a crash', () => {
  it.each([
    ['the process', false],
    ['the machine', true],
  ])('of %s at any file operation loses nothing that was acknowledged', (_, losesPower) => {
    new Run(3).go(30)
    const operations = disk.operations
    expect(operations).toBeGreaterThan(80)
    for (let at = 1; at <= operations; at++) {
      disk = new ModelDisk()
      current.disk = disk
      disk.random = seeded(at)
      disk.crashAfter = at
      const run = new Run(3)
      run.go(30)
      disk.restart(losesPower)
      run.check()
    }
  })

  it('after another, also while the folder is being read, loses nothing either', () => {
    const crash = fc.record({ after: fc.integer({ min: 1, max: 90 }), losesPower: fc.boolean() })
    fc.assert(
      fc.property(
        fc.nat(),
        fc.array(crash, { minLength: 1, maxLength: 8 }),
        fc.boolean(),
        (seed, crashes, checksEach) => {
          disk = new ModelDisk()
          current.disk = disk
          disk.random = seeded(seed)
          const run = new Run(seed)
          for (const { after, losesPower } of crashes) {
            disk.crashAfter = after
            run.go(50)
            disk.restart(losesPower)
            if (!checksEach) disk.crashAfter = 1 + (after % 9)
            try {
              run.check()
            } catch (error) {
              if (!(error instanceof Crash)) throw error
              disk.restart(losesPower)
              run.check()
            }
          }
        },
      ),
      { numRuns: Number(process.env.HISTORIES ?? 25) },
    )
  })

  it('of the process loses nothing where changes are not synced', () => {
    for (let at = 1; at <= 90; at++) {
      disk = new ModelDisk()
      current.disk = disk
      disk.random = seeded(at)
      disk.crashAfter = at
      const run = new Run(4, { ...often, sync: 'never' })
      run.go(40)
      disk.restart(false)
      run.check()
    }
  })
})

describe('a disk', () => {
  const article = (id: string) => ({
    id,
    outlet: `Outlet ${id}`,
    text: `Text of ${id}, which is a text. ${dispatch(1).join(' ')}`,
  })

  it('that is full refuses the change, whole, and takes it when there is room', () => {
    const index = FileStoryIndex.open(folder, stopped)
    index.add(article('a'))
    const events: string[] = []
    index.subscribe(({ kind }) => events.push(kind))
    for (const room of [0, 5, 300]) {
      disk.room = room
      expect(() => index.add(article('b'))).toThrow(expect.objectContaining({ code: 'disk-full' }))
      expect(() => index.update({ ...article('a'), title: 'New' })).toThrow(
        expect.objectContaining({ code: 'disk-full' }),
      )
      expect(disk.room).toBe(room)
    }
    expect(() => index.snapshot()).toThrow(expect.objectContaining({ code: 'disk-full' }))
    expect([...index].map(({ id, title }) => [id, title])).toEqual([['a', null]])
    expect(events).toEqual([])
    disk.room = 20_000
    index.add(article('b'))
    expect(events).toEqual(['created'])
    index.snapshot()
    index.add(article('c'))
    disk.restart(false)
    expect([...FileStoryIndex.open(folder)].map(({ id }) => id)).toEqual(['a', 'b', 'c'])
    expect(disk.namesInUse.map((name) => name.slice(folder.length))).toEqual([
      '/wirecopy-2.log',
      '/wirecopy-2.snapshot',
    ])
  })

  it('that is too full for a snapshot that is due takes the change, and says so', () => {
    const errors: unknown[] = []
    const index = FileStoryIndex.open(folder, { logLimit: 3400, onSnapshotError: (error) => errors.push(error) })
    for (const id of ['a', 'b', 'c', 'd']) index.add(article(id))
    disk.room = 1000
    index.add(article('e'))
    expect(errors).toEqual([expect.objectContaining({ code: 'disk-full' })])
    expect(disk.namesInUse.some((name) => name.endsWith('.new'))).toBe(false)
    disk.restart(false)
    expect(FileStoryIndex.open(folder).size).toBe(5)
  })

  it('that cannot sync refuses changes until a snapshot has put all into new files', () => {
    const index = FileStoryIndex.open(folder, stopped)
    index.add(article('a'))
    disk.failsToSync = true
    for (const id of ['b', 'c'])
      expect(() => index.add(article(id))).toThrow(expect.objectContaining({ code: 'file-failed' }))
    disk.failsToSync = false
    index.add(article('d'))
    expect(disk.namesInUse.some((name) => name.endsWith('-2.snapshot'))).toBe(true)
    disk.restart(true)
    expect([...FileStoryIndex.open(folder)].map(({ id }) => id)).toEqual(['a', 'd'])
  })
})

it('the files are those of the test', () => expect(files.names(folder)).toEqual([]))
