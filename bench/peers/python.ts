// A Python environment with the peers at pinned versions, made once in a cache folder that no tool looks into.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const folder = fileURLToPath(new URL('../../node_modules/.cache/wirecopy-peers/', import.meta.url))
const requirements = fileURLToPath(new URL('requirements.txt', import.meta.url))
const stamp = `${folder}installed.txt`
const programs = process.platform === 'win32' ? 'Scripts' : 'bin'

export const peersPython = `${folder}${programs}/${process.platform === 'win32' ? 'python.exe' : 'python'}`

function run(program: string, args: readonly string[]): string | null {
  const { status, error, stderr } = spawnSync(program, args, { encoding: 'utf8', stdio: ['ignore', 'ignore', 'pipe'] })
  if (error) return error.message
  return status === 0 ? null : stderr.trim().split('\n').slice(-3).join(' ')
}

/** Makes the environment where it is not there yet. Returns what went wrong, or null. */
export function preparePython(): string | null {
  const wanted = readFileSync(requirements, 'utf8')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return null
  if (!existsSync(peersPython)) {
    console.log('Making a Python environment for the peers (once)')
    mkdirSync(folder, { recursive: true })
    const failed = run('python3', ['-m', 'venv', folder])
    if (failed) return `no Python environment: ${failed}`
  }
  const install = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--no-deps']
  if (run(peersPython, [...install, '-r', requirements])) {
    // One package that this machine cannot have must not cost the others. Without the stamp the next run tries again.
    for (const pin of wanted.split('\n').filter((line) => line !== '' && !line.startsWith('#'))) {
      const failed = run(peersPython, [...install, pin])
      if (failed) console.log(`${pin} is not to be had: ${failed}`)
    }
    return null
  }
  writeFileSync(stamp, wanted)
  return null
}
