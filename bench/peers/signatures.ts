// The first contest: raw text to signatures of 128 values.
import { type Row, table } from '../table.js'
import {
  checkFloor,
  contestants,
  fastest,
  figures,
  floors,
  ours,
  Rounds,
  reading,
  readingAim,
  times,
} from './contest.js'
import type { Side } from './side.js'
import { bytesOf, type Texts } from './texts.js'

/** Signatures are timed over as many texts as make this, again and again for this long. */
const sampleBytes = 1.2e6
const passSeconds = 0.4

/** Shingles as every tool sees them: of the texts, and of the same texts left with nothing but lower-case a to z. */
async function compareShingles(sides: readonly Side[], sample: readonly string[]): Promise<void> {
  const plain = sample.map((text) => text.toLowerCase().replaceAll(/[^a-z]+/g, ' '))
  const rows: Row[] = [['distinct shingles', 'of plain words', 'to ours', 'of the texts', 'to ours']]
  const base: number[] = []
  for (const side of sides) {
    const counts = [await side.distinct(plain), await side.distinct(sample)]
    if (side.name === ours) base.push(...counts.map((count) => count ?? Number.NaN))
    const cells = counts.flatMap((count, k) => {
      if (count === null) return ['not told', '-']
      const share = count / (base[k] ?? Number.NaN)
      if (k === 0 && Math.abs(share - 1) > 0.005) throw new Error(`${side.name} has other shingles: ${count}`)
      return [String(count), share.toFixed(4)]
    })
    rows.push([side.name, ...cells])
  }
  table('The shingles are the same: runs of 5 words', rows)
}

export async function benchSignatures(
  sides: readonly Side[],
  texts: Texts,
  rounds: number,
  last: boolean,
): Promise<void> {
  let count = 0
  let bytes = 0
  for (const article of texts.articles) {
    if (bytes >= sampleBytes) break
    bytes += bytesOf([article])
    count++
  }
  const sample = texts.articles.slice(0, count).map(({ text }) => text)
  await compareShingles(sides, sample)

  const all = contestants(sides, ({ signatures }) => signatures)
  const chosen = new Map<string, string>()
  const tried: Row[] = [['', 'way', 'MB/s']]
  for (const { side, row, ways } of all) {
    const order = await fastest(ways, (way) => side.timeSignatures(row, way, count, passSeconds))
    chosen.set(row, order[0]?.[0] ?? '')
    for (const [way, seconds] of order) tried.push([row, way, figures(bytes / 1e6 / seconds)])
  }
  const measured = new Rounds()
  for (let round = 0; round < rounds; round++)
    for (const { side, row } of all)
      measured.add(row, await side.timeSignatures(row, chosen.get(row) ?? '', count, passSeconds))

  const rows: Row[] = [['raw text to signatures', 'way', 'MB/s', 'wirecopy is', 'floor']]
  for (const { row } of all) {
    const ratio = measured.ratio(row)
    // Our share of the speed of merely reading; elsewhere our speed over theirs.
    const told = row === ours ? '' : times(ratio)
    const floor = floors.signatures[row]
    const aim = row === reading ? `, aim ${readingAim}` : ''
    rows.push([
      row,
      chosen.get(row) ?? '',
      figures(bytes / 1e6 / measured.seconds(row)),
      told,
      floor ? `${floor}${aim}` : '',
    ])
    if (last) checkFloor('signatures', row, ratio)
  }
  table(`${texts.name}: ${count} texts, ${(bytes / 1e6).toFixed(2)} MB, 128 values, median of ${rounds}`, rows, 2)
  table('All ways tried, once each', tried, 2)
}
