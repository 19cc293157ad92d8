// Links articles that may be copies: finds the pairs worth comparing, compares them and judges the evidence. Pages of the same
// words are met before sketching and compared once; articles known for reproductions of one text are not compared with each other.
import { findCandidates } from '../sketch/candidates.js'
import { shingles, winnow } from '../sketch/shingles.js'
import { type Page, sortByPublication } from '../text/page.js'
import { mix } from '../text/tokens.js'
import { DisjointSets } from './disjoint-sets.js'
import { type ComparedPage, comparedPage, gatherEvidence } from './evidence.js'
import { judge, type Relation } from './relation.js'

/** A judged pair of articles, by their places in the input. */
export interface Link {
  readonly a: number
  readonly b: number
  readonly relation: Relation
  /** How much of the shorter is in the longer; chooses among the matches of an excerpt. */
  readonly strength: number
  /** The longer of the two: the whole of an excerpt, the holder of what is embedded. */
  readonly holder: number
  /** Words of the longest shared passage that is not quotation, and where it starts in each article's text. */
  readonly passage: number
  readonly passageAt: readonly [number, number]
}

// Shorter shingles than usual: candidates are read in full, and texts with errors have few whole runs of five.
export const candidateShingle = 3
export const winnowingWindow = 4
// Pages of fewer words than this may say the same by chance: `Page not found`.
const fewestSameWords = 12

/** Compares every pair that is worth it. Pages of the same words are met before sketching and compared once. */
export function linkPages(
  pages: readonly Page[],
  windowLength: number,
  progress: (done: number, stage: 'sketch' | 'match') => void = () => {},
): { links: Link[]; comparedPairs: number } {
  const { different, links } = linkSameWords(pages, windowLength)
  // In order of publication, as a common fingerprint is met with the last of its articles alone.
  different.sort((x, y) => sortByPublication(pages[x] as Page, pages[y] as Page))
  progress(0, 'sketch')
  const fingerprints = different.map((i) =>
    winnow(shingles((pages[i] as Page).story, candidateShingle), winnowingWindow),
  )
  const candidates = findCandidates(fingerprints)
  const prepared = new Map<number, ComparedPage>()
  const prepare = (i: number): ComparedPage => {
    const known = prepared.get(i) ?? comparedPage(pages[i] as Page)
    prepared.set(i, known)
    return known
  }
  // Articles known for reproductions of one text need no comparing with each other.
  const alike = new DisjointSets(pages.length)
  let compared = 0
  candidates.forEach(({ a, b }, k) => {
    if (k % 256 === 0) progress(k / candidates.length, 'match')
    const [i, j] = [different[a] as number, different[b] as number]
    const [from, to] = [(pages[i] as Page).article.time, (pages[j] as Page).article.time]
    if (from !== null && to !== null && Math.abs(from - to) > windowLength) return
    if (alike.find(i) === alike.find(j)) return
    compared++
    const evidence = gatherEvidence(prepare(i), prepare(j))
    const { relation, strength, longer, passage } = judge(evidence)
    if (relation === 'none') return
    if (relation === 'reproduction') alike.union(i, j)
    const longest = evidence.passages.reduce(
      (best, one) => (one.words > (best?.words ?? 0) ? one : best),
      evidence.passages[0],
    )
    const passageAt = [longest?.a[0] ?? 0, longest?.b[0] ?? 0] as const
    links.push({ a: i, b: j, relation, strength, holder: longer === 0 ? i : j, passage, passageAt })
  })
  return { links, comparedPairs: compared }
}

/**
 * Links pages of exactly the same words, within the window, to the earliest of them, which alone is compared with others: a
 * hundred thousand identical articles cost a hundred thousand look-ups.
 */
export function linkSameWords(pages: readonly Page[], windowLength: number): { different: number[]; links: Link[] } {
  const groups = new Map<string, number[]>()
  const different: number[] = []
  const links: Link[] = []
  pages.forEach((page, i) => {
    const key = sameWords(page)
    const known = key === null ? undefined : groups.get(key)
    if (known) known.push(i)
    else groups.set(key ?? `no words ${i}`, [i])
  })
  for (const members of groups.values()) {
    members.sort((x, y) => sortByPublication(pages[x] as Page, pages[y] as Page))
    let first = -1
    for (const i of members) {
      const [from, to] = [pages[first]?.article.time ?? null, (pages[i] as Page).article.time]
      if (first >= 0 && (from === null || to === null || to - from <= windowLength))
        links.push({
          a: first,
          b: i,
          relation: 'reproduction',
          strength: 1,
          holder: first,
          passage: 0,
          passageAt: [0, 0],
        })
      else {
        first = i
        different.push(i)
      }
    }
  }
  return { different: different.sort((x, y) => x - y), links }
}

/** A key that only pages of the same story words share; null for a page of too few to tell. Two hashes make chance negligible. */
function sameWords({ story }: Page): string | null {
  if (story.count < fewestSameWords) return null
  let [x, y] = [1, 2]
  for (const hash of story.hashes) {
    x = mix(Math.imul(x, 31) + hash)
    y = mix(Math.imul(y ^ hash, 0x9e3779b1) + 7)
  }
  return `${x} ${y} ${story.count}`
}
