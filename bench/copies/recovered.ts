// The recovered dispatch beside the true one, by words: twice those in common over the words of both. Words of the dispatch that no
// copy of the group carries are left out, as nobody could recover them; so are words that every carrier has otherwise. What differs
// is traced to the edits that left it. `knowable` leaves out what differs where as many copies speak for an outlet's words as for the wire's.
import { diffArrays } from 'diff'
import type { Cluster } from '../../src/index.js'
import { figure, table } from '../table.js'
import { around, type Examples, quote } from './examples.js'
import type { Gold } from './gold.js'
import { sizes } from './groups.js'
import { spellings } from './house.js'
import type { Open } from './job.js'
import { countWords, type Range, type Word, wordsOf } from './prose.js'

const american = new Map(spellings)
const months = 'january february march april may june july august september october november december'.split(' ')
const figures = new Map(
  'two three four five six seven eight nine ten eleven twelve'
    .split(' ')
    .map((word, k) => [word, String(k + 2)] as const),
)
const dropped = new Set(['mr', 'mrs', 'ms'])

/** Words without case and house style. */
const looseWords = (text: string): string[] =>
  wordsOf(text.replace(/(?<=\d) ?%/g, ' percent').replace(/per cent\b/g, 'percent'))
    .map(({ folded }) => figures.get(folded) ?? american.get(folded) ?? (folded === 'says' ? 'said' : folded))
    .map((word) =>
      word.length < 3
        ? word
        : (months.find((month) => month.startsWith(word)) ?? (word === 'sept' ? 'september' : word)),
    )
    .filter((word) => !dropped.has(word))

const exactWords = (text: string) => wordsOf(text.replace(/[‘’]/g, "'")).map(({ text: word }) => word)

function likeness(x: readonly string[], y: readonly string[]): number {
  let same = 0
  for (const { added, removed, count } of diffArrays([...x], [...y])) if (!added && !removed) same += count
  return x.length + y.length === 0 ? 1 : (2 * same) / (x.length + y.length)
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const median = (values: readonly number[]) => {
  const sorted = [...values].sort((x, y) => x - y)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

/** The dispatch as far as its copies carry it: words that stand in one of them, with the marks behind them. */
function carriedText(golds: readonly Gold[]): { text: string; carried: boolean[] } {
  const [first] = golds
  if (!first) return { text: '', carried: [] }
  const { words, text } = first.copy.dispatch.prose
  const carried = words.map((_, k) =>
    golds.some(({ dispatch }) => ['same', 'moved', 'house-style'].includes(dispatch[k]?.kind ?? '')),
  )
  const kept = words.map(({ start }, k) => (carried[k] ? text.slice(start, words[k + 1]?.start ?? text.length) : ''))
  return { text: kept.join(''), carried }
}

interface Result {
  readonly size: number
  readonly loose: number
  readonly exact: number
  /** Without what differs where no reader of the group could know (job.ts). */
  readonly knowable: number
  /** Words of both texts. */
  readonly words: number
}

export class RecoveredTally {
  readonly #results: Result[] = []
  readonly #extra = new Map<string, { words: number; places: number }>()
  readonly #missing = new Map<string, { words: number; places: number }>()

  add(golds: readonly Gold[], cluster: Cluster | null, open: Open, examples: Examples): void {
    const [first] = golds
    if (!first) return
    const { text, carried } = carriedText(golds)
    const recovered = cluster?.canonical.text ?? ''
    const loose = likeness(looseWords(text), looseWords(recovered))
    const exact = likeness(exactWords(text), exactWords(recovered))
    const wrong = cluster ? this.#trace(golds, carried, cluster.canonical, open, examples) : 0
    const knowable = cluster ? 1 - wrong / (countWords(text) + countWords(recovered)) : 0
    this.#results.push({ size: golds.length, loose, exact, knowable, words: countWords(text) + countWords(recovered) })
  }

  /** Traces what differs; gives the number of words that differ where it could be known. */
  #trace(
    golds: readonly Gold[],
    carried: readonly boolean[],
    { text: canonical, basedOn }: Cluster['canonical'],
    open: Open,
    examples: Examples,
  ): number {
    const { words, text } = (golds[0] as Gold).copy.dispatch.prose
    const theirs = wordsOf(canonical)
    const base = golds.find(({ copy }) => copy.article.id === basedOn)
    const inOrder = base ? [base, ...golds.filter((gold) => gold !== base)] : golds
    let [i, j, wrong] = [0, 0, 0]
    const count = (map: Map<string, { words: number; places: number }>, name: string, n: number) => {
      const counted = map.get(name) ?? { words: 0, places: 0 }
      counted.words += n
      counted.places++
      map.set(name, counted)
    }
    const folded = (list: readonly Word[]) => list.map((word) => word.folded)
    for (const part of diffArrays(folded(words), folded(theirs))) {
      const range: Range = part.added ? [j, j + part.count] : [i, i + part.count]
      if (part.added) {
        const isOpen = open.gaps.has(i) || open.words.has(i) || open.words.has(i - 1)
        if (!isOpen) wrong += part.count
        const name = originOf(part.value, inOrder) + (isOpen ? ' (not to be known)' : '')
        count(this.#extra, name, part.count)
        examples.add('canonical', () => {
          const [start, end] = [theirs[range[0]]?.start ?? 0, theirs[range[1] - 1]?.end ?? 0]
          return `${inOrder[0]?.copy.article.id} seed ${inOrder[0]?.copy.seed} (base), ${golds.length} copies: not the wire's, ${name}\n  ${around(canonical, start, end)}`
        })
      } else if (part.removed) {
        const lost = Array.from({ length: part.count }, (_, k) => i + k).filter((k) => carried[k])
        if (lost.length > 0) {
          const known = lost.filter((k) => !open.words.has(k)).length
          wrong += known
          const name = lossOf(lost, golds) + (known === 0 ? ' (not to be known)' : '')
          count(this.#missing, name, lost.length)
          examples.add('canonical', () => {
            const [start, end] = [words[lost[0] ?? 0]?.start ?? 0, words[lost.at(-1) ?? 0]?.end ?? 0]
            const kinds = golds.map(
              ({ copy, dispatch }) =>
                `${copy.article.id.slice(-2)}${copy.signs ? '*' : ''} ${dispatch[lost[0] ?? 0]?.kind}`,
            )
            return `${inOrder[0]?.copy.article.id} (base), ${golds.length} copies: missing, ${name} (${quote(kinds.join(', '), 300)})\n  ${around(text, start, end)}`
          })
        }
      }
      if (!part.added) i += part.count
      if (!part.removed) j += part.count
    }
    return wrong
  }

  /** The share of all words of dispatch and recovered text that are the same, exact spelling and house style included. */
  shareOfWords(isCounted: (size: number) => boolean): number {
    const some = this.#results.filter(({ size }) => isCounted(size))
    const words = some.reduce((sum, one) => sum + one.words, 0)
    return some.reduce((sum, { exact, words: own }) => sum + exact * own, 0) / words
  }

  print(): void {
    const rows = sizes.map((size) => {
      const some = this.#results.filter((one) => one.size === size)
      const [loose, exact] = [some.map((one) => one.loose), some.map((one) => one.exact)]
      const knowable = some.map((one) => one.knowable)
      const least = Math.min(...loose)
      return [
        String(size),
        String(some.length),
        ...[median(loose), mean(loose), least, median(exact), mean(exact), median(knowable), mean(knowable)].map(
          figure,
        ),
      ]
    })
    table('Recovered dispatch: equality of words with the true one, without house style and with it', [
      [
        'copies',
        'groups',
        'median',
        'mean',
        'lowest',
        'exact, median',
        'exact, mean',
        'knowable, median',
        'knowable, mean',
      ],
      ...rows,
    ])
    const list = (map: Map<string, { words: number; places: number }>) =>
      [...map]
        .sort(([, x], [, y]) => y.words - x.words)
        .map(([name, { words, places }]) => [name, String(places), String(words)])
    table('What is in recovered texts that is not the wire’s (the edit that put it there)', [
      ['', 'places', 'words'],
      ...list(this.#extra),
    ])
    table('What is missing from recovered texts (the edits that most copies without it have there)', [
      ['', 'places', 'words'],
      ...list(this.#missing),
    ])
  }
}

/** The edit of a copy, the base first, whose words hold these. */
function originOf(run: readonly string[], golds: readonly Gold[]): string {
  const wanted = ` ${run.join(' ')} `
  for (const { copy } of golds)
    for (const { manner, parts } of copy.edits)
      if (
        parts.some(({ text }) =>
          ` ${wordsOf(text)
            .map(({ folded }) => folded)
            .join(' ')} `.includes(wanted),
        )
      )
        return manner
  for (const { article } of golds) {
    const edits = article.filter(({ folded, edit }) => edit >= 0 && folded === run[0])
    if (edits.length > 0 && run.length > 2) return 'several edits'
  }
  return 'the wire’s own words in another place'
}

/** What most copies that lack these words did there. */
function lossOf(lost: readonly number[], golds: readonly Gold[]): string {
  const counts = new Map<string, number>()
  for (const { dispatch, copy } of golds)
    for (const place of lost) {
      const word = dispatch[place]
      if (!word || word.kind === 'same') continue
      const name = copy.edits[word.edit]?.manner ?? ''
      counts.set(name, (counts.get(name) ?? 0) + 1)
    }
  const [most] = [...counts].sort(([, x], [, y]) => y - x)
  return most?.[0] ?? 'no edit: all copies have them'
}
