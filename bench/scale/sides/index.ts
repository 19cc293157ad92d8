// Streams days of news through the library's own linkPages without holding texts; says what it has come to hold when so many articles are
// in, and how long each of those after them waits. Texts stand in UTF-8 outside the heap, and are decoded when read, which counts for nothing.
import { type CheckedArticle, checkArticle } from '../../../src/article/article.js'
import { linkPages } from '../../../src/match/links.js'
import { PageReader } from '../../../src/text/page.js'
import { days } from '../../days/days.js'
import { answer, difference, type Memory, memory } from './answer.js'
import { bytesByField, emptyMaps } from './fields.js'
import { endStages, setApart, spent, startStages, used, watchLinking } from './linking.js'
import { stageNames } from './stage-names.js'

export interface IndexCommand {
  readonly articles: number
  /** Articles added one at a time when so many are in. */
  readonly more: number
}

export interface Quantiles {
  readonly p50: number
  readonly p99: number
  readonly max: number
}

export interface IndexAnswer {
  /** While what outlets repeat is learnt, and after. */
  readonly learning: Memory
  readonly repeated: Memory
  /** All that linkPages holds when the articles are in. */
  readonly linking: Memory
  /** Typed arrays of the index by field. */
  readonly fields: readonly (readonly [string, number])[]
  readonly sameWords: Memory
  readonly links: Memory
  readonly checked: Memory
  readonly linkCount: number
  readonly comparedPairs: number
  /** Microseconds an article by stage, for the first tenth of the articles, the second, and so on. */
  readonly tenths: readonly (readonly number[])[]
  /** Milliseconds, by stage and of the whole, of the articles added when those were in. */
  readonly waits: readonly (readonly [string, Quantiles])[]
}

const windowDays = 5
const day = 864e5
const articlesPerDay = 20_000
const chunkBytes = 1 << 26

/** Texts in UTF-8, in pieces of memory outside the heap. */
class Texts {
  readonly #chunks: Buffer[] = []
  #at = chunkBytes
  /** By text: its chunk, its place there and its length. */
  #places = new Uint32Array(3 << 10)
  #count = 0

  add(text: string): void {
    const length = Buffer.byteLength(text)
    if (this.#at + length > chunkBytes) {
      this.#chunks.push(Buffer.allocUnsafeSlow(chunkBytes))
      this.#at = 0
    }
    if (3 * this.#count === this.#places.length) {
      const larger = new Uint32Array(2 * this.#places.length)
      larger.set(this.#places)
      this.#places = larger
    }
    this.#chunks.at(-1)?.write(text, this.#at)
    this.#places.set([this.#chunks.length - 1, this.#at, length], 3 * this.#count++)
    this.#at += length
  }

  get(i: number): string {
    const [chunk = 0, at = 0, length = 0] = this.#places.subarray(3 * i, 3 * i + 3)
    return this.#chunks[chunk]?.toString('utf8', at, at + length) ?? ''
  }
}

const texts = new Texts()
/** Of the last articles, as whoever adds one has them. */
const held = new Map<number, string>()

/** An article whose text is decoded when it is read. */
class Stored implements CheckedArticle {
  readonly #place: number
  readonly id: string
  readonly outlet: string
  readonly title: string | null
  readonly byline: string | null
  readonly url = null
  readonly language = 'en'
  readonly time: number | null

  constructor(place: number, { id, outlet, title, byline, time }: CheckedArticle) {
    this.#place = place
    this.id = id
    this.outlet = outlet
    this.title = title
    this.byline = byline
    this.time = time
  }

  get text(): string {
    return held.get(this.#place) ?? setApart(() => texts.get(this.#place))
  }
}

function quantiles(values: Float64Array): Quantiles {
  const sorted = values.slice().sort()
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] as number
  return { p50: at(0.5), p99: at(0.99), max: at(1) }
}

function measure({ articles: count, more }: IndexCommand): IndexAnswer {
  const articles: Stored[] = []
  for (const { article } of days({ articles: count + more, articlesPerDay })) {
    const checked = checkArticle(article, articles.length, {}, () => {})
    texts.add(checked.text)
    articles.push(new Stored(articles.length, checked))
  }
  const before = memory()
  let learning: Memory = { heap: 0, arrays: 0 }
  const reader = new PageReader(articles, (done) => {
    if (done * articles.length >= articles.length - 256) learning = difference(memory(), before)
  })
  const learnt = memory()

  let linking: Memory = { heap: 0, arrays: 0 }
  const tenths: number[][] = []
  const waits = [...stageNames, 'the whole'].map(() => new Float64Array(more))
  /** Takes down what the article before took, and starts the clock anew where there is something to tell. */
  const beginning = (place: number) => {
    if (place > count) {
      let whole = 0
      waits.forEach((stage, k) => {
        stage[place - 1 - count] = k < stageNames.length ? (spent[k] as number) : whole
        whole += spent[k] as number
      })
      spent.fill(0)
    } else if (place > 0 && place % Math.round(count / 10) === 0) {
      tenths.push(stageNames.map((_, k) => ((spent[k] as number) * 1000) / Math.round(count / 10)))
      spent.fill(0)
    }
    if (place === count) {
      linking = difference(memory(), learnt)
      for (let i = Math.max(0, count - windowDays * articlesPerDay); i < articles.length; i++) held.set(i, texts.get(i))
      memory()
    }
  }
  watchLinking(beginning)
  startStages()
  let { links, comparedPairs } = linkPages(reader, windowDays * day)
  endStages()
  beginning(articles.length)

  const linkCount = links.length
  const all = memory()
  links = []
  const withoutLinks = memory()
  if (used.sameWords) emptyMaps(used.sameWords)
  const withoutWords = memory()
  const checked: CheckedArticle[] = []
  for (const { id, outlet, title, byline, time } of articles)
    checked.push(checkArticle({ id, outlet, title, byline, text: '', publishedAt: time }, checked.length, {}, () => {}))
  const withChecked = memory()
  // The reader is asked once more, so that it is held until here.
  if (checked.length !== reader.articles.length) throw new Error('unreachable: an article is missing')
  return {
    learning,
    repeated: difference(learnt, before),
    linking,
    fields: used.index ? bytesByField(used.index) : [],
    sameWords: difference(withoutLinks, withoutWords),
    links: difference(all, withoutLinks),
    checked: difference(withChecked, withoutWords),
    linkCount,
    comparedPairs,
    tenths,
    waits: [...stageNames, 'the whole'].map((name, k) => [name, quantiles(waits[k] as Float64Array)] as const),
  }
}

answer(measure)
