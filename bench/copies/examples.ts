// Examples of errors for --show: a sample of one category, each with the dispatch, the copy's seed, gold, given and the words around.
import { type Random, seeded } from '../random.js'
import type { Gold } from './gold.js'
import type { Judged } from './score.js'

const most = 25

export class Examples {
  readonly #category: string | null
  readonly #only: string | null
  readonly #kept: string[] = []
  readonly #random: Random = seeded(25)
  #seen = 0

  /** `only` keeps the examples that hold these words. */
  constructor(category: string | null, only: string | null) {
    this.#category = category
    this.#only = only
  }

  /** Each of the category's errors is as likely as any other to be shown. */
  add(category: string, describe: () => string): void {
    if (category !== this.#category) return
    const text = describe()
    if (this.#only !== null && !text.includes(this.#only)) return
    this.#seen++
    if (this.#kept.length < most) this.#kept.push(text)
    else {
      const at = Math.floor(this.#random() * this.#seen)
      if (at < most) this.#kept[at] = text
    }
  }

  print(): void {
    if (this.#category === null) return
    console.log(`\n\n${this.#kept.length} of ${this.#seen} errors of ${this.#category}\n`)
    console.log(this.#kept.join('\n\n'))
  }
}

export const quote = (text: string, longest = 160) => {
  const flat = JSON.stringify(text)
  return flat.length <= longest ? flat : `${flat.slice(0, longest / 2)} … ${flat.slice(-longest / 2)}`
}

/** A stretch of a text with the words around it. */
export const around = (text: string, from: number, to: number, width = 70) =>
  `${text.slice(Math.max(0, from - width), from)}⟦${from < to ? text.slice(from, Math.min(to, from + 300)) : ''}⟧${text.slice(to, to + width)}`.replaceAll(
    '\n',
    '⏎',
  )

/** One example for each run of words that are wrong in the same way. */
export function addWordErrors(examples: Examples, category: string, gold: Gold, judged: readonly Judged[]): void {
  let run: Judged[] = []
  const close = () => {
    const [first, last] = [run[0], run.at(-1)]
    run = []
    if (!first || !last) return
    examples.add(category, () => {
      const { copy } = gold
      const text = first.side === 'article' ? copy.article.text : copy.dispatch.prose.text
      const edit = copy.edits[first.word.edit]
      const done = edit
        ? ` (${edit.manner}: ${edit.parts.map(({ from, to, text: put }) => `${quote(copy.dispatch.prose.text.slice(from, to))} → ${quote(put)}`).join(', ')})`
        : ''
      return (
        `${copy.article.id} seed ${copy.seed}, ${first.side}: gold ${first.gold}${done}, given ${first.given}\n` +
        `  ${around(text, first.word.start, last.word.end)}`
      )
    })
  }
  for (const one of judged) {
    const before = run.at(-1)
    const joins =
      before &&
      one.side === before.side &&
      one.place === before.place + 1 &&
      one.gold === before.gold &&
      one.given === before.given &&
      one.word.edit === before.word.edit
    if (run.length > 0 && (one.right || !joins)) close()
    if (!one.right) run.push(one)
  }
  close()
}
