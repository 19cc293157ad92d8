// Prints tables in aligned columns and times the parts of a benchmark.

export type Row = readonly string[]

/** Rows in columns: the first to the left, the others to the right. The first row is the heading. */
export function aligned(rows: readonly Row[], left = 1): string {
  const columns = Math.max(...rows.map((row) => row.length))
  const widths = Array.from({ length: columns }, (_, k) => Math.max(...rows.map((row) => row[k]?.length ?? 0)))
  const cell = (text: string, k: number) => (k < left ? text.padEnd(widths[k] ?? 0) : text.padStart(widths[k] ?? 0))
  return rows.map((row) => row.map(cell).join('  ').trimEnd()).join('\n')
}

export function table(title: string, rows: readonly Row[], left = 1): void {
  console.log(`\n${title}\n${aligned(rows, left)}`)
}

export function markdown(rows: readonly Row[]): string {
  const [head = [], ...body] = rows
  return [head, head.map(() => '---'), ...body].map((row) => `| ${row.join(' | ')} |`).join('\n')
}

/** A figure to three places; a dash where there is none. */
export const figure = (value: number | null | undefined) =>
  value === null || value === undefined || Number.isNaN(value) ? '-' : value.toFixed(3)

export const percent = (value: number | null | undefined, places = 0) =>
  value === null || value === undefined || Number.isNaN(value) ? '-' : `${(100 * value).toFixed(places)} %`

/** Runs one part under its heading and says how long it took. */
export function part<T>(heading: string, work: () => T): T {
  console.log(`\n\n${heading}\n${'='.repeat(heading.length)}`)
  const started = performance.now()
  const result = work()
  console.log(`\n(${((performance.now() - started) / 1000).toFixed(1)} s)`)
  return result
}
