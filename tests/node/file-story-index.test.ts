// An index in a folder: does what a StoryIndex does, and comes back as it was, whatever became of its files.
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type Article, StoryIndex } from '../../src/index.js'
import { type FileIndexOptions, FileStoryIndex } from '../../src/node/file-story-index.js'
import { articleOf, type Version } from '../live/wire.js'
import { copyOf, filesOf, groupsOf, newFolder, removeFolders, storiesOf } from './folders.js'
import { stepAt, take, textOf } from './history.js'

afterAll(removeFolders)

const at = (id: string, form: Version['form'], outlet: number, hour: number, n = 1) =>
  articleOf(id, { dispatch: n, form, outlet, lines: 0, hour })
const wire = [at('a', 'whole', 0, 1), at('b', 'same', 1, 2), at('c', 'revision', 2, 3), at('d', 'own', 3, 4)]

/** A folder of the wire, closed. */
async function filled(options: FileIndexOptions = {}): Promise<string> {
  const folder = newFolder()
  const index = FileStoryIndex.open(folder, options)
  await index.addAll(wire)
  index.close()
  return folder
}

const idsIn = (folder: string, options?: FileIndexOptions) => {
  const index = FileStoryIndex.open(folder, options)
  index.close()
  return [...index].map(({ id }) => id)
}

describe('FileStoryIndex', () => {
  it('answers as a StoryIndex, before and after it is opened again', () => {
    const folder = newFolder()
    const plain = new StoryIndex()
    let kept = FileStoryIndex.open(folder, { sync: 'never', logLimit: 9000 })
    const heard: string[] = []
    const expected: string[] = []
    plain.subscribe((event) => expected.push(JSON.stringify(event)))
    kept.subscribe((event) => heard.push(JSON.stringify(event)))
    for (let number = 0; number < 120; number++) {
      const step = stepAt(5, number, (id) => plain.has(id))
      take(plain, step)
      take(kept, step)
      if (number < 60) expect(heard).toEqual(expected)
      if (number === 60) {
        kept.close()
        kept = FileStoryIndex.open(folder, { logLimit: 9000 })
      }
    }
    expect(kept.size).toBe(plain.size)
    expect(textOf(kept)).toBe(textOf(plain))
    expect(storiesOf(kept)).toBe(storiesOf(plain))
    expect(groupsOf(kept.clusters())).toEqual(groupsOf(plain.clusters()))
    expect(kept.query(wire[0] as Article).outcome).toBe(plain.query(wire[0] as Article).outcome)
    const [story] = kept.clusters()
    expect(story && kept.cluster(story.id)).toBe(story)
    kept.close()
  })

  it('refuses what a StoryIndex refuses, and writes nothing of it', async () => {
    const folder = await filled()
    const index = FileStoryIndex.open(folder)
    const size = () => statSync(join(folder, 'wirecopy-1.log')).size
    const before = size()
    const plain = new StoryIndex()
    await plain.addAll(wire)
    const changes: ((one: Pick<StoryIndex, 'add' | 'update' | 'expire'>) => unknown)[] = [
      (one) => one.add(at('a', 'own', 1, 1)),
      (one) => one.add({ id: '', outlet: 'X', text: '' }),
      (one) => one.update(at('unknown', 'own', 1, 1)),
      (one) => one.update({ id: 'a', outlet: '', text: '' }),
      (one) => one.expire('some day'),
    ]
    for (const change of changes) {
      let expected = new Error('was not refused')
      try {
        change(plain)
      } catch (error) {
        expected = error as Error
      }
      expect(() => change(index)).toThrow(expected)
    }
    expect(index.remove('nobody')).toBeNull()
    expect(await index.addAll([at('a', 'own', 0, 1)], { onInvalid: 'collect' })).toMatchObject({
      added: 0,
      rejected: [{ article: 'a', code: 'duplicate-id' }],
    })
    await expect(index.addAll([at('a', 'own', 0, 1)])).rejects.toThrow('it is in the index already')
    expect(size()).toBe(before)
    index.close()
  })

  it('keeps the moment that a date was found to be, whatever the options are when it is opened again', () => {
    const folder = newFolder()
    const asOf = '2031-03-02T12:00:00Z'
    const dates = ['6 hours ago', '02.03.2031', 'on a day', 1.5, 8.64e15, '', null]
    const articles = dates.map((publishedAt, k) => ({ ...at(`a${k}`, 'own', 1, 0), publishedAt }))
    const options = { asOf, dateFormats: ['dd.MM.yyyy'] }
    const [plain, index] = [new StoryIndex(options), FileStoryIndex.open(folder, options)]
    for (const article of articles) expect(index.add(article).warnings).toEqual(plain.add(article).warnings)
    index.close()
    const later = FileStoryIndex.open(folder, { asOf: '2040-01-01' })
    expect([...later].map(({ publishedAt }) => publishedAt)).toEqual([...plain].map(({ publishedAt }) => publishedAt))
    later.close()
  })

  it('makes each change before it tells of it, in the order of changes also where a listener makes one', () => {
    const folder = newFolder()
    const index = FileStoryIndex.open(folder)
    const written: boolean[] = []
    index.subscribe(({ kind }) => {
      written.push(readFileSync(join(folder, 'wirecopy-1.log')).includes('"b"'))
      if (kind === 'created') index.remove('a')
      throw new Error('a listener failed')
    })
    index.add(at('a', 'whole', 0, 1))
    expect(() => index.add(at('b', 'whole', 1, 2))).toThrow('a listener failed')
    expect(written).toEqual([true, true])
    index.close()
    expect(idsIn(folder)).toEqual(['b'])
  })

  it('forgets what a sliding window leaves behind, and when it is opened again no more than that', () => {
    let time = Date.UTC(2031, 2, 1)
    const options = { keepDays: 2, keepBy: 'added', now: () => time } as const
    const folder = newFolder()
    const plain = new StoryIndex(options)
    const index = FileStoryIndex.open(folder, { ...options, logLimit: 9000 })
    for (let number = 0; number < 90; number++) {
      time += 2 * 36e5
      const step = stepAt(6, number, (id) => plain.has(id))
      // A page that is dated by the clock.
      const dated = 'article' in step ? { ...step, article: { ...step.article, publishedAt: '3 hours ago' } } : step
      take(plain, dated)
      take(index, dated)
      if (number % 20 !== 0) continue
      // Time goes on though nothing comes.
      time += 40 * 36e5
      const left = index.expire().articleIds
      expect(left).toEqual(plain.expire().articleIds)
      if (number > 0) expect(left.length).toBeGreaterThan(4)
    }
    index.close()
    time += 9e9
    const again = FileStoryIndex.open(folder, options)
    expect(again.recovery.replayed).toBeGreaterThan(0)
    expect(textOf(again)).toBe(textOf(plain))
    expect(storiesOf(again)).toBe(storiesOf(plain))
    expect(again.query({ ...at('x', 'own', 0, 1), publishedAt: 'now' }).outcome).toBe('new')
    again.close()
    expect(() => FileStoryIndex.open(folder, { keepDays: 3 })).toThrow(
      'with {"windowDays":5,"keepDays":2,"keepBy":"added","hasClock":true}, not with {"windowDays":5,"keepDays":3,"keepBy":"published"}',
    )
  })

  it('may be opened with another window after a snapshot, but not with other days for a story', async () => {
    const folder = await filled()
    const index = FileStoryIndex.open(folder)
    const ids = storiesOf(index)
    index.snapshot()
    index.close()
    const other = FileStoryIndex.open(folder, { keepDays: 9, texts: 'compressed' })
    expect(storiesOf(other)).toBe(ids)
    other.remove('d')
    other.close()
    expect(idsIn(folder, { keepDays: 9 })).toEqual(['a', 'b', 'c'])
    expect(() => FileStoryIndex.open(folder)).toThrow(expect.objectContaining({ code: 'bad-option' }))
    expect(() => FileStoryIndex.open(folder, { windowDays: 3, keepDays: 9 })).toThrow(
      'option windowDays is 3, but the snapshot was made with 5',
    )
  })

  it('is closed once, and then changes nothing', async () => {
    const folder = await filled()
    const index = FileStoryIndex.open(folder)
    index.close()
    index.close()
    expect(index.has('a')).toBe(true)
    for (const change of [() => index.add(at('x', 'own', 0, 1)), () => index.remove('a'), () => index.snapshot()])
      expect(change).toThrow(expect.objectContaining({ code: 'closed' }))
  })

  it('may be open once', async () => {
    const folder = await filled()
    const index = FileStoryIndex.open(folder)
    expect(() => FileStoryIndex.open(folder)).toThrow(expect.objectContaining({ code: 'locked' }))
    index.close()
    expect(idsIn(folder)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('checks its options before it makes a folder', () => {
    const folder = join(newFolder(), 'new', 'er')
    const wrong = [
      { sync: 'often' },
      { logLimit: 0 },
      { now: 5 },
      { onSnapshotError: 'x' },
      { texts: () => '' },
      { windowDays: 0 },
    ]
    for (const options of wrong)
      expect(() => FileStoryIndex.open(folder, options as FileIndexOptions)).toThrow(
        expect.objectContaining({ code: 'bad-option', field: Object.keys(options)[0] }),
      )
    expect(() => FileStoryIndex.open('')).toThrow('option folder must be a path')
    expect(existsSync(folder)).toBe(false)
    const index = FileStoryIndex.open(folder, { windowDays: Number.POSITIVE_INFINITY })
    index.add(at('a', 'own', 0, 1))
    index.close()
    expect(() => FileStoryIndex.open(folder)).toThrow('with {"windowDays":"Infinity"}, not with {"windowDays":5}')
  })
})

describe('a snapshot', () => {
  it('takes the place of the log, and is made when that has grown', async () => {
    const folder = await filled()
    const index = FileStoryIndex.open(folder, { logLimit: 500 })
    index.snapshot()
    expect(filesOf(folder)).toEqual(['wirecopy-2.log', 'wirecopy-2.snapshot'])
    index.update(at('a', 'revision', 0, 1))
    expect(filesOf(folder)).toEqual(['wirecopy-3.log', 'wirecopy-3.snapshot'])
    index.remove('b')
    index.close()
    expect(filesOf(folder)).toEqual(['wirecopy-3.log', 'wirecopy-3.snapshot'])
    const again = FileStoryIndex.open(folder)
    expect(again.recovery).toEqual({ replayed: 1, cutBytes: 0 })
    expect([...again].map(({ id }) => id)).toEqual(['c', 'd', 'a'])
    again.close()
  })

  it('that is damaged is passed over where the one before and its log are still there', async () => {
    const folder = await filled()
    const before = copyOf(folder)
    const index = FileStoryIndex.open(folder)
    index.snapshot()
    index.remove('a')
    index.close()
    writeFileSync(join(folder, 'wirecopy-1.log'), readFileSync(join(before, 'wirecopy-1.log')))
    writeFileSync(join(folder, 'wirecopy-2.snapshot'), 'not a snapshot')
    expect(idsIn(folder)).toEqual(['b', 'c', 'd'])
    expect(idsIn(folder)).toEqual(['b', 'c', 'd'])
    const going = FileStoryIndex.open(folder)
    going.snapshot()
    going.close()
    expect(filesOf(folder)).toEqual(['wirecopy-3.log', 'wirecopy-3.snapshot'])
    expect(idsIn(folder)).toEqual(['b', 'c', 'd'])
  })

  it.each([
    ['is damaged', 'wirecopy-2.snapshot', 'bad-snapshot'],
    ['has lost its log', 'wirecopy-2.log', 'bad-log'],
    ['is gone', 'wirecopy-2.snapshot', 'bad-snapshot'],
  ])('that %s is told, and the folder stays as it is', async (what, name, code) => {
    const folder = await filled()
    const index = FileStoryIndex.open(folder)
    index.snapshot()
    index.close()
    if (what === 'is damaged') {
      const bytes = readFileSync(join(folder, name))
      bytes[200] = 0
      writeFileSync(join(folder, name), bytes)
    } else rmSync(join(folder, name))
    const before = filesOf(folder).map((file) => [file, readFileSync(join(folder, file), 'latin1')])
    for (let time = 0; time < 2; time++)
      expect(() => FileStoryIndex.open(folder)).toThrow(
        expect.objectContaining({ code, message: expect.stringContaining('wirecopy-2.') }),
      )
    expect(filesOf(folder).map((file) => [file, readFileSync(join(folder, file), 'latin1')])).toEqual(before)
  })
})
