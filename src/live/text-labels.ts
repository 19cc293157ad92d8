// Names for texts that several articles reproduce, which stay when the first of them is taken out: otherwise a flood of copies that leaves
// in its order would have to be compared anew, all of it, at every step. An article that nothing earlier is alike is of a text of
// its own, known by its number; when another turns out to reproduce it the text gets a name, a number below 0.

/** Which names there are, each of the first article of its text. */
export class TextLabels {
  readonly #first = new Map<number, number>()
  #made = 0

  /** The first article of a text that an article is of. */
  firstOf(text: number, article: number): number {
    return text < 0 ? (this.#first.get(text) ?? article) : text
  }

  /** Names the text of an article that was of a text of its own. */
  name(first: number): number {
    this.#made++
    this.#first.set(-this.#made, first)
    return -this.#made
  }

  /** What text an article is of that was of another, nothing earlier being alike: that still, if its first article is gone. */
  own(article: number, before: number): number {
    if (before >= 0) return article
    const first = this.#first.get(before) ?? article
    if (first !== article) return article
    this.#first.set(before, article)
    return before
  }

  /** An article is not the first of a text any more. */
  leave(article: number, text: number): void {
    if (this.#first.get(text) === article) this.#first.delete(text)
  }
}
