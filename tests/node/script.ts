// Scripts for processes that tests start, bundled once from the sources at hand: starting tsx for each would take most of the time.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'tsup'

export interface Script {
  readonly path: string
  remove(): void
}

/** Bundles a script that is named by its path from this folder. Takes a fraction of a second. */
export async function bundle(script: string): Promise<Script> {
  const outDir = mkdtempSync(join(tmpdir(), 'wirecopy-script-'))
  await build({
    config: false,
    silent: true,
    entry: { script: fileURLToPath(new URL(script, import.meta.url)) },
    outDir,
    format: 'esm',
    outExtension: () => ({ js: '.mjs' }),
    platform: 'node',
    target: 'node20',
    noExternal: [/.*/],
  })
  return { path: join(outDir, 'script.mjs'), remove: () => rmSync(outDir, { recursive: true, force: true }) }
}
