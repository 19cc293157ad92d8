// Edits one story: the canonical text of each of its dispatches, and what each outlet did to it.
import { storyRuns } from '../match/evidence.js'
import { type Attribution, attribute, signatures } from '../text/attribution.js'
import { type Page, sortByPublication } from '../text/page.js'
import { tokenize } from '../text/tokens.js'
import { type Canonical, canonicalOf, furnitureBesideCopies, withFurniture } from './canonical.js'
import { changes, type Span } from './changes.js'

/** What the article is to its story: see Relation. An `embedded` copy holds a piece of the story amid other matter. */
export type CopyRelation = 'reproduction' | 'excerpt' | 'revision' | 'embedded'

/** One article of a cluster, and what its outlet did to the canonical text. */
export interface Copy {
  readonly articleId: string
  readonly outlet: string
  /** ISO 8601, or null where unknown. */
  readonly publishedAt: string | null
  /** The dispatch it carries. */
  readonly dispatchId: string
  readonly relation: CopyRelation
  /** Words shared with the canonical text over all different words of both. */
  readonly resemblance: number
  /** Share of the canonical text's words that the copy has. */
  readonly containment: number
  /** Who signs this copy, or null. */
  readonly agency: Attribution | null
  /** Cover the canonical text and the article's text without gap or overlap, in reading order of the article. */
  readonly spans: readonly Span[]
  /** The spans that are not `same`. */
  readonly changes: readonly Span[]
  /**
   * What the outlet did to the dispatch that it carries: offsets are into that dispatch's canonical text. For a `revision` these
   * are its own edits, while `changes` hold the agency's too; for other copies the two are the same.
   */
  readonly dispatchChanges: readonly Span[]
}

/** One agency text as it went out. */
export interface Dispatch {
  /** The id of its first article. */
  readonly id: string
  /** When its first copy was published: ISO 8601, or null where unknown. */
  readonly firstPublishedAt: string | null
  readonly canonical: Canonical
  /** Ids of the articles that carry it, in order of publication. */
  readonly articleIds: readonly string[]
}

/** One story: its dispatches and every article that carries one. */
export interface Cluster {
  /** The id of its first article. */
  readonly id: string
  /** Who wrote it, by the signatures of all copies; null where no agency signs. */
  readonly agency: Attribution | null
  /** Revisions, oldest first. */
  readonly dispatches: readonly Dispatch[]
  /** The canonical text of the latest full dispatch; all copies' spans refer to it. */
  readonly canonical: Canonical
  /** In order of publication; those of unknown date come last. */
  readonly copies: readonly Copy[]
  /** The outlets that carry a dispatch, without repeats and in order of publication; those that only embed a piece are left out. */
  readonly outlets: readonly string[]
}

/** ISO 8601, or null. */
export const iso = (time: number | null) => (time === null ? null : new Date(time).toISOString())

/** A dispatch is full when it has this share of the longest dispatch's words. */
const fullShare = 0.6

/**
 * Edits one story. `members` are places of its articles in `pages`, `dispatchOf` says which dispatch each carries, and `hubs` are
 * articles outside it that hold a piece.
 */
export function editStory(
  pages: readonly Page[],
  members: readonly number[],
  dispatchOf: Int32Array,
  hubs: readonly number[],
): Cluster {
  const groups = new Map<number, Page[]>()
  for (const i of members) {
    const group = dispatchOf[i] as number
    const known = groups.get(group)
    if (known) known.push(pages[i] as Page)
    else groups.set(group, [pages[i] as Page])
  }
  const dispatches = [...groups.values()].map((raw) => {
    const inOrder = raw.sort(sortByPublication)
    const witnesses = onePerOutlet(inOrder, mostWitnesses + 1)
    const copies = inOrder.map((page) => {
      const others = witnesses.filter(({ article }) => article.outlet !== page.article.outlet).slice(0, mostWitnesses)
      return withFurniture(page, furnitureBesideCopies(page, others))
    })
    const first = inOrder[0] as Page
    return {
      id: first.article.id,
      firstPublishedAt: iso(first.article.time),
      canonical: canonicalOf(copies),
      articleIds: inOrder.map(({ article }) => article.id),
      copies,
    }
  })
  dispatches.sort((x, y) => sortByPublication(x.copies[0] as Page, y.copies[0] as Page))
  const longest = dispatches.reduce((most, { canonical }) => Math.max(most, canonical.text.length), 0)
  const latest = dispatches.findLast(({ canonical }) => canonical.text.length >= fullShare * longest) ?? dispatches[0]
  if (!latest) throw new RangeError('a story has at least one dispatch')
  const { canonical } = latest
  const canonicalWords = tokenize(canonical.text)

  const describe = (
    page: Page,
    own: (typeof dispatches)[number],
    relationOf: (containment: number) => CopyRelation,
  ): Copy => {
    const runs = storyRuns(canonicalWords, page.story)
    const shared = [...runs.chain, ...runs.moved].reduce((sum, run) => sum + run.length, 0)
    const containment = shared / Math.max(1, canonicalWords.count)
    const spans = changes(canonical.text, page.article.text, page.furniture)
    const edits = spans.filter((span) => span.kind !== 'same')
    const ownEdits = () =>
      changes(own.canonical.text, page.article.text, page.furniture).filter((span) => span.kind !== 'same')
    return {
      articleId: page.article.id,
      outlet: page.article.outlet,
      publishedAt: iso(page.article.time),
      dispatchId: own.id,
      relation: relationOf(containment),
      resemblance: shared / Math.max(1, canonicalWords.count + page.story.count - shared),
      containment,
      agency: attribute(signatures(page.article, page.furniture)),
      spans,
      changes: edits,
      dispatchChanges: own === latest ? edits : ownEdits(),
    }
  }
  const copies = dispatches.flatMap((dispatch) =>
    dispatch.copies.map((page) => ({
      page,
      copy: describe(page, dispatch, (share) =>
        dispatch !== latest ? 'revision' : share < excerptShare ? 'excerpt' : 'reproduction',
      ),
    })),
  )
  const attached = hubs.map((i) => ({
    page: pages[i] as Page,
    copy: describe(pages[i] as Page, latest, () => 'embedded'),
  }))
  const all = [...copies, ...attached].sort((x, y) => sortByPublication(x.page, y.page))
  const carriers = all.filter(({ copy }) => copy.relation !== 'embedded')
  return {
    id: carriers[0]?.copy.articleId ?? latest.id,
    agency: attribute(copies.flatMap(({ page }) => signatures(page.article, page.furniture))),
    dispatches: dispatches.map(({ copies: _, ...dispatch }) => dispatch),
    canonical,
    copies: all.map(({ copy }) => copy),
    outlets: [...new Set(carriers.map(({ copy }) => copy.outlet))],
  }
}

/** Copies of other outlets that show what of a page is its own. */
const mostWitnesses = 3

/** The first page of each outlet, at most so many. */
function onePerOutlet(pages: readonly Page[], most: number): Page[] {
  const seen = new Set<string>()
  const found: Page[] = []
  for (const page of pages) {
    if (found.length >= most) break
    if (seen.has(page.article.outlet)) continue
    seen.add(page.article.outlet)
    found.push(page)
  }
  return found
}

/** A copy with less of the canonical text than this is an excerpt. */
const excerptShare = 0.8
