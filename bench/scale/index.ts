// What finding copies holds for every article, and how long one article more waits when so many are in.
import { type Row, table } from '../table.js'
import { bounds, figures, thousands } from './report.js'
import { askOnce } from './side.js'
import type { Memory } from './sides/answer.js'
import type { IndexAnswer } from './sides/index.js'
import { stageNames } from './sides/stage-names.js'

const more = 20_000
const kilobyte = 1000

export async function benchIndex(count: number): Promise<void> {
  const answer = await askOnce<IndexAnswer>('index', { articles: count, more }, 30)
  const all = count + more
  const memory: Row[] = [['bytes an article', 'heap', 'arrays', 'together']]
  const each = (bytes: number, of: number) =>
    figures(Math.abs(bytes / of) < 0.05 ? 0 : Math.round((10 * bytes) / of) / 10)
  const add = (name: string, { heap, arrays }: Memory, of = count) =>
    memory.push([name, each(heap, of), each(arrays, of), each(heap + arrays, of)])
  const { linking, repeated, sameWords, links, fields, learning, checked } = answer
  const held = (linking.heap + linking.arrays) / count + (repeated.heap + repeated.arrays) / all
  add('what outlets repeat', repeated, all)
  for (const [path, bytes] of fields) if (bytes > all / 10) add(`index ${path}`, { heap: 0, arrays: bytes }, all)
  add('same words', sameWords, all)
  add('links', links, all)
  const bytesOf = ({ heap, arrays }: Memory) => heap + arrays
  const known = fields.reduce((sum, [, bytes]) => sum + bytes, bytesOf(sameWords) + bytesOf(links))
  memory.push([
    'the rest: places, comparisons spared, and the last pages',
    '',
    '',
    each(bytesOf(linking) - (known * count) / all, count),
  ])
  memory.push(['together', '', '', each(held, 1)])
  add('not counted: checked articles but for their texts', checked, all)
  add('not counted, let go again: units of all pages, to learn what outlets repeat', learning, all)
  table(`Memory with ${thousands(count)} articles of days of news, beyond their texts`, memory)

  const tenths: Row[] = [['µs an article', ...stageNames, 'together']]
  answer.tenths.forEach((stages, k) => {
    const sum = stages.reduce((a, b) => a + b, 0)
    tenths.push([`${k + 1}${['st', 'nd', 'rd'][k] ?? 'th'} tenth`, ...[...stages, sum].map(figures)])
  })
  table(
    `Adding them, ${thousands(answer.comparedPairs)} pairs compared, ${thousands(answer.linkCount)} links in all; decoding texts left out`,
    tenths,
  )

  const waits: Row[] = [['milliseconds', 'p50', 'p99', 'max']]
  for (const [name, { p50, p99, max }] of answer.waits)
    waits.push([name, ...[p50, p99, max].map((one) => one.toFixed(4))])
  table(`The wait of each of ${thousands(more)} more, window of 5 days`, waits)
  const wait = {
    name: 'wait of an article, p99, ms',
    reached: answer.waits.at(-1)?.[1].p99 ?? Number.NaN,
    floor: 2,
    aim: 0.5,
    show: (value: number) => value.toFixed(2),
  }
  const memoryHeld = {
    name: 'memory beyond the text an article, KB',
    reached: held / kilobyte,
    floor: 1.5,
    aim: 0.6,
    show: (value: number) => value.toFixed(2),
  }
  const [first = Number.NaN, ...rest] = answer.tenths.map((stages) => stages.reduce((a, b) => a + b, 0))
  if (count >= 1_000_000)
    bounds('growth of linking, with texts outside the heap', [
      {
        name: '1,000,000 articles take as many times as long as 100,000',
        reached: rest.reduce((sum, one) => sum + one, first) / first,
        floor: 12,
        aim: 10.5,
        show: figures,
      },
    ])
  // Of fewer articles most is what is held for any number.
  bounds(`index, ${thousands(count)} articles`, count >= 100_000 ? [memoryHeld, wait] : [wait])
}
