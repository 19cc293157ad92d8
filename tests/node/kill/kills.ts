// Kills a process that changes an index, again and again, at random moments: while it starts, reads the folder, changes the index, writes
// a snapshot. After each kill a copy of the folder is opened: every change that the process acknowledged must be there, and at most the
// one after; and the stories must be those of clusterArticles. The next process gets the folder itself, as the kill left it.
import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { seeded } from '../../../bench/random.js'
import { type Article, StoryIndex } from '../../../src/index.js'
import { FileStoryIndex } from '../../../src/node/file-story-index.js'
import { copyOf, filesOf, groupsOf, groupsOfArticles, newFolder, storiesOf } from '../folders.js'
import { note, stepAt, take, textOf } from '../history.js'

/** How rare long articles are, of which a kill may leave a part. */
export const longEvery = 40

/** What kills found. */
export interface Kills {
  kills: number
  acknowledged: number
  /** Kills after which the change that was not acknowledged was there. */
  ahead: number
  whileStarting: number
  whileOpening: number
  /** Kills that left a snapshot or a log unfinished, or files of two snapshots. */
  whileSnapshotting: number
}

export const noKills = (): Kills => ({
  kills: 0,
  acknowledged: 0,
  ahead: 0,
  whileStarting: 0,
  whileOpening: 0,
  whileSnapshotting: 0,
})

/** When a process is killed: some time after it has said a thing. */
interface Moment {
  readonly said: 'start' | 'opening' | 'open' | 'long'
  readonly milliseconds: number
}

/**
 * Adds what it finds to `found`.
 *
 * @throws Error where anything that was acknowledged is lost; it says how to do it again
 */
export async function kill(script: string, kills: number, seed: number, logLimit: number, found: Kills): Promise<void> {
  const random = seeded(seed)
  const folder = newFolder()
  const articles = new Map<string, Article>()
  // An index that nothing happened to.
  const plain = new StoryIndex()
  let next = 0
  const noteNext = () => {
    const step = stepAt(seed, next++, (id) => articles.has(id), longEvery)
    note(articles, step)
    take(plain, step)
  }
  for (let round = 0; round < kills; round++) {
    const child = spawn(process.execPath, [script, folder, `${seed}`, `${next}`, `${logLimit}`], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const said = await killedAt(child, momentOf(random))
    if (!said.includes('opening')) found.whileStarting++
    else if (!said.includes('open')) found.whileOpening++
    const told = said.filter((line) => /^\d+$/.test(line)).map(Number)
    for (const number of told) {
      if (number !== next) throw new Error(`step ${number} was acknowledged after ${next - 1}`)
      noteNext()
    }
    found.acknowledged += told.length
    const where = `kill ${round + 1} of seed ${seed}, after step ${next - 1}`
    const names = filesOf(folder)
    if (names.some((name) => name.endsWith('.new')) || names.length > 2) found.whileSnapshotting++
    const copy = copyOf(folder)
    const index = FileStoryIndex.open(copy)
    const isAsNoted = () => textOf(index) === textOf(articles.values())
    if (!isAsNoted()) {
      noteNext()
      if (!isAsNoted()) throw new Error(`${where}: an acknowledged change is lost, or more than one is ahead`)
      found.ahead++
    }
    if (storiesOf(index) !== storiesOf(plain)) throw new Error(`${where}: stories or their ids are others`)
    if (JSON.stringify(groupsOf(index.clusters())) !== JSON.stringify(groupsOfArticles(articles.values())))
      throw new Error(`${where}: the stories are not those of clusterArticles`)
    index.close()
    rmSync(copy, { recursive: true })
    found.kills++
  }
}

function momentOf(random: () => number): Moment {
  const which = random()
  if (which < 0.1) return { said: 'start', milliseconds: random() * 120 }
  if (which < 0.3) return { said: 'opening', milliseconds: random() * 60 }
  if (which < 0.5) return { said: 'long', milliseconds: random() * 12 }
  return { said: 'open', milliseconds: random() * 150 }
}

/** Kills a process at a moment; gives all the lines that it wrote whole before. */
function killedAt(child: ChildProcess, { said, milliseconds }: Moment): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    let output = ''
    let errors = ''
    let isDue = false
    const killLater = () => {
      if (isDue) return
      isDue = true
      // Timers have whole milliseconds.
      const end = performance.now() + milliseconds
      const wait = () => (performance.now() < end ? setImmediate(wait) : child.kill('SIGKILL'))
      wait()
    }
    if (said === 'start') killLater()
    child.stdout?.on('data', (chunk) => {
      output += chunk
      if (output.includes(`${said}\n`)) killLater()
    })
    child.stderr?.on('data', (chunk) => {
      errors += chunk
    })
    child.on('close', (_, signal) => {
      if (signal === 'SIGKILL') resolve(output.split('\n').slice(0, -1))
      else reject(new Error(`the process ended by itself: ${errors}`))
    })
  })
}
