// The process that is killed: opens a folder and makes the changes of a history one after the other, and says so of each when the method
// has returned. Called with the folder, the seed, the number of the first step and the bytes that the log may have.
import { writeSync } from 'node:fs'
import { FileStoryIndex } from '../../../src/node/file-story-index.js'
import { stepAt, take } from '../history.js'
import { longEvery } from './kills.js'

const [folder = '', seed, first, logLimit] = process.argv.slice(2)
const say = (line: string) => writeSync(1, `${line}\n`)

say('opening')
const index = FileStoryIndex.open(folder, { logLimit: Number(logLimit) })
say('open')
for (let number = Number(first); ; number++) {
  const step = stepAt(Number(seed), number, (id) => index.has(id), longEvery)
  if ('article' in step && step.article.text.length > 100_000) say('long')
  take(index, step)
  say(`${number}`)
}
