// The entry point wirecopy/workers: clusters with threads of Node.
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { Article } from '../article/article.js'
import type { ClusterResult } from '../cluster.js'
import { clusterWithWorkers, type WorkersOptions } from '../workers/cluster.js'
import { threadsOf } from './threads.js'

export type { Article } from '../article/article.js'
export type { ClusterOptions, ClusterResult, UnclusteredArticle } from '../cluster.js'
export type { Cluster, Copy, Dispatch } from '../edit/story.js'
export type { StopSignal, WorkersOptions } from '../workers/cluster.js'

// Beside this file in dist, whichever of the two formats this is.
const threads = threadsOf(() => new Worker(new URL('./worker.js', import.meta.url), { execArgv: [] }))

/**
 * Finds the articles that are the same wire copy, as `clusterArticles` does and with exactly its result, by several threads that are
 * started for it and ended with it. The calling thread stays free for other work meanwhile.
 *
 * The promise is rejected with a WirecopyError when an option or an article is wrong, before any thread is started, and when a thread
 * fails (`worker-failed`); with the signal's reason when it is aborted.
 *
 * @example
 * const { clusters } = await clusterArticlesInWorkers(articles, { workers: 4 })
 */
export function clusterArticlesInWorkers(
  articles: Iterable<Article>,
  options: WorkersOptions = {},
): Promise<ClusterResult> {
  return clusterWithWorkers(articles, options, availableParallelism(), threads)
}
