// The real script of the worker threads, built from the sources at hand, for tests and benchmarks that run these.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'tsup'

export interface WorkerScript {
  readonly url: URL
  remove(): void
}

/** Builds the script into a folder of its own. Takes a fraction of a second. */
export async function buildWorkerScript(): Promise<WorkerScript> {
  const outDir = mkdtempSync(join(tmpdir(), 'wirecopy-worker-'))
  await build({
    config: false,
    silent: true,
    entry: { worker: fileURLToPath(new URL('../../src/node/worker.ts', import.meta.url)) },
    outDir,
    format: 'esm',
    outExtension: () => ({ js: '.mjs' }),
    platform: 'node',
    target: 'node20',
    noExternal: [/.*/],
  })
  return {
    url: pathToFileURL(join(outDir, 'worker.mjs')),
    remove: () => rmSync(outDir, { recursive: true, force: true }),
  }
}
