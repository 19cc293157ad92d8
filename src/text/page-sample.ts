// Which pages of an outlet speak for all of them, and how the pages differ in what they ask. The sample is that of the least hashes
// of their ids (bottom-k: Cohen and Kaplan 2007), the same whatever the order in which pages come, and one page more or less
// changes it seldom: of n pages, in 256 of n cases. The share of the sample that must have a line before that is furniture is spread over
// pages by another hash, so that a line that becomes more frequent becomes furniture of one page after the other, not of thousands at once.
import { mix } from './tokens.js'

/** Enough to tell a line on every tenth page from one on every fiftieth. */
export const mostSampled = 256
/** A line that has so many times the least share is furniture of every page. */
export const mostAsked = 1.25

/** The place of a page among others: those of the least rank are the sample. Equals go by id. */
export function rankOf(id: string): number {
  let hash = id.length
  for (let i = 0; i < id.length; i++) hash = mix(Math.imul(hash, 31) + id.charCodeAt(i))
  return hash
}

/** How many times the least share of the sample a line must have to be furniture of a page of such a rank: from 1 to 1.25. */
export const timesAsked = (rank: number): number => 1 + (mostAsked - 1) * (mix(rank ^ 0x5bd1e995) / 0x100000000)

/** Of pages by rank and id, the places of those in the sample, in order of rank. */
export function sampled(ids: readonly string[]): number[] {
  const ranks = Uint32Array.from(ids, rankOf)
  const isBefore = (x: number, y: number) =>
    (ranks[x] as number) - (ranks[y] as number) || ((ids[x] as string) < (ids[y] as string) ? -1 : 1)
  return [...ids.keys()].sort(isBefore).slice(0, mostSampled)
}
