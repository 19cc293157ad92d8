// What the parts of the benchmark print alike: figures, and those that have a floor beside it and the aim.
import { type Row, table } from '../table.js'

export const failures: string[] = []

/** A figure that is to be at most so much. */
export interface Bound {
  readonly name: string
  readonly reached: number
  readonly floor: number
  readonly aim: number
  readonly show: (value: number) => string
}

export const thousands = (value: number) => Math.round(value).toLocaleString('en')
/** Three significant figures, without an exponent. */
export const figures = (value: number) =>
  Number.isNaN(value) ? '-' : value >= 100 ? thousands(value) : String(Number(value.toPrecision(3)))
export const megabytes = (bytes: number) => `${thousands(bytes / 1e6)} MB`

/** Prints what was reached beside floor and aim, and remembers what is below its floor. */
export function bounds(title: string, all: readonly Bound[]): void {
  const rows: Row[] = [[title, 'reached', 'floor', 'aim', '']]
  for (const { name, reached, floor, aim, show } of all) {
    // Not reached is also what could not be measured.
    const isMet = reached <= floor
    const verdict = isMet ? (reached <= aim ? 'aim met' : '') : 'BELOW THE FLOOR'
    rows.push([name, show(reached), `≤ ${show(floor)}`, `≤ ${show(aim)}`, verdict])
    if (!isMet) failures.push(`${name}: ${show(reached)}, and at most ${show(floor)} is wanted`)
  }
  table('', rows)
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2
}
