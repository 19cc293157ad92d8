// A side of the benchmark as a long-lived child process: one command a line in JSON to it, one answer a line from it.
// Seconds are measured inside the process, so starting it, loading texts and the pipe cost nothing.
import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { peersPython } from './python.js'

const here = fileURLToPath(new URL('./', import.meta.url))

type Answer = Readonly<Record<string, unknown>>

/** Ways of doing one thing, by the row of the table that they compete for. */
export type Ways = Readonly<Record<string, readonly string[]>>

export interface Command {
  readonly do: 'ways' | 'load' | 'distinct' | 'signatures' | 'job'
  readonly [option: string]: unknown
}

export interface JobAnswer {
  readonly seconds: number
  readonly labels: readonly string[]
  /** Seconds of each part, where the side tells them. */
  readonly parts: Readonly<Record<string, number>>
}

export interface Side {
  readonly name: string
  readonly signatures: Ways
  readonly job: Ways
  load(file: string): Promise<void>
  /** How many distinct shingles some texts have, or null where the tool does not tell. */
  distinct(texts: readonly string[]): Promise<number | null>
  /** Seconds of a pass over the first texts. */
  timeSignatures(row: string, way: string, texts: number, atLeast: number): Promise<number>
  runJob(row: string, way: string, threshold: number): Promise<JobAnswer>
  end(): void
}

// One thread each: rayon is what Rust uses, the others what NumPy may be built with.
const oneThread = {
  RAYON_NUM_THREADS: '1',
  OMP_NUM_THREADS: '1',
  OPENBLAS_NUM_THREADS: '1',
  MKL_NUM_THREADS: '1',
  PYTHONHASHSEED: '0',
}

const isRecord = (value: unknown): value is Answer => typeof value === 'object' && value !== null

function numberIn(answer: Answer, name: string): number {
  const value = answer[name]
  if (typeof value !== 'number') throw new Error(`expected a number as ${name}`)
  return value
}

function waysIn(answer: Answer, name: string): Ways {
  const rows = answer[name]
  if (!isRecord(rows)) throw new Error(`expected rows as ${name}`)
  return Object.fromEntries(
    Object.entries(rows).map(([row, ways]) => [row, Array.isArray(ways) ? ways.map(String) : []]),
  )
}

/** Sends commands and reads answers in turn. */
function talker(name: string, child: ChildProcess): () => Promise<Answer> {
  const { stdout } = child
  if (!stdout) throw new Error(`${name} has no output`)
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]()
  return async () => {
    const { value, done } = await lines.next()
    if (done) throw new Error(`${name} ended`)
    const answer: unknown = JSON.parse(value)
    if (!isRecord(answer)) throw new Error(`${name} answered ${value}`)
    if (typeof answer.error === 'string') throw new Error(answer.error)
    return answer
  }
}

/** Starts a side: wirecopy, minhash, or a peer written for Python. Throws where its package is not there. */
export async function startSide(name: string): Promise<Side> {
  const inNode = name === 'wirecopy' || name === 'minhash'
  const [program, script] = inNode ? [process.execPath, 'worker.mjs'] : [peersPython, 'worker.py']
  const child = spawn(program, [`${here}${script}`, name], {
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, ...oneThread, PYTHONDONTWRITEBYTECODE: '1' },
  })
  // Without a listener a program that is missing would end the benchmark; its closed output tells the same.
  child.on('error', () => undefined)
  const next = talker(name, child)
  const ask = (command: Command) => {
    child.stdin?.write(`${JSON.stringify(command)}\n`)
    return next()
  }
  await next()
  const ways = await ask({ do: 'ways' })
  return {
    name,
    signatures: waysIn(ways, 'signatures'),
    job: waysIn(ways, 'job'),
    async load(file) {
      await ask({ do: 'load', file })
    },
    async distinct(texts) {
      const { distinct } = await ask({ do: 'distinct', texts })
      return typeof distinct === 'number' ? distinct : null
    },
    async timeSignatures(row, way, texts, atLeast) {
      return numberIn(await ask({ do: 'signatures', row, way, texts, atLeast }), 'seconds')
    },
    async runJob(row, way, threshold) {
      const answer = await ask({ do: 'job', row, way, threshold })
      const { labels, parts } = answer
      if (!Array.isArray(labels) || !isRecord(parts)) throw new Error(`${name} gave no labels`)
      return {
        seconds: numberIn(answer, 'seconds'),
        labels: labels.map(String),
        parts: Object.fromEntries(Object.keys(parts).map((part) => [part, numberIn(parts, part)])),
      }
    },
    end() {
      child.stdin?.end()
    },
  }
}
