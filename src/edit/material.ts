// Flags changes that are news: a number, date, name, place, direction, denial, source, doubt or quotation that the wire has one
// way and the outlet another. What both sentences state is compared (stated-facts.ts), not the words exchanged, so that a fact
// moved within its sentence or told in another manner is none. A whole sentence cut or added is a choice of length.
import type { Span } from './changes.js'
import { oppositeCharacters, opposites } from './fact-forms.js'
import { Openings } from './openings.js'
import type { Original } from './original.js'
import { folded, type StatedFact, sameFact } from './stated-facts.js'

/** What kind of fact: `direction` is a rise told as a fall, a win as a defeat, or two that changed parts. */
export type MaterialKind =
  | 'number'
  | 'date'
  | 'name'
  | 'place'
  | 'direction'
  | 'negation'
  | 'attribution'
  | 'certainty'
  | 'quotation'

/** One fact that differs. */
export interface MaterialFact {
  readonly kind: MaterialKind
  /** The wire's words; empty where it has none. */
  readonly before: string
  /** The outlet's words; empty where it has none. */
  readonly after: string
}

/** Spans before their facts are known. */
export type BareSpan = Omit<Span, 'material' | 'facts'>

// Sentences longer than this are no sentences; each of their edits is looked at by itself.
const longestSentence = 3000
// Facts of a longer rewording would be a list of all that it says.
const longestRewording = 45
// In more words than these a denial or doubt goes with what it was about.
const fewWords = 5
const someWords = 12

const marks = /["“”„«»「」『』]/
const acrossMark = /["“”„«»「」『』][\s\S]*\p{L}/u
const countMarks = (text: string) => text.match(new RegExp(marks, 'g'))?.length ?? 0
const hasWord = (text: string) => /[\p{L}\p{N}]/u.test(text)

/** How many words a text has; no more are counted than one above a limit. */
function countWords(text: string, most = Number.POSITIVE_INFINITY): number {
  const word = /[\p{L}\p{N}]+(?:[.,'’-][\p{L}\p{N}]+)*/gu
  let count = 0
  while (count <= most && word.test(text)) count++
  return count
}

/** One sentence, or several where no sentence end is common, as both texts have it: pieces of spans. */
interface Sentence {
  before: string
  after: string
  readonly pieces: Piece[]
}

interface Piece {
  readonly span: number
  readonly isEdit: boolean
  /** Where it stands in the sentence's `before` and `after`. */
  readonly a: readonly [number, number]
  readonly b: readonly [number, number]
}

/** For each span the facts that it changes. */
export function materialFacts(spans: readonly BareSpan[], original: Original): MaterialFact[][] {
  const found = spans.map((): MaterialFact[] => [])
  const sentences = sentencesWithEdits(spans)
  if (sentences.length === 0) return found
  for (const sentence of sentences) {
    const add = (span: number, fact: MaterialFact) => found[span]?.push(fact)
    factsOf(sentence, spans, original, add)
  }
  spans.forEach((span, k) => {
    const { kind, before, after, canonical } = span
    const inside = (kind === 'reworded' || kind === 'cut' || kind === 'added') && hasWord(before + after)
    // An edit with words behind a mark lies across the quotation's edge.
    const isAcross = acrossMark.test(before) || acrossMark.test(after)
    if (
      (inside && !isAcross && !isWholeSentences(span) && original.isQuoted(...canonical)) ||
      putsMarksRoundWords(span)
    )
      found[k]?.push({ kind: 'quotation', before: before.trim(), after: after.trim() })
  })
  return found
}

const sentenceEnd = /[.!?。！？؟।]["'”’»」)]*(?:\s+|(?<=[。！？])|$)|\n/g
const endsSentence = /[.!?。！？؟।]["'”’»」)]*\s*["“‘„«「]?$/

// What moved is the same on both sides; it parts what stands around it.
const movedAway = ' ; '

const isEdit = ({ kind }: BareSpan) => kind === 'reworded' || kind === 'cut' || kind === 'added'

/** Whether a cut or an addition takes whole sentences, and nothing of another. */
function isWholeSentences({ kind, before, after }: BareSpan): boolean {
  const words = kind === 'cut' ? before : after
  return kind !== 'reworded' && endsSentence.test(words) && /^[\s"“‘'«(]*[\p{Lu}\p{Lo}\p{N}]/u.test(words)
}

/** Cuts the account into sentences, by the sentence ends in what both texts have; those without an edit are left out. */
function sentencesWithEdits(spans: readonly BareSpan[]): Sentence[] {
  const found: Sentence[] = []
  let open: Sentence = { before: '', after: '', pieces: [] }
  let edited = false
  const close = () => {
    if (edited) found.push(...bounded(open))
    open = { before: '', after: '', pieces: [] }
    edited = false
  }
  const put = (span: number, before: string, after: string) => {
    const [a, b] = [open.before.length, open.after.length]
    open.before += before
    open.after += after
    open.pieces.push({
      span,
      isEdit: isEdit(spans[span] as BareSpan),
      a: [a, open.before.length],
      b: [b, open.after.length],
    })
  }
  spans.forEach((span, k) => {
    if (span.kind === 'same' || span.kind === 'layout' || span.kind === 'house-style') {
      const ends = [...span.before.matchAll(sentenceEnd)]
      const [first, last] = [ends[0], ends.at(-1)]
      if (!first || !last || span.kind !== 'same') {
        put(k, span.before, span.after)
        return
      }
      const head = span.before.slice(0, first.index + first[0].length)
      put(k, head, head)
      close()
      const tail = span.before.slice(last.index + last[0].length)
      if (tail !== '') put(k, tail, tail)
    } else if (span.kind === 'moved') put(k, movedAway, movedAway)
    else if (isEdit(span)) {
      if (isWholeSentences(span)) return
      const isLong =
        Math.max(countWords(span.before, longestRewording), countWords(span.after, longestRewording)) > longestRewording
      if (isLong) return
      put(
        k,
        span.kind === 'cut' ? partial(span.before, open.before) : span.before,
        span.kind === 'added' ? partial(span.after, open.after) : span.after,
      )
      edited = true
    }
  })
  close()
  return found
}

/** Of words that begin or end amid a sentence, what is of that sentence: their head, if one is open, and their tail. */
function partial(words: string, open: string): string {
  const lead = words.length - words.trimStart().length
  const ends = [...words.slice(lead).matchAll(sentenceEnd)]
  const [first, last] = [ends[0], ends.at(-1)]
  if (!first || !last) return words
  const head = open.trim() === '' ? '' : words.slice(0, lead + first.index + first[0].length)
  return head + words.slice(lead + last.index + last[0].length)
}

/** A sentence, or each edit for itself where it is too long. */
function bounded(sentence: Sentence): Sentence[] {
  if (sentence.before.length + sentence.after.length <= longestSentence) return [sentence]
  return sentence.pieces
    .filter(({ isEdit: edit, a, b }) => edit && a[1] - a[0] + b[1] - b[0] <= longestSentence)
    .map(({ span, a, b }) => {
      const [before, after] = [sentence.before.slice(...a), sentence.after.slice(...b)]
      return {
        before,
        after,
        pieces: [{ span, isEdit: true, a: [0, before.length] as const, b: [0, after.length] as const }],
      }
    })
}

type Add = (span: number, fact: MaterialFact) => void

function factsOf(sentence: Sentence, spans: readonly BareSpan[], original: Original, add: Add): void {
  const { before, after, pieces } = sentence
  const [statedBefore, statedAfter] = [original.statedIn(before), original.statedIn(after)]
  const [onlyBefore, onlyAfter] = unmatched(statedBefore, statedAfter, pieces)
  const edits = pieces.filter((piece) => piece.isEdit)
  // The edit that a fact overlaps, or else touches, as a sign that goes from before its figure.
  const editOf = ({ start, end }: StatedFact, side: 'a' | 'b') =>
    edits.find((piece) => start < piece[side][1] && end > piece[side][0]) ??
    edits.find((piece) => start <= piece[side][1] && end >= piece[side][0])
  // A figure in two pieces, of which one stayed: the 48 of 52-48 and 48-52.
  const holds = (piece: Piece, { start, end }: StatedFact, side: 'a' | 'b') =>
    !piece.isEdit && start < piece[side][1] && end > piece[side][0]
  const acrossEdits = (gone: readonly StatedFact[]) =>
    gone.flatMap((from) => {
      const stayed = pieces.find((piece) => holds(piece, from, 'a'))
      const to = stayed && onlyAfter.find((one) => one.kind === from.kind && holds(stayed, one, 'b'))
      return from.quantity && to && editOf(to, 'b') !== editOf(from, 'a') ? [[from, to] as const] : []
    })
  for (const piece of edits) {
    const span = spans[piece.span] as BareSpan
    // A name of several words may be edited in more than one place.
    const isHere = (one: StatedFact, side: 'a' | 'b') =>
      editOf(one, side) === piece || (one.words.length > 1 && one.start < piece[side][1] && one.end > piece[side][0])
    const gone = onlyBefore.filter((one) => isHere(one, 'a'))
    const come = onlyAfter.filter((one) => isHere(one, 'b'))
    const told = (kind: MaterialKind, from: readonly StatedFact[], to: readonly StatedFact[]) =>
      add(piece.span, {
        kind,
        before: from.map((one) => before.slice(one.start, one.end).trim()).join(', '),
        after: to.map((one) => after.slice(one.start, one.end).trim()).join(', '),
      })
    // A figure, date or name that goes is an omission; one in another's place is a change.
    for (const kind of ['number', 'date', 'name'] as const) {
      const isKind = (one: StatedFact) => one.kind === kind || (kind === 'name' && one.kind === 'place')
      const [from, to] = [gone.filter(isKind), come.filter(isKind)]
      if (from.length === 0 || to.length === 0) continue
      told([...from, ...to].some((one) => one.kind === 'place') ? 'place' : kind, from, to)
    }
    // A name where a figure stood, or the other way round.
    const [standingBefore, standingAfter] = [gone.filter(isStanding), come.filter(isStanding)]
    const isOther = span.kind === 'reworded' && standingBefore.length === 1 && standingAfter.length === 1
    const [from, to] = [standingBefore[0], standingAfter[0]]
    if (isOther && from && to && (from.quantity === null) !== (to.quantity === null)) told(to.kind, [from], [to])
    // A figure where another stood, of which one makes a date and the other none: July 32, the year 9891.
    const isFigure = loneFigure.test(span.before.trim()) && loneFigure.test(span.after.trim())
    const isOf = (one: StatedFact, side: 'a' | 'b') =>
      one.quantity !== null && one.start < piece[side][1] && one.end > piece[side][0]
    const [was, is] = [statedBefore.filter((one) => isOf(one, 'a')), statedAfter.filter((one) => isOf(one, 'b'))]
    if (isFigure && was.length === 1 && is.length === 1 && was[0]?.kind !== is[0]?.kind) told('date', was, is)
    const length = Math.max(countWords(span.before), countWords(span.after))
    for (const kind of ['negation', 'certainty', 'attribution'] as const) {
      const [from, to] = [gone.filter((one) => one.kind === kind), come.filter((one) => one.kind === kind)]
      // One whose verb alone is another still tells it; one put in among other words takes nothing from what is told.
      if (kind === 'attribution' && (from.length === 0 ? !isAllOf(to, span) : isStillNamed(from, span, after))) continue
      if (from.length === 0 && to.length === 0) continue
      const most = span.kind === 'reworded' ? someWords : kind === 'attribution' ? 2 * fewWords : fewWords
      if (length <= most) told(kind, from, to)
    }
    for (const [from, to] of acrossEdits(gone)) told(from.kind, [from], [to])
    // `no more than` is no denial, but without its no it is the contrary.
    if (
      gone.length + come.length === 0 &&
      (loneDenial.test(span.before) || loneDenial.test(span.after)) &&
      span.kind !== 'reworded'
    )
      add(piece.span, { kind: 'negation', before: span.before.trim(), after: span.after.trim() })
    turned(span, (kind, from, to) => add(piece.span, { kind, before: from, after: to }))
  }
  swapped(sentence, spans, add)
}

const loneFigure = /^\p{Nd}+$/u
const loneDenial = /^\s*(?:no|not)\s*$/i

const isStanding = ({ kind }: StatedFact) => kind === 'number' || kind === 'date' || kind === 'name' || kind === 'place'

/** Whether words that were put in name a source and say nothing else: ", police said". */
function isAllOf(sources: readonly StatedFact[], { kind, after }: BareSpan): boolean {
  const length = after.trim().length
  const isNamed = ({ start, end }: StatedFact) => end - start >= sourceShare * length && end - start <= length
  return kind === 'added' && !/^\W*as\b/i.test(after) && sources.some(isNamed)
}

const sourceShare = 0.6

/** Whether sources are told with other words around them. */
function isStillNamed(sources: readonly StatedFact[], { kind, before }: BareSpan, after: string): boolean {
  if (kind !== 'reworded' && !(kind === 'cut' && countWords(before, 1) === 1)) return false
  const words = new Set(after.split(/[^\p{L}\p{N}'’-]+/u).map(folded))
  return sources.every((source) => source.words.every((word) => words.has(word)))
}

/** What one text states and the other does not: facts that stand in the same words answer each other before any others do. */
function unmatched(
  ofBefore: readonly StatedFact[],
  ofAfter: readonly StatedFact[],
  pieces: Sentence['pieces'],
): [StatedFact[], StatedFact[]] {
  const placed = new Set<string>()
  const placeOf = ({ kind, start, end }: StatedFact, side: 'a' | 'b') => {
    const piece = pieces.find((one) => !one.isEdit && start >= one[side][0] && end <= one[side][1])
    return piece ? `${kind} ${piece.span} ${start - piece[side][0]} ${end - start}` : ''
  }
  for (const one of ofBefore) placed.add(placeOf(one, 'a'))
  const shared = new Set(ofAfter.map((one) => placeOf(one, 'b')).filter((place) => place !== '' && placed.has(place)))
  const left = ofAfter.filter((one) => !shared.has(placeOf(one, 'b')))
  const without = (facts: readonly StatedFact[], isSame: (x: StatedFact, y: StatedFact) => boolean) =>
    facts.filter((one) => {
      const k = left.findIndex((other) => isSame(one, other))
      if (k >= 0) left.splice(k, 1)
      return k < 0
    })
  // The same words first, as "she said" would answer any source.
  const others = without(
    ofBefore.filter((one) => !shared.has(placeOf(one, 'a'))),
    isAlike,
  )
  // A day of the week answers a date where the one stands for the other, and no date elsewhere.
  const pieceOf = ({ start, end }: StatedFact, side: 'a' | 'b') =>
    pieces.find((piece) => start < piece[side][1] && end > piece[side][0])
  const gone = without(
    others,
    (x, y) => sameFact(x, y) && (x.quantity?.sort === y.quantity?.sort || pieceOf(x, 'a') === pieceOf(y, 'b')),
  )
  // A name told twice and once is one name.
  const isKnown = (one: StatedFact, among: readonly StatedFact[]) =>
    (one.kind === 'name' || one.kind === 'place') && among.some((other) => sameFact(one, other))
  return [gone.filter((one) => !isKnown(one, ofAfter)), left.filter((one) => !isKnown(one, ofBefore))]
}

const isAlike = (x: StatedFact, y: StatedFact) =>
  sameFact(x, y) &&
  x.quantity?.sort === y.quantity?.sort &&
  x.words.length === y.words.length &&
  x.words.every((word, k) => word === y.words[k])

const openings = new Openings(opposites.flat())

/** Opposites in each other's place: rose and fell, lawful and unlawful. */
function turned(span: BareSpan, tell: (kind: MaterialKind, before: string, after: string) => void): void {
  const { before, after } = span
  if (
    span.kind !== 'reworded' ||
    Math.max(countWords(before, fewWords + 1), countWords(after, fewWords + 1)) > fewWords + 1
  )
    return
  const [x, y] = [folded(before.trim()), folded(after.trim())]
  if (denies(x, y) || denies(y, x)) {
    tell('negation', before.trim(), after.trim())
    return
  }
  const [inBefore, inAfter] = [openings.in(before), openings.in(after)]
  for (const [left, right] of opposites) {
    for (const [from, to] of [
      [left, right],
      [right, left],
    ] as const) {
      if (!inBefore(from) || !inAfter(to)) continue
      const [word, opposite] = [from.exec(before)?.[0], to.exec(after)?.[0]]
      if (!word || !opposite || from.test(after) || to.test(before)) continue
      tell(compass.test(word) ? 'place' : 'direction', word, opposite)
      return
    }
  }
  if (
    oppositeCharacters.some(
      ([left, right]) =>
        Math.max(before.trim().length, after.trim().length) <= fewCharacters &&
        ((left.test(before) && !left.test(after) && right.test(after) && !right.test(before)) ||
          (right.test(before) && !right.test(after) && left.test(after) && !left.test(before))),
    )
  )
    tell('direction', before.trim(), after.trim())
}

// In scripts without spaces, a word or two.
const fewCharacters = 4
const denies = (word: string, other: string) =>
  other.length > 3 && ['un', 'in', 'im', 'il', 'ir', 'dis', 'non'].some((prefix) => word === prefix + other)
const compass = /^(?:north|south|east|west)/i

/** Two that changed parts: who sued whom, 48 to 52. */
function swapped({ pieces }: Sentence, spans: readonly BareSpan[], add: Add): void {
  const reworded = pieces.filter(
    ({ span }) => spans[span]?.kind === 'reworded' && countWords(spans[span]?.before ?? '', fewWords) <= fewWords,
  )
  for (let k = 0; k + 1 < reworded.length; k++) {
    const [first, second] = [reworded[k]?.span ?? 0, reworded[k + 1]?.span ?? 0]
    const [x, y] = [spans[first] as BareSpan, spans[second] as BareSpan]
    const plain = (words: string) => folded(words.trim())
    if (plain(x.before) !== plain(y.after) || plain(x.after) !== plain(y.before)) continue
    // Articles that changed places say nothing, and figures are told apart as figures.
    if (![x.before, x.after].every((words) => /\p{L}{4}|\p{Lu}\p{L}/u.test(words.trim()))) continue
    for (const one of [first, second])
      add(one, { kind: 'direction', before: spans[one]?.before.trim() ?? '', after: spans[one]?.after.trim() ?? '' })
    return
  }
}

/** Quotation marks put round words that were told in the outlet's, or taken away. */
function putsMarksRoundWords({ kind, before, after }: BareSpan): boolean {
  if (kind !== 'house-style' || !/\p{L}/u.test(before)) return false
  const [ofBefore, ofAfter] = [countMarks(before), countMarks(after)]
  if (/^\s*['‘]|['’]\s*$/.test(before) || /^\s*['‘]|['’]\s*$/.test(after)) return false
  return ofBefore !== ofAfter && Math.min(ofBefore, ofAfter) === 0 && Math.max(ofBefore, ofAfter) === 2
}
