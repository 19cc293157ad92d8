// Recovers what the wire wrote from one copy's text and the other copies of the dispatch. Where full copies differ inside a
// sentence, the wording that most outlets have stands, an agency's signature counting a little more; with two copies the base's.
// Whole sentences are not put to the vote, as outlets cut and seldom add: a sentence is the wire's when two outlets carry it, or
// when it stands between passages of the wire and too few others run on both sides of it to say otherwise.

import type { Furniture } from '../text/furniture.js'
import { sentences } from '../text/sentences.js'
import { type Tokens, tokenize } from '../text/tokens.js'
import { bareChanges } from './changes.js'
import { dayNames } from './fact-forms.js'
import type { BareSpan } from './material.js'

/** A copy that bears witness: one for each outlet. */
export interface Witness {
  /** Its words outside its furniture. */
  readonly story: Tokens
  readonly furniture: readonly Furniture[]
  /** What its word counts: 1, or a little more under an agency's signature. */
  readonly weight: number
  /** The outlet's name. */
  readonly outlet: string
}

type Place = readonly [number, number]

/** What a witness has in place of stretches of the base; it says nothing of what it cut or never ran. */
interface Testimony {
  readonly weight: number
  /** From its first to its last word in common with the base. */
  readonly covers: Place
  /** Sentences that it has not: cut, or written anew. In order. */
  readonly absent: readonly Place[]
  /** Those, and what it has elsewhere: there it says nothing of the wording. In order. */
  readonly silent: readonly Place[]
  /** Edits inside sentences, in order. */
  readonly edits: readonly { readonly at: Place; readonly words: string }[]
  /** Whole sentences that it has more, by the place behind which they stand. */
  readonly more: readonly Sentence[]
}

/** A sentence to put in: where, and whether it opens a paragraph and closes one. */
interface Sentence {
  readonly at: number
  readonly words: string
  readonly opens: boolean
  readonly closes: boolean
}

// Of the outlets that run on both sides of a sentence, the share that must carry it when three or more do.
const carriedShare = 0.25

// An end within so many characters of the base's is its end.
const nearEnd = 20
/** Characters that an outlet puts behind the wire's end: a paragraph. More than these it cannot have written itself. */
export const longestOwnEnd = 300

/** The text of the wire, from the base's text, what its word counts and whose it is, and the witnesses of other outlets. */
export function recover(
  base: string,
  { weight, outlet }: Pick<Witness, 'weight' | 'outlet'>,
  witnesses: readonly Witness[],
): string {
  if (witnesses.length === 0) return base
  const words = tokenize(base)
  const heard = witnesses.map((witness) => testimony(words, witness)).filter((one) => one !== null)
  const replaced = [...wordings(base, weight, heard), ...sentencesOfTheBaseAlone(base, weight, ofItself(outlet), heard)]
  const put = [...replaced, ...sentencesOfOthers(base, heard)].sort((x, y) => x.at[0] - y.at[0] || x.at[1] - y.at[1])
  // One text has one form of quotation marks, the base's.
  const marked = isCurly(base) ? curly : straight
  let text = ''
  let at = 0
  for (const {
    at: [start, end],
    words,
  } of put) {
    if (start < at) continue
    text += base.slice(at, start) + marked(words)
    at = end
  }
  return (text + base.slice(at))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
    .replace(/ {2,}/g, ' ')
}

function testimony(words: Tokens, { story, furniture, weight, outlet }: Witness): Testimony | null {
  const isOwn = ofItself(outlet)
  const [base, text] = [words.text, story.text]
  const spans = bareChanges(words, story, furniture)
  const shared = spans.filter((span) => span.kind === 'same' && /[\p{L}\p{N}]/u.test(span.before))
  if (shared.length === 0) return null
  const covers: Place = [
    shared.reduce((least, span) => Math.min(least, span.canonical[0]), base.length),
    shared.reduce((most, span) => Math.max(most, span.canonical[1]), 0),
  ]
  const inside = spans.filter(({ canonical: [start, end] }) => start >= covers[0] && end <= covers[1])
  const edited = inside.filter(
    ({ kind }) => kind === 'reworded' || kind === 'house-style' || kind === 'added' || kind === 'cut',
  )
  // The full stop behind the words may be the other text's too.
  const markBehind = ({ kind, canonical, article }: BareSpan) =>
    /^[.!?…]?/.exec(kind === 'cut' ? base.slice(canonical[1]) : text.slice(article[1]))?.[0] ?? ''
  const opens = ({ kind, canonical, article }: BareSpan) =>
    endsBefore.test(
      kind === 'cut'
        ? base.slice(Math.max(0, canonical[0] - 4), canonical[0])
        : text.slice(Math.max(0, article[0] - 4), article[0]),
    )
  const isWhole = (span: BareSpan) => {
    const words = (span.kind === 'cut' ? span.before : span.after).trim()
    return (
      span.kind !== 'reworded' &&
      (wholeSentences.test(words) || (opens(span) && wholeSentences.test(words + markBehind(span))))
    )
  }
  const placesOf = (some: readonly BareSpan[]) => some.map(({ canonical }) => canonical).sort((x, y) => x[0] - y[0])
  const gone = edited.filter((span) => span.kind === 'reworded' || (span.kind === 'cut' && isWhole(span)))
  const isLong = ({ before }: BareSpan) => before.length > longestWording
  const silent = inside.filter(
    (span) => (span.kind === 'cut' || span.kind === 'reworded') && (isWhole(span) || isLong(span)),
  )
  return {
    weight,
    covers,
    absent: placesOf(gone),
    silent: placesOf(silent),
    edits: [
      ...edited
        .filter((span) => !isWhole(span) && !isLong(span))
        .map(({ canonical, after }) => ({ at: canonical, words: after })),
      ...moves(spans),
    ].sort((x, y) => x.at[0] - y.at[0] || x.at[1] - y.at[1]),
    more: edited
      .filter((span) => span.kind === 'added' && isWhole(span))
      .flatMap(({ canonical, article: [from, to], ...span }) =>
        sentences(text, { start: from, end: to + (wholeSentences.test(span.after.trim()) ? 0 : 1) }).map(
          ({ start, end }) => ({
            at: canonical[0],
            words: text.slice(start, end),
            opens: /(?:^|\n)\s*$/.test(text.slice(Math.max(0, start - 20), start)),
            closes: /^\s*(?:\n|$)/.test(text.slice(end, end + 20)),
          }),
        ),
      )
      .filter(({ words }) => !isOwn(words)),
  }
}

const speaksOfItself =
  /\b(?:this (?:newspaper|website|newsroom|publication|site)|our (?:own )?(?:correspondent|reporters?|readers|newsroom|staff|website))\b/i

/** Whether a sentence speaks of the outlet that runs it: no agency writes that. */
function ofItself(outlet: string): (sentence: string) => boolean {
  const name = outlet.replace(/^the /i, '').trim()
  return (sentence) => speaksOfItself.test(sentence) || (name.length >= shortestName && sentence.includes(name))
}

// Shorter names are words besides: Metro, The Sun.
const shortestName = 6

/** Whether a witness has words inside a stretch, as far as it is heard of it. */
const carries = ({ covers, absent }: Testimony, start: number, end: number) =>
  covers[0] < end &&
  covers[1] > start &&
  !overlapping(absent, itself, start, end).some(([from, to]) => from <= start && to >= end)

/** What moved, as gone from one place and put in at another: behind what stands before it in the witness. */
function moves(spans: readonly BareSpan[]): { at: Place; words: string }[] {
  const found: { at: Place; words: string }[] = []
  let behind = 0
  for (const { kind, canonical, after } of spans) {
    if (kind === 'moved') found.push({ at: canonical, words: '' }, { at: [behind, behind], words: after })
    else if (canonical[1] > canonical[0]) behind = canonical[1]
  }
  return found
}

/** The places, in order and apart, that overlap a stretch. */
function overlapping<Item>(items: readonly Item[], placeOf: (item: Item) => Place, start: number, end: number): Item[] {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (placeOf(items[middle] as Item)[1] < start) low = middle + 1
    else high = middle
  }
  const found: Item[] = []
  for (let k = low; k < items.length && placeOf(items[k] as Item)[0] <= end; k++) found.push(items[k] as Item)
  return found
}

const itself = (place: Place) => place

/** One sentence or more, whole: from a capital, figure or quotation mark to a full stop. */
const wholeSentences = /^["“‘'«「(]?[\p{Lu}\p{N}\p{Lo}][\s\S]*[.!?。！？؟।]["”’'»」)]?$/u

// Whoever leaves out or rewrites more than this says nothing of the words in it.
const longestWording = 60

const endsBefore = /(?:^|[.!?…]["'”’»)]*\s*|\n\s*)$/

/** The wording that most outlets have, wherever witnesses differ from the base inside a sentence. */
function wordings(base: string, baseWeight: number, heard: readonly Testimony[]): { at: Place; words: string }[] {
  const chosen: { at: Place; words: string }[] = []
  for (const at of regions(heard.flatMap(({ edits }) => edits.map((edit) => edit.at)))) {
    const own = base.slice(...at)
    const votes = new Map([[plain(own), { words: own, weight: baseWeight }]])
    for (const one of heard) {
      const isSilent =
        at[0] < one.covers[0] ||
        at[1] > one.covers[1] ||
        overlapping(one.silent, itself, ...at).some(([start, end]) => start < at[1] && end > at[0])
      if (isSilent) continue
      const words = wordsIn(base, at, one)
      const known = votes.get(plain(words))
      votes.set(plain(words), {
        words: known && (known.words === own || known.words < words) ? known.words : words,
        weight: (known?.weight ?? 0) + one.weight,
      })
    }
    const ranked = [...votes.values()].sort((x, y) => y.weight - x.weight || (x.words < y.words ? -1 : 1))
    const [best] = ranked
    if (best && best.weight > (votes.get(plain(own))?.weight ?? 0) + 0.5) chosen.push({ at, words: best.words })
    else if (votes.size === 2 && heard.length === 1) {
      const other = ranked.find(({ words }) => words !== own)?.words ?? ''
      if (isOutletsManner(own, other)) chosen.push({ at, words: other })
    }
  }
  return chosen
}

const isCurly = (text: string) => (text.match(/[“”]/g)?.length ?? 0) > (text.match(/"/g)?.length ?? 0)
const straight = (words: string) => words.replace(/[“”„]/g, '"').replace(/[‘’]/g, "'")
const curly = (words: string) =>
  words
    .replace(/(?<![^\s([—–-])"/g, '“')
    .replace(/"/g, '”')
    .replace(/(?<![^\s([“—–-])'/g, '‘')
    .replace(/'/g, '’')

/** Words as they are voted on: white space is the page's, and so are the quotation marks round them. */
function plain(words: string): string {
  return straight(words.replace(/\s+/g, ' '))
}

/**
 * Whether, of two wordings, the first is an outlet's: a sum or date put in brackets behind the wire's, or the date where the
 * wire, as wires do, gives the day of the week.
 */
function isOutletsManner(words: string, other: string): boolean {
  if (other.trim() === '' && /^\s*\([^()]{1,40}\)\s*$/.test(words) && /\d/.test(words)) return true
  return dayOfWeek.test(other) && !dayOfWeek.test(words) && dayOfMonth.test(words)
}

const dayOfWeek = new RegExp(`\\b(?:${dayNames.join('|')})\\b`, 'i')
const dayOfMonth = /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}\b/i

/** Edits that touch or overlap, as one region each. */
function regions(places: readonly Place[]): Place[] {
  const merged: Place[] = []
  for (const [start, end] of [...places].sort((x, y) => x[0] - y[0] || x[1] - y[1])) {
    const before = merged.at(-1)
    if (before && start <= before[1]) merged[merged.length - 1] = [before[0], Math.max(before[1], end)]
    else merged.push([start, end])
  }
  return merged
}

/** A witness's words in a region of the base. */
function wordsIn(base: string, [start, end]: Place, { edits }: Testimony): string {
  let words = ''
  let at = start
  for (const edit of overlapping(edits, (one) => one.at, start, end)) {
    if (edit.at[0] < start || edit.at[1] > end) continue
    words += base.slice(at, edit.at[0]) + edit.words
    at = edit.at[1]
  }
  return words + base.slice(at, end)
}

// A short paragraph that no other copy has is a link or caption, even under an agency's signature.
const shortLine = 90

/** Sentences that the base has and the others on both sides of them have not. */
function sentencesOfTheBaseAlone(
  base: string,
  baseWeight: number,
  isOwn: (sentence: string) => boolean,
  heard: readonly Testimony[],
): { at: Place; words: string }[] {
  const dropped: { at: Place; words: string }[] = []
  for (const { start, end } of sentences(base)) {
    const around = heard.filter(({ covers }) => covers[0] < start && covers[1] > end)
    const without = around.filter(({ absent }) =>
      overlapping(absent, itself, start, end).some(
        (place) => Math.min(end, place[1]) - Math.max(start, place[0]) > (end - start) / 2,
      ),
    )
    const carried = around.length - without.length
    const nobody = around.length >= 2 && carried === 0
    const isBesides = isOwn(base.slice(start, end)) && !heard.some((one) => carries(one, start, end))
    const isLine =
      end - start < shortLine &&
      (start === 0 || base[start - 1] === '\n') &&
      (end === base.length || base[end] === '\n')
    if (
      isBesides ||
      (nobody && (baseWeight <= 1 || isLine)) ||
      (around.length >= 3 && carried < carriedShare * around.length)
    )
      dropped.push({ at: [start, end], words: '' })
  }
  return dropped
}

/**
 * Sentences that the base lacks and two other outlets have; or the one other copy that there is, amid the story; or one copy alone
 * behind the base's end: unless another ends there too, as at the wire's end; two others, where it is long or signed.
 */
function sentencesOfOthers(base: string, heard: readonly Testimony[]): { at: Place; words: string }[] {
  const isEnd = (at: number) => base.length - at <= nearEnd
  const carriers = new Map<string, { sentence: Sentence; outlets: number; isSigned: boolean; isLong: boolean }>()
  for (const { more, weight } of heard) {
    const tail = more.filter(({ at }) => isEnd(at)).reduce((sum, { words }) => sum + words.length, 0)
    for (const sentence of more) {
      const key = sentence.words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')
      const known = carriers.get(key) ?? { sentence, outlets: 0, isSigned: false, isLong: false }
      carriers.set(key, {
        sentence: known.sentence,
        outlets: known.outlets + 1,
        isSigned: known.isSigned || weight > 1,
        isLong: known.isLong || tail > longestOwnEnd,
      })
    }
  }
  const endsHere = heard.filter(({ covers, more }) => isEnd(covers[1]) && !more.some(({ at }) => isEnd(at))).length
  const byPlace = new Map<number, Sentence[]>()
  for (const { sentence, outlets, isSigned, isLong } of carriers.values()) {
    const { at } = sentence
    // Where no other copy but the one runs on both sides, the two are as good as each other.
    const isOnly = heard.filter(({ covers }) => covers[0] < at && covers[1] > at).length === 1
    const isTail = isEnd(at) && endsHere <= (isSigned || isLong ? 1 : 0)
    if (outlets < 2 && !isOnly && !isTail) continue
    const start = at - (/\s*$/.exec(base.slice(Math.max(0, at - 20), at))?.[0].length ?? 0)
    byPlace.set(start, [...(byPlace.get(start) ?? []), sentence])
  }
  return [...byPlace].map(([start, put]) => {
    const end = start + (/^\s*/.exec(base.slice(start, start + 20))?.[0].length ?? 0)
    const separator = (isBreak: boolean) => (isBreak ? '\n' : ' ')
    const words = put.map(({ words: sentence, opens }) => separator(opens) + sentence).join('')
    return { at: [start, end], words: words + separator(put.at(-1)?.closes === true) }
  })
}
