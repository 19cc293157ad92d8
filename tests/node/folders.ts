// What tests of folders of stories share: folders that are removed in the end, copies of what a crash left, and stories to compare.
import { copyFileSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Article, Cluster, StoryIndex } from '../../src/index.js'
import { clusterArticles } from '../../src/index.js'

const made: string[] = []

export function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wirecopy-folder-'))
  made.push(folder)
  return folder
}

export function removeFolders(): void {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true })
}

/** The files of a folder but for its locks, in another folder. */
export function copyOf(folder: string): string {
  const copy = newFolder()
  for (const name of filesOf(folder)) copyFileSync(join(folder, name), join(copy, name))
  return copy
}

export const filesOf = (folder: string): string[] =>
  readdirSync(folder)
    .filter((name) => !/\.lock(?:\.new)?$/.test(name))
    .sort()

/** What clusters say of their groups, but for their ids. */
export const groupsOf = (clusters: readonly Cluster[]) =>
  clusters
    .map(({ dispatches, copies, outlets }) => ({
      dispatches: dispatches.map(({ id, articleIds }) => ({ id, articleIds })),
      copies: copies.map(({ articleId }) => articleId),
      outlets,
    }))
    .sort((x, y) => ((x.copies[0] ?? '') < (y.copies[0] ?? '') ? -1 : 1))

/** Which articles are in which story, by its id. */
export const storiesOf = (index: Pick<StoryIndex, 'clusters'>): string =>
  index
    .clusters()
    .map(({ id, copies }) => `${id}: ${copies.map(({ articleId }) => articleId).join(' ')}`)
    .sort()
    .join('\n')

/** The groups that articles should have. */
export const groupsOfArticles = (articles: Iterable<Article>) => groupsOf(clusterArticles(articles).clusters)
