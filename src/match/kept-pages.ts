// Pages ready for comparing. A copy follows hours or days behind the first, with tens of thousands of articles between, so more pages are
// wanted again than can be kept. Of those let go the furniture is remembered, as looking for it is most of reading a page.
import type { CheckedArticle } from '../article/article.js'
import { type Page, tokensOutside } from '../text/page.js'
import { tokenize } from '../text/tokens.js'
import { type ComparedPage, comparedPage } from './evidence.js'

/** Pages kept whole: some 6 KB each. */
export const mostKept = 4096
// Some 200 bytes each; as many as are read in several days of an agency's news.
const mostRemembered = 1 << 16

interface Remembered {
  readonly article: CheckedArticle
  /** Where pieces of furniture start and end, by turns. */
  readonly furniture: Uint32Array
}

/** Pages by place, read when first asked for; of very many only the last are kept. */
export class KeptPages {
  readonly #read: (i: number) => Page
  readonly #most: number
  readonly #pages = new Map<number, ComparedPage>()
  readonly #remembered = new Map<number, Remembered>()

  constructor(read: (i: number) => Page, most = mostKept) {
    this.#read = read
    this.#most = most
  }

  get(i: number): ComparedPage {
    const known = this.#pages.get(i)
    if (known) return known
    const remembered = this.#remembered.get(i)
    const page = comparedPage(remembered ? readAgain(remembered) : this.#readFirst(i))
    this.#pages.set(i, page)
    letGo(this.#pages, this.#most)
    return page
  }

  #readFirst(i: number): Page {
    const page = this.#read(i)
    this.#remembered.set(i, remember(page))
    letGo(this.#remembered, mostRemembered)
    return page
  }
}

function remember({ article, furniture }: Page): Remembered {
  const ranges = new Uint32Array(2 * furniture.length)
  furniture.forEach(({ start, end }, k) => {
    ranges[2 * k] = start
    ranges[2 * k + 1] = end
  })
  return { article, furniture: ranges }
}

function readAgain({ article, furniture }: Remembered): Pick<Page, 'article' | 'story'> {
  const zones = Array.from({ length: furniture.length / 2 }, (_, k) => ({
    start: furniture[2 * k] as number,
    end: furniture[2 * k + 1] as number,
  }))
  return { article, story: tokensOutside(tokenize(article.text), zones) }
}

/** Takes the oldest out of what has grown too large. */
function letGo(kept: Map<number, unknown>, most: number): void {
  if (kept.size <= most) return
  for (const oldest of kept.keys()) {
    kept.delete(oldest)
    return
  }
}
