// What tests run in processes and threads of their own, bundled from the sources at hand: starting tsx for each would take most of the
// time, and what was built for users last may be older.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'tsup'

export interface Bundle {
  readonly path: string
  remove(): void
}

/** Bundles a script into a folder of its own. Takes a fraction of a second. */
export async function bundleOf(source: URL): Promise<Bundle> {
  const outDir = mkdtempSync(join(tmpdir(), 'wirecopy-bundle-'))
  await build({
    config: false,
    silent: true,
    entry: { script: fileURLToPath(source) },
    outDir,
    format: 'esm',
    outExtension: () => ({ js: '.mjs' }),
    platform: 'node',
    target: 'node20',
    noExternal: [/.*/],
  })
  return { path: join(outDir, 'script.mjs'), remove: () => rmSync(outDir, { recursive: true, force: true }) }
}
