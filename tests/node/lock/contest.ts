// Several processes that want the lock of a folder at the same moment, again and again, after its owner gave it back or was killed.
import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { seeded } from '../../../bench/random.js'

/** A process that answers each line with one. */
export class Contender {
  readonly process: ChildProcess
  readonly #answers: AsyncIterator<string>

  constructor(script: string, folder: string) {
    this.process = spawn(process.execPath, [script, folder], { stdio: ['pipe', 'pipe', 'inherit'] })
    if (!this.process.stdout) throw new Error('a pipe is missing')
    this.#answers = createInterface({ input: this.process.stdout })[Symbol.asyncIterator]()
  }

  async hear(): Promise<string> {
    return (await this.#answers.next()).value ?? 'ended'
  }

  ask(line: string): Promise<string> {
    this.process.stdin?.write(`${line}\n`)
    return this.hear()
  }

  kill(): Promise<void> {
    return new Promise((resolve) => {
      this.process.once('close', () => resolve())
      this.process.kill('SIGKILL')
    })
  }
}

/** @throws Error where not exactly one process takes the lock; gives how many owners were killed */
export async function contest(
  script: string,
  folder: string,
  contenders: number,
  rounds: number,
  seed: number,
): Promise<number> {
  const random = seeded(seed)
  const start = async () => {
    const contender = new Contender(script, folder)
    await contender.hear()
    return contender
  }
  const all = await Promise.all(Array.from({ length: contenders }, start))
  let killed = 0
  try {
    for (let round = 0; round < rounds; round++) {
      const moment = String(Date.now() + 5)
      const answers = await Promise.all(all.map((contender) => contender.ask(moment)))
      const told = answers.join(' ')
      if ([...answers].sort().join(' ') !== [...Array(contenders - 1).fill('locked'), 'taken'].join(' '))
        throw new Error(`round ${round + 1} of seed ${seed}: ${told}`)
      const owner = all[answers.indexOf('taken')]
      if (random() < 0.6) await owner?.ask('release')
      else {
        await owner?.kill()
        all[answers.indexOf('taken')] = await start()
        killed++
      }
    }
  } finally {
    await Promise.all(all.map((contender) => contender.kill()))
  }
  return killed
}
