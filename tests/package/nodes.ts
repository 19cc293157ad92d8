// Runs the tests under other versions of Node than the one at hand, which the package `node` carries. Run by
// `npm run test:nodes`; prints which version each run really had, and exits 1 when one fails.
import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const versions = ['22', '24']

/** Runs `node` of a major version with the given arguments; gives its exit code and, unless it is shown, its output. */
function runNode(version: string, args: readonly string[], output: 'inherit' | 'pipe') {
  const command = ['--yes', '--package', `node@${version}`, 'node', ...args]
  return spawnSync('npx', command, { cwd: root, encoding: 'utf8', stdio: ['ignore', output, 'inherit'] })
}

const failed = versions.filter((version) => {
  const real = (runNode(version, ['--version'], 'pipe').stdout ?? '').trim()
  console.log(`\nNode ${version}: ${real || 'could not be started'}`)
  if (!real.startsWith(`v${version}.`)) return true
  return runNode(version, ['node_modules/vitest/vitest.mjs', 'run'], 'inherit').status !== 0
})
console.log(`${versions.length - failed.length} passed, ${failed.length} failed`)
process.exitCode = failed.length > 0 ? 1 : 0
