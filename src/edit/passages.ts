// The passages of a canonical text: who carries each, with which words, and how sure it is. Reads the copies' accounts alone.
import type { Page } from '../text/page.js'
import { lines, sentences } from '../text/sentences.js'
import type { Span, SpanKind } from './changes.js'

/** How some copies word a passage otherwise than the canonical text does, house style aside. */
export interface Wording {
  readonly text: string
  /** Ids, in order of publication. */
  readonly carriedBy: readonly string[]
}

/** A passage of the canonical text: a paragraph, or a sentence where paragraphs were lost. */
export interface Passage {
  /** UTF-16 offsets into the canonical text. */
  readonly start: number
  readonly end: number
  /** The articles that have at least half of it as it stands, by id, in order of publication. */
  readonly carriedBy: readonly string[]
  /** Other words that carriers have for it, those of most copies first; all other carriers have the canonical ones. */
  readonly wordings: readonly Wording[]
  /**
   * From 0 to 1: how sure it is that these are the wire's words. It grows with the outlets that agree and falls with those that
   * word it otherwise, or leave it out while running what stands on both sides.
   */
  readonly confidence: number
}

/** A copy with the spans that account for it against the text in question. */
export interface Account {
  readonly page: Page
  readonly spans: readonly Span[]
}

/** What of a passage one copy has. */
interface Carried {
  /** Share of the passage's text that it has. */
  readonly share: number
  /** Its words, where they differ in more than house style. */
  readonly otherwise: string | null
  /** Whether the copy runs something before the passage and something after it. */
  readonly amid: boolean
}

/** The passages of a text that copies carry, in order. Time is linear in passages and spans for each copy. */
export function passagesOf(text: string, accounts: readonly Account[]): Passage[] {
  const paragraphs = lines(text)
  const ranges = paragraphs.length > 2 ? paragraphs : sentences(text)
  const states = ranges.map(() => [] as { page: Page; carried: Carried }[])
  for (const { page, spans } of accounts) {
    const inOrder = [...spans].sort((x, y) => x.canonical[0] - y.canonical[0] || x.canonical[1] - y.canonical[1])
    const [first, last] = reach(inOrder)
    let next = 0
    ranges.forEach(({ start, end }, r) => {
      while (next < inOrder.length && (inOrder[next] as Span).canonical[1] <= start) next++
      const carried = carriedIn(text, start, end, inOrder, next)
      states[r]?.push({ page, carried: { ...carried, amid: first < start && last > end } })
    })
  }
  return ranges.map(({ start, end }, r) => passage(start, end, states[r] ?? []))
}

/** Where a copy's first and last words in common with the text stand. */
function reach(spans: readonly Span[]): [number, number] {
  let [first, last] = [Number.POSITIVE_INFINITY, 0]
  for (const { kind, canonical } of spans)
    if (kind === 'same' && canonical[1] > canonical[0]) {
      first = Math.min(first, canonical[0])
      last = Math.max(last, canonical[1])
    }
  return [first, last]
}

const isKept = (kind: SpanKind) => kind === 'same' || kind === 'moved' || kind === 'house-style' || kind === 'layout'

function carriedIn(
  text: string,
  start: number,
  end: number,
  spans: readonly Span[],
  from: number,
): Omit<Carried, 'amid'> {
  let kept = 0
  let words = ''
  let differs = false
  for (let k = from; k < spans.length; k++) {
    const { kind, canonical, after } = spans[k] as Span
    if (canonical[0] >= end) break
    const [at, to] = [Math.max(start, canonical[0]), Math.min(end, canonical[1])]
    if (isKept(kind)) {
      kept += to - at
      // What moved elsewhere still counts as carried here.
      words += kind === 'house-style' ? after : text.slice(at, to)
    } else if (kind === 'reworded' || kind === 'cut' || (kind === 'added' && canonical[0] > start)) {
      // A rewording across two passages is told with the first.
      if (canonical[0] >= start) words += after
      differs = true
    }
  }
  return { share: kept / Math.max(1, end - start), otherwise: differs ? words.replace(/\s+/g, ' ').trim() : null }
}

function passage(start: number, end: number, states: readonly { page: Page; carried: Carried }[]): Passage {
  const carriedBy: string[] = []
  const wordings = new Map<string, string[]>()
  for (const { page, carried } of states) {
    if (carried.share < 0.5) continue
    carriedBy.push(page.article.id)
    if (carried.otherwise === null) continue
    const same = wordings.get(carried.otherwise)
    if (same) same.push(page.article.id)
    else wordings.set(carried.otherwise, [page.article.id])
  }
  return {
    start,
    end,
    carriedBy,
    wordings: [...wordings]
      .sort(([x, a], [y, b]) => b.length - a.length || (x < y ? -1 : 1))
      .map(([text, ids]) => ({ text, carriedBy: ids })),
    confidence: confidenceOf(states),
  }
}

// Before any outlet is heard: wire copy is seldom altered, so what one outlet runs is mostly the wire's.
const priorRight = 1.5
const priorWrong = 0.2
// Outlets cut much and add little: leaving a passage out says less than wording it otherwise.
const omission = 0.25

/** The share of the evidence that speaks for the passage, as a beta estimate; of each outlet the copy that has most of it. */
function confidenceOf(states: readonly { page: Page; carried: Carried }[]): number {
  const outlets = new Map<string, Carried>()
  for (const { page, carried } of states) {
    const known = outlets.get(page.article.outlet)
    if (!known || carried.share > known.share) outlets.set(page.article.outlet, carried)
  }
  let [right, wrong] = [priorRight, priorWrong]
  for (const { share, amid } of outlets.values())
    if (share >= 0.5) {
      right += share
      wrong += 1 - share
    } else if (amid) wrong += omission
  return Math.round((1000 * right) / (right + wrong)) / 1000
}
