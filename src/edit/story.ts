// Edits one story: the canonical text of each of its dispatches, and what each outlet did to it.
import { storyRuns } from '../match/evidence.js'
import { type Attribution, attribute, type Signature, signatures } from '../text/attribution.js'
import { type Page, sortByPublication } from '../text/page.js'
import { type Tokens, tokenize } from '../text/tokens.js'
import { type CanonicalChoice, type CanonicalText, canonicalOf } from './canonical.js'
import { changes, type Span } from './changes.js'
import { furnitureBeside, furnitureBesideCopies, withFurniture } from './page-furniture.js'
import { type Passage, passagesOf } from './passages.js'
import { type EditSummary, summarize } from './summary.js'

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
  /** What `dispatchChanges` come to: the share of the dispatch kept, words cut and added, where the cutting began, changed facts. */
  readonly summary: EditSummary
}

/** The canonical text of a dispatch and its passages. */
export interface Canonical extends CanonicalText {
  /** Paragraphs, or sentences where paragraphs were lost, in order. */
  readonly passages: readonly Passage[]
}

/** What the agency changed from one dispatch to the next. */
export interface RevisionAccount {
  /** The dispatch before. */
  readonly dispatchId: string
  /** The spans that are not `same`, from its canonical text to this one's. */
  readonly changes: readonly Span[]
  readonly summary: EditSummary
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
  /** What the agency changed since the dispatch before; null for the first. */
  readonly revises: RevisionAccount | null
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

/** A dispatch while its story is edited. */
interface Edited {
  readonly id: string
  readonly copies: readonly Page[]
  readonly canonical: Canonical
  /** The words of its canonical text. */
  readonly words: Tokens
  /** For each of its copies, in order. */
  readonly spans: readonly (readonly Span[])[]
}

/** Edits one story. `groups` are the pages of each of its dispatches, `hubs` pages outside it that hold a piece. */
export function editStory(
  groups: readonly (readonly Page[])[],
  hubs: readonly Page[],
  choice: CanonicalChoice = 'recovered',
): Cluster {
  const dispatches = groups
    .map((copies) => editDispatch(copies, choice))
    .sort((x, y) => sortByPublication(x.copies[0] as Page, y.copies[0] as Page))
  const latest = latestFull(dispatches)

  const copies = dispatches.flatMap((dispatch) =>
    dispatch.copies.map((page, k) => describe(page, dispatch, dispatch.spans[k], latest, null)),
  )
  const attached = hubs.map((page) => describe(page, latest, undefined, latest, 'embedded'))
  const all = [...copies, ...attached].sort((x, y) => sortByPublication(x.page, y.page))
  const carriers = all.filter(({ copy }) => copy.relation !== 'embedded')
  return {
    id: carriers[0]?.copy.articleId ?? latest.id,
    agency: attribute(copies.flatMap(({ signed }) => signed)),
    dispatches: dispatches.map(({ id, copies: own, canonical }, k) => ({
      id,
      firstPublishedAt: iso(own[0]?.article.time ?? null),
      canonical,
      articleIds: own.map(({ article }) => article.id),
      revises: k === 0 ? null : revision(dispatches[k - 1] as Edited, dispatches[k] as Edited),
    })),
    canonical: latest.canonical,
    copies: all.map(({ copy }) => copy),
    outlets: [...new Set(carriers.map(({ copy }) => copy.outlet))],
  }
}

/**
 * The latest full dispatch. One that two outlets carry goes before one that a single outlet has, as that may be the outlet's own
 * doing.
 */
function latestFull(dispatches: readonly Edited[]): Edited {
  const longest = dispatches.reduce((most, { canonical }) => Math.max(most, canonical.text.length), 0)
  const full = dispatches.filter(({ canonical }) => canonical.text.length >= fullShare * longest)
  const outlets = ({ copies }: Edited) => new Set(copies.map(({ article }) => article.outlet)).size
  const latest = full.findLast((dispatch) => outlets(dispatch) > 1) ?? full.at(-1) ?? dispatches[0]
  if (!latest) throw new RangeError('a story has at least one dispatch')
  return latest
}

/** Recovers one dispatch from its copies and accounts for each of them. */
function editDispatch(pages: readonly Page[], choice: CanonicalChoice): Edited {
  const inOrder = [...pages].sort(sortByPublication)
  const witnesses = onePerOutlet(inOrder, mostWitnesses + 1)
  const copies = inOrder.map((page) => withFurniture(page, furnitureBesideCopies(page, witnesses, mostWitnesses)))
  const canonical = canonicalOf(copies, choice)
  const words = tokenize(canonical.text)
  const spans = copies.map((page) =>
    changes(canonical.text, page.article.text, furnitureBeside(page, [{ words, isWire: true }])),
  )
  return {
    id: (copies[0] as Page).article.id,
    copies,
    canonical: {
      ...canonical,
      passages: passagesOf(
        canonical.text,
        copies.map((page, k) => ({ page, spans: spans[k] ?? [] })),
      ),
    },
    words,
    spans,
  }
}

const isEdit = ({ kind }: Span) => kind !== 'same'

/** Accounts for a page against its own dispatch (`ownSpans`) and the story's latest. */
function describe(
  page: Page,
  own: Edited,
  ownSpans: readonly Span[] | undefined,
  latest: Edited,
  relation: CopyRelation | null,
): { page: Page; copy: Copy; signed: readonly Signature[] } {
  const { article, furniture, story, tokens } = page
  const signed = signatures(article, furniture)
  const runs = storyRuns(latest.words, story)
  const shared = [...runs.chain, ...runs.moved].reduce((sum, run) => sum + run.length, 0)
  const containment = shared / Math.max(1, latest.words.count)
  const spansAgainst = ({ canonical, words }: Edited) =>
    changes(canonical.text, article.text, furnitureBeside(page, [{ words, isWire: true }]))
  const dispatchSpans = ownSpans ?? spansAgainst(own)
  const spans = own === latest ? dispatchSpans : spansAgainst(latest)
  const edits = spans.filter(isEdit)
  const among = own !== latest ? 'revision' : containment < excerptShare ? 'excerpt' : 'reproduction'
  const copy: Copy = {
    articleId: article.id,
    outlet: article.outlet,
    publishedAt: iso(article.time),
    dispatchId: own.id,
    relation: relation ?? among,
    resemblance: shared / Math.max(1, latest.words.count + story.count - shared),
    containment,
    agency: attribute(signed),
    spans,
    changes: edits,
    dispatchChanges: own === latest ? edits : dispatchSpans.filter(isEdit),
    summary: summarize(own.words, tokens, dispatchSpans),
  }
  return { page, copy, signed }
}

/** What the agency changed between two dispatches. */
function revision(before: Edited, after: Edited): RevisionAccount {
  const spans = changes(before.canonical.text, after.canonical.text, [])
  return {
    dispatchId: before.id,
    changes: spans.filter(isEdit),
    summary: summarize(before.words, after.words, spans),
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
