// Following files: what is there, what is appended, and what happens to files that grow for months: they are cut short, written anew,
// replaced, and missing for a while.
import { appendFileSync, mkdirSync, mkdtempSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { type FileLine, followLines, streamLines } from '../../src/node/follow-lines.js'

vi.setConfig({ testTimeout: 20_000 })

const folder = mkdtempSync(join(tmpdir(), 'wirecopy-follow-'))
let files = 0
const newFile = () => join(folder, `feed-${files++}.jsonl`)

afterAll(() => rmSync(folder, { recursive: true }))

/** A follower at work, and what it gave so far. */
function follow(paths: readonly string[], options: { readonly once?: boolean; readonly longestLine?: number } = {}) {
  const end = new AbortController()
  const lines: FileLine[] = []
  const notes: string[] = []
  let isCaughtUp = false
  const done = (async () => {
    const followed = followLines(paths, {
      interval: 2,
      once: false,
      longestLine: 1000,
      signal: end.signal,
      note: (file, words) => notes.push(`${paths.indexOf(file)}: ${words}`),
      caughtUp: () => {
        isCaughtUp = true
      },
      ...options,
    })
    for await (const line of followed) lines.push(line)
  })()
  return {
    lines,
    notes,
    done,
    texts: () => lines.map(({ text }) => text),
    /** Waits until it has given these lines, or more, since the beginning. */
    reach: (count: number) => vi.waitFor(() => expect(lines.length).toBeGreaterThanOrEqual(count), patience),
    noted: (words: string) => vi.waitFor(() => expect(notes.join('\n')).toContain(words), patience),
    caughtUp: () => vi.waitFor(() => expect(isCaughtUp).toBe(true), patience),
    stop: () => {
      end.abort()
      return done
    },
  }
}
const patience = { timeout: 15_000, interval: 2 }

describe('followLines', () => {
  it('gives the lines that are there, then those that are appended, with their numbers', async () => {
    const file = newFile()
    writeFileSync(file, 'one\ntwo\n')
    const followed = follow([file])
    await followed.caughtUp()
    expect(followed.texts()).toEqual(['one', 'two'])
    appendFileSync(file, 'three\n\nfive\n')
    await followed.reach(5)
    await followed.stop()
    expect(followed.lines.map(({ number, text }) => [number, text])).toEqual([
      [1, 'one'],
      [2, 'two'],
      [3, 'three'],
      [4, ''],
      [5, 'five'],
    ])
    expect(followed.lines.every((line) => line.file === file)).toBe(true)
  })

  it('waits for the end of a line, wherever it is cut', async () => {
    const file = newFile()
    const bytes = Buffer.from('Zürich, 東京 🗞\n')
    writeFileSync(file, 'first\n')
    const followed = follow([file])
    await followed.reach(1)
    for (const [k, byte] of bytes.entries()) {
      appendFileSync(file, Buffer.from([byte]))
      if (k < bytes.length - 1) expect(followed.lines).toHaveLength(1)
      await new Promise((resolve) => setTimeout(resolve, 3))
    }
    await followed.reach(2)
    await followed.stop()
    expect(followed.texts()).toEqual(['first', 'Zürich, 東京 🗞'])
  })

  it('takes either line end, and no byte order mark', async () => {
    const file = newFile()
    writeFileSync(file, '\ufeffone\r\ntwo\n\r\n')
    const followed = follow([file], { once: true })
    await followed.done
    expect(followed.texts()).toEqual(['one', 'two', ''])
  })

  it('reads files longer than what it reads at once, one after the other', async () => {
    const [first, second] = [newFile(), newFile()]
    const lines = Array.from({ length: 5000 }, (_, i) => `${i} ${'ä'.repeat(i % 50)}`)
    writeFileSync(first, lines.map((line) => `${line}\n`).join(''))
    writeFileSync(second, 'last, without an end')
    const followed = follow([first, second], { once: true })
    await followed.done
    expect(followed.texts()).toEqual([...lines, 'last, without an end'])
  })

  it('refuses a line that is too long at once, and reads on behind its end', async () => {
    const file = newFile()
    writeFileSync(file, `short\n${'x'.repeat(200)}`)
    const followed = follow([file], { longestLine: 100 })
    await followed.reach(2)
    appendFileSync(file, `${'x'.repeat(100_000)}\n${'y'.repeat(100)}\n${'z'.repeat(101)}\nend\n`)
    await followed.reach(5)
    await followed.stop()
    expect(followed.lines.map(({ number, text }) => [number, text])).toEqual([
      [1, 'short'],
      [2, null],
      [3, 'y'.repeat(100)],
      [4, null],
      [5, 'end'],
    ])
  })

  it('reads a file that was cut short from its beginning', async () => {
    const file = newFile()
    writeFileSync(file, 'one\ntwo\nhalf a li')
    const followed = follow([file])
    await followed.caughtUp()
    truncateSync(file)
    await followed.noted('was written anew')
    appendFileSync(file, '1\n')
    await followed.reach(3)
    await followed.stop()
    expect(followed.lines.map(({ number, text }) => [number, text])).toEqual([
      [1, 'one'],
      [2, 'two'],
      [1, '1'],
    ])
  })

  it('reads a file that was written anew from its beginning, though it is longer', async () => {
    const file = newFile()
    writeFileSync(file, 'one\ntwo\n')
    const followed = follow([file])
    await followed.caughtUp()
    writeFileSync(file, 'a longer line\nand another\nand more\n')
    await followed.reach(5)
    await followed.stop()
    expect(followed.texts()).toEqual(['one', 'two', 'a longer line', 'and another', 'and more'])
  })

  it('reads a file that was replaced to its end, then the new one', async () => {
    const file = newFile()
    writeFileSync(file, 'one\n')
    const followed = follow([file])
    await followed.caughtUp()
    renameSync(file, `${file}.1`)
    await followed.noted('no such file; waiting for it')
    // Who writes may not know yet.
    appendFileSync(`${file}.1`, 'two\nthree, cut')
    await followed.reach(2)
    writeFileSync(`${file}.new`, 'four\n')
    renameSync(`${file}.new`, file)
    await followed.reach(4)
    appendFileSync(file, 'five\n')
    await followed.reach(5)
    await followed.stop()
    expect(followed.lines.map(({ number, text }) => [number, text])).toEqual([
      [1, 'one'],
      [2, 'two'],
      [3, 'three, cut'],
      [1, 'four'],
      [2, 'five'],
    ])
    expect(followed.notes).toContain('0: was replaced; reading the new one from its beginning')
  })

  it('waits for a file that is missing, says so once, and follows others meanwhile', async () => {
    const [missing, other] = [newFile(), newFile()]
    writeFileSync(other, '')
    const followed = follow([missing, other])
    await followed.caughtUp()
    appendFileSync(other, 'one\n')
    await followed.reach(1)
    writeFileSync(missing, 'two\n')
    await followed.reach(2)
    await followed.stop()
    expect(followed.texts()).toEqual(['one', 'two'])
    expect(followed.notes).toEqual(['0: no such file; waiting for it'])
  })

  it('takes a missing file for an error where it is to stop at the end, and a folder always', async () => {
    await expect(follow([join(folder, 'missing')], { once: true }).done).rejects.toThrow('missing: no such file')
    const inner = join(folder, 'inner')
    mkdirSync(inner)
    await expect(follow([inner]).done).rejects.toThrow('inner: is a folder')
  })

  it('ends where it is told to, also while it waits', async () => {
    const file = newFile()
    writeFileSync(file, '')
    const followed = follow([file])
    await followed.caughtUp()
    await followed.stop()
    expect(followed.lines).toEqual([])
  })
})

describe('streamLines', () => {
  it('gives the same lines however the bytes come', async () => {
    const bytes = Buffer.from('\ufeffZürich\r\n東京\n\n🗞 no end')
    for (let size = 1; size <= bytes.length; size++) {
      const chunks = async function* () {
        // The same memory each time, as a reader of files has it.
        const chunk = Buffer.alloc(size)
        for (let at = 0; at < bytes.length; at += size) yield chunk.subarray(0, bytes.copy(chunk, 0, at, at + size))
      }
      const lines: FileLine[] = []
      for await (const line of streamLines('<standard input>', chunks(), 100)) lines.push(line)
      expect(lines.map(({ number, text }) => [number, text])).toEqual([
        [1, 'Zürich'],
        [2, '東京'],
        [3, ''],
        [4, '🗞 no end'],
      ])
    }
  })
})
