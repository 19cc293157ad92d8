// A process on a disk that is really full, or under a limit of the length of files. Prints what was refused and what was kept, as JSON.
// Called with a folder to use and, where the disk is to be filled, a file for that; else files have a limit.
import { rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { WirecopyError } from '../../../src/article/error.js'
import { FileStoryIndex } from '../../../src/node/file-story-index.js'

const [folder = '', ballast] = process.argv.slice(2)
const text = (n: number) => `Text ${n}. ${'The ferry left the harbour on Monday. '.repeat(80)}`
const article = (n: number) => ({ id: 'a', outlet: 'Hill News', text: text(n) })

function codeOf(change: () => unknown): string | null {
  try {
    change()
    return null
  } catch (error) {
    return error instanceof WirecopyError ? error.code : String(error)
  }
}

const index = FileStoryIndex.open(folder, { logLimit: Number.POSITIVE_INFINITY })
index.add(article(0))
let kept = 0
const log = () => statSync(join(folder, 'wirecopy-1.log')).size
/** Updates until that is refused; why. */
const fill = () => {
  for (;;) {
    const code = codeOf(() => index.update(article(kept + 1)))
    if (code !== null) return code
    kept++
  }
}
if (ballast !== undefined) {
  // As much as there is room for.
  codeOf(() => writeFileSync(ballast, Buffer.alloc(1e8)))
}
const refused = fill()
const size = log()
const again = codeOf(() => index.update(article(kept + 1)))
const isCut = log() === size
const isAsBefore = index.get('a')?.text === text(kept)
const snapshotRefused = ballast === undefined ? null : codeOf(() => index.snapshot())
if (ballast !== undefined) rmSync(ballast)
// A limit of the length of files leaves room in a new log.
else index.snapshot()
kept++
const later = codeOf(() => index.update(article(kept)))
index.close()
const opened = FileStoryIndex.open(folder)
const isKept = opened.get('a')?.text === text(kept)
console.log(JSON.stringify({ refused, again, isCut, isAsBefore, snapshotRefused, later, isKept, ...opened.recovery }))
opened.close()
