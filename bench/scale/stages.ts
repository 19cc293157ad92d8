// Where the time goes, stage by stage, and what merely reading every character takes.
import { percent, type Row, table } from '../table.js'
import { figures, median, thousands } from './report.js'
import { startSide } from './side.js'
import type { StagesAnswer } from './sides/stages.js'

export async function benchStages(count: number, rounds: number): Promise<void> {
  const side = startSide<StagesAnswer>('stages')
  const answers: StagesAnswer[] = []
  // One more than is counted: in the first, code is still being compiled.
  for (let round = 0; round <= rounds; round++) answers.push(await side.ask({ articles: count }))
  side.end()
  const [cold, ...warm] = answers
  if (!cold) return

  const whole = median(warm.map((answer) => answer.whole))
  const each = (seconds: number) => figures((seconds * 1e6) / count)
  const of = (part: 'job' | 'editing' | 'limits', k: number) => median(warm.map((answer) => answer[part][k]?.[1] ?? 0))
  const rows: Row[] = [['µs an article', 'warm', 'of the whole', 'the first time']]
  const add = (part: 'job' | 'editing' | 'limits') =>
    cold[part].forEach(([name, first], k) => {
      rows.push([name, each(of(part, k)), percent(of(part, k) / whole, 1), each(first)])
    })
  add('job')
  const stages = cold.job.reduce((sum, _, k) => sum + of('job', k), 0)
  const unnamed = whole - stages
  rows.push(['the rest: clusters described', each(unnamed), percent(unnamed / whole, 1)])
  rows.push(['clusterArticles', each(whole), percent(1)], [])
  rows.push(['when asked for'])
  add('editing')
  rows.push([], ['merely reading every character'])
  add('limits')
  table(
    `${thousands(count)} articles of days of news, ${thousands(cold.comparedPairs)} pairs compared, median of ${rounds} rounds`,
    rows,
  )
}
