// The command, run as its users run it: what it reads, what it prints and writes, and the one line that it says on bad input.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { readFixtures } from '../../fixtures/read.js'
import type { ClusterResult } from '../../src/index.js'

// Starting Node takes most of the time, and more on a busy machine.
vi.setConfig({ testTimeout: 20_000 })

const root = fileURLToPath(new URL('../../', import.meta.url))
const cli = join(root, 'dist', 'cli.js')
const folder = mkdtempSync(join(tmpdir(), 'wirecopy-'))
const articles = readFixtures().map(({ article }) => article)
const someArticles = articles.slice(0, 6)

function run(args: readonly string[], input = '') {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: folder,
    input,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
    maxBuffer: 64e6,
  })
  return { status, stdout, stderr }
}
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return name
}
const lines = (values: readonly unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('')
const resultOf = (stdout: string) => JSON.parse(stdout) as ClusterResult

beforeAll(() => {
  const source = join(root, 'src')
  const newest = Math.max(
    ...readdirSync(source, { recursive: true, encoding: 'utf8' }).map((name) => statSync(join(source, name)).mtimeMs),
  )
  if (!existsSync(cli) || statSync(cli).mtimeMs < newest)
    execFileSync('npm', ['run', 'build'], { cwd: root, stdio: 'ignore' })
}, 120_000)

afterAll(() => {
  rmSync(folder, { recursive: true })
})

describe('wirecopy', () => {
  it('prints its version and its help', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
    expect(run(['--version'])).toEqual({ status: 0, stdout: `${version}\n`, stderr: '' })
    expect(run(['-h']).stdout).toContain('Usage: wirecopy cluster FILE')
    expect(run(['cluster', '--help'])).toEqual(run(['--help']))
  })
})

describe('wirecopy cluster', () => {
  let whole: string | undefined
  /** What a JSON array of the articles gives; every other way of reading them is to give the same. */
  const expected = () => {
    whole ??= run(['cluster', file('some.json', JSON.stringify(someArticles)), '--json']).stdout
    return whole
  }

  it('reports on a JSON array, for people', () => {
    const { status, stdout, stderr } = run(['cluster', file('some.json', JSON.stringify(someArticles, null, 2))])
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toContain('Strait Courier')
    expect(stdout).toMatch(/\n6 articles: \d+ in \d+ stor(?:y|ies) /)
  })

  it('prints the whole result with --json', () => {
    const { clusters, stats } = resultOf(expected())
    expect(stats.articles).toBe(6)
    expect(clusters.length).toBeGreaterThan(0)
    expect(clusters[0]?.copies[0]?.spans.length).toBeGreaterThan(0)
  })

  it('reads JSON Lines, with blank lines, a byte order mark and either line end', () => {
    const text = `\ufeff${lines(someArticles).replaceAll('\n', '\r\n\r\n')}`
    expect(run(['cluster', file('some.jsonl', text), '--json'])).toEqual({ status: 0, stdout: expected(), stderr: '' })
  })

  it('reads standard input', () => {
    expect(run(['cluster', '-', '--json'], lines(someArticles)).stdout).toBe(expected())
    expect(run(['cluster', '--json', '-'], JSON.stringify(someArticles)).stdout).toBe(expected())
  })

  it('reads several files as one batch', () => {
    const [first, second] = [
      file('1.jsonl', lines(someArticles.slice(0, 3))),
      file('2.json', JSON.stringify(someArticles.slice(3))),
    ]
    expect(run(['cluster', first, second, '--json']).stdout).toBe(expected())
  })

  it('takes no articles for what they are', () => {
    expect(run(['cluster', file('none.jsonl', '')]).stdout).toMatch(/^0 articles: /)
    expect(run(['cluster', file('none.json', '[]')]).status).toBe(0)
  })

  it('writes one label a line for every article in order of input; one on its own has its own id', () => {
    const input = file('all.jsonl', lines(articles))
    const { status, stdout } = run(['cluster', input, '--json', '--labels', 'labels.jsonl'])
    expect(status).toBe(0)
    const labels = readFileSync(join(folder, 'labels.jsonl'), 'utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; dispatch: string; story: string })
    expect(labels.map(({ id }) => id)).toEqual(articles.map(({ id }) => id))
    const { clusters, unclustered } = resultOf(stdout)
    expect(unclustered.length).toBeGreaterThan(0)
    for (const { articleId } of unclustered)
      expect(labels).toContainEqual({ id: articleId, dispatch: articleId, story: articleId })
    for (const { id, copies } of clusters)
      for (const { articleId, dispatchId, relation } of copies)
        if (relation !== 'embedded') expect(labels).toContainEqual({ id: articleId, dispatch: dispatchId, story: id })
  })

  it('counts relative dates from --as-of and reads dates by --date-format', () => {
    const [article] = someArticles
    const input = file(
      'dates.jsonl',
      lines([
        { ...article, id: 'ago', publishedAt: '6 hours ago' },
        { ...article, id: 'printed', publishedAt: '2031.08.13' },
      ]),
    )
    const { stdout } = run([
      'cluster',
      input,
      '--json',
      '--as-of',
      '2031-08-13T12:00:00Z',
      '--date-format',
      'yyyy.MM.dd',
    ])
    const { clusters, warnings } = resultOf(stdout)
    expect(warnings).toEqual([])
    const dates = clusters.flatMap(({ copies }) => copies.map(({ articleId, publishedAt }) => [articleId, publishedAt]))
    expect(Object.fromEntries(dates)).toEqual({ ago: '2031-08-13T06:00:00.000Z', printed: '2031-08-13T00:00:00.000Z' })
  })

  it('shows every change with --all-changes', () => {
    const input = file('aquarium.json', JSON.stringify(articles.filter(({ id }) => id.startsWith('ja-'))))
    expect(run(['cluster', input]).stdout).toMatch(/\d+ more differences? \(--all-changes shows them\)/)
    expect(run(['cluster', input, '--all-changes']).stdout).not.toMatch(/--all-changes shows them/)
  })
})

describe('bad input: exit 2, and one line that says where', () => {
  const good = (id: string) => ({ id, outlet: 'Strait Courier', text: 'A boat came.' })
  /** The one line on standard error. */
  function complaint(args: readonly string[], input = ''): string {
    const { status, stdout, stderr } = run(args, input)
    expect(stderr).toMatch(/^wirecopy: [^\n]+\n$/)
    expect([status, stdout]).toEqual([2, ''])
    return stderr
  }

  it('a file that is missing, or is a folder', () => {
    expect(complaint(['cluster', 'missing.json'])).toContain('missing.json: no such file')
    expect(complaint(['cluster', '.'])).toContain('.: is a folder')
  })

  it('bad JSON on line 3 of JSON Lines', () => {
    const input = file('bad.jsonl', `${lines([good('a'), good('b')])}{"id": "c", oops}\n${lines([good('d')])}`)
    expect(complaint(['cluster', input])).toContain('bad.jsonl:3: is not JSON')
  })

  it.each([
    ['an unknown word', '[\n{"id": "a", "outlet": "A", "text": "A."},\n{"id": oops},\n{"id": "c"}\n]\n'],
    ['a missing comma', '[\n{"id": "a", "outlet": "A", "text": "A."},\n{"id": "b" "outlet": "B"},\n{"id": "c"}\n]\n'],
  ])('bad JSON on line 3 of an array: %s', (_, text) => {
    expect(complaint(['cluster', file('bad.json', text)])).toContain('bad.json:3: is not JSON')
  })

  it('an array that breaks off', () => {
    expect(complaint(['cluster', file('short.json', '[\n{"id": "a"},\n{"id": "b"')])).toContain(
      'short.json:3: is not JSON',
    )
  })

  it('an article without text on line 2 of JSON Lines', () => {
    const input = file('notext.jsonl', lines([good('a'), { id: 'b', outlet: 'B' }]))
    expect(complaint(['cluster', input])).toMatch(/notext\.jsonl:2: article "b": text must be a string/)
  })

  it('an article without text on line 2 of an array', () => {
    const input = file('notext.json', `[${JSON.stringify(good('a'))},\n{"id": "b", "outlet": "B"}]`)
    expect(complaint(['cluster', input])).toMatch(/notext\.json:2: article "b": text must be a string/)
  })

  it('an article without an id, in the second file', () => {
    const [first, second] = [
      file('ids.jsonl', lines([good('a')])),
      file('noid.jsonl', `\n${lines([{ outlet: 'B', text: 'B' }])}`),
    ]
    expect(complaint(['cluster', first, second])).toContain('noid.jsonl:2: ')
  })

  it('what is no article at all', () => {
    expect(complaint(['cluster', file('number.jsonl', `${lines([good('a')])}42\n`)])).toContain(
      'number.jsonl:2: expected an article',
    )
    expect(complaint(['cluster', file('null.json', '[\n\nnull]')])).toContain('null.json:3: expected an article')
  })

  it('an id that is used twice: the later place', () => {
    const input = file('twice.jsonl', lines([good('a'), good('b'), good('a')]))
    expect(complaint(['cluster', input])).toMatch(/twice\.jsonl:3: article "a": id is used twice/)
  })

  it('an article without text whose id is used again further down: its own place', () => {
    const input = file('both.jsonl', lines([good('b'), { id: 'a', outlet: 'A' }, good('a')]))
    expect(complaint(['cluster', input])).toMatch(/both\.jsonl:2: article "a": text must be a string/)
  })

  it('standard input, by that name', () => {
    expect(complaint(['cluster', '-'], '{"id": 1}\n')).toContain('<standard input>:1: ')
  })

  it('an unknown option, no file, no command, an unknown command', () => {
    expect(complaint(['cluster', 'x.json', '--colour'])).toContain('--colour')
    expect(complaint(['cluster'])).toContain('cluster needs a FILE')
    expect(complaint([])).toContain('a command is missing')
    expect(complaint(['sort', 'x.json'])).toContain('"sort" is no command')
  })

  it.each([
    ['--window', 'soon'],
    ['--window', '0'],
    ['--as-of', 'soon'],
    ['--date-format', 'YYYY-DD'],
  ])('%s %s', (option, value) => {
    const input = file('dated.jsonl', lines([{ ...good('a'), publishedAt: '4 o’clock' }]))
    complaint(['cluster', input, option, value])
  })

  it('a labels file that cannot be written', () => {
    const input = file('good.jsonl', lines([good('a')]))
    expect(complaint(['cluster', input, '--labels', 'no/such/folder.jsonl'])).toContain(
      'no/such/folder.jsonl: cannot be written',
    )
  })

  it('without the control characters of an article', () => {
    const input = file('hostile.jsonl', lines([{ id: 'a\u001b[2J\r', outlet: 'A' }]))
    expect(complaint(['cluster', input]).trimEnd()).not.toMatch(/\p{Cc}/u)
  })
})
