// The text that copies are held against, with what it states: read when first asked for, and once, however many copies there are.
import type { Tokens } from '../text/tokens.js'
import { nameWords, type StatedFact, statedFacts } from './stated-facts.js'

export class Original {
  readonly words: Tokens
  #names: ReadonlySet<string> | undefined
  #quotations: Quotations | undefined
  readonly #stated = new Map<string, readonly StatedFact[]>()

  constructor(words: Tokens) {
    this.words = words
  }

  /** Whether a stretch of it is quoted. */
  isQuoted(from: number, to: number): boolean {
    this.#quotations ??= new Quotations(this.words.text)
    return this.#quotations.hold(from, to)
  }

  /** What a sentence of it states, or one that a copy has in its place: the names that it tells are known. */
  statedIn(sentence: string): readonly StatedFact[] {
    const known = this.#stated.get(sentence)
    if (known) return known
    this.#names ??= nameWords(this.words)
    const stated = statedFacts(sentence, this.#names)
    this.#stated.set(sentence, stated)
    return stated
  }
}

/** Where a text's quotations open and close, to tell what is quoted. */
class Quotations {
  readonly #places: number[] = []
  readonly #opens: boolean[] = []

  constructor(text: string) {
    for (const { index, 0: mark } of text.matchAll(/["“”„«»「」\n]/g)) {
      this.#places.push(index)
      // A straight mark opens before a word.
      const isBefore =
        /[\p{L}\p{N}$€£'‘(.…]/u.test(text[index + 1] ?? '') && !/[\p{L}\p{N},.!?…]/u.test(text[index - 1] ?? ' ')
      this.#opens.push(mark === '“' || mark === '„' || mark === '«' || mark === '「' || (mark === '"' && isBefore))
    }
  }

  /** Whether a stretch stands between a mark that opens and, no further than a paragraph, the next. */
  hold(from: number, to: number): boolean {
    const before = countBelow(this.#places, from) - 1
    const next = this.#places[countBelow(this.#places, to)]
    return this.#opens[before] === true && next !== undefined && next - from < longestQuotation
  }
}

const longestQuotation = 1500

/** How many of some ascending numbers are less than a limit. */
function countBelow(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((numbers[middle] as number) < limit) low = middle + 1
    else high = middle
  }
  return low
}
