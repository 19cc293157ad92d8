// Part (b): the whole job. The group's articles and some of other stories are clustered, and each copy's account is judged beside the
// text that its cluster recovered; a copy that is taken for another dispatch is held against it too. Words of the dispatch are met through a plain diff with the recovered text; those that differ
// there are not judged. What no reader of the group could know is not judged either:
//  - inside a sentence, or in an added one, where as many copies have an outlet's words as have the wire's at that place (two copies
//    that differ), the wire's words may be taken for the edit: the recovered text may have either, and the other copies' account then
//    tells the difference from their side. A flag of a changed fact may then stand at the copy with the wire's words;
//  - a change of fact where no other copy has the place at all is not counted.
// Whole sentences cut are always to be known: an outlet cuts far more often than it adds.
import { diffArrays } from 'diff'
import { type Cluster, clusterArticles, type Copy as GivenCopy, type Span } from '../../src/index.js'
import type { Part } from './edit.js'
import type { Exactness } from './exactness.js'
import { addWordErrors, around, type Examples, quote } from './examples.js'
import type { Gold } from './gold.js'
import type { Group } from './groups.js'
import { type Range, type Word, wordsOf } from './prose.js'
import { type FactPlace, factPlaces, type Given, judge, kindsGiven, meets } from './score.js'
import { FactTally, KindTally } from './tally.js'

const plainWord = ({ text }: Word) => text.replace(/[‘’]/g, "'")

/** For each word of one text its place in the other, or -1. */
export function pairWords(ours: readonly string[], theirs: readonly string[]): Int32Array {
  const places = new Int32Array(ours.length).fill(-1)
  let [i, j] = [0, 0]
  for (const { added, removed, count } of diffArrays([...ours], [...theirs])) {
    if (!added && !removed) for (let k = 0; k < count; k++) places[i + k] = j + k
    if (!added) i += count
    if (!removed) j += count
  }
  return places
}

/** A recovered text and where the dispatch's words are in it. */
interface Recovered {
  readonly words: readonly Word[]
  readonly placeOf: Int32Array
}

/** One edit as the group sees it: which copies have the wire's words there, and which have the same edit. */
interface Vote {
  readonly copy: number
  readonly edit: number
  /** The dispatch's words there, from and to; empty for what is added. */
  readonly words: Range
  readonly wire: readonly number[]
  readonly isOpen: boolean
}

/** A part's words in the dispatch: places of the first and of the one behind the last. */
function wordRange(gold: Gold, { from, to }: { readonly from: number; readonly to: number }): Range {
  let first = gold.dispatch.findIndex(({ end }) => end > from)
  if (first < 0) first = gold.dispatch.length
  let behind = first
  while ((gold.dispatch[behind]?.start ?? to) < to) behind++
  return [first, behind]
}

const alwaysKnown = new Set(['cut: from the end', 'cut: paragraph', 'cut: sentence'])

function votesOf(golds: readonly Gold[]): Vote[] {
  // Where a copy puts words in, it has not the wire's there.
  const breaks = golds.map(
    (gold) =>
      new Set(
        gold.copy.edits.flatMap(({ kind, parts }) =>
          kind === 'page' ? [] : parts.filter(({ from, to }) => from === to).map((part) => wordRange(gold, part)[0]),
        ),
      ),
  )
  const asWire = (copy: number, [from, to]: Range, inPlace: boolean) => {
    const { dispatch } = golds[copy] as Gold
    const wide: Range = from === to || inPlace ? [Math.max(0, from - 1), Math.min(dispatch.length, to + 1)] : [from, to]
    for (let k = wide[0]; k < wide[1]; k++) {
      const kind = dispatch[k]?.kind
      if (kind !== 'same' && (inPlace || kind !== 'moved')) return false
    }
    return from < to || !breaks[copy]?.has(from)
  }
  const sameParts = (x: readonly Part[], y: readonly Part[]) =>
    x.length === y.length &&
    x.every((part, k) => part.from === y[k]?.from && part.to === y[k]?.to && part.text === y[k]?.text)
  return golds.flatMap((gold, copy) =>
    gold.copy.edits.flatMap((edit, k): Vote[] => {
      if (edit.kind === 'page') return []
      const part = edit.parts.find(({ role }) => role === 'main' || role === 'source')
      if (!part) return []
      const words = wordRange(gold, part)
      const wire = golds.flatMap((_, other) =>
        other !== copy && asWire(other, words, edit.kind === 'moved') ? [other] : [],
      )
      const alike = golds.filter((other) => other.copy.edits.some(({ parts }) => sameParts(parts, edit.parts))).length
      return [{ copy, edit: k, words, wire, isOpen: !alwaysKnown.has(edit.manner) && wire.length <= alike }]
    }),
  )
}

/** What a reader of the group could not know: words of the dispatch at open edits, and places where words are put in. */
export interface Open {
  readonly words: ReadonlySet<number>
  readonly gaps: ReadonlySet<number>
}

/** A moved passage is open with what it jumped over. */
function openPlaces(golds: readonly Gold[], votes: readonly Vote[]): Open {
  const open = new Set<number>()
  const gaps = new Set<number>()
  for (const { copy, edit, words, isOpen } of votes) {
    if (!isOpen) continue
    const gold = golds[copy] as Gold
    let [from, to] = words
    const target = gold.copy.edits[edit]?.parts.find(({ role }) => role === 'target')
    if (target) {
      const [there] = wordRange(gold, target)
      ;[from, to] = [Math.min(from, there), Math.max(to, there)]
    }
    for (let k = from; k < to; k++) open.add(k)
    for (const part of gold.copy.edits[edit]?.parts ?? []) {
      const [first, behind] = wordRange(gold, part)
      for (let k = first; k < behind; k++) open.add(k)
      if (first === behind) gaps.add(first)
    }
  }
  return { words: open, gaps }
}

export class Job {
  readonly kinds = new KindTally()
  readonly facts = new FactTally()
  readonly #exactness: Exactness
  readonly #examples: Examples
  copies = 0
  lost = 0
  otherDispatch = 0
  strangersJoined = 0

  constructor(exactness: Exactness, examples: Examples) {
    this.#exactness = exactness
    this.#examples = examples
  }

  /** Clusters a group and judges its copies; gives the cluster that has most of them, or null, and what could not be known. */
  add(group: Group, golds: readonly Gold[]): { cluster: Cluster | null; open: Open } {
    const { clusters } = clusterArticles([...group.copies, ...group.others].map(({ article }) => article))
    const ids = new Set(group.copies.map(({ article }) => article.id))
    const membersOf = (cluster: Cluster) => cluster.copies.filter(({ articleId }) => ids.has(articleId)).length
    const cluster = clusters.reduce<Cluster | null>(
      (best, one) => (membersOf(one) > (best ? membersOf(best) : 0) ? one : best),
      null,
    )
    const given = new Map(cluster?.copies.map((copy) => [copy.articleId, copy]))
    this.copies += golds.length
    if (cluster) this.strangersJoined += cluster.copies.filter(({ articleId }) => !ids.has(articleId)).length
    const votes = votesOf(golds)
    const open = openPlaces(golds, votes)
    const texts = new Map<string, Recovered>()
    const recoveredOf = (text: string): Recovered => {
      const known = texts.get(text)
      if (known) return known
      const words = wordsOf(text)
      const recovered = { words, placeOf: pairWords(group.dispatch.prose.words.map(plainWord), words.map(plainWord)) }
      texts.set(text, recovered)
      return recovered
    }
    const accounts = golds.map((gold) => {
      const copy = given.get(gold.copy.article.id)
      if (!copy || !cluster) {
        this.lost++
        return null
      }
      this.#exactness.check(copy.articleId, cluster.canonical.text, gold.copy.article.text, copy.spans)
      const { text } = cluster.canonical
      if (copy.relation === 'revision') this.otherDispatch++
      return { copy, recovered: recoveredOf(text), text }
    })
    golds.forEach((gold, k) => {
      const account = accounts[k] ?? null
      this.#judgeWords(
        gold,
        account,
        votes.filter(({ copy, isOpen }) => copy === k && isOpen),
        open,
      )
    })
    this.#judgeFacts(golds, accounts, votes)
    return { cluster, open }
  }

  #judgeWords(
    gold: Gold,
    account: { readonly copy: GivenCopy; readonly recovered: Recovered; readonly text: string } | null,
    ownOpen: readonly Vote[],
    open: Open,
  ): void {
    const openEdits = new Set(ownOpen.map(({ edit }) => edit))
    let given: Given
    if (!account) given = { article: gold.article.map(() => 'lost'), dispatch: gold.dispatch.map(() => 'lost') }
    else {
      const { copy, recovered } = account
      const here = kindsGiven(gold.article, copy.changes, 'article')
      const there = kindsGiven(recovered.words, copy.changes, 'canonical')
      given = {
        article: gold.article.map(({ edit, twin, kind }, k) => {
          const call = here[k] ?? 'same'
          if (call === 'same' && openEdits.has(edit)) return null
          return kind === 'same' && call !== 'same' && call !== 'page' && open.words.has(twin) ? null : call
        }),
        dispatch: gold.dispatch.map(({ edit, kind }, k) => {
          const call = there[recovered.placeOf[k] ?? -1]
          if (call === undefined) return null
          if (call === 'same' && openEdits.has(edit)) return null
          return kind === 'same' && call !== 'same' && open.words.has(k) ? null : call
        }),
      }
    }
    this.kinds.skipped += given.article.filter((call) => call === null).length
    this.kinds.skipped += given.dispatch.filter((call) => call === null).length
    const judged = judge(gold, given)
    this.kinds.add(gold, judged)
    addWordErrors(this.#examples, 'kinds-job', gold, judged)
  }

  #judgeFacts(
    golds: readonly Gold[],
    accounts: readonly ({ readonly copy: GivenCopy; readonly recovered: Recovered; readonly text: string } | null)[],
    votes: readonly Vote[],
  ): void {
    const flags = accounts.map((account) => account?.copy.changes.filter(({ material }) => material) ?? [])
    const explained = flags.map(() => new Set<Span>())
    golds.forEach((gold, k) => {
      for (const place of factPlaces(gold)) {
        const vote = votes.find(({ copy, edit }) => copy === k && edit === place.edit)
        const account = accounts[k]
        const there = account ? placeInRecovered(account.recovered, vote?.words ?? [0, 0]) : null
        const meetsPlace = (span: Span) =>
          meets(span.article, place.article) || (there !== null && meets(span.canonical, there))
        const mine = (flags[k] ?? []).filter(meetsPlace)
        for (const span of mine) explained[k]?.add(span)
        let found = mine.length > 0
        if (vote?.isOpen)
          for (const other of vote.wire) {
            const here = placeInCopy(golds[other] as Gold, vote.words)
            for (const span of flags[other] ?? [])
              if (meets(span.article, here)) {
                explained[other]?.add(span)
                found = true
              }
          }
        if (!found && vote?.wire.length === 0) {
          this.facts.unknowable++
          continue
        }
        this.facts.fact(place.fact, found)
        if (!found)
          this.#examples.add('material-job', () => describeMiss(gold, place, account?.copy ?? null, meetsPlace, vote))
      }
    })
    flags.forEach((spans, k) => {
      for (const span of spans) {
        const right = explained[k]?.has(span) ?? false
        this.facts.flag(span.facts[0]?.kind ?? '?', right)
        if (!right)
          this.#examples.add('material-job', () => describeFalse(golds[k] as Gold, span, accounts[k]?.text ?? ''))
      }
    })
  }
}

/** The stretch of a recovered text between the words that stand beside some words of the dispatch. */
function placeInRecovered({ words, placeOf }: Recovered, [from, to]: Range): Range {
  let before = from - 1
  while (before >= 0 && (placeOf[before] ?? -1) < 0) before--
  let behind = to
  while (behind < placeOf.length && (placeOf[behind] ?? -1) < 0) behind++
  const start = before < 0 ? 0 : (words[placeOf[before] ?? 0]?.end ?? 0)
  const end = behind >= placeOf.length ? Number.POSITIVE_INFINITY : (words[placeOf[behind] ?? 0]?.start ?? 0)
  return [start, end]
}

/** The same in another copy. */
function placeInCopy({ article, dispatch }: Gold, [from, to]: Range): Range {
  const [before, behind] = [dispatch[from - 1]?.twin ?? -1, dispatch[to]?.twin ?? -1]
  const [first, last] = [dispatch[from]?.twin ?? -1, dispatch[to - 1]?.twin ?? -1]
  const start = article[before]?.end ?? article[first]?.start ?? 0
  const end = article[behind]?.start ?? article[last]?.end ?? start
  return [start, end]
}

function describeMiss(
  { copy }: Gold,
  place: FactPlace,
  given: GivenCopy | null,
  meetsPlace: (span: Span) => boolean,
  vote: Vote | undefined,
): string {
  const there = given?.changes.filter(meetsPlace) ?? []
  return (
    `${copy.article.id} seed ${copy.seed}: ${place.fact} missed, ${quote(place.before)} → ${quote(place.after)}; given ` +
    `${given ? there.map(({ kind, before, after }) => `${kind} ${quote(before)} → ${quote(after)}`).join(', ') || 'nothing' : 'no account'}; ` +
    `wire's words in ${vote?.wire.length ?? 0} other copies\n  ${around(copy.dispatch.prose.text, ...place.dispatch)}`
  )
}

function describeFalse({ copy, article }: Gold, span: Span, canonical: string): string {
  const inside = article.find(({ start, end }) => start < span.article[1] && end > span.article[0])
  const manner = copy.edits[inside?.edit ?? -1]?.manner ?? 'no edit'
  const facts = span.facts.map(({ kind, before, after }) => `${kind} ${quote(before)} → ${quote(after)}`).join(', ')
  return (
    `${copy.article.id} seed ${copy.seed}: false flag, ${facts}; ${span.kind} ${quote(span.before)} → ${quote(span.after)}; gold there: ${manner}\n` +
    `  recovered ${around(canonical, ...span.canonical)}\n  here      ${around(copy.article.text, ...span.article)}`
  )
}
