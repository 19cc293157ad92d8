// What both contests share: who takes part, the figures of the rounds, and the floors that --check holds them to.
import type { Side, Ways } from './side.js'

export const ours = 'wirecopy'
export const reading = 'merely reading every character'

/** Least speeds on the last set: as many times as fast as a tool; and the share of the speed of merely reading. */
export const floors: Readonly<Record<'signatures' | 'job', Readonly<Record<string, number>>>> = {
  signatures: { 'npm minhash': 150, datasketch: 50, rensa: 1.5, [reading]: 0.12 },
  job: { datasketch: 15, rensa: 1 },
}
export const readingAim = 0.5

export interface Contestant {
  readonly side: Side
  readonly row: string
  readonly ways: readonly string[]
}

export const contestants = (sides: readonly Side[], ways: (side: Side) => Ways): Contestant[] =>
  sides.flatMap((side) => Object.entries(ways(side)).map(([row, of]) => ({ side, row, ways: of })))

const median = (values: readonly number[]) => {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2
}

/** Three significant figures, without an exponent. */
export const figures = (value: number) => (value >= 100 ? value.toFixed(0) : String(Number(value.toPrecision(3))))
export const times = (value: number) => `${figures(value)} x`

export const failures: string[] = []

export function checkFloor(kind: 'signatures' | 'job', row: string, reached: number): void {
  const floor = floors[kind][row]
  if (floor !== undefined && reached < floor)
    failures.push(`${kind}, ${row}: ${figures(reached)} is below the floor of ${floor}`)
}

/** By row, the seconds of every round; and the median of the ratios to ours, round by round. */
export class Rounds {
  readonly #seconds = new Map<string, number[]>()

  add(row: string, seconds: number): void {
    const known = this.#seconds.get(row)
    if (known) known.push(seconds)
    else this.#seconds.set(row, [seconds])
  }

  of(row: string): readonly number[] {
    return this.#seconds.get(row) ?? []
  }

  seconds(row: string): number {
    return median(this.of(row))
  }

  ratio(row: string): number {
    const base = this.of(ours)
    const against = (round: number) => base[round] ?? base.at(-1) ?? Number.NaN
    return median(this.of(row).map((seconds, round) => seconds / against(round)))
  }
}

/** Ways of one thing with the seconds that a run of each takes, the fastest first. */
export async function fastest(
  ways: readonly string[],
  run: (way: string) => Promise<number>,
): Promise<[string, number][]> {
  const tried: [string, number][] = []
  for (const way of ways) tried.push([way, await run(way)])
  return tried.sort((a, b) => a[1] - b[1])
}
