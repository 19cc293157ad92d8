// Tells what an article changed to programs: plain data, of one shape for every article.
import type { EditSummary } from '../edit/summary.js'
import { copyOf, type News, type StoryNews } from './news.js'

// The strongest say why; a story of thousands of copies has as many.
const mostMatches = 3

/** What an article changed, to be one line of JSON. */
export function newsData({ article, before, edit, added, events, stories }: News) {
  const { id, outlet, title, url, publishedAt } = article
  const own = added.clusterId === null ? undefined : stories.get(added.clusterId)
  const account = own && copyOf(own, id)
  return {
    articleId: id,
    outlet,
    title,
    url,
    publishedAt,
    isUpdate: before !== null,
    outcome: added.outcome,
    clusterId: added.clusterId,
    clusterIds: added.clusterIds,
    matchCount: added.matches.length,
    matches: added.matches
      .slice(0, mostMatches)
      .map(({ articleId, outlet, relation, strength, reason }) => ({ articleId, outlet, relation, strength, reason })),
    /** What the outlet did to the dispatch; null where it carries none, or its story has many copies. */
    copy: account ? { dispatchId: account.dispatchId, relation: account.relation, ...sumsOf(account.summary) } : null,
    /** What the outlet did to its own text, where it had one. */
    edit: edit && sumsOf(edit),
    events,
    stories: [...stories.values()].filter(({ articles }) => articles > 0).map(storyData),
  }
}

const sumsOf = ({ words, kept, cut, reworded, added, firstCut, endsAfter, material }: EditSummary) => ({
  words,
  kept,
  cut,
  reworded,
  added,
  firstCut,
  endsAfter,
  material,
})

const storyData = ({ id, agency, headline, outlets, articles, isBreaking, cluster }: StoryNews) => ({
  id,
  agency,
  headline,
  outlets: [...outlets.keys()],
  articles,
  dispatches: cluster?.dispatches.length ?? null,
  isBreaking,
})
