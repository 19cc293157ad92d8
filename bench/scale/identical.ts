// What very many articles of one text cost beside as many of days of news: spam and whatever all outlets run must not blow up.
import { type Row, table } from '../table.js'
import { bounds, figures, median, thousands } from './report.js'
import { builtLibrary, type Side, startSide } from './side.js'
import type { IdenticalAnswer, IdenticalCommand, Kind } from './sides/identical.js'

const told: readonly (readonly [Kind, string])[] = [
  ['distinct', 'of days of news'],
  ['identical', 'identical'],
  ['one number', 'identical but for one number'],
  ['tracking line', 'identical but for a tracking line at the end'],
]

export async function benchIdentical(count: number, rounds: number): Promise<void> {
  const sides = new Map<Kind, Side<IdenticalAnswer>>()
  const answers = new Map<Kind, IdenticalAnswer[]>()
  // The sides take turns, so that whatever else the machine does is the same to all.
  for (let round = 0; round < rounds; round++)
    for (const [kind] of told) {
      const side = sides.get(kind) ?? startSide<IdenticalAnswer>('identical')
      sides.set(kind, side)
      const command: IdenticalCommand = { library: builtLibrary, kind, articles: count }
      try {
        answers.set(kind, [...(answers.get(kind) ?? []), await side.ask(command)])
      } catch (error) {
        console.log(`${kind} given up: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
  for (const side of sides.values()) side.end()

  const base = answers.get('distinct') ?? []
  const ratio = (kind: Kind) =>
    median((answers.get(kind) ?? []).map(({ seconds }, k) => seconds / (base[k]?.seconds ?? Number.NaN)))
  const rows: Row[] = [
    [
      'articles',
      'characters each',
      'seconds',
      'µs an article',
      'of the first',
      'clusters',
      'clustered',
      'compared pairs',
    ],
  ]
  for (const [kind, name] of told) {
    const all = answers.get(kind) ?? []
    const seconds = median(all.map((answer) => answer.seconds))
    rows.push([
      name,
      figures((all[0]?.characters ?? Number.NaN) / count),
      seconds.toFixed(2),
      figures((seconds * 1e6) / count),
      figures(ratio(kind)),
      ...[all[0]?.clusters, all[0]?.clustered, all[0]?.comparedPairs].map((one) => thousands(one ?? Number.NaN)),
    ])
  }
  table(`${thousands(count)} articles of one text, by turns, median of ${rounds} rounds`, rows)
  bounds('identical', [
    {
      name: 'identical articles take as many times as long as distinct ones',
      reached: ratio('identical'),
      floor: 2,
      aim: 1,
      show: figures,
    },
  ])
}
