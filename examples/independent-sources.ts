// How many newsrooms, independent of each other, stand behind a story? Forty outlets with one Reuters dispatch are one source, not forty.
//
// Given articles on one event, what is "independently reported" is counted so:
// - All copies of a text are one source: the agency that signs it. So are all texts and revisions that one agency signs.
// - A text that several outlets carry and no agency signs was written once, too, be it by an agency whose credit was dropped, a sister
//   paper or a press office: one source, which is not known.
// - A text that several agencies sign together is a source only where none of them is one already.
// - An article that nobody else carries and no agency signs is its outlet's own; all such articles of an outlet are one source.
// - An excerpt adds nothing to what it was taken from, and a round-up or live blog that embeds pieces of texts adds nothing to these.
//
// The count is the most that the words allow for. Who retells a dispatch in other words looks independent, and whether two newsrooms
// had the facts from one mouth no comparison of texts can say.
import { type Article, type ClusterOptions, clusterArticles } from 'wirecopy'

export interface Source {
  readonly kind: 'agency' | 'outlet' | 'unknown'
  /** The agency or the outlet; of an unknown source, the outlet that had its text first. */
  readonly name: string
  /** Who published what comes from it. */
  readonly outlets: readonly string[]
}

/** A text that was written once, and who published it. */
interface Text {
  readonly agencies: readonly string[]
  readonly outlets: readonly string[]
}

/** The independent sources of articles on one event, those that most outlets relied on first. */
export function independentSources(articles: readonly Article[], options: ClusterOptions = {}): Source[] {
  const { clusters, unclustered } = clusterArticles(articles, options)
  const texts = [...clusters, ...unclustered.map(({ agency, outlet }) => ({ agency, outlets: [outlet] }))].map(
    ({ agency, outlets }): Text => ({ agencies: agency ? [agency.name, ...agency.joint] : [], outlets }),
  )
  const sources = new Map<string, Omit<Source, 'outlets'> & { readonly outlets: Set<string> }>()
  const credit = (key: string, kind: Source['kind'], name: string, outlets: readonly string[]) => {
    const source = sources.get(key) ?? { kind, name, outlets: new Set<string>() }
    for (const outlet of outlets) source.outlets.add(outlet)
    sources.set(key, source)
  }
  // What agencies sign together comes last, when it is known which of them have texts of their own.
  const inOrder = [...texts].sort((x, y) => x.agencies.length - y.agencies.length)
  for (const [k, { agencies, outlets }] of inOrder.entries()) {
    const [first = ''] = outlets
    const agency = agencies.find((one) => sources.has(`agency ${one}`)) ?? agencies[0]
    if (agency !== undefined) credit(`agency ${agency}`, 'agency', agencies.join(' and '), outlets)
    else if (outlets.length === 1) credit(`outlet ${first}`, 'outlet', first, outlets)
    else credit(`text ${k}`, 'unknown', first, outlets)
  }
  return [...sources.values()]
    .map((source) => ({ ...source, outlets: [...source.outlets] }))
    .sort((x, y) => y.outlets.length - x.outlets.length)
}
