// How exact the accounts are of what each outlet changed: copies are made from dispatches with edits that are known to the word
// (copies/edits.ts and its neighbours), and the library's accounts are judged by them (copies/gold.ts says what is accepted).
// Run by `npm run bench:changes --` and:
//   --quick      a tenth of the copies
//   --seed N     other copies: the default ones were used in tuning
//   --show KIND  up to 25 errors of one category: kinds, material (the account beside the dispatch itself), kinds-job,
//                material-job (the whole job), canonical, agency; --only WORDS keeps those that hold some words
//   --check      exit code 1 when a figure misses its floor
//   --print ID   the copies whose id has these letters, with their edits: a dispatch's, a group's or one

import { AgencyTally } from './copies/agency.js'
import { Alone } from './copies/alone.js'
import type { Copy } from './copies/copy.js'
import { readDispatches } from './copies/dispatches.js'
import { Examples, quote } from './copies/examples.js'
import { goldOf } from './copies/gold.js'
import { makeGroups, sizes } from './copies/groups.js'
import { Job } from './copies/job.js'
import { RecoveredTally } from './copies/recovered.js'
import { makeStaff } from './copies/staff.js'
import { figure, table } from './table.js'

const flag = (name: string) => process.argv.includes(name)
const optionOf = (name: string) => (flag(name) ? (process.argv[process.argv.indexOf(name) + 1] ?? null) : null)

const quick = flag('--quick')
const rounds = quick ? 6 : 60
const staffArticles = quick ? 50 : 500
const seed = Number(optionOf('--seed') ?? 20310311)

const floors = {
  replay: 1,
  kinds: 0.97,
  recall: 0.98,
  precision: 0.95,
  canonicalFromThree: 0.99,
  canonicalOfTwo: 0.97,
  agency: 0.99,
  falseAgencies: 0,
}

const started = performance.now()
const dispatches = readDispatches()
const examples = new Examples(optionOf('--show'), optionOf('--only'))
const alone = new Alone()
const job = new Job(alone.exactness, examples)
const recovered = new RecoveredTally()
const agencies = new AgencyTally()

function print({ article, dispatch, edits, seed: own }: Copy): void {
  const told = edits.map(
    ({ manner, parts }) =>
      `  ${manner}: ${parts.map(({ from, to, text }) => `${quote(dispatch.prose.text.slice(from, to))} → ${quote(text)}`).join(', ')}`,
  )
  console.log(
    `\n${article.id} seed ${own}, ${article.outlet}: ${article.title} (${article.byline})\n${told.join('\n')}\n\n${article.text}\n`,
  )
}

const toPrint = optionOf('--print')
let groups = 0
for (const group of makeGroups(dispatches, rounds, seed)) {
  groups++
  for (const copy of group.copies) if (toPrint !== null && copy.article.id.includes(toPrint)) print(copy)
  const golds = group.copies.map(goldOf)
  for (const gold of golds) alone.add(gold, examples)
  const { cluster, open } = job.add(group, golds)
  recovered.add(golds, cluster, open, examples)
  agencies.addGroup(group, cluster, examples)
}
for (let k = 0; k < staffArticles; k++) agencies.addStaff(makeStaff(dispatches, seed + k), examples)

const { exactness } = alone
const part = (heading: string, print: () => void) => {
  console.log(`\n\n${heading}\n${'='.repeat(heading.length)}`)
  print()
}
console.log(
  `${dispatches.length} dispatches, ${groups} groups of ${sizes.join(', ')} copies, ${job.copies} copies; Node ${process.version}`,
)
part('1. Replay, undo and cover', () => {
  const failed = new Set(exactness.failures.map((failure) => failure.split(': ')[0]))
  console.log(`${exactness.copies} accounts, ${exactness.failures.length} failures in ${failed.size} copies`)
  for (const failure of exactness.failures.slice(0, 10)) console.log(`  ${failure}`)
})
part('2. Kinds', () => {
  alone.kinds.print('(a) beside the dispatch itself')
  job.kinds.print('(b) the whole job')
  console.log(
    `${job.lost} copies not in their group's cluster, ${job.otherDispatch} taken for another dispatch of it, ${job.strangersJoined} strangers in it`,
  )
})
part('3. Changes of fact', () => {
  alone.facts.print('(a) beside the dispatch itself')
  job.facts.print('(b) the whole job')
})
part('4. The recovered dispatch', () => recovered.print())
part('5. Who wrote it', () => agencies.print())
examples.print()

type Check = readonly [name: string, result: number, floor: number, isMet?: boolean]
const checks: readonly Check[] = [
  ['replay, undo and cover exact', 1 - exactness.failures.length / exactness.copies, floors.replay],
  ['kinds of edited words, beside the dispatch', alone.kinds.share, floors.kinds],
  ['kinds of edited words, the whole job', job.kinds.share, floors.kinds],
  ['material recall, beside the dispatch', alone.facts.recall, floors.recall],
  ['material recall, the whole job', job.facts.recall, floors.recall],
  ['material precision, beside the dispatch', alone.facts.precision, floors.precision],
  ['material precision, the whole job', job.facts.precision, floors.precision],
  ['canonical of two copies, words the same', recovered.shareOfWords((size) => size === 2), floors.canonicalOfTwo],
  [
    'canonical of three and more, words the same',
    recovered.shareOfWords((size) => size > 2),
    floors.canonicalFromThree,
  ],
  ['agency right where a copy is signed', agencies.share, floors.agency],
  ['false agencies', agencies.falseOnes, floors.falseAgencies, agencies.falseOnes <= floors.falseAgencies],
]
const isMet = ([, result, floor, met]: Check) => met ?? result >= floor
table('Figures', [
  ['figure', 'result', 'floor', ''],
  ...checks.map((check) => {
    const [name, result, floor] = check
    const shown = name === 'false agencies' ? [String(result), String(floor)] : [figure(result), figure(floor)]
    return [name, ...shown, isMet(check) ? 'met' : 'MISSED']
  }),
])
console.log(`\n${((performance.now() - started) / 1000).toFixed(0)} s in all`)
if (flag('--check') && !checks.every(isMet)) process.exitCode = 1
