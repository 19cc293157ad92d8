// Counts of judged words: the share of edited words called by their kind, what was called what, and how each manner of edit fared.
import { figure, percent, table } from '../table.js'
import type { GoldKind } from './edit.js'
import type { Gold, Side } from './gold.js'
import { sides } from './gold.js'
import type { GivenKind, Judged } from './score.js'

const kinds: readonly GoldKind[] = ['same', 'cut', 'reworded', 'added', 'moved', 'house-style', 'page']

interface Manner {
  edits: number
  whole: number
  words: number
  right: number
}

export class KindTally {
  edited = 0
  right = 0
  /** Words that no one edited and that are called so. */
  overcalled = 0
  skipped = 0
  readonly confusion: Readonly<Record<Side, Map<string, number>>> = { article: new Map(), dispatch: new Map() }
  readonly manners = new Map<string, Manner>()

  add(gold: Gold, judged: readonly Judged[]): void {
    const perEdit = new Map<number, { words: number; right: number }>()
    for (const { side, gold: kind, given, right, word } of judged) {
      const shown = right ? kind : given
      const key = `${kind} ${shown}`
      this.confusion[side].set(key, (this.confusion[side].get(key) ?? 0) + 1)
      if (kind === 'same') {
        if (!right && given !== 'lost') this.overcalled++
        continue
      }
      this.edited++
      if (right) this.right++
      if (word.edit < 0) continue
      const counted = perEdit.get(word.edit) ?? { words: 0, right: 0 }
      counted.words++
      if (right) counted.right++
      perEdit.set(word.edit, counted)
    }
    for (const [edit, { words, right }] of perEdit) {
      const name = gold.copy.edits[edit]?.manner ?? ''
      const manner = this.manners.get(name) ?? { edits: 0, whole: 0, words: 0, right: 0 }
      manner.edits++
      manner.words += words
      manner.right += right
      if (words === right) manner.whole++
      this.manners.set(name, manner)
    }
  }

  get share(): number {
    return this.right / this.edited
  }

  get widerShare(): number {
    return this.right / (this.edited + this.overcalled)
  }

  /** The mean of the shares of the kinds, each counting the same. */
  get meanOfKinds(): number {
    const shares = kinds.slice(1).map((kind) => {
      let [all, right] = [0, 0]
      for (const side of sides)
        for (const [key, count] of this.confusion[side]) {
          const [gold, given] = key.split(' ')
          if (gold !== kind) continue
          all += count
          if (given === kind) right += count
        }
      return right / all
    })
    return shares.reduce((sum, share) => sum + share, 0) / shares.length
  }

  /** Share of edits all of whose words are called right. */
  get wholeEdits(): number {
    const all = [...this.manners.values()]
    return all.reduce((sum, { whole }) => sum + whole, 0) / all.reduce((sum, { edits }) => sum + edits, 0)
  }

  print(title: string): void {
    const columns: readonly GivenKind[] = [...kinds, 'lost']
    for (const side of sides) {
      const rows = kinds.map((gold) => {
        const counts = columns.map((given) => this.confusion[side].get(`${gold} ${given}`) ?? 0)
        const all = counts.reduce((sum, count) => sum + count, 0)
        return [gold, ...counts.map(String), all === 0 ? '-' : percent((counts[kinds.indexOf(gold)] ?? 0) / all, 1)]
      })
      table(`${title}: words of the ${side}, gold kind down, given kind across`, [['', ...columns, 'right'], ...rows])
    }
    const rows = [...this.manners]
      .sort(([x], [y]) => (x < y ? -1 : 1))
      .map(([name, { edits, whole, words, right }]) => [
        name,
        String(edits),
        percent(whole / edits, 1),
        String(words),
        percent(right / words, 1),
      ])
    table(`${title}: by manner of edit`, [['edit', 'edits', 'wholly right', 'words', 'right'], ...rows])
    console.log(
      `\n${title}: ${figure(this.share)} of ${this.edited} edited words; ${figure(this.widerShare)} with ${this.overcalled} words wrongly ` +
        `called edited; mean of kinds ${figure(this.meanOfKinds)}; ${figure(this.wholeEdits)} of edits wholly right; ${this.skipped} words not judged`,
    )
  }
}

/** How many changes of fact were found, and how many flags were right. */
export class FactTally {
  readonly facts = new Map<string, { all: number; found: number }>()
  readonly flags = new Map<string, { all: number; right: number }>()
  unknowable = 0

  fact(kind: string, found: boolean): void {
    const counted = this.facts.get(kind) ?? { all: 0, found: 0 }
    counted.all++
    if (found) counted.found++
    this.facts.set(kind, counted)
  }

  flag(kind: string, right: boolean): void {
    const counted = this.flags.get(kind) ?? { all: 0, right: 0 }
    counted.all++
    if (right) counted.right++
    this.flags.set(kind, counted)
  }

  get recall(): number {
    const all = [...this.facts.values()]
    return all.reduce((sum, { found }) => sum + found, 0) / all.reduce((sum, one) => sum + one.all, 0)
  }

  get precision(): number {
    const all = [...this.flags.values()]
    return all.reduce((sum, { right }) => sum + right, 0) / all.reduce((sum, one) => sum + one.all, 0)
  }

  print(title: string): void {
    const names = [...new Set([...this.facts.keys(), ...this.flags.keys()])].sort()
    const rows = names.map((name) => {
      const [fact, flag] = [this.facts.get(name), this.flags.get(name)]
      return [
        name,
        fact ? String(fact.all) : '-',
        fact ? figure(fact.found / fact.all) : '-',
        flag ? String(flag.all) : '-',
        flag ? figure(flag.right / flag.all) : '-',
      ]
    })
    table(`${title}: changes of fact`, [['fact', 'gold', 'recall', 'flagged', 'precision'], ...rows])
    console.log(
      `\n${title}: recall ${figure(this.recall)}, precision ${figure(this.precision)}` +
        (this.unknowable > 0 ? `; ${this.unknowable} that no other copy shows not counted` : ''),
    )
  }
}
