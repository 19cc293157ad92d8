// The entry point of the core. Pure: it loads no other package and nothing of Node's, and runs wherever JavaScript does.

export type { Article, Rejection, Warning } from './article/article.js'
export { WirecopyError, type WirecopyErrorCode } from './article/error.js'
export type { DateOptions } from './article/publication-date.js'
export type { ClusterOptions, ClusterResult, Stage, UnclusteredArticle } from './cluster.js'
export { clusterArticles } from './cluster.js'
export type { CanonicalChoice, CanonicalText } from './edit/canonical.js'
export { changes, replay, type Span, type SpanKind, undo } from './edit/changes.js'
export type { MaterialFact, MaterialKind } from './edit/material.js'
export type { Passage, Wording } from './edit/passages.js'
export type { Canonical, Cluster, Copy, CopyRelation, Dispatch, RevisionAccount } from './edit/story.js'
export type { EditSummary } from './edit/summary.js'
export { type ClusteringScore, scoreClustering } from './group/score.js'
export type {
  AddAllOptions,
  Added,
  AddedAll,
  ClusterFilter,
  IndexedArticle,
  Match,
  Outcome,
  Placement,
  Removed,
} from './live/answers.js'
export type { StoryEvent } from './live/live-stories.js'
export type { IndexOptions } from './live/options.js'
export { StoryIndex } from './live/story-index.js'
export { type Comparison, compareArticles } from './match/compare.js'
export type { Conflict } from './match/conflicts.js'
export type { Evidence, SharedPassage } from './match/evidence.js'
export type { Relation } from './match/relation.js'
export { type Candidate, CandidateIndex, type CandidateOptions, findCandidates } from './sketch/candidates.js'
export { fingerprints } from './sketch/fingerprints.js'
export { bandsFor, LshIndex, type LshOptions } from './sketch/lsh-index.js'
export { estimateResemblance, type MinHashOptions, minHash, minHashText } from './sketch/minhash.js'
export { distinct, shingleSize, shingles, winnow } from './sketch/shingles.js'
export { type Agency, agencies } from './text/agencies.js'
export type { Attribution, AttributionEvidence, EvidenceKind } from './text/attribution.js'
export { type Furniture, findFurniture } from './text/furniture.js'
export type { FurnitureKind } from './text/furniture-kinds.js'
export { type Range, sentences } from './text/sentences.js'
export { type Tokens, tokenize, tokenWords } from './text/tokens.js'
