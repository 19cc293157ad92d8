// The command `wirecopy watch`, run as its users run it: fed by standard input and by files that grow, stopped by hand, and given bad
// lines.
import { type ChildProcess, spawn } from 'node:child_process'
import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { readFixtures } from '../../fixtures/read.js'
import type { Bundle } from '../bundle.js'
import { buildCommand } from './command.js'

// Starting Node takes most of the time, and more on a busy machine.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const folder = mkdtempSync(join(tmpdir(), 'wirecopy-watch-'))
const telegram = readFixtures()
  .filter(({ gold }) => gold.story === 'telegram-calls')
  .map(({ article }) => article)
  .sort((x, y) => Date.parse(x.publishedAt ?? '') - Date.parse(y.publishedAt ?? ''))
const lines = (values: readonly unknown[]) => values.map((value) => `${JSON.stringify(value)}\n`).join('')
const file = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return name
}

let command: Bundle
const running = new Set<ChildProcess>()

/** The command at work, and what it printed so far. */
function start(...args: readonly string[]) {
  const child = spawn(process.execPath, [command.path, 'watch', ...args], {
    cwd: folder,
    env: { ...process.env, NO_COLOR: undefined, FORCE_COLOR: undefined, CI: 'true' },
  })
  running.add(child)
  const printed = { stdout: '', stderr: '' }
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => {
      printed[name] += text
    })
  // It may have ended before all that it is given is written.
  child.stdin.on('error', () => {})
  const ended = new Promise<{ status: number | null; stdout: string; stderr: string }>((resolve) =>
    child.on('close', (status) => {
      running.delete(child)
      resolve({ status, ...printed })
    }),
  )
  return {
    child,
    ended,
    /** Waits until it has printed this. */
    says: (text: string, where: 'stdout' | 'stderr' = 'stdout') =>
      vi.waitFor(() => expect(printed[where]).toContain(text), { timeout: 50_000, interval: 5 }),
    interrupt: () => {
      child.kill('SIGINT')
      return ended
    },
  }
}

/** Runs it to its end on standard input. */
function run(args: readonly string[], input = '') {
  const { child, ended } = start(...args)
  child.stdin.end(input)
  return ended
}

beforeAll(async () => {
  command = await buildCommand()
})
afterEach(() => {
  for (const child of running) child.kill('SIGKILL')
})
afterAll(() => {
  command.remove()
  rmSync(folder, { recursive: true })
})

describe('wirecopy watch', () => {
  it('reads standard input to its end: a story when a second outlet carries it, a line for each further copy', async () => {
    const { status, stdout, stderr } = await run(['-'], lines(telegram))
    const [first, ...rest] = stdout.trimEnd().split('\n')
    expect(first).toMatch(/^NEW STORY Reuters: Velmora limits some Telegram.*\[telegram-harbour\]$/)
    expect(stdout).toMatch(/\n {10}Channel Harbour {2}has 91 % of the text, .* {2}2031-08-13 13:47\n/)
    expect(rest.at(-1)).toMatch(
      /^copy {6}Batavia Herald “Velmora curbs calls .*” copy of the Reuters dispatch, also at Channel Harbour, Strait Courier \(3 outlets\); has 89 % of the text, cut from the end after 89 %/,
    )
    expect(stderr).toBe('wirecopy: 3 articles, 1 story at two outlets or more\n')
    expect(status).toBe(0)
  })

  it('follows a file that is missing at first and then grows, until it is interrupted', async () => {
    const watched = start('later.jsonl', '--interval', '0.005')
    await watched.says('later.jsonl: no such file; waiting for it', 'stderr')
    await watched.says('watching for more', 'stderr')
    const [first, second, third] = telegram.map((article) => lines([article]))
    const feed = join(folder, file('later.jsonl', `${first}${second?.slice(0, 500)}`))
    appendFileSync(feed, second?.slice(500) ?? '')
    await watched.says('NEW STORY')
    appendFileSync(feed, third ?? '')
    await watched.says('copy      Batavia Herald')
    const { status, stderr } = await watched.interrupt()
    expect(stderr).toMatch(/\nwirecopy: 3 articles, 1 story at two outlets or more\n$/)
    expect(status).toBe(0)
  })

  it('is interrupted while it waits for standard input', async () => {
    const watched = start('-')
    watched.child.stdin.write(lines(telegram.slice(0, 2)))
    await watched.says('NEW STORY')
    expect(await watched.interrupt()).toMatchObject({
      status: 0,
      stderr: 'wirecopy: 2 articles, 1 story at two outlets or more\n',
    })
  })

  it('prints one JSON object for every article with --json', async () => {
    const { stdout } = await run(['--once', '--json', file('some.jsonl', lines(telegram))])
    const told = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
    expect(told).toMatchObject([
      { file: 'some.jsonl', line: 1, articleId: 'telegram-harbour', isUpdate: false, outcome: 'new', stories: [] },
      {
        line: 2,
        articleId: 'telegram-courier',
        outcome: 'copy',
        clusterId: 'telegram-harbour',
        matches: [{ articleId: 'telegram-harbour', outlet: 'Channel Harbour', relation: 'excerpt' }],
        events: [{ kind: 'created', clusterId: 'telegram-harbour' }],
        stories: [{ id: 'telegram-harbour', agency: 'Reuters', articles: 2, isBreaking: true }],
      },
      {
        line: 3,
        articleId: 'telegram-batavia',
        publishedAt: '2031-08-14T01:05:00.000Z',
        copy: { relation: 'reproduction', endsAfter: 0.888 },
        events: [{ kind: 'grown', clusterId: 'telegram-harbour', articleIds: ['telegram-batavia'] }],
        stories: [{ outlets: ['Channel Harbour', 'Strait Courier', 'Batavia Herald'], isBreaking: false }],
      },
    ])
  })

  it('takes a line with an id that is in for an edit, and says nothing where all is the same', async () => {
    const [first, second] = telegram
    const edited = { ...second, text: second?.text.replace('310,000', '130,000') }
    const { stdout, stderr } = await run(['-'], lines([first, second, second, edited, first]))
    expect(stdout.match(/^[a-zA-Z]\S*/gm)).toEqual(['NEW', 'edited'])
    expect(stdout).toMatch(
      /^edited {4}Strait Courier “.*”: 1 word reworded {2}\[telegram-harbour\]\n {10}! 310,000 → 130,000 \[number\]\n/m,
    )
    expect(stderr).toBe('wirecopy: 2 articles, 1 edited, 1 story at two outlets or more\n')
  })

  it('says what is wrong with a line, by file and number, and goes on', async () => {
    const bad = ['{"id": "x", oops}', '42', '{"id":"a","outlet":"A"}', '{"outlet":"A","text":"A"}', '', '[]']
    const dated = { id: 'b', outlet: 'B', text: 'B.', publishedAt: 'some day\u001b[2J' }
    const input = file('bad.jsonl', `${bad.join('\n')}\n${lines([dated, ...telegram])}`)
    const { status, stdout, stderr } = await run(['--once', input])
    expect(stderr.split('\n')).toEqual([
      'wirecopy: bad.jsonl:1: is not JSON',
      'wirecopy: bad.jsonl:2: expected an article object',
      'wirecopy: bad.jsonl:3: article "a": text must be a string',
      'wirecopy: bad.jsonl:4: id must be a non-empty string, not undefined',
      'wirecopy: bad.jsonl:6: expected an article object',
      expect.stringMatching(/^wirecopy: bad\.jsonl:7: publishedAt "some day\[2J" /),
      'wirecopy: 4 articles, 1 story at two outlets or more, 5 bad lines',
      '',
    ])
    expect(stdout).toContain('NEW STORY')
    expect(status).toBe(0)
  })

  it('prints only what is new with --only-new, of stories that it knows', async () => {
    const input = file('old.jsonl', lines(telegram.slice(0, 2)))
    const watched = start(input, '--only-new', '--interval', '0.005')
    await watched.says('2 articles, 1 story at two outlets or more; watching for more', 'stderr')
    appendFileSync(join(folder, input), lines(telegram.slice(2)))
    await watched.says('also at Channel Harbour, Strait Courier (3 outlets)')
    const { stdout } = await watched.interrupt()
    expect(stdout).toMatch(/^copy {6}Batavia Herald/)
  })

  it('prints articles of one outlet alone with --all', async () => {
    const { stdout } = await run(['--all', '-'], lines(telegram.slice(0, 1)))
    expect(stdout).toMatch(/^alone {5}Channel Harbour “.*” {2}\[telegram-harbour\]\n$/)
  })

  it('groups by --window, and reads dates by --as-of and --date-format', async () => {
    const [first, second] = telegram
    const apart = [
      { ...first, publishedAt: '2031.08.13' },
      { ...second, publishedAt: '6 hours ago' },
    ]
    const args = ['--as-of', '2031-08-16T12:00:00Z', '--date-format', 'yyyy.MM.dd', '-']
    const stories = async (window: string) => (await run(['--window', window, ...args], lines(apart))).stderr
    expect(await stories('5')).toBe('wirecopy: 2 articles, 1 story at two outlets or more\n')
    expect(await stories('2')).toBe('wirecopy: 2 articles, 0 stories at two outlets or more\n')
  })

  it('forgets articles older than --keep-days, without a word', async () => {
    const [first, second, third] = telegram
    const later = { id: 'later', outlet: 'Bay Tribune', text: 'A boat came.', publishedAt: '2031-08-20' }
    const told = async (...args: readonly string[]) =>
      (
        await run(
          [...args, '--window', '30', '-'],
          lines([first, second, later, { ...third, publishedAt: '2031-08-20' }]),
        )
      ).stdout
    expect((await told()).match(/^[a-zA-Z]\S*/gm)).toEqual(['NEW', 'copy'])
    expect((await told('--keep-days', '2')).match(/^[a-zA-Z]\S*/gm)).toEqual(['NEW'])
  })

  it('ends without a word when who reads it has gone', async () => {
    const watched = start('--json', '-')
    watched.child.stdout.destroy()
    // Until it notices.
    const writing = setInterval(() => watched.child.stdin.write(lines(telegram)), 5)
    const { status, stderr } = await watched.ended
    clearInterval(writing)
    expect([status, stderr]).toEqual([0, ''])
  })

  it('lets no control character of a feed reach the terminal', async () => {
    const escapes = '\u001b[2J\u001b]0;owned\u0007\u009b31m\b\u202e'
    const hostile = telegram.map((article) => ({
      ...article,
      id: `${article.id}${escapes}`,
      outlet: `${article.outlet}${escapes}`,
      title: `${article.title}${escapes}`,
      text: article.text.replaceAll('a', `${escapes}a`).replace('310,000', `${article.id.length}0,000`),
      publishedAt: `soon${escapes}`,
    }))
    const input = `${lines([...hostile, { ...hostile[0], text: 'Nothing of it.' }])}{"id":"${escapes}"\n`
    for (const args of [['-'], ['--all', '-'], ['--json', '-']]) {
      const { stdout, stderr } = await run(args, input)
      expect(stdout.length).toBeGreaterThan(100)
      expect((stdout + stderr).replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u)
    }
  })
})

describe('wrong use of wirecopy watch: exit 2, and one line that says why', () => {
  it.each([
    ['no file', [], 'watch needs a FILE'],
    ['files beside standard input', ['-', 'a.jsonl'], 'watch takes standard input alone'],
    ['a bad interval', ['a.jsonl', '--interval', 'soon'], '--interval must be a number of seconds above 0'],
    ['a bad window', ['a.jsonl', '--window', '0'], 'windowDays must be a number above 0'],
    ['a bad number of days', ['a.jsonl', '--keep-days', 'few'], 'keepDays must be a number above 0'],
    ['--only-new with what ends', ['-', '--only-new'], '--only-new is for files that are followed'],
    ['an unknown option', ['a.jsonl', '--colour'], '--colour'],
    ['a file that is missing, read once', ['missing.jsonl', '--once'], 'missing.jsonl: no such file'],
    ['a folder', ['.'], '.: is a folder'],
  ])('%s', async (_, args, why) => {
    const { status, stdout, stderr } = await run(args)
    expect(stderr).toMatch(/^wirecopy: [^\n]+\n$/)
    expect(stderr).toContain(why)
    expect([status, stdout]).toEqual([2, ''])
  })

  it('is in the help', async () => {
    expect((await run(['--help'])).stdout).toContain('wirecopy watch FILE... [options]')
  })
})
