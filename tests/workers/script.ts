// The real script of the worker threads, built from the sources at hand, for tests and benchmarks that run these.
import { pathToFileURL } from 'node:url'
import { bundleOf } from '../bundle.js'

export interface WorkerScript {
  readonly url: URL
  remove(): void
}

export async function buildWorkerScript(): Promise<WorkerScript> {
  const { path, remove } = await bundleOf(new URL('../../src/node/worker.ts', import.meta.url))
  return { url: pathToFileURL(path), remove }
}
