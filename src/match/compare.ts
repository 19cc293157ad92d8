// Compares two articles by themselves: reads both pages, gathers the evidence and judges it. What clusterArticles does for every
// candidate pair, as one call.
import { type Article, checkArticles } from '../article/article.js'
import type { DateOptions } from '../article/publication-date.js'
import { readPage } from '../text/page.js'
import { type ComparedPage, type Evidence, gatherEvidence, preparedPage } from './evidence.js'
import { judge, type Relation } from './relation.js'

/** What two articles are to each other, and the evidence. */
export interface Comparison {
  readonly relation: Relation
  /** One sentence, for people. */
  readonly reason: string
  readonly evidence: Evidence
}

/**
 * Compares two articles. Linear in their words. Their ids may be the same.
 *
 * @throws WirecopyError when an article is not usable
 * @example
 * compareArticles(courier, harbour).relation // 'reproduction'
 */
export function compareArticles(a: Article, b: Article, options: DateOptions = {}): Comparison {
  const read = (article: Article): ComparedPage => {
    const [checked] = checkArticles([article], { ...options, collect: false }).articles
    if (!checked) throw new Error('unreachable: a checked article is missing')
    return preparedPage(readPage(checked))
  }
  const evidence = gatherEvidence(read(a), read(b))
  const { relation, reason } = judge(evidence)
  return { relation, reason, evidence }
}
