// TEMPORARY, until StoryIndex has toChunks and fromChunks: a snapshot of the articles in order of arrival, which are added anew. Stories
// come out the same; their ids are not kept. One JSON text a line: a head, the articles, and the CRC-32 of all before it.
import { crc32 } from 'node:zlib'
import type { Article } from '../article/article.js'
import { WirecopyError } from '../article/error.js'
import { type IndexOptions, StoryIndex } from '../live/story-index.js'

const head = 'wirecopy snapshot stand-in, version 1'
const chunkLength = 1 << 16

export function* toChunks(index: StoryIndex): Generator<Uint8Array> {
  let checksum = 0
  let lines = `${JSON.stringify(head)}\n`
  const chunk = () => {
    const bytes = Buffer.from(lines)
    checksum = crc32(bytes, checksum)
    lines = ''
    return bytes
  }
  for (const { clusterId, publishedAt, ...article } of index) {
    lines += `${JSON.stringify({ ...article, publishedAt: publishedAt === null ? null : Date.parse(publishedAt) })}\n`
    if (lines.length >= chunkLength) yield chunk()
  }
  yield chunk()
  yield Buffer.from(`${checksum}\n`)
}

export function fromChunks(chunks: Iterable<Uint8Array>, options: IndexOptions): StoryIndex {
  const bytes = Buffer.concat([...chunks])
  const last = bytes.lastIndexOf('\n', bytes.length - 2) + 1
  const lines = bytes.subarray(0, last)
  if (bytes.toString('utf8', last) !== `${crc32(lines)}\n` || !lines.toString('utf8').startsWith(JSON.stringify(head)))
    throw new WirecopyError('bad-snapshot', 'is damaged, or no snapshot of this version of wirecopy')
  const index = new StoryIndex(options)
  for (const line of lines.toString('utf8').split('\n').slice(1, -1)) index.add(JSON.parse(line) as Article)
  return index
}
