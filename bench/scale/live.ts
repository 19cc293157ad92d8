// What a live index costs from day to day: the wait for one article more, memory, snapshots, and what else may change.
import { type Row, table } from '../table.js'
import { bounds, figures, megabytes, thousands } from './report.js'
import { memoryFlags, startSide } from './side.js'
import type { LiveAnswer, LiveCommand, Times } from './sides/live.js'

export interface LiveOptions {
  readonly days: number
  readonly perDay: number
  readonly keepDays: number
  readonly texts: 'plain' | 'compressed'
}

const heading: Row = ['ms', 'mean', 'half', 'p99', 'p99.9', 'longest']
const row = (name: string, { mean, half, p99, p999, longest }: Times): Row => [
  name,
  ...[mean, half, p99, p999, longest].map(figures),
]

const mostWithoutFlags = 300_000

export async function benchLive(options: LiveOptions): Promise<void> {
  const { days, perDay, keepDays, texts } = options
  // Without flags where that is enough: the more memory Node may take, the more garbage is collected at once, and the longer one waits.
  const flags = Math.min(days, keepDays) * perDay > mostWithoutFlags ? memoryFlags : []
  const side = startSide<LiveAnswer>('live', 60, flags)
  const ask = (kind: LiveCommand['kind']) => side.ask({ ...options, kind } satisfies LiveCommand)
  console.log(
    `\n${days} days of ${thousands(perDay)} articles, one by one, kept for ${keepDays} days, texts ${texts}, node ${flags.join(' ') || 'without flags'}`,
  )
  const rows: Row[] = [
    [
      'day',
      'articles in',
      'left',
      'new stories',
      ...heading.slice(1),
      'garbage',
      'over 50',
      'at work',
      'KB beyond text',
      'memory',
    ],
  ]
  const held: number[] = []
  let pauses = 0
  let longest = 0
  for (let day = 1; day <= days; day++) {
    const told = await ask('day')
    if (told.kind !== 'day') throw new Error('a day was asked for')
    const { heap, arrays } = told.memory
    const isFull = told.expired > 0.9 * perDay
    if (isFull) {
      held.push(heap + arrays)
      pauses += told.pauses
      longest = Math.max(longest, told.adding.longest)
    }
    rows.push([
      String(day),
      thousands(told.articles),
      thousands(told.expired),
      thousands(told.stories),
      ...row('', told.adding).slice(1),
      figures(told.longestCollection),
      String(told.pauses),
      String(told.pausesAtWork),
      figures((heap + arrays - told.textBytes) / told.articles / 1000),
      megabytes(heap + arrays),
    ])
    console.log(rows.at(-1)?.join('  '))
  }
  table('Day by day; the wait for adding one, with those that leave for it, in milliseconds', rows)
  const changes = await ask('changes')
  if (changes.kind !== 'changes') throw new Error('changes were asked for')
  table(
    'One change each, by turns',
    [
      heading,
      row('add', changes.adding),
      row('query', changes.asking),
      row('remove the oldest', changes.removing),
      row('expire the oldest, each', changes.expiring),
      row('update', changes.updating),
    ],
    1,
  )
  const snapshot = await ask('snapshot')
  if (snapshot.kind !== 'snapshot') throw new Error('a snapshot was asked for')
  const { articles, bytes, textBytes, writing, reading, most } = snapshot
  table('A snapshot', [
    ['articles', 'MB', 'KB an article', 'of these text', 'largest chunk', 's to write', 's to read'],
    [
      thousands(articles),
      megabytes(bytes),
      figures(bytes / articles / 1000),
      figures(textBytes / articles / 1000),
      `${thousands(most / 1000)} KB`,
      figures(writing),
      figures(reading),
    ],
  ])
  side.end()
  const first = held.slice(0, 3)
  const last = held.slice(-3)
  const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / all.length
  bounds('live', [
    {
      name: 'memory of the last days against that of the first with a full window',
      reached: mean(last) / mean(first),
      floor: 1.1,
      aim: 1.03,
      show: figures,
    },
    { name: 'longest wait, ms', reached: longest, floor: 50, aim: 20, show: figures },
    { name: 'waits over 50 ms', reached: pauses, floor: 0, aim: 0, show: figures },
    {
      name: 'removing against adding',
      reached: changes.removing.mean / changes.adding.mean,
      floor: 1,
      aim: 0.7,
      show: figures,
    },
    {
      name: 'expiring against adding',
      reached: changes.expiring.mean / changes.adding.mean,
      floor: 1,
      aim: 0.7,
      show: figures,
    },
  ])
}
