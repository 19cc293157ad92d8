// Says what two articles are to each other, from the evidence: a short list of rules in the order in which a person would ask
// them, each with its reason. The thresholds are few and stand at the top. See docs/method.md for how they were found.
import { type ComparedPage, type Evidence, findEvidence, longest, plainly } from './evidence.js'

/**
 * `reproduction`: one dispatch, whole in both. `excerpt`: one dispatch, of which one article has only a part. `revision`: two
 * dispatches of one story. `embedded`: one article holds the other, or a piece of it, amid other matter. `template`: another
 * event in the same form of words. `shared-passages`: separate stories that share quotations or background. `none`.
 */
export type Relation = (typeof relations)[number]

/** All of them; their places are what threads and snapshots write. */
export const relations = [
  'none',
  'reproduction',
  'excerpt',
  'revision',
  'embedded',
  'template',
  'shared-passages',
] as const

/** A relation and why. */
export interface Judgement {
  readonly relation: Relation
  /** One sentence, for people. */
  readonly reason: string
  /** How strongly the two belong to one story, from 0 to 1; 0 for relations that do not. */
  readonly strength: number
  /** The longer of the two, of which less is shared: 0 or 1. */
  readonly longer: 0 | 1
  /** Words of the longest passage that they share and that is not quotation; 0 where it is. */
  readonly passage: number
}

/** Where the questions draw their lines. Shares are from 0 to 1. */
export interface Thresholds {
  /** Fewer shared words say nothing. */
  readonly fewestSharedWords: number
  /** A piece of fewer words than this, in a text more than twice its length, may be anything. */
  readonly fewestStoryWords: number
  /** One story needs this share of the shorter article in the longer. */
  readonly storyContainment: number
  /** One dispatch: this share of the shorter article … */
  readonly dispatchContainment: number
  /** … with hardly anything put between, … */
  readonly dispatchDensity: number
  /** … no more passages put in than three, or one for so many shared words: a new dispatch has more. */
  readonly wordsPerInsertion: number
  /** Two texts that are this much of each other are one dispatch, in whatever order its paragraphs stand. */
  readonly alikeContainment: number
  /** A flash of fewer words than this is rewritten when the full story comes: an excerpt keeps more of it … */
  readonly flashWords: number
  /** … namely this share. */
  readonly flashContainment: number
  /** A copy is an excerpt where the whole is longer by this. */
  readonly excerptRatio: number
  /** A form of words filled in anew: the share of comparable facts that differ, times that of the differences of fact, … */
  readonly templateConflict: number
  /** … or a third of the comparable facts differ … */
  readonly manyConflicts: number
  /** … or most differences are of fact, and this share of the facts at least differs: a slip of a figure does not count. */
  readonly fewConflicts: number
  /** … and in a text of so many words … */
  readonly longText: number
  /** … where so many figures and dates agree for each that differs, they differ by mistake. */
  readonly agreeingFacts: number
  /** A text of fewer words is a brief: one other fact makes it another story. */
  readonly briefWords: number
  /** Briefs need this share in common, or two telling numbers. */
  readonly briefContainment: number
  /** A revision keeps this share of the shorter article, or a long run, or a table of the same figures. */
  readonly revisionContainment: number
  /** A run of so many words is long. */
  readonly longRun: number
  /** What revisions share stands in one order for the most part. */
  readonly revisionOrder: number
  /** A longer article, this many times the shorter, that starts otherwise, holds the shorter among other matter … */
  readonly hubRatio: number
  /** … from so far down. */
  readonly hubStart: number
  /** Pieces of the shorter in a stretch of the longer of which they are less than this are scattered over it. */
  readonly scattered: number
  /** Shared words that are nearly all quotation show a common source, not common copy. */
  readonly quotedShare: number
}

/** The lines as drawn; docs/method.md says how they were found and how much depends on each. */
export const defaultThresholds: Thresholds = {
  fewestSharedWords: 8,
  fewestStoryWords: 25,
  storyContainment: 0.5,
  dispatchContainment: 0.75,
  dispatchDensity: 0.82,
  wordsPerInsertion: 250,
  alikeContainment: 0.87,
  flashWords: 60,
  flashContainment: 0.87,
  excerptRatio: 1.25,
  templateConflict: 0.1,
  manyConflicts: 0.35,
  fewConflicts: 0.06,
  longText: 200,
  agreeingFacts: 5,
  briefWords: 32,
  briefContainment: 0.7,
  revisionContainment: 0.75,
  longRun: 30,
  revisionOrder: 0.6,
  hubRatio: 2,
  hubStart: 0.2,
  scattered: 0.3,
  quotedShare: 0.8,
}

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
function isTemplate(evidence: Evidence, lines: Thresholds): string | null {
  const { conflicts, differences, factDifferences, insertedNames, agreeing, words, longestRun } = evidence
  const [example] = conflicts
  const told = example ? `${example.a} stands for ${example.b}` : 'a name is longer in one'
  if (Math.min(...words) < lines.briefWords && agreeing.tellingNumbers < 2 && conflicts.length + insertedNames > 0)
    return told
  // The longer a run they share, the more facts may differ by mistake.
  const isLong =
    Math.min(...words) >= lines.longText && conflicts.length * lines.agreeingFacts <= agreeing.numbers + agreeing.dates
  const slip = isLong || conflicts.length <= Math.floor(longestRun / lines.longRun)
  if (slip || conflicts.every(({ kind }) => kind === 'name')) return null
  const conflict = factConflict(evidence)
  const ofDifferences = factDifferences / Math.max(1, differences)
  if (conflict >= lines.manyConflicts || conflict * ofDifferences >= lines.templateConflict)
    return `${percent(conflict)} of the facts differ: ${told}`
  if (factDifferences >= 2 && ofDifferences >= 0.6 && conflict >= lines.fewConflicts)
    return `what differs is mostly facts: ${told}`
  return null
}

/** The evidence, seen from the shorter article: the one of which more is shared. */
interface View {
  readonly evidence: Evidence
  readonly lines: Thresholds
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

function viewOf(given: Evidence, lines: Thresholds): View {
  const evidence = withoutErrors(given)
  const shorter = evidence.containment[0] >= evidence.containment[1] ? 0 : 1
  const longer = shorter === 0 ? 1 : 0
  return {
    evidence,
    lines,
    brief: Math.min(...evidence.words),
    contained: evidence.containment[shorter],
    ratio: evidence.words[longer] / Math.max(1, evidence.words[shorter]),
    start: evidence.starts[longer],
    lead: evidence.leads[longer],
    density: evidence.density[longer],
  }
}

// Errors in fewer of the shared words than this are typing errors, and change nothing.
const fewErrors = 0.05
// One or two in a brief are slips too.
const leastErrors = 2.5

/**
 * The evidence as it would be without spelling errors. Where so many shared words are misspelt, about as many again are
 * spoilt beyond knowing, so every share is too low by that; and of the facts that differ most are only misspelt.
 */
function withoutErrors(evidence: Evidence): Evidence {
  const { misspelt } = evidence
  if (misspelt < fewErrors || misspelt * evidence.sharedWords < leastErrors) return evidence
  const { containment, density, leads, conflicts } = evidence
  const mended = ([a, b]: readonly [number, number]): [number, number] => [
    Math.min(1, a * (1 + misspelt)),
    Math.min(1, b * (1 + misspelt)),
  ]
  const believed = Math.floor(conflicts.length * Math.max(0, 1 - 5 * misspelt))
  return {
    ...plainly(evidence),
    containment: mended(containment),
    density: mended(density),
    leads: mended(leads),
    conflicts: conflicts.slice(0, believed),
    factDifferences: Math.min(evidence.factDifferences, believed),
  }
}

function isTooLittle({ evidence, lines, brief, contained, ratio }: View): string | null {
  if (brief < lines.fewestStoryWords && ratio > 2) return `the shorter has ${brief} words, too few to tell`
  if (contained < lines.storyContainment) return `only ${percent(contained)} of the shorter is in the longer`
  if (brief < lines.briefWords && contained < lines.briefContainment && evidence.agreeing.tellingNumbers < 2)
    return `briefs that share only ${percent(contained)} of their words`
  if (evidence.quoted >= lines.quotedShare && contained < lines.dispatchContainment)
    return `${percent(evidence.quoted)} of the shared words are quotation`
  return null
}

function isEmbedded({ evidence, lines, contained, ratio, start, lead, density }: View): string | null {
  if (ratio < lines.hubRatio || lead >= 0.5) return null
  if (Math.max(...evidence.leads) < 0.5)
    return `the longer holds ${percent(contained)} of the shorter, without its lead`
  if (start >= lines.hubStart)
    return `the longer holds ${percent(contained)} of the shorter, from ${percent(start)} down`
  if (density < lines.scattered)
    return `pieces of the shorter, ${percent(contained)} of it, are scattered over the longer`
  return null
}

/** One dispatch: the shorter is in the longer, lead and all, in one order, with little put between. */
function isOneDispatch({ evidence, lines, contained, brief }: View): boolean {
  if (Math.min(...evidence.containment) >= lines.alikeContainment) return evidence.order >= lines.revisionOrder
  if (brief < lines.flashWords && contained < lines.flashContainment) return false
  return (
    contained >= lines.dispatchContainment &&
    Math.max(...evidence.density) >= lines.dispatchDensity &&
    Math.max(...evidence.leads) >= 0.6 &&
    evidence.order >= 0.8 &&
    // An agency's new dispatch puts passages in; what only leaves some out was cut.
    (evidence.laterInsertions === 0 ||
      evidence.insertions <= Math.max(3, evidence.sharedWords / lines.wordsPerInsertion))
  )
}

/** Why two texts that share much are no revisions of one story, or null. */
function isNoRevision({ evidence, lines, contained, ratio, brief }: View): string | null {
  const { order, leads, starts, longestRun, agreeing } = evidence
  if (order < lines.revisionOrder) return 'what they share stands in another order'
  // A write-through has a new lead and keeps its body, in long runs and in order.
  const keepsBody =
    order >= 0.85 && longestRun >= lines.longRun && Math.max(...evidence.density) >= 0.6 && Math.max(...starts) <= 0.35
  if (contained < 0.7 && Math.min(...leads) < 0.15 && !keepsBody)
    return `their leads differ and they share ${percent(contained)}`
  const openAlike = brief >= lines.briefWords && Math.min(...leads) >= 0.5 && Math.max(...starts) <= 0.05
  const sameTable = agreeing.tellingNumbers >= 2 && ratio <= 1.6
  if (contained < lines.revisionContainment && longestRun < lines.longRun && !openAlike && !sameTable)
    return `they share ${percent(contained)}, in runs of at most ${longestRun} words`
  return null
}

/** Judges the evidence on two articles. `lines` is for experiments. */
export function judge(evidence: Evidence, lines: Thresholds = defaultThresholds): Judgement {
  const view = viewOf(evidence, lines)
  const { contained, ratio, brief } = view
  const longer = evidence.containment[0] >= evidence.containment[1] ? 1 : 0
  const passage = evidence.quoted < 0.5 ? evidence.longestRun : 0
  const say = (relation: Relation, reason: string, strength = 0): Judgement => ({
    relation,
    reason,
    strength,
    longer,
    passage,
  })

  if (evidence.sharedWords < Math.min(lines.fewestSharedWords, Math.max(4, brief / 2)))
    return say('none', `they share ${evidence.sharedWords} words`)
  const little = isTooLittle(view)
  if (little) return say('shared-passages', little)
  const filledIn = isTemplate(view.evidence, lines)
  if (filledIn) return say('template', `${percent(contained)} of the words agree, but ${filledIn}`)
  const embedded = isEmbedded(view)
  if (embedded) return say('embedded', embedded)
  const agree = `${percent(contained)} of the words agree`
  if (isOneDispatch(view))
    return ratio >= lines.excerptRatio
      ? say('excerpt', `${agree}, of which the shorter has only ${percent(1 / ratio)}`, contained)
      : say('reproduction', `${agree}, in one order and with little between`, contained)
  const other = isNoRevision(view)
  if (other) return say('shared-passages', other)
  return say('revision', `${agree}, with other passages in between`, contained)
}

/** What links two pages: their judgement, without the reason, and where the longest passage starts in each article's text. */
export interface Related extends Omit<Judgement, 'reason'> {
  readonly passageAt: readonly [number, number]
}

const nowhere: readonly [number, number] = [0, 0]

/** Judges two pages. As judging all the evidence on them, but gathers of it no more than the rules ask for. */
export function relate(a: ComparedPage, b: ComparedPage): Related {
  const { evidence, passages } = findEvidence(a, b)
  const { relation, strength, longer, passage } = judge(evidence)
  const run = longest(passages)
  const passageAt = run ? ([a.story.starts[run.a] as number, b.story.starts[run.b] as number] as const) : nowhere
  return { relation, strength, longer, passage, passageAt }
}
