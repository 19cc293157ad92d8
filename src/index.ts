// The entry point of the core. Pure: it loads no other package and nothing of Node's, and runs wherever JavaScript does.

export type { Article, Rejection, Warning } from './article/article.js'
export { WirecopyError, type WirecopyErrorCode } from './article/error.js'
export type { DateOptions } from './article/publication-date.js'
export type {
  Cluster,
  ClusterOptions,
  ClusterResult,
  Copy,
  CopyRelation,
  Dispatch,
  Stage,
  UnclusteredArticle,
} from './cluster.js'
export { clusterArticles } from './cluster.js'
export type { Canonical, Passage } from './edit/canonical.js'
export { changes, replay, type Span, type SpanKind, undo } from './edit/changes.js'
export type { MaterialFact, MaterialKind } from './edit/material.js'
export { type ClusteringScore, scoreClustering } from './group/score.js'
export { type Comparison, compareArticles } from './match/compare.js'
export type { Conflict } from './match/conflicts.js'
export type { Evidence, SharedPassage } from './match/evidence.js'
export type { Relation } from './match/relation.js'
export { type Candidate, type CandidateOptions, findCandidates } from './sketch/candidates.js'
export { bandsFor, LshIndex, type LshOptions } from './sketch/lsh-index.js'
export { estimateResemblance, type MinHashOptions, minHash } from './sketch/minhash.js'
export { distinct, shingleSize, shingles, winnow } from './sketch/shingles.js'
export { type Agency, agencies } from './text/agencies.js'
export type { Attribution, AttributionEvidence, EvidenceKind } from './text/attribution.js'
export { type Furniture, findFurniture } from './text/furniture.js'
export type { FurnitureKind } from './text/furniture-forms.js'
export { type Range, sentences } from './text/sentences.js'
export { type Tokens, tokenize, tokenWords } from './text/tokens.js'
