// A log as a file: what a torn end, damage in the middle, a newer version and a file of another program do, and that none is changed.
import { appendFileSync, copyFileSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { files } from '../../src/node/files.js'
import type { LogRecord } from '../../src/node/log-record.js'
import { WriteAheadLog } from '../../src/node/write-ahead-log.js'
import { newFolder, removeFolders } from './folders.js'

const options = { settings: '{"windowDays":5}', isSynced: false }
const records: readonly LogRecord[] = ['first', 'the second, “quoted”', '', 'the last'].map((payload, kind) => ({
  kind: kind + 1,
  arrived: 1e12 + kind,
  payload,
}))
const folder = newFolder()
const whole = join(folder, 'whole.log')
const path = join(folder, 'some.log')
const log = WriteAheadLog.create(files, whole, options)
const starts: number[] = []
for (const record of records) {
  starts.push(statSync(whole).size)
  log.append(record)
}
log.close()
const bytes = readFileSync(whole)
afterAll(removeFolders)

function read(settings = options.settings) {
  const found: LogRecord[] = []
  const opened = WriteAheadLog.open(files, path, { ...options, settings }, (record) => found.push(record))
  return { found, opened }
}

/** Reads a log that is refused: gives why, and makes sure that it is as it was. */
function refusal(content: Uint8Array, settings?: string): unknown {
  writeFileSync(path, content)
  let why: unknown = null
  try {
    read(settings)
  } catch (error) {
    why = error
  }
  expect(readFileSync(path).equals(content)).toBe(true)
  return why
}

describe('a log', () => {
  it('gives what was written, also to who goes on with it', () => {
    copyFileSync(whole, path)
    const { found, opened } = read()
    expect(found).toEqual(records)
    opened.append({ kind: 9, arrived: 5, payload: 'more' })
    opened.close()
    expect(read().found).toEqual([...records, { kind: 9, arrived: 5, payload: 'more' }])
  })

  it('that ends anywhere in a record gives those before, and goes on after them', () => {
    for (let size = starts[0] ?? 0; size < bytes.length; size++) {
      writeFileSync(path, bytes.subarray(0, size))
      const { found, opened } = read()
      const kept = starts.filter((_, k) => (starts[k + 1] ?? bytes.length) <= size).length
      expect(found).toEqual(records.slice(0, kept))
      opened.cutTorn()
      opened.append({ kind: 9, arrived: 5, payload: '' })
      opened.close()
      expect(read().found.map(({ kind }) => kind)).toEqual([...records.slice(0, kept).map(({ kind }) => kind), 9])
    }
  })

  it('whose last record was not written but has its length gives those before', () => {
    const zeros = Buffer.from(bytes)
    zeros.fill(0, starts.at(-1))
    writeFileSync(path, zeros)
    expect(read().found).toEqual(records.slice(0, -1))
    copyFileSync(whole, path)
    appendFileSync(path, Buffer.alloc(5000))
    expect(read().found).toEqual(records)
  })

  it('that is damaged anywhere before its last record is refused, and stays as it is', () => {
    for (let at = 0; at < (starts.at(-1) ?? 0); at++) {
      const damaged = Buffer.from(bytes)
      damaged[at] = (damaged[at] ?? 0) ^ 0x10
      const start = starts.findLast((one) => one <= at)
      const expected =
        start === undefined ? /some\.log: is / : new RegExp(`some\\.log: the record at byte ${start} is damaged`)
      expect(refusal(damaged), `byte ${at}`).toMatchObject({
        code: 'bad-log',
        message: expect.stringMatching(expected),
      })
    }
  })

  it('can be cut where its damage says', () => {
    const damaged = Buffer.from(bytes)
    damaged[(starts[1] ?? 0) + 25] = 0
    const { message } = refusal(damaged) as Error
    truncateSync(path, Number(/cut the file to (\d+) bytes/.exec(message)?.[1]))
    expect(read().found).toEqual(records.slice(0, 1))
  })

  it('of a newer version, of other settings or of another program is refused', () => {
    const newer = Buffer.from(bytes)
    newer.writeUInt32LE(2, 12)
    expect(refusal(newer)).toMatchObject({ code: 'bad-log', message: expect.stringContaining('is of version 2') })
    for (const foreign of ['', 'GET / 200\nGET / 404\n', 'wirecopy-lo'])
      expect(refusal(Buffer.from(foreign))).toMatchObject({
        code: 'bad-log',
        message: `${path}: is no log of wirecopy`,
      })
    expect(refusal(bytes, '{"windowDays":3}')).toMatchObject({
      code: 'bad-option',
      message: expect.stringContaining('with {"windowDays":5}, not with {"windowDays":3}'),
    })
  })
})
