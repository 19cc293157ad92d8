// Links articles as the Linker does, in the same order and with the same result, where comparisons are made elsewhere and answered later:
// it asks ahead for those that will be wanted. Which they are depends on answers that are still out, so it goes by what is known so
// far; what was asked in vain is forgotten, and what was not foreseen is asked for when it is its turn.
import type { Found, Link, Linker } from '../match/links.js'
import type { Related } from '../match/relation.js'
import { mostOfOneText, separateTexts, type Texts } from '../match/spared.js'

/** An article that is not linked yet. */
interface Waiting {
  readonly found: Found
  /** By the earlier article of the pair, what was asked for: null where the answer is out. */
  readonly answers: Map<number, Related | null>
  /** Whether there may be more to ask for than when it was last looked at. */
  isOpen: boolean
}

/** Links articles whose pairs are compared elsewhere. Articles are added in order of publication. */
export class LinkingAhead {
  readonly #linker: Linker
  readonly #ask: (a: number, b: number) => void
  readonly #waiting = new Map<number, Waiting>()
  /** Of which text articles seem to be: as the Linker knows, and by answers that it has not come to yet. */
  readonly #texts: Texts
  /** Articles of which it is not known yet what they are copies of. */
  readonly #unsettled = new Set<number>()
  /** The comparing of the first that waits. */
  #comparing: Generator<number, Link[], Related> | null = null
  #wanted: IteratorResult<number, Link[]> | null = null

  /** `ask` is called once for each pair that is to be compared, the earlier published first. */
  constructor(linker: Linker, articles: number, ask: (a: number, b: number) => void) {
    this.#linker = linker
    this.#texts = separateTexts(articles)
    this.#ask = ask
  }

  /** How many articles are not linked yet. */
  get waiting(): number {
    return this.#waiting.size
  }

  add(found: Found): void {
    const waiting: Waiting = { found, answers: new Map(), isOpen: true }
    this.#waiting.set(found.b, waiting)
    this.#askFor(waiting)
  }

  /** Takes the answer to a pair that was asked for. */
  answer(a: number, b: number, related: Related): void {
    if (related.relation === 'reproduction' && this.#texts.of(b) === b) this.#texts.set(b, this.#texts.of(a))
    const waiting = this.#waiting.get(b)
    if (!waiting) return
    waiting.answers.set(a, related)
    waiting.isOpen = true
  }

  /** Links as many articles as the answers allow, in their order, and calls back with the links of each; asks for more. */
  advance(linked: (links: readonly Link[]) => void): void {
    for (const [b, waiting] of this.#waiting) {
      const links = this.#link(waiting)
      if (!links) break
      this.#waiting.delete(b)
      this.#unsettled.delete(b)
      linked(links)
    }
    for (const waiting of this.#waiting.values()) if (waiting.isOpen) this.#askFor(waiting)
  }

  /** The links of the first that waits, or null while an answer is out. */
  #link({ found, answers }: Waiting): Link[] | null {
    this.#comparing ??= this.#linker.link(found)
    this.#wanted ??= this.#comparing.next()
    while (this.#wanted.done !== true) {
      const a = this.#wanted.value
      const related = answers.get(a)
      if (related === undefined) {
        answers.set(a, null)
        this.#ask(a, found.b)
      }
      if (!related) return null
      this.#wanted = this.#comparing.next(related)
    }
    const links = this.#wanted.value
    this.#comparing = null
    this.#wanted = null
    return links
  }

  /** Asks for what an article will be compared with, as far as can be told: one article of each text at a time. */
  #askFor(waiting: Waiting): void {
    const { found, answers } = waiting
    const { b, candidates } = found
    const compared = new Map<number, number>()
    let isOut = false
    waiting.isOpen = false
    for (const a of candidates) {
      const text = this.#texts.of(a)
      const times = compared.get(text) ?? 0
      if (times === mostOfOneText || text === this.#texts.of(b)) continue
      const answer = answers.get(a)
      if (answer) {
        compared.set(text, times + 1)
        continue
      }
      // No other of this text before the answer is known.
      compared.set(text, mostOfOneText)
      isOut = true
      if (answer === null) continue
      // The first is compared for certain; of another it may yet turn out that it is of a text already asked for.
      if (a !== candidates[0] && this.#unsettled.has(a)) waiting.isOpen = true
      else {
        answers.set(a, null)
        this.#ask(a, b)
      }
    }
    if (isOut) this.#unsettled.add(b)
    else this.#unsettled.delete(b)
  }
}
