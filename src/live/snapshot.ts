// A live index as bytes and back: articles in the order in which they came, each with what was found out about it, then stories. What can be
// made of that is made anew when it is read: lists by fingerprint, the lines that outlets repeat. Articles are known by their place. The
// format is written down in docs/snapshot.md; whatever changes here or in what is stored (fingerprints, lines, relations) takes another
// version.
import { type CheckedArticle, longestText } from '../article/article.js'
import { readMoment } from '../article/publication-date.js'
import { fieldsOf } from '../article/stored-article.js'
import type { Link } from '../match/links.js'
import { type Relation, relations } from '../match/relation.js'
import { ByteReader, ByteWriter } from '../snapshot/bytes.js'
import { badSnapshot } from '../snapshot/frames.js'
import type { LinksOfArticle, LiveLinks } from './live-links.js'
import type { LivePages } from './live-pages.js'
import { dispatchIn, type LiveStories, type StoriesState, type Story } from './live-stories.js'
import type { IndexOptions } from './options.js'
import type { SlidingWindow } from './sliding-window.js'
import { CompressedArticle, LoadedArticle, stored } from './stored-article.js'

/** Of the format; up to 255. */
export const snapshotVersion = 1
const partLength = 1 << 16
// How a text stands in a snapshot.
const [PLAIN, COMPRESSED, ELSEWHERE] = [0, 1, 2]
/** What an index is made of. */
export interface IndexState {
  readonly pages: LivePages
  readonly links: LiveLinks
  readonly stories: LiveStories
  readonly window: SlidingWindow
}

/** What has to be known before an index can be made to read the rest into. */
export interface SnapshotHead {
  readonly windowDays: number
  readonly articles: number
}

/** The parts of a snapshot. */
export function* snapshotParts({ pages, links, stories, window }: IndexState, windowDays: number) {
  const writer = new ByteWriter()
  const places = new Map<number, number>()
  for (const number of pages.numbers()) places.set(number, places.size)
  const placeOf = (number: number) => places.get(number) as number
  writer.float(windowDays)
  writer.whole(places.size)
  writer.floatOrNull(window.now)
  yield writer.take()
  const outlets = new Map<string, number>()
  for (const number of places.keys()) {
    writeArticle(writer, pages.article(number), outlets)
    writer.floatOrNull(window.momentOf(number))
    writeUnits(writer, pages.unitsOf(number))
    writeLinks(writer, links.stateOf(number), placeOf)
    if (writer.length >= partLength) yield writer.take()
  }
  yield writer.take()
  const { born, all, takenOver } = stories.state
  writer.whole(born)
  writer.whole(all.length)
  for (const story of all) {
    writeStory(writer, story, takenOver.get(story.id) ?? [], placeOf)
    if (writer.length >= partLength) yield writer.take()
  }
  yield writer.take()
}

function writeArticle(writer: ByteWriter, article: CheckedArticle, outlets: Map<string, number>): void {
  const { id, outlet, title, byline, url, language, time } = article
  writer.text(id)
  const known = outlets.get(outlet)
  writer.whole(known ?? outlets.size)
  if (known === undefined) {
    outlets.set(outlet, outlets.size)
    writer.text(outlet)
  }
  for (const field of [title, byline, url, language]) writer.textOrNull(field)
  writer.floatOrNull(time)
  if (article instanceof CompressedArticle) {
    writer.whole(COMPRESSED)
    writer.bytes(article.compressed)
  } else if (article instanceof LoadedArticle) {
    writer.whole(ELSEWHERE)
    writer.whole(article.length)
    writer.whole(article.check)
  } else {
    writer.whole(PLAIN)
    writer.text(article.text)
  }
}

/** Packed units: keys are hashes, all else is small. */
function writeUnits(writer: ByteWriter, units: Uint32Array): void {
  writer.words(units.filter((_, k) => k % 2 === 0))
  for (let k = 1; k < units.length; k += 2) writer.whole(units[k] as number)
}

function readUnits(reader: ByteReader): Uint32Array {
  const keys = reader.words()
  const units = new Uint32Array(2 * keys.length)
  keys.forEach((key, u) => {
    units[2 * u] = key
    units[2 * u + 1] = reader.below(2 ** 32)
  })
  return units
}

function writeLinks(writer: ByteWriter, state: LinksOfArticle, placeOf: (number: number) => number): void {
  const { key, text, fingerprints, candidates, links } = state
  writer.floatOrNull(key)
  writer.whole(placeOf(text))
  writer.whole(fingerprints ? 1 : 0)
  if (fingerprints) writer.ascending(fingerprints)
  writer.whole(candidates.length)
  for (const candidate of candidates) writer.whole(placeOf(candidate))
  writer.whole(links.length)
  for (const { a, relation, strength, holder, passage, passageAt, isSame } of links) {
    writer.whole(placeOf(a))
    writer.whole(relations.indexOf(relation))
    writer.float(strength)
    writer.whole((holder === a ? 0 : 1) + (isSame ? 2 : 0))
    for (const number of [passage, ...passageAt]) writer.whole(number)
  }
}

function writeStory(
  writer: ByteWriter,
  story: Story,
  takenOver: readonly string[],
  placeOf: (number: number) => number,
): void {
  const { id, born, isWhole, isSimple, members, hubs } = story
  writer.text(id)
  writer.whole(born)
  writer.whole((isWhole ? 1 : 0) + (isSimple ? 2 : 0))
  writer.whole(members.length)
  for (const member of members) {
    writer.whole(placeOf(member))
    writer.whole(placeOf(dispatchIn(story, member)))
  }
  writer.whole(hubs.length)
  for (const hub of hubs) writer.whole(placeOf(hub))
  writer.whole(takenOver.length)
  for (const other of takenOver) writer.text(other)
}

/**
 * Reads the parts of a snapshot into an index that `make` makes, empty, once it is known which.
 *
 * @throws WirecopyError `bad-snapshot` where they are not what was written
 */
export function readSnapshot<Index>(
  parts: Iterable<Uint8Array>,
  texts: NonNullable<IndexOptions['texts']>,
  make: (head: SnapshotHead) => Index & { readonly state: IndexState },
): Index {
  const source = new Values(parts)
  return source.reading(() => {
    const head = { windowDays: source.next.float(), articles: source.next.whole() }
    if (!(head.windowDays > 0)) throw new RangeError(`a window of ${head.windowDays} days`)
    const now = source.next.floatOrNull()
    const index = make(head)
    const { pages, links, stories, window } = index.state
    if (now !== null) window.advance(now)
    const outlets: string[] = []
    for (let place = 0; place < head.articles; place++) {
      const article = readArticle(source.next, outlets, texts)
      const moment = source.next.floatOrNull()
      const number = pages.restore(article, readUnits(source.next))
      window.restore(number, moment)
      links.restore(number, readLinks(source.next, number, head.articles))
    }
    pages.restoreLines()
    links.restoreAll()
    const born = source.next.whole()
    const state = { born, all: [] as Story[], takenOver: new Map<string, readonly string[]>() }
    for (let left = source.next.whole(); left > 0; left--) readStory(source.next, state, head.articles)
    stories.restore(state, pages.numbers())
    if (!source.isAtEnd) throw new RangeError('more than was written')
    return index
  })
}

/** The values of parts, one part after the other. */
class Values {
  readonly #parts: Iterator<Uint8Array>
  #reader = new ByteReader(new Uint8Array(0))

  constructor(parts: Iterable<Uint8Array>) {
    this.#parts = parts[Symbol.iterator]()
  }

  /** Where the next value is read. Nothing that is written in one go goes from one part to another. */
  get next(): ByteReader {
    if (this.#reader.isAtEnd && this.isAtEnd) throw new RangeError('a part is missing')
    return this.#reader
  }

  get isAtEnd(): boolean {
    while (this.#reader.isAtEnd) {
      const { done, value } = this.#parts.next()
      if (done) return true
      this.#reader = new ByteReader(value)
    }
    return false
  }

  /** Reads; what does not make sense is a damaged snapshot. */
  reading<Result>(read: () => Result): Result {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof RangeError || error instanceof TypeError)) throw error
      throw badSnapshot(`the snapshot is damaged: ${error.message}`)
    }
  }
}

function readArticle(reader: ByteReader, outlets: string[], texts: NonNullable<IndexOptions['texts']>): CheckedArticle {
  const id = reader.text()
  const at = reader.below(outlets.length + 1)
  if (at === outlets.length) outlets.push(reader.text())
  const [title, byline, url, language] = [1, 2, 3, 4].map(() => reader.textOrNull()) as (string | null)[]
  const fields = fieldsOf({
    id,
    outlet: outlets[at] as string,
    title: title ?? null,
    byline: byline ?? null,
    url: url ?? null,
    language: language ?? null,
    time: readTime(reader),
  })
  const form = reader.below(3)
  if (form === ELSEWHERE) {
    const [length, check] = [reader.whole(), reader.whole()]
    if (typeof texts === 'function') return new LoadedArticle(fields, length, check, texts)
    throw badSnapshot(
      `the snapshot has no texts: give the option texts, a function that gives the text of "${id}" by id`,
    )
  }
  if (form === PLAIN) return stored({ ...fields, text: reader.text() }, texts)
  const compressed = new CompressedArticle(fields, reader.bytes().slice())
  // What cannot be read is to be found out now, and not when it is first compared.
  const text = inflated(compressed)
  if (text.length > longestText) throw new RangeError(`the text of "${id}" is too long`)
  return texts === 'compressed' ? compressed : stored({ ...fields, text }, texts)
}

function inflated(article: CompressedArticle): string {
  try {
    return article.text
  } catch {
    throw new RangeError(`the text of "${article.id}" is none`)
  }
}

function readTime(reader: ByteReader): number | null {
  const time = reader.floatOrNull()
  if (time !== null && readMoment(time) === null) throw new RangeError(`${time} is no time`)
  return time
}

function readLinks(reader: ByteReader, number: number, articles: number): LinksOfArticle {
  const key = reader.floatOrNull()
  const text = reader.below(articles)
  const fingerprints = reader.below(2) === 1 ? reader.ascending() : null
  const candidates = readList(reader, () => reader.below(articles))
  const links = readList(reader, (): Link => {
    const a = reader.below(articles)
    const relation = relations[reader.below(relations.length)] as Relation
    const strength = reader.float()
    const flags = reader.below(4)
    const passage = reader.whole()
    const passageAt = [reader.whole(), reader.whole()] as const
    const link = { a, b: number, relation, strength, holder: flags % 2 === 0 ? a : number, passage, passageAt }
    return flags >= 2 ? { ...link, isSame: true } : link
  })
  return { key, text, fingerprints, candidates, links }
}

function readStory(
  reader: ByteReader,
  state: { readonly all: Story[]; readonly takenOver: Map<string, readonly string[]> } & StoriesState,
  articles: number,
): void {
  const id = reader.text()
  const born = reader.whole()
  const flags = reader.below(4)
  const [isWhole, isSimple] = [flags % 2 === 1, flags >= 2]
  const pairs = readList(reader, () => [reader.below(articles), reader.below(articles)] as const)
  const hubs = readList(reader, () => reader.below(articles))
  const takenOver = readList(reader, () => reader.text())
  const members = pairs.map(([member]) => member)
  const dispatchOf = new Map(isSimple ? [] : pairs)
  state.all.push({ id, born, isWhole, isSimple, members, dispatchOf, hubs })
  if (takenOver.length > 0) state.takenOver.set(id, takenOver)
}

function readList<One>(reader: ByteReader, one: () => One): One[] {
  const list: One[] = []
  for (let left = reader.whole(); left > 0; left--) list.push(one())
  return list
}
