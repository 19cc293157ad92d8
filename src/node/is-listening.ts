// Whether anybody listens at a socket, asked without giving up the thread: another thread connects, and this one waits.
import { Worker } from 'node:worker_threads'

// Only a refusal and an absence say that nobody is there; a full queue, say, is somebody's.
const script = `
const { connect } = require('node:net')
const { path, answer } = require('node:worker_threads').workerData
const cell = new Int32Array(answer)
const socket = connect(path)
const tell = (isListening) => {
  Atomics.store(cell, 0, isListening ? 1 : 2)
  Atomics.notify(cell, 0)
  socket.destroy()
}
socket.on('connect', () => tell(true))
socket.on('error', ({ code }) => tell(code !== 'ECONNREFUSED' && code !== 'ENOENT'))
`
const longestWait = 30_000

/** Takes about 20 ms, most of them for the thread. Where there is no answer in half a minute, somebody may be there. */
export function isListening(path: string): boolean {
  const answer = new SharedArrayBuffer(4)
  const cell = new Int32Array(answer)
  const worker = new Worker(script, { eval: true, execArgv: [], workerData: { path, answer } })
  worker.on('error', () => {})
  worker.unref()
  Atomics.wait(cell, 0, 0, longestWait)
  return Atomics.load(cell, 0) !== 2
}
