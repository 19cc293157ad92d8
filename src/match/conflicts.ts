// Finds the facts that stand in each other's place: a number, date or name between two shared runs where the other text has a
// different one. They tell two events in one form of words apart. A fact that is only written otherwise (8.8 mln and 8,791,000,
// five and 5) is no conflict.
import { compareTwoStrings } from 'string-similarity'
import { DATE, NAME, NUMBER, numberWordValue } from '../text/facts.js'
import { type Tokens, westernFigures } from '../text/tokens.js'
import type { Run } from './runs.js'

/** A fact of one text that stands where the other has a different one. */
export interface Conflict {
  readonly kind: 'number' | 'date' | 'name'
  readonly a: string
  readonly b: string
  /** UTF-16 offsets into each article's text. */
  readonly aAt: readonly [number, number]
  readonly bAt: readonly [number, number]
}

export interface Conflicts {
  /** Places between runs in order where both have words of their own, and not many. */
  readonly differences: number
  /** Those of them where facts stand in each other's place. */
  readonly factDifferences: number
  /** Names that one text alone has amid a name of both: Franklin Insured and Franklin High-Yield Insured. */
  readonly insertedNames: number
  /** At most 100 are listed. */
  readonly conflicts: readonly Conflict[]
}

// Longer gaps are passages of their own; facts in them do not stand in each other's place.
const longestGap = 24
// A name stands for a name only where little else changed; in a passage written anew names differ as a matter of course.
const longestNameGap = 4
// Before the first run and behind the last, only the very next words stand in each other's place.
const edgeWords = 2
const mostConflicts = 100

const kindNames = [
  [NUMBER, 'number'],
  [DATE, 'date'],
  [NAME, 'name'],
] as const

/** A text with what is known of its words. */
export interface Stated {
  readonly tokens: Tokens
  readonly facts: Uint8Array
}

/** The conflicts between two texts, along their shared runs in order. Facts are paired in reading order, by kind. */
export function findConflicts(a: Stated, b: Stated, runs: readonly Run[]): Conflicts {
  const conflicts: Conflict[] = []
  let differences = 0
  let factDifferences = 0
  let insertedNames = 0
  for (const gap of gaps(runs, a.tokens.count, b.tokens.count)) {
    const [wordsA, wordsB] = [gap.toA - gap.fromA, gap.toB - gap.fromB]
    if (wordsB === 0 && isNameWithin(a.facts, gap.fromA, gap.toA)) insertedNames++
    if (wordsA === 0 && isNameWithin(b.facts, gap.fromB, gap.toB)) insertedNames++
    if (wordsA === 0 || wordsB === 0 || Math.max(wordsA, wordsB) > longestGap) continue
    differences++
    const known = conflicts.length
    for (const [kind, name] of kindNames) {
      if (kind === NAME && Math.max(wordsA, wordsB) > longestNameGap) continue
      const onlyA = onlyIn(a, gap.fromA, gap.toA, b, gap.fromB, gap.toB, kind)
      const onlyB = onlyIn(b, gap.fromB, gap.toB, a, gap.fromA, gap.toA, kind)
      for (let k = 0; k < Math.min(onlyA.length, onlyB.length) && conflicts.length < mostConflicts; k++) {
        const [i, j] = [onlyA[k] as number, onlyB[k] as number]
        const aAt = placeOf(a.tokens, i)
        const bAt = placeOf(b.tokens, j)
        const [wordA, wordB] = [a.tokens.text.slice(...aAt), b.tokens.text.slice(...bAt)]
        if (kind === NUMBER && sameAmount(a.tokens, i, b.tokens, j)) continue
        if (kind === NAME && sameName(wordA, wordB)) continue
        if (kind === DATE && !otherDate(wordA, wordB)) continue
        conflicts.push({ kind: name, a: wordA, b: wordB, aAt, bAt })
      }
    }
    if (conflicts.length > known) factDifferences++
  }
  return { conflicts, differences, factDifferences, insertedNames }
}

/** Whether a stretch, and the words on both sides of it, are all of a name. */
function isNameWithin(kinds: Uint8Array, from: number, to: number): boolean {
  return (
    to > from &&
    to - from <= longestNameGap &&
    kinds.subarray(Math.max(0, from - 1), to + 1).every((kind) => kind === NAME)
  )
}

interface Gap {
  readonly fromA: number
  readonly toA: number
  readonly fromB: number
  readonly toB: number
}

function gaps(runs: readonly Run[], countA: number, countB: number): Gap[] {
  const [first, last] = [runs[0], runs.at(-1)]
  if (!first || !last) return []
  const found: Gap[] = [
    { fromA: Math.max(0, first.a - edgeWords), toA: first.a, fromB: Math.max(0, first.b - edgeWords), toB: first.b },
  ]
  runs.forEach((run, k) => {
    const next = runs[k + 1]
    const [fromA, fromB] = [run.a + run.length, run.b + run.length]
    if (next) found.push({ fromA, toA: next.a, fromB, toB: next.b })
    else
      found.push({ fromA, toA: Math.min(countA, fromA + edgeWords), fromB, toB: Math.min(countB, fromB + edgeWords) })
  })
  return found
}

const noPlaces: readonly number[] = []

/** The words of one kind in a stretch of one text that the stretch of the other does not have. */
function onlyIn(
  mine: Stated,
  from: number,
  to: number,
  other: Stated,
  otherFrom: number,
  otherTo: number,
  kind: number,
): readonly number[] {
  let places: number[] | null = null
  for (let i = from; i < to; i++) {
    if (mine.facts[i] !== kind || holdsWord(other.tokens, otherFrom, otherTo, mine.tokens.hashes[i] as number)) continue
    places ??= []
    places.push(i)
  }
  return places ?? noPlaces
}

function holdsWord({ hashes }: Tokens, from: number, to: number, word: number): boolean {
  for (let i = from; i < to; i++) if (hashes[i] === word) return true
  return false
}

const placeOf = ({ starts, ends }: Tokens, i: number) => [starts[i] as number, ends[i] as number] as const

/** One name, written in full and short, or misspelt: October and Oct, U.S. and United, CSR and CSRA, Ohmae and Omhae. */
function sameName(a: string, b: string): boolean {
  const [x, y] = [a, b].map((word) => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')) as [string, string]
  const [short, long] = x.length <= y.length ? [x, y] : [y, x]
  if (long.startsWith(short) && short.length >= 3) return true
  if (/\./.test(a + b) && short[0] === long[0]) return true
  return compareTwoStrings(x, y) >= 0.5
}

/** Two dates conflict only where they say the same thing in the same manner: Monday and Tuesday do, Monday and June 9 do not. */
function otherDate(a: string, b: string): boolean {
  const manner = (word: string) => (/^\p{Nd}/u.test(word) ? 'figure' : dayNames.test(word) ? 'day' : 'month')
  if (manner(a) !== manner(b)) return false
  const [x, y] = [a, b].map((word) => word.toLowerCase().replace(/\.$/, '')) as [string, string]
  // Oct is short for October, and 04 is 4.
  if (manner(a) === 'figure') return Number(westernFigures(x)) !== Number(westernFigures(y))
  const isShort = x.length >= 3 && y.length >= 3 && (x.startsWith(y) || y.startsWith(x))
  return !isShort
}

const dayNames =
  /^(?:mon|tue|wed|thu|fri|sat|sun|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|senin|selasa|rabu|kamis|jumat|sabtu|minggu|понед|вторник|среду|четверг|пятницу|субботу|воскр|ال)/iu

const scales: readonly (readonly [RegExp, number])[] = [
  [/^(?:trillion|trn|tln)/i, 1e12],
  [/^(?:billion|bln|bn|milliards?)/i, 1e9],
  [/^(?:million|mln|mn|m\b)/i, 1e6],
  [/^crore/i, 1e7],
  [/^lakh/i, 1e5],
  [/^(?:thousand|k\b)/i, 1e3],
]

/** A number with the scale word behind it, and the size of its last figure: 8.8 mln is 8,800,000 to the nearest 100,000. */
function amount(tokens: Tokens, i: number): { value: number; step: number } | null {
  const word = numberWordValue(tokens.hashes[i] as number)
  const written = tokens.text.slice(...placeOf(tokens, i))
  const digits = word === null ? westernFigures(written).replaceAll(',', '') : String(word)
  if (!/^\d{1,15}(?:\.\d{1,9})?$/.test(digits)) return null
  const next = i + 1 < tokens.count ? tokens.text.slice(...placeOf(tokens, i + 1)) : ''
  const scale = scales.find(([pattern]) => pattern.test(next))?.[1] ?? 1
  return { value: Number(digits) * scale, step: scale * 10 ** -(digits.split('.')[1]?.length ?? 0) }
}

/** Whether two numbers say the same, one perhaps rounded: 8,791,000 and 8.8 mln. */
function sameAmount(a: Tokens, i: number, b: Tokens, j: number): boolean {
  const [x, y] = [amount(a, i), amount(b, j)]
  if (x === null || y === null) return false
  return Math.abs(x.value - y.value) <= (x.step === y.step ? 0 : Math.max(x.step, y.step) / 2)
}
