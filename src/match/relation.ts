// Says what two articles are to each other, from the evidence: a short list of rules in the order in which a person would ask
// them, each with its reason. The thresholds are few and stand at the top. See docs/method.md for how they were found.
import type { Evidence } from './evidence.js'

/**
 * `reproduction`: one dispatch, whole in both. `excerpt`: one dispatch, of which one article has only a part. `revision`: two
 * dispatches of one story. `embedded`: one article holds the other, or a piece of it, amid other matter. `template`: another
 * event in the same form of words. `shared-passages`: separate stories that share quotations or background. `none`.
 */
export type Relation = 'reproduction' | 'excerpt' | 'revision' | 'embedded' | 'template' | 'shared-passages' | 'none'

/** A relation and why. */
export interface Judgement {
  readonly relation: Relation
  /** One sentence, for people. */
  readonly reason: string
  /** How strongly the two belong to one story, from 0 to 1; 0 for relations that do not. */
  readonly strength: number
  /** Words of the longest passage that they share and that is not quotation; 0 where it is. */
  readonly passage: number
}

/** Fewer shared words say nothing. */
const fewestSharedWords = 8
/** A piece of fewer words than this, in a text more than twice its length, may be anything. */
const fewestStoryWords = 25
/** One story needs this share of the shorter article in the longer. */
const storyContainment = 0.5
/** One dispatch: this share of the shorter article … */
const dispatchContainment = 0.75
/** … with hardly anything put between. */
const dispatchDensity = 0.87
/** Two texts that are this much of each other are one dispatch, in whatever order its paragraphs stand. */
const alikeContainment = 0.87
/** A flash of fewer words than this is rewritten when the full story comes: an excerpt keeps more of it. */
const flashWords = 60
const flashContainment = 0.87
/** Outlets put in a passage or two; a new dispatch has more, one for fewer shared words than this. */
const wordsPerInsertion = 250
/** A copy is an excerpt where the whole is longer by this. */
const excerptRatio = 1.25
/**
 * A form of words filled in anew: the share of comparable facts that differ, times the share of the differences that are of
 * fact, reaches this …
 */
const templateConflict = 0.1
/** … or a third of the comparable facts differ … */
const manyConflicts = 0.35
/** … or most differences are of fact, and this share of the facts at least differs: a slip of a figure does not count. */
const fewConflicts = 0.06
/** A text of fewer words is a brief: one other fact makes it another story. */
const briefWords = 32
/** Briefs need this share in common, or two telling numbers. */
const briefContainment = 0.7
/** A revision keeps this share of the shorter article, or a run of so many words, or a table of the same figures. */
const revisionContainment = 0.75
const longRun = 30
/** What revisions share stands in one order for the most part. */
const revisionOrder = 0.6
/** A longer article, this many times the shorter, that starts otherwise, holds the shorter among other matter. */
const hubRatio = 2
const hubStart = 0.2
/** Pieces of the shorter in a stretch of the longer of which they are less than this are scattered over it. */
const scattered = 0.3
/** Shared words that are nearly all quotation show a common source, not common copy. */
const quotedShare = 0.8

const percent = (share: number) => `${Math.round(share * 100)} %`

/** The share of comparable facts that differ: numbers and dates count, names count for those that stand in each other's place. */
export function factConflict({ conflicts, agreeing }: Evidence): number {
  const facts = agreeing.numbers + agreeing.dates + agreeing.names / 4
  return conflicts.length === 0 ? 0 : conflicts.length / (conflicts.length + facts)
}

/**
 * Why two texts are one form of words filled in with different facts, or null. What differs between copies and revisions is
 * wording, and now and then a figure; what differs in a template is mostly its facts.
 */
function isTemplate(evidence: Evidence): string | null {
  const { conflicts, differences, factDifferences, insertedNames, agreeing, words, longestRun } = evidence
  const [example] = conflicts
  const told = example ? `${example.a} stands for ${example.b}` : 'a name is longer in one'
  if (Math.min(...words) < briefWords && agreeing.tellingNumbers < 2 && conflicts.length + insertedNames > 0)
    return told
  const slip = conflicts.length === 1 && longestRun >= longRun
  if (slip || conflicts.every(({ kind }) => kind === 'name')) return null
  const conflict = factConflict(evidence)
  const ofDifferences = factDifferences / Math.max(1, differences)
  if (conflict >= manyConflicts || conflict * ofDifferences >= templateConflict)
    return `${percent(conflict)} of the facts differ: ${told}`
  if (factDifferences >= 2 && ofDifferences >= 0.6 && conflict >= fewConflicts)
    return `what differs is mostly facts: ${told}`
  return null
}

/** The evidence, seen from the shorter article: the one of which more is shared. */
interface View {
  readonly evidence: Evidence
  /** Words of the shorter. */
  readonly brief: number
  /** Share of the shorter that the longer has. */
  readonly contained: number
  /** Words of the longer for one of the shorter. */
  readonly ratio: number
  /** Of the longer: where it starts to share, how much of its lead is shared, and how densely. */
  readonly start: number
  readonly lead: number
  readonly density: number
}

function viewOf(evidence: Evidence): View {
  const shorter = evidence.containment[0] >= evidence.containment[1] ? 0 : 1
  const longer = shorter === 0 ? 1 : 0
  return {
    evidence,
    brief: Math.min(...evidence.words),
    contained: evidence.containment[shorter],
    ratio: evidence.words[longer] / Math.max(1, evidence.words[shorter]),
    start: evidence.starts[longer],
    lead: evidence.leads[longer],
    density: evidence.density[longer],
  }
}

function isTooLittle({ evidence, brief, contained, ratio }: View): string | null {
  if (brief < fewestStoryWords && ratio > 2) return `the shorter has ${brief} words, too few to tell`
  if (contained < storyContainment) return `only ${percent(contained)} of the shorter is in the longer`
  if (brief < briefWords && contained < briefContainment && evidence.agreeing.tellingNumbers < 2)
    return `briefs that share only ${percent(contained)} of their words`
  if (evidence.quoted >= quotedShare && contained < dispatchContainment)
    return `${percent(evidence.quoted)} of the shared words are quotation`
  return null
}

function isEmbedded({ evidence, contained, ratio, start, lead, density }: View): string | null {
  if (ratio < hubRatio || lead >= 0.5) return null
  if (Math.max(...evidence.leads) < 0.5)
    return `the longer holds ${percent(contained)} of the shorter, without its lead`
  if (start >= hubStart) return `the longer holds ${percent(contained)} of the shorter, from ${percent(start)} down`
  if (density < scattered) return `pieces of the shorter, ${percent(contained)} of it, are scattered over the longer`
  return null
}

/** One dispatch: the shorter is in the longer, lead and all, in one order, with little put between. */
function isOneDispatch({ evidence, contained, brief }: View): boolean {
  if (Math.min(...evidence.containment) >= alikeContainment) return evidence.order >= revisionOrder
  if (brief < flashWords && contained < flashContainment) return false
  return (
    contained >= dispatchContainment &&
    Math.max(...evidence.density) >= dispatchDensity &&
    Math.max(...evidence.leads) >= 0.6 &&
    evidence.order >= 0.8 &&
    evidence.insertions <= Math.max(2, evidence.sharedWords / wordsPerInsertion)
  )
}

/** Why two texts that share much are no revisions of one story, or null. */
function isNoRevision({ evidence, contained, ratio, brief }: View): string | null {
  const { order, leads, starts, longestRun, agreeing } = evidence
  if (order < revisionOrder) return 'what they share stands in another order'
  // A write-through has a new lead and keeps its body, in long runs and in order.
  const keepsBody =
    order >= 0.85 && longestRun >= longRun && Math.max(...evidence.density) >= 0.6 && Math.max(...starts) <= 0.35
  if (contained < 0.7 && Math.min(...leads) < 0.15 && !keepsBody)
    return `their leads differ and they share ${percent(contained)}`
  const openAlike = brief >= briefWords && Math.min(...leads) >= 0.5 && Math.max(...starts) <= 0.05
  const sameTable = agreeing.tellingNumbers >= 2 && ratio <= 1.6
  if (contained < revisionContainment && longestRun < longRun && !openAlike && !sameTable)
    return `they share ${percent(contained)}, in runs of at most ${longestRun} words`
  return null
}

/** Judges the evidence on two articles. */
export function judge(evidence: Evidence): Judgement {
  const view = viewOf(evidence)
  const { contained, ratio, brief } = view
  const passage = evidence.quoted < 0.5 ? evidence.longestRun : 0
  const say = (relation: Relation, reason: string, strength = 0): Judgement => ({ relation, reason, strength, passage })

  if (evidence.sharedWords < Math.min(fewestSharedWords, Math.max(4, brief / 2)))
    return say('none', `they share ${evidence.sharedWords} words`)
  const little = isTooLittle(view)
  if (little) return say('shared-passages', little)
  const filledIn = isTemplate(evidence)
  if (filledIn) return say('template', `${percent(contained)} of the words agree, but ${filledIn}`)
  const embedded = isEmbedded(view)
  if (embedded) return say('embedded', embedded)
  const agree = `${percent(contained)} of the words agree`
  if (isOneDispatch(view))
    return ratio >= excerptRatio
      ? say('excerpt', `${agree}, of which the shorter has only ${percent(1 / ratio)}`, contained)
      : say('reproduction', `${agree}, in one order and with little between`, contained)
  const other = isNoRevision(view)
  if (other) return say('shared-passages', other)
  return say('revision', `${agree}, with other passages in between`, contained)
}
