// The README's examples are run as they stand, against the built package; the first must print what the README says.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const readme = readFileSync(join(root, 'README.md'), 'utf8')
const examples = [...readme.matchAll(/```js\n([\s\S]*?)```(?:\n\n```text\n([\s\S]*?)```)?/g)]

describe('the README', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(root, 'node_modules', '.readme-'))
    if (!existsSync(join(root, 'dist', 'index.js'))) execFileSync('npm', ['run', 'build'], { cwd: root })
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  const run = (code: string): string => {
    const file = join(folder, 'example.mjs')
    writeFileSync(file, code.replaceAll("'wirecopy'", `'${pathToFileURL(join(root, 'dist', 'index.js')).href}'`))
    return execFileSync(process.execPath, [file], { encoding: 'utf8' })
  }

  it('has examples', () => expect(examples.length).toBe(2))

  it.each(examples.map(([, code = '', output], i) => [i + 1, code, output] as const))(
    'example %i runs, and prints what is shown',
    (_, code, output) => {
      const printed = run(code)
      if (output !== undefined) expect(printed).toBe(output)
      else expect(printed).not.toBe('')
    },
  )
})
