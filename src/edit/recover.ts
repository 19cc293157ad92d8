// Recovers what the wire wrote from one copy's text and the other copies of the dispatch. Where full copies differ inside a
// sentence, the wording that most outlets have stands, an agency's signature counting a little more; with two copies the base's.
// Whole sentences are not put to the vote, as outlets cut and seldom add: a sentence is the wire's when two outlets carry it, or
// when it stands between passages of the wire and too few others run on both sides of it to say otherwise.

import type { Furniture } from '../text/furniture.js'
import { sentences } from '../text/sentences.js'
import { changes, type Span } from './changes.js'
import { days } from './house-style.js'

/** A copy that bears witness: one for each outlet. */
export interface Witness {
  readonly text: string
  readonly furniture: readonly Furniture[]
  /** What its word counts: 1, or a little more under an agency's signature. */
  readonly weight: number
}

type Place = readonly [number, number]

/** What a witness has in place of stretches of the base; it says nothing of what it cut or never ran. */
interface Testimony {
  readonly weight: number
  /** From its first to its last word in common with the base. */
  readonly covers: Place
  /** Sentences that it cut. */
  readonly silent: readonly Place[]
  /** Edits inside sentences. */
  readonly edits: readonly { readonly at: Place; readonly words: string }[]
  /** Whole sentences that it has more, by the place behind which they stand. */
  readonly more: readonly { readonly at: number; readonly words: string }[]
}

// Of the outlets that run on both sides of a sentence, the share that must carry it when three or more do.
const carriedShare = 0.25

/** The text of the wire, from the base's text and the witnesses of other outlets. `baseWeight` is the base's own word. */
export function recover(base: string, baseWeight: number, witnesses: readonly Witness[]): string {
  if (witnesses.length === 0) return base
  const heard = witnesses.map((witness) => testimony(base, witness)).filter((one) => one !== null)
  const replaced = [...wordings(base, baseWeight, heard), ...sentencesOfTheBaseAlone(base, baseWeight, heard)]
  const put = [...replaced, ...sentencesOfOthers(base, heard)].sort((x, y) => x.at[0] - y.at[0] || x.at[1] - y.at[1])
  let text = ''
  let at = 0
  for (const {
    at: [start, end],
    words,
  } of put) {
    if (start < at) continue
    text += base.slice(at, start) + words
    at = end
  }
  return (text + base.slice(at))
    .replace(/[ \t]+\n/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .replace(/ {2,}/g, ' ')
    .trim()
}

function testimony(base: string, { text, furniture, weight }: Witness): Testimony | null {
  const spans = changes(base, text, furniture)
  const shared = spans.filter((span) => span.kind === 'same' && /[\p{L}\p{N}]/u.test(span.before))
  const [first, last] = [shared[0], shared.at(-1)]
  if (!first || !last) return null
  const covers: Place = [
    Math.min(...shared.map((span) => span.canonical[0])),
    Math.max(...shared.map((span) => span.canonical[1])),
  ]
  const isInside = ({ canonical: [start, end] }: Span) => start >= covers[0] && end <= covers[1]
  const inside = spans.filter(isInside)
  const edited = inside.filter(
    ({ kind }) => kind === 'reworded' || kind === 'house-style' || kind === 'added' || kind === 'cut',
  )
  const isWhole = (span: Span) =>
    span.kind !== 'reworded' && wholeSentences.test((span.kind === 'cut' ? span.before : span.after).trim())
  const moved = inside.filter(({ kind }) => kind === 'moved').map(({ canonical }) => canonical)
  return {
    weight,
    covers,
    silent: [
      ...moved,
      ...edited.filter((span) => span.kind === 'cut' && isWhole(span)).map(({ canonical }) => canonical),
    ],
    edits: edited.filter((span) => !isWhole(span)).map(({ canonical, after }) => ({ at: canonical, words: after })),
    more: edited
      .filter((span) => span.kind === 'added' && isWhole(span) && !/\n/.test(span.after.trim()))
      .map(({ canonical, after }) => ({ at: canonical[0], words: after.trim() })),
  }
}

/** One sentence or more, whole: from a capital, figure or quotation mark to a full stop. */
const wholeSentences = /^["“‘'«「(]?[\p{Lu}\p{N}\p{Lo}][\s\S]*[.!?。！？؟।]["”’'»」)]?$/u

/** The wording that most outlets have, wherever witnesses differ from the base inside a sentence. */
function wordings(base: string, baseWeight: number, heard: readonly Testimony[]): { at: Place; words: string }[] {
  const chosen: { at: Place; words: string }[] = []
  for (const at of regions(heard.flatMap(({ edits }) => edits.map((edit) => edit.at)))) {
    const votes = new Map<string, number>([[base.slice(...at), baseWeight]])
    for (const one of heard) {
      const isSilent =
        at[0] < one.covers[0] ||
        at[1] > one.covers[1] ||
        one.silent.some(([start, end]) => start < at[1] && end > at[0])
      if (isSilent) continue
      const words = wordsIn(base, at, one)
      votes.set(words, (votes.get(words) ?? 0) + one.weight)
    }
    const [best] = [...votes].sort(([wordsA, a], [wordsB, b]) => b - a || (wordsA < wordsB ? -1 : 1))
    const own = votes.get(base.slice(...at)) ?? 0
    if (best && best[1] > own + 0.5) chosen.push({ at, words: best[0] })
    else if (votes.size === 2 && heard.length === 1) {
      const other = [...votes.keys()].find((words) => words !== base.slice(...at)) ?? ''
      if (isOutletsManner(base.slice(...at), other)) chosen.push({ at, words: other })
    }
  }
  return chosen
}

/**
 * Whether, of two wordings, the first is an outlet's: a sum or date put in brackets behind the wire's, or the date where the
 * wire, as wires do, gives the day of the week.
 */
function isOutletsManner(words: string, other: string): boolean {
  if (other.trim() === '' && /^\s*\([^()]{1,40}\)\s*$/.test(words) && /\d/.test(words)) return true
  return dayOfWeek.test(other) && !dayOfWeek.test(words) && dayOfMonth.test(words)
}

const dayOfWeek = new RegExp(`\\b(?:${days.join('|')})\\b`, 'i')
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
  for (const edit of edits) {
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
  heard: readonly Testimony[],
): { at: Place; words: string }[] {
  const dropped: { at: Place; words: string }[] = []
  for (const { start, end } of sentences(base)) {
    const around = heard.filter(({ covers }) => covers[0] < start && covers[1] > end)
    const without = around.filter(({ silent }) =>
      silent.some((place) => Math.min(end, place[1]) - Math.max(start, place[0]) > (end - start) / 2),
    )
    const carried = around.length - without.length
    const nobody = around.length >= 2 && carried === 0
    const isLine =
      end - start < shortLine &&
      (start === 0 || base[start - 1] === '\n') &&
      (end === base.length || base[end] === '\n')
    if ((nobody && (baseWeight <= 1 || isLine)) || (around.length >= 3 && carried < carriedShare * around.length))
      dropped.push({ at: [start, end], words: '' })
  }
  return dropped
}

/** Sentences that the base lacks and two other outlets have, or the one other copy that there is has amid the story. */
function sentencesOfOthers(base: string, heard: readonly Testimony[]): { at: Place; words: string }[] {
  const carriers = new Map<string, { at: number; words: string; outlets: number }>()
  for (const { more } of heard)
    for (const { at, words } of more) {
      const key = words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')
      const known = carriers.get(key)
      if (known) known.outlets++
      else carriers.set(key, { at, words, outlets: 1 })
    }
  const put: { at: Place; words: string }[] = []
  for (const { at, words, outlets } of carriers.values()) {
    const amid = heard.some(({ covers }) => covers[0] < at && covers[1] > at)
    if (outlets < 2 && !(heard.length === 1 && amid)) continue
    const onNewLine = base[at - 1] === '\n' || at === 0
    const before =
      onNewLine || /\s/.test(base[at - 1] ?? '')
        ? ''
        : base.includes('\n') && /^\s*(?:\n|$)/.test(base.slice(at))
          ? '\n'
          : ' '
    const after = onNewLine ? '\n' : /^\s|^$/.test(base.slice(at)) ? '' : ' '
    put.push({ at: [at, at], words: before + words + after })
  }
  return put
}
