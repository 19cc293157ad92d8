// Whether accounts give both texts back, character for character, and their spans cover both without gap or overlap.
import { replay, type Span, undo } from '../../src/index.js'

export class Exactness {
  copies = 0
  readonly failures: string[] = []

  check(id: string, canonical: string, article: string, spans: readonly Span[]): void {
    this.copies++
    const fail = (what: string) => this.failures.push(`${id}: ${what}`)
    if (replay(canonical, spans) !== article) fail('replay differs')
    if (undo(article, spans) !== canonical) fail('undo differs')
    let at = 0
    for (const { article: range } of spans) {
      if (range[0] !== at) fail(`article covered to ${at}, next span at ${range[0]}`)
      at = range[1]
    }
    if (at !== article.length) fail('article not covered')
    at = 0
    const inOrder = [...spans].sort((x, y) => x.canonical[0] - y.canonical[0] || x.canonical[1] - y.canonical[1])
    for (const { canonical: range } of inOrder) {
      if (range[0] !== at) fail(`canonical covered to ${at}, next span at ${range[0]}`)
      at = range[1]
    }
    if (at !== canonical.length) fail('canonical not covered')
  }
}
