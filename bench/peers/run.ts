// Speed beside other tools: from raw text to signatures, and the whole job from raw text to clusters. Every side is a
// child process in one thread that has the texts in memory; rounds alternate between the sides, and a figure is the
// median of the rounds. Each tool takes part in the fastest of its own ways, found before the rounds.
// Run by `npm run bench:peers -- [--only signatures|job] [--rounds N] [--articles N]... [--set NAME] [--file PATH]
// [--built] [--check]`; --set takes one set alone (fixtures, helsinki, 'days 1000'), --file one's own labelled articles,
// --built the library as it was built last.
import { spawnSync } from 'node:child_process'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { missing } from '../corpora.js'
import { failures, ours } from './contest.js'
import { benchJob } from './job.js'
import { preparePython } from './python.js'
import { type Side, startSide } from './side.js'
import { benchSignatures } from './signatures.js'
import { textSets } from './texts.js'

const sideNames = [ours, 'minhash', 'datasketch', 'rensa', 'gaoya', 'text-dedup']

async function startSides(): Promise<Side[]> {
  const without = preparePython()
  const sides: Side[] = []
  for (const name of sideNames)
    try {
      sides.push(await startSide(name))
    } catch (error) {
      if (name === ours) throw error
      console.log(`${name} skipped: ${without ?? (error instanceof Error ? error.message : String(error))}`)
    }
  return sides
}

const { values: options } = parseArgs({
  options: {
    only: { type: 'string' },
    rounds: { type: 'string', default: '5' },
    articles: { type: 'string', multiple: true, default: ['1000', '10000'] },
    file: { type: 'string' },
    set: { type: 'string' },
    built: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
  },
})
const rounds = Math.max(1, Number(options.rounds))

if (!options.built) {
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error('npm run build failed')
}
const load = loadavg()[0]?.toFixed(1)
console.log(`Node ${process.version} on ${process.platform} ${process.arch}, one thread a side; load before: ${load}`)
const sets = [...textSets(options.articles.map(Number), options.file)]
const wanted = sets.filter(([name]) => options.set === undefined || name === options.set)
const sides = await startSides()
try {
  for (const [name, make] of wanted) {
    const last = name === wanted.at(-1)?.[0]
    const texts = make()
    if (!texts) {
      console.log(`\n${name}: ${missing}`)
      continue
    }
    for (const side of sides) await side.load(texts.file)
    if (options.only !== 'job') await benchSignatures(sides, texts, rounds, last)
    if (options.only !== 'signatures') await benchJob(sides, texts, rounds, last)
  }
} finally {
  for (const side of sides) side.end()
}
for (const failure of failures) console.log(`\nbelow the floor: ${failure}`)
if (options.check && failures.length > 0) process.exitCode = 1
