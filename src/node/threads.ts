// Workers that are threads of Node.
import type { Worker } from 'node:worker_threads'
import type { RunningWorker, StartWorker } from '../workers/cluster.js'
import type { Report } from '../workers/messages.js'

/** Starts threads that run such a worker. */
export function threadsOf(start: () => Worker): StartWorker {
  return (report, failed): RunningWorker => {
    const worker = start()
    worker.on('message', (message: Report) => report(message))
    worker.on('error', failed)
    worker.on('messageerror', failed)
    worker.on('exit', (code) => failed(new Error(`it ended by itself, with code ${code}`)))
    return {
      post: (order, memory) => worker.postMessage(order, memory),
      end: () => worker.terminate(),
    }
  }
}
