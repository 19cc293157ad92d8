// Gold for every word of a copy and of its dispatch, and the readings that are as right. Where a human reader could not know which of
// several readings is the right one, all of them are:
//  - headline, byline, dateline, credit, furniture and caption are one kind, `page`; white space has no words and no kind;
//  - a cut or addition that could begin a word earlier or later ("the X the" without "the X" or without "X the");
//  - of two neighbouring passages that changed places, the shorter was moved, or the longer, up to half as long again;
//  - a single word that moved may be cut in one place and added in the other;
//  - a word with a new capital, because the words before it went or came, is the same, house style, or part of that edit;
//  - words that both wordings of a rewording have may be the same or reworded; in another order, moved too;
//  - what a rewording only puts in or leaves out ("been" → "since been") may be added or cut as well;
//  - house style inside a moved sentence is house style or moved;
//  - words in quotation marks, which pages have in several forms, and words with an apostrophe are the same or house style;
//  - where one of several readings is taken, a word with another capital is the same or house style.
import type { Copy, Segment } from './copy.js'
import type { GoldKind } from './edit.js'
import { type Word, wordAt, wordsOf } from './prose.js'

export interface GoldWord extends Word {
  readonly kind: GoldKind
  /** The edit's place in the copy's list, -1 for none. */
  readonly edit: number
  readonly accepts: ReadonlySet<GoldKind>
  /** The word's place on the other side, where it is there unchanged; else -1. */
  readonly twin: number
}

export type Side = 'article' | 'dispatch'
export const sides: readonly Side[] = ['article', 'dispatch']

/** Another reading of one edit: what the words that it touches are called. */
export interface Reading {
  readonly article: ReadonlyMap<number, GoldKind>
  readonly dispatch: ReadonlyMap<number, GoldKind>
}

export interface Gold {
  readonly copy: Copy
  readonly article: readonly GoldWord[]
  readonly dispatch: readonly GoldWord[]
  /** For each edit that has them, all its readings, the generator's first. */
  readonly readings: ReadonlyMap<number, readonly Reading[]>
}

interface Draft extends Word {
  kind: GoldKind
  edit: number
  accepts: Set<GoldKind>
  twin: number
}

const none: ReadonlyMap<number, GoldKind> = new Map()

/** Which words two wordings share, in order: pairs of places, by the longest common subsequence. */
export function sharedWords(before: readonly string[], after: readonly string[]): [number, number][] {
  const longest = Array.from({ length: before.length + 1 }, () => new Uint16Array(after.length + 1))
  for (let i = before.length - 1; i >= 0; i--)
    for (let j = after.length - 1; j >= 0; j--) {
      const row = longest[i] as Uint16Array
      const below = longest[i + 1] as Uint16Array
      row[j] = before[i] === after[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < before.length && j < after.length; ) {
    if (before[i] === after[j]) pairs.push([i++, j++])
    else if ((longest[i + 1]?.[j] ?? 0) >= (longest[i]?.[j + 1] ?? 0)) i++
    else j++
  }
  return pairs
}

/** The places of the words in a stretch. */
const placesIn = (words: readonly Word[], [from, to]: readonly [number, number]): number[] => {
  const places: number[] = []
  for (let k = wordAt(words, from); k < words.length && (words[k]?.start ?? to) < to; k++) places.push(k)
  return places
}

export function goldOf(copy: Copy): Gold {
  const { segments, edits } = copy
  const draft = (words: readonly Word[]) =>
    words.map((word): Draft => ({ ...word, kind: 'same', edit: -1, accepts: new Set<GoldKind>(['same']), twin: -1 }))
  const article = draft(wordsOf(copy.article.text))
  const dispatch = draft(copy.dispatch.prose.words)
  const at = (words: readonly Draft[], place: number): Draft => {
    const word = words[place]
    if (!word) throw new RangeError('no such word')
    return word
  }
  const isMarked = ({ start, folded }: Word) => copy.dispatch.prose.quoted(start) || folded.includes("'")
  const call = (word: Draft, edit: number, kind: GoldKind, accepts: readonly GoldKind[]) => {
    word.edit = edit
    word.kind = kind
    word.accepts = new Set([kind, ...accepts])
  }
  for (const segment of segments) {
    const [here, there] = [placesIn(article, segment.article), placesIn(dispatch, segment.dispatch)]
    if (segment.kind === 'same') {
      if (here.length !== there.length)
        throw new Error(
          `${copy.article.id}: ${here.length} words stand for ${there.length}: ${JSON.stringify(segment)}`,
        )
      here.forEach((place, k) => {
        const twin = there[k] ?? -1
        at(article, place).twin = twin
        at(dispatch, twin).twin = place
        if (isMarked(at(dispatch, twin)))
          for (const word of [at(article, place), at(dispatch, twin)]) word.accepts.add('house-style')
        if (segment.role !== 'case') return
        const kind = edits[segment.edit]?.kind ?? 'same'
        call(at(article, place), segment.edit, 'same', ['house-style', kind])
        call(at(dispatch, twin), segment.edit, 'same', ['house-style', kind])
      })
      continue
    }
    callSegment(
      segment,
      here.map((place) => at(article, place)),
      there.map((place) => at(dispatch, place)),
    )
  }

  function callSegment({ kind, edit, role }: Segment, here: readonly Draft[], there: readonly Draft[]): void {
    if (kind === 'moved') {
      const lone = (role === 'source' ? there : here).length === 1
      const styled: GoldKind[] = ['house-style']
      for (const word of here) call(word, edit, 'moved', lone ? ['added', ...styled] : styled)
      for (const word of there) call(word, edit, 'moved', lone ? ['cut', ...styled] : styled)
      return
    }
    if (here.length === 0 || there.length === 0) {
      for (const word of [...here, ...there]) call(word, edit, kind, [])
      return
    }
    const pairs = sharedWords(
      there.map(({ folded }) => folded),
      here.map(({ folded }) => folded),
    )
    for (const word of [...here, ...there]) call(word, edit, kind, [])
    for (const [i, j] of pairs) {
      const [x, y] = [there[i], here[j]]
      if (x) call(x, edit, 'same', [kind])
      if (y) call(y, edit, 'same', [kind])
    }
    if (kind !== 'reworded') return
    // Between the shared words, what stands on one side alone.
    const ends: readonly [number, number][] = [...pairs, [there.length, here.length]]
    let [i, j] = [0, 0]
    for (const [toI, toJ] of ends) {
      if (i === toI || j === toJ) {
        for (const word of there.slice(i, toI)) word.accepts.add('cut')
        for (const word of here.slice(j, toJ)) word.accepts.add('added')
      }
      ;[i, j] = [toI + 1, toJ + 1]
    }
    for (const [one, others] of [
      [there, here],
      [here, there],
    ] as const)
      for (const word of one) if (others.some(({ folded }) => folded === word.folded)) word.accepts.add('moved')
  }

  return { copy, article, dispatch, readings: readingsOf(copy, article, dispatch) }
}

function readingsOf(copy: Copy, article: readonly GoldWord[], dispatch: readonly GoldWord[]) {
  const readings = new Map<number, readonly Reading[]>()
  copy.edits.forEach((edit, k) => {
    const segments = copy.segments.filter((segment) => segment.edit === k && segment.role !== 'case')
    const [segment] = segments
    if (!segment) return
    if (edit.kind === 'moved') {
      const swapped = swappedReading(k, segments, article, dispatch)
      if (swapped) readings.set(k, [swapped.own, swapped.other])
      return
    }
    if (segments.length !== 1) return
    const [here, there] = [placesIn(article, segment.article), placesIn(dispatch, segment.dispatch)]
    const slid =
      here.length === 0
        ? slides(there, dispatch).map((map): Reading => ({ article: none, dispatch: fill(map, segment.kind) }))
        : there.length === 0
          ? slides(here, article).map((map): Reading => ({ article: fill(map, segment.kind), dispatch: none }))
          : []
    if (slid.length > 1) readings.set(k, slid)
  })
  return readings
}

const fill = (places: readonly number[], kind: GoldKind) => new Map(places.map((place) => [place, kind] as const))

/** A stretch, and what it might be instead by a word or more to the left or right. */
function slides(places: readonly number[], words: readonly GoldWord[]): number[][] {
  const found = [[...places]]
  const [first, last] = [places[0], places.at(-1)]
  if (first === undefined || last === undefined) return found
  const isSame = (k: number) => words[k]?.kind === 'same' && words[k]?.edit === -1
  for (let by = 1; last + by < words.length && isSame(last + by); by++) {
    if (words[last + by]?.folded !== words[first + by - 1]?.folded) break
    found.push(places.map((place) => place + by))
  }
  for (let by = 1; first - by >= 0 && isSame(first - by); by++) {
    if (words[first - by]?.folded !== words[last - by + 1]?.folded) break
    found.push(places.map((place) => place - by))
  }
  return found
}

/** A passage that jumped over another, told the other way round; null where it jumped too far for that. */
function swappedReading(
  edit: number,
  segments: readonly Segment[],
  article: readonly GoldWord[],
  dispatch: readonly GoldWord[],
): { own: Reading; other: Reading } | null {
  const [source, target] = [
    segments.find(({ role }) => role === 'source'),
    segments.find(({ role }) => role === 'target'),
  ]
  if (!source || !target) return null
  const block = placesIn(dispatch, source.dispatch)
  const landed = placesIn(article, target.article)
  const [from, to] =
    target.dispatch[0] >= source.dispatch[1]
      ? [source.dispatch[1], target.dispatch[0]]
      : [target.dispatch[0], source.dispatch[0]]
  const jumped = placesIn(dispatch, [from, to]).filter((place) => dispatch[place]?.kind === 'same')
  if (jumped.length === 0 || jumped.length > 1.5 * block.length + 1) return null
  const jumpedHere = jumped.flatMap((place) =>
    (dispatch[place]?.twin ?? -1) >= 0 ? [dispatch[place]?.twin ?? -1] : [],
  )
  const [own, same] = [block.filter((place) => dispatch[place]?.edit === edit), landed]
  return {
    own: { article: fill(landed, 'moved'), dispatch: fill(block, 'moved') },
    other: {
      article: new Map([...fill(same, 'same'), ...fill(jumpedHere, 'moved')]),
      dispatch: new Map([...fill(own, 'same'), ...fill(jumped, 'moved')]),
    },
  }
}
