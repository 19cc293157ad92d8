// The second contest: raw text to clusters, scored against the labels. The peers link articles whose estimated
// resemblance reaches a threshold; 0.5 is measured in rounds, the others once, to show the best F1 that each can reach.
import { figure, type Row, table } from '../table.js'
import { checkFloor, contestants, fastest, figures, floors, ours, Rounds, times } from './contest.js'
import type { JobAnswer, Side } from './side.js'
import { bytesOf, f1Of, type Texts } from './texts.js'

/** A job that takes longer is run once. */
const longJob = 25
/** The package minhash takes a second for every 0.7 MB. */
const mostForMinhash = 5e6

const usual = 0.5
const otherThresholds = [0.3, 0.7]

export async function benchJob(sides: readonly Side[], texts: Texts, rounds: number, last: boolean): Promise<void> {
  const bytes = bytesOf(texts.articles)
  const all = contestants(sides, ({ job }) => job).filter(
    ({ row }) =>
      row !== 'npm minhash' || bytes <= mostForMinhash || console.log(`\n${row}: left out, too slow for this`),
  )
  const chosen = new Map<string, string>()
  const answersOf = new Map<string, JobAnswer[]>()
  const others = new Map<string, { threshold: number; f1: number; seconds: number }[]>()
  const tried: Row[] = [['', 'way', 'seconds', 'F1']]
  for (const { side, row, ways } of all) {
    const answers = new Map<string, JobAnswer>()
    const order = await fastest(ways, async (way) => {
      const answer = await side.runJob(row, way, usual)
      answers.set(way, answer)
      return answer.seconds
    })
    const way = order[0]?.[0] ?? ''
    chosen.set(row, way)
    for (const [other, seconds] of order)
      tried.push([row, other, figures(seconds), figure(f1Of(texts, answers.get(other)?.labels ?? []))])
    const answer = answers.get(way)
    if (!answer) continue
    answersOf.set(row, [])
    const found = [{ threshold: usual, f1: f1Of(texts, answer.labels), seconds: answer.seconds }]
    if (row !== ours)
      for (const threshold of otherThresholds) {
        const { labels, seconds } = await side.runJob(row, way, threshold)
        found.push({ threshold, f1: f1Of(texts, labels), seconds })
      }
    others.set(row, found)
  }

  const measured = new Rounds()
  for (let round = 0; round < rounds; round++)
    for (const { side, row } of all) {
      if (round > 0 && measured.seconds(row) > longJob) continue
      const answer = await side.runJob(row, chosen.get(row) ?? '', usual)
      measured.add(row, answer.seconds)
      answersOf.get(row)?.push(answer)
    }

  const heading = ['raw text to clusters', 'way', 'seconds', 'MB/s', 'wirecopy is', 'floor', 'dispatch F1']
  const rows: Row[] = [[...heading, 'best F1', 'at', 'seconds, once']]
  for (const { row } of all) {
    const ratio = measured.ratio(row)
    const seconds = measured.seconds(row)
    const found = others.get(row) ?? []
    const best = [...found].sort((a, b) => b.f1 - a.f1)[0]
    const floor = floors.job[row]
    rows.push([
      row,
      chosen.get(row) ?? '',
      figures(seconds),
      figures(bytes / 1e6 / seconds),
      row === ours ? '' : times(ratio),
      floor ? String(floor) : '',
      figure(found[0]?.f1),
      ...(row === ours || !best ? [] : [figure(best.f1), String(best.threshold), figures(best.seconds)]),
    ])
    if (last) checkFloor('job', row, ratio)
  }
  const size = `${texts.articles.length} articles, ${(bytes / 1e6).toFixed(2)} MB`
  table(`${texts.name}: ${size}, threshold ${usual} for the peers, median of ${rounds}`, rows, 2)
  table('All ways tried, once each', tried, 2)
  console.log('\nWhere the seconds went, in the fastest round')
  for (const [row, answers] of answersOf) {
    const best = answers.reduce((a, b) => (b.seconds < a.seconds ? b : a))
    const told = Object.entries(best.parts).map(([part, seconds]) => `${part} ${figures(seconds)}`)
    if (told.length > 0) console.log(`  ${row}, ${figures(best.seconds)}: ${told.join(' · ')}`)
  }
}
