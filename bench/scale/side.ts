// Starts the processes that do the measured work: bundles of bench/scale/sides, made as the library is built, each under plain node with
// the garbage collector at hand. A side is sent a command at a time and answers each with one message.
import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'tsup'

const here = fileURLToPath(new URL('./', import.meta.url))
const bundles = mkdtempSync(join(tmpdir(), 'wirecopy-scale-'))
process.on('exit', () => rmSync(bundles, { recursive: true, force: true }))

const names = ['growth', 'index', 'identical', 'stages', 'live', 'news'] as const
/** `news` is a thread of `live`. */
type SideName = Exclude<(typeof names)[number], 'news'>

/** Compiled as tsup.config.ts has the library compiled: what tsx makes is slower than what users get. */
export async function bundleSides(): Promise<void> {
  await build({
    config: false,
    entry: Object.fromEntries(names.map((name) => [name, join(here, 'sides', `${name}.ts`)])),
    outDir: bundles,
    outExtension: () => ({ js: '.mjs' }),
    format: ['esm'],
    platform: 'node',
    target: 'es2022',
    noExternal: [/.*/],
    treeshake: true,
    splitting: false,
    silent: true,
    esbuildOptions: (options) => {
      options.mainFields = ['module', 'main']
    },
  })
}

/** The library as it was built, for sides that measure what users get. */
export const builtLibrary = new URL('../../dist/index.js', import.meta.url).href

export interface Side<Answer> {
  /** Rejects where the process ends without an answer, as when its memory does not suffice, or takes too long. */
  ask(command: unknown): Promise<Answer>
  end(): void
}

// Memory for a million articles that the caller holds. The young generation is given more than Node's 16 MB, as its collections walk over the whole heap's pages: with ten gigabytes of articles
// in it they would take a quarter of the time.
export const memoryFlags: readonly string[] = ['--max-old-space-size=20000', '--max-semi-space-size=64']

/** Starts a side; its answers are taken for what the side's file says that they are. */
export function startSide<Answer>(name: SideName, longestMinutes = 15, flags = memoryFlags): Side<Answer> {
  const child: ChildProcess = fork(join(bundles, `${name}.mjs`), {
    execArgv: ['--expose-gc', ...flags],
    serialization: 'advanced',
  })
  return {
    ask: (command) =>
      new Promise((resolve, reject) => {
        const stop = (message: string) => () => {
          child.kill('SIGKILL')
          settle(() => reject(new Error(message)))
        }
        const clock = setTimeout(stop(`gave up after ${longestMinutes} minutes`), longestMinutes * 60_000)
        const ended = stop('the process ended; its memory may not have sufficed')
        const answered = (answer: unknown) => settle(() => resolve(answer as Answer))
        function settle(done: () => void): void {
          clearTimeout(clock)
          child.off('message', answered)
          child.off('exit', ended)
          done()
        }
        child.once('message', answered)
        child.once('exit', ended)
        child.send({ command })
      }),
    end: () => {
      child.disconnect()
    },
  }
}

/** One command to a fresh process. */
export async function askOnce<Answer>(name: SideName, command: unknown, longestMinutes?: number): Promise<Answer> {
  const side = startSide<Answer>(name, longestMinutes)
  const answer = await side.ask(command)
  side.end()
  return answer
}
