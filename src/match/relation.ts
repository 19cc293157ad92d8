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
}

/** Fewer shared words say nothing. */
const fewestSharedWords = 8
/** One story needs this share of the shorter article in the longer. */
const storyContainment = 0.5
/** One dispatch: this share of the shorter article … */
const dispatchContainment = 0.75
/** … with hardly anything put between. */
const dispatchDensity = 0.87
/** Of the facts that can be compared, the share that may differ; beyond, it is a form of words filled in anew. */
const templateConflict = 0.18
/** A longer article, this many times the shorter, that starts otherwise, holds the shorter among other matter. */
const hubRatio = 2
const hubStart = 0.2
/** Shared words that are nearly all quotation show a common source, not common copy. */
const quotedShare = 0.8

const percent = (share: number) => `${Math.round(share * 100)} %`

/** The share of comparable facts that differ: numbers and dates count, names count for those that stand in each other's place. */
export function factConflict({ conflicts, agreeing }: Evidence): number {
  const facts = agreeing.numbers + agreeing.dates + agreeing.names / 4
  return conflicts.length === 0 ? 0 : conflicts.length / (conflicts.length + facts)
}

/** Judges the evidence on two articles. */
export function judge(evidence: Evidence): Judgement {
  const { containment, sharedWords, density, leads, starts, words, quoted } = evidence
  const shorter = containment[0] >= containment[1] ? 0 : 1
  const longer = 1 - shorter
  const contained = containment[shorter] as number
  const ratio = (words[longer] as number) / Math.max(1, words[shorter] as number)
  const say = (relation: Relation, reason: string, strength = 0): Judgement => ({ relation, reason, strength })

  if (sharedWords < Math.min(fewestSharedWords, Math.max(4, Math.min(...words) / 2)))
    return say('none', `they share ${sharedWords} words`)
  if (contained < storyContainment)
    return say('shared-passages', `only ${percent(contained)} of the shorter is in the longer`)
  const conflict = factConflict(evidence)
  if (conflict >= templateConflict)
    return say('template', `${percent(contained)} of the words agree, but ${percent(conflict)} of the facts differ`)
  if (quoted >= quotedShare && contained < dispatchContainment)
    return say('shared-passages', `${percent(quoted)} of the shared words are quotation`)
  if (ratio >= hubRatio && (starts[longer] as number) >= hubStart && (leads[longer] as number) < 0.5)
    return say(
      'embedded',
      `the longer starts otherwise and holds ${percent(contained)} of the shorter from ${percent(starts[longer] as number)} down`,
    )
  const tight = Math.max(...density)
  if (
    contained >= dispatchContainment &&
    tight >= dispatchDensity &&
    Math.max(...leads) >= 0.6 &&
    evidence.order >= 0.8
  )
    return ratio >= 1.25
      ? say(
          'excerpt',
          `the shorter is the longer's text, ${percent(contained)} of it, cut to ${percent(1 / ratio)}`,
          contained,
        )
      : say('reproduction', `${percent(contained)} of the words agree, in one order and with little between`, contained)
  if (evidence.order < 0.65) return say('shared-passages', `what they share stands in another order`)
  if (contained < 0.7 && Math.min(...leads) < 0.15)
    return say('shared-passages', `their leads differ and they share ${percent(contained)}`)
  return say('revision', `${percent(contained)} of the words agree, with other passages in between`, contained)
}
