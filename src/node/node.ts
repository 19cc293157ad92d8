// The entry point wirecopy/node: what needs files.
export type { Article, Rejection, Warning } from '../article/article.js'
export type { Cluster, Copy, Dispatch } from '../edit/story.js'
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
} from '../live/answers.js'
export type { StoryEvent } from '../live/live-stories.js'
export type { IndexOptions } from '../live/options.js'
export { type FileIndexOptions, FileStoryIndex } from './file-story-index.js'
export type { Recovery } from './story-folder.js'
