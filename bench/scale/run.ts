// How time and memory grow with size: the whole job up to a million articles, the memory of what is kept to find copies by, the wait for
// one article more, a hundred thousand identical articles, where the time goes, and a live index from day to day. Each part runs in fresh processes under plain node:
// the whole job from the built library, parts of it from a bundle of the sources made as the library is built.
// Run by `npm run bench:scale -- [--only growth|index|identical|stages|live]... [--largest N] [--rounds N] [--built] [--check]`; --largest takes
// 100,000 unless told (1,000,000 takes half an hour); with --held the caller of the whole job holds all articles, otherwise they come from a
// generator; the live index takes --days of --per-day articles, kept for --keep days (a month of 50,000 takes an hour); --built the
// library as it was built last, --check exits with 1 below a floor.
import { spawnSync } from 'node:child_process'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { benchGrowth } from './growth.js'
import { benchIdentical } from './identical.js'
import { benchIndex } from './index.js'
import { benchLive } from './live.js'
import { failures } from './report.js'
import { bundleSides, memoryFlags } from './side.js'
import { benchStages } from './stages.js'

const { values: options } = parseArgs({
  options: {
    only: { type: 'string', multiple: true },
    largest: { type: 'string', default: '100000' },
    rounds: { type: 'string', default: '3' },
    days: { type: 'string', default: '5' },
    'per-day': { type: 'string', default: '10000' },
    keep: { type: 'string', default: '2' },
    texts: { type: 'string', default: 'plain' },
    held: { type: 'boolean', default: false },
    built: { type: 'boolean', default: false },
    check: { type: 'boolean', default: false },
  },
})
const largest = Number(options.largest.replaceAll(/[_,]/g, ''))
const rounds = Number(options.rounds)
if (!(largest >= 1000) || !(rounds >= 1)) throw new Error('--largest takes a number from 1000, --rounds one from 1')

const parts: Readonly<Record<string, () => Promise<void>>> = {
  stages: () => benchStages(Math.min(largest, 10_000), rounds),
  growth: () => benchGrowth(largest, rounds, options.held),
  index: () => benchIndex(largest),
  identical: () => benchIdentical(Math.min(largest, 100_000), rounds),
  live: () =>
    benchLive({
      days: Number(options.days),
      perDay: Number(options['per-day']),
      keepDays: Number(options.keep),
      texts: options.texts === 'compressed' ? 'compressed' : 'plain',
    }),
}
for (const name of options.only ?? [])
  if (!Object.hasOwn(parts, name)) throw new Error(`--only takes ${Object.keys(parts).join(', ')}, not ${name}`)

if (!options.built) {
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status !== 0) throw new Error('npm run build failed')
}
await bundleSides()
const load = loadavg()[0]?.toFixed(1)
console.log(
  `Node ${process.version} ${memoryFlags.join(' ')} on ${process.platform} ${process.arch}; load before: ${load}`,
)
for (const [name, run] of Object.entries(parts)) if (!options.only || options.only.includes(name)) await run()
for (const failure of failures) console.log(`\nbelow the floor: ${failure}`)
if (options.check && failures.length > 0) process.exitCode = 1
