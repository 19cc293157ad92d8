// The command, built from the sources at hand, for tests that run it.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'tsup'

export interface BuiltCommand {
  readonly path: string
  remove(): void
}

/** Builds the command into a folder of its own. Takes a fraction of a second. */
export async function buildCommand(): Promise<BuiltCommand> {
  const outDir = mkdtempSync(join(tmpdir(), 'wirecopy-command-'))
  await build({
    config: false,
    silent: true,
    entry: { cli: fileURLToPath(new URL('../../src/node/cli.ts', import.meta.url)) },
    outDir,
    format: 'esm',
    outExtension: () => ({ js: '.mjs' }),
    platform: 'node',
    target: 'node20',
    noExternal: [/.*/],
  })
  return { path: join(outDir, 'cli.mjs'), remove: () => rmSync(outDir, { recursive: true, force: true }) }
}
